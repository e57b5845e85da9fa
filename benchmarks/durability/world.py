"""What the crash tests keep in a library: articles that tell their version, and a quick stand-in embedder."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from rag.types import EmbeddingIdentity, Vectors

__all__ = ["ANCHOR", "PACK", "HashEmbedder", "NeverEncoding", "article_text", "mark", "records", "write_sources"]

ANCHOR = "anchor"
"""An article that no step ever touches: readers must find it at every moment."""

PACK = "pack"
"""Articles of this prefix are records of one JSON Lines file, each kept by a transaction of its own."""

_DIMENSION = 24
_BODY = (
    "The harbour master said that the old quay would be rebuilt before the winter, and that ships of more than ninety "
    "metres would have to wait outside until the tide is high enough for them. Nobody was hurt when the cable broke, "
    "the fire brigade wrote in its report. The council meets on Thursday, and the insurer has sent two engineers.")


class HashEmbedder:
    """Unit vectors drawn by the hash of the text: a text always finds itself, and nothing is like anything else.

    Args:
        revision: Another revision is another model with other vectors.
        dimension: Of the vectors.
    """

    def __init__(self, revision: str = "1", dimension: int = _DIMENSION) -> None:
        self.identity = EmbeddingIdentity("hash", revision, dimension, "")

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self._vector(text) for text in texts])

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        return self.encode_passages(texts)

    def _vector(self, text: str) -> Vectors:
        seed = hashlib.blake2b(f"{self.identity.revision}\0{text}".encode(), digest_size=8).digest()
        draw = np.random.default_rng(int.from_bytes(seed, "big"))
        vector = draw.normal(size=self.identity.dimension).astype(np.float32)
        return vector / np.linalg.norm(vector)


class NeverEncoding(HashEmbedder):
    """The model of a library that is filled: it must not be asked to encode anything."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        raise AssertionError("something was embedded again")


def mark(name: str, version: int) -> str:
    """Returns the word that stands in each paragraph of this version, but the one that all versions share."""
    return f"mark{name}x{version}"


def article_text(name: str, version: int) -> str:
    """Returns an article of three passages; the middle one is the same in every version."""
    opening = (f"The {mark(name, version)} crane {name} was moved by a crew of nine on Monday. ",
               f"The lasting crane {name} stands where it stood. ",
               f"The {mark(name, version)} crane {name} had cost nine million euros. ")
    return "\n\n".join((f"Harbour report {name}", *(start + _BODY for start in opening))) + "\n"


def records(versions: Mapping[str, int]) -> str:
    """Returns the packed articles as JSON Lines."""
    return "".join(json.dumps({"id": name, "title": f"Report {name}", "text": article_text(name, version)}) + "\n"
                   for name, version in sorted(versions.items()) if name.startswith(PACK))


def write_sources(folder: Path, versions: Mapping[str, int]) -> None:
    """Makes the folder's files those of these articles, and removes all others."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {f"{name}.txt": article_text(name, version) for name, version in versions.items()
              if not name.startswith(PACK)}
    packed = records(versions)
    if packed:
        wanted["pack.jsonl"] = packed
    for file in folder.iterdir():
        if file.name not in wanted:
            file.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8")
