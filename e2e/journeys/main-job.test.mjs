// The main job, from sign-up to outcome, by two helpers in two browsers: with and without script,
// on SQLite and on PostgreSQL. Afterwards the database's files must hold none of the words that
// were typed into records and messages.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  axe, choose, fill, fits, follow, freshPostgres, openBrowser, openPage, press, sees, seesNot, shot, startProgram, tick,
  visit,
} from '../lib/index.mjs';
import { record, sayYes } from '../lib/ways.mjs';

const PASSWORD = 'lantern tuba quiet maple';
// Words that occur nowhere else: what leaks is found.
const CANARIES = Array.from({ length: 50 }, (_, n) => `canary${n}zq${(n * 7919 + 104729).toString(36)}`);
const ROUNDS = [
  { name: 'SQLite, with script', javaScript: true },
  { name: 'SQLite, without script', javaScript: false },
  { name: 'PostgreSQL, without script', javaScript: false, postgres: true },
];

let browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

/** Looks at a page as a person and as a machine: axe, 320 px, and a picture. */
async function look(page, name, round) {
  await axe(page);
  await fits(page, 320);
  await shot(page, `${name}-${round.javaScript ? 'script' : 'plain'}`);
}

async function signUp(page, path, name, handle, round) {
  await visit(page, path);
  await fill(page, /Your name/, name);
  await fill(page, /Handle/, handle);
  await fill(page, /^Password/, 'short');
  await press(page, 'Create account');
  await sees(page, 'The password is too short.');
  assert.equal(await page.getByLabel(/Your name/).inputValue(), name, 'nothing typed is lost');
  await fill(page, /^Password/, PASSWORD);
  await press(page, 'Create account');
  await sees(page, 'Your recovery code');
  await look(page, 'recovery-code', round);
  await follow(page, 'I have kept it. Continue');
  await sees(page, `Hello, ${name}`);
}

async function shareWithContacts(page, round) {
  await follow(page, 'Make a card');
  await sees(page, 'First, ask the client');
  await look(page, 'card-before', round);
  await press(page, 'Record consent');
  await choose(page, /Who may see it/, 'My contacts');
  await press(page, 'Show the card again');
  await sees(page, 'Only your contacts see it');
  await look(page, 'card-preview', round);
  await press(page, 'Publish card');
  await sees(page, /Suggestions for/);
}

async function filesOf(folder) {
  const names = await readdir(folder);
  const parts = await Promise.all(names.map((name) => readFile(join(folder, name)).catch(() => Buffer.alloc(0))));
  return Buffer.concat(parts);
}

