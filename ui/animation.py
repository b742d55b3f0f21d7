# SPDX-License-Identifier: GPL-2.0-or-later
"""Plays a result on the map with QGIS's temporal controller: a frame for each period, and one for the last map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import QgsDateTimeRange, QgsInterval, QgsTemporalNavigationObject, QgsUnitTypes
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QDateTime
from qgis.PyQt.QtWidgets import QDockWidget, QWidget

PANEL = "Temporal Controller"  # the object name of QGIS's panel

Span = tuple[QDateTime, QDateTime]


def frames_of(periods: Iterable[Span]) -> list[QgsDateTimeRange]:
    """Return the frames: from the first map to the end of each period, and beyond the last map by a usual period.

    Ground gained so far is seen in each; the last frame is the only one in which the last map is.
    """
    spans = sorted(set(_milliseconds(periods)), key=lambda span: span[1])
    if not spans:
        return []
    first, last = min(start for start, _end in spans), spans[-1][1]
    lengths = sorted(end - start for start, end in spans)
    ends = [*dict.fromkeys(end for _start, end in spans), last + lengths[len(lengths) // 2]]
    return [QgsDateTimeRange(_utc(first), _utc(end), True, False) for end in ends]


class Animation:
    """The temporal controller of a map. What it shows is left to the person once it plays."""

    def __init__(self, canvas: QgsMapCanvas, window: QWidget | None = None) -> None:
        self._canvas, self._window = canvas, window
        self._plays = False

    def play(self, frames: Sequence[QgsDateTimeRange]) -> bool:
        """Show QGIS's panel and play the frames; return whether this QGIS can."""
        controller = self._canvas.temporalController()
        if not frames or not isinstance(controller, QgsTemporalNavigationObject):
            return False
        panel = self._window.findChild(QDockWidget, PANEL) if self._window is not None else None
        if panel is not None:
            panel.show()
        controller.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.Animated)
        controller.setAvailableTemporalRanges(list(frames))
        controller.setTemporalExtents(QgsDateTimeRange(frames[0].begin(), frames[-1].end(), True, False))
        # No unit of time fits: months differ, and maps may be missing at the ends of periods.
        controller.setFrameDuration(QgsInterval(1, QgsUnitTypes.TemporalUnit.TemporalIrregularStep))
        controller.rewindToStart()
        controller.playForward()
        self._plays = True
        return True

    def stop(self) -> None:
        """Switch the temporal controller off, if it was switched on here: it would hide another result."""
        controller = self._canvas.temporalController()
        if self._plays and isinstance(controller, QgsTemporalNavigationObject):
            controller.pause()
            controller.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.NavigationOff)
        self._plays = False


def _milliseconds(periods: Iterable[Span]) -> Iterable[tuple[int, int]]:
    return ((start.toMSecsSinceEpoch(), end.toMSecsSinceEpoch()) for start, end in periods)


def _utc(milliseconds: int) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(milliseconds).toUTC()
