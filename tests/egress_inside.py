"""What Newscite does, done in a network of loopback alone: run by test_egress.py, prints what it tried to reach."""

from __future__ import annotations

import contextlib
import fcntl
import io
import json
import os
import socket
import struct
import sys
from pathlib import Path
from typing import Any

QUESTION = "Why is Cainiao software considered a risk?"
TRIED: list[str] = []


def raise_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        name = struct.pack("16sh", b"lo", 0)
        flags = struct.unpack("16sh", fcntl.ioctl(asking, 0x8913, name))[1]
        fcntl.ioctl(asking, 0x8914, struct.pack("16sh", b"lo", flags | 1))


def watch(event: str, values: tuple[Any, ...]) -> None:
    """Notes every address beyond loopback that Python code connects or sends to, and every name that it looks up."""
    if event in ("socket.connect", "socket.sendto"):
        address = values[1]
        if isinstance(address, tuple) and not str(address[0]).startswith(("127.", "::1", "localhost")):
            TRIED.append(f"{event} {address[0]}")
    elif event in ("socket.getaddrinfo", "socket.gethostbyname") and values[0] not in (
            None, "", "127.0.0.1", "localhost", "::1", b"127.0.0.1", b"localhost"):
        TRIED.append(f"{event} {values[0]!r}")


def unrouted() -> int:
    """Packets that the kernel had no way for, of Python and native code alike."""
    head, values = [line.split() for line in Path("/proc/self/net/snmp").read_text().splitlines() if line.startswith("Ip:")]
    six = dict(line.split() for line in Path("/proc/self/net/snmp6").read_text().splitlines())
    return int(dict(zip(head, values, strict=True))["OutNoRoutes"]) + int(six.get("Ip6OutNoRoutes", 0))


def work(home: Path, seeds: Path) -> list[str]:
    """Ingests, asks with a model and without, searches, serves and uses the page, runs a sample of the suite."""
    import httpx
    from ollama_standin import OllamaStandin

    from rag import Assistant, Settings
    from rag.cli import main
    from ui.server import running

    done: list[str] = []
    with OllamaStandin() as ollama:
        for host in (ollama.url, "http://127.0.0.1:1"):
            with Assistant.open(Settings(home=home, ollama_host=host)) as assistant:
                done.append(f"{len(assistant.ingest(seeds).added)} added")
                done.append(assistant.ask(QUESTION).status)
                done.append(f"{len(assistant.search('spionage', 3))} found")
                with running(assistant) as url:
                    done.append(f"{httpx.get(url).status_code} page")
                    reply = httpx.post(f"{url}gradio_api/run/page_status", json={"data": [{}]}, timeout=60)
                    done.append(f"{reply.json()['data'][0]['articles']} articles")
    os.environ |= {"NEWSCITE_HOME": str(home), "OLLAMA_HOST": "http://127.0.0.1:1"}
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        code = main(["eval", "run", "--profile", "smoke", "--limit", "2", "--writer", "quotes", "--run", str(home.parent / "run")])
    return [*done, f"suite {code}"]


def main_inside() -> None:
    raise_loopback()
    sys.addaudithook(watch)
    before = unrouted()
    done = work(Path(sys.argv[1]), Path(sys.argv[2]))
    attempted = unrouted() - before
    tried = list(TRIED)
    with socket.socket() as outside, contextlib.suppress(OSError):
        outside.connect(("192.0.2.1", 80))
    print(json.dumps({"done": done, "tried": tried, "unrouted": attempted, "control": unrouted() - before - attempted,
                      "heard": len(TRIED) - len(tried)}))


if __name__ == "__main__":
    main_inside()
