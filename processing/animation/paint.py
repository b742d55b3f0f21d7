# SPDX-License-Identifier: GPL-2.0-or-later
"""The colours of a scheme, sizes and fonts by the size of a picture, and which part of it the figures leave free."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont, QPen

from ...styles import capture_date_classes, fonts, palette, variants

VARIANTS = {"light": variants.STANDARD, "dark": "dark map"}
SHADES = 64  # of the ramp of dates
REFERENCE_PX = 1920 * 1080  # all sizes are pixels of a picture of so many
WIDE_FROM = 1.2  # width by height from which the figures stand beside the map and not above it
MARGIN = 36
PANEL_WIDTH, PANEL_HEIGHT_ABOVE = 470, 330
SMALL_PX = 22  # height of small letters
FRONT_PX, BOUNDARY_PX = 2.6, 1.5  # widths of the line
FIRST_LOST_STRENGTH = 0.35  # of the colour of lost ground over the land


class Paint:
    """The colours of a scheme, sizes by the size of the picture, and text in them. `side_colour` may be empty."""

    def __init__(self, scheme: str, side_colour: str, width: int, height: int) -> None:
        self.unit = (width * height / REFERENCE_PX) ** 0.5
        self._variant, self._side_colour = VARIANTS[scheme], side_colour
        samples = [self.name(each) for each in palette.DATE_RAMP]
        self.ramp = [QColor(name) for name in capture_date_classes.ramp(samples, SHADES)]
        self.lost = QColor(self._mixed(self.name(palette.LOST), palette.BASE_LAND, 1 - FIRST_LOST_STRENGTH))

    def name(self, colour: str) -> str:
        """Return a colour of the palette in the scheme, and for the side's own colour, as `#rrggbb`."""
        return variants.colour(colour, self._variant, self._side_colour)

    def colour(self, colour: str, opacity: float = 1.0) -> QColor:
        """Return a colour of the palette in the scheme."""
        found = QColor(self.name(colour))
        found.setAlphaF(opacity)
        return found

    def shade(self, share: float) -> QColor:
        """Return the colour of a date by its share of the whole time: 0 for the first, 1 for the last."""
        return self.ramp[min(max(round(share * (SHADES - 1)), 0), SHADES - 1)]

    def px(self, size: float) -> float:
        """Return a size in pixels of this picture."""
        return size * self.unit

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """Return a font of this height."""
        return fonts.in_pixels(max(round(self.px(size)), 6), bold=bold)

    def pen(self, colour: str, width: float, *, dashed: bool = False) -> QPen:
        """Return a pen of a colour of the palette."""
        pen = QPen(self.colour(colour), max(self.px(width), 0.5))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashed:
            pen.setDashPattern([6.0, 4.0])
        return pen

    def _mixed(self, colour: str, with_palette: str, share: float) -> str:
        """A colour mixed with so much of a colour of the palette."""
        own, other = QColor(colour), QColor(self.name(with_palette))
        parts = zip(own.getRgb()[:3], other.getRgb()[:3])
        return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def is_wide(width: int, height: int) -> bool:
    """Return whether the figures stand beside the map."""
    return width >= WIDE_FROM * height


def free_part(width: int, height: int) -> tuple[int, int, int, int]:
    """Return the part of a picture beside or below the figures: left, top, right and bottom in pixels."""
    unit = (width * height / REFERENCE_PX) ** 0.5
    margin = round(MARGIN * unit)
    below = height - round(2.2 * MARGIN * unit)
    if is_wide(width, height):
        return round((MARGIN + PANEL_WIDTH + MARGIN / 2) * unit), margin, width - margin, below
    return margin, round((MARGIN + PANEL_HEIGHT_ABOVE) * unit), width - margin, below


def share_of_time(instants: Sequence[datetime], number: int) -> float:
    """Return the time of a map as a share of the time of all."""
    return (instants[number] - instants[0]) / (instants[-1] - instants[0])
