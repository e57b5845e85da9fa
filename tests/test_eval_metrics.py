"""Every metric against cases worked out by hand, against the reference libraries, and by what must always hold."""

from __future__ import annotations

import math
import random
from dataclasses import replace

import ir_measures
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.attacks import canary
from eval.dataset import Case, Gold
from eval.metrics.abstention import AbstentionScorer, aurc, auroc, risk_coverage
from eval.metrics.answers import AnswerScorer, ChoiceScorer, contains, exact_match, f1
from eval.metrics.chrf import chrf
from eval.metrics.citations import CitationScorer, ClaimScorer, SupportScorer
from eval.metrics.cost import CostScorer
from eval.metrics.places import meet
from eval.metrics.retrieval import EvidenceScorer, RetrievalScorer, article_metrics, quote_metrics
from eval.metrics.robustness import RobustnessScorer
from eval.normalise import normalise, tokens
from eval.records import (
    AnswerRecord,
    ArticleRecord,
    CitationRecord,
    ClaimRecord,
    EvidenceRecord,
    Fault,
    RankedPassage,
    RetrieveRecord,
)
from eval.scorer import Sample, Scorer
from eval.support import support_key
from rag.types import Span

TEXT = "Alpha is one. Beta is two. Gamma is three."
STORED = {"a": ArticleRecord("d", "a", 1, TEXT, "en", (Span(0, 42),)), "b": ArticleRecord("d", "b", 1, TEXT, "de", ())}
CASE = Case("c", "What is alpha?", "en", "fact", True, ("one",), ("a",), (Gold("a", 0, 13, "Alpha is one."),))
NEAR = Case("n", "What is delta?", "en", "near_miss", False)


def cite(number: int = 1, article: str = "a", start: int = 0, end: int = 13, **more: object) -> CitationRecord:
    known = {"version": 1, "quote": TEXT[start:end], "language": "en"} | more
    return CitationRecord(number, article, start=start, end=end, **known)  # type: ignore[arg-type]


def answer(*claims: ClaimRecord, citations: tuple[CitationRecord, ...] = (), **more: object) -> AnswerRecord:
    known = {"status": "answered", "mode": "quotes", "language": "en"} | more
    text = " ".join(f"{claim.text} " + "".join(f"[{number}]" for number in claim.citations) for claim in claims)
    return AnswerRecord("k", "d", "c", "quotes", text=text, claims=claims, citations=citations, **known)  # type: ignore[arg-type]


QUOTED = answer(ClaimRecord("Alpha is one.", "quoted", (1,)), citations=(cite(),))
REFUSED = answer(status="not_in_sources")
BROKEN = AnswerRecord("k", "d", "c", "quotes", fault=Fault("TimeLimit", "too slow"))


def marks(scorer: Scorer, case: Case = CASE, *answers: AnswerRecord, attack: str = "", **more: object
          ) -> dict[str, float | str | None]:
    """Returns metric -> value, or the reason why there is none."""
    written = dict.fromkeys([attack or "quotes"], answers[0]) if answers else {}
    given = Sample("d", case, STORED, answers={} if attack else written, attacks=written if attack else {}, **more)  # type: ignore[arg-type]
    found = list(scorer.score(given))
    assert {mark.metric for mark in found} <= {facts.name for facts in scorer.metrics}
    assert len({(mark.metric, mark.system) for mark in found}) == len(found)
    assert all((mark.value is None) == (mark.reason is not None) for mark in found)
    return {mark.metric: mark.reason if mark.value is None else mark.value for mark in found}


# Rankings


def passages(*articles: str) -> tuple[RankedPassage, ...]:
    return tuple(RankedPassage(name, 1, 0, 13, 1.0 / rank) for rank, name in enumerate(articles, 1))


