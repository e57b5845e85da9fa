"""Whether two folded words may be one name: inflected, compounded, or spelled after another language's sounds.

How near two spellings are is a distance of sounds, relative to their length: names that only begin alike are far apart.
The bounds were chosen on half of the data's cities, whose forms in several languages are known
(``python -m benchmarks.name_spellings``).
"""

from __future__ import annotations

import functools
import re
from typing import Final

__all__ = ["akin", "continues", "derives", "distance", "inflects"]

# Letters that are written for one sound, the longest first. "C" stands for what is read "k", "sh" or "tch".
_SPELLINGS: Final = {written: sound for written, _, sound in (pair.partition("=") for pair in (
    "schtsch=s chtch=s sjtsj=s shch=s dsch=j tsch=C tsj=C tch=C dzh=j sch=s dj=j sh=s zh=j sj=s cz=C sz=s ch=C kh=C "
    "gh=g ph=f th=t ts=s tz=s zz=s ck=k qu=k gu=g ou=u oe=u oo=u ij=i ce=se ci=si cy=si x=ks").split())}
_SPELLED: Final = re.compile("|".join(_SPELLINGS))
_SOUNDS: Final = str.maketrans({"c": "k", "w": "v", "f": "v", "z": "s", "q": "k", "y": "i", "h": None})
_TWICE: Final = re.compile(r"(.)\1+")
_VOWELS: Final = frozenset("aeiou")
_SOFT: Final = 0.5
"""A vowel for another, or for none: transcriptions differ in them first."""
_NEAR: Final = {frozenset(pair): cost for cost, pairs in ((0.25, "Cs Ck ij"), (0.5, "Cj js dt bp gk bv gj gC"))
                for pair in pairs.split()}
_SAME_LANGUAGE: Final = 0.13
_OTHER_LANGUAGE: Final = 0.19
_LEAST_SAME: Final = 5
_LEAST_OTHER: Final = 4
_LEAST_STEM: Final = 4
# What a name may end in beside itself: genitives, and the people and things of a place, in the spoken languages.
_CASES: Final = frozenset(" s n es en e er em ern ers in us i a o sche schen scher sches".split(" "))
_PEOPLE: Final = _CASES | frozenset(
    "erin erinnen isch ische ischen ischer isches ischem ian ians an ans aan aans aanse ane anen anisch anische "
    "anischen anischer ish ese esen eses esisch esische esischen esischer is os as ais aise aises ois oise oises ain "
    "aine ains aines ien ienne iens iennes ien ier iers ano ana anos anas ino ina inos inas ini ine ines se ch co ca "
    "ci che cos cas chi que ques ens ense enses esi eens eense ner nern nerin nisch nische nischen nischer ic ish "
    "ischem iani iane iano iana ienses ense oise isen ite ites iti ita it iten ean eans ianisch ianische "
    "ianischen ianischer".split())
_LEAST_COMPOUND: Final = 5


def akin(word: str, other: str, *, foreign: bool = True) -> bool:
    """Whether two words may be one name, inflected or in two spellings: "selenskyj" and "zelensky", "poetin" "putin".

    Args:
        foreign: Whether they are of texts in two languages; within one, names are spelled alike but for slips.
    """
    if word == other:
        return True
    # "Chruschtschows": a genitive is no sound of the name.
    if foreign and len(word) > _LEAST_OTHER < len(other) and word.endswith("s") is not other.endswith("s"):
        return _akin(word, other, foreign=True) or _akin(word.removesuffix("s"), other.removesuffix("s"), foreign=True)
    return _akin(word, other, foreign=foreign)


def _akin(word: str, other: str, *, foreign: bool) -> bool:
    one, two = _sounds(word), _sounds(other)
    bound, least = (_OTHER_LANGUAGE, _LEAST_OTHER) if foreign else (_SAME_LANGUAGE, _LEAST_SAME)
    longer = max(len(one), len(two))
    if min(len(one), len(two)) >= least and abs(_consonants(one) - _consonants(two)) <= bound * longer and (
        _far(one, two) <= bound * longer
    ):
        return True
    return _share_stem(one, two)


def derives(word: str, other: str) -> bool:
    """Whether two words have one stem, with endings of people and things: "islamic" and "islamische"."""
    return _share_stem(_sounds(word), _sounds(other))


def distance(word: str, other: str) -> float:
    """Returns how far apart two folded words sound, 0 (alike) to 1: a share of the longer one."""
    one, two = _sounds(word), _sounds(other)
    return _far(one, two) / max(len(one), len(two), 1)


def inflects(word: str, base: str, *, compounds: bool = True) -> bool:
    """Whether `word` is `base` with an ending, or a compound that begins with it ("chinas", "brusselbesuch")."""
    return word.startswith(base) and ((compounds and len(base) >= _LEAST_COMPOUND) or word[len(base) :] in _CASES)


def continues(word: str, stem: str) -> bool:
    """Whether `word` is `stem` with an ending for people or things of a place ("belgier" of "belg")."""
    return word.startswith(stem) and word[len(stem) :] in _PEOPLE


def _share_stem(one: str, two: str) -> bool:
    """Whether two words as they sound are one stem with two endings: "araukanern" and "araucanians"."""
    shorter = min(len(one), len(two))
    shared = next((place for place in range(shorter) if one[place] != two[place]), shorter)
    least = max(_LEAST_STEM, -(-shorter * 3 // 5))
    endings = _endings()
    return any(one[cut:] in endings and two[cut:] in endings for cut in range(shared, least - 1, -1))


@functools.cache
def _endings() -> frozenset[str]:
    return frozenset(map(_sounds, _PEOPLE))


@functools.lru_cache(maxsize=8192)
def _sounds(word: str) -> str:
    """Returns a folded word as it sounds, whatever language spelled it: "kruschtschow" gives "krusov"."""
    spelled = _SPELLED.sub(lambda match: _SPELLINGS[match[0]], word)
    return _TWICE.sub(r"\1", spelled.translate(_SOUNDS))


def _consonants(sounds: str) -> int:
    return sum(sound not in _VOWELS for sound in sounds)


def _far(one: str, two: str) -> float:
    """Levenshtein's distance, with near sounds for less."""
    row = [0.0]
    for sound in two:
        row.append(row[-1] + _gap(sound))
    for sound in one:
        above, row = row, [row[0] + _gap(sound)]
        for at, second in enumerate(two, 1):
            row.append(min(above[at] + _gap(sound), row[-1] + _gap(second), above[at - 1] + _swap(sound, second)))
    return row[-1]


def _gap(sound: str) -> float:
    return _SOFT if sound in _VOWELS or sound == "j" else 1.0


def _swap(sound: str, second: str) -> float:
    if sound == second:
        return 0.0
    return _SOFT if sound in _VOWELS and second in _VOWELS else _NEAR.get(frozenset((sound, second)), 1.0)
