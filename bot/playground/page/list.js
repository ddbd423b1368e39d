// The messages of one column: only a window of them is in the page, however many there are.

import { h } from "/page/dom.js";
import { bubble, day, separator } from "/page/message.js";
import { older } from "/page/state.js";
import { t } from "/page/words.js";

const AT_FIRST = 60;
const AT_MOST = 180;
const NEAR = 80;

export class MessageList {
  constructor(column) {
    this.column = column;
    this.nodes = new Map();
    this.newest = 0;
    this.stuck = true;
    this.inner = h("ol", { class: "list", role: "log", "aria-live": "off" });
    this.element = h("div", { class: "scroller", tabindex: "0" }, this.inner);
    this.element.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.down = h("button", { type: "button", class: "down", hidden: true, "aria-label": t("newest"), title: t("newest"), onclick: () => this.toEnd() }, "⌄");
    // Pictures and fonts come late, and columns change their width: the end stays in sight.
    const watcher = new ResizeObserver(() => this.stuck && this.keep());
    watcher.observe(this.inner);
    watcher.observe(this.element);
  }

  // Shows the newest messages afresh.
  reset() {
    this.newest = 0;
    this.nodes.clear();
    this.inner.replaceChildren();
    const all = this.column.messages();
    this.add(all, Math.max(0, all.length - AT_FIRST), all.length);
    this.hint(all);
    this.toEnd();
  }

  get isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  keep() {
    this.element.scrollTop = this.element.scrollHeight;
  }

  toEnd() {
    this.stuck = true;
    this.down.hidden = true;
    this.keep();
    this.column.read();
  }

  // Takes over what has changed: `changed` are messages, `dropped` ids. Returns whether it was seen.
  update(changed, dropped) {
    const all = this.column.messages();
    for (const id of dropped) this.remove(id);
    for (const message of changed) this.show(message, all);
    this.hint(all);
    if (!this.stuck) {
      this.down.hidden = false;
      return false;
    }
    this.prune();
    this.keep();
    return true;
  }

  show(message, all) {
    const id = message.message_id;
    const place = all.findLastIndex((each) => each.message_id === id);
    if (place < 0) return;
    const node = this.nodes.get(id);
    if (node) {
      const fresh = bubble(message, this.column, all[place - 1]);
      node.replaceWith(fresh);
      this.nodes.set(id, fresh);
    } else if (id > this.newest) {
      const made = this.made(all, place);
      this.inner.append(...made);
      made.at(-1).classList.add("fresh");
    }
  }

  made(all, place) {
    const message = all[place];
    const before = all[place - 1];
    const node = bubble(message, this.column, before);
    this.nodes.set(message.message_id, node);
    this.newest = Math.max(this.newest, message.message_id);
    return !before || day(before.date) !== day(message.date) ? [separator(message.date), node] : [node];
  }

  add(all, from, to, first = false) {
    const made = [];
    for (let place = from; place < to; place += 1) made.push(...this.made(all, place));
    if (first) this.inner.prepend(...made);
    else this.inner.append(...made);
  }

  remove(id) {
    this.nodes.get(id)?.remove();
    this.nodes.delete(id);
  }

  prune() {
    if (this.nodes.size <= AT_MOST) return;
    let excess = this.nodes.size - AT_FIRST;
    while (excess > 0) {
      const first = this.inner.firstElementChild;
      if (this.nodes.delete(Number(first.dataset.id))) excess -= 1;
      first.remove();
    }
  }

  hint(all) {
    this.inner.querySelector(".hint")?.remove();
    if (!all.length) this.inner.append(h("li", { class: "hint" }, this.column.hint()));
  }

  async scrolled() {
    this.stuck = this.isAtEnd;
    if (this.stuck) {
      this.down.hidden = true;
      this.column.read();
    }
    if (this.element.scrollTop > 300 || this.busy) return;
    this.busy = true;
    try {
      await this.reveal();
    } finally {
      this.busy = false;
    }
  }

  // Puts older messages above, keeping in place what one looks at.
  async reveal() {
    const { chat } = this.column;
    let all = this.column.messages();
    let from = this.firstShown(all);
    if (from === 0 && chat.more) {
      await older(chat, this.column.viewer());
      all = this.column.messages();
      from = this.firstShown(all);
    }
    if (from <= 0) return;
    const height = this.element.scrollHeight;
    this.add(all, Math.max(0, from - AT_FIRST), from, true);
    this.element.scrollTop += this.element.scrollHeight - height;
  }

  firstShown(all) {
    return all.findIndex((each) => this.nodes.has(each.message_id));
  }

  // Scrolls to a message and lights it up; true when it is there.
  async go(id) {
    for (let tries = 0; tries < 20 && !this.nodes.has(id); tries += 1) {
      const before = this.nodes.size;
      await this.reveal();
      if (this.nodes.size === before) return;
    }
    const node = this.nodes.get(id);
    node?.scrollIntoView({ block: "center" });
    node?.classList.remove("lit");
    requestAnimationFrame(() => node?.classList.add("lit"));
  }
}