def test_rankings_by_hand() -> None:
    found = article_metrics(["x", "a", "y", "b"], ["a", "b"])
    ideal = 1 + 1 / math.log2(3)
    assert found["ndcg@10"] == pytest.approx((1 / math.log2(3) + 1 / math.log2(5)) / ideal)
    assert (found["mrr"], found["recall@1"], found["recall@5"], found["recall@10"]) == (0.5, 0.0, 1.0, 1.0)
    assert article_metrics(["x", "y"], ["a"]) == dict.fromkeys(found, 0.0)
    assert article_metrics([], ["a"]) == dict.fromkeys(found, 0.0)
    assert article_metrics([*"0123456789", "a"], ["a"]) == pytest.approx(
        {"ndcg@10": 0, "mrr": 1 / 11, "recall@1": 0, "recall@5": 0, "recall@10": 0})


def test_rankings_agree_with_the_reference_library_over_many_questions_at_once() -> None:
    chance = random.Random(1)
    names = [f"d{number}" for number in range(40)]
    rankings = {str(query): chance.sample(names, 15) for query in range(50)}
    relevant = {query: chance.sample(names, chance.randint(1, 4)) for query in rankings}
    qrels = [ir_measures.Qrel(query, name, 1) for query, found in relevant.items() for name in found]
    run = [ir_measures.ScoredDoc(query, name, 100.0 - rank) for query, found in rankings.items()
           for rank, name in enumerate(found)]
    measures = {"ndcg@10": ir_measures.nDCG @ 10, "mrr": ir_measures.RR, "recall@5": ir_measures.R @ 5}
    theirs = ir_measures.calc_aggregate(measures.values(), qrels, run)
    ours = [article_metrics(rankings[query], relevant[query]) for query in rankings]
    for name, measure in measures.items():
        assert np.mean([item[name] for item in ours]) == pytest.approx(theirs[measure])


@given(st.integers(1, 14), st.permutations(list("abcdefghijklmno")))
def test_a_better_ranking_never_scores_lower(at: int, ranking: list[str]) -> None:
    """A relevant article that changes places with the one above it takes no metric down."""
    relevant = [ranking[at], ranking[-1]]
    better = [*ranking]
    better[at - 1], better[at] = better[at], better[at - 1]
    before, after = article_metrics(ranking, relevant), article_metrics(better, relevant)
    assert all(after[name] >= before[name] - 1e-9 for name in before)


def test_an_article_counts_once_and_a_quote_where_it_is_held() -> None:
    found = (RankedPassage("a", 1, 27, 42, 3), RankedPassage("b", 1, 0, 42, 2), RankedPassage("a", 1, 0, 20, 1))
    gold = (Gold("a", 0, 13, "Alpha is one."), Gold("a", 14, 26, "Beta is two."))
    assert quote_metrics(found, gold) == {"quote_recall@1": 0, "quote_recall@5": 1.0, "quote_recall@10": 1.0,
                                          "quote_mrr": 1 / 3}
    record = RetrieveRecord("k", "d", "c", {"fused": found})
    scored = marks(RetrievalScorer(), CASE, retrieved=record)
    assert (scored["mrr"], scored["recall@1"], scored["quote_mrr"]) == (1.0, 1.0, 1 / 3)


def test_half_of_the_shorter_slice_makes_two_places_one() -> None:
    assert meet(Gold("a", 0, 10, "x"), Gold("a", 5, 30, "x"))
    assert not meet(Gold("a", 0, 10, "x"), Gold("a", 6, 30, "x"))
    assert not meet(Gold("a", 0, 10, "x"), Gold("b", 0, 10, "x"))
    assert not meet(Gold("a", 0, 10, "x"), Gold("a", 10, 20, "x"))


def test_a_search_that_failed_is_unscored_and_one_without_anything_relevant_has_no_marks() -> None:
    failed = RetrieveRecord("k", "d", "c", {}, Fault("QuestionError", "no words"))
    assert set(marks(RetrievalScorer(), CASE, retrieved=failed).values()) == {"QuestionError"}
    assert {mark.system for mark in RetrievalScorer().score(Sample("d", CASE, {}, failed))} == {
        "bm25", "lexical", "dense", "fused"}
    assert marks(RetrievalScorer(), NEAR, retrieved=RetrieveRecord("k", "d", "n", {"fused": passages("a")})) == {}


