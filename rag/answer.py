"""Claims and citations become an answer: numbers in order of first use, markers in the text, no quote twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.check import Verified
from rag.evidence import with_context
from rag.types import Citation, Claim, EvidenceSentence, SentenceReady

__all__ = ["AnswerDraft", "marked_text"]

_LIKE_A_MARKER = re.compile(r"\[(\d+)\]")


class AnswerDraft:
    """An answer as it grows, claim by claim; one instance serves one answer."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.citations: list[Citation] = []

    @property
    def has_text(self) -> bool:
        """Whether there is a claim to show."""
        return any(claim.verdict != "dropped" for claim in self.claims)

    @property
    def has_written(self) -> bool:
        """Whether there is a claim in a model's words."""
        return any(claim.verdict == "supported" for claim in self.claims)

    def quote(self, sentence: EvidenceSentence, reason: str | None = None, draft: str | None = None) -> SentenceReady:
        """Adds a sentence of an article as a claim of its own, with the context that it needs and that is not shown."""
        whole = with_context(sentence)
        if whole.start != sentence.start and self.shows(replace(whole, end=whole.start + len(sentence.context))):
            whole = sentence
        known = len(self.citations)
        if self.shows(whole):
            why = reason or "Its quote is shown already."
            return self._add(Claim(draft or whole.quote, "dropped", (), why, draft), known)
        citation = self._cite(whole)
        return self._add(Claim(citation.quote, "quoted", (citation.number,), reason, draft), known)

    def take(self, verified: Verified, evidence: Sequence[EvidenceSentence]) -> SentenceReady:
        """Adds a model's sentence as its checks left it."""
        by_number = {sentence.number: sentence for sentence in evidence}
        if verified.verdict == "dropped":
            claim = Claim(verified.text, "dropped", (), verified.reason, verified.draft)
            return self._add(claim, len(self.citations))
        if verified.verdict == "quoted":
            return self.quote(by_number[verified.markers[0]], verified.reason, verified.draft)
        if any(claim.verdict == "supported" and claim.text == verified.text for claim in self.claims):
            claim = Claim(verified.text, "dropped", (), "It is said already.", verified.text)
            return self._add(claim, len(self.citations))
        known = len(self.citations)
        numbers = tuple(dict.fromkeys(self._cite(by_number[number]).number for number in verified.markers))
        return self._add(Claim(verified.text, "supported", numbers), known)

    def cites(self, sentence: EvidenceSentence) -> bool:
        """Returns whether a shown claim, in whoever's words, rests on a quote already."""
        cited = {number for claim in self.claims for number in claim.citations}
        return any(_holds(citation, sentence) for citation in self.citations if citation.number in cited)

    def shows(self, sentence: EvidenceSentence) -> bool:
        """Returns whether a quote stands already within one that is shown as a claim of its own."""
        quoted = {number for claim in self.claims if claim.verdict == "quoted" for number in claim.citations}
        return any(_holds(citation, sentence) for citation in self.citations if citation.number in quoted)

    def _cite(self, sentence: EvidenceSentence) -> Citation:
        """Returns the citation of a quote: the one that it has in this answer, or a new one."""
        for citation in self.citations:
            if _holds(citation, sentence) and citation.quote == sentence.quote:
                return citation
        self.citations.append(_citation(len(self.citations) + 1, sentence))
        return self.citations[-1]

    def _add(self, claim: Claim, known: int) -> SentenceReady:
        self.claims.append(claim)
        return SentenceReady(claim, tuple(self.citations[known:]))


def marked_text(claims: Sequence[Claim]) -> str:
    """Returns the answer's text: each shown claim with its markers, quotes on lines of their own."""
    lines: list[str] = []
    previous = None
    for claim in (claim for claim in claims if claim.verdict != "dropped"):
        # An article that writes "[1]" must not look like a citation.
        said = _LIKE_A_MARKER.sub(r"(\1)", claim.text)
        marked = said + " " + "".join(f"[{number}]" for number in claim.citations)
        if claim.verdict == "supported" and previous == "supported":
            lines[-1] += " " + marked
        else:
            lines.append(marked)
        previous = claim.verdict
    return "\n".join(lines)


def _holds(citation: Citation, sentence: EvidenceSentence) -> bool:
    passage = sentence.passage
    return ((citation.article_id, citation.version) == (passage.article_id, passage.version)
            and citation.start <= sentence.start and sentence.end <= citation.end)


def _citation(number: int, sentence: EvidenceSentence) -> Citation:
    passage = sentence.passage
    return Citation(
        number=number, article_id=passage.article_id, version=passage.version, title=passage.title,
        outlet=passage.outlet, date=passage.date, date_kind=passage.date_kind, language=passage.language,
        url=passage.url, path=passage.path, quote=sentence.quote, start=sentence.start, end=sentence.end,
        score=sentence.score,
    )
