"""The questions as data for the page's drill-down: JSON that can stand inside a script element.

Quotes and names are held once, in ``texts``, and named by their place there: writers quote the same few sentences.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from eval.marks import is_attack
from eval.metrics.places import meet
from eval.records import AnswerRecord, ArticleRecord, RankedPassage
from eval.report.numbers import named
from eval.report.outcome import outcome
from eval.report.sections import ranked_first
from eval.scores import CaseScore, Scores

__all__ = ["case_anchor", "embedded", "payload"]

# What ends a script element or begins a comment in it, and what old scripts take for the end of a line.
_UNSAFE: Final = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


def embedded(value: Any) -> str:
    """Returns JSON that no HTML parser can see anything in but letters."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).translate(_UNSAFE)


def case_anchor(dataset: str, case: str) -> str:
    """Returns the name of a question within the page, as in ``#seeds/de-1``."""
    return f"{dataset}/{case}"


def payload(scores: Scores, articles: Sequence[ArticleRecord]) -> dict[str, Any]:
    """Returns all questions with what was found, written and marked.

    Args:
        articles: For the words of retrieved passages; where an article is missing, only its place is told.
    """
    known = _Known(scores.titles, {(item.dataset, item.article_id, item.version): item.text for item in articles})
    cases = [_case(case, known) for case in scores.cases]
    # The one that a reader is likeliest to look for first.
    names = sorted({name for case in scores.cases for name in case.answers},
                   key=lambda name: (is_attack(name), name != "model", name != "quotes", name))
    return {"cases": cases, "texts": known.texts, "passages": known.passages, "writers": names}


class _Known:
    """Every text and every passage once, by number."""

    def __init__(self, titles: Mapping[str, str], stored: Mapping[tuple[str, str, int], str]) -> None:
        self._titles = titles
        self._stored = stored
        self._numbers: dict[str, int] = {}
        self._places: dict[tuple[str, str, int, int, int], int] = {}
        self.texts: list[str] = []
        self.passages: list[list[Any]] = []

    def text(self, words: str | None) -> int | None:
        if words is None:
            return None
        if words not in self._numbers:
            self._numbers[words] = len(self.texts)
            self.texts.append(words)
        return self._numbers[words]

    def title(self, dataset: str, article_id: str) -> int | None:
        return self.text(self._titles.get(f"{dataset}/{article_id}") or article_id)

    def passage(self, dataset: str, item: RankedPassage) -> int:
        place = (dataset, item.article_id, item.version, item.start, item.end)
        if place not in self._places:
            self._places[place] = len(self.passages)
            stored = self._stored.get(place[:3])
            self.passages.append([self.title(dataset, item.article_id), f"{item.start}–{item.end}",
                                  None if stored is None else stored[item.start : item.end]])
        return self._places[place]


def _case(case: CaseScore, known: _Known) -> dict[str, Any]:
    marks: dict[str, list[list[Any]]] = {}
    for mark in case.marks:
        marks.setdefault(mark.system, []).append([known.text(mark.metric), mark.value, known.text(mark.reason)])
    return {
        "anchor": case_anchor(case.dataset, case.id), "dataset": case.dataset, "question": case.question,
        "language": case.language, "kind": named(case.kind), "pair": case.pair, "expected": case.expected,
        "history": case.history, "options": case.options, "correct": case.correct, "note": case.note,
        "judged": case.answerable is not None, "answerable": bool(case.answerable),
        "gold": [[known.text(item.quote), known.title(case.dataset, item.article_id)] for item in case.gold],
        "relevant": [known.title(case.dataset, name) for name in case.relevant_ids],
        "rankings": [[system, [_ranked(case, item, known) for item in case.rankings[system]]]
                     for system in ranked_first(case.rankings)],
        "answers": {writer: _answer(case, item, known) for writer, item in case.answers.items()},
        "marks": marks,
    }


def _ranked(case: CaseScore, item: RankedPassage, known: _Known) -> list[Any]:
    right = any(meet(item, gold) for gold in case.gold) if case.gold else item.article_id in case.relevant_ids
    return [known.passage(case.dataset, item), round(item.score, 4), int(right)]


def _answer(case: CaseScore, item: AnswerRecord, known: _Known) -> dict[str, Any]:
    judged = outcome(case, item.writer)
    return {
        "verdict": judged.verdict, "says": known.text(judged.says), "asked": item.asked, "status": item.status,
        "model": item.model, "confidence": item.confidence, "threshold": item.threshold,
        "standalone": item.standalone_question, "choice": item.choice,
        "warnings": [known.text(words) for words in item.warnings],
        "tokens": [item.prompt_tokens, item.completion_tokens],
        "claims": [{"text": known.text(claim.text), "verdict": claim.verdict, "citations": claim.citations,
                    "reason": known.text(claim.reason), "draft": known.text(claim.draft),
                    "translation": known.text(claim.translation)} for claim in item.claims],
        "citations": [[known.text(cited.quote), f"[{cited.number}] ", known.title(case.dataset, cited.article_id),
                       f", {cited.start}–{cited.end}"] for cited in item.citations],
        "evidence": [[known.text(sentence.quote), round(sentence.score, 4),
                      known.title(case.dataset, sentence.article_id)] for sentence in item.evidence],
    }
