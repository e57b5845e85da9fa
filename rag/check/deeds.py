"""Deeds told by a noun, told by a verb: "Russia's invasion of Ukraine" says that Russia invaded Ukraine.

Who did it to whom is then read as of any other sentence (`rag.check.name_parts`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["told_by_verbs"]

_NAME = r"([A-ZÀ-Ý][\w-]{1,40})"
_EN = r"(?:invasion|attack|assault|takeover|annexation|occupation|bombing|bombardment|raid|lawsuit|conquest)"
_DE = (r"(?:Invasion|Einmarsch|Angriff|Überfall|Übernahme|Annexion|Besetzung|Klage|Attacke|Anschlag|Drohung|Drohungen|"
       r"Einfall|Angriffskrieg)")
_NL = r"(?:inval|invasie|aanval|overval|overname|annexatie|bezetting|aanklacht|dreiging)"
_FR = r"(?:invasion|attaque|offensive|annexion|occupation|conquête|plainte|menace)"
_THE = r"(?:[Ll]['’]|[Ll]a |[Ll]e )?"
_FORMS: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": (
        (re.compile(r"\b(?:took|takes|take|taking|taken) over\b"), "seized"),
        (re.compile(rf"\b{_NAME}['’]s {_EN} (?:of|on|against|into)\b"), r"\1 attacked"),
        (re.compile(rf"\b(?:[Tt]he )?{_EN} (?:of|on|against) (?:the )?{_NAME} by\b"), r"\1 was attacked by"),
    ),
    "de": (
        (re.compile(rf"\b{_NAME}s {_DE} (?:in|auf|gegen)\b"), r"\1 attackiert"),
        (re.compile(rf"\b(?:[Dd](?:er|ie|en|em|es) )?{_DE} {_NAME}s (?:in|auf|gegen)\b"), r"\1 attackiert"),
    ),
    "nl": (
        (re.compile(rf"\b{_NAME}s {_NL} (?:in|op|van|tegen)\b"), r"\1 belaagt"),
        (re.compile(rf"\b(?:[Dd]e )?{_NL} van {_NAME} (?:in|op|tegen)\b"), r"\1 belaagt"),
        (re.compile(rf"\b(?:[Dd]e )?{_NL} (?:van|op) {_NAME} door\b"), r"\1 werd belaagd door"),
    ),
    "fr": (
        (re.compile(rf"{_THE}{_FR} (?:de |d['’]|contre ){_THE}{_NAME} par\b"), r"\1 est attaqué par"),
        (re.compile(rf"{_THE}{_FR} (?:de |d['’]){_THE}{_NAME} contre\b"), r"\1 attaque"),
    ),
}


def told_by_verbs(text: str, language: str) -> str:
    """Returns a text with such nouns as verbs; only for reading, its grammar is nobody's."""
    for form, verb in _FORMS.get(language, ()):
        text = form.sub(verb, text)
    return text
