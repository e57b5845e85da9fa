"""What stands between the page and every other page of the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Guard"]

# Gradio's own page starts from inline scripts and styles. Nothing may come from or go to another address.
_POLICY = "; ".join((
    "default-src 'self'", "script-src 'self' 'unsafe-inline'", "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:", "font-src 'self' data:", "media-src 'self' blob:", "connect-src 'self'",
    "worker-src 'self' blob:", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-src 'none'",
    "frame-ancestors 'none'",
))
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()), (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"), (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
# The page takes no files and shows none from elsewhere; Gradio serves both whether a page does or not.
_CLOSED = ("/upload", "/proxy=", "/file=", "/stream/", "/component_server")


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
        elif any(part in scope["path"] for part in _CLOSED):
            await _refuse(scope, send, 404, b"Not found.")
        else:
            await self._app(scope, receive, _protected(send))

    def _is_own(self, scope: Scope) -> bool:
        hosts = _values(scope, b"host")
        origins = _values(scope, b"origin")
        return (len(hosts) == 1 and hosts[0].rsplit(":", 1)[0] in self._names
                and all(origin == f"{scope['scheme']}://{hosts[0]}" for origin in origins))


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
