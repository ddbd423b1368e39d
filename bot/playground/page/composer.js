// Where a person writes: text, files, commands; with what is answered or edited above it.

import { encoded } from "/page/api.js";
import { h } from "/page/dom.js";
import { replyKeyboard } from "/page/keyboard.js";
import { summary } from "/page/message.js";
import { menu } from "/page/popover.js";
import { t } from "/page/words.js";

const LARGEST = 20 * 1024 * 1024;
const LARGEST_PHOTO = 10 * 1024 * 1024;

export class Composer {
  constructor(column) {
    this.column = column;
    this.topic = null;
    this.context = h("div", { class: "context", hidden: true });
    this.start = h("button", { type: "button", class: "start", hidden: true });
    this.below = h("div", { class: "belows" });
    this.input = h("textarea", { rows: "1", dir: "auto", enterkeyhint: "send" });
    this.file = h("input", { type: "file", class: "sr", tabindex: "-1", "aria-hidden": "true", multiple: true });
    this.attach = h("button", { type: "button", class: "icon", onclick: () => this.file.click() }, clip());
    this.commands = h("button", { type: "button", class: "icon slash", "aria-haspopup": "menu", onclick: (event) => this.offer(event) }, "/");
    this.submit = h("button", { type: "submit", class: "icon go" }, plane());
    this.form = h("form", { class: "composer", onsubmit: (event) => this.send(event) }, this.commands, this.attach, this.input, this.submit, this.file);
    this.element = h("div", { class: "writing" }, this.start, this.context, this.below, this.form);
    this.input.addEventListener("input", () => this.grow());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("paste", (event) => this.pasted(event));
    this.file.addEventListener("change", () => this.upload([...this.file.files]));
    this.start.addEventListener("click", () => column.act.start(""));
  }

  draw() {
    const { column } = this;
    const { chat } = column;
    const private_ = column.of.role === "citizen" ? "writeReport" : "write";
    const name = t(column.isGroup ? "writeGroup" : private_);
    this.input.placeholder = name;
    this.input.setAttribute("aria-label", `${column.title}: ${name}`);
    for (const [button, label] of [[this.attach, "attach"], [this.commands, "commands"], [this.submit, "send"]]) {
      button.title = t(label);
      button.setAttribute("aria-label", t(label));
    }
    const closed = !column.isGroup && (chat.blocked || !chat.started);
    this.start.hidden = !closed;
    this.start.textContent = t(chat.blocked ? "unblock" : "start");
    this.form.hidden = chat.blocked;
    this.keys();
  }

  keys() {
    const newest = this.column.messages().findLast((each) => each.keyboard && !each.keyboard.inline_keyboard);
    const drawn = newest?.keyboard.keyboard ? [replyKeyboard(newest.keyboard, this.column)] : [];
    if (drawn.length || this.below.childElementCount) this.below.replaceChildren(...drawn);
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 140)}px`;
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.form.requestSubmit();
    } else if (event.key === "Escape" && this.topic) {
      this.about(null);
    }
  }

  // Above the text: {reply: message} or {edit: message}.
  about(topic) {
    this.topic = topic;
    this.context.hidden = !topic;
    if (!topic) {
      this.context.replaceChildren();
      return;
    }
    const message = topic.reply || topic.edit;
    const head = topic.reply ? `${t("reply")} ${message.from.first_name}` : t("edit");
    this.context.replaceChildren(
      h("div", {}, h("b", {}, head), h("span", {}, summary(message).slice(0, 100))),
      h("button", { type: "button", class: "icon", "aria-label": t("cancel"), onclick: () => this.about(null) }, "✕"),
    );
    if (topic.edit) this.input.value = message.text || "";
    this.grow();
    this.input.focus();
  }

  async send(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text) return;
    const topic = this.topic;
    const sent = topic?.edit ? await this.column.act.edit(topic.edit, text) : await this.column.act.say(text, topic?.reply);
    if (!sent) return;
    this.clear();
  }

  clear() {
    this.input.value = "";
    this.about(null);
    this.grow();
  }

  pasted(event) {
    const files = [...event.clipboardData.files];
    if (!files.length) return;
    event.preventDefault();
    this.upload(files);
  }

  async upload(files) {
    const caption = this.input.value.trim();
    this.file.value = "";
    for (const [number, file] of files.entries()) {
      if (file.size > LARGEST) {
        this.column.toast(t("tooBig"));
        continue;
      }
      const photo = /^image\/(png|jpeg|webp)$/.test(file.type) && file.size <= LARGEST_PHOTO;
      const told = { content: await encoded(file), caption: number ? "" : caption };
      await this.column.act.send(photo ? "send_photo" : "send_document", photo ? told : { ...told, file_name: file.name });
    }
    this.clear();
  }

  async offer(event) {
    const at = { currentTarget: event.currentTarget, type: "click", preventDefault() {} };
    const commands = await this.column.act.commands();
    const pick = ({ command }) => () => {
      this.column.act.say(`/${command}`);
      this.input.focus();
    };
    menu(at, commands.map((each) => ({ label: `/${each.command}`, note: each.description, act: pick(each) })));
  }
}

const drawn = (path) => {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(space, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
};
const clip = () => drawn("M16.5 6.5v9.7a4.5 4.5 0 0 1-9 0V5.9a3 3 0 0 1 6 0v9.6a1.5 1.5 0 0 1-3 0V7H9v8.5a3 3 0 0 0 6 0V5.9a4.5 4.5 0 0 0-9 0v10.3a6 6 0 0 0 12 0V6.5z");
const plane = () => drawn("M3.4 20.4 21 12 3.4 3.6 3.4 10.1 15 12 3.4 13.9z");
