"""Failed log-ins are made to wait, longer with each one."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Throttle", "network"]

_FREE = 5
_LONGEST = 300.0
_FORGOTTEN_AFTER = 3600.0
_MOST_ADDRESSES = 4096


@dataclass(frozen=True, slots=True)
class _Failed:
    count: int
    at: float


class Throttle:
    """Failures by address. Used on one event loop; holds a bounded number of addresses.

    Args:
        now: A clock in seconds that never goes back.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._failed: OrderedDict[str, _Failed] = OrderedDict()

    def wait(self, address: str) -> float:
        """Returns the seconds until the next attempt from there is heard; 0 for now."""
        failed = self._failed.get(network(address))
        if failed is None or failed.count < _FREE:
            return 0.0
        pause = min(2.0 ** min(failed.count - _FREE, 30), _LONGEST)
        return max(0.0, failed.at + pause - self._now())

    def fail(self, address: str) -> None:
        """Counts a failure; those of an hour without another one are forgotten."""
        key, now = network(address), self._now()
        before = self._failed.pop(key, None)
        count = before.count if before is not None and now - before.at < _FORGOTTEN_AFTER else 0
        self._failed[key] = _Failed(count + 1, now)
        if len(self._failed) > _MOST_ADDRESSES:
            self._failed.popitem(last=False)

    def succeed(self, address: str) -> None:
        """Forgets the failures of an address."""
        self._failed.pop(network(address), None)


def network(address: str) -> str:
    """One home has a whole /64 of IPv6: its addresses count as one."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((parsed, 64), strict=False)) if parsed.version == 6 else address
