"""Who may reach the page: under which names, and with which log-in."""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from getpass import getpass

from rag.errors import SettingsError

__all__ = ["LOCAL", "Access", "Account", "access_for", "is_own", "require_log_in"]

_OWN_NAMES = frozenset({"127.0.0.1", "localhost"})
_EVERYWHERE = frozenset({"0.0.0.0", "::", ""})  # noqa: S104
_PASSWORD = "NEWSCITE_CHAT_PASSWORD"  # noqa: S105
_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Account:
    """The one log-in of a page."""

    user: str
    password: str = field(repr=False)

    def admits(self, user: str, password: str) -> bool:
        """Tells whether both are right, in a time that says nothing of either."""
        right = [hmac.compare_digest(_digest(given), _digest(own))
                 for given, own in ((user, self.user), (password, self.password))]
        return all(right)


@dataclass(frozen=True, slots=True)
class Access:
    """How the page can be reached.

    Attributes:
        names: Host names, without port, that a request may come by.
        account: None: whoever reaches the page may use it.
        tools: Whether other assistants find tools here, by the Model Context Protocol.
    """

    names: frozenset[str] = _OWN_NAMES
    account: Account | None = None
    tools: bool = False


LOCAL = Access()
"""This machine alone, without a log-in."""


def access_for(
    host: str, *, user: str | None = None, names: Collection[str] = (), tools: bool = False,
    environment: Mapping[str, str] | None = None, ask: Callable[[str], str] = getpass,
) -> Access:
    """Returns how a page that listens on `host` can be reached.

    The password is that of NEWSCITE_CHAT_PASSWORD, else asked for: a command line can be read by every user of the
    machine.

    Args:
        host: Address to listen on.
        user: Name of the log-in; None for none, which only an address of this machine alone allows.
        names: Further host names under which the page is reached.
        tools: Whether to offer tools to other assistants.
        environment: Read instead of `os.environ`.
        ask: Asks for a password with a prompt.

    Raises:
        SettingsError: Others could reach the page without a log-in, or a name or password is unusable.
    """
    require_log_in(host, user)
    if user is None and names:
        raise SettingsError("--allow-host lets others reach the page, and there is no log-in.",
                            f"Add --auth USER, with the password in {_PASSWORD}.")
    bound = frozenset({_bracketed(host)}) if host not in _EVERYWHERE else frozenset[str]()
    account = None if user is None else _account(user, os.environ if environment is None else environment, ask)
    return Access(_OWN_NAMES | bound | {_named(name) for name in names}, account, tools)


def is_own(host: str) -> bool:
    """Tells whether an address is this machine's alone."""
    return host in _OWN_NAMES


def require_log_in(host: str, user: str | None) -> None:
    """Checks that an address which other machines could reach has a log-in.

    Raises:
        SettingsError: It has none.
    """
    if user is None and not is_own(host):
        raise SettingsError(f"--host is {host!r}, which other machines could reach, and there is no log-in.",
                            f"Add --auth USER, with the password in {_PASSWORD}; or use 127.0.0.1.")


def _account(user: str, environment: Mapping[str, str], ask: Callable[[str], str]) -> Account:
    if not user.strip() or ":" in user:
        raise SettingsError(f"--auth is {user!r}.", "Give a name without a colon.")
    password = environment.get(_PASSWORD) or _asked(user, ask)
    if len(password) < _SHORTEST:
        raise SettingsError("The password is too short.", f"Use {_SHORTEST} characters or more, best many more.")
    return Account(user, password)


def _asked(user: str, ask: Callable[[str], str]) -> str:
    try:
        return ask(f"Password for {user}: ")
    except (EOFError, OSError):
        raise SettingsError("There is nobody to ask for a password.", f"Set {_PASSWORD}.") from None


def _named(name: str) -> str:
    bare = name.strip().lower().rstrip(".")
    if not bare or any(sign in bare for sign in "/*@ ") or (":" in bare and not bare.startswith("[")):
        raise SettingsError(f"--allow-host is {name!r}.", "Give a host name alone, such as news.example.org.")
    return bare


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host.lower()


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
