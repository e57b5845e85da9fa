"""Which language a text is in, and in which a question wants its answer."""

from __future__ import annotations

import copy
import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, cast

from rag.errors import QuestionError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["SPOKEN", "detect", "language_name", "question_language"]

SPOKEN = ("de", "en", "es", "fr", "it", "nl", "pt")
"""The languages in which questions are understood and answers are worded, ISO 639-1."""

_SAMPLE = 3000
_LEAST_LETTERS = 24
_SURE = 0.8
_VERY_SURE = 0.95
_LIKELY = 0.6
_LEANING = 1.6
_SETTLED = 2
_IS_IN = re.compile(r"\s*is\s+[^\W\d_]+\s+in\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_GERMAN_VERB = re.compile(
    r"(?!(?:het|een|dat|dit|it|that|not)$)(?:[a-zäöüß]+(?:t|te|ten|en)|will|soll|kann|darf|muss|mag)")

# Question words and other small words tell the language of a question too short for letter statistics, above all
# where names of another language make up most of it.
_SMALL_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset("why who whom whose what when where which how is are was were did does do has have had the of "
                    "on and for with about by from to in it this that there been many much will would can "
                    "can could should may must tell me thanks".split()),
    "de": frozenset("warum wieso weshalb wer wen wem wessen was wann wo wohin woher welche welcher welches wie "
                    "viel viele ist sind war waren wurde wurden wird werden hat haben der die das den dem des ein "
                    "eine einen und für mit über von zu in im es nicht auf gibt gab kann können konnte "
                    "darf dürfen soll sollen sollte muss müssen will wollen wollte mag macht kommt geht sagt sagte "
                    "danke".split()),
    "nl": frozenset("waarom wie wat wanneer waar welke welk hoe hoeveel is zijn was waren werd werden wordt worden "
                    "heeft hebben had de het een en voor met over van naar in er niet op aan zegt zei kan "
                    "kunnen kon mag mogen moet moeten wil willen wilde zal zullen zou gaat komt doet krijgt door "
                    "bedankt".split()),
    "fr": frozenset("pourquoi qui que quoi quand où quel quelle quels quelles comment combien est sont était a ont "
                    "le la les l un une des du de et pour avec sur par dans il elle ce cette pas dit y au aux "
                    "à veut va vont peut doit fait qu'est est-ce merci".split()),
    "es": frozenset("qué quién quiénes cuándo dónde cuál cuáles cómo cuánto cuántos cuánta cuántas por porque es "
                    "son fue fueron era ha han el la los las un una de del y para con sobre en se no dice dijo hay "
                    "está".split()),
    "it": frozenset("perché chi che cosa quando dove quale quali come quanto quanti quante è sono era ha hanno il "
                    "lo la i gli le un una di del della e per con su nel si non dice cos'è c'è dei delle".split()),
    "pt": frozenset("por quê porquê quem que quando onde qual quais como quanto quantos quantas é são foi foram "
                    "era tem o a os as um uma de do da dos das e para com sobre em no na não diz há".split()),
}
_DECISIVE: dict[str, str] = {
    word: language
    for language, words in {
        "en": "why who what when where which how whose", "de": "warum wieso weshalb wer wen wem wann wo welche welcher "
        "welches danke", "nl": "waarom wat wanneer waar welke hoe hoeveel bedankt", "fr": "pourquoi quoi quand où quel "
        "quelle comment combien qu'est merci",
        "es": "qué quién cuándo dónde cuál cómo cuánto cuántos cuántas quiénes cuáles",
        "it": "perché cosa dove quale quali quanti quante cos'è chi",
        "pt": "quem onde quais quê porquê quantos quantas",
    }.items()
    for word in words.split()
}

