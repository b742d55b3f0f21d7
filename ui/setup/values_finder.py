# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks in the chosen maps for values that may stand for sides or classes of ground, in a task."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ...processing import environment
from ...processing.inputs.how_to_read import HowToRead
from ...processing.inputs.layers import LayerInput
from ...processing.inputs.map_values import MapValues, merged, values_to_ask
from ..background_task import BackgroundTask
from ..widgets import once_after
from .found_maps import GOODBYE_S, state_of

PAUSE_MS = 250  # a person who moves a handle along the strip chooses many maps in a row
KEPT_AT_MOST = 100


@dataclass(frozen=True)
class MapToAsk:
    """A map of an unknown publisher: its layer, its date if the layer has none, and how it is read."""

    layer: QgsVectorLayer
    given: datetime | None
    how: HowToRead

    @property
    def key(self) -> tuple[Any, ...]:
        """What differs for everything that reads differently."""
        return self.layer.id(), state_of(self.layer), self.given, repr(self.how)


class ValuesFinder(QObject):
    """Emits `found` with the values of all wanted maps, whenever they are others than before."""

    found = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: list[tuple[tuple[Any, ...], MapToAsk]] = []
        self._known: dict[tuple[Any, ...], MapValues] = {}
        self._task: BackgroundTask | None = None
        self._is_paused = False
        self._timer = once_after(PAUSE_MS, self._start, self)

    @property
    def is_searching(self) -> bool:
        """Whether a search is under way or will begin."""
        return self._task is not None or self._timer.isActive()

    def look(self, maps: Sequence[MapToAsk]) -> None:
        """Look in these maps, in time order; what is known already is not read again."""
        wanted = [(one.key, one) for one in maps]
        if [key for key, _ in wanted] == [key for key, _ in self._wanted]:
            return
        self._stop()
        self._wanted = wanted
        if self._unread():
            self.found.emit(MapValues())
            self._timer.start()
        else:
            self._report()

    def pause(self, paused: bool) -> None:
        """Read nothing while paused, as during a run."""
        self._is_paused = paused
        self._stop()
        if not paused and self._unread():
            self._timer.start()

    def close(self) -> None:
        """Stop for good, and wait a moment for the thread. Call it before the dock is deleted."""
        task = self._task
        self.blockSignals(True)
        self._stop()
        end = time.monotonic() + GOODBYE_S
        while task is not None and task.is_working and time.monotonic() < end:
            time.sleep(0.01)  # releases the interpreter lock, which the thread needs

    def _unread(self) -> list[tuple[tuple[Any, ...], MapToAsk]]:
        return [(key, one) for key, one in self._wanted if key not in self._known and not sip.isdeleted(one.layer)]

    def _start(self) -> None:
        if self._is_paused or environment.problem():
            return
        inputs = [(key, LayerInput(one.layer), one) for key, one in self._unread()]
        title = QCoreApplication.translate("FrontlineChange", "Looking for sides in the maps")
        task = self._task = BackgroundTask(title, lambda task: _read_all(inputs, task))
        task.ended.connect(lambda read: self._ended(task, read))
        task.start()

    def _ended(self, task: BackgroundTask, read: list[tuple[tuple[Any, ...], MapValues]] | None) -> None:
        if sip.isdeleted(self) or self._task is not task:
            return
        self._task = None
        if read is not None:  # else a person has stopped it in QGIS's list of tasks
            self._known.update(read)
            for key in list(self._known)[:-KEPT_AT_MOST]:
                del self._known[key]
            self._report()

    def _report(self) -> None:
        self.found.emit(merged([self._known[key] for key, _ in self._wanted if key in self._known]))

    def _stop(self) -> None:
        self._timer.stop()
        task, self._task = self._task, None
        if task is not None:
            task.give_up()


def _read_all(inputs: list[tuple[Any, LayerInput, MapToAsk]], task: BackgroundTask) -> list[tuple[Any, MapValues]]:
    """Return the values of each map by its key. Raises Cancelled."""
    return [(key, values_to_ask(layer, one.how, task.is_over, one.given)) for key, layer, one in inputs]
