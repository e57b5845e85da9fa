"""What happened, in JSON lines beside the library: counts, times and kinds of errors, and nothing that anybody wrote.

No function here takes a text and writes it at INFO: events are made of numbers, of words fixed in this code, and of the
names of models and error classes. What helps to find a fault but says what was asked or where (`--debug`) is DEBUG.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import platform
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rag.errors import ModelError, NewsciteError, SettingsError
from rag.types import Answer, EmbeddingIdentity, IngestReport

__all__ = ["ENVIRONMENT", "EventLog", "level_from", "open_log"]

ENVIRONMENT = "NEWSCITE_LOG"
_LEVELS = {"off": logging.CRITICAL + 1, "info": logging.INFO, "debug": logging.DEBUG}
_MOST_BYTES = 1_000_000
_KEPT = 3
_ROOF = Path(__file__).resolve().parents[1]
_ROOMS = ("rag", "ui")
_FIELDS = "event_fields"


def level_from(value: str | None) -> str:
    """Returns the level that NEWSCITE_LOG names, "info" where it names none.

    Raises:
        SettingsError: It is none of off, info and debug.
    """
    level = (value or "").strip().lower() or "info"
    if level not in _LEVELS:
        raise SettingsError(f"{ENVIRONMENT} is {value!r}.", "Set it to off, info or debug.")
    return level


def open_log(folder: Path, level: str = "info", *, debug: bool = False) -> EventLog:
    """Returns the log of a library; nothing is written, and no folder made, before its first event.

    Args:
        folder: Of the library; the log is `logs/newscite.log` in it, three files of 1 MB at most.
        level: Of the file: "off", "info" or "debug".
        debug: Whether to say everything on stderr too, whatever `level` says.
    """
    # Not of logging's register: two assistants of a program have two logs, and closing one leaves nothing behind.
    logger = logging.Logger("newscite", logging.DEBUG)
    if level != "off":
        file = _SharedFile(folder / "logs" / "newscite.log")
        file.setLevel(_LEVELS[level])
        logger.addHandler(file)
    if debug:
        screen = logging.StreamHandler(sys.stderr)
        screen.setFormatter(_Lines())
        logger.addHandler(screen)
    return EventLog(logger)


class EventLog:
    """The events of one assistant. Safe to use from several threads; no call raises, whatever the disk does."""

    def __init__(self, logger: logging.Logger) -> None:
        self._logger = logger

    def started(self, embedding: EmbeddingIdentity | None = None, **versions: str) -> None:
        """An assistant has been opened."""
        from importlib.metadata import PackageNotFoundError, version

        with suppress(PackageNotFoundError):  # run from a checkout that is not installed
            versions = {"newscite": version("newscite"), **versions}
        self._info("started", python=platform.python_version(), system=platform.system(), versions=versions,
                   embedding=f"{embedding.dimension} wide, {embedding.revision}" if embedding else None)

    def ingested(self, report: IngestReport) -> None:
        """An ingest has ended."""
        self._info("ingested", added=len(report.added), changed=len(report.changed), removed=len(report.removed),
                   unchanged=report.unchanged, failed=len(report.failed), embedded=report.embedded,
                   seconds=round(report.seconds, 3))
        for failure in report.failed:
            self._debug("unreadable", source=failure.source, reason=failure.reason)

    def asked(self, answer: Answer) -> None:
        """A question has been answered, or found to have no answer."""
        times = answer.timings
        self._info(
            "asked", status=answer.status, mode=answer.mode, language=answer.language, model=answer.model,
            verdicts=dict(Counter(claim.verdict for claim in answer.claims)), citations=len(answer.citations),
            consulted=len(answer.consulted), warnings=len(answer.warnings),
            prompt_tokens=answer.usage.prompt_tokens, completion_tokens=answer.usage.completion_tokens,
            milliseconds={name: round(value) for name, value in (
                ("condense", times.condense_ms), ("search", times.search_ms), ("evidence", times.evidence_ms),
                ("second_look", times.second_look_ms), ("first_token", times.first_token_ms),
                ("generate", times.generate_ms), ("verify", times.verify_ms),
                ("total", times.total_ms)) if value is not None})
        self._debug("asked", question=answer.question, standalone=answer.standalone_question,
                    warnings=list(answer.warnings), reasons=[claim.reason for claim in answer.claims if claim.reason])

    def searched(self, passages: int, seconds: float) -> None:
        """Passages have been listed."""
        self._info("searched", passages=passages, seconds=round(seconds, 3))

    def rebuilt(self, seconds: float) -> None:
        """The index has been made anew."""
        self._info("rebuilt", seconds=round(seconds, 3))

    def model_failed(self, error: ModelError) -> None:
        """The language model failed, and the answer goes on without it."""
        self._info("model_failed", error=type(error).__name__, id=_fingerprint(error))
        self._debug("model_failed", message=str(error))

    def failed(self, error: BaseException, doing: str) -> str:
        """Something failed.

        Args:
            doing: A word of the code's own, such as "ask".

        Returns:
            The error's id, the same for each error of that kind from that line of code.
        """
        name = _fingerprint(error)
        self._logger.log(logging.WARNING if isinstance(error, NewsciteError) else logging.ERROR, "failed",
                         extra={_FIELDS: {"doing": doing, "error": type(error).__name__, "id": name,
                                          "at": _place(error)}})
        self._debug("failed", id=name, message=str(error), trace="".join(traceback.format_exception(error)))
        return name

    @contextmanager
    def during(self, doing: str) -> Generator[None]:
        """Notes what fails within a `with` block, by whichever name; it fails all the same."""
        try:
            yield
        except Exception as error:
            self.failed(error, doing)
            raise

    def close(self) -> None:
        """Lets go of the log; a second call does nothing."""
        for handler in tuple(self._logger.handlers):
            self._logger.removeHandler(handler)
            handler.close()

    def _info(self, event: str, **fields: Any) -> None:
        self._logger.info(event, extra={_FIELDS: fields})

    def _debug(self, event: str, **fields: Any) -> None:
        self._logger.debug(event, extra={_FIELDS: fields})


class _Lines(logging.Formatter):
    """One JSON object a line, ASCII only: no text of an article can end a line or command a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        fields: dict[str, Any] = getattr(record, _FIELDS, {})
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        kept = {name: value for name, value in fields.items() if value is not None}
        return json.dumps({"time": moment, "level": record.levelname.lower(), "event": record.getMessage(),
                           "process": record.process, **kept}, default=str)


