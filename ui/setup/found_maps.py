# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds the maps among the project's layers: every snapshot with its date, source and classes, read in a task."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from qgis.core import QgsMapLayer, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QObject, pyqtSignal

from ...processing import environment
from ...processing.conversion import instant_of, qdatetime
from ...processing.inputs.how_to_read import date_orders
from ...processing.inputs.layer_dates import LayerDates, drawings, layer_dates, source_title
from ...processing.inputs.layer_keys import view_of
from ...processing.inputs.layers import LayerInput
from ...processing.inputs.own_results import is_measured
from ...processing.parameters.measuring import CLASSES
from ...processing.progress import Cancelled
from ..background_task import BackgroundTask
from ..chunked_work import ChunkedWork
from .choices import is_area, is_map
from .option_words import option_text

if TYPE_CHECKING:
    from ...processing.inputs.how_to_read import Orders

GOODBYE_S = 3.0


@dataclass(frozen=True)
class FoundMap:
    """One snapshot in a layer of the project."""

    layer_id: str
    layer_name: str
    instant: QDateTime  # UTC
    source: str  # the publisher's key; `source_text` is its name
    classes: tuple[str, ...]  # control classes in it
    unchanged: bool  # the same map as the one before it of its source; False also if they were not compared
    many_dated: bool  # its layer holds maps of several dates
    corrected: bool = False  # the date was set by a person
    found_instant: QDateTime | None = None  # of a corrected one: the date in the layer or its name, if any

    @cached_property
    def moment(self) -> datetime:
        """Return the instant as Python's; thousands of maps are converted once."""
        return instant_of(self.instant)

    @property
    def source_text(self) -> str:
        """Return the publisher's name."""
        return source_title(self.source)

    @property
    def classes_text(self) -> str:
        """Return the classes in words."""
        return ", ".join(option_text(CLASSES, key) for key in self.classes)


class MapFinder(QObject):
    """Looks for maps; emits those found when the dates are read, and again when the drawings are compared.

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
        self.date_orders: Orders | None = None  # that the names of the layers show, as of the last search
        self._layers: list[QgsMapLayer] = []
        self._search: _Search | None = None
        self._chunked_work = ChunkedWork(self)

    @property
    def is_searching(self) -> bool:
        """Whether a search is under way."""
        return self._search is not None

    @property
    def is_reading(self) -> bool:
        """Whether a task is reading layers."""
        return self._search is not None and self._search.task is not None

    def expect(self) -> None:
        """Count as searching until the next `refresh`; a search that is under way is out of date and stops."""
        self._stop()
        self._search = _Search()
        self.searching.emit(True)

    def refresh(self, layers: Iterable[QgsMapLayer]) -> None:
        """Look for maps in these layers; a layer that has not changed is not read again."""
        self.expect()
        self._layers = list(layers)
        self._chunked_work.start(  # later, since many dates may be corrected in a row
            self._open(self._search), lambda: self._start(_read_dates, self._dates_read), at_once=False
        )

    def cancel(self) -> None:
        """Stop looking; emit nothing more until the next `refresh`."""
        if self._search is not None:
            self._stop()
            self.searching.emit(False)

    def close(self) -> None:
        """Stop for good, and wait a moment for the thread. Call it before the dock is deleted."""
        task = self._search.task if self._search is not None else None
        self.blockSignals(True)
        self._stop()
        end = time.monotonic() + GOODBYE_S
        while task is not None and task.is_working and time.monotonic() < end:
            time.sleep(0.01)  # releases the interpreter lock, which the thread needs

    def correct(self, layer_id: str, instant: QDateTime | None) -> None:
        """Set the date of a layer that holds one map or has no date (None: take the one found); `found` follows."""
        if instant is None or not instant.isValid():
            self._corrections.pop(layer_id, None)
        else:
            self._corrections[layer_id] = instant.toUTC()
        self.refresh([layer for layer in self._layers if not sip.isdeleted(layer)])

    # searching

    def _open(self, search: _Search) -> Iterator[None]:
        """Open one layer after the other; yield after each."""
        for layer in self._layers:
            if not sip.isdeleted(layer) and is_map(layer) and not is_measured(layer):
                search.entries.append(self._entry_of(layer))
                search.areas |= {layer.id()} if is_area(layer) else set()
            yield

    def _entry_of(self, layer: QgsVectorLayer) -> _LayerEntry:
        correction = self._corrections.get(layer.id())
        entry = _LayerEntry(layer, layer.id(), layer.name(), state_of(layer), correction)
        known = self._known.get(entry.layer_id)
        if known is not None and known.state == entry.state and entry.state is not None and not known.given:
            entry.dates, entry.drawings = known.dates, known.drawings
        if entry.is_unread:
            entry.input = LayerInput(layer)
        return entry

    def _start(self, read: _Read, then: Callable[[list[FoundMap]], None]) -> None:
        search = self._search
        title = QCoreApplication.translate("FrontlineChange", "Looking for maps")
        search.task = BackgroundTask(title, lambda task: read(search, task))
        search.task.ended.connect(lambda maps: self._ended(search, maps, then))
        search.task.start()

    def _ended(self, search: _Search, maps: list[FoundMap] | None, then: Callable[[list[FoundMap]], None]) -> None:
        if sip.isdeleted(self) or self._search is not search:
            return
        if maps is not None:
            then(maps)
        else:  # a person has stopped it in QGIS's list of tasks
            self._end()

    def _dates_read(self, maps: list[FoundMap]) -> None:
        search = self._search
        entries, self.date_orders = search.entries, search.date_orders
        self._known = {entry.layer_id: entry for entry in entries if entry.dates is not None}
        self._report(search, maps)
        self.refused.emit([(entry.name, entry.dates.refusal) for entry in entries if entry.refusal])
        if self._search is not search:
            return  # a receiver has begun another search
        if any(entry.is_undrawn for entry in entries):
            self._start(_read_drawings, self._drawings_read)
        else:
            self._end()

    def _drawings_read(self, maps: list[FoundMap]) -> None:
        search = self._search
        self._end()
        self._report(search, maps)

    def _report(self, search: _Search, maps: list[FoundMap]) -> None:
        """Emit what was found in the layers that are still there; dated lines count where no polygons are dated."""
        there = {entry.layer_id for entry in search.entries if not sip.isdeleted(entry.layer)}
        found = [one for one in maps if one.layer_id in there]
        areas = [one for one in found if one.layer_id in search.areas]
        self.found.emit(areas or found)

    def _end(self) -> None:
        self._search = None
        self.searching.emit(False)

    def _stop(self) -> None:
        self._chunked_work.stop()
        search, self._search = self._search, None
        if search is not None and search.task is not None:
            search.task.give_up()


@dataclass
class _LayerEntry:
    """What is known of one layer, and the state in which it was read."""

    layer: QgsVectorLayer
    layer_id: str
    name: str
    state: tuple[Any, ...] | None  # None: changes cannot be noticed, so it is read each time
    correction: QDateTime | None
    input: LayerInput | None = None  # until all is read
    dates: LayerDates | None = None
    drawings: list[bytes] | None = None
    given: bool = False  # the layer has no date but the correction

    @property
    def refusal(self) -> str:
        """Why a layer that seems to be dated cannot be read."""
        return "" if self.dates is None else self.dates.refusal

    @property
    def series(self) -> list[tuple[str, str, str]]:
        """For each map the series it is compared in: source, part of the publisher's map, layer if that has many."""
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
    """One search: what is known of the layers, in their order, and the task that reads them."""

    entries: list[_LayerEntry] = field(default_factory=list)
    areas: set[str] = field(default_factory=set)  # ids of the layers of polygons
    date_orders: Orders | None = None
    task: BackgroundTask | None = None


