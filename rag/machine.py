"""What stands around a library: permissions, disk, clock, proxy variables, versions. It looks, and changes nothing."""

from __future__ import annotations

import os
import platform
import shlex
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from rag.finding import Finding
from rag.library import Library
from rag.settings import Settings

__all__ = ["around", "clock_finding", "disk_finding", "folder_finding", "proxy_finding"]

_LOW_DISK_MB = 500
_OLDEST_PYTHON = (3, 11)
_OLDEST_SQLITE = (3, 35)
_SLACK = timedelta(hours=1)
_YEARS = range(2025, 2100)
_PROXIES = ("all_proxy", "http_proxy", "https_proxy")


def around(settings: Settings, library: Library, environment: Mapping[str, str], now: datetime) -> Iterator[Finding]:
    """Yields what was found of the machine.

    Args:
        environment: The variables of the process.
        now: What the clock says, with its zone.
    """
    yield folder_finding(library.folder)
    yield disk_finding(library.folder)
    newest = library.store.row("SELECT max(added) FROM articles")
    yield clock_finding(now, None if newest is None else newest[0])
    yield proxy_finding(settings, environment)
    yield _versions(library)


def folder_finding(folder: Path) -> Finding:
    """Looks whether the library's folder and those in it may be written to, by writing, and who else may read it."""
    for place in (folder, folder / "index", folder / "logs"):
        if place != folder and not place.exists():
            continue
        try:
            with tempfile.TemporaryFile(dir=place, prefix=".newscite-"):
                pass
        except OSError as error:
            return Finding("permissions", False, f"{place} cannot be written to: {error.strerror or error}",
                           f"Give yourself permission to write to it (ls -ld {place}), or set NEWSCITE_HOME to "
                           "another folder.")
    mode = stat.S_IMODE(folder.stat().st_mode)
    # A folder that was there keeps its mode, as it may be shared on purpose. On Windows the mode says nothing.
    if os.name != "nt" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        return Finding("permissions", True, f"other users of this machine may read the library (mode {mode:o})",
                       f"Close it to them with: chmod 700 {shlex.quote(str(folder))}")
    return Finding("permissions", True, "the library's folder can be written to")


def disk_finding(folder: Path) -> Finding:
    """Looks at the room left where the library lies."""
    free = shutil.disk_usage(folder).free // (1024 * 1024)
    low = free < _LOW_DISK_MB
    return Finding("disk", not low, f"{free} MiB free", "Free some disk space." if low else None)


def clock_finding(now: datetime, newest: str | None) -> Finding:
    """Looks whether the clock can be right: "yesterday" in a question is counted from it.

    Args:
        newest: When the last article was added, as the library keeps it; None where there is none.
    """
    remedy = "Set the clock of the machine, or have it set over the network."
    added = datetime.fromisoformat(newest) if newest else None
    if added is not None and added.tzinfo is None:
        added = added.replace(tzinfo=UTC)
    if now.year not in _YEARS:
        return Finding("clock", False, f"the clock says {now:%Y-%m-%d}", remedy)
    if added is not None and now < added - _SLACK:
        return Finding("clock", False, f"the clock says {now:%Y-%m-%d %H:%M}, but an article was added on "
                       f"{added:%Y-%m-%d %H:%M}: it is wrong now, or it was then", remedy)
    return Finding("clock", True, f"{now:%Y-%m-%d %H:%M} {now:%Z}".rstrip())


def proxy_finding(settings: Settings, environment: Mapping[str, str]) -> Finding:
    """Looks whether a proxy variable catches addresses of this machine."""
    given = {name.lower(): value for name, value in environment.items() if value.strip()}
    proxies = [name for name in _PROXIES if name in given]
    if not proxies:
        return Finding("proxy", True, "no proxy variables")
    named = {urlsplit(url).hostname or "" for url in (settings.ollama_host, settings.chroma_url) if url}
    hosts = sorted({"127.0.0.1", "localhost", *filter(_is_loopback, named)})
    spared = [name.strip().lower().lstrip("*.") for name in given.get("no_proxy", "").split(",")]
    everything = given.get("no_proxy", "").strip() == "*"
    caught = [host for host in hosts if not everything and not any(
        name and (host == name or host.endswith(f".{name}")) for name in spared)]
    names = ", ".join(name.upper() for name in proxies)
    if not caught:
        return Finding("proxy", True, f"{names} set; NO_PROXY spares this machine")
    # Newscite's own calls of Ollama spare this machine by themselves; Chroma's client reads the variables.
    chroma = urlsplit(settings.chroma_url).hostname if settings.chroma_url else None
    return Finding(
        "proxy", chroma not in caught, f"{names} set, and NO_PROXY does not spare {', '.join(caught)}: what other "
        "programs ask of Ollama, of Chroma or of the page on this machine goes to the proxy",
        f"Set NO_PROXY={','.join(hosts)}")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _versions(library: Library) -> Finding:
    row = library.store.row("SELECT sqlite_version()")
    kept = library.store.row("PRAGMA user_version")
    sqlite = str(row[0]) if row is not None else "?"
    detail = f"Python {platform.python_version()}, SQLite {sqlite}, library format {kept[0] if kept else '?'}"
    if sys.version_info < _OLDEST_PYTHON:
        return Finding("versions", False, detail, "Install Python 3.11 or newer.")
    if tuple(int(part) for part in sqlite.split(".")[:2] if part.isdigit()) < _OLDEST_SQLITE:
        return Finding("versions", False, detail, "Install a Python that comes with SQLite 3.35 or newer.")
    return Finding("versions", True, detail)
