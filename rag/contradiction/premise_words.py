"""By which words a question is known to take something for granted, language by language, plain where not said."""

from __future__ import annotations

__all__ = ["ASKING", "FINITE", "HARDLY", "HOW_VERBS", "MEASURES", "ONGOING", "REASONS", "SUPPOSING"]

ASKING = {
    "en": ("why", "when", "how", "where"), "de": ("warum", "weshalb", "wieso", "weswegen", "wann", "wie", "wo"),
    "nl": ("waarom", "wanneer", "hoe", "waar"), "fr": ("pourquoi", "quand", "comment", "ou"),
    "es": ("por que", "cuando", "como", "donde"), "it": ("perche", "quando", "come", "dove"),
    "pt": ("por que", "porque", "quando", "como", "onde"),
}
"""Question words that ask for a circumstance of something taken for granted."""

REASONS = {
    "en": frozenset({"why"}), "de": frozenset("warum weshalb wieso weswegen".split()), "nl": frozenset({"waarom"}),
    "fr": frozenset({"pourquoi"}), "es": frozenset({"por que"}), "it": frozenset({"perche"}),
    "pt": frozenset({"por que", "porque"}),
}
"""Those of them that ask for a reason."""

ONGOING = {
    "en": frozenset("do does is are will shall".split()), "de": frozenset("ist sind wird werden".split()),
    "nl": frozenset("is zijn wordt worden zal zullen".split()), "fr": frozenset("est sont sera seront".split()),
    "es": frozenset("es esta estan son sera seran".split()), "it": frozenset("e sono sara saranno".split()),
    "pt": frozenset("e esta estao sao sera serao".split()),
}
"""Verbs with which "when", "where" and "how" ask for a schedule, a place or a way: nothing need have happened."""

MEASURES = {
    "en": frozenset("many much long old far often large big high tall fast soon deep wide heavy likely well".split()),
    "de": frozenset("viel viele vielen lange lang alt weit oft gross hoch schnell bald tief breit schwer teuer stark "
                    "heisst heissen geht".split()),
    "nl": frozenset("veel vaak lang oud ver groot hoog snel diep breed zwaar duur heet heten gaat".split()),
    "fr": frozenset("est etait va".split()), "es": frozenset("es era esta".split()),
    "it": frozenset("e era sta".split()), "pt": frozenset("e era esta".split()),
}
"""Words after "how" with which it asks for a measure, a name or a state."""

SUPPOSING = {
    "en": frozenset("would could should might may can".split()),
    "de": frozenset("würde würden könnte könnten sollte sollten soll sollen kann können darf dürfen".split()),
    "nl": frozenset("zou zouden kan kunnen moet moeten mag mogen".split()),
    "fr": frozenset("pourrait pourraient devrait devraient peut peuvent doit doivent serait seraient aurait auraient "
                    "ferait feraient".split()),
}
"""Verbs, with their accents, with which a question supposes and takes nothing for granted: "würde", not "wurde"."""

HARDLY = {
    "en": frozenset("hardly barely scarcely rarely seldom".split()), "de": frozenset("kaum selten".split()),
    "nl": frozenset("nauwelijks amper zelden".split()), "fr": frozenset("peine guere rarement".split()),
}
"""Words that all but deny."""

HOW_VERBS = frozenset("did do does was were is are has have had will".split())
"""Verbs after "how" where it asks for a way: what else follows is a measure ("how badly")."""

FINITE = {
    "en": frozenset("has have is are was were did had".split()),
    "de": frozenset("hat haben ist sind war waren wurde wurden wird werden hatte hatten".split()),
    "nl": frozenset("heeft hebben is zijn was waren werd werden wordt worden had hadden".split()),
    "fr": frozenset("a ont est sont était étaient avait avaient fut".split()),
}
"""Verbs that begin a statement of fact after a supposition."""
