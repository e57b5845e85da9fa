"""The document of the page and the files that it names, served before Gradio's own."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from rag.language import SPOKEN
from ui.render import shell_html
from ui.texts import preferred

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.requests import Request
    from starlette.responses import Response

    from rag import Settings

__all__ = ["add_documents"]

_KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


def add_documents(app: FastAPI, settings: Settings, *, local: bool, account: bool) -> None:
    """Adds the page at "/", in the language that the browser asks for, and its files below "/page/".

    Args:
        app: What serves them.
        settings: Of the assistant: the page offers what they allow.
        local: Whether all its readers sit at this machine.
        account: Whether they have logged in, and may log out.
    """
    from starlette.responses import HTMLResponse, Response

    served = {item.name: (item.read_bytes(), _KINDS[item.name.rpartition(".")[2]])
              for item in files("ui.page").iterdir() if item.name.rpartition(".")[2] in _KINDS}

    async def page(request: Request) -> Response:
        texts = preferred(request.headers.get("accept-language", ""))
        # Never kept by the browser: a page of an older version would ask what a newer server does not know.
        shell = shell_html(texts, answer_languages=SPOKEN, k=settings.k, max_file_mb=settings.max_file_mb, local=local,
                           account=account)
        return HTMLResponse(shell, headers={"cache-control": "no-store", "vary": "accept-language"})

    async def part(request: Request) -> Response:
        found = served.get(request.path_params["name"])
        if found is None:
            return Response("Not found.", 404, media_type="text/plain")
        return Response(found[0], media_type=found[1], headers={"cache-control": "no-cache"})

    app.add_route("/", page)
    app.add_route("/page/{name}", part)
