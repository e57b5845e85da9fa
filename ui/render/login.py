"""The page for who has not logged in."""

from __future__ import annotations

from importlib.resources import files
from string import Template

from ui.render.escape import escape
from ui.texts import Texts

__all__ = ["login_html"]


def login_html(texts: Texts) -> str:
    """Returns the whole document of the log-in."""
    words = {key: escape(value) for key, value in texts.words.items()}
    frame = (files("ui.page") / "login.html").read_text("utf-8")
    return Template(frame).substitute(words, language=escape(texts.language))
