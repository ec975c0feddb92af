// How a helper is told: a device is added, shows what waits while no page is open, is known
// again as this one, and is removed; without the script the page says what to do.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, choose, fits, openBrowser, openPage, press, sees, seesNot, shot, startProgram, visit } from '../lib/index.mjs';
import { signUp } from '../lib/ways.mjs';

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
  await shot(page, `told-${name}`);
}

// The browser's maker runs the push service, and none is to be reached here: what it would give
// stands in for it. All that is ours runs as it is.
function standIn() {
  const given = {
    endpoint: 'https://push.example.net/journey',
    keys: {
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    },
  };
  const subscription = {
    endpoint: given.endpoint,
    toJSON: () => given,
    unsubscribe: async () => localStorage.removeItem('subscribed'),
  };
  PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
    if (!userVisibleOnly || !/^[\w-]{87}$/.test(applicationServerKey)) throw new Error('refused');
    localStorage.setItem('subscribed', 'yes');
    return subscription;
  };
  PushManager.prototype.getSubscription = async () => (localStorage.getItem('subscribed') ? subscription : null);
}

test('a device is told while no page is open, and removed', { timeout: 120_000 }, async () => {
  const program = await startProgram({ command: 'serve' });
  const first = await openPage(browser, program.origin, {});
  const { page, context } = first;
  await context.addInitScript(standIn);
  const [, link] = await program.printed(/(\/join\/\S+)/);
  await signUp(page, link, 'Rosa Tester', 'rosa');
  await visit(page, '/account/told');
  await seesNot(page, 'This browser takes no such messages');
  await look(page, 'before');

  await context.grantPermissions(['notifications'], { origin: program.origin });
  await press(page, 'Tell me on this device');
  await sees(page, 'This device is told from now on.');
  await sees(page, 'by push.example.net');
  await page.locator('[data-here]').waitFor({ state: 'visible' });
  await seesNot(page, 'Tell me on this device');
  await look(page, 'device');

  // What the worker shows, given by the browser itself.
  const wire = await context.newCDPSession(page);
  const registered = new Promise((resolve) => {
    wire.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations.length > 0) resolve(registrations[0]);
    });
  });
  await wire.send('ServiceWorker.enable');
  const { registrationId } = await registered;
  const shown = async (data) => {
    await wire.send('ServiceWorker.deliverPushMessage', { origin: program.origin, registrationId, data });
    return page.evaluate(async (title) => {
      const { ready } = navigator.serviceWorker;
      for (let tries = 0; tries < 50; tries += 1) {
        const all = await (await ready).getNotifications();
        const found = all.find((one) => one.title === title);
        if (found) return { body: found.body, lang: found.lang, count: all.length };
        await new Promise((done) => { setTimeout(done, 100); });
      }
      return null;
    }, JSON.parse(data || '{"title":"Argonaut"}').title);
  };
  const word = { title: '2 things wait for you', body: 'See what it is at help.example.org', lang: 'en', dir: 'ltr' };
  assert.deepEqual(await shown(JSON.stringify(word)), { body: word.body, lang: 'en', count: 1 });
  // A later word stands in place of the first, and one without words says at least where.
  assert.deepEqual(await shown(''), { body: '', lang: '', count: 1 });

  await press(page, /^Remove /);
  await sees(page, 'That device is told no more.');
  await sees(page, 'Tell me on this device');
  assert.equal(await page.evaluate(() => localStorage.getItem('subscribed')), null);

  const second = await openPage(browser, program.origin, { javaScript: false, width: 390, language: 'es' });
  await visit(page, '/admin');
  await choose(page, /New helpers come/, 'Freely');
  await press(page, 'Save');
  await visit(second.page, '/sign-up');
  await second.page.getByLabel('Su nombre').fill('Eva Prueba');
  await second.page.getByLabel(/usuario/i).fill('eva');
  await second.page.getByLabel(/^Contraseña/).fill('lantern tuba quiet maple');
  await second.page.locator('form.form button[type=submit]').click();
  await visit(second.page, '/account/told');
  await sees(second.page, 'Este navegador no recibe estos avisos');
  await look(second.page, 'phone-es');
  await first.close();
  await second.close();
  await program.stop();
});
