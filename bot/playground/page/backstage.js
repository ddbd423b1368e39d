// The demo's strings: its clock, its troubles, the life of its bot.

import { api } from "/page/api.js";
import { h } from "/page/dom.js";
import { clockTime, day } from "/page/message.js";
import { now, state } from "/page/state.js";
import { either, t } from "/page/words.js";

const GLAD_FOR = 9000;

let section, banner, desk, parts;
let moving = false;
let gladUntil = 0;
let wasDead = false;

export function prepare(given) {
  ({ section, banner, desk } = given);
  setInterval(tick, 250);
  document.addEventListener("pointerdown", (event) => {
    if (parts && !parts.trouble.contains(event.target)) parts.trouble.open = false;
  });
  section.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !parts.trouble.open) return;
    parts.trouble.open = false;
    parts.trouble.firstElementChild.focus();
  });
}

export function drawBackstage() {
  const wasOpen = section.querySelector("details")?.open ?? false;
  parts = { time: h("time", { class: "time" }), date: h("span", { class: "date" }), next: h("span", { class: "next" }), life: h("span", { class: "life", role: "status" }) };
  const clock = h("div", { class: "clock", role: "group", "aria-label": t("clock") }, h("div", { class: "now" }, parts.time, parts.date), mover("plus3", { seconds: 180 }), mover("plus60", { seconds: 3600 }), mover("toNext", { to: "next" }), parts.next);
  parts.kill = h("button", { type: "button", class: "kill", onclick: () => ask("bot", { do: isDead() ? "start" : "kill" }) });
  parts.trouble = h("details", { class: "trouble", open: wasOpen }, h("summary", {}, "⚡ ", t("trouble"), h("span", { class: "count" })), panel());
  const life = h("div", { class: "bot" }, parts.life, parts.kill);
  section.replaceChildren(...(state.demo ? [clock, life] : []), parts.trouble);
  section.hidden = false;
  updateBackstage();
}

const isDead = () => state.backstage.bot === "dead";

function mover(label, asked) {
  return h("button", { type: "button", class: `move ${asked.to ? "to-next" : ""}`, data: { move: label }, onclick: () => move(asked) }, t(label));
}

async function move(asked) {
  if (moving) return;
  moving = true;
  section.classList.add("moving");
  await ask("clock", asked);
  moving = false;
  section.classList.remove("moving");
}

async function ask(what, asked) {
  try {
    return await api.post(what, asked);
  } catch (error) {
    say("bad", error.message);
    return null;
  }
}

function panel() {
  const troubles = state.troubles.map((name) => toggle(name, t(name), t(`${name}Mean`), (on) => ask("trouble", { name, on })));
  const bot = [...state.bots.values()][0];
  const blocks = bot ? state.cast.map((id) => [id, state.people.get(id)]).map(([id, person]) => toggle(`block${id}`, person.first_name, "", (on) => ask(on ? "block" : "unblock", { user: id, bot: bot.id }))) : [];
  const lift = h("button", { type: "button", class: "plain", onclick: () => ask("trouble", {}) }, t("lift"));
  const anew = h("button", { type: "button", class: "plain danger", onclick: () => confirm(t("sure")) && ask("bot", { do: "anew" }) }, t("anew"), h("small", {}, t("anewMean")));
  return h("div", { class: "panel" }, troubles, lift, blocks.length ? [h("h3", {}, t("blockedBy")), h("div", { class: "blocks" }, blocks)] : null, state.demo ? anew : null);
}

function toggle(name, label, mean, change) {
  const box = h("input", { type: "checkbox", role: "switch", data: { trouble: name }, onchange: () => change(box.checked) });
  return h("label", { class: "toggle" }, box, h("span", {}, label, mean ? h("small", {}, mean) : null));
}

