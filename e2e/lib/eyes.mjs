// Looks at a page as a whole: accessibility by axe, and pictures for people to look at.

import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { runsScript } from './browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = fileURLToPath(new URL('../shots/', import.meta.url));
const WIDTHS = [390, 1280];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails when axe finds something serious or critical; answers with the milder findings. */
export async function axe(page) {
  const result = await onScriptedPage(page, async (scripted) => {
    // Through the debugger, for the page's own policy allows no foreign script.
    await scripted.evaluate(AXE);
    return scripted.evaluate(
      (tags) => globalThis.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }),
      TAGS,
    );
  });
  const told = result.violations.map(
    ({ id, impact, help, nodes }) =>
      `${impact}: ${help} (${id})\n${nodes.map((node) => `      ${node.html}`).join('\n')}`,
  );
  const bad = result.violations.flatMap(({ impact }, at) =>
    ['serious', 'critical'].includes(impact) ? [told[at]] : [],
  );
  if (bad.length > 0) throw new Error(`axe on ${page.url()}:\n    ${bad.join('\n    ')}`);
  return told;
}

/**
 * Acts on the page itself, or, where its context runs no script (axe waits with timers), on a twin:
 * the same document as it now stands, in a context of its own that loads none of its scripts.
 */
async function onScriptedPage(page, act) {
  const context = page.context();
  if (runsScript(context)) return act(page);
  const url = page.url();
  // What only shows without script must show in the twin as well.
  const document = (await page.content()).replaceAll(/<\/?noscript[^>]*>/g, '');
  const twins = await context.browser().newContext({
    storageState: await context.storageState(),
    viewport: page.viewportSize(),
    reducedMotion: 'reduce',
  });
  try {
    const twin = await twins.newPage();
    await twin.route('**/*', (route) => {
      const request = route.request();
      if (request.isNavigationRequest()) {
        return route.fulfill({ body: document, contentType: 'text/html; charset=utf-8' });
      }
      return request.resourceType() === 'script' ? route.abort() : route.continue();
    });
    await twin.goto(url, { waitUntil: 'load' });
    return await act(twin);
  } finally {
    await twins.close();
  }
}

/** Writes the whole page as a picture at each width, to `e2e/shots/NAME-WIDTH.png`. */
export async function shot(page, name) {
  await mkdir(SHOTS, { recursive: true });
  const before = page.viewportSize();
  const written = [];
  for (const width of WIDTHS) {
    const path = join(SHOTS, `${name}-${width}.png`);
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path, fullPage: true });
    written.push(path);
  }
  await page.setViewportSize(before);
  return written;
}
