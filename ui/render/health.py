"""How the assistant is, in words: what works, what does not, what to do about it."""

from __future__ import annotations

from rag.models import ModelsReport
from ui.render.escape import escape
from ui.render.told import told_html
from ui.texts import Texts

__all__ = ["health_html"]


def health_html(report: ModelsReport, folder: str | None, articles: int, texts: Texts) -> str:
    """Returns lines on the model's server, what is wrong with it and the remedy, and the library.

    Args:
        report: Of the models.
        folder: Of the library; None for a reader who need not know where it is.
        articles: How many it has.
        texts: The reader's language.
    """
    answers = report.host and report.reachable
    model = f"<p>{escape(texts.say('status_model', host=report.host))}</p>" if answers else ""
    amiss = "".join(told_html(part, texts, "p") for part in (report.problem, report.remedy) if part)
    shelf = (texts.say("status_library", folder=folder, n=articles) if folder is not None
             else texts.say("status_articles", n=articles))
    return f"{model}{amiss}<p>{escape(shelf)}</p>"
