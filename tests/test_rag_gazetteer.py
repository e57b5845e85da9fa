"""Names known in several languages: found in texts, looked up, and told to stand in a text or not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from rag.gazetteer import known_forms, names_in, stands_in
from rag.gazetteer.acronyms import acronyms_in, initials_in, spelled_out
from rag.gazetteer.aliases import Alias, aliases_in
from rag.gazetteer.alike import akin, distance
from rag.gazetteer.data import is_common_word
from rag.gazetteer.fold import fold


@pytest.mark.parametrize(("name", "form"), [
    ("Liège", "luik"), ("Luik", "luttich"), ("Lüttich", "lieja"), ("Munich", "monaco di baviera"),
    ("Belgium", "belgische"), ("Germany", "allemagne"), ("Vereinigten Staaten", "etats unis"),
    ("Dutch", "niederlandisch"), ("Turkey", "turkei"), ("Schottland", "scotland"),
])
def test_the_forms_of_a_name_are_found_from_any_of_them(name: str, form: str) -> None:
    assert form in known_forms(name)


@pytest.mark.parametrize(("one", "other"), [
    ("selenskyj", "zelensky"), ("zelenskiy", "zelensky"), ("putin", "poetin"), ("putin", "poutine"),
    ("moskau", "moskou"), ("kruschtschow", "khrushchev"), ("jelzin", "eltsine"), ("kadhafi", "gaddafi"),
    ("loekasjenko", "lukaschenko"), ("janukowytsch", "ianoukovitch"), ("sophokles", "sophocles"), ("kreta", "crete"),
    ("araukanern", "araucanians"), ("netanjahu", "netanyahu"), ("wolodymyr", "volodymyr"), ("hisbollah", "hezbollah"),
])
def test_a_name_is_one_in_the_spellings_of_two_languages(one: str, other: str) -> None:
    assert akin(one, other)
    assert akin(other, one)


@pytest.mark.parametrize(("one", "other"), [
    ("zemblanov", "zemblabridge"), ("brankovic", "brandstetter"), ("merkel", "merz"), ("schumacher", "schubert"),
    ("obama", "osama"), ("johnson", "johannes"), ("peterson", "petrograd"), ("iran", "irak"), ("alonso", "allen"),
    ("", "a"), ("li", "lu"),
])
def test_names_that_only_begin_alike_are_two(one: str, other: str) -> None:
    assert not akin(one, other)
    assert not akin(one, other, foreign=False)


def test_within_one_language_names_are_spelled_alike_but_for_slips_and_endings() -> None:
    assert not akin("jelzin", "eltsine", foreign=False)
    assert akin("selenskyjs", "selenskyj", foreign=False)
    assert akin("balasubramanian", "balasubramaniam", foreign=False)
    assert not akin("clinton", "clifton", foreign=False)


def test_a_distance_is_none_for_one_sound_and_grows_with_what_differs() -> None:
    assert distance("schostakowitsch", "shostakovich") == 0
    assert 0 < distance("putin", "poutine") < distance("putin", "clinton") <= 1
    assert distance("", "") == 0


@pytest.mark.parametrize(("inflected", "base"), [
    ("Lüttichs", "Lüttich"), ("belgischen", "Belgium"), ("Belgier", "Belgium"), ("Chinesen", "China"),
    ("Amerikaner", "United States"), ("françaises", "France"), ("Britse", "Groot-Brittannië"),
    ("Norditalien", "Italy"), ("ostdeutsche", "Germany"),
])
def test_inflections_and_words_for_the_people_lead_to_the_same_forms(inflected: str, base: str) -> None:
    assert known_forms(inflected) & known_forms(base)


def test_what_no_data_knows_has_no_forms() -> None:
    assert known_forms("Cainiao") == frozenset()
    assert known_forms("") == frozenset()


@pytest.mark.parametrize(("text", "language", "names"), [
    ("On Monday, Belgian Prime Minister Alexander De Croo praised Cainiao in Liège.", "en",
     ("Belgian", "Alexander De Croo", "Cainiao", "Liège")),
    ("Die Alibaba-Tochter Cainiao hat in Lüttich Daten gesammelt.", "de", ("Alibaba", "Cainiao", "Lüttich")),
    ("Nach Angaben der Regierung wächst die Wirtschaft seit Jahren.", "de", ()),
    ("Volgens de Staatsveiligheid (VSSE) kwam president Emmanuel Macron naar Luik.", "nl",
     ("VSSE", "Emmanuel Macron", "Luik")),
    ("L'Allemagne reproche à la Chine son espionnage.", "fr", ("Allemagne", "Chine")),
    ("El presidente Pedro Sánchez viajó a Nueva York.", "es", ("Pedro Sánchez", "Nueva York")),
    ("Reading is fun, and nice people do it on Monday.", "en", ()),
    ("On Monday Jan van der Zemblen left.", "en", ("Jan van der Zemblen",)),
    ("Sie reisten von Rom nach Athen und aus Boston an.", "de", ("Rom", "Athen", "Boston")),
    ("Er suchte im Gold nach Formen.", "de", ()),
])
def test_names_are_told_from_other_capitals(text: str, language: str, names: tuple[str, ...]) -> None:
    assert names_in(text, language) == names


@pytest.mark.parametrize(("name", "text", "stands"), [
    ("Liège", "In Luik is niets gebeurd.", True),
    ("Luik", "The airport of Liège grows.", True),
    ("Liège", "In Antwerpen is niets gebeurd.", False),
    ("Belgium", "Die belgische Regierung schweigt.", True),
    ("Belgium", "Die niederländische Regierung schweigt.", False),
    ("China", "Das Chinageschäft lahmt.", True),
    ("Africa", "Südafrika gewann das Spiel.", False),
    ("Nordafrika", "The war in North Africa goes on.", True),
    ("Rumänien", "The largest Roman Catholic country is Brazil.", False),
    ("Austria", "Australia won.", False),
    ("Norditalien", "Floods in northern Italy", True),
    ("Danube", "Das Hochwasser der Donau steigt.", True),
    ("Mittelmeer", "la mer Méditerranée", True),
    ("Thames", "Ein Boot auf der Themse.", True),
    ("Bavarian", "Die bayerische Regierung schweigt.", True),
    ("Islamic", "Die islamische Welt schweigt.", True),
    ("Danube", "Das Hochwasser des Rheins steigt.", False),
    ("Danube", "Das Donauhochwasser steigt.", True),
    ("United States", "die Behörden der Vereinigten Staaten", True),
    ("Paraguay", "Ostparaguay wächst.", True),
    ("Atlantic", "Der Nordatlantik ist kalt.", True),
    ("Viennese", "Der Wiener Hof schweigt.", True),
    ("Spaniards", "Los españoles llegaron.", True),
    ("Charles", "Karls Heer zog ab.", True),
    ("Jupiter", "Die Sonde erreichte den Merkur.", False),
    ("Volodymyr Zelensky", "Präsident Wolodymyr Selenskyj reiste ab.", True),
    ("Vladimir Putin", "Poetin zei niets.", True),
    ("Angela Merkel", "Olaf Scholz sagte nichts.", False),
    ("VSSE", "La Sûreté de l'État (VSSE) enquête.", True),
    ("Staatsveiligheid", "De Belgische Staatsveiligheid (VSSE) waarschuwt.", True),
    ("Igor Zemblanov", "The mayor of Zemblabridge said so.", False),
    ("Belgium", "Белгия молчит.", True),
    ("Angela Merkel", "Ангела Меркель молчит.", None),
])
def test_a_name_stands_in_a_text_under_any_known_form(name: str, text: str, stands: bool | None) -> None:
    assert stands_in(name, text) is stands


@pytest.mark.parametrize(("text", "alias"), [
    ("the State Security Service (VSSE) said", Alias("state security service", "vsse")),
    ("De VSSE (Staatsveiligheid) waarschuwt", Alias("vsse", "staatsveiligheid")),
    ("De Belgische Staatsveiligheid (VSSE) waarschuwt", Alias("staatsveiligheid", "vsse")),
    ("die Europäische Zentralbank (EZB) erhöht", Alias("europaische zentralbank", "ezb")),
    ("Chequers Court, also known as Chequers House, lies", Alias("chequers court", "chequers house")),
])
def test_articles_define_aliases(text: str, alias: Alias) -> None:
    assert alias in aliases_in(text)


@pytest.mark.parametrize("text", ["He left (see below) at noon.", "It grew (in 2018) by half.", "()", "(VSSE)"])
def test_other_brackets_define_none(text: str) -> None:
    assert aliases_in(text) == ()


def test_an_acronym_is_the_initials_of_its_words_in_order_with_or_without_the_small_ones() -> None:
    assert acronyms_in(["Das U.S.-Militär und die NGOs, sagt das ZDF."]) == {"ngos", "zdf"}
    assert {"fbi", "fboi"} <= initials_in(["the Federal Bureau of Investigation"])
    assert "bfi" not in initials_in(["the Federal Bureau of Investigation"])
    assert spelled_out("Agents of the Federal Bureau of Investigation left.", frozenset({"fbi"})) == {
        "federal", "bureau", "investigation"}
    assert spelled_out("Agents left.", frozenset({"fbi"})) == frozenset()


def test_common_words_are_told_from_names() -> None:
    assert is_common_word("klimaschutzgesetzes", "de")
    assert is_common_word("armies", "en")
    assert not is_common_word("merkel", "de")
    assert not is_common_word("maison", "fr")


def test_folding_drops_what_languages_write_differently() -> None:
    assert fold("  LÜTTICH, 's-Hertogenbosch & U.S.") == "luttich s hertogenbosch us"


def test_importing_reads_no_data() -> None:
    code = ("import rag.gazetteer, rag.gazetteer.data as data; "
            "raise SystemExit(data._names.cache_info().currsize + data._words.cache_info().currsize)")
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_a_long_text_takes_time_in_proportion() -> None:
    assert names_in("A" * 50_000 + " (" * 20_000 + "Paris " * 5_000, "en")
    assert aliases_in("(" * 50_000 + "Ab " * 20_000) == ()
    assert initials_in(["Paris " * 20_000])
