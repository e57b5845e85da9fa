"""Claims and citations become an answer: numbers that last a conversation, markers in the text, no quote twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.check import Verified
from rag.evidence import with_context
from rag.messages import message
from rag.types import Citation, Claim, EvidenceSentence, SentenceReady

__all__ = ["AnswerDraft", "marked_text"]

_LIKE_A_MARKER = re.compile(r"\[(\d+)\]")


class AnswerDraft:
    """An answer as it grows, claim by claim; one instance serves one answer.

    Args:
        earlier: Citations of the conversation's answers so far, the oldest first: a quote that is cited again keeps
            its number, and a new one gets the next that is free.

    Attributes:
        citations: Those that this answer uses, in order of first use, whether their numbers are old or new.
    """

    def __init__(self, earlier: Sequence[Citation] = ()) -> None:
        self.claims: list[Claim] = []
        self.citations: list[Citation] = []
        # Of two quotes with one number, as conversations had them that began anew with each answer, the later has it.
        latest = {citation.number: citation for citation in earlier}
        self._numbers = {_slice_of(citation): number for number, citation in latest.items()}
        self._highest = max(latest, default=0)

    @property
    def has_text(self) -> bool:
        """Whether there is a claim to show."""
        return any(claim.verdict != "dropped" for claim in self.claims)

    @property
    def has_written(self) -> bool:
        """Whether there is a claim in a model's words."""
        return any(claim.verdict == "supported" for claim in self.claims)

    def quotable(self, sentence: EvidenceSentence) -> EvidenceSentence | None:
        """Returns what `quote` would show: the sentence with the context that it needs and that is not shown yet.

        None where all of it is shown already.
        """
        whole = with_context(sentence)
        if whole.start != sentence.start and self.shows(replace(whole, end=whole.start + len(sentence.context))):
            whole = sentence
        return None if self.shows(whole) else whole

    def quote(self, sentence: EvidenceSentence, reason: str | None = None, draft: str | None = None,
              translation: str | None = None) -> SentenceReady:
        """Adds a sentence of an article as a claim of its own, as `quotable` says.

        Args:
            reason: Why it stands there in place of a model's sentence; None where it was chosen.
            draft: That sentence.
            translation: Of the quote, checked; shown beside it.
        """
        whole = self.quotable(sentence)
        known = len(self.citations)
        if whole is None:
            why = reason or "Its quote is shown already."
            return self._add(Claim(draft or sentence.quote, "dropped", (), why, draft), known)
        citation = self._cite(whole)
        return self._add(Claim(citation.quote, "quoted", (citation.number,), reason, draft, translation), known)

    def take(self, verified: Verified, evidence: Sequence[EvidenceSentence],
             translation: str | None = None) -> SentenceReady:
        """Adds a model's sentence as its checks left it; `translation` is of the quote, where it ended as one."""
        by_number = {sentence.number: sentence for sentence in evidence}
        if verified.verdict == "dropped":
            claim = Claim(verified.text, "dropped", (), verified.reason, verified.draft)
            return self._add(claim, len(self.citations))
        if verified.verdict == "quoted":
            return self.quote(by_number[verified.markers[0]], verified.reason, verified.draft, translation)
        if any(claim.verdict == "supported" and claim.text == verified.text for claim in self.claims):
            claim = Claim(verified.text, "dropped", (), "It is said already.", verified.text)
            return self._add(claim, len(self.citations))
        known = len(self.citations)
        numbers = tuple(dict.fromkeys(self._cite(by_number[number]).number for number in verified.markers))
        passed = tuple(check.name for check in verified.checks)
        return self._add(Claim(verified.text, "supported", numbers, checks=passed), known)

    def cites(self, sentence: EvidenceSentence) -> bool:
        """Returns whether a shown claim, in whoever's words, rests on a quote already."""
        cited = {number for claim in self.claims for number in claim.citations}
        return any(_holds(citation, sentence) for citation in self.citations if citation.number in cited)

    def citation_of(self, sentence: EvidenceSentence) -> int | None:
        """Returns the number under which a quote is cited, or None."""
        return next((citation.number for citation in self.citations if _holds(citation, sentence)), None)

    def shows(self, sentence: EvidenceSentence) -> bool:
        """Returns whether a quote stands already within one that is shown as a claim of its own."""
        quoted = {number for claim in self.claims if claim.verdict == "quoted" for number in claim.citations}
        return any(_holds(citation, sentence) for citation in self.citations if citation.number in quoted)

    def _cite(self, sentence: EvidenceSentence) -> Citation:
        """Returns the citation of a quote: the one that it has in this answer, else one of its old or a new number."""
        for citation in self.citations:
            if _holds(citation, sentence) and citation.quote == sentence.quote:
                return citation
        citation = _citation(self._highest + 1, sentence)
        if (old := self._numbers.get(_slice_of(citation))) is not None:
            citation = replace(citation, number=old)
        self._highest = max(self._highest, citation.number)
        self.citations.append(citation)
        return citation

    def _add(self, claim: Claim, known: int) -> SentenceReady:
        self.claims.append(claim)
        return SentenceReady(claim, tuple(self.citations[known:]))


def marked_text(claims: Sequence[Claim], language: str) -> str:
    """Returns the answer's text: each shown claim with its markers, quotes on lines of their own.

    A translation follows its quote on the next line, and says in `language` (ISO 639-1) that a machine made it.
    """
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
        if claim.translation is not None:
            translated = _LIKE_A_MARKER.sub(r"(\1)", claim.translation)
            lines.append(f"({message('machine_translation', language)}: {translated})")
        previous = claim.verdict
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class _Slice:
    """What a quote is, whichever answer cites it."""

    article_id: str
    version: int
    start: int
    end: int


def _slice_of(citation: Citation) -> _Slice:
    return _Slice(citation.article_id, citation.version, citation.start, citation.end)


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
