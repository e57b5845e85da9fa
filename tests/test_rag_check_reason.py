"""Reasons and consequences that no source gives: invented sentences in seven languages."""

from __future__ import annotations

import time

import pytest

from rag.check.numbers import Source
from rag.check.reason import check_reason
from rag.check.reason_words import REASON_WORDS
from rag.check.verify import verify
from rag.types import EvidenceSentence, Passage
from rag.write.model import Draft

CLOSED = {
    "en": "The bridge was closed on Monday.", "de": "Die Brücke wurde am Montag gesperrt.",
    "nl": "De brug is maandag afgesloten.", "fr": "Le pont a été fermé lundi.",
    "es": "El puente se cerró el lunes.", "it": "Il ponte è stato chiuso lunedì.", "pt": "A ponte fechou na segunda-feira.",
}
WITH_REASON = {
    "en": "The bridge was closed on Monday because of cracks.", "de": "Die Brücke wurde am Montag wegen Rissen gesperrt.",
    "nl": "De brug is maandag afgesloten vanwege scheuren.", "fr": "Le pont a été fermé lundi en raison de fissures.",
    "es": "El puente se cerró el lunes debido a grietas.", "it": "Il ponte è stato chiuso lunedì a causa di crepe.",
    "pt": "A ponte fechou na segunda-feira devido a fissuras.",
}
WITH_CONSEQUENCE = {
    "en": "The bridge was closed on Monday, which led to long queues.",
    "de": "Die Brücke wurde am Montag gesperrt, was zu langen Schlangen führte.",
    "nl": "De brug is maandag afgesloten, wat tot lange rijen leidde.",
    "fr": "Le pont a été fermé lundi, provoquant de longues files.",
    "es": "El puente se cerró el lunes, causando largas colas.",
    "it": "Il ponte è stato chiuso lunedì, causando lunghe code.",
    "pt": "A ponte fechou na segunda-feira, causando longas filas.",
}


@pytest.mark.parametrize("told", CLOSED)
@pytest.mark.parametrize("language", CLOSED)
def test_a_reason_has_to_be_given_in_some_language(language: str, told: str) -> None:
    plain = [Source(CLOSED[told], told)]
    assert check_reason(CLOSED[language], language, plain).passed
    for claims in (WITH_REASON, WITH_CONSEQUENCE):
        refused = check_reason(claims[language], language, plain)
        assert not refused.passed
        assert "reason" in refused.reason
        assert check_reason(claims[language], language, [Source(claims[told], told)]).passed


@pytest.mark.parametrize(("claim", "language"), [
    ("The bridge was closed on Monday, as a result of which trust collapsed.", "en"),
    ("The bridge was closed, since nobody had taken responsibility.", "en"),
    ("The bridge was closed, forcing several shops to shut.", "en"),
    ("The bridge was closed in response to public anger.", "en"),
    ("Die Brücke wurde gesperrt, da niemand zuständig war.", "de"),
    ("Die Sperrung der Brücke löste große Verwirrung aus.", "de"),
    ("Die Brücke wurde gesperrt, sodass viele warten mussten.", "de"),
    ("De brug werd afgesloten, want er was geen geld.", "nl"),
    ("De brug werd afgesloten door een tekort aan personeel.", "nl"),
    ("Le pont a été fermé, faute d'argent.", "fr"),
])
def test_what_only_the_claim_gives_is_refused(claim: str, language: str) -> None:
    for told in ("de", "en", "fr"):
        assert not check_reason(claim, language, [Source(CLOSED[told], told)]).passed


