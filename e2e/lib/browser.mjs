// Starts Chromium and opens contexts in it: one for each helper, with and without JavaScript.
// Every context is watched: what a user would never see still fails the journey.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-proxy-server',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const WAIT_MS = 15_000;

const withoutScript = new WeakSet();

/** Whether pages in this context run their scripts. */
export function runsScript(context) {
  return !withoutScript.has(context);
}

/** Starts a headless Chromium with a fresh profile. */
export function openBrowser() {
  return chromium.launch({ executablePath: findChromium(), headless: true, args: ARGUMENTS });
}

/**
 * Opens a context of its own (cookies, language) and one page in it.
 *
 * `origin` is the only site it may ask. `close()` on the result closes the context and fails when
 * the watch has found something; `watch.faults` shows it before.
 */
export async function openPage(
  browser,
  origin,
  { javaScript = true, language = 'en', width = 1280, height = 900 } = {},
) {
  const context = await browser.newContext({
    baseURL: origin,
    javaScriptEnabled: javaScript,
    locale: language,
    viewport: { width, height },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(WAIT_MS);
  if (!javaScript) withoutScript.add(context);
  const watch = watchContext(context, origin);
  const page = await context.newPage();
  return {
    context,
    page,
    watch,
    async close() {
      await context.close();
      watch.check();
    },
  };
}

/**
 * Collects what must never happen: errors in the console (breaches of the Content-Security-Policy
 * are among them), uncaught errors, requests to another site, parts of a page that fail to load.
 */
export function watchContext(context, origin) {
  const faults = [];
  context.on('console', (message) => {
    // The status of a page is the journey's business; that of its parts is watched below.
    const isStatus = message.text().startsWith('Failed to load resource: the server responded');
    if (message.type() === 'error' && !isStatus) faults.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`error: ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.origin !== origin) {
      faults.push(`request to another site: ${url.href}`);
    }
  });
  context.on('response', (response) => {
    const kind = response.request().resourceType();
    if (response.status() >= 400 && ['stylesheet', 'script', 'image', 'font'].includes(kind)) {
      faults.push(`${kind} with status ${response.status()}: ${response.url()}`);
    }
  });
  return {
    faults,
    /** Fails with everything found so far. */
    check() {
      if (faults.length > 0) throw new Error(`the browser complained:\n  ${faults.join('\n  ')}`);
    },
  };
}

/** Where Chromium is: ARGONAUT_CHROMIUM, or a usual name on the PATH. */
export function findChromium() {
  if (process.env.ARGONAUT_CHROMIUM) return process.env.ARGONAUT_CHROMIUM;
  for (const folder of ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]) {
    for (const name of NAMES) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here: look further.
      }
    }
  }
  throw new Error(`no Chromium on the PATH (looked for ${NAMES.join(', ')})`);
}
