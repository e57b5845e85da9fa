"""Words of negation and modality: tables of what each becomes where a claim is made false."""

from __future__ import annotations

from typing import Final

from eval.mutation.wording import Table

__all__ = ["AUXILIARIES", "BEFORE_NEGATION", "CERTAIN", "DENIALS", "NEGATIONS", "QUANTITIES", "REALISED"]

AUXILIARIES: Final = {
    "en": "is are was were has have had will can could should would may might must".split(),
    "de": ("ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können könnte könnten soll sollen "
           "muss müssen will").split(),
    "nl": "is zijn was waren heeft hebben wordt worden werd werden kan kunnen zal zullen wil".split(),
    "fr": "est sont était étaient ont sera seront peut pourrait va vont".split(),
    "es": "es son está están fue fueron era ha han será serán puede podría va".split(),
}

BEFORE_NEGATION: Final = ("not ", "only ", "nicht ", "nur ", "niet ", "pas ", "no ", "also ", "auch ")
"""Words after which a negation would be doubled, or would deny something else."""

NEGATIONS: Final[Table] = {
    "en": {"is not": "is", "are not": "are", "was not": "was", "were not": "were", "not": "", "isn't": "is",
           "aren't": "are", "wasn't": "was", "weren't": "were", "don't": "do", "doesn't": "does", "didn't": "did",
           "can't": "can", "cannot": "can", "won't": "will", "never": "always", "no longer": "still", "nobody":
           "somebody", "no one": "someone", "without": "with", "would not": "would", "did not": "did",
           "no": "several", "none": "many", "not yet": "already"},
    "de": {"nicht": "", "nicht mehr": "weiterhin", "kein": "ein", "keine": "viele", "keinen": "einen",
           "keiner": "jeder", "niemand": "jemand", "nie": "immer", "niemals": "immer", "ohne": "mit",
           "noch nicht": "bereits"},
    "nl": {"niet": "", "geen": "veel", "niemand": "iemand", "nooit": "altijd", "niet meer": "nog steeds",
           "nog niet": "al"},
    "es": {"no": "", "nunca": "siempre", "sin": "con"},
}

QUANTITIES: Final[Table] = {
    "en": {"all": "none of", "most": "few", "many": "few", "always": "never", "every": "no", "often": "never",
           "usually": "rarely", "everyone": "no one", "few": "many", "rarely": "usually", "only": "not only"},
    "de": {"alle": "keine", "allen": "keinen", "meisten": "wenigsten", "viele": "wenige", "vielen": "wenigen",
           "immer": "nie", "oft": "nie", "häufig": "selten", "wenige": "viele", "selten": "häufig", "nur": "nicht nur",
           "normalerweise": "selten", "jeder": "kein"},
}

DENIALS: Final[Table] = {
    "en": {"denied": "confirmed", "denies": "confirms", "deny": "confirm", "rejected": "accepted",
           "refused": "agreed", "acquitted": "convicted", "supported": "opposed",
           "agreed": "refused", "succeeded": "failed", "failed": "succeeded", "closed": "open",
           "accepted": "rejected", "banned": "allowed", "allowed": "banned", "disqualified": "admitted",
           "postponed": "brought forward", "unhurt": "badly hurt"},
    "de": {"bestritt": "bestätigte", "bestreitet": "bestätigt", "dementierte": "bestätigte", "lehnte": "akzeptierte",
           "bestritten": "bestätigt", "abgelehnt": "angenommen", "weigerte sich": "erklärte sich bereit",
           "freigesprochen": "verurteilt", "verboten": "erlaubt", "erlaubt": "verboten", "zugestimmt": "widersprochen",
           "gesperrt": "geöffnet", "gescheitert": "gelungen", "verschoben": "vorgezogen"},
    "nl": {"ontkent": "bevestigt", "vrijgesproken": "veroordeeld", "uitgesteld": "vervroegd"},
    "fr": {"nie": "confirme", "démenti": "confirmé", "échoué": "abouti"},
    "es": {"niega": "confirma", "venció": "perdió contra"},
}

CERTAIN: Final[Table] = {
    "en": {"could": "will", "may": "will", "might": "will", "allegedly": "demonstrably",
           "reportedly": "demonstrably", "probably": "certainly", "possibly": "certainly", "perhaps": "certainly",
           "apparently": "demonstrably", "is likely to": "is certain to", "are likely to": "are certain to",
           "is expected to": "is certain to", "are expected to": "are certain to", "suspected": "convicted",
           "suspect": "have convicted", "fear": "know", "wants to": "will", "alleged": "proven",
           "investigating": "convicting"},
    "de": {"könnte": "wird", "könnten": "werden", "dürfte": "wird", "dürften": "werden",
           "angeblich": "nachweislich", "mutmaßliche": "überführte",
           "mutmaßlichen": "überführten", "vermutlich": "mit Sicherheit", "wahrscheinlich": "mit Sicherheit",
           "möglicherweise": "mit Sicherheit", "voraussichtlich": "mit Sicherheit", "vielleicht": "mit Sicherheit",
           "offenbar": "nachweislich", "verdächtigt": "überführt", "befürchten": "wissen"},
    "nl": {"kan": "zal", "kunnen": "zullen", "zou": "zal", "zouden": "zullen", "vermoedelijk": "zeker",
           "waarschijnlijk": "zeker", "naar verwachting": "met zekerheid"},
    "fr": {"pourrait": "va", "pourraient": "vont", "puissent": "vont", "probablement": "certainement",
           "craignent": "savent"},
    "es": {"podría": "va a", "podrían": "van a", "costaría": "costará", "probablemente": "con certeza"},
}

REALISED: Final[Table] = {
    "en": {"plans to": "has already begun to", "plan to": "have already begun to", "wants to": "has begun to",
           "want to": "have begun to", "hopes to": "has begun to", "intends to": "has begun to",
           "planned to": "had already begun to", "promised to": "has begun to", "tried to": "managed to",
           "expects to": "has begun to", "threatened to": "began to", "proposed": "decided",
           "has promised": "has already paid out"},
    "de": {"plant": "beendet", "planen": "beenden", "will": "konnte bereits", "wollen": "konnten bereits",
           "versprach": "begann bereits", "versuchte": "schaffte es",
           "schlug vor": "beschloss", "zugesagt": "bereits gewährt"},
    "nl": {"wil": "kon al", "beloofd": "al betaald", "willen": "konden al"},
    "fr": {"prévoit de": "a déjà commencé à"},
    "es": {"planea": "ya ha empezado a", "cerrará": "ya cerró", "costarán": "ya costaron"},
}
