"""JSON Lines: one article a line. A bad line is reported by its number and hides none of the others."""

from __future__ import annotations

import codecs
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from rag.errors import LoadError
from rag.load.dates import record_date
from rag.load.decode import decode, one_line
from rag.load.lines import Page
from rag.load.news import to_article
from rag.load.plain import text_lines
from rag.types import Article, DateKind, Failure

__all__ = ["language_code", "load", "web_address"]

_MOST_ID = 200
_MOST_URL = 2000
_MOST_NAME = 300
# What JSON holds can take thirty times its own length in memory ("[],[],[]").
_MOST_LINE = 8 << 20
_MOST_ARTICLES = 100_000
_MOST_NAMED = 100
_MOST_BAD = 10_000
_LANGUAGE = re.compile(r"[A-Za-z]{2}(?:[-_][A-Za-z0-9]{2,8})*")
_REMEDY = 'Write one JSON object a line: {"id": "...", "title": "...", "text": "..."}.'


def load(path: Path, data: bytes) -> Iterator[Article | Failure]:
    """Yields an article or a Failure for each line that is not blank.

    Of very many bad lines the first are named and the others counted, so that a file of another kind fills neither
    memory nor screen.
    """
    seen: set[str] = set()
    bad = 0
    for number, raw in enumerate(_raw_lines(data, str(path)), start=1):
        if not raw.strip():
            continue
        item = _item(raw, path, f"{path}:{number}", seen)
        if isinstance(item, Failure):
            bad += 1
        if isinstance(item, Article) or bad <= _MOST_NAMED:
            yield item
        if bad >= _MOST_BAD or len(seen) > _MOST_ARTICLES:
            yield Failure(str(path), f"is not read beyond line {number:,}: {_MOST_BAD:,} bad lines or "
                          f"{_MOST_ARTICLES:,} articles are the most", "Check that it is JSON Lines, or split it.")
            break
    if bad > _MOST_NAMED:
        yield Failure(str(path), f"has {bad - _MOST_NAMED:,} more lines that are no articles", _REMEDY)


def _item(raw: bytes, path: Path, source: str, seen: set[str]) -> Article | Failure:
    try:
        page = _page(_record(raw, source), source)
    except LoadError as error:
        return Failure(source, error.message.removeprefix(source).lstrip(": ").rstrip("."), error.remedy)
    if page.article_id in seen:
        return Failure(source, f"has the id {page.name!r} of an earlier line", "Give each article its own id.")
    seen.add(page.name)
    return to_article(page, path, source)


def language_code(value: object) -> str | None:
    """Returns the ISO 639-1 part of "de", "de-AT" or "pt_BR", or None for anything else."""
    if isinstance(value, str) and _LANGUAGE.fullmatch(value.strip()):
        return value.strip()[:2].lower()
    return None


def web_address(value: object) -> str | None:
    """Returns an http(s) address fit to be shown as a link, or None."""
    if not isinstance(value, str) or len(value) > _MOST_URL or value != "".join(one_line(value).split()):
        return None
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return value if parts.scheme in ("http", "https") and parts.netloc else None


def _raw_lines(data: bytes, source: str) -> Iterator[bytes]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = decode(data, source).encode("utf-8", "surrogatepass")
    start = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    # One at a time: all lines of a large file at once take several times its size.
    while start <= len(data):
        end = data.find(b"\n", start)
        end = end if end >= 0 else len(data)
        yield data[start:end]
        start = end + 1


def _record(raw: bytes, source: str) -> dict[str, Any]:
    if len(raw) > _MOST_LINE:
        raise LoadError(f"{source} is longer than {_MOST_LINE >> 20} MiB.", _REMEDY)
    text = decode(raw.strip(), source)
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        raise LoadError(f"{source} is not JSON: {error.msg} at column {error.colno}.", _REMEDY) from None
    except RecursionError:
        raise LoadError(f"{source} is nested too deeply.", _REMEDY) from None
    except ValueError:
        raise LoadError(f"{source} holds a number that is too long.", _REMEDY) from None
    if not isinstance(record, dict):
        raise LoadError(f"{source} is not a JSON object.", _REMEDY)
    return cast("dict[str, Any]", record)


def _page(record: dict[str, Any], source: str) -> Page:
    article_id = _required(record, "id", source).strip()
    if len(article_id) > _MOST_ID or article_id != one_line(article_id):
        raise LoadError(f"{source} has an unusable id.", f"Use at most {_MOST_ID} printable characters.")
    text = _required(record, "text", source)
    language = language_code(record.get("language")) or language_code(record.get("lang"))
    published = record_date(record.get("published"), language) or record_date(record.get("date"), language)
    day = published or record_date(record.get("updated"), language)
    kind: DateKind = "published" if published else "updated"
    return Page(
        name=article_id, lines=tuple(text_lines(text)), content_hash=_hash(record, source), article_id=article_id,
        title=_optional(record, "title"), language=language, day=day, day_kind=kind if day else None,
        outlet=_optional(record, "outlet"), url=web_address(record.get("url")),
    )


def _required(record: dict[str, Any], name: str, source: str) -> str:
    value = record.get(name)
    if not isinstance(value, str):
        reason = "is not text" if name in record else "is missing"
        raise LoadError(f"{source}: the field {name!r} {reason}.", _REMEDY)
    if not one_line(value):
        raise LoadError(f"{source}: the field {name!r} is empty.", _REMEDY)
    return value


def _optional(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    return one_line(value)[:_MOST_NAME].strip() or None if isinstance(value, str) else None


def _hash(record: dict[str, Any], source: str) -> str:
    """The record's identity: the order of its fields and the way its characters are escaped do not matter."""
    try:
        canonical = json.dumps(record, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    except (RecursionError, ValueError):
        raise LoadError(f"{source} is nested too deeply.", _REMEDY) from None
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()
