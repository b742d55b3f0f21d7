# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds the maps among the project's layers: every snapshot with its date, source and classes, looked for in a task."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Optional

from qgis.core import QgsApplication, QgsMapLayer, QgsTask, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QObject, QTimer, pyqtSignal

from ...processing.base import Cancelled
from ...processing.bridge import LayerInput, qdatetime
from ...processing.inputs.layer_dates import LayerDates, drawings, layer_dates
from .choices import is_map

SLICE_S = 0.015  # for so long the interface may stand still while layers are taken hold of
GOODBYE_S = 3.0

_Series = tuple[str, str, str]  # source, part, layer: maps to be compared with the one before them


@dataclass(frozen=True)
class FoundMap:
    """One snapshot in a layer of the project."""

    layer_id: str
    layer_name: str
    instant: QDateTime  # UTC
    source: str  # key of the publisher's record
    classes: tuple[str, ...]  # control classes in it
    unchanged: bool  # the same map as the one before it of its source; False also where that was not looked at
    many_dated: bool  # its layer holds maps of several dates
    corrected: bool = False  # the date was set by a person


@dataclass
class _Look:
    """What is known of one layer, and what it was known from."""

    layer: QgsVectorLayer
    name: str
    state: Optional[tuple[Any, ...]]  # None: may change without our knowing, so it is looked at each time
    input: Optional[LayerInput] = None  # only until it is read
    dates: Optional[LayerDates] = None
    drawings: Optional[list[bytes]] = None


@dataclass
class _Search:
    """One search: the looks in the order of the layers, and the tasks that read them."""

    waiting: Iterator[QgsMapLayer]
    looks: list[_Look] = field(default_factory=list)
    task: Optional[_Reading] = None


class MapFinder(QObject):
    """Looks for maps; says what is found at once when the dates are read, and again when the drawings are compared.

    `found` carries a list of FoundMap sorted by instant, `refused` a list of (layer's name, reason) for layers that
    seem to be dated but cannot be read, `searching` whether a search is under way.
    """

    found = pyqtSignal(object)
    refused = pyqtSignal(object)
    searching = pyqtSignal(bool)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._known: dict[str, _Look] = {}
        self._corrections: dict[str, QDateTime] = {}
        self._search: Optional[_Search] = None
        self._shown: list[_Look] = []
        self._slice = QTimer(self)
        self._slice.setSingleShot(True)
        self._slice.setInterval(0)
        self._slice.timeout.connect(self._take_hold)

    @property
    def is_searching(self) -> bool:
        """Whether a search is under way."""
        return self._search is not None

    def refresh(self, layers: Iterable[QgsMapLayer]) -> None:
        """Look for maps in these layers; what is known of a layer that has not changed is not read again."""
        self._stop()
        self._search = _Search(iter(list(layers)))
        self.searching.emit(True)
        self._slice.start()

    def cancel(self) -> None:
        """Stop looking; nothing more is said until the next `refresh`."""
        if self._search is not None:
            self._stop()
            self.searching.emit(False)

    def close(self) -> None:
        """Stop for good, and wait a moment for the thread. Call before the dock goes."""
        task = self._search.task if self._search is not None else None
        self.blockSignals(True)
        self._stop()
        end = time.monotonic() + GOODBYE_S
        while task is not None and task.is_reading and time.monotonic() < end:
            time.sleep(0.01)  # lets go of the interpreter lock, which the thread needs

    def correct(self, layer_id: str, instant: Optional[QDateTime]) -> None:
        """Set the date of a layer that holds one map (None: take the one found), and say again what is found."""
        if instant is None or not instant.isValid():
            self._corrections.pop(layer_id, None)
        else:
            self._corrections[layer_id] = instant.toUTC()
        if self._search is None:
            self._tell(self._shown)

    def corrections(self) -> dict[str, QDateTime]:
        """Return the dates set by a person, by layer id."""
        return dict(self._corrections)

    # searching

    def _take_hold(self) -> None:
        """Take hold of some layers, then let the interface breathe; when all are held, read them in a task."""
        search = self._search
        end = time.monotonic() + SLICE_S
        for layer in search.waiting:
            if not sip.isdeleted(layer) and is_map(layer):
                search.looks.append(self._look(layer))
            if time.monotonic() > end:
                self._slice.start()
                return
        self._start(_ReadingDates([look for look in search.looks if look.dates is None]), self._dates_read)

    def _look(self, layer: QgsVectorLayer) -> _Look:
        state = _state(layer)
        known = self._known.get(layer.id())
        if known is not None and state is not None and known.state == state and known.dates is not None:
            return known
        return _Look(layer, layer.name(), state, LayerInput(layer))

    def _start(self, task: _Reading, then: Any) -> None:
        if not task.looks:
            then()
            return
        self._search.task = task
        task.done.connect(lambda: self._ended(task, then))
        QgsApplication.taskManager().addTask(task)

    def _ended(self, task: _Reading, then: Any) -> None:
        if sip.isdeleted(self) or self._search is None or self._search.task is not task:
            return
        self._search.task = None
        then()

    def _dates_read(self) -> None:
        looks = [look for look in self._search.looks if look.dates is not None]
        self._known = {look.layer.id(): look for look in looks if not sip.isdeleted(look.layer)}
        self._shown = looks
        self._tell(looks)
        self.refused.emit([(look.name, look.dates.refusal) for look in looks if look.dates.refusal])
        undrawn = [look for look in looks if look.dates.maps and look.drawings is None and look.input is not None]
        self._start(_ReadingDrawings(undrawn), self._drawings_read)

    def _drawings_read(self) -> None:
        looks = self._search.looks
        for look in looks:
            look.input = None
        self._search = None
        self._tell(looks)
        self.searching.emit(False)

    def _stop(self) -> None:
        self._slice.stop()
        search, self._search = self._search, None
        if search is not None and search.task is not None:
            search.task.give_up()

    # telling

    def _tell(self, looks: Iterable[_Look]) -> None:
        """Say what is known of the layers that are still there."""
        maps = []
        for look in looks:
            if sip.isdeleted(look.layer) or look.dates is None:
                continue
            corrected = self._corrections.get(look.layer.id())
            many = len(look.dates.maps) > 1
            for place, one in enumerate(look.dates.maps):
                is_corrected = corrected is not None and not many
                instant = corrected if is_corrected else qdatetime(one.instant)
                found = FoundMap(
                    look.layer.id(), look.layer.name(), instant, one.source, one.classes, False, many, is_corrected
                )
                drawing = look.drawings[place] if look.drawings else None
                series = (one.source, look.dates.part, look.layer.id() if many else "")
                maps.append((found, series, drawing))
        maps.sort(key=lambda known: (known[0].instant.toMSecsSinceEpoch(), known[0].layer_name))
        self.found.emit(list(_with_unchanged(maps)))


