"""Opposed stances and kinds, pair by pair in every language: welcomes and regrets, postpones and brings forward.

As in `rag.check.change_words` only words without another sense; plain, and read by `rag.check.cues`.
"""

from __future__ import annotations

from collections.abc import Mapping

from rag.check.cues import Cues, cues

__all__ = ["OPPOSED", "STANCES"]

_PAIRS: Mapping[tuple[str, str], Mapping[str, tuple[str, str]]] = {
    ("welcome", "regret"): {
        "en": ("welcom* prais* applaud* hailed hails lauded", "regret* -regrettab criticis* criticiz* condemn* deplor* "
               "lament* denounc*"),
        "de": ("begruss* lobt lobte lobten gelobt* wurdigt wurdigte wurdigten", "bedauer* -bedauerlich kritisier* "
               "bemangel* beklagt* missbillig* verurteilte_den_an*"),
        "nl": ("verwelkom* prijst prees prezen geprezen looft loofde toejuich* toegejuich* toe_te_juichen",
               "betreur* bekritis* gekritis* hekel* laakt laakte"),
        "fr": ("salue saluent saluait salua salue* felicit* loue louent", "regrette regrettent regrettait critiqu* "
               "deplor* denonc*"),
        "es": ("celebra celebro elogi* aplaud* saludo_la", "lamenta lamento lamentan lamentaron critica critico "
               "critican criticaron criticad* deplor*"),
        "it": ("accoglie_con_favore elogi* plaud* loda lodato", "rammaric* critica critico criticat* criticano "
               "deplor*"),
        "pt": ("saudou sauda saudaram elogi* aplaud*", "lamenta lamentou lamentam critica criticou criticam "
               "criticad* deplor*"),
    },
    ("postpone", "advance"): {
        "en": ("postpon* delay* put_off put_back pushed_back deferr*", "brought_forward bring_*_forward "
               "brings_forward brought_*_forward bringing_forward moved_forward moved_up"),
        "de": ("verschieb* verschob* verzoger* verspat* aufgeschob* hinausschieb* hinausgeschob* vertagt* nach_hinten",
               "vorgezogen* vorzieh* vorzog* vorverleg* nach_vorn nach_vorne"),
        "nl": ("uitgestel* uitstel* uitstelt vertraag* vertraging* verdaag* verdaagd*", "vervroeg* naar_voren"),
        "fr": ("reporte* report_de differe* repousse* retarde* retard", "avance avancee avances avancees avancer "
               "anticip*"),
        "es": ("aplaz* pospon* pospues* pospus* retras*", "adelant* anticip*"),
        "it": ("rinvi* rimanda* rimandat* posticip* slitt* ritard*", "anticip*"),
        "pt": ("adia adiou adiad* adiament* adiar atras*", "antecip* adiant*"),
    },
    ("tighten", "relax"): {
        "en": ("tighten* tightened toughen* stricter", "relax relaxed relaxes relaxing relaxation loosen* ease eases "
               "eased easing"),
        "de": ("verscharf* strenger*", "locker* gelocker* lockerung* aufgeweich* aufweich*"),
        "nl": ("verscherp* aanscherp* aangescherp* strenger*", "versoepel* verruim*"),
        "fr": ("durci* renforce*_les", "assoupli* allege* allegement*"),
        "es": ("endurec* endurez*", "relaj* flexibiliz*"), "it": ("inasprim* inaspri*", "allent* ammorbid*"),
        "pt": ("endurec*", "flexibiliz* afroux* relax*"),
    },
    ("danger", "opening"): {
        "en": ("risk risks risky danger dangers", "opportunit*"),
        "de": ("risik* *risiko *risiken gefahr gefahren", "chancen gelegenheit*"),
        "nl": ("risico* *risico *risicos gevaar gevaren", "kansen gelegenheid gelegenheden mogelijkheden"),
        "fr": ("risque risques danger dangers", "opportunit* occasion occasions"),
        "es": ("riesgo riesgos peligro*", "oportunidad*"), "it": ("rischio rischi pericol*", "opportunita"),
        "pt": ("risco riscos perigo*", "oportunidad*"),
    },
    ("realistic", "overdone"): {
        "en": ("realistic realistically", "exaggerat* overstat* unrealistic*"),
        "de": ("realistisch*", "ubertrieb* uberzogen* unrealistisch*"),
        "nl": ("realistisch*", "overdreven onrealistisch*"), "fr": ("realiste*", "exager* irrealiste*"),
        "es": ("realista*", "exager* irreal*"), "it": ("realistic*", "esager* irrealistic*"),
        "pt": ("realista*", "exager* irrealista*"),
    },
    ("turnover", "net"): {
        "en": ("revenue revenues turnover", "profit profits"),
        "de": ("umsatz* *umsatz *umsatze *umsatzes *umsatzen", "gewinn gewinns gewinne gewinnes *gewinn *gewinns"),
        "nl": ("omzet* *omzet", "winst winsten *winst winstcijfer*"),
        "fr": ("chiffre_d_affaires chiffres_d_affaires", "benefice benefices profit profits"),
        "es": ("facturacion ingresos", "beneficio beneficios ganancias"),
        "it": ("fatturato ricavi", "utile utili profitto profitti"), "pt": ("faturamento faturacao receita receitas",
                                                                           "lucro lucros"),
    },
    ("favour", "oppose"): {
        "en": ("supporters proponent* advocates backers", "opponents opponent_of opponent_to critics"),
        "de": ("befurworter*", "gegner_de* gegner_ein* gegnern_de* gegnerin_de* gegnerinnen_de* kritiker_de*"),
        "nl": ("voorstander*", "tegenstander_van tegenstanders"), "fr": ("partisan partisans partisane",
                                                                        "opposants opposant_a opposante_a detracteurs"),
        "es": ("partidario* defensores", "detractor* opositor*"),
        "it": ("sostenitor* fautor*", "oppositor* detrattor*"), "pt": ("apoiador* defensores", "opositor* detrator*"),
    },
    ("advantage", "drawback"): {
        "en": ("advantage advantages benefits", "disadvantage* drawback*"),
        "de": ("vorteil*", "nachteil*"), "nl": ("voordeel voordelen voordelig*", "nadeel nadelen nadelig*"),
        "fr": ("avantage avantages", "inconvenient* desavantage*"), "es": ("ventaj*", "desventaj* inconvenient*"),
        "it": ("vantagg*", "svantagg* inconvenient*"), "pt": ("vantag*", "desvantag* inconvenient*"),
    },
    ("most_of", "fewest_of"): {
        "en": ("majority", "minority minorities"), "de": ("mehrheit* *mehrheit", "minderheit*"),
        "nl": ("meerderheid* meerderheden", "minderheid* minderheden"), "fr": ("majorite* majoritair*", "minorit*"),
        "es": ("mayoria*", "minoria*"), "it": ("maggioran*", "minoran*"), "pt": ("maioria*", "minoria*"),
    },
    ("offer_of", "demand_for"): {
        "en": ("supply_of supplies_of", "demand_for"), "de": ("angebot_an angebots_an", "nachfrage*"),
        "nl": ("aanbod_aan aanbod_van", "vraag_naar"), "fr": ("offre_de l_offre", "la_demande demande_de demande_en"),
        "es": ("la_oferta oferta_de", "la_demanda demanda_de"), "it": ("l_offerta offerta_di", "la_domanda domanda_di"),
        "pt": ("a_oferta oferta_de", "a_procura procura_de procura_por demanda"),
    },
    ("employer", "employee"): {
        "en": ("employer employers", "employee employees"), "de": ("arbeitgeber*", "arbeitnehmer* beschaftigte*"),
        "nl": ("werkgever*", "werknemer*"), "fr": ("employeur* patronat", "salarie* employe employes"),
        "es": ("empleador* patronal", "empleado* asalariad* trabajador*"),
        "it": ("datore_di datori_di", "dipendente dipendenti"), "pt": ("empregador*", "empregado* assalariad*"),
    },
    ("acquit", "convict"): {
        "en": ("acquit*", "convicted convict conviction convictions guilty"),
        "de": ("freigesproch* freispr* freispruch*", "verurteil* schuldspruch*"),
        "nl": ("vrijgesprok* vrijspra*", "veroordeel*"), "fr": ("acquitt* relaxe relaxes relaxee", "condamn*"),
        "es": ("absuel* absolv*", "conden*"), "it": ("assolt* assolv* assoluzione", "condann*"),
        "pt": ("absolv*", "conden*"),
    },
    ("quicken", "slow"): {
        "en": ("accelerat* speeding_up speeds_up sped_up", "slowed slows slowing slowdown decelerat*"),
        "de": ("beschleunig*", "verlangsam* gebremst* abgebremst*"), "nl": ("versnel*", "vertraag* afgeremd* afremm*"),
        "fr": ("accele*", "ralenti*"), "es": ("aceler*", "desaceler* ralenti* frena frenan"),
        "it": ("acceler*", "rallent*"), "pt": ("acelera aceler*", "desaceler* abrand*"),
    },
    ("hopeful", "gloomy"): {
        "en": ("optimis*", "pessimis*"), "de": ("optimis*", "pessimis*"), "nl": ("optimis*", "pessimis*"),
        "fr": ("optimis*", "pessimis*"), "es": ("optimis*", "pesimis*"), "it": ("ottimis*", "pessimis*"),
        "pt": ("otimis* optimis*", "pessimis*"),
    },
    ("for_now", "for_good"): {
        "en": ("temporar* provisional*", "permanent* indefinitely"),
        "de": ("vorubergehend* befristet* vorlaufig*", "dauerhaft* unbefristet* endgultig*"),
        "nl": ("tijdelijk* voorlopig*", "permanent* blijvend* definitief definitieve"),
        "fr": ("temporaire* provisoire*", "permanent* definitif* definitiv*"),
        "es": ("temporal temporales temporalmente provisional*", "permanente* definitiv* indefinid*"),
        "it": ("temporane* provvisori*", "permanent* definitiv*"), "pt": ("temporari* provisori*",
                                                                         "permanente* definitiv*"),
    },
    ("free_to", "bound_to"): {
        "en": ("voluntary voluntarily", "mandatory compulsory obligatory"),
        "de": ("freiwillig freiwillige freiwilliges freiwilliger", "verpflichtend* obligatorisch*"),
        "nl": ("vrijwillig vrijwillige", "verplicht verplichte"), "fr": ("volontaire volontairement facultati*",
                                                                        "obligatoire*"),
        "es": ("voluntario voluntaria voluntariamente", "obligatori*"), "it": ("volontario volontaria facoltativ*",
                                                                              "obbligatori*"),
        "pt": ("voluntario voluntaria facultativ*", "obrigatori*"),
    },
    ("ruled_out", "weighed"): {
        "en": ("rule_out rules_out ruled_out ruling_out", "considering mulling weighing contemplat*"),
        "de": ("ausschliessen ausschliesst ausschloss ausgeschlossen", "erwag* erwog* pruft_ein* pruft_eine"),
        "nl": ("uitsluit uitgesloten uitsloot", "overweegt overwegen overwoog"),
        "fr": ("exclut exclu excluent excluait", "envisag*"), "es": ("descart*", "sopesa* baraja barajan contempla_*"),
        "it": ("esclude escluso escludono", "sta_valutando valuta_di valutano"), "pt": ("descart*", "cogit* pondera*"),
    },
}

OPPOSED: tuple[tuple[str, str], ...] = tuple(_PAIRS)
"""Pairs of senses, keys of `STANCES`: a sentence of the one is none of the other."""


def _table(language: str) -> Mapping[str, Cues]:
    return {sense: cues(listed) for pair, tables in _PAIRS.items()
            for sense, listed in zip(pair, tables[language], strict=True)}


STANCES: Mapping[str, Mapping[str, Cues]] = {
    language: _table(language) for language in ("en", "de", "nl", "fr", "es", "it", "pt")}
"""By language and sense."""
