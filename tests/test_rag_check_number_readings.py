"""Numbers that words around them make vague, bounded or ranked, and months within words, across languages."""

from __future__ import annotations

import pytest
from both_ways import assert_agree, assert_differ

from rag.check.numbers import Source, check_numbers

# Languages and sentences that say the same: each is a true claim on the other.
TRUE = [
    ("en", "de", "A couple of thousand people live here.", "Ein paar tausend Menschen leben hier."),
    ("en", "de", "A few hundred metres away it stopped.", "Ein paar hundert Meter weiter hielt es."),
    ("en", "nl", "A couple of hundred boats came.", "Een paar honderd boten kwamen."),
    ("en", "es", "It cost a couple of million euros.", "Costó un par de millones de euros."),
    ("en", "de", "It cost several million euros.", "Es kostete mehrere Millionen Euro."),
    ("en", "de", "A few million years ago it was ice.", "Vor einigen Millionen Jahren war es Eis."),
    ("en", "de", "It is tens of thousands of kilometres away.", "Es ist Zehntausende Kilometer entfernt."),
    ("en", "de", "Those held for more than 24 hours left.", "Wer länger als 24 Stunden festgehalten war, ging."),
    ("en", "de", "The site is no smaller than 50 hectares.", "Das Gelände misst mindestens 50 Hektar."),
    ("en", "de", "It lasts no longer than 5 minutes.", "Es dauert höchstens 5 Minuten."),
    ("en", "nl", "A tree taller than 30 metres fell.", "Een boom hoger dan 30 meter viel om."),
    ("en", "de", "It meets at its October meeting.", "Es trifft sich auf seiner Oktobertagung."),
    ("en", "nl", "The September rains came.", "De septemberregen kwam."),
    ("en", "de", "It completes the top-ten positions.", "Es vervollständigt die Top-Ten-Liste."),
    ("en", "de", "Beware of gnats.", "Man muss sich vor Mücken in Acht nehmen."),
    ("en", "es", "It is the fourth closure in five years.", "Es el cuarto cierre en cinco años."),
    ("en", "de", "In third, she leads by three points.", "Auf dem dritten Platz führt sie mit drei Punkten."),
    ("en", "de", "It pumped 5.7  million barrels.", "Es förderte 5,7 Millionen Fass."),
    ("en", "de", "After the rains in around April it is green.", "Nach dem Regen im April ist es grün."),
    ("en", "de", "It may rain in April.", "Im April regnet es vielleicht."),
    ("en", "de", "It is paid every two weeks.", "Es wird vierzehntägig gezahlt."),
    ("en", "de", "It began at 2200 local time.", "Es begann um 22 Uhr Ortszeit."),
    ("en", "de", "It began at two in the morning.", "Es begann um 2 Uhr nachts."),
    ("en", "de", "A three-dimensional image was shown.", "Ein 3D-Bild wurde gezeigt."),
    ("en", "de", "It meets every other day.", "Es trifft sich jeden zweiten Tag."),
    ("en", "de", "Two dozen were hurt.", "24 wurden verletzt."),
    ("en", "de", "It is a 20-minute walk.", "Es sind 20 Gehminuten."),
    ("en", "de", "It is 4.2 light years away.", "Es ist 4,2 Lichtjahre entfernt."),
]
# Sentences that cannot both be true.
FALSE = [
    ("en", "de", "A couple of hundred people live here.", "Ein paar tausend Menschen leben hier."),
    ("en", "de", "It cost several million dollars.", "Es kostete mehrere Millionen Euro."),
    ("en", "de", "A few million months ago it was ice.", "Vor einigen Millionen Jahren war es Eis."),
    ("en", "de", "Those held for less than 24 hours left.", "Wer länger als 24 Stunden festgehalten war, ging."),
    ("en", "de", "The site is no smaller than 50 hectares.", "Das Gelände misst höchstens 50 Hektar."),
    ("en", "de", "It meets at its December meeting.", "Es trifft sich auf seiner Oktobertagung."),
    ("en", "de", "After the rains in around June it is green.", "Nach dem Regen im April ist es grün."),
    ("en", "de", "Its June meeting is open.", "Das Treffen im April ist offen."),
    ("en", "de", "In fifth, she is five points ahead.", "Auf dem dritten Platz liegt sie fünf Punkte vorn."),
    ("en", "de", "Two months before the vote, two polls agreed.", "Zwei Wochen vor der Wahl stimmten zwei Umfragen überein."),
    ("en", "de", "It is paid every three weeks.", "Es wird vierzehntägig gezahlt."),
    ("en", "de", "It began at three in the morning.", "Es begann um 2 Uhr nachts."),
    ("en", "de", "Three dozen were hurt.", "24 wurden verletzt."),
    ("en", "de", "It is 20 hours on foot.", "Es sind 20 Gehminuten."),
    ("en", "en", "It pumped 5.7 barrels.", "It pumped 5.7  million barrels."),
]


@pytest.mark.parametrize(("language", "other", "one", "two"), TRUE)
def test_what_says_the_same_agrees_both_ways(language: str, other: str, one: str, two: str) -> None:
    assert_agree(language, other, one, two)


@pytest.mark.parametrize(("language", "other", "one", "two"), FALSE)
def test_what_says_something_else_is_told_both_ways(language: str, other: str, one: str, two: str) -> None:
    assert_differ(language, other, one, two)


def test_a_word_that_only_may_be_a_month_demands_none_where_no_month_is_told() -> None:
    assert check_numbers("June is her daughter.", "en", [Source("Ihre Tochter heißt so.", "de")]).passed


def test_a_spanish_place_that_may_be_a_quarter_is_told_from_another_place() -> None:
    spanish = Source("Es el cuarto cierre en cinco años.", "es")
    assert not check_numbers("It is the second closure in five years.", "en", [spanish]).passed
    assert check_numbers("A quarter closed within five years.", "en", [spanish]).passed
