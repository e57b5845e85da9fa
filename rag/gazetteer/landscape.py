"""Rivers, seas, mountains, islands and lands whose names differ between languages, and that no city data has."""

from __future__ import annotations

from typing import Final

__all__ = ["LANDSCAPE"]

LANDSCAPE: Final = """
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
atlanti atlantic atlantik atlantisch atlantique
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
flander flemish fleming flame vlaming flandern flamisch vlaanderen vlaams flandre flamand flande fiandr flamenc fiamming
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
greenland gronland groenland
antilles antillen antillas antille
levant levante
ganges gange
volga wolga
dnieper dnjepr dniepr
yangtze jangtse jangtsekiang yangzi
moselle mosel moezel mosella
tagus tejo tajo tago
tiber tevere tevre tibre
vltava moldau
douro duero
constance konstanz bodensee bodenmeer
channel armelkanal
bosporus bosphor bosforo
dardanelle dardanelo dardanelli
suez sues
himalaya himalaja
ural oeral oural
vosges vogesen vogezen vosgi
balkan balcan
iberia iberie iberisch
indies indien westindi ostindi indias indes
oceania oceanie ozeani oceanisch
eurasia eurasien eurazie eurasie
micronesi mikronesi
falkland malvinas malouines
faroe farao faroer feroe feroer
azore azoren azor
lapland lappland laponi
zealand zealander seeland neuseeland neuseelander neuseelandisch nieuwzeeland zelandais neozeland
jutland jylland
cyclades kyklad cyclad ciclad
peloponnes peloponeso
judea judaa judee giudea
galile galilaa
phrygi frigi
anatoli anatolisch
chechen tschetschen tsjetsjen tchetchen checheni ceceni
karabakh karabach bergkarabach karabaj
kashmir kaschmir kasjmir cachemir cachemira
punjab pandschab pendjab
bengal bengalen bengalisch
manchuri mandschur mantsjoer mandchour manciuri
lorraine lothring lorena lotharing
alsace elsass elzas alsacia alsazia
savoy savoyen savoie saboya savoia
piedmont piemont piamonte piemonte
apulia apulien puglia pouille
castile kastilien kastilie castill castigli castel
hesse hessen hessisch hassia assia
thuringi thuring turingi
palatinate pfalz palts palatinat palatinad
rhineland rheinland rijnland rhenani renani
swabia schwaben schwab zwaben souabe suabia svevia
franconia franken frankisch franconie
pomerania pommern pommer pomeran
moravia mahren mahrisch moravie
bohemia bohmen bohmisch boheem bohem
galicia galizien galicie galizi
styria steiermark stiermarken estiria stiria
tyrol tirol
carinthia karnten karinthie carintia
friesland frisia frisian frysl frise friesisch
rocky rockies
"""
"""One a line: the folded stems of its names, read by `rag.gazetteer.exonyms`."""
