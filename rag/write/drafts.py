"""A stream of text pieces -> drafts: each sentence as soon as it is surely complete, with the markers it ends in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rag.chunk import sentence_spans
from rag.write.model import Draft

__all__ = ["Drafter"]

_LONGEST_SENTENCE = 2_000
_MOST_MARKERS = 20
_LABEL = r"(?:(?:evidence|excerpt|source|quote|citation|beleg|auszug|quelle|zitat|bron|fragment|citaat|extrait)\s{0,2})"
_NUMBERS = r"\^?\s{0,2}" + _LABEL + r"?\#?\s{0,2}\d{1,3}(?:\s{0,2}[,;–&-]\s{0,2}" + _LABEL + r"?\#?\d{1,3}){0,20}"
# A bracket before "(" or ":" is a markdown link: it stays in the text, for the checks to refuse.
_MARKER = re.compile(
    r"\s{0,3}(?:\[" + _NUMBERS + r"\s{0,2}\](?![(:])|【" + _NUMBERS + r"[^】\n]{0,20}】)", re.IGNORECASE
)
_AFTER_STOP = re.compile(r"([.!?…][\"»”’')]{0,3})((?:" + _MARKER.pattern + r"){1,10})\s{0,3}(?=\S|\Z)", re.IGNORECASE)
_OPEN_BRACKET = re.compile(r"\s{0,3}[\[【][^\]】]{0,60}\Z")
_RANGE = re.compile(r"(\d{1,3})\s{0,2}[–-]\s{0,2}\D{0,12}(\d{1,3})|(\d{1,3})")
_LINE_MARKS = re.compile(r"\s{0,20}(?:(?:[-*•–]|\d{1,2}[.)])\s{1,4}|>\s{0,4}){1,3}")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s|\s{0,3}(?:-{3,}|\*{3,}|={3,}|_{3,})\s*\Z")
_LEAD = re.compile(r"\s{0,3}(?:answer|antwort|antwoord|réponse|respuesta|risposta|resposta)\s?:\s?", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)\*(?=\w)|(?<=[\w.,!?])\*(?!\w)")
_SPACE_BEFORE = re.compile(r"(?<!\s)\s+([.,;:!?…])(?=\s|\Z|[\"»”])")
_SPACES = re.compile(r"\s+")
_THINK, _THOUGHT = "<think>", "</think>"


class Drafter:
    """Takes pieces as they come and gives drafts; one instance for one answer.

    A marker after the full stop belongs to the sentence before it. Headings, list signs, emphasis and thoughts are
    left out.

    Args:
        language: ISO 639-1, for abbreviations that end in a full stop.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._thoughts = _ThoughtFilter()
        self._pending = ""
        self._held: str | None = None
        self._line_begins = True

    def feed(self, piece: str) -> Iterator[Draft]:
        """Yields the drafts that this piece completes."""
        text = self._thoughts.feed(piece.replace("\r", "\n"))
        if not text:
            return
        self._pending += text
        yield from self._lines()
        if self._may_end_a_sentence(text):
            yield from self._sentences()
        if self._pending.strip() and not _OPEN_BRACKET.match(self._pending) and not _MARKER.match(self._pending):
            yield from self._release()

    def finish(self, whole: bool) -> Iterator[Draft]:
        """Yields what is left.

        Args:
            whole: Whether the model stopped by itself. Else the last sentence is left out, unless its marker ends it.
        """
        self._pending += self._thoughts.rest()
        *complete, last = self._segments(self._pending) or [""]
        for sentence in complete:
            yield from self._complete(sentence)
        closed = bool(re.search(r"[\]】]\s{0,3}[.!?…][\"»”’')]{0,3}\s*\Z", last))
        if last.strip() and (whole or closed or _is_marker(last)):
            yield from self._complete(last)
        yield from self._release()
        self._pending = ""

    def _may_end_a_sentence(self, text: str) -> bool:
        return len(self._pending) > _LONGEST_SENTENCE or any(character in " .!?…:])】" for character in text)

    def _lines(self) -> Iterator[Draft]:
        """Takes all complete lines: a line break always ends a sentence."""
        *lines, self._pending = self._pending.split("\n")
        for line in lines:
            for sentence in self._segments(line):
                yield from self._complete(sentence)
            self._line_begins = True

    def _sentences(self) -> Iterator[Draft]:
        """Takes the sentences of the line under way that another word follows: "am 6." may go on with "Oktober"."""
        if len(self._pending) > _LONGEST_SENTENCE:
            cut, self._pending = self._pending, ""
            yield from self._complete(cut)
            return
        *complete, rest = self._segments(self._pending) or [""]
        if complete and len(rest.split()) > 1 and not _OPEN_BRACKET.match(rest):
            self._pending, self._line_begins = rest, False
            for sentence in complete:
                yield from self._complete(sentence)

    def _segments(self, text: str) -> list[str]:
        """Sentences of a line or of what is left of it, markers that follow a full stop put before it."""
        if self._line_begins:
            text = _without_line_marks(text)
        joined = _AFTER_STOP.sub(lambda found: f" {found[2].strip()}{found[1]} ", text)
        starts = [_before_quote(joined, span.start) for span in sentence_spans(joined, self._language)]
        return [joined[start:end] for start, end in pairwise([*starts, len(joined)])]

    def _complete(self, sentence: str) -> Iterator[Draft]:
        if _is_marker(sentence) and self._held is not None:
            self._held += sentence
            return
        yield from self._release()
        self._held = sentence

    def _release(self) -> Iterator[Draft]:
        held, self._held = self._held, None
        draft = _draft(held) if held is not None else None
        if draft is not None:
            yield draft


