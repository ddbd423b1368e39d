// What the person of a column can do; each deed says in the column why it was refused.

import { api } from "/page/api.js";
import { deepLink, topicLink } from "/page/dom.js";
import { menu } from "/page/popover.js";
import { state } from "/page/state.js";
import { t } from "/page/words.js";

const EMOJI = ["👍", "❤", "👀", "🙏", "👎", "✍", "⚡"];

export function deeds(column) {
  const done = async (deed, asked) => {
    try {
      return await api.post(deed, { user: column.viewer(), chat: column.chat.place, ...asked });
    } catch (error) {
      column.toast(error.message.replace(/^\w+: /, ""));
      return null;
    }
  };
  const thread = () => (column.thread ? { thread: column.thread } : {});
  const at = (message) => ({ message: message.message_id });
  const act = {
    say: (text, reply) => {
      column.list.stuck = true;
      return done("say", { text, ...thread(), ...(reply ? { reply_to: reply.message_id } : {}) });
    },
    send: (deed, told) => done(deed, { ...told, ...thread() }),
    start: (payload) => done(column.chat.blocked ? "unblock" : "start", { bot: column.chat.bot, payload }),
    press: (message, data) => {
      // Whoever answers the newest message wants to see what comes of it.
      if (message === column.messages().at(-1)) column.list.stuck = true;
      return done("press", { ...at(message), button: data });
    },
    edit: (message, text) => done("edit", { ...at(message), text }),
    contact: () => done("share_contact", { phone_number: "+84912345678" }),
    command: (text) => act.say(text),
    go: (id) => column.list.go(id),
    commands: async () => (await api.get("menu", { user: column.viewer(), chat: column.chat.place }).catch(() => [])),
    copy: async (text) => {
      await navigator.clipboard.writeText(text).catch(() => {});
      column.toast(`${t("copied")}: ${text}`);
    },
    link: (url, event) => {
      const topic = topicLink(url, [...state.groups.values()]);
      if (topic) {
        event?.preventDefault();
        enter(column, topic);
        return;
      }
      const found = deepLink(url, [...state.bots.values()]);
      if (!found) return;
      event?.preventDefault();
      open(column, found);
    },
    menu: (message, event) => menu(event, choices(message)),
    options: () => options(column, done),
  };
  const enter = (from, { group, thread }) => {
    from.desk.open(group.id);
    from.desk.columns.get(group.id)?.choose(thread);
  };
  const open = (from, { bot, payload }) => {
    const own = from.desk.columns.get(from.viewer()) || from;
    if (own.bot !== bot.id) own.use(bot.id);
    own.desk.open(own.id);
    own.act.start(payload);
  };
  const forward = (message) => {
    const viewer = column.viewer();
    const groups = [...state.groups.values()].filter((each) => each.members.some((member) => member.user.id === viewer));
    const places = [...[...state.bots.values()].map((each) => [each.id, each.first_name]), ...groups.map((each) => [each.id, each.title])];
    const to = ([chat, name]) => ({ label: `${t("forward")} → ${name}`, act: () => done("forward", { ...at(message), from_chat: column.chat.place, chat }) });
    return message.has_protected_content ? [] : places.map(to);
  };
  // The same sign once more takes it away.
  const mine = (message) => (message.reactions || []).filter((each) => each.user === column.viewer()).map((each) => each.emoji);
  const choices = (message) => {
    const own = message.from.id === column.viewer();
    const text = message.text || message.caption;
    return [
      { emoji: EMOJI, act: (emoji) => done("react", { ...at(message), emoji: mine(message).includes(emoji) ? [] : [emoji] }) },
      { label: t("reply"), act: () => column.composer.about({ reply: message }) },
      text && { label: t("copy"), act: () => act.copy(text) },
      ...forward(message),
      own && message.text && { label: t("edit"), act: () => column.composer.about({ edit: message }) },
      own && { label: t("remove"), danger: true, act: () => done("delete", at(message)) },
    ];
  };
  return act;
}

function options(column, done) {
  const fold = { label: t("hide"), act: () => column.desk.fold(column.id) };
  if (!column.isGroup) {
    const { blocked, bot } = column.chat;
    const block = { label: t(blocked ? "unblock" : "block"), danger: !blocked, act: () => done(blocked ? "unblock" : "block", { bot }) };
    return bot ? [block, fold] : [fold];
  }
  const inside = new Set(column.of.members.map((each) => each.user.id));
  const absent = [...state.bots.values()].filter((each) => !inside.has(each.id));
  const join = (bot) => ({ label: `${t("joinBot")} ${bot.first_name}`, act: () => done("join", { account: bot.id, by: column.viewer() }) });
  return [...absent.map(join), fold];
}
