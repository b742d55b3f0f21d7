# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds the maps among the project's layers: every snapshot with its date, source and classes, looked for in a task."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from qgis.core import QgsApplication, QgsMapLayer, QgsProviderRegistry, QgsTask, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QObject, QTimer, pyqtSignal

from ...processing.conversion import instant_of, qdatetime
from ...processing.inputs.layer_dates import LayerDates, drawings, layer_dates, source_title
from ...processing.inputs.layers import LayerInput
from ...processing.inputs.series_reader import PREPARED_FIELDS
from ...processing.outputs.method_card import PROPERTY as METHOD_PROPERTY
from ...processing.progress import Cancelled
from .choices import is_map

CHUNK_S = 0.015  # for so long the interface may stand still while layers are taken hold of
GOODBYE_S = 3.0


@dataclass(frozen=True)
class FoundMap:
    """One snapshot in a layer of the project."""

    layer_id: str
    layer_name: str
    instant: QDateTime  # UTC
    source: str  # key of the publisher's record; `source_text` says it in words
    classes: tuple[str, ...]  # control classes in it
    unchanged: bool  # the same map as the one before it of its source; False also where that was not looked at
    many_dated: bool  # its layer holds maps of several dates
    corrected: bool = False  # the date was set by a person

    @property
    def source_text(self) -> str:
        """Return the publisher's name."""
        return source_title(self.source)

    @property
    def classes_text(self) -> str:
        """Return the classes in words."""
        tr = QCoreApplication.translate
        words = {
            "held": tr("FrontlineChange", "held"),
            "contested": tr("FrontlineChange", "contested"),
            "claimed": tr("FrontlineChange", "claimed"),
            "liberated": tr("FrontlineChange", "liberated"),
            "other": tr("FrontlineChange", "other"),
        }
        return ", ".join(words.get(key, key) for key in self.classes)


