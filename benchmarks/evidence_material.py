"""What ``benchmarks.evidence`` measures on: searched questions whose answering sentences are known.

Two sources. Belebele labels passages only, so the sentence is inferred from the correct option's text, never from the
question, and kept where the English and the German passage, judged apart, name the same one. And evidence_cases.jsonl:
invented articles in English, German and Dutch, whose questions name their sentences, half of which lean on another.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.belebele import LANGUAGES, in_calibration_half, load_belebele
from benchmarks.encoded import Pool, encode, join, see, signals
from rag.chunk import sentence_spans, split
from rag.score import Reference, bank_bias, build_reference, confidence, load_reference, passage_scores, words
from rag.score import reference_texts as texts_of_reference
from rag.search import Found, FoundPassage
from rag.types import Article, Block, BlockKind, Embedder, Passage, PassageSpan, Vectors

__all__ = ["Case", "Shelf", "belebele_cases", "invented_cases", "key", "make_reference"]

CASES = Path(__file__).with_name("evidence_cases.jsonl")
_PASSAGES = 10
_CLEAR = 0.02
"""How much nearer (cosine) the answer must be to its sentence than to the next; the median of all is about .03."""
_TELLING = 0.5
_NEGATED = re.compile(r"\bnot\b|n['’]t\b|\bexcept|\bfalse\b|\bincorrect|\buntrue|\bleast\b", re.IGNORECASE)
_REASON = re.compile(r"\bwhy\b|\breason|\bcause|\bbecause\b|\bdue to\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Case:
    """A question after its search.

    Attributes:
        kind: Which part of the material; figures are shown for each.
        story: Cases of one story hang together.
        calibration: Whether constants may be found on it.
        gold: `key` of each sentence that the answer needs.
        topic: Ids of the articles that are about the matter.
    """

    kind: str
    story: str
    calibration: bool
    found: Found
    gold: frozenset[str]
    topic: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Passages of any articles with their vectors, to make libraries from."""

    passages: tuple[Passage, ...]
    pool: Pool

    def search(self, question: str, language: str, vector: Vectors, rows: Sequence[int],
               reference: Reference) -> Found:
        """Searches the library of these rows as `rag.search` does, all of its passages being candidates."""
        own = np.asarray(rows, dtype=np.int64)
        seen = signals(see(self.pool, question, vector, language), own)
        scores = passage_scores(seen, reference)
        ends = np.append(self.pool.starts[1:], len(self.pool.sentences))
        found: list[FoundPassage] = []
        for at in np.argsort(-scores, kind="stable")[:_PASSAGES]:
            row = own[at]
            sentences = self.pool.sentences[self.pool.starts[row] : ends[row]]
            passage = replace(self.passages[row], score=float(scores[at]), dense=float(seen.dense[at]),
                              lexical=float(seen.lexical[at]))
            found.append(FoundPassage(passage, sentences @ vector, sentences))
        return Found(question, language, vector, tuple(found), confidence(vector, seen, reference))


def key(article_id: str, start: int) -> str:
    """Names a sentence."""
    return f"{article_id}@{start}"


def make_reference(embedder: Embedder) -> Reference:
    """Returns the reference of the model, encoded where none ships for it."""
    texts = texts_of_reference()
    return load_reference(embedder.identity) or build_reference(
        encode(texts.questions, embedder, "questions"), encode(texts.passages, embedder, "passages"))


def belebele_cases(folder: Path, embedder: Embedder, reference: Reference) -> list[Case]:
    """Asks the documents of each half: English questions of English and of German ones, German ones of a mixture."""
    data = load_belebele(folder)
    shelves = [shelve([plain(f"{language}-{number}", language, text)
                       for number, text in enumerate(data.passages[language])], embedder, reference)
               for language in LANGUAGES]
    records = _records(folder / "questions.jsonl")
    documents = [question.document for question in data.questions]
    gold = _agreed([_answering([record["answers"][min(at, len(record["answers"]) - 1)] for record in records],
                               documents, shelf, embedder) for at, shelf in enumerate(shelves)], documents, shelves)
    asked = [number for number, at in enumerate(gold)
             if at is not None and not _NEGATED.search(data.questions[number].texts["en"])]
    print(f"Belebele: {len(records)} questions, {sum(at is not None for at in gold)} with a clear sentence, "
          f"{len(asked)} of these without a negation")
    shelf = Shelf(shelves[0].passages + shelves[1].passages, join(shelves[0].pool, shelves[1].pool))
    count = len(data.passages["en"])
    chance = np.random.default_rng(3).integers(0, 2, count)
    cases: list[Case] = []
    for name, side in (("en->en", chance * 0), ("en->de", chance * 0 + 1), ("de->mixed", chance)):
        vectors = encode([question.texts[name[:2]] for question in data.questions], embedder, "questions")
        for number in asked:
            question, at = data.questions[number], gold[number] or 0
            half = in_calibration_half(question.document)
            rows = [row + int(side[row]) * count for row in range(count) if in_calibration_half(row) is half]
            found = shelf.search(question.texts[name[:2]], name[:2], vectors[number], rows, reference)
            passage = shelf.passages[question.document + int(side[question.document]) * count]
            kind = f"{name} why" if _REASON.search(question.texts["en"]) else name
            needed = key(passage.article_id, passage.sentences[at].start)
            cases.append(Case(kind, str(question.document), half, found, frozenset({needed}),
                              frozenset({passage.article_id})))
    return cases


