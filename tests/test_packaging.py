"""What stands between a clean checkout and a working `newscite`: the Makefile, the pins, the wheel."""

from __future__ import annotations

import ast
import os
import re
import shutil
import socket
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
RUNTIME = [Requirement(line) for line in PROJECT["dependencies"]]
OPTIONAL = [Requirement(line) for line in PROJECT["optional-dependencies"]["mcp"]]
DEVELOPMENT = [Requirement(line) for line in PROJECT["optional-dependencies"]["dev"]]

needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="no make here")


def pins() -> dict[str, str]:
    lines = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if line and not line.startswith("#")]
    found = [re.fullmatch(r"([A-Za-z0-9._-]+)==([A-Za-z0-9.]+)", line) for line in lines]
    assert all(found), "every line is a plain pin, without a build's local tag"
    return {canonicalize_name(match[1]): match[2] for match in found if match}


def test_every_dependency_is_pinned_within_its_range() -> None:
    pinned = pins()
    for requirement in RUNTIME + DEVELOPMENT:
        version = pinned[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement} against {version}"


def test_every_dependency_has_an_upper_bound() -> None:
    for requirement in RUNTIME + DEVELOPMENT:
        assert any(clause.operator in ("<", "==") for clause in requirement.specifier), requirement


def imported(folder: str) -> Iterator[tuple[Path, str]]:
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                yield from ((path, alias.name.partition(".")[0]) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                yield path, node.module.partition(".")[0]


@pytest.mark.parametrize("folder", ["rag", "ui"])
def test_nothing_is_imported_that_is_not_declared(folder: str) -> None:
    declared = {canonicalize_name(requirement.name) for requirement in [*RUNTIME, *OPTIONAL]}
    distributions = packages_distributions()
    for path, name in imported(folder):
        if name in sys.stdlib_module_names or name in ("rag", "ui", "eval"):
            continue
        owners = {canonicalize_name(owner) for owner in distributions.get(name, [name])}
        assert owners & declared, f"{path.relative_to(ROOT)} imports {name}"


@pytest.mark.parametrize("folder", ["rag", "ui"])
def test_every_module_says_what_is_public(folder: str) -> None:
    for path in (ROOT / folder).rglob("*.py"):
        tree = ast.parse(path.read_text())
        names = {getattr(target, "id", None) for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)
                 for target in (node.targets if isinstance(node, ast.Assign) else [node.target])}
        assert "__all__" in names, path.relative_to(ROOT)
        assert ast.get_docstring(tree), path.relative_to(ROOT)


def test_the_wheel_holds_all_that_is_needed(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in ("rag", "ui"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, source / name)
    build = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, str(tmp_path)], cwd=source, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("newscite-*.whl"))) as wheel:
        held = set(wheel.namelist())
        entry = next(name for name in held if name.endswith("entry_points.txt"))
        assert "newscite = rag.cli:main" in wheel.read(entry).decode()
    wanted = {str(path.relative_to(ROOT)) for folder in ("rag", "ui") for path in (ROOT / folder).rglob("*")
              if path.is_file() and "__pycache__" not in path.parts}
    assert wanted <= held
    assert {name.rpartition("/")[2] for name in held} >= {"LICENSE", "NOTICE"}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the Makefile and an environment that is ready, whose `newscite` prints what it was given."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).touch()
    program = tmp_path / ".venv" / "bin" / "newscite"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!{sys.executable}\nimport os, sys\nprint(sys.argv[1:], os.environ['NEWSCITE_HOME'])\n")
    program.chmod(0o755)
    (tmp_path / ".venv" / "ready").touch()
    return tmp_path


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # `make test` is a make of its own, which would tell this one to speak of the folders that it enters.
    own = {name: value for name, value in os.environ.items() if name not in ("MAKELEVEL", "MAKEFLAGS", "MFLAGS")}
    return subprocess.run(["make", *arguments], cwd=folder, env=own, capture_output=True, text=True, check=False)


@needs_make
@pytest.mark.parametrize("question", [
    "why is Cainiao software considered a risk?",
    "it's \"quoted\", costs $5 or $$5 or ${HOME}; # rm -rf \\ & | > out %s",
    "$(shell touch ran) `touch ran` $(touch ran) $(Q)",
    "--json", "two\nlines", "grüße 中文",
])
def test_make_ask_hands_over_the_question_as_typed(checkout: Path, monkeypatch: pytest.MonkeyPatch,
                                                   question: str) -> None:
    monkeypatch.delenv("NEWSCITE_HOME")
    done = make(checkout, "ask", f"Q={question}")
    assert done.stdout == f"{['ask', '--', question]} {checkout / '.newscite'}\n"
    assert not list(checkout.rglob("ran"))
    monkeypatch.setenv("Q", question)
    assert make(checkout, "ask").stdout == done.stdout


@needs_make
def test_make_says_so_where_python_is_too_old(checkout: Path) -> None:
    (checkout / ".venv" / "ready").unlink()
    done = make(checkout, "ask", "Q=x", f"PYTHON={shutil.which('false')}")
    assert done.returncode != 0
    assert "needs Python 3.11 or newer" in done.stderr
    assert done.stdout == ""


def test_no_test_can_reach_the_network() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"192\.0\.2\.1"):
        socket.create_connection(("192.0.2.1", 80), timeout=0.1)
    with pytest.raises(pytest.fail.Exception, match=r"example\.org"):
        socket.getaddrinfo("example.org", 80)
