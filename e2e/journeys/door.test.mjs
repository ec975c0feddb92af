// Signing in with a second step and coming back: an app's codes without script, a passkey with
// Chromium's virtual authenticator, trusted contacts up to the waiting time, a token for a program.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  axe, choose, fill, fits, follow, openBrowser, openPage, press, sees, seesNot, shot, startProgram, tick, unfold, visit,
} from '../lib/index.mjs';

const PASSWORD = 'lantern tuba quiet maple';

let browser;
let program;
let origin;

before(async () => {
  browser = await openBrowser();
  program = await startProgram({ command: 'serve' });
  // Passkeys are bound to a name, and this machine's is localhost.
  origin = program.origin.replace('127.0.0.1', 'localhost');
  const admin = await openPage(browser, origin);
  const [, link] = await program.printed(/(\/join\/\S+)/);
  await signUp(admin.page, link, 'Ada Admin', 'ada');
  await visit(admin.page, '/admin');
  await choose(admin.page, /New helpers come/, 'Freely');
  await press(admin.page, 'Save');
  await admin.close();
});

after(async () => {
  await browser?.close();
  await program?.stop();
});

async function signUp(page, path, name, handle) {
  await visit(page, path);
  await fill(page, /Your name/, name);
  await fill(page, /Handle/, handle);
  await fill(page, /^Password/, PASSWORD);
  await press(page, 'Create account');
  const code = (await page.locator('#recovery-code').innerText()).trim();
  await follow(page, 'I have kept it. Continue');
  return code;
}

async function look(page, name) {
  await axe(page);
  await fits(page, 320);
  await shot(page, name);
}

async function signIn(page, handle) {
  await visit(page, '/sign-in');
  await fill(page, /Handle/, handle);
  await fill(page, /^Password/, PASSWORD);
  await press(page, 'Sign in');
}

/** The code that an authenticator app shows, by RFC 6238. */
function totp(secret, at = Date.now()) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replaceAll(' ', '')].map((one) => letters.indexOf(one).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac('sha1', key).update(step).digest();
  const number = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

test('a second step by an app, without script', async () => {
  const { page, close } = await openPage(browser, origin, { javaScript: false, width: 390 });
  const recovery = await signUp(page, '/sign-up', 'Rosa Tester', 'rosa');
  await visit(page, '/account');
  await look(page, 'door-settings');
  await follow(page, 'Second step at sign-in');
  await look(page, 'door-factors');
  await page.locator('#app_name').fill('My phone');
  await page.locator('#app_password').fill(PASSWORD);
  await press(page, 'Add an app with codes');
  await look(page, 'door-app');
  const secret = (await page.locator('#app-secret').innerText()).trim();
  await fill(page, /^Code/, '123');
  await press(page, 'Turn it on');
  await sees(page, /This code does not fit/);
  await fill(page, /^Code/, totp(secret, Date.now() - 30_000));
  await press(page, 'Turn it on');
  await sees(page, 'It is on. Next time we ask for it after your password.');
  await look(page, 'door-factors-on');

  const other = await openPage(browser, origin, { javaScript: false });
  await signIn(other.page, 'rosa');
  await sees(other.page, 'One more step');
  await look(other.page, 'door-second');
  await visit(other.page, '/clients');
  await sees(other.page, 'Sign in');
  await visit(other.page, '/sign-in/second');
  const code = totp(secret);
  await fill(other.page, /^Code/, code);
  await press(other.page, 'Sign in');
  await sees(other.page, /Hello, Rosa Tester/);
  await other.close();

  const third = await openPage(browser, origin, { javaScript: false });
  await signIn(third.page, 'rosa');
  await fill(third.page, /^Code/, code);
  await press(third.page, 'Sign in');
  await sees(third.page, /or it was used already/);
  await unfold(third.page, 'I have neither');
  await fill(third.page, /Recovery code/, recovery);
  await press(third.page, 'Sign in with the recovery code');
  await sees(third.page, /Hello, Rosa Tester/);
  await visit(third.page, '/account/second-factor');
  await sees(third.page, 'Not set up yet');
  await third.close();
  await close();
});

test('a second step by a passkey', async () => {
  const { page, context, close } = await openPage(browser, origin);
  const wire = await context.newCDPSession(page);
  await wire.send('WebAuthn.enable');
  await wire.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  });
  const recovery = await signUp(page, '/sign-up', 'Eva Tester', 'eva');
  await visit(page, '/account/second-factor');
  await page.locator('#key_name').fill('Laptop');
  await page.locator('#key_password').fill(PASSWORD);
  await press(page, 'Add a passkey');
  await look(page, 'door-passkey');
  await press(page, 'Make the passkey');
  await sees(page, 'It is on. Next time we ask for it after your password.');
  await context.clearCookies();
  await signIn(page, 'eva');
  await sees(page, 'One more step');
  await look(page, 'door-second-passkey');
  await press(page, 'Use a passkey');
  await sees(page, /Hello, Eva Tester/);
  await visit(page, '/account/second-factor');
  await sees(page, /last used today/);

  // Off again: the password and a second proof.
  await follow(page, /Remove “Laptop”/);
  await look(page, 'door-remove');
  await fill(page, /Present password/, PASSWORD);
  await fill(page, /Code from an app/, '000000');
  await press(page, 'Remove');
  await sees(page, 'This code does not fit, or it was used already.');
  await fill(page, /Present password/, PASSWORD);
  await fill(page, /Code from an app/, recovery);
  await press(page, 'Remove');
  await sees(page, 'Removed.');
  await close();
});

