// One message as a bubble with its keyboard; also the grey lines in between.

import { api } from "/page/api.js";
import { h, hue, initials } from "/page/dom.js";
import { rich } from "/page/entities.js";
import { keyboard } from "/page/keyboard.js";
import { state } from "/page/state.js";
import { t, words } from "/page/words.js";

export const clockTime = (seconds) => format(seconds, { hour: "2-digit", minute: "2-digit" });
export const day = (seconds) => format(seconds, { weekday: "long", day: "numeric", month: "numeric" });

const formats = new Map();
function format(seconds, options) {
  const locale = words.language === "vi" ? "vi-VN" : "en-GB";
  const key = locale + JSON.stringify(options) + state.zone;
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(locale, { ...options, hourCycle: "h23", timeZone: state.zone || undefined }));
  }
  return formats.get(key).format(seconds * 1000);
}

const SERVICE = {
  new_chat_members: (m) => `${m.new_chat_members.map((each) => each.first_name).join(", ")} ${t("sJoined")}`,
  left_chat_member: (m) => `${m.left_chat_member.first_name} ${t("sLeft")}`,
  pinned_message: (m) => `${m.from.first_name} ${t("sPinned")}`,
  forum_topic_created: (m) => `${m.from.first_name} ${t("sTopic")} “${m.forum_topic_created.name}”`,
  forum_topic_edited: (m) => `${m.from.first_name} ${t("sRenamed")} “${m.forum_topic_edited.name || ""}”`,
  forum_topic_closed: (m) => `${m.from.first_name} ${t("sClosed")}`,
  forum_topic_reopened: (m) => `${m.from.first_name} ${t("sReopened")}`,
  migrate_to_chat_id: () => t("sOther"),
  migrate_from_chat_id: () => t("sOther"),
};

export const summary = (m) => m.text || m.caption || (m.photo && t("photo")) || m.document?.file_name || (m.voice && t("voice")) || "…";

// `column` = {viewer, isGroup, act: {...}}; `before` is the message above, or nothing.
export function bubble(message, column, before) {
  const kind = Object.keys(SERVICE).find((each) => each in message);
  if (kind) return h("li", { class: "service", data: { id: message.message_id } }, h("span", {}, SERVICE[kind](message)));
  const own = message.from.id === column.viewer();
  const joined = before && before.from.id === message.from.id && message.date - before.date < 300 && !before.pinned_message;
  const body = h("div", { class: "bubble" }, author(message, column, own, joined), origin(message), quote(message, column), media(message), words_(message, column), foot(message, own));
  const more = h("button", { type: "button", class: "more", "aria-label": t("more"), title: t("more"), onclick: (event) => column.act.menu(message, event) }, "⋯");
  return h(
    "li",
    { class: `message ${own ? "own" : "theirs"}${joined ? " joined" : ""}`, data: { id: message.message_id }, oncontextmenu: (event) => column.act.menu(message, event) },
    column.isGroup && !own ? h("span", { class: "face", data: { hue: hue(message.from.id) }, "aria-hidden": "true" }, initials(message.from.first_name)) : null,
    h("div", { class: message.reply_markup?.inline_keyboard ? "stack wide" : "stack" }, h("div", { class: "line" }, body, more), keyboard(message, column), reactions(message)),
  );
}

export const separator = (seconds) => h("li", { class: "service day" }, h("span", {}, day(seconds)));

function author(message, column, own, joined) {
  if (!column.isGroup || own || joined) return h("span", { class: "sr" }, `${message.from.first_name}: `);
  return h("div", { class: "author", data: { hue: hue(message.from.id) } }, message.from.first_name);
}

function origin(message) {
  const from = message.forward_origin;
  if (!from) return null;
  const name = from.sender_user?.first_name || from.sender_user_name || from.chat?.title || from.sender_chat?.title || "…";
  return h("div", { class: "origin" }, `${t("forwardedFrom")} ${name}`);
}

function quote(message, column) {
  const answered = message.reply_to_message;
  if (!answered || answered.forum_topic_created) return null;
  return h("button", { type: "button", class: "quote", onclick: () => column.act.go(answered.message_id) }, h("b", {}, answered.from.first_name), h("span", {}, summary(answered).slice(0, 120)));
}

function media(message) {
  if (message.photo) {
    const largest = message.photo.at(-1);
    const image = h("img", { src: api.file(largest.file_id), alt: message.caption || t("photo"), loading: "lazy", width: largest.width, height: largest.height });
    return h("a", { class: "photo", href: api.file(largest.file_id), download: "photo.png", title: t("download") }, image);
  }
  const file = message.document || message.voice || message.audio || message.video;
  if (!file) return shared(message);
  const name = file.file_name || t("voice");
  return h(
    "a",
    { class: "file", href: api.file(file.file_id), download: name },
    h("span", { class: "sheet", "aria-hidden": "true" }, message.voice ? "🎙" : "📄"),
    h("span", {}, h("b", {}, name), h("small", {}, `${size(file.file_size)} · ${t("download")}`)),
  );
}

function shared(message) {
  if (message.contact) return h("div", { class: "shared" }, `📱 ${message.contact.phone_number}`);
  if (message.location) return h("div", { class: "shared" }, `📍 ${t("place")}: ${message.location.latitude}, ${message.location.longitude}`);
  return null;
}

const size = (bytes) => (bytes > 1048576 ? `${(bytes / 1048576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`);

function words_(message, column) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  return h("div", { class: "text", dir: "auto" }, rich(text, message.entities || message.caption_entities, column.act));
}

function foot(message, own) {
  return h(
    "span",
    { class: "foot" },
    message.silent && !own ? h("span", { title: t("silent"), "aria-label": t("silent") }, "🔕 ") : null,
    message.edit_date ? `${t("edited")} ` : null,
    h("time", { datetime: new Date(message.date * 1000).toISOString() }, clockTime(message.date)),
    own ? h("span", { class: "ticks", "aria-hidden": "true" }, " ✓✓") : null,
  );
}

function reactions(message) {
  if (!message.reactions?.length) return null;
  const counts = new Map();
  for (const { emoji } of message.reactions) counts.set(emoji, (counts.get(emoji) || 0) + 1);
  return h("div", { class: "reactions" }, [...counts].map(([emoji, count]) => h("span", {}, count > 1 ? `${emoji} ${count}` : emoji)));
}
