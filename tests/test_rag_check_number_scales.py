"""Scales and units however they are said: cut, abbreviated, within words, by letters, in two units, across languages."""

from __future__ import annotations

import pytest
from both_ways import assert_agree, assert_differ

from rag.check.numbers import Source, check_numbers

# Languages and sentences that say the same: each is a true claim on the other.
TRUE = [
    ("en", "de", "The debt is $1.4tn.", "Die Schuld beträgt 1,4 Bio. US-Dollar."),
    ("en", "nl", "The project costs €2.5 billion.", "Het project kost 2,5 mld. euro."),
    ("en", "fr", "The fund holds 1.3 trillion euros.", "Le fonds gère 1 300 milliards d'euros."),
    ("en", "es", "It cost 2 trillion dollars.", "Costó 2 billones de dólares."),
    # Letters.
    ("en", "de", "A salary of $60K is paid.", "Ein Gehalt von 60.000 Dollar wird gezahlt."),
    ("en", "de", "About 450k jobs are at risk.", "Rund 450.000 Arbeitsplätze sind in Gefahr."),
    ("en", "nl", "The channel has 20k subscribers.", "Het kanaal heeft 20.000 abonnees."),
    ("en", "de", "About 2m people fled.", "Rund zwei Millionen Menschen flohen."),
    ("en", "fr", "The plan costs 12 million euros.", "Le plan coûte 12 M€."),
    ("en", "fr", "The plan costs 300,000 euros.", "Le plan coûte 300 k€."),
    ("en", "de", "A 5k run was held.", "Ein 5-km-Lauf fand statt."),
    ("en", "de", "A 3m wave hit the coast.", "Eine drei Meter hohe Welle traf die Küste."),
    # Scales after a whole cardinal, and those of India.
    ("en", "de", "Two hundred and fifty thousand people fled.", "250.000 Menschen flohen."),
    ("en", "nl", "One hundred and twenty million euros are missing.", "Honderdtwintig miljoen euro ontbreekt."),
    ("en", "es", "Two hundred and fifty million people fled.", "Doscientos cincuenta millones de personas huyeron."),
    ("en", "de", "The scheme reaches 5 lakh people.", "Das Programm erreicht 500.000 Menschen."),
    ("en", "de", "The scheme costs 10 crore rupees.", "Das Programm kostet 100 Millionen Rupien."),
    # Cut words, and what the last number of a range says for the first.
    ("en", "de", "Two to three thousand people came.", "Zwei- bis dreitausend Menschen kamen."),
    ("en", "nl", "Between two and three hundred people came.", "Tussen de twee- en driehonderd mensen kwamen."),
    ("en", "de", "€200-300 million is needed.", "200 bis 300 Millionen Euro werden gebraucht."),
    ("en", "de", "2 and 3 million euros respectively were paid.", "2 bzw. 3 Mio. Euro wurden gezahlt."),
    ("en", "de", "It takes 1-2 days.", "Es dauert ein bis zwei Tage."),
    ("en", "de", "It takes a day or two.", "Es dauert ein oder zwei Tage."),
    # Numbers and a half, dozens, and tens.
    ("en", "nl", "Twelve and a half thousand people live here.", "Er wonen twaalfenhalfduizend mensen."),
    ("en", "de", "About 1,500 people live here.", "Etwa anderthalbtausend Menschen leben hier."),
    ("en", "nl", "Six shops closed.", "Een zestal winkels sloot."),
    ("en", "de", "Scores of houses burned.", "Dutzende Häuser brannten."),
    ("en", "de", "Tens of billions of euros are missing.", "Zig Milliarden Euro fehlen."),
    ("en", "de", "It is a city of a million people.", "Es ist eine Millionenstadt."),
    ("en", "de", "A seven-figure sum was paid.", "Eine siebenstellige Summe wurde gezahlt."),
    ("en", "nl", "There was double-digit growth.", "Er was dubbelcijferige groei."),
    # Percentages within words.
    ("en", "de", "A five percent rise was agreed.", "Ein fünfprozentiger Anstieg wurde vereinbart."),
    ("en", "nl", "The 2-percent goal was met.", "De tweeprocentsnorm werd gehaald."),
    ("en", "de", "It cut rates by 25 bps.", "Sie senkte die Zinsen um 25 Basispunkte."),
    # Parts of units, and two units for one measure.
    ("en", "nl", "It lasted forty-five minutes.", "Het duurde drie kwartier."),
    ("en", "de", "It took three quarters of an hour.", "Es dauerte drei Viertelstunden."),
    ("en", "de", "A thousandth of a second decided it.", "Eine Tausendstelsekunde entschied."),
    ("en", "de", "It lasted two and a half hours.", "Es dauerte 2 Stunden und 30 Minuten."),
    ("en", "nl", "The journey takes 80 minutes.", "De reis duurt 1 uur en 20 minuten."),
    # Units.
    ("en", "de", "The site is 1,200 square metres.", "Das Gelände ist 1200 m² groß."),
    ("en", "nl", "It uses 40 cubic metres.", "Het verbruikt 40 m³."),
    ("en", "de", "It is 40 sq m in size.", "Es ist 40 qm groß."),
    ("en", "de", "It produces 500 megawatt-hours.", "Es erzeugt 500 MWh."),
    ("en", "de", "It weighs 3.5 tonnes.", "Es wiegt 3.500 Kilogramm."),
    ("en", "de", "He lifted 100 lbs.", "Er hob 100 Pfund."),
    ("en", "de", "It measures 36 × 24 mm.", "Es misst 36 mm mal 24 mm."),
    # Times.
    ("en", "de", "In the sixties it was a village.", "In den Sechzigern war es ein Dorf."),
    ("en", "de", "In the twenties and thirties it grew.", "In den Zwanziger- und Dreißigerjahren wuchs es."),
    ("en", "nl", "In the 1920s and 1930s it grew.", "In de jaren 20 en 30 groeide het."),
    ("en", "fr", "In the 1920s and 1930s it grew.", "Dans les années 1920 et 1930, il a grandi."),
    ("en", "nl", "On the 14th and 15th of June it rained.", "Op 14 en 15 juni regende het."),
    ("en", "de", "On June 14 it rained.", "Am 14.6. regnete es."),
    ("en", "de", "Since early June, 14 people died.", "Seit Anfang Juni starben 14 Menschen."),
    ("en", "de", "The Games were held from August 5-21, 2016.", "Die Spiele fanden vom 5. bis zum 21. August 2016 statt."),
    ("en", "de", "A 300-year-old oak fell.", "Eine dreihundertjährige Eiche fiel."),
    # Adjectives before the unit, magnitudes of units, and bounds.
    ("en", "de", "It lasted five more years.", "Es dauerte fünf weitere Jahre."),
    ("en", "nl", "He waited two whole days.", "Hij wachtte twee hele dagen."),
    ("en", "de", "Thousands of years passed.", "Jahrtausende vergingen."),
    ("en", "de", "It is a thousand times brighter.", "Es ist tausendmal heller."),
    ("en", "de", "It weighs more than 100 kg.", "Sein Gewicht übersteigt 100 kg."),
    ("en", "de", "It is less than 100 metres away.", "Es ist keine 100 Meter entfernt."),
    ("en", "nl", "It is less than 100 metres away.", "Het is nog geen 100 meter ver."),
    # Words that count nothing.
    ("en", "de", "The two won.", "Die beiden gewannen."),
    ("en", "de", "It lies in a district of the old town.", "Es liegt in einem Viertel der Altstadt."),
    ("en", "de", "The two leaders met in private.", "Die beiden Politiker trafen sich unter vier Augen."),
    ("en", "de", "The Falkland pound is worth one British pound.", "Das Falkland-Pfund ist ein britisches Pfund wert."),
]
# Sentences that cannot both be true.
FALSE = [
    ("en", "de", "The debt is 1.4 billion dollars.", "Die Schuld beträgt 1,4 Billionen Dollar."),
    ("en", "nl", "The project costs 2.5 billion euros.", "Het project kost 2,5 biljoen euro."),
    ("en", "fr", "The plan costs 4 million euros.", "Le plan coûte 4 Md€."),
    ("en", "es", "It cost 2 billion dollars.", "Costó 2 billones de dólares."),
    ("en", "de", "The channel has 20k subscribers.", "Der Kanal hat 20 Abonnenten."),
    ("en", "de", "A salary of $60K is paid.", "Ein Gehalt von 60 Millionen Dollar wird gezahlt."),
    ("en", "de", "Two hundred and fifty thousand people fled.", "250 Menschen flohen."),
    ("en", "de", "Two to three hundred people came.", "Zwei- bis dreitausend Menschen kamen."),
    ("en", "de", "€200-300 million is needed.", "200 bis 300 Milliarden Euro werden gebraucht."),
    ("en", "de", "One and a half million people fled.", "Anderthalbtausend Menschen flohen."),
    ("en", "de", "A multi-million dollar deal was signed.", "Ein milliardenschwerer Vertrag wurde unterzeichnet."),
    ("en", "de", "Turnover exceeded the million mark.", "Der Umsatz überschritt die Milliardengrenze."),
    ("en", "de", "The firm lost several hundred million euros.", "Die Firma verlor einen zweistelligen Millionenbetrag."),
    ("en", "de", "A three-digit number was drawn.", "Eine vierstellige Zahl wurde gezogen."),
    ("en", "nl", "The millionaire died.", "De miljardair stierf."),
    ("en", "fr", "The millionaire died.", "Le milliardaire est mort."),
    # A unit for another of its kind.
    ("en", "de", "It was a four-month plan.", "Es war ein Vierjahresplan."),
    ("en", "de", "It is a two-minute drive.", "Es ist eine Zweistundenfahrt."),
    ("en", "nl", "A six-year course is offered.", "Een zesmaandse cursus wordt aangeboden."),
    ("en", "de", "It took half a day.", "Es dauerte eine halbe Stunde."),
    ("en", "nl", "It took half an hour.", "Het duurde anderhalf uur."),
    ("en", "de", "A hundredth of a second decided it.", "Eine Tausendstelsekunde entschied."),
    ("en", "de", "The virus measures 20 micrometres.", "Das Virus misst 20 Nanometer."),
    ("en", "de", "The blast equalled 15 megatons.", "Die Explosion entsprach 15 Kilotonnen."),
    ("en", "de", "It takes 5 seconds.", "Es dauert 5 Millisekunden."),
    ("en", "nl", "It takes 30 ml of milk.", "Er is 30 centiliter melk nodig."),
    ("en", "de", "It lies 5 kilometres offshore.", "Es liegt 5 Seemeilen vor der Küste."),
    ("en", "de", "The site is 1,200 square metres.", "Das Gelände ist 1200 km² groß."),
    ("en", "de", "The site is 40 square feet.", "Das Gelände ist 40 qm groß."),
    ("en", "de", "It weighs 3.6 tonnes.", "Es wiegt 3.500 Kilogramm."),
    ("en", "de", "The dinosaurs died out 66 million months ago.", "Die Dinosaurier starben vor 66 Mio. Jahren aus."),
    ("en", "nl", "The journey takes 1 hour 30 minutes.", "De reis duurt een uur en twintig minuten."),
    ("en", "de", "It takes a week or two.", "Es dauert ein oder zwei Tage."),
    ("en", "de", "In the sixties it was a village.", "In den 70er Jahren war es ein Dorf."),
    ("en", "de", "It lasted five more months.", "Es dauerte fünf weitere Jahre."),
    ("en", "nl", "He waited two weeks.", "Hij wachtte twee hele dagen."),
    ("en", "de", "Hundreds of miles of wire were laid.", "Hunderte Meter Draht wurden verlegt."),
    ("en", "nl", "Thousands of days passed.", "Duizenden jaren gingen voorbij."),
    ("en", "de", "Light travels at 300,000 km/h.", "Licht bewegt sich mit 300.000 km/s."),
    ("en", "de", "The star is 8.6 years away.", "Der Stern ist 8,6 Lichtjahre entfernt."),
    ("en", "de", "It costs a dollar.", "Es kostet fünf Dollar."),
    ("en", "de", "Two thirds of the 3 members came.", "Zwei Drittel der 30 Mitglieder kamen."),
]
# Claims that a figure of their source seems to bear out, and does not.
LOST = [
    ("en", "Some 4 people fled.", "de", "4 bis 5 Millionen Menschen flohen."),
    ("de", "Rund 4 Menschen flohen.", "en", "Between 4 and 5 million people fled."),
    ("nl", "Zo'n 4 mensen vluchtten.", "nl", "Tussen 4 en 5 miljoen mensen vluchtten."),
    ("en", "The first time, 1 person signed.", "de", "Zum ersten Mal unterschrieben 1 Million Menschen."),
    ("en", "It costs 5 dollars.", "de", "Es kostet 5 bis 10 Euro."),
    ("de", "Es öffnet von 18 bis 20 Uhr.", "en", "It opens from 6 a.m. to 8 p.m."),
]


@pytest.mark.parametrize(("language", "other", "one", "two"), TRUE)
def test_the_same_amount_however_it_is_said_is_one(language: str, other: str, one: str, two: str) -> None:
    assert_agree(language, other, one, two)


@pytest.mark.parametrize(("language", "other", "one", "two"), FALSE)
def test_another_scale_or_unit_is_another_amount(language: str, other: str, one: str, two: str) -> None:
    assert_differ(language, other, one, two)


@pytest.mark.parametrize(("language", "claim", "other", "source"), LOST)
def test_a_scale_a_currency_or_half_a_day_that_is_lost_is_missed(language: str, claim: str, other: str,
                                                                 source: str) -> None:
    assert not check_numbers(claim, language, [Source(source, other)]).passed


def test_two_words_for_one_thing_are_no_exchange_between_languages() -> None:
    quote = "Sie erzielten 70 Punkte in 41 Spielen. Später waren es 100 Runs."
    assert check_numbers("They scored 70 runs in 41 games.", "en", [Source(quote, "de")]).reason == ""
    exchanged = "They scored 100 points and 70 runs."
    assert not check_numbers(exchanged, "en", [Source("They scored 70 points and 100 runs.", "en")]).passed
