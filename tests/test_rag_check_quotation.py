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
