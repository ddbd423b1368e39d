// The one menu that is open at a time.

import { h } from "/page/dom.js";

let open = null;
let opener = null;

export function close() {
  if (!open) return;
  open.remove();
  open = null;
  opener?.setAttribute("aria-expanded", "false");
  if (opener?.isConnected) opener.focus({ preventScroll: true });
  opener = null;
}

// `items`: {label, act, danger} or {emoji: [...], act(emoji)}; opened at an event's place.
export function menu(event, items) {
  event.preventDefault();
  const at = event.currentTarget;
  const again = opener === at && at.tagName === "BUTTON";
  close();
  if (again) return;
  const made = items.filter(Boolean).map((item) => (item.emoji ? emojiRow(item) : entry(item)));
  open = h("div", { class: "popover", role: "menu" }, made);
  open.addEventListener("keydown", keys);
  document.body.append(open);
  opener = at;
  at.setAttribute?.("aria-expanded", "true");
  place(event, at);
  open.querySelector("button")?.focus({ preventScroll: true });
}

const run = (act) => () => {
  close();
  act();
};

const entry = (item) => h("button", { type: "button", role: "menuitem", class: item.danger ? "danger" : "", onclick: run(item.act) }, h("span", {}, item.label), item.note ? h("small", {}, item.note) : null);

const emojiRow = (item) => h("div", { class: "emoji" }, item.emoji.map((each) => h("button", { type: "button", role: "menuitem", "aria-label": each, onclick: run(() => item.act(each)) }, each)));

function place(event, at) {
  const box = at.getBoundingClientRect();
  const pointer = event.type === "contextmenu" && event.clientX;
  const x = pointer ? event.clientX : box.left;
  const y = pointer ? event.clientY : box.bottom + 4;
  const { offsetWidth, offsetHeight } = open;
  open.style.left = `${Math.max(8, Math.min(x, innerWidth - offsetWidth - 8))}px`;
  const above = pointer ? y - offsetHeight : box.top - offsetHeight - 4;
  open.style.top = `${y + offsetHeight > innerHeight - 8 ? Math.max(8, above) : y}px`;
}

function keys(event) {
  const all = [...open.querySelectorAll("button")];
  const index = all.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step) {
    event.preventDefault();
    all.at((index + step + all.length) % all.length).focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    close();
  }
}

document.addEventListener("pointerdown", (event) => {
  if (open && !open.contains(event.target) && !opener?.contains(event.target)) close();
});
