// Clicks and seconds of the main paths, counted in a real browser on the real program:
//
//   node e2e/figures/main-paths.mjs [--json]
//
// A click is a press of a button, link, box, list or summary; "typed" counts fields; "pages" the
// pages that loaded. "browser" is what the browser and the program took. "person" estimates a
// practised person by the keystroke-level model (Card, Moran and Newell, 1980): 1.1 s to point,
// 0.2 s for a press, 0.28 s for a letter, 1.35 s to think at each page.

import { openBrowser, openPage, startProgram } from '../lib/index.mjs';
import * as hands from '../lib/hands.mjs';
import { PASSWORD, twoClients, twoHelpers } from '../lib/ways.mjs';

class Path {
  constructor(name, page) {
    Object.assign(this, { name, page, clicks: 0, typed: 0, letters: 0, pages: 0, started: performance.now() });
    this.count = () => (this.pages += 1);
    page.on('load', this.count);
  }
  async press(words) { this.clicks += 1; await hands.press(this.page, words); }
  async follow(words) { this.clicks += 1; await hands.follow(this.page, words); }
  async unfold(words) { this.clicks += 1; await hands.unfold(this.page, words); }
  async tick(label) { this.clicks += 1; await hands.tick(this.page, label); }
  async fill(label, text) {
    this.typed += 1;
    this.clicks += 1;
    this.letters += text.length;
    await hands.fill(this.page, label, text);
  }
  end() {
    this.page.off('load', this.count);
    const person = this.clicks * 1.3 + this.letters * 0.28 + (this.pages + 1) * 1.35;
    const { name, clicks, typed, pages } = this;
    const browser = (performance.now() - this.started) / 1000;
    return { path: name, clicks, typed, pages, browser_s: round(browser), person_s: round(person) };
  }
}

const round = (number) => Math.round(number * 10) / 10;

const rows = [];
const program = await startProgram({ command: 'serve' });
const browser = await openBrowser();
try {
  const rosa = (await openPage(browser, program.origin, {})).page;
  const eva = (await openPage(browser, program.origin, {})).page;
  await twoHelpers(program, rosa, eva);
  await twoClients(rosa, eva);

  const again = (await openPage(browser, program.origin, {})).page;
  await hands.visit(again, '/sign-in');
  let path = new Path('sign-in → enquiry', again);
  await path.fill(/Handle/, 'eva');
  await path.fill(/^Password/, PASSWORD);
  await path.press('Sign in');
  await path.follow('Clients');
  await path.follow('Ana');
  await path.follow('Suggestions');
  await path.follow('Look side by side');
  await path.follow('Ask this helper');
  await path.press('Send enquiry');
  await hands.sees(again, 'Your enquiry is sent.');
  rows.push(path.end());
  const room = new URL(again.url()).pathname;

  await hands.visit(rosa, room);
  path = new Path('enquiry → talk', rosa);
  await path.press('Accept and talk');
  rows.push(path.end());
  await hands.press(rosa, 'Propose introduction');
  await again.reload();

  path = new Path('consent → introduction (one side and the last step)', again);
  for (const what of ['first name', 'telephone']) await path.tick(what);
  await path.press('My client says yes');
  const half = path.end();
  await rosa.reload();
  path = new Path('consent → introduction', rosa);
  for (const what of ['first name', 'telephone']) await path.tick(what);
  await path.press('My client says yes');
  await path.press('They are introduced');
  await hands.sees(rosa, 'Wonderful.');
  rows.push({ ...half, path: 'consent of one side' }, path.end());

  await hands.visit(again, '/clients');
  await hands.follow(again, 'Ana');
  path = new Path('client → first two ties on the map', again);
  await path.follow('People in their life');
  await path.fill(/With whom do they talk/, 'the sister, Pilar');
  await path.press('Add and go on');
  rows.push(path.end());
  await hands.follow(again, 'Ana');
  path = new Path('client → one more tie on the map', again);
  await path.follow('People in their life');
  await path.unfold('Add one person or place');
  await path.fill(/First name, or what you call them/, 'Otto');
  await path.press('Add to the map');
  rows.push(path.end());
  await hands.follow(again, 'What they can help with');
  path = new Path('gap → who could fill it', again);
  await path.press('Nobody can: A ride');
  await path.follow('helpers (A ride)');
  rows.push(path.end());
} finally {
  await browser.close();
  await program.stop();
}
if (process.argv.includes('--json')) console.log(JSON.stringify(rows));
else console.table(rows);
