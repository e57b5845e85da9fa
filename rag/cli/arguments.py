"""What may be typed after `newscite`, and the help that says so."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

from rag.errors import UsageError
from rag.settings import environment_variables

__all__ = ["parser"]

_EPILOG = """\
examples:
  newscite ingest articles/
  newscite ask "why is Cainiao software considered a risk?"
  newscite ask --json "what did the ministry decide?" | jq .citations

exit codes: 0 all went well, 1 an error, 2 wrong usage, 3 part of an ingest failed.

environment variables:
"""


_Add = Callable[..., argparse.ArgumentParser]


class _Parser(argparse.ArgumentParser):
    """Raises wrong usage instead of ending the process, so that `--json` can report it like every other error."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:].rstrip('.')}.", f"See `{self.prog} --help`.")


def parser() -> argparse.ArgumentParser:
    """Returns the parser of the whole command line; parsing raises UsageError where the usage is wrong."""
    root = _Parser(
        prog="newscite", allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=_EPILOG + "".join(f"  {name:<30} {help}\n" for name, help in environment_variables().items()),
        description="Ask questions of news articles on your own machine; every sentence of an answer cites its words.",
    )
    _add_common(root, {"json": False, "debug": False, "home": None})
    add = root.add_subparsers(dest="command", metavar="COMMAND", required=True).add_parser
    _add_ingest(add)
    _add_ask(add)
    _add_search(add)
    _add_library(add)
    _add_conversations(add)
    _add_feedback(add)
    _add_chat(add)
    _add_eval(add)
    _command(add, "doctor", "check that everything works, and say what does not", "newscite doctor")
    return root


def _add_common(target: argparse.ArgumentParser, defaults: dict[str, object] | None = None) -> None:
    """Adds the options that may stand before or after the command; only the root parser gives them defaults."""
    group = target.add_argument_group("everywhere")
    values = defaults or dict.fromkeys(("json", "debug", "home"), argparse.SUPPRESS)
    group.add_argument("--json", action="store_true", default=values["json"],
                       help="print one JSON document on stdout, and nothing else")
    group.add_argument("--debug", action="store_true", default=values["debug"], help="show the traceback of an error")
    group.add_argument("--home", type=Path, metavar="FOLDER", default=values["home"],
                       help="folder of the library (default: NEWSCITE_HOME, else the platform's data folder)")


