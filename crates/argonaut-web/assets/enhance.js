// Argonaut's only script. Every page works without it; it makes them quicker.
// It answers to data attributes, asks this site alone, and keeps nothing in the
// browser: what is typed about a client stays in the page.
//
//   form[data-live="#id"]      replaces #id with the answer's #id while typing; a GET form's
//                              answer becomes the address, a POST form's (clients) does not
//   [data-swap="#id"]          link or POST form that replaces #id instead of the whole page
//   form[data-guard]           warns before leaving with unsaved changes
//   input[data-combo="/path"]  type-ahead list from /path?q=…
//   fieldset[data-terms]       search among ticks
//   [data-draft="place"]       a field that other helpers will read: while it is typed, /drafts/check
//                              says into #NAME-marks what may tell who somebody is
//   a[data-events="/events"]   keeps the bell current: event "bell" with {"count", "label"}
//   [data-bell]                an element with an id that is fetched anew when the bell changes
//   [data-print], [data-copy="#id"], [data-reveal="id"] (a password), [data-focus]

"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const parse = (text) => new DOMParser().parseFromString(text, "text/html");

function announce(text) {
  const line = document.getElementById("announce");
  if (line) line.textContent = text;
}

// ---- fetching a page and taking one element out of it ----

async function fetchPage(url, options = {}) {
  const answer = await fetch(url, { credentials: "same-origin", headers: { Accept: "text/html" }, ...options });
  const type = answer.headers.get("Content-Type") || "";
  if (!type.startsWith("text/html")) throw new Error("not a page");
  return { page: parse(await answer.text()), url: answer.url, redirected: answer.redirected };
}

// Puts the page's `selector` in the place of ours, and the focus back where it was.
function replace(selector, page) {
  const old = document.querySelector(selector);
  const fresh = page.querySelector(selector);
  if (!old || !fresh) throw new Error("nothing to replace");
  const held = old.contains(document.activeElement) ? document.activeElement : null;
  const adopted = document.importNode(fresh, true);
  old.replaceWith(adopted);
  const flash = page.getElementById("flash");
  const oldFlash = document.getElementById("flash");
  if (oldFlash && oldFlash.isConnected && !adopted.contains(oldFlash)) oldFlash.remove();
  if (flash && !adopted.querySelector("#flash")) {
    document.getElementById("main").prepend(document.importNode(flash, true));
    announce(flash.textContent.trim());
  }
  if (page.title) document.title = page.title;
  enhance(adopted.parentElement || document);
  if (held) {
    const again = held.id && document.getElementById(held.id);
    const wrong = adopted.querySelector("[data-focus]");
    if (!adopted.hasAttribute("tabindex")) adopted.tabIndex = -1;
    (wrong || again || adopted).focus({ preventScroll: Boolean(again) });
  }
}

// ---- live search ----