def invented_cases(embedder: Embedder, reference: Reference) -> list[Case]:
    """Asks the invented articles: the two of a story alone, and all of a half."""
    records = _records(CASES)
    articles = [record for record in records if record["kind"] == "article"]
    questions = [record for record in records if record["kind"] == "question"]
    shelf = shelve([plain(record["id"], record["language"], record["text"]) for record in articles], embedder,
                   reference, whole=False)
    vectors = encode([record["question"] for record in questions], embedder, "questions")
    of = {record["id"]: record for record in articles}
    cases: list[Case] = []
    for asked, vector in zip(questions, vectors, strict=True):
        gold = frozenset(
            key(passage.article_id, span.start) for passage in shelf.passages for span in passage.sentences
            if passage.text[span.start - passage.start : span.end - passage.start] in asked["gold"])
        if len(gold) != len(asked["gold"]):
            raise ValueError(f"not every gold sentence is a sentence: {asked['question']}")
        topic = frozenset(name for name, record in of.items() if record["story"] == asked["story"])
        for library, field in (("2", "story"), ("6", "half")):
            rows = [row for row, passage in enumerate(shelf.passages)
                    if of[passage.article_id][field] == asked[field]]
            found = shelf.search(asked["question"], asked["language"], vector, rows, reference)
            cases.append(Case(f"{asked['need']} of {library}", asked["story"], asked["half"] == "calibration", found,
                              gold, topic))
    print(f"invented: {len(articles)} articles, {len(questions)} questions")
    return cases


def plain(name: str, language: str, text: str) -> Article:
    blocks: list[Block] = []
    start = 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(start, start + len(paragraph), BlockKind.PARAGRAPH))
        start += len(paragraph) + 2
    return Article(name, name, text, tuple(blocks), None, language, None, None, None, None, None, name)


def shelve(articles: Sequence[Article], embedder: Embedder, reference: Reference, *, whole: bool = True) -> Shelf:
    passages: list[Passage] = []
    for article in articles:
        for span in [_whole(article)] if whole else split(article):
            passages.append(Passage(
                len(passages), article.name, 1, None, None, None, None, article.language, None, None,
                article.text[span.start : span.end], span.start, span.end, 0.0, sentences=span.sentences))
    sentences = [passage.text[span.start - passage.start : span.end - passage.start]
                 for passage in passages for span in passage.sentences]
    vectors = encode([passage.text for passage in passages], embedder, "passages")
    counts = [len(passage.sentences) for passage in passages]
    return Shelf(tuple(passages), Pool(
        vocabulary=tuple(frozenset(words(passage.text)) for passage in passages),
        vectors=vectors,
        sentences=encode(sentences, embedder, "passages"),
        starts=np.cumsum([0, *counts[:-1]]),
        bias=bank_bias(vectors, reference.bank),
        languages=np.array([passage.language for passage in passages]),
    ))


def _whole(article: Article) -> PassageSpan:
    """Keeps a document of Belebele one passage, as `benchmarks.material` does; fragments are left out as in `split`."""
    spans = sentence_spans(article.text, article.language)
    return PassageSpan(0, len(article.text),
                       tuple(span for span in spans if sum(map(str.isalpha, span.of(article.text))) >= 10) or spans)


def _answering(answers: Sequence[str], documents: Sequence[int], shelf: Shelf, embedder: Embedder) -> list[int | None]:
    """Returns for each answer which sentence of its document says it; None where that is not clear.

    The nearest sentence is taken where it is clearly nearest and no other has more of the answer's words, or where it
    has most of the words and no other has nearly as many.
    """
    vectors = encode(answers, embedder, "passages")
    ends = np.append(shelf.pool.starts[1:], len(shelf.pool.sentences))
    found: list[int | None] = []
    for answer, document, vector in zip(answers, documents, vectors, strict=True):
        cosines = shelf.pool.sentences[shelf.pool.starts[document] : ends[document]] @ vector
        if len(cosines) < 2:
            found.append(None)
            continue
        passage = shelf.passages[document]
        shares = np.array([_share(answer, span.of(passage.text)) for span in passage.sentences])
        best = int(np.argmax(cosines))
        others, rivals = np.delete(cosines, best), np.delete(shares, best)
        clear = cosines[best] - others.max() >= _CLEAR and shares[best] >= rivals.max()
        told = shares[best] >= _TELLING and shares[best] - rivals.max() >= _TELLING / 2
        found.append(best if clear or told else None)
    return found


def _share(answer: str, sentence: str) -> float:
    """Returns how many of the answer's words the sentence has; inflections count, and short words do not."""
    held = {word[:5] for word in words(sentence)}
    wanted = {word[:5] for word in words(answer) if len(word) > 3 or any(map(str.isdigit, word))}
    return len(wanted & held) / len(wanted) if wanted else 0.0


def _agreed(named: Sequence[Sequence[int | None]], documents: Sequence[int], shelves: Sequence[Shelf]
            ) -> list[int | None]:
    """Keeps what both languages name, in documents that have as many sentences in both."""
    english, german = shelves
    both = [number for number, (one, other) in enumerate(zip(*named, strict=True))
            if one is not None and other is not None
            and len(english.passages[documents[number]].sentences) == len(german.passages[documents[number]].sentences)]
    agreed = {number for number in both if named[0][number] == named[1][number]}
    clear = [sum(at is not None for at in items) for items in named]
    print(f"Belebele: clear in English {clear[0]}, in German {clear[1]}, in both {len(both)}, "
          f"of which {len(agreed)} name the same sentence")
    return [at if number in agreed else None for number, at in enumerate(named[0])]


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
