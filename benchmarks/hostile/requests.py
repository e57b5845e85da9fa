"""Requests that no page of ours sends: foreign names and origins, other methods, paths that lead out, broken HTTP."""

from __future__ import annotations

import random
from urllib.parse import quote

__all__ = ["foreign", "malformed", "traversal"]

_ROUTES = (
    "/",
    "/config",
    "/page/main.js",
    "/page/page.css",
    "/gradio_api/info",
    "/gradio_api/call/chat",
    "/gradio_api/queue/join",
    "/gradio_api/queue/data?session_hash=a",
    "/gradio_api/run/page_status",
    "/gradio_api/run/page_export",
    "/gradio_api/upload",
    "/gradio_api/cancel",
    "/gradio_api/heartbeat/a",
    "/login",
    "/mcp",
    "/nowhere",
)
_METHODS = ("GET", "POST", "OPTIONS", "HEAD", "PUT", "DELETE", "PATCH", "TRACE")
_TARGETS = (
    "etc/passwd",
    "etc/hostname",
    "pyproject.toml",
    "server.py",
    "library.db",
    "newscite.db",
    "proc/self/environ",
    "SECRET.txt",
    "Windows/win.ini",
    "__init__.py",
    "page.html",
    "login.html",
)
_UPS = (
    "../",
    "..%2f",
    "..%252f",
    "%2e%2e/",
    "..\\",
    "..%5c",
    "....//",
    "..;/",
    "%c0%ae%c0%ae/",
    ".%00./",
    "..%00/",
    "／../",
    "%uff0e%uff0e/",
    "./../",
    "..//",
    "/../",
    "\u202e../",
)
_DOORS = (
    "/page/",
    "/gradio_api/file=",
    "/file=",
    "/gradio_api/proxy=",
    "/proxy=http://127.0.0.1:1/",
    "/gradio_api/upload/",
    "/gradio_api/stream/",
    "/gradio_api/custom_component/",
    "/static/",
    "/assets/",
    "/gradio_api/call/",
    "/gradio_api/run/",
    "/gradio_api/heartbeat/",
    "/",
    "//",
    "/gradio_api/queue/data/",
    "/uploads/",
    "/gradio_api/file/",
    "/svelte/",
    "/theme/",
)


def _hosts(port: int) -> tuple[str, ...]:
    """Returns names that are not the page's own."""
    own = f"127.0.0.1:{port}"
    return (
        "evil.example",
        f"evil.example:{port}",
        f"127.0.0.1.evil.example:{port}",
        f"127.0.0.1@evil.example:{port}",
        "0.0.0.0",  # noqa: S104 - asked for, and not listened on
        f"[::]:{port}",
        "192.168.1.5",
        "localhost.evil.example",
        f"127.1:{port}",
        "2130706433",
        "",
        f"evil.example#{own}",
        f"127.0.0.1:{port}, evil.example",
        "ⓛocalhost",
        f"127.0.0.1.:{port}",
        "[::1",
        f"localhost\t.evil.example:{port}",
        "127.0.0.1:" + "9" * 5000,
        "xn--lcalhost-33a",
    )


def _origins(port: int) -> tuple[str, ...]:
    """Returns origins of other pages."""
    own = f"127.0.0.1:{port}"
    return (
        "null",
        "http://evil.example",
        f"https://{own}",
        f"http://localhost:{port}",
        f"http://{own}.evil.example",
        f"http://evil.example:{port}",
        f"http://{own}@evil.example",
        "file://",
        f"http://{own}/",
        f"HTTP://{own} ",
        "chrome-extension://abc",
        f"http://127.0.0.1:{port + 1}",
        "",
        "http://",
        f"http://{own}, http://evil.example",
        "http://[::1]",
        "about:blank",
        "data:",
    )


