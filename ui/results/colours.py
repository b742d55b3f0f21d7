# SPDX-License-Identifier: GPL-2.0-or-later
"""The colours of gained, lost and the rest on whatever background the desktop has, from the palette of the maps."""

from __future__ import annotations

from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QLabel

from ...styles import palette, variants

OPAQUE = 255
READABLE = 4.5  # the contrast that WCAG 2.1 asks for (success criterion 1.4.3)

# For each role the strong colour of light backgrounds, then the one for dark ones.
_COLOURS = {
    "gained": (palette.GAINED, palette.NET_RAMP[-1]),
    "lost": (palette.LOST, palette.NET_RAMP[0]),
    "net": (palette.INK, palette.PAPER),
    "depth": (palette.GREY, palette.HELD),
    "pace": (palette.GREY, palette.HELD),
}


# What takes the side's own colour where it has one: the colour of areas, then the stronger one of thin lines.
_OF_SIDE = {"gained": (palette.GAINED, palette.GAINED_DARK), "lost": (palette.LOST, palette.LOST_DARK)}


def role_colour(role: str, background: QColor, side_colour: str = "") -> QColor:
    """Return the colour of `gained`, `lost`, `net`, `depth` or `pace` that can be read on this background.

    `side_colour` is the side's own (`#rrggbb`), as on the map; empty for the usual ones.
    """
    names = [*_COLOURS[role]]
    if side_colour and role in _OF_SIDE:
        schemes = (variants.STANDARD, "dark map")
        names = [variants.colour(name, scheme, side_colour) for name in _OF_SIDE[role] for scheme in schemes]
    candidates = [QColor(name) for name in names]
    best = max(candidates, key=lambda colour: contrast(colour, background))
    return next((colour for colour in candidates if contrast(colour, background) >= READABLE), best)


def paper_and_ink(label: QLabel) -> tuple[QColor, QColor]:
    """Return the colours of the background and of the text near a label. Every theme sets the colours of a label.

    QGIS's dark themes are style sheets: they make widgets transparent and leave the colours of plain ones light.
    """
    label.ensurePolished()
    widget = label.parentWidget()
    paper = widget.palette().color(QPalette.ColorRole.Base)
    behind = widget
    while paper.alpha() < OPAQUE and behind is not None:
        paper = behind.palette().color(QPalette.ColorRole.Window)
        behind = behind.parentWidget()
    if paper.alpha() < OPAQUE:
        paper = QColor(palette.PAPER)
    inks = [label.palette().color(QPalette.ColorRole.WindowText), widget.palette().color(QPalette.ColorRole.Text)]
    own = [QColor(palette.INK), QColor(palette.PAPER)]
    best = max(own, key=lambda colour: contrast(colour, paper))
    return paper, next((ink for ink in inks if contrast(ink, paper) >= READABLE), best)


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours as WCAG 2.1 defines it, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return `one` with this share of it over `other`."""
    parts = zip(one.getRgb()[:3], other.getRgb()[:3])
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts))


def _luminance(colour: QColor) -> float:
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in colour.getRgbF()[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
