"""The library's shelf: listed, filled by uploads and folders, weeded."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from rag.errors import NewsciteError, UsageError
from rag.types import ArticleSummary, IngestReport
from ui.endpoints.payload import Payload, Reply, text, texts, texts_of
from ui.render import articles_html, choices_html, error_html, notice_html, report_html
from ui.uploads import Uploads

if TYPE_CHECKING:
    from rag import Assistant
    from rag.ingest import IngestProgress

__all__ = ["Shelf"]

_ROWS = 300


class Shelf:
    """The page's view of the articles.

    Args:
        assistant: Open while the page is served.
        uploads: Where files from the page are kept.
    """

    def __init__(self, assistant: Assistant, uploads: Uploads) -> None:
        self._assistant = assistant
        self._uploads = uploads

    async def articles(self, payload: dict[str, Any]) -> Reply:
        """Returns the table's rows, the newest first, and what the library can be narrowed to."""
        kept = await asyncio.to_thread(self._assistant.library.list)
        fitting = [item for item in reversed(kept) if _fits(item, payload)]
        words = texts_of(payload)
        by_id = {item.article_id: item for item in kept}
        outlets = sorted({item.outlet for item in kept if item.outlet}, key=str.casefold)
        languages = sorted({item.language for item in kept if item.language})
        return {
            "rows": articles_html(fitting[:_ROWS], len(fitting), by_id, words), "count": len(kept),
            "outlets": choices_html([(name, name) for name in outlets], ()),
            "languages": choices_html([(code, words.language_name(code)) for code in languages], ()),
        }

    async def remove(self, payload: dict[str, Any]) -> Reply:
        """Removes articles, and the copies of those that had been uploaded."""
        removed = await asyncio.to_thread(self._assistant.library.remove, list(texts(payload, "articles")))
        for summary in removed:
            self._uploads.forget(summary.path)
        return {"removed": len(removed)}

    async def add(self, payload: dict[str, Any]) -> Reply:
        """Takes an uploaded file into the library; returns what became of it."""
        words = texts_of(payload)
        kept = self._uploads.keep(Path(text(payload, "path")), text(payload, "name"))
        report = await self._assistant.aingest([kept.path])
        if report.failed and not (report.added or report.changed or report.unchanged):
            self._uploads.forget(str(kept.path))
            return {"html": report_html(report, words), "failed": True}
        beside = words.say("name_taken", name=kept.taken, kept=kept.path.name) if kept.taken else ""
        told = report_html(report, words) + (notice_html(beside) if beside else "")
        return {"html": told, "failed": bool(report.failed)}

    async def sync(self, payload: dict[str, Any]) -> AsyncIterator[dict[str, Any]]:
        """Brings the library in step with a folder; yields how far it is, then what it did."""
        words = texts_of(payload)
        try:
            async for step in self._synced(_folder(text(payload, "folder"))):
                if isinstance(step, IngestReport):
                    yield {"html": report_html(step, words), "failed": bool(step.failed)}
                else:
                    name = PurePath(step.source).name
                    yield {"note": words.say("reading_files", done=step.done, total=step.total, name=name)}
        except NewsciteError as error:
            yield {"error": error_html(error, words)}

    async def _synced(self, folder: Path) -> AsyncIterator[IngestProgress | IngestReport]:
        steps: asyncio.Queue[IngestProgress | None] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def tell(progress: IngestProgress | None) -> None:
            loop.call_soon_threadsafe(steps.put_nowait, progress)

        running = asyncio.create_task(self._assistant.aingest([folder], sync=True, progress=tell))
        running.add_done_callback(lambda _: steps.put_nowait(None))
        while (step := await steps.get()) is not None:
            yield step
        yield await running


def _folder(typed: str) -> Path:
    folder = Path(typed.strip()).expanduser()
    if not folder.is_absolute() or not folder.is_dir():
        raise UsageError(f"{typed.strip()!r} is not a folder on this machine.", "Give its whole path, from the root.")
    return folder


def _fits(item: ArticleSummary, payload: Payload) -> bool:
    wanted = text(payload, "find", "").casefold().split()
    said = " ".join(filter(None, (item.title, item.outlet, item.article_id))).casefold()
    outlet, language = text(payload, "outlet", ""), text(payload, "article_language", "")
    return (all(word in said for word in wanted) and outlet in ("", item.outlet) and language in ("", item.language))
