"""The command line: `newscite ingest|ask|search|library|chat|eval|doctor`."""

from rag.cli.entry import main

__all__ = ["main"]
