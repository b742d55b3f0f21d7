# SPDX-License-Identifier: GPL-2.0-or-later
"""Adds the outputs of a run to the project, shows them, and links rows, bars and map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from qgis.core import QgsDateTimeRange, QgsExpression, QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ...formatting import Units
from ...processing.garbage import older_objects_passed_over
from ...processing.inputs.context import name_field
from ..animation import frames_of
from ..chunked_work import ChunkedWork
from ..layer_group import LayerGroups
from ..map_link import Features
from ..quiet_copies import quiet_copies
from ..setup.choices import SECTORS
from ..setup.jobs import Job
from ..setup.modes import OUTPUTS, TABLES
from .cards import Card
from .chart_picture import Bar
from .keeping import ResultKeeper
from .messages import kept_text, lost_text, nothing_measured_yet
from .model import ALL, FEATURE_ID
from .result import Result, add_totals, bars_of, cards_of, periods_of, read, read_rows
from .saved import SavedResult, record_of, saved_results
from .totals import total_id

MOVED = ("GAINED", "LOST")
SHOWN_FIRST = (*MOVED, "CAPTURE")  # what the first result zooms to
GROUND = (MOVED, ("CAPTURE",), ("PLACES_CHANGED",), ("DEPTH",))  # layers whose features name their sector
NO_NOISE = "(\"kind\" <> 'noise')"
MOST_SHOWN = 2000  # features outlined at once


class View(Protocol):
    """What the presenter asks of the lower pane."""

    def show_empty(self, text: str, sample: bool) -> None:
        """Show what to do next, where results will be."""

    def show_lost(self, text: str) -> None:
        """Show which result the project was saved with, and offer to measure it again."""

    def show_keeping(self, text: str, can_keep: bool) -> None:
        """Show whether the result is kept, and whether it can be."""

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

    def show_ground(self, ground: Features, outlined: Features) -> None:
        """Zoom to features of ground and flash them; outline those, or the sectors around them."""

    def zoom_to_change(self, layers: Sequence[QgsVectorLayer]) -> None:
        """Show all ground of these layers that is not noise."""

    def play(self, frames: Sequence[QgsDateTimeRange]) -> bool:
        """Play frames with QGIS's temporal controller; return whether this QGIS can."""

    def stop_playing(self) -> None:
        """Show all times again, if frames were played."""

    def clear_map(self) -> None:
        """Remove the outline from the map."""

    def watch(self, layers: Sequence[QgsVectorLayer]) -> None:
        """Report features selected in these layers."""


