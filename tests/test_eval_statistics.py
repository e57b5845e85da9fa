"""Intervals and tests: what is known in closed form, and what no order of questions may change."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.aggregate import verdict
from eval.scores import Comparison
from eval.statistics import Stratum, Value, difference, gap_interval, holm, mean_interval, set_interval


def values(numbers: list[float], per_cluster: int = 1) -> list[Value]:
    return [Value(f"q{at:04d}", f"c{at // per_cluster:04d}", number) for at, number in enumerate(numbers)]


def test_an_interval_of_independent_values_is_that_of_the_normal_distribution() -> None:
    numbers = np.random.default_rng(3).normal(5, 2, 900)
    found = mean_interval(values([float(number) for number in numbers]), "x")
    error = 1.96 * numbers.std() / 30
    assert found.value == pytest.approx(numbers.mean(), abs=1e-6)
    assert (found.low, found.high) == (pytest.approx(numbers.mean() - error, abs=0.02),
                                       pytest.approx(numbers.mean() + error, abs=0.02))


def test_questions_that_hang_together_make_an_interval_wider() -> None:
    numbers = [float(at // 10 % 2) for at in range(400)]
    alone, together = mean_interval(values(numbers), "x"), mean_interval(values(numbers, 10), "x")
    assert alone.value == together.value == 0.5
    assert (alone.clusters, together.clusters) == (400, 40)
    assert alone.low is not None
    assert together.low is not None
    assert 0.5 - together.low > 2.5 * (0.5 - alone.low)


def test_one_cluster_has_no_interval() -> None:
    found = mean_interval(values([1.0, 0.0], 2), "x")
    assert (found.value, found.low, found.high) == (0.5, None, None)


def test_a_share_without_variation_has_the_interval_of_clopper_and_pearson() -> None:
    none, every = (mean_interval(values([number] * 20, 2), "x", share=True) for number in (0.0, 1.0))
    assert (none.value, none.low, none.high) == (0.0, 0.0, pytest.approx(0.3085, abs=1e-4))
    assert (every.value, every.low, every.high) == (1.0, pytest.approx(0.6915, abs=1e-4), 1.0)
    assert mean_interval(values([0.0] * 20), "x").high == 0.0, "a count of tokens is no share"


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 5)), min_size=2, max_size=30), st.randoms())
def test_permuting_questions_changes_nothing(pairs: list[tuple[float, int]], chance: random.Random) -> None:
    ours = [Value(f"q{at}", f"c{cluster}", number) for at, (number, cluster) in enumerate(pairs)]
    other = [Value(item.id, item.cluster, 1 - item.value) for item in ours]
    mixed = [*ours]
    chance.shuffle(mixed)
    assert mean_interval(ours, "x") == mean_interval(mixed, "x")
    assert difference(ours, other, "x") == difference(mixed, other, "x")


def test_few_clusters_are_tested_exactly() -> None:
    """Six clusters that all gain: only all signs kept or all flipped reach the sum, 2 of 64."""
    told = difference(values([1.0] * 6), values([0.5] * 6), "x")
    assert told is not None
    assert told.value == 0.5
    assert told.p == 2 / 64
    assert told.is_told


def test_many_clusters_are_told_apart_where_they_differ_and_not_where_they_do_not() -> None:
    chance = np.random.default_rng(5)
    a = values([float(number) for number in chance.normal(0, 1, 300)])
    level = [Value(item.id, item.cluster, item.value + float(noise))
             for item, noise in zip(a, chance.normal(0, 0.5, 300), strict=True)]
    above = [Value(item.id, item.cluster, item.value + 0.3) for item in level]
    same, more = difference(a, level, "x"), difference(above, a, "x")
    assert same is not None
    assert more is not None
    assert not same.is_told
    assert same.p > 0.05
    assert more.is_told
    assert more.p == pytest.approx(1 / 10_001, abs=1e-6)


def test_p_values_of_systems_that_are_alike_are_spread_evenly() -> None:
    found: list[float] = []
    for seed in range(200):
        chance = np.random.default_rng(seed)
        told = difference(values([float(x) for x in chance.normal(size=11)]), values([0.0] * 11), f"{seed}")
        assert told is not None
        found.append(told.p)
    assert 0.02 <= np.mean(np.array(found) < 0.05) <= 0.09


def test_only_shared_questions_are_compared() -> None:
    told = difference([Value("a", "a", 1.0), Value("b", "b", 1.0)], [Value("b", "b", 0.0), Value("c", "c", 9.0)], "x")
    assert told is not None
    assert told.value == 1.0
    assert difference([Value("a", "a", 1.0)], [Value("b", "b", 1.0)], "x") is None


def test_holm_adjusts_for_looking_often() -> None:
    assert holm([0.01, 0.04, 0.03]) == [0.03, 0.06, 0.06]
    assert holm([0.9, 0.8]) == [1.0, 1.0]
    assert holm([]) == []


def test_a_gap_is_a_difference_of_means_with_an_interval() -> None:
    found = gap_interval([Stratum(tuple(values([1.0, 1.0, 0.0, 1.0])), tuple(values([0.0, 1.0, 0.0, 0.0])))], "x")
    assert found.value == 0.5
    assert found.low is not None
    assert found.high is not None
    assert found.low < 0.5 < found.high


def test_a_gap_is_told_within_article_languages_and_not_between_them() -> None:
    """Another language costs 0.1 wherever it is asked; that articles in one language are harder is no cost of it."""
    easy = Stratum(tuple(values([0.9] * 18)), tuple(values([0.8] * 2)))
    hard = Stratum(tuple(values([0.3] * 2)), tuple(values([0.2] * 18)))
    found = gap_interval([easy, hard], "x")
    assert found.value == pytest.approx(0.1)
    assert (found.low, found.high) == (pytest.approx(0.1), pytest.approx(0.1))
    uneven = gap_interval([Stratum(easy.same, tuple(values([0.9] * 2))), hard], "x")
    assert uneven.value == pytest.approx(0.1 * 18 / 20), "a stratum counts by the questions asked across"


def test_a_figure_of_a_set_that_is_not_defined_has_no_interval() -> None:
    assert set_interval(values([0.0, 0.0]), lambda rows: None, "x") is None
    found = set_interval(values([0.0] * 9), lambda rows: float(rows.mean()), "x")
    assert found is not None
    assert found.value == 4.0


def test_a_verdict_says_in_words_what_cannot_be_told_apart() -> None:
    item = Comparison("d", "mrr", "fused", "dense", 0.02, -0.01, 0.05, 0.3, 0.3, 9, 9, None, "")
    assert verdict(item, 0.3, "higher").verdict == "fused and dense cannot be told apart (+0.020 [-0.010, +0.050], p 0.300)"
    better = Comparison("d", "mrr", "fused", "dense", 0.02, 0.01, 0.05, 0.01, 0.01, 9, 9, None, "")
    assert verdict(better, 0.01, "higher").winner == "fused"
    assert verdict(better, 0.01, "lower").winner == "dense"
    assert verdict(better, 0.2, "higher").winner is None