_SCRIPTS: dict[str, tuple[str, ...]] = {
    "CJK": ("zh", "ja"), "HIRAGANA": ("ja",), "KATAKANA": ("ja",), "HANGUL": ("ko",), "GREEK": ("el",),
    "CYRILLIC": ("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn"), "ARABIC": ("ar", "fa", "ur", "ps", "ug"),
    "HEBREW": ("he", "yi"), "THAI": ("th",), "DEVANAGARI": ("hi", "mr", "ne"), "BENGALI": ("bn", "as"),
    "TAMIL": ("ta",), "TELUGU": ("te",), "GUJARATI": ("gu",), "GURMUKHI": ("pa",), "KANNADA": ("kn",),
    "MALAYALAM": ("ml",), "SINHALA": ("si",), "GEORGIAN": ("ka",), "ARMENIAN": ("hy",), "ETHIOPIC": ("am",),
    "KHMER": ("km",), "LAO": ("lo",), "MYANMAR": ("my",), "TIBETAN": ("bo",),
}


def detect(text: str, among: Collection[str] = ()) -> str | None:
    """Returns the ISO 639-1 code of the text's language, or None where there is too little of it or no clear one.

    Args:
        among: The only answers possible; empty for any.
    """
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _LEAST_LETTERS:
        return None
    ranked = _rank(sample, among)
    return ranked[0][0] if ranked and ranked[0][1] >= _SURE and len(ranked[0][0]) == 2 else None


def question_language(text: str, library_languages: Collection[str]) -> str:
    """Returns the language that a question is asked in: one of SPOKEN, or of the library's.

    Raises:
        QuestionError: It has no letters, or is clearly in a language that neither is spoken nor in the library.
    """
    script = _main_script(text)
    if script is None:
        raise QuestionError("The question has no words.", "Ask in words, for example: what happened, and why?")
    allowed = {*SPOKEN, *library_languages}
    hints = _hints(text)
    _, strongest = [*hints.most_common(1), ("", 0)][0]
    # A name in its own script may be longer than the question around it: "What does ... say?"
    if script in _SCRIPTS and strongest < _SETTLED:
        return _of_script(text, script, allowed)
    if strongest < _SETTLED:
        _refuse_foreign(text, allowed)
    if _is_open(hints):
        hints.update(_listed(text, {language for language in hints if hints[language] > strongest - _SETTLED}))
    if _IS_IN.match(text) and hints["en"] == hints["nl"]:
        # "Is Brussels in Belgium?": both languages have both words, and the names between them mislead the statistics.
        hints["en"] += 1
    if not _is_open(hints):
        # What the letter statistics say could not change this, and loading them takes a third of a second.
        return hints.most_common(1)[0][0]
    scores = dict(_rank(text[:_SAMPLE], allowed))
    # Two small words outweigh any letter statistics; names of people and places are what misleads those.
    best = max(sorted(allowed), key=lambda language: scores.get(language, 0.0) + hints[language] / 2)
    if scores.get(best, 0.0) >= _LIKELY or hints[best]:
        return best
    # A word or two beside a name. Statistics that lean to a language of the library lean well enough.
    others = max((score for language, score in scores.items() if language != best), default=0.0)
    return best if best in library_languages and scores.get(best, 0.0) > _LEANING * others else "en"


def language_name(code: str) -> str:
    """Returns the English name of a language, or its code where it has none."""
    from babel import Locale

    names = cast("Mapping[str, str]", Locale("en").languages)
    return names.get(code, code)


def _rank(text: str, among: Collection[str]) -> list[tuple[str, float]]:
    identifier = _identifier(frozenset(among))
    # A stray half of a surrogate pair cannot be encoded; it says nothing of the language either.
    clean = text.encode("utf-8", "ignore").decode("utf-8")
    return [] if identifier is None else cast("list[tuple[str, float]]", identifier.rank(clean))


