// Small words for the document. HTML comes from the server's renderer alone; here it is only put in its place.

import { Busy, Lost } from "./api.js";

const words = JSON.parse(document.body.dataset.words);

export const $ = (id) => document.getElementById(id);

/** A phrase in the page's language. */
export function say(key, values = {}) {
  const phrase = values.n === 1 && words[`${key}_1`] ? words[`${key}_1`] : words[key];
  return phrase.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
}

/** Puts the renderer's HTML into an element. */
export function put(element, html) {
  element.innerHTML = html;
  return element;
}

/** The renderer's HTML as elements. */
export function made(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return [...template.content.children];
}

/** Says something to a screen reader. */
export function announce(text) {
  $("live").textContent = "";
  setTimeout(() => { $("live").textContent = text; }, 50);
}

/** Says something to everyone, for as long as it takes to read. */
export function toast(text) {
  announce(text);
  document.querySelector(".toast")?.remove();
  const note = document.createElement("p");
  note.className = "toast";
  note.textContent = text;
  note.setAttribute("aria-hidden", "true");
  document.body.append(note);
  setTimeout(() => note.remove(), Math.max(3500, 1500 + 70 * text.length));
}

/** What went wrong, in words: a mistake of this page is not told as one of the connection. */
export function failure(error) {
  if (error instanceof Busy) return say("busy");
  if (error instanceof Lost) return say("lost");
  console.error(error);
  return say("page_failed", { error: error.message });
}

/** Says that a call failed. */
export function complain(error) {
  toast(failure(error));
}

/** Shows an error that the server explained; returns whether there was one. */
export function refused(reply) {
  if (!reply.error) return false;
  const parts = made(reply.error).flatMap((part) => (part.childElementCount ? [...part.children] : [part]));
  toast(parts.map((part) => part.textContent.trim().replace(/\s+/g, " ")).filter(Boolean).map(stopped).join(" "));
  return true;
}

const stopped = (text) => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Asks for a yes, or with `value` for a text; resolves with null where the answer is no. */
export function confirmed(question, yes, value = null) {
  const dialog = $("confirm");
  $("confirm-words").textContent = question;
  $("confirm-yes").textContent = yes;
  $("confirm-field").hidden = value === null;
  $("confirm-text").value = value ?? "";
  dialog.returnValue = "";
  $("confirm-no").onclick = () => dialog.close("");
  dialog.showModal();
  // Enter does what was asked for where that was typed, and nothing where something would be lost.
  if (value === null) $("confirm-no").focus();
  else $("confirm-text").select();
  return new Promise((resolve) => dialog.addEventListener("close", () => {
    resolve(dialog.returnValue === "yes" ? $("confirm-text").value.trim() || "yes" : null);
  }, { once: true }));
}

/** Puts a text on the clipboard; returns whether it is there. */
export async function copied(text) {
  // Over plain HTTP from another machine a browser has no clipboard to offer.
  if (navigator.clipboard) return navigator.clipboard.writeText(text).then(() => true, () => copiedByHand(text));
  return copiedByHand(text);
}

function copiedByHand(text) {
  const before = document.activeElement;
  const box = Object.assign(document.createElement("textarea"), { value: text, className: "unseen", readOnly: true });
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  before?.focus({ preventScroll: true });
  return done;
}

/** A file's name made of a title, in characters that every system takes; its ending is that of `given`. */
export function fileName(title, given) {
  const name = title.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").slice(0, 80).replace(/^-|-$/g, "");
  return name ? `${name}${given.slice(given.lastIndexOf("."))}` : given;
}

/** Offers a text as a file. */
export function download({ name, type, text }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** What the reader chose for this browser. */
export const kept = {
  get: (key, fallback = "") => localStorage.getItem(`newscite-${key}`) ?? fallback,
  set: (key, value) => localStorage.setItem(`newscite-${key}`, value),
};
