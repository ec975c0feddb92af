// The delay of a live notice between two processes: two programs on one PostgreSQL database, a
// helper's browser listens at the second, another helper acts at the first.
//
//   ARGONAUT_TEST_POSTGRES=postgres://… node e2e/figures/live.mjs [--json] [--notices 40]
//
// Counted from the moment the first program has answered the act to the moment the listening
// page hears of it.

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freshPostgres, openBrowser, openPage, startProgram } from '../lib/index.mjs';
import { PASSWORD, twoHelpers } from '../lib/ways.mjs';
import { fill, follow, press, sees, visit } from '../lib/hands.mjs';

const at = process.argv.indexOf('--notices');
const NOTICES = at > 0 ? Number(process.argv[at + 1]) : 40;

const database = freshPostgres();
const one = await startProgram({ command: 'serve', database });
const pepper = join(one.dataDir, 'pepper');
let two;
const browser = await openBrowser();
const delays = [];
try {
  const rosa = (await openPage(browser, one.origin, {})).page;
  const eva = (await openPage(browser, one.origin, {})).page;
  await twoHelpers(one, rosa, eva);
  // Eva goes to the other program, and listens there.
  two = await startProgram({ command: 'serve', database, env: { ARGONAUT_PEPPER_FILE: pepper } });
  const ear = (await openPage(browser, two.origin, {})).page;
  await visit(ear, '/sign-in');
  await fill(ear, /Handle/, 'eva');
  await fill(ear, /^Password/, PASSWORD);
  await press(ear, 'Sign in');
  await ear.evaluate(() => {
    window.heard = [];
    const source = new EventSource('/events');
    const note = () => window.heard.push(Date.now());
    source.addEventListener('bell', note);
  });
  await pause(1500);
  await visit(rosa, '/helpers');
  await follow(rosa, /Eva Tester/);
  await follow(rosa, 'Write to Eva Tester');
  await fill(rosa, 'Your message', 'Hello');
  await press(rosa, 'Send message');
  await sees(rosa, 'Hello');
  for (let n = 0; n < NOTICES; n += 1) {
    // Read, so that the next one is news again.
    await ear.evaluate((path) => fetch(path), new URL(rosa.url()).pathname);
    await pause(1300 + Math.random() * 900);
    const before = await ear.evaluate(() => window.heard.length);
    const sent = await rosa.evaluate(async () => {
      const forms = [...document.querySelectorAll('form')];
      const form = forms.find((one) => one.querySelector('textarea'));
      const body = new FormData(form);
      body.set(form.querySelector('textarea').name, 'Hello again');
      const sealed = form.enctype === 'multipart/form-data' ? body : new URLSearchParams(body);
      const answer = await fetch(form.action, { method: 'POST', body: sealed });
      return { status: answer.status, at: Date.now() };
    });
    if (sent.status !== 200) throw new Error(`the message was answered with ${sent.status}`);
    let heard;
    for (const until = Date.now() + 5000; heard === undefined && Date.now() < until; await pause(5)) {
      heard = await ear.evaluate((from) => window.heard[from], before);
    }
    if (heard !== undefined) delays.push(Math.max(0, heard - sent.at));
  }
} finally {
  await browser.close();
  await one.stop();
  await two?.stop();
}
delays.sort((a, b) => a - b);
const share = (part) => delays[Math.min(delays.length - 1, Math.floor(part * delays.length))];
const found = { notices: NOTICES, heard: delays.length, min_ms: delays[0], p50_ms: share(0.5), p95_ms: share(0.95), max_ms: delays.at(-1) };
if (process.argv.includes('--json')) console.log(JSON.stringify(found));
else console.table([found]);
