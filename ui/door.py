"""The log-in, before everything that the page serves: a cookie for the browser, a header for programs."""

from __future__ import annotations

import base64
import binascii
import json
import math
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from ui.render import login_html
from ui.sessions import Sessions
from ui.texts import preferred
from ui.throttle import Throttle

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from ui.access import Account

__all__ = ["Door"]

_COOKIE = "newscite"
_MOST_FORM = 4096
_OPEN = "/page/"
"""The page's own code: the same for everybody, and part of the log-in."""


class Door:
    """ASGI middleware: lets in who has logged in, and answers everybody else with 401.

    `POST /login` takes a form of `username` and `password`, as Gradio's clients send it, and gives a cookie; `POST
    /logout` ends it. Programs may send both with each request instead (HTTP Basic).

    Args:
        app: What is behind the door.
        account: Who is let in.
        throttle: Of failed attempts.
        sessions: Of those who are in.
    """

    def __init__(self, app: ASGIApp, account: Account, throttle: Throttle | None = None,
                 sessions: Sessions | None = None) -> None:
        self._app = app
        self._account = account
        self._throttle = throttle or Throttle()
        self._sessions = sessions or Sessions()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._other(scope, receive, send)
            return
        match scope["method"], scope["path"].rstrip("/"):
            case "POST", "/login":
                await self._log_in(scope, receive, send)
            case "POST", "/logout":
                self._sessions.end(_token(scope))
                await _answer(send, 200, {"success": True}, [(b"set-cookie", _cookie(scope, "", 0))])
            case _ if scope["path"].startswith(_OPEN) or self._sessions.holds(_token(scope)):
                await self._app(scope, receive, send)
            case _:
                await self._by_header(scope, receive, send)

    async def _other(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _log_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        form = parse_qs(await _body(receive), keep_blank_values=True)
        if await self._admits(scope, send, form.get("username", [""])[0], form.get("password", [""])[0]):
            cookie = _cookie(scope, self._sessions.begin(), 7 * 24 * 3600)
            await _answer(send, 200, {"success": True}, [(b"set-cookie", cookie)])

    async def _by_header(self, scope: Scope, receive: Receive, send: Send) -> None:
        sent = _header(scope, b"authorization")
        if sent:
            user, _, password = _basic(sent).partition(":")
            if await self._admits(scope, send, user, password):
                await self._app(scope, receive, send)
        elif scope["method"] == "GET" and scope["path"] == "/":
            page = login_html(preferred(_header(scope, b"accept-language"))).encode()
            await _send(send, 401, page, [(b"content-type", b"text/html; charset=utf-8")])
        else:
            # A browser would open a window of its own at this header, over the page that has its log-in.
            challenge = [] if _header(scope, b"sec-fetch-mode") else [(b"www-authenticate", b'Basic realm="Newscite"')]
            await _answer(send, 401, {"detail": "Nobody is logged in. Log in at the page's address."}, challenge)

    async def _admits(self, scope: Scope, send: Send, user: str, password: str) -> bool:
        """Checks a log-in; answers it where it is none."""
        address = (scope.get("client") or ("", 0))[0]
        wait = self._throttle.wait(address)
        if wait:
            seconds = math.ceil(wait)
            said = f"Too many failed log-ins from this address. Try again in {seconds} s."
            await _answer(send, 429, {"detail": said}, [(b"retry-after", str(seconds).encode())])
            return False
        if self._account.admits(user, password):
            self._throttle.succeed(address)
            return True
        self._throttle.fail(address)
        await _answer(send, 401, {"detail": "The name or the password is wrong."}, [])
        return False


def _token(scope: Scope) -> str:
    cookies = SimpleCookie()
    try:
        cookies.load(_header(scope, b"cookie"))
    except CookieError:
        return ""
    found = cookies.get(_COOKIE)
    return found.value if found else ""


def _cookie(scope: Scope, token: str, seconds: int) -> bytes:
    secure = "; Secure" if scope["scheme"] == "https" else ""
    return f"{_COOKIE}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}".encode()


def _basic(sent: str) -> str:
    kind, _, encoded = sent.partition(" ")
    if kind.lower() != "basic":
        return ""
    try:
        return base64.b64decode(encoded.strip(), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


async def _body(receive: Receive) -> str:
    """Returns a short form, or nothing of a longer one."""
    read = b""
    while len(read) <= _MOST_FORM:
        message = await receive()
        if message["type"] != "http.request":
            return ""
        read += message.get("body", b"")
        if not message.get("more_body"):
            return read.decode("utf-8", "replace")
    return ""


async def _answer(send: Send, status: int, document: dict[str, object], headers: list[tuple[bytes, bytes]]) -> None:
    await _send(send, status, json.dumps(document).encode(), [(b"content-type", b"application/json"), *headers])


async def _send(send: Send, status: int, body: bytes, headers: list[tuple[bytes, bytes]]) -> None:
    sized = [*headers, (b"content-length", str(len(body)).encode()), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": sized})
    await send({"type": "http.response.body", "body": body})
