"""Wrong citation numbers, invented quotes and invented clauses."""

from __future__ import annotations

import re
from typing import Final

from eval.mutation.model import Chance, Change, Rule, TrueClaim
from eval.mutation.wording import words_in

__all__ = ["MARKERS"]

_MARKS: Final = {"en": ("“", "”"), "de": ("„", "“"), "nl": ("“", "”"), "fr": ("« ", " »"), "es": ("«", "»")}
_QUOTED = re.compile(r"[\"“„«]\s?([^\"“”„«»]{12,})\s?[\"“”»]")

_QUOTES: Final = {
    "en": ("nothing will ever be the same again", "we were simply lucky this time", "a betrayal of everyone's trust"),
    "de": ("nichts wird je wieder so sein wie zuvor", "wir hatten diesmal einfach Glück", "ein Verrat an uns allen"),
    "nl": ("niets wordt ooit nog als vroeger", "wij hadden deze keer gewoon geluk"),
    "fr": ("rien ne sera plus jamais comme avant", "nous avons simplement eu de la chance"),
    "es": ("nada volverá a ser como antes", "esta vez simplemente tuvimos suerte"),
}
_ADDED_QUOTES: Final = {"en": ", which critics called {}", "de": ", was Kritiker mit den Worten {} beschrieben",
                        "nl": ", wat critici {} noemden", "fr": ", ce que des critiques ont qualifié de {}",
                        "es": ", lo que los críticos llamaron {}"}
_ALTERED: Final = {"en": ("quietly", "never", "gladly"), "de": ("heimlich", "niemals", "gerne"),
                   "nl": ("stiekem", "nooit"), "fr": ("jamais", "secrètement"), "es": ("jamás", "en secreto")}
_CLAUSES: Final = {
    "en": (", mainly because of a shortage of trained staff", ", a decision that was later reversed in court",
           ", which led to angry protests in front of the town hall", ", after years of disputes with neighbours"),
    "de": (", vor allem wegen eines Mangels an Fachkräften", ", was später von einem Gericht aufgehoben wurde",
           ", was zu wütenden Protesten vor dem Rathaus führte", ", nach jahrelangem Rechtsstreit mit Anwohnern"),
    "nl": (", vooral door een tekort aan geschoold personeel", ", wat later door een rechter werd teruggedraaid"),
    "fr": (", surtout en raison d'un manque de personnel qualifié", ", ce qu'un tribunal a ensuite annulé"),
    "es": (", sobre todo por falta de personal cualificado", ", lo que después fue anulado por un tribunal"),
}
_BEYOND: Final = 4
"""How far an invented number is beyond the evidence."""


def _before_the_end(text: str, added: str) -> str:
    body = text.rstrip()
    end = re.search(r"[.!?]?[\"”“»)]*$", body)
    at = end.start() if end is not None else len(body)
    return body[:at] + added + (body[at:] or ".")


def _invented_number(claim: TrueClaim, chance: Chance) -> Change | None:
    number = len(claim.evidence) + chance.pick(range(1, _BEYOND + 1))
    return Change(claim.text, (number,), (number,))


def _invented_beside(claim: TrueClaim, chance: Chance) -> Change | None:
    number = len(claim.evidence) + chance.pick(range(1, _BEYOND + 1))
    return Change(claim.text, (1, number), (number,))


def _other_sentence(claim: TrueClaim, chance: Chance) -> Change | None:
    if len(claim.evidence) < 2:
        return None
    number = chance.pick(range(2, len(claim.evidence) + 1))
    return Change(claim.text, (number,), (number,))


def _clause(claim: TrueClaim, chance: Chance) -> Change | None:
    return Change(_before_the_end(claim.text, chance.pick(_CLAUSES[claim.language])))


def _invented_quote(claim: TrueClaim, chance: Chance) -> Change | None:
    opening, closing = chance.pick((_MARKS[claim.language], ('"', '"')))
    quote = f"{opening}{chance.pick(_QUOTES[claim.language])}{closing}"
    return Change(_before_the_end(claim.text, _ADDED_QUOTES[claim.language].format(quote)))


def _altered_quote(claim: TrueClaim, chance: Chance) -> Change | None:
    """Puts a word into a quote that stands in the evidence as it is."""
    found = [match for match in _QUOTED.finditer(claim.text)
             if " " in match[1].strip() and match[1].strip(" .,") in claim.quote]
    if not found:
        return None
    match = chance.pick(found)
    words = match[1].strip().split(" ")
    at = chance.pick(range(1, len(words)))
    free = [word for word in _ALTERED[claim.language] if word not in words_in(claim.quote)]
    new = " ".join([*words[:at], chance.pick(free), *words[at:]])
    return Change(claim.text[: match.start(1)] + new + claim.text[match.end(1) :])


def _own_words_as_quote(claim: TrueClaim, chance: Chance) -> Change | None:
    """Puts quotation marks around words of the claim that the evidence, in the same language, does not have."""
    if claim.language != claim.evidence_language:
        return None
    words = claim.text.rstrip(".").split(" ")
    runs = [(at, at + 5) for at in range(1, len(words) - 5)
            if " ".join(words[at : at + 5]).lower() not in claim.quote.lower()
            and not any(mark in word for word in words[at : at + 5] for mark in "\"“”„«»")]
    if not runs:
        return None
    start, end = chance.pick(runs)
    opening, closing = _MARKS[claim.language]
    quoted = opening + " ".join(words[start:end]) + closing
    return Change(" ".join([*words[:start], quoted, *words[end:]]) + ".")


MARKERS: Final = (
    Rule("quote invented", "quotes", _invented_quote),
    Rule("quote altered", "quotes", _altered_quote),
    Rule("own words as quote", "quotes", _own_words_as_quote),
    Rule("clause invented", "additions", _clause),
    Rule("citation of nothing", "markers", _invented_number),
    Rule("citation of nothing beside a true one", "markers", _invented_beside),
    Rule("citation of another sentence", "markers", _other_sentence),
)
