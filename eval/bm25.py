"""BM25 as others publish it: the baseline that a reader knows, apart from the library's own word search.

Lucene's form with k1 1.5 and b .75, stop words left out and words stemmed, both by the question's language, as the
bm25s package does it in published tables (Belebele: EN->EN .916, EN->DE .408 nDCG@10).
"""

from __future__ import annotations

import functools
import math
import re
import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from eval.records import ArticleRecord, RankedPassage
from rag.errors import UsageError

__all__ = ["Bm25", "terms"]

_K1: Final = 1.5
_B: Final = 0.75
_WORD: Final = re.compile(r"\w\w+")
_STEMMERS: Final = {"de": "german", "en": "english", "es": "spanish", "fr": "french", "it": "italian", "nl": "dutch",
                    "pt": "portuguese"}
_STOP: Final[dict[str, frozenset[str]]] = {language: frozenset(words.split()) for language, words in {
    "en": "a an and are as at be but by for if in into is it no not of on or such that the their then there these they "
          "this to was will with",
    "de": "aber als am an auch auf aus bei das dass dem den der des die ein eine einem einen einer es für hat im in "
          "ist mit nicht oder sich sie sind und von war werden wie wird zu zum zur",
    "nl": "aan als bij dat de den der die dit door een en er het hun in is maar met naar niet of om ook op te tot uit "
          "van voor was wat werd wordt zich zijn",
    "fr": "au aux avec ce ces dans de des du elle en est et il la le les leur ne ou par pas pour qu que qui sa se ses "
          "son sont sur un une",
    "es": "al como con de del el en es esta este la las lo los no o para pero por que se su sus un una y",
    "it": "al alla che ci con da dal del della delle di e ed gli ha i il in la le lo ma nel nella non o per più si "
          "sono su un una",
    "pt": "ao aos as com como da das de do dos e em foi na nas no nos não o os ou para por que se sua um uma",
}.items()}


@dataclass(frozen=True, slots=True)
class _Posting:
    row: int
    score: float


class Bm25:
    """Ranks the passages of a library; safe to use from several threads.

    Args:
        articles: As stored.
    """

    def __init__(self, articles: Iterable[ArticleRecord]) -> None:
        self._passages = [RankedPassage(item.article_id, item.version, span.start, span.end, 0.0)
                          for item in articles for span in item.passages]
        texts = {(item.article_id, item.version): item.text for item in articles}
        self._texts = [texts[item.article_id, item.version][item.start : item.end] for item in self._passages]
        self._lock = threading.Lock()
        self._indexes: dict[str, dict[str, list[_Posting]]] = {}

    def search(self, question: str, language: str, k: int) -> tuple[RankedPassage, ...]:
        """Returns the `k` best passages that share a word with the question, ties in the order of the articles."""
        with self._lock:
            if language not in self._indexes:
                self._indexes[language] = _index(self._texts, language)
            index = self._indexes[language]
        scores: dict[int, float] = {}
        for term in terms(question, language):
            for posting in index.get(term, ()):
                scores[posting.row] = scores.get(posting.row, 0.0) + posting.score
        best = sorted(scores, key=lambda row: (-scores[row], row))[:k]
        return tuple(RankedPassage(item.article_id, item.version, item.start, item.end, round(scores[row], 5))
                     for row in best for item in (self._passages[row],))


def terms(text: str, language: str) -> list[str]:
    """Returns the stems of a text's words, stop words left out.

    Raises:
        UsageError: nltk is not installed.
    """
    stop = _STOP.get(language, frozenset[str]())
    return [_stem(word, language) for word in _WORD.findall(text.lower()) if word not in stop]


def _index(texts: Sequence[str], language: str) -> dict[str, list[_Posting]]:
    counted = [Counter(terms(text, language)) for text in texts]
    lengths = [count.total() for count in counted]
    mean = sum(lengths) / max(1, len(lengths))
    held = Counter(term for count in counted for term in count)
    index: dict[str, list[_Posting]] = {}
    for row, count in enumerate(counted):
        norm = _K1 * (1 - _B + _B * lengths[row] / mean) if mean else _K1
        for term, often in count.items():
            weight = math.log(1 + (len(texts) - held[term] + 0.5) / (held[term] + 0.5))
            index.setdefault(term, []).append(_Posting(row, weight * often / (often + norm)))
    return index


@functools.lru_cache(maxsize=65_536)
def _stem(word: str, language: str) -> str:
    stemmer = _stemmer(language)
    return word if stemmer is None else str(stemmer.stem(word))


@functools.lru_cache
def _stemmer(language: str) -> Any:
    if language not in _STEMMERS:
        return None
    try:
        from nltk.stem.snowball import SnowballStemmer
    except ImportError:
        raise UsageError("The package nltk is not installed.",
                         "Install it with: pip install 'newscite[eval]'") from None
    return SnowballStemmer(_STEMMERS[language])
