"""What is threatened, demanded, advised, offered, tried, promised or left open is not done: where a claim forgets that.

The deed may stand in the quote too ("tried to buy the port, and bought it in May"), and what stands beside the threat
("after a bridge collapsed") is told as it is: then nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.check.clauses import depends, renders_all
from rag.check.cues import Cues, cue_words, cues, places
from rag.check.numbers import Source
from rag.check.parted import joined
from rag.check.pending_words import PENDING_WORDS, PendingWords
from rag.word_classes import FUNCTION_WORDS

__all__ = ["goes_on", "hangs_on", "pending_cues", "stands_beside"]

_JOINTS = {
    "en": "and but after before when while since because which who whose as although though despite amid",
    "de": "und aber nachdem bevor als während weil obwohl sondern wobei trotz",
    "nl": "en maar nadat voordat toen terwijl omdat hoewel ondanks",
    "fr": "et mais après avant lorsque tandis alors qui dont malgré",
    "es": "y e pero después tras antes cuando mientras aunque quien",
    "it": "e ed ma dopo prima quando mentre sebbene",
    "pt": "e mas depois após antes quando enquanto embora quem",
}
_SPLIT = {language: re.compile(rf"[,;:–—()\"“”„«»]|\b(?:{'|'.join(listed.split())})\b")
          for language, listed in _JOINTS.items()}
# Forms of verbs that tell of what is over, as far as their shape or a short list tells them.
_PAST = {
    "en": cues("*ed was were had has have did bought sold built went hit cut brought took gave left won lost paid "
               "held kept sent told found made began broke fell rose grew drew flew chose wrote fought sought caught "
               "taught met led fed fled shot shut sued became came ran struck stole withdrew withdrawn stopped taken "
               "given gone done begun broken fallen risen grown drawn chosen written struck stolen shown seen put "
               "set let died dead -need -feed -seed -speed -indeed -hundred"),
    "de": cues("hat haben hatte hatten wurde wurden war waren worden ging gingen kam kamen fiel fielen schloss nahm "
               "gab trat traten verließ starb starben stieg sank fand verlor gewann zog brach griff ge*t *te *ten "
               "*gangen *nommen *schlossen *treten *storben *stiegen *funden *worfen -heute -leute -bitte -seite "
               "-woche -gute -weite -letzte -erste -beste -rechte -zweite -dritte -vierte -fünfte -sechste -siebte "
               "-achte -neunte -zehnte -sollte -wollte -konnte -könnte -müsste -millionste -alte -arbeiten -stadt "
               "-kräfte -punkte -monate -minute -kosten -zeiten"),
    "nl": cues("heeft hebben had hadden werd werden was waren ging gingen kwam kwamen viel vielen sloot nam gaf trad "
               "verliet stierf stierven steeg daalde vond verloor won trok brak is_ge* zijn_ge* *eerde *eerden "
               "verkocht kocht gesloten gekocht opende"),
    "fr": cues("a_ete ont_ete avait avaient etait etaient fut furent a_* ont_* est_* sont_*"),
    "es": cues("ha han habia habian fue fueron era eran *aron *ieron"),
    "it": cues("ha_* hanno_* aveva avevano e_stat* sono_stat* fu furono era erano"),
    "pt": cues("tinha tinham foi foram era eram *aram *eram *iram"),
}
_SHORTEST = 4
# How verbs of what is over end in Dutch and the Romance languages; nouns that end so only spare a claim.
_PARTICIPLES = ("de", "den", "te", "ten", "t", "e", "es", "ee", "ees", "do", "da", "to", "ta", "o", "ou", "eu")
_ANDS = frozenset("and or et ou und oder en of y o e ed".split())


def pending_cues(claim: str, language: str, quote: Source) -> Cues | None:
    """Returns the words of a quote that make what it tells of stand out; None where it has none that count here.

    What is announced counts only for a claim that says it is done: who announces a loss has made it.
    """
    told = PENDING_WORDS.get(quote.language or "")
    if told is None:
        return None
    heard = _heard(quote.text, quote.language or "")
    if places(heard, told.sure) and not places(heard, told.toll):
        return told.sure
    return told.announced if _announces(heard, told) and _is_past(claim, language) else None


def _announces(heard: Sequence[str], told: PendingWords) -> bool:
    return bool(places(heard, told.announced)) and (told.acts == cues("") or bool(places(heard, told.acts)))


def goes_on(text: str, language: str) -> bool:
    """Whether a clause goes on with what the one before it only intends: "and reopen the pool", "et de rouvrir"."""
    first, _, rest = text.partition(" ")
    if not rest or first.lower() not in _ANDS:
        return False
    if language != "en":
        return depends(rest, language)
    verb = rest.split(maxsplit=1)[0]
    bare = verb.islower() and not verb.endswith(("s", "ly")) and verb not in FUNCTION_WORDS["en"]
    return verb == "to" or (bare and verb not in _PAST["en"] and not _is_past(rest, language))


def _is_past(text: str, language: str) -> bool:
    """Whether a text tells of what is over; German nouns are no verbs, whatever they end with."""
    if language not in _PAST:
        return False
    if language == "de":
        text = " ".join(word for word in text.split() if word[0].islower())
    return bool(places(cue_words(text, accents=language == "de"), _PAST[language]))


def stands_beside(claim: str, language: str, quote: Source, wanted: Cues) -> bool:
    """Whether what a claim says may stand in a quote outside of what hangs on words such as "threatened to".

    In one language its verb stands there, or all its words do; between two any verb of what is over may be it, where
    the claim leaves out a part of the quote.
    """
    spoken = quote.language or ""
    beside = _beside(quote.text, spoken, wanted)
    if language == spoken:
        there = {word for part in beside for word in cue_words(part)}
        little = FUNCTION_WORDS.get(language, frozenset[str]())
        telling = {word for word in cue_words(claim) if word not in little}
        return telling <= there or any(word in there for word in _deeds(claim, language))
    return not renders_all(claim, quote.text) and any(_is_past(part, spoken) for part in beside)


def hangs_on(claim: str, language: str, quote: Source, wanted: Cues) -> bool:
    """Whether the verb of an English claim stands in its quote behind such words: "sued" for "threatened to sue"."""
    if language != "en" or quote.language != "en":
        return False
    found = cue_words(quote.text)
    first = min(places(found, wanted), default=len(found))
    there = {word.removesuffix("e") for word in found[first + 1 :] if len(word) >= _SHORTEST - 1}
    there |= {word.removesuffix("ing") for word in there if word.endswith("ing")}
    return any(word.removesuffix("ed") in there for word in _deeds(claim, language) if word.endswith("ed"))


def _beside(text: str, language: str, wanted: Cues) -> list[str]:
    """Returns the parts of a text that have none of these words and do not hang on one that has."""
    split = _SPLIT.get(language)
    whole = joined(text, language)
    found: list[str] = []
    held = False
    for part in filter(None, map(str.strip, split.split(whole) if split else [whole])):
        if places(cue_words(part, accents=language == "de"), wanted):
            held = True
        elif not (held and (depends(part, language) or goes_on(part, language))):
            held = False
            found.append(part)
    return found


def _deeds(claim: str, language: str) -> list[str]:
    """Returns the words of a claim that may be its verb: German writes no verb with a capital letter."""
    if language == "de":
        little = FUNCTION_WORDS.get(language, frozenset[str]())
        words = [word for word in re.findall(r"\b[^\W\d_]+", claim) if word[0].islower()]
        return [word for word in cue_words(" ".join(words)) if len(word) >= _SHORTEST and word not in little]
    found = cue_words(claim)
    little = FUNCTION_WORDS.get(language, frozenset[str]())
    past = _PAST.get(language)
    if past is not None and language == "en":
        return [word for word in found if word in past and word not in little]
    return [word for word in found if len(word) > _SHORTEST and word.endswith(_PARTICIPLES) and word not in little]


def _heard(text: str, language: str) -> list[str]:
    return cue_words(joined(text, language), accents=language == "de")
