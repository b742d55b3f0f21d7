# SPDX-License-Identifier: GPL-2.0-or-later
"""Adds the outputs of a run to the project, shows them, and links rows, bars and map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from qgis.core import QgsExpression, QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ...formatting import Units
from ...processing.inputs.context import name_field
from ..chunked_work import ChunkedWork
from ..layer_group import LayerGroups
from ..setup.choices import SECTORS
from ..setup.jobs import Job
from ..setup.modes import OUTPUTS, TABLES
from .cards import Card
from .chart_picture import Bar
from .messages import nothing_measured_yet
from .model import FEATURE_ID
from .result import Result, bars_of, cards_of, periods_of, read, read_rows

GROUND = ("GAINED", "LOST", "CAPTURE", "PLACES_CHANGED", "DEPTH")  # layers whose features name their sector
MOST_SHOWN = 2000  # features outlined at once


class View(Protocol):
    """What the presenter asks of the lower pane."""

    def show_empty(self, text: str, sample: bool) -> None:
        """Show what to do next, where results will be."""

    def show_result(self, result: Result, cards: Sequence[Card]) -> None:
        """Show a result."""

    def show_table(self, result: Result) -> None:
        """Show the rows of a result."""

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show the figures that one quotes."""

    def show_bars(self, bars: Sequence[Bar], title: str) -> None:
        """Show a series as bars."""

    def show_stale(self, stale: bool) -> None:
        """Show whether the inputs have changed since the result was measured."""

    def select_row(self, feature_id: object) -> None:
        """Select a row of the table."""

    def show_problem(self, text: str, can_install: bool) -> None:
        """Show what went wrong; empty when nothing did."""


class MapView(Protocol):
    """What the presenter asks of the map."""

    def show_on_map(self, layer: QgsVectorLayer, feature_ids: list[int]) -> None:
        """Outline, zoom to and flash features."""

    def clear_map(self) -> None:
        """Remove the outline from the map."""

    def watch(self, layers: Sequence[QgsVectorLayer]) -> None:
        """Report features selected in these layers."""


