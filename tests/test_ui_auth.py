"""The page for other machines: not without a log-in, and with one, nothing before it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from rag import Assistant, Settings
from rag.cli import main
from rag.errors import SettingsError
from ui.access import Access, Account, access_for
from ui.server import running
from ui.sessions import Sessions
from ui.throttle import Throttle

PASSWORD = "correct horse battery"
ENVIRONMENT = {"NEWSCITE_CHAT_PASSWORD": PASSWORD}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    home = tmp_path_factory.mktemp("auth") / "library"
    with Assistant.open(Settings(home=home, writer="quotes", ollama_host="http://127.0.0.1:1")) as opened:
        yield opened


ACCESS = access_for("127.0.0.1", user="redaction", names=["news.example.org"], environment=ENVIRONMENT)


@pytest.fixture(scope="module")
def page(assistant: Assistant) -> Iterator[str]:
    with running(assistant, access=ACCESS) as url:
        yield url.rstrip("/")


@pytest.fixture(scope="module")
def attacked(assistant: Assistant) -> Iterator[str]:
    """A page of its own for attempts that fail: they are remembered."""
    with running(assistant, access=ACCESS) as url:
        yield url.rstrip("/")


@pytest.fixture
def fresh(assistant: Assistant) -> Iterator[str]:
    """A page where nobody has failed yet."""
    with running(assistant, access=ACCESS) as url:
        yield url.rstrip("/")


def log_in(page: str, password: str = PASSWORD, user: str = "redaction", **headers: str) -> httpx.Response:
    return httpx.post(page + "/login", data={"username": user, "password": password}, headers=headers)


@pytest.mark.parametrize("host", ["0.0.0.0", "", "::", "192.168.1.5", "example.org"])
def test_an_address_that_others_reach_needs_a_log_in(host: str, assistant: Assistant) -> None:
    with pytest.raises(SettingsError, match="--auth USER"):
        access_for(host)
    with pytest.raises(SettingsError, match="--host"), running(assistant, host=host):
        pass
    assert access_for(host, user="redaction", environment=ENVIRONMENT).account is not None


def test_the_command_refuses_to_start_without_a_log_in(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chat", "--no-browser", "--host", "0.0.0.0"]) == 2
    assert "--auth USER" in capsys.readouterr().err
    assert not home.exists()


def test_the_password_is_asked_for_where_the_environment_has_none() -> None:
    asked: list[str] = []

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return PASSWORD

    account = access_for("0.0.0.0", user="redaction", environment={}, ask=ask).account
    assert account is not None
    assert account.admits("redaction", PASSWORD)
    assert asked == ["Password for redaction: "]
    assert PASSWORD not in repr(account)


def test_unusable_log_ins_and_names_are_refused() -> None:
    def nobody(prompt: str) -> str:
        raise EOFError

    with pytest.raises(SettingsError, match="too short"):
        access_for("0.0.0.0", user="redaction", environment={"NEWSCITE_CHAT_PASSWORD": "short"})
    with pytest.raises(SettingsError, match="NEWSCITE_CHAT_PASSWORD"):
        access_for("0.0.0.0", user="redaction", environment={}, ask=nobody)
    for name in ("*", "http://a.example", "a.example:80", ""):
        with pytest.raises(SettingsError, match="--allow-host"):
            access_for("0.0.0.0", user="redaction", names=[name], environment=ENVIRONMENT)
    with pytest.raises(SettingsError, match="--allow-host"):
        access_for("127.0.0.1", names=["news.example.org"])
    with pytest.raises(SettingsError, match="--auth"):
        access_for("0.0.0.0", user="a:b", environment=ENVIRONMENT)


def test_only_the_names_that_were_given_are_served(page: str) -> None:
    names = access_for("192.168.1.5", user="redaction", names=["News.Example.org."], environment=ENVIRONMENT).names
    assert names == {"127.0.0.1", "localhost", "192.168.1.5", "news.example.org"}
    assert "0.0.0.0" not in access_for("0.0.0.0", user="redaction", environment=ENVIRONMENT).names
    assert httpx.get(page + "/config", headers={"Host": "news.example.org"}).status_code == 401
    assert httpx.get(page + "/config", headers={"Host": "evil.example"}).status_code == 403


@pytest.mark.parametrize("path", [
    "/config", "/gradio_api/info", "/gradio_api/queue/data?session_hash=a", "/gradio_api/call/chat/a",
    "/gradio_api/file=/etc/hostname", "/gradio_api/heartbeat/a", "/mcp", "/nowhere", "/page", "//config",
    "/page/../config", "/login", "/gradio_api/user",
])
def test_nothing_is_read_without_the_log_in(page: str, path: str) -> None:
    answered = httpx.get(page + path)
    assert answered.status_code in (401, 404)
    assert answered.status_code == 401 or "file=" in path
    assert "endpoints" not in answered.text


@pytest.mark.parametrize("path", [
    "/gradio_api/call/chat", "/gradio_api/call/page_ask", "/gradio_api/queue/join", "/gradio_api/run/page_status",
    "/gradio_api/run/page_remove", "/gradio_api/cancel", "/gradio_api/upload", "/mcp", "/",
])
def test_nothing_is_called_without_the_log_in(attacked: str, path: str) -> None:
    for headers in ({}, {"Cookie": "newscite=forged"}, {"Cookie": "newscite=\"; newscite="}, {"Authorization": "Basic"},
                    {"Authorization": "Bearer x"}, {"Cookie": "access-token-unsecure-x=1"}):
        answered = httpx.post(attacked + path, json={"data": [{}]}, headers={"Origin": attacked, **headers})
        assert answered.status_code in (401, 429)


def test_the_page_shows_its_log_in_and_nothing_else(page: str) -> None:
    answered = httpx.get(page + "/", headers={"Accept-Language": "de-BE"})
    assert answered.status_code == 401
    assert "Anmelden" in answered.text
    assert 'type="password"' in answered.text
    assert "form-action 'none'" in answered.headers["content-security-policy"]
    for name in ("page.css", "login.css", "login.js", "icon.svg"):
        assert httpx.get(f"{page}/page/{name}").status_code == 200


def test_a_log_in_opens_the_page_by_a_cookie_that_no_script_reads(page: str) -> None:
    answered = log_in(page)
    assert answered.json() == {"success": True}
    (cookie,) = answered.headers.get_list("set-cookie")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Path=/" in cookie
    assert "Secure" not in cookie
    with httpx.Client(cookies=dict(answered.cookies)) as client:
        assert client.get(page + "/").status_code == 200
        assert client.get(page + "/config").status_code == 200
        assert client.post(page + "/gradio_api/run/page_status", json={"data": [{}]}).status_code == 200
        assert client.get(page + "/config", headers={"Origin": "http://evil.example"}).status_code == 403
        ended = client.post(page + "/logout")
        assert "Max-Age=0" in ended.headers["set-cookie"]
    assert httpx.get(page + "/config", cookies=dict(answered.cookies)).status_code == 401


def test_behind_a_proxy_with_https_the_cookie_is_for_https_alone(page: str) -> None:
    answered = httpx.post(page + "/login", data={"username": "redaction", "password": PASSWORD},
                          headers={"X-Forwarded-Proto": "https", "Host": "news.example.org",
                                   "Origin": "https://news.example.org"})
    assert answered.status_code == 200
    assert "; Secure" in answered.headers["set-cookie"]


def test_programs_may_send_the_log_in_with_each_request(fresh: str) -> None:
    page = fresh
    assert httpx.get(page + "/config").headers["www-authenticate"] == 'Basic realm="Newscite"'
    assert "www-authenticate" not in httpx.get(page + "/config", headers={"Sec-Fetch-Mode": "cors"}).headers
    assert httpx.get(page + "/config", auth=("redaction", PASSWORD)).status_code == 200
    assert httpx.get(page + "/config", auth=("redaction", "wrong")).status_code == 401
    assert httpx.get(page + "/config", auth=("somebody", PASSWORD)).status_code == 401
    odd = base64.b64encode(b"\xff\xfe:x").decode()
    assert httpx.get(page + "/config", headers={"Authorization": f"Basic {odd}"}).status_code == 401


def test_gradios_client_logs_in(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from gradio_client import Client
    from gradio_client.exceptions import AuthenticationError

    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_DISABLE_TELEMETRY", True)
    client = Client(page, auth=("redaction", PASSWORD), verbose=False, analytics_enabled=False)
    with pytest.raises(Exception, match="library"):
        client.predict(article_id="none", api_name="/article")
    client.close()
    with pytest.raises(AuthenticationError):
        Client(page, auth=("redaction", "wrong"), verbose=False, analytics_enabled=False)


def test_guessing_is_made_to_wait_by_address(fresh: str) -> None:
    page = fresh
    for _ in range(5):
        assert log_in(page, "wrong").status_code == 401
    refused = log_in(page)
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) == 1
    assert httpx.get(page + "/config", auth=("redaction", PASSWORD)).status_code == 429
    # A proxy on this machine says who really calls: someone else is not held up.
    assert log_in(page, **{"X-Forwarded-For": "203.0.113.9"}).status_code == 200


@pytest.mark.parametrize("body", [b"", b"username", b"\xff\xff", b"username=redaction&password=" + b"x" * 10_000,
                                  b"&".join(b"a=b" for _ in range(500)), b"{}"])
def test_no_form_breaks_the_log_in(attacked: str, body: bytes) -> None:
    answered = httpx.post(attacked + "/login", content=body,
                          headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert answered.status_code in (401, 429)


def test_folders_of_the_machine_are_not_read_for_others(assistant: Assistant, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Nobody else may read this article of mine.\n" * 20, "utf-8")
    access = Access(account=Account("redaction", PASSWORD))
    with running(assistant, host="0.0.0.0", access=access) as url, \
            httpx.Client(auth=("redaction", PASSWORD), timeout=20) as client:
        sent = client.post(url + "gradio_api/call/page_sync", json={"data": [{"folder": str(tmp_path)}]})
        said = client.get(f"{url}gradio_api/call/page_sync/{sent.json()['event_id']}").text
    assert "not from another one" in said
    assert assistant.library.list() == []


def test_where_the_library_lies_is_told_on_its_machine_alone(assistant: Assistant, page: str) -> None:
    folder = str(assistant.settings.folder)
    with running(assistant) as url:
        near = httpx.post(f"{url}gradio_api/run/page_status", json={"data": [{}]}).text
        shell = httpx.get(url).text
    assert folder in near
    assert shell.count('id="sync">') == 1
    assert shell.count('log-out" hidden') + shell.count('title="Log out" hidden') == 2
    # The page on another address, and one on this machine's own that a proxy gives a further name.
    with running(assistant, host="0.0.0.0", access=Access(account=Account("redaction", PASSWORD))) as everywhere, \
            httpx.Client(auth=("redaction", PASSWORD), timeout=20) as client:
        far_pages = [(client.post(f"{url}gradio_api/run/page_status", json={"data": [{}]}).text, client.get(url).text)
                     for url in (everywhere, page + "/")]
    for far, shell in far_pages:
        assert folder not in far
        assert "The library holds 0 articles." in far
        assert 'id="sync" hidden' in shell
        assert 'title="Log out" hidden' not in shell


def test_waiting_grows_is_forgotten_and_takes_bounded_room() -> None:
    now = [0.0]
    throttle = Throttle(lambda: now[0])
    waits: list[float] = []
    for _ in range(20):
        throttle.fail("2001:db8::1")
        waits.append(throttle.wait("2001:db8::1"))
    assert waits[:8] == [0, 0, 0, 0, 1, 2, 4, 8]
    assert waits[-1] == 300
    assert throttle.wait("2001:db8::ffff") == 300, "a home has a whole network of addresses"
    assert throttle.wait("2001:db8:1::1") == 0
    now[0] += 301
    assert throttle.wait("2001:db8::1") == 0
    now[0] += 4000
    throttle.fail("2001:db8::1")
    assert throttle.wait("2001:db8::1") == 0
    for number in range(5000):
        throttle.fail(f"10.0.{number // 250}.{number % 250}")
    assert len(throttle._failed) <= 4096


def test_a_log_in_ends_after_a_week_unused() -> None:
    now = [0.0]
    sessions = Sessions(lambda: now[0])
    used, unused = sessions.begin(), sessions.begin()
    now[0] += 4 * 24 * 3600
    assert sessions.holds(used)
    now[0] += 4 * 24 * 3600
    assert sessions.holds(used)
    assert not sessions.holds(unused)
    assert not sessions.holds("")
