"use strict";
// Every text goes into the page by textContent: nothing of it is ever read as markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const STEP = 100;
  const VERDICTS = { right: "✓ right", wrong: "✗ wrong", unscored: "– unscored" };
  const FILTERS = ["writer", "verdict", "kind", "language", "dataset"];
  const field = Object.fromEntries(["text", ...FILTERS].map((name) => [name, document.getElementById("f-" + name)]));
  const list = document.getElementById("cases");
  const more = document.getElementById("more");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  let limit = STEP;
  let rows = [];

  function make(name, className, ...children) {
    const node = document.createElement(name);
    if (className) node.className = className;
    node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
    return node;
  }

  const text = (words) => make("span", "text", words);
  const heading = (words) => make("h5", "", words);
  const say = (index) => (index === null ? null : data.texts[index]);
  const number = (value) => (value === null ? "–" : String(Math.round(value * 1000) / 1000).replace("-", "−"));
  const quote = (words, note, hit) => make("blockquote", hit ? "hit" : "", text(words), note ? make("div", "small", note) : null);

  function choices(select, values, all) {
    if (all) select.append(new Option(all, ""));
    for (const value of values) select.append(new Option(VERDICTS[value] || value, value));
    // A filter with one choice is no filter.
    if (values.length < 2) select.parentElement.hidden = true;
  }

  function searched(item) {
    const answers = Object.values(item.answers).flatMap((answer) => answer.claims.map((claim) => say(claim.text)));
    return plain([item.anchor, item.question, ...item.expected, ...item.gold.map(([index]) => say(index)), ...answers].join("\n"));
  }

  function fits(item) {
    const answer = item.answers[field.writer.value];
    if (field.writer.value && !answer) return false;
    if (field.verdict.value && (!answer || answer.verdict !== field.verdict.value)) return false;
    if (["kind", "language", "dataset"].some((name) => field[name].value && item[name] !== field[name].value)) return false;
    item.searched ??= searched(item);
    return plain(field.text.value).split(/\s+/).every((word) => item.searched.includes(word));
  }

  function expectedPart(item) {
    const part = make("div", "");
    if (item.history.length) part.append(heading("Asked before"), ...item.history.map((words) => make("p", "", text(words))));
    part.append(heading("What is right"));
    if (item.expected.length) part.append(make("p", "", text(item.expected.join(" · "))));
    else if (!item.judged) part.append(make("p", "", "Nobody has said."));
    else if (!item.answerable) part.append(make("p", "", item.gold.length ? "The articles correct the question." : "The articles do not say: refuse."));
    if (item.note) part.append(make("p", "small", "Note: ", text(item.note)));
    if (item.options.length) part.append(make("ol", "", ...item.options.map((words, at) => make("li", at === item.correct ? "right" : "", text(words)))));
    part.append(...item.gold.map(([words, title]) => quote(say(words), say(title), true)));
    if (!item.gold.length && item.relevant.length) part.append(make("p", "small", "In: ", text(item.relevant.map(say).join(" · "))));
    return part;
  }

  function rankingPart(item) {
    const part = make("div", "ranks");
    if (item.rankings.length) part.append(heading("Retrieved (✓ where right)"));
    for (const [system, found] of item.rankings) {
      const first = found.findIndex((entry) => entry[2]);
      const rows = found.map(([index, score, right]) => {
        const [title, place, words] = data.passages[index];
        const head = [right ? make("span", "right", "✓ ") : null, text(say(title)), make("span", "small", " " + place + " · " + number(score))];
        if (words === null) return make("li", "", ...head);
        const passage = make("details", "", make("summary", "", ...head), quote(words, null, right));
        // What was right is read first; the others are a click away.
        passage.open = Boolean(right);
        return make("li", "", passage);
      });
      const said = first < 0 ? "nothing right in the first " + found.length : "first right at " + (first + 1);
      part.append(make("details", "", make("summary", "", system + ": " + said), make("ol", "", ...rows)));
    }
    return part;
  }

  function claimLine(claim) {
    const line = make("p", "", make("span", "badge " + claim.verdict, claim.verdict), text(say(claim.text)), " ", make("span", "small", claim.citations.map((value) => "[" + value + "]").join("")));
    if (claim.translation !== null) line.append(make("span", "small", " translated: "), text(say(claim.translation)));
    if (claim.reason !== null) line.append(make("span", "small", " " + say(claim.reason)));
    if (claim.draft !== null) line.append(make("details", "small", make("summary", "", "what the model wrote"), text(say(claim.draft))));
    return line;
  }

  function marksTable(marks) {
    const rows = marks.map(([metric, value, reason]) => make("tr", "", make("th", "", say(metric)), make("td", "num", value === null ? "unscored" : number(value)), make("td", "", say(reason) || "")));
    return make("details", "", make("summary", "small", "marks"), make("table", "", make("tbody", "", ...rows)));
  }

  function answerPart(item, writer, answer) {
    const part = make("div", "", heading("Answer of " + writer));
    part.append(make("p", "verdict " + (answer.verdict === "unscored" ? "unknown" : answer.verdict), VERDICTS[answer.verdict] + ": " + say(answer.says)));
    if (answer.asked) part.append(make("p", "small", "Asked as: ", text(answer.asked)));
    if (answer.standalone) part.append(make("p", "small", "Searched for: ", text(answer.standalone)));
    if (answer.status === "not_in_sources") part.append(make("p", "", "Refused: not in the sources."));
    part.append(...answer.claims.map(claimLine));
    if (answer.choice !== null) part.append(make("p", "", "Chosen option: " + (answer.choice + 1)));
    const sure = answer.confidence === null ? "no confidence" : "confidence " + number(answer.confidence) + (answer.threshold === null ? "" : ", threshold " + number(answer.threshold));
    const tokens = answer.tokens[0] ? ", " + answer.tokens[0] + " + " + answer.tokens[1] + " tokens" : "";
    part.append(make("p", "small", sure + tokens + (answer.model ? ", " + answer.model : "")));
    part.append(...answer.warnings.map((words) => make("p", "small", text(say(words)))));
    if (answer.citations.length) part.append(heading("Citations"), ...answer.citations.map(([words, number, title, place]) => quote(say(words), number + say(title) + place)));
    if (answer.evidence.length) {
      const lines = answer.evidence.map(([words, score, title]) => quote(say(words), say(title) + " · " + number(score)));
      part.append(make("details", "", make("summary", "small", "evidence: " + lines.length + " sentences"), ...lines));
    }
    part.append(marksTable(item.marks[writer] || []));
    return part;
  }

  function body(item) {
    const writer = field.writer.value;
    const left = make("div", "", expectedPart(item), rankingPart(item));
    const right = make("div", "");
    if (item.answers[writer]) right.append(answerPart(item, writer, item.answers[writer]));
    for (const name of Object.keys(item.answers).filter((other) => other !== writer).sort()) {
      const other = item.answers[name];
      right.append(make("details", "", make("summary", "small", name + ": " + VERDICTS[other.verdict]), answerPart(item, name, other)));
    }
    return make("div", "body", left, right);
  }

  function row(item) {
    const answer = item.answers[field.writer.value];
    const verdict = answer ? answer.verdict : "unscored";
    const line = make("summary", "",
      make("span", "verdict " + (verdict === "unscored" ? "unknown" : verdict), answer ? VERDICTS[verdict] : "not asked"),
      make("span", "tag", item.language), make("span", "tag", item.kind),
      make("span", "question text", item.question));
    const whole = make("details", "case", line);
    whole.id = item.anchor;
    whole.addEventListener("toggle", () => {
      if (whole.open && whole.children.length === 1) whole.append(make("p", "small", item.anchor + (item.pair ? ", " + item.pair : "")), body(item));
    });
    return whole;
  }

  function show() {
    rows = data.cases.filter(fits);
    list.replaceChildren(...rows.slice(0, limit).map(row));
    const writer = field.writer.value;
    const wrong = rows.filter((item) => item.answers[writer] && item.answers[writer].verdict === "wrong").length;
    document.getElementById("shown").textContent = rows.length + " of " + data.cases.length + " questions" + (writer ? ", " + wrong + " wrong" : "");
    more.hidden = rows.length <= limit;
  }

  function clear() {
    field.text.value = "";
    for (const name of FILTERS) field[name].selectedIndex = 0;
    limit = STEP;
  }

  function follow() {
    let anchor = "";
    try { anchor = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    if (!data.cases.some((item) => item.anchor === anchor)) return;
    clear();
    limit = Infinity;
    show();
    const target = document.getElementById(anchor);
    target.open = true;
    target.scrollIntoView();
    target.firstElementChild.focus({ preventScroll: true });
  }

  const values = (name) => [...new Set(data.cases.map((item) => item[name]))].sort();
  choices(field.writer, data.writers, "");
  choices(field.verdict, ["right", "wrong", "unscored"], "all");
  for (const name of ["kind", "language", "dataset"]) choices(field[name], values(name), "all");
  const form = document.getElementById("filters");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { limit = STEP; show(); });
  document.getElementById("clear").addEventListener("click", () => { clear(); show(); });
  more.addEventListener("click", () => { limit += STEP; show(); });
  addEventListener("hashchange", follow);
  show();
  follow();
})();