class _Reading(QgsTask):
    """Reads layers one after the other. `done` comes in the main thread, unless it was told to give up."""

    done = pyqtSignal()

    def __init__(self, looks: list[_Look]) -> None:
        super().__init__(
            QCoreApplication.translate("FrontlineChange", "Looking for maps"),
            QgsTask.Flag.CanCancel,
        )
        self.looks = looks
        self.is_reading = False
        self._gave_up = False
        _alive.add(self)

    def run(self) -> bool:
        """Read, in a thread of QGIS."""
        self.is_reading = True
        try:
            for number, look in enumerate(self.looks):
                self.read(look)
                self.setProgress(100 * (number + 1) / len(self.looks))
        except Cancelled:
            return False
        finally:
            self.is_reading = False
        return True

    def finished(self, successful: bool) -> None:
        """Tell, back in the main thread."""
        _alive.discard(self)
        if not self._gave_up:
            self.done.emit()

    def give_up(self) -> None:
        """Stop, and say nothing."""
        self._gave_up = True
        if not sip.isdeleted(self):
            self.cancel()

    def is_over(self) -> bool:
        """Whether reading should stop."""
        return self._gave_up or self.isCanceled()

    def read(self, look: _Look) -> None:
        """Read what is wanted of one layer."""
        raise NotImplementedError


class _ReadingDates(_Reading):
    def read(self, look: _Look) -> None:
        look.dates = layer_dates(look.input, self.is_over)


class _ReadingDrawings(_Reading):
    def read(self, look: _Look) -> None:
        look.drawings = drawings(look.input, look.dates, self.is_over)


_alive: set[_Reading] = set()  # Python's part of a task must live until the task has ended


def _state(layer: QgsVectorLayer) -> Optional[tuple[Any, ...]]:
    """What tells whether a layer is as it was; None where a change would not show."""
    stamp = layer.dataProvider().dataTimestamp()
    if layer.isModified() or not stamp.isValid():
        return None
    return layer.name(), layer.source(), layer.subsetString(), stamp.toMSecsSinceEpoch(), layer.crs().authid()


def _with_unchanged(maps: Iterable[tuple[FoundMap, _Series, Optional[bytes]]]) -> Iterator[FoundMap]:
    """Mark the maps that are drawn as the one before them of their source."""
    latest: dict[_Series, Optional[bytes]] = {}
    for found, series, drawing in maps:
        unchanged = drawing is not None and latest.get(series) == drawing
        latest[series] = drawing
        yield replace(found, unchanged=unchanged) if unchanged else found
