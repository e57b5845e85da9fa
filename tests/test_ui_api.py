"""What other programs may call: names, types, bounds, and nothing beside."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from hypothesis import given, settings
from hypothesis import strategies as st
from ollama_standin import OllamaStandin, StandinModel

from rag import Assistant, Settings
from rag.errors import ModelNotFoundError, SettingsError
from ui.access import Access
from ui.endpoints import tools
from ui.endpoints.programs import Programs
from ui.server import running

ROOT = Path(__file__).resolve().parent.parent
QUESTION = "why is Cainiao software considered a risk?"


@pytest.fixture(scope="module")
def assistant(ingested_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("api") / "library"
    shutil.copytree(ingested_seeds, folder)
    with Assistant.open(Settings(home=folder, writer="quotes", ollama_host="http://127.0.0.1:1")) as opened:
        yield opened


@pytest.fixture(scope="module")
def page(assistant: Assistant) -> Iterator[str]:
    with running(assistant) as url:
        yield url


@pytest.fixture(scope="module", autouse=True)
def quiet_hub() -> Iterator[None]:
    """What HF_HUB_DISABLE_TELEMETRY does, for a library that another test may have imported before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("huggingface_hub.constants.HF_HUB_DISABLE_TELEMETRY", True)
        yield


@pytest.fixture(scope="module")
def client(page: str) -> Iterator[Client]:
    made = Client(page, verbose=False, analytics_enabled=False)
    yield made
    made.close()


def test_the_gradio_client_gets_the_answer_with_its_quotes(client: Client) -> None:
    answer = client.predict(question=QUESTION, k=5, api_name="/chat")
    assert answer["status"] == "answered"
    assert answer["conversation"] is None
    for citation in answer["citations"]:
        article = client.predict(article_id=citation["article_id"], version=citation["version"], api_name="/article")
        assert article["text"][citation["start"]:citation["end"]] == citation["quote"]
        assert citation["file"].endswith(".txt")
    # Neither does Gradio's client take an answer for a file, nor is this machine's disk described.
    assert str(ROOT) not in json.dumps(answer)


def test_a_program_goes_on_with_its_own_conversation(client: Client, assistant: Assistant) -> None:
    first = client.predict(question=QUESTION, conversation="new", api_name="/chat")
    second = client.predict(question="And what does Alibaba say?", conversation=first["conversation"], api_name="/chat")
    assert second["conversation"] == first["conversation"]
    kept = assistant.conversations.open(first["conversation"])
    assert [exchange.question for exchange in kept] == [QUESTION, "And what does Alibaba say?"]


def test_search_is_that_of_the_library_with_its_filters(client: Client) -> None:
    found = client.predict(question="Alibaba", k=3, api_name="/search")
    assert len(found) == 3
    dutch = client.predict(question="Alibaba", k=20, languages=["nl"], api_name="/search")
    assert {passage["language"] for passage in dutch} == {"nl"}
    with pytest.raises(AppError, match="No article passes the filters"):
        client.predict(question="Alibaba", since="2999-01-01", api_name="/search")


