"""Rulers, saints, gods, planets and ancients, whom each language calls by a name of its own."""

from __future__ import annotations

from typing import Final

__all__ = ["STORIED"]

STORIED: Final = """
charles karl karel carlos carlo carolus
william wilhelm willem guillaume guillermo guglielmo guilherme
henry heinrich hendrik henri enrique enrico henrique
louis ludwig lodewijk luis luigi
philip philipp filips felipe filippo filipe
frederick friedrich frederik frederic federico
catherine katharina catharina catalina caterina catarina
francis franz frans francois francisco francesco franciscus franziskus
james jakob jakobus jacobus jacques jaime giacomo
john johann johannes jean juan giovanni joao jan
elizabeth elisabeth isabel elisabetta
george georg joris jorge giorgio
peter petrus petri pierre pedro pietro pieter
paul paulus pauli pablo paolo paulo
mary maria marie maria marian marien
matthew matthaus mattheus matthieu mateo matteo
mark markus marcus marc marcos marco
luke lukas lucas luc luca
stephen stephan stefan etienne esteban stefano estevao
nicholas nikolaus nicolaas nicolas nicola niklaus
lawrence laurentius laurens laurent lorenzo
gregory gregor gregorius gregoire gregorio
benedict benedikt benedictus benoit benito benedetto
clement clemens klemens clemente
innocent innozenz innocentius inocencio innocenzo
leo leon leone
pius pie pio
alexander alexandre alejandro alessandro aleksandr
constantine konstantin constantijn constantin costantino
justinian justinianus justinien giustinian
augustine augustinus augustin agustin agostino
anthony antonius antoine antonio anton
michael michel miguel michele
joseph josef jozef jose giuseppe
moses mose mozes moise
noah noach noe
solomon salomo salomon
isaiah jesaja isaias isaia
ezekiel hesekiel ezechiel
job hiob
jesus jesu gesu
eve eva
aristotle aristoteles aristote aristotel
plato platon platone
homer homeros homerus homere homero omero
virgil vergil vergilius virgile virgilio
horace horaz horatius horacio orazio
livy livius livio tite
pliny plinius pline plinio
ptolemy ptolemaus ptolemaeus ptolemee ptolomeo tolomeo
euclid euklid euclide
caesar casar cesar cesare
cleopatra kleopatra cleopatre
columbus kolumbus colomb colombo
copernicus kopernikus copernic copernico
magellan magalhaes magallanes magellano
confucius konfuzius confucio
genghis dschingis djengis gengis
tutankhamun tutanchamun toetanchamon toutankhamon tutankamon
khufu cheops keops chufu
khafre chephren kefren chefren
menkaure mykerinos micerino
akhenaten echnaton achnaton akhenaton
nefertiti nofretete nefertete
herodotus herodot herodotos herodote erodoto
thucydides thukydides thucydide tucidides tucidide
socrates sokrates socrate
sophocles sophokles sophocle sofocles sofocle
aeschylus aischylos eschyle esquilo eschilo
hippocrates hippokrates hippocrate ippocrate
archimedes archimede arquimedes
pythagoras pitagoras pythagore pitagora
epicurus epikur epicure epicuro
darius dareios dario
cyrus kyros ciro
hadrian hadrianus hadrien adriano
buddha boeddha bouddha buda budda
muhammad mohammed mahomet mahoma maometto mohamed
iliad ilias iliade iliada
odyssey odyssee odissea odisea
aeneid aneis eneide eneida aeneis
mercury merkur mercurius mercure mercurio
neptune neptun neptunus neptuno nettuno
saturn saturnus saturne saturno
jupiter jupiter giove
uranus urano
athena athene atenea atena
odysseus ulysses ulises ulysse ulisse
hercules herkules heracles herakles ercole
achilles achill aquiles achille
zeus zeus
tsar zar tsaar czar
passover pessach pesach
hanukkah chanukka chanoeka hanouka januca
pentecost pfingsten pinksteren pentecote pentecostes pentecoste
koran quran coran corano alcorao
torah thora tora
renaissance rinascimento renacimiento renascimento
crusade kreuzzug kreuzzuge kreuzritter kruistocht croisade cruzada crociat
thanksgiving erntedank erntedankfest
"""
"""One a line: the folded stems of its names, read by `rag.gazetteer.exonyms`."""
