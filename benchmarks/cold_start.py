"""How long a person waits for `newscite ask` from a cold shell, beside what the two libraries below it take to import.

``python -m benchmarks.cold_start``: each round starts three processes, one after the other: the imports of chromadb
and LlamaIndex alone, `newscite ask` over the seeds with no Ollama, and `newscite --help`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.figures import Figure, Rounds, in_turns
from rag.settings import environment_variables

__all__ = ["ask_environment", "figures", "show", "time_processes"]

QUESTION = "why is Cainiao software considered a risk?"
SEEDS = Path(__file__).resolve().parents[1] / "seeds"
ROUNDS, QUICK_ROUNDS = 7, 5
ASK, HELP, IMPORTS = "newscite ask", "newscite --help", "import chromadb, llama_index.core"
ASK_ASKED, HELP_ASKED = 1.6, 0.3
# Nothing listens on port 1: the connection is refused at once, as it is where no Ollama was ever installed.
_NO_OLLAMA = "http://127.0.0.1:1"


def ask_environment(home: Path) -> dict[str, str]:
    """Returns this process's environment with no setting of Newscite's but the library and an Ollama that is down."""
    kept = {name: value for name, value in os.environ.items() if name not in environment_variables()}
    return kept | {"NEWSCITE_HOME": str(home), "OLLAMA_HOST": _NO_OLLAMA}


def time_processes(home: Path, rounds: int, seeds: Path = SEEDS, warm_up: int = 1) -> Rounds:
    """Makes a library of the seeds in `home`, then starts the three processes in turns.

    Raises:
        RuntimeError: A process failed, or `ask` gave no cited answer: its time would mean nothing.
    """
    environment = ask_environment(home)
    newscite = _newscite()
    _run([*newscite, "ingest", str(seeds)], environment)

    def ask() -> None:
        if "[1]" not in _run([*newscite, "ask", QUESTION], environment):
            raise RuntimeError("newscite ask answered without a citation")

    return in_turns({
        IMPORTS: lambda: _run([sys.executable, "-c", IMPORTS], environment),
        ASK: ask,
        HELP: lambda: _run([*newscite, "--help"], environment),
    }, rounds, warm_up)


def figures(timed: Rounds) -> list[Figure]:
    """Returns the figures that were asked for."""
    return [Figure(f"{name}, times the imports", timed.ratio(name, IMPORTS), asked)
            for name, asked in ((ASK, ASK_ASKED), (HELP, HELP_ASKED))]


def show(quick: bool = False) -> list[Figure]:
    """Measures, prints the table and returns the figures."""
    with tempfile.TemporaryDirectory() as folder:
        timed = time_processes(Path(folder) / "library", QUICK_ROUNDS if quick else ROUNDS)
    print(f"{'wall time of a process':36}{'median s':>10}{'/ imports':>11}{'least':>8}{'most':>8}")
    for name in (IMPORTS, ASK, HELP):
        ratios = [one / base for one, base in zip(timed.seconds[name], timed.seconds[IMPORTS], strict=True)]
        print(f"{name:36}{timed.median(name):>10.2f}{timed.ratio(name, IMPORTS):>11.2f}"
              f"{min(ratios):>8.2f}{max(ratios):>8.2f}")
    return figures(timed)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="five rounds")
    measured = show(parser.parse_args().quick)
    print(*measured, sep="\n")
    return int(not all(figure.reached for figure in measured))


def _newscite() -> list[str]:
    """Returns the command as it is installed beside this Python, or the module where it is not."""
    script = Path(sys.executable).with_name("newscite")
    return [str(script)] if script.is_file() else [sys.executable, "-m", "rag"]


def _run(command: Sequence[str], environment: Mapping[str, str]) -> str:
    done = subprocess.run(command, env=dict(environment), capture_output=True, text=True, encoding="utf-8",
                          stdin=subprocess.DEVNULL, check=False, timeout=300)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command[:3])} ended with {done.returncode}: {done.stderr.strip()[-300:]}")
    return done.stdout


if __name__ == "__main__":
    raise SystemExit(main())
