// What the page knows of the playground, kept current by the stream of events.

import { api } from "/page/api.js";

export const state = { people: new Map(), bots: new Map(), groups: new Map(), chats: new Map(), backstage: {}, stories: [], troubles: [], cast: [], icons: {}, ahead: 0, playing: false };

export const keyOf = (chat, bot) => (bot ? `${chat}:${bot}` : `${chat}`);
export const now = () => Date.now() + state.ahead;

export class Chat {
  constructor(id, bot) {
    Object.assign(this, { id, bot, key: keyOf(id, bot), started: false, blocked: false, pinned: [], messages: [], byId: new Map(), more: false });
  }

  know(told) {
    for (const name of ["started", "blocked", "pinned", "more"]) if (name in told) this[name] = told[name];
    for (const message of told.messages || []) this.put(message);
  }

  // Returns whether the message is new here.
  put(message) {
    const fresh = !this.byId.has(message.message_id);
    this.byId.set(message.message_id, message);
    if (!fresh) {
      const at = this.messages.findLastIndex((each) => each.message_id === message.message_id);
      this.messages[at] = message;
    } else if (!this.messages.length || this.messages.at(-1).message_id < message.message_id) {
      this.messages.push(message);
    } else {
      this.messages.push(message);
      this.messages.sort((a, b) => a.message_id - b.message_id);
    }
    return fresh;
  }

  drop(id) {
    this.byId.delete(id);
    this.messages = this.messages.filter((each) => each.message_id !== id);
  }

  // What the Bot API calls the place: the group, or the bot one talks to.
  get place() {
    return this.bot || this.id;
  }
}

export function chatOf(id, bot) {
  const key = keyOf(id, bot);
  if (!state.chats.has(key)) state.chats.set(key, new Chat(id, bot));
  return state.chats.get(key);
}

export async function look() {
  const board = await api.get("board");
  const anew = state.world !== board.world;
  if (anew) state.chats.clear();
  for (const name of ["people", "bots", "groups"]) state[name] = new Map(board[name].map((each) => [each.id, each]));
  for (const name of ["world", "seq", "zone", "cast", "stories", "troubles", "demo", "backstage", "icons"]) state[name] = board[name];
  state.ahead = board.at * 1000 - Date.now();
  for (const told of board.chats) chatOf(told.chat, told.bot).know(told);
}

export async function older(chat, viewer) {
  const before = chat.messages[0]?.message_id ?? 2 ** 52;
  const found = await api.get("older", { user: viewer, chat: chat.place, before });
  for (const message of found.messages) chat.put(message);
  chat.more = found.more;
}

// Applies one event and returns the chat it is about, if any.
export function apply(event) {
  if (event.kind === "clock" || event.kind === "backstage") {
    state.ahead = event.at * 1000 - Date.now();
  }
  if (event.kind === "backstage") {
    const { bot, next, waiting_in, waiting_out } = event;
    Object.assign(state.backstage, { bot, next, waiting_in, waiting_out });
  } else if (event.kind === "trouble") {
    state.backstage.troubles = event.on;
  } else if (event.kind === "membership") {
    for (const told of event.chats) chatOf(told.chat, told.bot).know(told);
  }
  if (!("chat" in event) || event.chats) return null;
  const chat = chatOf(event.chat, event.bot);
  if (event.message && ["message", "edited_message", "reaction"].includes(event.kind)) {
    event.fresh = chat.put(event.message);
    learn(chat, event.message);
  } else if (event.kind === "deleted") {
    chat.drop(event.message_id);
  } else if (event.kind === "unpinned") {
    chat.pinned = event.message_id ? chat.pinned.filter((id) => id !== event.message_id) : [];
  }
  return chat;
}

function learn(chat, message) {
  chat.started = true;
  const pinned = message.pinned_message;
  if (pinned && !chat.pinned.includes(pinned.message_id)) chat.pinned.push(pinned.message_id);
  const topics = state.groups.get(chat.id)?.topics;
  const id = message.message_thread_id;
  if (!topics || !id) return;
  const topic = topics.find((each) => each.message_thread_id === id);
  if (message.forum_topic_created && !topic) {
    topics.push({ message_thread_id: id, ...message.forum_topic_created, closed: false });
  } else if (topic && message.forum_topic_edited) {
    Object.assign(topic, message.forum_topic_edited);
  } else if (topic && (message.forum_topic_closed || message.forum_topic_reopened)) {
    topic.closed = Boolean(message.forum_topic_closed);
  }
}
