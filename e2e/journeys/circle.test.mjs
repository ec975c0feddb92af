// A record with two readers: invited, accepted, read and written by both, keys compared, and
// removed again. In two browsers, one of them on a phone and without the script.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  axe, choose, fill, fits, follow, openBrowser, openPage, press, sees, seesNot, shot, startProgram, visit,
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
  await shot(page, `circle-${name}`);
}

async function signUp(page, path, name, handle) {
  await visit(page, path);
  await fill(page, /Your name/, name);
  await fill(page, /Handle/, handle);
  await fill(page, /^Password/, PASSWORD);
  await press(page, 'Create account');
  await follow(page, 'I have kept it. Continue');
}

test('a record gets a second reader, and loses them again', async () => {
  const program = await startProgram({ command: 'serve' });
  const first = await openPage(browser, program.origin, {});
  const second = await openPage(browser, program.origin, { javaScript: false, width: 390 });
  const rosa = first.page;
  const eva = second.page;

  const [, link] = await program.printed(/(\/join\/\S+)/);
  await signUp(rosa, link, 'Rosa Tester', 'rosa');
  await visit(rosa, '/admin');
  await choose(rosa, /New helpers come/, 'Freely');
  await press(rosa, 'Save');
  await signUp(eva, '/sign-up', 'Eva Tester', 'eva');
  await visit(eva, '/helpers');
  await follow(eva, /Rosa Tester/);
  await press(eva, 'Ask to be contacts');
  await visit(rosa, '/notifications');
  await press(rosa, /asks to be your contact/);
  await press(rosa, 'Accept contact');

  // Both see the same two rows of digits.
  await sees(rosa, 'Compare keys');
  await look(rosa, 'keys');
  const digits = async (page) => (await page.locator('code').allInnerTexts()).map((text) => text.trim());
  const [evas, rosas] = await digits(rosa);
  await visit(eva, '/helpers');
  await follow(eva, /Rosa Tester/);
  assert.deepEqual(await digits(eva), [rosas, evas]);
  await press(rosa, 'They are the same: note it');
  await sees(rosa, /You compared these on/);

  // Rosa records a client, is told that two readers are safer, and invites Eva.
  await visit(rosa, '/clients/new');
  await fill(rosa, /Name or initials/, 'Dolores Quispe');
  await press(rosa, 'Record client');
  await follow(rosa, 'Who can read this record');
  await sees(rosa, 'Two readers are safer than one');
  await look(rosa, 'alone');
  await press(rosa, 'Send the invitation');
  await sees(rosa, 'Ask the client first, and say how they agreed.');
  await fill(rosa, /Which contact/, 'Eva Tester');
  await choose(rosa, /How did the client agree/, 'By word of mouth');
  await press(rosa, 'Send the invitation');
  await sees(rosa, 'The invitation was sent.');
  await look(rosa, 'invited');

  // Nothing of the record is to be seen before Eva says yes.
  await visit(eva, '/clients');
  await seesNot(eva, 'Dolores');
  await follow(eva, 'Invitations');
  await seesNot(eva, 'Dolores');
  await look(eva, 'offers');
  await press(eva, 'Accept');
  await sees(eva, 'You joined the circle.');
  await sees(eva, 'Dolores Quispe');
  await fill(eva, 'New note', 'Eva was here.');
  await press(eva, 'Add note');
  await visit(rosa, '/clients');
  await sees(rosa, '2 readers');
  await look(rosa, 'list');
  await follow(rosa, /Dolores/);
  await sees(rosa, 'Eva was here.');

  // Removed: the record is gone from Eva's list, and she is told by whom.
  await follow(rosa, 'Who can read this record');
  await look(rosa, 'two');
  await follow(rosa, 'Remove Eva Tester');
  await look(rosa, 'remove');
  await press(rosa, 'Remove');
  await sees(rosa, 'They can no longer open the record.');
  await visit(eva, '/clients');
  await seesNot(eva, 'Dolores');
  await visit(eva, '/notifications');
  await sees(eva, 'Rosa Tester removed you from a client’s circle');
  await visit(rosa, '/clients/hand-over');
  await sees(rosa, 'You lead one client.');
  await look(rosa, 'hand-over');

  await first.close();
  await second.close();
  await program.stop();
});
