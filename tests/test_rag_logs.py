"""The log says what happened in counts, times and kinds, and nothing that anybody wrote; it stays small and harms no one."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from ollama_standin import Fault, OllamaStandin

from rag import Assistant, Settings
from rag.errors import LoadError, ModelInterruptedError, QuestionError, SettingsError
from rag.logs import EventLog, level_from, open_log
from rag.types import Answer, Citation, Claim, EmbeddingIdentity, Failure, IngestReport, SourceChange, Timings, Usage

CANARY = "canary-7f3a"
CITATION = Citation(1, CANARY, 1, CANARY, CANARY, None, None, "en", f"https://{CANARY}/", f"/{CANARY}/a.txt", CANARY, 0, 11,
                    1.0)
ANSWER = Answer(
    f"Who is {CANARY}?", "en", "answered", "written", f"{CANARY}. [1]",
    claims=(Claim(CANARY, "supported", (1,)), Claim(CANARY, "dropped", (), CANARY, CANARY)), citations=(CITATION,),
    warnings=(f"{CANARY} broke off",), model="qwen2.5:7b", usage=Usage(100, 20), timings=Timings(search_ms=12.3456),
    standalone_question=CANARY,
)
CHANGE = SourceChange(CANARY, CANARY, f"/{CANARY}/a.txt")
REPORT = IngestReport((CHANGE,), (CHANGE, CHANGE), (), 4, (Failure(f"/{CANARY}/b.txt", CANARY, CANARY),), 9, 1.23456)


def events(folder: Path) -> list[dict[str, object]]:
    files = sorted((folder / "logs").glob("newscite.log*"), reverse=True)
    return [json.loads(line) for file in files if file.suffix != ".lock" for line in file.read_text().splitlines()]


def everything(log: EventLog) -> None:
    log.started(EmbeddingIdentity(f"/{CANARY}/model", "1", 384, CANARY))
    log.ingested(REPORT)
    log.asked(ANSWER)
    log.searched(3, 0.1)
    log.rebuilt(0.2)
    log.model_failed(ModelInterruptedError(f"{CANARY} broke off.", CANARY))
    for error in (LoadError(f"/{CANARY}/a.txt is empty.", CANARY), ValueError(CANARY), KeyError(CANARY)):
        log.failed(error, "ask")


def test_events_are_json_lines_with_counts_times_and_kinds(tmp_path: Path) -> None:
    log = open_log(tmp_path)
    everything(log)
    log.close()
    logged = events(tmp_path)
    assert [event["event"] for event in logged] == [
        "started", "ingested", "asked", "searched", "rebuilt", "model_failed", "failed", "failed", "failed"]
    assert {"python", "versions", "system"} <= logged[0].keys()
    counts = {"added": 1, "changed": 2, "removed": 0, "unchanged": 4, "failed": 1, "embedded": 9, "seconds": 1.235}
    assert counts.items() <= logged[1].items()
    assert logged[2]["verdicts"] == {"supported": 1, "dropped": 1}
    assert (logged[2]["status"], logged[2]["milliseconds"]) == ("answered", {"search": 12})
    assert logged[5]["error"] == "ModelInterruptedError"
    assert [event["level"] for event in logged[-3:]] == ["warning", "error", "error"]


def test_at_info_nothing_that_anybody_wrote_is_logged(tmp_path: Path) -> None:
    log = open_log(tmp_path)
    everything(log)
    log.close()
    kept = (tmp_path / "logs" / "newscite.log").read_text()
    assert CANARY not in kept
    assert str(tmp_path) not in kept
    assert str(Path(__file__).parent.parent) not in kept


def test_real_answers_ingests_and_faults_leave_no_words_in_the_log(
        seeded_home: Path, seeds: Path, tmp_path: Path) -> None:
    (tmp_path / f"{CANARY}.txt").write_text(f"The {CANARY} of Aarhus was closed on Monday because of a storm, it said.")
    (tmp_path / f"{CANARY}-empty.txt").touch()
    with OllamaStandin() as ollama, Assistant.open(Settings(home=seeded_home, ollama_host=ollama.url)) as assistant:
        assistant.ingest([tmp_path / f"{CANARY}.txt", tmp_path / f"{CANARY}-empty.txt"])
        assistant.search(f"Was the {CANARY} of Aarhus closed?")
        for fault in (None, Fault.busy(), Fault.of_status(500, CANARY)):
            ollama.faults.append(fault)
            assistant.ask(f"When was the {CANARY} of Aarhus closed?", conversation=CANARY)
        with pytest.raises(QuestionError):
            assistant.ask(" ")
    logged = (seeded_home / "logs" / "newscite.log").read_text()
    happened = {json.loads(line)["event"] for line in logged.splitlines()}
    assert {"started", "ingested", "searched", "asked", "failed"} <= happened
    for private in (CANARY, "Aarhus", str(tmp_path), str(seeded_home), str(seeds)):
        assert private not in logged


def test_at_debug_more_is_said_on_stderr_and_the_file_keeps_its_level(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = open_log(tmp_path, "info", debug=True)
    everything(log)
    log.close()
    assert CANARY in capsys.readouterr().err
    assert CANARY not in (tmp_path / "logs" / "newscite.log").read_text()
    debug = open_log(tmp_path / "other", "debug")
    everything(debug)
    assert CANARY in (tmp_path / "other" / "logs" / "newscite.log").read_text()


def test_off_writes_nothing_and_makes_no_folder(tmp_path: Path) -> None:
    everything(open_log(tmp_path, "off"))
    open_log(tmp_path, "info")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("value", "level"), [(None, "info"), ("", "info"), (" Debug ", "debug"), ("off", "off")])
def test_the_level_is_read_from_its_variable(value: str | None, level: str) -> None:
    assert level_from(value) == level


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(SettingsError, match="NEWSCITE_LOG"):
        level_from("loud")


def test_the_same_fault_has_the_same_id_and_another_has_not(tmp_path: Path) -> None:
    log = open_log(tmp_path)

    def refused(level: str) -> str:
        with pytest.raises(SettingsError) as caught:
            level_from(level)
        return log.failed(caught.value, "open")

    assert refused("loud") == refused("louder")
    assert refused("loud") != log.failed(ValueError("x"), "open")
    assert str(events(tmp_path)[0]["at"]).startswith("rag/logs.py:")


def test_lines_of_an_article_cannot_forge_events_or_command_a_terminal(tmp_path: Path) -> None:
    log = open_log(tmp_path, "debug")
    log.asked(replace(ANSWER, question='x\n{"event": "forged"}\x1b[2J\u202e', status="answered"))
    text = (tmp_path / "logs" / "newscite.log").read_text()
    assert text.isascii()
    assert "\x1b" not in text
    assert "forged" not in {event["event"] for event in events(tmp_path)}


def test_the_log_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rag.logs._MOST_BYTES", 2000)
    log = open_log(tmp_path)
    for number in range(200):
        log.searched(number, 0.0)
    files = [file for file in (tmp_path / "logs").iterdir() if file.suffix != ".lock"]
    assert {file.name for file in files} == {"newscite.log", "newscite.log.1", "newscite.log.2"}
    assert sum(file.stat().st_size for file in files) < 3 * 2300
    assert events(tmp_path)[-1]["passages"] == 199


def test_several_processes_lose_no_line_while_one_puts_the_file_aside(tmp_path: Path) -> None:
    code = ("import sys, pathlib, rag.logs\nrag.logs._MOST_BYTES = 30_000\n"
            "log = rag.logs.open_log(pathlib.Path(sys.argv[1]))\n"
            "for n in range(150): log.searched(int(sys.argv[2]) * 1000 + n, 0.0)")
    running = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path), str(number)]) for number in range(4)]
    assert [process.wait(60) for process in running] == [0, 0, 0, 0]
    seen = [event["passages"] for event in events(tmp_path)]
    assert sorted(seen) == [process * 1000 + number for process in range(4) for number in range(150)]  # type: ignore[type-var]


def test_a_disk_that_fails_fails_no_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "logs").write_text("in the way")
    everything(open_log(tmp_path))
    assert capsys.readouterr() == ("", "")


def test_a_link_in_place_of_the_log_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / "kept.txt").write_text("kept")
    (tmp_path / "logs" / "newscite.log").symlink_to(tmp_path / "kept.txt")
    open_log(tmp_path).searched(1, 0.0)
    assert (tmp_path / "kept.txt").read_text() == "kept"


def test_logs_are_of_one_assistant_and_gone_when_it_closes(tmp_path: Path) -> None:
    before = set(logging.Logger.manager.loggerDict)
    first, second = open_log(tmp_path / "a"), open_log(tmp_path / "b")
    first.searched(1, 0.0)
    first.close()
    first.close()
    first.searched(2, 0.0)
    second.searched(3, 0.0)
    assert [len(events(tmp_path / name)) for name in "ab"] == [1, 1]
    assert set(logging.Logger.manager.loggerDict) - before <= {"filelock"}
