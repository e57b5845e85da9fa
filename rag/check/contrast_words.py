"""Words of closed sets, of which one excludes another: rates, seasons, parts of the day, yesterday and tomorrow...

"_" joins the words of an expression, "*" ends a stem and begins an ending, "+" ends what goes before one of `RATED`.
"~" marks what may mean a member of the set, so that it bears out a claim and never contradicts one; "#" what says a
rate only after a number ("3 euros a day"), "!" what says a span only without one ("weeks later");
"<" what holds if another member does (many, where it is most).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rag.check.quantifier_words import QUANTIFIERS, quantifier_expressions

__all__ = ["RATED", "SETS", "expressions"]

SETS: Mapping[str, tuple[str, ...]] = {
    "rate": ("second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "decade", "century"),
    "day": ("yesterday", "today", "tomorrow"),
    "season": ("spring", "summer", "autumn", "winter"),
    "part": ("morning", "afternoon", "evening"),
    "end": ("first", "last"),
    "wealth": ("millionaire", "billionaire"),
    "span": ("minutes", "hours", "days", "weeks", "months", "years", "decades"),
    "extent": ("small", "medium", "large"),
    "share": QUANTIFIERS,
}
"""The members of each set; those of "year", "month" and "week" (the last, this, the next one) come besides."""

RATED = ("umsatz", "umsätz", "gehalt", "gehält", "lohn", "löhn", "miet", "einkommen", "budget", "gebühr", "beitrag",
         "beiträg", "gewinn", "verlust", "produktion", "verdienst", "verbrauch", "bedarf", "etat", "durchschnitt",
         "ertrag", "erträg", "umzet", "omzet", "winst", "verlies", "loon", "lonen", "salaris", "huur", "inkomen",
         "bijdrage", "productie", "verbruik", "gemiddeld", "begroting", "opbrengst", "vergoeding")
"""How German and Dutch words begin for what is told of a span of time: "Jahresumsatz", "maandhuur"."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "span minutes": "!minutes ~minute*", "span hours": "!hours ~hour* ~overnight",
        "span days": "!days ~day* ~daily",
        "span weeks": "!weeks ~week* ~fortnight*", "span months": "!months ~month*",
        "span years": "!years ~year* ~annual* ~decade* ~centur*",
        "span decades": "!decades !centuries ~decade* ~centur*",
        "extent small": "!inches !centimetres !centimeters !millimetres !millimeters ~inch* ~centim* ~millim* ~cm ~mm",
        "extent medium": "!metres !meters few_feet several_feet ~foot ~feet ~yard* ~metre* ~meter* ~m",
        "extent large": "!kilometres !kilometers !miles ~mile* ~kilomet* ~km",
        "wealth millionaire": "millionaire*", "wealth billionaire": "billionaire*",
        "rate hour": "hourly per_hour every_hour each_hour #an_hour ~hour ~hours ~kmh ~kph ~mph ~h",
        "rate second": "per_second ~second ~seconds",
        "rate minute": "per_minute every_minute each_minute ~minute ~minutes",
        "rate night": "per_night every_night each_night #a_night ~night ~nights ~nightly",
        "rate day": "daily everyday per_day every_day each_day #a_day ~day ~days ~night ~nights ~nightly ~diurnal",
        "rate week": "weekly per_week every_week each_week #a_week ~week ~weekday ~weekdays ~weekend ~weekends",
        "rate month": "monthly per_month every_month each_month #a_month ~month",
        "rate quarter": "quarterly per_quarter every_quarter each_quarter ~quarter",
        "rate year": "yearly annual annually per_year per_annum every_year each_year #a_year ~year ~anniversary "
                     "~season ~biennial",
        "rate decade": "per_decade every_decade each_decade ~decade*",
        "rate century": "per_century every_century each_century ~century ~centuries",
        "day yesterday": "yesterday ~eve ~day_before ~last_night",
        "day today": "today ~now ~nowadays ~tonight ~currently",
        "day tomorrow": "tomorrow ~day_after ~next_day",
        "season spring": "spring_of in_spring in_the_spring this_spring last_spring next_spring ~spring ~springtime",
        "season summer": "summer*", "season winter": "winter*", "season autumn": "autumn* ~fall",
        "part morning": "morning mornings ~dawn ~breakfast ~am ~a_m ~noon ~early ~night ~nights ~overnight",
        "part afternoon": "afternoon afternoons ~midday ~noon ~lunch* ~pm ~p_m",
        "part evening": "evening evenings night nights overnight tonight ~dusk ~dinner ~midnight ~pm ~p_m ~late",
        "end first": "first ~firstly ~initial* ~original* ~debut* ~begin* ~earliest ~premier*",
        "end last": "the_last ~last ~final* ~latest ~recent* ~past",
    },
    "de": {
        "span minutes": "!minuten minutenlang* ~minut* ~*minuten",
        "span hours": "!stunden stundenlang* ~stund* ~*stunden ~*zeiten",
        "span days": "!tage !tagen tagelang* ~tag* ~*tage ~*tagen",
        "span weeks": "!wochen wochenlang* ~woche* ~*wochen",
        "span months": "!monate !monaten monatelang* ~monat* ~*monate ~*monaten",
        "span years": "!jahre !jahren jahrelang* ~jahr* ~*jahre ~*jahren ~*jährig*",
        "span decades": "jahrzehnte jahrzehnten jahrzehntelang* jahrhunderte jahrhunderten jahrhundertelang* "
                        "~jahrzehnt* ~jahrhundert*",
        "extent small": "!zentimeter !zentimetern !millimeter !millimetern ~zentim* ~millim* ~zoll ~cm ~mm",
        "extent medium": "!meter !metern meterhoh* meterlang* meterdick* meterweit* metertief* wenige_fuß einige_fuß "
                         "~meter* ~fuß ~m",
        "extent large": "!kilometer !kilometern !meilen kilometerlang* kilometerweit* meilenweit* ~kilomet* ~meile* "
                        "~km",
        "wealth millionaire": "millionär*", "wealth billionaire": "milliardär*",
        "rate hour": "stunden+ stündlich* pro_stunde je_stunde jede_stunde #die_stunde #in_der_stunde "
                     "~stund* ~km_h ~kmh",
        "rate second": "pro_sekunde je_sekunde ~sekund*",
        "rate minute": "pro_minute je_minute jede_minute ~minut*",
        "rate night": "pro_nacht je_nacht jede_nacht #die_nacht ~nacht* ~nächt* ~übernacht*",
        "rate day": "tages+ ~nacht* ~nächt* "
                    "täglich* tagtäglich* pro_tag je_tag jeden_tag #am_tag ~tag* ~alltäglich* ~werktäglich*",
        "rate week": "wochen+ wöchentlich* pro_woche je_woche jede_woche #die_woche #in_der_woche ~woche*",
        "rate month": "monats+ monatlich* pro_monat je_monat jeden_monat #im_monat ~monat*",
        "rate quarter": "vierteljährlich* pro_quartal je_quartal jedes_quartal ~quartal*",
        "rate decade": "pro_jahrzehnt je_jahrzehnt jedes_jahrzehnt ~jahrzehnt*",
        "rate century": "pro_jahrhundert je_jahrhundert jedes_jahrhundert ~jahrhundert*",
        "rate year": "jahres+ jährlich* alljährlich* pro_jahr je_jahr jedes_jahr #im_jahr "
                     "~jahr ~jahre ~jahren ~jahres* ~jahrgang* ~halbjährlich*",
        "day yesterday": "gestern gestrig* ~vortag* ~vorabend*", "day today": "heut* ~nun ~jetzt ~inzwischen ~aktuell*",
        "day tomorrow": "=morgen ~folgetag*",
        "season spring": "frühling* frühjahr* ~lenz*", "season summer": "sommer* hochsommer* spätsommer*",
        "season autumn": "herbst* spätherbst*", "season winter": "winter*",
        "part morning": "vormittag* morgens frühmorgens *morgen =Morgen ~morgen* ~früh ~mittag* ~nacht ~nachts",
        "part afternoon": "nachmittag* *nachmittag ~mittag* ~mittags",
        "part evening": "abend* *abend nacht nächte nächten nachts nächtlich* *nacht ~mitternacht* ~dämmer*",
        "end first": "erste ersten erster erstes erstem ~erst* ~zuerst ~zunächst ~anfang* ~ursprünglich* ~früheste*",
        "end last": "der_letzte die_letzte das_letzte den_letzten dem_letzten der_letzten zum_letzten ~letzt* ~zuletzt "
                    "~jüngst* ~vergangen* ~vorig* ~schließlich",
    },
    "nl": {
        "span minutes": "!minuten minutenlang* ~minu*", "span hours": "!uren urenlang* ~uur* ~uren ~*uren ~*tijden",
        "span days": "!dagen dagenlang* ~dag* ~*dagen ~etma*", "span weeks": "!weken wekenlang* ~week* ~weken ~*weken",
        "span months": "!maanden maandenlang* ~maand* ~*maanden",
        "span years": "!jaren jarenlang* ~jaar* ~jaren ~*jaren ~*jarig* ~decenni* ~eeuw*",
        "span decades": "!decennia decennialang* !eeuwen eeuwenlang* ~decenni* ~eeuw*",
        "extent small": "!centimeters !millimeters ~centim* ~millim* ~cm ~mm",
        "extent medium": "!meters metershoog metershoge meterslang* metersdiep* ~meter* ~voet ~m",
        "extent large": "!kilometers kilometerslang* ~kilomet* ~mijl* ~km",
        "wealth millionaire": "miljonair*", "wealth billionaire": "miljardair*",
        "rate second": "per_seconde elke_seconde ~second*",
        "rate minute": "per_minuut elke_minuut ~minu*",
        "rate night": "per_nacht elke_nacht iedere_nacht ~nacht* ~overnacht*",
        "rate hour": "uur+ per_uur elk_uur ieder_uur ~uur* ~km_h",
        "rate day": "dag+ ~nacht* dagelijks* per_dag elke_dag iedere_dag per_etmaal ~dag* ~etma*",
        "rate week": "week+ wekelijks* per_week elke_week "
        "iedere_week ~week*",
        "rate month": "maand+ maandelijks* per_maand elke_maand iedere_maand ~maand*",
        "rate quarter": "per_kwartaal elk_kwartaal ieder_kwartaal ~kwartaal*",
        "rate decade": "per_decennium ~decenni*", "rate century": "per_eeuw elke_eeuw ~eeuw*",
        "rate year": "jaar+ jaarlijks* per_jaar elk_jaar ieder_jaar ~jaar*",
        "day yesterday": "gister* ~vooravond", "day today": "vandaag ~vanavond ~vannacht ~nu ~heden*",
        "day tomorrow": "morgen",
        "season spring": "lente* voorjaar*", "season summer": "zomer*", "season autumn": "herfst* najaar*",
        "season winter": "winter*",
        "part morning": "ochtend* *ochtend voormiddag* ~morgen* ~vroeg* ~middag* ~nacht*",
        "part afternoon": "middag* namiddag* *middag ~mid*",
        "part evening": "avond* *avond nacht nachten *nacht vanavond vannacht ~middernacht*",
        "end first": "eerste ~eerst* ~begin* ~oorspronkelijk*",
        "end last": "de_laatste het_laatste ~laatst* ~afgelopen",
    },
    "fr": {
        "wealth millionaire": "millionnaire*", "wealth billionaire": "milliardaire*",
        "rate second": "par_seconde ~seconde*", "rate minute": "par_minute ~minute*",
        "rate night": "par_nuit la_nuitée ~nuit*",
        "rate decade": "par_décennie ~décennie*", "rate century": "par_siècle ~siècle*",
        "rate hour": "par_heure chaque_heure #l_heure ~heure*",
        "rate day": "quotidien* journali* par_jour chaque_jour tous_les_jours ~jour* ~nuit*",
        "rate week": "hebdomadaire* par_semaine chaque_semaine toutes_les_semaines ~semaine*",
        "rate month": "mensuel* par_mois chaque_mois tous_les_mois ~mois",
        "rate quarter": "trimestriel* par_trimestre ~trimestre*",
        "rate year": "annuel* par_an chaque_année tous_les_ans ~an ~ans ~année*",
        "day yesterday": "hier ~veille", "day today": "aujourd_hui ~maintenant", "day tomorrow": "demain ~lendemain",
        "season spring": "printemps", "season summer": "l_été ~été ~estiv*", "season autumn": "automne*",
        "season winter": "hiver*",
        "part morning": "matin* ~nuit*", "part afternoon": "après_midi après-midi ~midi",
        "part evening": "soir* nuit* ~minuit",
        "end first": "premier première premiers premières ~initial* ~abord",
        "end last": "le_dernier la_dernière les_derniers les_dernières ~derni* ~ultime*",
    },
    "es": {
        "wealth millionaire": "millonario* millonaria*",
        "rate second": "por_segundo ~segundo*", "rate minute": "por_minuto ~minuto*",
        "rate night": "por_noche cada_noche ~noche*",
        "rate decade": "por_década ~década*", "rate century": "por_siglo ~siglo*",
        "rate hour": "por_hora cada_hora ~hora*",
        "rate day": "diariamente por_día cada_día #al_día #diarios #diarias ~diari* ~día* ~noche*",
        "rate week": "semanal* por_semana cada_semana #a_la_semana ~semana*",
        "rate month": "mensual* por_mes cada_mes #al_mes ~mes*", "rate quarter": "trimestral* ~trimestre*",
        "rate year": "anual* por_año cada_año #al_año ~año*",
        "day yesterday": "ayer ~anoche ~víspera", "day today": "hoy ~ahora", "day tomorrow": "~mañana",
        "season spring": "primavera*", "season summer": "verano* ~estival*", "season autumn": "otoño*",
        "season winter": "invierno* ~invernal*",
        "part morning": "~mañana* ~madrugada ~noche*", "part afternoon": "~tarde*",
        "part evening": "noche* anoche ~tarde*",
        "end first": "primer primero primera primeros primeras ~inicial*",
        "end last": "el_último la_última los_últimos las_últimas ~últim*",
    },
    "it": {
        "wealth millionaire": "milionari*", "wealth billionaire": "miliardari*",
        "rate second": "al_secondo ~second*", "rate minute": "al_minuto ogni_minuto ~minut*",
        "rate night": "a_notte per_notte ogni_notte ~nott*",
        "rate decade": "per_decennio ~decenni*", "rate century": "per_secolo ~secol*",
        "rate hour": "all_ora ogni_ora ~or*", "rate day": "quotidian* giornalier* al_giorno ogni_giorno ~giorn* ~nott*",
        "rate week": "settimanal* #alla_settimana ogni_settimana ~settiman*",
        "rate month": "mensil* al_mese ogni_mese ~mes*", "rate quarter": "trimestral* ~trimestr*",
        "rate year": "annual* annu* all_anno ogni_anno ~ann*",
        "day yesterday": "ieri ~vigilia", "day today": "oggi ~ora", "day tomorrow": "domani ~indomani",
        "season spring": "primavera*", "season summer": "estate estiv*", "season autumn": "autunn*",
        "season winter": "invern*",
        "part morning": "mattin* stamattina ~alba ~nott*", "part afternoon": "pomerigg*",
        "part evening": "sera serata notte "
        "stasera stanotte ~serale ~nott*",
        "end first": "primo prima primi prime ~inizial*", "end last": "l_ultimo l_ultima gli_ultimi le_ultime ~ultim*",
    },
    "pt": {
        "wealth millionaire": "milionário* milionária*", "wealth billionaire": "bilionário* bilionária*",
        "rate second": "por_segundo ~segundo*", "rate minute": "por_minuto ~minuto*",
        "rate night": "por_noite cada_noite ~noite*",
        "rate decade": "por_década ~década*", "rate century": "por_século ~século*",
        "rate hour": "por_hora cada_hora ~hora*",
        "rate day": "diariamente por_dia cada_dia #ao_dia #diários #diárias ~diári* ~dia* ~noite*",
        "rate week": "semanal* por_semana cada_semana ~semana*",
        "rate month": "mensal* mensais por_mês cada_mês #ao_mês ~mês ~meses",
        "rate quarter": "trimestral* ~trimestre*", "rate year": "anual* anuais por_ano cada_ano #ao_ano ~ano*",
        "day yesterday": "ontem ~véspera", "day today": "hoje ~agora", "day tomorrow": "amanhã",
        "season spring": "primavera*", "season summer": "verão", "season autumn": "outono*",
        "season winter": "inverno*",
        "part morning": "manhã manhãs ~madrugada ~noite*", "part afternoon": "~tarde*",
        "part evening": "noite* ~tarde*",
        "end first": "primeiro primeira primeiros primeiras ~inicial*",
        "end last": "o_último a_última os_últimos as_últimas ~últim*",
    },
}
# The last, this and the next of a span of time: "{}" stands for its name.
_TURNS: Mapping[str, tuple[Mapping[str, str], str, str, str]] = {
    "en": ({"year": "year", "month": "month", "week": "week"},
           "last_{} previous_{} preceding_{} {}_before {}_earlier ~past_{} ~{}_ago", "this_{} current_{}",
           "next_{} coming_{} following_{} {}_after ~{}_later"),
    "de": ({"year": "jahr*", "month": "monat*", "week": "woche*"},
           "letzt*_{} vergangen*_{} vorig*_{} vor{} {}_zuvor {}_davor ~{}_früher ~vor_einem_{} ~vor_einer_{}",
           "diese*_{} laufend*_{}", "nächst*_{} kommend*_{} folgend*_{} folge{} {}_darauf ~{}_später"),
    "nl": ({"year": "jaar", "month": "maand", "week": "week"},
           "vorig*_{} afgelopen_{} voorgaand*_{} {}_eerder {}_daarvoor ~{}_geleden", "dit_{} deze_{}",
           "volgend*_{} komend*_{} {}_later {}_daarna"),
    "fr": ({"year": "an*", "month": "mois", "week": "semaine"}, "{}_derni* {}_précédent* {}_passé*",
           "cet_{} ce_{} cette_{}",
           "{}_prochain* {}_suivant* prochain*_{}"),
    "es": ({"year": "año", "month": "mes", "week": "semana"}, "{}_pasad* {}_anterior pasad*_{}", "este_{} esta_{}",
           "próxim*_{} {}_próxim* {}_siguiente {}_que_viene"),
    "it": ({"year": "anno", "month": "mese", "week": "settimana"}, "{}_scors* scors*_{} {}_precedente", "quest*_{}",
           "prossim*_{} {}_prossim* {}_successiv* {}_seguente"),
    "pt": ({"year": "ano", "month": "mês", "week": "semana"}, "{}_passad* {}_anterior",
           "este_{} esta_{} neste_{} nesta_{}",
           "próxim*_{} {}_seguinte {}_que_vem"),
}


