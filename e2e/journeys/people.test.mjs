// Contacts and helpers: an invitation with a word and a greeting, and the sign-up by it; how one
// wants to be found; the directory, narrowed down; a note and tags that nobody else reads and that
// stand in no address; an address book, looked through and forgotten. With the script, and on a
// phone without it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  axe, choose, fill, fits, follow, openBrowser, openPage, part, press, sees, seesNot, settled, shot,
  startProgram, tick, unfold, visit,
} from '../lib/index.mjs';

const PASSWORD = 'lantern tuba quiet maple';
const BOOK = [
  'BEGIN:VCARD', 'VERSION:2.1',
  'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Evita=20from=20the=20ch=C3=B3ir',
  'EMAIL;PREF:EVA@example.org', 'END:VCARD',
  'BEGIN:VCARD', 'VERSION:3.0', 'FN:Ana Invented', 'item1.EMAIL;type=pref:ana@example.org', 'END:VCARD',
  'BEGIN:VCARD', 'VERSION:4.0', 'FN:Ida Tester', 'END:VCARD',
  'BEGIN:VCARD', 'VERSION:3.0', 'END:VCARD', '',
].join('\r\n');

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
  await shot(page, `people-${name}`);
}

async function signUp(page, name, handle) {
  await fill(page, /Your name/, name);
  await fill(page, /Handle/, handle);
  await fill(page, /^Password/, PASSWORD);
  await press(page, 'Create account');
  await follow(page, 'I have kept it. Continue');
}

async function upload(page, name, text) {
  await page.getByLabel(/Address book/).setInputFiles({
    name, mimeType: 'text/vcard', buffer: Buffer.from(text),
  });
  await press(page, 'Look through it');
}

test('helpers are invited, found, and remembered', async () => {
  const program = await startProgram({ command: 'serve' });
  const first = await openPage(browser, program.origin, {});
  const second = await openPage(browser, program.origin, { javaScript: false, width: 390 });
  const third = await openPage(browser, program.origin, {});
  const [rosa, eva, ida] = [first.page, second.page, third.page];

  const [, start] = await program.printed(/(\/join\/\S+)/);
  await visit(rosa, start);
  await signUp(rosa, 'Rosa Tester', 'rosa');
  await visit(rosa, '/admin');
  await choose(rosa, /New helpers come/, 'Freely');
  await press(rosa, 'Save');
  await visit(ida, '/sign-up');
  await signUp(ida, 'Ida Tester', 'ida');

  // Rosa invites Eva, with a word and a greeting. A name in it would be asked about.
  await visit(rosa, '/contacts');
  await follow(rosa, 'Invite somebody');
  await tick(rosa, /I wish to become contacts/);
  await choose(rosa, /What can you say/, 'I have worked with them');
  await fill(rosa, 'A greeting', 'Good that you come.');
  await look(rosa, 'invite');
  await press(rosa, 'Make an invitation link');
  await sees(rosa, 'Your invitation link');
  await look(rosa, 'invited');
  const link = await rosa.locator('#invitation-link').innerText();
  assert.ok(link.startsWith(program.origin), link);

  // Eva reads it, and says yes to being a contact herself.
  await visit(eva, link);
  await sees(eva, 'Rosa Tester invites you');
  await sees(eva, 'Good that you come.');
  await look(eva, 'arrives');
  await tick(eva, /Become contacts with Rosa Tester/);
  await signUp(eva, 'Eva Tester', 'eva');
  await visit(eva, '/contacts');
  await sees(eva, 'Rosa Tester');
  await visit(rosa, '/notifications');
  await sees(rosa, /Eva Tester/);

  // Eva wants to be found by her address.
  await visit(eva, '/contacts');
  await follow(eva, 'How I can be found');
  await fill(eva, /Mail address or telephone/, 'hello');
  await press(eva, 'Be found by this');
  await sees(eva, /neither a mail address nor a number/);
  await fill(eva, /Mail address or telephone/, 'eva@example.org');
  await press(eva, 'Be found by this');
  await sees(eva, 'eva@example.org');
  await look(eva, 'found-by');

  // A note and tags; then the directory by the tag, which stands in no address.
  await visit(rosa, '/helpers');
  await look(rosa, 'directory');
  await follow(rosa, /Eva Tester/);
  await fill(rosa, /^Note/, 'Sings alto, and drives.');
  await fill(rosa, /^Tags/, 'Choir, #Rides');
  await press(rosa, 'Keep note and tags');
  await sees(rosa, 'Kept, for you alone.');
  await look(rosa, 'note');
  await visit(rosa, '/helpers');
  await unfold(rosa, /More: place/);
  await settled(rosa, () => fill(rosa, 'My tag', 'choir'));
  await part(rosa, 'listitem', 'Ida Tester').waitFor({ state: 'detached' });
  await sees(rosa, 'Eva Tester');
  await seesNot(rosa, 'Ida Tester');
  assert.ok(!rosa.url().includes('choir'), rosa.url());
  await look(rosa, 'by-tag');
  await visit(eva, '/helpers');
  await seesNot(eva, 'choir');
  await fill(eva, /Words: a name/, 'ida');
  await press(eva, 'Show results');
  await sees(eva, 'Ida Tester');
  await seesNot(eva, 'Rosa Tester');
  assert.ok(eva.url().endsWith('/helpers'), eva.url());

  // The address book: who says an address is theirs, who may be meant, who could be invited.
  await visit(rosa, '/contacts');
  await follow(rosa, 'Look through my address book');
  await upload(rosa, 'table.csv', 'name,phone\nEva,1\n');
  await sees(rosa, /no vCard in this file/);
  await look(rosa, 'book-refused');
  await upload(rosa, 'large.vcf', 'x'.repeat(9 * 1024 * 1024));
  await sees(rosa, /larger than 8 MB/);
  await upload(rosa, 'book.vcf', BOOK);
  await part(rosa, 'listitem', 'Evita from the chóir').getByRole('link', { name: /Eva Tester/ }).waitFor();
  await sees(rosa, /May be, by the name/);
  await sees(rosa, /(One entry|1 entries) could not be read/);
  await press(rosa, 'Invite Ana Invented');
  await sees(rosa, 'Your invitation link');
  const mail = await rosa.getByRole('link', { name: 'Open in my mail program' }).getAttribute('href');
  assert.ok(mail.startsWith('mailto:ana@example.org?'), mail);
  await sees(rosa, 'Evita from the chóir');
  await look(rosa, 'book');
  await visit(rosa, '/contacts/import');
  await seesNot(rosa, 'Ana Invented');

  // Without the script the answer opens beside the list.
  await visit(eva, '/contacts/import');
  await upload(eva, 'book.vcf', BOOK);
  const beside = eva.context().waitForEvent('page');
  await eva.getByRole('button', { name: 'Invite Ana Invented' }).click();
  const tab = await beside;
  await sees(tab, 'Your invitation link');
  await sees(eva, 'Ana Invented');

  for (const { close } of [first, second, third]) await close();
  await program.stop();
});
