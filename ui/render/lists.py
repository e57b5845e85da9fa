"""The lists of the page: conversations, articles, what an upload came to, what one can filter by."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import PurePath

from rag.library import ConversationSummary
from rag.types import ArticleSummary, IngestReport
from ui.render.escape import attributes, escape, icon
from ui.render.origin import origin, title_of
from ui.render.told import told_html
from ui.texts import Texts

__all__ = ["articles_html", "choices_html", "conversations_html", "report_html"]


def conversations_html(kept: Sequence[ConversationSummary], texts: Texts) -> str:
    """Returns the kept conversations as a list of buttons, each with a menu of its own."""
    if not kept:
        return f'<li class="none">{escape(texts.say("no_conversations"))}</li>'
    return "".join(_conversation(item, texts) for item in kept)


def articles_html(shown: Sequence[ArticleSummary], total: int, kept: Mapping[str, ArticleSummary], texts: Texts) -> str:
    """Returns the rows of the library's table.

    Args:
        shown: The articles that fit the filter, as many as are shown.
        total: How many fit it.
        kept: All articles by id, to name the one that another is nearly the same as.
        texts: The reader's language.
    """
    if not shown:
        return f'<tr><td colspan="7" class="none">{escape(texts.say("no_articles"))}</td></tr>'
    rows = "".join(_row(item, kept, texts) for item in shown)
    if total > len(shown):
        rows += f'<tr><td colspan="7" class="none">{escape(texts.say("more_articles", n=total - len(shown)))}</td></tr>'
    return rows


def report_html(report: IngestReport, texts: Texts) -> str:
    """Returns what an ingest did, with a line for each file or record that could not be read."""
    counts = (("added", len(report.added)), ("changed", len(report.changed)), ("removed", len(report.removed)),
              ("unchanged", report.unchanged))
    done = ", ".join(texts.say(f"report_{name}", n=count) for name, count in counts if count)
    failures = "".join(
        f'<li class="failed"><strong dir="auto">{escape(PurePath(item.source).name)}</strong> '
        f"{told_html(item.reason.rstrip('.') + '.', texts)} {told_html(item.remedy, texts)}</li>"
        for item in report.failed)
    told = f'<p class="done">{escape(done)}</p>' if done else ""
    return f"{told}<ul>{failures}</ul>" if failures else told or f"<p>{escape(texts.say('report_nothing'))}</p>"


def choices_html(values: Sequence[tuple[str, str]], chosen: Collection[str]) -> str:
    """Returns options of a select, from pairs of value and words."""
    return "".join(f"<option{attributes(value=value, selected=value in chosen)}>{escape(words)}</option>"
                   for value, words in values)


def _conversation(item: ConversationSummary, texts: Texts) -> str:
    title = item.title or texts.say("untitled")
    when = texts.short_day(datetime.fromisoformat(item.updated).date())
    carried = attributes(data_conversation=item.conversation_id)
    tools = "".join(
        f'<button type="button" data-do="{name}">{escape(texts.say(name))}</button>'
        for name in ("rename", "export_markdown", "export_json", "delete"))
    label = escape(texts.say("conversation_menu", title=title))
    return (f'<li{carried}><button type="button" class="open"><span class="name" dir="auto">{escape(title)}</span>'
            f'<small><time{attributes(datetime=item.updated)}>{escape(when)}</time> · '
            f'{escape(texts.say("turns", n=item.turns))}</small></button>'
            f'<details class="menu"><summary aria-label="{label}">{icon("more")}</summary>'
            f"<div>{tools}</div></details></li>")


def _near(duplicate_of: str, kept: Mapping[str, ArticleSummary], texts: Texts) -> str:
    """Returns which article one is nearly the same as: their titles are mostly the same too, their files are not."""
    other = kept.get(duplicate_of)
    if other is None:
        return texts.say("duplicate_of", title=duplicate_of)
    where = PurePath(other.path).name if other.path else origin(other, texts)
    return texts.say("duplicate_named", title=title_of(other), where=where or other.article_id)


def _row(item: ArticleSummary, kept: Mapping[str, ArticleSummary], texts: Texts) -> str:
    title = title_of(item)
    picked = attributes(value=item.article_id, aria_label=texts.say("select_article", title=title))
    opens = attributes(data_article=item.article_id, data_version=item.version, data_language=item.language)
    near = _near(item.duplicate_of, kept, texts) if item.duplicate_of else ""
    note = f'<small class="state">{escape(near)}</small>' if near else ""
    added = texts.short_day(datetime.fromisoformat(item.added).date()) if item.added else ""
    cells = ((item.outlet or "—", "outlet"), (texts.short_day(item.date) if item.date else "—", "date"),
             (texts.language_name(item.language) or "—", "language"), (str(item.passages), "passages"),
             (added, "added"))
    rest = "".join(f'<td{attributes(data_label=texts.say(f"column_{name}"), class_="blank" if words == "—" else None)}>'
                   f"{escape(words)}</td>"
                   for words, name in cells)
    return (f'<tr><td class="pick"><input type="checkbox"{picked}></td>'
            f'<td class="name"><button type="button" class="title" dir="auto"{opens}>'
            f"{escape(title)}</button>{note}</td>{rest}</tr>")