@pytest.mark.parametrize(("endpoint", "values", "said"), [
    ("/chat", {"question": " "}, "'question'"),
    ("/chat", {"question": 5}, "'question' is 5"),
    ("/chat", {"question": "?" * 9}, "question"),
    ("/chat", {"question": "why? " * 3000}, "question"),
    ("/chat", {"question": QUESTION, "k": 101}, "from 1 to 100"),
    ("/chat", {"question": QUESTION, "k": True}, "from 1 to 100"),
    ("/chat", {"question": QUESTION, "since": "yesterday"}, "2023-10-06"),
    ("/chat", {"question": QUESTION, "languages": "de"}, "a list"),
    ("/chat", {"question": QUESTION, "outlets": ["x"] * 51}, "a list of at most 50"),
    ("/chat", {"question": QUESTION, "model": "m" * 201}, "at most 200"),
    ("/chat", {"question": QUESTION, "conversation": "mine"}, 'conversation="new"'),
    ("/search", {"question": QUESTION, "k": 0}, "from 1 to 100"),
    ("/article", {"article_id": "none"}, "newscite library list"),
])
def test_a_value_out_of_bounds_is_refused_with_a_remedy(
    client: Client, endpoint: str, values: dict[str, Any], said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(AppError, match=re.escape(said)):
        client.predict(**values, api_name=endpoint)
    assert "Traceback" not in "".join(capfd.readouterr())


def test_the_python_of_the_page_on_the_api_runs(
    page: str, assistant: Assistant, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "docs/api.md").read_text("utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert blocks
    exec(compile(blocks[0].replace("http://127.0.0.1:7860/", page), "docs/api.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "Spionagerisiko" in printed
    assert "000_c36dcbbb3ab6dc7d" in printed
    for name in re.findall(r"^\| `/(\w+)`", text, re.MULTILINE):
        assert f"/{name}" in httpx.get(page + "gradio_api/info").json()["named_endpoints"]


def test_three_endpoints_are_offered_and_no_other(page: str) -> None:
    info = httpx.get(page + "gradio_api/info").json()
    assert sorted(info["named_endpoints"]) == ["/article", "/chat", "/search"]
    assert info["unnamed_endpoints"] == {}
    parameters = {item["parameter_name"]: item for item in info["named_endpoints"]["/search"]["parameters"]}
    assert parameters["k"]["type"] == {"type": "integer"}
    assert parameters["k"]["parameter_default"] == 10


ROUTES = ["/", "/config", "/page/page.css", "/gradio_api/info", "/gradio_api/call/chat", "/gradio_api/queue/join",
          "/gradio_api/queue/data", "/gradio_api/run/page_status", "/gradio_api/upload", "/gradio_api/cancel",
          "/gradio_api/reset", "/gradio_api/heartbeat/a", "/mcp", "/login", "/nowhere"]


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}, {"Origin": "null"}])
def test_no_route_answers_another_name_or_page(page: str, path: str, headers: dict[str, str]) -> None:
    for method in ("GET", "POST"):
        answered = httpx.request(method, page.rstrip("/") + path, headers=headers, json={"data": []})
        assert answered.status_code == 403
        assert "access-control-allow-origin" not in answered.headers


@pytest.mark.parametrize("path", [
    "nowhere", "login", "logout", "docs", "openapi.json", "theme.css", "manifest.json", "monitoring", "static/x",
    "gradio_api/openapi.json", "gradio_api/token", "gradio_api/app_id", "gradio_api/runs", "gradio_api/user",
    "gradio_api/file=/etc/hostname", "gradio_api/dev/reload", "gradio_api/vibe-code", "gradio_api/startup-events",
    "gradio_api/call/nothing", "gradio_api/call/v2/chat", "gradio_api/run/chat", "gradio_api/api/chat",
    "gradio_api/call/page_status", "gradio_api/mcp", "mcp",
])
def test_what_no_part_of_the_page_uses_is_not_there(page: str, path: str) -> None:
    for method in ("GET", "POST"):
        answered = httpx.request(method, page + path, json={"data": [{}]}, headers={"Origin": page.rstrip("/")})
        assert answered.status_code in (404, 405), (method, answered.text)


def test_a_form_of_another_page_cannot_call(page: str) -> None:
    body = json.dumps({"data": ["Alibaba", 3, None, None, None, None]})
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        answered = httpx.post(page + "gradio_api/call/search", content=body, headers={"Content-Type": kind})
        assert answered.status_code == 415
    too_long = httpx.post(page + "gradio_api/call/search", json={"data": ["x" * 2_000_000]})
    assert too_long.status_code == 413


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["question", "run", "conversation", "article", "filters", "path", "meta", "_type", "k", "x",
                         "language", "start", "end", "turn", "name", "folder", "articles"]), inner, max_size=5),
    max_leaves=8,
)
DOCUMENTS = VALUES | st.fixed_dictionaries(
    {"data": VALUES | st.lists(VALUES, min_size=1, max_size=1) | st.lists(VALUES, min_size=6, max_size=6)},
    optional={"fn_index": VALUES | st.integers(0, 30), "session_hash": VALUES | st.just("abc123"),
              "event_id": VALUES, "event_data": VALUES, "trigger_id": VALUES},
)
CALLED = ["call/chat", "call/search", "call/article", "call/page_ask", "call/page_search", "call/page_add",
          "call/page_sync", "queue/join", "cancel", "reset", "run/page_stop", "run/page_open", "run/page_articles",
          "run/page_source", "run/page_status", "run/page_rate", "run/page_export", "run/page_rename"]


