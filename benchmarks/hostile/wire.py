"""Bytes to a server as they are, and what it makes of them."""

from __future__ import annotations

import re
import socket
import time
from contextlib import suppress
from dataclasses import dataclass

__all__ = ["Reply", "exchange", "is_failure", "is_incomplete"]

_MOST = 1 << 20
_WITHOUT_END = 0.3
"""Seconds to wait for more where an end may never come: of a request that is not whole, of a stream."""
_LENGTH = re.compile(rb"(?im)^content-length:[ \t]*(\d{1,15})[ \t]*\r?$")


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: status 0 where the server closed, or was left, without a word."""

    status: int
    head: str
    body: str


def exchange(port: int, sent: bytes, seconds: float = 5.0) -> Reply:
    """Sends a request, and returns the reply as far as it comes within some seconds.

    The sending side stays open until the reply is there: a server takes a half-closed connection for a reader who has
    gone, and drops the reply of everything that it had to wait for.

    Args:
        port: Of the server, on this machine.
        sent: The request; one that promises more than it holds is given a fraction of a second, and then left.
        seconds: For the whole reply.
    """
    limit = _WITHOUT_END if is_incomplete(sent) else seconds
    ends = time.monotonic() + limit
    came = b""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as connection, suppress(OSError):
        # A server may answer and close before it has read everything.
        with suppress(OSError):
            connection.sendall(sent)
        while not _is_whole(sent, came) and len(came) < _MOST and (left := ends - time.monotonic()) > 0:
            connection.settimeout(min(left, _WITHOUT_END) if _is_stream(came) else left)
            if not (part := connection.recv(65536)):
                break
            came += part
    head, _, body = _final(came).decode("latin-1").partition("\r\n\r\n")
    status = head.split(" ", 2)[1] if head.startswith("HTTP/") else "0"
    return Reply(int(status), head, body)


def is_incomplete(sent: bytes) -> bool:
    """Tells whether a request promises a longer body than it holds: a server may wait for the rest, and say nothing."""
    head, _, body = sent.partition(b"\r\n\r\n")
    return max((int(length) for length in _LENGTH.findall(head)), default=0) > len(body)


def is_failure(sent: bytes, reply: Reply) -> bool:
    """Tells whether a server failed at a request: an error of its own, or no word to one that was whole."""
    return reply.status >= 500 or (reply.status < 200 and not is_incomplete(sent))


def _final(came: bytes) -> bytes:
    """What follows an interim reply, such as "100 Continue"; the interim one where nothing does."""
    while came.startswith((b"HTTP/1.1 100", b"HTTP/1.0 100")) and (rest := came.partition(b"\r\n\r\n")[2]):
        came = rest
    return came


def _is_whole(sent: bytes, came: bytes) -> bool:
    """Whether nothing more can come; where no length is told, the server's closing tells."""
    final = _final(came)
    head, parted, body = final.partition(b"\r\n\r\n")
    if not parted or head.startswith(b"HTTP/1.1 100"):
        return False
    if sent.startswith(b"HEAD "):
        return True
    if length := _LENGTH.search(head):
        return len(body) >= int(length[1])
    return b"transfer-encoding: chunked" in head.lower() and body.endswith(b"0\r\n\r\n")


def _is_stream(came: bytes) -> bool:
    return b"text/event-stream" in came.partition(b"\r\n\r\n")[0].lower()
