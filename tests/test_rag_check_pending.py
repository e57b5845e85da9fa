"""What is threatened, demanded, tried or promised is not done, and what excuses it is a word of that kind."""

from __future__ import annotations

import pytest

from rag.check.modality import check_modality
from rag.check.numbers import Source

# What is only asked for, tried or the like, and what would make it a deed in another language.
PENDING = [
    ("The miners threatened to walk out.", "en", "Die Bergleute legten die Arbeit nieder.", "de"),
    ("Die Bergleute drohen mit einem Ausstand.", "de", "The miners are on strike.", "en"),
    ("De mijnwerkers dreigden het werk neer te leggen.", "nl", "The miners have downed tools.", "en"),
    ("Les mineurs menacent de cesser le travail.", "fr", "The miners have stopped work.", "en"),
    ("Los mineros amenazan con una huelga.", "es", "The miners have gone on strike.", "en"),
    ("Il ministro ha promesso di ridurre le tasse.", "it", "The minister cut taxes.", "en"),
    ("O grupo tentou comprar a mina.", "pt", "The group bought the mine.", "en"),
    ("Villagers demanded the closure of the quarry.", "en", "The quarry was closed.", "en"),
    ("Die Anwohner fordern die Schließung des Steinbruchs.", "de", "De steengroeve werd gesloten.", "nl"),
    ("Inspectors recommended draining the lake.", "en", "The lake was drained.", "en"),
    ("The judge urged the firm to release the files.", "en", "Die Firma gab die Akten frei.", "de"),
    ("The sale was expected to bring in 9 million.", "en", "The sale brought in 9 million.", "en"),
    ("The museum was due to open in May.", "en", "Das Museum öffnete im Mai.", "de"),
    ("Der Käufer bot an, die Schulden zu übernehmen.", "de", "The buyer took over the debts.", "en"),
    ("The bank agreed to pay the fine.", "en", "The bank paid the fine.", "en"),
    ("De minister beloofde de brug te herbouwen.", "nl", "The minister rebuilt the bridge.", "en"),
    ("The court will decide whether to free the prisoner.", "en", "The prisoner has been freed.", "en"),
    ("The harbour plans to freeze fees and reopen the pier.", "en", "The harbour reopened the pier.", "en"),
    ("De provincie heeft een controle aangekondigd.", "nl", "The province carried out a check.", "en"),
    ("The haulier Norbeck Freight, which runs 80 lorries in the town, threatened to sue if the road closes.", "en",
     "Norbeck Freight sued the town.", "en"),
]


@pytest.mark.parametrize(("quote", "told", "claim", "language"), PENDING)
def test_what_somebody_threatens_demands_or_tries_is_not_done(quote: str, told: str, claim: str, language: str) -> None:
    assert not check_modality(claim, language, [Source(quote, told)]).passed


@pytest.mark.parametrize(("quote", "told", "claim", "language"), [
    ("The miners threatened to walk out.", "en", "Die Bergleute drohten mit Streik.", "de"),
    ("Villagers demanded the closure of the quarry.", "en", "De dorpelingen willen dat de groeve dichtgaat.", "nl"),
    ("The bank agreed to pay the fine.", "en", "The bank has agreed to pay the fine.", "en"),
    ("The bank agreed to pay the fine.", "en", "Die Bank stimmte zu, die Strafe zu zahlen.", "de"),
    ("The airline announced plans to sell ten ships.", "en", "Der geplante Verkauf betrifft zehn Schiffe.", "de"),
    ("Der Käufer bot an, die Schulden zu übernehmen.", "de", "The buyer's offer is to take over the debts.", "en"),
    ("The bank was expected to pay.", "en", "Die Bank soll zahlen.", "de"),
    ("Die G7 sagten der Ukraine Kredite zu.", "de", "The G7 pledged loans to Ukraine.", "en"),
    ("The G7 pledged loans to Ukraine.", "en", "Die G7 sagten der Ukraine Kredite zu.", "de"),
    ("The group tried to buy the mine.", "en", "The group has not bought the mine.", "en"),
    ("A bill is due in the autumn.", "en", "Ein Gesetzentwurf soll im Herbst vorliegen.", "de"),
    ("Ein Gesetzentwurf soll im Herbst vorliegen.", "de", "A bill is due in the autumn.", "en"),
    ("De woordvoerder wilde niet reageren.", "nl", "The spokesperson refused to comment.", "en"),
    ("Der Unfall forderte drei Todesopfer.", "de", "The accident killed three people.", "en"),
    ("The firm announced that it had lost 5 million.", "en", "The firm lost 5 million.", "en"),
])
def test_what_renders_it_passes(quote: str, told: str, claim: str, language: str) -> None:
    assert check_modality(claim, language, [Source(quote, told)]).passed


@pytest.mark.parametrize(("quote", "told", "claim", "language"), [
    ("The group tried to buy the mine in 2019 and bought it in 2021.", "en", "The group bought the mine in 2021.", "en"),
    ("After threatening to strike for weeks, the miners walked out on Monday.", "en",
     "The miners walked out on Monday.", "en"),
    ("The city agreed to pay 5 million after a crane fell in 2019.", "en", "A crane fell in 2019.", "en"),
    ("The minister, who promised to cut taxes, resigned on Friday.", "en", "Der Minister trat am Freitag zurück.", "de"),
    ("Die Firma, die 300 Leute beschäftigt, drohte mit Klage.", "de", "The firm employs 300 people.", "en"),
])
def test_what_is_done_beside_it_is_told_as_done(quote: str, told: str, claim: str, language: str) -> None:
    assert check_modality(claim, language, [Source(quote, told)]).passed


# Each last word once excused anything: by its beginning it looked like a word of possibility or of plans.
@pytest.mark.parametrize(("quote", "told", "claim", "language"), [
    ("Der Kanzler könnte die Halle räumen.", "de", "The chancellor cleared the hall.", "en"),
    ("Die Firma plant den Bau einer Fabrik.", "de", "The firm has built a plant.", "en"),
    ("The airline plans to sell ten planes.", "en", "The airline sold ten planes.", "en"),
    ("The editor is accused of burning the reports.", "en", "The editor burned the reports.", "en"),
    ("Der Minister könnte die Anlage verkaufen.", "de", "Meanwhile the minister sold the site.", "en"),
    ("The minister could speak on Friday.", "en", "Le ministre a parlé devant la presse.", "fr"),
    ("The minister could sell the port.", "en", "De minister verkocht de haven te laat.", "nl"),
    ("The club could sack the coach.", "en", "De club ontsloeg de coach of de assistent.", "nl"),
    ("The ministry wants to end the project.", "en", "The ministry ended the project.", "en"),
    ("The council plans to close the pool.", "en", "The council closed the pool due to costs.", "en"),
    ("The council could scrap its plan.", "en", "The council scrapped the plan.", "en"),
    ("La ministre pourrait vendre le port.", "fr", "La ministra vendió el puerto en la capital.", "es"),
    ("The firm plans to close the mill.", "en", "Die Firma hat die Mühle bereits geschlossen.", "de"),
    ("The firm plans to close the mill.", "en", "L'entreprise a fermé le moulin pour toujours.", "fr"),
])
def test_a_word_that_only_looks_like_a_hedge_excuses_nothing(quote: str, told: str, claim: str, language: str) -> None:
    assert not check_modality(claim, language, [Source(quote, told)]).passed
