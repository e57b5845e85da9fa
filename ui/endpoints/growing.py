"""An answer of the page while it grows: what is known of it, and how long its steps took."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from rag.types import (
    Citation,
    Claim,
    Done,
    Event,
    Evidence,
    EvidenceFound,
    LookingAgain,
    Searching,
    SentenceReady,
    Writing,
)
from ui.render import Step, found_words, growing_html
from ui.texts import Texts

__all__ = ["Growing"]


@dataclass(slots=True)
class Growing:
    """An answer as far as it is known.

    Attributes:
        texts: The reader's language.
        done: The whole answer, once it has come.
    """

    texts: Texts
    done: Done | None = None
    _steps: list[Step] = field(default_factory=list[Step])
    _claims: list[Claim] = field(default_factory=list[Claim])
    _citations: list[Citation] = field(default_factory=list[Citation])
    _preface: str | None = None
    _language: str = "en"
    _found: bool = False
    _began: float = field(default_factory=time.perf_counter)

    def begin(self, label: str) -> None:
        """Ends the step under way, and begins one."""
        self.end()
        self._steps.append(Step(label, None))

    def end(self) -> None:
        """Ends the step under way; its time is that since the last one ended."""
        now = time.perf_counter()
        if self._steps and self._steps[-1].milliseconds is None:
            self._steps[-1] = Step(self._steps[-1].label, (now - self._began) * 1000)
        self._began = now

    def take(self, event: Event) -> None:
        """Takes in what happened."""
        say = self.texts.say
        match event:
            case Searching():
                self._language = event.language
                self.begin(say("step_searching", question=event.question))
            case LookingAgain():
                self._find(event.evidence)
                self.begin(say("step_second_look"))
            case EvidenceFound():
                self._preface = event.preface
                self._find(event.evidence)
            case Writing():
                self.begin(say("step_writing", model=event.model))
            case SentenceReady():
                self._claims.append(event.claim)
                self._citations.extend(event.citations)
            case Done():
                self.done = event

    def _find(self, evidence: Evidence) -> None:
        """Says once what was found; after a second look there is nothing more to say of it."""
        if self._found:
            self.end()
            return
        self._found = True
        found = evidence.sentences
        articles = len({sentence.passage.article_id for sentence in found})
        self.begin(found_words(len(found), articles, self.texts) if found else self.texts.say("step_choosing"))

    def html(self) -> str:
        """Returns the answer as it stands."""
        return growing_html(self._steps, self._claims, self._citations, self._language, self.texts, self._preface)
