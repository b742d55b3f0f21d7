# SPDX-License-Identifier: GPL-2.0-or-later
"""The same styles in other colours: for the colour-blind, on dark base maps, in black and white.

A variant is data: a replacement for each colour of `palette`. It is applied with the style, so that the .qml files
remain the only source of styles.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from qgis.PyQt.QtCore import QCoreApplication

from . import palette, side_colours

STANDARD = "standard"

# A colour in a QGIS file; from 3.40 on it is followed by the same colour in decimals.
_RGBA = re.compile(r"(?<![\d,.])(\d{1,3}),(\d{1,3}),(\d{1,3}),(\d{1,3})(?:,rgb:[\d.,]+)?(?![\d,.])")
_HEX = re.compile(r"#[0-9a-fA-F]{6}\b")


@dataclass(frozen=True)
class Variant:
    """Replacements for colours of the palette; all as `#rrggbb`."""

    colours: Mapping[str, str] = field(default_factory=dict)
    grey: bool = False  # whether every other colour becomes the grey of its lightness
    hatched: bool = False  # whether hatches distinguish sectors that gained from sectors that lost


def _ramp(*colours: str) -> dict[str, str]:
    return dict(zip(palette.NET_RAMP, colours))


def _dates(*colours: str) -> dict[str, str]:
    return dict(zip(palette.DATE_RAMP, colours))


def _loss_dates(*colours: str) -> dict[str, str]:
    return dict(zip(palette.LOST_DATE_RAMP, colours))


VARIANTS: dict[str, Variant] = {
    STANDARD: Variant(),
    # Orange and purple also differ in lightness, and remain distinct in every kind of colour blindness.
    "colour-blind": Variant(
        {
            palette.GAINED: "#e66101",
            palette.GAINED_DARK: "#7f3300",
            palette.LOST: "#5e3c99",
            palette.LOST_DARK: "#2d1160",
            **_ramp("#998ec3", "#bdb5d9", "#dfdbec", "#f7f7f7", "#fee6cb", "#fdc888", "#f1a340"),
        },
        hatched=True,
    ),
    "dark map": Variant(
        {
            palette.GAINED: "#f0563f",
            palette.GAINED_DARK: "#ffc4b8",
            palette.LOST: "#4f9be8",
            palette.LOST_DARK: "#bfe0ff",
            palette.INK: "#f4f4f2",
            palette.PAPER: "#14171a",
            palette.GREY: "#b4b4b4",
            palette.BORDER: "#9a948e",
            palette.HELD: "#6b655e",
            palette.LAND: "#23272b",
            palette.CLAIMED: "#7a6d54",
            palette.LIBERATED: "#50624a",
            palette.ELSEWHERE: "#32373b",
            palette.AROUND: "#1a1d20",
            palette.BASE_SEA: "#14181b",
            palette.BASE_LAND: "#24282c",
            palette.BASE_BORDER: "#43494f",
            palette.BASE_NAME: "#7f868c",
            **_ramp("#4482b4", "#355b7a", "#2e3d4a", "#3a3f44", "#4a3a37", "#7a4538", "#b0573f"),
            **_dates("#4a3448", "#71405a", "#9c5260", "#c86f62", "#eba174", "#ffe2ad"),
            **_loss_dates("#26384c", "#2f4f70", "#3c6c9c", "#548cc6", "#82b3e4", "#a9cff5"),
        }
    ),
    "print": Variant(
        {
            palette.GAINED: "#6e6e6e",
            palette.GAINED_DARK: "#000000",
            palette.LOST: "#cdcdcd",
            palette.LOST_DARK: "#4a4a4a",
            **_ramp("#cccccc", "#dedede", "#efefef", "#ffffff", "#ececec", "#d6d6d6", "#bdbdbd"),
        },
        grey=True,
        hatched=True,
    ),
}


def names() -> dict[str, str]:
    """Return the display name of each variant by its key."""
    texts = {
        STANDARD: QCoreApplication.translate("FrontlineChange", "Standard"),
        "colour-blind": QCoreApplication.translate("FrontlineChange", "Colour-blind safe"),
        "dark map": QCoreApplication.translate("FrontlineChange", "Dark base map"),
        "print": QCoreApplication.translate("FrontlineChange", "Black-and-white print"),
    }
    return {key: texts[key] for key in VARIANTS}


def colour(name: str, variant: str, side_colour: str = "") -> str:
    """Return the replacement for a colour of the palette in a variant, and for a side's own colour; all `#rrggbb`."""
    replacements, of_side = VARIANTS[variant], _of_side(side_colour, variant)
    if name.lower() in of_side:
        return of_side[name.lower()]
    if name.lower() in replacements.colours:
        return replacements.colours[name.lower()]
    if not replacements.grey:
        return name
    red, green, blue = (int(name[start : start + 2], 16) for start in (1, 3, 5))
    grey = round(0.299 * red + 0.587 * green + 0.114 * blue)  # luma of Rec. 601, as printers use it
    return f"#{grey:02x}{grey:02x}{grey:02x}"


@functools.lru_cache
def _of_side(side_colour: str, variant: str) -> dict[str, str]:
    return side_colours.replacements(side_colour, variant, lambda name: colour(name, variant))


def recoloured(qml: str, variant: str, side_colour: str = "") -> str:
    """Return the text of a .qml file in the colours of a variant and of the side; opacities are unchanged."""

    def numbers(match: re.Match[str]) -> str:
        red, green, blue, alpha = (int(part) for part in match.groups())
        if max(red, green, blue, alpha) > 255:
            return match.group()
        new = colour(f"#{red:02x}{green:02x}{blue:02x}", variant, side_colour)
        return ",".join(str(int(new[start : start + 2], 16)) for start in (1, 3, 5)) + f",{alpha}"

    return _HEX.sub(lambda match: colour(match.group(), variant, side_colour), _RGBA.sub(numbers, qml))
