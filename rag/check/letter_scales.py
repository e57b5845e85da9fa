"""Letters behind figures that scale them: "$5m", "£3K", "12 M€", "450k jobs", "2m people"."""

from __future__ import annotations

from decimal import Decimal

from rag.check.cursor import Cursor
from rag.check.units import currency

__all__ = ["letter_scale"]

_LETTERS = {"k": 3, "m": 6, "mn": 6, "b": 9, "bn": 9, "md": 9, "mds": 9, "tn": 12}
# Without a currency "m" is metres and "M" a name, unless what follows is no thing that lengths are said of.
_COUNTED = frozenset(
    "people persons voters viewers users customers subscribers followers inhabitants residents visitors passengers "
    "refugees children workers jobs homes households students patients tourists migrants players fans readers "
    "members copies doses votes views downloads visits shares barrels tonnes litres liters acres hectares vehicles "
    "cars animals birds trees years".split()
)
# "A 5k run", "4k video".
_NO_THOUSANDS = frozenset("run runs race races walk walks lauf loop video tv resolution display screen monitor".split())


def letter_scale(cursor: Cursor, last: int, *, priced: bool) -> Decimal | None:
    """Returns the scale that the token `last`, which follows figures, says by a letter or two, or None.

    Args:
        priced: Whether a currency stands before the figures.
    """
    power = _LETTERS.get(cursor.fold(last)) if cursor.is_word(last) else None
    if power is None or not (priced or _money_follows(cursor, last) or _counts(cursor, last)):
        return None
    return Decimal(10) ** power if cursor.glued(last) or not priced else None


def _money_follows(cursor: Cursor, last: int) -> bool:
    """"12 M€", "300k$"; a metre squared of a currency there is not."""
    sign = last + 1
    return sign < len(cursor) and cursor.tokens[sign].kind == "sign" and cursor.gap(sign) == "" \
        and cursor.joined(last) and currency(cursor.fold(sign)) is not None


def _counts(cursor: Cursor, last: int) -> bool:
    if not cursor.glued(last):
        return False
    following = cursor.fold(last + 1) if cursor.gap(last + 1) == " " else ""
    if cursor.tokens[last].text == "k":
        return following not in _NO_THOUSANDS
    return cursor.language == "en" and following in _COUNTED
