"""Numbers as a reader wants them."""

from __future__ import annotations

from typing import Final

from eval.scores import Aggregate

__all__ = ["interval", "milliseconds", "named", "number", "percent", "short", "signed"]

_LONGEST: Final = 24


def number(value: float | None, digits: int = 3) -> str:
    """Returns a number with a true minus sign; a dash where there is none."""
    if value is None:
        return "–"
    written = f"{value:.{digits}f}"
    # -0.000 is nothing less than 0.
    return written.lstrip("-") if float(written) == 0 else written.replace("-", "−")


def interval(item: Aggregate, digits: int = 3) -> str:
    """Returns the 95 % interval, or nothing where there are too few clusters for one."""
    if item.low is None or item.high is None:
        return ""
    return f"[{number(item.low, digits)}, {number(item.high, digits)}]"


def percent(value: float) -> str:
    """Returns a share in per cent, with as many digits as matter."""
    digits = 0 if value in (0.0, 1.0) else 1
    return f"{number(100 * value, digits)} %"


def milliseconds(value: float) -> str:
    """Returns a time with its unit."""
    if value >= 1000:
        return f"{value / 1000:.3g} s"
    return f"{value:.0f} ms" if value >= 10 else f"{value:.2g} ms"


def signed(value: float) -> str:
    """Returns a number as an axis has it."""
    return f"{value:g}".replace("-", "−")


def short(name: str) -> str:
    """Returns a name that has room beside a plot."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def named(name: str) -> str:
    """Returns the name of a kind as words."""
    return name.replace("_", " ").replace("near miss", "near-miss").replace("off corpus", "off-corpus")
