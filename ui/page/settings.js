// The settings of this browser, and the line that says how the assistant is.

import { call, logOut } from "./api.js";
import { $, complain, kept, put, say } from "./dom.js";

const SOON = 5_000;
const LATER = 30_000;
let timer = 0;

export function startSettings() {
  $("settings-open").addEventListener("click", open);
  $("status").addEventListener("click", open);
  $("model").addEventListener("change", () => { kept.set("model", $("model").value); look(); });
  $("answer-language").value = kept.get("answer-language");
  $("answer-language").addEventListener("change", () => kept.set("answer-language", $("answer-language").value));
  $("k").value = kept.get("k", document.body.dataset.k);
  $("k-shown").textContent = $("k").value;
  $("k").addEventListener("input", () => { kept.set("k", $("k").value); $("k-shown").textContent = $("k").value; });
  $("theme").addEventListener("click", () => theme(isDark() ? "light" : "dark"));
  $("theme-choice").addEventListener("change", () => theme($("theme-choice").value));
  theme(kept.get("theme"));
  for (const button of document.querySelectorAll(".log-out")) button.addEventListener("click", () => logOut().catch(complain));
  document.addEventListener("visibilitychange", () => document.hidden || look());
  look();
}

function open() {
  look();
  $("settings").showModal();
}

const isDark = () => (kept.get("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

function theme(choice) {
  kept.set("theme", choice);
  $("theme-choice").value = choice;
  if (choice) document.documentElement.dataset.theme = choice;
  else delete document.documentElement.dataset.theme;
}

/** Asks how the assistant is, and again after a while: sooner where something is amiss. */
export async function look() {
  clearTimeout(timer);
  const reply = await call("status", { model: kept.get("model") }).catch(() => null);
  const good = Boolean(reply?.good);
  const words = reply && !reply.error ? reply.words : say("status_lost");
  if ($("status-words").textContent !== words) $("status-words").textContent = words;
  $("status").dataset.state = good ? "good" : reply ? "quotes" : "lost";
  if (reply && !reply.error) {
    put($("health"), reply.health);
    // A list that is open under the reader's hand is left alone.
    if (document.activeElement !== $("model") || !$("model").options.length) put($("model"), reply.models);
  }
  if (!document.hidden) timer = setTimeout(look, good ? LATER : SOON);
}