def _command(
    add: _Add, name: str, summary: str, example: str
) -> argparse.ArgumentParser:
    added = add(
        name, allow_abbrev=False, help=summary, description=f"{summary[0].upper()}{summary[1:]}.",
        epilog=f"example:\n  {example}", formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_common(added)
    return added


def _add_ingest(add: _Add) -> None:
    ingest = _command(add, "ingest", "put articles (.txt, .md, .html, .jsonl, or folders) into the library",
                      "newscite ingest --sync articles/")
    ingest.add_argument("paths", nargs="+", metavar="PATH", help="a file, or a folder to be read with its subfolders")
    ingest.add_argument("--sync", action="store_true",
                        help="also remove the articles whose files have gone from these folders")


def _add_ask(add: _Add) -> None:
    ask = _command(add, "ask", "answer a question from the articles",
                   'newscite ask --since 2023-01-01 --lang de "what did Alibaba say of the accusations?"')
    ask.add_argument("question", nargs="+", metavar="QUESTION", help="in any language that the model reads")
    ask.add_argument("--conversation", metavar="ID",
                     help="ask within this conversation: it is made if new, and follow-ups are understood")
    ask.add_argument("--language", metavar="CODE", help="language of the answer, such as en (default: the question's)")
    ask.add_argument("--model", metavar="NAME", help="Ollama model (default: NEWSCITE_MODEL, else the best installed)")
    ask.add_argument("--quotes", action="store_true", help="answer with the articles' own sentences; ask no model")
    _add_filters(ask)


def _add_search(add: _Add) -> None:
    search = _command(add, "search", "list the passages nearest to a question",
                      'newscite search -k 3 "air cargo at Liège"')
    search.add_argument("question", nargs="+", metavar="QUESTION", help="a question or a few words")
    search.add_argument("-k", type=_positive, default=10, metavar="N", help="passages to list (default: 10)")
    _add_filters(search)


def _add_filters(target: argparse.ArgumentParser) -> None:
    group = target.add_argument_group("only articles")
    group.add_argument("--since", type=_day, metavar="DATE", help="dated DATE (YYYY-MM-DD) or later")
    group.add_argument("--until", type=_day, metavar="DATE", help="dated DATE (YYYY-MM-DD) or earlier")
    group.add_argument("--lang", "--language-filter", action="append", default=[], metavar="CODE",
                       help="in this language, such as de; may be repeated")
    group.add_argument("--outlet", action="append", default=[], metavar="NAME", help="of this outlet; may be repeated")


def _add_library(add: _Add) -> None:
    library = _command(add, "library", "see and mend what is in the library", "newscite library list")
    action = library.add_subparsers(dest="action", metavar="ACTION", required=True).add_parser
    _command(action, "list", "list the articles", "newscite library list")
    show = _command(action, "show", "print an article as it is stored", "newscite library show ARTICLE_ID")
    show.add_argument("article_id", metavar="ARTICLE_ID", help="as `newscite library list` shows it")
    show.add_argument("--version", type=_positive, metavar="N", help="an earlier version (default: the current one)")
    remove = _command(action, "remove", "remove articles", "newscite library remove ARTICLE_ID")
    remove.add_argument("article_ids", nargs="+", metavar="ARTICLE_ID", help="as `newscite library list` shows it")
    _command(action, "verify", "check that library and index agree and nothing is damaged", "newscite library verify")
    _command(action, "rebuild", "build the index anew (embeds again only if the embedding model changed)",
             "newscite library rebuild")
    backup = _command(action, "backup", "write the whole library into one file, while it is in use",
                      "newscite library backup library-copy.sqlite3")
    backup.add_argument("file", type=Path, metavar="FILE", help="where to; an earlier copy is replaced")
    restore = _command(action, "restore", "take in what `newscite library backup` has written",
                       "newscite library restore library-copy.sqlite3")
    restore.add_argument("file", type=Path, metavar="FILE", help="the copy")
    restore.add_argument("--replace", action="store_true", help="lose the articles and conversations that are there")
    delete = _command(action, "delete", "delete the whole library", "newscite library delete --all")
    delete.add_argument("--all", action="store_true", required=True, help="yes: every article and conversation")


def _add_conversations(add: _Add) -> None:
    talks = _command(add, "conversations", "see and export what was asked and answered", "newscite conversations list")
    action = talks.add_subparsers(dest="action", metavar="ACTION", required=True).add_parser
    _command(action, "list", "list the conversations, the last one first", "newscite conversations list")
    export = _command(action, "export", "print a conversation as Markdown with footnotes, or with --json as JSON",
                      "newscite conversations export ID > conversation.md")
    export.add_argument("conversation", metavar="ID", help="as `newscite conversations list` shows it")
    delete = _command(action, "delete", "delete a conversation", "newscite conversations delete ID")
    delete.add_argument("conversation", metavar="ID", help="as `newscite conversations list` shows it")


def _add_feedback(add: _Add) -> None:
    feedback = _command(add, "feedback", "what readers thought of answers", "newscite feedback export --into cases/")
    action = feedback.add_subparsers(dest="action", metavar="ACTION", required=True).add_parser
    export = _command(action, "export", "print judged answers as cases for the evaluation suite, one JSON object a "
                      "line", "newscite feedback export --into cases/")
    export.add_argument("--into", type=Path, metavar="FOLDER", help="write questions.jsonl and, with the articles that "
                        "they cite, corpus.jsonl into this folder instead")


def _add_chat(add: _Add) -> None:
    chat = _command(add, "chat", "open the chat in the browser", "newscite chat --port 7861")
    chat.add_argument("--host", default="127.0.0.1", help="address to listen on; one that other machines can reach "
                      "needs --auth (default: 127.0.0.1)")
    chat.add_argument("--port", type=_port, help="port to listen on (default: the first free one from 7860)")
    chat.add_argument("--no-browser", action="store_true", help="do not open the browser")
    chat.add_argument("--auth", metavar="USER", help="ask for a log-in: this name, and the password in "
                      "NEWSCITE_CHAT_PASSWORD, else asked for at the start")
    chat.add_argument("--allow-host", action="append", default=[], metavar="NAME", help="host name that others reach "
                      "the page by, beside the address; may be repeated")
    chat.add_argument("--mcp", action="store_true", help="offer the tools ask, search and get_article to other "
                      'assistants at /mcp (needs: pip install "newscite[mcp]")')


def _add_eval(add: _Add) -> None:
    suite = _command(add, "eval", "measure retrieval, answers, citations and abstention", "newscite eval run")
    action = suite.add_subparsers(dest="action", metavar="ACTION", required=True).add_parser
    run = _command(action, "run", "ask all questions of a profile and score the answers",
                   "newscite eval run --profile smoke")
    run.add_argument("--profile", default="quick", metavar="NAME", help="smoke, quick or full (default: quick)")
    run.add_argument("--run", metavar="NAME", help="name or folder of the run (default: the time and the profile)")
    run.add_argument("--resume", action="store_true", help="go on with the run, or with the newest one")
    run.add_argument("--fresh", action="store_true", help="use no results of other runs")
    run.add_argument("--seed", type=int, default=0, metavar="N", help="of samples and intervals (default: 0)")
    run.add_argument("--limit", type=_positive, metavar="N", help="questions asked at most of each data set")
    run.add_argument("--writer", action="append", default=[], metavar="WHO", help="quotes, honest, inventing, obedient "
                     "or model, the Ollama model; may be repeated (default: the profile's)",
                     choices=("quotes", "honest", "inventing", "obedient", "model"))
    _add_scoring(run)
    _add_data(run)
    score = _command(action, "score", "score a run again without generating again", "newscite eval score")
    _add_run(score)
    _add_scoring(score)
    compare = _command(action, "compare", "say in what run B differs from run A", "newscite eval compare A B")
    compare.add_argument("a", metavar="A", help="name or folder of a run")
    compare.add_argument("b", metavar="B", help="name or folder of a run")
    gate = _command(action, "gate", "fail (exit code 1) where a run is worse than a baseline",
                    "newscite eval gate --baseline eval/baselines/smoke.json")
    _add_run(gate)
    gate.add_argument("--baseline", type=Path, required=True, metavar="FILE", help="what the run is held against")
    gate.add_argument("--update", action="store_true", help="write the baseline from this run first")
    calibrate = _command(action, "calibrate", "find thresholds of abstention on a calibration split",
                         "newscite eval calibrate --write thresholds.json")
    _add_data(calibrate)
    calibrate.add_argument("--write", type=Path, metavar="FILE", help="where to write the thresholds")
    report = _command(action, "report", "write the report of a run again", "newscite eval report")
    _add_run(report)
    report.add_argument("--before", metavar="RUN", help="an earlier run, to show what differs and what flipped")
    _add_mutations(_command(action, "mutations", "make true claims false, and count what the checks catch of them",
                            "newscite eval mutations --without-meaning --show 3"))


def _add_mutations(mutations: argparse.ArgumentParser) -> None:
    mutations.add_argument("--split", choices=("test", "calibration"), default="test",
                           help="half of the documents (default: test; choose thresholds on the other)")
    mutations.add_argument("--without-meaning", action="store_true",
                           help="no embedding model: seconds instead of minutes")
    mutations.add_argument("--most", type=_positive, default=100, metavar="N",
                           help="pairs at most of each mutation and source (default: 100)")
    mutations.add_argument("--seed", type=int, default=0, metavar="N", help="of the changes (default: 0)")
    mutations.add_argument("--show", type=_positive, metavar="N", help="list N false alarms, and N misses a mutation")
    mutations.add_argument("--write", type=Path, metavar="FOLDER",
                           help="also write mutations.json and mutations.md into this folder")


def _add_run(target: argparse.ArgumentParser) -> None:
    target.add_argument("run", nargs="?", metavar="RUN", help="name or folder of a run (default: the newest)")


def _add_scoring(target: argparse.ArgumentParser) -> None:
    target.add_argument("--nli", metavar="MODEL", help="a cross-encoder that judges whether sentences follow from "
                        "their quotes, by name or folder")


def _add_data(target: argparse.ArgumentParser) -> None:
    group = target.add_argument_group("data of your own")
    group.add_argument("--corpus", type=Path, metavar="FILE", help="articles, one JSON object a line")
    group.add_argument("--questions", type=Path, metavar="FILE", help="questions, one JSON object a line")
    group.add_argument("--split", choices=("test", "calibration"), default="test", help="what they are for")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2023-10-06") from None


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1")
    return int(text)


def _port(text: str) -> int:
    number = _positive(text)
    if number > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port (1 to 65535)")
    return number
