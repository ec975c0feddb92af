// Trust: a stranger is warned of, a contact vouches, the way to them is told and drawn, a card
// opens to those whom its owner trusts and closes again, and what is private stays so. In two
// browsers, one of them on a phone and without the script, and a third in Spanish.

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
  await shot(page, `trust-${name}`);
}

async function signUp(page, path, name, handle) {
  await visit(page, path);
  await fill(page, /Your name/, name);
  await fill(page, /Handle/, handle);
  await fill(page, /^Password/, PASSWORD);
  await press(page, 'Create account');
  await follow(page, 'I have kept it. Continue');
}

async function open(page, name) {
  await visit(page, '/helpers');
  await follow(page, name);
}

async function befriend(one, other, oneName, otherName) {
  await open(one, otherName);
  await press(one, 'Ask to be contacts');
  await open(other, oneName);
  await press(other, 'Accept contact');
}

test('a vouch makes a way from one helper to another, and can be taken back', async () => {
  const program = await startProgram({ command: 'serve' });
  const first = await openPage(browser, program.origin, {});
  const second = await openPage(browser, program.origin, { javaScript: false, width: 390 });
  const third = await openPage(browser, program.origin, {});
  const [rosa, eva, ida] = [first.page, second.page, third.page];

  const [, link] = await program.printed(/(\/join\/\S+)/);
  await signUp(rosa, link, 'Rosa Tester', 'rosa');
  await visit(rosa, '/admin');
  await choose(rosa, /New helpers come/, 'Freely');
  await press(rosa, 'Save');
  await signUp(eva, '/sign-up', 'Eva Tester', 'eva');
  await signUp(ida, '/sign-up', 'Ida Tester', 'ida');

  // A stranger: nobody knows her, and the page says how to check.
  await open(rosa, /Ida Tester/);
  await sees(rosa, 'Nobody you know knows this helper');
  await look(rosa, 'stranger');

  // Only contacts are vouched for.
  await visit(rosa, '/vouches');
  await sees(rosa, 'Nothing said yet');
  await look(rosa, 'empty');
  await befriend(rosa, eva, /Rosa Tester/, /Eva Tester/);
  await befriend(eva, ida, /Eva Tester/, /Ida Tester/);
  await open(rosa, /Eva Tester/);
  await follow(rosa, 'Vouch for Eva Tester');
  await press(rosa, 'Say it');
  await sees(rosa, 'Choose what you can say.');
  await choose(rosa, /What can you say/, /send my mother/);
  await fill(rosa, /A note for yourself/, 'We sang in one choir.');
  await look(rosa, 'form');
  await press(rosa, 'Say it');
  await sees(rosa, 'Said. Thank you.');

  // Eva reads who said it, and not the note; she vouches for Ida.
  await visit(eva, '/notifications');
  await press(eva, /Rosa Tester vouched for you/);
  await sees(eva, 'What others say about you');
  await seesNot(eva, 'choir');
  await look(eva, 'received');
  await open(eva, /Ida Tester/);
  await follow(eva, 'Vouch for Ida Tester');
  await choose(eva, /What can you say/, /I have worked with them/);
  await fill(eva, /About what/, 'children and family');
  await press(eva, 'Say it');
  await sees(eva, 'Said. Thank you.');

  // Now there is a way from Rosa to Ida, in words and as a picture.
  await open(rosa, /Ida Tester/);
  await seesNot(rosa, 'Nobody you know knows this helper');
  await sees(rosa, /You about Eva Tester: “I would send my mother to them”/);
  await sees(rosa, /Eva Tester about Ida Tester: “I have worked with them” \(children and family\)/);
  assert.equal(await rosa.getByRole('img', { name: /Your way to Ida Tester: 2 steps/ }).count(), 1);
  await look(rosa, 'way');

  // What Rosa keeps to herself, Ida never learns.
  await unfold(rosa, 'If you do not rely on them');
  await press(rosa, 'I do not rely on Ida Tester');
  await sees(rosa, 'Be careful with this helper');
  await look(rosa, 'distrust');
  await visit(ida, '/vouches');
  await sees(ida, 'Eva Tester');
  await seesNot(ida, 'Rosa');
  await visit(rosa, '/vouches');
  await sees(rosa, 'On whom you do not rely');
  await look(rosa, 'mine');
  await press(rosa, 'Lift this');
  await sees(rosa, 'Lifted.');

  // Taken back, the way is gone with the next page.
  await visit(eva, '/vouches');
  await follow(eva, 'Take back: Ida Tester');
  await look(eva, 'revoke');
  await press(eva, 'Take back');
  await sees(eva, 'Taken back.');
  await open(rosa, /Ida Tester/);
  await sees(rosa, 'Nobody you know knows this helper');

  // Who may send an enquiry is a choice of the profile.
  await visit(rosa, '/profile');
  await fill(rosa, /Who may send you enquiries/, 'Contacts, and helpers I trust');
  await press(rosa, 'Save profile');

  for (const { close } of [first, second, third]) await close();
  await program.stop();
});
