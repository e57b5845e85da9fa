"""What reaches Gradio: the routes that are used, and calls that have the shape of one."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NoReturn, cast
from urllib.parse import parse_qs

from ui.waiting import Endpoint

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Intake"]

_MOST = 1024 * 1024
_API = "/gradio_api"
_OWN = "page_"
_READ = frozenset({"/", "/config", f"{_API}/info"})
_READ_BELOW = "/page/"
_HEARTBEAT = f"{_API}/heartbeat/"
_SESSION = f"{_API}/queue/data"
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_BUSY = b'{"detail": "Newscite is busy: the queue is full. Ask again in a moment."}'


class _RefusedError(Exception):
    """A request that goes no further, with the status that says why."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class Intake:
    """ASGI middleware: everything that no part of the page uses is not there; a call that is none is refused in words.

    Gradio answers many a malformed call with a traceback. Here a call is read, held against the function that it
    names, and handed on with what it needs alone.

    Args:
        app: Gradio, and what is mounted beside it.
        endpoints: What can be called.
        awaited: Tells whether the queue holds anything for an event or a session of that id.
        dropped: Ends what is done for an event or a session whose reader has gone.
        crowded: Tells whether a session or an address has as many calls under way as it may.
        beside: Further paths that take any method and body.
    """

    def __init__(self, app: ASGIApp, endpoints: Collection[Endpoint], awaited: Callable[[str], bool],
                 dropped: Callable[[str], Awaitable[None]], crowded: Callable[[str | None, str], bool],
                 beside: Collection[str] = ()) -> None:
        self._app = app
        self._awaited = awaited
        self._dropped = dropped
        self._crowded = crowded
        self._named = {endpoint.name: endpoint for endpoint in endpoints}
        self._numbered = {endpoint.index: endpoint for endpoint in endpoints}
        self._beside = frozenset(beside)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or scope["path"] in self._beside:
            await self._app(scope, receive, send)
            return
        try:
            if scope["type"] != "http":
                raise _RefusedError(404, "Not found.")
            if not self._is_body_taken_as_it_is(scope):
                receive = await self._checked(scope, receive)
        except _RefusedError as refused:
            await _refuse(scope, send, refused)
        else:
            await self._passed_on(scope, receive, _in_words(send))

    async def _passed_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands a request on; where the reader of a stream goes before its end, what it was for ends too.

        The page says when it goes. A program that was killed, or a network that is gone, says nothing, and the model
        would write on for nobody.
        """
        event = self._event(scope)
        if event is None:
            await self._app(scope, receive, send)
            return
        gone = whole = False

        async def receiving() -> Message:
            nonlocal gone
            message = await receive()
            gone = gone or (message["type"] == "http.disconnect" and not whole)
            return message

        async def sending(message: Message) -> None:
            nonlocal whole
            whole = whole or (not gone and message["type"] == "http.response.body" and not message.get("more_body"))
            await send(message)

        try:
            await self._app(scope, receiving, sending)
        finally:
            if gone:
                await self._dropped(event)

    def _is_body_taken_as_it_is(self, scope: Scope) -> bool:
        """Tells whether a request is one of reading or an upload; raises where its path is none at all."""
        method, path = scope["method"], scope["path"]
        event = self._event(scope)
        beats = path.startswith(_HEARTBEAT) and _ID.fullmatch(path.removeprefix(_HEARTBEAT)) is not None
        if path in _READ or path.startswith(_READ_BELOW) or beats or event is not None:
            if method not in ("GET", "HEAD"):
                raise _RefusedError(405, "Not to be written to.")
            if event is not None and not self._awaited(event):
                raise _RefusedError(404, "Nothing waits under this id.")
            return True
        if method != "POST":
            raise _RefusedError(405 if self._takes_a_document(path) or path == f"{_API}/upload" else 404, "Not found.")
        return path == f"{_API}/upload"

    async def _checked(self, scope: Scope, receive: Receive) -> Receive:
        path = scope["path"].removeprefix(_API)
        if not self._takes_a_document(scope["path"]):
            raise _RefusedError(404, "Not found.")
        document = _parsed(scope, await _body(receive))
        match path.split("/")[1:]:
            case ["queue", "join"]:
                kept = self._joined(document)
            case ["call", name]:
                kept = {"data": _data(document, self._named[name])} | _session(document)
            case ["run", name]:
                kept = {"data": _data(document, self._named[name])}
            case ["cancel"]:
                kept = {**_session(document, "session_hash"), **_session(document, "event_id"),
                        "fn_index": self._numbered_by(document).index}
            case _:
                kept = _session(document, "event_id")
        session, address = kept.get("session_hash"), str((scope.get("client") or ("",))[0])
        if path.startswith(("/queue/", "/call/")) and self._crowded(str(session) if session else None, address):
            raise _RefusedError(503, "You have asked as much as can wait at once. Ask again when an answer is there.")
        return _replayed(scope, kept, receive)

    def _joined(self, document: Mapping[str, Any]) -> dict[str, Any]:
        endpoint = self._numbered_by(document)
        if not endpoint.queued:
            _misshapen("`fn_index` has to name a function that waits in the queue.")
        return {"data": _data(document, endpoint), "fn_index": endpoint.index, **_session(document, "session_hash")}

    def _numbered_by(self, document: Mapping[str, Any]) -> Endpoint:
        index = document.get("fn_index")
        if not isinstance(index, int) or isinstance(index, bool) or index not in self._numbered:
            _misshapen("`fn_index` names no function.")
        return self._numbered[index]

    def _event(self, scope: Scope) -> str | None:
        """Returns the id of the event or session whose results a path gives, or None for another path."""
        if scope["path"] == _SESSION:
            query = parse_qs(scope["query_string"].decode("latin-1"))
            return query.get("session_hash", [""])[0]
        match scope["path"].split("/"):
            case ["", "gradio_api", "call", name, event] if name in self._named:
                return event
            case _:
                return None

    def _takes_a_document(self, path: str) -> bool:
        match path.removeprefix(_API).split("/")[1:]:
            case ["queue", "join"] | ["cancel"] | ["reset"]:
                return path.startswith(_API)
            case ["call" | "run" as kind, name]:
                found = self._named.get(name)
                return path.startswith(_API) and found is not None and found.queued == (kind == "call")
            case _:
                return False


def _data(document: Mapping[str, Any], endpoint: Endpoint) -> list[Any]:
    data: Any = document.get("data")
    if not isinstance(data, list) or len(cast("list[Any]", data)) != endpoint.parameters:
        _misshapen(f"`data` has to be a list of {endpoint.parameters} values.")
    if endpoint.name.startswith(_OWN) and not isinstance(data[0], dict):
        _misshapen("`data` has to hold an object.")
    if any(_is_broken_file(value) for value in _values(data)):
        _misshapen("The `meta` of a file has to be an object.")
    return cast("list[Any]", data)


def _is_broken_file(value: Any) -> bool:
    """Whether Gradio would take a value for a file, and fail on it."""
    if not isinstance(value, dict):
        return False
    fields = cast("dict[str, Any]", value)
    return isinstance(fields.get("path"), str) and "meta" in fields and not isinstance(fields["meta"], dict)


def _values(data: Any) -> Iterator[Any]:
    waiting = [data]
    while waiting:
        value = waiting.pop()
        yield value
        waiting += value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _session(document: Mapping[str, Any], key: str | None = None) -> dict[str, Any]:
    """Returns an id that the caller sent; one that has to be there is refused where it is missing."""
    name = key or "session_hash"
    value = document.get(name)
    if value is None and key is None:
        return {}
    if not isinstance(value, str) or not _ID.fullmatch(value):
        _misshapen(f"`{name}` has to be an id of letters and digits.")
    return {name: value}


def _parsed(scope: Scope, body: bytes) -> Mapping[str, Any]:
    kinds = [value for key, value in scope["headers"] if key == b"content-type"]
    # A form of another page can send text and fields without asking, never this.
    if len(kinds) != 1 or kinds[0].split(b";")[0].strip().lower() != b"application/json":
        raise _RefusedError(415, "Send application/json.")
    try:
        document = json.loads(body)
        # Neither infinite numbers nor half a character, both of which JSON's readers let through, go further.
        json.dumps(document, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        raise _RefusedError(400, "The body is not JSON.") from None
    if not isinstance(document, dict):
        _misshapen("The body has to be an object.")
    return cast("Mapping[str, Any]", document)


async def _body(receive: Receive) -> bytes:
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise _RefusedError(400, "The request broke off.")
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > _MOST:
            raise _RefusedError(413, f"Send at most {_MOST} bytes.")
        if not message.get("more_body"):
            return b"".join(parts)


def _replayed(scope: Scope, document: Mapping[str, Any], receive: Receive) -> Receive:
    body = json.dumps(document).encode()
    scope["headers"] = [(key, str(len(body)).encode() if key == b"content-length" else value)
                        for key, value in scope["headers"]]
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receiving() -> Message:
        return waiting.pop() if waiting else await receive()

    return receiving


def _in_words(send: Send) -> Send:
    """A full queue is told to the reader, not its size to the developer."""
    busy = False

    async def sending(message: Message) -> None:
        nonlocal busy
        if message["type"] == "http.response.start" and message["status"] == 503:
            busy = True
            headers = [(b"content-type", b"application/json"), (b"content-length", str(len(_BUSY)).encode()),
                       (b"retry-after", b"5")]
            await send({**message, "headers": headers})
            await send({"type": "http.response.body", "body": _BUSY})
        elif not busy:
            await send(message)

    return sending


async def _refuse(scope: Scope, send: Send, refused: _RefusedError) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    body = json.dumps({"detail": str(refused)}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": refused.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _misshapen(reason: str) -> NoReturn:
    raise _RefusedError(422, reason)
