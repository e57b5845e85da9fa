"""What an amount is told of, spans without a number, and ways of writing that hide a unit, across languages."""

from __future__ import annotations

import pytest
from both_ways import assert_agree, assert_differ

from rag.check.numbers import Source, check_numbers

# Languages and sentences that say the same: each is a true claim on the other.
TRUE = [
    # Words after a currency that are no country's letters.
    ("en", "de", "The average wage is 450 dollars a month.", "Der Durchschnittslohn beträgt 450 Dollar im Monat."),
    ("en", "en", "A gallon of petrol costs $5.", "Petrol is five dollars a gallon."),
    # Lengths of time in figures.
    ("en", "de", "He ran it in 2 hours, 3 minutes and 59 seconds.", "Er lief die Strecke in 2:03:59 Stunden."),
    ("de", "de", "Der Flug dauert 90 Minuten.", "Der Flug dauert 1:30 Stunden."),
    ("nl", "de", "De staking duurt 24 uur.", "Der Streik dauert 24 Stunden."),
    ("nl", "en", "Binnen een etmaal viel er 80 mm regen.", "Within 24 hours, 80 mm of rain fell."),
    ("en", "de", "The canal is open 24 hours a day.", "Der Kanal ist rund um die Uhr geöffnet."),
    ("nl", "nl", "Hij lag anderhalve maand in het ziekenhuis.", "Hij lag zes weken in het ziekenhuis."),
    # Times of day that are none, and that are.
    ("de", "en", "Der Anteil sank von einem Viertel auf ein Fünftel.", "The share fell from a quarter to a fifth."),
    ("de", "en", "Die Bauzeit stieg von zehn auf zwölf Jahre.", "Construction time rose from ten to twelve years."),
    ("en", "de", "The house collapsed at around 4 in the morning.", "Das Haus stürzte gegen vier Uhr morgens ein."),
    ("en", "de", "It was a quarter past midnight.", "Es war Viertel nach zwölf nachts."),
    ("en", "nl", "It is open until 5:30 p.m.", "Het is open tot half zes 's middags."),
    # Money.
    ("de", "en", "Die Fahrt kostet 3 Euro 50.", "The ride costs €3.50."),
    ("nl", "nl", "De woning kost vier ton.", "De woning kost 400.000 euro."),
    # Units of one language.
    ("de", "en", "Er hatte 1,6 Promille im Blut.", "He had a blood alcohol level of 0.16 percent."),
    ("de", "en", "Der Tresor wiegt zwei Zentner.", "The safe weighs 100 kg."),
    ("nl", "en", "Koop een pond gehakt en twee ons ham.", "Buy 500 grams of mince and 200 grams of ham."),
    ("en", "de", "CO2 reached 420 parts per million.", "CO2 erreichte 420 ppm."),
    ("en", "de", "Light travels at 300,000 kilometres per second.", "Licht legt 300.000 Kilometer in der Sekunde zurück."),
    ("it", "en", "Il treno parte ogni mezz'ora.", "The train leaves every half hour."),
    ("nl", "en", "Zij won met twee honderdsten van een seconde.", "She won by two hundredths of a second."),
    ("nl", "en", "De trein rijdt 120 km/u.", "The train runs at 120 km/h."),
    ("nl", "en", "Het is 1,5 graad Fahrenheit warmer.", "It is 1.5 degrees Fahrenheit warmer."),
    ("nl", "en", "Een duizendtal mensen kwam.", "A thousand people came."),
    # Shares and groups.
    ("en", "nl", "Every third household owns a dog.", "Eén op de drie huishoudens heeft een hond."),
    ("en", "de", "They meet every other week.", "Sie treffen sich alle zwei Wochen."),
    ("en", "en", "Fewer than five score remain.", "Fewer than a hundred remain."),
    ("en", "de", "Four score and seven years ago it began.", "Vor 87 Jahren begann es."),
    ("nl", "en", "Het gaat om een bedrag van zes cijfers.", "It is a six-figure sum."),
    ("it", "en", "Nel Duecento la città era ricca.", "In the 13th century the city was rich."),
    ("en", "de", "She gave birth to quintuplets.", "Sie brachte Fünflinge zur Welt."),
    ("en", "de", "The over-65s decide elections.", "Die über 65-Jährigen entscheiden Wahlen."),
    # A rate in a compound, and spans in other words.
    ("en", "de", "The annual budget is $4 million.", "Das Jahresbudget beträgt 4 Millionen Dollar."),
    ("en", "de", "A night costs 90 euros.", "Das Zimmer kostet 90 Euro pro Nacht."),
    ("en", "de", "Two weeks later it was over.", "14 Tage später war es vorbei."),
    ("en", "de", "They waited for hours.", "Sie warteten stundenlang."),
    ("en", "de", "It lies a few miles away.", "Es liegt einige Kilometer entfernt."),
    ("de", "en", "Im Halbjahr kamen 3 % weniger als im Vorjahr.", "In the half-year 3% fewer came than a year earlier."),
    ("en", "de", "In the 10th and 11th centuries it grew.", "Im 10. und im 11. Jahrhundert wuchs es."),
]
# Neither says what the other does.
FALSE = [
    ("en", "de", "The fee is €49 a month.", "Die Jahresgebühr beträgt 49 Euro."),
    ("nl", "en", "De maandhuur is gestegen naar 950 euro.", "The weekly rent has risen to 950 euros."),
    ("de", "en", "Der Stundenlohn beträgt 14 Euro.", "The pay is 14 euros a day."),
    ("en", "de", "Rooms start at $80 a night.", "Zimmer kosten ab 80 Dollar pro Woche."),
    ("nl", "en", "Het water stijgt een halve meter per eeuw.", "The water rises half a metre per year."),
    ("en", "de", "The line carries 25 megabits per second.", "Die Leitung schafft 25 Megabit pro Minute."),
    # Units that a price, a yield or a density is of.
    ("it", "en", "Costa 1,95 euro al litro.", "It costs 1.95 euros a gallon."),
    ("en", "de", "There are 12 people per square mile.", "Es gibt 12 Einwohner pro Quadratkilometer."),
    ("de", "en", "Der Quadratmeterpreis liegt bei 8.000 Euro.", "The price is 8,000 euros per square kilometre."),
    ("fr", "en", "Le litre d'essence coûte 1,85 euro.", "A gallon of petrol costs 1.85 euros."),
    ("en", "nl", "Milk sells at 50 cents a litre.", "Melk wordt verkocht voor 50 cent per kilo."),
    ("en", "de", "There are 400 people per square kilometre.", "Auf einen Quadratmeter kommen 400 Menschen."),
    ("en", "de", "CO2 has passed 420 parts per million.", "CO2 hat 420 ppb überschritten."),
    ("en", "de", "Mains voltage is 110 volts.", "Die Netzspannung beträgt 110 Kilovolt."),
    # Spans and lengths without a number.
    ("en", "de", "They waited for hours.", "Sie warteten wochenlang."),
    ("de", "en", "Tage später sank das Schiff.", "Months later the ship sank."),
    ("de", "en", "Die Schlange war kilometerlang.", "The queue was metres long."),
    ("en", "de", "Last week it rained.", "Im letzten Jahrzehnt regnete es."),
]
# A claim that puts another amount for one that its source gives in words: claim and source.
LOST = [
    ("en", "The chapel is more than a decade old.", "de", "Die Kapelle ist über hundert Jahre alt."),
    ("de", "Ein einziges Kilogramm kostet 150 Euro.", "en", "A single gram costs 150 euros."),
    ("en", "The fine is half the profit.", "de", "Die Strafe beträgt das 1,5-Fache des Gewinns."),
    ("de", "Es wird dreistelliges Wachstum erwartet.", "en", "Double-digit growth is expected."),
    ("en", "They came in the 16th year.", "de", "Sie kamen im 16. Jahrhundert."),
    ("de", "Es wurde in den 1920er Monaten gebaut.", "en", "It was built in the 1920s."),
    ("en", "A month later he resigned.", "de", "Einen Tag später trat er zurück."),
]


