"""The page's server side: Gradio's queue, streams and API, with a frame and code of the page's own before it.

Gradio runs in its server mode: it brings the calls, the queue with its bounds, and the uploads, and the document comes
from `ui.page`. So no inline script or style is needed, and none is allowed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rag.errors import UsageError
from ui.endpoints.chat import Chat
from ui.endpoints.payload import Reply, told
from ui.endpoints.programs import add_endpoints
from ui.endpoints.shelf import Shelf
from ui.endpoints.sources import Sources
from ui.endpoints.status import Health
from ui.endpoints.talks import Talks

if TYPE_CHECKING:
    import gradio as gr

    from rag import Assistant
    from ui.uploads import Uploads

__all__ = ["build"]

_SESSIONS = 64
_AT_ONCE = 4
_WAITING = 32


def build(assistant: Assistant, uploads: Uploads, *, local: bool = True) -> gr.Blocks:
    """Returns the endpoints over an open assistant.

    Those that make answers or write to the library wait in the queue, which says so when it is full; the others answer
    at once.

    Args:
        assistant: Open while the page is served.
        uploads: Where files from the page are kept.
        local: Whether all its readers sit at this machine: they may name folders of it, and see where the library is.
    """
    import gradio as gr
    from gradio import events

    api: Any = events.api  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]

    chat, talks, shelf = Chat(assistant), Talks(assistant), Shelf(assistant, uploads)
    sources, health = Sources(assistant), Health(assistant, local=local)
    direct = {
        "stop": chat.stop, "conversations": talks.list, "open": talks.open,
        "rename": talks.rename, "delete": talks.delete, "export": talks.export, "rate": talks.rate,
        "source": sources.show, "translate": sources.translate, "articles": shelf.articles, "remove": shelf.remove,
        "status": health.status,
    }
    with gr.Blocks(title="Newscite", analytics_enabled=False, mode="server") as page:
        # Each call has a session of its own, of which Gradio keeps ten thousand; nothing here is kept in any.
        page.state_session_capacity = _SESSIONS
        api(chat.ask, api_name="page_ask", api_visibility="undocumented", concurrency_limit=_AT_ONCE)
        api(told(chat.search), api_name="page_search", api_visibility="undocumented", concurrency_limit=_AT_ONCE)
        api(told(shelf.add), api_name="page_add", api_visibility="undocumented", concurrency_id="writing",
               concurrency_limit=1)
        sync = shelf.sync if local else told(_no_folders)
        api(sync, api_name="page_sync", api_visibility="undocumented", concurrency_id="writing",
               concurrency_limit=1)
        for name, endpoint in direct.items():
            api(told(endpoint), api_name=f"page_{name}", api_visibility="undocumented", queue=False)
        add_endpoints(assistant)
    page.queue(default_concurrency_limit=_AT_ONCE, max_size=_WAITING)
    return page


async def _no_folders(payload: dict[str, Any]) -> Reply:
    raise UsageError("Folders are synced on the machine that serves this page, not from another one.",
                     "Upload the files, or run there: newscite ingest --sync FOLDER")