test('trusted contacts, up to the waiting time', async () => {
  const rosa = await openPage(browser, origin);
  await signUp(rosa.page, '/sign-up', 'Mina Needs', 'mina');
  const friends = [];
  for (const [name, handle] of [['Ben Friend', 'ben'], ['Cleo Friend', 'cleo'], ['Dan Friend', 'dan']]) {
    const friend = await openPage(browser, origin, { width: 390 });
    await signUp(friend.page, '/sign-up', name, handle);
    await visit(friend.page, '/helpers');
    await follow(friend.page, /Mina Needs/);
    await press(friend.page, 'Ask to be contacts');
    await visit(rosa.page, '/notifications');
    await press(rosa.page, new RegExp(`${name} asks to be your contact`));
    await press(rosa.page, 'Accept contact');
    friends.push(friend);
  }
  await visit(rosa.page, '/account/trusted');
  await look(rosa.page, 'door-trusted');
  await tick(rosa.page, 'Ben Friend');
  await tick(rosa.page, 'Cleo Friend');
  await fill(rosa.page, /Present password/, PASSWORD);
  await press(rosa.page, 'Give them their shares');
  await sees(rosa.page, 'Choose three to seven of your contacts.');
  await tick(rosa.page, 'Dan Friend');
  await fill(rosa.page, /Present password/, PASSWORD);
  await press(rosa.page, 'Give them their shares');
  await sees(rosa.page, '2 of 3 people are needed.');
  await look(rosa.page, 'door-trusted-set');

  // On another device, without anything.
  const lost = await openPage(browser, origin, { javaScript: false, width: 390 });
  await visit(lost.page, '/recover');
  await follow(lost.page, 'Come back with your trusted contacts');
  await look(lost.page, 'door-return-ask');
  await fill(lost.page, /Handle/, 'mina');
  await press(lost.page, 'Ask my contacts');
  const number = (await lost.page.locator('#return-number').innerText()).trim();
  assert.match(number, /^\d{4} \d{4}$/);
  await sees(lost.page, 'Nobody has helped yet.');
  await look(lost.page, 'door-return-waiting');

  for (const friend of friends.slice(0, 2)) {
    await visit(friend.page, '/trusted');
    await sees(friend.page, 'Mina Needs asks to come back');
    await look(friend.page, 'door-held');
    await fill(friend.page, /The number Mina Needs reads to you/, '1111 2222');
    await press(friend.page, 'I spoke with Mina Needs: help them back in');
    await sees(friend.page, /No open request has this number/);
    await fill(friend.page, /The number Mina Needs reads to you/, number);
    await press(friend.page, 'I spoke with Mina Needs: help them back in');
    await sees(friend.page, 'Thank you. Your share is handed over.');
    await friend.close();
  }
  await friends[2].close();
  await visit(lost.page, '/recover/contacts');
  await sees(lost.page, 'Enough people have helped.');
  await sees(lost.page, /You can choose a new password from/);
  await seesNot(lost.page, 'Set new password');

  // The owner, who was not gone at all, stops it.
  await visit(rosa.page, '/account/trusted');
  await sees(rosa.page, 'Somebody asks to come back as you');
  await press(rosa.page, 'It was not me: stop it');
  await sees(rosa.page, /Stopped\./);
  await visit(lost.page, '/recover/contacts');
  await sees(lost.page, 'This request has ended');
  await lost.close();
  await rosa.close();
});