@pytest.mark.parametrize(("language", "other", "one", "two"), TRUE)
def test_the_same_amount_of_the_same_thing_is_one(language: str, other: str, one: str, two: str) -> None:
    assert_agree(language, other, one, two)


@pytest.mark.parametrize(("language", "other", "one", "two"), FALSE)
def test_an_amount_of_another_unit_or_span_is_another(language: str, other: str, one: str, two: str) -> None:
    assert_differ(language, other, one, two)


@pytest.mark.parametrize(("language", "claim", "other", "source"), LOST)
def test_another_amount_in_the_place_of_a_vague_one_is_missed(language: str, claim: str, other: str,
                                                              source: str) -> None:
    assert not check_numbers(claim, language, [Source(source, other)]).passed


def test_a_price_that_is_given_of_both_units_may_be_told_of_either() -> None:
    source = Source("Petrol is 5 dollars a gallon, or 1.3 dollars a litre.", "en")
    assert check_numbers("Benzin kostet 1,3 Dollar je Liter.", "de", [source]).reason == ""
    assert check_numbers("Benzin kostet 5 Dollar je Gallone.", "de", [source]).reason == ""


def test_many_prices_are_read_in_linear_time() -> None:
    quote = "Milk costs 2 euros a litre. " * 2000
    assert not check_numbers("Milk costs 2 euros a gallon.", "en", [Source(quote, "en")]).passed
