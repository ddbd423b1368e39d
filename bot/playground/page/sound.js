// A short ring for messages with sound; off until somebody asks for it.

import { t } from "/page/words.js";

let context = null;
let last = 0;

export function prepare(button) {
  const draw = () => {
    const on = context !== null;
    button.classList.toggle("off", !on);
    button.title = t(on ? "soundOff" : "soundOn");
    button.setAttribute("aria-label", button.title);
    button.setAttribute("aria-pressed", String(on));
  };
  button.addEventListener("click", () => {
    if (context) {
      context.close();
      context = null;
    } else {
      context = new AudioContext();
      ring();
    }
    draw();
  });
  draw();
  return draw;
}

export function ring() {
  if (!context || performance.now() - last < 250) return;
  last = performance.now();
  [880, 1174].forEach((pitch, number) => {
    const tone = context.createOscillator();
    const loud = context.createGain();
    const at = context.currentTime + number * 0.12;
    tone.frequency.value = pitch;
    loud.gain.setValueAtTime(0.0001, at);
    loud.gain.exponentialRampToValueAtTime(0.12, at + 0.02);
    loud.gain.exponentialRampToValueAtTime(0.0001, at + 0.3);
    tone.connect(loud).connect(context.destination);
    tone.start(at);
    tone.stop(at + 0.32);
  });
}