test('a token for a program, and an organisation’s key', async () => {
  const { page, close } = await openPage(browser, origin, { javaScript: false });
  await signUp(page, '/sign-up', 'Tom Tester', 'tom');
  await visit(page, '/account/tokens');
  await look(page, 'door-tokens');
  await fill(page, /What is it for/, 'Calendar');
  await tick(page, /^read/);
  await fill(page, /Present password/, PASSWORD);
  await press(page, 'Make the token');
  const token = (await page.locator('#fresh-token').innerText()).trim();
  await look(page, 'door-token-fresh');
  const call = (path, options = {}) =>
    fetch(new URL(path, program.origin), { ...options, headers: { Authorization: `Bearer ${token}` } });
  assert.equal((await (await call('/api/v1/me')).json()).name, 'Tom Tester');
  assert.equal((await call('/api/v1/notifications')).status, 200);
  assert.equal((await call('/api/v1/notifications/read', { method: 'POST' })).status, 403);
  assert.equal((await fetch(new URL('/api/v1/me', program.origin))).status, 401);
  await visit(page, '/account/tokens');
  await press(page, /Revoke “Calendar”/);
  assert.equal((await call('/api/v1/me')).status, 401);
  await close();
});

test('an organisation’s key lets back in who agreed', async () => {
  const run = (...words) =>
    spawnSync(process.env.ARGONAUT_BINARY ?? 'target/debug/argonaut', words, { encoding: 'utf8' });
  const folder = program.dataDir;
  const file = join(folder, 'away.key');
  const made = run('admin', 'recovery-key', 'new', '--out', file);
  assert.equal(made.status, 0, made.stderr);
  const [, key] = made.stdout.match(/recovery-key = "(\S+)"/);
  assert.match(await readFile(file, 'utf8'), /argonaut-recovery-private-/);
  assert.notEqual(run('admin', 'recovery-key', 'new', '--out', file).status, 0, 'never overwritten');

  const house = await startProgram({ command: 'serve', env: { ARGONAUT_RECOVERY_KEY: key } });
  const { page, close } = await openPage(browser, house.origin, { javaScript: false, width: 390 });
  const [, link] = await house.printed(/(\/join\/\S+)/);
  await signUp(page, link, 'Uma Tester', 'uma');
  const recover = () =>
    run('admin', 'recover', '--data-dir', house.dataDir, '--handle', 'uma', '--key', file);
  assert.match(recover().stderr, /gave the organisation no copy/);
  await visit(page, '/account');
  await follow(page, 'Your organisation’s recovery key');
  await look(page, 'door-organisation');
  await fill(page, /Present password/, PASSWORD);
  await press(page, 'I agree: let them help me back in');
  await sees(page, 'You allowed it');
  await look(page, 'door-organisation-on');
  const [, path] = recover().stdout.match(/(\/reset\/\S+)/);
  const lost = await openPage(browser, house.origin, { javaScript: false });
  await visit(lost.page, path);
  await look(lost.page, 'door-reset');
  await fill(lost.page, /New password/, 'violet anchor seven kettles');
  await press(lost.page, 'Set new password');
  await sees(lost.page, 'Your recovery code');
  await visit(lost.page, '/notifications');
  await sees(lost.page, /Your organisation made a link/);
  await visit(page, '/today');
  await sees(page, 'Sign in');
  assert.equal(await visit(page, path), 410);
  await lost.close();
  await close();
  await house.stop();
});

test('every page of it in Spanish', async () => {
  const { page, close } = await openPage(browser, origin, { language: 'es', javaScript: false, width: 390 });
  for (const path of ['/recover', '/recover/contacts', '/reset/nothing']) {
    await visit(page, path);
    await look(page, `door-es${path.replaceAll('/', '-')}`);
  }
  await visit(page, '/sign-up');
  await fill(page, /Su nombre/, 'Isa Prueba');
  await fill(page, /Usuario/, 'isa');
  await fill(page, /^Contraseña/, PASSWORD);
  await press(page, 'Crear cuenta');
  for (const path of [
    '/account', '/account/second-factor', '/account/trusted', '/account/trusted/end', '/trusted',
    '/account/organisation', '/account/tokens',
  ]) {
    assert.equal(await visit(page, path), 200);
    assert.equal(await page.locator('html').getAttribute('lang'), 'es');
    await look(page, `door-es${path.replaceAll('/', '-')}`);
  }
  await page.locator('#name').fill('Calendario');
  await tick(page, /^leer/);
  await page.locator('#password').fill(PASSWORD);
  await press(page, 'Hacer la llave');
  await sees(page, 'Su llave nueva');
  await look(page, 'door-es-token');
  await close();
});
