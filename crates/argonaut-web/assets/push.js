// Push messages: asks the browser to take them on this device, and sends what it says as a form.
// Loaded only by the page that asks; without it, or where the browser has none, nothing changes.
//
//   form[data-push="key"][data-failed="…"][data-refused="…"] with fields named "endpoint",
//   "p256dh" and "auth" and an element [data-problem]; shown only where it can work
//   [data-device="hash"] a device in the list; its [data-here] is shown when it is this one

"use strict";

(async () => {
  const form = document.querySelector("form[data-push]");
  if (!form || !("serviceWorker" in navigator) || !("PushManager" in window)) return;
  document.querySelectorAll("[data-without-push]").forEach((one) => { one.hidden = true; });
  const problem = form.querySelector("[data-problem]");

  const mark = async (endpoint) => {
    const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(endpoint));
    return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  form.hidden = false;
  const known = await navigator.serviceWorker.getRegistration("/");
  const before = await known?.pushManager.getSubscription();
  const row = before && document.querySelector(`[data-device="${await mark(before.endpoint)}"]`);
  if (row) {
    form.hidden = true;
    row.querySelector("[data-here]").hidden = false;
    row.querySelector("form")?.addEventListener("submit", () => { before.unsubscribe(); });
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.textContent = "";
    try {
      if ((await Notification.requestPermission()) !== "granted") {
        problem.textContent = form.dataset.refused;
        return;
      }
      await navigator.serviceWorker.register("/worker.js", { scope: "/" });
      const { pushManager } = await navigator.serviceWorker.ready;
      // One that was made with another key, or that we do not know, is none to keep.
      await (await pushManager.getSubscription())?.unsubscribe();
      const made = await pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: form.dataset.push,
      });
      const { endpoint, keys } = made.toJSON();
      form.elements.endpoint.value = endpoint;
      form.elements.p256dh.value = keys.p256dh;
      form.elements.auth.value = keys.auth;
      form.submit();
    } catch {
      // No way to the push service, or not in this window: the browser does not say which.
      problem.textContent = form.dataset.failed;
    }
  });
})();
