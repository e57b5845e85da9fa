"""Words of sentences that settle whether something happened, language by language, plain; see `rag.check.cues`."""

from __future__ import annotations

from collections.abc import Mapping

from rag.check.cues import Cues, cues, senses

__all__ = ["ALLEGED", "AUXILIARIES", "BACK", "DEEDS", "DONE", "REASONED", "THREATS"]

DEEDS: Mapping[str, Mapping[str, Cues]] = {
    "en": senses("""
        die: deaths death fatalit* killed dead lost_*_life lost_*_lives loss_of_life
        sell: sale disposal
        cancel: abandonment cancellation abandon* drop_the
        sue: suit suits lawsuit* court legal_action
        strike: strike strikes walkout*
        resign: resignation quit
        close: closure shutdown
        fire: dismissal* layoff* lay-off* redundanc*
        buy: purchase takeover acquisition
        merge: merger
        leave: withdrawal departure
        arrest: arrest* detain*
        injure: injur* hurt
    """),
    "de": senses("""
        die: tote toten todesopfer getotet leben
        sell: verkauf verkaufs verausserung
        cancel: abbruch aufgabe absage ausstieg abgebroch* abbrech* aufgeb*
        sue: klage klagen anzeige verklag*
        strike: streik streiks arbeitsniederlegung*
        resign: rucktritt zurucktret*
        close: schliessung stilllegung
        fire: entlassung* stellenabbau kundigung*
        buy: kauf ubernahme
        merge: fusion
        leave: ruckzug austritt weggang abzug
        arrest: festnahme* verhaft*
        injure: verletz*
    """),
    "nl": senses("""
        die: doden dode slachtoffers overleden omgekomen
        sell: verkoop
        cancel: stopzetting stopzetten annulering
        sue: klacht klachten rechtszaak aanklacht aangeklaagd dagvaard*
        strike: staking stakingen werk_*_neer* werk_neer*
        resign: aftreden ontslag
        close: sluiting
        fire: ontslag ontslagen
        buy: aankoop overname
        merge: fusie
        leave: vertrek
        arrest: arrestatie* aanhouding*
        injure: gewond*
    """),
    "fr": senses("""
        die: mort morts morte deces victime victimes
        sell: vente cession vendre
        cancel: abandon annulation
        sue: plainte recours proces
        strike: greve greves
        resign: demission
        close: fermeture
        fire: licenciement*
        buy: achat rachat
        merge: fusion
        leave: depart retrait
        arrest: arrestation*
        injure: bless*
    """),
}
"""Nouns and forms by which a sentence speaks of a happening, done or not, beside those that say it of themselves."""

DONE: Mapping[str, Mapping[str, Cues]] = {
    "en": senses("sue: taken_to_court took_*_to_court"),
    "de": senses("cancel: abgebrochen"),
    "nl": senses("sue: aangeklaagd gedagvaard"),
}
"""Forms by which a question takes a happening for done, beside those of `rag.check.asserted_words`."""

THREATS: Mapping[str, Cues] = {
    "en": cues("threaten* consider*"), "de": cues("droh* gedroht erwag* erwog*"),
    "nl": cues("dreig* gedreigd overweeg* overwoog*"), "fr": cues("menac* envisag*"),
}
"""Verbs with which a happening is held out, and not told."""

BACK: Mapping[str, frozenset[str]] = {
    "en": frozenset("this that it these them".split()), "de": frozenset("dies das es dem diese".split()),
    "nl": frozenset("dat dit het deze".split()), "fr": frozenset("cela ceci le l ce cette ces".split()),
}
"""Words of a short denial that mean what the sentence before it says."""

ALLEGED: Mapping[str, Cues] = {
    "en": cues("accus* alleg* claim* maintain* assert*"),
    "de": cues("behaupt* beschuldig* vorgeworfen wirft_vor wirft werfen warf warfen vorwurf* angeblich laut zufolge"),
    "nl": cues("beweer* beschuldig* verwijt* verweet volgens zou zouden"),
    "fr": cues("affirm* accus* pretend* selon reproch*"),
}
"""Words with which something is said of somebody, who may deny it in the next sentence."""

REASONED: Mapping[str, Cues] = {
    "en": cues("because due_to not_only not_since"), "de": cues("weil wegen nicht_nur wie_seit"),
    "nl": cues("omdat wegens niet_alleen als_sinds"), "fr": cues("parce en_raison pas_seulement"),
}
"""A negation beside a reason may be of that alone, and one in a comparison ("leer wie seit Jahren nicht") is none."""

AUXILIARIES: Mapping[str, frozenset[str]] = {
    "en": frozenset("has have had is are was were do does did will".split()),
    "de": frozenset("hat haben hatte hatten ist sind war waren wurde wurden wird werden gab gibt".split()),
    "nl": frozenset("heeft hebben had hadden is zijn was waren werd werden wordt worden zal".split()),
    "fr": frozenset("a ont est sont etait etaient avait sera".split()),
}
"""Verbs that begin a question of yes or no."""
