// What a person does on a page, by the words that the person reads or hears. No selectors: what
// has no accessible name cannot be used here, and so fails.

import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

const QUIET_MS = 80;
const LOADED_WITHIN_MS = 20_000;

/** Opens a path of the site and answers with its status. */
export async function visit(page, path) {
  const answer = await page.goto(path, { waitUntil: 'load' });
  return answer.status();
}

/**
 * Fills in the field with this label: text, number, date, area, or the option of a list by its
 * words; `true` and `false` tick and untick a box.
 */
export async function fill(page, label, value) {
  const field = await only(byWords((exact) => page.getByLabel(label, { exact })), `field "${label}"`);
  const kind = await field.evaluate((element) =>
    element instanceof HTMLSelectElement ? 'select' : element.type,
  );
  if (kind === 'select') await field.selectOption({ label: String(value) });
  else if (kind === 'checkbox' || kind === 'radio') await field.setChecked(value === true);
  else await field.fill(String(value));
}

/** Ticks the box, or chooses the radio button, with this label. */
export function tick(page, label) {
  return fill(page, label, true);
}

/** Chooses a radio button by its label within the group of that name. */
export async function choose(page, group, label) {
  const set = page.getByRole('group', { name: group }).or(
    page.getByRole('radiogroup', { name: group }),
  );
  await (await only(byWords((exact) => set.getByLabel(label, { exact })), `choice "${label}"`)).check();
}

/** Presses the button with these words, and waits until the page has settled. */
export function press(page, words) {
  return use(page, 'button', words);
}

/** Follows the link with these words, and waits until the page has settled. */
export function follow(page, words) {
  return use(page, 'link', words);
}

/** Opens a `details` by the words of its summary. */
export async function unfold(page, words) {
  await (await only([page.locator('summary').filter({ hasText: words })], `summary "${words}"`)).click();
}

/** Within one part of the page: `const row = part(page, 'listitem', 'Rosa'); press(row, 'Ask')`. */
export function part(page, role, words) {
  return page.getByRole(role).filter({ hasText: words });
}

/** Waits until the words can be seen. */
export async function sees(page, words) {
  await page.getByText(words).filter({ visible: true }).first().waitFor();
}

/** Makes sure that the words are nowhere on the page as it now is. */
export async function seesNot(page, words) {
  const found = await page.getByText(words).filter({ visible: true }).count();
  assert.equal(found, 0, `"${words}" is on the page and should not be`);
}

/** The words of the page's main heading. */
export async function headline(page) {
  return (await page.getByRole('heading', { level: 1 }).first().innerText()).trim();
}

/** Makes sure that nothing sticks out sideways at this width. */
export async function fits(page, width = 320) {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 800 });
  const [has, needs] = await page.evaluate(() => [
    document.documentElement.clientWidth,
    document.documentElement.scrollWidth,
  ]);
  await page.setViewportSize(before);
  assert.ok(needs <= has, `${page.url()} needs ${needs} px where it has ${has}`);
}

async function use(scope, role, words) {
  const target = await only(
    byWords((exact) => scope.getByRole(role, { name: words, exact })),
    `${role} "${words}"`,
  );
  await settled(typeof scope.page === 'function' ? scope.page() : scope, () => target.click());
}

/** The exact words first; a part of them when nothing has exactly those. */
function byWords(find) {
  return [find(true), find(false)];
}

/** The one element meant: waits for it, and refuses to guess between several. */
async function only(ways, what) {
  const [first] = ways;
  const any = ways.reduce((one, other) => one.or(other));
  await any.filter({ visible: true }).first().waitFor().catch((cause) => {
    throw new Error(`there is no ${what}`, { cause });
  });
  for (const way of [first, ...ways.slice(1)]) {
    const visible = way.filter({ visible: true });
    const count = await visible.count();
    if (count === 1) return visible;
    if (count > 1) throw new Error(`there are ${count} times ${what}: say which with part()`);
  }
  throw new Error(`there is no ${what}`);
}

/**
 * Acts, then waits until the requests that followed are answered. It works for whole pages and for
 * fragments that a script fetches; a stream of events is no such request.
 */
export async function settled(page, act) {
  const open = new Set();
  let last = Date.now();
  const start = (request) => {
    if (!['document', 'fetch', 'xhr'].includes(request.resourceType())) return;
    open.add(request);
    last = Date.now();
  };
  const end = (request) => {
    if (open.delete(request)) last = Date.now();
  };
  page.on('request', start).on('requestfinished', end).on('requestfailed', end);
  try {
    await act();
    last = Date.now();
    const until = last + LOADED_WITHIN_MS;
    while (open.size > 0 || Date.now() - last < QUIET_MS) {
      if (Date.now() > until) {
        throw new Error(`unanswered: ${[...open].map((request) => request.url()).join(', ')}`);
      }
      await pause(10);
    }
    await page.waitForLoadState('load');
  } finally {
    page.off('request', start).off('requestfinished', end).off('requestfailed', end);
  }
}
