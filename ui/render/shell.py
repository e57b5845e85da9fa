"""The page before anything is asked: its frame, in the reader's language."""

from __future__ import annotations

import json
from importlib.resources import files
from string import Template

from rag.check.rates import measured_rates
from ui.render.escape import attributes, escape
from ui.render.limits import limits_html
from ui.texts import Texts

__all__ = ["shell_html"]


def shell_html(texts: Texts, *, answer_languages: tuple[str, ...], k: int, max_file_mb: int, local: bool = True,
               account: bool = False) -> str:
    """Returns the whole document, with the interface's words for what the page's own code says.

    Args:
        texts: The reader's language.
        answer_languages: Codes that an answer can be fixed to.
        k: How many passages are read where the reader chooses no other number.
        max_file_mb: Largest file that can be uploaded, in MiB.
        local: Whether the reader sits at this machine, and can name folders of it.
        account: Whether there is a log-in to end.
    """
    words = {key: escape(value) for key, value in texts.words.items()}
    languages = "".join(f"<option{attributes(value=code)}>{escape(texts.language_name(code))}</option>"
                        for code in answer_languages)
    frame = (files("ui.page") / "page.html").read_text("utf-8")
    return Template(frame).substitute(
        words, language=escape(texts.language), k=str(k), mb=str(max_file_mb), answer_languages=languages,
        folders=attributes(hidden=not local), leaving=attributes(hidden=not account),
        limits_table=limits_html(measured_rates(), texts),
        # Plain text in an attribute: the browser's own code may show it, as text alone.
        words=_quoted(json.dumps(dict(texts.words), ensure_ascii=False)),
    )


def _quoted(document: str) -> str:
    return document.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
