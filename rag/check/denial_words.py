"""Words that negate, deny, affirm or part clauses, language by language, plain (casefolded, without accents)."""

from __future__ import annotations

from dataclasses import dataclass

from rag.check.cues import Cues, cues

__all__ = ["DENIAL_WORDS", "DenialWords"]


@dataclass(frozen=True, slots=True)
class DenialWords:
    """How a language says no.

    Attributes:
        negations: Words that turn a sentence round: "not", "kein".
        verbs: Verbs of denying and refusing, in forms that are no other word.
        softer: Words that deny without negating: "without", "fails", "false", "unknown".
        affirmations: Verbs that say the opposite of a denial: "admits".
        partings: Words that begin another clause without a comma.
        particles: Of denials in two parts, the stem of the first and the second: "weist ... zurück".
        affirming_particles: The same of affirmations: "gibt ... zu".
        idioms: Negations that negate nothing: "not only".
        scarcely: Words that leave next to nothing of a statement: "hardly".
        little: What may render them besides a negation: "few".
    """

    negations: Cues
    verbs: Cues
    softer: Cues
    affirmations: Cues
    partings: frozenset[str]
    particles: tuple[tuple[str, str], ...] = ()
    affirming_particles: tuple[tuple[str, str], ...] = ()
    idioms: tuple[str, ...] = ()
    scarcely: Cues = cues()
    little: Cues = cues()


