"""Two sentences held against each other by the numbers check, each as the claim and as the source."""

from __future__ import annotations

from rag.check.numbers import Source, check_numbers

__all__ = ["assert_agree", "assert_differ"]


def assert_agree(language: str, other: str, one: str, two: str) -> None:
    """Neither sentence states a number that the other does not."""
    assert check_numbers(one, language, [Source(two, other)]).reason == ""
    assert check_numbers(two, other, [Source(one, language)]).reason == ""


def assert_differ(language: str, other: str, one: str, two: str) -> None:
    """Each sentence states a number that the other does not."""
    assert not check_numbers(one, language, [Source(two, other)]).passed
    assert not check_numbers(two, other, [Source(one, language)]).passed
