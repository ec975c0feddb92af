// A client's rights, from both sides: a helper gives a link and a sheet; the client, without an
// account, without a cookie and without script, answers in their own language, withdraws, and asks
// to have something mended; the helper sees each of it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  axe, choose, fill, fits, follow, openBrowser, openPage, press, sees, seesNot, shot, startProgram, visit,
} from '../lib/index.mjs';

const PASSWORD = 'seven lanterns by the canal';

let browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

async function look(page, name) {
  await axe(page);
  await fits(page, 320);
  await shot(page, `rights-${name}`);
}

/** Records a client who speaks Spanish, with enough for a card. */
async function record(page) {
  await visit(page, '/clients/new');
  await fill(page, /Name or initials/, 'Consuelo Vega');
  await fill(page, /Year or date of birth/, '1950');
  await fill(page, 'Gender', 'Woman');
  await fill(page, /Where they live/, 'Fresno, California, United States');
  await page.locator('#languages input[value="es"]').first().evaluate((box) => {
    box.closest('details')?.setAttribute('open', '');
  });
  await page.locator('#languages input[value="es"]').first().check();
  const summary = page.locator('summary', { hasText: /^\s*Getting around/ });
  const folded = page.locator('#needs details').filter({ has: summary }).first();
  if ((await folded.getAttribute('open')) === null) await folded.locator('summary').first().click();
  await folded.getByLabel('Rides to the doctor', { exact: true }).check();
  await press(page, 'Record client');
  await sees(page, 'Recorded.');
}

test('a client says yes by a link, and stops it', async () => {
  const program = await startProgram({ command: 'demo' });
  const first = await openPage(browser, program.origin);
  const rosa = first.page;
  await visit(rosa, '/sign-in');
  await fill(rosa, /Handle/, 'marisol');
  await fill(rosa, /^Password/, PASSWORD);
  await press(rosa, 'Sign in');
  await record(rosa);
  const home = new URL(rosa.url()).pathname;
  await look(rosa, 'record');

  // A form that comes back keeps what was typed.
  await visit(rosa, `${home}/consents`);
  await fill(rosa, /Given on/, '2020-02-03');
  await fill(rosa, /^Until/, '2020-03-04');
  await press(rosa, 'Record consent');
  await sees(rosa, /has to end after today/);
  assert.equal(await rosa.getByLabel(/Given on/).inputValue(), '2020-02-03');
  assert.equal(await rosa.getByLabel(/^Until/).inputValue(), '2020-03-04');
  await look(rosa, 'consents');

  // The link, and the sheet in the client's language.
  await visit(rosa, `${home}/links`);
  await look(rosa, 'links-empty');
  await choose(rosa, /What is it for/, 'To be asked about sharing a card');
  await press(rosa, 'Make link');
  const address = await rosa.locator('#client-link').innerText();
  await look(rosa, 'link');
  const linkPage = new URL(rosa.url()).pathname;
  await follow(rosa, 'Sheet to print');
  await sees(rosa, 'Para Consuelo');
  const code = await rosa.locator('.client-sheet .code-sheet').innerText();
  await look(rosa, 'sheet');
  await rosa.emulateMedia({ media: 'print' });
  await shot(rosa, 'rights-sheet-print');
  await rosa.emulateMedia({ media: 'screen' });

  // The client opens it on a telephone, without script.
  const second = await openPage(browser, program.origin, { javaScript: false, language: 'es', width: 390 });
  const client = second.page;
  assert.equal(await visit(client, '/c'), 200);
  await look(client, 'code');
  await fill(client, /Código/, 'AAAAA-AAAAA');
  await press(client, 'Abrir mi página');
  await sees(client, 'Este código no abre ninguna página');
  await fill(client, /Código/, code.toLowerCase());
  await press(client, 'Abrir mi página');
  await sees(client, '¿Pueden otras personas ver una tarjeta sobre usted?');
  assert.equal(client.url().split('?')[0], address);
  await look(client, 'share');
  await follow(client, 'English');
  await sees(client, 'May others see a card about you?');
  await follow(client, 'Español');

  // Looking is no answer.
  await visit(rosa, linkPage);
  await sees(rosa, /not answered yet/);
  await press(client, 'Sí');
  await sees(client, 'Usted dijo que sí');
  await look(client, 'share-yes');
  assert.equal((await client.context().cookies()).length, 0, 'the client carries no cookie');

  // The helper sees the yes, and publishes under it.
  await visit(rosa, '/notifications');
  await press(rosa, /A client answered by a link/);
  await sees(rosa, /Answered “Yes”/);
  await visit(rosa, `${home}/card`);
  await choose(rosa, /Who may see it/, 'My contacts');
  await press(rosa, 'Show the card again');
  await press(rosa, 'Publish card');
  await sees(rosa, /Suggestions for/);
  await visit(rosa, home);
  await sees(rosa, /By the client alone, by their link/);
  await follow(rosa, 'Receipt of consent');
  await sees(rosa, 'Comprobante de consentimiento');
  await look(rosa, 'receipt');

  // The client stops it: the card is gone at once.
  await press(client, 'Pararlo');
  await sees(client, 'Está parado');
  await look(client, 'share-stopped');
  await visit(rosa, `${home}/card`);
  await sees(rosa, 'First, ask the client');
  await visit(rosa, home);
  await sees(rosa, 'withdrawn');

  // A link to see what is kept; something in it is wrong.
  await visit(rosa, `${home}/links`);
  await press(rosa, 'Make link');
  const sees2 = await rosa.locator('#client-link').innerText();
  await visit(client, new URL(sees2).pathname);
  await sees(client, 'Lo que se guarda sobre usted');
  await sees(client, 'Consuelo Vega');
  await look(client, 'see');
  await fill(client, /no es correcto/, 'Me llamo Consuelo Vargas.');
  await press(client, 'Decirlo a quien me ayuda');
  await sees(client, 'Se avisa a la persona que le ayuda');
  await visit(rosa, '/today');
  await sees(rosa, 'A client asks you something');
  await visit(rosa, home);
  await sees(rosa, 'Me llamo Consuelo Vargas.');
  await look(rosa, 'request');
  await press(rosa, 'Dealt with');
  await seesNot(rosa, 'Me llamo Consuelo Vargas.');

  // Everything in one piece; who opened the record; the list of records not needed for long.
  await visit(rosa, `${home}/export`);
  await sees(rosa, 'Everything kept about Consuelo Vega');
  await look(rosa, 'export');
  await rosa.emulateMedia({ media: 'print' });
  await shot(rosa, 'rights-export-print');
  await rosa.emulateMedia({ media: 'screen' });
  await visit(rosa, `${home}/log`);
  await look(rosa, 'log');
  await visit(rosa, '/clients/review');
  await look(rosa, 'review');

  // The helper ends the link: the client's page says so, and nothing else.
  await visit(rosa, `${home}/links`);
  await rosa.getByRole('button', { name: 'End link' }).first().click();
  await sees(rosa, 'The link has ended.');
  assert.equal(await visit(client, new URL(sees2).pathname), 404);
  await sees(client, 'Este enlace ha terminado');
  await look(client, 'ended');
  for (const path of ['/privacy', '/privacy?lang=es']) {
    assert.equal(await visit(client, path), 200);
    await sees(client, 'Qué no está protegido');
  }
  await look(client, 'privacy');
  assert.ok(!program.output.includes(address.split('/c/')[1]), 'no token in the log');
  await second.close();
  await first.close();
  await program.stop();
});
