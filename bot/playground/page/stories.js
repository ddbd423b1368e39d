// The stories: big buttons first, then what is being told.

import { api } from "/page/api.js";
import { h } from "/page/dom.js";
import { state } from "/page/state.js";
import { either, t } from "/page/words.js";

let section, desk;
let told = null;

export function prepare(given) {
  ({ section, desk } = given);
}

export function drawStories() {
  section.hidden = !state.stories.length;
  if (section.hidden) return;
  section.replaceChildren(...(told ? [telling()] : choosing()));
}

function choosing() {
  const cards = state.stories.map((each) =>
    h("button", { type: "button", class: "story", data: { story: each.name }, onclick: () => begin(each.name) }, h("span", { class: "sign", "aria-hidden": "true" }, each.icon), h("span", {}, h("b", {}, either(each.title)), h("small", {}, either(each.about)))),
  );
  return [h("p", { class: "lead" }, h("b", {}, t("stories")), " ", h("span", {}, t("own"))), h("div", { class: "cards" }, cards)];
}

async function begin(name) {
  told = { name, number: 0, of: state.stories.find((each) => each.name === name)?.steps || 1, state: "playing", tell: null };
  drawStories();
  await api.post("story", { name }).catch(() => end());
}

function end() {
  told = null;
  drawStories();
}

async function stop() {
  await api.post("story", {}).catch(() => {});
  end();
}

function telling() {
  const story = state.stories.find((each) => each.name === told.name);
  const over = told.state === "done";
  const words = over ? t("done") : told.state === "stuck" ? `${t("stuck")} ${told.reason}` : either(told.tell);
  const bar = h("progress", { max: told.of, value: over ? told.of : told.number, "aria-label": t("storyStep") });
  const button = h("button", { type: "button", class: "quiet", onclick: told.state === "playing" ? stop : end }, told.state === "playing" ? t("stop") : t("again"));
  return h("div", { class: `telling ${told.state}` }, h("span", { class: "sign", "aria-hidden": "true" }, story?.icon || "▶"), h("div", {}, h("b", {}, either(story?.title)), h("p", { role: "status" }, words || ""), bar), button);
}

// One event of a story that is being played.
export function storyHappened(event) {
  state.playing = event.state === "playing";
  if (event.state === "stopped") {
    desk.acting(null);
    if (told?.name === event.name) end();
    return;
  }
  const tell = event.tell || (told?.name === event.name ? told.tell : null);
  told = { name: event.name, state: event.state, number: event.state === "stuck" ? told?.number ?? 0 : event.number, of: event.of, reason: event.reason, tell };
  desk.acting(event.state === "playing" ? (event.group ? state.groups.keys().next().value : event.who) : null);
  drawStories();
}

export const forget = () => {
  told = null;
};
