"""`newscite chat`: the one place of rag that knows that there is a page."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rag import Settings
    from rag.cli.screen import Screen

__all__ = ["chat"]


def chat(settings: Settings, options: argparse.Namespace, screen: Screen) -> int:
    """Serves the page until Ctrl-C, which is how it is meant to end, and so 0.

    Raises:
        SettingsError: The address or port cannot be used, or others could reach it without a log-in.
        LibraryError: The library cannot be opened.
    """
    from ui.access import access_for
    from ui.server import serve

    def announce(url: str) -> None:
        if screen.json:
            screen.document({"url": url})
        else:
            screen.say(f"Newscite answers at {url} (Ctrl-C ends it)")

    access = access_for(options.host, user=options.auth, names=options.allow_host, tools=options.mcp)
    if access.account is not None and options.host not in ("127.0.0.1", "localhost"):
        screen.note("The log-in crosses the network as it is typed, unless a proxy with HTTPS stands before this page.",
                    "yellow")
    screen.note("Opening the library; the page follows in a few seconds.", "dim")
    serve(settings, host=options.host, port=options.port, open_browser=not options.no_browser, ready=announce,
          access=access)
    return 0
