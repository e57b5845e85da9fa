"""Who did it to whom: names that change places, in seven languages, beside true sentences in other words."""

from __future__ import annotations

import time

import pytest

from rag.check.numbers import Source
from rag.check.roles import check_roles


def passes(claim: str, language: str, quote: str, told: str) -> bool:
    return check_roles(claim, language, [Source(quote, told)]).passed


SUED = {
    "en": "Delta sued Orion.", "de": "Delta verklagte Orion.", "nl": "Delta klaagde Orion aan.",
    "fr": "Delta a poursuivi Orion.", "es": "Delta denunció a Orion.", "it": "Delta ha denunciato Orion.",
    "pt": "Delta processou Orion.",
}
TURNED = {
    "en": "Orion sued Delta.", "de": "Orion verklagte Delta.", "nl": "Orion klaagde Delta aan.",
    "fr": "Orion a poursuivi Delta.", "es": "Orion denunció a Delta.", "it": "Orion ha denunciato Delta.",
    "pt": "Orion processou Delta.",
}
SUFFERED = {
    "en": "Orion was sued by Delta.", "de": "Orion wurde von Delta verklagt.", "nl": "Orion werd door Delta aangeklaagd.",
    "fr": "Orion a été poursuivi par Delta.", "es": "Orion fue denunciado por Delta.",
    "it": "Orion è stata denunciata da Delta.", "pt": "Orion foi processado por Delta.",
}


@pytest.mark.parametrize("told", SUED)
@pytest.mark.parametrize("language", SUED)
def test_who_did_it_is_not_who_suffered_it(language: str, told: str) -> None:
    assert passes(SUED[language], language, SUED[told], told)
    assert not passes(TURNED[language], language, SUED[told], told)


@pytest.mark.parametrize("told", SUFFERED)
@pytest.mark.parametrize("language", SUED)
def test_the_passive_voice_says_it_the_other_way_round(language: str, told: str) -> None:
    assert passes(SUED[language], language, SUFFERED[told], told)
    assert passes(SUFFERED[told], told, SUED[language], language)
    assert not passes(TURNED[language], language, SUFFERED[told], told)
    assert not passes(SUFFERED[told], told, TURNED[language], language)


@pytest.mark.parametrize(("claim", "language", "quote", "told", "expected"), [
    ("Orion is a subsidiary of Delta.", "en", "Orion ist eine Tochter von Delta.", "de", True),
    ("Delta is a subsidiary of Orion.", "en", "Orion ist eine Tochter von Delta.", "de", False),
    ("Delta is the parent of Orion.", "en", "Orion ist eine Tochter von Delta.", "de", True),
    ("Delta is een dochter van Orion.", "nl", "Orion is a subsidiary of Delta.", "en", False),
    ("Orion bought Delta.", "en", "Delta werd door Orion gekocht.", "nl", True),
    ("Delta bought Orion.", "en", "Delta werd door Orion gekocht.", "nl", False),
    ("Delta was sold to Orion.", "en", "Orion kaufte Delta.", "de", True),
    ("Feyenoord beat Ajax.", "en", "Ajax versloeg Feyenoord.", "nl", False),
    ("Feyenoord lost to Ajax.", "en", "Ajax versloeg Feyenoord.", "nl", True),
    ("Ajax besiegte Feyenoord.", "de", "Ajax versloeg Feyenoord.", "nl", True),
    ("Orion owns Delta.", "en", "Delta gehört Orion.", "de", True),
    ("The train runs from Rome to Paris.", "en", "Der Zug fährt von Rom nach Paris.", "de", True),
    ("The train runs from Paris to Rome.", "en", "Der Zug fährt von Rom nach Paris.", "de", False),
    ("Lisa Berg met Omar Haddad.", "en", "Omar Haddad traf Lisa Berg.", "de", True),
    ("Delta and Orion closed.", "en", "Orion und Delta schlossen.", "de", True),
    ("Delta fell while Orion rose.", "en", "Orion stieg, während Delta fiel.", "de", True),
    ("Delta said that Orion owes it money.", "en", "Orion schulde der Firma Geld, sagte Delta.", "de", True),
    ("Delta sued Orion.", "en", "Der Richter gab im Streit von Delta und Orion beiden recht.", "de", True),
    ("Den Konzern Orion verklagte Delta.", "de", "Delta sued Orion.", "en", True),
    ("Belgium's ambassador went to France.", "en", "Der Botschafter Belgiens ging nach Frankreich.", "de", True),
    ("Delta stämde Orion.", "sv", "Orion verklagte Delta.", "de", True),
])
def test_only_what_is_plainly_turned_fails(
    claim: str, language: str, quote: str, told: str, expected: bool
) -> None:
    assert passes(claim, language, quote, told) is expected


def test_one_quote_that_has_it_so_is_enough() -> None:
    quotes = [Source("Orion verklagte Delta.", "de"), Source("Delta verklagte Orion.", "de")]
    assert check_roles("Delta sued Orion.", "en", quotes).passed
    reason = check_roles("Delta sued Orion.", "en", quotes[:1]).reason
    assert "Delta" in reason
    assert "Orion" in reason


@pytest.mark.parametrize(("claim", "language", "quote", "told", "expected"), [
    ("Delta was sold in May.", "en", "Delta, eine Tochter von Orion, wurde im Mai verkauft.", "de", True),
    ("Orion was sold in May.", "en", "Delta, eine Tochter von Orion, wurde im Mai verkauft.", "de", False),
    ("Orion werd in mei verkocht.", "nl", "Delta, a subsidiary of Orion, was sold in May.", "en", False),
    ("Orion a été vendue en mai.", "fr", "Delta, een dochter van Orion, werd in mei verkocht.", "nl", False),
    ("Orion schließt.", "de", "Delta, qui avait poursuivi Orion, ferme ses portes.", "fr", False),
    ("Delta schließt.", "de", "Delta, qui avait poursuivi Orion, ferme ses portes.", "fr", True),
    ("Ann Lee was arrested.", "en", "Ann Lee, wier broer in mei werd gearresteerd, neemt ontslag.", "nl", False),
    ("Ann Lee's brother was arrested.", "en", "Ann Lee, wier broer in mei werd gearresteerd, neemt ontslag.", "nl", True),
    ("The brother of Ann Lee was arrested.", "en", "Ann Lee, deren Bruder verhaftet wurde, tritt zurück.", "de", True),
    ("Ann Lee wurde verhaftet.", "de", "Ann Lee, whose brother was arrested, resigned.", "en", False),
    ("Ann Lee left the office.", "en", "The mayor of Ghent, Ann Lee, left the office.", "en", True),
    ("State Security closed.", "en", "Delta (State Security of Genk) closed.", "en", True),
    ("Orion rose.", "en", "Delta, Orion, and Gamma rose.", "en", True),
])
def test_what_is_told_of_one_is_not_told_of_another_inserted(
    claim: str, language: str, quote: str, told: str, expected: bool
) -> None:
    assert passes(claim, language, quote, told) is expected


@pytest.mark.parametrize("piece", ["Name{} met ", "of Name{} ", "Name{}, a rival of Other{}, ", "- Name{} "])
def test_long_texts_take_linear_time(piece: str) -> None:
    text = "".join(piece.replace("{}", chr(97 + place % 26) * (place % 7 + 1)) for place in range(20_000))
    begun = time.perf_counter()
    passes(text, "en", text, "en")
    assert time.perf_counter() - begun < 4
