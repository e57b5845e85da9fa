"""Numbers of a claim against its evidence, across languages, formats, units and ways to say them."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from benchmarks.number_checks import Pair, measure
from rag.check.numbers import Source, check_numbers
from rag.check.quantities import quantities

TRUE = [
    ("About 1,250,000 people live there.", "en", "Dort leben rund 1 250 000 Menschen.", "de"),
    ("Rund 1'250'000 Menschen leben dort.", "de", "About 1.25 million people live there.", "en"),
    ("Environ 27 000 soldats sont morts.", "fr", "Some 27,000 soldiers died.", "en"),
    ("A dozen villages were evacuated.", "en", "Zwölf Dörfer wurden evakuiert.", "de"),
    ("Ein Dutzend Dörfer wurde evakuiert.", "de", "Twelve villages were evacuated.", "en"),
    ("Half a dozen villages were evacuated.", "en", "Sechs Dörfer wurden evakuiert.", "de"),
    ("Half a million people fled.", "en", "Eine halbe Million Menschen floh.", "de"),
    ("500,000 people fled.", "en", "Un demi-million de personnes ont fui.", "fr"),
    ("Hundreds of people marched.", "en", "Hunderte Menschen zogen durch die Stadt.", "de"),
    ("Tens of thousands of people marched.", "en", "Zehntausende zogen durch die Stadt.", "de"),
    ("Des centaines de milliers de personnes ont défilé.", "fr", "Hundreds of thousands of people marched.", "en"),
    ("Tienduizenden mensen liepen mee.", "nl", "Tens of thousands of people marched.", "en"),
    ("Two hundred and fifty houses burned.", "en", "Zweihundertfünfzig Häuser brannten.", "de"),
    ("Er branden 2.500 huizen af.", "nl", "Zweitausendfünfhundert Häuser brannten ab.", "de"),
    ("Duecentocinquanta case sono bruciate.", "it", "250 houses burned.", "en"),
    ("Deux mille trois cents maisons ont brûlé.", "fr", "2,300 houses burned.", "en"),
    ("Three and a half years later it closed.", "en", "Dreieinhalb Jahre später schloss es.", "de"),
    ("After one and a half hours it was over.", "en", "Nach anderthalb Stunden war es vorbei.", "de"),
    ("Anderhalf uur later was het voorbij.", "nl", "1.5 hours later it was over.", "en"),
    ("Mehr als 3½ Jahre vergingen.", "de", "More than 3.5 years went by.", "en"),
    ("Both brothers left.", "en", "Die zwei Brüder gingen.", "de"),
    ("The two brothers left.", "en", "Die beiden Brüder gingen.", "de"),
    ("An eight-year search ended.", "en", "Eine achtjährige Suche endete.", "de"),
    ("Een tienjarige jongen won.", "nl", "A ten-year-old boy won.", "en"),
    ("Der 54-jährige Mann starb.", "de", "The man, aged 54, died.", "en"),
    # Shares and multiples.
    ("A third of the voters stayed at home.", "en", "Ein Drittel der Wähler blieb zu Hause.", "de"),
    ("One third of the voters stayed at home.", "en", "Un tiers des électeurs est resté chez lui.", "fr"),
    ("Ein Drittel der Wähler blieb zu Hause.", "de", "33 percent of voters stayed at home.", "en"),
    ("Three quarters of the voters came.", "en", "Drei Viertel der Wähler kamen.", "de"),
    ("Twee derde van de kiezers kwam.", "nl", "Two-thirds of voters came.", "en"),
    ("Half of the voters came.", "en", "Die Hälfte der Wähler kam.", "de"),
    ("50 percent of the voters came.", "en", "La mitad de los votantes vino.", "es"),
    ("The deficit tripled.", "en", "Das Defizit verdreifachte sich.", "de"),
    ("The deficit was three times as high.", "en", "Das Defizit war dreimal so hoch.", "de"),
    ("He won twice.", "en", "Er gewann zweimal.", "de"),
    ("He is a two-time winner.", "en", "Er ist zweifacher Sieger.", "de"),
    ("El déficit casi se duplicó.", "es", "The deficit nearly doubled.", "en"),
    # Ordinals and Roman numerals.
    ("It is the third largest city.", "en", "Es ist die drittgrößte Stadt.", "de"),
    ("Es ist die drittgrößte Stadt.", "de", "Het is de op twee na grootste stad.", "nl"),
    ("She came twenty-fourth.", "en", "Sie belegte den vierundzwanzigsten Platz.", "de"),
    ("She came 24th.", "en", "Elle a terminé à la 24e place.", "fr"),
    ("Sie wurde 24.", "de", "She finished in 24th place.", "en"),
    ("The fifth-seeded player won.", "en", "Der fünftplatzierte Spieler gewann.", "de"),
    ("Der Zweite Weltkrieg begann.", "de", "World War II began.", "en"),
    ("Louis XIV died.", "en", "Ludwig XIV. starb.", "de"),
    # Times, dates, periods.
    ("It began at 2 pm.", "en", "Es begann um 14 Uhr.", "de"),
    ("It began at 8:30 p.m. local time (15.00 UTC).", "en", "Es begann um 20:30 Uhr Ortszeit (15:00 UTC).", "de"),
    ("Um 23:35 Uhr war es gelöscht.", "de", "It was out by 11:35 pm.", "en"),
    ("La réunion a commencé à 14h30.", "fr", "The meeting began at 2:30 p.m.", "en"),
    ("The meeting began at 2 p.m.", "en", "La réunion a commencé à 14 h.", "fr"),
    ("At 9:30 am (0230 UTC) it crashed.", "en", "Gegen 9:30 Uhr (02:30 UTC) stürzte es ab.", "de"),
    ("It began at 8 p.m.", "en", "Es begann um 8 Uhr abends.", "de"),
    ("Gegen 11.29 Uhr zog der Protest weiter.", "de", "Around 11:29 the protest moved on.", "en"),
    ("On 6 October 2023 they met.", "en", "Am 06.10.2023 trafen sie sich.", "de"),
    ("They met on October 6th.", "en", "El 6 de octubre se reunieron.", "es"),
    ("They met on 2023-10-06.", "en", "Sie trafen sich am 6. Okt. 2023.", "de"),
    ("They met from October 6 to 8.", "en", "Sie trafen sich vom 6. bis 8. Oktober.", "de"),
    ("Sie trafen sich vom 6. bis 8. Oktober.", "de", "They met October 6-8.", "en"),
    ("On Thursday they met.", "en", "Am Donnerstagabend trafen sie sich.", "de"),
    ("Am Donnerstag trafen sie sich.", "de", "They met yesterday.", "en"),
    ("Na quinta-feira reuniram-se.", "pt", "They met on Thursday.", "en"),
    ("It was built in the 18th century.", "en", "Es wurde im 18. Jahrhundert gebaut.", "de"),
    ("It was built in the 1700s.", "en", "Es wurde im 18. Jahrhundert gebaut.", "de"),
    ("It was built in the eighteenth century.", "en", "Il fut construit au XVIIIe siècle.", "fr"),
    ("Fue construido en el siglo XVIII.", "es", "It was built in the 18th century.", "en"),
    ("Het werd gebouwd in de 18e eeuw.", "nl", "Fu costruito nel XVIII secolo.", "it"),
    ("In the 1990s it closed.", "en", "In den 1990er Jahren schloss es.", "de"),
    ("In den 90er Jahren schloss es.", "de", "In the 1990s it closed.", "en"),
    ("In de jaren 90 sloot het.", "nl", "In the '90s it closed.", "en"),
    ("Dans les années 1990, il a fermé.", "fr", "In the 1990s it closed.", "en"),
    ("In the 1980's it closed.", "en", "In den achtziger Jahren schloss es.", "de"),
    ("In jaren zestig sloot het.", "nl", "In the sixties it closed.", "en"),
    ("The season of 1995-96 was his best.", "en", "Die Saison 1995/96 war seine beste.", "de"),
    ("It lasted three decades.", "en", "Es dauerte 30 Jahre.", "de"),
    ("It lasted half a century.", "en", "Es dauerte ein halbes Jahrhundert.", "de"),
    ("A fifth work in agriculture.", "en", "Ein Fünftel arbeitet in der Landwirtschaft.", "de"),
    ("COVID-19 spread.", "en", "Covid-19 breitete sich aus.", "de"),
    ("The man in his 20s left.", "en", "Der Mann ging.", "de"),
    ("It weighs 200 pounds.", "en", "Es wiegt 90 Kilogramm.", "de"),
    ("It reached 80 km/h.", "en", "Es erreichte 80 Stundenkilometer.", "de"),
    ("It is 50 miles away.", "en", "Es ist 80 Kilometer entfernt.", "de"),
    ("The wall is 6 feet high.", "en", "Die Mauer ist 1,8 Meter hoch.", "de"),
    ("A 35 mm negative is common.", "en", "Ein 35-mm-Negativ ist üblich.", "de"),
    ("It covers 3,850 km².", "en", "Es umfasst 3.850 Quadratkilometer.", "de"),
    ("It took two weeks.", "en", "Es dauerte 14 Tage.", "de"),
    ("It was minus 5 degrees Celsius.", "en", "Es waren -5 °C.", "de"),
    ("It was 5 degrees below zero.", "en", "Es waren minus 5 Grad.", "de"),
    ("Revenue fell by 5%.", "en", "Der Umsatz veränderte sich um −5 %.", "de"),
    ("It reached 105 miles per hour.", "en", "Es erreichte 105 Meilen pro Stunde.", "de"),
    ("The loss was $5m.", "en", "Der Verlust lag bei 5 Millionen US-Dollar.", "de"),
    ("Almost 100 people died.", "en", "Knapp 100 Menschen starben.", "de"),
    ("More than 100 people died.", "en", "Über 100 Menschen starben.", "de"),
    ("Au moins 100 personnes sont mortes.", "fr", "At least 100 people died.", "en"),
    ("Prices rose by 5 percent.", "en", "Die Preise sind um 5 Prozent gestiegen.", "de"),
    ("Profit dropped 12% to 3 million euros.", "en", "Der Gewinn sank um 12 Prozent auf 3 Millionen Euro.", "de"),
    ("30 planes and 50 trucks were destroyed.", "en", "30 Flugzeuge und 50 Lastwagen wurden zerstört.", "de"),
    ("50 trucks and 30 planes were destroyed.", "en", "They destroyed 30 planes and 50 trucks.", "en"),
    ("It rose to 9.1 million from 3.7 million.", "en", "Es stieg von 3,7 Millionen auf 9,1 Millionen.", "de"),
    # Words that only look like numbers.
    ("One of them left at once.", "en", "Einer von ihnen ging sofort.", "de"),
    ("Un homme est mort.", "fr", "A man died.", "en"),
    ("The Tri Nations match was won.", "en", "Das Drei-Nationen-Spiel wurde gewonnen.", "de"),
    ("The Ninth Ward was flooded.", "en", "Der Ninth Ward stand unter Wasser.", "de"),
    ("For a second he waited.", "en", "Kurz wartete er.", "de"),
    # Currencies by nation, French seventies and nineties, parts of a scale, every so many, by and to, ages.
    ("It cost 95 million Swiss francs.", "en", "Es kostete 95 Millionen Schweizer Franken.", "de"),
    ("97 employees left.", "en", "Quatre-vingt-dix-sept salariés sont partis.", "fr"),
    ("Almost a third of the residents left.", "en", "Fast ein Drittel der Einwohner ging.", "de"),
    ("Every third resident left.", "en", "Jeder dritte Einwohner ging.", "de"),
    ("A quarter of a million people fled.", "en", "Eine Viertelmillion Menschen floh.", "de"),
    ("250,000 people fled.", "en", "Eine Viertelmillion Menschen floh.", "de"),
    ("A quarter of a million people fled.", "en", "250.000 Menschen flohen.", "de"),
    ("Almost twice as many people came.", "en", "Fast doppelt so viele Menschen kamen.", "de"),
    ("Half as many people came.", "en", "Halb so viele Menschen kamen.", "de"),
    ("It fell by 18% to 95 million.", "en", "Es sank um 18 % auf 95 Mio.", "de"),
    ("It fell by 18% to 95 million euros.", "en", "Es sank um 18 % auf 95 Mio. Euro.", "de"),
    ("People older than 65 may vote.", "en", "Wer älter als 65 ist, darf wählen.", "de"),
    ("Almost a third of residents left.", "en", "Fast jeder dritte Einwohner ging.", "de"),
    ("Almost a third left.", "en", "Fast ein Drittel ging.", "de"),
    ("Almost a third.", "en", "fast ein Drittel der Einwohner", "de"),
    ("Nearly every third resident left.", "en", "Fast ein Drittel der Einwohner ging.", "de"),
    ("Every third resident left.", "en", "Un habitant sur trois est parti.", "fr"),
    ("It happens every second year.", "en", "Das geschieht alle zwei Jahre.", "de"),
    ("Jedes zweite Jahr geschieht das.", "de", "It happens every two years.", "en"),
    ("Half of the residents left.", "en", "Jeder zweite Einwohner ging.", "de"),
    ("Every second counts.", "en", "Jede Sekunde zählt.", "de"),
    ("About a quarter of a million euros was paid.", "en", "Rund 250 000 Euro wurden bezahlt.", "de"),
    ("250,000 euros was paid.", "en", "Un quart de million d’euros a été payé.", "fr"),
    ("Drei viertel Millionen flohen.", "de", "750,000 fled.", "en"),
    ("Een kwart miljoen mensen vluchtte.", "nl", "250,000 people fled.", "en"),
    ("Sept salariés sont partis.", "fr", "Seven employees left.", "en"),
    ("Seven employees left.", "en", "Sept salariés sont partis.", "fr"),
    ("In September they left.", "en", "Ils sont partis en sept. 2020.", "fr"),
    ("77 employees left.", "en", "Soixante-dix-sept salariés sont partis.", "fr"),
    ("It cost A$95 million.", "en", "Es kostete 95 Millionen australische Dollar.", "de"),
    ("It cost C$95 million.", "en", "Cela a coûté 95 millions de dollars canadiens.", "fr"),
    ("It cost US$95 million.", "en", "Es kostete 95 Millionen US-Dollar.", "de"),
    ("It cost 95 million dollars.", "en", "Het kostte 95 miljoen Amerikaanse dollar.", "nl"),
    ("It cost HK$95 million.", "en", "Es kostete 95 Millionen Hongkong-Dollar.", "de"),
    ("It cost 95 million Hungarian forints.", "en", "Es kostete 95 Millionen Forint.", "de"),
    ("It cost 95 million Czech crowns.", "en", "Es kostete 95 Millionen tschechische Kronen.", "de"),
    ("It cost CZK 95 million.", "en", "Es kostete 95 Millionen tschechische Kronen.", "de"),
    ("Three Swiss won medals.", "en", "Drei Schweizer gewannen Medaillen.", "de"),
    ("5 American pilots died.", "en", "5 amerikanische Piloten starben.", "de"),
    ("It led to an 18 percent drop.", "en", "Es sank um 18 Prozent.", "de"),
    ("It led to a drop of 18 percent.", "en", "Es sank um 18 Prozent.", "de"),
    ("Prices rose by up to 18 percent.", "en", "Die Preise stiegen um bis zu 18 Prozent.", "de"),
    ("Die Preise stiegen um bis zu 18 Prozent.", "de", "Prices rose by 18 percent at most.", "en"),
    ("Prices fell to nearly 18 percent.", "en", "Die Preise sanken auf fast 18 Prozent.", "de"),
    ("Twice as many came.", "en", "Zweimal so viele kamen.", "de"),
    ("Die Hälfte kam.", "de", "Half came.", "en"),
    ("Half as many people came.", "en", "Nur halb so viele Menschen kamen.", "de"),
    ("They are older than 65.", "en", "Sie sind über 65 Jahre alt.", "de"),
]
FALSE = [
    ("About 125,000 people live there.", "en", "Dort leben rund 1 250 000 Menschen.", "de"),
    ("Ten villages were evacuated.", "en", "Zwölf Dörfer wurden evakuiert.", "de"),
    ("Thousands of people marched.", "en", "Hunderte Menschen zogen durch die Stadt.", "de"),
    ("Two hundred and sixty houses burned.", "en", "Zweihundertfünfzig Häuser brannten.", "de"),
    ("An eight-year search ended.", "en", "Eine neunjährige Suche endete.", "de"),
    ("A quarter of the voters stayed at home.", "en", "Ein Drittel der Wähler blieb zu Hause.", "de"),
    ("Two thirds of the voters stayed at home.", "en", "Ein Drittel der Wähler blieb zu Hause.", "de"),
    ("Ein Drittel der Wähler blieb zu Hause.", "de", "43 percent of voters stayed at home.", "en"),
    ("The deficit quadrupled.", "en", "Das Defizit verdreifachte sich.", "de"),
    ("The deficit more than tripled.", "en", "Das Defizit hat sich fast verdreifacht.", "de"),
    ("Het tekort verdrievoudigde bijna.", "nl", "The deficit more than tripled.", "en"),
    ("It is the fourth largest city.", "en", "Es ist die drittgrößte Stadt.", "de"),
    ("She came twenty-third.", "en", "Sie belegte den vierundzwanzigsten Platz.", "de"),
    ("It began at 3 pm.", "en", "Es begann um 14 Uhr.", "de"),
    ("It began at 2 am.", "en", "Es begann um 14 Uhr.", "de"),
    ("They met on 7 October 2023.", "en", "Am 06.10.2023 trafen sie sich.", "de"),
    ("They met on 6 November 2023.", "en", "Am 06.10.2023 trafen sie sich.", "de"),
    ("On Friday they met.", "en", "Am Donnerstagabend trafen sie sich.", "de"),
    ("It was built in the 17th century.", "en", "Es wurde im 18. Jahrhundert gebaut.", "de"),
    ("In the 1980s it closed.", "en", "In den 1990er Jahren schloss es.", "de"),
    ("It is 5 miles away.", "en", "Es ist 5 Kilometer entfernt.", "de"),
    ("It took two months.", "en", "Es dauerte zwei Wochen.", "de"),
    ("It cost 5 dollars.", "en", "Es kostete 5 Euro.", "de"),
    ("It rose by 5 percent.", "en", "Es stieg um 5 Prozentpunkte.", "de"),
    ("It was 5 degrees Celsius.", "en", "Es waren -5 °C.", "de"),
    ("Es waren minus 5 Grad.", "de", "It was 5 degrees.", "en"),
    ("Fewer than 100 people died.", "en", "Über 100 Menschen starben.", "de"),
    ("At most 100 people died.", "en", "Mindestens 100 Menschen starben.", "de"),
    ("Prices fell by 5 percent.", "en", "Die Preise sind um 5 Prozent gestiegen.", "de"),
    ("Profit rose 12% to 3 million euros.", "en", "Der Gewinn sank um 12 Prozent auf 3 Millionen Euro.", "de"),
    ("De prijzen daalden met 5 procent.", "nl", "Prices rose by 5 percent.", "en"),
    ("50 planes and 30 trucks were destroyed.", "en", "30 Flugzeuge und 50 Lastwagen wurden zerstört.", "de"),
    ("50 planes and 30 trucks were destroyed.", "en", "They destroyed 30 planes and 50 trucks.", "en"),
    ("They destroyed 50 planes.", "en", "They destroyed 30 planes and 50 trucks.", "en"),
    ("It rose from 9.1 million to 3.7 million.", "en", "Es stieg von 3,7 Millionen auf 9,1 Millionen.", "de"),
    ("He made 41 runs off 41 balls.", "en", "Er schaffte 41 Läufe mit 11 Bällen.", "de"),
    ("6 people met in October.", "en", "Am 6. Oktober trafen sie sich.", "de"),
    ("2018 km were built.", "en", "Im Jahr 2018 wurde gebaut.", "de"),
    ("Louis XVI died.", "en", "Ludwig XIV. starb.", "de"),
    ("They met on Monday, then on Monday again.", "en", "Sie trafen sich am Montag, dann am Freitag wieder.", "de"),
    ("It ran from 2017 to 2017.", "en", "Es lief von 2015 bis 2017.", "de"),
    ("The storm is 1044 km away.", "en", "Der Sturm ist 645 Meilen (1040 km) entfernt.", "de"),
    ("More than half of them, 50.3 percent, came.", "en", "Mehr als die Hälfte, 50,8 Prozent, kam.", "de"),
    ("They left in June.", "en", "Sie gingen im Dezember.", "de"),
    ("In seven days they met the G7.", "en", "In zwei Tagen trafen sie die G7.", "de"),
    ("3.7 thousand people came.", "en", "3,7 Millionen Menschen kamen.", "de"),
    ("Es kostete 95 Millionen Euro.", "de", "It cost 95 million Swiss francs.", "en"),
    ("It cost 95 million Swiss francs.", "en", "Es kostete 95 Millionen Euro.", "de"),
    ("Es kostete 95 Millionen Schweizer Franken.", "de", "It cost 95 million euros.", "en"),
    ("It cost 95 million Canadian dollars.", "en", "Es kostete 95 Millionen US-Dollar.", "de"),
    ("It cost 95 million Hong Kong dollars.", "en", "Es kostete 95 Millionen Dollar.", "de"),
    ("90 employees left.", "en", "Quatre-vingt-dix-sept salariés sont partis.", "fr"),
    ("Almost half as many people came.", "en", "Fast doppelt so viele Menschen kamen.", "de"),
    ("Every second resident left.", "en", "Jeder dritte Einwohner ging.", "de"),
    ("It fell to 18 percent.", "en", "Es sank um 18 % auf 95 Mio.", "de"),
    ("Es sank auf 18 Prozent.", "de", "It fell by 18% to 95 million.", "en"),
    ("People younger than 65 may vote.", "en", "Wer älter als 65 ist, darf wählen.", "de"),
    ("It cost US$95 million.", "en", "Cela a coûté 95 millions de dollars canadiens.", "fr"),
    ("It cost 95 million euros.", "en", "Es kostete 95 Millionen tschechische Kronen.", "de"),
    ("It cost 95 million euros.", "en", "Es kostete 95 Millionen Forint.", "de"),
    ("A quarter of a million fled.", "en", "Eine Million floh.", "de"),
    ("87 employees left.", "en", "Quatre-vingt-dix-sept salariés sont partis.", "fr"),
    ("Fast doppelt so viele kamen.", "de", "Almost half as many came.", "en"),
    ("Twice as many came.", "en", "Halb so viele kamen.", "de"),
    ("Wer jünger als 65 ist, darf.", "de", "People older than 65 may vote.", "en"),
    ("Die Preise sanken auf 18 Prozent.", "de", "Prices fell by 18 percent.", "en"),
    ("Prices fell by 18 percent.", "en", "Die Preise sanken auf 18 Prozent.", "de"),
    ("Elke tweede inwoner vertrok.", "nl", "Every third resident left.", "en"),
]


@pytest.mark.parametrize(("claim", "language", "quote", "quote_language"), TRUE)
def test_a_number_agrees_however_it_is_said(claim: str, language: str, quote: str, quote_language: str) -> None:
    assert check_numbers(claim, language, [Source(quote, quote_language)]).reason == ""


@pytest.mark.parametrize(("claim", "language", "quote", "quote_language"), FALSE)
def test_another_number_unit_bound_trend_or_place_is_told(
    claim: str, language: str, quote: str, quote_language: str
) -> None:
    result = check_numbers(claim, language, [Source(quote, quote_language)])
    assert not result.passed
    assert result.reason


@pytest.mark.parametrize(("text", "language", "value", "kind", "unit"), [
    ("tweeduizend vijfhonderd", "nl", "2500", "number", ""),
    ("neunundneunzig", "de", "99", "number", ""),
    ("ventuno", "it", "21", "number", ""),
    ("3 ¾ Stunden", "de", "3.75", "number", "h"),
    ("30 km/h", "de", "30", "number", "km/h"),
    ("30 square miles", "en", "30", "number", "mi2"),
    ("−12,5 °C", "de", "-12.5", "number", "°c"),
    ("noon is past, it is 12:45 pm", "en", "765", "clock", ""),
    ("Sonntagnachmittag", "de", "7", "weekday", ""),
    ("the 21st century", "en", "2000", "period", "100"),
    ("le 1er mai", "fr", "1", "date", "month 5"),
    ("the sixth of May", "en", "6", "date", "month 5"),
])
def test_a_quantity_is_read_with_its_unit(text: str, language: str, value: str, kind: str, unit: str) -> None:
    found = [item for item in quantities(text, language) if item.certain]
    assert (found[0].value, found[0].kind, found[0].unit) == (Decimal(value), kind, unit)


@pytest.mark.parametrize("unit", [
    "30 planes and 50 trucks, ", "von 3 auf 9 Millionen ", "fast 5 km ", "zweiundzwanzigtausend ", "-", "5-", "1/2 ",
    "XIV ", "8:30 ", "18. Jahrhundert ", "minus ", "half a ", "hundert", "1 von 2 ", "Jahr um Jahr ", "jeden Tag ",
    "halb acht ", "6 Fuß 2 Zoll ", "zweistelliger Millionenbetrag ", "Dreiviertelstunde", "vor drei Jahren ",
])
def test_numbers_take_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        begin = time.process_time()
        check_numbers(text, "de", [Source(text[: size // 2], "en")])
        return time.process_time() - begin

    seconds(1_000)
    # The better of two: in a long test run the collector of garbage now and then takes half a second of one.
    small, large = (min(seconds(size) for _ in range(2)) for size in (3_000, 12_000))
    assert large < max(10 * small, 0.5)


def test_the_measure_counts_false_alarms_and_catches_apart() -> None:
    source = Source("Im Juni kamen 25 Menschen.", "de")
    pairs = [Pair("25 people came in June.", "en", source, True), Pair("26 people came.", "en", source, True)]
    tallies = {tally.name: (tally.failed, tally.claims) for tally in measure(pairs)}
    assert tallies["true claims"] == (1, 2)
    assert tallies["digit"] == tallies["tenfold"] == tallies["month"] == (1, 1)
