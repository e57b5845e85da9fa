"""Nouns of the news, in seven languages: what an article may be asked for by, and how the others call it.

One line a thing, languages in the order of `LANGUAGES`, several words of one language parted by "/". Nouns only, and
only those that mean one thing: "bank" is a bank, but "party" may be a feast.
"""

from __future__ import annotations

import functools

from rag.check.words import plain
from rag.gazetteer import known_forms
from rag.shelf.inflection import is_headed_by, is_led_by, stem

__all__ = ["LANGUAGES", "TopicWord", "translations"]

LANGUAGES = ("en", "de", "nl", "fr", "es", "it", "pt")

_TABLE = """
mayor Bürgermeister burgemeester maire alcalde/alcaldesa sindaco/sindaca prefeito/autarca
minister Minister/Ministerin minister ministre ministro/ministra ministro/ministra ministro/ministra
president Präsident president président presidente presidente presidente
government Regierung regering/kabinet gouvernement gobierno governo governo
parliament Parlament/Bundestag parlement parlement parlamento parlamento parlamento
election Wahl/Wahlkampf/Wahlbeteiligung verkiezing élection/scrutin elección elezione eleição
referendum Referendum/Volksabstimmung referendum référendum referéndum referendum referendo
opposition Opposition oppositie opposition oposición opposizione oposição
strike Streik/Ausstand staking grève huelga sciopero greve
union/unions Gewerkschaft vakbond syndicat sindicato sindacato sindicato
protest/demonstration Protest/Demonstration protest/betoging/demonstratie manifestation \
protesta/manifestación protesta/manifestazione protesto/manifestação
police Polizei politie police/gendarmerie policía polizia polícia
court/tribunal Gericht/Landgericht rechtbank/rechter/gerechtshof tribunal tribunal/juzgado tribunale tribunal
judge Richter/Richterin rechter juge juez/jueza giudice juiz/juíza
prosecutor Staatsanwalt/Staatsanwaltschaft aanklager/justitie procureur/parquet fiscal/fiscalía \
procuratore/procura procurador
prison/jail Gefängnis/Haftanstalt gevangenis prison cárcel/prisión carcere/prigione prisão/cadeia
murder Mord moord meurtre/assassinat asesinato/homicidio omicidio homicídio/assassinato
theft/burglary Diebstahl/Einbruch diefstal/inbraak vol/cambriolage robo/hurto furto roubo/furto
fraud Betrug fraude/oplichting fraude/escroquerie fraude/estafa frode/truffa fraude
corruption Korruption/Bestechung corruptie corruption corrupción corruzione corrupção
espionage/spy Spionage/Spion spionage/spion espionnage/espion espionaje/espía spionaggio/spia espionagem/espião
fire/blaze Brand/Feuer brand incendie/feu incendio incendio incêndio
firefighter Feuerwehr/Feuerwehrmann/Feuerwehrleute brandweer pompier bombero pompiere/vigile bombeiro
flood/flooding Überschwemmung/Hochwasser/Flut overstroming/hoogwater inondation/crue inundación/riada \
alluvione/inondazione inundação/cheia
earthquake/quake Erdbeben/Beben aardbeving séisme/tremblement terremoto/seísmo terremoto/sisma terramoto/terremoto
storm/hurricane Sturm/Orkan storm/orkaan tempête/ouragan tormenta/huracán tempesta/uragano tempestade/furacão
drought Dürre/Trockenheit droogte sécheresse sequía siccità seca
volcano Vulkan vulkaan volcan volcán vulcano vulcão
climate Klima klimaat climat clima clima clima
accident/crash Unfall/Unglück ongeluk/ongeval accident accidente incidente acidente
explosion Explosion explosie/ontploffing explosion explosión esplosione explosão
victim Opfer slachtoffer victime víctima vittima vítima
school Schule school école/lycée/collège escuela/colegio scuola escola
teacher Lehrer/Lehrkraft leraar/leerkracht/docent enseignant/professeur maestro/profesor insegnante/maestro professor
pupil/student Schüler/Student leerling/student élève/étudiant alumno/estudiante alunno/studente aluno/estudante
university Universität/Hochschule universiteit/hogeschool université universidad università universidade
hospital/clinic Krankenhaus/Klinik/Spital ziekenhuis/kliniek hôpital/clinique hospital/clínica \
ospedale/clinica hospital/clínica
doctor/physician Arzt/Ärztin/Ärzte arts/dokter médecin médico medico médico
nurse Krankenpfleger/Krankenschwester/Pflegekraft/Pflegekräfte verpleegkundige infirmier/infirmière \
enfermero/enfermera infermiere/infermiera enfermeiro/enfermeira
vaccine/vaccination Impfstoff/Impfung vaccin/vaccinatie vaccin/vaccination vacuna/vacunación \
vaccino/vaccinazione vacina/vacinação
virus Virus virus virus virus virus vírus
disease/illness Krankheit ziekte maladie enfermedad malattia doença
football/soccer Fußball voetbal football fútbol calcio futebol
club Klub/Verein club/vereniging club club club/società clube
stadium Stadion stadion stade estadio stadio estádio
championship Meisterschaft kampioenschap championnat campeonato campionato campeonato
museum Museum museum musée museo museo museu
painting Gemälde schilderij tableau/peinture cuadro/pintura quadro/dipinto quadro/pintura
theatre/theater Theater theater/schouwburg théâtre teatro teatro teatro
festival Festival/Fest festival festival festival festival festival
library Bibliothek/Bücherei bibliotheek bibliothèque biblioteca biblioteca biblioteca
church Kirche kerk église iglesia chiesa igreja
factory Fabrik/Werk fabriek usine fábrica fabbrica fábrica
company/firm Unternehmen/Firma/Konzern bedrijf/onderneming entreprise/société empresa/compañía \
azienda/società empresa/companhia
bank Bank bank banque banco/banca banca banco
job/employment Arbeitsplatz/Arbeitsplätze/Stelle baan/arbeidsplaats emploi empleo posto/occupazione emprego
unemployment Arbeitslosigkeit werkloosheid chômage desempleo/paro disoccupazione desemprego
wage/salary/pay Lohn/Gehalt loon/salaris salaire salario/sueldo salario/stipendio salário
tax Steuer belasting impôt/taxe impuesto tassa/imposta imposto
price Preis prijs prix precio prezzo preço
inflation Inflation/Teuerung inflatie inflation inflación inflazione inflação
budget Haushalt/Budget begroting budget presupuesto bilancio orçamento
debt Schuld/Schulden schuld dette deuda debito dívida
trade Handel handel commerce comercio commercio comércio
tariff/customs Zoll/Zölle heffing/invoerrecht douane/droits arancel dazio tarifa
farmer Bauer/Landwirt/Bäuerin boer/landbouwer agriculteur/paysan/éleveur agricultor/granjero \
agricoltore/contadino agricultor
farm Bauernhof/Hof boerderij ferme granja/finca fattoria fazenda/quinta
milk Milch melk lait leche latte leite
sheep Schaf schaap/schapen mouton/brebis oveja pecora ovelha
wolf Wolf wolf loup lobo lupo lobo
bear Bär beer ours oso orso urso
bird Vogel vogel oiseau pájaro/ave uccello pássaro/ave
dog Hund hond chien perro cane cão/cachorro
animal Tier dier animal animal animale animal
forest/wood Wald bos forêt/bois bosque bosco/foresta floresta
river Fluss rivier rivière/fleuve río fiume rio
lake See meer lac lago lago lago
bridge Brücke brug pont puente ponte ponte
tunnel Tunnel tunnel tunnel túnel galleria/tunnel túnel
road/motorway Straße/Autobahn weg/snelweg route/autoroute carretera/autopista strada/autostrada estrada/autoestrada
railway/train Bahn/Eisenbahn/Zug spoor/trein chemin-de-fer/train/rail ferrocarril/tren ferrovia/treno \
ferrovia/comboio/trem
bus Bus bus autobus/bus autobús autobus ônibus/autocarro
ferry Fähre veerboot/veer/veerpont ferry/bac/traversier transbordador/ferry traghetto ferry/balsa
ship/vessel Schiff schip/schepen navire/bateau barco/buque nave barco/navio
port/harbour/harbor Hafen haven port puerto porto porto
airport Flughafen luchthaven/vliegveld aéroport aeropuerto aeroporto aeroporto
aeroplane/airplane/aircraft Flugzeug vliegtuig avion avión aereo avião
car Auto/Pkw auto voiture/automobile coche/automóvil auto/automobile carro/automóvel
energy Energie energie énergie energía energia energia
electricity Strom/Elektrizität elektriciteit/stroom électricité electricidad elettricità eletricidade
gas Gas gas gaz gas gas gás
oil Öl/Erdöl olie pétrole petróleo petrolio petróleo
water Wasser water eau agua acqua água
war Krieg oorlog guerre guerra guerra guerra
army/military Armee/Bundeswehr/Militär leger armée ejército esercito exército
soldier Soldat soldaat soldat soldado soldato soldado
terrorism/terrorist Terrorismus/Terrorist/Terror terrorisme/terrorist terrorisme/terroriste \
terrorismo/terrorista terrorismo/terrorista terrorismo/terrorista
refugee Flüchtling vluchteling réfugié refugiado rifugiato/profugo refugiado
migrant/immigration Migrant/Zuwanderung/Einwanderung migrant/immigratie migrant/immigration \
migrante/inmigración migrante/immigrazione migrante/imigração
woman Frau vrouw femme mujer donna mulher
child/children Kind kind/kinderen enfant niño/niña bambino/bambina criança
tourist/tourism Tourist/Tourismus toerist/toerisme touriste/tourisme turista/turismo turista/turismo turista/turismo
house/housing/flat Haus/Wohnung huis/woning maison/logement casa/vivienda casa/alloggio casa/habitação
computer Computer computer ordinateur ordenador/computadora computer computador
internet Internet internet internet internet internet internet
newspaper Zeitung krant journal periódico/diario giornale jornal
"""