class _ThoughtFilter:
    """Leaves out what stands between <think> and </think>, however the pieces cut the tags."""

    def __init__(self) -> None:
        self._kept = ""
        self._thinking = False

    def feed(self, piece: str) -> str:
        self._kept += piece
        shown: list[str] = []
        while True:
            tag = _THOUGHT if self._thinking else _THINK
            before, found, after = self._kept.partition(tag)
            if not found:
                break
            if not self._thinking:
                shown.append(before)
            self._kept, self._thinking = after, not self._thinking
        split = _tag_begun(self._kept, tag)
        if not self._thinking:
            shown.append(self._kept[:split])
        self._kept = self._kept[split:]
        return "".join(shown)

    def rest(self) -> str:
        kept, self._kept = self._kept, ""
        return "" if self._thinking else kept


def _tag_begun(text: str, tag: str) -> int:
    """Returns where a tag begins that the end of the text cuts off, or the text's length."""
    for size in range(min(len(tag) - 1, len(text)), 0, -1):
        if text.endswith(tag[:size]):
            return len(text) - size
    return len(text)


def _without_line_marks(line: str) -> str:
    """A line without list signs and lead-in; nothing of a heading."""
    if _HEADING.match(line):
        return ""
    marks = _LINE_MARKS.match(line)
    rest = line[marks.end() :] if marks else line
    lead = _LEAD.match(rest)
    return rest[lead.end() :] if lead else rest


def _before_quote(text: str, start: int) -> int:
    """A quotation mark that a space parts from the sentence before opens this one, though its end is not here yet."""
    bare = len(text[max(0, start - 3) : start].rstrip())
    mark = max(0, start - 3) + bare - 1
    return mark if 0 < mark < start and text[mark] == '"' and text[mark - 1].isspace() else start


def _is_marker(sentence: str) -> bool:
    return not _MARKER.sub("", sentence).strip(" .\t\n")


def _draft(sentence: str) -> Draft | None:
    markers: dict[int, None] = {}
    for marker in _MARKER.finditer(sentence):
        for first, last, single in _RANGE.findall(marker[0]):
            low, high = (int(first), int(last)) if first else (int(single), int(single))
            markers.update(dict.fromkeys(range(low, min(high, low + _MOST_MARKERS) + 1)))
    text = _EMPHASIS.sub("", _MARKER.sub("", sentence))
    text = _SPACES.sub(" ", _SPACE_BEFORE.sub(r"\1", text)).strip()
    # "Here is the translation:" leads in what follows, and says nothing.
    if not any(character.isalnum() for character in text) or (not markers and text.endswith(":")):
        return None
    return Draft(_unquoted(text), tuple(markers)[:_MOST_MARKERS])


def _unquoted(text: str) -> str:
    """Takes away quotation marks around the whole sentence, which models copy from the prompt."""
    for opening, closing in ('""', "“”", "„“", "«»", "»«"):
        inner = text[1:-1]
        if text.startswith(opening) and text.endswith(closing) and opening not in inner and closing not in inner:
            return inner.strip()
    return text
