"""Answers, passages and articles as a person reads them in a terminal."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from rag.cli.screen import Screen, styled
from rag.cli.terminal import clean_line
from rag.describe import by_article, heading, quoted

if TYPE_CHECKING:
    from rag import Finding
    from rag.library import StoredArticle
    from rag.types import Answer, ArticleSummary, Citation, Claim, IngestReport, Passage

__all__ = [
    "show_answer_end", "show_article", "show_articles", "show_claim", "show_findings", "show_ingest", "show_passages",
]

_NEAREST = 3


def show_claim(screen: Screen, claim: Claim) -> None:
    """Prints a sentence of an answer with its [n] markers; a quote in quotation marks; nothing for a dropped one."""
    if claim.verdict == "dropped":
        return
    markers = "".join(f"[{number}]" for number in claim.citations)
    words = quoted(clean_line(claim.text)) if claim.verdict == "quoted" else clean_line(claim.text)
    screen.show(styled(f"{words} {markers}".rstrip()))
    if claim.translation:
        _show_indented(screen, f"machine translation: {clean_line(claim.translation)}", "dim")


def show_answer_end(screen: Screen, answer: Answer, streamed: bool) -> None:
    """Prints what follows an answer's sentences, or the whole answer where no sentence was `streamed`."""
    if not streamed:
        screen.say(answer.text)
    for pair in answer.disagreements:
        about = f" on {clean_line(pair.about)}" if pair.about else ""
        screen.show(styled(f"Sources disagree{about}: [{pair.first}] and [{pair.second}]", "yellow"))
    if answer.citations:
        screen.show()
        screen.show(styled("Sources", "bold"))
        spoken = {claim.text for claim in answer.claims if claim.verdict == "quoted"}
        for citations in by_article(answer.citations):
            _show_source(screen, citations, spoken, answer.language)
    if answer.status == "not_in_sources" and answer.consulted:
        screen.show()
        screen.show(styled("Nearest passages", "bold"))
        show_passages(screen, answer.consulted[:_NEAREST])
    for warning in answer.warnings:
        screen.note(f"note: {clean_line(warning)}")


def show_passages(screen: Screen, passages: Sequence[Passage]) -> None:
    """Prints passages, best first, with their articles and scores."""
    for number, passage in enumerate(passages, start=1):
        screen.show(styled(f"{number}. {_heading(passage)} · {passage.score:.3f}", "bold"))
        _show_indented(screen, clean_line(passage.text))
        _show_place(screen, passage)


def show_articles(screen: Screen, articles: Iterable[ArticleSummary]) -> None:
    """Prints one article a line: a table on a terminal, else fields parted by tabs."""
    rows = [_fields(article) for article in articles]
    if not screen.wide:
        for row in rows:
            screen.show(styled("\t".join(row)))
        return
    from rich.table import Table

    table = Table("id", "date", "language", "title", "outlet", "state", box=None, pad_edge=False)
    for row in rows:
        table.add_row(*(styled(field) for field in row))
    screen.show(table if rows else styled("The library is empty. Fill it with `newscite ingest FOLDER`."))


def show_article(screen: Screen, article: StoredArticle) -> None:
    """Prints an article's facts, then its stored text."""
    summary = article.summary
    screen.show(styled(_heading(summary), "bold"))
    _show_place(screen, summary, indent=0)
    facts = f"{summary.article_id}, version {summary.version}, {summary.passages} passages, {summary.state}"
    also = f", the same text as {summary.duplicate_of}" if summary.duplicate_of else ""
    screen.show(styled(clean_line(facts + also), "dim"))
    screen.show()
    screen.say(article.text)


def show_ingest(screen: Screen, report: IngestReport) -> None:
    """Prints what an ingest did; what failed goes to stderr, by name."""
    for verb, changes in (("added", report.added), ("changed", report.changed), ("removed", report.removed)):
        for change in changes:
            title = f" {clean_line(change.title)}" if change.title else ""
            screen.show(styled(f"{verb} {clean_line(change.article_id)}{title}"))
    for failure in report.failed:
        screen.note(clean_line(f"failed {failure.source}: {failure.reason.rstrip('.')}. {failure.remedy}"), "red")
    counts = (f"{len(report.added)} added, {len(report.changed)} changed, {len(report.removed)} removed, "
              f"{report.unchanged} unchanged, {len(report.failed)} failed")
    screen.say(f"{counts} in {report.seconds:.1f} s")


def show_findings(screen: Screen, findings: Iterable[Finding]) -> None:
    """Prints what the doctor found; a finding that is fine but has a remedy is a note, not a fault."""
    for finding in findings:
        word, style = ("broken", "red") if not finding.ok else ("note", "yellow") if finding.remedy else ("ok", "green")
        screen.show(styled(f"{word:<7}{clean_line(finding.name)}: {clean_line(finding.detail)}", style))
        if finding.remedy:
            _show_indented(screen, clean_line(finding.remedy))


def _show_source(screen: Screen, citations: Sequence[Citation], spoken: Collection[str], language: str) -> None:
    """Prints an article once for all its citations, with the quotes that the answer itself does not show."""
    markers = "".join(f"[{citation.number}]" for citation in citations)
    screen.say(f"{markers} {_heading(citations[0], language)}")
    for citation in citations:
        if citation.quote not in spoken:
            number = f"[{citation.number}] " if len(citations) > 1 else ""
            _show_indented(screen, number + quoted(clean_line(citation.quote)))
    _show_place(screen, citations[0])


def _show_indented(screen: Screen, text: str, style: str = "", indent: int = 4) -> None:
    if screen.wide:
        from rich.padding import Padding

        screen.show(Padding(styled(text, style), (0, 0, 0, indent)))
    else:
        screen.show(styled(" " * indent + text, style))


def _show_place(screen: Screen, source: ArticleSummary | Citation | Passage, indent: int = 4) -> None:
    for place in (source.url, source.path):
        if place:
            _show_indented(screen, clean_line(place), "dim", indent)


def _heading(source: ArticleSummary | Citation | Passage, language: str = "en") -> str:
    return clean_line(heading(source, language))


def _fields(article: ArticleSummary) -> tuple[str, ...]:
    values = (article.article_id, article.date.isoformat() if article.date else "", article.language or "",
              article.title or "", article.outlet or "", article.state)
    return tuple(clean_line(value) for value in values)
