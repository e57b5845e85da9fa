"""What a check says of a claim."""

from __future__ import annotations

from dataclasses import dataclass

from rag.types import Verdict

__all__ = ["CheckResult", "Verified"]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The outcome of one check.

    Attributes:
        name: The check: "markup", "orders", "language", "quotation", "numbers", "names", "substance", "assent",
            "echo", "polarity", "change", "modality", "attribution", "roles", "reason", "extent",
            "happening", "meaning" or "entailment".
        passed: False only where the check found a fault; what a check cannot judge, it passes.
        reason: The fault in one line, naming what is wrong; "" where passed.
    """

    name: str
    passed: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """A draft after its checks: what may be shown of it.

    Attributes:
        markers: Numbers of the evidence that the shown text rests on; empty only where `dropped`.
        text: What to show: the draft, or where `quoted` the quote of ``markers[0]``. What was written, where `dropped`.
        reason: Why it is not `supported`; None for supported drafts and for drafts that are the quote itself.
        draft: What the model had written, where that is not shown; else None.
        checks: In the order in which they ran; empty where no check was needed.
    """

    verdict: Verdict
    markers: tuple[int, ...]
    text: str
    reason: str | None = None
    draft: str | None = None
    checks: tuple[CheckResult, ...] = ()
