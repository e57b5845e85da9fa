// Small words for the document. HTML comes from the server's renderer alone; here it is only put in its place.

import { Busy } from "./api.js";

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

/** Says something to everyone, for a moment. */
export function toast(text) {
  announce(text);
  document.querySelector(".toast")?.remove();
  const note = document.createElement("p");
  note.className = "toast";
  note.textContent = text;
  note.setAttribute("aria-hidden", "true");
  document.body.append(note);
  setTimeout(() => note.remove(), 3500);
}

/** Says that a call failed. */
export function complain(error) {
  toast(say(error instanceof Busy ? "busy" : "lost"));
}

/** Shows an error that the server explained; returns whether there was one. */
export function refused(reply) {
  if (!reply.error) return false;
  toast(made(reply.error)[0].textContent.trim().replace(/\s+/g, " "));
  return true;
}

/** Asks for a yes, or with `value` for a text; resolves with null where the answer is no. */
export function confirmed(question, yes, value = null) {
  const dialog = $("confirm");
  $("confirm-words").textContent = question;
  $("confirm-yes").textContent = yes;
  $("confirm-field").hidden = value === null;
  $("confirm-text").value = value ?? "";
  dialog.returnValue = "";
  dialog.showModal();
  if (value !== null) $("confirm-text").select();
  return new Promise((resolve) => dialog.addEventListener("close", () => {
    resolve(dialog.returnValue === "yes" ? $("confirm-text").value.trim() || "yes" : null);
  }, { once: true }));
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
