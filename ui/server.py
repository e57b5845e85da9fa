"""Serves the page on this machine, and to this machine alone."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rag.errors import SettingsError
from ui.guard import Guard

if TYPE_CHECKING:
    from rag import Assistant, Settings

__all__ = ["running", "serve"]

_OWN_NAMES = frozenset({"127.0.0.1", "localhost"})
_PORTS = range(7860, 7960)


def serve(
    settings: Settings, *, host: str, port: int | None, open_browser: bool, ready: Callable[[str], None]
) -> None:
    """Opens the library and serves the page until Ctrl-C.

    Args:
        settings: Of the assistant.
        host: Address to listen on; only this machine's own are allowed.
        port: None for the first free one from 7860.
        open_browser: Show the page, where there is a screen to show it on.
        ready: Called with the page's address once it answers.

    Raises:
        SettingsError: The address is not this machine's, or the port is taken.
        LibraryError: The library cannot be opened.
    """
    _require_own(host)
    from rag import Assistant

    with Assistant.open(settings) as assistant, running(assistant, host=host, port=port) as url:
        ready(url)
        if open_browser and _has_screen():
            webbrowser.open(url)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print(file=sys.stderr)


@contextmanager
def running(assistant: Assistant, *, host: str = "127.0.0.1", port: int | None = None) -> Generator[str]:
    """Serves the page in the background for the length of a `with` block, and gives its address.

    Raises:
        SettingsError: The address is not this machine's, or the port is taken.
    """
    _require_own(host)
    # Gradio reads this while it is imported.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    import uvicorn
    from anyio.from_thread import start_blocking_portal

    with _listener(host, port) as listener, start_blocking_portal() as portal:
        # Made on the server's own event loop: elsewhere Gradio opens loops that it never closes.
        guarded = portal.call(_guarded, assistant)
        server = uvicorn.Server(uvicorn.Config(guarded, log_level="critical", timeout_graceful_shutdown=2))
        served = portal.start_task_soon(server.serve, [listener])
        while not server.started and not served.done():
            time.sleep(0.01)
        try:
            yield f"http://{host}:{listener.getsockname()[1]}/"
        finally:
            server.should_exit = True
            served.result()


def _guarded(assistant: Assistant) -> Guard:
    """Gradio's `launch` would put its own cross-origin rules outside of ours; mounted, it stands behind the guard."""
    from fastapi import FastAPI
    from gradio import routes
    from gradio.themes import Default

    from ui.app import CSS, build

    # A theme of local fonts: Gradio's own fetches them from elsewhere, which the guard forbids.
    theme = Default(font=["system-ui", "sans-serif"], font_mono=["monospace"])
    mount: Any = routes.mount_gradio_app  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    app = mount(
        FastAPI(openapi_url=None), build(assistant), "/", footer_links=[], run_history=False, ssr_mode=False,
        show_error=False, enable_monitoring=False, mcp_server=False, theme=theme, css=CSS,
    )
    return Guard(app, _OWN_NAMES)


def _listener(host: str, port: int | None) -> socket.socket:
    for candidate in [port] if port is not None else _PORTS:
        listener = socket.socket()
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


def _require_own(host: str) -> None:
    if host not in _OWN_NAMES:
        raise SettingsError(
            f"--host is {host!r}, which other machines could reach.",
            "Use 127.0.0.1: the page has no log-in, and serves this machine alone.",
        )


def _has_screen() -> bool:
    """A browser without a screen would be a text browser that takes over the terminal."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
