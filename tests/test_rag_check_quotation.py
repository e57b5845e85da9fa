"""What stands in quote marks was said."""

from __future__ import annotations

import pytest

from rag.check.numbers import Source
from rag.check.quotation import check_quotation

ENGLISH = Source("The mayor said: “We will not pay a cent for this bridge.”", "en")
GERMAN = Source("Die Bürgermeisterin sagte: „Wir zahlen keinen Cent für diese Brücke.“", "de")


@pytest.mark.parametrize(("claim", "language", "source"), [
    ("The mayor said: \"We will not pay a cent for this bridge.\"", "en", ENGLISH),
    ("The mayor “will not pay a cent”, she said.", "en", Source("The mayor will not pay a cent.", "en")),
    ("The mayor said: “We are not paying a cent for this bridge.”", "en", GERMAN),
    ("Die Bürgermeisterin sagte: »Wir zahlen keinen Cent für diese Brücke.«", "de", ENGLISH),
    ("The mayor's bridge isn't paid for.", "en", ENGLISH),
    ("It's the mayors' bridge, and they don't pay.", "en", ENGLISH),
])
def test_words_that_were_said_may_be_quoted(claim: str, language: str, source: Source) -> None:
    assert check_quotation(claim, language, [source]).passed


@pytest.mark.parametrize(("claim", "language", "source"), [
    ("The mayor said: “We will gladly pay for this bridge.”", "en", ENGLISH),
    ("The mayor said: ‘We will gladly pay for this bridge.’", "en", ENGLISH),
    ("The bridge is “a disgrace for the whole town”.", "en", Source("Die Brücke ist marode.", "de")),
    ("The mayor: “We pay.” And: “We are not paying a cent for this bridge, not now and not ever.”", "en", GERMAN),
])
def test_invented_quotations_fail(claim: str, language: str, source: Source) -> None:
    result = check_quotation(claim, language, [source])
    assert not result.passed
    assert "does not say" in result.reason


@pytest.mark.parametrize("mark", ["“", '"', "'", "„a ", "«", "‘a"])
def test_unclosed_marks_take_linear_time(mark: str) -> None:
    assert check_quotation(mark * 20_000, "en", [ENGLISH]).name == "quotation"


@pytest.mark.parametrize(("claim", "language", "quote", "told", "passes"), [
    ("The mayor calls it a “scandal”.", "en", "Die Bürgermeisterin nennt es einen „Skandal“.", "de", True),
    ("The mayor calls it a “triumph”.", "en", "Die Bürgermeisterin nennt es einen „Skandal“.", "de", False),
    ("De burgemeester noemt het een ‘schandaal’.", "nl", "Die Bürgermeisterin nennt es einen „Erfolg“.", "de", False),
    ("Sie las die „Ilias“.", "de", "She read the Iliad.", "en", True),
    ("Le maire parle d'une « catastrophe ».", "fr", "De burgemeester spreekt van een ‘catastrofe’.", "nl", True),
    ("She said she was “not guilty at all”.", "en", "Sie sei „ganz und gar schuldig“, sagte sie.", "de", False),
    ("She said she was “not guilty at all”.", "en", "Sie sei „überhaupt nicht schuldig“, sagte sie.", "de", True),
])
def test_a_quoted_word_is_the_source_s_word_and_a_no_stays_one(
    claim: str, language: str, quote: str, told: str, passes: bool
) -> None:
    assert check_quotation(claim, language, [Source(quote, told)]).passed is passes
