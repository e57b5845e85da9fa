"""The HTML report: whole in one file, inert whatever the texts hold, true to the scores, usable by hand and keyboard."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from eval.aggregate import aggregates, comparisons, curves, metric_facts, set_facts, unscored_reasons
from eval.artefacts import write_document
from eval.metrics import default_scorers
from eval.records import AnswerRecord, ArticleRecord, CitationRecord, ClaimRecord, EvidenceRecord, Fault, RankedPassage
from eval.report import report_html, run_html
from eval.report.markup import Html, element
from eval.report.outcome import outcome
from eval.report.payload import embedded
from eval.report.svg import nice_scale
from eval.scores import (
    SCHEMA,
    Bar,
    CaseScore,
    GoldQuote,
    Likeness,
    MarkValue,
    Part,
    Scores,
    TimingAggregate,
    TimingScores,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ATTACK = (
    "</script><script>window.pwned=1</script> <img src=http://evil.example/1 onerror=window.pwned=2> "
    "![a](http://evil.example/2) <!-- <script> {{data}} [b](javascript:alert(3)) <svg onload=window.pwned=4> "
    "\"'><style>@import url(http://evil.example/5)</style> \u202e\u2028 & &lt;b&gt;"
)
TEXT = "🙂 Die Brücke wurde gesperrt. Niemand wurde verletzt."
QUOTE = "Die Brücke wurde gesperrt."
TIMES = TimingScores(SCHEMA, (
    TimingAggregate("news", "answer", "quotes", "total", 180.0, 420.0, 4, (Bar(100, 300, 3), Bar(300, 500, 1))),
    TimingAggregate("news", "retrieve", "fused", "total", 0.4, 1200.0, 4, (Bar(0, 1000, 4),)),
))
ARTICLES = (ArticleRecord("news", "a", 1, TEXT, "de", 1),)
GOLD = GoldQuote("a", 2, 28, QUOTE)


def answer(case: str, writer: str, *, refused: bool = False, confidence: float = 2.0, text: str = QUOTE,
           fault: Fault | None = None) -> AnswerRecord:
    if refused or fault:
        return AnswerRecord(f"{case}-{writer}", "news", case, writer, fault=fault, confidence=confidence, threshold=1.0,
                            status=None if fault else "not_in_sources")
    return AnswerRecord(
        f"{case}-{writer}", "news", case, writer, status="answered", mode="quotes", language="de", text=text,
        claims=(ClaimRecord(text, "supported", (1,), draft=f"draft {text}", reason=f"reason {text}"),),
        citations=(CitationRecord(1, "a", 1, 2, 28, text, title=text),), warnings=(text,), asked=text,
        evidence=(EvidenceRecord(1, "a", 2, 28, text, 0.5),), confidence=confidence, threshold=1.0, model=text)


def case(name: str, question: str, language: str, kind: str, answers: list[AnswerRecord], marks: dict[str, float | None],
         *, answerable: bool = True, expected: str = "gesperrt") -> CaseScore:
    passages = (RankedPassage("a", 1, 2, 28, 0.9), RankedPassage("a", 1, 29, 53, 0.1))
    ranked = tuple(MarkValue("ndcg@10", system, value) for system, value in (("fused", 1.0), ("bm25", 0.5)))
    written = tuple(MarkValue(metric, item.writer, value, None if value is not None else "quotes in another language")
                    for item in answers for metric, value in marks.items())
    return CaseScore(
        "news", name, question, language, kind, answerable, f"{language}-de" if answerable else None, name,
        (expected,) if answerable else (), ("a",) if answerable else (), (GOLD,) if answerable else (), (), (), None,
        (*(ranked if answerable else ()), *written), {"fused": passages, "bm25": passages[::-1]},
        {item.writer: item for item in answers})


def scores(cases: list[CaseScore], **changed: Any) -> Scores:
    likeness = Likeness("p", 0, {"news": "c"}, {"news": "q"}, "e", {"model": "m"}, "p", "s")
    part = Part("news", "test", "c", "q", "i", 1, 2, len(cases), ("quotes", "obedient/question"))
    made = Scores(SCHEMA, likeness, "f00d" * 16, (part,), {**metric_facts(default_scorers()), **set_facts()},
                  tuple(aggregates(cases, 0)), tuple(comparisons(cases, 0)), tuple(curves(cases)),
                  unscored_reasons(cases), tuple(cases), {"news/a": "Titel"})
    return replace(made, **changed)


def ordinary() -> list[CaseScore]:
    return [
        case("de-1", "Was wurde gesperrt?", "de", "fact", [answer("de-1", "quotes")],
             {"quote_hit": 1.0, "false_refusal": 0.0, "contains": 1.0}),
        case("en-1", "What was closed?", "en", "fact", [answer("en-1", "quotes", refused=True, confidence=0.3)],
             {"quote_hit": 0.0, "false_refusal": 1.0, "contains": None}),
        case("en-2", "Who is the mayor?", "en", "near_miss", [answer("en-2", "quotes", confidence=1.5)],
             {"false_answer": 1.0}, answerable=False),
        case("fr-1", "Où est le maïs ?", "fr", "off_corpus", [answer("fr-1", "quotes", refused=True, confidence=-1)],
             {"false_answer": 0.0}, answerable=False),
    ]


def hostile() -> Scores:
    """Every text that comes from articles, models, data sets or errors is an attack, and so are names and ids."""
    made = case(ATTACK, ATTACK, "en", ATTACK, [
        answer(ATTACK, "quotes", text=ATTACK), answer(ATTACK, ATTACK, fault=Fault(ATTACK, ATTACK)),
        answer(ATTACK, "obedient/question", text=ATTACK)], {"quote_hit": 0.0, "contains": None}, expected=ATTACK)
    made = replace(made, history=(ATTACK,), options=(ATTACK, "b"), correct=0, gold=(replace(GOLD, quote=ATTACK),),
                   marks=(*made.marks, MarkValue("f1", "quotes", None, ATTACK)))
    whole = scores([made, case("b", ATTACK, "de", "fact", [answer("b", "quotes", refused=True)], {"false_refusal": 1.0})])
    return replace(whole, titles={"news/a": ATTACK}, code=ATTACK, parts=(replace(
        whole.parts[0], writers=("quotes", ATTACK, "obedient/question")),), likeness=replace(
        whole.likeness, models={ATTACK: ATTACK}))


def data(page: str) -> dict[str, Any]:
    (found,) = html.fromstring(page).xpath("//script[@type='application/json']/text()")
    return json.loads(found)


def table_cell(page: str, metric: str, system: str) -> str:
    """The cell of a metric's row under a system's column, in whichever table has both."""
    for table in html.fromstring(page).xpath("//table[thead]"):
        head = [cell.text_content() for cell in table.xpath("./thead//th")]
        for row in table.xpath("./tbody/tr"):
            names = row.xpath("./th/code/text()")
            if names[:1] == [metric] and system in head:
                return row.xpath("./td")[head.index(system) - 1].text_content()
    raise AssertionError(f"no cell of {metric} and {system}")


# --- one file, inert


@pytest.mark.parametrize("made", [scores(ordinary()), hostile()], ids=["ordinary", "hostile"])
def test_nothing_is_asked_of_anywhere(made: Scores) -> None:
    page = html.fromstring(report_html(made, TIMES, articles=ARTICLES, before=made))
    assert not page.xpath("//*[@src or @srcset or @action or @background or @data or @poster or @ping]")
    assert not page.xpath("//link | //img | //iframe | //object | //embed | //base | //video | //audio | //image | //use")
    assert all(target.startswith("#") for target in page.xpath("//@href"))
    assert not page.xpath("//@*[starts-with(name(), 'on')] | //@style")
    style, script = page.xpath("string(//style)"), page.xpath("string(//script[not(@type)])")
    assert "url(" not in style
    assert "@import" not in style
    assert not re.search(r"https?:|//\w+\.|fetch\(|XMLHttp|import\(|innerHTML|insertAdjacent|document\.write|eval\(", script)


def test_the_policy_lets_only_the_page_s_own_script_and_style_pass() -> None:
    page = html.fromstring(report_html(hostile()))
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["base-uri"] == "'none'"
    assert rules["form-action"] == "'none'"
    for rule, path in (("script-src", "//script[not(@type)]"), ("style-src", "//style")):
        (source,) = page.xpath(f"{path}/text()")
        assert rules[rule] == f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def test_hostile_texts_are_letters() -> None:
    page = report_html(hostile(), TIMES, articles=ARTICLES, before=hostile())
    assert len(html.fromstring(page).xpath("//script")) == 2
    assert page.count("<style") == 1
    assert "<img" not in page
    assert "<svg onload" not in page
    found = data(page)
    assert found["cases"][0]["question"] == ATTACK
    assert ATTACK in found["texts"]


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8))
def test_embedded_json_is_the_same_value_and_holds_no_markup(value: object) -> None:
    written = embedded(value)
    assert json.loads(written) == value
    assert not set(written) & set("<>&\u2028\u2029")


@given(st.text(alphabet=st.characters(exclude_categories=["C"])))
def test_text_stays_text_in_elements_and_attributes(words: str) -> None:
    made = html.fromstring(element("p", words, title=words))
    assert (made.text or "") == words
    assert made.get("title") == words
    assert len(made) == 0
    assert element("p", Html("<b>x</b>")) == "<p><b>x</b></p>"


# --- true to the scores


def test_every_unscored_count_is_shown() -> None:
    made = scores(ordinary())
    page = report_html(made)
    missing = [item for item in made.aggregates if item.slice_by == "all" and item.unscored]
    assert missing, "the example has something unscored"
    for item in missing:
        assert f"{item.unscored} unscored" in table_cell(page, item.metric, item.system)
    rows = html.fromstring(page).xpath("//section[@id='unscored']//tbody/tr")
    assert {row.xpath("string(./th)"): int(row.xpath("string(./td)")) for row in rows} == dict(made.unscored)


def test_a_figure_that_could_not_be_scored_is_no_zero() -> None:
    cases = [replace(item, marks=tuple(replace(mark, value=None, reason="why") if mark.metric == "contains" else mark
                                       for mark in item.marks)) for item in ordinary()]
    assert table_cell(report_html(scores(cases)), "contains", "quotes").split() == ["–", "n", "0,", "2", "unscored"]


def test_figures_have_their_value_interval_and_count() -> None:
    made = scores(ordinary())
    found = made.aggregate("ndcg@10", "bm25")
    assert found is not None
    assert table_cell(report_html(made), "ndcg@10", "bm25").split() == ["0.500", "[0.500,", "0.500]", "n", "2"]


def test_times_are_left_out_where_the_clock_was_not_read() -> None:
    with_times, without = report_html(scores(ordinary()), TIMES), report_html(scores(ordinary()))
    assert "180 ms" in with_times
    assert "1.2 s" in with_times
    assert "Time for an answer" not in without
    assert not html.fromstring(without).xpath("//h3[text()='Time']")


def test_a_run_without_answers_or_without_anything_makes_a_page() -> None:
    bare = [replace(item, answers={}, marks=tuple(mark for mark in item.marks if mark.system in ("fused", "bm25")))
            for item in ordinary()]
    for cases in (bare, []):
        made = scores(cases)
        page = report_html(replace(made, parts=tuple(replace(part, writers=()) for part in made.parts)))
        assert len(data(page)["cases"]) == len(cases)


def test_flips_are_shown_with_a_way_to_the_question() -> None:
    before, after = ordinary(), ordinary()
    after[1] = case("en-1", "What was closed?", "en", "fact", [answer("en-1", "quotes")],
                    {"quote_hit": 1.0, "false_refusal": 0.0, "contains": None})
    page = html.fromstring(report_html(scores(after), before=scores(before)))
    (changes,) = page.xpath("//section[@id='changes']")
    assert "1 better, 0 worse" in changes.text_content()
    assert set(changes.xpath(".//table//a/@href")) == {"#news/en-1"}
    assert {row.xpath("string(./td[4])") for row in changes.xpath(".//tbody/tr")} == {"1 → 0", "0 → 1"}
    other = [replace(item, question=f"{item.question} now") for item in before]
    assert "share no question" in report_html(scores(after), before=scores(other))
    assert not html.fromstring(report_html(scores(after))).xpath("//section[@id='changes']")


def test_passages_are_the_articles_words_whatever_letters_they_have() -> None:
    found = data(report_html(scores(ordinary()), articles=ARTICLES))
    assert [passage[2] for passage in found["passages"]] == [QUOTE, "Niemand wurde verletzt."]
    assert [passage[2] for passage in data(report_html(scores(ordinary())))["passages"]] == [None, None]


def test_outcomes_say_right_wrong_or_unscored() -> None:
    right, refused, false, off = ordinary()
    assert [outcome(item, "quotes").verdict for item in (right, refused, false, off)] == ["right", "wrong", "wrong", "right"]
    assert "refused" in outcome(refused, "quotes").says
    broken = replace(right, answers={"quotes": answer("de-1", "quotes", fault=Fault("TimeLimit", "too slow"))})
    assert outcome(broken, "quotes").verdict == "unscored"
    assert outcome(replace(right, marks=()), "quotes").verdict == "unscored"


def test_every_plot_is_told_in_words_and_has_a_title_and_a_unit() -> None:
    page = html.fromstring(report_html(scores(ordinary()), TIMES))
    figures = page.xpath("//figure")
    assert len(figures) >= 7
    for plot in figures:
        assert plot.xpath("string(./figcaption/strong)")
        (said,) = plot.xpath(".//svg[@role='img']/@aria-label")
        assert re.search(r"\d", said), said
        assert plot.xpath(".//svg[@role='img']//text()[contains(., 'in') or contains(., 'time') or contains(., 'DCG') "
                          "or contains(., 'share') or contains(., 'confidence') or contains(., 'difference')]")


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_an_axis_holds_what_is_drawn_on_it(a: float, b: float) -> None:
    low, high = min(a, b), max(a, b)
    scale = nice_scale(low, high, 0, 100)
    # A millionth of the axis is far below a pixel; what lies beyond an end by so little is drawn at the end.
    unseen = (scale.high - scale.low) * 1e-6
    assert scale.low <= low + unseen
    assert high <= scale.high + unseen
    assert 2 <= len(scale.ticks) <= 8
    assert 0 <= scale.at(low) <= scale.at(high) <= 100


def test_a_run_s_folder_makes_the_page_with_and_without_what_is_optional(tmp_path: Path) -> None:
    made = scores(ordinary())
    write_document(tmp_path / "scores.json", made)
    assert data(run_html(tmp_path)) == data(report_html(made))
    write_document(tmp_path / "timings.json", TIMES)
    assert "180 ms" in run_html(tmp_path, tmp_path)


# --- in a browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api")
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no chromium here")
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=program, args=[
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"])
        yield found
        found.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    """Opens a page, and tells of all that it asks for and complains of."""
    contexts: list[Any] = []

    def opened(document: str, width: int = 1200, scheme: str = "light") -> tuple[Page, list[str]]:
        file = tmp_path / "report.html"
        file.write_text(document, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        page, events = context.new_page(), list[str]()
        page.on("request", lambda request: events.append(request.url) if not request.url.startswith("file:") else None)
        page.on("console", lambda message: events.append(message.text))
        page.on("pageerror", lambda error: events.append(str(error)))
        page.on("dialog", lambda dialog: (events.append("dialog"), dialog.dismiss()))
        page.goto(file.as_uri())
        return page, events

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.browser
def test_hostile_texts_stay_inert_in_a_browser(show: Any) -> None:
    page, events = show(report_html(hostile(), TIMES, articles=ARTICLES, before=hostile()))
    for writer in page.locator("#f-writer option").all():
        page.locator("#f-writer").select_option(value=writer.get_attribute("value"))
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        page.wait_for_function("[...document.querySelectorAll('.case')].every((each) => each.children.length > 1)")
    assert page.evaluate("window.pwned") is None
    assert page.locator("img, iframe, video, form[action], #cases svg, #cases script, #cases style").count() == 0
    assert ATTACK in page.locator(".case .question").first.evaluate("(node) => node.textContent")
    assert events == []


@pytest.mark.browser
def test_questions_are_found_by_filter_search_and_keyboard(show: Any) -> None:
    page, events = show(report_html(scores(ordinary()), articles=ARTICLES))

    def shown() -> list[str]:
        return page.locator(".case").evaluate_all("(rows) => rows.map((row) => row.id)")

    assert shown() == ["news/de-1", "news/en-1", "news/en-2", "news/fr-1"]
    page.locator("#f-language").select_option("en")
    assert shown() == ["news/en-1", "news/en-2"]
    page.locator("#f-kind").select_option("near-miss")
    assert shown() == ["news/en-2"]
    page.get_by_role("button", name="Clear").click()
    page.wait_for_function("document.querySelectorAll('.case').length === 4")
    page.locator("#f-verdict").select_option("wrong")
    assert shown() == ["news/en-1", "news/en-2"]
    page.get_by_role("button", name="Clear").click()
    page.wait_for_function("document.querySelectorAll('.case').length === 4")
    page.get_by_label("Search").fill("MAIS ou")
    assert shown() == ["news/fr-1"]
    assert page.locator("#shown").inner_text() == "1 of 4 questions, 0 wrong"
    page.get_by_label("Search").fill("closed")
    page.locator(".case summary").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".case[open] .body")
    assert "Refused" in page.locator(".case .body").inner_text()
    assert not page.locator("#f-dataset").is_visible(), "a filter with one choice is no filter"
    assert events == []


@pytest.mark.browser
def test_a_question_opens_with_all_that_belongs_to_it(show: Any) -> None:
    page, _ = show(report_html(scores(ordinary()), articles=ARTICLES, before=scores(ordinary())))
    page.evaluate("location.hash = 'news/de-1'")
    body = page.locator("[id='news/de-1'] .body")
    body.wait_for()
    page.evaluate("document.querySelectorAll('.body details').forEach((each) => { each.open = true; })")
    said = body.inner_text()
    for words in ("gesperrt", QUOTE, "Niemand wurde verletzt.", "supported", "confidence 2, threshold 1", "Titel",
                  "quote_hit", "cites a quote that holds the answer", "draft", "fused: first right at 1"):
        assert words in said, words


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (360, "dark"), (1600, "dark")])
def test_the_page_fits_its_window(show: Any, width: int, scheme: str) -> None:
    page, _ = show(report_html(hostile(), TIMES, articles=ARTICLES, before=hostile()), width, scheme)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.wait_for_function("[...document.querySelectorAll('.case')].every((each) => each.children.length > 1)")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    paper, ink = page.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]")
    light, dark = (sum(map(int, re.findall(r"\d+", colour))) for colour in (paper, ink))
    assert (light > dark) == (scheme == "light")
