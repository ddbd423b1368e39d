// Puts the page together and keeps it current.

import { drawBackstage, prepare as prepareBackstage, say, updateBackstage } from "/page/backstage.js";
import { Column } from "/page/column.js";
import { h } from "/page/dom.js";
import { answered } from "/page/keyboard.js";
import { prepare as prepareSound } from "/page/sound.js";
import { apply, look, state } from "/page/state.js";
import { drawStories, forget, prepare as prepareStories, storyHappened } from "/page/stories.js";
import { speak, t, words } from "/page/words.js";

const byId = (id) => document.getElementById(id);
const narrow = matchMedia("(max-width: 760px)");
const AGAIN_AFTER = 1000;

let waiting = [];
let source = null;
let scheduled = false;

const desk = {
  columns: new Map(),
  shown: null,
  open(id) {
    const column = this.columns.get(id);
    if (!column) return;
    column.fold(false);
    this.shown = id;
    this.tabs();
    column.element.scrollIntoView({ block: "nearest", inline: "nearest" });
    column.list.toEnd();
  },
  fold(id) {
    if (!narrow.matches) this.columns.get(id)?.fold(true);
  },
  acting(id) {
    for (const [each, column] of this.columns) column.element.classList.toggle("acting", each === id);
    if (id && this.columns.has(id)) this.open(id);
  },
  counted(column) {
    const badge = byId("tabs").querySelector(`[data-id="${column.id}"] .badge`);
    if (!badge) return;
    badge.hidden = !column.unread;
    badge.textContent = String(column.unread);
  },
  tabs() {
    for (const tab of byId("tabs").children) {
      const chosen = Number(tab.dataset.id) === this.shown;
      tab.setAttribute("aria-current", String(chosen));
      if (chosen && narrow.matches) tab.scrollIntoView({ block: "nearest", inline: "center" });
    }
    for (const [id, column] of this.columns) column.element.classList.toggle("chosen", id === this.shown);
  },
};

function build() {
  desk.columns.clear();
  const team = [...state.groups.values()].filter((each) => !each.migrated);
  const people = state.cast.map((id) => state.people.get(id));
  const contact = people.filter((each) => each.role === "contact");
  const order = [...people.filter((each) => each.role !== "contact"), ...team, ...contact];
  for (const each of order) desk.columns.set(each.id, new Column(each, desk));
  byId("columns").replaceChildren(...[...desk.columns.values()].map((each) => each.element));
  byId("tabs").replaceChildren(...[...desk.columns.values()].map(tab));
  if (!desk.columns.has(desk.shown)) desk.shown = order[0]?.id;
  for (const column of desk.columns.values()) column.list.toEnd();
  if (innerWidth < 1500 && !narrow.matches) for (const each of contact) desk.fold(each.id);
  desk.tabs();
}

function tab(column) {
  const badge = h("span", { class: "badge", hidden: true });
  return h("button", { type: "button", data: { id: String(column.id) }, onclick: () => desk.open(column.id) }, h("b", {}, column.title), h("small", {}, column.role), badge);
}

function letter() {
  document.documentElement.lang = words.language;
  const about = state.demo === false ? "aboutApi" : "about";
  byId("about").replaceChildren(t(about), " ", h("span", { class: "hint-more" }, t("aboutMore")));
  const other = byId("language");
  other.textContent = t("other");
  other.lang = words.language === "vi" ? "en" : "vi";
  other.title = t("otherLabel");
  byId("tabs").setAttribute("aria-label", t("show"));
}

function draw() {
  letter();
  drawBackstage();
  drawStories();
  build();
}

// Who there is has changed: everything is looked at again.
const isArrival = ({ kind, message }) => kind === "newcomer" || (kind === "message" && (message.new_chat_members || message.left_chat_member));
// The group has got topics, or has none any more.
const isTurn = ({ kind, on }) => kind === "trouble" && on.includes("plain") !== (state.backstage.troubles || []).includes("plain");

function take(events) {
  if (events.some(isArrival) || events.some(isTurn)) {
    begin();
    return;
  }
  for (const event of events) {
    if (event.kind === "story") storyHappened(event);
    const chat = apply(event);
    if (["clock", "backstage", "trouble", "membership"].includes(event.kind)) waiting.push(updateBackstage);
    if (event.kind === "membership") waiting.push(() => desk.columns.forEach((each) => each.refresh()));
    if (!chat) continue;
    for (const column of desk.columns.values()) {
      if (column.chat !== chat) continue;
      column.note(event);
      if (event.kind === "toast") toast(column, event);
    }
  }
  if (scheduled) return;
  scheduled = true;
  // A page that is not looked at gets no frames, and still has to keep up.
  if (document.hidden) setTimeout(flush, 50);
  else requestAnimationFrame(flush);
}

function toast(column, event) {
  answered(event.query);
  const own = column.isGroup && event.user !== column.viewer() ? desk.columns.get(event.user) || column : column;
  if (event.url) own.act.link(event.url);
  if (!event.text) return;
  if (event.alert) own.alert(event.text);
  else own.toast(event.text);
}

function flush() {
  scheduled = false;
  for (const column of desk.columns.values()) {
    if (column.changed.size || column.dropped.size) column.flush();
  }
  const jobs = new Set(waiting.filter((each) => each === updateBackstage));
  for (const job of waiting) if (job !== updateBackstage) job();
  waiting = [];
  jobs.forEach((job) => job());
}

function follow() {
  source?.close();
  source = new EventSource(`/playground/stream?after=${state.world}-${state.seq}`);
  source.onmessage = (event) => take(JSON.parse(event.data));
  source.onopen = () => updateBackstage();
  source.addEventListener("anew", begin);
  source.onerror = () => {
    say("bad", t("lost"));
    if (source.readyState === EventSource.CLOSED) setTimeout(begin, AGAIN_AFTER);
  };
}

async function begin() {
  source?.close();
  const world = state.world;
  try {
    await look();
  } catch {
    say("bad", t("lost"));
    setTimeout(begin, AGAIN_AFTER);
    return;
  }
  if (world !== state.world) forget();
  draw();
  follow();
}

function keys(event) {
  if (!event.altKey || !/^[1-9]$/.test(event.key)) return;
  const column = [...desk.columns.values()][Number(event.key) - 1];
  if (!column) return;
  event.preventDefault();
  desk.open(column.id);
  column.composer.input.focus();
}

prepareBackstage({ section: byId("backstage"), banner: byId("banner"), desk });
prepareStories({ section: byId("stories"), desk });
const drawSound = prepareSound(byId("sound"));
byId("language").addEventListener("click", () => {
  speak(words.language === "vi" ? "en" : "vi");
  drawSound();
  draw();
});
document.addEventListener("keydown", keys);
narrow.addEventListener("change", () => build());
letter();
begin();
window.playground = { state, desk };
