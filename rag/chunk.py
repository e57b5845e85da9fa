"""Articles to passages and sentences, by exact offsets into the stored text."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from rag.sentences import sentence_spans
from rag.types import Article, Block, BlockKind, PassageSpan, Span

__all__ = ["sentence_spans", "split"]

_FEWEST_LETTERS = 10
_SHORT = 350
_MOST_HEADINGS = 250


def split(article: Article, max_chars: int = 900) -> tuple[PassageSpan, ...]:
    """Cuts an article into passages of about 350 to `max_chars` characters, on borders of paragraphs and sentences.

    Each non-space character of each paragraph lies in exactly one passage, and in one sentence of it. A passage may
    begin with the heading above it; it crosses no heading and no caption. Only a sentence that is itself longer than
    `max_chars` makes a longer passage.
    """
    passages: list[PassageSpan] = []
    for headings, paragraphs in _sections(article.blocks):
        parts: list[list[Span]] = []
        for block in paragraphs:
            body = article.text[block.start : block.end]
            sentences = [
                Span(block.start + span.start, block.start + span.end)
                for span in sentence_spans(body, article.language)
            ]
            parts.extend(_even_parts(sentences, max_chars))
        joined = _join_short(parts, max_chars)
        for index, sentences in enumerate(joined):
            start = sentences[0].start
            if index == 0 and headings and start - headings[0].start <= _MOST_HEADINGS:
                start = headings[0].start
            passages.append(PassageSpan(start, sentences[-1].end, _telling(article.text, sentences)))
    return tuple(passages)


def _telling(text: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """Leaves out fragments ("Really?", a lone quote mark): they are near to every question and prove nothing."""
    telling = tuple(span for span in sentences if sum(map(str.isalpha, span.of(text))) >= _FEWEST_LETTERS)
    return telling or tuple(sentences)


def _sections(blocks: Sequence[Block]) -> Iterator[tuple[list[Block], list[Block]]]:
    """Yields runs of neighbouring paragraphs, each with the headings right above it."""
    if not any(block.kind is BlockKind.PARAGRAPH for block in blocks):
        # A page that is all headline has nothing else to answer from.
        yield [], list(blocks)
        return
    headings: list[Block] = []
    for kind, group in itertools.groupby(blocks, key=lambda block: block.kind):
        run = list(group)
        if kind is BlockKind.PARAGRAPH:
            yield headings, run
        headings = run if kind is BlockKind.HEADING else []


def _even_parts(sentences: Sequence[Span], max_chars: int) -> Iterator[list[Span]]:
    """Yields the sentences of a paragraph in as few parts as fit, about equally long."""
    if not sentences:
        return
    total = sentences[-1].end - sentences[0].start
    target = total / -(-total // max_chars)
    part: list[Span] = []
    for sentence in sentences:
        if part:
            length, longer = part[-1].end - part[0].start, sentence.end - part[0].start
            # Past the target it stops where that is nearer to the target than going on.
            if longer > max_chars or (longer > target and longer - target > target - length):
                yield part
                part = []
        part.append(sentence)
    yield part


def _join_short(parts: Sequence[list[Span]], max_chars: int) -> list[list[Span]]:
    joined: list[list[Span]] = []
    for part in parts:
        if joined:
            last = joined[-1]
            shorter = min(last[-1].end - last[0].start, part[-1].end - part[0].start)
            if shorter < _SHORT and part[-1].end - last[0].start <= max_chars:
                last.extend(part)
                continue
        joined.append(list(part))
    return joined
