# SPDX-License-Identifier: GPL-2.0-or-later
"""What a KML file draws a placemark with: the id of its style and the colour that fills its polygons."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .elements import Element

LINKS_AT_MOST = 10  # from one style to the next
_ABGR = re.compile(r"#?[0-9a-f]{2}([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$")
_RGB_IN_ID = re.compile(r"poly-([0-9a-f]{6})(?![0-9a-z])", re.IGNORECASE)  # as Google My Maps names its styles
_FALSE = ("0", "false")


@dataclass(frozen=True)
class Drawn:
    """How a placemark is drawn: the id of its style, the colour of its polygons (#rrggbb), and whether they are filled.

    Id and colour are empty where there are none. The opacity is no part of a colour.
    """

    style: str = ""
    colour: str = ""
    line_colour: str = ""
    is_filled: bool = True

    @property
    def text(self) -> str:
        """What tells it from others: the colour that fills it, else its outline, else the id of its style."""
        if not self.is_filled:
            return f"outline {self.line_colour}".rstrip()
        return self.colour or self.style


def own_styles(placemark: Element) -> list[Element]:
    """Return the elements of a placemark that say how it is drawn."""
    return [element for element in placemark.elements if element.name in ("styleurl", "style", "stylemap")]


def drawn(own: Sequence[Element], styles: Mapping[str, Element]) -> Drawn:
    """Return how a placemark with these `own_styles` is drawn: by its shared style, and by its own where it has one."""
    key = next((element.text() for element in own if element.name == "styleurl"), "").rpartition("#")[2]
    found = Drawn(key)
    shared = _style(styles, key)
    if shared is not None:
        found = _with(found, shared)
    named = _RGB_IN_ID.match(key)
    if named and not found.colour:
        found = replace(found, colour=f"#{named[1].lower()}")
    for element in own:
        if element.name == "style":
            found = _with(found, element)
        elif element.name == "stylemap":
            normal = _normal(element, styles)
            found = found if normal is None else _with(found, normal)
    return found


def _style(styles: Mapping[str, Element], key: str) -> Element | None:
    """The style of an id: for a pair of styles the normal one, not that of the mouse over it."""
    for _ in range(LINKS_AT_MOST):
        element = styles.get(key)
        if element is None or element.name == "style":
            return element
        if element.name == "cascadingstyle":
            return element.first("style")
        pair = _normal_pair(element)
        if pair is None:
            return None
        own = pair.first("style")
        if own is not None:
            return own
        key = pair.text_of("styleurl").rpartition("#")[2]
    return None


def _normal(style_map: Element, styles: Mapping[str, Element]) -> Element | None:
    pair = _normal_pair(style_map)
    if pair is None:
        return None
    return pair.first("style") or _style(styles, pair.text_of("styleurl").rpartition("#")[2])


def _normal_pair(style_map: Element) -> Element | None:
    pairs = [element for element in style_map.elements if element.name == "pair"]
    return next((pair for pair in pairs if pair.text_of("key") == "normal"), None)


def _with(found: Drawn, style: Element) -> Drawn:
    """The same with what a style says of polygons and lines."""
    polygon, line = style.first("polystyle"), style.first("linestyle")
    if polygon is not None:
        found = replace(
            found,
            colour=_colour(polygon) or found.colour,
            is_filled=polygon.text_of("fill").lower() not in _FALSE if polygon.first("fill") else found.is_filled,
        )
    return found if line is None else replace(found, line_colour=_colour(line) or found.line_colour)


def _colour(style: Element) -> str:
    """A colour as #rrggbb; KML has it as aabbggrr. Empty where there is none, or a random one."""
    match = _ABGR.match(style.text_of("color").lower())
    if match is None or style.text_of("colormode") == "random":
        return ""
    blue, green, red = match.groups()
    return f"#{red}{green}{blue}"
