// The list of kept conversations.

import { call } from "./api.js";
import { conversation, openConversation } from "./chat.js";
import { $, complain, confirmed, download, fileName, put, refused, say } from "./dom.js";

const list = $("talk-list");
const row = (id) => list.querySelector(`[data-conversation="${CSS.escape(id)}"]`);

export function startTalks(opened) {
  $("new").addEventListener("click", () => go("", opened));
  list.addEventListener("click", (event) => {
    const id = event.target.closest("[data-conversation]")?.dataset.conversation;
    const tool = event.target.closest("[data-do]");
    if (tool) { closeMenu(); use(id, tool, opened); }
    else if (event.target.closest(".open")) go(id, opened);
  });
  document.addEventListener("click", (event) => {
    for (const menu of list.querySelectorAll("details[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
  // What lies over the rest of the page while the drawer is open belongs to the body.
  document.body.addEventListener("click", (event) => event.target === document.body && drawer(false));
  $("drawer").addEventListener("click", () => drawer(!document.body.classList.contains("drawer")));
}

export function drawer(open) {
  const was = document.body.classList.contains("drawer");
  document.body.classList.toggle("drawer", open);
  $("drawer").setAttribute("aria-expanded", open);
  if (open && !was) $("new").focus();
  return was;
}

/** Closes the menu of a conversation, the keyboard back at its button; returns whether one was open. */
export function closeMenu() {
  const menu = list.querySelector("details[open]");
  if (!menu) return false;
  menu.open = false;
  menu.querySelector("summary").focus();
  return true;
}

/** Shows the list anew, the conversation that is open marked. */
export async function refresh() {
  const reply = await call("conversations").catch(() => null);
  if (reply && !reply.error) redraw(reply.html);
}

/** Puts the list in its place; an open menu and the keyboard stay where they were. */
function redraw(html) {
  const open = list.querySelector("details[open]")?.closest("li").dataset.conversation;
  const focused = list.contains(document.activeElement) ? document.activeElement : null;
  const id = focused?.closest("[data-conversation]")?.dataset.conversation;
  put(list, html);
  for (const time of list.querySelectorAll("time")) today(time);
  mark();
  if (open && row(open)) row(open).querySelector("details").open = true;
  if (id) row(id)?.querySelector(focused.dataset.do ? `[data-do="${focused.dataset.do}"]` : focused.matches(".open") ? ".open" : "summary").focus();
}

/** Of a conversation of today the hour says more than the day; which day it is, only the browser knows. */
function today(time) {
  const at = new Date(time.dateTime);
  if (at.toDateString() === new Date().toDateString()) time.textContent = at.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

export function mark() {
  for (const item of list.querySelectorAll("[data-conversation]")) {
    const is = item.dataset.conversation === conversation();
    item.classList.toggle("current", is);
    if (is) item.querySelector(".open").setAttribute("aria-current", "true");
    else item.querySelector(".open").removeAttribute("aria-current");
  }
}

async function go(id, opened) {
  drawer(false);
  await openConversation(id).catch(complain);
  opened(conversation());
  mark();
  $("question").focus();
}

async function use(id, tool, opened) {
  const title = tool.closest("li").querySelector(".name").textContent;
  switch (tool.dataset.do) {
    case "rename": {
      const name = await confirmed(say("rename_to"), say("save"), title);
      if (name) await change("rename", { conversation: id, title: name });
      break;
    }
    case "delete":
      if (await confirmed(say("delete_sure", { title }), say("delete"))) {
        await change("delete", { conversation: id });
        if (id === conversation()) await go("", opened);
        else if (!row(id)) $("new").focus();
      }
      break;
    default: {
      const reply = await call("export", { conversation: id, form: tool.dataset.do.replace("export_", "") }).catch(complain);
      if (reply && !refused(reply)) download({ ...reply, name: fileName(title, reply.name) });
    }
  }
}

async function change(name, payload) {
  const reply = await call(name, payload).catch(complain);
  if (reply && !refused(reply)) redraw(reply.html);
}