class ResultsPresenter(QObject):
    """Keeps the result that is shown."""

    shown = pyqtSignal(object)  # Result

    def __init__(self, view: View, on_map: MapView, project: QgsProject) -> None:
        super().__init__()
        self.view, self._map, self._project = view, on_map, project
        self._groups = LayerGroups(project)
        self._chunked_work = ChunkedWork(self)
        self._sector: str | None = None  # of the chart
        self._units = Units()
        self.result: Result | None = None

    def show_nothing(self, *, sample: bool) -> None:
        """Show what to do to get a result."""
        self.view.show_empty(nothing_measured_yet(), sample)

    def take(self, job: Job, outputs: Mapping[str, Any], warnings: Sequence[str]) -> None:
        """Read the outputs of a run, add its layers to the project and show the result."""
        self._chunked_work.start(self._show(read(job, outputs, warnings), outputs))

    def layers_changed(self) -> None:
        """Layers were added or removed: what is outlined may no longer exist."""
        if self.result is not None and not any(map(self._project.mapLayer, self.result.layer_ids.values())):
            self._map.clear_map()

    def inputs_changed(self, signature: tuple[Any, ...]) -> None:
        """Show when something else is chosen now than the result was measured from."""
        if self.result is not None:
            self.view.show_stale(signature != self.result.job.signature)

    def units_changed(self, area: str, length: str) -> None:
        """Show the figures in other units."""
        self._units = Units(area, length)
        if self.result is not None:
            self.view.show_cards(cards_of(self.result, self._units))

    def restyle(self, variant: str) -> None:
        """Show all results in the project in another variant of our styles."""
        self._groups.restyle(variant)

    def remove(self) -> None:
        """Remove the layers of the result from the project, and show no result."""
        if self.result is None:
            return
        self._map.watch([])
        self._map.clear_map()
        self._groups.remove(list(self.result.layer_ids.values()))
        self.result = None
        self.show_nothing(sample=False)

    def forget(self) -> None:
        """Drop the result, when the project is closed."""
        self._chunked_work.stop()
        self._groups.forget()
        self._map.watch([])
        self._map.clear_map()
        self.result = None

    # rows, bars and map

    def row_chosen(self, row: Mapping[str, Any]) -> None:
        """Show a row on the map: its sector or, if that has no polygon, what changed there."""
        table = self._layer(TABLES[self.result.job.mode.measure]) if self.result is not None else None
        if table is not None and table.getFeature(row[FEATURE_ID]).hasGeometry():
            self._map.show_on_map(table, [row[FEATURE_ID]])
            return
        if not self._show_ground({name: row[name] for name in ("sector", "period") if name in row}):
            self._show_sector(row.get("sector"))

    def bar_chosen(self, number: int) -> None:
        """Select the period of a bar in the table, and show its ground on the map."""
        if self.result is None:
            return
        periods = periods_of(self.result, self._sector)
        if not 0 <= number < len(periods):
            return
        name = list(periods)[number]
        self.view.select_row(periods[name][0][FEATURE_ID])
        wanted = {"period": name} if self._sector is None else {"period": name, "sector": self._sector}
        self._show_ground(wanted)

    def sector_chosen(self, sector: str | None) -> None:
        """Draw the bars of a sector, or (None) of all sectors together."""
        if self.result is None or not self.result.has_chart:
            return
        self._sector = sector
        text = QCoreApplication.translate("FrontlineChange", "Change {title}")
        title = ", ".join(filter(None, (self.result.title, sector)))
        self.view.show_bars(bars_of(self.result, sector), text.format(title=title))

    def picked(self, layer: QgsVectorLayer, feature_id: int) -> None:
        """Select the row of a feature that a person selected on the map."""
        if self.result is None:
            return
        feature = layer.getFeature(feature_id)
        names = [name for name in ("sector", "period") if name in feature.fields().names()]
        for row in self.result.rows:
            if all(row.get(name, feature[name]) == feature[name] for name in names):
                self.view.select_row(row[FEATURE_ID])
                return

    def _show(self, result: Result, outputs: Mapping[str, Any]) -> Iterator[None]:
        """Read the rows, add the layers and show the result step by step; the interface stays responsive."""
        measure = result.job.mode.measure
        yield from read_rows(result, outputs[TABLES[measure]])
        yield
        cards = cards_of(result, self._units)
        yield
        result.layer_ids = {name: layer.id() for name, layer in outputs.items() if isinstance(layer, QgsVectorLayer)}
        self._map.watch([])
        result.job.mark_snapshots(outputs)
        yield from self._groups.add(
            outputs, OUTPUTS[measure], result.title, result.dates, result.job.signature, result.job.input_ids
        )
        self.result, self._sector = result, None
        self._map.clear_map()
        self._map.watch([layer for layer in map(self._layer, result.layer_ids) if layer is not None])
        self.view.show_result(result, cards)
        yield
        self.view.show_table(result)
        yield
        self.sector_chosen(None)
        yield
        self.shown.emit(result)

    def _show_sector(self, name: Any) -> None:
        """Show a sector in the layer that it was measured by: nothing has moved in it."""
        recorded = self.result.job.recorded if self.result is not None else {}
        layer = self._project.mapLayer(recorded.get(SECTORS, {}).get("layer", ""))
        if layer is None:
            return
        field = recorded.get("SECTOR_FIELD") or name_field(layer)
        if field:
            self._show_features(layer, {field: name})

    def _show_ground(self, wanted: Mapping[str, Any]) -> bool:
        """Show the features of the first layer of ground that has any with these values; return whether one has."""
        for output in GROUND:
            layer = self._layer(output)
            if layer is None or not set(wanted) <= set(layer.fields().names()):
                continue
            if self._show_features(layer, wanted):
                return True
        return False

    def _show_features(self, layer: QgsVectorLayer, wanted: Mapping[str, Any]) -> bool:
        """Show the features of a layer with these values; return whether there are any."""
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setNoAttributes()
        parts = [QgsExpression.createFieldEqualityExpression(name, value) for name, value in wanted.items()]
        request.setFilterExpression(" AND ".join(f"({part})" for part in parts))
        request.setLimit(MOST_SHOWN)
        ids = [feature.id() for feature in layer.getFeatures(request)]
        if ids:
            self._map.show_on_map(layer, ids)
        return bool(ids)

    def _layer(self, output: str) -> QgsVectorLayer | None:
        """Return a result layer, None when a person has removed it."""
        if self.result is None:
            return None
        return self._project.mapLayer(self.result.layer_ids.get(output, ""))