class MapFinder(QObject):
    """Looks for maps; says what is found at once when the dates are read, and again when the drawings are compared.

    `found` carries a list of FoundMap sorted by instant, `refused` a list of (layer's name, reason) for layers that
    seem to be dated but cannot be read, `searching` whether a search is under way.
    """

    found = pyqtSignal(object)
    refused = pyqtSignal(object)
    searching = pyqtSignal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, _LayerEntry] = {}  # by layer id
        self._corrections: dict[str, QDateTime] = {}  # by layer id
        self._layers: list[QgsMapLayer] = []
        self._search: _Search | None = None
        self._chunk_timer = QTimer(self)
        self._chunk_timer.setSingleShot(True)
        self._chunk_timer.setInterval(0)
        self._chunk_timer.timeout.connect(self._take_hold)

    @property
    def is_searching(self) -> bool:
        """Whether a search is under way."""
        return self._search is not None

    def refresh(self, layers: Iterable[QgsMapLayer]) -> None:
        """Look for maps in these layers; what is known of a layer that has not changed is not read again."""
        self._stop()
        self._layers = list(layers)
        self._search = _Search(iter(self._layers))
        self.searching.emit(True)
        self._chunk_timer.start()

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

    def correct(self, layer_id: str, instant: QDateTime | None) -> None:
        """Set the date of a layer that holds one map or tells no date (None: take the one found); `found` follows."""
        if instant is None or not instant.isValid():
            self._corrections.pop(layer_id, None)
        else:
            self._corrections[layer_id] = instant.toUTC()
        self.refresh([layer for layer in self._layers if not sip.isdeleted(layer)])

    def corrections(self) -> dict[str, QDateTime]:
        """Return the dates set by a person, by layer id."""
        return dict(self._corrections)

    def set_corrections(self, corrections: Mapping[str, QDateTime]) -> None:
        """Take over dates that were set before, as when a project is opened; the next `refresh` knows them."""
        self._corrections = {layer_id: instant.toUTC() for layer_id, instant in corrections.items()}

    # searching

    def _take_hold(self) -> None:
        """Take hold of some layers, then let the interface breathe; when all are held, read them in a task."""
        search = self._search
        end = time.monotonic() + CHUNK_S
        for layer in search.waiting:
            if not sip.isdeleted(layer) and is_map(layer) and not _is_measured(layer):
                search.entries.append(self._entry_of(layer))
            if time.monotonic() > end:
                self._chunk_timer.start()
                return
        self._start(_ReadingDates(search.entries), self._dates_read)

    def _entry_of(self, layer: QgsVectorLayer) -> _LayerEntry:
        correction = self._corrections.get(layer.id())
        entry = _LayerEntry(layer, layer.id(), layer.name(), _state(layer), correction)
        known = self._known.get(entry.layer_id)
        if known is not None and known.state == entry.state and entry.state is not None and not known.given:
            entry.dates, entry.drawings = known.dates, known.drawings
        if entry.is_unread:
            entry.input = LayerInput(layer)
        return entry

    def _start(self, task: _Reading, then: Callable[[_Reading], None]) -> None:
        self._search.task = task
        task.done.connect(lambda: self._ended(task, then))
        QgsApplication.taskManager().addTask(task)

    def _ended(self, task: _Reading, then: Callable[[_Reading], None]) -> None:
        if sip.isdeleted(self) or self._search is None or self._search.task is not task:
            return
        if task.is_complete:
            then(task)
        else:  # a person has stopped it in QGIS's list of tasks
            self._end()

    def _dates_read(self, task: _Reading) -> None:
        entries = task.entries
        self._known = {entry.layer_id: entry for entry in entries}
        self._report(task)
        self.refused.emit([(entry.name, entry.dates.refusal) for entry in entries if entry.refusal])
        if self._search is None or self._search.task is not task:
            return  # whoever was told has begun another search
        if any(entry.is_undrawn for entry in entries):
            self._start(_ReadingDrawings(entries), self._drawings_read)
        else:
            self._end()

    def _drawings_read(self, task: _Reading) -> None:
        self._end()
        self._report(task)

    def _report(self, task: _Reading) -> None:
        """Say what was found in the layers that are still there."""
        there = {entry.layer_id for entry in task.entries if not sip.isdeleted(entry.layer)}
        self.found.emit([one for one in task.maps if one.layer_id in there])

    def _end(self) -> None:
        self._search = None
        self.searching.emit(False)

    def _stop(self) -> None:
        self._chunk_timer.stop()
        search, self._search = self._search, None
        if search is not None and search.task is not None:
            search.task.give_up()


@dataclass
class _LayerEntry:
    """What is known of one layer, and what it was known from."""

    layer: QgsVectorLayer
    layer_id: str
    name: str
    state: tuple[Any, ...] | None  # None: may change without our knowing, so it is looked at each time
    correction: QDateTime | None
    input: LayerInput | None = None  # until all is read
    dates: LayerDates | None = None
    drawings: list[bytes] | None = None
    given: bool = False  # the layer tells no date: the correction is all there is

    @property
    def refusal(self) -> str:
        """Why a layer that seems to be dated cannot be read."""
        return "" if self.dates is None else self.dates.refusal

    @property
    def series(self) -> list[tuple[str, str, str]]:
        """What its maps are compared in: source, which of its publisher's layers, and the layer itself if of many."""
        own = self.layer_id if len(self.dates.maps) > 1 else ""
        return [(one.source, self.dates.part, own) for one in self.dates.maps]

    @property
    def is_unread(self) -> bool:
        """Whether there is something to read in the layer."""
        return self.dates is None or self.is_undrawn or (self.correction is not None and not self.dates.maps)

    @property
    def is_undrawn(self) -> bool:
        """Whether its maps have not been compared yet."""
        return self.drawings is None and self.dates is not None and bool(self.dates.maps)


@dataclass
class _Search:
    """One search: the looks in the order of the layers, and the task that reads them."""

    waiting: Iterator[QgsMapLayer]
    entries: list[_LayerEntry] = field(default_factory=list)
    task: _Reading | None = None