@pytest.mark.parametrize(("claim", "language", "quote", "told"), [
    ("The school closed because it wanted to save money.", "en", "Die Schule schloss, um Geld zu sparen.", "de"),
    ("De school sloot omdat ze geld wilde besparen.", "nl", "Die Schule schloss, um Geld zu sparen.", "de"),
    ("The road was shut because of the fire.", "en", "Nach dem Brand wurde die Straße gesperrt.", "de"),
    ("Wegen des Brandes wurde die Straße gesperrt.", "de", "After the fire the road was shut.", "en"),
    ("He resigned because of the affair.", "en", "Die Affäre zwang ihn zum Rücktritt.", "de"),
    ("The mill closed because there was no money.", "en", "Die Mühle schloss: Es war kein Geld mehr da.", "de"),
    ("Weil es regnete, fiel das Spiel aus.", "de", "The rain made it impossible to play.", "en"),
    ("Die Fähre fiel aus, da ihr Motor defekt war.", "de", "The ferry did not run, as its engine was broken.", "en"),
    ("The ferry was cancelled due to a defect.", "en", "La panne a entraîné l'annulation du ferry.", "fr"),
    ("Weil Geld fehlt, gibt es nur zwölf Konzerte.", "de", "The orchestra, short of money, plays twelve concerts.", "en"),
    ("Ein Angriff legte das Netz lahm, sodass Operationen verschoben werden mussten.", "de",
     "An attack shut down the network, and operations had to be postponed.", "en"),
    ("Der Jet stürzte ab, sodass der Flughafen schloss.", "de", "The jet crashed, closing the airport.", "en"),
    ("The train stopped due to a fault.", "en", "Il treno si è fermato per un guasto.", "it"),
    ("The strike led to delays.", "en", "Durch den Streik kam es zu Verspätungen.", "de"),
])
def test_what_may_be_rendered_by_a_reason_excuses_one(claim: str, language: str, quote: str, told: str) -> None:
    assert check_reason(claim, language, [Source(quote, told)]).passed


@pytest.mark.parametrize(("claim", "language"), [
    ("The cause of the fire is not known.", "en"),
    ("The minister has lived there since 2010.", "en"),
    ("Da war niemand, und die Brücke blieb zu.", "de"),
    ("Seine Gründe nannte er nicht.", "de"),
    ("The guide led the group across.", "en"),
    ("So stand es in der Zeitung.", "de"),
])
def test_words_that_only_look_like_reasons_accuse_nothing(claim: str, language: str) -> None:
    assert check_reason(claim, language, [Source(CLOSED["de"], "de")]).passed


def test_what_a_source_gives_a_reason_for_may_follow_from_it_but_no_more() -> None:
    stranded = Source("Wegen eines Streiks fielen 140 Flüge aus, 18.000 Reisende saßen fest.", "de")
    claim = "Because of a strike 140 flights were cancelled, leaving 18,000 travellers stranded"
    assert check_reason(f"{claim}.", "en", [stranded]).passed
    more = f"{claim}, due to poor planning, which led to protests."
    assert not check_reason(more, "en", [stranded]).passed
    assert check_reason(more, "en", [stranded, Source("Die Folge der schlechten Planung waren Proteste.", "de")]).passed


def test_a_language_without_a_list_passes() -> None:
    assert check_reason("Mosten stängdes eftersom den var gammal.", "sv", [Source(CLOSED["de"], "de")]).passed
    assert check_reason(WITH_REASON["en"], "en", [Source("Bron stängdes i måndags.", "sv")]).passed
    assert check_reason(WITH_REASON["en"], "en", []).passed


@pytest.mark.parametrize("language", REASON_WORDS)
def test_nothing_accuses_a_claim_that_would_not_excuse_a_source(language: str) -> None:
    for text in (WITH_REASON[language], WITH_CONSEQUENCE[language]):
        assert check_reason(text, language, [Source(text, language)]).passed


def test_a_title_may_give_the_reason_and_the_answer_says_why_it_shows_the_quote() -> None:
    def verdict(title: str | None) -> tuple[str, str | None]:
        quote = "Die Brücke in Worms wurde am Montag gesperrt."
        passage = Passage(
            passage_id=1, article_id="a", version=1, title=title, outlet=None, date=None, date_kind=None, language="de",
            url=None, path=None, text=quote, start=0, end=len(quote), score=1.0)
        evidence = [EvidenceSentence(1, passage, 0, len(quote), quote, score=1.0)]
        found = verify(Draft("The bridge in Worms was closed on Monday due to cracks.", (1,)), evidence, "en")
        return found.verdict, found.reason

    assert verdict("Brücke wegen Rissen zu") == ("supported", None)
    assert verdict(None) == ("quoted", "It gives a reason or a consequence that its quote does not.")


@pytest.mark.parametrize("unit", ["because ", ", da ", "um zu ", "führte ", "a", ": "])
def test_long_texts_take_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        begin = time.process_time()
        check_reason(text, "en", [Source(text, "de")])
        return time.process_time() - begin

    seconds(1_000)
    small, large = (min(seconds(size) for _ in range(2)) for size in (5_000, 20_000))
    assert large < max(10 * small, 0.5)
