"""The documentation says what the code does: its code runs, its commands, names and pictures exist, nothing is left out."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from rag.check.rates import measured_rates
from rag.cli import main
from rag.cli.arguments import parser
from rag.cli.reference import reference
from rag.settings import environment_variables

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "ARCHITECTURE.md", "CHANGELOG.md", "SECURITY.md", "CONTRIBUTING.md", "docs/answers.md", "docs/api.md",
         "docs/commands.md", "docs/evaluation.md", "docs/reliability.md")
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def read(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def blocks(page: str, language: str) -> list[str]:
    return [found[2] for found in _BLOCK.finditer(read(page)) if found[1] == language]


def commands() -> list[tuple[str, str]]:
    return [(page, line) for page in PAGES for block in blocks(page, "sh") for line in block.splitlines() if line]


def make_targets() -> list[str]:
    return re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE)


def test_the_readmes_python_runs(
    seeded_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    code = blocks("README.md", "python")
    assert len(code) == 2
    for block in code:
        exec(compile(block, "README.md", "exec"), {"__name__": "readme"})
    printed = capsys.readouterr().out
    assert "Spionagerisiko" in printed
    assert "9,1 Milliarden" in printed


def test_the_answer_in_the_readme_is_the_answer(seeded_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where this fails after a change of evidence or wording, copy the new output of `make ask` into the README."""
    (shown,) = blocks("README.md", "console")
    command, _, said = shown.partition("\n")
    question = command.partition('Q="')[2].rstrip('"')
    assert main(["ask", "--", question]) == 0
    answered = capsys.readouterr().out.replace(f"{ROOT}/", "/tmp/newscite/")
    assert [line for line in said.splitlines() if not line.startswith("note: ")] == answered.splitlines()


@pytest.mark.parametrize(("page", "line"), commands())
def test_every_command_of_the_pages_exists(page: str, line: str) -> None:
    words = [word for word in shlex.split(line.partition(" > ")[0], comments=True)
             if not re.match(r"NEWSCITE_[A-Z_]+=", word)]
    match words:
        case ["make", target, *_]:
            assert target in make_targets()
        case ["newscite", *typed]:
            parser().parse_args(typed)
        case [".venv/bin/python" | "python", "-m", "pytest", *_, path]:
            assert (ROOT / path).is_file()
        case [".venv/bin/python" | "python", "-m", module, *_]:
            assert (ROOT / (module.replace(".", "/") + ".py")).is_file()
        case ["ollama", "pull", _]:
            pass
        case [path]:
            assert (ROOT / path).is_file()
        case _:
            pytest.fail(f"{page} names a command that is not known here: {line}")


def test_the_reference_is_up_to_date_and_complete() -> None:
    assert read("docs/commands.md") == reference(), "run: python -m rag.cli.reference > docs/commands.md"
    for variable in environment_variables():
        assert f"`{variable}`" in reference()
    for command in ("ingest", "ask", "search", "library list", "library show", "library remove", "library verify",
                    "library rebuild", "library backup", "library restore", "library delete", "conversations list",
                    "conversations export", "conversations delete", "feedback export", "eval mutations", "chat", "doctor"):
        assert f"## newscite {command}\n" in reference()


@pytest.mark.parametrize("page", PAGES)
def test_links_between_the_pages_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", read(page)):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        assert (ROOT / page).parent.joinpath(path).is_file(), target
        titles = re.findall(r"^#+ (.*)$", read(path), re.MULTILINE) if anchor else []
        assert not anchor or anchor in [title.lower().replace(" ", "-") for title in titles], target


@pytest.mark.parametrize("page", PAGES)
def test_modules_tests_and_variables_that_are_named_exist(page: str) -> None:
    text = read(page)
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("test_*.py"))
    for name in re.findall(r"`(test_\w+)`", text):
        assert f"def {name}(" in tests, name
    for module in map("".join, re.findall(r"python -m (rag\.[\w.]+)|(?:python -m |`)(benchmarks\.\w+)", text)):
        assert (ROOT / (module.replace(".", "/") + ".py")).is_file(), module
    for path in re.findall(r"`((?:rag|ui|tests|benchmarks|docs)/[\w/.-]+)`", text):
        assert (ROOT / path).exists(), path
    known = {*environment_variables(), "NEWSCITE_BELEBELE", "NEWSCITE_WIKINEWS", "NEWSCITE_BENCH_CACHE",
             "NEWSCITE_BENCH_OLLAMA", "NEWSCITE_CHAT_PASSWORD", "NEWSCITE_MACHINE_STEPS"}
    for variable in re.findall(r"\bNEWSCITE_[A-Z_]+", text):
        assert variable in known, variable


@pytest.mark.parametrize("package", ["rag", "ui"])
def test_every_room_is_in_the_architecture(package: str) -> None:
    text = read("ARCHITECTURE.md")
    rooms = {path.stem for path in (ROOT / package).iterdir()
             if path.suffix == ".py" or (path / "__init__.py").is_file()}
    for room in sorted(rooms - {"__init__", "__main__"}):
        assert f"`{room}`" in text, f"ARCHITECTURE.md does not name the room {room} of {package}"


def test_every_check_is_explained() -> None:
    checks = re.findall(r"import check_(\w+)", read("rag/check/verify.py") + read("rag/check/sense.py"))
    assert checks
    for check in checks:
        assert f"| `{check}` |" in read("docs/answers.md"), f"docs/answers.md does not say what the check {check} fails"


def test_every_target_and_every_measurement_is_named() -> None:
    told = read("CONTRIBUTING.md")
    for target in set(make_targets()) - {"seeds"}:
        assert re.search(rf"`(?:make )?{target}[` ]", told), f"CONTRIBUTING.md does not name `make {target}`"
    named = "\n".join(map(read, PAGES))
    for path in (ROOT / "benchmarks").glob("*.py"):
        if '__name__ == "__main__"' in path.read_text(encoding="utf-8"):
            assert re.search(rf"benchmarks[./]{path.stem}\b|`\.{path.stem}`", named), f"no page names benchmarks.{path.stem}"


def test_every_picture_is_shown() -> None:
    shown = "\n".join(map(read, PAGES))
    for picture in (ROOT / "docs").glob("*.png"):
        assert re.search(rf"\]\((?:docs/)?{re.escape(picture.name)}\)", shown), f"no page shows {picture.name}"


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_left_unwritten(page: str) -> None:
    for mark in ("TODO", "TBD", "XXX", "@@", "lorem"):
        assert mark not in read(page)


def test_the_page_and_the_documentation_give_the_checks_the_same_figures() -> None:
    rows = {"numbers": "numbers", "scales": "scales, units", "dates": "dates", "directions": "directions",
            "roles": "roles (who did it to whom)", "names": "names", "negation": "negation", "modality": "modality",
            "attribution": "attribution", "quotes": "invented quotes", "additions": "additions",
            "markers": "citation markers", "refused": "**true claims refused**"}
    table = read("docs/answers.md").partition("## True claims made false")[2].partition("\n## ")[0]
    rates = measured_rates()
    shown = {item.kind: item.share for item in rates.caught} | {"refused": rates.refused}
    assert shown.keys() == rows.keys()
    for kind, share in shown.items():
        told = re.search(rf"^\| {re.escape(rows[kind])} \|[^|]*\| ([\d.]+) %", table, re.MULTILINE)
        assert told is not None, kind
        decimals = len(told[1].partition(".")[2])
        assert float(told[1]) == round(share * 100, decimals), kind