def foreign(number: int, port: int) -> bytes:
    """Returns a request in another name, of another page, or before one of another page."""
    drawn = random.Random(f"foreign/{number}")  # noqa: S311 - attacks that can be made again
    own = f"127.0.0.1:{port}"
    method, route = drawn.choice(_METHODS), drawn.choice(_ROUTES)
    host, origin = own, ""
    match number % 4:
        case 0:
            host = drawn.choice(_hosts(port))
        case 1:
            origin = drawn.choice(_origins(port))
            # A header with white space around the very origin is the very origin.
            origin = origin if origin.strip().lower() != f"http://{own}" else "null"
        case 2:
            method, origin = "OPTIONS", drawn.choice(("null", "http://evil.example"))
        case _:
            origin = "http://evil.example"
            host = drawn.choice((own, "evil.example"))
    lines = [f"{method} {route} HTTP/1.1", f"Host: {host}"]
    if origin or number % 4 == 1:
        lines.append(f"Origin: {origin}")
    if method == "OPTIONS":
        lines += [
            "Access-Control-Request-Method: POST",
            "Access-Control-Request-Headers: content-type",
            "Access-Control-Request-Private-Network: true",
        ]
    body = b'{"data": [{}]}' if method in ("POST", "PUT", "PATCH") else b""
    if number % 7 == 0 and number % 4 == 0:
        lines.insert(1, f"Host: {own}")
    lines += ["Content-Type: application/json", f"Content-Length: {len(body)}", "Connection: close"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def traversal(number: int, port: int) -> bytes:
    """Returns a request for a file that no part of the page is."""
    drawn = random.Random(f"traversal/{number}")  # noqa: S311 - attacks that can be made again
    door, up, target = _DOORS[number % len(_DOORS)], drawn.choice(_UPS), drawn.choice(_TARGETS)
    path = door + up * drawn.randint(1, 9) + target
    path = drawn.choice(
        (
            path,
            path,
            door + "/" + target,
            door + quote("/" + target, safe=""),
            door + "file:///" + target,
            door + "C:\\" + target,
            door + "%2fetc%2fpasswd",
            door + "~/" + target,
            path + "%00.js",
            path + "?x=.js",
        )
    )
    method = drawn.choice(("GET", "GET", "GET", "POST", "HEAD", "PUT"))
    lines = [
        f"{method} {path.encode().decode('latin-1')} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        "Content-Length: 0",
        "Connection: close",
    ]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"


_BODIES = (
    b"{",
    b"[" * 5000,
    b"\x00\xff\xfe",
    b'{"data": [1e999]}',
    b"null",
    b'{"data": ' + b"[" * 900 + b"]" * 900 + b"}",
    b'{"data": ["\\ud800"]}',
    b"a=b&c=d",
    b'{"data": {"__proto__": 1}}',
    b"--x\r\nContent-Disposition: form-data\r\n\r\n",
)
_KINDS_OF_BODY = (
    "application/json",
    "text/plain",
    "multipart/form-data; boundary=x",
    "multipart/form-data",
    "application/json, text/html",
    "application/json; charset=utf-7",
    "",
    "\u00ff",
    "application/x-www-form-urlencoded",
)


def _odd_headers(own: str) -> tuple[list[str], ...]:
    return (
        [],
        [],
        [f"Origin: http://{own}"],
        ["Cookie: newscite=" + "a" * 9000],
        ['Cookie: \x01=;;=,"', "Authorization: Basic !!"],
        ["Transfer-Encoding: chunked"],
        ["Upgrade: websocket", "Connection: Upgrade"],
        ["X: " + "y" * 70_000],
        [": none"],
        ["Range: bytes=9-1"],
        ["Accept-Language: " + "de;q=," * 500],
        ["Expect: 100-continue"],
        ["If-Modified-Since: never"],
    )


def malformed(number: int, port: int) -> bytes:
    """Returns HTTP that is broken somewhere, or a call whose body is."""
    drawn = random.Random(f"malformed/{number}")  # noqa: S311 - attacks that can be made again
    own, route = f"127.0.0.1:{port}", drawn.choice(_ROUTES)
    body, kind = drawn.choice(_BODIES), drawn.choice(_KINDS_OF_BODY)
    length = drawn.choice((len(body), len(body), len(body), 0, 10**12, -1))
    method = drawn.choice((*_METHODS, "", "G ET", "CONNECT", "post"))
    version = drawn.choice(("HTTP/1.1",) * 8 + ("HTTP/9.9", "HTTP/1.0", ""))
    head = [
        f"{method} {route} {version}",
        f"Host: {own}",
        f"Content-Type: {kind}",
        f"Content-Length: {length}",
        "Connection: close",
    ]
    head += drawn.choice(_odd_headers(own))
    return "\r\n".join(head).encode("latin-1") + b"\r\n\r\n" + body
