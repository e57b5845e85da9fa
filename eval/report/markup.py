"""HTML and SVG by construction: whatever is not markup already is text, and is escaped."""

from __future__ import annotations

from html import escape

__all__ = ["Attribute", "Html", "element", "joined"]

Attribute = str | float | bool | None

_VOID = frozenset({"br", "col", "input", "meta"})


class Html(str):
    """Text that is markup. Nothing but this module and the page's own template makes it of a plain string."""

    __slots__ = ()


def element(name: str, *children: str | None, **attributes: Attribute) -> Html:
    """Returns an element; children that are no markup are escaped, those that are None are left out.

    Args:
        attributes: ``class_`` and the like lose the line at their end, other lines become hyphens. None and False
            leave an attribute out, True gives it no value.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items() if value is not None)
    if name in _VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{joined(*children)}</{name}>")


def joined(*children: str | None) -> Html:
    """Returns children one after the other, as `element` has them."""
    return Html("".join(child if isinstance(child, Html) else escape(child)
                        for child in children if child is not None))


def _attribute(name: str, value: str | float | bool) -> str:
    name = name.rstrip("_").replace("_", "-")
    if isinstance(value, bool):
        return f" {name}" if value else ""
    text = value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
    return f' {name}="{escape(text)}"'
