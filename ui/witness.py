"""The outermost of the page's server: what nobody caught is noted, and answered in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from rag.logs import EventLog

__all__ = ["Witness"]

_WORDS = json.dumps({"detail": "Newscite failed at this request. Its log says where; try again."}).encode()
_HEADERS = [
    (b"content-type", b"application/json"), (b"content-length", str(len(_WORDS)).encode()),
    (b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff"), (b"connection", b"close"),
]


class Witness:
    """ASGI middleware: notes each error that nobody caught, once, and answers it where nothing has been sent.

    The HTTP server itself keeps silent about such errors, as it would print their text: what is not noted here leaves
    no trace. The error goes on to the server all the same, which closes the connection.

    Args:
        app: Everything that is served.
        log: Of the library; it is told the kind of an error and gives it an id.
    """

    def __init__(self, app: ASGIApp, log: EventLog) -> None:
        self._app = app
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        from starlette.requests import ClientDisconnect

        # Frameworks answer an error with a bare 500 before they pass it on: which of both it is, their return tells.
        kept: list[Message] = []
        started = False

        async def sending(message: Message) -> None:
            nonlocal started
            if kept or (message["type"] == "http.response.start" and message["status"] == 500 and not started):
                kept.append(message)
                return
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except ClientDisconnect:
            # Who sent it has gone: no error of ours, and nobody to tell.
            return
        except Exception as error:
            self._log.failed(error, "serve")
            if scope["type"] == "http" and not started:
                await send({"type": "http.response.start", "status": 500, "headers": _HEADERS})
                await send({"type": "http.response.body", "body": _WORDS})
            raise
        for message in kept:
            await send(message)