DENIAL_WORDS = {
    "en": DenialWords(
        cues("not no never neither nor none nobody nothing nowhere cannot n't without"),
        cues("deny denies denied denying denial denials contradict* reject* refus* refut* rebuff* disputes rule_out "
             "rules_out ruled_out ruling_out"),
        cues("disput* without lack* fail* unable unlikel* unclear unknown uncertain* unabl* unwilling* unanswer* "
             "unchang* impossib* false* untru* unfound* baseless wrong* -wrongdo oppos* disagree* declin* dismiss* ban "
             "banned bans forbid* forbad* prohibit* prevent* stop* block* ceas* abandon* cancel* missing absen* "
             "hardly barely scarcely illegal* invalid* inactiv* exclud* withhold* withheld avoid* un* -under* -uni* "
             "-until -unto -uncle -unrest inab* insuff* irre* illeg* *less -bless disallow* disapprov* discontin* "
             "dislik* disbelie* disproof disprov* abort* non outside rather_than instead_of other_than except "
             "keep*_*_from kept_*_from too_*_to too_*_for rarely seldom ignor* refrain* neglect* omit* overlook* "
             "forget* forgot* escap* resist* exempt* immune free_of free_from far_from zero withdraw* withdrew"),
        cues("admit* confirm* acknowledg* conced* confess* accept*"),
        frozenset("and but who which whose while although though after before despite because when as".split()),
        idioms=("not only", "not just", "not least", "no later than", "no more than", "no fewer than", "no less than",
                "no doubt", "whether or not", "no matter", "no wonder", "nothing but", "not to mention",
                "not long after", "not long before", "not far from", "do not forget", "do n't forget", "no sooner",
                "no other than",
                "not without", "why not", "if not", "not much", "not many"),
        scarcely=cues("hardly scarcely barely"),
        little=cues("few fewer little less low small slight* min* poor* only merely just weak* limited almost soon*"),
    ),
    "de": DenialWords(
        cues("nicht nichts nie niemals niemand niemanden niemandem weder nirgends nein ohne kein*"),
        cues("widersprich* widersprech* widersprach* widersprochen bestreit* bestritt* dementier* leugne* geleugnet "
             "verleugn* weiger* verweiger* geweigert zuruckweis* zuruckgewiesen zuruckwies* ablehn* abgelehnt "
             "abstreit* abgestritten widerleg* schliesst_aus_dass schloss_aus_dass schliessen_aus_dass"),
        cues("ohne fehl* geschlossen gesperrt mangel* scheiter* gescheitert unfahig* unmoglich* unklar* unbekannt* "
             "unwahrscheinlich* ungewiss* unbeantwort* unverander* ungultig* unwirksam* falsch* unwahr* unbegrund* "
             "haltlos* abgewiesen verbot* verbiet* verhinder* stopp* gestoppt blockier* eingestellt einstellte* "
             "abgesagt absag* abblies* ausfiel* ausfall* "
             "aufgegeben kaum illegal* ausgeschlossen ausschlie* vermeid* nein zuruckhalt* unsicher* unverletzt* "
             "unversehrt* entfall* entfiel* ausgesetzt ausgefallen abgebroch* abbrech* abbrach* statt anstatt "
             "anstelle ausgenommen ungefahrlich ungefahrliche ungefahrlichen ungefahrlicher vermisst* verzicht* un* "
             "-und -uns* -unter* -unten -uni* -ungefahr* -unge* -unfall* -ungar* "
             "-unwetter* -unruh* -unmut* *los *lose *losen *loser *loses -loses erst "
             "gehindert hinder* hielt_ab halt_ab selten ignorier* verschon* vernachlassig* vergess* vergass* "
             "entgeh* entging* entkomm* frei_von leer immun null abgesehen misslang* misslung* missacht* aufhor* "
             "aufgehort hort_auf horte_auf verpass* verfehl*"),
        cues("bestatig* zugibt zugegeben zugab einraum* eingeraumt gesteh* gestand* gestanden akzeptier* anerkenn* "
             "anerkannt zustimm* zugestimmt"),
        frozenset("und aber doch sowie sondern".split()),
        (("weis", "zuruck"), ("wies", "zuruck"), ("lehn", "ab"), ("streite", "ab"), ("stritt", "ab"), ("wies", "ab"),
         ("weis", "ab"), ("schliesst", "aus"), ("schliessen", "aus"), ("schloss", "aus")),
        (("raum", "ein"), ("gib", "zu"), ("gab", "zu"), ("geb", "zu"), ("stimm", "zu"), ("erkenn", "an"),
         ("erkann", "an")),
        ("nicht nur", "nicht zuletzt", "nicht selten", "nicht umsonst", "nichts anderes als", "nicht lange nach",
         "nicht lange vor", "nicht weit von", "vergessen sie nicht", "vergiss nicht", "nicht zu vergessen",
         "nicht mehr als", "nicht weniger als", "nicht ohne", "wenn nicht", "nicht viel",
         "nicht viele", "nicht vielen"),
        cues("kaum"),
        cues("wenig* gering* klein* schwach* minimal* nur bloss sparlich* knapp* fast beinahe leicht* gerade_erst"),
    ),
    "nl": DenialWords(
        cues("niet niets nooit niemand nergens evenmin nee neen zonder geen*"),
        cues("ontken* betwist betwisten betwistte* verwerp* verwierp* verworpen weiger* geweigerd tegenspre* "
             "tegensprak* tegengesproken weerspre* weersprak* weersproken weerleg* afwijz* afgewezen "
             "sluit_uit_dat sluiten_uit_dat sloot_uit_dat sloten_uit_dat"),
        cues("zonder ontbre* gesloten dicht ontbrak* gebrek* faal* gefaald mislukt* onmogelijk* onduidelijk* "
             "onbekend* onwaarschijnlijk* onzeker* onbeantwoord* ongewijzigd* ongeldig* onwaar* onterecht* "
             "ongegrond* onjuist* vals* verbod* verbied* verbood* verboden voorkom* stop* gestopt blokke* "
             "geblokkeerd beeindig* geschrapt afgelast* afblies* afgeblazen geannuleer* annuleer* opgegeven "
             "nauwelijks amper illega* uitgeslot* uitsluit* "
             "afgebrok* behalve in_plaats_van vermij* onveilig* ongedeerd* opgeschort uitgebleven on* -onder* -ons* "
             "-onze -ont* -ongeluk* -ongeval* -onrust* "
             "-onweer* -onlangs -online pas zelden negeer* genegeerd vergeet vergat vergeten ontkom* ontkwam* "
             "vrij_van leeg nul mist miste gemist"),
        cues("bevestig* toegegev* toegeven erken* bekent bekend* bekennen aanvaard* accepte* geaccepteerd instem* "
             "ingestemd"),
        frozenset("en maar die dat hoewel nadat terwijl omdat als toen".split()),
        (("wijs", "af"), ("wees", "af"), ("spreek", "tegen"), ("sprak", "tegen"), ("spreken", "tegen"),
         ("sluit", "uit"), ("sluiten", "uit"), ("sloot", "uit"), ("sloten", "uit")),
        (("gaf", "toe"), ("gav", "toe"), ("geef", "toe"), ("geven", "toe"), ("stem", "in")),
        ("niet alleen", "niet enkel", "niet in het minst", "niet zelden", "niets anders dan", "niet lang na",
         "niet lang voor", "niet ver van", "vergeet niet", "niet meer dan", "niet minder dan", "niet later dan",
         "niet zonder", "niet veel"),
        cues("nauwelijks amper"),
        cues("weinig* minder gering* klein* zwak* minimaal minimale slechts maar bijna net licht* beperkt*"),
    ),
    "fr": DenialWords(
        cues("pas ne jamais aucun aucune rien ni nul nulle non sans"),
        cues("nie nient nier niait niaient niant niee niees nia nierent dement dementi* dementent dementait "
             "rejette* rejeter rejetait rejete* rejetant refus* conteste contestent contester contestait contredi* "
             "refut* recus* exclut excluent"),
        cues("sans manqu* ferme fermee* echou* echec* incapab* impossib* inconnu* incertain* improbab* infond* "
             "oppos* rejet* contest* interdi* empech* arret* bloqu* cess* abandon* annul* absen* peine illega* "
             "exclu* evit* sauf prive* faux fausse* desapprouv* desaccord depourvu* rarement ignor* neglig* oubli* "
             "echapp* vide zero irregul* injust* irrealis*"),
        cues("admet* admis reconnai* reconnu* confirm* avou* accept*"),
        frozenset("et mais qui dont que alors apres avant tandis lorsque".split()),
        idioms=("non seulement", "pas seulement", "pas beaucoup"),
        scarcely=cues("a_peine guere"),
        little=cues("peu moins faibl* petit* minim* legere* seul* presque juste limit*"),
    ),
    "es": DenialWords(
        cues("no nunca jamas nadie nada ni tampoco sin ningun*"),
        cues("niega niegan niego nego negaron negaba* negado negar negando rechaz* desmint* desmient* desmentido "
             "rehus* refut* contradi* disput* descarta*"),
        cues("sin falt* cerrad* carec* fall* fracas* incapa* imposib* desconoc* incierto* improbab* fals* infundad* "
             "oponen opone opuso opus* prohib* impid* imped* deten* detuv* bloque* ceso cesa abandon* cancel* "
             "ausen* apenas ilegal* exclu* evit* negativ* recien desacuerd* rara_vez raramente ignor* olvid* escap* "
             "cero irregular* injust*"),
        cues("admit* confirm* reconoc* acept* confes*"),
        frozenset("y e pero que quien quienes mientras tras cuando".split()),
        idioms=("no solo", "no solamente", "no mucho", "no muchos", "no muchas"),
    ),
    "it": DenialWords(
        cues("non no mai nessun* niente nulla ne neanche nemmeno neppure senza"),
        cues("nega negano nego negato negava* negare negando negarono smenti* smentend* respin* rifiuta rifiutan* "
             "rifiutat* rifiutare contesta contestano contestato contraddi* rigett* esclude escludono"),
        cues("senza manc* chius* falli* fals* incapac* impossib* sconosciut* incert* improbab* infondat* oppon* "
             "oppos* viet* imped* ferm* blocc* cess* abbandon* annull* assen* appena illegal* esclu* evit* "
             "disaccord* raramente ignor* dimentic* sfugg* priv* zero irregolar* ingiust*"),
        cues("ammett* ammess* ammise conferm* riconosc* accett* confess*"),
        frozenset("e ed ma che mentre dopo quando".split()),
        idioms=("non solo", "non soltanto", "non molto", "non molti", "non molte"),
    ),
    "pt": DenialWords(
        cues("nao nunca jamais ninguem nada nem tampouco sem nenhum*"),
        cues("nega negam negou negaram negava* negado negar negando rejeit* desment* recus* refut* contesta "
             "contestam contestou contradi* contradiz* descarta*"),
        cues("sem falt* fechad* carec* falh* fracass* incapa* impossive* desconhec* incert* improvave* fals* "
             "infundad* opoe* opos proib* imped* bloque* cess* abandon* cancel* ausen* apenas ilega* exclu* evit* "
             "desacord* raramente ignor* esquec* escap* zero irregular* injust*"),
        cues("admit* confirm* reconhec* aceit* confess*"),
        frozenset("e mas que quem enquanto apos quando".split()),
        idioms=("nao so", "nao apenas", "nao somente", "nao muito", "nao muitos", "nao muitas"),
    ),
}
