"""Whatever stands in an article or a claim, the checks come to a verdict: a text that one of them broke on would take
the whole answer with it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rag.check.quantities import quantities

LANGUAGES = ("en", "de", "nl", "fr", "es", "it", "pt")
PIECES = ("4:41", ".30", "1", "12", "100", "007", "1.2.3", "3,5", "1 000", "2018", "'90", "s", "-", "–", "/", ":", ".",
          ",", "%", "€", "$", "½", "²", "٣", "④", "Mio.", "Mrd", "million", "dozen", "am", "p.m.", "Uhr", "uur", "IV",
          "th", "km", "°C", "Mai", "half", "anderthalb", "zwei", "drie", "tig", "to", "bis", "x", "(", ")", "G", "no.")


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(("", " "))), min_size=1, max_size=9),
       st.sampled_from(LANGUAGES))
def test_numbers_are_read_out_of_any_text(pieces: list[tuple[str, str]], language: str) -> None:
    text = "".join(piece + gap for piece, gap in pieces)

    found = quantities(text, language)

    assert all(item.value == item.value for item in found), text  # no NaN: it would equal nothing, itself included


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_time_run_to_the_hundredth_breaks_nothing(language: str) -> None:
    assert quantities("She finished in 4:41.30, 2:11.60 minutes slower.", language)
