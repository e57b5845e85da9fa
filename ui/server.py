"""Serves the page: to this machine alone, or with a log-in to others."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag.errors import SettingsError
from rag.logs import open_log
from ui.access import LOCAL, Access, is_own, require_log_in
from ui.guard import Guard
from ui.witness import Witness

if TYPE_CHECKING:
    from rag import Assistant, Settings

__all__ = ["running", "serve"]

_PORTS = range(7860, 7960)
_CONNECTIONS = 512


def serve(
    settings: Settings, *, host: str, port: int | None, open_browser: bool, ready: Callable[[str], None],
    access: Access = LOCAL,
) -> None:
    """Opens the library and serves the page until Ctrl-C.

    Args:
        settings: Of the assistant.
        host: Address to listen on; one that is not this machine's own needs a log-in.
        port: None for the first free one from 7860.
        open_browser: Show the page, where there is a screen to show it on.
        ready: Called with the page's address once it answers.
        access: Who may reach it.

    Raises:
        SettingsError: Others could reach it without a log-in, the port is taken, or a package is missing.
        LibraryError: The library cannot be opened.
    """
    _require_usable(host, access)
    from rag import Assistant

    with Assistant.open(settings) as assistant, running(assistant, host=host, port=port, access=access) as url:
        ready(url)
        # The page is there at once; what a question needs is loaded while its reader is still typing it.
        warming = threading.Thread(target=assistant.warm_up, name="warm-up")
        warming.start()
        if open_browser and _has_screen():
            webbrowser.open(url)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print(file=sys.stderr)
        finally:
            warming.join()


@contextmanager
def running(
    assistant: Assistant, *, host: str = "127.0.0.1", port: int | None = None, access: Access = LOCAL
) -> Generator[str]:
    """Serves the page in the background for the length of a `with` block, and gives its address.

    Raises:
        SettingsError: Others could reach it without a log-in, the port is taken, or a package is missing.
    """
    _require_usable(host, access)
    # Gradio reads this while it is imported.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    # How often it counts up its events in a table that nothing here reads, with a library that takes a second to load.
    os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = str(10**12)
    import uvicorn
    from anyio.from_thread import start_blocking_portal

    with _listener(host, port) as listener, start_blocking_portal() as portal:
        # Made on the server's own event loop: elsewhere Gradio opens loops that it never closes.
        guarded = portal.call(_guarded, assistant, access, host)
        # Nothing here is a WebSocket; left on, a broken handshake is held open without a word.
        server = uvicorn.Server(uvicorn.Config(guarded, log_level="critical", timeout_graceful_shutdown=2, ws="none",
                                               limit_concurrency=_CONNECTIONS, lifespan="on"))
        served = portal.start_task_soon(server.serve, [listener])
        while not server.started and not served.done():
            time.sleep(0.01)
        try:
            yield f"http://{_shown(host)}:{listener.getsockname()[1]}/"
        finally:
            server.should_exit = True
            served.result()


def _guarded(assistant: Assistant, access: Access, host: str) -> Witness:
    """Gradio's `launch` would put its own cross-origin rules outside of ours; mounted, it stands behind the guard."""
    from fastapi import FastAPI
    from gradio import routes
    from gradio.utils import get_upload_folder

    from ui.app import build
    from ui.documents import add_documents
    from ui.door import Door
    from ui.endpoints.tools import PATH, add_tools
    from ui.intake import Intake
    from ui.uploads import Uploads
    from ui.waiting import awaited_of, crowded_of, dropped_of, endpoints_of

    settings = assistant.settings
    # A further name on this machine's own address is that of a proxy, which lets others in.
    local = is_own(host) and access.names <= LOCAL.names
    app = FastAPI(openapi_url=None)
    add_documents(app, settings, local=local, account=access.account is not None)
    if access.tools:
        add_tools(app, assistant)
    uploads = Uploads(settings.folder / "uploads", Path(get_upload_folder()))
    page = build(assistant, uploads, local=local)
    mount: Any = routes.mount_gradio_app  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    mount(
        app, page, "/", footer_links=[], run_history=False, ssr_mode=False, show_error=False,
        enable_monitoring=False, mcp_server=False, max_file_size=f"{settings.max_file_mb}mb",
    )
    served = Intake(app, endpoints_of(page), awaited_of(page), dropped_of(page), crowded_of(page),
                    {PATH} if access.tools else ())
    guarded = Guard(Door(served, access.account) if access.account else served, access.names)
    return Witness(guarded, open_log(settings.folder, settings.log))


def _listener(host: str, port: int | None) -> socket.socket:
    for candidate in [port] if port is not None else _PORTS:
        listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, candidate))
            listener.listen()
        except OSError:
            listener.close()
        else:
            return listener
    wanted = f"Port {port}" if port is not None else f"Every port from {_PORTS[0]} to {_PORTS[-1]}"
    raise SettingsError(f"{wanted} is in use on {host}, or not allowed.", "Choose another with --port.")


def _require_usable(host: str, access: Access) -> None:
    require_log_in(host, access.account.user if access.account else None)
    if access.tools:
        from ui.endpoints.tools import require_tools

        require_tools()


def _shown(host: str) -> str:
    """An address that a browser on this machine can open: "everywhere" is none."""
    if host in ("0.0.0.0", "::", ""):  # noqa: S104
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def _has_screen() -> bool:
    """A browser without a screen would be a text browser that takes over the terminal."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
