// The conversation: asking, following the answer as it grows, stopping, asking anew.

import { Busy, call, last, sendStop, stream } from "./api.js";
import { $, announce, complain, confirmed, kept, made, put, refused, say, toast } from "./dom.js";
import { filters } from "./filters.js";
import { closeSource } from "./source.js";

const state = { conversation: "", run: null, abort: null, replacing: null, changed: () => {} };
const box = $("question");
const scroll = $("scroll");
const transcript = $("transcript");

export const conversation = () => state.conversation;

export function startChat(changed) {
  state.changed = changed;
  $("composer").addEventListener("submit", (event) => { event.preventDefault(); send(); });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
  });
  box.addEventListener("input", fit);
  $("stop").addEventListener("click", stop);
  $("editing-end").addEventListener("click", () => { edit(null); box.value = ""; fit(); });
  $("search-only").addEventListener("change", () => {
    $("send").textContent = say($("search-only").checked ? "search" : "send");
  });
  $("earlier").addEventListener("click", earlier);
  $("welcome").addEventListener("click", (event) => {
    const example = event.target.closest("button");
    if (example) { box.value = example.textContent; send(); }
  });
  transcript.addEventListener("click", use);
  transcript.addEventListener("submit", note);
  addEventListener("pagehide", () => state.run && sendStop(state.run));
  setInterval(tick, 100);
}

export const isRunning = () => state.run !== null;

/** Shows a kept conversation, or with "" a new one. */
export async function openConversation(id) {
  if (state.run) await stop();
  state.conversation = id;
  edit(null);
  closeSource();
  put(transcript, "");
  $("earlier").hidden = true;
  if (id) {
    const reply = await call("open", { conversation: id });
    if (refused(reply)) { state.conversation = ""; }
    else if (state.conversation === id) { put(transcript, reply.html); begun(reply); }
  }
  welcome();
  bottom();
}

function begun(reply) {
  $("earlier").hidden = !reply.earlier;
  $("earlier").dataset.before = reply.first ?? "";
}

async function earlier() {
  const reply = await call("open", { conversation: state.conversation, before: Number($("earlier").dataset.before) });
  if (refused(reply)) return;
  const height = scroll.scrollHeight;
  transcript.prepend(...made(reply.html));
  scroll.scrollTop += scroll.scrollHeight - height;
  begun(reply);
}

function welcome() {
  $("welcome").hidden = transcript.childElementCount > 0;
  $("ask").classList.toggle("empty", transcript.childElementCount === 0);
}

async function send() {
  const question = box.value.trim();
  if (!question || state.run) return;
  box.value = "";
  fit();
  const replacing = state.replacing;
  edit(null);
  try {
    await ($("search-only").checked ? search(question) : ask(question, replacing));
  } catch (error) {
    complain(error);
    if (error instanceof Busy) box.value = question;
  }
  welcome();
}

async function search(question) {
  const reply = await last("search", { question, k: Number(kept.get("k", document.body.dataset.k)), filters: filters() });
  if (refused(reply)) return;
  const [turn] = made(reply.turn);
  turn.classList.add("search");
  put(turn.querySelector(".body"), reply.body);
  transcript.append(turn);
  welcome();
  turn.scrollIntoView({ block: "start" });
  announce(turn.querySelector(".note").textContent);
}

async function ask(question, replacing) {
  state.run = crypto.randomUUID();
  state.abort = new AbortController();
  running(true);
  const old = replacing ? replacedBy(replacing) : [];
  const number = Number(replacing?.dataset.turn ?? replacing?.dataset.replacing) || null;
  for (const each of old) each.hidden = true;
  let turn = null;
  try {
    const replies = stream("ask", {
      question, run: state.run, conversation: state.conversation, filters: filters(), model: kept.get("model"),
      answer_language: kept.get("answer-language"), k: Number(kept.get("k", document.body.dataset.k)),
      replacing: number,
    }, state.abort.signal);
    for await (const reply of replies) {
      turn = take(reply, turn);
      if (reply.turn && number) turn.dataset.replacing = number;
      if (reply.done && (reply.turn_id || !number)) for (const each of old) each.remove();
    }
  } catch (error) {
    if (!turn) throw error;
    const note = document.createElement("p");
    note.className = "error";
    note.textContent = say("lost");
    turn.querySelector(".body").append(note);
    turn.querySelector(".steps.running")?.classList.remove("running");
  } finally {
    // What was not replaced is still kept, and is shown again.
    for (const each of old) each.hidden = false;
    if (turn && old.some((each) => each.isConnected)) turn.scrollIntoView({ block: "start" });
    state.run = null;
    running(false);
  }
  state.changed(state.conversation);
}

