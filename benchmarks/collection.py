"""Whether questions about the library get the articles that they mean: ``python -m benchmarks.collection``.

Two libraries of twelve invented articles each, in English, German, Dutch and French (cases/collection_articles.jsonl):
one for choosing, one that is the test half. The questions of cases/collection.jsonl ask for articles by topic and by
date, whether articles agree, for summaries, and for what the articles tell with a date in it; others sound like one of
these and are none. Today is a given day of each half.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rag import Answer, Assistant, Settings
from rag.errors import UsageError
from rag.types import Filters

__all__ = ["Case", "Judged", "ask_all", "judge", "load_cases", "opened"]

FOLDER = Path(__file__).with_name("cases")
KINDS = ("topic", "date", "agree", "sum", "content", "other")
TODAY = {"calibration": date(2025, 5, 20), "test": date(2024, 10, 18)}


@dataclass(frozen=True, slots=True)
class Case:
    """A question and what is wanted.

    Attributes:
        articles: Ids to be listed, or cited; None where it does not matter.
        differ: Pattern of what the articles disagree on, "" where they do not; None where nothing is compared.
        says: Pattern of the answering sentence of a question to the articles.
        left: Whether articles have to be left out, and that to be told.
    """

    half: str
    kind: str
    language: str
    question: str
    articles: tuple[str, ...] | None
    differ: str | None
    says: str | None
    left: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A case, its answer, and whether that is what was wanted.

    Attributes:
        right: All that was wanted and nothing else.
        found: Of the articles wanted.
        wrong: Articles that were not wanted.
    """

    case: Case
    answer: Answer
    right: bool
    found: int
    wrong: int


def load_cases() -> list[Case]:
    """Returns the cases of both halves."""
    rows = [json.loads(line) for line in (FOLDER / "collection.jsonl").read_text("utf-8").splitlines()]
    return [Case(row["half"], row["kind"], row["language"], row["question"],
                 tuple(row["articles"]) if row.get("articles") is not None else None, row.get("differ"),
                 row.get("says"), bool(row.get("left"))) for row in rows]


def opened(half: str, folder: Path) -> Assistant:
    """Returns an assistant with the articles of a half, on its day."""
    rows = [json.loads(line) for line in (FOLDER / "collection_articles.jsonl").read_text("utf-8").splitlines()]
    file = folder / "articles.jsonl"
    file.write_text("\n".join(json.dumps({key: value for key, value in row.items() if key != "half" and value})
                              for row in rows if row["half"] == half), "utf-8")
    assistant = Assistant.open(Settings(home=folder / "home", writer="quotes"), today=lambda: TODAY[half])
    assistant.ingest(file)
    return assistant


def ask_all(cases: Sequence[Case], half: str) -> list[Judged]:
    """Asks the questions of a half, each by itself."""
    with tempfile.TemporaryDirectory() as folder, opened(half, Path(folder)) as assistant:
        return [judge(case, assistant.ask(case.question)) for case in cases if case.half == half]


def judge(case: Case, answer: Answer) -> Judged:
    """Says whether an answer is what a case wants."""
    listed = {item.article_id for item in answer.articles}
    shown = listed or {citation.article_id for citation in answer.citations}
    wanted = set(case.articles) if case.articles is not None else shown
    right = shown == wanted
    if case.kind in ("topic", "date"):
        right &= answer.status == "from_library"
    elif case.kind == "agree":
        right = shown <= wanted and _compares(case, answer)
    elif case.kind == "content":
        right = any(re.search(case.says or "", citation.quote) for citation in answer.citations)
    elif case.kind == "other":
        right = answer.status != "from_library" and not _is_summary_or_comparison(answer)
    if case.left:
        right &= bool(answer.warnings) and re.match(r"\d+ ", answer.warnings[0]) is not None
    return Judged(case, answer, right, len(shown & wanted), len(shown - wanted))


def _compares(case: Case, answer: Answer) -> bool:
    quotes = {citation.number: citation.quote for citation in answer.citations}
    apart = [f"{quotes[item.first]} {quotes[item.second]}" for item in answer.disagreements]
    if not case.differ:
        return not apart and (answer.preface is not None or answer.status == "from_library")
    both = case.differ.split("|")
    shown = apart or [" ".join(quotes.values())]
    return answer.preface is not None and any(all(re.search(part, text) for part in both) for text in shown)


def _is_summary_or_comparison(answer: Answer) -> bool:
    return answer.preface is not None and not answer.preface.startswith(("The passages", "In den", "In de", "Les "))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=tuple(TODAY), default="calibration")
    parser.add_argument("--show", action="store_true", help="every question that was not answered as wanted")
    parser.add_argument("--filtered", action="store_true",
                        help="questions to the articles, with the dates that they name as a filter")
    typed = parser.parse_args()
    cases = load_cases()
    if typed.filtered:
        return _print_filtered(cases, typed.half)
    judged = ask_all(cases, typed.half)
    print(f"{'kind':10}{'questions':>10}{'as wanted':>10}{'articles found':>16}{'not wanted':>12}")
    for kind in KINDS:
        of = [item for item in judged if item.case.kind == kind]
        wanted = sum(len(item.case.articles or ()) for item in of)
        print(f"{kind:10}{len(of):>10}{sum(item.right for item in of):>10}"
              f"{f'{sum(item.found for item in of if item.case.articles)} of {wanted}' if wanted else '':>16}"
              f"{sum(item.wrong for item in of):>12}")
    apart = [item for item in judged if item.case.differ]
    print(f"told as a disagreement: {sum(bool(item.answer.disagreements) for item in apart)} of {len(apart)}")
    for item in judged:
        if typed.show and not item.right:
            print(f"\n[{item.case.kind}] {item.case.question}\n  wanted {item.case.articles or item.case.says}")
            print("  " + "\n  ".join([item.answer.status, *item.answer.text.splitlines(), *item.answer.warnings]))
    return 0


def _print_filtered(cases: Sequence[Case], half: str) -> int:
    """Shows what a filter by the dates of a question would cost the questions that the articles answer."""
    from rag.shelf.period import read_period

    with tempfile.TemporaryDirectory() as folder, opened(half, Path(folder)) as assistant:
        for case in cases:
            period = read_period(case.question, case.language, TODAY[half])
            if case.half == half and case.kind == "content" and period is not None:
                filters = Filters(since=period.since, until=period.until)
                plain, limited = (_is_found(case, assistant, item) for item in (Filters(), filters))
                print(f"{case.question}: as it is {'found' if plain else 'lost'}, "
                      f"filtered {'found' if limited else 'lost'}")
    return 0


def _is_found(case: Case, assistant: Assistant, filters: Filters) -> bool:
    try:
        return judge(case, assistant.ask(case.question, filters=filters)).right
    except UsageError:
        # No article is of that date.
        return False


if __name__ == "__main__":
    raise SystemExit(main())
