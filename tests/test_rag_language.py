"""A question is answered in its own language, or refused by name with a way out."""

from __future__ import annotations

import pytest

from rag.errors import QuestionError
from rag.language import detect, question_language

QUESTIONS = {
    "en": [
        "why is Cainiao software considered a risk?", "Who is Holslag?", "What did Valdis Dombrovskis say?",
        "when was the Liège hub built", "How many jobs?", "Is Alibaba spying?", "tell me about Alibaba",
        "Trade deficit with China in 2022?", "What is the Staatsveiligheid?", "Who is the woordvoerder Peter Gorlé?",
        "Does the 2017 law apply abroad?", "and in 2021?", "What does VSSE stand for?", "Cainiao risk?",
        "What does 阿里巴巴集团控股有限公司 say?", "Is Brussels in Belgium?", "Is Lüttich in Belgium?",
    ],
    "de": [
        "Warum gilt Cainiao als Risiko?", "Wer ist Holslag?", "Was sagt Dombrovskis?", "Wie hoch ist das Defizit?",
        "Wann wurde das Logistikzentrum gebaut?", "Welche Daten sammelt die Software?", "Wie viele Jobs?",
        "Gibt es Beweise?", "Und 2021?", "Was ist The Financial Times?", "Wo liegt Liège Airport?",
        "Was macht der Flughafen Lüttich?", "danke",
    ],
    "nl": [
        "Waarom is Cainiao een risico?", "Wie is Holslag?", "Wat zegt Dombrovskis?", "Hoe groot is het tekort?",
        "Wanneer werd het magazijn gebouwd?", "Welke gegevens verzamelt de software?", "Hoeveel banen?",
        "Wat is The Financial Times?", "Waar ligt Liège Airport?", "En in 2021?", "Wie waarschuwde in 2021?",
        "Is er bewijs?", "Is Brussel in België?", "bedankt",
    ],
    "fr": [
        "Pourquoi Cainiao est-il un risque ?", "Qui est Holslag ?", "Que dit Dombrovskis ?", "Combien d'emplois ?",
        "Quand l'entrepôt a-t-il été construit ?", "Quelles données sont collectées ?", "Qu’est-ce que Cainiao ?",
        "Où se trouve l'aéroport de Liège ?", "Y a-t-il des preuves ?", "Quel est le déficit ?", "merci",
    ],
    "es": [
        "¿Por qué Cainiao es un riesgo?", "¿Quién es Holslag?", "¿Qué dice Dombrovskis?", "¿Cuántos empleos?",
        "¿Cuándo se construyó el almacén?", "¿Qué datos recoge el software?", "¿Dónde está el aeropuerto de Lieja?",
        "¿Hay pruebas?", "por que es un riesgo Alibaba", "¿Cuál es el déficit?",
    ],
    "it": ["Perché Cainiao è un rischio?", "Chi è Holslag?", "Che cosa dice Dombrovskis?"],
    "pt": ["Por que a Cainiao é um risco?", "Quem é Holslag?", "O que diz Dombrovskis?"],
}

SHORT = {
    "en": [
        "Is Norla bankrupt?", "Was Vesper sold in March?", "Has Kolb resigned?", "Can Brandau refuse?",
        "Will Steinach close?", "Does Aurach pay Quast?",
    ],
    "de": [
        "Ist Vesper in Tarrow pleite?", "Was plant Norla in Luik?", "Hat Kaarsveld in Keulen gebaut?",
        "Was kostet Celeron?", "Wird Molenaar in Dordwijk operiert?", "Darf Zuiderhoek in Beerdam bauen?",
        "Soll De Lelie schließen?", "Kommt Hendrik Postma nach Brandau?", "Will Skyferry klagen?",
    ],
    "nl": [
        "Bouwt Aurach in Oldhaven?", "Kan Steinach sluiten?", "Wil Vesper Motors verhuizen?",
        "Moet Kranich betalen?", "Heeft Fenwick gelijk?", "Wat kost Kaarsveld?",
    ],
    "fr": [
        "Norla est-elle en faillite ?", "Vesper va-t-il quitter Oldhaven ?", "Que veut Hendrik Postma ?",
        "Celeron part à Cologne ?", "Kolb a démissionné ?", "Quel est le prix de Skarra ?",
    ],
}


@pytest.mark.parametrize("library", [(), ("de", "nl"), ("de",), ("en",)])
def test_a_verb_before_a_name_tells_the_language(library: tuple[str, ...]) -> None:
    wrong = [(question, got) for language, questions in SHORT.items() for question in questions
             if (got := question_language(question, library)) != language]
    assert wrong == []


@pytest.mark.parametrize("library", [(), ("de", "nl"), ("de",), ("en",)])
def test_short_questions_full_of_foreign_names_keep_their_language(library: tuple[str, ...]) -> None:
    wrong = [
        (question, language, got)
        for language, questions in QUESTIONS.items()
        for question in questions
        if (got := question_language(question, library)) != language
    ]
    assert wrong == []


def test_two_words_lean_to_the_library() -> None:
    assert question_language("Spioniert Alibaba?", ("de", "nl")) == "de"
    assert question_language("Alibaba", ("de", "nl")) == "en"


@pytest.mark.parametrize("text", ["😀😀", "?!", " ", "", "2017?", "\ud800"])
def test_a_question_needs_words(text: str) -> None:
    with pytest.raises(QuestionError, match="no words"):
        question_language(text, ("de",))


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("为什么菜鸟软件被认为是风险？", "Chinese"), ("なぜ菜鳥は危険ですか", "Japanese"), ("왜 위험한가요?", "Korean"),
        ("Почему Alibaba считается риском?", "Russian"), ("Γιατί είναι κίνδυνος;", "Greek"),
        ("لماذا تعتبر علي بابا خطرا؟", "Arabic"), ("क्या अलीबाबा एक जोखिम है?", "Hindi"),
        ("Dlaczego oprogramowanie jest ryzykowne?", "Polish"), ("Varför är Alibaba en risk för Belgien?", "Swedish"),
        ("Alibaba neden bir risk olarak görülüyor?", "Turkish"),
    ],
)
def test_other_languages_are_refused_by_name_with_a_remedy(question: str, name: str) -> None:
    with pytest.raises(QuestionError, match=name) as refusal:
        question_language(question, ("de", "nl"))
    assert "English" in refusal.value.remedy
    assert "--language" in refusal.value.remedy


def test_the_languages_of_the_library_are_spoken_too() -> None:
    assert question_language("Dlaczego oprogramowanie jest ryzykowne?", ("pl",)) == "pl"
    assert question_language("为什么菜鸟软件被认为是风险？", ("zh", "de")) == "zh"
    assert question_language("Почему Alibaba считается риском?", ("ru",)) == "ru"


def test_detection_says_none_where_it_cannot_tell() -> None:
    assert detect("Alibaba") is None
    assert detect("12345 67890 !!!") is None
    assert detect("Die Software kann auf eine breite Palette von Daten zugreifen.") == "de"
    assert detect("De software kan een breed scala aan gegevens inzien.", among=("de", "nl")) == "nl"
    assert detect("ein Text mit \ud800 einem Bruchstück darin, aber lang genug") == "de"
