// Two helpers write to each other: from a helper's page, with a picture whose place is gone
// afterwards, read marks, the page that follows the bell, a question about what was typed, a file
// that is refused, search, deleting; on a phone without the script, in Spanish.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  axe, choose, fill, fits, follow, openBrowser, openPage, press, sees, seesNot, shot, startProgram,
  unfold, visit,
} from '../lib/index.mjs';

const PASSWORD = 'lantern tuba quiet maple';

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
  await shot(page, `messages-${name}`);
}

async function signUp(page, name, handle) {
  await fill(page, /Your name/, name);
  await fill(page, /Handle/, handle);
  await fill(page, /^Password/, PASSWORD);
  await press(page, 'Create account');
  await follow(page, 'I have kept it. Continue');
}

/** A picture of this page, with a text in it that tells where it was taken. */
async function photograph(page) {
  const png = await page.screenshot({ clip: { x: 0, y: 0, width: 320, height: 200 } });
  const words = Buffer.from('Comment\0GPS 36.7378 N 119.7871 W');
  const chunk = Buffer.concat([Buffer.from('tEXt'), words]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(words.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(chunk));
  return Buffer.concat([png.subarray(0, 33), length, chunk, sum, png.subarray(33)]);
}

function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}

test('two helpers write to each other', async () => {
  const program = await startProgram({ command: 'serve' });
  const first = await openPage(browser, program.origin, {});
  const second = await openPage(browser, program.origin, { javaScript: false, width: 390 });
  const [rosa, eva] = [first.page, second.page];

  const [, start] = await program.printed(/(\/join\/\S+)/);
  await visit(rosa, start);
  await signUp(rosa, 'Rosa Tester', 'rosa');
  await visit(rosa, '/admin');
  await choose(rosa, /New helpers come/, 'Freely');
  await press(rosa, 'Save');
  await visit(eva, '/sign-up');
  await signUp(eva, 'Eva Tester', 'eva');

  await visit(rosa, '/messages');
  await sees(rosa, 'No messages yet');
  await look(rosa, 'empty');

  // Strangers cannot write; contacts can.
  await visit(rosa, '/helpers');
  await follow(rosa, 'Eva Tester');
  await seesNot(rosa, 'Write to Eva Tester');
  const page = new URL(rosa.url()).pathname;
  const refused = await rosa.request.get(`${program.origin}${page}/write`);
  assert.equal(refused.status(), 404);
  await press(rosa, 'Ask to be contacts');
  await visit(eva, '/contacts');
  await press(eva, 'Accept');
  await visit(rosa, page);
  await follow(rosa, 'Write to Eva Tester');
  await look(rosa, 'start');

  // What may tell who somebody is, is asked about first.
  await fill(rosa, 'Your message', 'Call Dolores Example at 555-0142.');
  await press(rosa, 'Send message');
  await sees(rosa, /555-0142/);
  assert.equal(await rosa.getByLabel('Your message').inputValue(), 'Call Dolores Example at 555-0142.');
  await look(rosa, 'asked');
  await fill(rosa, 'Your message', 'Is this the door we mean?');
  await unfold(rosa, 'Add files');
  await rosa.getByLabel(/Pictures, PDF/).setInputFiles({
    name: 'door.png', mimeType: 'image/png', buffer: await photograph(rosa),
  });
  await press(rosa, 'Send message');
  await sees(rosa, 'Is this the door we mean?');
  const picture = rosa.locator('img.picture');
  assert.ok(await picture.evaluate((image) => image.complete && image.naturalWidth > 0));
  const kept = await rosa.request.get(await picture.getAttribute('src').then((src) => program.origin + src));
  assert.equal(kept.headers()['x-content-type-options'], 'nosniff');
  assert.match(kept.headers()['content-disposition'], /^attachment; filename="door\.png"/);
  assert.ok(!(await kept.body()).includes('GPS'));
  await look(rosa, 'thread');

  // Eva is told, reads and answers, without the script.
  await visit(eva, '/today');
  await follow(eva, /Messages: 1 conversation with something new/);
  await look(eva, 'list');
  await follow(eva, 'Rosa Tester');
  await sees(eva, 'Is this the door we mean?');
  await fill(eva, 'Your message', 'It is. The bell is broken, knock.');
  await press(eva, 'Send message');
  await sees(eva, 'It is. The bell is broken, knock.');
  await look(eva, 'answered');

  // Rosa's open page follows, and what she types stays.
  await rosa.getByLabel('Your message').fill('I was about to');
  await sees(rosa, 'It is. The bell is broken, knock.');
  await sees(rosa, 'Read');
  assert.equal(await rosa.getByLabel('Your message').inputValue(), 'I was about to');
  await rosa.getByLabel('Your message').fill('');

  // A file that is none of those taken: said why, and what was typed stays.
  await fill(rosa, 'Your message', 'And the key?');
  await unfold(rosa, 'Add files');
  await rosa.getByLabel(/Pictures, PDF/).setInputFiles({
    name: 'key.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ\x90\0'),
  });
  await press(rosa, 'Send message');
  await sees(rosa, /“.?key.exe.?” is no picture/);
  assert.equal(await rosa.getByLabel('Your message').inputValue(), 'And the key?');
  await look(rosa, 'refused');
  await press(rosa, 'Send message');

  // Search, and deleting for everybody.
  await visit(eva, '/messages');
  await fill(eva, 'Search your messages', 'KEY');
  await press(eva, 'Show results');
  await sees(eva, '1 message found');
  assert.ok(!eva.url().includes('KEY'), 'what is searched for stands in no address');
  await look(eva, 'found');
  await visit(rosa, '/messages');
  await follow(rosa, 'Eva Tester');
  await rosa.locator('li.mine').last().getByRole('link', { name: /Delete/ }).click();
  await look(rosa, 'delete');
  await press(rosa, 'Delete for everybody');
  await sees(rosa, 'A message was deleted.');

  // Export, mute, and the same in Spanish.
  const exported = await rosa.request.get(`${rosa.url().split('?')[0]}/export.txt`);
  assert.match(await exported.text(), /Is this the door we mean\?/);
  await unfold(rosa, 'Mute or take along');
  await press(rosa, 'Mute this conversation');
  await sees(rosa, 'Muted');
  await visit(eva, '/messages');
  await press(eva, 'Español');
  await sees(eva, 'Mensajes');
  await look(eva, 'list-es');
  await follow(eva, 'Rosa Tester');
  await sees(eva, 'Se borró un mensaje.');
  await look(eva, 'thread-es');
  await program.stop();
});
