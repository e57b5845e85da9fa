"""How a question says of when the articles are to be, language by language, casefolded and without accents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

__all__ = ["PERIOD_WORDS", "PeriodWords", "Relative", "Unit"]

Unit = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Relative:
    """A phrase for the unit that lies `count` of them from today's: "last week" is week -1."""

    phrase: str
    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """Phrases of one language.

    Attributes:
        leads: May stand before a date and belong to it: "in", "from the year".
        bare: Those of them that may as well belong to what is told: "the vote in May".
        since: The date and all after it.
        after: All after the date.
        before: All before it.
        until: The date and all before it.
        between: Begins two dates.
        to: Parts two dates.
        relative: Name a day, week, month or year by today's.
        past: Stand before a number of units that end today.
        units: Their names.
        published: What articles do on their date, auxiliaries among it.
        auxiliaries: Those of its words that say nothing by themselves.
        told: A question for what was told, of which nothing but the date is said.
        happened: The same of what happened.
        numbers: Small numbers in words.
    """

    leads: frozenset[str]
    bare: frozenset[str]
    since: tuple[str, ...]
    after: tuple[str, ...]
    before: tuple[str, ...]
    until: tuple[str, ...]
    between: tuple[str, ...]
    to: tuple[str, ...]
    relative: tuple[Relative, ...]
    past: tuple[str, ...]
    units: dict[str, Unit]
    published: tuple[str, ...]
    auxiliaries: frozenset[str]
    told: tuple[str, ...]
    happened: tuple[str, ...]
    numbers: dict[str, int]


_AUXILIARIES: Final = frozenset(
    "are is were was come sind ist wurden wurde zijn er werden werd sont est etaient son es hay sono sao have has been "
    "ont ete".split())


def _phrases(text: str) -> tuple[str, ...]:
    """Returns the phrases of a text, parted by commas, the longest first."""
    return tuple(sorted((part.strip() for part in text.split(",") if part.strip()), key=len, reverse=True))


def _words(*, leads: str, bare: str, since: str, after: str, before: str, until: str, between: str, to: str,
           relative: str, past: str, units: str, published: str, told: str, happened: str, numbers: str
           ) -> PeriodWords:
    kinds: tuple[Unit, ...] = ("day", "week", "month", "year")
    parts = [part.split("=") for part in relative.split(",")]
    named = [Relative(phrase.strip(), kinds["dwmy".index(code[0])], int(code[1:])) for phrase, code in parts]
    return PeriodWords(
        leads=frozenset(leads.split()), bare=frozenset(bare.split()), since=_phrases(since), after=_phrases(after),
        before=_phrases(before), until=_phrases(until), between=_phrases(between), to=_phrases(to),
        relative=tuple(sorted(named, key=lambda item: -len(item.phrase))), past=_phrases(past),
        units={word: kind for kind, group in zip(kinds, units.split(), strict=True) for word in group.split("/")},
        published=_phrases(published), auxiliaries=_AUXILIARIES, told=_phrases(told), happened=_phrases(happened),
        numbers={word: number for number, group in enumerate(numbers.split(), 2) for word in group.split("/")})


