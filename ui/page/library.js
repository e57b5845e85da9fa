// The library: the table of articles, what is brought into it, what is taken out.

import { call, last, stream, upload } from "./api.js";
import { $, complain, confirmed, failure, made, put, refused, say } from "./dom.js";
import { chooseArticles, forget, offer } from "./filters.js";

let waiting = Promise.resolve();
let typed = 0;

const picked = () => [...$("rows").querySelectorAll("input:checked")];

export function startLibrary(leave) {
  $("find").addEventListener("input", () => { clearTimeout(typed); typed = setTimeout(list, 150); });
  for (const id of ["find-outlet", "find-language"]) $(id).addEventListener("change", list);
  $("rows").addEventListener("change", count);
  $("pick-all").addEventListener("change", () => {
    for (const box of $("rows").querySelectorAll("input")) box.checked = $("pick-all").checked;
    count();
  });
  $("remove").addEventListener("click", remove);
  $("ask-chosen").addEventListener("click", () => { chooseArticles(picked().map((box) => box.value)); leave(); });
  $("files").addEventListener("change", () => { bring([...$("files").files]); $("files").value = ""; });
  $("sync").addEventListener("submit", (event) => { event.preventDefault(); sync(); });
  dropping();
}

/** Shows the table anew. */
export async function list() {
  const reply = await call("articles", {
    find: $("find").value, outlet: $("find-outlet").value, article_language: $("find-language").value,
  }).catch(complain);
  if (!reply || refused(reply)) return;
  // The table may come anew while a reader is choosing: what is ticked stays ticked.
  const ticked = new Set(picked().map((box) => box.value));
  put($("rows"), reply.rows);
  for (const box of $("rows").querySelectorAll("input")) box.checked = ticked.has(box.value);
  $("count").textContent = reply.count;
  choices($("find-outlet"), say("any_outlet"), reply.outlets);
  choices($("find-language"), say("any_language"), reply.languages);
  offer(reply);
  const ids = [...$("rows").querySelectorAll("input")].map((box) => box.value);
  if (ids.length === reply.count) forget((id) => !ids.includes(id));
  $("pick-all").checked = false;
  $("hint").textContent = reply.count ? "" : say("empty_library");
  count();
}

function choices(select, any, options) {
  const chosen = select.value;
  put(select, options);
  select.prepend(new Option(any, ""));
  select.value = chosen;
  if (select.selectedIndex < 0) select.value = "";
}

function count() {
  const n = picked().length;
  $("remove").disabled = $("ask-chosen").disabled = n === 0;
}

async function remove() {
  const boxes = picked();
  const title = boxes[0].closest("tr").querySelector(".title").textContent;
  if (!(await confirmed(say("remove_sure", { n: boxes.length, title }), say("remove")))) return;
  const ids = boxes.map((box) => box.value);
  const reply = await call("remove", { articles: ids }).catch(complain);
  if (reply && !refused(reply)) forget((id) => ids.includes(id));
  await list();
}

function dropping() {
  const place = $("library");
  const mark = (is) => $("drop").classList.toggle("over", is);
  place.addEventListener("dragover", (event) => { event.preventDefault(); mark(true); });
  place.addEventListener("dragleave", (event) => place.contains(event.relatedTarget) || mark(false));
  place.addEventListener("drop", (event) => { event.preventDefault(); mark(false); bring([...event.dataTransfer.files]); });
  // A file that misses the place would replace the page.
  for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
}

function bring(files) {
  for (const file of files) {
    const line = row(file.name, "file");
    // One after the other: each is shown as it is done, and the library has one writer.
    waiting = waiting.then(() => one(file, line)).then(list);
  }
}

const tooLarge = () => say("too_large", { n: document.body.dataset.mb });

async function one(file, line) {
  // Said at once: a large file takes long to be sent in vain.
  if (file.size > Number(document.body.dataset.mb) * 2 ** 20) { line.fail(tooLarge()); return; }
  try {
    const path = await upload(file, (share) => line.note(say("uploading", { percent: Math.round(share * 100) }), share));
    line.note(say("reading_file"));
    line.end(await last("add", { path, name: file.name }));
  } catch (error) {
    line.fail(error instanceof RangeError ? tooLarge() : failure(error));
  }
}

function row(name, kind) {
  const item = document.createElement("li");
  item.className = kind;
  const title = Object.assign(document.createElement("strong"), { textContent: name, dir: "auto" });
  const bar = Object.assign(document.createElement("progress"), { max: 1 });
  bar.setAttribute("aria-label", name);
  const told = Object.assign(document.createElement("div"), { className: "told", textContent: say("waiting") });
  const away = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: say("dismiss"), hidden: true });
  away.addEventListener("click", () => item.remove());
  item.append(title, bar, told, away);
  $("uploads").prepend(item);
  const done = (failed) => { bar.remove(); item.classList.add(failed ? "failed" : "done"); away.hidden = false; };
  return {
    note: (text, share) => { told.textContent = text; if (share === undefined) bar.removeAttribute("value"); else bar.value = share; },
    fail: (text) => { told.textContent = text; done(true); },
    end: (reply) => { told.replaceChildren(...made(reply.error ?? reply.html)); done(Boolean(reply.error || reply.failed)); },
  };
}

async function sync() {
  const folder = $("folder").value.trim();
  if (!folder) return;
  const line = row(folder, "directory");
  try {
    for await (const reply of stream("sync", { folder })) {
      if (reply.note) line.note(reply.note);
      else line.end(reply);
    }
  } catch (error) {
    line.fail(failure(error));
  }
  await list();
}
