"""Page furniture goes, every sentence of the body stays, and facts are read where they stand and nowhere else."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from rag.load import parse
from rag.load.dates import date_at, record_date
from rag.types import Article

SEEDS = Path(__file__).parents[1] / "seeds"
BODY = {
    "en": "The harbour was closed on Monday after a fire, and nobody was hurt, the port authority said in a statement.",
    "de": "Der Hafen wurde am Montag nach einem Brand geschlossen, verletzt wurde niemand, teilte die Behörde mit.",
    "nl": "De haven werd maandag na een brand gesloten, en niemand raakte gewond, meldde de autoriteit in een bericht.",
    "fr": "Le port a été fermé lundi après un incendie, et personne n'a été blessé, a indiqué l'autorité portuaire.",
    "es": "El puerto fue cerrado el lunes tras un incendio y nadie resultó herido, según informó la autoridad.",
}


def load(*lines: str) -> Article:
    [article] = parse(Path("/n/a.txt"), "\n\n".join(lines).encode())
    assert isinstance(article, Article), article
    return article


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


def seed(start: str) -> Article:
    [path] = [path for path in SEEDS.iterdir() if path.name.startswith(start)]
    [article] = parse(path, path.read_bytes())
    assert isinstance(article, Article)
    return article


def test_the_german_seed() -> None:
    article = seed("000")
    assert (article.title, article.language) == ("Alibaba unter Spionageverdacht", "de")
    assert (article.day, article.day_kind, article.outlet) == (date(2023, 10, 6), "updated", None)
    assert [kind for kind, _ in blocks(article)] == ["title"] + ["paragraph"] * 6
    assert "Leave A Comment" not in article.text
    assert "Last Updated" not in article.text


def test_the_dutch_seed() -> None:
    article = seed("003")
    assert article.title is not None
    assert article.title.startswith("Chinese spionage in de luchthaven van Luik?")
    assert (article.language, article.day, article.day_kind, article.outlet) == ("nl", None, None, None)
    kinds = [kind for kind, _ in blocks(article)]
    assert kinds == ["title", "caption", *["paragraph"] * 4, "heading", *["paragraph"] * 2]
    assert blocks(article)[1][1] == "Het verdeelcentrum van Alibaba op de vrachtluchthaven van Luik."
    assert blocks(article)[6][1] == "‘Taak van de overheid’"
    for gone in ("Direct naar", "NieuwsSpionage", "BELGA", "Lees ook", "Vooral de overheid"):
        assert gone not in article.text


@pytest.mark.parametrize("line", [
    "Skip to content", "Zum Inhalt springen", "Direct naar artikelinhoud", "Aller au contenu", "Saltar al contenido",
    "Leave A Comment", "Kommentare (12)", "3 reacties", "Laisser un commentaire", "Deja un comentario",
    "Tags: Alibaba, China, Flughafen Lüttich", "Schlagwörter: Hafen, Brand", "Trefwoorden:", "Share this article",
    "Facebook Twitter WhatsApp E-Mail", "Newsletter abonnieren", "Sign up for our free newsletter.",
    "Melden Sie sich für unseren Newsletter an", "Alle Cookies akzeptieren", "Advertentie", "- Anzeige -", "Publicité",
    "Lees ook: De haven in tien cijfers", "Read more: Ten things about the port", "Foto: dpa", "© AFP",
    "Beeld BELGA", "(Photo: Jane Doe/Reuters)", "© 2023 The Paper. All rights reserved.", "en", "und", "***",
    "Lesezeit: 3 Minuten", "4 min read",
])
@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_furniture_between_paragraphs_goes(line: str, language: str) -> None:
    article = load("Fire in the harbour", BODY[language], line, BODY[language])
    assert [text for _, text in blocks(article)] == ["Fire in the harbour", BODY[language], BODY[language]]


@pytest.mark.parametrize("line", [
    "Lees ook de kleine lettertjes, waarschuwt de toezichthouder van de haven.",
    "Lees ook: de bank waarschuwt haar klanten voor valse berichten.",
    "Read more books, the minister told the pupils on Friday.",
    "Tags: so heißen die Schilder, die an jedem Paket hängen.",
    "Share this with no one, he told her.", "Advertisement is the soul of trade, he said.",
    "Updated 6 October 2023 rules say that banks must report every loss.",
    "Stand: 06.10.2023 galt noch die alte Regel, sagte der Minister.",
    "Published on 4 January 2019, the report named nine companies.",
    "Foto: Ein Mann steht vor dem brennenden Lager im Hafen.", "Das Foto zeigt einen Mann. Er heißt Max Müller.",
    "Von der Leyen sprach am Dienstag mit den Arbeitern.", "By Friday the fire was out.", "En toen?", "Nee!",
    "Quelle der Angst ist der Brand.", "Source: the minister said it came from the ministry.",
    "Sign up for our newsletter, the scammers wrote, and you will win.", "On Friday, January 4, 2019, the fire began.",
    "Related costs rose.", "© is a sign that few understand.", "Kommentare sind frei, Fakten heilig.",
])
def test_sentences_that_look_like_furniture_stay(line: str) -> None:
    article = load("Fire in the harbour", BODY["en"], line, BODY["en"])
    assert ("paragraph", line) in blocks(article)
    assert article.day is None
    assert article.outlet is None


def test_teasers_after_read_more_go_and_the_body_after_them_stays() -> None:
    article = load("Fire", BODY["en"], "Read more", "Ten things about the port", "Why ports burn", "The pier", BODY["en"])
    assert "Ten things" not in article.text
    assert "Why ports burn" not in article.text
    assert [text for _, text in blocks(article)][-2:] == ["The pier", BODY["en"]]
    tail = load("Fire", BODY["en"], "Mehr zum Thema", "Zehn Dinge", "Warum Häfen brennen")
    assert [text for _, text in blocks(tail)] == ["Fire", BODY["en"]]


@pytest.mark.parametrize(("language", "line", "day", "kind"), [
    ("de", "Last Updated: Freitag, 06.10.2023By Tags: ,", date(2023, 10, 6), "updated"),
    ("de", "Veröffentlicht am 4. Oktober 2023 um 10:15 Uhr", date(2023, 10, 4), "published"),
    ("de", "Stand: 04.10.2023, 14:30 Uhr", date(2023, 10, 4), "updated"),
    ("de", "Mittwoch, 4. Oktober 2023", date(2023, 10, 4), "published"),
    ("nl", "Laatst bijgewerkt op 4 oktober 2023", date(2023, 10, 4), "updated"),
    ("nl", "Gepubliceerd op 04-10-2023", date(2023, 10, 4), "published"),
    ("en", "Friday, January 4, 2019", date(2019, 1, 4), "published"),
    ("en", "Published: 4 January 2019 | Updated: 6 January 2019, 10:00 GMT", date(2019, 1, 4), "published"),
    ("en", "Updated: 10/31/2019", date(2019, 10, 31), "updated"),
    ("fr", "Publié le 4 octobre 2023 à 10h15", date(2023, 10, 4), "published"),
    ("es", "Actualizado: 4 de octubre de 2023", date(2023, 10, 4), "updated"),
])
def test_the_stated_date_is_read_with_its_kind(language: str, line: str, day: date, kind: str) -> None:
    article = load("Alibaba X", line, BODY[language], BODY[language])
    assert (article.day, article.day_kind) == (day, kind)
    assert [text for _, text in blocks(article)] == ["Alibaba X", BODY[language], BODY[language]]


def test_a_date_that_can_be_read_two_ways_is_not_read() -> None:
    assert load("Fire X", "Published: 06/10/2019", BODY["en"], BODY["en"]).day is None
    assert date_at("06/10/2019", 0, "en") is None
    assert date_at("06/10/2019", 0, None) is None
    assert date_at("Sunday, 06/10/2019", 0, "en") is not None
    assert date_at("Monday, 6 October 2019", 0, "en") is None
    assert record_date("31 February 2019") is None
    assert record_date("yesterday") is None
    assert record_date(20231006) is None
    assert record_date("Fri, 04 Jan 2019 10:00:00 GMT") == date(2019, 1, 4)


def test_the_record_wins_over_the_dateline() -> None:
    def day(**record: str) -> date | None:
        line = json.dumps({"id": "1", "title": "Fire", "text": f"Friday, January 4, 2019 \n\n{BODY['en']}", **record})
        [article] = parse(Path("/n/a.jsonl"), line.encode())
        assert isinstance(article, Article)
        assert BODY["en"] in article.text
        return article.day

    assert day() == date(2019, 1, 4)
    assert day(date="2020-02-02") == date(2020, 2, 2)
    assert day(date="soon") == date(2019, 1, 4)


def test_outlet_only_where_it_is_stated() -> None:
    assert load("Feuer", BODY["de"], "Quelle: Die Zeitung").outlet == "Die Zeitung"
    assert load("Feuer", "Das berichtet die Zeitung Der Bote. " + BODY["de"]).outlet is None


@pytest.mark.parametrize(("lines", "title"), [
    (["Politik", "Feuer im Hafen", "Von Max Muster", BODY["de"]], "Feuer im Hafen"),
    (["PolitikAusland", "Feuer im Hafen", BODY["de"]], "Feuer im Hafen"),
    (["News > World", "Fire in the harbour", "By Jane Doe and John Roe", BODY["en"]], "Fire in the harbour"),
    (["Europa", BODY["de"], BODY["de"]], "Europa"),
    (["Von der Leyen besucht den Hafen", BODY["de"]], "Von der Leyen besucht den Hafen"),
    ([BODY["de"], BODY["de"]], None),
    (["So begann alles:", BODY["de"]], None),
])
def test_the_title_is_the_first_headline_or_none(lines: list[str], title: str | None) -> None:
    article = load(*lines)
    assert article.title == title
    assert [text for kind, text in blocks(article) if kind == "title"] == ([title] if title else [])


def test_headings_stand_between_paragraphs_and_speech_is_none() -> None:
    article = load("Fire", BODY["en"], "What happens next", BODY["en"], "WN: What do you think", BODY["en"], "“Yes.”")
    kinds = dict((text, kind) for kind, text in blocks(article))
    assert kinds["What happens next"] == "heading"
    assert kinds["WN: What do you think"] == "paragraph"
    assert kinds["“Yes.”"] == "paragraph"


@pytest.mark.parametrize(("line", "caption"), [
    ("Een man in de haven van Luik.Beeld BELGA", "Een man in de haven van Luik."),
    ("Der Hafen in der Nacht. Foto: Max Muster/dpa", "Der Hafen in der Nacht."),
    ("The harbour at night © AFP", "The harbour at night"),
    ("The harbour at night (Photo: Jane Doe / Reuters)", "The harbour at night"),
])
def test_a_caption_loses_its_credit_and_stays(line: str, caption: str) -> None:
    assert ("caption", caption) in blocks(load("Fire", line, BODY["en"], BODY["en"]))


def test_a_headline_with_a_colon_is_a_title_and_speakers_are_not() -> None:
    headline = "Hafenbrücke in Veldhaven: Sperrung bis Mai"
    assert load(headline, BODY["de"]).title == headline
    talk = load("Reporter: Was geschah", "Bürgermeister: Es brannte", BODY["de"])
    assert talk.title is None
    assert "Reporter: Was geschah" in talk.text


@pytest.mark.parametrize(("language", "line", "day"), [
    ("en", "15 March 2025. Regional Press Agency", date(2025, 3, 15)),
    ("nl", "25 maart 2025 – Correspondent Frankrijk", date(2025, 3, 25)),
    ("nl", "3 mei 2025, Van onze verslaggever", date(2025, 5, 3)),
    ("fr", "24 mars 2025 | Agence du Nord", date(2025, 3, 24)),
    ("de", "3. Mai 2025 (dpa)", date(2025, 5, 3)),
    ("de", "Traunfels, 3. Mai 2025", date(2025, 5, 3)),
    ("en", "Harlow Courier, 3 May 2025", date(2025, 5, 3)),
    ("en", "Regional Press Agency", None),
    ("de", "Von unserer Korrespondentin Anna Beck", None),
    ("en", "Harlow (Reuters)", None),
])
def test_a_line_of_date_and_agency_is_no_sentence_and_its_date_the_articles(
        language: str, line: str, day: date | None) -> None:
    article = load("Velm harbour", line, BODY[language])
    assert article.text == f"Velm harbour\n\n{BODY[language]}"
    assert (article.title, article.day) == ("Velm harbour", day)
    assert all(article.text[block.start : block.end] in ("Velm harbour", BODY[language]) for block in article.blocks)


@pytest.mark.parametrize(("language", "line"), [
    ("en", "2 May 2025 was a Friday."), ("en", "2 May 2025. The day of the fire."), ("nl", "De krant zweeg"),
    ("en", "3 May 2025 – a day to remember"), ("de", "2. Mai 2025: Der Hafen brennt"), ("en", "By now nobody was there"),
    ("de", "Von unserer Stadt blieb nichts"), ("en", "Mayor Sues Harlow Courier Over Fire Report"),
])
def test_a_sentence_with_a_date_or_a_paper_in_it_stays(language: str, line: str) -> None:
    article = load("Velm harbour", line, BODY[language])
    assert line in article.text
    assert article.day is None


def test_what_follows_the_date_may_be_the_title_and_an_agency_may_sign() -> None:
    assert load("3 May 2025 – King Charles Visits Velm", BODY["en"]).title == "3 May 2025 – King Charles Visits Velm"
    above = load("15 March 2025. Regional Press Agency", "Fire in Velm", BODY["en"])
    assert (above.title, above.day) == ("Fire in Velm", date(2025, 3, 15))
    assert load("Fire in Velm", BODY["en"], "(dpa)").text == f"Fire in Velm\n\n{BODY['en']}"
