"""Questions that ask for a yes or a no, and claims that answer them by saying the question again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rag.check.cues import cue_words, places
from rag.check.denial_words import DENIAL_WORDS
from rag.check.modal_words import MODAL_WORDS
from rag.check.numbers import Source
from rag.check.polarity import denies, rejects
from rag.check.speech_words import SPEECH_WORDS
from rag.check.words import akin, plain, words
from rag.word_classes import FUNCTION_WORDS

__all__ = ["asks_yes_or_no", "restates", "says_likewise", "telling_words"]

_FEWEST_LETTERS = 4
_HEAD = 4
_ENGLISH_HEADS = frozenset("is are was were am do does did has have had can could will would should may might must "
                           "isn aren wasn weren don doesn didn hasn haven hadn can't won".split())
_ASKING: Mapping[str, frozenset[str]] = {
    "en": frozenset("why who whom whose what when where which how".split()),
    "de": frozenset("warum wieso weshalb wer wen wem wessen was wann wo wohin woher welche welcher welches welchen "
                    "welchem wie wieviel worum woruber womit wofur wozu wodurch".split()),
    "nl": frozenset("waarom wie wat wanneer waar welke welk hoe hoeveel waarover waarmee waarvoor wiens".split()),
    "fr": frozenset("pourquoi qui que quoi quand ou quel quelle quels quelles comment combien qu qu'est".split()),
    "es": frozenset("que quien quienes cuando donde cual cuales como cuanto cuantos cuanta cuantas".split()),
    "it": frozenset("perche chi che cosa quando dove quale quali come quanto quanti quanta quante cos".split()),
    "pt": frozenset("que porque quem quando onde qual quais como quanto quantos quanta quantas".split()),
}
_OPENINGS = ("est-ce que", "est-ce qu", "es verdad que", "e vero che", "e verdade que")


def asks_yes_or_no(question: str, language: str) -> bool:
    """Whether a question asks for a yes or a no; one in an unknown language does not."""
    asking = _ASKING.get(language)
    key = plain(question).strip(" ¿?!.\"'").replace("’", "'")
    if asking is None or not key or not question.rstrip().endswith("?"):
        return False
    if key.startswith(_OPENINGS):
        return True
    head = key.split()[:_HEAD]
    if language == "en" and head[0].partition("'")[0] not in _ENGLISH_HEADS:
        return False
    # "Is it known why ...?" asks for a reason, but "Does the man who ...?" for a yes: only the head is looked at.
    return not any(word.strip(",") in asking for word in head)


def telling_words(text: str, language: str) -> dict[str, None]:
    """Returns the plain words that carry a text: long ones, and short names ("EU", "Xi")."""
    little = FUNCTION_WORDS.get(language, frozenset[str]())
    found = ((word, plain(word)) for word in words(text))
    return dict.fromkeys(
        key for word, key in found if key not in little and (len(key) >= _FEWEST_LETTERS or word[:1].isupper())
    )


def restates(text: str, question: str, language: str) -> bool:
    """Whether a text has all telling words of a question; "denies" and "deny" are one."""
    own = [plain(word) for word in words(text)]
    known = DENIAL_WORDS.get(language)
    denying = known is not None and rejects(text, language)
    return all(
        any(akin(word, other) for other in own) or (denying and known is not None and word in known.verbs)
        for word in telling_words(question, language)
    )


def says_likewise(claim: str, language: str, quotes: Sequence[Source]) -> bool:
    """Whether a quote takes the stance of a claim: negates, denies, hedges and names a speaker where it does.

    Strict, for claims that only say yes: a quote with a reserve too many makes them quotes.
    """
    return any(_stance(claim, language) == _stance(quote.text, quote.language) for quote in quotes)


def _stance(text: str, language: str | None) -> tuple[bool, bool, bool, bool] | None:
    told = language or ""
    if told not in DENIAL_WORDS:
        return None
    spoken, found = cue_words(text, accents=told == "de"), cue_words(text)
    modal, speech = MODAL_WORDS[told], SPEECH_WORDS[told]
    # What denies something speaks, and may bring any reserve with it: "denies the accusations".
    rejecting = rejects(text, told)
    hedged = not rejecting and any(places(spoken, cues) for cues in (modal.hedges, modal.either, modal.plans))
    told_by = not rejecting and any(places(found, cues) for cues in (speech.frames, speech.verbs, speech.reported))
    return denies(text, told), rejecting, hedged, told_by
