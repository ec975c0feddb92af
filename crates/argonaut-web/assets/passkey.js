// Passkeys: asks the browser what the server's question says, and sends its answer as a form.
// Loaded only by pages that ask; without it a code from an app, or the recovery code, does.
//
//   form[data-passkey="create" or "get"][data-options='{"publicKey": …}'][data-failed="…"]
//   with a field named "answer" and an element [data-problem]; shown only where it can work

"use strict";

(() => {
  const bytes = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const decoded = (list = []) => list.map((one) => ({ ...one, id: bytes(one.id) }));

  async function create({ publicKey }) {
    const made = await navigator.credentials.create({
      publicKey: {
        ...publicKey,
        challenge: bytes(publicKey.challenge),
        user: { ...publicKey.user, id: bytes(publicKey.user.id) },
        excludeCredentials: decoded(publicKey.excludeCredentials),
      },
    });
    return {
      attestationObject: text(made.response.attestationObject),
      clientDataJSON: text(made.response.clientDataJSON),
      made,
    };
  }

  async function get({ publicKey }) {
    const made = await navigator.credentials.get({
      publicKey: {
        ...publicKey,
        challenge: bytes(publicKey.challenge),
        allowCredentials: decoded(publicKey.allowCredentials),
      },
    });
    const { userHandle } = made.response;
    return {
      authenticatorData: text(made.response.authenticatorData),
      clientDataJSON: text(made.response.clientDataJSON),
      signature: text(made.response.signature),
      userHandle: userHandle && userHandle.byteLength ? text(userHandle) : null,
      made,
    };
  }

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    if (!window.PublicKeyCredential || !navigator.credentials) continue;
    form.hidden = false;
    document.querySelectorAll("[data-without-passkey]").forEach((one) => { one.hidden = true; });
    const problem = form.querySelector("[data-problem]");
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      problem.textContent = "";
      try {
        const ask = form.dataset.passkey === "create" ? create : get;
        const { made, ...response } = await ask(JSON.parse(form.dataset.options));
        form.elements.answer.value = JSON.stringify({
          id: made.id, rawId: text(made.rawId), type: made.type, response, extensions: {},
        });
        form.submit();
      } catch {
        // Cancelled, timed out, or no key at hand: the browser does not say which.
        problem.textContent = form.dataset.failed;
      }
    });
  }
})();