def test_evidence_counts_the_gold_quotes_that_it_holds() -> None:
    gold = (*CASE.gold, Gold("a", 14, 26, "Beta is two."))
    held = answer(evidence=(EvidenceRecord(1, "a", 0, 13, "Alpha is one.", 1.0),))
    assert marks(EvidenceScorer(), replace(CASE, gold=gold), held) == {"evidence_recall": 0.5, "evidence_hit": 1.0}
    assert marks(EvidenceScorer(), CASE, BROKEN) == {"evidence_recall": "TimeLimit", "evidence_hit": "TimeLimit"}


# Words


@pytest.mark.parametrize(("text", "language", "found"), [
    ("The Mill", "en", ["mill"]), ("Die Mühle", "de", ["muhle"]), ("het Hof", "nl", ["hof"]), ("L'Été", "fr", ["ete"]),
    ("9,1 Milliarden", "de", ["9.1", "milliarden"]), ("9.1 billion", "en", ["9.1", "billion"]),
    ("9,10", "de", ["9.1"]), ("1.500", "de", ["1500"]), ("1,500", "en", ["1500"]), ("1 500", "fr", ["1500"]),
    ("1\u00a0500,25", "fr", ["1500.25"]), ("1.500,25", "de", ["1500.25"]), ("1,500.25", "en", ["1500.25"]),
    ("1’500", "de", ["1500"]), ("1.500.000", "nl", ["1500000"]), ("3.75", "de", ["3.75"]), ("3,75", "en", ["3.75"]),
    ("1.500", "en", ["1.5"]), ("in 2022 500 people", "en", ["in", "2022", "500", "people"]), ("2017.", "en", ["2017"]),
    ("Straße", "de", ["strasse"]), ("Die", "de", ["die"]), ("---", "en", []), ("007", "en", ["7"]), ("0,0", "de", ["0"]),
    ("0.500", "de", ["0.5"]), ("0,500", "en", ["0.5"]), ("0 500", "fr", ["0", "500"]),
    ("-5 Grad", "de", ["-5", "grad"]), ("\u22125,5", "de", ["-5.5"]), ("€-1.500", "de", ["-1500"]), ("-0,0", "de", ["0"]),
    ("3.10.", "de", ["3", "10"]), ("am 3.1.", "de", ["am", "3", "1"]), ("03.10.2025", "en", ["3", "10", "2025"]),
    ("It costs 3.10.", "en", ["it", "costs", "3.1"]), ("\u0663\u0665", "en", ["35"]), ("50%", "de", ["50", "percent"]),
    ("50 Prozent", "de", ["50", "percent"]), ("50 pour cent", "fr", ["50", "percent"]), ("5%-7%", "en",
                                                                                        ["5", "percent", "7", "percent"]),
    ("d'Or", "fr", ["or"]), ("3-5", "en", ["3", "5"]), ("10\u201315", "en", ["10", "15"]), ("COVID-19", "en", ["covid", "19"]),
])
def test_answers_are_made_comparable(text: str, language: str, found: list[str]) -> None:
    assert tokens(text, language) == found


@given(st.text(max_size=200), st.sampled_from(["en", "de", "fr"]))
def test_any_text_can_be_normalised_and_a_normal_form_keeps_its_words(text: str, language: str) -> None:
    once = normalise(text, language)
    assert once == once.casefold()
    assert "  " not in once


def test_agreement_in_words_by_hand() -> None:
    assert exact_match("The old mill.", ["a new mill", "old mill"], "en") == 1.0
    assert exact_match("an old mill burned", ["old mill"], "en") == 0.0
    assert f1("an old mill burned", ["old mill"], "en") == pytest.approx(2 * (2 / 3) * 1 / (2 / 3 + 1))
    assert f1("mill mill", ["mill"], "en") == pytest.approx(2 * 0.5 * 1 / 1.5)
    assert f1("", ["mill"], "en") == f1("boat", ["mill"], "en") == 0.0
    assert contains("It was 9,1 Milliarden Euro.", ["9,10 Milliarden"], "de") == 1.0
    assert contains("It cost 19.1 billion", ["9.1 billion"], "en") == 0.0
    assert contains("anything", ["the"], "en") == 0.0


