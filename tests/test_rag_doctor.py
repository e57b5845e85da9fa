"""`newscite doctor`: each thing that goes wrong on a user's machine is found, explained, and comes with a remedy."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from ollama_standin import OllamaStandin, StandinModel

from rag import Assistant, Settings
from rag.errors import LibraryError
from rag.finding import Finding
from rag.machine import clock_finding, folder_finding, proxy_finding
from rag.status import Status, status_unopened

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ALL_PROXY", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def found(status: Status, name: str) -> Finding:
    (finding,) = [finding for finding in status.findings if finding.name == name]
    assert finding.ok or finding.remedy, "what is broken comes with a remedy"
    return finding


def looked(home: Path, **settings: object) -> Status:
    with Assistant.open(Settings(home=home, **settings)) as assistant:  # type: ignore[arg-type]
        return assistant.status()


def with_model(home: Path, *models: StandinModel, **settings: object) -> Status:
    with OllamaStandin(models=models) as ollama:
        return looked(home, ollama_host=ollama.url, **settings)


@contextmanager
def somebody_else() -> Iterator[None]:
    """The superuser may write anywhere, so it steps down for the while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_healthy_machine_has_nothing_broken(seeded_home: Path) -> None:
    status = with_model(seeded_home, StandinModel())
    assert status.ok, [finding for finding in status.findings if not finding.ok]
    assert {finding.name for finding in status.findings} == {
        "library", "embedding", "index", "permissions", "disk", "clock", "proxy", "versions", "ollama", "context"}
    assert "library format" in found(status, "versions").detail


def test_without_ollama_articles_are_quoted_which_is_no_fault(seeded_home: Path) -> None:
    status = looked(seeded_home, ollama_host="http://127.0.0.1:1")
    assert status.ok
    assert "answers are quotes" in found(status, "ollama").detail
    assert "ollama" in str(found(status, "ollama").remedy)


def test_a_server_without_a_model_says_how_to_get_one(seeded_home: Path) -> None:
    status = with_model(seeded_home, StandinModel.embedding())
    assert found(status, "ollama").ok
    assert found(status, "model").ok
    assert "ollama pull" in str(found(status, "model").remedy)


def test_a_model_that_was_named_and_is_missing_is_a_fault(seeded_home: Path) -> None:
    model = found(with_model(seeded_home, StandinModel(), model="mistral:7b"), "model")
    assert not model.ok
    assert "mistral:7b" in model.detail


def test_a_model_without_a_chat_template_is_found(seeded_home: Path) -> None:
    template = found(with_model(seeded_home, StandinModel(template="{{ .Prompt }}")), "template")
    assert not template.ok
    assert "chat template" in template.detail


def test_a_small_context_is_found_whether_of_the_model_or_of_the_settings(seeded_home: Path) -> None:
    own = found(with_model(seeded_home, StandinModel(context_length=1024)), "context")
    assert (own.ok, "1024 tokens" in own.detail, "ollama pull" in str(own.remedy)) == (False, True, True)
    asked = found(with_model(seeded_home, StandinModel(), num_ctx=1000), "context")
    assert (asked.ok, "NEWSCITE_NUM_CTX" in str(asked.remedy)) == (False, True)


def test_a_damaged_index_is_found(seeded_home: Path) -> None:
    for build in [path for path in (seeded_home / "index").iterdir() if path.is_dir()]:
        shutil.rmtree(build)
    index = found(looked(seeded_home), "index")
    assert not index.ok
    assert "rebuild" in str(index.remedy)


def test_a_stale_index_is_told_of(seeded_home: Path) -> None:
    with Assistant.open(Settings(home=seeded_home, writer="quotes")) as assistant:
        assistant.library.remove([assistant.library.list()[0].article_id])
        index = found(assistant.status(), "index")
    assert index.ok
    assert "changed or gone" in index.detail


