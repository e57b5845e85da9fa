// The conversation: asking, following the answer as it grows, stopping, asking anew.

import { call, last, sendStop, stream } from "./api.js";
import { $, announce, complain, confirmed, failure, kept, made, put, refused, say } from "./dom.js";
import { filters } from "./filters.js";
import { closeSource } from "./source.js";
import { copy, note, rate } from "./turns.js";

// `opened` counts the conversations shown: what was begun in one is not put into the next.
const state = { conversation: "", opened: 0, run: null, abort: null, replacing: null, ended: () => {} };
const box = $("question");
const scroll = $("scroll");
const transcript = $("transcript");

export const conversation = () => state.conversation;

/** Begins; `ended` is called when an answer ends, with whether it is whole. */
export function startChat(ended) {
  state.ended = ended;
  $("composer").addEventListener("submit", (event) => { event.preventDefault(); send(); });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
  });
  box.addEventListener("input", fit);
  $("stop").addEventListener("click", stop);
  $("editing-end").addEventListener("click", () => { endEditing(); box.focus(); });
  $("search-only").addEventListener("change", () => {
    $("send").textContent = say($("search-only").checked ? "search" : "send");
    edit(state.replacing);
  });
  $("earlier").addEventListener("click", earlier);
  $("welcome").addEventListener("click", (event) => {
    const example = event.target.closest("button");
    if (example) { box.value = example.textContent; send(); }
  });
  transcript.addEventListener("click", use);
  transcript.addEventListener("submit", (event) => {
    event.preventDefault();
    note(state.conversation, event.target.closest(".turn"));
  });
  addEventListener("pagehide", () => state.run && sendStop(state.run));
  setInterval(tick, 100);
}

export const isRunning = () => state.run !== null;

/** Shows a kept conversation, or with "" a new one. */
export async function openConversation(id) {
  if (state.run) { await stop(); state.abort?.abort(); }
  state.conversation = id;
  const ticket = state.opened += 1;
  endEditing();
  closeSource();
  put(transcript, "");
  $("earlier").hidden = true;
  if (id) {
    const reply = await call("open", { conversation: id }).catch(complain);
    if (ticket !== state.opened) return;
    if (reply && !refused(reply)) { put(transcript, reply.html); begun(reply); }
    else if (reply) state.conversation = "";
  }
  welcome();
  scroll.scrollTop = scroll.scrollHeight;
}

function begun(reply) {
  $("earlier").hidden = !reply.earlier;
  $("earlier").dataset.before = reply.first ?? "";
}

async function earlier() {
  const button = $("earlier");
  const ticket = state.opened;
  button.disabled = true;
  const reply = await call("open", { conversation: state.conversation, before: Number(button.dataset.before) }).catch(complain);
  button.disabled = false;
  if (!reply || ticket !== state.opened || refused(reply)) return;
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
  const { replacing, opened } = state;
  box.value = "";
  fit();
  edit(null);
  let turn = null;
  try {
    turn = await ($("search-only").checked ? search(question, replacing) : ask(question, replacing));
  } catch (error) {
    complain(error);
  }
  // What did not even begin is still to be asked.
  if (!turn && opened === state.opened) { write([question, box.value].filter(Boolean).join("\n")); edit(replacing); }
  welcome();
}

async function search(question, replacing) {
  const { opened } = state;
  const reply = await last("search", { question, k: passages(), filters: filters() });
  if (opened !== state.opened) return null;
  const turn = reply.turn ? made(reply.turn)[0] : bare(question);
  turn.classList.add("search");
  put(turn.querySelector(".body"), reply.error ?? reply.body);
  // A kept answer stays where it is; passages take the place of passages.
  if (replacing?.isConnected && !numberOf(replacing)) replacing.replaceWith(turn);
  else transcript.append(turn);
  welcome();
  turn.scrollIntoView({ block: "start" });
  announce(turn.querySelector(".error, .note")?.textContent ?? "");
  return turn;
}

function bare(question) {
  const turn = $("bare-turn").content.firstElementChild.cloneNode(true);
  turn.querySelector("h2").textContent = question;
  return turn;
}

const passages = () => Number(kept.get("k", document.body.dataset.k));

/** Asks; gives the turn, or null where the question was not even taken. */
async function ask(question, replacing) {
  const { opened } = state;
  const old = replacing ? replacedBy(replacing) : [];
  const number = replacing ? numberOf(replacing) : null;
  let turn = null;
  begin();
  for (const each of old) each.hidden = true;
  try {
    const replies = stream("ask", {
      question, run: state.run, conversation: state.conversation, filters: filters(), model: kept.get("model"),
      answer_language: kept.get("answer-language"), k: passages(), replacing: number,
    }, state.abort.signal);
    for await (const reply of replies) {
      if (opened !== state.opened) break;
      turn = take(reply, turn);
      if (reply.turn && number) turn.dataset.replacing = number;
      if (reply.done && (reply.turn_id || !number)) for (const each of old) each.remove();
    }
  } catch (error) {
    if (!turn) throw error;
    broken(turn, failure(error));
  } finally {
    // What was not replaced is still kept, and is shown again.
    for (const each of old) each.hidden = false;
    if (turn && old.some((each) => each.isConnected)) turn.scrollIntoView({ block: "start" });
    state.run = state.abort = null;
    running(false);
    state.ended(Boolean(turn?.querySelector("details.steps")));
  }
  return turn;
}

function begin() {
  // Not randomUUID: over plain HTTP from another machine there is none.
  state.run = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  state.abort = new AbortController();
  running(true);
}

function broken(turn, words) {
  const note = document.createElement("p");
  note.className = "error";
  note.textContent = words;
  turn.querySelector(".body").append(note);
  turn.querySelector(".steps.running")?.classList.remove("running");
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
  if (!turn) return null;
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
  if (!reply.known) state.abort?.abort();
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
    case "edit": if (!state.run) { edit(turn); write(question); box.focus(); } break;
    case "retry": await again(turn, question); break;
    case "copy": await copy(turn); break;
    case "up": case "down": await rate(state.conversation, turn, tool);
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
  if (turn) $("editing-words").textContent = say(!numberOf(turn) ? "editing_one" : $("search-only").checked ? "editing_stays" : "editing");
}

/** Leaves the editing of a question; returns whether one was edited. */
export function endEditing() {
  if (!state.replacing) return false;
  edit(null);
  write("");
  return true;
}

/** By which number a turn is kept, or the one that it would replace; null for one that is not kept. */
const numberOf = (turn) => Number(turn.dataset.turn ?? turn.dataset.replacing) || null;

/** What an answer to `turn` anew takes the place of: it and all after it; of one that was not kept, it alone. */
function replacedBy(turn) {
  const number = numberOf(turn);
  if (!number) return [turn];
  return [...transcript.children].filter((each) => each === turn || numberOf(each) >= number);
}

function write(text) {
  box.value = text;
  fit();
}

function fit() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight + 2, 200)}px`;
}