# Named in the same ways, but without a last or next of their own: "the previous day" may be yesterday.
_BESIDES: Mapping[str, Mapping[str, str]] = {
    "en": {"day": "day", "decade": "decade", "century": "century"},
    "de": {"day": "tag*", "decade": "jahrzehnt*", "century": "jahrhundert*"},
    "nl": {"day": "dag", "decade": "decennium", "century": "eeuw"},
}


def expressions(language: str) -> Iterator[tuple[str, str, str]]:
    """Yields set, member and expression of a language; nothing for one that has no table."""
    for name, words in _WORDS.get(language, {}).items():
        family, _, member = name.partition(" ")
        for word in words.split():
            yield family, member, word
    for member, word in quantifier_expressions(language):
        yield "share", member, word
    if language in _TURNS:
        yield from _turns(language)


def _turns(language: str) -> Iterator[tuple[str, str, str]]:
    """Yields what is last, this and next of a span of time: "last week" is not last month either."""
    names, *ways = _TURNS[language]
    besides = _BESIDES.get(language, {})
    for member, way in zip(("last", "this", "next"), ways, strict=True):
        for family, name in {**names, **besides}.items():
            for pattern in way.split():
                if family in names:
                    yield family, member, pattern.replace("{}", name)
                if member != "this":
                    yield f"{member} span", family, pattern.replace("{}", name)
