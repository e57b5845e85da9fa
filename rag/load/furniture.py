"""Tells page furniture from body, one short line at a time.

Each rule matches a whole line of a narrow shape. What reads as a sentence (it ends with a full stop) is body, whatever
its first words are: a line of furniture that stays harms little, a lost sentence cannot be cited.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.load import phrases
from rag.load.dates import FoundDate, date_at
from rag.types import DateKind

__all__ = [
    "DateLine", "agency_line", "byline", "caption_of", "closes", "date_line", "is_furniture", "is_kicker", "is_related",
    "is_teaser", "outlet_of", "related_inline",
]

_MOST_LABEL = 80
_MOST_DATE_LINE = 160
_MOST_TEASER = 220
_MOST_CAPTION = 320
_CLOSERS = "\"'”’“‘»«›‹)]"
_OUTER = " \t.:!?»›>→←▸►-–—|*•#+…,;()[]\"'“”‘’0123456789"
_SEPARATORS = " \t,;|·•–—-()"
_PARTED = re.compile(r" ?[.,;|·•/]+ | [–—-] |,? ?\(")
_NAME_BEFORE = re.compile(r"(?:[^\W\d_][\w’'-]{0,30} ){0,3}[^\W\d_][\w’'-]{0,30}, (?=\w)")
_MOST_NAMES = 6
_MOST_PAPER = 4

_CREDIT = re.compile("|".join(rf"\b{word}\b" if word[0].isalpha() else word for word in phrases.CREDIT_WORDS))
_GLUED_CREDIT = re.compile(rf"(?<=[.!?”’\"»)])(?:{'|'.join(phrases.CREDIT_WORDS)})\b")
_TIME = re.compile(
    r"(?:(?:um|at|om|à|a las|ore|às)\s)?\d{1,2}\s?[:.h]\s?\d{2}(?::\d{2})?\s?(?:uhr|uur|h|[ap]\.?m\.?)?"
    r"\s?(?:\(?[a-z]{2,5}\)?)?",
    re.IGNORECASE,
)
_READ_TIME = re.compile(
    r"(?:lesezeit|leestijd|reading time|read time|temps de lecture|tiempo de lectura|lecture)?\s?:?\s?(?:ca\.\s?)?"
    r"\d{1,3}\s?(?:min|mins|minute|minuten|minutes|minutos)\.?"
    r"(?:\s(?:read|lesezeit|leestijd|lezen|de lecture|de lectura))?",
    re.IGNORECASE,
)
_INVITATION = re.compile(
    r"(?:please\s)?(?:(?:sign up|subscribe)\s(?:for|to)\s(?:our|the)\s|(?:melden sie sich|jetzt)\s(?:für|zu)\s"
    r"(?:unseren?|unserem|den|dem)\s|(?:abonnieren sie|abonniere)\s(?:unseren|den)\s|(?:schrijf je in|meld je aan)\s"
    r"(?:voor|op)\s(?:onze|de)\s|(?:abonnez-vous|inscrivez-vous)\sà\s(?:notre|la)\s|(?:suscríbete|suscríbase)\sa\s"
    r"(?:nuestra|la|nuestro)\s|follow us on\s|folge? uns auf\s|folgen sie uns auf\s|volg ons op\s|suivez-nous sur\s"
    r"|síguenos en\s)[^,;:.!?]{2,50}[.!]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that states the article's date."""

    found: FoundDate
    kind: DateKind


def closes(text: str) -> bool:
    """Whether the line ends as a sentence does: a full stop, exclamation mark or ellipsis, quote marks aside."""
    return text.rstrip(_CLOSERS + " ").endswith((".", "!", "…", "。"))


def is_furniture(text: str) -> bool:
    """Whether the line is an element of the page: a link, button, advert, tag list, credit or fragment."""
    if not any(map(str.isalnum, text)):
        return True
    if len(text) > _MOST_DATE_LINE:
        return False
    key = _key(text)
    return (
        key in phrases.LABELS or text.casefold() in phrases.FRAGMENTS or _is_share_bar(text) or _is_tag_line(text)
        or _is_rights(text) or _READ_TIME.fullmatch(text) is not None
        or (len(text) <= 2 * _MOST_LABEL and _INVITATION.fullmatch(text) is not None)
        or caption_of(text) == ""
    )