_Read = Callable[[_Search, BackgroundTask], list[FoundMap]]


def _read_dates(search: _Search, task: BackgroundTask) -> list[FoundMap]:
    """Read the dates of the layers, in a thread; none while a library is missing. Raises Cancelled."""
    if environment.problem():  # the dock shows it, once; each layer would repeat it
        return []
    entries = search.entries
    orders = search.date_orders = date_orders(
        [name for entry in entries for name in (entry.input.names if entry.input else (entry.name,))]
    )
    for number, entry in enumerate(entries, 1):
        if entry.dates is None:
            entry.dates = layer_dates(entry.input, task.is_over, None, orders)
        if entry.correction is not None and not entry.dates.maps:
            entry.dates = layer_dates(entry.input, task.is_over, instant_of(entry.correction), orders)
            entry.given = True
        if not entry.dates.maps:
            entry.input = None
        _go_on(task, number / len(entries))
    return _maps_of(entries)


def _read_drawings(search: _Search, task: BackgroundTask) -> list[FoundMap]:
    """Read the drawings of maps that there is something to compare with, in a thread. Raises Cancelled."""
    entries = search.entries
    count = Counter(series for entry in entries for series in entry.series)
    for number, entry in enumerate(entries, 1):
        if entry.is_undrawn and any(count[series] > 1 for series in entry.series):
            try:
                entry.drawings = drawings(entry.input, entry.dates, task.is_over)
            except OSError:
                entry.drawings = []  # its file was deleted: not compared
        entry.input = None
        _go_on(task, number / len(entries))
    return _maps_of(entries)


def _go_on(task: BackgroundTask, share: float) -> None:
    """Show how far the task is. Raises Cancelled when it should stop."""
    if task.is_over():
        raise Cancelled
    task.setProgress(100 * share)


def state_of(layer: QgsVectorLayer) -> tuple[Any, ...] | None:
    """Return the state of a layer, which differs when its file changes; None if a change could not be noticed."""
    if layer.providerType() != "ogr" or layer.isModified() or layer.vectorJoins():
        return None
    path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path") or ""
    stamps = tuple(map(_stamp, (path, f"{path}-wal", f"{path[:-4]}.dbf")))  # written to by GeoPackage and Shapefile
    return layer.name(), layer.source(), view_of(layer), layer.crs().authid(), stamps


def _stamp(path: str) -> tuple[int, int] | None:
    """When a file was changed, and its size; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 (a Path for each of thousands takes longer than the call)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _maps_of(entries: Iterable[_LayerEntry]) -> list[FoundMap]:
    """Return the maps of all layers in time order; those that equal the one before them are marked."""
    rows = []
    for entry in entries:
        many = len(entry.dates.maps) > 1
        corrected = entry.correction is not None and not many
        for index, (one, series) in enumerate(zip(entry.dates.maps, entry.series)):
            own = None if entry.given else qdatetime(one.instant)
            instant = entry.correction if corrected else own
            drawing = entry.drawings[index] if entry.drawings else None
            known = (entry.layer_id, entry.name, instant, one.source, one.classes)
            marks = (many, corrected, own if corrected else None)
            rows.append((instant.toMSecsSinceEpoch(), entry.name, known, marks, series, drawing))
    rows.sort(key=itemgetter(0, 1))
    latest: dict[tuple[str, str, str], bytes | None] = {}
    found = []
    for _, _, known, marks, series, drawing in rows:
        unchanged = drawing is not None and latest.get(series) == drawing
        latest[series] = drawing
        found.append(FoundMap(*known, unchanged, *marks))
    return found
