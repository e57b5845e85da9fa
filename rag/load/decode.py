"""Bytes to clean characters, or a refusal that says what the bytes are instead."""

from __future__ import annotations

import codecs
import re
import unicodedata

from rag.errors import LoadError

__all__ = ["decode", "one_line", "tidy"]

_MAGIC = (
    (b"%PDF-", "a PDF"), (b"PK\x03\x04", "a ZIP, Office or e-book file"), (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"), (b"\xff\xd8\xff", "a JPEG image"), (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a gzip file"),
    (b"SQLite format 3\x00", "a SQLite database"), (b"{\\rtf", "an RTF document"),
)
_REMEDY = "Save it as plain text in UTF-8."
_MOST_CONTROLS = 0.1
_MOST_MARKS = 30

# Encodings that a page may declare; codecs such as 'rot13' or 'unicode_escape' are no business of a page.
_DECLARABLE = re.compile(
    r"iso-?8859-\d{1,2}|windows-125\d|cp125\d|koi8-[ru]|gbk|gb2312|gb18030|big5|shift[_-]jis|euc-(?:jp|kr)", re.ASCII
)
_NEWLINES = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_KEPT = "\n\t"
# Zero-width and direction marks let a text read otherwise than it is stored; soft hyphens hide words from search.
_DIRECTIONS = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_INVISIBLE = f"\u00ad\u200b\u200e\u200f\u2060\ufeff{_DIRECTIONS}"
_TABLE: dict[int, str | None] = (
    {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in _KEPT}
    | {ord(char): None for char in _INVISIBLE}
    | {ord(char): "\n" for char in _NEWLINES}
)
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\v\f\r\x1b\x1c\x1d\x1e") + b"\x7f"
_SURROGATES = re.compile("[\ud800-\udfff]+")


def decode(data: bytes, source: str, declared: str | None = None) -> str:
    """Returns the characters of `data`: UTF-8, UTF-16 with its mark, `declared`, or plausible Windows-1252.

    Args:
        source: What messages call the data.
        declared: The encoding that the data names itself, believed only where UTF-8 does not fit.

    Raises:
        LoadError: The data is not text, or in an encoding that cannot be told.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise LoadError(f"{source} is not text but {what}.", "Save its text as .txt or .html and ingest that.")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _text_like(_utf16(data, source), source)
    if len(data.translate(None, _CONTROLS)) < len(data) * (1 - _MOST_CONTROLS):
        raise LoadError(f"{source} is not text: it is full of control characters.", _REMEDY)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _legacy(data, source, declared, error)


def tidy(text: str) -> str:
    """Returns `text` in NFC with "\\n" for every line end, and no control, direction or surrogate characters."""
    text = text.replace("\r\n", "\n").translate(_TABLE)
    text = _SURROGATES.sub("", text)
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _fewer_marks(text))


def one_line(text: str) -> str:
    """Returns `text` tidied, each run of white space one space, none at the ends."""
    return " ".join(tidy(text).split())


def _utf16(data: bytes, source: str) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise LoadError(f"{source} is not text: broken UTF-16 at byte {error.start}.", _REMEDY) from None


def _text_like(text: str, source: str) -> str:
    controls = sum(text.count(chr(code)) for code in _CONTROLS)
    if controls > len(text) * _MOST_CONTROLS:
        raise LoadError(f"{source} is not text: it is full of control characters.", _REMEDY)
    return text


def _legacy(data: bytes, source: str, declared: str | None, error: UnicodeDecodeError) -> str:
    name = (declared or "").strip().casefold()
    if _DECLARABLE.fullmatch(name):
        try:
            # Browsers read Latin-1 as its superset Windows-1252, and so do the people who write it.
            return data.decode("cp1252" if name in ("iso-8859-1", "iso8859-1") else name)
        except (UnicodeDecodeError, LookupError):
            pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if text and _plausible(text):
        return text
    raise LoadError(f"{source} is not text in a known encoding: byte {error.start} is not UTF-8.", _REMEDY)


def _plausible(text: str) -> bool:
    """Whether Windows-1252 was likely meant: European prose, not other bytes that happen to decode."""
    if any((ord(char) < 0x20 and char not in "\t\n\r\f\v") or char == "\x7f" for char in set(text)):
        return False
    if re.search("[ÃÂâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]", text):
        return False  # damaged UTF-8, which would be stored as "Ã¼"
    letters = sum(map(str.isalpha, text))
    spaces = sum(map(str.isspace, text))
    foreign = sum(ord(char) > 0x7F for char in text)
    return letters >= 0.6 * (len(text) - spaces) and foreign <= 0.25 * (len(text) - spaces)


def _fewer_marks(text: str) -> str:
    """Cuts endless runs of combining marks: sorting them takes quadratic time, and no script needs them."""
    if not any(map(unicodedata.combining, set(text))):
        return text
    kept: list[str] = []
    run = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)