class _SharedFile(logging.Handler):
    """A log that several processes append to.

    It is opened for each line, as POSIX appends a short line whole, and so that nobody goes on writing to a file that
    another process has put aside. Whoever finds it full puts it aside, if no other process is at it.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.setFormatter(_Lines())
        self._path = path
        self._turning = threading.Lock()

    def emit(self, record: logging.LogRecord) -> None:
        line = f"{self.format(record)}\n".encode()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
            try:
                os.write(handle, line)
                full = os.fstat(handle).st_size > _MOST_BYTES
            finally:
                os.close(handle)
            if full:
                self._turn()
        except OSError:
            return  # a full or read-only disk must not fail the question; the doctor tells of it

    def _turn(self) -> None:
        from filelock import FileLock, Timeout

        try:
            with self._turning, FileLock(f"{self._path}.lock", timeout=0, thread_local=False):
                # Another process may have done it since.
                if self._path.stat().st_size <= _MOST_BYTES:
                    return
                for number in range(_KEPT - 1, 0, -1):
                    older = self._path if number == 1 else self._path.with_name(f"{self._path.name}.{number - 1}")
                    if older.exists():
                        older.replace(self._path.with_name(f"{self._path.name}.{number}"))
        except Timeout:
            return


def _place(error: BaseException) -> str | None:
    """The innermost line of Newscite's own code that the error came by; no path of the machine."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if any(path.is_relative_to(_ROOF / room) for room in _ROOMS):
            return f"{path.relative_to(_ROOF).as_posix()}:{frame.lineno}"
    return None


def _fingerprint(error: BaseException) -> str:
    return hashlib.sha256(f"{type(error).__name__} {_place(error)}".encode()).hexdigest()[:8]
