"""Questions about the library are told from questions to the articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rag.shelf.intent import read_intent
from rag.shelf.intents import Collection, Summary

ABOUT_THE_LIBRARY = [
    ("en", "what articles do you have about Liège?", Collection("list", "Liège")),
    ("en", "What articles do you have?", Collection("list")),
    ("en", "Which sources are there on air cargo?", Collection("list", "air cargo")),
    ("en", "list all articles", Collection("list")),
    ("en", "Show me the German articles about espionage", Collection("list", "espionage", "de")),
    ("en", "How many articles are there?", Collection("count")),
    ("en", "How many Dutch articles do you have about Liège?", Collection("count", "Liège", "nl")),
    ("en", "what is the newest?", Collection("newest")),
    ("en", "What is the latest article about Alibaba?", Collection("newest", "Alibaba")),
    ("en", "Which article is the oldest?", Collection("oldest")),
    ("de", "Welche Artikel hast du über Lüttich?", Collection("list", "Lüttich")),
    ("de", "Wie viele Texte gibt es?", Collection("count")),
    ("de", "Was ist der neueste Artikel?", Collection("newest")),
    ("de", "Welche niederländischen Artikel gibt es?", Collection("list", "", "nl")),
    ("nl", "Welke artikelen heb je over Luik?", Collection("list", "Luik")),
    ("nl", "Hoeveel artikelen zijn er?", Collection("count")),
    ("nl", "Wat is het nieuwste artikel?", Collection("newest")),
    ("fr", "Quels articles as-tu sur Liège ?", Collection("list", "Liège")),
    ("fr", "Quel est l'article le plus récent ?", Collection("newest")),
    ("es", "¿Qué artículos tienes sobre Lieja?", Collection("list", "Lieja")),
    ("es", "¿Cuántos artículos hay?", Collection("count")),
    ("it", "Quali articoli hai su Liegi?", Collection("list", "Liegi")),
    ("pt", "Quantos artigos há?", Collection("count")),
    ("en", "summarise the Dutch article", Summary("all", "", "nl")),
    ("en", "Please summarize the newest article.", Summary("newest")),
    ("en", "Give me a summary of the article about Cainiao", Summary("all", "Cainiao")),
    ("en", "Summarise everything", Summary()),
    ("de", "Fasse den niederländischen Artikel zusammen", Summary("all", "", "nl")),
    ("de", "Zusammenfassung des deutschen Artikels", Summary("all", "", "de")),
    ("nl", "Vat het Duitse artikel samen", Summary("all", "", "de")),
    ("nl", "Geef een samenvatting van het artikel over Alibaba", Summary("all", "Alibaba")),
    ("fr", "Résume tous les articles", Summary()),
    ("es", "Resume el artículo sobre Lieja", Summary("all", "Lieja")),
    ("en", "What articles do you have about it? (Cainiao)", Collection("list", "Cainiao")),
    ("en", "which one is the newest?", Collection("newest")),
    ("en", "How many articles do you have in Dutch?", Collection("count", "", "nl")),
    ("en", "Which articles mention Geneva?", Collection("list", "Geneva")),
    ("en", "Which article is about wolves?", Collection("list", "wolves")),
    ("en", "Which German articles are about the mill?", Collection("list", "the mill", "de")),
    ("en", "Do you have anything about Geneva?", Collection("list", "Geneva")),
    ("en", "Do you have articles about Geneva?", Collection("list", "Geneva")),
    ("en", "Summarise the library", Summary()),
    ("de", "Gibt es Artikel über Brüssel?", Collection("list", "Brüssel")),
    ("de", "Welche Artikel handeln von Brüssel?", Collection("list", "Brüssel")),
    ("de", "Fasse die Bibliothek zusammen", Summary()),
    ("nl", "Welke artikelen gaan over Brussel?", Collection("list", "Brussel")),
    ("nl", "Zijn er artikelen over Brussel?", Collection("list", "Brussel")),
    ("fr", "Y a-t-il des articles sur Bruxelles ?", Collection("list", "Bruxelles")),
    ("fr", "Quels articles parlent de Genève ?", Collection("list", "Genève")),
    ("fr", "Quels articles néerlandais as-tu ?", Collection("list", "", "nl")),
    ("fr", "Résume l'article néerlandais", Summary("all", "", "nl")),
    ("fr", "Résume l'article le plus récent", Summary("newest")),
    ("es", "Resume el artículo neerlandés", Summary("all", "", "nl")),
    ("es", "¿Hay artículos sobre Ginebra?", Collection("list", "Ginebra")),
    ("it", "Riassumi l'articolo tedesco", Summary("all", "", "de")),
    ("pt", "Resuma o artigo alemão", Summary("all", "", "de")),
    ("en", "which of the articles is in French?", Collection("list", "", "fr")),
    ("en", "How many articles are written in Dutch?", Collection("count", "", "nl")),
    ("en", "Are any of the articles in Dutch?", Collection("list", "", "nl")),
    ("de", "Welche Artikel sind auf Französisch?", Collection("list", "", "fr")),
    ("nl", "Welk van de artikelen is in het Duits geschreven?", Collection("list", "", "de")),
    ("fr", "Quels articles sont en néerlandais ?", Collection("list", "", "nl")),
]

TO_THE_ARTICLES = [
    ("en", "What is the latest on the strike?"),
    ("en", "What is the newest aircraft of the fleet?"),
    ("en", "How many articles did the newspaper publish on the scandal?"),
    ("en", "What sources did the Financial Times have?"),
    ("en", "Which documents did the ministry publish about the leak?"),
    ("en", "What does the report say about Liège?"),
    ("en", "Does the article say who paid?"),
    ("en", "How many people are there in the warehouse?"),
    ("de", "Welche Quellen nennt die Zeitung?"),
    ("de", "Was ist das neueste Flugzeug?"),
    ("de", "Was steht in dem Bericht über die Brücke?"),
    ("nl", "Wat is het laatste nieuws over Alibaba?"),
    ("nl", "Welke documenten heeft de minister vrijgegeven?"),
    ("fr", "Quels documents le ministre a-t-il publiés ?"),
    ("en", "Which documents mention the deficit?"),
    ("en", "Which article mentions that?"),
    ("en", "What articles do you have about it?"),
    ("en", "Which articles of the treaty are about extradition?"),
    ("en", "Are there reports about deaths?"),
    ("en", "Is there anything on the strike?"),
    ("en", "Did the minister have anything about Geneva?"),
    ("en", "Summarise the library closure"),
    ("en", "Which articles are in French hands?"),
    ("en", "Which article of the treaty is in German law?"),
    ("en", "What does the article say in French?"),
    ("en", "How many Dutch soldiers are there in the report?"),
    ("de", "Gibt es Berichte über Tote?"),
    ("de", "Was sagt der Artikel über Brüssel?"),
    ("nl", "Zijn er berichten over doden?"),
    ("nl", "Wat zegt het artikel over Brussel?"),
    ("fr", "Que dit l'article sur Bruxelles ?"),
    ("fr", "Y a-t-il des documents sur la fuite ?"),
    ("es", "¿Qué dice el artículo sobre Ginebra?"),
]


@pytest.mark.parametrize(("language", "question", "meant"), ABOUT_THE_LIBRARY)
def test_a_question_about_the_library_is_read(
    language: str, question: str, meant: Collection | Summary
) -> None:
    assert read_intent(question, language) == meant


@pytest.mark.parametrize(("language", "question"), TO_THE_ARTICLES)
def test_a_question_to_the_articles_is_left_alone(language: str, question: str) -> None:
    assert read_intent(question, language) is None


def test_no_question_of_the_suite_is_taken_for_one_about_the_library() -> None:
    for file in sorted(Path("eval/cases").glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            case = json.loads(line)
            if "question" in case:
                assert read_intent(case["question"], case["language"]) is None, case["question"]
