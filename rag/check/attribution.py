"""What a source says, a claim does not state as fact; and it names no other speaker than the quote does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.check.clauses import Clause, clauses, joined_on, rendered
from rag.check.cues import cue_words, cues, places
from rag.check.numbers import Source
from rag.check.parted import joined
from rag.check.polarity import rejects
from rag.check.result import CheckResult
from rag.check.speaker_kinds import kinds_of, other_kind
from rag.check.speech_words import SPEECH_WORDS, SpeechWords
from rag.check.suspects import without_suspects
from rag.check.words import akin, plain, words

__all__ = ["check_attribution"]

_NAME = "attribution"
_STATED = "The article says that this is what {} says."
_MOVED = "Its quote names another speaker than {!r}."
_OTHER = "Its quote names a speaker of another kind."
_INVENTED = "It puts into somebody's mouth what its quote does not."
_SOMEONE = "a source"
_QUOTED = re.compile(r"[\"“”„«»]")
_BREAK = re.compile(r"[,;:–—()\"“”„«»]")
_NUMBER = re.compile(r"\d+")
_TRAILING = {"zufolge"}
# Of "nach Angaben der Stadt" the noun is capitalised, and nobody's name.
_FRAME_NOUNS = frozenset("angaben aussage aussagen ansicht meinung auffassung einschatzung worten sicht".split())
_REACH = 8
_MOST_NAMED = 4
_PROCLAIMING = ("erklar", "verklaar", "declar", "dichiar")
_PROCLAIMED = cues("unabhang* krieg* zum zur onafhank* oorlog* independ* indipend* guerr*")
# What is contested in German without being denied: "bestritt sein erstes Spiel".
_CONTESTS = cues("*spiel *spiele *spielen *rennen match* partie* turnier* *kampf *unterhalt *finale saison*")


def check_attribution(
    claim: str, language: str, quotes: Sequence[Source], sources: Sequence[Source], outlets: Sequence[str] = ()
) -> CheckResult:
    """Checks that a claim names a speaker where its quotes do, and no other.

    Args:
        claim: A sentence in `language`.
        language: ISO 639-1. Where it, or the language of a source, is not known to the check, the claim passes.
        quotes: The cited quotes; one that says it on its own account is enough.
        sources: The quotes and their contexts.
        outlets: Where the quotes were published; that they say it is true of every claim.
    """
    known = all(source.language in SPEECH_WORDS for source in sources)
    if language not in SPEECH_WORDS or not quotes or not known:
        return CheckResult(_NAME, True)
    told = SPEECH_WORDS[language]
    own = without_suspects(cue_words(joined(claim, language)))
    speaks = bool(_speech(own, told) or places(own, told.loosely) or _QUOTED.search(claim) or rejects(claim, language))
    if not speaks and all(_is_reported(claim, language, quote) for quote in quotes):
        return CheckResult(_NAME, False, _STATED.format(_speaker_of(quotes[0])))
    speakers = _speakers(claim, language)
    printed = [word for outlet in outlets for word in words(outlet) if word[:1].isupper()]
    if not speakers or any(plain(word) in told.papers or word in printed for word in speakers):
        return CheckResult(_NAME, True)
    if not any(_may_report(source) for source in sources):
        return CheckResult(_NAME, False, _INVENTED)
    if moved := _moved(speakers, language, quotes):
        return CheckResult(_NAME, False, _MOVED.format(moved))
    return CheckResult(_NAME, False, _OTHER) if _is_other_kind(speakers, language, quotes, sources) else CheckResult(
        _NAME, True)


def _speech(found: Sequence[str], told: SpeechWords) -> bool:
    return bool(places(found, told.frames) or places(_unproclaimed(found), told.verbs))


def _unproclaimed(found: Sequence[str]) -> list[str]:
    """Blanks verbs of saying that do something by it: "erklärte den Krieg", "declaró la independencia"."""
    if not places(found, _PROCLAIMED):
        return list(found)
    return ["" if word.startswith(_PROCLAIMING) else word for word in found]


def _may_report(source: Source) -> bool:
    told, found = SPEECH_WORDS[source.language or ""], cue_words(joined(source.text, source.language or ""))
    return _speech(found, told) or bool(
        any(places(found, wanted) for wanted in (told.reported, told.loosely, told.telling))
        or _QUOTED.search(source.text) or rejects(source.text, source.language or ""))


def _is_reported(claim: str, language: str, quote: Source) -> bool:
    """Whether a quote, or the part of it that a claim renders, is somebody's words.

    A frame at the head or the end of a sentence spans it, unless the claim renders another main clause beside it.
    """
    told = SPEECH_WORDS[quote.language or ""]
    parts = clauses(quote.text, quote.language or "")
    joint = joined_on(parts, quote.language or "")
    framing = [place for place, part in enumerate(joint) if _is_framing(part, told, quote.language or "")]
    if not framing:
        return False
    if len(parts) == 1 or not {0, len(parts) - 1}.isdisjoint(framing):
        meant = rendered(claim, language, parts)
        apart = framing[0] > 0 and all(_begins_anew(parts[place]) for place in framing)
        return not (apart and max(meant, default=-1) < framing[0])
    return any(place in framing or place - 1 in framing for place in rendered(claim, language, parts))


def _is_framing(part: str, told: SpeechWords, language: str) -> bool:
    found = cue_words(joined(part, language))
    if _speech(found, told) or (places(found, told.denying) and not places(found, _CONTESTS)):
        return True
    # "Ich habe" reports nothing, nor does "Seien Sie vorsichtig".
    own = "ich" in found or found[:2] == ["seien", "sie"]
    return bool(places(found, told.reported)) and not (language == "de" and own)


def _begins_anew(part: Clause) -> bool:
    """Whether a clause is joined by "and": what stands before it is not what it says."""
    return part.text.split(maxsplit=1)[0].casefold() in {"and", "but", "und", "aber", "en", "maar", "et", "mais", "y",
                                                         "pero", "e", "ma", "mas"}


def _speakers(text: str, language: str) -> tuple[str, ...]:
    """Returns the words that may name who speaks, as they stand: those about each frame."""
    told = SPEECH_WORDS[language]
    pieces = [words(piece) for piece in _BREAK.split(joined(text, language))]
    pieces = [piece for piece in pieces if piece]
    found: list[str] = []
    for at, piece in enumerate(pieces):
        keys = _unproclaimed([plain(word) for word in piece])
        following = pieces[at + 1][:_REACH] if at + 1 < len(pieces) else []
        if begins := places(keys, told.frames):
            found += piece[:_REACH] if keys[begins[0]] in _TRAILING else piece[begins[0] + 1 : begins[0] + 1 + _REACH]
        elif begins := places(keys, told.verbs):
            before, after = piece[: begins[0]], piece[begins[0] + 1 : begins[0] + 1 + _REACH]
            if len(before) > 1 or (before and before[0][:1].isupper()):
                found += before[-_REACH:]
            else:
                # "X, who owns it, said that ...": who speaks stands before, or behind the verb.
                earlier = [word for part in pieces[max(at - 2, 0) : at] for word in part[-_REACH:]]
                found += [*earlier, *after, *([] if at and len(piece) > _REACH else following)]
    return tuple(found)


def _moved(speakers: Sequence[str], language: str, quotes: Sequence[Source]) -> str:
    """Returns the name that a claim makes a speaker and every quote names as none; "" where there is none."""
    told = SPEECH_WORDS[language]
    names = [word for word in speakers if word[:1].isupper() and len(word) > 1 and plain(word) not in told.pronouns]
    if not names:
        return ""
    for quote in quotes:
        speaking = _speakers(quote.text, quote.language or "")
        unnamed = SPEECH_WORDS[quote.language or ""].pronouns
        if not any(word[:1].isupper() for word in speaking) or any(plain(word) in unnamed for word in speaking):
            return ""
        if any(_same(name, word) for name in names for word in speaking):
            return ""
        if not any(_same(name, word) for name in names for word in words(quote.text)):
            return ""
    return next(name for name in names if any(_same(name, word) for word in words(quotes[0].text)))


def _is_other_kind(speakers: Sequence[str], language: str, quotes: Sequence[Source], sources: Sequence[Source]) -> bool:
    """Whether the police speak in a claim, and in its quotes the fire brigade alone."""
    spoken = [kinds_of(" ".join(_speakers(quote.text, quote.language or "")), quote.language or "") for quote in quotes]
    named = [kinds_of(source.text, source.language or "") for source in sources]
    own = kinds_of(" ".join(speakers), language)
    return all(spoken) and other_kind(own, frozenset[str]().union(*spoken), named)


def _same(name: str, word: str) -> bool:
    return akin(plain(name), plain(word))


def _speaker_of(quote: Source) -> str:
    unnamed = SPEECH_WORDS[quote.language or ""].pronouns
    named: list[str] = []
    # What follows a number ("4 Milliarden Euro") is no name.
    for word in _speakers(_NUMBER.sub(", ", quote.text), quote.language or ""):
        if word[:1].isupper() and plain(word) not in unnamed and plain(word) not in _FRAME_NOUNS:
            named.append(word)
        elif named:
            break
    return " ".join(named[:_MOST_NAMED]) or _SOMEONE
