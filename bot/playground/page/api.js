// The way to the playground: people's deeds, and looking around.

const ROOT = "/playground/";

export class Refused extends Error {}

async function answered(response) {
  const said = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(said.error || `HTTP ${response.status}`);
  return said;
}

export const api = {
  async get(what, asked = {}) {
    return answered(await fetch(`${ROOT}${what}?${new URLSearchParams(asked)}`));
  },
  async post(deed, asked = {}) {
    const headers = { "Content-Type": "application/json" };
    return answered(await fetch(ROOT + deed, { method: "POST", headers, body: JSON.stringify(asked) }));
  },
  file: (id) => `${ROOT}file/${encodeURIComponent(id)}`,
};

export function encoded(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",", 2)[1] || "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
