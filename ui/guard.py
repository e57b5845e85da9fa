"""What stands between the page and every other page of the browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Guard"]

# The page brings all it needs in files of its own: no inline script or style, nothing from or to another address.
_POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
    "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
))
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()), (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"), (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
# What Gradio serves whether a page uses it or not: other files, other addresses, its own page's functions.
_CLOSED = ("/proxy=", "/file=", "/stream/", "/component_server", "/upload_progress", "/custom_component", "/deep_link")
_UPLOAD = "/gradio_api/upload"
# A name or address and perhaps a port: what stands behind a colon and is none may be another name.
_HOST = re.compile(r"(\[[0-9a-f:.]{2,45}\]|[^\s:,@/\[\]]{1,253})(?::[0-9]{1,5})?")


class Guard:
    """ASGI middleware: serves own names alone, refuses other pages' requests, sends the protective headers.

    A foreign Host is DNS rebinding; a foreign Origin is another page using the browser's reach.

    Args:
        app: What is guarded.
        names: The host names, without port, under which the page may be reached.
    """

    def __init__(self, app: ASGIApp, names: frozenset[str]) -> None:
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif not self._is_own(scope):
            await _refuse(scope, send, 403, b"This address is not served here.")
        elif any(part in scope["path"] for part in _CLOSED) or self._is_foreign_upload(scope):
            await _refuse(scope, send, 404, b"Not found.")
        else:
            await self._app(scope, receive, _protected(send))

    def _is_own(self, scope: Scope) -> bool:
        hosts = _values(scope, b"host")
        origins = _values(scope, b"origin")
        host = _HOST.fullmatch(hosts[0]) if len(hosts) == 1 else None
        return (host is not None and host[1] in self._names
                and all(origin == f"{scope['scheme']}://{hosts[0]}" for origin in origins))

    def _is_foreign_upload(self, scope: Scope) -> bool:
        """A form of another page may send no Origin; the page's own code always does."""
        path = scope["path"].rstrip("/")
        return path.endswith("/upload") and (path != _UPLOAD or not _values(scope, b"origin"))


def _values(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1").lower() for key, value in scope["headers"] if key == name]


def _protected(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            names = {name for name, _ in _HEADERS}
            kept = [(name, value) for name, value in message["headers"] if name.lower() not in names]
            message = {**message, "headers": [*kept, *_HEADERS]}
        await send(message)

    return sending


async def _refuse(scope: Scope, send: Send, status: int, reason: bytes) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    protected = _protected(send)
    await protected({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"text/plain")]})
    await protected({"type": "http.response.body", "body": reason})
