// One person's phone, or the group: its head, its messages, its line to write in.

import { Composer } from "/page/composer.js";
import { deeds } from "/page/deeds.js";
import { h, hue, initials } from "/page/dom.js";
import { MessageList } from "/page/list.js";
import { summary } from "/page/message.js";
import { menu } from "/page/popover.js";
import { ring } from "/page/sound.js";
import { chatOf, state } from "/page/state.js";
import { t } from "/page/words.js";

export class Column {
  // `of` is a person or a group; `desk` = {open(id), columns}.
  constructor(of, desk) {
    this.of = of;
    this.desk = desk;
    this.isGroup = "title" in of;
    this.unread = 0;
    this.thread = null;
    this.missed = new Map();
    this.chosen = false;
    this.changed = new Map();
    this.dropped = new Set();
    this.bot = this.isGroup ? null : [...state.bots.keys()][0] ?? null;
    this.speaker = this.isGroup ? this.people()[0]?.id : of.id;
    this.act = deeds(this);
    this.list = new MessageList(this);
    this.composer = new Composer(this);
    this.frame();
    this.draw();
  }

  get id() {
    return this.of.id;
  }

  get chat() {
    return chatOf(this.of.id, this.bot);
  }

  get title() {
    return this.isGroup ? this.of.title : this.of.first_name;
  }

  get role() {
    if (this.isGroup) return t("role_group");
    const word = `role_${this.of.role}`;
    return t(word) === word ? "" : t(word);
  }

  viewer() {
    return this.speaker;
  }

  people() {
    return (this.of.members || []).filter((each) => !each.user.is_bot).map((each) => each.user);
  }

  messages() {
    return this.chat.messages.filter((each) => this.isShown(each));
  }

  hint() {
    return t({ citizen: "emptyCitizen", group: "emptyGroup" }[this.isGroup && state.demo ? "group" : this.of.role] || "empty");
  }

  frame() {
    const face = () => h("span", { class: "face", data: { hue: hue(this.id) }, "aria-hidden": "true" }, this.isGroup ? "👥" : initials(this.title));
    this.badge = h("span", { class: "badge", hidden: true });
    this.name = h("h2", {}, this.title);
    this.under = h("p", { class: "role" });
    this.options = h("button", { type: "button", class: "icon", "aria-haspopup": "menu", onclick: (event) => menu(event, this.act.options()) }, "⋯");
    this.head = h("header", {}, face(), h("div", { class: "who" }, this.name, this.under), this.badge, this.options);
    this.topics = h("div", { class: "topics", role: "tablist", hidden: true });
    this.pin = h("button", { type: "button", class: "pin", hidden: true });
    this.toasts = h("div", { class: "toasts", role: "status" });
    this.voice = h("select", { onchange: () => this.speak(Number(this.voice.value)) });
    const body = h("div", { class: "body" }, this.list.element, this.list.down, this.toasts);
    const speaker = this.isGroup ? h("label", { class: "voice" }, h("span", {}), this.voice) : null;
    this.spine = h("button", { type: "button", class: "spine", hidden: true, onclick: () => this.desk.open(this.id) }, face(), h("span", { class: "name" }, this.title), h("span", { class: "badge", hidden: true }));
    this.inside = h("div", { class: "inside" }, this.head, this.topics, this.pin, body, speaker, this.composer.element);
    this.element = h("section", { class: this.isGroup ? "column group" : "column", id: `column${this.id}`, "aria-label": this.title, data: { role: this.of.role || (this.isGroup ? "group" : "") } }, this.spine, this.inside);
    this.element.addEventListener("focusin", () => this.list.inner.setAttribute("aria-live", "polite"));
    this.element.addEventListener("focusout", () => this.list.inner.setAttribute("aria-live", "off"));
  }

  // Draws everything anew, in the page's language.
  draw() {
    const members = this.isGroup ? ` · ${this.people().length} ${t("members")}` : "";
    this.under.textContent = this.role + members;
    this.options.setAttribute("aria-label", `${t("more")}: ${this.title}`);
    this.spine.setAttribute("aria-label", `${t("show")}: ${this.title}`);
    if (this.isGroup) {
      this.voice.parentElement.firstElementChild.textContent = t("as");
      this.voice.replaceChildren(...this.people().map((each) => h("option", { value: String(each.id), selected: each.id === this.speaker }, each.first_name)));
    }
    this.drawBots();
    this.drawTopics();
    this.list.inner.setAttribute("aria-label", [this.title, this.role].filter(Boolean).join(", "));
    this.refresh();
    this.list.reset();
  }

  // What depends on the chat's state, not on its messages.
  refresh() {
    this.composer.draw();
    this.drawPin();
    this.element.classList.toggle("blocked", this.chat.blocked);
  }

  drawBots() {
    this.head.querySelector("select")?.remove();
    if (this.isGroup || state.bots.size < 2) return;
    const choose = h("select", { "aria-label": "Bot", onchange: () => this.use(Number(choose.value)) });
    choose.append(...[...state.bots.values()].map((each) => h("option", { value: String(each.id), selected: each.id === this.bot }, each.first_name)));
    this.options.before(choose);
  }

  // Its topics, as long as the group has any.
  get known() {
    return (this.isGroup && this.of.is_forum && this.of.topics) || [];
  }

