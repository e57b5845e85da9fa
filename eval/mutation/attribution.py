"""What a source says stated as a fact, or put into another's mouth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from eval.mutation.model import Chance, Change, Rule, TrueClaim
from eval.mutation.wording import capital

__all__ = ["ATTRIBUTION"]

_SAID: Final = {
    "en": ("said says claimed claims announced stated reported warned argued argues believes believe suggests "
           "suggested promised explained told added commented").split(),
    "de": ("sagte sagten sagt erklärte erklärten behauptet behauptete berichtete berichteten warnte meinte "
           "betonte glauben glaubt").split(),
    "nl": "zegt zei waarschuwde beweert verklaarde meldde".split(),
    "fr": "déclaré affirme dit affirmé annoncé".split(),
    "es": "dijo afirmó declaró anunció asegura".split(),
}
_THAT: Final = {"en": "that", "de": "dass", "nl": "dat", "fr": "que", "es": "que"}
_FINITE_GERMAN: Final = ("ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können|könnte|"
                         "könnten|soll|sollen|muss|müssen|sank|stieg|kostet|gab|gibt|liegt|bleibt|beträgt|betrug")
_FINITE_DUTCH: Final = "is|zijn|was|waren|heeft|hebben|wordt|worden|werd|kan|kost|zal"
_FACT: Final = {"en": "It is a proven fact that ", "de": "Es ist erwiesen, dass ", "nl": "Het staat vast dat ",
                "fr": "Il est établi que ", "es": "Está demostrado que "}
_OTHERS: Final = {
    "en": ("a bakers' guild", "the opposition leader", "an anonymous blogger"),
    "de": ("eine Bäckerinnung", "die Oppositionsführerin", "eine anonyme Bloggerin"),
    "nl": ("een bakkersgilde", "de oppositieleider"),
    "fr": ("une guilde de boulangers", "la cheffe de l'opposition"),
    "es": ("un gremio de panaderos", "la líder de la oposición"),
}

# As "Laut" and "Nach Angaben" call for.
_DATIVE: Final = {"eine Bäckerinnung": "einer Bäckerinnung", "die Oppositionsführerin": "der Oppositionsführerin",
                  "eine anonyme Bloggerin": "einer anonymen Bloggerin"}

_INDICATIVE: Final = {"werde": "wird", "habe": "hat", "hätten": "haben", "hätte": "hat", "sei": "ist", "seien": "sind",
                      "würde": "wird", "würden": "werden", "könne": "kann", "wolle": "will", "diene": "dient"}
_REPORTED = re.compile(rf"\b(?:{'|'.join(_INDICATIVE)})\b")


@dataclass(frozen=True, slots=True)
class _Attribution:
    """A source that says something: where the source stands, and the claim without it."""

    start: int
    end: int
    bare: str


def _dropped(claim: TrueClaim, chance: Chance) -> Change | None:
    found = _attributions(claim.text, claim.language)
    return Change(capital(chance.pick(found).bare)) if found else None


def _moved(claim: TrueClaim, chance: Chance) -> Change | None:
    found = _attributions(claim.text, claim.language)
    if not found:
        return None
    part = chance.pick(found)
    other = chance.pick(_OTHERS[claim.language])
    if re.match(r"(?:Laut|Nach Angaben)\b", claim.text):
        other = _DATIVE.get(other, other)
    return Change(capital(claim.text[: part.start] + other + claim.text[part.end :]))


def _attributions(text: str, language: str) -> list[_Attribution]:
    """Returns the ways in which the sentence as a whole rests on a source."""
    found: list[_Attribution] = []
    for pattern, put in _patterns(language):
        match = pattern.match(text)
        if match is not None:
            said = _indicative(match["said"]) if language == "de" else match["said"]
            bare = put + said + ("." if not said.endswith((".", "!", '"', "”", "“", "'")) else "")
            found.append(_Attribution(match.start("who"), match.end("who"), bare))
    return found


def _indicative(text: str) -> str:
    """Returns German reported speech as a plain statement: its mood alone would still attribute it."""
    return _REPORTED.sub(lambda match: _INDICATIVE[match[0]], text)


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Returns each form of attribution, with what stands before the claim once it has gone."""
    said = "|".join(_SAID[language])
    # "Although ..." begins a clause, not a source.
    who = r"(?!(?:Obwohl|Als|Nachdem|Wenn|Da|Weil|Although|When|After|If|As|While)\b)(?P<who>[^,:;\"“„]{2,60}?)"
    content = re.compile(rf"{who} (?:{said})(?: (?:on |am |le |el )?\w+)?,? {_THAT[language]} (?P<said>.+)$")
    forms = [(content, _FACT[language])]
    if language == "en":
        forms += [(re.compile(r"According to (?P<who>[^,]{2,60}), (?P<said>.+)$"), ""),
                  (re.compile(r"(?P<said>.+?), according to (?P<who>[^,]{2,60})\.$"), ""),
                  (re.compile(rf"(?P<said>[^\"“]+?), (?P<who>[^,\"”]{{2,50}}) (?:{said})\.$"), "")]
    if language == "de":
        forms += [(re.compile(rf"(?:Laut|Nach Angaben) (?P<who>.{{2,60}}?) (?P<said>(?:{_FINITE_GERMAN})\b.+)$"),
                   "Tatsächlich "),
                  (re.compile(rf"(?P<said>[^\"„]+?), (?:{said}) (?P<who>[^,\"”]{{2,50}})\.$"), ""),
                  (re.compile(rf"{who} (?:{said})(?: am \w+)?, (?!dass\b)(?P<said>[^„\"]+)$"), "")]
    if language == "nl":
        forms.append((re.compile(rf"Volgens (?P<who>.{{2,60}}?) (?P<said>(?:{_FINITE_DUTCH})\b.+)$"), "Inderdaad "))
    if language == "fr":
        forms.append((re.compile(r"Selon (?P<who>[^,]{2,60}), (?P<said>.+)$"), ""))
    if language == "es":
        forms.append((re.compile(r"Según (?P<who>[^,]{2,60}), (?P<said>.+)$"), ""))
    return tuple(forms)


ATTRIBUTION: Final = (
    Rule("attribution dropped", "attribution", _dropped),
    Rule("attribution moved", "attribution", _moved),
)
