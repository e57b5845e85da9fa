// What the chat is narrowed to: days, languages, outlets, chosen articles.

import { $, put, say, toast } from "./dom.js";

let articles = [];

const several = (id) => [...$(id).selectedOptions].map((option) => option.value);

/** The filters as the server takes them. */
export function filters() {
  return {
    since: $("filter-since").value, until: $("filter-until").value, languages: several("filter-languages"),
    outlets: several("filter-outlets"), articles,
  };
}

/** Narrows the chat to some articles; none stands for all. */
export function chooseArticles(ids) {
  articles = ids;
  tell();
}

/** Drops chosen articles that are `gone` from the library: a question to them alone could only fail. */
export function forget(gone) {
  const left = articles.filter((id) => !gone(id));
  if (left.length === articles.length) return;
  chooseArticles(left);
  toast(`${say("chosen_gone")} ${$("filters-words").textContent}`);
}

/** Offers what the library has to choose from. */
export function offer({ languages, outlets }) {
  for (const [id, options] of [["filter-languages", languages], ["filter-outlets", outlets]]) {
    const chosen = several(id);
    put($(id), options);
    for (const option of $(id).options) option.selected = chosen.includes(option.value);
  }
}

export function startFilters() {
  $("filters").addEventListener("change", tell);
  $("filters-clear").addEventListener("click", () => {
    for (const id of ["filter-since", "filter-until"]) $(id).value = "";
    for (const id of ["filter-languages", "filter-outlets"]) $(id).selectedIndex = -1;
    chooseArticles([]);
  });
}

function tell() {
  const { since, until, languages, outlets } = filters();
  const named = languages.map((code) => $("filter-languages").querySelector(`option[value="${CSS.escape(code)}"]`).textContent);
  const parts = [
    since || until ? say("filter_days", { since: since || "…", until: until || "…" }) : "",
    ...named, ...outlets, articles.length ? say("filter_articles", { n: articles.length }) : "",
  ].filter(Boolean);
  $("filters-words").textContent = parts.length ? say("filters_on", { what: parts.join(", ") }) : say("filters");
  $("filters").classList.toggle("on", parts.length > 0);
  $("filter-articles").textContent = articles.length ? say("chosen_articles", { n: articles.length }) : say("all_articles");
}
