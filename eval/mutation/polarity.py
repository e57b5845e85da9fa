"""Negation put in or taken out, and what is only possible, planned or denied stated as done."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from eval.mutation.model import Chance, Change, Rule, TrueClaim
from eval.mutation.polarity_words import (
    AUXILIARIES,
    BEFORE_NEGATION,
    CERTAIN,
    DENIALS,
    NEGATIONS,
    QUANTITIES,
    REALISED,
)
from eval.mutation.wording import Table, capital, exchanged, words_in

__all__ = ["POLARITY"]

_NEGATIVE: Final = frozenset("not n't never no nobody nicht kein keine keinen keiner nie niemand niet geen nooit pas "
                             "jamais aucun nunca ningún cannot without ohne sin sans zonder".split())
_GERMAN_ARTICLE = re.compile(r"\s+(ein(?:e|en|em|er|es)?)(?=\s)")
_FRENCH_CLITIC = re.compile(r"(?:\b(?:s|n|l|y|m|t)['’]|\b(?:se|ne|le|la|les|en|lui)\s)$", re.IGNORECASE)

_DENIES_NOTHING_AFTER = re.compile(
    r"\s+(?:only|just|nur|alleen|solo|sólo|seulement|necessarily|unbedingt|later|more|less|fewer|smaller|matter|doubt)\b|"
    r"\.", re.IGNORECASE)
# "the most violent", "at all", "how many", "a few", "not only" say nothing of how many.
_NO_QUANTITY_BEFORE = re.compile(
    r"\b(?:at|of|after|above|a|as|how|so|too|the|an|not|nicht|am|wie|noch|der|dem)\s+$", re.IGNORECASE)
_NO_QUANTITY_AFTER = re.compile(r"\s+(?:mehr|noch|wieder|as|more|of)\b", re.IGNORECASE)


def _negation_added(claim: TrueClaim, chance: Chance) -> Change | None:
    """Negates a verb of the claim; claims that deny something already are left to the rule that takes it out."""
    if words_in(claim.text) & _NEGATIVE or "n't" in claim.text:
        return None
    words = AUXILIARIES[claim.language]
    found = [match for match in re.finditer(rf"(?<![\w-])(?:{'|'.join(words)})(?= [\w\"“„])", claim.text)
             if match.start() > 0 and not claim.text[match.end() :].lstrip().startswith(BEFORE_NEGATION)]
    if not found:
        return None
    text = _NEGATED[claim.language](claim.text, chance.pick(found))
    return None if text is None else Change(text)


def _negated_after(word: str) -> Callable[[str, re.Match[str]], str]:
    return lambda text, match: f"{text[: match.end()]} {word}{text[match.end() :]}"


def _negated_english(text: str, match: re.Match[str]) -> str:
    joined = "not" if match[0] == "can" else " not"
    return f"{text[: match.end()]}{joined}{text[match.end() :]}"


def _negated_german(text: str, match: re.Match[str]) -> str:
    article = _GERMAN_ARTICLE.match(text, match.end())
    if article is not None:
        return f"{text[: article.start(1)]}k{text[article.start(1) :]}"
    return f"{text[: match.end()]} nicht{text[match.end() :]}"


def _negated_french(text: str, match: re.Match[str]) -> str | None:
    if _FRENCH_CLITIC.search(text[: match.start()]):
        return None
    ne = "n'" if match[0][0] in "aeéê" else "ne "
    return f"{text[: match.start()]}{ne}{match[0]} pas{text[match.end() :]}"


def _negated_spanish(text: str, match: re.Match[str]) -> str | None:
    before = re.search(r"\b(?:se|lo|la|le|les|los|las)\s$", text[: match.start()])
    at = before.start() if before else match.start()
    return f"{text[:at]}no {text[at:]}"


_NEGATED: Final[dict[str, Callable[[str, re.Match[str]], str | None]]] = {
    "en": _negated_english, "de": _negated_german, "nl": _negated_after("niet"), "fr": _negated_french,
    "es": _negated_spanish,
}


def _negation_removed(claim: TrueClaim, chance: Chance) -> Change | None:
    def counts(match: re.Match[str]) -> bool:
        before, after = claim.text[: match.start()], claim.text[match.end() :]
        if match[0].lower() == "ohne" and re.match(r"[^,.;]*\bzu\b|\s+dass\b", after):
            return False
        # "not only", "no later than", "whether or not" deny nothing.
        return not _DENIES_NOTHING_AFTER.match(after) and not re.search(r"\b(?:or|if|oder|whether|ob)\s+$", before)

    if claim.language == "fr":
        text = re.sub(r"\b(?:ne |n['’])(\w+(?: \w+)?) pas(?: encore)?\b", r"\1", claim.text)
        return Change(capital(text)) if text != claim.text else None
    return _or_none(exchanged(claim.text, claim.language, NEGATIONS, chance, counts))


def _quantity(claim: TrueClaim, chance: Chance) -> Change | None:
    def counts(match: re.Match[str]) -> bool:
        if match[0] == "most":
            return False
        return (not _NO_QUANTITY_BEFORE.search(claim.text[: match.start()])
                and not _NO_QUANTITY_AFTER.match(claim.text[match.end() :]))

    return _or_none(exchanged(claim.text, claim.language, QUANTITIES, chance, counts))


def _with(table: Table) -> Callable[[TrueClaim, Chance], Change | None]:
    def make(claim: TrueClaim, chance: Chance) -> Change | None:
        # "May" within a sentence is a month.
        return _or_none(exchanged(claim.text, claim.language, table, chance,
                                  lambda match: match[0] != "May" or match.start() == 0))

    return make


def _or_none(text: str | None) -> Change | None:
    return None if text is None else Change(text)


POLARITY: Final = (
    Rule("negation added", "negation", _negation_added),
    Rule("negation removed", "negation", _negation_removed),
    Rule("quantity turned", "negation", _quantity),
    Rule("denial turned", "negation", _with(DENIALS)),
    Rule("possible made certain", "modality", _with(CERTAIN)),
    Rule("planned made done", "modality", _with(REALISED)),
)