class _Reading(QgsTask):
    """Reads layers one after the other. `done` comes in the main thread, unless it was told to give up."""

    done = pyqtSignal()

    def __init__(self, entries: list[_LayerEntry]) -> None:
        super().__init__(
            QCoreApplication.translate("FrontlineChange", "Looking for maps"),
            QgsTask.Flag.CanCancel,
        )
        self.entries = entries
        self.maps: list[FoundMap] = []
        self.is_reading = False
        self.is_complete = False
        self._gave_up = False
        _alive.add(self)

    def run(self) -> bool:
        """Read, in a thread of QGIS."""
        self.is_reading = True
        try:
            for number, entry in enumerate(self.entries):
                if self.is_over():
                    return False
                self.read(entry)
                self.setProgress(100 * (number + 1) / len(self.entries))
            self.maps = _maps_of(self.entries)
            self.is_complete = True
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

    def read(self, entry: _LayerEntry) -> None:
        """Read what is wanted of one layer."""
        raise NotImplementedError


class _ReadingDates(_Reading):
    def read(self, entry: _LayerEntry) -> None:
        if entry.dates is None:
            entry.dates = layer_dates(entry.input, self.is_over)
        if entry.correction is not None and not entry.dates.maps:
            dates = layer_dates(entry.input, self.is_over, instant_of(entry.correction))
            entry.dates, entry.given = dates, True
        if not entry.dates.maps:
            entry.input = None


class _ReadingDrawings(_Reading):
    """Reads only what there is something to compare with."""

    def __init__(self, entries: list[_LayerEntry]) -> None:
        super().__init__(entries)
        self._count = Counter(series for entry in entries for series in entry.series)

    def read(self, entry: _LayerEntry) -> None:
        if entry.is_undrawn and any(self._count[series] > 1 for series in entry.series):
            try:
                entry.drawings = drawings(entry.input, entry.dates, self.is_over)
            except OSError:
                entry.drawings = []  # its file is gone: not compared
        entry.input = None


_alive: set[_Reading] = set()  # Python's part of a task must live until the task has ended


def _is_measured(layer: QgsVectorLayer) -> bool:
    """Whether one of our algorithms made a layer, from whatever place in QGIS, and it holds no snapshots."""
    is_ours = layer.customProperty(METHOD_PROPERTY) is not None
    return is_ours and not set(PREPARED_FIELDS) <= set(layer.fields().names())


def _state(layer: QgsVectorLayer) -> tuple[Any, ...] | None:
    """What tells whether a layer of a file is as it was; None where a change would not show."""
    if layer.providerType() != "ogr" or layer.isModified():
        return None
    path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path") or ""
    stamps = tuple(map(_stamp, (path, f"{path}-wal", f"{path[:-4]}.dbf")))  # where GeoPackage and Shapefile keep news
    return layer.name(), layer.source(), layer.subsetString(), layer.crs().authid(), stamps


def _stamp(path: str) -> tuple[int, int] | None:
    """When a file was changed, and its size; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 (a Path for each of thousands takes longer than to look)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _maps_of(entries: Iterable[_LayerEntry]) -> list[FoundMap]:
    """The maps of all layers in time order, those that are drawn as the one before them marked."""
    rows = []
    for entry in entries:
        many = len(entry.dates.maps) > 1
        corrected = entry.correction is not None and not many
        for index, (one, series) in enumerate(zip(entry.dates.maps, entry.series)):
            instant = entry.correction if corrected else qdatetime(one.instant)
            drawing = entry.drawings[index] if entry.drawings else None
            known = (entry.layer_id, entry.name, instant, one.source, one.classes)
            rows.append((instant.toMSecsSinceEpoch(), entry.name, known, many, corrected, series, drawing))
    rows.sort(key=itemgetter(0, 1))
    latest: dict[tuple[str, str, str], bytes | None] = {}
    found = []
    for _, _, known, many, corrected, series, drawing in rows:
        unchanged = drawing is not None and latest.get(series) == drawing
        latest[series] = drawing
        found.append(FoundMap(*known, unchanged, many, corrected))
    return found
