// Words before names are exchanged: what may tell who a client is, is asked about while it is typed
// (with the script) and before it goes out (without), and the reader gets what the sender decided.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, fill, fits, openBrowser, openPage, press, sees, shot, startProgram, visit } from '../lib/index.mjs';

let browser;
let program;

before(async () => {
  browser = await openBrowser();
  program = await startProgram({ command: 'demo' });
});

after(async () => {
  await browser?.close();
  await program?.stop();
});

/** The address of an enquiry to some helper whose page offers one. */
async function someoneToAsk(page) {
  await visit(page, '/find?kind=helper');
  const helpers = await page.locator('a[href^="/helpers/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const helper of new Set(helpers)) {
    await visit(page, helper);
    const [ask] = await page.locator('a[href^="/matches/new"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    if (ask) return ask;
  }
  throw new Error('nobody can be asked');
}

const WORDS = {
  en: 'My client Xiomara Pech lives at 12 Oak Street. Call 559-555-0143.',
  es: 'Mi clienta Xiomara Pech vive en la calle Morelos 45. Su teléfono es 55 1234 5678.',
};
const WILL_READ = {
  en: 'My client lives at an address. Call a phone number.',
  es: 'Mi clienta vive en una dirección. Su teléfono es un número de teléfono.',
};
const SAYS = {
  en: { handle: /Handle/, password: /^Password/, enter: 'Sign in', words: 'A few words', title: 'Could somebody be recognised?', keep: 'Keep it as it is', send: 'Send enquiry' },
  es: { handle: /Usuario/, password: /Contraseña/, enter: 'Entrar', words: 'Unas palabras', title: '¿Se podría reconocer a alguien?', keep: 'Dejarlo como está', send: 'Enviar pregunta' },
};

for (const { language, javaScript, width } of [
  { language: 'en', javaScript: true, width: 390 },
  { language: 'es', javaScript: true, width: 1280 },
  { language: 'en', javaScript: false, width: 1280 },
]) {
  test(`an enquiry is asked about (${language}, ${javaScript ? 'with' : 'without'} script)`, async () => {
    const says = SAYS[language];
    const { page, close } = await openPage(browser, program.origin, { language, javaScript, width });
    await visit(page, '/sign-in');
    await fill(page, says.handle, 'marisol');
    await fill(page, says.password, 'seven lanterns by the canal');
    await press(page, says.enter);
    // The account may have kept the language of an earlier visit.
    if ((await page.locator('html').getAttribute('lang')) !== language) await press(page, language === 'es' ? 'Español' : 'English');
    await visit(page, await someoneToAsk(page));
    await fill(page, says.words, WORDS[language]);
    if (!javaScript) await press(page, says.send);
    await sees(page, says.title);
    await sees(page, WILL_READ[language]);
    assert.equal(await page.getByLabel(says.words).inputValue(), WORDS[language], 'nothing typed is lost');
    await axe(page);
    await fits(page, 320);
    await shot(page, `draft-${language}-${width}-${javaScript ? 'script' : 'plain'}`);
    if (javaScript) {
      // A choice changes what they will read, and the focus stays.
      const keep = page.locator('#words-choice-1-keep');
      await keep.check();
      await sees(page, language === 'en' ? 'lives at 12 Oak Street. Call a phone' : 'vive en la calle Morelos 45. Su');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'words-choice-1-keep');
      await page.locator('#words-choice-1-replace').check();
      await sees(page, WILL_READ[language]);
    }
    await close();
  });
}
