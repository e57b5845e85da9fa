// Puts the parts of the page together.

import { conversation, endEditing, isRunning, openConversation, startChat, stop } from "./chat.js";
import { $, complain, say, toast } from "./dom.js";
import { startFilters } from "./filters.js";
import { list, startLibrary } from "./library.js";
import { look, startSettings } from "./settings.js";
import { closeSource, hideTip, startSource } from "./source.js";
import { closeMenu, drawer, mark, refresh, startTalks } from "./talks.js";

/** The address names what is shown: `#library`, or `#ask/` with a conversation. */
function route() {
  const [view, id = ""] = location.hash.slice(1).split("/");
  return { view: view === "library" ? "library" : "ask", id };
}

function address(id) {
  history.replaceState(null, "", id ? `#ask/${id}` : "#ask");
}

function show(view) {
  document.body.dataset.view = view;
  for (const name of ["ask", "library"]) $(name).hidden = name !== view;
  for (const link of document.querySelectorAll(".masthead nav a")) {
    if (link.dataset.view === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  hideTip();
  drawer(false);
}

let asked = "";

function follow() {
  const { view, id } = route();
  show(view);
  closeSource();
  if (view === "library") list();
  else if (id && id !== asked) openConversation(id).then(() => opened(conversation())).then(mark).catch(complain);
  // Back from the library: the conversation is still there.
  else address(asked);
}

function opened(id) {
  asked = id;
  address(id);
  show("ask");
}

/** An answer has ended: where its reader is elsewhere, he stays there. */
function ended(whole) {
  asked = conversation();
  if (route().view === "ask") address(asked);
  else if (whole) toast(say("answer_there"));
  refresh();
  look();
}

function toAsk() {
  location.hash = "#ask";
  // The address is followed later; what is hidden cannot be typed into.
  show("ask");
  $("question").focus();
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
  if (hideTip() && !isRunning()) return;
  if (closeMenu()) return;
  if (isRunning()) stop();
  else if (closeSource(true)) return;
  else if (drawer(false)) $("drawer").focus();
  else endEditing();
});

startFilters();
startSource();
startChat(ended);
startTalks(opened);
startLibrary(toAsk);
startSettings();
addEventListener("hashchange", follow);

const first = route();
asked = first.id;
show(first.view);
openConversation(first.id).then(mark).catch(complain);
refresh();
list();
document.body.dataset.ready = "true";
