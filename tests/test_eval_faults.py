"""What once made figures wrong without anybody seeing it, each held down by the behaviour that a reader relies on."""

from __future__ import annotations

import itertools
import json
import math
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from eval_archive import PROFILE, HashEmbedder, archive, run

from eval.aggregate import aggregates, curves
from eval.artefacts import read_document
from eval.cache import Cache, Kept, prune
from eval.calibrate import calibrate
from eval.clusters import clusters
from eval.dataset import Case, Dataset, DatasetError, Document, Gold, seeds
from eval.fingerprint import item_key
from eval.gate import Baseline, baseline_of, gate
from eval.metrics.abstention import risk_coverage
from eval.records import AnswerRecord, CitationRecord, EvidenceRecord, RankedPassage, RetrieveRecord, TimingRecord
from eval.retrieve import deep_enough
from eval.run import evaluate
from eval.score import score
from eval.scorer import Mark, Sample
from eval.scores import CaseScore, GoldQuote, MarkValue, MetricFacts, Scores
from eval.standin_model import StandinModel
from rag.errors import UsageError
from rag.settings import Settings
from rag.write.model import ModelInfo


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an unbroken run over the archive; copy it, do not change it."""
    folder = tmp_path_factory.mktemp("runs") / "whole"
    run(folder)
    return folder


@pytest.fixture
def scores(finished: Path) -> Scores:
    return read_document(finished / "scores.json", Scores)


def passage(article: str, at: int = 0) -> RankedPassage:
    return RankedPassage(article, 1, at, at + 1, 1.0)


# Keys and data


def test_two_cases_that_ask_the_same_have_results_of_their_own() -> None:
    case = archive().cases[0]
    assert item_key("answer", ("base",), case) != item_key("answer", ("base",), replace(case, id="other"))
    assert item_key("answer", ("base",), case) == item_key("answer", ("base",), replace(case, answers=("other",)))


@pytest.mark.parametrize("correct", [-1, 2])
def test_the_right_option_is_one_of_the_options(correct: int) -> None:
    case = replace(archive().cases[0], options=("one", "two"), correct=correct)
    with pytest.raises(DatasetError, match="'correct'"):
        Dataset("mine", "test", archive().documents, (case,))


def test_calibration_refuses_the_test_set_whatever_split_it_is_said_to_be_of(tmp_path: Path) -> None:
    test = seeds()
    question = replace(archive().cases[0], question=test.cases[0].question.upper())
    text = Document("copy", None, test.documents[0].text, "de")
    asks = Dataset("asks", "calibration", archive().documents, (question,))
    reads = Dataset("reads", "calibration", (*archive().documents, text), archive().cases)
    for dataset in (asks, reads, replace(test, split="calibration")):
        with pytest.raises(UsageError, match="test set 'seeds'"):
            calibrate([dataset], tmp_path, embedding=HashEmbedder(), settings=Settings())


# The gate


def marked(scores: Scores, value: float, *, dataset: str, metric: str, system: str) -> Scores:
    """Returns the scores with every mark of one metric under one system in one data set set to a value."""
    cases = tuple(replace(case, marks=tuple(
        replace(mark, value=value) if (case.dataset, mark.metric, mark.system) == (dataset, metric, system) else mark
        for mark in case.marks)) for case in scores.cases)
    return replace(scores, cases=cases)


def twice(scores: Scores) -> Scores:
    """Returns a run over two data sets that hold the same questions."""
    other = tuple(replace(case, dataset="other") for case in scores.cases)
    return replace(scores, cases=(*scores.cases, *other))


@pytest.mark.parametrize("dataset", ["archive", "other"])
@pytest.mark.parametrize("system", ["fused", "dense"])
def test_a_fall_in_one_data_set_is_not_levelled_out_by_another(dataset: str, system: str, scores: Scores) -> None:
    both = twice(scores)
    report = gate(marked(both, 0.0, dataset=dataset, metric="mrr", system=system), baseline_of(both))
    assert [(item.dataset, item.metric, item.system) for item in report.regressions] == [(dataset, "mrr", system)]


def test_a_metric_that_a_run_has_no_more_is_a_regression(scores: Scores) -> None:
    without = replace(scores, cases=tuple(replace(case, marks=tuple(
        mark for mark in case.marks if (mark.metric, mark.system) != ("quote_hit", "quotes"))) for case in scores.cases))
    (found,) = gate(without, baseline_of(scores)).regressions
    assert (found.metric, found.system) == ("quote_hit", "quotes")
    assert "no longer measured" in found.says
    dropped = replace(scores, metrics={name: facts for name, facts in scores.metrics.items() if name != "quote_hit"})
    assert {item.metric for item in gate(dropped, baseline_of(scores)).regressions} == {"quote_hit"}


def test_a_fall_counts_where_one_cluster_allows_no_interval(scores: Scores) -> None:
    baseline: Baseline = baseline_of(scores)
    together = replace(baseline, clusters=dict.fromkeys(baseline.clusters, "one"))
    report = gate(marked(scores, 0.9, dataset="archive", metric="mrr", system="fused"), together)
    assert [(item.metric, item.says) for item in report.regressions] == [("mrr", "changed by -0.100 in one cluster")]
    assert gate(scores, together).ok


# Areas and abstention


@pytest.mark.parametrize("count", range(1, 8))
def test_the_best_area_is_that_of_the_best_order(count: int) -> None:
    sure = np.arange(count, 0, -1, dtype=np.float64)
    for wrong in range(count + 1):
        flags = [True] * wrong + [False] * (count - wrong)
        orders = {tuple(order) for order in itertools.permutations(flags)}
        found = [risk_coverage(sure, np.array(order, dtype=np.bool_)) for order in orders]
        assert {item.best_aurc for item in found} == {found[0].best_aurc}
        assert found[0].best_aurc == pytest.approx(min(item.aurc for item in found))


def scored(name: str, answerable: bool | None, status: str, confidence: float, *, cites: int | None = None,
           evidence: int | None = None) -> CaseScore:
    """A question whose gold quote, where it has one, begins at 0; unanswerable ones with gold have false premises."""
    places = [] if cites is None else [CitationRecord(1, "a", 1, cites, cites + 9, "x" * 9)]
    held = [] if evidence is None else [EvidenceRecord(1, "a", evidence, evidence + 9, "x" * 9, 1.0)]
    answer = AnswerRecord(name, "d", name, "quotes", status=status, citations=tuple(places), evidence=tuple(held),  # type: ignore[arg-type]
                          confidence=confidence, threshold=0.0)
    gold = (GoldQuote("a", 0, 9, "x" * 9),) if cites is not None or evidence is not None else ()
    return CaseScore("d", name, f"{name}?", "en", "fact", answerable, "en-en", name, (), ("a",), gold, (), (), None,
                     (), {}, {"quotes": answer})


def test_risk_is_of_the_answers_that_false_answer_counts() -> None:
    cases = [scored("right", True, "answered", 5, cites=0), scored("corrected", False, "answered", 4, cites=0),
             scored("beside", False, "answered", 3, cites=50), scored("false", False, "answered", 2),
             scored("refused", False, "not_in_sources", -1, evidence=0),
             scored("unknown", None, "answered", 9)]
    (curve,) = curves(cases)
    assert [point.risk for point in curve.points] == [0, 0, pytest.approx(1 / 3, abs=1e-6), 0.5, 0.4]
    assert curve.operating is not None
    assert (curve.operating.coverage, curve.operating.risk) == (0.8, 0.5)
    area = {item.metric: item for item in aggregates(cases, 0)}["aurc"]
    assert area.value == curve.aurc == pytest.approx((1 / 3 + 0.5 + 0.4) / 5, abs=1e-6)
    assert area.scored == 5


# Clusters


def asked(name: str, *quotes: int, follows: str | None = None, article: str = "a") -> Case:
    return Case(name, f"{name}?", "en", "fact", True, ("x",), (article,),
                tuple(Gold(article, at, at + 9, "x" * 9) for at in quotes), follows=follows)


def test_one_question_in_several_languages_is_one_cluster() -> None:
    found = clusters([asked("de", 0, 20), asked("en", 20, 0), asked("en-2", 20), asked("nl"), asked("nl-2")])
    assert found == {"de": "de", "en": "de", "en-2": "en-2", "nl": "nl", "nl-2": "nl-2"}


def test_a_chain_is_one_cluster_with_all_that_rests_on_its_quotes() -> None:
    cases = [asked("b", 0), asked("b-2", 20, follows="b"), asked("a", 20), asked("c", 40)]
    assert clusters(cases) == clusters(cases[::-1]) == {"a": "a", "b": "a", "b-2": "a", "c": "c"}


def test_where_there_are_many_articles_each_is_a_cluster() -> None:
    cases = [asked(f"q{at}", at, article=f"article-{at % 20}") for at in range(40)]
    assert set(clusters(cases).values()) == {f"article-{at}" for at in range(20)}
    assert clusters([Case("none", "?", "en", "off_corpus", False), *cases])["none"] == "none"


def test_the_seeds_intervals_know_that_questions_repeat_across_languages() -> None:
    found = clusters(seeds().cases)
    answerable = [case for case in seeds().cases if case.answerable]
    assert len({found[case.id] for case in answerable}) < len(answerable) / 2


# Rankings


def test_a_ranking_goes_on_until_it_holds_ten_articles() -> None:
    corpus = [passage(f"article-{at // 30}", at) for at in range(900)]
    calls: list[int] = []

    def search(k: int) -> tuple[RankedPassage, ...]:
        calls.append(k)
        return tuple(corpus[:k])

    found = deep_enough(search, search(20), 20)
    assert calls == [20, 40, 80, 160, 320]
    assert len({item.article_id for item in found}) == 10
    assert found == tuple(corpus[:271]), "it ends with the tenth article"
    few = corpus[:45]
    assert deep_enough(lambda k: tuple(few[:k]), tuple(few[:20]), 20) == tuple(few), "the corpus ends"
    short = [passage(f"article-{at}") for at in range(50)]
    assert deep_enough(search, tuple(short[:20]), 20) == tuple(short[:20]), "deep enough at once"
    endless = [passage("one", at) for at in range(5000)]
    assert len(deep_enough(lambda k: tuple(endless[:k]), tuple(endless[:20]), 20)) == 1000


def test_a_run_of_little_depth_ranks_all_articles_for_the_figures_of_articles(tmp_path: Path) -> None:
    found = evaluate(replace(PROFILE, writers=(), depth=1), folder=tmp_path / "shallow", datasets=[archive()],
                     embedding=HashEmbedder(), settings=Settings())
    ranked = {item.article_id for item in found.cases[0].rankings["dense"]}
    assert ranked == {"mill", "bridge", "harbour"}


# What is missing


class Broken:
    """A scorer of somebody's that divides by nothing."""

    metrics = (MetricFacts("ratio", "answers", "higher", "a ratio"),)

    def score(self, sample: Sample) -> Iterator[Mark]:
        yield Mark("ratio", "quotes", {"mill-1": math.nan, "mill-2": math.inf, "off-1": -math.inf}.get(sample.case.id, 1.0))


