// Keyboards: those under messages, and those in place of the phone's own.

import { h, deepLink, safeUrl, topicLink } from "/page/dom.js";
import { state } from "/page/state.js";

const WAITS = 4000;
const waiting = new Map();

export function keyboard(message, column) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return h("div", { class: "keyboard" }, rows.map((row) => h("div", { class: "row" }, row.map((button) => key(button, message, column)))));
}

function key(button, message, column) {
  const given = { class: `key ${button.style || ""}`, data: { label: button.text } };
  if (button.url) return linked(button, given, column);
  const made = h("button", { type: "button", ...given }, button.text);
  if (button.copy_text) {
    made.append(h("span", { class: "corner", "aria-hidden": "true" }, "⧉"));
    made.addEventListener("click", () => column.act.copy(button.copy_text.text));
  } else if (button.callback_data !== undefined) {
    made.addEventListener("click", () => press(button, message, column, made));
  } else {
    made.disabled = true;
  }
  return made;
}

function linked(button, given, column) {
  const href = safeUrl(button.url);
  if (!href) return h("span", given, button.text);
  const here = deepLink(href, [...state.bots.values()]) || topicLink(href, [...state.groups.values()]);
  const corner = h("span", { class: "corner", "aria-hidden": "true" }, here ? "" : "↗");
  return h("a", { ...given, href, target: "_blank", rel: "noopener noreferrer", onclick: (event) => column.act.link(href, event) }, button.text, corner);
}

async function press(button, message, column, made) {
  made.setAttribute("aria-busy", "true");
  const query = await column.act.press(message, button.callback_data);
  const stop = () => made.removeAttribute("aria-busy");
  if (!query) return stop();
  waiting.set(query, stop);
  setTimeout(() => answered(query), WAITS);
}

// A press was answered: its button stops turning.
export function answered(query) {
  waiting.get(query)?.();
  waiting.delete(query);
}

// A keyboard in place of the phone's own: each key says its words.
export function replyKeyboard(markup, column) {
  const rows = markup.keyboard.map((row) => row.map((each) => (typeof each === "string" ? { text: each } : each)));
  const act = (each) => (each.request_contact ? column.act.contact() : column.act.say(each.text));
  const drawn = rows.map((row) => h("div", { class: "row" }, row.map((each) => h("button", { type: "button", class: `key ${each.style || ""}`, onclick: () => act(each) }, each.text))));
  return h("div", { class: "keyboard below" }, drawn);
}