  drawTopics() {
    const topics = this.known;
    this.topics.hidden = !topics.length;
    if (!topics.length) this.thread = null;
    const all = [{ message_thread_id: null, name: t("general") }, ...topics];
    this.topics.replaceChildren(...all.map((each) => this.tab(each)));
  }

  tab(topic) {
    const id = topic.message_thread_id;
    const icon = state.icons[topic.icon_custom_emoji_id];
    const signs = [topic.closed && "🔒", icon, topic.name].filter(Boolean).join(" ");
    const count = this.missed.get(id);
    const badge = count ? h("span", { class: "badge", "aria-label": `${count} ${t("missed")}` }, String(count)) : null;
    return h("button", { type: "button", role: "tab", "aria-selected": String(id === this.thread), onclick: () => this.choose(id) }, signs, badge);
  }

  choose(thread) {
    this.chosen = true;
    this.enter(thread);
  }

  // Shows one topic; what is written goes there too.
  enter(thread) {
    const known = thread === null || this.known.some((each) => each.message_thread_id === thread);
    if (!known) return;
    this.thread = thread;
    this.missed.delete(thread);
    this.drawTopics();
    this.topics.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.drawPin();
    this.list.reset();
  }

  isShown(message) {
    return !this.known.length || (message.message_thread_id ?? null) === this.thread;
  }

  drawPin() {
    const id = this.chat.pinned.findLast((each) => this.chat.byId.has(each) && this.isShown(this.chat.byId.get(each)));
    const message = this.chat.byId.get(id);
    this.pin.hidden = !message;
    if (!message) return;
    this.pin.replaceChildren(h("b", {}, `📌 ${t("pinned")}`), h("span", {}, summary(message).split("\n")[0]));
    this.pin.onclick = () => this.act.go(id);
  }

  use(bot) {
    this.bot = bot;
    this.refresh();
    this.list.reset();
  }

  speak(person) {
    this.speaker = person;
    this.list.reset();
  }

  // Remembers what an event changed, until the next frame.
  note(event) {
    if (event.kind === "deleted") this.dropped.add(event.message_id);
    if (!event.message) return;
    this.changed.set(event.message.message_id, event.message);
    const heard = event.fresh && event.message.from.id !== this.speaker;
    if (heard) this.unread += 1;
    if (heard && !this.isShown(event.message)) this.miss(event.message);
    if (heard && event.message.from.is_bot && !event.message.silent && !event.message.pinned_message) this.ring();
  }

  // Counts what was written in another topic; unless somebody has chosen one, the page goes there.
  miss(message) {
    const thread = message.message_thread_id ?? null;
    const service = Object.keys(message).some((each) => each.startsWith("forum_topic_") || each === "pinned_message");
    if (service) return;
    this.missed.set(thread, (this.missed.get(thread) || 0) + 1);
    const leads = message.reply_markup?.inline_keyboard?.flat().some((each) => each.url);
    const free = state.playing || (!this.chosen && !this.composer.input.value);
    if (free && message.from.is_bot && !leads) this.next = thread;
  }

  flush() {
    const topics = [...this.changed.values()].some((each) => each.forum_topic_created || each.forum_topic_closed || each.forum_topic_edited || each.forum_topic_reopened);
    const seen = this.list.update([...this.changed.values()], [...this.dropped]);
    this.changed.clear();
    this.dropped.clear();
    if (topics || this.missed.size) this.drawTopics();
    if (this.next !== undefined) this.enter(this.next);
    this.next = undefined;
    if (seen && this.isSeen) this.unread = 0;
    this.refresh();
    this.count();
  }

  get isSeen() {
    return this.element.offsetParent !== null && !this.element.classList.contains("folded") && !document.hidden;
  }

  read() {
    if (!this.isSeen || !this.unread) return;
    this.unread = 0;
    this.count();
  }

  count() {
    for (const badge of [this.badge, this.spine.lastElementChild]) {
      badge.hidden = !this.unread;
      badge.textContent = this.unread > 99 ? "99+" : String(this.unread);
      badge.setAttribute("aria-label", `${this.unread} ${t("missed")}`);
    }
    this.desk.counted(this);
  }

  fold(folded) {
    this.element.classList.toggle("folded", folded);
    this.spine.hidden = !folded;
    this.inside.hidden = folded;
    if (!folded && this.list.stuck) this.list.toEnd();
  }

  ring() {
    ring();
    this.element.classList.remove("ringing");
    requestAnimationFrame(() => this.element.classList.add("ringing"));
  }

  toast(text) {
    const made = h("p", {}, text);
    this.toasts.append(made);
    setTimeout(() => made.remove(), 5000);
  }

  alert(text) {
    const before = document.activeElement;
    const close = () => {
      box.remove();
      before?.focus?.();
    };
    const ok = h("button", { type: "button", class: "key primary", onclick: close }, t("ok"));
    const box = h("div", { class: "alert", role: "alertdialog", "aria-modal": "true", "aria-label": this.title }, h("div", {}, h("p", {}, text), ok));
    box.addEventListener("keydown", (event) => event.key === "Escape" && close());
    this.inside.append(box);
    ok.focus({ preventScroll: true });
  }
}
