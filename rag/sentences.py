"""A text to its sentences: sentencex, mended where it was measured wrong on news in the spoken languages."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import cast

import sentencex

from rag.types import Span

__all__ = ["sentence_spans"]

# The package is compiled and has no type stubs.
_segment = cast("Callable[[str, str], list[str]]", sentencex.segment)  # pyright: ignore[reportAttributeAccessIssue]

_MOST_SENTENCE = 1200
# Quoted speech of several sentences is one sentence to sentencex; beyond this length it is taken apart again.
_MOST_QUOTED = 600
# sentencex takes quadratic time over quote marks, so it is shown a window at a time.
_WINDOW = 1600

_BREAK = re.compile(r"\n\s*\n")
_QUOTES = "\"“”„‟«»‹›‘’‚"
_NO_QUOTES = str.maketrans(dict.fromkeys(_QUOTES, " "))
_CLOSERS = "\"”’“»«›‹)]"
_OPENERS = _QUOTES + "([-–— "
_LAST_WORD = re.compile(r"(\S+)$")
_FULL_STOP = re.compile(r"(?<=\S)[.!?…][\"”’“»«›)\]]* (?=[\"“„«»‘‚(¿¡]*['’]?[^\W\d_])")
_FIRST_WORD = re.compile(r"[\"“„«»‘‚(¿¡]*(['’]?[^\W\d_]+)")
# Dutch sentences may begin "'s Avonds" or "’t Is".
_CLITIC = re.compile(r"['’‘][stkmn]\s[^\W\d_]")
_BALANCED = re.compile("[\"“”„«»]")

# Abbreviations that stand before a name or a number and that sentencex does not know; they end no sentence.
_BEFORE_A_NAME: dict[str, frozenset[str]] = {
    "de": frozenset("fa. hr. fr. frl. prof. dr. ing. dipl.-ing. hl. st. nr. art. abs. bd. kap. ca. vgl. bzw. inkl. "
                    "exkl. sog. gen. geb. verst. ggf. evtl. insb. o.g. u.a. d.h. z.b. i.d.r. mrd. mio. tel. str. "
                    "abb. jh. rd. dt. engl. frz. mag. rer. nat. med. jur. phil. pol. ehem. stv. lt. gem.".split()),
    "nl": frozenset("mr. mrs. mevr. dhr. drs. ir. ing. prof. dr. ds. jhr. mgr. st. nr. art. blz. o.a. d.w.z. bijv. "
                    "bv. m.b.t. t.a.v. n.a.v. i.v.m. t.o.v. z.g. zgn. ca. resp. incl. excl. dr. gen. kol. kapt. "
                    "mln. mld. min. max. ong. vgl. zg. m.m.v. i.s.m. a.d.h.v. vz. wnd.".split()),
    "fr": frozenset("m. mm. mme. mlle. mgr. me. dr. pr. st. ste. no. art. av. env. p. ex. cf. gén. col. cap.".split()),
    "es": frozenset("sr. sra. srta. sres. d. dña. dr. dra. prof. ing. lic. gral. núm. art. pág. ee. uu. p. "
                    "ej.".split()),
    "it": frozenset("sig. sig.ra. dott. dott.ssa. prof. ing. avv. on. sen. art. n. pag. s.".split()),
    "pt": frozenset("sr. sra. dr. dra. prof. eng. exmo. d. n. art. pág.".split()),
    "en": frozenset("mr. mrs. ms. dr. prof. rev. hon. gen. col. capt. lt. sgt. maj. cmdr. gov. sen. rep. pres. st. "
                    "no. vs. fig. messrs. e.g. i.e. approx. supt. insp. det. adm. brig. cpl. pvt. amb. atty.".split()),
}
_GERMAN_BEFORE_ORDINAL = frozenset(
    "der die das dem den des am im vom zum zur beim bis ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner "
    "unser unsere jeder jede jedes jeden jedem ein eine einen einem dieser diese diesem diesen ab seit".split()
)
# Words that sentencex takes for abbreviations ("vol." for volume) though they mostly just end a sentence.
_ORDINARY: dict[str, frozenset[str]] = {
    "en": frozenset("me no ill art miss fed may ok".split()),
    "de": frozenset("mich usw art".split()),
    "nl": frozenset("vol ver min max bel best pas red al no bet pers art".split()), "fr": frozenset(("art",)),
    "es": frozenset("no bien mar art".split()), "it": frozenset(("art", "no")), "pt": frozenset(("art",)),
}
# Capitals here mean that a sentence begins, whatever abbreviation ended the last.
_STARTERS: dict[str, frozenset[str]] = {
    "en": frozenset("The A An It He She They We I You This That These Those There In On At But And Yet His Her "
                    "Their When After Before While If As For With By From What Why How".split()),
    "de": frozenset("Der Die Das Den Dem Ein Eine Es Er Sie Wir Ich Ihr Man Dies Diese Dieser In Im Am Auf Aber "
                    "Und Doch Auch Nach Vor Mit Für Bei Zu Wenn Als Seit So Da Dann Damit Was Wie Warum".split()),
    "nl": frozenset("De Het Een Dat Die Dit Deze Er Hij Zij Ze We Wij Ik In Op Aan Maar En Ook Na Voor Met Bij Als "
                    "Toen Daar Dan Zo Volgens Wat Hoe Waarom".split()),
    "fr": frozenset("Le La Les Un Une Il Elle Ils Elles On Nous Ce Cette Ces Dans En Sur Mais Et Pour Avec Après "
                    "Selon Si".split()),
    "es": frozenset("El La Los Las Un Una Lo Se En Con Por Para Pero Y Su Sus Este Esta Según Si No".split()),
    "it": frozenset("Il La Lo Gli Le Un Una In Con Per Ma Se Non Questo Questa Secondo".split()),
    "pt": frozenset("O A Os As Um Uma Em No Na Com Por Para Mas Se Não Este Esta Segundo".split()),
}


def sentence_spans(text: str, language: str | None) -> tuple[Span, ...]:
    """Returns the sentences of `text`, in order, not overlapping, without white space at their ends.

    Together they hold every non-space character. None is longer than about 1,200 characters: what a text gives as one
    longer sentence is cut, at a space where there is one. Time is linear in the text's length.

    Args:
        language: ISO 639-1, for abbreviations and quote marks; None is read as English.
    """
    code = language or "en"
    spans: list[Span] = []
    begin = 0
    for end in (*(match.start() for match in _BREAK.finditer(text)), len(text)):
        start = begin
        for stop in _ends(text, begin, end, code):
            spans.extend(_trimmed(text, start, stop))
            start = stop
        begin = end
    return tuple(spans)


def _ends(text: str, start: int, end: int, language: str) -> Iterator[int]:
    """Yields where the sentences of ``text[start:end]`` end, white space after them included; the last is `end`."""
    while start < end:
        window = text[start : min(start + _WINDOW, end)]
        ends = _window_ends(window, language)
        if start + len(window) < end:
            # The window cut its last sentence: that one begins the next window, or is too long for any.
            ends = ends[:-1] or [_cut(window)]
        for position in _not_too_long(window, ends):
            yield start + position
        start += ends[-1]


def _window_ends(window: str, language: str) -> list[int]:
    if not any(map(str.isalnum, window)):
        return [len(window)]
    flat = "".join(" " if char.isspace() else char for char in window)
    ends = _mended(flat, sorted({*_raw_ends(flat, language), *_missed(flat, language)}), language)
    result: list[int] = []
    start = 0
    for end in ends:
        if end - start > _MOST_QUOTED:
            inner = _mended(flat[start:end], _unquoted_ends(flat[start:end], language), language)
            result.extend(start + position for position in inner)
        else:
            result.append(end)
        start = end
    return result


def _raw_ends(flat: str, language: str) -> list[int]:
    ends = list(itertools.accumulate(len(piece) for piece in _segment(language, flat)))
    return ends if ends and ends[-1] == len(flat) else [*(end for end in ends if end < len(flat)), len(flat)]


def _unquoted_ends(sentence: str, language: str) -> list[int]:
    """Ends found as if there were no quote marks, each moved to the first space after the full stop."""
    ends: list[int] = []
    for end in _raw_ends(sentence.translate(_NO_QUOTES), language)[:-1]:
        stop = len(sentence[:end].rstrip(_QUOTES + " "))
        space = sentence.find(" ", stop, end)
        if space > 0:
            ends.append(space + 1)
    return [*dict.fromkeys(ends), len(sentence)]


def _missed(flat: str, language: str) -> Iterator[int]:
    """Yields ends that sentencex took for abbreviations, unless they lie inside a quotation."""
    ordinary, starters = _ORDINARY.get(language, frozenset[str]()), _STARTERS.get(language, frozenset[str]())
    names = _BEFORE_A_NAME.get(language, frozenset[str]())
    marks = seen = 0
    for match in _FULL_STOP.finditer(flat):
        marks += len(_BALANCED.findall(flat, seen, match.end()))
        seen = match.end()
        first, last = _FIRST_WORD.match(flat, match.end()), _LAST_WORD.search(flat[: match.start()][-40:])
        single = flat.rfind("‘", 0, match.start()) > flat.rfind("’", 0, match.end()) and language != "de"
        if marks % 2 or single or first is None or last is None:
            continue
        word = last[1].lstrip(_OPENERS)
        title = (f"{word.casefold()}." in names or len(word) == 1) and word not in ordinary
        begins = (first[1] in starters and not title) or (word in ordinary and first[1][0].isupper())
        if begins or _CLITIC.match(flat, match.end()):
            yield match.end()


def _mended(flat: str, ends: Sequence[int], language: str) -> list[int]:
    """Takes back the ends that are none, and gives a closing quote mark to the sentence that it closes."""
    kept: list[int] = []
    start = 0
    for position in ends[:-1]:
        end = _past_closers(flat, _before_opener(flat, start, position), language)
        if end > start and not _continues(flat[start:end].rstrip(), flat[end : end + 60], language):
            kept.append(end)
            start = end
    return [*kept, ends[-1]]


def _before_opener(flat: str, start: int, end: int) -> int:
    """Moves an end back before an opening mark that stands after a space: it opens the next sentence."""
    stop = len(flat[start:end].rstrip(" ")) + start
    opens = stop - 2 > start and flat[stop - 1] in "„‚“‘«¿¡(" and flat[stop - 2] == " "
    return stop - 1 if opens else end


def _past_closers(flat: str, end: int, language: str) -> int:
    """Moves an end over the closing marks that follow it: a mark with a space after it opens nothing.

    French alone puts a space inside its guillemets.
    """
    closers = _CLOSERS.replace("«", "") if language == "fr" else _CLOSERS + "‘"
    position = end
    while position < len(flat) and flat[position] in closers:
        position += 1
    follows = position == len(flat) or flat[position] in " ,;.!?"
    return position if position > end and follows else end


def _continues(before: str, after: str, language: str) -> bool:
    """Whether what follows belongs to the sentence `before`, which sentencex held to be complete."""
    following = after.lstrip(_OPENERS)
    if not following or not any(map(str.isalnum, before[-200:])):
        return True
    if _CLITIC.match(after):
        return False
    if following[0].islower() or following[0] in ",;:.!?…":
        return True
    match = _LAST_WORD.search(before[-40:])
    word = match[1].lstrip(_OPENERS).casefold() if match else ""
    ordinary = word[:-1] in _ORDINARY.get(language, ()) and following[0].isalpha()
    if word in _BEFORE_A_NAME.get(language, ()) and not ordinary:
        return True
    if language == "de" and word[:-1].isdigit() and len(word) <= 4 and word.endswith("."):
        previous = before[: len(before) - len(word)].rstrip().rsplit(" ", 1)[-1]
        return previous.casefold() in _GERMAN_BEFORE_ORDINAL
    return False


def _not_too_long(window: str, ends: Sequence[int]) -> Iterator[int]:
    start = 0
    for end in ends:
        while end - start > _MOST_SENTENCE:
            start += _cut(window[start : start + _MOST_SENTENCE])
            yield start
        yield end
        start = end


def _cut(text: str) -> int:
    """Where to cut a sentence that is too long: after a comma or the like near the limit, a space, or at the limit."""
    limit = min(len(text), _MOST_SENTENCE)
    for mark in ("; ", ", ", " "):
        found = text.rfind(mark, limit // 2 if mark != " " else 1, limit)
        if found > 0:
            return found + len(mark)
    return limit


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    if begin < end:
        yield Span(begin, start + len(piece.rstrip()))
