"""The mutation set: what its rules make is false, the same each time, and what refuses it is counted right."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from eval.dataset import DatasetError
from eval.mutation import belebele_claims, measure, mutants, paraphrase_claims, quick_sample
from eval.mutation.figures import values_in
from eval.mutation.known import are_known
from eval.mutation.measure import evidence_of
from eval.mutation.model import Chance, Change, Mutant, TrueClaim
from eval.mutation.pairs import RULES
from eval.mutation.rates import wilson
from eval.mutation.report import report_document, report_markdown, shown_outcomes
from eval.mutation.similarity import DiskSimilarity
from rag.check import CheckResult, Similarity, Verified, verify
from rag.cli import main
from rag.types import EmbeddingIdentity, EvidenceSentence, Vectors
from rag.write.model import Draft

FOLDER = os.environ.get("NEWSCITE_BELEBELE")


def claim(text: str, language: str = "en", quote: str = "Etwas ganz anderes.", evidence_language: str = "de",
          others: tuple[str, ...] = ("Noch ein Satz.",)) -> TrueClaim:
    return TrueClaim("c", "paraphrases", "d", "test", text, language, (quote, *others), evidence_language)


def changed(rule: str, made_of: TrueClaim) -> Change | None:
    (found,) = [item for item in RULES if item.name == rule]
    return found.make(made_of, Chance("test"))


@pytest.mark.parametrize(("rule", "language", "text", "false"), [
    ("scale changed", "en", "It cost 9.1 billion euros.", "It cost 9.1 million euros."),
    ("scale changed", "de", "Es kostete 9,1 Milliarden Euro.", "Es kostete 9,1 Millionen Euro."),
    ("scale changed", "nl", "Het kostte 9,1 miljard euro.", "Het kostte 9,1 miljoen euro."),
    ("scale changed", "es", "Costó 27 millones de euros.", "Costó 27 mil euros."),
    ("scale dropped", "fr", "Cela coûte 740 millions d'euros.", "Cela coûte 740 euros."),
    ("unit changed", "de", "Er wog 12 kg.", "Er wog 12 Pfund."),
    ("unit changed", "en", "It cost 180 million dollars.", "It cost 180 million euros."),
    ("percent for points", "de", "Sie sank um 4 Prozentpunkte.", "Sie sank um 4 Prozent."),
    ("approximation changed", "en", "It has nearly tripled.", "It has more than tripled."),
    ("approximation changed", "de", "Es sind mindestens 40 Boote.", "Es sind höchstens 40 Boote."),
    ("direction turned", "de", "Die Aktie stieg um 12 Prozent.", "Die Aktie sank um 12 Prozent."),
    ("direction turned", "en", "Rents rose again.", "Rents fell again."),
    ("ordinal changed", "de", "Es war die dritte Rettung.", "Es war die fünfte Rettung."),
    ("values swapped", "en", "It grew from 7 hours to 26 days.", "It grew from 26 hours to 7 days."),
    ("digits swapped", "en", "It has 62 branches.", "It has 26 branches."),
    ("negation added", "en", "The bridge was closed.", "The bridge was not closed."),
    ("negation added", "de", "Das ist ein Fehler.", "Das ist kein Fehler."),
    ("negation added", "fr", "Le pont est fermé.", "Le pont n'est pas fermé."),
    ("negation added", "es", "El puente se ha cerrado.", "El puente no se ha cerrado."),
    ("negation removed", "en", "The agency has not yet agreed.", "The agency has already agreed."),
    ("negation removed", "de", "Die Linie wird nicht gebaut.", "Die Linie wird gebaut."),
    ("negation removed", "fr", "Il n'a pas payé.", "Il a payé."),
    ("denial turned", "en", "She denies the report.", "She confirms the report."),
    ("possible made certain", "de", "Das Werk könnte schließen.", "Das Werk wird schließen."),
    ("possible made certain", "en", "He allegedly stole it.", "He demonstrably stole it."),
    ("planned made done", "en", "It plans to build a plant.", "It has already begun to build a plant."),
    ("attribution dropped", "en", "According to the city, it is shut.", "It is shut."),
    ("attribution dropped", "en", "The union said that it is over.", "It is a proven fact that it is over."),
    ("attribution dropped", "de", "Laut der Polizei wurden drei verletzt.", "Tatsächlich wurden drei verletzt."),
    ("attribution dropped", "de", "Sie sagte, das Tier werde leben.", "Das Tier wird leben."),
    ("attribution dropped", "fr", "Selon la ville, le pont est fermé.", "Le pont est fermé."),
])
def test_a_rule_makes_a_claim_false(rule: str, language: str, text: str, false: str) -> None:
    made = changed(rule, claim(text, language))
    assert made is not None
    assert made.text == false


@pytest.mark.parametrize(("rule", "language", "text"), [
    ("number near", "en", "It happened on 9 November 2016, in 2015 and in the 16th century, 3-1 at 10:30."),
    ("number near", "de", "Am 14. März 2023 und im 16. Jahrhundert, auf der A380, vom 5. bis 19. August."),
    ("values swapped", "en", "Between 20 and 30 boats came."),
    ("negation removed", "en", "It was not only late."),
    ("quantity turned", "en", "It was the most violent storm at all."),
    ("direction turned", "en", "It is no longer there."),
    ("month changed", "en", "They may march."),
    ("unit changed", "en", "The euros are gone."),
    ("names swapped", "en", "Latvia, Estonia and Finland agreed."),
    ("planned made done", "en", "It is late."),
    ("attribution dropped", "en", "It is shut."),
])
def test_a_rule_leaves_alone_what_it_cannot_make_false(rule: str, language: str, text: str) -> None:
    assert changed(rule, claim(text, language, quote=text)) is None


def test_a_place_gives_way_to_one_that_the_evidence_does_not_name() -> None:
    made_of = claim("The fair in Vienna draws visitors from Poland.", quote="Die Messe in Wien zieht Gäste aus Polen an.")
    city, country = changed("city replaced", made_of), changed("country replaced", made_of)
    assert city is not None
    assert "Vienna" not in city.text
    assert "Poland" in city.text
    assert country is not None
    assert "Vienna" in country.text
    assert "Poland" not in country.text


def test_the_names_of_a_neighbour_are_put_in_the_language_of_the_claim() -> None:
    made_of = claim("Anna Berg was seen.", quote="Anna Berg wurde gesehen.", others=("Sie fuhr dann nach Köln weiter.",))
    assert changed("name taken from a neighbour", made_of) == Change("Cologne was seen.")


def test_a_moved_attribution_names_another_source() -> None:
    made = changed("attribution moved", claim("According to the mayor, it is shut."))
    assert made is not None
    assert made.text.endswith(", it is shut.")
    assert "mayor" not in made.text


def test_citations_are_changed_and_not_the_words() -> None:
    made_of = claim("It is shut.")
    nothing = changed("citation of nothing", made_of)
    beside = changed("citation of nothing beside a true one", made_of)
    other = changed("citation of another sentence", made_of)
    assert nothing is not None
    assert nothing.markers == nothing.wrong
    assert nothing.markers[0] > 2
    assert beside is not None
    assert beside.markers[0] == 1
    assert beside.wrong == beside.markers[1:]
    assert other == Change("It is shut.", (2,), (2,))


def test_an_altered_quote_keeps_its_marks_and_an_invented_one_stands_before_the_full_stop() -> None:
    made_of = claim('He said: "We will never sell the mill".', quote='He said: "We will never sell the mill".',
                    evidence_language="en")
    altered, invented = changed("quote altered", made_of), changed("quote invented", claim("It is shut."))
    assert altered is not None
    assert altered.text.count('"') == 2
    assert len(altered.text.split()) == len(made_of.text.split()) + 1
    assert invented is not None
    assert invented.text.startswith("It is shut, which critics called ")
    assert invented.text.endswith(('".', "”."))


def test_no_mutant_is_its_claim_or_its_evidence() -> None:
    for mutant in mutants(paraphrase_claims()):
        if not mutant.change.wrong:
            assert mutant.change.text not in (mutant.claim.text, *mutant.claim.evidence)
            assert mutant.change.markers == (1,)


def test_a_changed_number_is_not_one_of_the_evidence() -> None:
    rules = {"number near", "number far", "digits swapped", "factor of ten", "percentage changed",
             "number word changed"}
    found = [mutant for mutant in mutants(paraphrase_claims()) if mutant.mutation in rules]
    assert len(found) > 300
    for mutant in found:
        before = values_in([mutant.claim.text], mutant.claim.language)
        new = values_in([mutant.change.text], mutant.claim.language) - before
        assert len(new) == 1, mutant
        assert not new & values_in([mutant.claim.quote], mutant.claim.evidence_language), mutant


def test_the_set_is_the_same_each_time_and_whatever_else_is_in_it() -> None:
    claims = paraphrase_claims()
    assert mutants(claims, seed=1) == mutants(claims, seed=1)
    assert mutants(claims, seed=1) != mutants(claims, seed=2)
    few = {(item.claim.id, item.mutation): item.change for item in mutants(claims[:40], rules=RULES[3:])}
    all_of_them = {(item.claim.id, item.mutation): item.change for item in mutants(claims)}
    assert few.items() <= all_of_them.items()
    assert {item.mutation for item in mutants(claims, most=3)} == {item.mutation for item in mutants(claims)}


def test_the_paraphrases_are_enough_in_every_language_and_half() -> None:
    claims = paraphrase_claims()
    assert len(claims) >= 150
    assert len({item.document for item in claims}) == 25
    assert len({item.id for item in claims}) == len(claims)
    for split in ("test", "calibration"):
        half = [item for item in claims if item.split == split]
        assert len(half) > 60
        assert {item.language for item in half} == {item.evidence_language for item in half} == {
            "en", "de", "nl", "fr", "es"}
    documents = {split: {item.document for item in claims if item.split == split} for split in ("test", "calibration")}
    assert not documents["test"] & documents["calibration"]


def test_the_quick_sample_has_every_mutation_that_the_paraphrases_allow() -> None:
    sample = quick_sample()
    assert 50 <= len(sample) <= 90
    assert {item.claim.source for item in sample} == {"paraphrases"}
    assert {item.group for item in sample} == {rule.group for rule in RULES}


def write_corpora(folder: Path, german: Sequence[str], english: Sequence[str]) -> Path:
    for language, texts in (("de", german), ("en", english)):
        (folder / f"corpus_{language}.jsonl").write_text(
            "".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    return folder


def test_sentences_are_aligned_where_count_and_length_agree(tmp_path: Path) -> None:
    folder = write_corpora(tmp_path, [
        "Der Hafen wurde im Mai geschlossen. Die Stadt will ihn bald wieder öffnen. Warum ist das denn eigentlich so?",
        "Der Hafen wurde im Mai geschlossen. Die Stadt will ihn bald wieder öffnen.",
    ], [
        "The harbour was closed in May. The city wants to open it again soon. Why should this be like that?",
        "The harbour was closed in May, and the city wants to open it again soon.",
    ])
    found = belebele_claims(folder)
    assert [(item.pair, item.text) for item in found] == [
        ("de>en", "The harbour was closed in May."), ("en>de", "Der Hafen wurde im Mai geschlossen."),
        ("de>en", "The city wants to open it again soon."), ("en>de", "Die Stadt will ihn bald wieder öffnen.")]
    assert found[0].evidence[0] == "Der Hafen wurde im Mai geschlossen."
    assert len(found[0].evidence) == 3
    assert len({item.split for item in found}) == 1


def test_a_corpus_that_is_missing_or_of_another_length_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"corpus_de\.jsonl cannot be read"):
        belebele_claims(tmp_path)
    with pytest.raises(DatasetError, match="1 and 2 passages"):
        belebele_claims(write_corpora(tmp_path, ["A."], ["A.", "B."]))


@pytest.mark.skipif(not FOLDER, reason="NEWSCITE_BELEBELE does not say where Belebele is")
def test_the_set_that_is_reported_has_two_thousand_pairs() -> None:
    claims = [item for item in (*paraphrase_claims(), *belebele_claims(Path(FOLDER or ""))) if item.split == "test"]
    assert len(claims) > 1000
    found = mutants(claims, most=100)
    assert len(found) >= 2000
    assert {item.mutation for item in found} == {rule.name for rule in RULES}


class Judge:
    """Stands in for the checks: refuses the texts it is told to, by the checks it is told of."""

    def __init__(self, refused: dict[str, tuple[str, ...]]) -> None:
        self._refused = refused

    def __call__(self, draft: Draft, evidence: Sequence[EvidenceSentence], language: str, *, question: str = "",
                 similarity: Similarity | None = None) -> Verified:
        markers = tuple(number for number in draft.markers if number <= len(evidence))
        if not markers:
            return Verified("dropped", (), draft.text, "no source")
        failed = self._refused.get(draft.text, ())
        if failed:
            checks = (CheckResult("language", True), *(CheckResult(name, False, "so") for name in failed))
            return Verified("quoted", markers, evidence[0].quote, "so", draft.text, checks)
        if draft.text == evidence[markers[0] - 1].quote:
            return Verified("quoted", markers, draft.text)
        return Verified("supported", markers, draft.text)


def mutant(made_of: TrueClaim, mutation: str, change: Change) -> Mutant:
    return Mutant(made_of, mutation, "numbers", change)


def test_what_is_refused_is_counted_once_and_for_each_check() -> None:
    made_of = claim("Seven boats came.")
    false = [mutant(made_of, "a", Change(text)) for text in ("Eight boats came.", "Nine boats came.", "Ten boats came.")]
    judge = Judge({"Eight boats came.": ("numbers", "meaning"), "Nine boats came.": ("meaning",)})
    report = measure([made_of], false, check=judge)
    (rate,) = [item for item in report.caught if item.part == "all"]
    assert (rate.name, rate.count, rate.refused, rate.share) == ("a", 3, 2, pytest.approx(2 / 3, abs=1e-6))
    assert rate.by_check == {"meaning": 2, "numbers": 1}
    assert (rate.low, rate.high) == wilson(2, 3)
    assert [(item.name, item.part, item.count, item.refused) for item in report.alarms] == [
        ("all", "all", 1, 0), ("paraphrases", "all", 1, 0), ("paraphrases", "de>en", 1, 0)]
    assert (report.claims, report.pairs, report.meaning) == (1, 3, False)


def test_a_false_alarm_is_a_true_claim_refused_with_a_reason() -> None:
    refused, quote = claim("Seven boats came."), claim("Sieben Boote kamen.", "de", "Sieben Boote kamen.")
    report = measure([refused, quote], [], check=Judge({"Seven boats came.": ("names",)}))
    overall = report.alarms[0]
    assert (overall.count, overall.refused, overall.by_check) == (2, 1, {"names": 1})
    assert [item.refused for item in report.outcomes] == [True, False]


def test_a_figure_that_shares_the_next_ones_scale_is_left_alone() -> None:
    assert changed("scale added", claim("Either 10 or 20 million people came.")) is None
    assert changed("scale added", claim("Some 10 people came, and 20 million stayed.")) is not None


@pytest.mark.parametrize(("true", "false", "known"), [
    ("The ship left Antwerp on Monday.", "The ship left Hamburg on Monday.", True),
    ("The ship left New Zealand on Monday.", "The ship left South Africa on Monday.", True),
    ("Signe Brandt left on Monday.", "Ole Vinther left on Monday.", False),
    ("The ship left Antwerp on Monday.", "The ship left Oudesluiswerf on Monday.", False),
])
def test_names_are_known_where_both_have_a_known_form(true: str, false: str, known: bool) -> None:
    assert are_known(true, false) is known


def test_a_pair_is_told_apart_only_where_its_true_claim_passes() -> None:
    passes, alarms = claim("Seven boats came."), replace(claim("Six boats came."), id="other")
    judge = Judge({"Six boats came.": ("names",), "Ten boats came.": ("numbers",)})
    report = measure([passes, alarms], [mutant(passes, "a", Change("Nine boats came.")),
                                        mutant(alarms, "a", Change("Ten boats came."))], check=judge)
    assert [(item.count, item.refused) for item in report.caught_by_group if item.part == "all"] == [(2, 1)]
    assert [(item.count, item.refused) for item in report.told_apart if item.part == "all"] == [(1, 0)]


def test_a_wrong_citation_is_caught_where_it_is_not_shown() -> None:
    made_of = claim("Seven boats came.")
    report = measure([], [
        mutant(made_of, "nothing", Change(made_of.text, (9,), (9,))),
        mutant(made_of, "beside", Change(made_of.text, (1, 9), (9,))),
        mutant(made_of, "another", Change(made_of.text, (2,), (2,))),
    ], check=Judge({}))
    assert {item.name: item.refused for item in report.caught if item.part == "all"} == {
        "nothing": 1, "beside": 1, "another": 0}
    assert {item.name: dict(item.by_check) for item in report.caught if item.part == "all"} == {
        "nothing": {"markers": 1}, "beside": {"markers": 1}, "another": {}}


def test_the_evidence_is_a_passage_whose_slices_are_the_quotes() -> None:
    for made_of in paraphrase_claims()[:20]:
        evidence = evidence_of(made_of)
        assert [item.number for item in evidence] == [1, 2, 3, 4]
        assert evidence[0].quote == made_of.quote
        for item in evidence:
            assert item.passage.text[item.start : item.end] == item.quote


def test_the_interval_is_wilsons() -> None:
    assert wilson(10, 100) == (pytest.approx(0.0552, abs=1e-4), pytest.approx(0.1744, abs=1e-4))
    assert wilson(0, 10)[0] == 0.0
    assert wilson(10, 10)[1] == 1.0


class CountingEmbedder:
    """Encodes a text as its length and number of vowels, and counts what it was asked."""

    def __init__(self) -> None:
        self.encoded: list[str] = []

    @property
    def identity(self) -> EmbeddingIdentity:
        return EmbeddingIdentity("counting", "1", 2, "")

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.encoded += texts
        rows = np.array([[len(text), sum(letter in "aeiou" for letter in text)] for text in texts], dtype=np.float32)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        raise AssertionError("sentences are compared as passages")


def test_a_sentence_is_encoded_once_for_all_measurements(tmp_path: Path) -> None:
    first, second = CountingEmbedder(), CountingEmbedder()
    with DiskSimilarity(first, tmp_path) as similarity:
        found = similarity("a boat", ["a boat", "xyz", "a ship"])
        assert found == pytest.approx(1.0)
        similarity("xyz", ["a ship"])
    assert first.encoded == ["a boat", "xyz", "a ship"]
    with DiskSimilarity(second, tmp_path) as similarity:
        assert similarity("a boat", ["a boat", "a ship"]) == pytest.approx(found)
    assert second.encoded == []
    next(tmp_path.iterdir()).write_bytes(b"damaged")
    with DiskSimilarity(second, tmp_path) as similarity:
        similarity("a boat", ["a ship"])
    assert second.encoded == ["a boat", "a ship"]


def test_the_report_says_what_was_missed_and_of_which_half() -> None:
    made_of = claim("Seven boats came.")
    report = measure([made_of], [mutant(made_of, "a", Change("Ten boats came."))],
                     check=Judge({"Seven boats came.": ("names",)}))
    text, shown = report_markdown(report, "test"), shown_outcomes(report, 1)
    assert "1 pairs over 1 true claims, test split, without the meaning check" in text
    assert "| a " in text
    assert "## false alarms (1)" in shown
    assert "## missed: a (1)" in shown
    assert "Ten boats came." in shown
    document = report_document(report, "test", 0)
    assert document["split"] == "test"
    assert document["outcomes"] == []
    assert json.loads(json.dumps(document))["caught"][0]["share"] == 0.0


def test_the_command_prints_the_figures_of_the_test_half(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.delenv("NEWSCITE_BELEBELE", raising=False)
    assert main(["--json", "--home", str(tmp_path), "eval", "mutations", "--without-meaning", "--most", "2",
                 "--write", str(tmp_path / "out")]) == 0
    printed = capsys.readouterr()
    document = json.loads(printed.out)
    assert "only the paraphrases" in printed.err
    assert document["split"] == "test"
    assert document["meaning"] is False
    assert document["pairs"] > 50
    assert json.loads((tmp_path / "out" / "mutations.json").read_text(encoding="utf-8")) == document
    assert (tmp_path / "out" / "mutations.md").read_text(encoding="utf-8").startswith("# Mutations\n\n")


def test_an_invented_citation_is_always_caught() -> None:
    found = [item for item in mutants(paraphrase_claims()) if item.mutation.startswith("citation of nothing")]
    report = measure([], found, check=verify)
    assert len(found) > 300
    assert {item.share for item in report.caught} == {1.0}