@functools.cache
def _identifier(among: frozenset[str]) -> LanguageIdentifier | None:
    """An own instance for each set of languages: the package's shared one is changed by every caller of it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    if not among:
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    whole = _identifier(frozenset[str]())
    if whole is None:
        return None
    known = among.intersection(cast("list[str]", whole.labels))
    if not known:
        return None
    restricted: LanguageIdentifier = copy.copy(whole)
    restricted.set_languages(known)
    return restricted


def _hints(text: str) -> Counter[str]:
    """Counts small words: 2 for one that decides or that no other language has, 1 for one that few languages share."""
    counts: Counter[str] = Counter()
    said = _said(text)
    for place, spelled in enumerate(said):
        word = spelled.casefold()
        owners = [language for language, words in _SMALL_WORDS.items() if word in words]
        for language in owners if len(owners) <= 2 else ():
            counts[language] += 1
        if word in _DECISIVE:
            counts[_DECISIVE[word]] += 1
        elif len(owners) == 1 and (place == 0 or spelled.islower()):
            # "Ist", "hat": no other language has it. In the middle a capital may be a name's: "The Financial Times".
            counts[owners[0]] += 1
    # "Was plant Norla?": before a verb it is the German "what", before a name the past of "is".
    if len(said) > 1 and said[0].casefold() == "was" and _GERMAN_VERB.fullmatch(said[1]):
        counts["de"] += 2
    return counts


def _listed(text: str, among: Collection[str]) -> Counter[str]:
    """Counts the words that just one of some languages has, as far as there are lists of words: "failliet"."""
    from rag.gazetteer.data import LISTED, is_listed_word

    counts: Counter[str] = Counter()
    for place, spelled in enumerate(_said(text)):
        word = spelled.casefold()
        if (place == 0 or spelled.islower()) and not any(word in words for words in _SMALL_WORDS.values()):
            having = [language for language in sorted(among or LISTED) if is_listed_word(word, language)]
            if not having and set(among) == {"de", "en"}:
                # The German list has nouns alone: "Will Norla klagen?".
                having = ["de"]
            counts.update(having if len(having) == 1 else ())
    return counts


def _said(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text[:_SAMPLE]).replace("’", "'"))[:200]


def _is_open(hints: Counter[str]) -> bool:
    """Whether the words leave it open which language it is."""
    (_, strongest), (_, second) = [*hints.most_common(2), ("", 0), ("", 0)][:2]
    return strongest - second < _SETTLED


def _main_script(text: str) -> str | None:
    """The script of most letters; "LATIN" for any that is not told apart, None without letters."""
    counts: Counter[str] = Counter()
    for char in text[:_SAMPLE]:
        if char.isalpha():
            name = unicodedata.name(char, "").split(" ", 1)[0]
            # A Han character or Hangul syllable carries what two or three letters do.
            counts[name if name in _SCRIPTS else "LATIN"] += 2 if name in ("CJK", "HANGUL") else 1
    if not counts:
        return None
    kana = counts["HIRAGANA"] + counts["KATAKANA"]
    if kana and counts["CJK"]:
        counts["HIRAGANA"] += counts.pop("CJK")
    return counts.most_common(1)[0][0]


def _of_script(text: str, script: str, allowed: set[str]) -> str:
    possible = _SCRIPTS[script]
    in_library = [language for language in possible if language in allowed]
    ranked = _rank(text[:_SAMPLE], in_library or possible)
    language = ranked[0][0] if ranked else possible[0]
    if in_library:
        return language if language in in_library else in_library[0]
    raise _not_spoken(language)


def _refuse_foreign(text: str, allowed: set[str]) -> None:
    """Refuses a language of Latin letters only where nothing speaks for one that is spoken here."""
    if sum(map(str.isalpha, text[:_SAMPLE])) < _LEAST_LETTERS:
        return
    language, sureness = _rank(text[:_SAMPLE], ())[0]
    if sureness >= _VERY_SURE and language not in allowed:
        raise _not_spoken(language)


def _not_spoken(language: str) -> QuestionError:
    names = [language_name(code) for code in sorted(SPOKEN, key=lambda code: (code != "en", code))]
    return QuestionError(
        f"The question seems to be in {language_name(language)}, which is not spoken here.",
        f"Ask in {', '.join(names[:-1])} or {names[-1]}, or name the language of the answer with --language.",
    )