function take(reply, turn) {
  if (reply.conversation) state.conversation = reply.conversation;
  if (reply.turn) {
    const [shown] = made(reply.turn);
    transcript.append(shown);
    welcome();
    shown.scrollIntoView({ block: "start" });
    return shown;
  }
  const focused = document.activeElement?.closest(".turn") === turn ? document.activeElement.dataset.cite : null;
  if (reply.body !== undefined) put(turn.querySelector(".body"), reply.body);
  if (focused) turn.querySelector(`[data-cite="${focused}"]`)?.focus({ preventScroll: true });
  if (reply.turn_id) { turn.dataset.turn = reply.turn_id; delete turn.dataset.replacing; }
  turn.dataset.since = performance.now();
  if (reply.done) announce(turn.querySelector(".stopped, .answer, .error, .note")?.textContent ?? "");
  return turn;
}

export async function stop() {
  const run = state.run;
  if (!run) return;
  $("stop").disabled = true;
  const reply = await call("stop", { run }).catch(() => ({ known: false }));
  // What still waits in the queue has not begun: hanging up takes it out.
  if (!reply.known) state.abort.abort();
}

function running(is) {
  $("stop").hidden = !is;
  $("stop").disabled = false;
  $("send").hidden = is;
  $("composer").classList.toggle("running", is);
}

function tick() {
  const step = transcript.querySelector(".steps.running li.now time");
  const turn = step?.closest(".turn");
  if (!turn || !state.run) return;
  const spent = (performance.now() - Number(turn.dataset.since ?? performance.now())) / 1000;
  step.textContent = say("seconds", { n: spent.toLocaleString(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) });
}

async function use(event) {
  const tool = event.target.closest("[data-do]");
  if (!tool) return;
  const turn = tool.closest(".turn");
  const question = turn.querySelector(".question h2").textContent;
  switch (tool.dataset.do) {
    case "edit": if (!state.run) { edit(turn); box.value = question; fit(); box.focus(); } break;
    case "retry": await again(turn, question); break;
    case "copy": await navigator.clipboard.writeText(turn.querySelector(".copied").content.textContent); toast(say("copied")); break;
    default: await rate(turn, tool);
  }
}

async function again(turn, question) {
  if (state.run) return;
  const isLast = replacedBy(turn).every((each) => each === turn || !each.dataset.turn);
  if (!isLast && !turn.dataset.replacing && !(await confirmed(say("retry_sure"), say("retry")))) return;
  try { await ask(question, turn); } catch (error) { complain(error); }
}

function edit(turn) {
  state.replacing = turn;
  $("editing").hidden = turn === null;
}

/** What an answer to `turn` anew takes the place of: it and all after it; of one that was not kept, it alone. */
function replacedBy(turn) {
  const number = Number(turn.dataset.turn ?? turn.dataset.replacing);
  if (!number) return [turn];
  return [...transcript.children].filter((each) => each === turn || Number(each.dataset.turn ?? each.dataset.replacing) >= number);
}

async function rate(turn, tool) {
  const pressed = tool.getAttribute("aria-pressed") === "true";
  const rating = pressed ? null : tool.dataset.do;
  const form = turn.querySelector(".feedback");
  const reply = await call("rate", {
    conversation: state.conversation, turn: Number(turn.dataset.turn), rating, note: form.querySelector("input").value,
  }).catch(complain);
  if (!reply || refused(reply)) return;
  for (const other of turn.querySelectorAll(".judging [data-do]")) other.setAttribute("aria-pressed", other === tool && !pressed);
  form.hidden = pressed;
  if (!pressed) form.querySelector("input").focus();
  announce(reply.said);
}

async function note(event) {
  event.preventDefault();
  const turn = event.target.closest(".turn");
  const rating = turn.querySelector('.judging [aria-pressed="true"]')?.dataset.do ?? null;
  const reply = await call("rate", {
    conversation: state.conversation, turn: Number(turn.dataset.turn), rating, note: event.target.querySelector("input").value,
  }).catch(complain);
  if (reply && !refused(reply)) toast(reply.said);
}

function fit() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight + 2, 200)}px`;
}

function bottom() {
  scroll.scrollTop = scroll.scrollHeight;
}
