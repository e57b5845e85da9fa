"""Whether two folded words may be one name, inflected, compounded or spelled after another language's sounds."""

from __future__ import annotations

__all__ = ["akin", "continues", "inflects", "sounds_like"]

_SOUNDS = str.maketrans({"z": "s", "c": "k", "q": "k", "w": "v", "f": "v", "x": "k"})
# In this order: "Kruschtschow" and "Khrushchev" come out alike.
_SPELLINGS = (("tsch", "k"), ("sch", "s"), ("shch", "sk"), ("sh", "s"), ("tch", "k"), ("ch", "k"), ("kh", "k"),
              ("ph", "f"), ("th", "t"))
_SILENT = str.maketrans("", "", "aeiouyjh")
# What a name may end in beside itself: genitives, and the people and things of a place, in the spoken languages.
_CASES = frozenset(" s n es en e er em ern ers in us i a o sche schen scher sches".split(" "))
_PEOPLE = _CASES | frozenset(
    "erin erinnen isch ische ischen ischer isches ischem ian ians an ans aan aans aanse ane anen anisch anische "
    "anischen anischer ish ese esen eses esisch esische esischen esischer is os as ais aise aises ois oise oises ain "
    "aine ains aines ien ienne iens iennes ien ier iers ano ana anos anas ino ina inos inas ini ine ines se ch co ca "
    "ci che cos cas chi que ques ens ense enses esi eens eense ner nern nerin nisch nische nischen nischer ic ish "
    "ischem iani iane iano iana ienses ense oise isen ite ites iti ita it iten".split())
_LEAST_COMPOUND = 5


def akin(word: str, other: str) -> bool:
    """Whether two words may be one name, inflected or slightly differently written: "belgiens" and "belgie"."""
    shorter, longer = sorted((len(word), len(other)))
    shared = next((place for place in range(shorter) if word[place] != other[place]), shorter)
    if word == other or (shared >= 4 and shared * 5 >= shorter * 3):
        return True
    # A slip or another transcription: one letter in six, and the same first letter.
    return shorter >= 6 and shared >= 1 and longer - shorter <= longer // 6 and _distance(word, other) <= longer // 6


def sounds_like(name: str, other: str) -> bool:
    """Whether two names have the same consonants: "poetin" and "putin". Only of use between names."""
    return abs(len(name) - len(other)) <= 6 and _skeleton(name) == _skeleton(other) != ""


def _distance(word: str, other: str) -> int:
    """Levenshtein's."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(word, 1):
        above, row = row, [place]
        for at, second in enumerate(other, 1):
            row.append(min(above[at] + 1, row[-1] + 1, above[at - 1] + (letter != second)))
    return row[-1]


def inflects(word: str, base: str) -> bool:
    """Whether `word` is `base` with an ending, or a compound that begins with it ("chinas", "brusselbesuch")."""
    return word.startswith(base) and (len(base) >= _LEAST_COMPOUND or word[len(base) :] in _CASES)


def continues(word: str, stem: str) -> bool:
    """Whether `word` is `stem` with an ending for people or things of a place ("belgier" of "belg")."""
    return word.startswith(stem) and word[len(stem) :] in _PEOPLE


def _skeleton(word: str) -> str:
    for written, sound in _SPELLINGS:
        word = word.replace(written, sound)
    bones = word.translate(_SOUNDS).translate(_SILENT).removesuffix("s")
    return bones if len(bones) >= 3 else ""
