"""Words that negate, deny, affirm or part clauses, language by language, plain (casefolded, without accents)."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DENIAL_WORDS", "DenialWords", "Lexicon"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Whole words, and the beginnings of others."""

    whole: frozenset[str]
    stems: tuple[str, ...]

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and (word in self.whole or word.startswith(self.stems))


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
    """

    negations: Lexicon
    verbs: Lexicon
    softer: Lexicon
    affirmations: Lexicon
    partings: frozenset[str]
    particles: tuple[tuple[str, str], ...] = ()
    affirming_particles: tuple[tuple[str, str], ...] = ()
    idioms: tuple[str, ...] = ()


def _lexicon(listed: str) -> Lexicon:
    """Reads a list in which a star stands for any ending."""
    parts = listed.split()
    return Lexicon(
        frozenset(part for part in parts if not part.endswith("*")),
        tuple(part[:-1] for part in parts if part.endswith("*")),
    )


DENIAL_WORDS = {
    "en": DenialWords(
        _lexicon("not no never neither nor none nobody nothing nowhere cannot n't"),
        _lexicon("deny denies denied denying denial denials contradict* reject* refus* refut* rebuff* disputes"),
        _lexicon("disput* without lack* closed shut remain* stay* fail* unable unlikel* unclear unknown uncertain* "
                 "unabl* unwilling* unanswer* unchang* impossib* false* untru* unfound* baseless wrong* against "
                 "oppos* disagree* declin* dismiss* ban banned bans forbid* forbad* prohibit* prevent* stop* block* "
                 "ended ends ceas* abandon* cancel* missing absen* hardly barely scarcely instead rather despite "
                 "illegal* invalid* inactiv* exclud* turns turned voted withhold* withheld protest* criticis* avoid* "
                 "turned free few little only less"),
        _lexicon("admit* confirm* acknowledg* conced* confess* accept*"),
        frozenset("and but who which whose while although though after before despite because when as".split()),
        idioms=("not only", "not just", "not least", "no later than", "no more than", "no fewer than", "no less than",
                "no doubt", "whether or not"),
    ),
    "de": DenialWords(
        _lexicon("nicht nichts nie niemals niemand niemanden niemandem weder noch nirgends nein kein*"),
        _lexicon("widersprich* widersprech* widersprach* widersprochen bestreit* bestritt* dementier* leugne* "
                 "geleugnet verleugn* weiger* verweiger* geweigert zuruckweis* zuruckgewiesen zuruckwies* ablehn* "
                 "abgelehnt abstreit* abgestritten widerleg*"),
        _lexicon("ohne fehl* geschlossen gesperrt bleib* blieb* geblieben mangel* scheiter* gescheitert unfahig* "
                 "unmoglich* unklar* unbekannt* unwahrscheinlich* ungewiss* unbeantwort* unverander* ungultig* "
                 "unwirksam* falsch* unwahr* unbegrund* haltlos* gegen wider dagegen abgewiesen verbot* verbiet* "
                 "verhinder* stopp* gestoppt blockier* beendet* eingestellt abgesagt aufgegeben kaum statt anstatt "
                 "trotz illegal* ausgeschlossen ausschlie* vermeid* schwieg* schweig* umstritten* nein kritisier* "
                 "frei wenig* nur bloss lediglich zuruckhalt* unsicher* unverletzt* unversehrt* entfall* entfiel* "
                 "ausgesetzt ausgefallen vermisst* verzicht*"),
        _lexicon("bestatig* zugibt zugegeben zugab einraum* eingeraumt gesteh* gestand* gestanden akzeptier* "
                 "anerkenn* anerkannt zustimm* zugestimmt"),
        frozenset("und aber doch sowie sondern".split()),
        (("weis", "zuruck"), ("wies", "zuruck"), ("lehn", "ab"), ("streite", "ab"), ("stritt", "ab"), ("wies", "ab"),
         ("weis", "ab")),
        (("raum", "ein"), ("gib", "zu"), ("gab", "zu"), ("geb", "zu"), ("stimm", "zu"), ("erkenn", "an"),
         ("erkann", "an")),
        ("nicht nur", "nicht zuletzt"),
    ),
    "nl": DenialWords(
        _lexicon("niet niets nooit niemand nergens noch evenmin nee neen geen*"),
        _lexicon("ontken* betwist betwisten betwistte* verwerp* verwierp* verworpen weiger* geweigerd tegenspre* "
                 "tegensprak* tegengesproken weerspre* weersprak* weersproken weerleg* afwijz* afgewezen"),
        _lexicon("zonder ontbre* gesloten dicht blijf* bleef bleven gebleven ontbrak* gebrek* faal* gefaald mislukt* "
                 "onmogelijk* onduidelijk* onbekend* onwaarschijnlijk* onzeker* onbeantwoord* ongewijzigd* ongeldig* "
                 "onwaar* onterecht* ongegrond* onjuist* vals* tegen verbod* verbied* verbood* verboden voorkom* "
                 "stop* gestopt blokke* geblokkeerd beeindig* geschrapt afgelast opgegeven nauwelijks amper plaats "
                 "ondanks illega* uitgeslot* uitsluit* vermij* zwijg* zweeg omstreden kritiek* weinig alleen slechts "
                 "enkel onveilig* ongedeerd* opgeschort uitgebleven vrij"),
        _lexicon("bevestig* toegegev* toegeven erken* bekent bekend* bekennen aanvaard* accepte* geaccepteerd instem* "
                 "ingestemd"),
        frozenset("en maar die dat hoewel nadat terwijl omdat als toen".split()),
        (("wijs", "af"), ("wees", "af"), ("spreek", "tegen"), ("sprak", "tegen"), ("spreken", "tegen")),
        (("gaf", "toe"), ("gav", "toe"), ("geef", "toe"), ("geven", "toe"), ("stem", "in")),
        ("niet alleen", "niet enkel", "niet in het minst"),
    ),
    "fr": DenialWords(
        _lexicon("pas ne jamais aucun aucune rien ni nul nulle non"),
        _lexicon("nie nient nier niait niaient niant niee niees nia nierent dement dementi* dementent dementait "
                 "rejette* rejeter rejetait rejete* rejetant refus* conteste contestent contester contestait "
                 "contredi* refut* recus*"),
        _lexicon("sans manqu* ferme fermee* rest* echou* echec* incapab* impossib* inconnu* incertain* improbab* fau* "
                 "infond* contre oppos* rejet* contest* interdi* empech* arret* bloqu* cess* abandon* annul* absen* "
                 "peine malgre illega* exclu* evit* lieu sauf seul* peu prive* plutot"),
        _lexicon("admet* admis reconnai* reconnu* confirm* avou* accept*"),
        frozenset("et mais qui dont que alors apres avant tandis lorsque".split()),
        idioms=("non seulement", "pas seulement"),
    ),
    "es": DenialWords(
        _lexicon("no nunca jamas nadie nada ni tampoco ningun*"),
        _lexicon("niega niegan niego nego negaron negaba* negado negar negando rechaz* desmint* desmient* desmentido "
                 "rehus* refut* contradi* disput*"),
        _lexicon("sin falt* cerrad* permanec* sigue siguen carec* fall* fracas* incapa* imposib* desconoc* incierto* "
                 "improbab* fals* infundad* contra oponen opone opuso opus* prohib* impid* imped* deten* detuv* "
                 "bloque* ceso cesa abandon* cancel* ausen* apenas pesar ilegal* exclu* evit* lugar solo poco* "
                 "negativ*"),
        _lexicon("admit* confirm* reconoc* acept* confes*"),
        frozenset("y e pero que quien quienes mientras tras cuando".split()),
        idioms=("no solo", "no solamente"),
    ),
    "it": DenialWords(
        _lexicon("non no mai nessun* niente nulla ne neanche nemmeno neppure"),
        _lexicon("nega negano nego negato negava* negare negando negarono smenti* smentend* respin* rifiuta rifiutan* "
                 "rifiutat* rifiutare contesta contestano contestato contraddi* rigett*"),
        _lexicon("senza manc* chius* riman* rest* falli* fals* incapac* impossib* sconosciut* incert* improbab* "
                 "infondat* contro oppon* oppos* viet* imped* ferm* blocc* cess* abbandon* annull* assen* appena "
                 "nonostante illegal* esclu* evit* invece solo poco pochi"),
        _lexicon("ammett* ammess* ammise conferm* riconosc* accett* confess*"),
        frozenset("e ed ma che mentre dopo quando".split()),
        idioms=("non solo", "non soltanto"),
    ),
    "pt": DenialWords(
        _lexicon("nao nunca jamais ninguem nada nem tampouco nenhum*"),
        _lexicon("nega negam negou negaram negava* negado negar negando rejeit* desment* recus* refut* contesta "
                 "contestam contestou contradi* contradiz*"),
        _lexicon("sem falt* fechad* permanec* continua* carec* falh* fracass* incapa* impossive* desconhec* incert* "
                 "improvave* fals* infundad* contra opoe* opos proib* imped* par* bloque* cess* abandon* cancel* "
                 "ausen* apenas apesar ilega* exclu* evit* vez so pouco*"),
        _lexicon("admit* confirm* reconhec* aceit* confess*"),
        frozenset("e mas que quem enquanto apos quando".split()),
        idioms=("nao so", "nao apenas", "nao somente"),
    ),
}