RISK = ("risk assessment must be made of those who are qualified and expertise in the sector - these are the scientists .",
        "risk assessment has to be undertaken by those who are qualified and expert in that area - that is the scientists .")


@pytest.mark.parametrize(("text", "reference", "beta", "value"), [
    # The first rows are the values in the tests of sacreBLEU 2.
    (*RISK, 3, 63.361730), ("Niemand hat die Absicht", "Niemand hat die Absicht", 3, 100.0), ("aa", "ab", 3, 25.0),
    (" Die    Beziehung zwischen  Obama und Netanjahu ist nicht gerade  freundlich. ",
     "Das Verhältnis zwischen Obama und Netanyahu ist nicht gerade freundschaftlich.", 3, 64.1302698),
    ("Nebo prostě nemají vybavení, které by jim pomohlo, uvedli lékaři.",
     "A někdy nemáme ani potřebný materiál, abychom jim pomohli, popsali lékaři.", 2, 31.22557079),
    ("a", "a", 2, 100.0), ("a b c", "abc", 2, 100.0), ("abcdefg", "hijklmnop", 2, 0.0), ("", "ref", 2, 0.0),
    ("a", "", 2, 0.0),
])
def test_chrf_is_that_of_sacrebleu(text: str, reference: str, beta: float, value: float) -> None:
    assert chrf(text, [reference], beta=beta) == pytest.approx(value, abs=1e-4)


def test_chrf_takes_the_reference_that_suits_best() -> None:
    assert chrf("the mill", ["a harbour", "the mill"]) == 100.0
    assert chrf("the mill", []) == 0.0


def test_answers_are_scored_where_they_speak_the_language_of_the_accepted_ones() -> None:
    assert marks(AnswerScorer(), CASE, QUOTED) == {
        "exact_match": 0.0, "f1": pytest.approx(0.5), "contains": 1.0, "chrf": pytest.approx(chrf("Alpha is one.", ["one"])),
        "language_told": 1.0}
    foreign = answer(QUOTED.claims[0], citations=(cite(article="b", language="de"),), language="nl")
    assert marks(AnswerScorer(), CASE, foreign)["f1"] == "quotes in another language"
    assert marks(AnswerScorer(), CASE, foreign)["language_told"] == 0.0
    assert marks(AnswerScorer(), CASE, REFUSED)["f1"] == "refused"
    assert set(marks(AnswerScorer(), CASE, BROKEN).values()) == {"TimeLimit"}


def test_the_language_of_written_sentences_is_told_or_said_to_be_too_short() -> None:
    written = answer(ClaimRecord("Der Bürgermeister sagt, dass bei dem Brand niemand verletzt wurde.", "supported", (1,)),
                     citations=(cite(),), mode="written")
    assert marks(AnswerScorer(), CASE, written)["answer_language"] == 0.0
    short = answer(ClaimRecord("9,1", "supported", (1,)), citations=(cite(),), mode="written")
    assert marks(AnswerScorer(), CASE, short)["answer_language"] == "too short to tell its language"


def test_choices_are_right_wrong_or_not_made() -> None:
    case = replace(CASE, options=("one", "two"), correct=1)
    assert marks(ChoiceScorer(), case, answer(choice=1)) == {"choice": 1.0}
    assert marks(ChoiceScorer(), case, answer(choice=0)) == {"choice": 0.0}
    assert marks(ChoiceScorer(), case, REFUSED) == {"choice": "no answer to choose by"}
    assert marks(ChoiceScorer(), CASE, answer(choice=0)) == {}


# Citations and claims


def test_right_citations_score_full_marks() -> None:
    assert set(marks(CitationScorer(), CASE, QUOTED).values()) == {1.0}


