// The first journey: the program answers, and its front page is in order, with and without script,
// in both languages.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, fits, headline, openBrowser, openPage, shot, startProgram, visit } from '../lib/index.mjs';

let program;
let browser;

before(async () => {
  program = await startProgram({ command: 'serve' });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await program?.stop();
});

test('it says that it is well', async () => {
  assert.equal((await fetch(program.url('/healthz'))).status, 200);
  assert.equal((await fetch(program.url('/readyz'))).status, 200);
});

for (const javaScript of [true, false]) {
  for (const language of ['en', 'es']) {
    const way = `${language}, ${javaScript ? 'with' : 'without'} script`;
    test(`the front page is in order (${way})`, async () => {
      const { page, close } = await openPage(browser, program.origin, { javaScript, language });
      assert.equal(await visit(page, '/'), 200);
      assert.notEqual(await headline(page), '');
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      await axe(page);
      await fits(page, 320);
      await shot(page, `front-${language}-${javaScript ? 'script' : 'plain'}`);
      await close();
    });
  }
}
