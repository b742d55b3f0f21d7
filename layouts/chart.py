# SPDX-License-Identifier: GPL-2.0-or-later
"""A bar chart of the net change of each period, as PNG and SVG."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QBrush

from ..styles import fonts, palette
from .chart_paper import LABEL_GAP_PX, MARGIN_PX, SMALL_PX, WIDTH_PX, ChartPaper
from .language import Language
from .template import SCHEMES

BARS_WITH_FIGURES = 18  # more bars are too narrow for a figure above each
BAR_SHARE = 0.7  # of the room of a bar
PALE = 0.45  # opacity of a bar of an incomplete period


@dataclass(frozen=True)
class Bar:
    """One period: its label, its net change, and whether maps cover all of it."""

    label: str
    net_km2: float
    is_complete: bool = True


@dataclass(frozen=True)
class ChartTexts:
    """The texts of a chart; `incomplete` explains pale bars."""

    title: str
    subtitle: str
    incomplete: str
    credit: str


def save_chart(
    bars: Sequence[Bar], texts: ChartTexts, language: Language, scheme: str, path: Path, side_colour: str = ""
) -> list[Path]:
    """Write the chart as PNG and SVG at a path without ending, and return both paths. Raises PageError."""
    chart = _Bars(bars, texts, language, SCHEMES[scheme], side_colour)
    paths = [path.with_name(f"{path.name}{ending}") for ending in (".png", ".svg")]
    for each in paths:
        chart.save(each)
    return paths


class _Bars(ChartPaper):
    def __init__(
        self, bars: Sequence[Bar], texts: ChartTexts, language: Language, variant: str, side_colour: str
    ) -> None:
        super().__init__(texts.title, texts.subtitle, language, variant, side_colour)
        self._bars, self._texts = bars, texts

    def notes(self) -> list[str]:
        """Return the credit, and what pale bars are where there are any."""
        is_complete = all(bar.is_complete for bar in self._bars)
        return ["" if is_complete else self._texts.incomplete, self._texts.credit]

    def plot(self, area: QRectF) -> None:
        """Draw the bars with their labels and, where there is room, figures."""
        axis = self._axis(area, [bar.net_km2 for bar in self._bars])
        y, plot = axis.y, axis.plot
        room = plot.width() / max(len(self._bars), 1)
        self._labels(plot, room)
        for number, bar in enumerate(self._bars):
            middle = plot.left() + (number + 0.5) * room
            self._bar(bar, middle, room * BAR_SHARE, y(0.0), y(bar.net_km2))
            if len(self._bars) <= BARS_WITH_FIGURES:
                top = y(max(bar.net_km2, 0.0)) - 26 if bar.net_km2 >= 0 else y(bar.net_km2)
                box = QRectF(middle - room, top, 2 * room, 26)
                figure = self._language.figure(bar.net_km2)
                self._text(figure, box, SMALL_PX, palette.INK, Qt.AlignmentFlag.AlignCenter)

    def _bar(self, bar: Bar, middle: float, width: float, zero: float, end: float) -> None:
        colour = self._colour(palette.GAINED if bar.net_km2 >= 0 else palette.LOST)
        if not bar.is_complete:
            colour.setAlphaF(PALE)
        box = QRectF(middle - width / 2, min(zero, end), width, abs(end - zero))
        self._painter.fillRect(box, QBrush(colour))

    def _labels(self, plot: QRectF, room: float) -> None:
        """Write as many labels as there is room for, always the last one's."""
        small = fonts.in_pixels(SMALL_PX)
        widest = max((fonts.width_px(bar.label, small) for bar in self._bars), default=0.0) + LABEL_GAP_PX
        every = max(1, math.ceil(widest / room))
        last = len(self._bars) - 1
        for number, bar in enumerate(self._bars):
            if (last - number) % every == 0:
                middle = plot.left() + (number + 0.5) * room
                half = widest / 2
                box = QRectF(min(middle - half, WIDTH_PX - MARGIN_PX / 2 - 2 * half), plot.bottom() + 6, 2 * half, 24)
                self._text(bar.label, box, SMALL_PX, palette.GREY, Qt.AlignmentFlag.AlignCenter)