def test_each_fault_of_a_citation_has_its_metric() -> None:
    claims = (ClaimRecord("Alpha is one.", "quoted", (1,)), ClaimRecord("Beta is two.", "quoted", (2,)))
    off_by_one = answer(*claims, citations=(cite(), cite(2, start=14, end=26, quote="beta is two.")))
    assert marks(CitationScorer(), CASE, off_by_one)["quote_exact"] == 0.5
    assert marks(CitationScorer(), CASE, off_by_one)["citation_valid"] == 1.0
    for wrong in (cite(2, "zzz"), cite(2, start=14, end=999, quote="x"), cite(2, version=7)):
        scored = marks(CitationScorer(), CASE, answer(*claims, citations=(cite(), wrong)))
        assert (scored["citation_valid"], scored["quote_exact"]) == (0.5, 0.5)
    elsewhere = marks(CitationScorer(), CASE, answer(*claims, citations=(cite(), cite(2, "b", 14, 26))))
    assert (elsewhere["citation_precision"], elsewhere["quote_precision"]) == (0.5, 0.5)
    assert (elsewhere["citation_recall"], elsewhere["quote_recall"], elsewhere["quote_hit"]) == (1.0, 1.0, 1.0)
    unmarked = replace(QUOTED, text="Alpha is one.")
    assert marks(CitationScorer(), CASE, unmarked)["markers_valid"] == 0.0
    dangling = answer(ClaimRecord("Alpha is one.", "supported", (1, 9)), citations=(cite(),))
    assert marks(CitationScorer(), CASE, dangling)["markers_valid"] == 0.0
    nothing = marks(CitationScorer(), CASE, answer(ClaimRecord("Alpha is one.", "supported", ())))
    assert (nothing["citation_valid"], nothing["citation_precision"]) == (0.0, "nothing was cited")


def test_a_refusal_recalls_nothing_and_has_no_precision() -> None:
    assert marks(CitationScorer(), CASE, REFUSED) == {
        "citation_recall": 0.0, "quote_recall": 0.0, "quote_hit": 0.0, "citation_precision": "nothing was cited",
        "quote_precision": "nothing was cited"}
    assert set(marks(CitationScorer(), CASE, BROKEN).values()) == {"TimeLimit"}


def test_claims_are_counted_by_verdict() -> None:
    claims = [ClaimRecord("x", verdict, ()) for verdict in ("supported", "quoted", "quoted", "dropped")]  # type: ignore[arg-type]
    assert marks(ClaimScorer(), CASE, answer(*claims)) == {
        "claims_supported": 0.25, "claims_quoted": 0.5, "claims_dropped": 0.25}
    assert marks(ClaimScorer(), CASE, REFUSED) == {}


def test_support_is_scored_where_the_model_was_asked_about_every_claim() -> None:
    written = answer(ClaimRecord("One.", "supported", (1,)), ClaimRecord("Two.", "supported", (1,)), citations=(cite(),))
    keys = [support_key(["Alpha is one."], text) for text in ("One.", "Two.")]
    assert marks(SupportScorer(), CASE, written) == {}
    both = dict(zip(keys, (0.9, 0.1), strict=True))
    assert marks(SupportScorer(), CASE, written, support=both) == {"claims_entailed": 0.5}
    assert marks(SupportScorer(), CASE, written, support={keys[0]: 0.9}) == {
        "claims_entailed": "the cross-encoder was not asked"}


# Abstention


def test_refusals_and_answers_are_judged_by_what_can_be_answered() -> None:
    assert marks(AbstentionScorer(), CASE, QUOTED) == {"false_refusal": 0.0}
    assert marks(AbstentionScorer(), CASE, REFUSED) == {"false_refusal": 1.0}
    assert marks(AbstentionScorer(), NEAR, QUOTED) == {"false_answer": 1.0, "near_miss_refused": 0.0}
    assert marks(AbstentionScorer(), NEAR, REFUSED) == {"false_answer": 0.0, "near_miss_refused": 1.0}
    assert marks(AbstentionScorer(), NEAR, BROKEN) == {"false_answer": "TimeLimit", "near_miss_refused": "TimeLimit"}
    assert marks(AbstentionScorer(), replace(NEAR, answerable=None), QUOTED) == {}
    premise = replace(NEAR, kind="false_premise", relevant_ids=("a",), gold=CASE.gold)
    assert marks(AbstentionScorer(), premise, QUOTED) == {"false_answer": 0.0}
    beside = answer(ClaimRecord("Beta is two.", "quoted", (1,)), citations=(cite(start=14, end=26),))
    assert marks(AbstentionScorer(), premise, beside) == {"false_answer": 1.0}


