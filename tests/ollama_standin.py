"""A stand-in for an Ollama server: its protocol over real loopback sockets, with scripted answers and faults.

Statuses, headers, bodies and the shape of streams follow exchanges recorded of a real server. Generation is
serialised as there (one request at a time); headers come with the first token.

    with OllamaStandin(answer=lambda messages: "Yes [1].") as ollama:
        ollama.faults.append(Fault.busy())          # the next chat gets 503, the one after it an answer
        Settings(ollama_host=ollama.url)
"""

from __future__ import annotations

import re
import socket
import threading
import time
from collections import deque
from collections.abc import Callable

from ollama_standin_faults import Fault, StandinModel
from ollama_standin_server import Disconnect, Request, StandinServer
from ollama_standin_shapes import count_tokens

__all__ = ["Disconnect", "Fault", "OllamaStandin", "Request", "StandinModel", "parrot"]

Messages = list[dict[str, str]]
_NUMBERED = re.compile(r"^\s*\[(\d+)\]\s*(\S.*)$", re.MULTILINE)


def parrot(messages: Messages) -> str:
    """An honest model: the first numbered evidence of the prompt with its marker, else the prompt's last line."""
    prompt = messages[-1]["content"] if messages else ""
    found = _NUMBERED.search(prompt) or _NUMBERED.search("\n".join(message["content"] for message in messages))
    if found:
        return f"{found[2].strip()} [{found[1]}]"
    return (prompt.strip().splitlines() or ["I do not know."])[-1].strip()


class OllamaStandin:
    """Serves Ollama's protocol on a free port of 127.0.0.1 while the context is open.

    Args:
        answer: Writes an answer from the messages of a chat.
        models: What is installed.
        listening: False: the port is reserved, and refuses connections.
        version: Of /api/version.
        port: To listen on; 0 for a free one.
        weigh: The probabilities of an answer's first word, where a chat asks for them; None: an older server, which
            knows nothing of that.

    Attributes:
        faults: For the next chats and generations, one each; None is a healthy one.
        fault_for: Asked for every request of any path where the queue has none; returns a Fault or None.
        requests: All requests, in order.
        count: Counts the tokens of a chat.
        cuts: Whether too long a prompt is cut although `truncate` is false, as by a server that does not know it.
        replied: Called with each request as soon as its reply is out or broken off.
        disconnects: Clients that went early.
    """

    def __init__(self, answer: Callable[[Messages], str] = parrot, models: tuple[StandinModel, ...] = (StandinModel(),),
                 *, listening: bool = True, version: str = "0.32.15", port: int = 0,
                 weigh: Callable[[Messages], dict[str, float]] | None = None) -> None:
        self.answer = answer
        self.weigh = weigh
        self.models = models
        self.version = version
        self.faults: deque[Fault | None] = deque()
        self.fault_for: Callable[[Request], Fault | None] = lambda request: None
        self.requests: list[Request] = []
        self.disconnects: list[Disconnect] = []
        self.count: Callable[[Messages], int] = count_tokens
        self.cuts = False
        self.replied: Callable[[Request], None] = lambda request: None
        self.connections = 0
        self.loaded: dict[str, int] = {}
        self.closing = threading.Event()
        self.runner = threading.Lock()
        self._listening = listening
        self._server: StandinServer | None = None
        self._reserved: socket.socket | None = None
        self._thread: threading.Thread | None = None
        self.port = port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def chats(self) -> list[Request]:
        """The requests to /api/chat, in order."""
        return [request for request in self.requests if request.path == "/api/chat"]

    def __enter__(self) -> OllamaStandin:
        if not self._listening:
            self._reserved = socket.socket()
            self._reserved.bind(("127.0.0.1", 0))  # bound and not listening: nobody else gets the port
            self.port = self._reserved.getsockname()[1]
            return self
        self._server = StandinServer(self)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="ollama-standin")
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Ends the server as a kill would; its port refuses connections from then on."""
        self.closing.set()
        if self._reserved is not None:
            self._reserved.close()
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._server.hang_up()
            self._server.server_close()
            self._thread.join()
        self._server = self._thread = self._reserved = None

    def wait_for_disconnect(self, seconds: float = 5.0, count: int = 1) -> Disconnect:
        """Returns the last of `count` disconnects as soon as they are there."""
        end = time.monotonic() + seconds
        while len(self.disconnects) < count:
            if time.monotonic() > end:
                raise AssertionError(f"{len(self.disconnects)} of {count} disconnects within {seconds} s")
            time.sleep(0.005)
        return self.disconnects[count - 1]

    def find(self, name: str) -> StandinModel | None:
        full = name if ":" in name.rpartition("/")[2] else f"{name}:latest"
        return next((model for model in self.models if model.name == full), None)
