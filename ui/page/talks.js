// The list of kept conversations.

import { call } from "./api.js";
import { conversation, openConversation } from "./chat.js";
import { $, complain, confirmed, download, put, refused, say } from "./dom.js";

const list = $("talk-list");

export function startTalks(opened) {
  $("new").addEventListener("click", () => go("", opened));
  list.addEventListener("click", (event) => {
    const id = event.target.closest("[data-conversation]")?.dataset.conversation;
    const tool = event.target.closest("[data-do]");
    if (tool) { event.target.closest("details").open = false; use(id, tool, opened); }
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

/** Shows the list anew, the conversation that is open marked. */
export async function refresh() {
  const reply = await call("conversations").catch(() => null);
  if (reply && !reply.error) { put(list, reply.html); mark(); }
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
      }
      break;
    default: {
      const reply = await call("export", { conversation: id, form: tool.dataset.do.replace("export_", "") }).catch(complain);
      if (reply && !refused(reply)) download(reply);
    }
  }
}

async function change(name, payload) {
  const reply = await call(name, payload).catch(complain);
  if (reply && !refused(reply)) { put(list, reply.html); mark(); }
}
