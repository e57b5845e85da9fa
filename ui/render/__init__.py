"""The only place that turns text into HTML. Whatever comes from a user, an article or a model is escaped here.

The page puts what these functions return into its document as it is, and makes no HTML of its own.
"""

from ui.render.article import Marks, article_html, translation_html
from ui.render.escape import escape
from ui.render.health import health_html
from ui.render.lists import articles_html, choices_html, conversations_html, report_html
from ui.render.login import login_html
from ui.render.shell import shell_html
from ui.render.sources import passages_html
from ui.render.steps import Step, found_words
from ui.render.turn import (
    KeptTurn,
    answer_html,
    error_html,
    growing_html,
    notice_html,
    question_html,
    retry_html,
    stopped_html,
    turn_html,
)

__all__ = [
    "KeptTurn", "Marks", "Step", "answer_html", "article_html", "articles_html", "choices_html", "conversations_html",
    "error_html", "escape", "found_words", "growing_html", "health_html", "login_html", "notice_html", "passages_html",
    "question_html", "report_html", "retry_html", "shell_html", "stopped_html", "translation_html", "turn_html",
]
