"""Files as an enemy, a broken disk or a careless editor would make them; the same number gives the same file."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["KINDS", "HostileFile", "hostile_file"]

_SEEDS = Path(__file__).resolve().parents[1] / "seeds"
_SUFFIXES = ("txt", "md", "html", "htm", "jsonl")
_GIANT_EVERY = 50
_MEBI = 1 << 20

_ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "gb18030", "big5", "shift_jis",
              "koi8-r", "cp1252", "iso-8859-15", "cp437", "cp037")
_ODD = ("\0", "\x1b[2J", "\x1b]52;c;aGk=\x07", "\r", "\x85", "\u2028", "\u202e", "\u2066", "\u200b", "\ufeff", "\ufffe",
        "\ue000", "\U000e0041", "\u0301" * 40, "\ud800", "\udfff", "\U0001f600", "\x7f", "\x9b31m", "ﷺ", "İ", "ẞ")
_TOKENS: Mapping[str, Sequence[str]] = {
    "txt": ("Tags: ", "Lees ook", "Read more: ", "Foto: ", "©", "06.10.2023", "Stand: ", "Von ", "\n", "\n\n", "\"",
            "„", "z.B. ", "… ", "Dr. ", "'s ", "- ", "|", "(", "Updated: "),
    "md": ("# ", "---\n", "[a](", "[", "](", "![", "```", "~~~", "> ", "- ", "1. ", "|", "|-|\n", "*", "**", "_", "`",
           "<!--", "-->", "<b", "&#0;", "&amp", "\\", "\n", "[1]: ", "title: ", "date: 9999-99-99\n"),
    "html": ("<p>", "</p>", "<html>", "</html>", "<body>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE ", "<?xml ",
             "<script type='application/ld+json'>", "</script>", "<style>", "<table><tr><td>", "<br>", "&#0;",
             "&#xd800;", "&#99999999999;", "&nosuch;", "<meta charset=utf-7>", "<meta charset='rot13'>", "<svg>",
             "<math>",
             "<p a='", "\">", "<template>", "<base href='file:///etc/'>", "<iframe src=x>",
             "<time itemprop=x datetime=",
             "<link rel=canonical href=\"javascript:1\">", "<plaintext>", "<frameset>", "<select><option>"),
    "jsonl": ('{"id":"1","text":"', '"}', "\n", "\\ud800", "\\u0000", "{", "[", "}", "]", ":", ",", "NaN", "-Infinity",
              "1e999", "null", '"id":', '"text":', '"date":"9999-99-99"', '"url":"http://[x"', "9" * 5000, "\\"),
}
_GIANTS: Mapping[str, Mapping[str, str]] = {
    "txt": {"line": "word ", "no space": "x", "paragraphs": "a\n\n", "broken lines":
            "the harbour was closed on monday after a fire in a store\n", "quotes": "„", "marks": "e\u0301\u0316",
            "stops": "A. ", "credits": "Foto: A\n", "wide": "\U0001f600 ", "brackets": "([{"},
    "md": {"pictures": "![", "links": "[a](b", "lists": "- a\n", "deep quotes": "> ", "tables": "|a|b|\n|-|-|\n",
           "stars": "*a **b ", "ticks": "`a ", "comments": "<!-- ", "references": "[a]: b\n", "prose": "Some words. "},
    "html": {"paragraphs": "<p>a", "deep": "<div>", "deep lists": "<ul><li>x", "attributes": "a=b ", "entities":
             "&amp;", "numbers": "&#x41;", "comments": "<!--", "open": "<", "breaks": "a<br>",
             "tables": "<table><tr><td>x", "prose": "Some words of prose. ", "bold": "<b>x", "breaks of lines": "\n"},
    "jsonl": {"bad lines": "x\n", "arrays": "[],", "deep": "[", "objects": '{"a":', "strings": '"a",',
              "escapes": "\\u0041", "numbers": "1.5,", "blank": "\n"},
}


@dataclass(frozen=True, slots=True)
class HostileFile:
    """A file that means harm, or has come to it.

    Attributes:
        kind: What was done to it, one of `KINDS`.
    """

    name: str
    kind: str
    data: bytes


def hostile_file(number: int, seed: int, giant_bytes: int = 10 * _MEBI) -> HostileFile:
    """Returns the file of that number; each fiftieth is a giant of up to `giant_bytes`."""
    draw = random.Random(f"{seed}-{number}")  # noqa: S311 - files to test with, not secrets
    giant = number % _GIANT_EVERY == _GIANT_EVERY - 1
    kind = "giant" if giant else draw.choice([name for name in KINDS if name != "giant"])
    suffix = draw.choice(_SUFFIXES)
    known = "html" if suffix == "htm" else suffix
    data = _giant(draw, known, giant_bytes) if giant else KINDS[kind](draw, known)
    return HostileFile(f"{number:06}.{suffix}", kind, data)


@cache
def _articles() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted(_SEEDS.glob("*.txt")))


def _article(draw: random.Random, suffix: str) -> str:
    text = draw.choice(_articles())
    start = draw.randrange(len(text))
    text = text[start : start + draw.randrange(200, 6000)]
    if suffix == "md":
        return f"---\ntitle: A title\ndate: 2023-10-06\n---\n# A title\n\n{text}"
    if suffix == "html":
        paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
        return f"<html lang=de><head><title>A title</title></head><body><article>{paragraphs}</article></body></html>"
    if suffix == "jsonl":
        return "\n".join(json.dumps({"id": str(at), "title": "A", "text": part}) for at, part in
                         enumerate(text.split("\n\n")) if part.strip())
    return text


def _noise(draw: random.Random, suffix: str) -> bytes:
    return draw.randbytes(draw.randrange(1, 5000))


def _characters(draw: random.Random, suffix: str) -> bytes:
    top = draw.choice((0x7F, 0xFF, 0xFFFF, 0x10FFFF))
    text = "".join(chr(draw.randrange(top + 1)) for _ in range(draw.randrange(1, 3000)))
    return text.encode("utf-8", "surrogatepass")


def _mutated(draw: random.Random, suffix: str) -> bytes:
    data = bytearray(_article(draw, suffix).encode())
    for _ in range(draw.randrange(1, 40)):
        at = draw.randrange(len(data) or 1)
        match draw.randrange(4):
            case 0:
                data[at : at + 1] = draw.randbytes(1)
            case 1:
                del data[at : at + draw.randrange(1, 50)]
            case 2:
                data[at:at] = draw.choice(_TOKENS[suffix]).encode("utf-8", "surrogatepass")
            case _:
                data[at:at] = data[at : at + draw.randrange(1, 400)] * draw.randrange(1, 4)
    return bytes(data)


def _tokens(draw: random.Random, suffix: str) -> bytes:
    words = (*_TOKENS[suffix], "Wort. ", "en ", *_ODD[:6])
    return "".join(draw.choice(words) for _ in range(draw.randrange(1, 600))).encode("utf-8", "surrogatepass")


def _encoded(draw: random.Random, suffix: str) -> bytes:
    data = _article(draw, suffix).encode(draw.choice(_ENCODINGS), "replace")
    # Half of them broken off in the midst of a character.
    return data[: draw.randrange(1, len(data) + 1)] if draw.random() < 0.5 else data


def _unseen(draw: random.Random, suffix: str) -> bytes:
    text = list(_article(draw, suffix))
    for _ in range(draw.randrange(1, 200)):
        text.insert(draw.randrange(len(text) + 1), draw.choice(_ODD))
    return "".join(text).encode("utf-8", "surrogatepass")


def _packed(draw: random.Random, suffix: str) -> bytes:
    bomb = b"0" * draw.choice((1000, 4 * _MEBI))
    match draw.randrange(5):
        case 0:
            return gzip.compress(bomb, mtime=0)
        case 1:
            return bz2.compress(bomb)
        case 2:
            return lzma.compress(bomb)
        case 3:
            kept = io.BytesIO()
            with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(zipfile.ZipInfo("article.txt"), bomb, zipfile.ZIP_DEFLATED)
            return kept.getvalue()
        case _:
            levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
            return f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a0 "lol">{levels}]><html><body><p>&a11;</p>'.encode()


def _deep(draw: random.Random, suffix: str) -> bytes:
    depth = draw.choice((100, 1000, 20_000, 90_000))
    opening, middle, closing = draw.choice({
        "txt": (("(", "x", ")"), ("„", "x", "“"), ("[", "x", "]")),
        "md": (("> ", "x", ""), ("- ", "x", ""), ("[", "x", "](y)"), ("*", "x", "*"), ("![", "x", "](y)")),
        "html": (("<div>", "x", "</div>"), ("<b>", "x", "</b>"), ("<table><tr><td>", "x", ""), ("<ul><li>", "x", ""),
                 ("<blockquote>", "x", "</blockquote>"), ("<svg>", "x", ""), ("<p><a>", "x", "")),
        "jsonl": (('{"id":', '"x"', "}"), ("[", "1", "]"), ('{"id":"1","text":"a","x":[', "1", "]}")),
    }[suffix])
    return f"{opening * depth}{middle}{closing * depth}".encode()


def _giant(draw: random.Random, suffix: str, most: int) -> bytes:
    unit = _GIANTS[suffix][draw.choice(sorted(_GIANTS[suffix]))].encode()
    # Some below the limits of the loaders, where the work is done, and some above.
    size = draw.choice((most // 100, most // 30, most // 20, most * 18 // 100, most * 3 // 4, most))
    head, tail = draw.choice({
        "html": (("<html><body><p>", "</p>"), ("<p ", ">x</p>"), ("", "")),
        "jsonl": (('{"id":"1","text":"a","x":[', "1]}"), ('{"id":"1","text":"', '"}'), ("", "")),
    }.get(suffix, (("", ""), ("# A title\n\n", "\n"))))
    return head.encode() + unit * (size // len(unit)) + tail.encode()


KINDS: Mapping[str, Callable[[random.Random, str], bytes]] = {
    "noise": _noise, "characters": _characters, "mutated": _mutated, "tokens": _tokens, "encoded": _encoded,
    "unseen": _unseen, "packed": _packed, "deep": _deep, "giant": lambda draw, suffix: _giant(draw, suffix, _MEBI),
}
