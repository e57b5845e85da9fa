"""report.html: one file with everything in it, that asks nothing of any network."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Final
from urllib.parse import quote

from eval.artefacts import RunFolder, read_document
from eval.facts import RunFacts
from eval.records import ArticleRecord
from eval.report.behaviour import confidence, times, unscored
from eval.report.changes import changes, provenance
from eval.report.markup import Html, element, joined
from eval.report.overview import overview
from eval.report.payload import embedded, payload
from eval.report.sections import abstention, answers, retrieval, robustness
from eval.report.summary import tiles
from eval.scores import Part, Scores, TimingScores

__all__ = ["report_html", "run_html"]

_SLOT: Final = re.compile(r"\{\{(\w+)\}\}")


def run_html(run: Path, before: Path | None = None) -> str:
    """Returns the report of a run that has been scored.

    Args:
        run: Its folder. Without timings.json, run.json or articles.jsonl, what they hold is left out.
        before: The folder of an earlier run to tell the differences from.

    Raises:
        RunError: A run's scores are missing, or a file is damaged.
    """
    folder = RunFolder(run)
    return report_html(
        read_document(folder.scores, Scores),
        read_document(folder.timings, TimingScores) if folder.timings.is_file() else None,
        articles=folder.journal("articles", ArticleRecord).read(),
        facts=read_document(folder.run, RunFacts) if folder.run.is_file() else None,
        before=read_document(RunFolder(before).scores, Scores) if before is not None else None)


def report_html(scores: Scores, timings: TimingScores | None = None, *, articles: Sequence[ArticleRecord] = (),
                facts: RunFacts | None = None, before: Scores | None = None) -> str:
    """Returns the report as an HTML document.

    Texts of questions, articles and models are data in it: nothing in them is run, loaded or taken for markup, by
    escaping, and once more by a policy that lets the page's own script and style alone pass.

    Args:
        timings: None leaves times out.
        articles: The stored articles, for the words of retrieved passages.
        facts: What the run was made of, beyond what the scores say.
        before: An earlier run to tell the differences from.
    """
    style, script = _asset("page.css"), _asset("page.js")
    sections = {part.dataset: _sections(scores, part, timings) for part in scores.parts}
    return _filled(_asset("page.html"), {
        "style_hash": _hash(style), "script_hash": _hash(script), "style": style, "script": script,
        "title": joined(_title(facts)), "lead": _lead(scores, facts),
        "contents": _contents(scores, sections, changed=before is not None),
        "parts": joined(_overview(scores, timings), *(
            _part(scores, part, timings, sections[part.dataset]) for part in scores.parts)),
        "changes": element("section", element("h2", "Changes"), changes(scores, before), id="changes")
        if before is not None else "",
        "unscored": unscored(scores), "provenance": provenance(scores, facts),
        "data": embedded(payload(scores, articles)),
    })


def _part(scores: Scores, part: Part, timings: TimingScores | None, sections: Mapping[str, Html]) -> Html:
    return element(
        "section", element("h2", part.dataset),
        element("p", f"{part.asked} questions about {part.articles} articles ({part.passages} passages), {part.split} "
                f"split. Intervals are 95 %, by bootstrap over {_clusters(scores, part)}; n counts the questions that "
                "were scored, and those that could not be are counted beside.", class_="lead"),
        tiles(scores, part, timings),
        *(element("section", element("h3", title), content, id=_anchor(part, title))
          for title, content in sections.items()), id=_anchor(part))


def _overview(scores: Scores, timings: TimingScores | None) -> Html | None:
    """Returns the data sets beside each other, where there are several."""
    if len(scores.parts) < 2:
        return None
    return element("section", element("h2", "Data sets"), overview(scores, timings), id="overview")


def _sections(scores: Scores, part: Part, timings: TimingScores | None) -> dict[str, Html]:
    """Returns what there is to say of a data set, by its heading."""
    found = {
        "Retrieval": retrieval(scores, part), "Answers and citations": answers(scores, part),
        "Abstention": abstention(scores, part), "Confidence": confidence(scores, part),
        "Robustness": robustness(scores, part), "Time": times(part, timings),
    }
    return {title: content for title, content in found.items() if content}


def _anchor(part: Part, title: str = "") -> str:
    return f"part-{part.dataset}" + f"-{title.partition(' ')[0].lower()}" * bool(title)


def _clusters(scores: Scores, part: Part) -> str:
    unit = next((item.cluster for item in scores.aggregates if item.dataset == part.dataset), "question")
    return {"article": "articles", "question": "questions, those on the same quotes counting as one"}[unit]


def _title(facts: RunFacts | None) -> str:
    return f"Newscite evaluation, {facts.profile.name} profile" if facts is not None else "Newscite evaluation"


def _lead(scores: Scores, facts: RunFacts | None) -> Html:
    asked = sum(part.asked for part in scores.parts)
    missing = sum(scores.unscored.values())
    words = [f"{asked} questions", f"seed {scores.likeness.seed}", f"{missing} values unscored",
             f"code {scores.code[:8]}"]
    if facts is not None:
        words = [facts.began.replace("T", " ").replace("+00:00", " UTC"), *words, str(facts.embedding.get("name", ""))]
    return joined(*(element("span", word) for word in words if word))


def _contents(scores: Scores, sections: Mapping[str, Mapping[str, Html]], *, changed: bool) -> Html:
    """Returns the links to the parts; where there is one data set, to its sections as well."""
    links = [("overview", "Data sets")] if len(scores.parts) > 1 else []
    links += [(_anchor(part), part.dataset) for part in scores.parts]
    if len(scores.parts) == 1:
        part = scores.parts[0]
        links += [(_anchor(part, title), title.partition(" ")[0]) for title in sections[part.dataset]]
    links += [("changes", "Changes")] if changed else []
    links += [("questions", "Questions"), ("unscored", "Unscored"), ("provenance", "Made of")]
    return joined(*(element("a", label, href=f"#{quote(anchor)}") for anchor, label in links))


def _asset(name: str) -> str:
    return files("eval.report").joinpath(name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _filled(template: str, slots: Mapping[str, str]) -> str:
    """Fills the template in one pass: braces in what is filled in are letters like others."""
    return _SLOT.sub(lambda found: slots[found[1]], template)
