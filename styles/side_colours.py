# SPDX-License-Identifier: GPL-2.0-or-later
"""The colours of a style when the side has a colour of its own: shades for its gains, and a loss that differs from it.

Plain data without QGIS, as `variants`. Shades are taken in OKLab, where equal numbers look equally light.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from . import palette

# The variants in which the side's colour counts; the others are chosen because of their own colours.
LIGHT, DARK = "standard", "dark map"
LEGIBLE = {LIGHT: (0.3, 0.75), DARK: (0.66, 0.9)}  # lightness of a fill that shows on the map
STRONG = {LIGHT: 0.32, DARK: 0.87}  # lightness of thin lines, such as those of depth
TOO_CLOSE = 0.2  # distance in OKLab: lost ground then takes the palette's colour of gains

_HALF = len(palette.NET_RAMP) // 2
_GAINS = (palette.GAINED, palette.GAINED_DARK, *palette.NET_RAMP[_HALF + 1 :])
_LOSSES = (palette.LOST, palette.LOST_DARK, *reversed(palette.NET_RAMP[:_HALF]))


def replacements(side: str, variant: str, usual: Callable[[str], str]) -> dict[str, str]:
    """Return replacements for colours of the palette, all as `#rrggbb`; none in a variant with colours of its own.

    `usual` gives the colour that a variant has for one of the palette.
    """
    if not side or variant not in LEGIBLE:
        return {}
    lightness, *hue = _oklab(side)
    darkest, lightest = LEGIBLE[variant]
    own = _colour(min(max(lightness, darkest), lightest), *hue)
    found = {palette.GAINED: own, palette.GAINED_DARK: _colour(STRONG[variant], *hue)}
    found |= {name: _tinted(usual(name), hue) for name in (*_GAINS[2:], *palette.DATE_RAMP)}
    if distance(own, usual(palette.LOST)) < TOO_CLOSE:
        losses, gains = (*_LOSSES, *palette.LOST_DATE_RAMP), (*_GAINS, *palette.DATE_RAMP)
        found |= {loss: usual(gain) for loss, gain in zip(losses, gains)}
    return found


def distance(one: str, other: str) -> float:
    """Return how different two colours look: 0 for the same, 1 for black and white."""
    return math.dist(_oklab(one), _oklab(other))


def _tinted(name: str, hue: list[float]) -> str:
    """A colour as light and at most as strong as `name`, in another hue."""
    lightness, *own = _oklab(name)
    strength = math.hypot(*hue)
    share = min(math.hypot(*own) / strength, 1.0) if strength else 0.0
    return _colour(lightness, *(share * part for part in hue))


def _oklab(name: str) -> list[float]:
    """Lightness, green to red, blue to yellow of `#rrggbb` (Björn Ottosson, https://bottosson.github.io/posts/oklab)."""
    red, green, blue = (_linear(int(name[start : start + 2], 16) / 255) for start in (1, 3, 5))
    long, middle, short = (
        math.pow(r * red + g * green + b * blue, 1 / 3)
        for r, g, b in (
            (0.4122214708, 0.5363325363, 0.0514459929),
            (0.2119034982, 0.6806995451, 0.1073969566),
            (0.0883024619, 0.2817188376, 0.6299787005),
        )
    )
    return [
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    ]


def _colour(lightness: float, green_red: float, blue_yellow: float) -> str:
    """The `#rrggbb` of a colour in OKLab; paler where screens cannot show it as strong."""
    for percent in range(100, -1, -2):
        parts = _rgb(lightness, green_red * percent / 100, blue_yellow * percent / 100)
        if all(-0.001 <= part <= 1.001 for part in parts):
            break
    return "#" + "".join(f"{round(255 * min(max(part, 0.0), 1.0)):02x}" for part in parts)


def _rgb(lightness: float, green_red: float, blue_yellow: float) -> list[float]:
    long, middle, short = (
        (lightness + a * green_red + b * blue_yellow) ** 3
        for a, b in ((0.3963377774, 0.2158037573), (-0.1055613458, -0.0638541728), (-0.0894841775, -1.2914855480))
    )
    return [
        _encoded(long * x + middle * y + short * z)
        for x, y, z in (
            (4.0767416621, -3.3077115913, 0.2309699292),
            (-1.2684380046, 2.6097574011, -0.3413193965),
            (-0.0041960863, -0.7034186147, 1.7076147010),
        )
    ]


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
