"""Words by which somebody is accused or suspected, language by language, plain: what he is accused of is no fact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rag.check.cues import Cues, cues

__all__ = ["ACCUSATION_WORDS", "AccusationWords"]


@dataclass(frozen=True, slots=True)
class AccusationWords:
    """How a language accuses.

    Attributes:
        accusing: Verbs and phrases with what somebody is accused of: "accused of", "wirft ... vor".
        suspicion: Nouns that may stand in a statement of fact ("because of suspicions"), and prove nothing.
        loosely: What may render any of them in a claim, besides words of possibility and of saying.
        pursued: What is done about a suspicion, whatever comes of it: "arrested", "watched".
        proven: What no accusation and no suspicion is: "guilty", "convicted".
    """

    accusing: Cues
    suspicion: Cues
    loosely: Cues
    pursued: Cues
    proven: Cues


ACCUSATION_WORDS: Mapping[str, AccusationWords] = {
    "en": AccusationWords(
        cues("accuses accuse accusing accused_of accused_*_of accused_*_*_of accused_*_*_*_of accused_*_*_*_*_of "
             "charged_with charges_*_with charged_*_with charged_*_*_with suspected_of suspicion_that suspicions_that "
             "suspicion_of on_suspicion indicted_for indicted_on alleged alleges accusation_that accusations_that "
             "allegation_that allegations_that blames blamed_for on_trial_for stands_trial_for tried_for "
             "investigated_for "
             "investigation_for"),
        cues("suspic* suspect* alleg* accus*"),
        cues("accus* charg* suspic* suspect* alleg* indict* blam* criticis* criticiz* reproach* denounc* implicat* "
             "sued "
             "sue sues suing lawsuit trial tried prosecut* complain* arraign* responsib*"),
        cues("arrest* detain* detention custody watch* monitor* observ* search* raid* question* investigat* "
             "probe* inquiry jail*"),
        cues("guilty convicted convict proven proved confirm*"),
    ),
    # With umlauts, as among the words of possibility.
    "de": AccusationWords(
        cues("beschuldig* bezichtig* vorgeworfen vorwirf* vorwarf* vorwerfen verdächtigt verdächtigen verdächtigte* "
             "verdacht_dass verdacht_*_zu im_verdacht unter_verdacht unter_dem_verdacht vorwurf_dass vorwürfe_dass "
             "angeklagt wegen_*_ermittelt wegen_*_*_ermittelt ermittelt_wegen ermitteln_wegen wegen_*_vor_gericht"),
        cues("*verdacht *verdachts *verdächte verdächtig* vorwurf* vorwürf* beschuldig* anschuldig* mutmaß*"),
        cues("beschuldig* anschuldig* bezichtig* vorw* vorgeworf* wirft warf werfen verdacht* verdächtig* *verdacht "
             "*verdachts angeklag* anklag* klagt* kritisier* kritik* bemängel* mutmaß* angeblich* soll sollen ermitt* "
             "verklag* anzeig* angezeigt prozess* beklag* anprang* verantwortlich*"),
        cues("festgenomm* festnahm* verhaft* haft untersuchungshaft überwach* beobacht* durchsuch* ermitt* "
             "vernomm* vernehm* untersuch*"),
        cues("schuldig* überführt verurteil* bewies* bewiesen bestätig* nachweis* nachgewies* gestand* gesteh* "
             "gestanden zugegeb* zugab* gab_zu"),
    ),
    "nl": AccusationWords(
        cues("beschuldig* verwijt* verwet* verdacht_van verdacht_worden verdenkt verdenken verdacht_*_van "
             "verdacht_*_*_van ervan_verdacht wordt_verdacht worden_verdacht werd_verdacht verdenking_dat "
             "verdenking_van aangeklaagd_voor aangeklaagd_wegens beticht* terecht_voor "
             "terecht_wegens"),
        cues("verdenking* verdacht* *verdenking beschuldig* aantijging* vermeend*"),
        cues("beschuldig* verwijt* verwet* verweten verdacht* verdenk* aangeklaag* aanklag* aanklaag* klaag* klacht* "
             "beticht* terecht* bekritis* kritie* vermeend* zou zouden proces vervolgd* aantijging* verantwoordelijk*"),
        cues("aangehoud* aanhoud* gearrest* arrest* opgepakt vast cel gaten doorzoch* doorzoek* onderzo* bewaak* "
             "gevolgd verhoor*"),
        cues("schuldig* veroordeel* bewezen bewijs* bevestig* bekend bekende erken*"),
    ),
    "fr": AccusationWords(
        cues("accuse accusent accusait accusaient accusee accuses accusees accusant reproche reprochent reprochait "
             "soupconne* soupconnent soupcon_que soupcons_que inculpe* mis_en_examen mise_en_examen mis_en_cause "
             "juge_pour jugee_pour poursuivi_pour poursuivie_pour"),
        cues("soupcon* suspect* accus* allegu* presum*"),
        cues("accus* reproch* soupcon* suspect* inculp* examen cause plainte* critiqu* denonc* poursui* proces "
             "presum* aurait auraient serait seraient imput* responsab*"),
        cues("arret* garde_a_vue perquisition* surveill* enquet* interpell* detenu* detention"),
        cues("coupable* condamn* prouv* confirm* avou* avoue"),
    ),
    "es": AccusationWords(
        cues("acusa acusan acuso acusaron acusado_de acusada_de acusados_de acusadas_de acusaba reprocha reprochan "
             "reprocho sospechoso_de sospechosa_de sospecha_que sospechan_que imputado_por imputada_por"),
        cues("sospech* acus* presunt*"),
        cues("acus* reproch* sospech* imput* denunci* critic* demand* querell* juicio presunt* supuest* habria "
             "habrian responsab*"),
        cues("arrest* deten* detuv* vigil* registr* investig* interrog*"),
        cues("culpable* condenad* conden* probad* probo confirm* admit* confes*"),
    ),
    "it": AccusationWords(
        cues("accusa accusano accuso accusarono accusato_di accusata_di accusati_di accusate_di accusato_*_di "
             "rimprovera rimproverano sospettat*_di sospetta_che sospettano indagato_per indagata_per"),
        cues("sospett* accus* presunt*"),
        cues("accus* rimprover* sospett* indag* denunc* critic* process* presunt* avrebbe avrebbero"),
        cues("arrest* ferma* sorvegl* perquis* indag* interrog*"),
        cues("colpevol* condannat* condann* provat* confermat* conferm* confess*"),
    ),
    "pt": AccusationWords(
        cues("acusa acusam acusou acusaram acusado_de acusada_de acusados_de acusadas_de suspeito_de suspeita_de "
             "suspeita_que suspeitam_que reprova arguido_por indiciado_por"),
        cues("suspeit* acus* alegad*"),
        cues("acus* suspeit* reprov* denunci* critic* process* indici* alegad* teria teriam arguid*"),
        cues("pres* deti* deten* vigi* busca* investig* interrog*"),
        cues("culpad* condenad* conden* provad* confirm* confess*"),
    ),
}
