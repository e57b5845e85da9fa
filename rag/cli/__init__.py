"""The command line: `newscite ingest|ask|search|library|chat|doctor`."""

from rag.cli.entry import main

__all__ = ["main"]
