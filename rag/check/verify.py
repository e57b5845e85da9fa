"""A draft and the evidence -> what may be shown: the draft, the quote in its place, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rag.check.assent import check_assent, without_assent
from rag.check.echo import check_echo
from rag.check.entailment import Entails, check_entailment
from rag.check.extent import check_extent
from rag.check.happening import check_happening
from rag.check.language import check_language
from rag.check.markup import check_markup
from rag.check.meaning import Similarity, check_meaning
from rag.check.names import check_names
from rag.check.numbers import Source, check_numbers
from rag.check.orders import check_orders
from rag.check.quotation import check_quotation
from rag.check.reason import check_reason
from rag.check.rendering import Rendered, rendered_quotes
from rag.check.result import CheckResult, Verified
from rag.check.sense import judge_sense, told_by
from rag.check.substance import check_substance
from rag.types import EvidenceSentence
from rag.write.model import Draft

__all__ = ["verify"]


def verify(
    draft: Draft,
    evidence: Sequence[EvidenceSentence],
    language: str,
    *,
    question: str = "",
    similarity: Similarity | None = None,
    entails: Entails | None = None,
) -> Verified:
    """Checks a draft against the evidence that it cites. Strict: what fails one check is replaced by its quote.

    Args:
        draft: A sentence with its markers; markers outside of the evidence are dropped.
        evidence: All that the writer was given.
        language: The answer's language, ISO 639-1.
        question: The question as asked; names in it are no inventions.
        similarity: The cosine of a claim and its nearest quote; None: meaning is not checked.
        entails: A model of inference; None: there is none.

    Returns:
        `supported` where every check passed; `quoted` where one failed, or where the draft is word for word a quote
        of the evidence, whatever its marker (then without a reason); `dropped` where no valid marker is left.
    """
    text = draft.text.strip()
    by_number = {sentence.number: sentence for sentence in evidence}
    cited = [by_number[number] for number in dict.fromkeys(draft.markers) if number in by_number]
    same = next((sentence for sentence in [*cited, *evidence] if text and _same(text, sentence.quote)), None)
    if same is not None:
        return Verified("quoted", (same.number,), same.quote)
    if not text or not cited:
        return Verified("dropped", (), text, _without_quote(draft), draft=text)
    checks = tuple(_run(text, cited, evidence, language, question, similarity, entails))
    failed = next((check for check in checks if not check.passed), None)
    if failed is None:
        return Verified("supported", tuple(sentence.number for sentence in cited), text, checks=checks)
    best = _best(text, cited, similarity)
    return Verified("quoted", (best.number,), best.quote, failed.reason, text, checks)


def _run(
    text: str,
    cited: Sequence[EvidenceSentence],
    evidence: Sequence[EvidenceSentence],
    language: str,
    question: str,
    similarity: Similarity | None,
    entails: Entails | None,
) -> Iterator[CheckResult]:
    """Runs the cheap checks, and the models only for a claim that they passed."""
    cheap = _cheap(text, cited, language, question, rendered_quotes(text, language, cited, similarity))
    yield from cheap
    if not all(check.passed for check in cheap):
        return
    if similarity is not None:
        quotes = [sentence.quote for sentence in cited]
        shown = [part for sentence in evidence for part in (sentence.quote, sentence.context) if part]
        meant = check_meaning(text, quotes, [part for part in shown if part not in quotes], similarity)
        yield meant
        if not meant.passed:
            return
    if entails is not None:
        yield check_entailment(text, [f"{item.context} {item.quote}".strip() for item in cited], entails)


def _cheap(text: str, cited: Sequence[EvidenceSentence], language: str, question: str, rendered: Rendered
           ) -> tuple[CheckResult, ...]:
    """Runs the checks that go by words."""
    told = [Source(sentence.quote, sentence.passage.language) for sentence in cited]
    sources = told_by(cited)
    said = [source.text for source in sources]
    heads = [Source(item.passage.title, item.passage.language) for item in cited if item.passage.title]
    titles = [name for sentence in cited for name in (sentence.passage.title, sentence.passage.outlet) if name]
    articles = [sentence.passage.text for sentence in cited]
    bare = without_assent(text, language)
    return (
        check_markup(text, said),
        check_orders(said),
        check_language(text, language, sources),
        check_quotation(text, language, [*sources, *(Source(title, language) for title in titles)]),
        check_numbers(text, language, sources),
        check_names(text, language, sources, [*titles, question], articles),
        check_substance(text, [*said, *titles]),
        check_assent(text, language, question, told),
        check_echo(text, language, question, told),
        *judge_sense(bare, language, rendered),
        check_reason(bare, language, [*sources, *heads]),
        check_extent(bare, language, sources, [*titles, question], articles),
        check_happening(bare, language, [*sources, *heads]),
    )


def _same(text: str, quote: str) -> bool:
    return text.split() == quote.split()


def _best(text: str, cited: Sequence[EvidenceSentence], similarity: Similarity | None) -> EvidenceSentence:
    if len(cited) == 1 or similarity is None:
        return max(cited, key=lambda sentence: sentence.score)
    return max(cited, key=lambda sentence: similarity(text, [sentence.quote]))


def _without_quote(draft: Draft) -> str:
    if not draft.text.strip():
        return "The sentence is empty."
    if not draft.markers:
        return "The sentence names no evidence."
    named = ", ".join(f"[{number}]" for number in draft.markers[:5])
    return f"The sentence cites {named}, which is not among the evidence."
