"""Twice the text takes about twice the time: every compiled expression, and everything that articles and models pass."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

import pytest

import eval as suite
import rag
import ui
from rag.chunk import split
from rag.cli.terminal import clean
from rag.language import detect
from rag.load import parse
from rag.load.decode import one_line, tidy
from rag.load.plain import text_lines
from rag.sentences import sentence_spans
from rag.types import Article
from rag.write.drafts import Drafter

MOST_RATIO = 2.5
MEASURABLE = 0.003
"""Seconds below which a ratio is noise; at the smallest size here, quadratic time takes a hundred times as long."""

SMALL = 4_000
GENERIC = (" ", "a", "A", "1", "\"", "(", "[", "“", "'", ".", "-", "\n", "\t", "é", "a ", "1,", "1.", "1 ", ". ", "A. ",
           "[1]", "a\n", "aA", "„“", "a-", "\u00a0", "<a ", "\\", "_", "*")


def patterns() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    """All expressions that the packages compile as they are imported, in collections too, by module and name."""
    found: dict[str, re.Pattern[str] | re.Pattern[bytes]] = {}
    for package in (rag, ui, suite):
        for module in modules(package):
            for name, value in vars(module).items():
                for key, one in members(value):
                    if isinstance(one, re.Pattern):
                        found[f"{module.__name__}.{name}{key}"] = one
    return found


def modules(package: ModuleType) -> Iterator[ModuleType]:
    for entry in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not entry.name.endswith("__main__"):
            yield importlib.import_module(entry.name)


def members(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        yield from ((f"[{key}]", one) for key, one in value.items())
    elif isinstance(value, tuple | list):
        yield from ((f"[{at}]", one) for at, one in enumerate(value))
    else:
        yield "", value


def attacks(pattern: str) -> Iterator[str]:
    """What a text may repeat to lead an expression on: its own signs and words, and what is often repeated in one."""
    plain = re.sub(r"\\[a-zA-Z]|\(\?[a-zA-Z:=!<]+", "", pattern)
    signs = [sign for sign in dict.fromkeys(plain) if not sign.isalpha()][:12]
    words = list(dict.fromkeys(re.findall(r"[^\W\d_]{2,12}", plain)))[:4]
    joined = ("".join(signs), " ".join(words))
    yield from dict.fromkeys(unit for unit in (*GENERIC, *signs, *words, *(f"{word} " for word in words), *joined) if unit)


def seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def ratio(run: Callable[[int], object], small: int) -> float | None:
    """How many times longer twice the size takes; None where the smaller takes no time worth measuring.

    The best of several: what else the machine does only ever adds.
    """
    first = seconds(lambda: run(small))
    if first < MEASURABLE:
        return None
    small = small if first < 0.25 else small // 8
    for _ in range(3):
        once = min(seconds(lambda: run(small)) for _ in range(3))
        if once < MEASURABLE:
            return None
        twice = min(seconds(lambda: run(2 * small)) for _ in range(3))
        if twice <= MOST_RATIO * once:
            break
    return twice / once


def uses(name: str) -> set[str]:
    """The methods that its module calls on an expression; all that there are, where they are not called by its name."""
    module, _, variable = name.partition("[")[0].rpartition(".")
    source = Path(str(importlib.import_module(module).__file__)).read_text(encoding="utf-8")
    called = re.findall(rf"(?<!\w){variable}\b(?:\.(\w+))?", source.replace(f"{variable} =", "").replace(f"{variable}:", ""))
    return {method or "finditer" for method in called}


def applied(pattern: re.Pattern[str] | re.Pattern[bytes], text: str, *, anchored: bool) -> None:
    hostile: object = text if isinstance(pattern.pattern, str) else text.encode()
    if anchored:
        pattern.match(hostile)  # type: ignore[arg-type]
        pattern.fullmatch(hostile)  # type: ignore[arg-type]
        return
    for _ in pattern.finditer(hostile):  # type: ignore[arg-type]
        pass


@pytest.mark.timeout(120)
def test_every_expression_takes_linear_time_as_it_is_used() -> None:
    slow: list[str] = []
    found = patterns()
    assert len(found) > 100
    for name, pattern in found.items():
        anchored = uses(name) <= {"match", "fullmatch"}
        for unit in attacks(str(pattern.pattern)):
            def run(length: int, unit: str = unit, pattern: re.Pattern[str] | re.Pattern[bytes] = pattern,
                    anchored: bool = anchored) -> None:
                applied(pattern, (unit * (length // len(unit) + 1))[:length] + "\x00", anchored=anchored)

            times = ratio(run, SMALL)
            if times is not None and times > MOST_RATIO:
                slow.append(f"{name} on {unit!r}: {times:.1f}")
    assert not slow, "\n".join(slow)


def test_an_expression_that_takes_quadratic_time_is_noticed() -> None:
    backtracks = re.compile(r"a+b")
    times = ratio(lambda length: applied(backtracks, "a" * length, anchored=False), SMALL)
    assert times is not None
    assert times > 3


TEXTS = ("word ", "A. ", "„", "“ ”", "'s ", "a.b.", "Dr. ", "1. ", "...", "x", "- ", "a, ", "\u0301a", "\n\n", "(", "z.B. A",
         "the harbour was closed on monday after a fire in a store\n", "Foto: A\n", "Stand: 06.10.2023 ", "\u00a0", "[1] ")


def drafted(text: str) -> None:
    drafter = Drafter("en")
    list(drafter.feed(text))
    list(drafter.finish(True))


@pytest.mark.timeout(120)
@pytest.mark.parametrize(("work", "small"), [
    (lambda text: sentence_spans(text, "en"), 25_000), (lambda text: sentence_spans(text, "de"), 25_000),
    (tidy, 200_000), (one_line, 200_000), (lambda text: list(text_lines(text)), 100_000), (detect, 100_000),
    (drafted, 10_000), (clean, 200_000),
], ids=["sentences-en", "sentences-de", "tidy", "one_line", "text_lines", "language", "drafts", "terminal"])
def test_what_articles_and_models_pass_takes_linear_time(work: Callable[[str], object], small: int) -> None:
    for unit in TEXTS:
        def run(length: int, unit: str = unit) -> None:
            work((unit * (length // len(unit) + 1))[:length])

        times = ratio(run, small)
        assert times is None or times <= MOST_RATIO, f"{unit!r}: {times:.1f}"


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "jsonl"])
def test_loading_and_splitting_take_linear_time(suffix: str) -> None:
    for unit in ("word ", "A. ", "„x“ ", "the harbour was closed on monday after a fire in a store\n"):
        def run(length: int, unit: str = unit) -> None:
            text = unit * (length // len(unit))
            data = json.dumps({"id": "1", "text": text}) if suffix == "jsonl" else text
            for item in parse(Path(f"/n/a.{suffix}"), data.encode()):
                if isinstance(item, Article):
                    split(item)

        times = ratio(run, 50_000)
        assert times is None or times <= MOST_RATIO, f"{unit!r}: {times:.1f}"
