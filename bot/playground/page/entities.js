// Telegram's entities become elements. Offsets count UTF-16 units, as JavaScript's strings do.

import { h, safeUrl } from "/page/dom.js";

const PLAIN = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre" };

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

// `act` = {link(url, event), command(text)}: what a click on a link or a command does.
export function rich(text, entities, act) {
  const sorted = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return pieces(text, 0, text.length, sorted, act);
}

function pieces(text, from, to, entities, act) {
  const made = [];
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [first, ...others] = rest;
    const end = Math.min(first.offset + first.length, to);
    if (first.offset < at || end <= first.offset) {
      rest = others;
      continue;
    }
    if (first.offset > at) made.push(text.slice(at, first.offset));
    const inside = others.filter((each) => each.offset < end);
    made.push(element(first, text.slice(first.offset, end), pieces(text, first.offset, end, inside, act), act));
    // A block stands on lines of its own; the line break after it is part of that.
    at = BLOCKS.has(first.type) && text[end] === "\n" ? end + 1 : end;
    rest = others.filter((each) => each.offset >= end);
  }
  if (at < to) made.push(text.slice(at, to));
  return made;
}

function element(entity, text, children, act) {
  const { type } = entity;
  if (type in PLAIN) return h(PLAIN[type], {}, children);
  if (type === "blockquote" || type === "expandable_blockquote") return h("blockquote", {}, children);
  if (type === "spoiler") return spoiler(children);
  if (type === "text_link" || type === "url") return link(entity.url || text, children, act);
  if (type === "email") return link(`mailto:${text}`, children, act);
  if (type === "bot_command") return h("button", { type: "button", class: "inline", onclick: () => act.command(text) }, children);
  if (type === "phone_number" || type === "mention" || type === "hashtag") return h("span", { class: "mark" }, children);
  return h("span", {}, children);
}

function link(url, children, act) {
  const href = safeUrl(url);
  if (!href) return h("span", {}, children);
  return h("a", { href, target: "_blank", rel: "noopener noreferrer", onclick: (event) => act.link(href, event) }, children);
}

function spoiler(children) {
  const made = h("span", { class: "spoiler", role: "button", tabindex: "0" }, children);
  const open = () => made.classList.add("open");
  made.addEventListener("click", open);
  made.addEventListener("keydown", (event) => event.key === "Enter" && open());
  return made;
}
