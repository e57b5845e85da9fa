"""How far the checks of written sentences can be trusted, as measured: a table for the settings."""

from __future__ import annotations

from rag.check.rates import CaughtShare, MeasuredRates
from ui.render.escape import escape
from ui.texts import Texts

__all__ = ["limits_html"]


def limits_html(rates: MeasuredRates, texts: Texts) -> str:
    """Returns what the checks catch of each kind of falsehood, the best caught first, and what they refuse of the true.

    Args:
        rates: As measured; a kind for which the texts have no word is left out.
        texts: The reader's language.
    """
    known = [item for item in rates.caught if f"changed_{item.kind}" in texts.words]
    rows = "".join(_row(item, texts) for item in sorted(known, key=lambda item: -item.share))
    refused = escape(texts.say("limits_refused", share=_percent(rates.refused, texts)))
    return (f'<details class="limits"><summary>{escape(texts.say("limits"))}</summary>'
            f'<p>{escape(texts.say("limits_more"))}</p><table>{rows}</table><p>{refused}</p></details>')


def _row(item: CaughtShare, texts: Texts) -> str:
    said = escape(texts.say(f"changed_{item.kind}"))
    return f'<tr><th scope="row">{said}</th><td>{_percent(item.share, texts)}</td></tr>'


def _percent(share: float, texts: Texts) -> str:
    """Never rounded up to all."""
    shown = int(share * 100) if share > 0.99 else round(share * 100)
    return f"{shown} %" if texts.language != "en" else f"{shown}%"
