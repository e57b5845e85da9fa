"""Who speaks in a sentence: whether anybody says, denies, admits, blames or regrets in it, and words that may name him.

A word too many here only ranks a sentence higher, or keeps a question from being refused; nothing is checked by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rag.check.cues import Cues, cue_words, cues, places
from rag.check.denial_words import DENIAL_WORDS
from rag.check.happening_words import HAPPENINGS
from rag.check.polarity import rejects
from rag.check.speech_words import SPEECH_WORDS, SpeechWords
from rag.check.words import plain, words

__all__ = ["Speech", "speech_in"]

_STANCES: Final = ("admit", "apologise", "criticise", "deny", "praise", "thank")
_VOICED: Final[Mapping[str, Cues]] = {
    "en": cues("call calls called calling doubt doubts doubted regret* speak_of speaks_of spoke_of point_to points_to "
               "pointed_to wants_* want_* hopes hoped assur* threaten* furious angry shocked comment* decline* "
               "dismiss* disappointed surprised outraged"),
    "de": cues("nennt nannte nannten nennen spricht_von sprach_von sprechen_von sprachen_von spricht_*_von zweifel* "
               "bezweifel* droht drohte drohten bittet baten bedauer* bedank* gibt_sich gab_sich gelassen emport* "
               "entsetzt* halt_*_fur halten_*_fur hielt_*_fur von_sich ratsel* hofft* wunscht* verlang* wehrt* "
               "kontert* reagiert* spricht_sich sprach_sich begruss* spricht_dagegen"),
    "nl": cues("noemt noemde noemden noemen spreekt_van sprak_van spreken_van twijfel* dreigt dreigde dreigden "
               "betreur* eist eiste eisen eisten wijst_*_af wijst_*_*_af geschokt boos woedend hoopt "
               "verrast hoopte reageer* belooft beloofde zegge kwijt toont_zich dankt dankte vraagt vroeg verwerpt"),
    "fr": cues("parle_de parle_d parlent_de parlent_d exige* attribu* dout* menac* regrett* reclam* invoqu* appell* "
               "denonc* qualifi* excus* demand* reag* salu* felicit* raconte* rejette* esper* se_dit rappell* refus*"),
    "es": cues("habla_de hablan_de hablo_de exig* atribu* dud* amenaz* lament* reclam* calific* llam* rechaz* "
               "reaccion* salud* felicit* espera* pidio piden recuerd* recordo"),
}
"""What tells of an attitude besides the words of saying that the checks go by, which must not be as loose."""
_POSSESSIVES: Final = frozenset("its his her their him them sein seine seiner ihr ihre ihrer ihm ihnen zijn haar hun "
                                "hem hen son sa leur leurs lui elle eux su sus".split())
_OFFICERS: Final = cues("chairman chairwoman chair head chief boss ceo director spokes* manager geschaftsfuhr* "
                        "vorstand* chef chefin direktor* leiter* sprecher* directeur directrice voorzitter* topman "
                        "topvrouw baas woordvoer* patron patronne pdg president presidente directora portavo* jefe")
"""Who speaks for others; where they are not named beside, the sentence before says who: "the director"."""
_HEDGES: Final = frozenset("zou zouden soll sollen sei seien habe werde serait seraient aurait auraient habria seria "
                           "suggestion bericht berichten report reports studie study studies".split())
"""Words of the tables that put no statement in anybody's mouth by themselves."""
_ARTICLES: Final = frozenset({"der", "die", "das"})
_INVERTING: Final = frozenset("als bei in im nach am dagegen dazu daraufhin seit fur op bij na toen daarop ook met "
                              "mit aus uit vorerst bisher tot bis anders anderer daher daarom deshalb".split())
"""Words with which a German or Dutch sentence begins that has its subject behind the verb."""
_QUOTED: Final = re.compile(r"[\"“”„«»]")
_BREAK: Final = re.compile(r"[,;:–—()\"“”„«»]")
_TRAILING: Final = frozenset({"zufolge"})
_REACH: Final = 8
_BEHIND: Final = 3
_SECOND: Final = frozenset({"de", "nl"})
"""Languages whose verb comes second."""
_NEXT: Final = 2
_NO_CUES: Final = cues()
_LONGEST: Final = 800
_KEPT: Final = 512


