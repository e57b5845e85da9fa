"""Who has logged in: tokens in cookies, kept here as hashes."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable

__all__ = ["Sessions"]

_LIFETIME = 7 * 24 * 3600.0
_MOST = 1000


class Sessions:
    """Log-ins under way; they end when unused for a week, with the process, or where too many others come after.

    Used on one event loop.

    Args:
        now: A clock in seconds that never goes back.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._ends: OrderedDict[bytes, float] = OrderedDict()

    def begin(self) -> str:
        """Returns a new token."""
        token = secrets.token_urlsafe(32)
        self._ends[_key(token)] = self._now() + _LIFETIME
        if len(self._ends) > _MOST:
            self._ends.popitem(last=False)
        return token

    def holds(self, token: str) -> bool:
        """Tells whether a token is one of a log-in; it counts as used."""
        key = _key(token)
        end = self._ends.pop(key, 0.0)
        if end <= self._now():
            return False
        self._ends[key] = self._now() + _LIFETIME
        return True

    def end(self, token: str) -> None:
        """Ends a log-in; an unknown token is left alone."""
        self._ends.pop(_key(token), None)


def _key(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
