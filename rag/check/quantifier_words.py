"""Words that say of how many it holds: of all, most, half, many or some. Marks as in `contrast_words`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

__all__ = ["QUANTIFIERS", "quantifier_expressions"]

QUANTIFIERS = ("all", "most", "half", "many", "some")
# What is said of most holds of many and of some; what is said of all is no longer said where "some" stands.
_WEAKER: Mapping[str, tuple[str, ...]] = {
    "most": ("many", "some"), "half": ("many", "some"), "many": ("some",), "some": ("many",),
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "all": "all ~all_right ~after_all ~at_all ~above_all ~first_of_all ~all_over ~all_in_all ~all_the_more "
               "~all_the_way ~all_time ~all_but ~all_along ~not_all ~every ~each ~entire* ~whole ~everyone "
               "~everybody ~everything ~full* ~total* ~complete* ~any ~both ~always ~overall ~unanim* ~throughout "
               "~across ~no ~none ~anyone ~anybody ~nobody ~never ~only ~entirety",
        "most": "most_of most_people most_*ers most_*ls most_*ts most_*es most_*ds most_*ns a_majority_of "
                "the_majority_of the_vast_majority more_than_half ~most ~mostly ~mainly ~majority ~largely "
                "~the_most_* ~its_most_* ~their_most_* ~his_most_* ~her_most_* ~a_most_* ~predominantly ~primarily",
        "half": "half_of half_the ~half ~halves ~fifty ~50 ~more_than_half",
        "many": "many_of many_*s many_people ~many ~lots_of ~a_lot_of ~numerous ~as_many_as ~how_many ~large ~much",
        "some": "some_of some_*s some_people several ~several_times ~several_hundred ~several_thousand a_few_of "
                "a_number_of a_part_of parts_of partly ~some ~few ~part ~partial* ~a_few ~various ~certain ~handful "
                "~some_*s_ago ~multiple ~number_of ~different ~among ~other* ~sometimes ~including ~couple",
    },
    "de": {
        "all": "alle allen aller sämtliche sämtlichen sämtlicher ~vor_allem ~vor_allen ~alle_*_jahre ~alle_*_tage "
               "~alle_*_monate ~alle_*_wochen ~alle_*_minuten ~alle_*_stunden ~nicht_alle ~aller_art ~aller_zeiten "
               "~alle* ~jede* ~ganz* ~gesamt* ~sämtlich* ~voll* ~komplett* ~insgesamt ~beid* ~überall ~stets ~immer "
               "~niemand* ~kein* ~einstimmig* ~geschlossen ~total* ~durchweg ~nur ~nie",
        "most": "die_meisten der_meisten den_meisten mehr_als_die_hälfte die_mehrheit_der eine_mehrheit_der ~meist* "
                "~größtenteils ~großteil* ~überwiegend* ~mehrheit* ~mehrzahl ~hauptsächlich ~vorwiegend ~am_meisten",
        "half": "die_hälfte der_hälfte ~zur_hälfte ~halb* ~hälfte ~fünfzig ~50",
        "many": "viele vielen vieler zahlreiche zahlreichen ~viel* ~zahlreich* ~zahllos* ~so_viele ~wie_viele",
        "some": "einige einigen einiger manche manchen mancher mehrere mehreren mehrerer etliche etlichen ~ein_paar "
                "ein_teil_der ein_teil_des ein_teil_von ~einig* ~manch* ~mehrer* ~etlich* ~teil* ~teilweise ~wenig* "
                "~verschieden* ~divers* ~gewiss* ~unterschiedlich* ~ander* ~einzeln* ~paar ~vereinzelt* ~darunter",
    },
    "nl": {
        "all": "alle ~alle_*_jaar ~alle_*_dagen ~niet_alle ~vooral ~elk* ~ieder* ~heel ~hele ~gehel* ~total* "
               "~volledig* ~allemaal ~beide* ~alles ~altijd ~geen ~niemand ~allen ~unaniem* ~overal ~samen ~enkel "
               "~alleen",
        "most": "de_meeste meer_dan_de_helft een_meerderheid_van ~meeste* ~merendeel ~meerderheid ~grotendeels "
                "~voornamelijk ~overwegend",
        "half": "de_helft ~helft ~half* ~halve ~vijftig ~50",
        "many": "veel_*en veel_*s vele_*en ~veel ~vele ~talrijk* ~talloze ~tal",
        "some": "sommige enkele meerdere verscheidene een_deel_van_de een_aantal ~sommig* ~deel* ~deels "
                "~gedeeltelijk* ~weinig ~verschillende ~diverse ~bepaalde ~paar ~andere ~aantal ~onder_wie",
    },
    "fr": {
        "all": "tous_les toutes_les tous toutes ~tous_les_deux ~pas_tous ~pas_toutes ~tout* ~chaque ~ensemble "
               "~entier* ~entière* ~intégral* ~totalité ~total* ~complèt* ~plein* ~aucun* ~les_deux ~unanim* "
               "~toujours ~personne ~seul*",
        "most": "la_plupart_des la_plupart_de la_majorité_des plus_de_la_moitié ~plupart ~majorité ~majoritair* "
                "~principal* ~surtout",
        "half": "la_moitié ~moitié* ~demi* ~cinquante ~50",
        "many": "de_nombreux de_nombreuses beaucoup_de ~nombreu* ~beaucoup ~multiples",
        "some": "certains certaines plusieurs quelques une_partie_des une_partie_de ~part* ~certain* ~quelqu* "
                "~divers* ~différent* ~peu ~autre* ~parfois ~dont",
    },
    "es": {
        "all": "todos_los todas_las todos todas ~no_todos ~no_todas ~tod* ~cada ~enter* ~complet* ~total* ~ningun* "
               "~ambos ~ambas ~unánim* ~siempre ~solo ~sólo ~nadie",
        "most": "la_mayoría_de más_de_la_mitad ~mayor* ~principal*",
        "half": "la_mitad ~mitad ~medi* ~50", "many": "muchos muchas numerosos numerosas ~much* ~numeros*",
        "some": "algunos algunas varios varias unos_cuantos ~algun* ~algún ~vari* ~part* ~ciert* ~divers* ~poc* "
                "~otr* ~entre",
    },
    "it": {
        "all": "tutti_i tutti_gli tutte_le tutti tutte ~non_tutti ~non_tutte ~tutt* ~ogni ~intero ~intera ~complet* "
               "~total* ~nessun* ~entramb* ~unanim* ~sempre ~solo",
        "most": "la_maggior_parte la_maggioranza_dei più_della_metà ~maggior* ~soprattutto ~principal*",
        "half": "la_metà ~metà ~mezz* ~50", "many": "molti molte numerosi numerose ~molt* ~numeros*",
        "some": "alcuni alcune parecchi parecchie ~alcun* ~qualche ~divers* ~vari* ~part* ~cert* ~altr* ~tra",
    },
    "pt": {
        "all": "todos_os todas_as todos todas ~nem_todos ~nem_todas ~tod* ~tudo ~cada ~inteir* ~complet* ~total* "
               "~nenhum* ~ambos ~ambas ~unânim* ~sempre ~só ~apenas ~ninguém",
        "most": "a_maioria_dos a_maioria_das a_maior_parte mais_da_metade ~maior* ~principal*",
        "half": "a_metade metade_dos metade_das ~metade ~mei* ~50", "many": "muitos muitas ~muit* ~numeros*",
        "some": "alguns algumas vários várias ~algum* ~vári* ~part* ~cert* ~divers* ~pouc* ~outr* ~entre",
    },
}


def quantifier_expressions(language: str) -> Iterator[tuple[str, str]]:
    """Yields member and expression of a language; nothing for one that has no table."""
    for member, listed in _WORDS.get(language, {}).items():
        for expression in listed.split():
            yield member, expression
            for weaker in _WEAKER.get(member, ()):
                yield weaker, f"<{expression.lstrip('~')}"