class TopicWord:
    """A word in the languages of the table.

    Args:
        forms: For each language the stems of its words.
        umlauts: The German stems that have an umlaut in the singular.
    """

    __slots__ = ("_forms", "_umlauts")

    def __init__(self, forms: dict[str, frozenset[str]], umlauts: frozenset[str]) -> None:
        self._forms = forms
        self._umlauts = umlauts

    def has_umlaut_of(self, word: str) -> bool:
        """Whether a German word has the umlaut that the noun has which it would be; one of the plural is free."""
        own = stem(plain(word), "de")
        heads = [head for head in self.stems("de") if head in own]
        return not heads or any(head not in self._umlauts or set("äöü") & set(word.casefold()) for head in heads)

    def stems(self, language: str) -> frozenset[str]:
        """Returns the stems of its words in a language."""
        return self._forms.get(language, frozenset())

    def stands_as(self, word: str, language: str) -> bool:
        """Whether a plain word of a text in `language` means the thing, as it stands or as the head of a compound."""
        stems = self.stems(language)
        own = stem(word, language)
        if own in stems or any(is_headed_by(word, head, language) for head in stems):
            return True
        # "Brandweer" and "Brandenburg" begin with a word that they do not mean.
        return any(is_led_by(word, first, language) for first in stems) and not (
            own in _by_stem()[language] or known_forms(word))


def translations(word: str, language: str) -> tuple[TopicWord, ...]:
    """Returns what a plain word of a question may mean; empty where the table does not have it.

    Args:
        language: Of the question, ISO 639-1.
    """
    return _by_stem().get(language, {}).get(stem(word, language), ())


@functools.cache
def _by_stem() -> dict[str, dict[str, tuple[TopicWord, ...]]]:
    found: dict[str, dict[str, tuple[TopicWord, ...]]] = {language: {} for language in LANGUAGES}
    for line in _TABLE.strip().splitlines():
        forms = {language: frozenset(stem(plain(word), language) for word in group.split("/"))
                 for language, group in zip(LANGUAGES, line.split(), strict=True)}
        german = line.split()[LANGUAGES.index("de")].split("/")
        thing = TopicWord(forms, frozenset(stem(plain(word), "de") for word in german
                                           if set("äöü") & set(word.casefold())))
        for language, stems in forms.items():
            for one in stems:
                found[language][one] = (*found[language].get(one, ()), thing)
    return found
