"""One call to an Ollama server, which a deadline or another thread can break off at any moment.

Ollama's own Python package reads the facts of models (see `ollama_facts`), by these calls. Its chats cannot do what an
answer needs: they do not pass `truncate`, know no deadline over a whole answer, cannot be stopped while they wait for
the first token, and take a stream that ends without `done` for a whole answer. So a chat is spoken here over httpx,
which that package stands on.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from rag.errors import ModelError
from rag.write.ollama_faults import closed, interrupted, not_ollama, one_line, too_slow, unreachable

if TYPE_CHECKING:
    import httpx

__all__ = ["Call", "Limits", "open_client"]

_LONGEST_LINE = 1 << 20
_LOOPBACK = ("localhost", "127.", "[::1]", "::1")


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds that a call may take, and the variables that set them (None: no setting does).

    Attributes:
        connect: To reach the server.
        first: Until the first token, from the call's begin: queue, loading and prompt together.
        whole: Until the end, from the call's begin.
    """

    connect: float
    first: float
    whole: float
    first_variable: str | None = None
    whole_variable: str | None = None


def open_client(host: str) -> httpx.Client:
    """Returns the HTTP client for `host`; each request gets a connection of its own."""
    import ssl

    import httpx

    scheme, _, name = host.partition("://")
    # Reading the system's certificates takes longer than all else here. Plain HTTP needs none: it gets a strict
    # context that trusts nobody.
    verify = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if scheme == "http" else True
    # A proxy variable meant for the outer world must not catch loopback: the articles would leave the machine.
    # No connection is kept: breaking one off must not hit a neighbour, and a new one costs nothing on loopback.
    return httpx.Client(verify=verify, follow_redirects=False, trust_env=not name.startswith(_LOOPBACK),
                        limits=httpx.Limits(max_connections=None, max_keepalive_connections=0),
                        headers={"Accept-Encoding": "identity"})


