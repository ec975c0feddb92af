// Asking the network for a client, an answer that only the asker reads, and the enquiry that
// begins with it; a comment that is asked about; the feed on a phone without the script.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, fill, fits, follow, openBrowser, openPage, press, sees, seesNot, shot, startProgram, visit } from '../lib/index.mjs';

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

const SAYS = {
  en: { handle: /Handle/, password: /^Password/, enter: 'Sign in', other: 'English' },
  es: { handle: /Usuario/, password: /Contraseña/, enter: 'Entrar', other: 'Español' },
};

async function signIn(page, handle, language = 'en') {
  const says = SAYS[language];
  await visit(page, '/sign-in');
  await fill(page, says.handle, handle);
  await fill(page, says.password, 'seven lanterns by the canal');
  await press(page, says.enter);
  if ((await page.locator('html').getAttribute('lang')) !== language) await press(page, says.other);
}

async function look(page, name) {
  await axe(page);
  await fits(page, 320);
  await shot(page, `posts-${name}`);
}

test('a helper asks for a client, is answered, and an enquiry or contact begins', async () => {
  const first = await openPage(browser, program.origin, {});
  const second = await openPage(browser, program.origin, { javaScript: false, width: 390 });
  const asker = first.page;
  const friend = second.page;
  await signIn(asker, 'marisol');
  await signIn(friend, 'walter');

  // Two clicks from the record.
  await visit(asker, '/clients');
  const client = await asker.locator('main a[href^="/clients/0"]').first().getAttribute('href');
  await visit(asker, client);
  await follow(asker, 'Who could help?');
  await sees(asker, 'What to ask for');
  await look(asker, 'ask');
  await asker.locator('input[name=audience][value=everyone]').check();
  await press(asker, 'Ask the network');
  await sees(asker, 'The network is asked');
  await sees(asker, 'You asked this for one of your clients');
  await look(asker, 'asked');
  const post = new URL(asker.url()).pathname;

  // Another helper reads it: nothing of the client; a comment with a telephone is asked about.
  await visit(friend, '/posts');
  await look(friend, 'feed-390');
  await visit(friend, post);
  assert.equal(await friend.locator('main a[href^="/clients/"]').count(), 0);
  await fill(friend, 'Your comment', 'Call 559-555-0143.');
  await press(friend, 'Send comment');
  await sees(friend, 'Could somebody be recognised?');
  await look(friend, 'comment-held');
  await press(friend, 'Replace all and send');
  await visit(friend, post);
  await fill(friend, 'A few words', 'I can begin on Monday.');
  await press(friend, 'Send answer');
  await sees(friend, 'Your answer is on its way');
  await look(friend, 'answered');

  // The asker alone reads it, and takes it up.
  await visit(asker, '/notifications');
  await sees(asker, 'Somebody answered an ask of yours.');
  await visit(asker, post);
  await sees(asker, 'I can begin on Monday.');
  await look(asker, 'answers');
  await press(asker, /Take up the answer of/);
  await look(asker, 'begun');
  await visit(asker, post);
  await sees(asker, 'taken up');
  await visit(friend, post);
  await sees(friend, 'taken up');
  await first.close();
  await second.close();
});

test('a post is written, found by its kind, and deleted', async () => {
  const { page, close } = await openPage(browser, program.origin, { language: 'es', width: 1280 });
  await signIn(page, 'gurpreet', 'es');
  await visit(page, '/posts/new?kind=story');
  await fill(page, 'Sus palabras', 'Una tarde buena en el parque.');
  await look(page, 'new-es');
  await press(page, 'Publicar mensaje');
  await sees(page, 'Su mensaje está publicado.');
  await visit(page, '/posts?kind=story');
  await sees(page, 'Una tarde buena en el parque.');
  await look(page, 'feed-es');
  await visit(page, '/posts?kind=ask');
  await seesNot(page, 'Una tarde buena en el parque.');
  await visit(page, '/posts/mine');
  await look(page, 'mine-es');
  // The newest stands first.
  await visit(page, await page.locator('main h3 a').first().getAttribute('href'));
  await follow(page, 'Borrar el mensaje');
  await look(page, 'delete-es');
  await press(page, 'Borrar este mensaje');
  await sees(page, 'El mensaje está borrado.');
  await seesNot(page, 'Una tarde buena en el parque.');
  await close();
});
