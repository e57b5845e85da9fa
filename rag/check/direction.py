"""Words that say that something rises or falls: the same figure with the trend turned is false."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from rag.check.quantity import Trend

__all__ = ["trend"]

# Whole casefolded words; "*" ends a stem.
_UP = {
    "en": "rise rises rose risen rising increas* grow grows grew grown growth growing climb* surg* soar* jump* gain* "
          "up "
          "higher expand* boost* gained raised raises raise raising spike* skyrocket* swell* swollen added adding",
    "de": "stieg stiegen gestiegen* steig* anstieg* angestiegen* erhöh* wuchs wuchsen gewachsen* wächst wachs* zunahm* "
          "zunehm* zugenommen plus zuwachs* höher* kletter* aufwärts hinauf anhob* angehoben* zulegen zulegte* "
          "zugelegt "
          "vermehr* steiger* gesteigert* ausgeweitet* verteuer*",
    "nl": "steeg stegen gestegen stijg* toename* toenam* toegenomen toenemen groei* gegroeid hoger* omhoog verhoog* "
          "verhoging* klom klommen plus uitgebreid* opgelopen opliep*",
    "fr": "hausse* augment* croissance croît crû progress* grimp* bond* accru* accroît accroiss* monté* monte "
          "montent hauss* "
          "relev*",
    "es": "sub* aument* crec* increment* alza alzas elev* ascend* repunt* dispar* creció",
    "it": "aument* cresc* cresciut* crebbe* sal* rialz* increment* rincar* balz* impenn*",
    "pt": "sub* aument* cresc* alta altas elev* increment* ascend* dispar* avanç*",
}
_DOWN = {
    "en": "fall falls fell fallen falling decreas* declin* drop* shrank shrink* shrunk sank sink* sunk plung* plummet* "
          "slump* tumbl* down lower lowered lowers lowering reduc* cut cuts lost loses dip* slid slide* contract* "
          "slash* dwindl* halv*",
    "de": "sank sanken gesunken* sink* rückgang* rückgäng* zurückging* zurückgegangen* zurückgeh* fiel* gefallen* "
          "fällt "
          "fallen verring* abnahm* abnehm* abgenommen minus schrumpf* geschrumpft* senk* gesenkt* niedriger* einbruch* "
          "einbrach* eingebrochen* reduz* abwärts gekürzt* kürz* verminder* einbuß* nachgab* nachgegeben abgestürzt* "
          "gedrückt",
    "nl": "daal* dalen gedaald dalend* afname* afnam* afgenomen afnemen zakte* gezakt* zakken verlaag* lager* omlaag "
          "kromp* gekrompen krimp* minder* verminder* teruggelopen terugliep* val viel vielen gereduceerd* verlaging*",
    "fr": "baiss* chut* diminu* recul* rédui* dimin* tomb* repli* décroît décru* dégringol* fléchi* abaiss*",
    "es": "baj* cae caen cay* caíd* disminu* descen* descien* reduc* reduj* redujo recort* retroc* desplom* mengu*",
    "it": "cal* diminu* scend* sces* ridott* ridu* ridus* ribass* croll* flession* abbass*",
    "pt": "cai caem caiu caír* cair* caind* queda* diminu* reduz* reduç* baix* recu* encolh* desab*",
}
_LONGEST = 32
# Stems of the above that begin common words of another meaning.
_NEITHER = {
    "es": frozenset("subrayó subrayar subraya submarino subsidio bajo baja elevador elegido".split()),
    "it": frozenset("sale salute salvare salvato sala salario calcio caldo calcolo calma".split()),
    "pt": frozenset("submarino subsídio recuperação recurso recursos recuperar".split()),
    "fr": frozenset("bonde progressiste".split()),
    "de": frozenset("steigbügel kürzlich kürze senkrecht".split()),
    "nl": frozenset("daaldert minderheid minderjarige minderjarigen minderheden".split()),
    "en": frozenset("against gainsay dropout cutter".split()),
}


@cache
def _tables(language: str) -> tuple[tuple[frozenset[str], tuple[str, ...], Trend], ...]:
    code = language if language in _UP else "en"
    found: list[tuple[frozenset[str], tuple[str, ...], Trend]] = []
    ways: tuple[tuple[str, Trend], ...] = ((_UP[code], "up"), (_DOWN[code], "down"))
    for words, way in ways:
        stems = tuple(word.rstrip("*") for word in words.split() if word.endswith("*"))
        found.append((frozenset(word for word in words.split() if not word.endswith("*")), stems, way))
    return tuple(found)


def trend(words: Iterable[str], language: str) -> Trend:
    """Returns the trend that casefolded words say; "" where they say none, or both."""
    said: set[Trend] = {_way(word[:_LONGEST], language) for word in words}
    said.discard("")
    return said.pop() if len(said) == 1 else ""


@lru_cache(maxsize=4096)
def _way(word: str, language: str) -> Trend:
    if word in _NEITHER.get(language, frozenset[str]()):
        return ""
    for whole, stems, way in _tables(language):
        if word in whole or word.startswith(stems):
            return way
    return ""
