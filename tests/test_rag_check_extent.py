"""Parts that a claim adds to its quote, told by its length and by what stands for them: invented sentences."""

from __future__ import annotations

import time

import pytest

from rag.check.extent import check_extent
from rag.check.extent_words import EXTENT_WORDS
from rag.check.numbers import Source

OPENED = {
    "en": "The town council of Worms opened a new market hall with 40 stalls on Monday",
    "de": "Der Stadtrat von Worms eröffnete am Montag eine neue Markthalle mit 40 Ständen",
    "nl": "De gemeenteraad van Worms opende maandag een nieuwe markthal met 40 kramen",
    "fr": "Le conseil municipal de Worms a ouvert lundi une nouvelle halle avec 40 étals",
    "es": "El ayuntamiento de Worms abrió el lunes un nuevo mercado cubierto con 40 puestos",
    "it": "Il consiglio comunale di Worms ha aperto lunedì un nuovo mercato con 40 banchi",
    "pt": "A câmara municipal de Worms abriu na segunda-feira um novo mercado coberto com 40 bancas",
}
ADDED = {
    "en": ("which angered local residents", "a long-awaited step for the whole region", "much to the delight of visitors",
           "even though experts had advised against it", "the largest such project so far"),
    "de": ("was die Anwohner verärgerte", "ein lange erwarteter Schritt für die ganze Region",
           "sehr zur Freude der Besucher", "obwohl Fachleute davon abgeraten hatten", "das bisher größte Vorhaben dieser Art"),
    "nl": ("wat omwonenden boos maakte", "een langverwachte stap voor de hele regio", "tot vreugde van bezoekers",
           "hoewel deskundigen het hadden afgeraden"),
    "fr": ("ce qui a irrité les riverains", "une étape très attendue pour toute la région",
           "au grand bonheur des visiteurs", "bien que des experts l'aient déconseillé"),
    "es": ("lo que molestó a los vecinos", "un paso muy esperado para toda la comarca"),
    "it": ("il che ha irritato gli abitanti", "un passo molto atteso per tutta la regione"),
    "pt": ("o que irritou os moradores", "um passo muito esperado por toda a região"),
}


@pytest.mark.parametrize("told", OPENED)
@pytest.mark.parametrize("language", OPENED)
def test_a_translation_passes_and_with_an_added_part_it_does_not(language: str, told: str) -> None:
    quote = [Source(f"{OPENED[told]}.", told)]
    assert check_extent(f"{OPENED[language]}.", language, quote).passed
    for part in ADDED[language]:
        refused = check_extent(f"{OPENED[language]}, {part}.", language, quote)
        assert not refused.passed, part
        assert "says nothing of" in refused.reason or "room for" in refused.reason


@pytest.mark.parametrize("told", ["en", "de", "nl", "fr"])
@pytest.mark.parametrize("language", ["en", "de", "nl", "fr"])
def test_a_part_that_the_quote_has_too_passes(language: str, told: str) -> None:
    for own, other in zip(ADDED[language], ADDED[told], strict=False):
        quote = [Source(f"{OPENED[told]}, {other}.", told)]
        assert check_extent(f"{OPENED[language]}, {own}.", language, quote).passed


@pytest.mark.parametrize(("claim", "language", "quote", "told"), [
    ("The hall in Worms, which has 40 stalls, opened on Monday.", "en", "Die Halle in Worms hat am Montag mit 40 Ständen"
     " eröffnet.", "de"),
    ("The driver, a man from Trier, was fined.", "en", "Der Fahrer aus Trier wurde bestraft.", "de"),
    ("The mayor, a Social Democrat, praised the plan.", "en", "Der Bürgermeister von der SPD lobte den Plan.", "de"),
    ("The hall opened on Monday, the town's mayor said.", "en", "Laut dem Bürgermeister wurde die Halle am Montag"
     " eröffnet.", "de"),
    ("Die Wähler lehnten den Plan ab, ein Ergebnis, das beide Gemeinderäte überraschte.", "de",
     "Voters rejected the plan, a result that surprised both councils.", "en"),
    ("La pluie a inondé la ville, tandis que la ligne de chemin de fer est bloquée.", "fr",
     "Rain has flooded the town, and the railway line is blocked.", "en"),
    ("Heavy rain flooded the town, leaving two roads impassable.", "en",
     "Starker Regen überflutete die Stadt, zwei Straßen waren unpassierbar.", "de"),
    ("After the vote, the mayor left the hall.", "en", "Der Bürgermeister verließ den Saal nach der Abstimmung.", "de"),
    ("He knew what he wanted, and so did she.", "en", "Er wusste, was er wollte, und sie auch.", "de"),
    ("Die Halle, die am Montag öffnete, hat Stände.", "de", "The hall that opened on Monday has stalls.", "en"),
    ("Das ist alles, was der Verein besitzt.", "de", "This is everything the club owns.", "en"),
    ("Der Rat hofft, eine neue Halle bauen zu können.", "de", "The council hopes to be able to build a new hall.", "en"),
    ("The council said no.", "en", "De gemeenteraad heeft het plan verworpen, ondanks de steun van de burgemeester.", "nl"),
])
def test_parts_that_a_translation_makes_or_drops_pass(claim: str, language: str, quote: str, told: str) -> None:
    assert check_extent(claim, language, [Source(quote, told)]).passed


