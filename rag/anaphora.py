"""Whether a sentence can be understood alone, or leans on the one before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rag.types import Passage

__all__ = ["context_of", "leans_on_previous"]

_LONGEST: Final = 1500
_HEAD: Final = 10
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
                    "alors aussi cependant toutefois lui y".split()),
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


_OF: Final = frozenset("of van de du des del di do da".split())
_LED_IN: Final = frozenset("and but yet according to laut nach angaben aber doch und maar en volgens mais et selon "
                           "pero y según ma e secondo mas segundo".split())
"""What may stand before the subject, or before whom a sentence goes by: "But the company", "Laut der Behörde"."""
_OWN: Final[dict[str, frozenset[str]]] = {
    "en": frozenset("of for by on in at from behind".split()),
    "de": frozenset("der des von vom für aus in im über zu zur zum am".split()),
    "nl": frozenset("van voor uit in over op bij".split()),
    "fr": frozenset("de du des d pour sur à au en".split()),
    "es": frozenset("de del para sobre en".split()),
}
"""What begins a complement of the noun before it: "the report on the bridge" says itself which report."""
_POINTS_BY_ITSELF: Final = frozenset(
    "he she it they this that these those his her its their er sie es dies diese dieser dieses diesem diesen jene "
    "jener jenes ihm ihn ihr ihre ihren sein seine seinen hij zij ze dit dat deze hun haar zijn hem hen il elle "
    "ils elles ce cela ceci celui celle ceux celles cette ces son sa ses leur leurs él ella ellos ellas esto eso "
    "este esta estos estas ese esa esos esas su sus egli essa essi esse loro questo questa questi queste quello "
    "quella ciò suo sua suoi sue ele ela eles elas isto isso estes essas esses seu seus suas".split())
"""Of what points back, the subjects and what stands for them: "however" and "there" leave a sentence its own."""
_GERMAN_THAT: Final = frozenset("teilte sagte sagten ist sei war hat hatte berichtet berichtete meldet meldete "
                                "erklärte bestätigte geht ging gilt heißt bedeutet zeigt kündigte gab".split())


def context_of(passage: Passage, at: int) -> str:
    """Returns the sentence before a passage's sentence where that one leans on it, or ""."""
    if at == 0:
        return ""
    before, span = passage.sentences[at - 1], passage.sentences[at]
    between = passage.text[before.end - passage.start : span.start - passage.start]
    sentence = passage.slice(span)
    if not leans_on_previous(sentence, passage.language, new_paragraph="\n" in between):
        return ""
    return passage.slice(before)


def leans_on_previous(sentence: str, language: str | None, *, new_paragraph: bool = False) -> bool:
    """Returns whether a sentence's subject points to something said before: "It ...", "The company ...".

    Only what stands at its head does: of "he sued the firm Brandt" one knows who is meant without the sentence before.

    Args:
        sentence: With or without opening quote marks.
        language: ISO 639-1; sentences of other languages than en, de, nl, fr, es, it, pt never lean.
        new_paragraph: Whether the sentence before ends a paragraph. Then words such as "however" do not lean.
    """
    found = _WORD.findall(sentence[:_LONGEST])
    words = [word.casefold() for word in found]
    if not words:
        return False
    if language == "de" and words[0] == "das" and set(words[1:2]) & _GERMAN_THAT:
        return True
    if tuple(words[:2]) not in _DUMMY and words[0] not in _ARTICLES and words[0] in _POINTING.get(language or "", ()):
        return not new_paragraph or words[0] in _POINTS_BY_ITSELF
    return _is_role_at_the_head(found, language or "")


def _is_role_at_the_head(found: Sequence[str], language: str) -> bool:
    """Whether it begins with an article and a role, to which no name and no complement is added."""
    words = [part for word in found[:_HEAD] for part in re.split("['’]", word) if part != "s"]
    folded = [word.casefold() for word in words]
    start = next((at for at, word in enumerate(folded) if word not in _LED_IN), 0)
    article, role = folded[start : start + 1], folded[start + 1 : start + 2]
    if not _ARTICLES.intersection(article) or not _ROLES.get(language, frozenset[str]()).intersection(role):
        return False
    after, later, named = words[start + 2 : start + 3], folded[start + 3 : start + 4], words[start + 4 : start + 5]
    if after and (after[0][0].isupper() or after[0].casefold() in _OWN.get(language, ())):
        return False
    # "The city council of Port Harlow", "le tribunal administratif de Grenoble".
    return not (_OF.intersection(later) and named and named[0][0].isupper())