for (const round of ROUNDS) {
  test(`from sign-up to outcome (${round.name})`, async () => {
    const database = round.postgres ? freshPostgres() : undefined;
    const program = await startProgram({ command: 'serve', database });
    const first = await openPage(browser, program.origin, { javaScript: round.javaScript });
    const second = await openPage(browser, program.origin, { javaScript: round.javaScript, width: 390 });
    const rosa = first.page;
    const eva = second.page;

    // The first administrator comes by the link that the program printed, and opens the door.
    const [, link] = await program.printed(/(\/join\/\S+)/);
    await signUp(rosa, link, 'Rosa Tester', 'rosa', round);
    await look(rosa, 'today-first', round);
    await visit(rosa, '/admin');
    await choose(rosa, /New helpers come/, 'Freely');
    await press(rosa, 'Save');
    await look(rosa, 'admin', round);
    await signUp(eva, '/sign-up', 'Eva Tester', 'eva', round);

    // They become contacts.
    await visit(eva, '/helpers');
    await look(eva, 'helpers', round);
    await follow(eva, /Rosa Tester/);
    await press(eva, 'Ask to be contacts');
    await visit(rosa, '/notifications');
    await look(rosa, 'notifications', round);
    await press(rosa, /asks to be your contact/);
    await press(rosa, 'Accept contact');
    await sees(rosa, 'You are now contacts.');

    // Each records a client; every secret word goes in somewhere.
    await visit(rosa, '/clients');
    await look(rosa, 'clients-empty', round);
    await record(rosa, {
      name: 'Dolores', canary: CANARIES[0],
      need: ['Getting around', 'Rides to the doctor'], offer: ['Company', 'Friendly phone calls'],
    });
    await fill(rosa, 'New note', CANARIES.slice(2, 40).join(' '));
    await press(rosa, 'Add note');
    await sees(rosa, CANARIES[39]);
    await look(rosa, 'client', round);
    await visit(eva, '/clients');
    await record(eva, {
      name: 'Ana', canary: CANARIES[1],
      need: ['Company', 'Friendly phone calls'], offer: ['Getting around', 'Rides to the doctor'],
    });

    // Rosa shares a card; Eva finds it among the suggestions, with reasons, and asks.
    await shareWithContacts(rosa, round);
    await visit(eva, '/clients');
    await follow(eva, /Ana/);
    await follow(eva, 'Suggestions');
    await sees(eva, /They can give “Friendly phone calls”/);
    await look(eva, 'suggestions', round);
    await follow(eva, 'Look side by side');
    await look(eva, 'pair', round);
    await follow(eva, 'Ask this helper');
    await fill(eva, 'A few words', CANARIES.slice(40, 48).join(' '));
    await look(eva, 'enquiry', round);
    await press(eva, 'Send enquiry');
    await sees(eva, 'Your enquiry is sent.');
    await seesNot(eva, 'Dolores');

    // Rosa accepts, they talk, Eva proposes, both clients say yes.
    await visit(rosa, '/today');
    await look(rosa, 'today-waiting', round);
    await visit(rosa, '/notifications');
    await press(rosa, 'A helper asks about one of yours: answer');
    await sees(rosa, CANARIES[40]);
    await seesNot(rosa, 'Eva Tester');
    await look(rosa, 'room-asked', round);
    await press(rosa, 'Accept and talk');
    await sees(rosa, 'With Eva Tester');
    await fill(rosa, 'Write a message', `${CANARIES[48]} ${CANARIES[49]}`);
    await press(rosa, 'Send message');
    await eva.reload();
    await sees(eva, CANARIES[49]);
    await press(eva, 'Propose introduction');
    await look(eva, 'room-proposed', round);
    await sayYes(eva);
    await rosa.reload();
    await seesNot(rosa, CANARIES[1]);
    await sayYes(rosa);
    await sees(rosa, CANARIES[1]);
    await look(rosa, 'room-released', round);

    // They plan the first meeting; where it is stays between the two helpers.
    await follow(rosa, 'Plan the first meeting');
    await look(rosa, 'meeting-form', round);
    await press(rosa, 'Keep it and tell Eva Tester');
    await sees(rosa, /A meeting needs a place/);
    await fill(rosa, /^Where required/, `Café ${CANARIES[47]}`);
    await tick(rosa, 'It is in a public place');
    await press(rosa, 'Keep it and tell Eva Tester');
    await sees(rosa, 'The meeting is kept');
    await look(rosa, 'room-meeting', round);
    await eva.reload();
    await sees(eva, `Café ${CANARIES[47]}`);
    await sees(eva, 'Still to think of');

    // Introduced, and how it went, from each side.
    await eva.reload();
    await tick(eva, 'A helper went along');
    await press(eva, 'They are introduced');
    await sees(eva, 'Wonderful.');
    for (const page of [eva, rosa]) {
      await page.reload();
      await choose(page, /Did they get in touch/, 'Yes');
      await choose(page, /Are they still in touch/, 'Yes');
      await choose(page, /Did it help/, 'It helped');
      await press(page, 'Save how it went');
    }
    await sees(rosa, 'It worked out');
    await look(rosa, 'room-closed', round);
    await seesNot(rosa, CANARIES[1]);

    // What is kept holds none of the secret words.
    const kept = database
      ? Buffer.from(spawnSync('pg_dump', [database], { maxBuffer: 1 << 28 }).stdout)
      : await filesOf(program.dataDir);
    assert.ok(kept.length > 50_000, 'the database was read');
    assert.ok(kept.includes('rosa'), 'what is no secret is found');
    for (const canary of CANARIES) {
      assert.ok(!kept.includes(canary), `${canary} is in the database's files`);
      assert.ok(!program.output.includes(canary), `${canary} is in the log`);
    }
    await first.close();
    await second.close();
    await program.stop();
  });
}

test('every page of the demo is in order in Spanish', async () => {
  const program = await startProgram({ command: 'demo' });
  const { page, close } = await openPage(browser, program.origin, { language: 'es', width: 390 });
  await visit(page, '/sign-in');
  await fill(page, /Usuario/, 'marisol');
  await fill(page, /Contraseña/, 'seven lanterns by the canal');
  await press(page, 'Entrar');
  const paths = [
    '/today', '/clients', '/clients/new', '/find', '/find?kind=helper', '/find?kind=service', '/matches', '/helpers',
    '/contacts', '/notifications', '/profile', '/account', '/admin', '/about', '/help', '/privacy',
  ];
  for (const path of paths) {
    assert.equal(await visit(page, path), 200, path);
    await axe(page);
    await fits(page, 320);
    await shot(page, `es${path.replaceAll(/[^a-z]+/g, '-')}`);
  }
  await close();
  await program.stop();
});