class Call:
    """One call, from its first connection to its last byte; a retry is part of it and shares its limits.

    One thread reads; `close` may come from any. A deadline is kept by shutting the socket down, the only thing that
    wakes a blocked reader, whether it waits for a connection's headers or for the next byte of a slow drip.
    """

    def __init__(self, client: httpx.Client, host: str, what: str, limits: Limits) -> None:
        self._client = client
        self._host = host
        self._what = what
        self._limits = limits
        self._broken = threading.Event()
        self._cause: Literal["closed", "first", "whole"] = "closed"
        self._state = threading.RLock()  # guards _cause, _socket and _timer; held for moments only
        self._turn = threading.Lock()  # held while the reader is inside httpx
        self._socket: socket.socket | None = None
        self._timer: threading.Timer | None = None
        self._watching: Literal["first", "whole"] | None = None
        self._began = 0.0
        self._response: httpx.Response | None = None
        self._chunks: Iterator[bytes] = iter(())

    def send(self, method: str, url: str, body: bytes = b"") -> int:
        """Sends a request, waits for the headers, and returns the status.

        Args:
            body: JSON, or nothing.

        Raises:
            ModelError: No server, a broken connection, a deadline, or `close`.
        """
        import httpx

        self._release()
        if self._watching is None:
            self._watch("first")
        timeout = httpx.Timeout(self._limits.whole, connect=self._limits.connect, pool=None)
        with self._reading():
            request = self._client.build_request(
                method, url, content=body or None, headers={"Content-Type": "application/json"} if body else None,
                timeout=timeout, extensions={"trace": self._trace})
            self._response = self._client.send(request, stream=True)
            self._chunks = self._response.iter_bytes()
            return self._response.status_code

    def chunks(self) -> Iterator[bytes]:
        """Yields the reply's bytes as they come; raises as `send` does."""
        while True:
            with self._reading():
                chunk = next(self._chunks, None)
            if chunk is None:
                return
            yield chunk

    def lines(self) -> Iterator[bytes]:
        """Yields the reply's lines as they come, the last one also where no newline ends it; raises as `send` does."""
        kept = bytearray()
        for chunk in self.chunks():
            *whole, rest = chunk.split(b"\n")
            for line in whole:
                kept += line
                self._bound(kept)
                yield bytes(kept)
                kept.clear()
            kept += rest
            self._bound(kept)
        if kept:
            yield bytes(kept)

    def body(self, longest: int) -> bytes:
        """Returns at most the first `longest` bytes of the reply; raises as `send` does."""
        read = bytearray()
        for chunk in self.chunks():
            read += chunk
            if len(read) >= longest:
                break
        return bytes(read[:longest])

    def heard(self) -> None:
        """Tells that the model has begun; from here on only the limit of the whole counts."""
        if self._watching == "first":
            self._watch("whole")

    def pause(self, seconds: float, sleep: Callable[[float], None] | None = None) -> None:
        """Waits before a retry; a deadline or `close` ends the wait and raises as `send` does."""
        if sleep is None:
            self._broken.wait(seconds)
        else:
            sleep(seconds)
        self._check()

    def close(self) -> None:
        """Breaks the call off, or lets go of one that is over; at once, from any thread, any number of times."""
        self._break("closed")
        with self._state:
            if self._timer is not None:
                self._timer.cancel()
        # A reader that is inside httpx has been woken and lets go itself; otherwise nobody else would.
        if self._turn.acquire(blocking=False):
            try:
                self._release()
            finally:
                self._turn.release()

    def _watch(self, phase: Literal["first", "whole"]) -> None:
        from time import monotonic

        if self._watching is None:
            self._began = monotonic()
        seconds = min(self._limits.first, self._limits.whole) if phase == "first" else self._limits.whole
        timer = threading.Timer(max(0.0, self._began + seconds - monotonic()), self._break, (phase,))
        timer.daemon = True
        with self._state:
            if self._timer is not None:
                self._timer.cancel()
            self._timer, self._watching = timer, phase
            if not self._broken.is_set():
                timer.start()

    def _break(self, cause: Literal["closed", "first", "whole"]) -> None:
        with self._state:
            if cause not in ("closed", self._watching):
                return  # the first token came while its timer fired
            if not self._broken.is_set():
                self._cause = cause
                self._broken.set()
            if self._socket is not None:
                with contextlib.suppress(OSError):  # the server may have closed it already
                    self._socket.shutdown(socket.SHUT_RDWR)

    def _trace(self, event: str, info: dict[str, Any]) -> None:
        # Before the headers come there is no response to ask for its socket, and that is the longest wait of all.
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            with self._state:
                self._socket = info["return_value"].get_extra_info("socket")
                if self._broken.is_set():
                    self._break(self._cause)

    @contextlib.contextmanager
    def _reading(self) -> Generator[None]:
        import httpx

        with self._turn:
            try:
                self._check()
                yield
                self._check()
            except (httpx.HTTPError, httpx.InvalidURL, RuntimeError) as error:
                self._check()
                raise self._fault(error) from error
            finally:
                if self._broken.is_set():
                    self._release()

    def _check(self) -> None:
        if not self._broken.is_set():
            return
        if self._cause == "closed":
            raise closed(self._what)
        early = self._cause == "first" and self._limits.first <= self._limits.whole
        seconds = self._limits.first if early else self._limits.whole
        variable = self._limits.first_variable if early else self._limits.whole_variable
        begun = "had not begun" if self._cause == "first" else "had not finished"
        raise too_slow(f"{self._what} {begun}", seconds, variable)

    def _fault(self, error: Exception) -> ModelError:
        import httpx

        words = one_line(str(error)) or type(error).__name__
        if isinstance(error, httpx.ConnectTimeout):
            return unreachable(self._host, f"no connection within {self._limits.connect:g} s")
        if isinstance(error, httpx.ReadTimeout | httpx.WriteTimeout):
            return too_slow(f"{self._what} had not finished", self._limits.whole, self._limits.whole_variable)
        if isinstance(error, httpx.ReadError | httpx.WriteError | httpx.RemoteProtocolError):
            return interrupted(self._what, words)
        if isinstance(error, httpx.DecodingError):
            return not_ollama(self._host, words)
        return unreachable(self._host, words)

    def _bound(self, line: bytearray) -> None:
        if len(line) > _LONGEST_LINE:
            raise interrupted(self._what, "the server sent a line without end")

    def _release(self) -> None:
        import httpx

        with self._state:
            response, self._response, self._socket = self._response, None, None
        if response is not None:
            with contextlib.suppress(httpx.HTTPError):
                response.close()
