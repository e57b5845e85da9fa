"""Gradio's tables as this house reads them: what can be called, what waits in the queue, what nobody waits for."""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from ui.throttle import network

if TYPE_CHECKING:
    import gradio as gr

__all__ = ["Endpoint", "awaited_of", "crowded_of", "dropped_of", "endpoints_of"]

_WRITING = "writing"
"""The room of the queue for what changes the library."""


_MOST_OF_A_SESSION = 8
_MOST_OF_AN_ADDRESS = 12
"""Of the places of the queue, so that no reader takes them all."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A function that can be called.

    Attributes:
        index: Its number in Gradio's tables.
        parameters: How many values it takes.
        queued: Whether its calls wait in the queue.
    """

    name: str
    index: int
    parameters: int
    queued: bool


def endpoints_of(page: gr.Blocks) -> tuple[Endpoint, ...]:
    """Returns what can be called of a page that has been built."""
    return tuple(Endpoint(str(fn.api_name), number, len(fn.inputs), bool(fn.queue)) for number, fn in page.fns.items())


def awaited_of(page: gr.Blocks) -> Callable[[str], bool]:
    """Returns what tells whether a page's queue holds anything for an id: Gradio fails at one that it does not know."""
    queue: Any = cast("Any", page)._queue

    def awaited(wanted: str) -> bool:
        return (wanted in queue.event_ids_to_events or wanted in queue.pending_messages_per_session
                or any(wanted in events for events in queue.pending_event_ids_session.values()))

    return awaited


def crowded_of(page: gr.Blocks) -> Callable[[str | None, str], bool]:
    """Returns what tells whether a session, or an address beyond this machine, has as many calls under way as it may.

    On this machine addresses tell nothing: programs of one user share them, and so do all readers behind a proxy.
    """
    queue: Any = cast("Any", page)._queue

    def crowded(session: str | None, address: str) -> bool:
        events = list(queue.event_ids_to_events.values())
        if session and sum(event.session_hash == session for event in events) >= _MOST_OF_A_SESSION:
            return True
        if _is_here(address):
            return False
        homes = [network(event.request.client.host) for event in events if event.request.client is not None]
        return homes.count(network(address)) >= _MOST_OF_AN_ADDRESS

    return crowded


def _is_here(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def dropped_of(page: gr.Blocks) -> Callable[[str], Awaitable[None]]:
    """Returns what ends the running answers of an event or a session; what writes to the library goes on to its end.

    Gradio itself takes what still waits out of its queue, and lets what runs run on.
    """
    queue: Any = cast("Any", page)._queue

    async def dropped(unwanted: str) -> None:
        events = [event for event in queue.event_ids_to_events.values()
                  if unwanted in (event._id, event.session_hash) and event.fn.concurrency_id != _WRITING]
        for event in events:
            await queue.clean_events(event_id=event._id)
        endings = tuple(f"<gradio-sep>{event._id}" for event in events)
        for task in asyncio.all_tasks():
            # A task that runs an event is named after it.
            if endings and task.get_name().endswith(endings):
                task.cancel()

    return dropped