function live(form) {
  const target = form.dataset.live;
  let timer;
  let running;
  async function search() {
    clearTimeout(timer);
    running?.abort();
    running = new AbortController();
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
    const url = new URL(form.action);
    const secret = form.method === "post";
    if (!secret) url.search = body;
    document.querySelector(target)?.setAttribute("data-busy", "");
    try {
      const how = secret ? { method: "POST", body } : {};
      const { page } = await fetchPage(url, { ...how, signal: running.signal });
      replace(target, page);
      if (!secret) history.replaceState(history.state, "", url);
    } catch (error) {
      if (error.name === "AbortError") return;
      form.submit();
    }
  }
  form.addEventListener("input", (event) => {
    clearTimeout(timer);
    timer = setTimeout(search, event.target.matches("select, [type=checkbox], [type=radio]") ? 0 : 250);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
}

// ---- swapping an element by a link or a form ----

async function swapLink(link) {
  try {
    const { page, url } = await fetchPage(link.href);
    replace(link.dataset.swap, page);
    history.pushState({ swap: link.dataset.swap }, "", url);
  } catch {
    location.assign(link.href);
  }
}

async function swapForm(form, button) {
  const body = new URLSearchParams(new FormData(form, button));
  const buttons = all("button", form);
  buttons.forEach((one) => { one.disabled = true; });
  try {
    const { page, url, redirected } = await fetchPage(form.action, { method: "POST", body });
    form.removeAttribute("data-dirty");
    try {
      replace(form.dataset.swap, page);
    } catch {
      // The act was answered by another page. Never post twice.
      if (redirected) location.assign(url);
      else replace("#main", page);
      return;
    }
    if (redirected) history.replaceState(history.state, "", url);
  } catch {
    // We cannot know whether the act was done: show the truth instead of posting again.
    location.reload();
  } finally {
    buttons.forEach((one) => { one.disabled = false; });
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-swap]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  swapLink(link);
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form");
  form.removeAttribute("data-dirty");
  if (!form.dataset.swap || event.defaultPrevented || form.enctype === "multipart/form-data") return;
  event.preventDefault();
  swapForm(form, event.submitter);
});

window.addEventListener("popstate", () => location.reload());

// ---- unsaved changes ----

document.addEventListener("input", (event) => {
  event.target.closest?.("form[data-guard]")?.setAttribute("data-dirty", "");
});

window.addEventListener("beforeunload", (event) => {
  if (document.querySelector("form[data-dirty]")) event.preventDefault();
});

// ---- type-ahead (the combobox pattern of the ARIA guide) ----

function combo(input) {
  const box = document.getElementById(input.dataset.comboList);
  const code = document.getElementById(`${input.id}_code`);
  let timer;
  let asked = 0;
  let at = -1;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", `${box.id}-options`);
  const options = () => all("[role=option]", box);

  function open(yes) {
    box.hidden = !yes;
    input.setAttribute("aria-expanded", String(yes));
    if (!yes) mark(-1);
  }
  function mark(index) {
    at = index;
    options().forEach((option, position) => option.setAttribute("aria-selected", String(position === at)));
    const chosen = options()[at];
    if (chosen) {
      input.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }
  function choose(option) {
    input.value = option.dataset.text;
    code.value = option.dataset.code;
    open(false);
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
  async function suggest() {
    const mine = ++asked;
    const typed = input.value.trim();
    if (typed.length < 2) return open(false);
    const asking = new URL(input.dataset.combo, location.href);
    asking.searchParams.set("q", typed);
    try {
      const { page } = await fetchPage(asking);
      const list = page.querySelector("[role=listbox]");
      if (mine !== asked || !list) return;
      list.id = `${box.id}-options`;
      list.setAttribute("aria-label", input.labels[0]?.textContent.trim() || "");
      all("[role=option]", list).forEach((option, position) => { option.id = `${box.id}-${position}`; });
      box.replaceChildren(list);
      announce(list.dataset.found || "");
      open(options().length > 0 && document.activeElement === input);
    } catch {
      open(false); // The typed text alone is enough for the server.
    }
  }
  input.addEventListener("input", () => {
    code.value = "";
    clearTimeout(timer);
    timer = setTimeout(suggest, 200);
  });
  input.addEventListener("keydown", (event) => {
    const count = options().length;
    if (event.key === "ArrowDown" && box.hidden) suggest();
    else if (event.key === "ArrowDown" && count) mark((at + 1) % count);
    else if (event.key === "ArrowUp" && count && !box.hidden) mark((at - 1 + count) % count);
    else if (event.key === "Enter" && !box.hidden && at >= 0) choose(options()[at]);
    else if (event.key === "Escape" && !box.hidden) open(false);
    else return;
    event.preventDefault();
  });
  box.addEventListener("pointerdown", (event) => {
    event.preventDefault(); // Keeps the focus in the field.
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
  input.addEventListener("blur", () => open(false));
  open(false);
}

// ---- asking about words that others will read ----

function draft(field) {
  const form = field.form;
  const marks = document.getElementById(`${field.name}-marks`);
  if (!form || !marks) return;
  let timer;
  let running;
  let told = "";
  async function look() {
    clearTimeout(timer);
    running?.abort();
    running = new AbortController();
    const own = ([name]) => name === field.name || name.startsWith(`${field.name}-`);
    const body = new URLSearchParams([...new FormData(form)].filter(own));
    body.set("draft-field", field.name);
    body.set("draft-place", field.dataset.draft);
    try {
      const { page } = await fetchPage("/drafts/check", { method: "POST", body, signal: running.signal });
      const fresh = page.getElementById(marks.id);
      if (!fresh) return;
      const held = marks.contains(document.activeElement) && document.activeElement.id;
      marks.replaceChildren(...document.importNode(fresh, true).childNodes);
      if (held) document.getElementById(held)?.focus({ preventScroll: true });
      const count = marks.querySelector("[data-count]")?.dataset.count || "";
      if (count !== told) announce(count);
      told = count;
    } catch {
      // The server asks again when the words are sent.
    }
  }
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, 500);
  });
  marks.addEventListener("change", look);
}

// ---- search among ticks ----

function terms(set) {
  const find = set.querySelector("[data-terms-find]");
  const input = find.querySelector("input");
  const none = find.querySelector("[data-none]");
  const groups = all("details", set).map((group) => ({ group, open: group.open, labels: all("label", group) }));
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  find.hidden = false;
  input.addEventListener("input", (event) => {
    event.stopPropagation(); // Searching is not a change worth guarding.
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { group, open, labels } of groups) {
      let here = 0;
      for (const label of labels) {
        const text = plain(`${label.textContent} ${label.dataset.words || ""}`);
        const fits = words.every((word) => text.includes(word));
        label.hidden = !fits;
        if (fits) here += 1;
      }
      found += here;
      group.hidden = here === 0;
      group.open = words.length ? here > 0 : open || Boolean(group.querySelector(":checked"));
    }
    none.textContent = found ? "" : none.dataset.none;
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}

// ---- news, printing, copying ----

// Fetches this page again, for the parts that follow the bell. What is typed elsewhere stays.
async function news() {
  const parts = all("[data-bell]");
  if (!parts.length) return;
  try {
    const { page, redirected } = await fetchPage(location.href);
    if (redirected) return;
    for (const part of parts) replace(`#${part.id}`, page);
    if (page.getElementById("envelope")) replace("#envelope", page);
  } catch {
    // The page is as good as it was; the bell tells that there is news.
  }
}

function events(element) {
  if (!window.EventSource) return;
  const source = new EventSource(element.dataset.events);
  let known;
  source.addEventListener("bell", (event) => {
    const { count, label } = JSON.parse(event.data);
    // The first one only says how it is.
    if (known !== undefined && known !== count) news();
    known = count;
    element.setAttribute("aria-label", label);
    element.querySelector(".bell-count")?.remove();
    if (count > 0) {
      const disc = document.createElement("span");
      disc.className = "bell-count";
      disc.setAttribute("aria-hidden", "true");
      disc.textContent = count > 99 ? "99+" : count;
      element.append(disc);
      announce(label);
    }
  });
  window.addEventListener("pagehide", () => source.close());
}

function once(element, name, action) {
  if (element.dataset[name]) return;
  element.dataset[name] = "yes";
  action(element);
}

function enhance(root) {
  all("form[data-live]", root).forEach((form) => once(form, "on", live));
  all("input[data-combo]", root).forEach((input) => once(input, "on", combo));
  all("fieldset[data-terms]", root).forEach((set) => once(set, "on", terms));
  all("[data-draft]", root).forEach((field) => once(field, "on", draft));
  all("[data-events]", root).forEach((element) => once(element, "on", events));
  all("[data-print]", root).forEach((button) => once(button, "on", () => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }));
  all("[data-reveal]", root).forEach((button) => once(button, "on", () => {
    const input = document.getElementById(button.dataset.reveal);
    button.hidden = false;
    const show = (yes) => {
      input.type = yes ? "text" : "password";
      button.setAttribute("aria-pressed", String(yes));
    };
    button.addEventListener("click", () => show(input.type === "password"));
    input.form?.addEventListener("submit", () => show(false)); // So that browsers do not remember it as text.
  }));
  all("[data-copy]", root).forEach((button) => once(button, "on", () => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent.trim());
      button.textContent = button.dataset.copied;
      announce(button.dataset.copied);
    });
  }));
}

// A menu closes when the reader goes elsewhere.
document.addEventListener("click", (event) => {
  all("details.menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  all("details.menu[open]").forEach((menu) => {
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});

enhance(document);
document.querySelector("[data-focus]")?.focus();
