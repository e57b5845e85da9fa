// The article beside the chat, and what a source says when it is pointed at.

import { call } from "./api.js";
import { $, complain, kept, put, refused, say } from "./dom.js";

let opener = null;
let wanted = 0;

export function startSource() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-article]");
    if (button) openSource(button);
  });
  $("source-close").addEventListener("click", () => closeSource(true));
  for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, point);
  for (const kind of ["pointerout", "focusout"]) document.addEventListener(kind, (event) => hinted(event.target) && hideTip());
  $("scroll").addEventListener("scroll", hideTip, { passive: true });
}

/** Opens what a chip, a passage or an article's title points to. */
export async function openSource(button) {
  hideTip();
  const { article, version, start, end, cite, language } = button.dataset;
  const turn = button.closest(".turn");
  const ticket = ++wanted;
  const payload = { article, version: Number(version), start: numeric(start), end: numeric(end), others: cite ? others(button, turn) : [] };
  const reply = await call("source", payload).catch(complain);
  if (!reply || ticket !== wanted || refused(reply)) return;
  for (const chip of document.querySelectorAll(".chip.open")) chip.classList.remove("open");
  if (cite) for (const chip of turn.querySelectorAll(`.chip[data-cite="${cite}"]`)) chip.classList.add("open");
  opener = button;
  put($("source-body"), reply.html);
  // The title scrolls away with the text: the bar above says what is read.
  $("source-label").textContent = $("source-title").textContent;
  $("source").hidden = false;
  document.body.classList.add("with-source");
  show();
  const to = turn?.querySelector(".answer")?.lang || document.documentElement.lang;
  if (start && language && language !== to) translate(payload, to, ticket);
}

export function closeSource(back = false) {
  if ($("source").hidden) return false;
  wanted += 1;
  $("source").hidden = true;
  document.body.classList.remove("with-source");
  for (const chip of document.querySelectorAll(".chip.open")) chip.classList.remove("open");
  if (back) opener?.focus();
  return true;
}

function show() {
  const quote = $("quote");
  const body = $("source-body");
  body.scrollTop = 0;
  // Near the top: on any screen the quote and what follows it are in sight.
  if (quote) body.scrollTop = quote.getBoundingClientRect().top - body.getBoundingClientRect().top - body.clientHeight * 0.25;
  (quote ?? $("source-title")).focus({ preventScroll: true });
}

async function translate(payload, to, ticket) {
  const place = $("translation");
  if (!place) return;
  // Without a model there is nothing to wait for, and nothing that fails.
  const isExpected = $("status").dataset.state === "good";
  if (isExpected) tell(place, say("translating"));
  const reply = await call("translate", { ...payload, to, model: kept.get("model") }).catch(() => null);
  if (ticket !== wanted) return;
  if (reply?.html) { put(place, reply.html); place.hidden = false; }
  else if (isExpected) tell(place, say("not_translated"));
}

function tell(place, words) {
  place.setAttribute("aria-live", "polite");
  place.replaceChildren(Object.assign(document.createElement("p"), { className: "small", textContent: words }));
  place.hidden = false;
}

const numeric = (text) => (text === undefined ? null : Number(text));

function others(button, turn) {
  const { article, version, start, end } = button.dataset;
  const same = [...turn.querySelectorAll(`.sources .chip[data-article="${CSS.escape(article)}"][data-version="${version}"]`)];
  return same.filter((chip) => chip.dataset.start !== start || chip.dataset.end !== end)
    .map((chip) => [Number(chip.dataset.start), Number(chip.dataset.end)]);
}

const hinted = (target) => target.closest?.(".chip, .badge");

function point(event) {
  const target = hinted(event.target);
  if (!target || (event.pointerType === "touch")) return;
  const tip = $("tip");
  tip.replaceChildren(...(target.matches(".chip") ? quoted(target) : told(target)));
  if (!tip.childElementCount) return;
  tip.hidden = false;
  target.setAttribute("aria-describedby", "tip");
  place(tip, target.getBoundingClientRect());
}

/** The quote of a chip, as the list of sources has it. */
function quoted(chip) {
  const item = chip.closest(".turn")?.querySelector(`[data-quote="${chip.dataset.cite}"]`);
  const card = item?.closest(".card");
  if (!card) return [];
  const quote = item.querySelector("blockquote").cloneNode(true);
  quote.className = "";
  return [card.querySelector("h3"), card.querySelector(".origin"), card.querySelector(".state")]
    .filter(Boolean).map((part) => { const copy = document.createElement("p"); copy.className = part.className || "name"; copy.textContent = part.textContent; return copy; })
    .concat(quote);
}

function told(badge) {
  const name = document.createElement("p");
  name.className = "name";
  name.textContent = badge.dataset.name;
  const tip = document.createElement("p");
  tip.textContent = badge.dataset.tip;
  return [name, tip];
}

function place(tip, at) {
  const gap = 8;
  const width = tip.offsetWidth;
  tip.style.left = `${Math.max(gap, Math.min(at.left, innerWidth - width - gap))}px`;
  const below = at.bottom + gap + tip.offsetHeight < innerHeight;
  tip.style.top = `${below ? at.bottom + gap : Math.max(gap, at.top - gap - tip.offsetHeight)}px`;
}

export function hideTip() {
  const tip = $("tip");
  if (tip.hidden) return false;
  tip.hidden = true;
  document.querySelector('[aria-describedby="tip"]')?.removeAttribute("aria-describedby");
  return true;
}
