# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock decides: which layers to propose, what to say, what to run, what to show. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Optional, Protocol

from qgis.core import (
    NULL,
    Qgis,
    QgsExpression,
    QgsFeatureRequest,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QObject

from ..styles import texts
from .layer_group import DRAWING_ORDER, add_results, is_result
from .results.model import Column, columns_for
from .setup.choices import AFTER, BEFORE, MAPS, SECTORS, Setup, dates_in, is_map
from .setup.sentences import for_people, method_line, nothing_measured_yet, period_text, plan, what_is_missing

ALGORITHM = "frontline:sectorchange"
FEATURE_ID = "feature id"  # key in a row of the table; no field can have this name
WARNINGS_SHOWN = 4


@dataclass
class Result:
    """What a run has measured, ready to show."""

    headline: str
    method: str
    warnings: list[str]
    columns: list[Column]
    rows: list[dict[str, Any]]
    layer_ids: dict[str, str]  # by output; the layers belong to the project
    signature: tuple[Any, ...]  # the inputs it was measured from


class _Measured(NamedTuple):
    """What is remembered of the choices when a run begins: they may be others when it ends."""

    signature: tuple[Any, ...] = ()
    sectors_name: str = ""


class View(Protocol):
    """What the presenter asks of the dock."""

    def setup(self) -> Setup:
        """Return what is chosen at present."""

    def choose_layer(self, role: str, layer: Optional[QgsVectorLayer]) -> None:
        """Choose a layer for a role."""

    def hide_layers(self, layers: Sequence[QgsVectorLayer]) -> None:
        """Keep these layers out of the lists."""

    def show_date(self, role: str, date: Optional[QDateTime]) -> None:
        """Show the date of a map."""

    def show_date_state(self, role: str, text: str, correctable: bool) -> None:
        """Say where a date comes from; `correctable`: whether one may go back to the date found."""

    def show_plan(self, text: str, ready: bool) -> None:
        """Say what will be measured, or what is missing for that."""

    def show_running(self, running: bool, text: str) -> None:
        """Switch between waiting for a person and waiting for a run."""

    def show_progress(self, percent: float) -> None:
        """Show how far the run is."""

    def show_status(self, text: str) -> None:
        """Show what the run is doing."""

    def show_empty(self, text: str) -> None:
        """Say what to do next where results will stand."""

    def show_result(self, result: Result) -> None:
        """Show a result."""

    def show_stale(self, stale: bool) -> None:
        """Say whether the inputs have changed since the result shown."""

    def show_problem(self, text: str, can_install: bool) -> None:
        """Show what went wrong; empty when nothing did."""

    def show_on_map(self, layer: QgsVectorLayer, feature_ids: list[int]) -> None:
        """Outline, zoom to and flash features."""

    def clear_map(self) -> None:
        """Take the outline off the map."""


class Presenter(QObject):
    """Stands between the view, the runner and the project."""

    def __init__(
        self,
        view: View,
        runner: Any,
        project: QgsProject,
        find_date: Callable[[QgsVectorLayer], Optional[QDateTime]],
        find_problem: Callable[[], Optional[str]],
    ) -> None:
        """`find_problem`: says what keeps this QGIS from measuring (a missing library), None if nothing does."""
        super().__init__()
        self._view, self._runner, self._project = view, runner, project
        self._find_date, self._find_problem = find_date, find_problem
        self._found: dict[str, Optional[QDateTime]] = dict.fromkeys(MAPS)
        self._dated_layer = dict.fromkeys(MAPS, "")  # id of the layer whose date was found
        self._chosen_by_person: set[str] = set()
        self._result: Optional[Result] = None
        self._measured = _Measured()  # what the present run measures
        self._warnings: list[str] = []
        runner.progressed.connect(view.show_progress)
        runner.messaged.connect(self._on_message)
        runner.finished.connect(self._on_finished)
        runner.failed.connect(self._on_failed)
        runner.cancelled.connect(self._on_cancelled)

    # What the view reports

    def start(self) -> None:
        """The dock is seen for the first time."""
        self.check_libraries()
        self._view.show_empty(nothing_measured_yet())
        self.layers_changed()

    def check_libraries(self) -> None:
        """Say so when measuring is not possible yet."""
        problem = self._find_problem()
        self._view.show_problem(problem or "", bool(problem))

    def layers_changed(self) -> None:
        """Layers came, went or were renamed: propose anew what no person has chosen."""
        if self._result is not None and self._layer("CHANGE") is None:
            self._view.clear_map()
        self._view.hide_layers([layer for layer in self._project.mapLayers().values() if is_result(layer)])
        for role in (BEFORE, AFTER, SECTORS):
            self.layer_changed(role)
        if not self._runner.is_running:
            self._propose()
        self.inputs_changed()

    def layer_chosen(self, role: str) -> None:
        """A person has chosen a layer (or none): from now on we do not."""
        self._chosen_by_person.add(role)

    def layer_changed(self, role: str) -> None:
        """The layer of a role may be another one, or have another name: find its date, but keep a correction."""
        if role not in MAPS:
            return
        setup = self._view.setup()
        layer = setup.layers[role]
        layer_id = layer.id() if layer is not None else ""
        corrected = layer_id == self._dated_layer[role] and setup.dates[role] != self._found[role]
        found = self._find_date(layer) if layer is not None else None
        self._found[role] = found if found is not None and found.isValid() else None
        self._dated_layer[role] = layer_id
        if not corrected:
            self._view.show_date(role, self._found[role])

    def use_found_date(self, role: str) -> None:
        """Take a corrected date back."""
        self._view.show_date(role, self._found[role])

    def swap(self) -> None:
        """Exchange before and after, with their dates."""
        setup = self._view.setup()
        for role, other in ((BEFORE, AFTER), (AFTER, BEFORE)):
            self.layer_chosen(role)
            self._view.choose_layer(role, setup.layers[other])
        for role, other in ((BEFORE, AFTER), (AFTER, BEFORE)):
            self._view.show_date(role, setup.dates[other])
        self.inputs_changed()

    def inputs_changed(self, news: str = "") -> None:
        """Say again what will be measured, after the `news` if there are any."""
        setup = self._view.setup()
        for role in MAPS:
            self._show_date_state(setup, role)
        missing = what_is_missing(setup)
        self._view.show_plan(news + (missing or plan(setup)), not missing)
        if self._result is not None:
            self._view.show_stale(setup.signature != self._result.signature)

    def measure(self) -> None:
        """Run the algorithm on what is chosen."""
        setup = self._view.setup()
        if self._runner.is_running or what_is_missing(setup):
            return
        self._view.show_problem("", False)
        self._measured, self._warnings = _Measured(setup.signature, setup.sectors_name), []
        self._view.show_running(True, QCoreApplication.translate("FrontlineChange", "Measuring …"))
        if not self._runner.start(ALGORITHM, self.parameters(setup), self._project):
            self._view.show_running(False, "")

    def parameters(self, setup: Setup) -> dict[str, Any]:
        """Return the parameters of the algorithm. Dates go in only where a person has corrected them."""
        parameters: dict[str, Any] = {BEFORE: setup.layers[BEFORE], AFTER: setup.layers[AFTER]}
        for role in MAPS:
            date = setup.dates[role]
            if date is not None and date != self._found[role]:
                parameters[f"{role}_DATE"] = date
        if setup.layers[SECTORS] is not None:
            parameters[SECTORS] = setup.layers[SECTORS]
            if setup.sector_field:
                parameters["SECTOR_FIELD"] = setup.sector_field
        parameters.update(setup.options)
        outputs = [name for name in DRAWING_ORDER if name != "PLACES_CHANGED" or "PLACES" in parameters]
        parameters.update(dict.fromkeys(outputs, "TEMPORARY_OUTPUT"))
        return parameters

    def cancel(self) -> None:
        """Stop the run."""
        if self._runner.is_running:
            self._view.show_status(QCoreApplication.translate("FrontlineChange", "Stopping …"))
            self._runner.cancel()

    def project_cleared(self) -> None:
        """The project goes: so do its run and its result."""
        self._runner.cancel()
        self._result = None
        self._view.clear_map()
        self._chosen_by_person.clear()
        self._view.show_problem("", False)
        self._view.show_empty(nothing_measured_yet())
        self.layers_changed()

    def row_chosen(self, row: Mapping[str, Any]) -> None:
        """Show the sector of a row on the map; a row without a polygon of its own by the ground that changed."""
        change = self._layer("CHANGE")
        if change is not None and change.getFeature(row[FEATURE_ID]).hasGeometry():
            self._view.show_on_map(change, [row[FEATURE_ID]])
            return
        for output in ("GAINED", "LOST"):
            layer = self._layer(output)
            if layer is None:
                continue
            request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setNoAttributes()
            request.setFilterExpression(QgsExpression.createFieldEqualityExpression("sector", row["sector"]))
            ids = [feature.id() for feature in layer.getFeatures(request)]
            if ids:
                self._view.show_on_map(layer, ids)
                return

    # What the runner reports

    def _on_message(self, level: int, text: str) -> None:
        if level == Qgis.MessageLevel.Info:
            self._view.show_status(text)
        elif text not in self._warnings:
            self._warnings.append(text)

    def _on_finished(self, outputs: Mapping[str, Any]) -> None:
        self._view.show_running(False, "")
        dates = period_text(str(outputs["DATE_BEFORE_USED"]), str(outputs["DATE_AFTER_USED"]))
        title = ", ".join(filter(None, (dates, self._measured.sectors_name)))
        change = outputs["CHANGE"]
        self._result = Result(
            headline=str(outputs.get("HEADLINE") or title),
            method=method_line(outputs),
            warnings=_shortened(self._warnings),
            columns=columns_for(change.fields().names(), texts.field_aliases()),
            rows=_rows(change),
            layer_ids={name: layer.id() for name, layer in outputs.items() if isinstance(layer, QgsVectorLayer)},
            signature=self._measured.signature,
        )
        add_results(self._project, outputs, title, dates)
        self._view.clear_map()
        self._view.show_result(self._result)
        self.layers_changed()

    def _on_failed(self, text: str) -> None:
        self._view.show_running(False, "")
        self._view.show_problem(for_people(text), self._find_problem() is not None)

    def _on_cancelled(self) -> None:
        self._view.show_running(False, "")
        self.inputs_changed(QCoreApplication.translate("FrontlineChange", "Stopped; nothing was changed.") + " ")

    # Decisions

    def _propose(self) -> None:
        """Choose the two latest maps and, where there is just one candidate, the sectors."""
        layers = [layer for layer in self._project.mapLayers().values() if is_map(layer)]
        by_date: dict[int, QgsVectorLayer] = {}
        undated = []
        for layer in layers:
            date = self._find_date(layer)
            if date is not None and date.isValid():
                by_date[date.toSecsSinceEpoch()] = layer
            elif layer.featureCount() > 1 and not dates_in(layer):
                undated.append(layer)
        latest = [by_date[second] for second in sorted(by_date)[-2:]]
        if not self._chosen_by_person & set(MAPS):
            for role, layer in zip(MAPS, latest):
                self._choose(role, layer)
        if SECTORS not in self._chosen_by_person and len(undated) == 1:
            self._choose(SECTORS, undated[0])

    def _choose(self, role: str, layer: QgsVectorLayer) -> None:
        if self._view.setup().layers[role] is not layer:
            self._view.choose_layer(role, layer)
            self.layer_changed(role)

    def _show_date_state(self, setup: Setup, role: str) -> None:
        found, shown = self._found[role], setup.dates[role]
        if setup.layers[role] is None or (found is None and shown is None):
            text = ""
        elif shown == found:
            text = QCoreApplication.translate("FrontlineChange", "found")
        else:
            text = QCoreApplication.translate("FrontlineChange", "set by you")
        self._view.show_date_state(role, text, found is not None and shown != found)

    def _layer(self, output: str) -> Optional[QgsVectorLayer]:
        """Return a result layer, None when a person has removed it."""
        if self._result is None:
            return None
        return self._project.mapLayer(self._result.layer_ids.get(output, ""))


def _rows(layer: QgsVectorLayer) -> list[dict[str, Any]]:
    """Return the features of a result layer as rows, with None for null."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    names = layer.fields().names()
    return [
        {
            FEATURE_ID: feature.id(),
            **{name: None if value == NULL else value for name, value in zip(names, feature.attributes())},
        }
        for feature in layer.getFeatures(request)
    ]


def _shortened(warnings: Iterable[str]) -> list[str]:
    warnings = list(warnings)
    more = len(warnings) - WARNINGS_SHOWN
    if more <= 0:
        return warnings
    return [
        *warnings[:WARNINGS_SHOWN],
        QCoreApplication.translate("FrontlineChange", "{count} more in the log.").format(count=more),
    ]
