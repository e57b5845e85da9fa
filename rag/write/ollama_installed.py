"""What is known of a model before it is asked to write: by name and size, and which of several is the best."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["InstalledModel", "billions", "full_name"]

# Above this a 4-bit model takes more than about 10 GB and, without a large GPU, minutes for an answer: on one's own
# machine the largest model below it writes best of those that one would wait for.
_LARGEST_COMFORTABLE = 15.0
_SIZE = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*([KMBT])?\s*", re.IGNORECASE)
_BILLIONS = {"K": 1e-6, "M": 1e-3, "B": 1.0, "T": 1e3}


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model as a server lists it.

    Attributes:
        parameters: Billions of parameters, or None where the list does not say.
        family: The architecture, such as "qwen2", or "".
        forwarded: The server itself says that it sends this model's prompts to another machine.
    """

    name: str
    parameters: float | None
    family: str
    digest: str
    forwarded: bool

    @property
    def remote(self) -> bool:
        """Whether prompts would leave the machine: by the server's word, or by the tag of Ollama's cloud."""
        tag = full_name(self.name).rpartition(":")[2]
        return self.forwarded or tag == "cloud" or tag.endswith("-cloud")

    @property
    def rank(self) -> tuple[int, float, str]:
        """Sorts the best first: comfortable ones from large to small, too large ones, those of unknown size."""
        size = self.parameters
        if size is None:
            return 2, 0.0, self.name
        return (0, -size, self.name) if size <= _LARGEST_COMFORTABLE else (1, size, self.name)


def full_name(name: str) -> str:
    """Returns a model's name as servers compare it, with its tag."""
    stripped = name.strip().lower()
    return stripped if ":" in stripped.rpartition("/")[2] else f"{stripped}:latest"


def billions(size: str) -> float | None:
    """Returns a size such as "494.03M" or "7.6B" in billions, or None where it is none."""
    match = _SIZE.fullmatch(size)
    return round(float(match[1]) * _BILLIONS[(match[2] or "B").upper()], 6) if match else None
