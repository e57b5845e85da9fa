"""Peoples, faiths and movements whose names differ between languages."""

from __future__ import annotations

from typing import Final

__all__ = ["PEOPLES"]

PEOPLES: Final = """
aztec aztek aztequ azteca
viking wiking vikingo vichingh
ottoman osman otoman
moor maure moren moro mori
jew jewish jud judisch jood joods juif juive judio ebre judais judentum jodendom
kurd koerd curd
basque baskisch bask vasc basco
roman rom romisch romein romain romano
slav slaw slaaf slave esla
celt kelt celta
goth goten gotisch goto
spaniard spanier spanjaard spain spanien spanje spanish spanisch spaans espan espanol espagn espagnol spagn spagnol
dane danen danisch danish deen deens danois danemark denmark
swede schwede zweed swedish schwedisch suedois sueco svedes
finn finne fins finnois fines finland finnisch
turk turke turkisch turkish turc turco
pole polen polnisch polish poland polonais polaco polacco
scot scott schott schotte schots ecossais escoces scozzes
briton brite brit british britisch britannique britan inglese
dutchman dutchmen dutch niederland hollander hollandisch nederland neerland
englishman englishmen english englisch englander engels engelsman anglais ingles
frenchman frenchmen french franzos franzosisch fransman frans francais frances
irishman irishmen irish iren irisch iers irlandais irlandes irland ireland
welshman welshmen welsh walis walisisch gallois gales wales
texas texan texaner texaans
quebec quebecer quebecker quebecois
native american amerikanisch indianer indiaan indigen amerindi
arab arabisch arabe arabi
soviet sowjet sowjetisch sovjet sovietique sovietic
bolshevi bolschewi bolsjew bolchev bolcev
communis kommunis comunis
christ christus christi christian christen christlich christelijk chretien chretienn cristian cristo
muslim moslem moslim musulm mussulm islam muculm
protestant protestantisch protestants
orthodox orthodoxe ortodox
buddh buddhis boeddh boeddhis bouddh bouddhis budis
hindu hinduis hindoe hindoeis hindou hindouis induis
jesuit jezuiet jesuita gesuit
luther lutheran lutherisch luteran
puritan puritanisch puritein puritain
aryan arier arisch aryen ariano arian
phoenic phoniz phonik fenici phenic
byzant byzantin byzantinisch byzantijns bizant
persia persien persisch perzi perzisch perse persan persa
assyr assyrisch asiri assiri
carthag karthag karthagisch cartag cartagin
gaul gallier gallisch gaulois galli galo
hun hunnen hunn unni
inca inka
etrusc etrusk etruskisch
thrac thrak thrakisch traci
macedon mazedon makedon mazedonisch macedonisch
trojan trojanisch trojaner troy troja troie troya troia
athen athenian athener atheens atene ateniens
corinth korinth korinthisch corint
minoan minoisch minoer minoen minoic
mycen myken mykenisch myceens micen
bedouin beduin bedoein beduin
tuareg toeareg touareg
zulu zoeloe zoulou
gypsy gypsies zigeuner sinti roma
latin latein lateinisch latijn latijns latino
hebrew hebraisch hebreeuws hebreu ebraic hebre
gael gaelic galisch gaelique
teuton germanen germanisch germaans germain
maya mayan
vienna viennese wien wiener weens vienne viennois viennoise viena vienes
venice venetian venedig venezian venezianisch venetiaans venise veniti venecia veneci venezia
florence florentin florentine florenz florentinisch florentijns florencia firenze fiorentin
naples neapolitan neapel neapolitanisch napels napolitaans napolitain napoli napoles napoletan
moscow muscovite moskau moskou moscou moscovite moscu mosca moscovit
genoa genoese genua genuesisch genuees genes genois genova genoves
milan milanese mailand mailander milaan milanees milanais milano milanes
munich munchen munchner munchener munique
cologne koln kolner keulen keuls colonia
geneva genevan genf genfer geneve genevois ginebra ginevra ginevrin
paris parisian pariser parijs parigi parisien parisienne parisino parigin
london londoner londen londres londonien londra londinese londinense
lisbon lissabon lissaboner lisboa lisboet lisbonne
warsaw warschau warschauer varsov varsavia
prague prag prager praag praga praguois praghese
brussels brussel brusseler bruxell bruxelles bruselas
antwerp antwerpen antwerpener anvers amberes anversa antuerpia
strasbourg strassburg straatsburg estrasburgo strasburgo
nuremberg nurnberg neurenberg nuremberga norimberga
cairo kairo kairoer caire
damascus damaskus damaszener damas damasco
jerusalem jeruzalem jerusalen gerusalemme
"""
"""One a line: the folded stems of its names, read by `rag.gazetteer.exonyms`."""
