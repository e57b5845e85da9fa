"""Numbers, percentages, ordinals, approximations and directions made false."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final

from eval.mutation.figures import NUMBER_WORDS, RANGE, Figure, figures, values_in, written
from eval.mutation.model import Chance, Change, Rule, TrueClaim
from eval.mutation.number_words import APPROXIMATIONS, DIRECTIONS, ORDINALS
from eval.mutation.wording import Table, exchanged

__all__ = ["NUMBERS"]

_PERCENT = re.compile(r"[\s\u00a0\u202f]?(?:%|per ?cent\b|Prozent\b|procent\b|pour cent\b|por ciento\b)")
_DIGIT_ORDINAL = re.compile(r"(?<![\w-])(\d{1,3})(st|nd|rd|th)(?!\w)")
_WORDS: Final[Table] = {
    language: {word: "|".join(other for other in words if other != word) for word in words}
    for language, words in NUMBER_WORDS.items()
}


def _near(figure: Figure) -> Sequence[Decimal]:
    """The last digit that is not 0, one up or down: the nearest figure that reads alike."""
    step = Decimal(1).scaleb(-figure.places)
    while figure.value and figure.value % (step * 10) == 0:
        step *= 10
    return [value for value in (figure.value + step, figure.value - step) if value > 0]


def _far(figure: Figure) -> Sequence[Decimal]:
    quantum = Decimal(1).scaleb(-figure.places)
    return [(figure.value * factor + quantum * more).quantize(quantum)
            for factor, more in ((2, 1), (3, 0), (5, 2), (7, 1))]


def _tenfold(figure: Figure) -> Sequence[Decimal]:
    tenth = figure.value / 10
    return [figure.value * 10, *([tenth] if tenth == tenth.quantize(Decimal(1).scaleb(-figure.places)) else [])]


def _swapped_digits(figure: Figure) -> Sequence[Decimal]:
    digits = str(int(figure.value.scaleb(figure.places)))
    swapped = [digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in range(len(digits) - 1)]
    return [Decimal(new).scaleb(-figure.places) for new in swapped if new != digits and new[0] != "0"]


def _changed(options: Callable[[Figure], Sequence[Decimal]], *, percent: bool
             ) -> Callable[[TrueClaim, Chance], Change | None]:
    def make(claim: TrueClaim, chance: Chance) -> Change | None:
        taken = values_in([claim.quote], claim.evidence_language) | values_in([claim.text], claim.language)
        choices = [(figure, value) for figure in figures(claim.text, claim.language)
                   if bool(_PERCENT.match(claim.text, figure.end)) is percent or not percent
                   for value in options(figure) if value not in taken]
        if not choices:
            return None
        figure, value = chance.pick(choices)
        grouped = figure.grouped or value >= 1000
        new = written(value, figure.places, claim.language, grouped=grouped)
        return Change(claim.text[: figure.start] + new + claim.text[figure.end :])

    return make


def _number_word(claim: TrueClaim, chance: Chance) -> Change | None:
    text = exchanged(claim.text, claim.language, _WORDS, chance)
    if text is None:
        return None
    new = values_in([text], claim.language) - values_in([claim.text], claim.language)
    return Change(text) if new and not new & values_in([claim.quote], claim.evidence_language) else None


def _swapped_values(claim: TrueClaim, chance: Chance) -> Change | None:
    found = figures(claim.text, claim.language)
    pairs = [(a, b) for at, a in enumerate(found) for b in found[at + 1 :]
             if a.value != b.value and not RANGE.fullmatch(claim.text, a.end, b.start)]
    if not pairs:
        return None
    a, b = chance.pick(pairs)
    text = claim.text
    return Change(text[: a.start] + text[b.start : b.end] + text[a.end : b.start] + text[a.start : a.end]
                  + text[b.end :])


def _digit_ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _ordinal(claim: TrueClaim, chance: Chance) -> Change | None:
    match = _DIGIT_ORDINAL.search(claim.text) if claim.language == "en" else None
    if match is not None:
        new = _digit_ordinal(chance.pick([int(match[1]) + 1, max(1, int(match[1]) - 1) + 3]))
        return Change(claim.text[: match.start()] + new + claim.text[match.end() :])
    text = exchanged(claim.text, claim.language, ORDINALS, chance)
    return None if text is None else Change(text)


def _approximation(claim: TrueClaim, chance: Chance) -> Change | None:
    def before_a_number(match: re.Match[str]) -> bool:
        after = re.match(r"\s+(?:[^\W\d]{1,3}\s+)?(\w+)(?!:\d)\b", claim.text[match.end() :])
        if match[0].lower() in ("over", "über"):
            # Before a word they mostly say how long something goes on, or where.
            return after is not None and after[1][0].isdigit()
        return after is not None and (after[1][0].isdigit() or after[1].lower() in NUMBER_WORDS[claim.language]
                                      or after[1].lower() in _MULTIPLES)

    text = exchanged(claim.text, claim.language, APPROXIMATIONS, chance, before_a_number)
    return None if text is None else Change(text)


_MULTIPLES: Final = frozenset("half tripled doubled hälfte verdreifacht verdoppelt verdrievoudigd verdubbeld triplé "
                              "doublé triplicó duplicó hundred hundert thousand tausend".split())


def _direction(claim: TrueClaim, chance: Chance) -> Change | None:
    # "No longer" says nothing of a length.
    text = exchanged(claim.text, claim.language, DIRECTIONS, chance,
                     lambda match: not claim.text[: match.start()].lower().endswith("no "))
    return None if text is None else Change(text)


NUMBERS: Final = (
    Rule("number near", "numbers", _changed(_near, percent=False)),
    Rule("number far", "numbers", _changed(_far, percent=False)),
    Rule("digits swapped", "numbers", _changed(_swapped_digits, percent=False)),
    Rule("factor of ten", "numbers", _changed(_tenfold, percent=False)),
    Rule("percentage changed", "numbers", _changed(_near, percent=True)),
    Rule("number word changed", "numbers", _number_word),
    Rule("values swapped", "roles", _swapped_values),
    Rule("ordinal changed", "numbers", _ordinal),
    Rule("approximation changed", "directions", _approximation),
    Rule("direction turned", "directions", _direction),
)
