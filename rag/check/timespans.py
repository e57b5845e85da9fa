"""Lengths of time: whether they went by since, are to come, part two events, or are how long something lasts."""

from __future__ import annotations

from collections.abc import Mapping

from rag.check.cursor import Cursor, Found
from rag.check.quantity import Span

__all__ = ["span"]

_UNITS = ("s", "min", "h", "d", "wk", "mo", "yr", "dec", "cent")
# "_" joins words.
_BEFORE: Mapping[str, Mapping[Span, str]] = {
    "en": {"ahead": "in within", "lasting": "for during lasted lasting lasts", "later": "after"},
    "de": {"past": "vor", "ahead": "in binnen", "lasting": "für seit während dauerte dauert", "later": "nach"},
    "nl": {"ahead": "over binnen", "lasting": "gedurende sinds duurde duurt", "later": "na"},
    "fr": {"past": "il_y_a y_a voici voilà", "ahead": "dans d_ici", "lasting": "pendant durant depuis dure duré",
           "later": "après"},
    "es": {"past": "hace hacía", "ahead": "dentro_de", "lasting": "durante desde_hace", "later": "tras"},
    "it": {"ahead": "tra fra", "lasting": "durante da per", "later": "dopo"},
    "pt": {"past": "há", "ahead": "dentro_de daqui_a", "lasting": "durante por", "later": "após"},
}
_AFTER: Mapping[str, Mapping[Span, str]] = {
    "en": {"past": "ago earlier before", "ahead": "hence from_now", "later": "later after", "lasting": "long"},
    "de": {"past": "zuvor früher vorher", "later": "später danach darauf", "lasting": "lang"},
    "nl": {"past": "geleden eerder daarvoor", "later": "later daarna", "lasting": "lang"},
    "fr": {"past": "plus_tôt auparavant avant", "later": "plus_tard après"},
    "es": {"past": "antes atrás", "later": "después más_tarde"},
    "it": {"past": "fa prima", "later": "dopo più_tardi"},
    "pt": {"past": "atrás antes", "later": "depois mais_tarde"},
}
# Between such a word and the number.
_BETWEEN = {
    "about", "around", "some", "more", "than", "over", "nearly", "almost", "at", "least", "a", "the", "up", "to",
    "just",
    "etwa", "rund", "gut", "mehr", "als", "fast", "über", "knapp", "ungefähr", "mindestens", "weniger", "circa", "ca",
    "ongeveer", "meer", "dan", "ruim", "bijna", "zo", "n", "minder", "environ", "plus", "de", "près", "unos", "unas",
    "más", "casi", "più", "di", "quasi", "cerca", "mais", "quase", "less", "only", "nur", "slechts",
}
_REACH = 4


def span(cursor: Cursor, item: Found) -> Span:
    """Returns what is said of a length of time, "" of any other quantity."""
    if item.quantity.kind != "number" or item.quantity.unit not in _UNITS:
        return ""
    after = _AFTER.get(cursor.language, {})
    for name, words in after.items():
        if any(_at(cursor, item.last, word) for word in words.split()):
            return name
    before = _BEFORE.get(cursor.language, {})
    for j in range(item.first, max(item.first - _REACH, 0), -1):
        # The longer ones first: "desde hace" is how long, "hace" how long ago.
        for name, words in sorted(before.items(), key=lambda entry: -max(map(len, entry[1].split()))):
            if any(_at(cursor, j - word.count("_") - 1, word) for word in words.split()):
                return name
        if cursor.fold(j - 1) not in _BETWEEN:
            break
    return ""


def _at(cursor: Cursor, i: int, words: str) -> bool:
    wanted = tuple(words.split("_"))
    return i >= 0 and cursor.folds(i, i + len(wanted)) == wanted
