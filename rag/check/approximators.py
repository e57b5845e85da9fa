"""Words beside a number that say on which side of it the truth lies: "fast", "more than", "höchstens"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from rag.check.quantity import Bound

__all__ = ["bound_after", "bound_before"]

# "_" joins the words of one expression. Each stands before its number, perhaps with an article between.
_BELOW = {
    "en": "nearly almost under below less_than fewer_than at_most no_more_than not_more_than up_to just_under "
          "just_below maximum_of lower_than younger_than not_quite close_to shorter_than smaller_than lighter_than "
          "slower_than closer_than cheaper_than no_longer_than no_larger_than no_bigger_than no_greater_than "
          "no_higher_than no_older_than no_later_than short_of shy_of",
    "de": "fast beinahe nahezu knapp unter weniger_als höchstens maximal nicht_mehr_als bis_zu annähernd unterhalb_von "
          "kaum jünger_als kürzer_als kleiner_als niedriger_als geringer_als leichter_als langsamer_als billiger_als "
          "nicht_länger_als nicht_größer_als nicht_höher_als nicht_älter_als keine keinen nicht_einmal nicht_ganz",
    "nl": "bijna haast onder minder_dan hooguit hoogstens maximaal niet_meer_dan tot_wel krap ten_hoogste jonger_dan "
          "korter_dan kleiner_dan lager_dan lichter_dan nog_geen net_geen niet_eens amper",
    "fr": "presque près_de moins_de moins_d jusqu_à au_plus maximum pas_plus_de quasi quasiment inférieur_à",
    "es": "casi menos_de hasta como_máximo no_más_de máximo_de cerca_de por_debajo_de",
    "it": "quasi meno_di fino_a al_massimo non_più_di massimo sotto_i sotto_le sotto_gli",
    "pt": "quase menos_de até no_máximo não_mais_de máximo_de perto_de abaixo_de",
}
_ABOVE = {
    "en": "over above more_than at_least no_fewer_than no_less_than not_less_than exceeding exceeds exceeded "
          "upwards_of just_over higher_than greater_than older_than in_excess_of minimum_of well_over longer_than "
          "larger_than bigger_than taller_than heavier_than wider_than deeper_than faster_than farther_than "
          "further_than better_than no_smaller_than no_shorter_than no_lower_than no_younger_than surpassing topping",
    "de": "über mehr_als mindestens wenigstens nicht_weniger_als zumindest gut oberhalb_von minimal jenseits_von "
          "älter_als länger_als größer_als höher_als schwerer_als breiter_als tiefer_als schneller_als weiter_als "
          "teurer_als reichlich nicht_kürzer_als nicht_kleiner_als nicht_niedriger_als nicht_jünger_als "
          "übersteigt überstieg überschreitet überschritt übertraf übertrifft",
    "nl": "boven meer_dan minstens minimaal ruim ten_minste tenminste niet_minder_dan ouder_dan langer_dan groter_dan "
          "hoger_dan zwaarder_dan dieper_dan sneller_dan verder_dan dik overschrijdt overschreed overtreft overtrof",
    "fr": "plus_de plus_d au_moins dépasse dépassent dépassé dépassant pas_moins_de minimum supérieur_à bien_plus_de",
    "es": "más_de al_menos por_lo_menos como_mínimo no_menos_de por_encima_de mínimo_de superior_a supera "
          "superan superó superaron",
    "it": "oltre più_di almeno non_meno_di sopra_i minimo superiore_a",
    "pt": "mais_de pelo_menos ao_menos no_mínimo não_menos_de acima_de mínimo_de superior_a",
}
# After the number: "100 or more", "verdrievoudigde bijna".
_AFTER_BELOW = {
    "en": "or_less or_fewer at_most", "de": "oder_weniger fast nahezu beinahe knapp höchstens",
    "nl": "of_minder bijna hooguit",
    "fr": "ou_moins presque quasiment au_plus", "es": "o_menos casi como_máximo", "it": "o_meno quasi al_massimo",
    "pt": "ou_menos quase no_máximo",
}
_AFTER_ABOVE = {
    "en": "or_more at_least or_older or_longer or_above or_over and_more and_over "
          "and_above and_older plus",
    "de": "oder_mehr und_mehr oder_länger oder_älter mindestens plus übersteigt überstieg überschreitet überschritt "
          "überschritten",
    "nl": "of_meer en_meer of_ouder minstens plus", "fr": "ou_plus au_moins",
    "es": "o_más al_menos como_mínimo", "it": "o_più almeno", "pt": "ou_mais pelo_menos",
}
_BETWEEN = {"a", "an", "the", "die", "das", "der", "den", "de", "het", "een", "ein", "eine", "einen", "einer", "um",
            "les", "la", "le", "los", "las", "i", "gli", "os", "as", "$", "€", "£", "us", "another", "weitere",
            "von", "d", "l", "than", "un", "une", "una", "uma"}
_LONGEST = 3


@cache
def _table(language: str, after: bool) -> dict[tuple[str, ...], Bound]:
    below, above = (_AFTER_BELOW, _AFTER_ABOVE) if after else (_BELOW, _ABOVE)
    found: dict[tuple[str, ...], Bound] = {}
    sides: tuple[tuple[Mapping[str, str], Bound], ...] = ((below, "below"), (above, "above"))
    for words, bound in sides:
        for item in words.get(language, words["en"]).split():
            found[tuple(item.split("_"))] = bound
    return found


def bound_before(words: Sequence[str], language: str) -> Bound:
    """Returns the bound that the casefolded tokens before a number end with, "" where there is none."""
    table = _table(language, False)
    end = len(words)
    for _ in range(3):
        for length in range(min(_LONGEST, end), 0, -1):
            found = table.get(tuple(words[end - length : end]))
            if found:
                return found
        if not end or words[end - 1] not in _BETWEEN:
            return ""
        end -= 1
    return ""


def bound_after(words: Sequence[str], language: str) -> Bound:
    """Returns the bound that the casefolded tokens after a number begin with, "" where there is none."""
    table = _table(language, True)
    for length in range(min(_LONGEST, len(words)), 0, -1):
        found = table.get(tuple(words[:length]))
        if found:
            return found
    return ""