def test_a_disk_that_is_nearly_full_is_found(seeded_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rag.machine.shutil.disk_usage", lambda folder: SimpleNamespace(free=20 << 20))
    disk = found(looked(seeded_home), "disk")
    assert (disk.ok, disk.detail) == (False, "20 MiB free")


@pytest.mark.parametrize("place", [".", "index", "logs"])
def test_a_folder_that_may_not_be_written_to_is_found(seeded_home: Path, place: str) -> None:
    assert folder_finding(seeded_home).ok
    (seeded_home / place).mkdir(exist_ok=True)
    (seeded_home / place).chmod(0o555)
    with somebody_else():
        finding = folder_finding(seeded_home)
    (seeded_home / place).chmod(0o755)
    assert not finding.ok
    assert "NEWSCITE_HOME" in str(finding.remedy)
    assert not [path for path in seeded_home.rglob(".newscite-*")]


@pytest.mark.skipif(os.name == "nt", reason="a mode says nothing there")
@pytest.mark.parametrize(("mode", "closed"), [(0o700, True), (0o755, False), (0o750, False), (0o711, False)])
def test_a_library_that_others_may_read_is_told_of_and_is_no_fault(seeded_home: Path, mode: int, closed: bool) -> None:
    assert stat.S_IMODE(seeded_home.stat().st_mode) == 0o700, "as it was made"
    seeded_home.chmod(mode)
    permissions = found(looked(seeded_home, writer="quotes"), "permissions")
    assert permissions.ok
    assert ("other users" not in permissions.detail) is closed
    assert permissions.remedy == (None if closed else f"Close it to them with: chmod 700 {seeded_home}")


def test_a_library_that_cannot_be_opened_is_a_finding_too(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    settings = Settings(home=tmp_path / "file" / "library", ollama_host="http://127.0.0.1:1")
    with pytest.raises(LibraryError) as caught:
        Assistant.open(settings)
    status = status_unopened(settings, caught.value)
    assert not status.ok
    assert "permissions" in str(found(status, "library").remedy)


@pytest.mark.parametrize(("now", "newest", "ok"), [
    (NOW, None, True), (NOW, "2026-05-04T11:59:00+00:00", True), (NOW, "2026-05-04T12:30:00+00:00", True),
    (NOW, "2026-05-05T12:00:00+00:00", False), (NOW, "2026-06-01T12:00:00", False),
    (NOW.replace(year=1970), None, False), (NOW.replace(year=2106), "2026-05-04T11:59:00+00:00", False),
])
def test_a_wrong_clock_is_found(now: datetime, newest: str | None, ok: bool) -> None:
    finding = clock_finding(now, newest)
    assert finding.ok is ok
    assert ok or "clock" in str(finding.remedy)


def test_the_clock_is_held_against_the_library(seeded_home: Path) -> None:
    with Assistant.open(Settings(home=seeded_home, writer="quotes")) as assistant:
        with assistant._library.store.transaction() as connection:
            connection.execute("UPDATE articles SET added = '2071-01-01T00:00:00+00:00'")
        assert not found(assistant.status(), "clock").ok


@pytest.mark.parametrize(("variables", "ok"), [
    ({}, True), ({"HTTP_PROXY": ""}, True), ({"HTTP_PROXY": "http://p:3128"}, False),
    ({"all_proxy": "socks5://p:1"}, False), ({"https_proxy": "http://p:3128", "NO_PROXY": "example.org"}, False),
    ({"HTTP_PROXY": "http://p:3128", "NO_PROXY": "localhost"}, False),
    ({"HTTP_PROXY": "http://p:3128", "no_proxy": " localhost , 127.0.0.1"}, True),
    ({"HTTP_PROXY": "http://p:3128", "NO_PROXY": "*"}, True),
])
def test_proxy_variables_that_catch_loopback_are_found(variables: dict[str, str], ok: bool) -> None:
    finding = proxy_finding(Settings(), variables)
    assert finding.ok, "our own calls spare this machine"
    assert (finding.remedy is None) is ok
    assert proxy_finding(Settings(chroma_url="http://127.0.0.1:8000"), variables).ok is ok, "those of Chroma do not"
    assert "p:3128" not in finding.detail, "an address of a proxy may hold a password"
    assert ok or "NO_PROXY=127.0.0.1,localhost" in str(finding.remedy)


def test_proxy_variables_of_the_process_are_seen(seeded_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert "NO_PROXY" in str(found(looked(seeded_home), "proxy").remedy)
