// Shows push messages: how many things wait, and where. It keeps nothing and sees no pages.

"use strict";

self.addEventListener("push", (event) => {
  let said = {};
  try {
    said = event.data ? event.data.json() : {};
  } catch {
    // Not one of ours: that something waits is said all the same.
  }
  event.waitUntil(
    self.registration.showNotification(said.title || "Argonaut", {
      body: said.body || "",
      lang: said.lang || "",
      dir: said.dir || "auto",
      tag: "waiting",
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil((async () => {
    const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    for (const page of open) {
      if (new URL(page.url).pathname === "/notifications") return page.focus();
    }
    return self.clients.openWindow("/notifications");
  })());
});

// The browser changed its address: it says so itself, as the helper who is signed in there.
self.addEventListener("pushsubscriptionchange", (event) => {
  const before = event.oldSubscription;
  if (!before) return;
  event.waitUntil((async () => {
    const now = event.newSubscription || (await self.registration.pushManager.subscribe(before.options));
    const { endpoint, keys } = now.toJSON();
    await fetch("/account/told/devices", {
      method: "POST",
      body: new URLSearchParams({ endpoint, p256dh: keys.p256dh, auth: keys.auth }),
    });
  })());
});
