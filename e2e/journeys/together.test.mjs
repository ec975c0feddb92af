// Working together on one client and between two helpers: the network map with its gaps, how it
// goes, supervision, referrals; a room put aside, more shown before the decision, declined and
// taken up again.

import { after, before, test } from 'node:test';
import {
  axe, choose, fill, fits, follow, openBrowser, openPage, press, sees, seesNot, shot, startProgram, tick, unfold, visit,
} from '../lib/index.mjs';
import { twoClients, twoHelpers } from '../lib/ways.mjs';

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
  await shot(page, name);
}

test('people in a life, what is missing, and two helpers who take their time', { timeout: 240_000 }, async () => {
  const program = await startProgram({ command: 'serve' });
  const first = await openPage(browser, program.origin, {});
  const second = await openPage(browser, program.origin, { javaScript: false, width: 390 });
  const [rosa, eva] = [first.page, second.page];
  await twoHelpers(program, rosa, eva);
  await twoClients(rosa, eva);

  // Who is in Ana's life: three questions, then one person by herself.
  await follow(eva, 'People in their life');
  await look(eva, 'network-empty');
  await press(eva, 'Add and go on');
  await sees(eva, 'Write at least one name.');
  await fill(eva, /With whom do they talk/, 'the sister, Pilar');
  await press(eva, 'Add and go on');
  await sees(eva, 'Question 2 of 8');
  await fill(eva, /Which relatives/, 'the son');
  await press(eva, 'Add and go on');
  await look(eva, 'network-question');
  await follow(eva, 'Pilar');
  await tick(eva, 'Phone and computer');
  await tick(eva, 'the sister');
  await look(eva, 'network-tie');
  await press(eva, 'Save');
  await look(eva, 'network-map');
  await press(eva, /Keep today/);
  await unfold(eva, 'Add one person or place');
  await fill(eva, /First name, or what you call them/, 'the library');
  await press(eva, 'Add to the map');
  await follow(eva, /with now/);
  await sees(eva, 'the library is new.');
  await look(eva, 'network-compare');

  // A gap, and from it to whoever could fill it.
  await follow(eva, 'People in their life');
  await follow(eva, 'What they can help with');
  await press(eva, 'Nobody can: A ride');
  await look(eva, 'network-resources');
  await follow(eva, 'services (A ride)');
  await sees(eva, /Rides for errands/);
  await eva.goBack();
  await press(eva, /Note as a need and see suggestions: A ride/);
  await sees(eva, 'Noted as a need. Here is who could help.');

  // How it goes, and the sheet without a name.
  await visit(eva, '/clients');
  await follow(eva, 'Ana');
  await follow(eva, 'People in their life');
  await follow(eva, 'How it goes');
  await choose(eva, /How is life/, '6');
  await press(eva, 'Keep the answers');
  await look(eva, 'measures');
  await follow(eva, 'People in their life');
  await follow(eva, 'Summary for supervision');
  await look(eva, 'supervision');
  await seesNot(eva.locator('article'), 'Pilar');

  // The room: asked, put aside, taken up, more shown, declined, taken up again.
  await visit(eva, '/clients');
  await follow(eva, 'Ana');
  await follow(eva, 'Suggestions');
  await follow(eva, 'Look side by side');
  await follow(eva, 'Ask this helper');
  await press(eva, 'Send enquiry');
  await sees(eva, 'Why the two could fit');
  await visit(rosa, '/notifications');
  await press(rosa, 'A helper asks about one of yours: answer');
  // Ana has no card: what was found for her is not told to the other side.
  await seesNot(rosa, 'Why the two could fit');
  await unfold(rosa, 'Put aside until a day');
  await fill(rosa, /^Until/, '2020-01-01');
  await press(rosa, 'Put aside');
  await sees(rosa, 'Choose a day from tomorrow on');
  await fill(rosa, /^Until/, new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10));
  await press(rosa, 'Put aside');
  await look(rosa, 'room-parked');
  await press(rosa, 'Take it up now');
  await press(rosa, 'Accept and talk');
  await follow(rosa, 'Show more about your client');
  await press(rosa, 'Show it to Eva Tester');
  await look(rosa, 'room-more-wrong');
  await tick(rosa, 'What they need');
  await press(rosa, 'Show it to Eva Tester');
  await eva.reload();
  await sees(eva, 'The other helper shows you');
  await look(eva, 'room-more-shown');
  await press(eva, 'Propose introduction');
  await unfold(eva, /Decline/);
  await press(eva, 'Send the no');
  await look(eva, 'room-declined');
  await press(eva, 'Take it up again');
  await sees(eva, 'Open again.');

  // Where somebody was sent on to.
  await visit(eva, '/clients');
  await follow(eva, 'Ana');
  await follow(eva, 'Referrals');
  await look(eva, 'referrals');

  // How to be told.
  for (const path of ['/account/told', '/impact', '/hints', '/searches', '/rings', '/messages']) {
    await visit(rosa, path);
    await look(rosa, `together${path.replaceAll('/', '-')}`);
  }
  await first.close();
  await second.close();
  await program.stop();
});
