"""Rates, spans, seasons, parts of the day, places in an order, bounds: one put for another."""

from __future__ import annotations

import pytest
from both_ways import assert_agree, assert_differ

from rag.check.numbers import Source, check_numbers

# Languages and sentences that say the same: each is a true claim on the other.
TRUE = [
    ("en", "de", "Early on Monday morning it burned.", "In der Nacht zum Montag brannte es."),
    ("en", "de", "The Daily Mail says that they meet every year.", "Die Daily Mail sagt, dass sie sich jährlich treffen."),
    ("en", "de", "The nests are changed everyday.", "Die Nester werden täglich gewechselt."),
    ("fr", "de", "La réunion annuelle est à Rome.", "Das jährliche Treffen ist in Rom."),
    ("es", "de", "La reunión anual es en Roma.", "Das jährliche Treffen ist in Rom."),
    ("en", "de", "Temperatures drop below freezing at night.",
     "Nachts sinken die Temperaturen unter den Gefrierpunkt."),
    ("en", "de", "They meet every four years.", "Sie treffen sich alle vier Jahre."),
    ("en", "de", "It was the first-ever meeting.", "Es war das allererste Treffen."),
    ("en", "de", "The next 10 to 15 years will show.", "Die nächsten zehn bis fünfzehn Jahre werden es zeigen."),
    ("en", "de", "About 20,000 people came, 5,000 more than last year.",
     "Rund 20.000 Menschen kamen, 5000 mehr als im Vorjahr."),
    ("en", "de", "More than 1.3 billion people live there.", "Dort leben mehr als 1,3 Milliarden Menschen."),
    ("en", "de", "In the first century BC it fell.", "Im ersten Jahrhundert v. Chr. fiel es."),
    ("en", "de", "His six-month term ended.", "Seine halbjährige Amtszeit endete."),
    ("en", "de", "Her second term began.", "Ihre zweite Amtszeit begann."),
    ("en", "de", "A two-hour delay followed.", "Es folgte eine zweistündige Verspätung."),
    ("en", "de", "A delay of two hours followed.", "Es folgte eine zweistündige Verspätung."),
    ("en", "de", "The 35-hour week is law.", "Die 35-Stunden-Woche ist Gesetz."),
    ("en", "de", "He ran a marathon in under two hours.", "Er lief einen Marathon in weniger als zwei Stunden."),
    ("en", "de", "The number has more than doubled since 2019.", "Die Zahl hat sich seit 2019 mehr als verdoppelt."),
    ("en", "de", "The number has almost halved since 2019.", "Die Zahl hat sich seit 2019 fast halbiert."),
    ("en", "de", "He was sentenced to life plus 20 years.",
     "Er wurde zu lebenslanger Haft und weiteren 20 Jahren verurteilt."),
    ("en", "de", "He was sentenced to two and a half years in prison.",
     "Er wurde zu zweieinhalb Jahren Haft verurteilt."),
    ("en", "de", "He was sentenced to 18 months in prison.", "Er wurde zu anderthalb Jahren Haft verurteilt."),
    ("en", "de", "He was given a one-year sentence.", "Er erhielt eine einjährige Haftstrafe."),
    ("en", "de", "A year later it reopened.", "Ein Jahr später öffnete es wieder."),
    ("en", "de", "One year later it reopened.", "Nach einem Jahr öffnete es wieder."),
    ("en", "de", "Last year it closed.", "Im vergangenen Jahr schloss es."),
    ("en", "de", "The year before, it closed.", "Im Jahr davor schloss es."),
    ("en", "de", "This morning it closed.", "Heute früh schloss es."),
    ("en", "de", "Last night it closed.", "Gestern Abend schloss es."),
    ("en", "de", "On Tuesday evening it closed.", "Am Dienstagabend schloss es."),
    ("en", "de", "Early on Tuesday morning it closed.", "Am frühen Dienstagmorgen schloss es."),
    ("en", "de", "In autumn 2019 it closed.", "Im Herbst 2019 schloss es."),
    ("en", "de", "In the fall of 2019 it closed.", "Im Herbst 2019 schloss es."),
    ("en", "de", "In spring it closed.", "Im Frühjahr schloss es."),
    ("en", "de", "Every summer it closes.", "Jeden Sommer schließt es."),
    ("en", "de", "The annual report came out.", "Der Jahresbericht erschien."),
    ("en", "de", "The weekly market is closed.", "Der Wochenmarkt ist geschlossen."),
    ("en", "de", "The weekly magazine wrote it.", "Das Wochenmagazin schrieb es."),
    ("en", "de", "The daily newspaper wrote it.", "Die Tageszeitung schrieb es."),
    ("en", "de", "It happens daily.", "Es passiert jeden Tag."),
    ("en", "de", "It happens on a weekly basis.", "Es passiert wöchentlich."),
    ("en", "de", "They earn 12 euros an hour.", "Sie verdienen zwölf Euro pro Stunde."),
    ("en", "de", "They earn 12 euros an hour.", "Sie verdienen 12 Euro die Stunde."),
    ("en", "de", "The hourly wage is 12 euros.", "Der Stundenlohn beträgt 12 Euro."),
    ("en", "de", "The monthly salary is 2,000 euros.", "Das Monatsgehalt beträgt 2.000 Euro."),
    ("en", "de", "It produces 500,000 cars annually.", "Es produziert im Jahr eine halbe Million Autos."),
    ("en", "de", "Three flights a day leave.", "Täglich gehen drei Flüge."),
    ("en", "de", "Three daily flights leave.", "Drei Flüge am Tag gehen."),
    ("en", "de", "He was there for three days.", "Er war drei Tage dort."),
    ("en", "de", "He has been there for three days.", "Er ist seit drei Tagen dort."),
    ("en", "de", "He left three days earlier.", "Drei Tage zuvor war er gegangen."),
    ("en", "de", "Three years ago he left.", "Vor drei Jahren ging er."),
    ("en", "de", "More than three years ago he left.", "Vor mehr als drei Jahren ging er."),
    ("en", "de", "It lasted for over three years.", "Es dauerte mehr als drei Jahre."),
    ("en", "de", "They won for the first time.", "Sie gewannen erstmals."),
    ("en", "de", "They finished last.", "Sie wurden Letzte."),
    ("en", "de", "The last of the three left.", "Der Letzte der drei ging."),
    ("en", "de", "He is first in line.", "Er ist der Erste in der Reihe."),
    ("en", "de", "It is the second most spoken language.", "Es ist die am zweithäufigsten gesprochene Sprache."),
    ("en", "de", "It is the second biggest.", "Es ist das zweitgrößte."),
    ("en", "de", "It is a second home.", "Es ist eine Zweitwohnung."),
    ("en", "de", "A second wave is possible.", "Eine zweite Welle ist möglich."),
    ("en", "de", "He fired a second shot.", "Er gab einen weiteren Schuss ab."),
    ("en", "de", "The prime minister's first visit is in March.", "Der erste Besuch des Premierministers ist im März."),
    ("fr", "en", "Le premier ministre a fait sa deuxième visite.", "The prime minister made his second visit."),
    ("nl", "en", "Elke twee weken komen ze bijeen.", "They meet every two weeks."),
    ("nl", "en", "Twee keer per week vertrekt er een trein.", "A train leaves twice a week."),
    ("nl", "en", "Het jaarverslag verscheen.", "The annual report came out."),
    ("nl", "en", "Drie jaar lang was het dicht.", "It was closed for three years."),
    ("nl", "en", "Gisteravond sloot het.", "It closed last night."),
    ("nl", "en", "Vanochtend sloot het.", "It closed this morning."),
    ("nl", "en", "In het najaar van 2019 sloot het.", "It closed in the autumn of 2019."),
    ("nl", "en", "Meer dan de helft van de huizen is verkocht.", "More than half of the houses are sold."),
    ("nl", "en", "Het was het op één na warmste jaar.", "It was the second-warmest year."),
    ("fr", "en", "Deux fois par semaine, un train part.", "A train leaves twice a week."),
    ("fr", "en", "Il y a trois ans, il a fermé.", "It closed three years ago."),
    ("fr", "en", "L'an dernier, il a fermé.", "It closed last year."),
    ("fr", "en", "Hier soir, il a fermé.", "It closed last night."),
    ("fr", "en", "Plus de la moitié des maisons sont vendues.", "More than half of the houses are sold."),
    ("es", "en", "Hace tres años cerró.", "It closed three years ago."),
    ("es", "en", "El año pasado cerró.", "It closed last year."),
    ("es", "en", "Más de la mitad de las casas se vendieron.", "More than half of the houses were sold."),
    ("it", "en", "Tre anni fa ha chiuso.", "It closed three years ago."),
    ("it", "en", "L'anno scorso ha chiuso.", "It closed last year."),
    ("pt", "en", "Há três anos fechou.", "It closed three years ago."),
    ("pt", "en", "No ano passado fechou.", "It closed last year."),
]
# Sentences that cannot both be true.
FALSE = [
    ("fr", "en", "La réunion annuelle est à Rome.", "The weekly meeting is in Rome."),
    ("fr", "en", "Il a fermé en hiver.", "It closed in summer."),
    ("fr", "en", "Il a fermé hier.", "It will close tomorrow."),
    ("fr", "en", "Il a fermé l'an dernier.", "It closes next year."),
    ("fr", "en", "Il a fermé le matin.", "It closed in the evening."),
    ("fr", "en", "Le premier train est parti.", "The third train left."),
    ("es", "en", "Paga 300 euros al mes.", "He pays 300 euros a year."),
    ("es", "en", "Cerró en invierno.", "It closed in summer."),
    ("es", "en", "Cerró el año pasado.", "It closes next year."),
    ("es", "en", "Hace tres años cerró.", "It was closed for three years."),
    ("es", "en", "El primer tren salió.", "The third train left."),
    ("it", "en", "Paga 300 euro al mese.", "He pays 300 euros every year."),
    ("it", "en", "Ha chiuso in inverno.", "It closed in summer."),
    ("it", "en", "Tre anni fa ha chiuso.", "It was closed for three years."),
    ("it", "en", "Il quinto treno è partito.", "The third train left."),
    ("pt", "en", "Paga 300 euros por mês.", "He pays 300 euros per year."),
    ("pt", "en", "Fechou no inverno.", "It closed in summer."),
    ("pt", "en", "Há três anos fechou.", "It was closed for three years."),
    ("pt", "en", "O quinto comboio partiu.", "The third train left."),
    ("de", "nl", "Es kostet 30 Euro pro Woche.", "Het kost 30 euro per maand."),
    ("de", "en", "Sie zahlen 300 Euro im Monat.", "They pay 300 euros a year."),
    ("de", "en", "Sie zahlen monatlich 300 Euro.", "They pay 300 euros a week."),
    ("de", "en", "Das jährliche Treffen findet in Rom statt.", "The monthly meeting takes place in Rome."),
    ("de", "en", "Es wird täglich geprüft.", "It is checked every week."),
    ("de", "en", "Er trainiert jeden Tag.", "He trains every month."),
    ("nl", "en", "De jaarlijkse bijeenkomst is in Rome.", "The weekly meeting is in Rome."),
    ("nl", "en", "Het kost 30 euro per dag.", "It costs 30 euros a week."),
    ("nl", "en", "Elke week wordt het gecontroleerd.", "It is checked every day."),
    ("nl", "de", "De maandelijkse kosten bedragen 30 euro.", "Die jährlichen Kosten betragen 30 Euro."),
    ("fr", "en", "Il paie 300 euros par mois.", "He pays 300 euros a year."),
    ("es", "en", "La reunión anual es en Roma.", "The monthly meeting is in Rome."),
    ("it", "en", "La riunione annuale è a Roma.", "The monthly meeting is in Rome."),
    ("pt", "en", "A reunião mensal é em Roma.", "The annual meeting is in Rome."),
    ("de", "en", "Er war drei Jahre lang im Gefängnis.", "He was in prison three years ago."),
    ("de", "en", "Vor drei Jahren war er im Gefängnis.", "He was in prison for three years."),
    ("nl", "en", "Drie jaar geleden zat hij vast.", "He was in prison for three years."),
    ("fr", "en", "Il a été en prison pendant trois ans.", "He was in prison three years ago."),
    ("de", "en", "Hunderte Menschen kamen.", "Thousands of people came."),
    ("nl", "en", "Honderden mensen kwamen.", "Thousands of people came."),
    ("de", "en", "Der Gewinn verdreifachte sich fast.", "Profit tripled."),
    ("de", "en", "Der Gewinn verdreifachte sich.", "Profit nearly tripled."),
    ("de", "en", "Der Gewinn verdreifachte sich.", "Profit doubled."),
    ("nl", "en", "De winst is bijna verdubbeld.", "Profit doubled."),
    ("de", "en", "Mehr als 100 Menschen kamen.", "Less than 100 people came."),
    ("de", "en", "Mindestens 100 Menschen kamen.", "Up to 100 people came."),
    ("nl", "en", "Minstens 100 mensen kwamen.", "At most 100 people came."),
    ("de", "en", "Es stieg um 5 Prozentpunkte.", "It rose by 5 percent."),
    ("nl", "en", "Het steeg met 5 procentpunt.", "It rose 5 percent."),
    ("fr", "en", "Il a augmenté de 5 points de pourcentage.", "It rose 5 percent."),
    ("de", "en", "Er wurde Zweiter.", "He came first."),
    ("de", "en", "Der erste Zug fuhr ab.", "The second train left."),
    ("de", "en", "Der letzte Zug fuhr ab.", "The first train left."),
    ("nl", "en", "De eerste trein vertrok.", "The second train left."),
    ("nl", "en", "De laatste trein vertrok.", "The first train left."),
    ("fr", "en", "Le dernier train est parti.", "The first train left."),
    ("de", "en", "Im zweiten Quartal fiel der Umsatz.", "Turnover fell in the fourth quarter."),
    ("de", "en", "Im ersten Halbjahr fiel der Umsatz.", "Turnover fell in the second half."),
    ("de", "en", "Im Sommer schloss es.", "It closed in winter."),
    ("nl", "en", "In de zomer sloot het.", "It closed in winter."),
    ("de", "en", "Gestern schloss es.", "It will close tomorrow."),
    ("de", "en", "Im Vorjahr schloss es.", "It will close next year."),
    ("de", "en", "Letzte Woche schloss es.", "It closed last month."),
    ("nl", "en", "Vorige week sloot het.", "It closed last month."),
    ("de", "en", "Am Morgen schloss es.", "It closed in the evening."),
]


