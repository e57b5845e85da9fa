"""Words that number, bound or direct: tables of what each becomes where a claim is made false."""

from __future__ import annotations

from typing import Final

from eval.mutation.wording import Table

__all__ = ["APPROXIMATIONS", "DIRECTIONS", "ORDINALS"]


def _both_ways(*pairs: str) -> dict[str, str]:
    """Returns each "a:b" as a to b and b to a."""
    parted = [pair.split(":") for pair in pairs]
    return {a.lower(): b for a, b in parted} | {b.lower(): a for a, b in parted}


def _german_ordinals() -> dict[str, str]:
    stems = {"erst": "dritt", "zweit": "viert", "dritt": "fünft", "viert": "sechst", "fünft": "zweit",
             "sechst": "neunt", "siebt": "viert", "acht": "fünft", "neunt": "siebt", "zehnt": "zwölft"}
    return {stem + ending: new + ending for stem, new in stems.items() for ending in ("e", "en", "er", "es", "em")
            # "achten" is also a verb.
            if stem + ending != "achten"}


ORDINALS: Final[Table] = {
    "en": {"first": "third", "third": "fifth", "fourth": "second", "fifth": "third", "sixth": "fourth",
           "seventh": "fourth", "eighth": "fifth", "ninth": "seventh", "tenth": "twelfth"},
    "de": _german_ordinals(),
    "nl": {"eerste": "derde", "tweede": "vierde", "derde": "vijfde", "vierde": "tweede", "vijfde": "derde"},
    "fr": {"première": "troisième", "premier": "troisième", "deuxième": "quatrième", "troisième": "cinquième"},
    "es": {"primera": "tercera", "segunda": "cuarta", "segundo": "cuarto", "tercera": "quinta", "cuarto": "sexto"},
}

APPROXIMATIONS: Final[Table] = {
    "en": {"nearly": "more than", "almost": "more than", "about": "far more than", "around": "far more than",
           "approximately": "far more than", "more than": "fewer than", "over": "under", "at least": "at most",
           "up to": "at least", "less than": "more than", "fewer than": "more than", "at most": "at least"},
    "de": {"fast": "mehr als", "beinahe": "mehr als", "etwa": "weit mehr als", "rund": "weit mehr als",
           "ungefähr": "weit mehr als", "circa": "weit mehr als", "mehr als": "weniger als", "über": "unter",
           "mindestens": "höchstens", "höchstens": "mindestens", "weniger als": "mehr als",
           "bis zu": "mindestens"},
    "nl": {"bijna": "meer dan", "ongeveer": "veel meer dan", "meer dan": "minder dan", "minstens": "hoogstens",
           "minder dan": "meer dan"},
    "fr": {"presque": "plus de", "près de": "plus de", "environ": "bien plus de", "plus de": "moins de",
           "moins de": "plus de", "au moins": "au plus"},
    "es": {"casi": "más de", "unos": "mucho más de", "más de": "menos de", "menos de": "más de",
           "al menos": "como máximo"},
}

DIRECTIONS: Final[Table] = {
    "en": _both_ways("rose:fell", "risen:fallen", "increase:decrease", "increased:decreased", "increases:decreases",
                     "increasing:decreasing", "higher:lower", "grew:shrank", "growth:decline", "gained:lost",
                     "profit:loss", "won:lost", "earlier:later", "larger:smaller", "faster:slower", "more:less",
                     "longer:shorter", "before:after", "highest:lowest", "plus:minus", "largest:smallest")
    | {"rise": "fall", "lower": "higher"},
    "de": _both_ways("stieg:sank", "stiegen:sanken", "gestiegen:gesunken", "steigen:sinken", "steigt:sinkt",
                     "erhöht:gesenkt", "erhöhte:senkte", "anstieg:Rückgang", "höher:niedriger", "höhere:niedrigere",
                     "höheren:niedrigeren", "größer:kleiner", "größere:kleinere", "größte:kleinste",
                     "größten:kleinsten", "früher:später", "schneller:langsamer", "gewinn:Verlust", "gewann:verlor",
                     "zunahme:Abnahme", "mehr als:weniger als", "höchste:niedrigste", "höchsten:niedrigsten",
                     "plus:minus", "bevor:nachdem", "länger:kürzer", "zugenommen:abgenommen")
    | {"minus": "plus"},
    "nl": _both_ways("gestegen:gedaald", "steeg:daalde", "stijgen:dalen", "meer:minder", "winst:verlies"),
    "fr": _both_ways("augmenté:baissé", "hausse:baisse", "gagné:perdu"),
    "es": _both_ways("subió:cayó", "aumentó:bajó", "beneficio:pérdida"),
}