class ResultsPresenter(QObject):
    """Keeps the result that is shown."""

    added = pyqtSignal(object)  # Result, without its rows: its layers are on the map
    shown = pyqtSignal(object)  # Result

    def __init__(self, view: View, on_map: MapView, project: QgsProject) -> None:
        super().__init__()
        self.view, self._map, self._project = view, on_map, project
        self._groups = LayerGroups(project)
        self._chunked_work = ChunkedWork(self)
        self._sector: str | None = None  # of the chart
        self._units = Units()
        self.keeper = ResultKeeper(project, self)
        self.keeper.kept.connect(self._on_kept)
        self.keeper.failed.connect(self._on_not_kept)
        self.result: Result | None = None
        self.lost: SavedResult | None = None  # one that the project was saved with, and that cannot be shown

    def show_nothing(self, *, sample: bool) -> None:
        """Show what to do to get a result; after a result that was not kept, offer to measure it again."""
        if self.lost is not None:
            self.view.show_lost(lost_text(self.lost.headline, was_kept=self.lost.is_kept))
        else:
            self.view.show_empty(nothing_measured_yet(), sample)

    def take(self, job: Job, outputs: Mapping[str, Any], warnings: Sequence[str]) -> None:
        """Read the outputs of a run, add its layers to the project and show the result."""
        self.lost = None
        self._chunked_work.start(self._take(read(job, outputs, warnings), outputs, record_of(job, outputs, warnings)))

    def restore(self) -> None:
        """Show the result that the project was saved with: the one on the map, else the topmost."""
        saved = list(saved_results(self._project))
        for one in saved:
            self._groups.adopt(one.group, one.job.signature, is_kept=one.is_kept)
        latest = next((one for one in saved if one.group.itemVisibilityChecked()), saved[0] if saved else None)
        if latest is None:
            return
        if latest.is_readable:
            self._chunked_work.start(self._show(read(latest.job, latest.outputs, latest.warnings), latest.outputs))
        else:
            self.lost = latest
            self.show_nothing(sample=False)

    def keep(self, path: str) -> None:
        """Write the temporary layers of the result into a GeoPackage, and let the project show them from there."""
        layers = self._temporary()
        if layers:
            self.view.show_keeping(QCoreApplication.translate("FrontlineChange", "Keeping the result …"), False)
            self.keeper.keep([(output.lower(), layer) for output, layer in layers.items()], path)

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

    def animate(self) -> None:
        """Play the periods of the result on the map, which shows nothing else of ours and none of the maps measured."""
        if self.result is None:
            return
        periods = [(row["date_before"], row["date_after"]) for row in self.result.rows if row.get("date_before")]
        self._map.clear_map()
        self._groups.show_only(self.result.layer_ids.values(), self.result.job.input_ids)
        held = self._layer("HELD")
        if held is not None:
            self._groups.show_start(held)
        self._map.zoom_to_change(self._moved())
        if not self._map.play(frames_of(periods)):
            text = QCoreApplication.translate("FrontlineChange", "This result has no periods that QGIS could show.")
            self.view.show_problem(text, False)

    def restyle(self, variant: str) -> None:
        """Show all results in the project in another variant of our styles."""
        self._groups.restyle(variant)

    def remove(self) -> None:
        """Remove the layers of the result from the project, and show no result."""
        if self.result is None:
            return
        self._map.watch([])
        self._map.clear_map()
        self._map.stop_playing()
        self.keeper.stop()
        self._groups.remove(list(self.result.layer_ids.values()))
        self.result = None
        self.show_nothing(sample=False)

    def stop(self) -> None:
        """Stop what is being shown or kept."""
        self._chunked_work.stop()
        self.keeper.stop()

    def forget(self) -> None:
        """Drop the result, when the project is closed."""
        self.stop()
        self._groups.forget()
        self._map.watch([])
        self._map.clear_map()
        self._map.stop_playing()
        self.result = self.lost = None

    # rows, bars and map

    def row_chosen(self, row: Mapping[str, Any]) -> None:
        """Show on the map what changed in a row, of a total everywhere; its sector where nothing did."""
        if self.result is None:
            return
        sector = self._polygon(row[FEATURE_ID])
        wanted = {name: row[name] for name in ("sector", "period") if row.get(name) and not self._is_all(name, row)}
        if self._show_ground(wanted, sector):
            return
        if sector is not None:
            self._map.show_on_map(sector[0], [sector[1]])
        else:
            self._show_sector(row.get("sector"))

    def _is_all(self, name: str, row: Mapping[str, Any]) -> bool:
        """Return whether a total is of all sectors, or of all periods. Ground measured without sectors is in `all`."""
        return row[name] == ALL and (name == "period" or self.result.sectors != [ALL])

    def _polygon(self, feature_id: Any) -> tuple[QgsVectorLayer, int] | None:
        """Return the feature of a row in the table of the result if that has its sector or place."""
        table = self._layer(TABLES[self.result.job.mode.measure])
        if table is None or not isinstance(feature_id, int) or not table.getFeature(feature_id).hasGeometry():
            return None
        return table, feature_id

    def bar_chosen(self, number: int) -> None:
        """Select the period of a bar in the table, and show its ground on the map."""
        if self.result is None:
            return
        periods = periods_of(self.result, self._sector)
        if not 0 <= number < len(periods):
            return
        name = list(periods)[number]
        rows = periods[name]
        self.view.select_row(rows[0][FEATURE_ID] if len(rows) == 1 else total_id(name))
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
        if layer is self._layer(TABLES[self.result.job.mode.measure]):
            self.view.select_row(feature_id)
            return
        feature = layer.getFeature(feature_id)
        names = [name for name in ("sector", "period") if name in feature.fields().names()]
        for row in self.result.rows:
            if all(row.get(name, feature[name]) == feature[name] for name in names):
                self.view.select_row(row[FEATURE_ID])
                return

    def _take(self, result: Result, outputs: Mapping[str, Any], record: str) -> Iterator[None]:
        """Add the layers and show the result step by step; the interface stays responsive."""
        job, is_first = result.job, self.result is None
        self._map.watch([])
        self._map.stop_playing()
        job.mark_snapshots(outputs)
        copies = quiet_copies(job, self._project)
        yield from self._groups.add(
            outputs,
            OUTPUTS[job.mode.measure],
            result.title,
            result.dates,
            job.signature,
            job.input_ids,
            record,
            copies,
        )
        outputs = {**outputs, **copies}
        result.layer_ids = _ids(outputs)
        if is_first:
            self._map.zoom_to_change([outputs[name] for name in SHOWN_FIRST if outputs.get(name) is not None])
        self.added.emit(result)  # the map is drawn in threads of QGIS while the rows are read
        yield
        yield from self._show(result, outputs)
        self.shown.emit(result)

    def _show(self, result: Result, outputs: Mapping[str, Any]) -> Iterator[None]:
        """Read the rows and show the result, whose layers are in the project, step by step."""
        with older_objects_passed_over():
            yield from read_rows(result, outputs[TABLES[result.job.mode.measure]])
            yield from add_totals(result)
        cards = cards_of(result, self._units)
        yield
        result.layer_ids = _ids(outputs)
        self.result, self._sector = result, None
        self._map.clear_map()
        self._map.watch([layer for layer in map(self._layer, result.layer_ids) if layer is not None])
        self._show_keeping()
        self.view.show_result(result, cards)  # last: it brings the headline into view
        yield
        self.view.show_table(result)
        yield
        self.sector_chosen(None)
        yield

    def _moved(self) -> list[QgsVectorLayer]:
        """Return the layers of the ground that was gained and lost."""
        return [layer for layer in map(self._layer, MOVED) if layer is not None]

    def _temporary(self) -> dict[str, QgsVectorLayer]:
        """Return the layers of the result that are in no file, by their output."""
        layers = {output: self._layer(output) for output in self.result.layer_ids} if self.result is not None else {}
        return {output: layer for output, layer in layers.items() if layer and layer.providerType() == "memory"}

    def _show_keeping(self) -> None:
        """Show whether the result outlives the project that is open."""
        self.view.show_keeping("" if self._temporary() else kept_text(self._file()), bool(self._temporary()))

    def _file(self) -> str:
        """Return the file that the table of the result is in."""
        table = self._layer(TABLES[self.result.job.mode.measure]) if self.result is not None else None
        return table.source().partition("|")[0] if table is not None else ""

    def _on_kept(self, layer_ids: list[str]) -> None:
        self._groups.keep(layer_ids)
        self._project.setDirty(True)
        if self.result is not None:
            self._show_keeping()

    def _on_not_kept(self, text: str) -> None:
        self.view.show_keeping(text, bool(self._temporary()))

    def _show_sector(self, name: Any) -> None:
        """Show a sector in the layer that it was measured by: nothing has moved in it."""
        recorded = self.result.job.recorded if self.result is not None else {}
        layer = self._project.mapLayer(recorded.get(SECTORS, {}).get("layer", ""))
        if layer is None:
            return
        field = recorded.get("SECTOR_FIELD") or name_field(layer)
        if field:
            self._show_features(layer, {field: name})

    def _show_ground(self, wanted: Mapping[str, Any], around: tuple[QgsVectorLayer, int] | None = None) -> bool:
        """Show ground with these values: what was gained and lost, else of the first layer that has any.

        Returns whether one has.
        """
        for outputs in GROUND:
            layers = [layer for layer in map(self._layer, outputs) if layer is not None]
            found = [(layer, self._features(layer, wanted)) for layer in layers]
            found = [(layer, ids) for layer, ids in found if ids]
            if found:
                own = found if wanted else []  # an outline around everything would cover it
                self._map.show_ground(found, own if around is None else [(around[0], [around[1]])])
                return True
        return False

    def _show_features(self, layer: QgsVectorLayer, wanted: Mapping[str, Any]) -> None:
        """Show the features of a layer with these values."""
        ids = self._features(layer, wanted)
        if ids:
            self._map.show_on_map(layer, ids)

    def _features(self, layer: QgsVectorLayer, wanted: Mapping[str, Any]) -> list[int]:
        """Return the features of a layer with these values; those of noise only where there are no others."""
        names = layer.fields().names()
        if not set(wanted) <= set(names):
            return []
        equal = [QgsExpression.createFieldEqualityExpression(name, value) for name, value in wanted.items()]
        parts = [f"({part})" for part in equal]
        no_noise = [*parts, NO_NOISE] if "kind" in names else parts
        for conditions in (no_noise, parts):
            request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setNoAttributes()
            if conditions:
                request.setFilterExpression(" AND ".join(conditions))
            ids = [feature.id() for feature in layer.getFeatures(request.setLimit(MOST_SHOWN))]
            if ids:
                return ids
        return []

    def _layer(self, output: str) -> QgsVectorLayer | None:
        """Return a result layer, None when a person has removed it."""
        if self.result is None:
            return None
        return self._project.mapLayer(self.result.layer_ids.get(output, ""))


def _ids(outputs: Mapping[str, Any]) -> dict[str, str]:
    """Return the ids of the layers among outputs, by output."""
    return {name: layer.id() for name, layer in outputs.items() if isinstance(layer, QgsVectorLayer)}
