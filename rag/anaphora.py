"""Whether a sentence can be understood alone, or leans on the one before it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

__all__ = ["leans_on_previous"]

_LONGEST: Final = 1500
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_POINTING: Final[dict[str, frozenset[str]]] = {
    "en": frozenset("he she it they this that these those his her its their such there then so therefore thus hence "
                    "however moreover also instead otherwise".split()),
    "de": frozenset("er sie es dies diese dieser dieses diesem diesen jene jener jenes damit dadurch daher darum "
                    "deshalb "
                    "deswegen dabei dafür dagegen daran darauf daraus darin davon dazu demnach dort zudem außerdem "
                    "allerdings jedoch ihm ihn ihr ihre ihren sein seine seinen derselbe dieselbe solche".split()),
    "nl": frozenset("hij zij ze het dit dat deze die daarmee daardoor daarom daarbij daarin daarop daarvan daartoe "
                    "daarna daar zo dus toch ook echter bovendien hun haar zijn hem hen dergelijke zulke".split()),
    "fr": frozenset("il elle ils elles ce cela ceci celui celle ceux celles cette ces son sa ses leur leurs ainsi donc "
                    "alors aussi cependant toutefois lui y en".split()),
    "es": frozenset("él ella ellos ellas esto eso este esta estos estas ese esa esos esas su sus así entonces también "
                    "además sin embargo lo la los las allí".split()),
    "it": frozenset("egli essa essi esse lui lei loro questo questa questi queste quello quella ciò così quindi "
                    "inoltre "
                    "tuttavia anche suo sua suoi sue".split()),
    "pt": frozenset("ele ela eles elas isto isso este esta estes estas esse essa esses essas seu sua seus suas assim "
                    "então também além porém".split()),
}

# "Het bedrijf", "Die Behörde", "The company": a role named before, not a thing met for the first time.
_ROLES: Final[dict[str, frozenset[str]]] = {
    "en": frozenset("company firm group agency authority minister ministry government party bank court club country "
                    "city "
                    "spokesman spokeswoman spokesperson police report study software law deal".split()),
    "de": frozenset("unternehmen konzern firma gruppe behörde minister ministerin ministerium regierung partei bank "
                    "gericht verein land stadt sprecher sprecherin polizei bericht studie software gesetz "
                    "abkommen".split()),
    "nl": frozenset("bedrijf concern firma groep dienst overheid minister ministerie regering partij bank rechtbank "
                    "club "
                    "land stad woordvoerder woordvoerster politie rapport studie software wet akkoord".split()),
    "fr": frozenset("entreprise société groupe agence autorité ministre ministère gouvernement parti banque "
                    "tribunal club "
                    "pays ville porte-parole police rapport étude logiciel loi accord".split()),
    "es": frozenset("empresa compañía grupo agencia autoridad ministro ministra ministerio gobierno partido banco "
                    "tribunal "
                    "club país ciudad portavoz policía informe estudio software ley acuerdo".split()),
}
_ARTICLES: Final = frozenset("the der die das dem den de het le la les el los las l".split())
# Dummy subjects: "Es gibt", "Er is", "It is", "Il y a" point to nothing.
_DUMMY: Final = (("es", "gibt"), ("es", "ist"), ("es", "sei"), ("er", "is"), ("er", "zijn"), ("er", "was"),
                 ("er", "waren"), ("er", "werd"), ("er", "kwamen"), ("it", "is"), ("it", "was"), ("there", "is"),
                 ("there", "are"), ("there", "was"), ("there", "were"), ("il", "y"), ("het", "is"))


def leans_on_previous(sentence: str, language: str | None) -> bool:
    """Returns whether a sentence points to something said before: by its opening word, or by a role with an article.

    Args:
        sentence: With or without opening quote marks.
        language: ISO 639-1; sentences of other languages than en, de, nl, fr, es, it, pt never lean.
    """
    words = [word.casefold() for word in _WORD.findall(sentence[:_LONGEST])]
    if not words:
        return False
    if tuple(words[:2]) not in _DUMMY and words[0] not in _ARTICLES and words[0] in _POINTING.get(language or "", ()):
        return True
    return any(one in _ARTICLES and _is_role(other, language) for one, other in pairwise(words))


def _is_role(word: str, language: str | None) -> bool:
    return word in _ROLES.get(language or "", frozenset())
