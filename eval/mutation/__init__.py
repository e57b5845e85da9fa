"""True claims made false in known ways, to measure what the checks catch and what they refuse wrongly.

What is here knows nothing of how the checks work: it calls `rag.check.verify` as the pipeline does.
"""

from eval.mutation.claims import belebele_claims, paraphrase_claims
from eval.mutation.measure import MutationReport, measure
from eval.mutation.model import Change, Mutant, Rule, TrueClaim
from eval.mutation.pairs import mutants, quick_sample
from eval.mutation.report import report_document, report_markdown, shown_outcomes
from eval.mutation.run import MutationPlan, run_mutations

__all__ = [
    "Change", "Mutant", "MutationPlan", "MutationReport", "Rule", "TrueClaim", "belebele_claims", "measure", "mutants",
    "paraphrase_claims", "quick_sample", "report_document", "report_markdown", "run_mutations", "shown_outcomes",
]