def test_a_claim_far_longer_than_all_that_it_cites_fails() -> None:
    claim = ("The council of Worms opened the hall and promised that farmers of the valley can sell there without "
             "paying rent through all of the first winter")
    quote = Source("Der Rat von Worms eröffnete die Halle.", "de")
    assert not check_extent(claim, "en", [quote]).passed
    context = Source("Er versprach, dass die Bauern des Tals dort im ganzen ersten Winter verkaufen können, ohne Miete "
                     "zu zahlen.", "de")
    assert check_extent(claim, "en", [quote, context]).passed


def test_a_short_quote_leaves_room_for_who_says_it_and_who_he_is() -> None:
    quote = [Source("Er trat am Montag zurück.", "de")]
    assert check_extent("According to the article, he resigned on Monday.", "en", quote).passed
    question = "When did Environment Minister Anneliese Grünspan-Oberholzer resign?"
    claim = "Environment Minister Anneliese Grünspan-Oberholzer resigned on Monday, according to the article."
    assert check_extent(claim, "en", quote, [question]).passed
    assert not check_extent(claim, "en", quote).passed


SAME = {
    "en": ("The old bridge over the Rhine between Worms and Lampertheim was closed to cars on Monday morning.", [
        ", angering residents of nearby villages", " because of a serious shortage of trained staff", ", a decision widely"
        " seen as mistaken", " after months of bitter debate"]),
    "de": ("Die alte Brücke über den Rhein bei Worms wurde am Montagmorgen für Autos und Räder gesperrt.", [
        ", sehr zum Ärger vieler Pendler", " aufgrund mangelnder Vorbereitung seitens zuständiger Behörden",
        ", eine Entscheidung mit schweren Folgen"]),
    "nl": ("De oude brug over de Rijn bij Worms werd maandagochtend voor auto's en fietsen afgesloten.", [
        ", tot woede van boze buurtbewoners", " wegens gebrek aan geschoold personeel"]),
    "fr": ("Le vieux pont sur le Rhin près de Worms a été fermé lundi matin aux voitures et aux vélos.", [", au grand dam des riverains inquiets"]),
}


@pytest.mark.parametrize("language", SAME)
def test_in_one_language_an_added_part_has_some_word_of_its_sources(language: str) -> None:
    quote, parts = SAME[language]
    source = [Source(quote, language)]
    for part in parts:
        claim = quote.removesuffix(".") + part + "."
        assert not check_extent(claim, language, source).passed, part
        # What the question asks about, or the article says elsewhere, is not invented.
        assert check_extent(claim, language, [*source, Source(part, language)]).passed
    first = quote.removesuffix(".") + parts[0] + "."
    assert check_extent(first, language, source, [parts[0]]).passed
    assert check_extent(first, language, source, [], [f"{quote} {parts[0]}"]).passed


def test_other_words_for_what_a_quote_says_pass() -> None:
    quote = [Source("The river crossing was shut to all traffic on Monday morning, the mayor of Worms said.", "en")]
    assert check_extent("On Monday, the mayor said, cars could no longer use the crossing.", "en", quote).passed
    assert check_extent("All traffic was stopped.", "en", quote).passed


def test_a_language_without_a_list_passes() -> None:
    long = "Bron stängdes, vilket gjorde många människor i staden mycket arga under hela den långa vintern."
    assert check_extent(long, "sv", [Source("Sie schloss.", "de")]).passed
    assert check_extent("The bridge was closed, which angered residents.", "en", [Source("Bron stängdes.", "sv")]).passed
    assert check_extent("The bridge was closed, which angered residents.", "en", []).passed


def test_all_languages_know_the_same_kinds_of_parts() -> None:
    kinds = set(EXTENT_WORDS["en"].opens)
    for language, told in EXTENT_WORDS.items():
        assert set(told.opens) == set(told.heard) == kinds, language
        assert told.least <= told.most


@pytest.mark.parametrize("unit", ["word, ", ", which a b", "und ", "aa", "Abc ", ", ", "12, ", " - "])
@pytest.mark.parametrize("told", ["en", "de"])
def test_long_texts_take_linear_time(unit: str, told: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        begin = time.process_time()
        check_extent(text, "en", [Source(text[: size // 2], told)], [text], [text])
        check_extent("The council of Worms opened a hall, which angered residents.", "en", [Source(text, told)])
        return time.process_time() - begin

    seconds(1_000)
    small, large = (min(seconds(size) for _ in range(2)) for size in (5_000, 20_000))
    assert large < max(10 * small, 0.5)
