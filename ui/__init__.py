"""The chat in the browser: a page on this machine, over the public names of `rag`."""

__all__: list[str] = []