def is_related(text: str) -> bool:
    """Whether the line announces teasers of other articles."""
    return len(text) <= _MOST_LABEL and not text.endswith(".") and _key(text) in phrases.RELATED


def related_inline(text: str) -> bool:
    """Whether the line is such an announcement with its teaser: "Read more: Ten things to know"."""
    label, colon, teaser = text.partition(":")
    return bool(colon) and _key(label) in phrases.RELATED and is_teaser(teaser.strip())


def is_teaser(text: str) -> bool:
    """Whether the line could be a headline rather than a sentence of the body."""
    return 0 < len(text) <= _MOST_TEASER and not closes(text)


def is_kicker(text: str) -> bool:
    """Whether the line only names the section: "Politik", "Home > News", or glued as in "NieuwsSpionage"."""
    if len(text) > _MOST_LABEL:
        return False
    parts = [part.strip().casefold() for part in re.split(r"[>/|›»·•]", text)]
    return all(part in phrases.SECTIONS for part in parts) or glued_kicker(text)


def glued_kicker(text: str) -> bool:
    """Whether two labels run together, a section's name being the first."""
    if len(text) > _MOST_LABEL or len(text.split()) > 3:
        return False
    return any(
        text[index].isupper() and text[index - 1].islower() and text[:index].casefold() in phrases.SECTIONS
        for index in range(1, len(text))
    )


def byline(text: str) -> bool:
    """Whether the line only names the writers: "Von Max Muster", with a time to read or not."""
    if len(text) > _MOST_LABEL or closes(text):
        return False
    words = text.split(" - ", maxsplit=1)[0].split("|", maxsplit=1)[0].replace(",", " ").replace(":", " ").split()
    if len(words) < 2:
        return False
    if words[1].casefold() in phrases.OUR and words[0].casefold() in phrases.FROM and len(words) <= _MOST_NAMES:
        return _is_press(words[2:])
    if words[0].casefold() not in phrases.BYLINE_WORDS:
        return False
    names = [word for word in words[1:] if word.casefold() not in phrases.AGENCIES]
    return 0 < len(names) <= 8 and all(name[0].isupper() and not name.isdigit() for name in names) and len(words) > 2


def agency_line(text: str) -> bool:
    """Whether the line only names a paper, an agency or its correspondent: "Regional Press Agency", "(dpa)"."""
    if len(text) > _MOST_LABEL or closes(text):
        return False
    words = text.strip(_SEPARATORS).split()
    wires = [word.strip(_SEPARATORS + "/").casefold() in phrases.WIRES for word in words]
    if not words or not _is_name(text.strip(_SEPARATORS)):
        return all(wires) and bool(words)
    wired = wires[-1] and (all(wires) or words[-1].startswith("("))
    # Decks in title case name papers too, at more length.
    return wired or (1 < len(words) <= _MOST_PAPER and _is_press((words[0], words[-1])))


def date_line(text: str, language: str | None, *, bare: bool, titled: bool = False) -> DateLine | None:
    """Reads a line that is only a date, a label before it, and times or names after it.

    Args:
        bare: Whether a date without a label counts, as in a dateline at the top.
        titled: Whether the title stands above, so that what follows the date cannot be it. Before it a paper, an agency
            or a correspondent is needed: "25 maart 2025 – Correspondent Frankrijk".
    """
    if len(text) > _MOST_DATE_LINE:
        return None
    kind: DateKind | None = "published" if bare else None
    before = _NAME_BEFORE.match(text) if bare and titled else None
    start = before.end() if before else 0
    best: DateLine | None = None
    while start < len(text):
        label = _label_at(text, start)
        if label is not None:
            kind, start = label
        found = date_at(text, start, language)
        if found is None or kind is None:
            return best if best and (_only_trimmings(text[start:]) or (bare and _origin(text, best, titled))) else None
        if best is None or (best.kind == "updated" and kind == "published"):
            best = DateLine(found, kind)
        start = _skip_time(text, found.end)
        kind = None
    return best


def outlet_of(text: str) -> str | None:
    """Returns X of a line "Quelle: X", where X reads as a name."""
    label, colon, name = text.partition(":")
    name = name.strip()
    if not colon or _key(label) not in phrases.OUTLET_LABELS or not _is_name(name) or "://" in name:
        return None
    return name


