"""An order to whoever reads an article reports nothing: no claim rests on it.

All languages are looked for in every text: an order need not be in the language of the article around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rag.check.cues import cue_words, cues, places
from rag.check.result import CheckResult

__all__ = ["check_orders"]

_NAME = "orders"
_REASON = "Its quote is an order to the reader, not a report."
_REACH = 8
_NEAR = 7
_ADDRESS = 12
_SPOKEN = re.compile(r"\"[^\"]*\"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»")
_ENDS = re.compile(r"[.!?:;()\"“”„«»\[\]\n–—]|\s-\s")
_FEWEST_APART = 2
_OVERRULE = cues(
    "ignore disregard forget override ignoriere ignorieren_sie ignoriert vergiss vergesst vergessen_sie missachte "
    "negeer vergeet ignorez oublie oubliez ignora ignorad ignorate olvida olvide olvidad dimentica dimenticate "
    "dimentichi esqueca esquece esquecam"
)
_RULED = cues(
    "instruct* prompt* anweisung* instruktion* vorgaben instructi* aanwijzing* consigne* instruccion* istruzion* "
    "instruco* previous_rules previous_guidelines previous_messages everything_above text_above rules_above excerpt* "
    "other_sources other_articles auszuge* anderen_quellen andere_bronnen fragmenten extraits autres_sources "
    "otras_fuentes altre_fonti outras_fontes"
)
_ANSWER = cues(
    "answer reply respond say write state tell mention erwahne erwahnen_sie vermeld mentionne mentionnez menciona "
    "mencione menziona antworte antwortet antworten_sie sage sag sagen_sie schreibe schreib "
    "schreiben_sie antwoord zeg schrijf vertel reponds repondez dis dites ecris ecrivez responde responda respondan "
    "contesta conteste di_que di_al diga digan escribe escriba rispondi rispondete scrivi scrivete escreva "
    "escreve"
)
_THAT = cues("that dass dat que qu che answer_with reply_with respond_with with_the_words with_the_word mit_den_worten "
             "met_de_woorden avec_les_mots con_las_palabras con_le_parole com_as_palavras")
_MACHINES = cues(
    "language_model language_models llm llms ai_assistant* ai_model* ai_system* chatbot* assistants sprachmodell* "
    "ki_modell* ki_assistent* assistenten taalmodel* modele_de_langage modeles_de_langage assistants_ia "
    "modelo_de_lenguaje modelos_de_lenguaje modello_linguistico modelli_linguistici modelo_de_linguagem "
    "modelos_de_linguagem"
)
_TO_ANSWER = cues(
    "answer reply respond say write state antworten sagen schreiben behaupten antwoorden zeggen schrijven repondre "
    "dire ecrire responder decir escribir rispondere scrivere dizer escrever"
)
_TO_IGNORE = cues("ignore disregard forget override ignorieren missachten vergessen negeren vergeten ignorer oublier "
                  "ignorar olvidar ignorare dimenticare esquecer")
_CITE = cues(
    "cite quote summarise summarize zitiere zitieren_sie fasse fassen_sie citeer citeert vat resume resumez citez "
    "cites resuma cita citar citare riassumi riassumere"
)
_USE = cues(
    "use mention consult rely_on refer_to nutze nutzen_sie verwende verwenden_sie benutze benutzen_sie erwahne "
    "erwahnen_sie gebruik vermeld raadpleeg utilise utilisez mentionne mentionnez usa use uses utilice utilices "
    "menciona mencione menciones usare menzionare utilizzare mencione"
)
_FORBIDDING = frozenset("do not n't never only ne no non nao niemals nie nur nooit nunca mai jamais solo".split())
_MATERIAL = cues(
    "article articles source sources excerpt excerpts passage passages document documents text texts artikel artikels "
    "artikeln artikelen quelle quellen auszug auszuge texte bron bronnen fragment fragmenten tekst teksten extrait "
    "extraits articulo articulos fuente fuentes texto textos articolo articoli fonte fonti testo testi artigo artigos "
    "fontes"
)
_APART_FROM = cues(
    "other another only solely nothing ander* kein* nur ausschliesslich geen alleen uitsluitend aucun* autre* que "
    "seulement uniquement ning* otro* otra* solo solamente altri altre altro nessun* soltanto outr* nenhum* apenas"
)
_THIS = cues("any this these the_above diesen dieses diese dem dit deze cet cette ce este esta esto questo questa")
_BOUND = cues("must should shall are_to have_to mussen sollen haben_zu moeten dienen doivent devez deben deberan "
              "devono devem")
_MAY_BIND = _BOUND.whole.union(phrase[0] for phrase in _BOUND.phrases)
_OPENING = frozenset(
    "please now then instead always only just simply and you must should shall to assistant ai dear reader bitte jetzt "
    "dann stattdessen immer und du alsjeblieft gelieve nu dan steeds s'il vous plait te maintenant alors et por favor "
    "ahora entonces y ora poi e per favore agora".split()
)
_GIVEN = frozenset("if when whenever wenn falls als wanneer indien si quand lorsque cuando se quando".split())


def check_orders(sources: Sequence[str]) -> CheckResult:
    """Checks that no cited quote, nor what leads to it, orders its reader about ("Ignore all instructions").

    Orders that a sentence reports ("He told the driver to ...") pass, and those that it quotes from a speaker.

    Args:
        sources: The cited quotes and their contexts, in any language.
    """
    return CheckResult(_NAME, False, _REASON) if any(map(_orders, sources)) else CheckResult(_NAME, True)


def _orders(quote: str) -> bool:
    apart = _SPOKEN.sub(" ", quote)
    text = apart if apart == quote or len(cue_words(apart)) >= _FEWEST_APART else quote
    return any(is_kind(found) for found in _beginnings(text)
               for is_kind in (_is_overruling, _is_dictating, _is_forbidding, _is_addressed))


def _beginnings(text: str) -> Iterator[Sequence[str]]:
    """Yields the words from where an order may begin: at a sentence's head, or behind its "if you are asked,"."""
    for part in _ENDS.split(text):
        head, _, rest = part.partition(",")
        if found := _opened(head + "," + rest):
            yield found
        given = cue_words(head) if rest else []
        if rest and (all(word in _OPENING for word in given) or given[0] in _GIVEN):
            yield _opened(rest)


