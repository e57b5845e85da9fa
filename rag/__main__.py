"""`python -m rag` is `newscite`."""

from rag.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    raise SystemExit(main())
