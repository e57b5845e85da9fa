"""True sentences made false in one way each: a negator more or less, a hedge, a plan or a speaker dropped, a turn.

Plain rules over words of English and German, written without a look at the tables of `rag.check`. What a rule does not
fit stays out; some of what it makes is clumsy, as the sentences of small models are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

__all__ = ["MUTATIONS", "Mutation"]

Mutation = Callable[[str, str], str | None]
"""(sentence, language) -> the false sentence, or None where the rule does not fit."""

_ADDED = {
    "en": re.compile(r"\b(is|are|was|were|has|have|had|can|could|will|would|should|must)\b(?! not|n't|not)"),
    "de": re.compile(r"\b(ist|sind|war|waren|hat|haben|hatte|kann|können|konnte|wird|werden|wurde|wurden)\b(?! nicht)"),
}
_REMOVED: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": ((r"\b(is|are|was|were|do|does|did|has|have|had|could|would|should|must|may|might|will) not\b", r"\1"),
           (r"\bcannot\b", "can"), (r"n[’']t\b", ""), (r"\bnever\b", "always"), (r"\bno longer\b", "still"),
           (r"\bno\b", "a"), (r"\bnone\b", "all"), (r"\bwithout\b", "with"), (r"\bnot\b", "")),
    "de": ((r"\bkein(e|en|em|er|es|)\b", r"ein\1"), (r"\bnicht mehr\b", "noch"), (r"\bnicht\b", ""),
           (r"\bnie(mals)?\b", "immer"), (r"\bnichts\b", "etwas"), (r"\bniemand\b", "jemand"), (r"\bohne\b", "mit")),
}
_HEDGES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": ((r"\b(could|might|may) have been\b", "was"), (r"\b(could|might|may) be\b", "is"),
           (r"\b(could|might|may)\b", "does"),
           (r" (probably|perhaps|possibly|allegedly|reportedly|likely|apparently)\b", "")),
    "de": ((r"\b(könnten?|dürften?)\b", "wird"),
           (r" (wahrscheinlich|vermutlich|vielleicht|möglicherweise|angeblich|offenbar)\b", "")),
}
_ANY_HEDGE = {
    "en": re.compile(r"\b(?:could|might|may|can|would|should|probably|perhaps|possibl[ey]|allegedly|reportedly|likely|"
                     r"apparently|estimated|suspect\w*|believed|if)\b", re.IGNORECASE),
    "de": re.compile(r"\b(?:könnten?|dürften?|können|kann|würden?|sollten?|wahrscheinlich|vermutlich|vielleicht|"
                     r"möglich\w*|angeblich|offenbar|schätz\w*|vermut\w*|wenn|falls)\b", re.IGNORECASE),
}
_CONDITION = {"en": re.compile(r"\b(?:if|who|what|whoever|those)\b", re.IGNORECASE),
              "de": re.compile(r"\b(?:wenn|falls|wer|was|diejenigen)\b", re.IGNORECASE)}
_PLANS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": ((r"\b(plans?|planned|intends?|intended|wants?|wanted|hopes?|hoped|aims?) to \w+", "has done"),
           (r"\b(?:is|are) (?:expected|due|set|scheduled) to \w+", "has done")),
    "de": ((r"\b(planen?|plante|beabsichtigt|möchten?|sollen?|wollen|wollte)\b", "hat"),),
}
_SAID_EN = r"(?:said|says|say|claims|claimed|stated|argued|argues|believes?|believed|warned|reported|told \w+)"
_SAID_DE = r"(?:sagten?|sagt|sagen|erklärten?|behaupteten?|behauptet|meinte|glauben|betonte|warnte|berichteten?)"
_SPOKEN: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "en": (re.compile(r"^according to [^,]{2,60}, (?P<rest>.+)$", re.IGNORECASE),
           re.compile(r"^(?P<rest>.+), according to [^,]{2,80}\.$"),
           re.compile(rf"^[^,]{{2,80}}? {_SAID_EN} (?:on \w+ )?that (?P<rest>.+)$"),
           re.compile(rf"^[^,\"“]{{2,80}}? {_SAID_EN} (?P<rest>(?:the|they|he|she|it|there) .+)$"),
           re.compile(rf"^(?P<rest>[^\"“]+), (?:[^,\"“]{{2,60}} {_SAID_EN}|{_SAID_EN} [^,\"“]{{2,60}})\.?$")),
    "de": (re.compile(r"^(?:laut|nach angaben|nach ansicht) [A-ZÄÖÜ\w .-]{2,50}? (?P<rest>(?:ist|sind|war|waren|hat|"
                      r"haben|wurden?|werden|wird|kann|können|gab|gibt) .+)$", re.IGNORECASE),
           re.compile(r"^[^,]{2,60} zufolge (?P<rest>.+)$"),
           re.compile(rf"^[^,]{{2,80}}? {_SAID_DE}[^,]{{0,40}}, dass (?P<rest>.+)$"),
           re.compile(rf"^[^,„\"]{{2,80}}? {_SAID_DE}[^,„\"]{{0,40}}, (?P<rest>.+)$"),
           re.compile(rf"^(?P<rest>[^„\"]+), {_SAID_DE} [^,„\"]{{2,60}}\.?$")),
}
_TURNS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": (("rose", "fell"), ("increased", "decreased"), ("increase", "decrease"), ("higher", "lower"),
           ("more", "fewer"), ("won", "lost"), ("began", "ended"), ("before", "after"), ("opened", "closed"),
           ("first", "last"), ("large", "small"), ("northern", "southern"), ("north", "south"), ("east", "west"),
           ("most", "least"), ("better", "worse"), ("strong", "weak"), ("allowed", "forbidden"), ("built", "destroyed"),
           ("success", "failure"), ("early", "late"), ("above", "below"), ("bought", "sold"), ("arrived", "left")),
    "de": (("stieg", "sank"), ("höher", "niedriger"), ("mehr", "weniger"), ("gewann", "verlor"), ("begann", "endete"),
           ("bevor", "nachdem"), ("erste", "letzte"), ("ersten", "letzten"), ("große", "kleine"), ("großen", "kleinen"),
           ("Norden", "Süden"), ("Osten", "Westen"), ("meisten", "wenigsten"), ("besser", "schlechter"),
           ("starke", "schwache"), ("erlaubt", "verboten"), ("erbaut", "zerstört"), ("früh", "spät")),
}


def _substituted(rules: Mapping[str, tuple[tuple[str, str], ...]]) -> Mutation:
    compiled = {language: [(re.compile(find), put) for find, put in pairs] for language, pairs in rules.items()}

    def mutate(sentence: str, language: str) -> str | None:
        for find, put in compiled[language]:
            changed, count = find.subn(put, sentence, count=1)
            if count:
                return changed
        return None

    return mutate


def _unhedged(sentence: str, language: str) -> str | None:
    """Takes the only hedge out; a sentence with two is still hedged."""
    if len(_ANY_HEDGE[language].findall(sentence)) != 1:
        return None
    return _HEDGE_REMOVERS(sentence, language)


def _done(sentence: str, language: str) -> str | None:
    """What is planned, as done; not in a condition ("if you want to"), which stays one."""
    if _CONDITION[language].search(sentence):
        return None
    return _PLAN_REMOVERS(sentence, language)


def _negated(sentence: str, language: str) -> str | None:
    changed, count = _ADDED[language].subn(r"\1 not" if language == "en" else r"\1 nicht", sentence, count=1)
    return changed if count else None


def _affirmed(sentence: str, language: str) -> str | None:
    """Takes the only negator out; a sentence with two may stay negated elsewhere, and be right to."""
    found = [match for find, _ in _REMOVED[language] for match in re.finditer(find, sentence)]
    if len({match.end() for match in found}) != 1:
        return None
    return _REMOVERS(sentence, language)


def _unattributed(sentence: str, language: str) -> str | None:
    for frame in _SPOKEN[language]:
        if match := frame.match(sentence):
            rest = match["rest"]
            return rest[:1].upper() + rest[1:]
    return None


def _turned(sentence: str, language: str) -> str | None:
    for one, other in _TURNS[language]:
        for find, put in ((one, other), (other, one)):
            changed, count = re.subn(rf"\b{find}\b", put, sentence)
            if count:
                return changed
    return None


_REMOVERS = _substituted(_REMOVED)
_HEDGE_REMOVERS = _substituted(_HEDGES)
_PLAN_REMOVERS = _substituted(_PLANS)

MUTATIONS: Mapping[str, Mutation] = {
    "negator added": _negated, "negator removed": _affirmed, "hedge dropped": _unhedged,
    "plan as done": _done, "speaker dropped": _unattributed, "turned round": _turned,
}
