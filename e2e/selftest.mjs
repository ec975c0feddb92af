// Tests the harness itself against a small site: a journey that passes must mean something.

import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import {
  axe, choose, fill, fits, follow, headline, openBrowser, openPage, part, press, sees, seesNot, shot,
  tick, visit,
} from './lib/index.mjs';

const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; img-src data:";
const page_ = (body) =>
  `<!doctype html><html lang="en"><head><title>Self-test</title><link rel="icon" href="data:,">` +
  `<meta name="viewport" content="width=device-width"></head><body><main>${body}</main></body></html>`;

const PAGES = {
  '/': page_(`<h1>Hello</h1><a href="/second">Go on</a>
    <form method="post" action="/answer">
      <p><label for="name">Your name</label> <input id="name" name="name"></p>
      <p><label for="place">Place</label>
        <select id="place" name="place"><option value="1">Lund</option><option value="2">Malmö</option></select></p>
      <p><label><input type="checkbox" name="agree" value="yes"> I agree</label></p>
      <fieldset><legend>How</legend>
        <label><input type="radio" name="how" value="phone"> By phone</label>
        <label><input type="radio" name="how" value="post"> By post</label></fieldset>
      <button>Send</button>
    </form>
    <ul><li>Rosa <button>Ask</button></li><li>Ivo <button>Ask</button></li></ul>`),
  '/second': page_('<h1>Second</h1><p hidden>Secret</p>'),
  '/unlabelled': page_('<h1>Bad</h1><input name="x"><img src="data:,">'),
  '/wide': page_('<h1>Wide</h1><pre>' + 'x'.repeat(400) + '</pre>'),
  '/inline': page_('<h1>Inline</h1><p style="color:red">Red</p><script>document.title = "x"</script>'),
  '/elsewhere': page_('<h1>Elsewhere</h1><img alt="" src="http://127.0.0.1:9/a.png">'),
  '/broken-part': page_('<h1>Part</h1><script src="/absent.js"></script>'),
};

let site;
let origin;
let browser;

before(async () => {
  site = createServer((request, response) => {
    let body = '';
    request.on('data', (text) => (body += text));
    request.on('end', () => {
      const headers = { 'content-type': 'text/html; charset=utf-8' };
      if (request.url !== '/elsewhere') headers['content-security-policy'] = POLICY;
      if (request.method === 'POST') {
        // Slow on purpose: a press that does not wait would be found out.
        return setTimeout(() => {
          response.writeHead(303, { location: `/thanks?${body}` });
          response.end();
        }, 150);
      }
      if (request.url.startsWith('/thanks?')) {
        const told = new URLSearchParams(request.url.slice(8));
        response.writeHead(200, headers);
        return response.end(page_(`<h1>Thanks</h1><p>${[...told].flat().join(' ')}</p>`));
      }
      response.writeHead(request.url in PAGES ? 200 : 404, headers);
      return response.end(PAGES[request.url] ?? page_('<h1>Not here</h1>'));
    });
  });
  await new Promise((done) => site.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${site.address().port}`;
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  site?.closeAllConnections();
  site?.close();
});

for (const javaScript of [true, false]) {
  const way = javaScript ? 'with script' : 'without script';

  test(`hands fill, press and follow (${way})`, async () => {
    const { page, close } = await openPage(browser, origin, { javaScript });
    assert.equal(await visit(page, '/'), 200);
    await fill(page, 'Your name', 'Rosa');
    await fill(page, 'Place', 'Malmö');
    await tick(page, 'I agree');
    await choose(page, 'How', 'By post');
    await press(page, 'Send');
    assert.equal(await headline(page), 'Thanks');
    await sees(page, 'name Rosa place 2 agree yes how post');
    await visit(page, '/');
    await follow(page, 'Go on');
    assert.equal(await headline(page), 'Second');
    await seesNot(page, 'Secret');
    assert.equal(await visit(page, '/nowhere'), 404);
    await close();
  });

  test(`axe passes a good page and fails a bad one (${way})`, async () => {
    const { page, close } = await openPage(browser, origin, { javaScript });
    await visit(page, '/');
    await axe(page);
    await visit(page, '/unlabelled');
    await assert.rejects(axe(page), /label/);
    await close();
  });

  for (const [path, fault] of [
    ['/inline', /Content Security Policy/],
    ['/elsewhere', /another site/],
  ]) {
    test(`the watch finds ${path} (${way})`, async () => {
      const { page, close } = await openPage(browser, origin, { javaScript });
      await visit(page, path);
      await assert.rejects(close(), fault);
    });
  }
}

test('the watch finds a part that does not load', async () => {
  const { page, close } = await openPage(browser, origin);
  await visit(page, '/broken-part');
  await assert.rejects(close(), /script with status 404/);
});

test('hands refuse to guess', async () => {
  const { page, close } = await openPage(browser, origin);
  await visit(page, '/');
  await assert.rejects(press(page, 'Ask'), /2 times button "Ask"/);
  await press(part(page, 'listitem', 'Ivo'), 'Ask');
  page.setDefaultTimeout(300);
  await assert.rejects(press(page, 'Absent'), /no button "Absent"/);
  await close();
});

test('a page that is too wide is found', async () => {
  const { page, close } = await openPage(browser, origin);
  await visit(page, '/');
  await fits(page, 320);
  await visit(page, '/wide');
  await assert.rejects(fits(page, 320), /needs/);
  await close();
});

test('pictures are written at both widths', async () => {
  const { page, close } = await openPage(browser, origin);
  await visit(page, '/');
  const written = await shot(page, 'selftest');
  assert.equal(written.length, 2);
  for (const path of written) {
    assert.ok(existsSync(path));
    rmSync(path);
  }
  await close();
});
