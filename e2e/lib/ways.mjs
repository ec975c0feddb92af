// Ways that several journeys go: a helper signs up, a client is recorded, a card is shared, a
// client says yes.

import { choose, fill, follow, press, sees, tick, visit } from './index.mjs';

export const PASSWORD = 'lantern tuba quiet maple';

/** Ticks a term in one of the pickers, which may be folded. */
export async function pickTerm(page, picker, group, label) {
  const summary = page.locator('summary', { hasText: new RegExp(`^\\s*${group}`) });
  const folded = page.locator(`#${picker} details`).filter({ has: summary }).first();
  if ((await folded.getAttribute('open')) === null) await folded.locator('summary').first().click();
  await folded.getByLabel(label, { exact: true }).check();
}

/** Signs up by a path that is open, and keeps the recovery code. */
export async function signUp(page, path, name, handle) {
  await visit(page, path);
  await fill(page, /Your name/, name);
  await fill(page, /Handle/, handle);
  await fill(page, /^Password/, PASSWORD);
  await press(page, 'Create account');
  await follow(page, 'I have kept it. Continue');
  await sees(page, `Hello, ${name}`);
}

/** The first helper comes by the printed link and opens the door; the second walks in. */
export async function twoHelpers(program, rosa, eva) {
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
  await sees(rosa, 'You are now contacts.');
}

/** Records a client of 1950 in Fresno; `canary` goes into the name and the telephone. */
export async function record(page, { name, canary = '', need, offer }) {
  await follow(page, 'New client');
  await fill(page, /Name or initials/, `${name} ${canary}`);
  await fill(page, /Year or date of birth/, '1950');
  await fill(page, 'Gender', 'Woman');
  await fill(page, /Where they live/, 'Fresno, California, United States');
  await pickTerm(page, 'languages', 'Often spoken', 'English');
  await page.locator('details.more').filter({ hasText: 'Name and contact details' }).locator('summary').first().click();
  await fill(page, /^Telephone/, `+1 559 555 ${canary || '0100'}`);
  await pickTerm(page, 'needs', need[0], need[1]);
  await page.locator('details.more').filter({ hasText: 'What they can give' }).locator('summary').first().click();
  await pickTerm(page, 'offers', offer[0], offer[1]);
  await press(page, 'Record client');
  await sees(page, 'Recorded. Add more whenever you know more.');
}

/** Two clients who fit: Rosa's Dolores, with a card for contacts, and Eva's Ana. */
export async function twoClients(rosa, eva) {
  await visit(rosa, '/clients');
  await record(rosa, {
    name: 'Dolores', need: ['Getting around', 'Rides to the doctor'], offer: ['Company', 'Friendly phone calls'],
  });
  await follow(rosa, 'Make a card');
  await press(rosa, 'Record consent');
  await choose(rosa, /Who may see it/, 'My contacts');
  await press(rosa, 'Show the card again');
  await press(rosa, 'Publish card');
  await sees(rosa, /Suggestions for/);
  await visit(eva, '/clients');
  await record(eva, {
    name: 'Ana', need: ['Company', 'Friendly phone calls'], offer: ['Getting around', 'Rides to the doctor'],
  });
}

/** The client of this side says yes: first name and telephone. */
export async function sayYes(page) {
  await tick(page, 'first name');
  await tick(page, 'telephone');
  await press(page, 'My client says yes');
  await sees(page, 'Your side’s yes is recorded.');
}
