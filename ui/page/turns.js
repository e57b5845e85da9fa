// What can be done with an answer that stands: copying it, judging it.

import { call } from "./api.js";
import { announce, complain, copied, refused, say, toast } from "./dom.js";

const form = (turn) => turn.querySelector(".feedback");

export async function copy(turn) {
  const done = await copied(turn.querySelector(".copied").content.textContent);
  toast(say(done ? "copied" : "copy_failed"));
}

/** Keeps a judgement; the one that is given already is taken back. */
export async function rate(conversation, turn, tool) {
  const pressed = tool.getAttribute("aria-pressed") === "true";
  const reply = await judged(conversation, turn, pressed ? null : tool.dataset.do);
  if (!reply) return;
  for (const other of turn.querySelectorAll(".judging [data-do]")) other.setAttribute("aria-pressed", other === tool && !pressed);
  form(turn).hidden = pressed;
  if (!pressed) form(turn).querySelector("input").focus();
  announce(reply.said);
}

/** Keeps the note to a judgement. */
export async function note(conversation, turn) {
  const reply = await judged(conversation, turn, turn.querySelector('.judging [aria-pressed="true"]')?.dataset.do ?? null);
  if (reply) toast(reply.said);
}

async function judged(conversation, turn, rating) {
  const words = form(turn).querySelector("input").value;
  const reply = await call("rate", { conversation, turn: Number(turn.dataset.turn), rating, note: words }).catch(complain);
  return reply && !refused(reply) ? reply : null;
}