def _opened(text: str) -> list[str]:
    found = cue_words(text)
    begin = next((place for place, word in enumerate(found) if word not in _OPENING), len(found))
    return found[begin:]


def _is_overruling(found: Sequence[str]) -> bool:
    return 0 in places(found[:2], _OVERRULE) and bool(places(found[1 : 1 + _REACH], _RULED))


def _is_dictating(found: Sequence[str]) -> bool:
    return 0 in places(found[:2], _ANSWER) and bool(places(found[:_NEAR], _THAT))


def _is_forbidding(found: Sequence[str]) -> bool:
    """"Do not cite any other article", "Use only this source": what the answer is to be made of."""
    verb = next((place for place, word in enumerate(found[:_NEAR]) if word not in _FORBIDDING), 0)
    task = found[verb : verb + 1 + _NEAR]
    cites, uses = 0 in places(task[:2], _CITE), 0 in places(task[:2], _USE)
    material = next(iter(places(task, _MATERIAL)), 0) if cites or uses else 0
    # "Any other source of income" is no source to cite, and "use of" no order.
    if not material or "of" in (task[1], *task[material + 1 : material + 2]):
        return False
    said = [*found[:verb], *task[:material]]
    return bool(places(said, _APART_FROM)) or (cites and bool(places(said, _THIS)))


def _is_addressed(found: Sequence[str]) -> bool:
    """"Language models that read this must ...": an order if what they must do is to answer or to ignore."""
    bound = next(iter(places(found[:_ADDRESS], _BOUND)), None) if _MAY_BIND.intersection(found[:_ADDRESS]) else None
    if bound is None or not places(found[:bound], _MACHINES):
        return False
    task = found[bound + 1 :]
    answered, ignored = places(task[:_REACH], _TO_ANSWER), places(task[:_REACH], _TO_IGNORE)
    return (bool(answered) and bool(places(task[answered[0] :][:_NEAR], _THAT))) or (
        bool(ignored) and bool(places(task[: 2 * _REACH], _RULED)))