PERIOD_WORDS: Final[dict[str, PeriodWords]] = {
    "en": _words(
        leads="in on from of dated the year month during at for", bare="in on during",
        since="since, not older than, no older than", after="after, newer than, later than, younger than",
        before="before, older than, earlier than, prior to", until="until, till, up to, no later than",
        between="between, from", to="and, to, until, till, through",
        relative="today=d0, yesterday=d-1, this week=w0, last week=w-1, this month=m0, last month=m-1, this year=y0, "
        "last year=y-1, the previous year=y-1, the previous month=m-1, the previous week=w-1",
        past="the last, the past, last, past", units="day/days week/weeks month/months year/years",
        published="were published, was published, have been published, has been published, are published, published, "
        "were released, released, appeared, have appeared, came out, have come out, were written, was written, "
        "written, are dated, is dated, were added, are, is, were, was, come, date back",
        told="what was reported, what was published, what was written, what was in the news, what is the news, what "
        "news is there, what did the articles report, what do the articles report, what has been reported",
        happened="what happened, what has happened", numbers="two three four five six seven eight nine ten"),
    "de": _words(
        leads="in im am an aus vom von dem den der das jahr jahre monat des zum vom", bare="im am in",
        since="seit dem, seit, nicht alter als", after="nach dem, nach, neuer als, junger als, spater als",
        before="vor dem, vor, alter als, fruher als", until="bis zum, bis", between="zwischen dem, zwischen, vom, von",
        to="und dem, und, bis zum, bis",
        relative="heute=d0, gestern=d-1, vorgestern=d-2, diese woche=w0, dieser woche=w0, letzte woche=w-1, letzter "
        "woche=w-1, vergangene woche=w-1, vergangener woche=w-1, vorige woche=w-1, voriger woche=w-1, letzten "
        "woche=w-1, vergangenen woche=w-1, vorigen woche=w-1, diesen monat=m0, diesem monat=m0, letzten monat=m-1, "
        "letztem monat=m-1, vergangenen monat=m-1, vorigen monat=m-1, dieses jahr=y0, diesem jahr=y0, letztes "
        "jahr=y-1, letzten jahr=y-1, letzten jahres=y-1, vergangenen jahr=y-1, vorigen jahr=y-1, vergangenes "
        "jahr=y-1, voriges jahr=y-1",
        past="die letzten, den letzten, der letzten, die vergangenen, den vergangenen, letzten, vergangenen",
        units="tag/tage/tagen woche/wochen monat/monate/monaten jahr/jahre/jahren",
        published="wurden veroffentlicht, wurde veroffentlicht, veroffentlicht, erschienen, erschien, geschrieben, "
        "publiziert, wurden, wurde, sind, ist, stammen, stammt, datieren, datiert, herausgekommen, kamen heraus",
        told="was wurde berichtet, was wurde gemeldet, was wurde veroffentlicht, was wurde geschrieben, was stand in "
        "den artikeln, was gab es neues, was berichten die artikel",
        happened="was geschah, was ist passiert, was passierte, was ist geschehen",
        numbers="zwei/beiden drei vier funf sechs sieben acht neun zehn"),
    "nl": _words(
        leads="in op uit van de het jaar maand gedateerd", bare="in op",
        since="sinds, sedert, vanaf, niet ouder dan", after="na, nieuwer dan, later dan, jonger dan",
        before="voor, ouder dan, eerder dan", until="tot en met, tot", between="tussen, van", to="en, tot en met, tot",
        relative="vandaag=d0, gisteren=d-1, eergisteren=d-2, deze week=w0, vorige week=w-1, afgelopen week=w-1, deze "
        "maand=m0, vorige maand=m-1, afgelopen maand=m-1, dit jaar=y0, vorig jaar=y-1, afgelopen jaar=y-1",
        past="de laatste, de afgelopen, laatste, afgelopen",
        units="dag/dagen week/weken maand/maanden jaar/jaren",
        published="zijn gepubliceerd, is gepubliceerd, werden gepubliceerd, gepubliceerd, zijn verschenen, "
        "verschenen, verscheen, geschreven, zijn uitgekomen, uitgekomen, zijn er, zijn, is, werden, werd, dateren, "
        "dateert, stammen",
        told="wat werd gemeld, wat werd er gemeld, wat is er gemeld, wat werd bericht, wat werd er bericht, wat werd "
        "er gepubliceerd, wat is er gepubliceerd, wat stond in de artikelen, wat was het nieuws",
        happened="wat gebeurde, wat gebeurde er, wat is er gebeurd",
        numbers="twee drie vier vijf zes zeven acht negen tien"),
    "fr": _words(
        leads="en du de d dans le la l au a des annee mois date datant", bare="en au dans a",
        since="depuis le, depuis l, depuis, a partir du, a partir de, pas plus anciens que",
        after="apres le, apres, plus recents que, posterieurs a, posterieurs au",
        before="avant le, avant l, avant, plus anciens que, anterieurs a, anterieurs au, plus vieux que",
        until="jusqu au, jusqu en, jusqu a", between="entre le, entre, du, de", to="et le, et, au, a",
        relative="aujourd hui=d0, hier=d-1, avant hier=d-2, cette semaine=w0, la semaine derniere=w-1, la semaine "
        "passee=w-1, semaine derniere=w-1, ce mois ci=m0, ce mois=m0, le mois dernier=m-1, mois dernier=m-1, le mois "
        "passe=m-1, cette annee=y0, l annee derniere=y-1, annee derniere=y-1, l an dernier=y-1, an dernier=y-1, l "
        "annee passee=y-1, l an passe=y-1",
        past="les, ces, des", units="jour/jours semaine/semaines mois annee/annees/an/ans",
        published="ont ete publies, a ete publie, sont publies, publies, publie, ont paru, sont parus, parus, paru, "
        "sont sortis, ont ete ecrits, ecrits, datent, date, datant, dates, sont, est, etaient, proviennent",
        told="qu est ce qui a ete publie, qu est ce qui a ete rapporte, qu a t on rapporte, que rapportent les "
        "articles, que disaient les articles, qu a t on publie, quelles sont les nouvelles",
        happened="que s est il passe, qu est ce qui s est passe, qu est il arrive",
        numbers="deux trois quatre cinq six sept huit neuf dix"),
    "es": _words(
        leads="en de del el la los ano mes desde fecha fechados", bare="en",
        since="desde el, desde, a partir del, a partir de", after="despues del, despues de, mas recientes que, tras",
        before="antes del, antes de, mas antiguos que, anteriores a", until="hasta el, hasta",
        between="entre el, entre, del, de", to="y el, y, al, a, hasta el, hasta",
        relative="hoy=d0, ayer=d-1, anteayer=d-2, esta semana=w0, la semana pasada=w-1, semana pasada=w-1, este "
        "mes=m0, el mes pasado=m-1, mes pasado=m-1, este ano=y0, el ano pasado=y-1, ano pasado=y-1",
        past="los ultimos, las ultimas, ultimos, ultimas", units="dia/dias semana/semanas mes/meses ano/anos",
        published="se publicaron, fueron publicados, publicados, se han publicado, han sido publicados, aparecieron, "
        "salieron, escritos, son, es, datan, hay",
        told="que se publico, que se informo, que se dijo", happened="que paso, que ocurrio, que sucedio",
        numbers="dos tres cuatro cinco seis siete ocho nueve diez"),
    "it": _words(
        leads="in di del dell dello nel nell il l la lo anno mese a ad datati", bare="in nel a ad",
        since="dal, dall, da, a partire dal", after="dopo il, dopo, piu recenti di, successivi al",
        before="prima del, prima di, piu vecchi di, precedenti al", until="fino al, fino a",
        between="tra il, tra, fra il, fra, dal", to="e il, e, al, a",
        relative="oggi=d0, ieri=d-1, questa settimana=w0, la settimana scorsa=w-1, la scorsa settimana=w-1, settimana "
        "scorsa=w-1, questo mese=m0, il mese scorso=m-1, mese scorso=m-1, quest anno=y0, l anno scorso=y-1, anno "
        "scorso=y-1", past="gli ultimi, le ultime, ultimi, ultime",
        units="giorno/giorni settimana/settimane mese/mesi anno/anni",
        published="sono stati pubblicati, e stato pubblicato, pubblicati, pubblicato, sono usciti, usciti, apparsi, "
        "scritti, sono, risalgono", told="che cosa e stato pubblicato, cosa e stato riportato",
        happened="che cosa e successo, cosa e successo, che e successo",
        numbers="due tre quattro cinque sei sette otto nove dieci"),
    "pt": _words(
        leads="em de do da no na o a ano mes datados", bare="em no na",
        since="desde o, desde, a partir de", after="depois de, apos, mais recentes do que",
        before="antes de, mais antigos do que, mais antigos que, anteriores a", until="ate o, ate ao, ate",
        between="entre o, entre, de", to="e o, e, a, ate",
        relative="hoje=d0, ontem=d-1, anteontem=d-2, esta semana=w0, a semana passada=w-1, semana passada=w-1, este "
        "mes=m0, o mes passado=m-1, mes passado=m-1, este ano=y0, o ano passado=y-1, ano passado=y-1",
        past="os ultimos, as ultimas, nos ultimos, nas ultimas, ultimos, ultimas",
        units="dia/dias semana/semanas mes/meses ano/anos",
        published="foram publicados, foi publicado, publicados, sairam, apareceram, escritos, sao, datam",
        told="o que foi publicado, o que foi noticiado", happened="o que aconteceu, que aconteceu, o que se passou",
        numbers="dois/duas tres quatro cinco seis sete oito nove dez"),
}
