"""Makes text of articles and models safe to print: it may carry no command to the terminal and hide nothing."""

from __future__ import annotations

import re

__all__ = ["clean", "clean_line", "escape_json"]

_CONTROLS = [*range(0x00, 0x20), *range(0x7F, 0xA0)]
# Marks and overrides that reorder text on screen, separators that break lines, and invisible tag characters.
_UNSEEN = [0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF,
           *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080)]
_SURROGATES = range(0xD800, 0xE000)

_REMOVED: dict[int, int | str | None] = {
    **dict.fromkeys((*_CONTROLS, *_UNSEEN)),
    **dict.fromkeys(_SURROGATES, "\ufffd"),
    0x0A: "\n", 0x09: "\t", 0x2028: "\n", 0x2029: "\n",
}
# JSON escapes the C0 controls itself. Those beyond U+FFFF cannot be written as one escape.
_ESCAPED: dict[int, int | str | None] = {
    **{code: f"\\u{code:04x}" for code in (*_CONTROLS[32:], *_UNSEEN) if code <= 0xFFFF},
    **{code: f"\\u{code:04x}" for code in _SURROGATES},
    **{code: f"\\udb40\\u{0xDC00 + code - 0xE0000:04x}" for code in _UNSEEN if code > 0xFFFF},
}

# Whole sequences go first, so that their letters do not stay behind as litter. Each alternative stops where
# another sequence starts, which keeps the scan linear; an unfinished sequence loses its controls and hides nothing.
_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\n\x1b\x90\x98\x9c-\x9f]{0,4096}(?:\x07|\x9c|\x1b\\)"
)


def clean(text: str) -> str:
    """Returns `text` without escape sequences, control, bidirectional and invisible characters; lines stay lines."""
    return _SEQUENCE.sub("", text.replace("\r\n", "\n")).translate(_REMOVED)


def clean_line(text: str) -> str:
    """Returns `text` cleaned and on one line, its white space runs made single spaces."""
    return " ".join(clean(text).split())


def escape_json(document: str) -> str:
    """Returns a JSON text in which what `clean` removes is written as escapes: same value, harmless on a terminal."""
    return document.translate(_ESCAPED)