def copy_of(finished: Path, target: Path) -> Path:
    shutil.copytree(finished, target)
    return target


def test_what_is_no_number_is_unscored(finished: Path, tmp_path: Path) -> None:
    found = score(copy_of(finished, tmp_path / "run"), scorers=[Broken()])
    ratio = found.aggregate("ratio", "quotes")
    assert ratio is not None
    assert (ratio.value, ratio.scored, ratio.unscored) == (1.0, 5, 3)
    assert found.unscored == {"the scorer gave no finite number": 3}
    assert MarkValue("ratio", "quotes", None, "the scorer gave no finite number") in found.cases[0].marks + tuple(
        mark for case in found.cases for mark in case.marks)


def test_a_planned_item_without_a_record_is_counted(finished: Path, tmp_path: Path, scores: Scores) -> None:
    folder = copy_of(finished, tmp_path / "run")
    for name, gone in (("answer", '"case":"mill-1"'), ("retrieve", '"case":"mill-2"')):
        lines = (folder / f"{name}.jsonl").read_text().splitlines(keepends=True)
        (folder / f"{name}.jsonl").write_text("".join(line for line in lines if gone not in line))
    found = score(folder)
    assert found.unscored["no result"] > 0
    for metric, system in (("quote_hit", "quotes"), ("false_refusal", "honest"), ("mrr", "fused")):
        before, now = scores.aggregate(metric, system), found.aggregate(metric, system)
        assert before is not None
        assert now is not None
        assert (now.scored, now.unscored) == (before.scored - 1, before.unscored + 1), metric