// Shows what has changed behind the stage.
export function updateBackstage() {
  if (!parts) return;
  const { bot, next, troubles = [] } = state.backstage;
  const alive = { running: "botRunning", starting: "botStarting", dead: "botDead" }[bot];
  section.dataset.bot = bot || "";
  parts.life.textContent = alive ? t(alive) : "";
  parts.kill.textContent = t(isDead() ? "revive" : "kill");
  parts.kill.title = isDead() ? "" : t("killMean");
  parts.kill.classList.toggle("good", isDead());
  parts.next.replaceChildren(...due(next));
  section.querySelector('[data-move="toNext"]')?.toggleAttribute("disabled", !next);
  parts.trouble.querySelector(".count").textContent = troubles.length ? ` ${troubles.length}` : "";
  parts.trouble.classList.toggle("on", troubles.length > 0);
  for (const box of section.querySelectorAll("[data-trouble]")) {
    const blocked = box.dataset.trouble.startsWith("block") && desk.columns.get(Number(box.dataset.trouble.slice(5)))?.chat.blocked;
    box.checked = blocked || troubles.includes(box.dataset.trouble);
  }
  announce(bot, troubles);
  tick();
}

function due(next) {
  if (!next) return [h("span", { class: "idle" }, `${t("next")}: ${t("nothing")}`)];
  const soon = h("span", { class: "soon" });
  const today = day(next.at) === day(now() / 1000);
  return [`${t("next")}: `, h("b", {}, today ? clockTime(next.at) : `${clockTime(next.at)} ${day(next.at)}`), " ", either(next), next.code ? ` · ${next.code}` : "", " ", soon];
}

function announce(bot, troubles) {
  if (bot === "dead") wasDead = true;
  else if (bot === "running" && wasDead) {
    wasDead = false;
    gladUntil = Date.now() + GLAD_FOR;
  }
  const { waiting_in: inbound = 0, waiting_out: outbound = 0 } = state.backstage;
  const waits = [inbound && `${inbound} ${t("waitIn")}`, outbound && `${outbound} ${t("waitOut")}`].filter(Boolean).join(", ");
  const counted = waits ? ` ${waits}. ` : " ";
  if (bot === "dead") say("bad", `${t("deadLong")}${counted}${t("kept")}`, t("revive"), () => ask("bot", { do: "start" }));
  else if (troubles.length) say("warn", `${troubles.includes("down") ? t("downLong") : `${t("troubled")} ${troubles.map(t).join(", ")}.`}${counted}`, t("lift"), () => ask("trouble", {}));
  else if (Date.now() < gladUntil) say("good", t("back"));
  else banner.hidden = true;
}

export function say(mood, text, label, act) {
  const key = `${mood}|${text}|${label}`;
  if (!banner.hidden && banner.dataset.key === key) return;
  banner.dataset.key = key;
  banner.className = mood;
  banner.replaceChildren(h("span", {}, text), ...(label ? [h("button", { type: "button", onclick: act }, label)] : []));
  banner.hidden = false;
}

function tick() {
  if (!parts || !state.demo) return;
  const seconds = now() / 1000;
  const shown = `${clockTime(seconds)}:${String(Math.floor(seconds) % 60).padStart(2, "0")}`;
  if (parts.time.textContent !== shown) parts.time.textContent = shown;
  const date = day(seconds);
  if (parts.date.textContent !== date) parts.date.textContent = date;
  const soon = parts.next.querySelector(".soon");
  if (soon && state.backstage.next) soon.textContent = `(${t("inTime")} ${left(state.backstage.next.at - seconds)})`;
  if (gladUntil && Date.now() > gladUntil) {
    gladUntil = 0;
    updateBackstage();
  }
}

function left(seconds) {
  const all = Math.max(0, Math.round(seconds));
  if (all >= 86400) return `${Math.floor(all / 86400)} d ${Math.floor((all % 86400) / 3600)} h`;
  if (all >= 3600) return `${Math.floor(all / 3600)} h ${Math.floor((all % 3600) / 60)} min`;
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, "0")}`;
}