def test_areas_by_hand() -> None:
    sure = np.array([4.0, 3.0, 2.0, 1.0])
    wrong = np.array([False, True, False, True])
    assert aurc(sure, wrong) == pytest.approx((0 + 1 / 2 + 1 / 3 + 2 / 4) / 4)
    assert auroc(sure, ~wrong) == pytest.approx(3 / 4)
    curve = risk_coverage(sure, wrong)
    assert [(point.coverage, point.risk) for point in curve.points] == [
        (0.25, 0.0), (0.5, 0.5), (0.75, pytest.approx(1 / 3, abs=1e-6)), (1.0, 0.5)]
    assert curve.best_aurc <= curve.aurc
    assert aurc(np.ones(4), wrong) == 0.5
    assert auroc(np.ones(4), ~wrong) == 0.5
    assert auroc(sure, np.ones(4, dtype=bool)) is None


@given(st.lists(st.tuples(st.integers(-3, 3), st.booleans()), min_size=1, max_size=40), st.randoms())
def test_the_order_of_questions_changes_no_area(pairs: list[tuple[int, bool]], chance: random.Random) -> None:
    def areas(items: list[tuple[int, bool]]) -> list[float | None]:
        sure = np.array([float(score) for score, _ in items])
        wrong = np.array([flag for _, flag in items])
        return [aurc(sure, wrong), auroc(sure, ~wrong)]

    mixed = [*pairs]
    chance.shuffle(mixed)
    for ours, theirs in zip(areas(pairs), areas(mixed), strict=True):
        assert ours == pytest.approx(theirs)


# Robustness and cost


def written(text: str, quote: str = "Alpha is one.", verdict: str = "supported") -> AnswerRecord:
    return answer(ClaimRecord(text, verdict, (1,)), citations=(cite(quote=quote),), asked="?")  # type: ignore[arg-type]


def test_what_gets_through_counts_and_what_is_attributed_does_not() -> None:
    inventing = {"attack": "inventing"}
    assert marks(RobustnessScorer(), CASE, written("48151 parcels"), **inventing) == {"invented_shown": 1.0}
    assert marks(RobustnessScorer(), CASE, written("One."), **inventing) == {"invented_shown": 0.0}
    assert marks(RobustnessScorer(), CASE, written("48151", verdict="dropped"), **inventing) == {"invented_shown": 0.0}
    order = f"The mayor of {canary('c')} owns it."
    obeying = {"attack": "obedient/article"}
    assert marks(RobustnessScorer(), CASE, written(order), **obeying) == {"obeyed": 1.0, "order_quoted": 1.0}
    assert marks(RobustnessScorer(), CASE, written(order, quote=order), **obeying) == {"obeyed": 0.0, "order_quoted": 1.0}
    assert marks(RobustnessScorer(), CASE, BROKEN, **obeying) == {"obeyed": "TimeLimit", "order_quoted": "TimeLimit"}


def test_a_question_s_own_order_is_looked_for_in_every_answer() -> None:
    case = replace(CASE, forbidden=("PINEAPPLE",))
    obeyed = replace(written("PINEAPPLE."), asked=None)
    assert marks(RobustnessScorer(), case, obeyed) == {"obeyed": 1.0}
    assert marks(RobustnessScorer(), case, QUOTED) == {"obeyed": 0.0}
    assert marks(RobustnessScorer(), case, obeyed, attack="obedient/own") == {"obeyed": 1.0}


def test_tokens_are_counted_where_a_model_was_asked() -> None:
    assert marks(CostScorer(), CASE, QUOTED) == {}
    asked = replace(QUOTED, model="m", prompt_tokens=600, completion_tokens=50)
    assert marks(CostScorer(), CASE, asked) == {"prompt_tokens": 600.0, "completion_tokens": 50.0}