def caption_of(text: str) -> str | None:
    """Returns the line without the photo credit at its end ("" if it is nothing else), or None if it has none."""
    if len(text) > _MOST_CAPTION:
        return None
    for match in [*_GLUED_CREDIT.finditer(text), *_CREDIT.finditer(text)]:
        before, after = text[: match.start()].rstrip(), text[match.end() :]
        marked = match[0] == "©" or after.lstrip().startswith((":", "©", "/"))
        name = after.strip(" :©/()[]|")
        glued = bool(before) and match.start() == len(before) and not before.endswith("(")
        capitals = name.isupper() or name.casefold() in phrases.AGENCIES
        ended = not before or before.endswith(tuple(".!?…”’\"»([|–-")) or match[0] == "©"
        if _is_name(name) and ended and (marked or capitals or glued):
            return before.rstrip(" ([|–-")
    return None


def _key(text: str) -> str:
    return text.casefold().strip(_OUTER).replace("’", "'")


def _is_share_bar(text: str) -> bool:
    words = text.casefold().replace(",", " ").replace("|", " ").split()
    return 2 <= len(words) <= 12 and all(word in phrases.NETWORKS for word in words)


def _is_tag_line(text: str) -> bool:
    label, colon, rest = text.partition(":")
    if not colon or _key(label) not in phrases.TAG_LABELS or closes(text):
        return False
    return all(len(tag.split()) <= 4 for tag in re.split(r"[,;|#•·]", rest))


def _is_rights(text: str) -> bool:
    folded = text.casefold()
    return any(phrase in folded for phrase in phrases.RIGHTS) and ("©" in text or folded.startswith(
        ("copyright", "(c)", *phrases.RIGHTS)))


def _label_at(text: str, start: int) -> tuple[DateKind, int] | None:
    """The date label that begins at `start`, and where the date after it should begin."""
    begin = start
    while begin < len(text) and text[begin] in _SEPARATORS:
        begin += 1
    rest = text[begin : begin + 40].casefold()
    for labels, kind in ((phrases.UPDATED, "updated"), (phrases.PUBLISHED, "published")):
        length = max((len(label) for label in labels if rest.startswith(label)), default=0)
        after = begin + length
        if length and after < len(text) and text[after] in ": ":
            while after < len(text) and text[after] in ": ":
                after += 1
            return ("updated" if kind == "updated" else "published"), after
    return None


def _skip_time(text: str, start: int) -> int:
    while start < len(text) and text[start] in _SEPARATORS:
        start += 1
    match = _TIME.match(text, start)
    start = match.end() if match else start
    while start < len(text) and text[start] in _SEPARATORS:
        start += 1
    return start


def _only_trimmings(rest: str) -> bool:
    """Whether nothing follows a date but a byline, tags or a time to read, perhaps left empty by the page."""
    rest = rest.strip(_SEPARATORS + ".")
    first, _, others = rest.partition(" ")
    if first.casefold() in phrases.BYLINE_WORDS:
        name, _, tags = others.partition("Tags:")
        return (not name.strip() or _is_name(name.strip())) and (not tags or _is_tag_line(f"Tags:{tags}"))
    return not rest or _is_tag_line(rest) or _READ_TIME.fullmatch(rest) is not None


def _origin(text: str, dated: DateLine, titled: bool) -> bool:
    """Whether nothing follows a date but, parted from it by a sign, who writes, or for whom, or where."""
    parted = _PARTED.match(text, dated.found.end)
    rest = text[parted.end() :].rstrip(_SEPARATORS + ".") if parted else ""
    words = rest.split()
    if not words or len(words) > _MOST_NAMES:
        return False
    named = _is_name(" ".join(word for word in words if word.casefold() not in phrases.JOINING) or rest)
    capital = words[0][0].isupper() and (titled or _is_press(words))
    return byline(rest) or agency_line(rest) or (named and capital)


def _is_press(words: Sequence[str]) -> bool:
    return any(word.strip(_SEPARATORS + "/").casefold() in phrases.PRESS for word in words)


def _is_name(text: str) -> bool:
    words = [word.strip("/.,&()|@-_+") for word in re.split(r"[ /]", text)]
    if not words or len(text) > _MOST_LABEL - 20 or len(words) > 9 or text.endswith((".", "!", "?", ":")):
        return False
    return any(words) and all(
        not word or word[0].isupper() or word.isdigit() or word.casefold() in phrases.AGENCIES for word in words
    )