def test_no_document_makes_an_error_of_the_server_or_a_traceback(page: str) -> None:
    said = io.StringIO()

    @settings(max_examples=60, deadline=None, database=None)
    @given(st.sampled_from(CALLED), DOCUMENTS)
    def attempt(path: str, document: Any) -> None:
        sent = client.post(f"{page}gradio_api/{path}", content=json.dumps(document),
                           headers={"Content-Type": "application/json"})
        assert sent.status_code < 500, sent.text
        assert "Traceback" not in sent.text
        if sent.status_code == 200 and path.startswith("call/"):
            read = client.get(f"{page}gradio_api/{path}/{sent.json()['event_id']}")
            assert read.status_code == 200
            assert "Traceback" not in read.text

    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said), httpx.Client(timeout=20) as client:
        attempt()
    assert "Traceback" not in said.getvalue(), said.getvalue()[-3000:]


@pytest.mark.parametrize("language", [[None], {"path": []}, 3, "x" * 5000])
@pytest.mark.parametrize("name", ["page_open", "page_rate", "page_rename", "page_export"])
def test_a_language_of_any_shape_is_answered_in_words(page: str, name: str, language: object) -> None:
    answered = httpx.post(f"{page}gradio_api/run/{name}", json={"data": [{"language": language}]}, timeout=20)
    assert answered.status_code == 200
    assert "error" in answered.json()["data"][0]


@pytest.mark.parametrize("meta", [[True], "text", None, 3])
def test_what_looks_like_a_file_and_is_none_is_refused_in_words(page: str, meta: object) -> None:
    document = {"data": [{"question": {"deep": [{"path": "/etc/hostname", "meta": meta}]}}]}
    answered = httpx.post(f"{page}gradio_api/run/page_rename", json=document, timeout=20)
    assert answered.status_code == 422
    assert "meta" in answered.json()["detail"]


@pytest.mark.parametrize("path", ["gradio_api/call/chat/none", "gradio_api/queue/data?session_hash=none"])
def test_an_unknown_event_ends_in_words(page: str, path: str) -> None:
    answered = httpx.get(page + path, timeout=10)
    assert answered.status_code < 500
    assert "Traceback" not in answered.text


def test_other_assistants_find_three_tools(assistant: Assistant) -> None:
    pytest.importorskip("mcp", reason="the package mcp is not installed: pip install 'newscite[mcp]'")
    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    async def use(url: str) -> None:
        async with streamable_http_client(f"{url}mcp") as (reading, writing, _), \
                ClientSession(reading, writing) as session:
            await session.initialize()
            listed = {tool.name: tool for tool in (await session.list_tools()).tools}
            assert sorted(listed) == ["ask", "get_article", "search"]
            assert "exact quotes" in (listed["ask"].description or "")
            assert listed["search"].inputSchema["required"] == ["question"]
            asked = await session.call_tool("ask", {"question": QUESTION})
            answer = asked.structuredContent
            assert answer is not None
            citation = answer["citations"][0]
            got = await session.call_tool("get_article", {"article_id": citation["article_id"]})
            assert got.structuredContent is not None
            assert citation["quote"] in got.structuredContent["text"]
            refused = await session.call_tool("search", {"question": QUESTION, "k": 1000})
            assert refused.isError
            assert "from 1 to 100" in str(refused.content)

    with running(assistant, access=Access(tools=True)) as url:
        asyncio.run(use(url))
        for headers in ({"Host": "evil.example"}, {"Origin": "http://evil.example"}):
            assert httpx.post(f"{url}mcp", headers=headers, json={}).status_code == 403


def test_without_its_package_the_protocol_is_refused_with_the_way_to_get_it(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tools, "find_spec", lambda name: None)
    with pytest.raises(SettingsError, match=re.escape("newscite[mcp]")), running(assistant, access=Access(tools=True)):
        pass


def test_a_model_that_is_not_there_is_refused_like_any_other_bad_value(ingested_seeds: Path, tmp_path: Path) -> None:
    shutil.copytree(ingested_seeds, tmp_path / "library")
    with OllamaStandin() as ollama, \
            Assistant.open(Settings(home=tmp_path / "library", ollama_host=ollama.url, second_look="off")) as opened:
        programs = Programs(opened)
        with pytest.raises(ModelNotFoundError, match="nope"):
            asyncio.run(programs.chat(QUESTION, model="nope"))
        there = asyncio.run(programs.chat(QUESTION, model=StandinModel().name))
        assert there["model"] == StandinModel().name


def test_a_named_model_without_a_server_gives_quotes(assistant: Assistant) -> None:
    assert asyncio.run(Programs(assistant).chat(QUESTION, model="nope"))["mode"] == "quotes"
