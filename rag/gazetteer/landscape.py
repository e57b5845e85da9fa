"""Rivers, seas, mountains, islands, lands and peoples whose names differ between languages, and that no city data has.

Each line holds the folded stems of one, in whatever of the spoken languages spells it anew; what a spelling after the
sounds finds anyway (`rag.gazetteer.alike`) is left out.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Final

from rag.gazetteer.alike import continues

__all__ = ["landscape_forms"]

_LEAST: Final = 3

# Rivers; seas; mountains; islands; lands; peoples.
_STEMS: Final = """
danube donau danubi
rhine rhein rijn rhin reno
thames themse theems tamise tamesis tamigi tamisa
nile nil nijl nilo
amazon amazonas amazone amazonie amazzoni
scheldt schelde escaut escalda
meuse maas mosa
vistula weichsel wisla vistule
euphrat euphrate eufraat eufrate
tigris tigre tigri
mediterrane mediterranean mittelmeer middellandse mediterraneo mediterranee
atlanti atlantik atlantisch atlantique
pacific pazifik pazifisch pacifique pacifico
baltic ostsee oostzee baltique baltico baltisch
caribbean karibik karibisch caraib caribe
arctic arktis arktisch arctisch arctique artico arktik
antarctic antarktis antarktisch antarctisch antarctique antarti
aegean agais agaisch egeisch egee egeo
adriatic adria adriatisch adriatique adriatico
alps alpen alpes alpi alpin
andes anden ande andin
pyrenees pyrenaen pyreneeen pirine pirene
carpath karpat carpat karpath
vesuvius vesuv vesuve vesubio vesuvio
etna atna
crete kreta creta kretisch cretan
sicil sizili sicile
sardin sardaigne cerden sardegn
corsic korsik corse corceg
canary canaries kanaren kanarisch canarisch canari
balearic balearen baleares baleari
rhodes rhodos rodas rodi
bavaria bayern bayerisch bayrisch beieren beiers bavier baviera bavarois bavaro
saxon sachsen sachsisch saksen saksisch saxe sajon sasson
flander flemish flandern flamisch vlaanderen vlaams flandre flamand flande fiandr flamenc fiamming
walloni walloon wallon waals valon vallon
brittany breton bretagn bretan
normand norman normann
burgund bourgogn borgon bourgond
catal catalan katal catalogn
andalus andalous andaluc
tuscan toskan toscan
lombard lombard
silesia silesian schlesi siles slezi
transylvan siebenburg transsilvan transilvan
siberia siberian sibiri siberie sibir
crimea crimean krim crime
caucas kaukas
prussia prussian preussen preussisch pruis prusse prussien prusia
scandinav skandinav escandinav
aztec aztek aztequ azteca
viking wiking vikingo vichingh
ottoman osman otoman
moor maure moren moro mori
jew jewish jud judisch jood joods juif juive judio ebre
kurd koerd curd
basque baskisch bask vasc basco
roman rom romisch romein romain romano
slav slaw slaaf slave esla
celt kelt celta
goth goten gotisch goto
greenland gronland groenland
antilles antillen antillas antille
levant levante
"""


def landscape_forms(word: str) -> frozenset[str]:
    """Returns the stems, in all languages, of what a folded word names, inflected or not; empty where none is known."""
    table = _by_stem()
    return frozenset[str]().union(*(table[word[:cut]] for cut in range(len(word), _LEAST - 1, -1)
                               if word[:cut] in table and continues(word, word[:cut])))


@functools.cache
def _by_stem() -> Mapping[str, frozenset[str]]:
    lines = [line.split() for line in _STEMS.strip().splitlines()]
    return {stem: frozenset(line) for line in lines for stem in line}
