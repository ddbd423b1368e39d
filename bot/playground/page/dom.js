// Elements are built here and nowhere else; text only ever becomes text.

export function h(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SAFE = /^(https?|tg|mailto|tel):/i;

export function safeUrl(url) {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`;
  return SAFE.test(whole) ? whole : null;
}

// "t.me/name?start=payload" of one of our bots, else nothing.
export function deepLink(url, bots) {
  const whole = safeUrl(url);
  if (!whole) return null;
  const at = new URL(whole);
  let name = null;
  if (at.protocol === "tg:") name = at.searchParams.get("domain");
  else if (["t.me", "telegram.me", "telegram.dog"].includes(at.hostname)) name = at.pathname.slice(1);
  const bot = bots.find((each) => each.username && each.username.toLowerCase() === (name || "").toLowerCase());
  return bot ? { bot, payload: at.searchParams.get("start") || "" } : null;
}

// "t.me/c/<number>/<topic>" of one of our groups, else nothing.
export function topicLink(url, groups) {
  const found = /^https:\/\/t\.me\/c\/(\d+)\/(\d+)$/.exec(safeUrl(url) || "");
  const group = found && groups.find((each) => each.id === Number(`-100${found[1]}`));
  return group ? { group, thread: Number(found[2]) } : null;
}

export function initials(name) {
  const words = name.replace(/[^\p{L}\p{N}\s]/gu, "").trim().split(/\s+/);
  return (words.at(-1)?.[0] || "?").toUpperCase();
}

export const hue = (id) => Math.abs(Number(id) * 47) % 7;
