"""Signs of numbers, dozens and hundreds, multiples that follow from a change, and shares said by two numbers."""

from __future__ import annotations

import pytest

from rag.check.numbers import Source, check_numbers

# Languages of a claim and of its quote, the claim, the quote that says so.
TRUE = [
    ("en", "de", "It was twelve degrees below zero.", "Es herrschten minus 12 Grad."),
    ("nl", "de", "Het was 12 graden onder nul.", "Die Temperatur lag bei -12 Grad."),
    ("fr", "en", "Il faisait moins cinq degrés.", "It was minus 5 degrees."),
    ("en", "de", "Sales fell by 5 degrees.", "Um 5 Grad fiel es."),
    ("en", "de", "Growth was -0.3 percent.", "Die Wirtschaft schrumpfte um 0,3 Prozent."),
    ("nl", "de", "Het was -12 graden.", "Es gab 12 Grad Frost."),
    ("fr", "de", "Il faisait 12 degrés au-dessous de zéro.", "Es waren minus zwölf Grad."),
    ("en", "nl", "It was -4 °C.", "Het was min vier graden."),
    ("en", "de", "Temperatures between -3 and -8 degrees are expected.", "Es werden -3 bis -8 Grad erwartet."),
    ("en", "de", "Temperatures of minus 3 to minus 8 degrees.", "Temperaturen von minus 3 bis minus 8 Grad."),
    ("en", "nl", "It was fifteen degrees below freezing.", "Het vroor 15 graden."),
    ("de", "fr", "Die Temperatur sank auf 8 Grad unter null.", "La température est descendue à -8 degrés."),
    ("en", "de", "The low was -3 °C.", "Der Tiefstwert lag bei minus drei Grad."),
    ("en", "de", "The deficit more than doubled between 2021 and 2022.",
     "Das Defizit hat sich von 3,7 Milliarden Euro im Jahr 2021 auf 9,1 Milliarden Euro im Jahr 2022 "
     "beinahe verdreifacht."),
    ("nl", "de", "Van elke drie huizen stond er één leeg.", "Ein Drittel der Häuser stand leer."),
    ("en", "nl", "One in three houses stood empty.", "Van elke drie huizen stond er één leeg."),
    ("de", "en", "Jeder dritte Haushalt hat keinen Anschluss.", "One in three households has no connection."),
    ("en", "de", "A dozen people were injured.", "Zwölf Menschen wurden verletzt."),
    ("en", "en", "Sales more than tripled.", "Sales rose from 10,000 in 2019 to 34,000 in 2021."),
    ("en", "de", "One of the three men died.", "Von den drei Männern starb einer."),
    ("en", "de", "Three of five members left.", "Von fünf Mitgliedern gingen drei."),
    ("en", "fr", "Within three years, sales doubled.", "En trois ans, les ventes ont doublé."),
    ("en", "de", "Hundreds of people came.", "250 Menschen kamen."),
    ("en", "de", "Thousands of people came.", "12.000 Menschen kamen."),
    ("en", "de", "Dozens of people came.", "60 Menschen kamen."),
    ("en", "de", "Millions of people came.", "3,4 Millionen Menschen kamen."),
    ("nl", "en", "Het aantal is gehalveerd.", "The number fell from 200 in 2010 to 98 in 2020."),
    ("de", "nl", "Die Zahl hat sich fast verdoppelt.", "Het aantal steeg van 100 naar 190."),
    ("de", "de", "In zwei Jahren halbierte sich die Zahl.", "Die Zahl halbierte sich innerhalb von zwei Jahren."),
    ("en", "de", "For every three flats built, one was torn down.", "Auf drei gebaute Wohnungen kam ein Abriss."),
    ("de", "nl", "Jeder fünfte Schüler kommt zu spät.", "Van elke vijf leerlingen komt er één te laat."),
    ("fr", "en", "Un ménage sur trois est pauvre.", "Of every three households, one is poor."),
    ("fr", "de", "Un tiers des ménages est pauvre.", "Jeder dritte Haushalt ist arm."),
    ("nl", "fr", "Een op de drie huishoudens is arm.", "Un tiers des ménages est pauvre."),
    ("en", "de", "Two in three households are poor.", "Von drei Haushalten sind zwei arm."),
    ("en", "en", "Profits more than doubled to 21 million euros.", "Profits rose from 10 million to 21 million euros."),
    ("nl", "en", "De winst is ruim verdubbeld.", "Profits rose from 10 million to 21 million euros."),
    ("fr", "en", "Les bénéfices ont plus que doublé.", "Profits rose from 10 million to 21 million euros."),
    ("de", "en", "Der Gewinn hat sich mehr als verdoppelt.", "Profits rose from 10 million to 21 million euros."),
    ("en", "de", "Exports have almost tripled since 2005.",
     "Seit 2005 stiegen die Exporte von 4 auf 11 Millionen Tonnen."),
    ("de", "fr", "Zwischen 2018 und 2020 hat sich die Schuld mehr als verdoppelt.",
     "La dette est passée de 2,4 milliards d'euros en 2018 à 5,6 milliards d'euros en 2020."),
    ("en", "en", "Exports nearly halved.", "Exports fell from 800 tonnes in 2017 to 410 tonnes in 2019."),
    ("en", "fr", "One pupil in five arrives late.", "Un élève sur cinq arrive en retard."),
    ("de", "nl", "Von fünf Schülern kommt einer zu spät.", "Een op de vijf leerlingen komt te laat."),
    ("fr", "en", "Un quart des magasins a fermé.", "One shop in four has closed."),
    ("en", "de", "Two dozen cows died.", "24 Kühe verendeten."),
    ("nl", "de", "Tientallen koeien stierven.", "Dutzende Kühe verendeten."),
    ("en", "de", "In the last three years rents have doubled.", "Die Mieten haben sich in drei Jahren verdoppelt."),
    ("en", "de", "Rents have doubled in the three years since.",
     "Vor drei Jahren waren die Mieten halb so hoch; in drei Jahren haben sie sich verdoppelt."),
    ("fr", "en", "Une femme sur sept est touchée.", "One woman in seven is affected."),
    ("de", "fr", "Eine von sieben Frauen ist betroffen.", "Une femme sur sept est touchée."),
    ("en", "de", "On 3 of 7 days it rained.", "An drei von sieben Tagen regnete es."),
    ("nl", "de", "Van de 40 leden was er één tegen.", "Von 40 Mitgliedern war eines dagegen."),
    ("nl", "de", "Van de veertig leden stemde één lid tegen.", "Ein Mitglied von 40 stimmte dagegen."),
    ("en", "de", "Of the 12 children, one was hurt.", "Eines der zwölf Kinder wurde verletzt."),
    ("en", "fr", "Freezing at minus 2, the pond closed.", "À -2 degrés, l'étang a gelé."),
    ("en", "de", "Overnight temperatures fell by 12 degrees.", "Die Temperatur fiel über Nacht um 12 Grad."),
]
# The same, of quotes that say otherwise.
FALSE = [
    ("en", "de", "The temperature fell to 12 degrees.", "Die Temperatur fiel auf minus 12 Grad."),
    ("de", "en", "Es waren 20 Grad.", "It was 20 degrees below zero."),
    ("en", "fr", "It was minus 5 degrees.", "Il faisait 5 degrés."),
    ("en", "nl", "It was 4 °C.", "Het was min vier graden."),
    ("fr", "de", "Il faisait 12 degrés.", "Es waren minus zwölf Grad."),
    ("nl", "de", "Het was twaalf graden.", "Es waren zwölf Grad unter null."),
    ("en", "nl", "It was fifteen degrees.", "Het vroor 15 graden."),
    ("de", "fr", "Die Temperatur sank auf 8 Grad.", "La température est descendue à -8 degrés."),
    ("en", "de", "The low was -3 °C.", "Der Tiefstwert lag bei drei Grad."),
    ("en", "de", "The deficit more than tripled.",
     "Das Defizit hat sich von 3,7 Milliarden Euro im Jahr 2021 auf 9,1 Milliarden Euro im Jahr 2022 "
     "beinahe verdreifacht."),
    ("en", "de", "Dozens of people were hurt.", "Zwölf Menschen wurden verletzt."),
    ("nl", "en", "Tientallen mensen raakten gewond.", "Twelve people were injured."),
    ("en", "nl", "One in four houses stood empty.", "Van elke drie huizen stond er één leeg."),
    ("de", "en", "Jeder vierte Haushalt hat keinen Anschluss.", "One in three households has no connection."),
    ("en", "en", "Sales more than quadrupled.", "Sales rose from 10,000 in 2019 to 34,000 in 2021."),
    ("en", "de", "Hundreds came.", "120 Menschen kamen."),
    ("en", "de", "Thousands came.", "1.200 Menschen kamen."),
    ("en", "de", "Prices doubled.", "Die Preise stiegen von 10 auf 14 Euro."),
    ("en", "nl", "The number has tripled.", "Het aantal steeg van 100 naar 190."),
    ("en", "en", "Profits more than tripled to 21 million euros.", "Profits rose from 10 million to 21 million euros."),
    ("de", "nl", "Jeder vierte Schüler kommt zu spät.", "Van elke vijf leerlingen komt er één te laat."),
    ("fr", "de", "Deux ménages sur trois sont pauvres.", "Jeder dritte Haushalt ist arm."),
    ("en", "fr", "Between 2018 and 2020 the debt more than tripled.",
     "La dette est passée de 2,4 milliards d'euros en 2018 à 5,6 milliards d'euros en 2020."),
    ("en", "en", "Exports almost doubled.", "Exports fell from 800 tonnes in 2017 to 410 tonnes in 2019."),
    ("en", "de", "The mayor resigns in three months.", "Der Bürgermeister trat vor drei Monaten zurück."),
    ("en", "fr", "In five years the hospital will close.", "L'hôpital a fermé il y a cinq ans."),
    ("en", "fr", "One pupil in six arrives late.", "Un élève sur cinq arrive en retard."),
    ("de", "nl", "Von vier Schülern kommt einer zu spät.", "Een op de vijf leerlingen komt te laat."),
    ("fr", "en", "Un tiers des magasins a fermé.", "One shop in four has closed."),
    ("en", "de", "Two cows died.", "Zwei Dutzend Kühe verendeten."),
    ("nl", "de", "Honderden koeien stierven.", "Dutzende Kühe verendeten."),
    ("de", "fr", "Eine von acht Frauen ist betroffen.", "Une femme sur sept est touchée."),
    ("nl", "de", "Van de 50 leden was er één tegen.", "Von 40 Mitgliedern war eines dagegen."),
    ("en", "de", "It was 12 degrees.", "Es waren -12 Grad."),
    ("nl", "de", "De huur is verdriedubbeld.", "Die Mieten haben sich in drei Jahren verdoppelt."),
]


@pytest.mark.parametrize(("language", "other", "claim", "quote"), TRUE)
def test_a_claim_that_the_quote_states_passes(language: str, other: str, claim: str, quote: str) -> None:
    assert check_numbers(claim, language, [Source(quote, other)]).reason == ""


@pytest.mark.parametrize(("language", "other", "claim", "quote"), FALSE)
def test_a_claim_that_the_quote_contradicts_is_told(language: str, other: str, claim: str, quote: str) -> None:
    assert not check_numbers(claim, language, [Source(quote, other)]).passed