class Ready(StandinModel):
    """The honest stand-in, under the name of a model that may fail."""

    def __init__(self) -> None:
        super().__init__("honest")

    @property
    def info(self) -> ModelInfo:
        return ModelInfo("shaky", 7.0, 4096, (), "shaky-1")


def test_what_failed_is_tried_again_by_a_run_that_is_gone_on_with(tmp_path: Path) -> None:
    chosen = replace(PROFILE, writers=("model",), questions=3)

    def made(name: str, seconds: float, *, resume: bool = False) -> Scores:
        return evaluate(replace(chosen, seconds=seconds), folder=tmp_path / name / "run", datasets=[archive()],
                        embedding=HashEmbedder(), settings=Settings(), model=Ready(), resume=resume)

    assert made("failed", 1e-6).unscored["TimeLimit"] > 0
    resumed, whole = made("failed", 30.0, resume=True), made("whole", 30.0)
    assert "TimeLimit" not in resumed.unscored
    assert resumed.cases == whole.cases
    assert (tmp_path / "failed/run/scores.json").read_bytes() == (tmp_path / "whole/run/scores.json").read_bytes()


# The cache


def test_a_cache_is_bounded_and_what_was_longest_not_used_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path, RetrieveRecord, fresh=False)
    for at in range(6):
        cache.put(f"k{at}", Kept(RetrieveRecord(f"k{at}", "d", "c"), TimingRecord(f"k{at}", "d", "c", "retrieve", None, {})))
        os.utime(tmp_path / f"k{at}.json", (at, at))
    size = (tmp_path / "k0.json").stat().st_size
    assert cache.get("k0") is not None, "what is used is young again"
    prune(tmp_path, 3 * size)
    assert sorted(path.stem for path in tmp_path.glob("*.json")) == ["k0", "k4", "k5"]
    prune(tmp_path, 3 * size)
    assert len(list(tmp_path.glob("*.json"))) == 3
    prune(tmp_path / "absent")


def test_the_plan_of_a_run_names_every_item(finished: Path) -> None:
    planned = json.loads((finished / "planned.json").read_text())
    keys = {json.loads(line)["key"] for name in ("answer", "retrieve")
            for line in (finished / f"{name}.jsonl").read_text().splitlines()}
    assert {item["key"] for item in planned} == keys
    assert {item["writer"] for item in planned} >= {None, "quotes", "obedient/article"}
