"""What kind of thing a question asks for, and whether a sentence holds a thing of that kind.

A sentence that speaks of a company's staff, and of no number, cannot say how many they are, however near it is to the
question. Only what can be told without a model is told: a question that fits no phrase wants `Wanted.ANYTHING`, which
every sentence holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from rag.check.quantities import quantities
from rag.check.quantity import Quantity
from rag.gazetteer import names_in, names_with_places

__all__ = ["Wanted", "asks_of_the_text", "holds", "wanted"]


class Wanted(StrEnum):
    """The kinds; the values are for reports."""

    AGE = "age"
    ANYTHING = "anything"
    AMOUNT = "amount"
    COUNT = "count"
    DATE = "date"
    DURATION = "duration"
    MONEY = "money"
    NAME = "name"
    PERSON = "person"
    PLACE = "place"
    REASON = "reason"


_PHRASES: Final[dict[str, str]] = {
    "en": "age:how old,what age|duration:how long,how many years,how many months,how many days,how many hours,"
          "how many minutes,how many weeks|count:how many,how often,what number,which number|"
          "amount:how much,how high,how tall,how far,how fast,how large,how big,how heavy,how deep,how wide,"
          "what share,what percentage,what proportion,what sum|"
          "date:when,what year,which year,what month,which month,what day,which day,what date|"
          "name:name of,called,the names|person:who,whom,whose|place:where|reason:why,what reason,for what reason",
    "de": "age:wie alt,welches alter,welchem alter|duration:wie lange,wie viele jahre,wie viele monate,wie viele tage,"
          "wie viele stunden,wie viele minuten|count:wie viele,wie vielen,wieviele,wie oft|"
          "amount:wie viel,wieviel,wie hoch,wie groß,wie weit,wie schnell,wie teuer,wie schwer,wie tief,wie breit,"
          "welcher anteil,welchen anteil|"
          "date:wann,welchem jahr,welches jahr,welchem monat,welchem tag|name:heißt,heißen,hieß,hießen|"
          "person:wer,wem,wen,wessen|place:wo,woher,wohin|reason:warum,weshalb,wieso,weswegen",
    "nl": "age:hoe oud,welke leeftijd|duration:hoe lang duurt,hoe lang duurde,hoeveel jaar,hoeveel maanden,"
          "hoeveel dagen,hoeveel uur,hoeveel minuten|count:hoeveel,hoe vaak|"
          "amount:hoe hoog,hoe groot,hoe ver,hoe snel,hoe duur,hoe zwaar,hoe diep,hoe breed,hoe lang,welk deel,"
          "welk percentage|"
          "date:wanneer,welk jaar,welke maand,welke dag|name:heet,heten,heette,heetten|person:wie,wiens|"
          "place:waar,waarheen|reason:waarom,waardoor",
    "fr": "age:quel âge|duration:combien de temps,combien d années,combien de mois,combien de jours|"
          "count:combien de,combien d|amount:combien,quelle part,quel pourcentage|"
          "date:quand,quelle année,quel jour,quel mois|name:s appelle,s appellent,s appelait,s appelaient|"
          "person:qui|place:où|reason:pourquoi",
    "es": "age:qué edad,cuántos años tiene,cuántos años tenía|duration:cuánto tiempo,cuántos años,cuántos meses,"
          "cuántos días|count:cuántos,cuántas|amount:cuánto,cuánta,qué porcentaje,qué parte|"
          "date:cuándo,qué año,qué mes,qué día|name:se llama,se llaman,se llamaba,se llamaban|"
          "person:quién,quiénes|place:dónde,adónde|reason:por qué",
}
_MONEY: Final[dict[str, str]] = {
    "en": "cost costs money salary price prices rent fine fines debt debts compensation damages reward budget turnover "
          "earn earns paid expensive revenue wage",
    "de": "kostet kostete kosten geld gehalt preis miete strafe bußgeld schulden entschädigung schadenersatz belohnung "
          "etat umsatz verdient teuer lohn",
    "nl": "kost kostte kosten geld salaris prijs huur boete schuld schulden schadevergoeding beloning begroting omzet "
          "verdient duur loon",
    "fr": "coûte coûté coût argent salaire prix loyer amende dette dettes indemnité dommages récompense budget gagne",
    "es": "cuesta costó coste costo dinero salario sueldo precio alquiler multa deuda deudas indemnización recompensa "
          "presupuesto gana",
}
_OF_THE_TEXT: Final[dict[str, str]] = {
    "en": "of the following,the passage,this passage,the paragraph,the text,this text,the article,this article,"
          "the author,the writer,mentioned,mention,statement,statements",
    "de": "folgende,folgenden,folgender,folgendes,textabschnitt,textabschnitts,abschnitt,textpassage,passage,der text,"
          "dem text,den text,des textes,im text,der artikel,dem artikel,den artikel,des artikels,im artikel,autor,"
          "autors,erwähnt,erwähnte,aussage,aussagen",
    "nl": "van de volgende,de tekst,deze tekst,het artikel,dit artikel,de auteur,de schrijver,de passage,genoemd,"
          "vermeld,bewering,beweringen",
    "fr": "suivants,suivantes,le texte,ce texte,du texte,l article,cet article,l auteur,le passage,ce passage,"
          "mentionné,mentionnée,affirmation,affirmations",
    "es": "siguientes,el texto,del texto,este texto,el artículo,del artículo,este artículo,el autor,el pasaje,"
          "mencionado,mencionada,menciona,afirmación,afirmaciones",
}
_WORD: Final = re.compile(r"[^\W\d_]+")
_RUN: Final = re.compile(r"\b[A-ZÀ-ÖØ-Þ][^\W\d_]{1,30} [A-ZÀ-ÖØ-Þ][^\W\d_]{1,30}\b")
"""Two capitalised words: common words are names too ("John Smith")."""
_AGED: Final = re.compile(
    r"\d-?(?:\s?years?[- ]old|jährig|jarige)|\d (?:years? old|years? of age|jahre alt|jaar oud|ans\b|años\b)|"
    r"\b(?:aged|age|alter|leeftijd)\b|, \d{1,2}[,.]|\(\d{1,2}\)", re.IGNORECASE)
_TIMES: Final = re.compile(
    r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|sekunden?|minuten?|stunden?|tagen?|wochen?|"
    r"monaten?|jahren?|tage|monate|jahre|jahrzehnte?|seconden?|uren|uur|dagen|weken|maanden?|jaar|jaren|heures?|jours?|"
    r"semaines?|mois|ans?|années?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?|since|until|till|seit|bis|sinds|tot)\b",
    re.IGNORECASE)


def wanted(question: str, language: str) -> Wanted:
    """Returns what a question asks for, by its question words; in other languages than en, de, nl, fr, es: anything."""
    text = _spaced(question)
    best = (len(text), 0, Wanted.ANYTHING)
    for group in _PHRASES.get(language, "").split("|"):
        kind, _, phrases = group.partition(":")
        for phrase in filter(None, phrases.split(",")):
            at = text.find(f" {phrase} ")
            if at >= 0:
                # The first phrase tells, and of those at one place the longest: "how many years", not "how many".
                best = min(best, (at, -len(phrase), Wanted(kind)))
    counted = best[2] in (Wanted.COUNT, Wanted.AMOUNT, Wanted.ANYTHING)
    return Wanted.MONEY if counted and _asks_for_money(text, language) else best[2]


def asks_of_the_text(question: str, language: str) -> bool:
    """Whether a question speaks of what was written ("does the article mention ..."), in words that no article has."""
    text = _spaced(question)
    return any(f" {phrase} " in text for phrase in _OF_THE_TEXT.get(language, "").split(",") if phrase)


def holds(kind: Wanted, sentence: str, language: str | None, known: Iterable[str] = ()) -> bool:
    """Whether `sentence` holds a thing of `kind`.

    Args:
        language: Of the sentence, ISO 639-1.
        known: Names in the question, which cannot be its answer.
    """
    if kind in (Wanted.ANYTHING, Wanted.REASON):
        return True
    if kind in (Wanted.NAME, Wanted.PERSON, Wanted.PLACE):
        return _has_name(sentence, language or "en", known, places=kind is Wanted.PLACE)
    if kind is Wanted.AGE:
        return bool(_AGED.search(sentence))
    if kind is Wanted.DURATION and not _TIMES.search(sentence):
        return False
    return any(_is_of(kind, item) for item in quantities(sentence, language))


def _spaced(question: str) -> str:
    return f" {' '.join(word.casefold() for word in _WORD.findall(question))} "


def _asks_for_money(text: str, language: str) -> bool:
    return any(f" {word} " in text for word in _MONEY.get(language, "").split())


def _has_name(sentence: str, language: str, known: Iterable[str], *, places: bool) -> bool:
    said = {word for name in known for word in _words(name)}
    names = ([name.text for name in names_with_places(sentence, language) if name.known] if places
             else [*names_in(sentence, language), *_RUN.findall(sentence)])
    return any(not said.issuperset(_words(name)) for name in names)


def _words(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(name)]


def _is_of(kind: Wanted, item: Quantity) -> bool:
    if kind is Wanted.DURATION:
        return True
    if kind is Wanted.DATE:
        return item.kind in ("date", "month", "period", "weekday") or item.role == "year"
    if kind is Wanted.MONEY:
        return item.kind == "money" or item.role == "scale"
    if not item.certain or item.role in ("year", "article"):
        return False
    if kind is Wanted.COUNT:
        return item.kind in ("number", "magnitude") and not item.unit
    return item.kind in ("number", "money", "percent", "multiple", "magnitude", "share")