@pytest.mark.parametrize(("language", "other", "one", "two"), TRUE)
def test_what_says_the_same_agrees_both_ways(language: str, other: str, one: str, two: str) -> None:
    assert_agree(language, other, one, two)


@pytest.mark.parametrize(("language", "other", "one", "two"), FALSE)
def test_what_says_something_else_is_told_both_ways(language: str, other: str, one: str, two: str) -> None:
    assert_differ(language, other, one, two)


def test_two_of_what_was_named_before_are_no_two_weeks() -> None:
    assert not check_numbers("They left for two weeks.", "en", [Source("Both left.", "en")]).passed


@pytest.mark.parametrize(("claim", "quote"), [
    ("The weekly meeting in Rome is long.", "Das Treffen in Rom ist lang."),
    ("The meeting in Rome is long.", "Das jährliche Treffen in Rom ist lang."),
    ("It closed in the second week of winter.", "Es schloss in der zweiten Woche."),
])
def test_what_is_left_out_or_added_is_not_judged(claim: str, quote: str) -> None:
    assert check_numbers(claim, "en", [Source(quote, "de")]).passed


def test_the_fault_names_what_the_quote_says_instead() -> None:
    result = check_numbers("The monthly report came out.", "en", [Source("Der jährliche Bericht erschien.", "de")])
    assert result.reason == "The quote says 'jährliche', not 'monthly'."


def test_a_context_bears_out_what_the_quote_does_not_say() -> None:
    sources = [Source("Es wird jährlich geprüft.", "de"), Source("Der monatliche Bericht erschien.", "de")]
    assert check_numbers("The monthly report came out.", "en", sources).passed
