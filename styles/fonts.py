# SPDX-License-Identifier: GPL-2.0-or-later
"""The font of pictures, charts and pages: its families, and its size where there is little width for a text."""

from __future__ import annotations

from qgis.PyQt.QtGui import QFont, QFontMetricsF

from . import palette


def in_own_families(font: QFont) -> QFont:
    """Return the font in the first installed family of the palette, as large and as bold as it is."""
    result = QFont(font)
    result.setFamilies(list(palette.FONT_FAMILIES))
    return result


def in_pixels(size_px: int, *, bold: bool = False) -> QFont:
    """Return the font of pictures and charts."""
    font = in_own_families(QFont())
    font.setPixelSize(size_px)
    font.setBold(bold)
    return font


def in_points(size: float, *, bold: bool = False) -> QFont:
    """Return the font of pages."""
    font = in_own_families(QFont())
    font.setPointSizeF(size)
    font.setBold(bold)
    return font


def width_px(text: str, font: QFont) -> float:
    """Return how wide a text in one line is."""
    return QFontMetricsF(font).horizontalAdvance(text)


def fitted(font: QFont, text: str, room_px: float, smallest_share: float) -> QFont:
    """Return a font in pixels, smaller where the text is wider than `room_px`, but not below a share of its size."""
    result, smallest_px = QFont(font), max(smallest_share * font.pixelSize(), 1)
    while result.pixelSize() > smallest_px and width_px(text, result) > room_px:
        result.setPixelSize(result.pixelSize() - 1)
    return result