@dataclass(frozen=True, slots=True)
class Speech:
    """What a sentence tells of speaking.

    Attributes:
        plain: Whether somebody surely speaks: a verb of saying or denying, a frame ("according to"), quote marks.
        loose: Whether a word stands in it that may tell so ("points to", "demands").
        speakers: Words that may name who speaks, as they stand.
        unnamed: Whether the speaker is but a pronoun or somebody's ("its chairman"), or left to the sentence before.
        denies: Whether something is denied or turned down.
        officer: Whether it is somebody who speaks for others, whoever these are.
    """

    plain: bool
    loose: bool
    speakers: str
    unnamed: bool
    denies: bool = False
    officer: bool = False


_SILENCE: Final = Speech(plain=False, loose=False, speakers="", unnamed=False)


@lru_cache(maxsize=_KEPT)
def speech_in(text: str, language: str) -> Speech:
    """Reads a sentence for its speaker.

    Args:
        text: One sentence, of which no more than some hundred words are read.
        language: ISO 639-1; in one whose verbs of saying are not known nobody speaks but in quote marks.
    """
    text = text[:_LONGEST]
    quoted = bool(_QUOTED.search(text))
    told = SPEECH_WORDS.get(language)
    if told is None:
        return Speech(plain=True, loose=True, speakers="", unnamed=True) if quoted else _SILENCE
    found, saying = cue_words(text), _saying(told, language)
    denies = rejects(text, language)
    taken = HAPPENINGS.get(language, {})
    sure = quoted or denies or any(places(found, wanted) for wanted in saying[:-1]) or any(
        places(found, taken[stance]) for stance in _STANCES if stance in taken)
    if not sure and not _verbs(words(text), saying, language):
        return _SILENCE
    speakers = list(_speakers(text, told, saying, language))
    named = [word for word in speakers if plain(word) not in told.pronouns]
    begun = [plain(word) for word in speakers[:_NEXT]]
    belongs = any(word in _POSSESSIVES or word in _OFFICERS or (word in told.pronouns and word not in _ARTICLES)
                  for word in begun)
    officer = any(plain(word) in _OFFICERS for word in speakers)
    return Speech(sure, loose=True, speakers=" ".join(named), unnamed=not named or belongs, denies=denies,
                  officer=officer)


def _saying(told: SpeechWords, language: str) -> tuple[Cues, ...]:
    denial = DENIAL_WORDS[language]
    return (told.frames, told.verbs, told.denying, told.reported, denial.affirmations, denial.verbs, told.loosely)


def _speakers(text: str, told: SpeechWords, saying: Sequence[Cues], language: str) -> Iterator[str]:
    """Yields the words where a speaker may stand: behind a frame, behind a verb that closes what is said, else before.

    "..., said the mayor" has one part before its verb, "The mayor, who ..., said" two.
    """
    head, colon, _ = text.partition(":")
    if colon and not _QUOTED.search(head) and _verbs(words(head), saying, language):
        text = head
    pieces = [piece for piece in map(words, _BREAK.split(text)) if piece]
    flat = [word for piece in pieces for word in piece]
    keys = [plain(word) for word in flat]
    if begins := places(keys, told.frames):
        at = begins[0]
        yield from flat[max(at - _REACH, 0) : at] if keys[at] in _TRAILING else flat[at + 1 : at + 1 + _REACH]
        return
    parts = [_verbs(piece, saying, language) for piece in pieces]
    closing = next((place for place, begins in enumerate(parts) if place and begins and begins[0] == 0), 0)
    if closing and (closing == 1 or _QUOTED.match(text.lstrip())):
        yield from [word for piece in pieces[closing:] for word in piece][1 : 1 + _REACH]
        return
    first = parts[0][0] if parts and parts[0] else _REACH
    behind = language in _SECOND and plain(pieces[0][0]) in _INVERTING
    yield from pieces[0][: (first + 1 + _BEHIND if behind else min(first, _REACH)) or _REACH]
    if closing:
        yield from pieces[1][:_REACH]


def _verbs(piece: Sequence[str], saying: Sequence[Cues], language: str) -> list[int]:
    """Returns where words of saying stand; a "spokesman" is one of them in the tables, and speaks himself."""
    keys = [plain(word) for word in piece]
    wanted = (*saying[1:], _VOICED.get(language, _NO_CUES))
    return sorted({at for one in wanted for at in places(keys, one)
                   if keys[at] not in _OFFICERS and keys[at] not in _HEDGES})
