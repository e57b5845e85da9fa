"""Untrusted files become articles or named failures; nothing outside the folder is read, and nothing is raised."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.errors import LoadError
from rag.load import SourceFile, discover, parse, read_bytes
from rag.types import Article, BlockKind, Failure

BODY = "The harbour was closed on Monday after a fire. Nobody was hurt, the port authority said in a statement."


def one(name: str, data: bytes | str) -> Article:
    [article] = parse(Path("/news") / name, data if isinstance(data, bytes) else data.encode())
    assert isinstance(article, Article), article
    return article


def failures(name: str, data: bytes) -> list[Failure]:
    return [item for item in parse(Path("/news") / name, data) if isinstance(item, Failure)]


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


def names(found: list[SourceFile | Failure]) -> list[str]:
    return [item.path.name if isinstance(item, SourceFile) else f"! {Path(item.source).name}" for item in found]


def test_folders_are_walked_in_order_and_only_for_known_formats(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "sub/c.html", ".hidden.txt", ".git/d.txt", "sub/e.pdf", "z.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(BODY)
    assert names(list(discover([tmp_path]))) == ["a.MD", "b.txt", "z.jsonl", "c.html"]


def test_a_file_is_found_once_however_often_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY)
    (tmp_path / "b.txt").symlink_to(path)
    assert names(list(discover([path, tmp_path, tmp_path / "." / "a.txt"]))) == ["a.txt"]


def test_what_cannot_be_had_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("x")
    (tmp_path / "ok.txt").write_text(BODY)
    os.mkfifo(tmp_path / "pipe.txt")
    paths = [tmp_path / "missing.txt", tmp_path / "a.pdf", tmp_path / "pipe.txt", Path("nul\0.txt"), tmp_path]
    found = list(discover(paths))
    assert names(found) == ["! missing.txt", "! a.pdf", "! pipe.txt", "! nul\0.txt", "ok.txt"]
    assert all(item.reason and item.remedy for item in found if isinstance(item, Failure))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_an_unreadable_folder_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0)
    (tmp_path / "z.txt").write_text(BODY)
    assert sorted(names(list(discover([tmp_path])))) == ["! shut", "z.txt"]


def test_no_link_leads_out_of_the_folder(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (inside / "link.txt").symlink_to(tmp_path / "secret.txt")
    (inside / "up").symlink_to(tmp_path)
    (inside / "device.txt").symlink_to("/dev/zero")
    os.mkfifo(inside / "pipe.txt")
    assert names(list(discover([inside]))) == []
    with pytest.raises(LoadError, match="leads out"):
        read_bytes(SourceFile(inside / "link.txt", inside), 1000)


@pytest.mark.parametrize(
    ("content", "wanted"), [(b"", "is empty"), (b" \n ", "is empty"), (b"x" * 1001, "larger than"), (None, "not exist")]
)
def test_unusable_files_are_refused_by_name(tmp_path: Path, content: bytes | None, wanted: str) -> None:
    path = tmp_path / "a.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LoadError, match=wanted) as refusal:
        read_bytes(SourceFile(path, tmp_path), 1000)
    assert str(path) in refusal.value.message


def test_pipes_and_devices_are_never_opened_for_good(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(LoadError, match="not a regular file"):
        read_bytes(SourceFile(tmp_path / "pipe.txt", tmp_path), 1000)
    with pytest.raises(LoadError, match="not a regular file"):
        read_bytes(SourceFile(Path("/dev/zero"), Path("/dev/zero")), 1000)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_common_encodings_give_the_same_text(encoding: str) -> None:
    text = "„Über Köln“ – der Bürgermeister von Düsseldorf war überrascht, sagte er den Zeitungen."
    assert one("a.txt", text.encode(encoding)).text == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n0000", b"%PDF-1.7 text", b"PK\x03\x04abc", bytes(range(256)) * 4, b"\0\1\2\3" * 50,
        "比利时国家安全局正在调查阿里巴巴".encode("gb18030"), "Über".encode("utf-16")[:-1], b"Caf\xc3\xa9 \xc3\xbcber k\xff",
        "Text ohne Marke".encode("utf-16-le"),
    ],
)
@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_what_is_not_text_is_refused(data: bytes, suffix: str) -> None:
    [failure] = failures(f"a.{suffix}", data)
    assert "not text" in failure.reason
    assert failure.remedy


def test_invisible_and_control_characters_are_removed() -> None:
    article = one("a.txt", "The\u202e har\u00adbour\0 \x1b[31mwas\u200b closed\r\nfor e\u0301ver, they said to all of us.")
    assert article.text == "The harbour [31mwas closed\n\nfor éver, they said to all of us."


def test_a_wrapped_paragraph_is_made_whole() -> None:
    wrapped = "The harbour was closed on Monday after a\nfire. Nobody was hurt, the port authority\nsaid in a statement."
    assert one("a.txt", wrapped).text == wrapped.replace("\n", " ")


def test_json_lines_bear_bad_neighbours() -> None:
    good = {"id": "x", "title": "Fire", "text": f"Fire\n\n{BODY}\ud800\x00", "lang": "de-AT", "date": "2023-10-06T01:00:00Z",
            "url": "https://news.example/1", "outlet": "The  Paper"}
    lines = [
        b"nonsense", b"[1]", b'{"id": 5, "text": "a"}', b'{"id": "", "text": "a"}', b'{"id": "y"}',
        b'{"id": "z", "text": " "}', b"[" * 100_000, b'{"id": "w", "text": ' + b"9" * 5000 + b"}", b"\xff\x00\xfe",
        json.dumps(good).encode(), b"", json.dumps(good).encode(),
    ]
    found = list(parse(Path("/n/a.jsonl"), b"\n".join(lines)))
    [article] = [item for item in found if isinstance(item, Article)]
    numbers = [int(item.source.rsplit(":", 1)[1]) for item in found if isinstance(item, Failure)]
    assert numbers == [1, 2, 3, 4, 5, 6, 7, 8, 9, 12]
    assert (article.article_id, article.title, article.language, article.day) == ("x", "Fire", "de", date(2023, 10, 6))
    assert (article.day_kind, article.outlet, article.url) == ("published", "The Paper", "https://news.example/1")
    assert blocks(article) == [("title", "Fire"), ("paragraph", BODY)]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "http://a b", "file:///etc/passwd", 7, "https://", "http://[x"])
def test_only_web_addresses_are_kept(url: object) -> None:
    assert one("a.jsonl", json.dumps({"id": "1", "text": BODY, "url": url})).url is None


def test_a_record_is_the_same_in_another_writing() -> None:
    first = one("a.jsonl", json.dumps({"id": "1", "text": "Ä " + BODY}))
    second = one("a.jsonl", json.dumps({"text": "Ä " + BODY, "id": "1"}, ensure_ascii=False, indent=None) + "\r\n")
    assert first.content_hash == second.content_hash
    assert first.content_hash != one("a.jsonl", json.dumps({"id": "1", "text": BODY})).content_hash


def test_markdown_reads_as_its_page_does() -> None:
    article = one("a.md", (
        '---\ntitle: "A fire"\ndate: 2023-10-06\noutlet: The Paper\nauthor: Ann\nlang: en\n---\n# A fire\n\n<!-- hidden -->\n'
        'The *harbour* was [closed](http://x.example "t") on Monday,\nthe **port** said.\n\n![The pier](a.png)\n\n'
        "## What next\n\n- One point\n\n> Quoted words.\n\n[1]: http://x.example\n"))
    assert blocks(article) == [
        ("title", "A fire"), ("paragraph", "The harbour was closed on Monday, the port said."), ("caption", "The pier"),
        ("heading", "What next"), ("paragraph", "One point"), ("paragraph", "Quoted words."),
    ]
    facts = (article.title, article.day, article.day_kind, article.outlet, article.language)
    assert facts == ("A fire", date(2023, 10, 6), "published", "The Paper", "en")
    assert one("b.md", f"---\n\nNot front matter. {BODY}\n\n---\n").day is None


PAGE = """<html lang="de"><head><title>Feuer im Hafen - Die Zeitung</title>
<meta property="og:site_name" content="Die Zeitung"><link rel="canonical" href="https://zeitung.example/1">
<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": "Feuer im Hafen",
"dateModified": "2023-10-07", "datePublished": "2023-10-06T23:00:00+02:00"}]}</script></head><body>
<nav><a href="/">Start</a> <a href="/p">Politik</a></nav><article><h1>Feuer im Hafen</h1><p>Von Max Muster</p>
<p>Der Hafen wurde am Montag <b>geschlossen</b>, weil ein Lager brannte, wie die Behörden am Abend mitteilten.</p>
<h2>Wie es weitergeht</h2><p>Die Ermittler suchen noch nach der Ursache,<br>sie rechnen mit einigen Wochen Arbeit.</p>
<p>Lesen Sie auch</p><p><a href="/2">Der Hafen in Zahlen</a></p><p>Verletzt wurde niemand bei dem Brand im Hafen.</p>
</article><footer>Impressum</footer></body></html>"""


def test_a_web_page_gives_its_article_and_its_facts() -> None:
    article = one("a.html", PAGE)
    assert [kind for kind, _ in blocks(article)] == ["title", "paragraph", "heading", "paragraph", "paragraph", "paragraph"]
    assert blocks(article)[-1][1] == "Verletzt wurde niemand bei dem Brand im Hafen."
    assert "Zahlen" not in article.text
    assert "Start" not in article.text
    facts = (article.title, article.day, article.day_kind, article.outlet, article.language, article.url)
    assert facts == (
        "Feuer im Hafen", date(2023, 10, 6), "published", "Die Zeitung", "de", "https://zeitung.example/1")
    latin = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').encode("iso-8859-1")
    assert one("a.html", latin).text == article.text


def test_short_and_odd_pages() -> None:
    assert one("a.html", "<p>Nur ein kurzer Satz steht hier.</p>").text == "Nur ein kurzer Satz steht hier."
    [failure] = failures("a.html", b"<html></html>")
    assert "no article text" in failure.reason


JUNK = st.binary(max_size=300) | st.text(alphabet=st.characters(), max_size=300).map(
    lambda text: text.encode("utf-8", "surrogatepass"))
MARKUP = st.lists(st.sampled_from([
    "<p>", "</p>", "<html>", "<!--", "-->", "<![CDATA[", "<!DOCTYPE", "<script type='application/ld+json'>", "</script>",
    "# ", "---\n", "[a](", "```", "\n", "Tags: ", "Lees ook", "06.10.2023", "Stand: ", "©", "Foto: ", "Wort. ", "&#0;",
    '{"id":"1","text":"', '"}', "\\ud800", "en", "\u0301", "<table><tr><td>", "<br>", "Von ", "|",
]), max_size=30).map(lambda parts: "".join(parts).encode())


@settings(max_examples=150, deadline=None)
@given(JUNK | MARKUP, st.sampled_from(["txt", "md", "html", "jsonl", "xyz"]))
def test_no_bytes_raise_and_offsets_are_exact(data: bytes, suffix: str) -> None:
    for item in parse(Path(f"/n/a.{suffix}"), data):
        if isinstance(item, Failure):
            assert item.source.startswith("/n/a.")
            assert item.reason
            assert item.remedy
            continue
        pieces = [item.text[block.start : block.end] for block in item.blocks]
        assert item.text == "\n\n".join(pieces)
        assert all(piece.strip() == piece != "" for piece in pieces)
        item.text.encode("utf-8")
        assert "\0" not in item.text


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "unit", ["Tags: a, ", "Lees ook\n", "© ", "Foto: ", "06.10.2023 ", "a\n", "\u0301\u0316", "Stand: 06.10.2023 ", "> "])
def test_time_grows_with_the_text(unit: str) -> None:
    def seconds(size: int) -> float:
        data = ("a " + unit * size)[:size].encode()
        start = time.process_time()
        list(parse(Path("/n/a.txt"), data))
        return time.process_time() - start

    seconds(1000)
    small = min(seconds(30_000) for _ in range(2))
    assert min(seconds(120_000) for _ in range(2)) <= 4 * 2.5 * max(small, 0.004)


def test_importing_the_room_is_cheap() -> None:
    code = "import sys, rag.load; print([m for m in ('trafilatura', 'markdown_it', 'py3langid', 'numpy.f2py') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_the_first_line_of_a_record_that_repeats_the_title_is_a_title() -> None:
    article = one("a.jsonl", json.dumps({"id": "1", "title": "Fire", "text": f"FIRE\n\n{BODY}"}))
    assert article.blocks[0].kind is BlockKind.TITLE
    assert one("a.jsonl", json.dumps({"id": "1", "title": "Fire", "text": BODY})).text == BODY


def test_a_paragraph_that_was_broken_by_hand_is_whole_again() -> None:
    text = ("Lock closed\n\nThe harbour authority said on Monday that the lock\nwill stay closed for six weeks, since "
            "engineers found cracks in the hinge of\nits gate.\nShips go round.\nWeather\nsunny later on")
    (article,) = parse(Path("x.txt"), text.encode())
    assert isinstance(article, Article)
    blocks = [article.text[block.start : block.end] for block in article.blocks]
    assert ("The harbour authority said on Monday that the lock will stay closed for six weeks, since engineers found "
            "cracks in the hinge of its gate.") in blocks
    assert "Weather" in blocks
