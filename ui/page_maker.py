# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes a page of the result in the dock and opens it; for a series it opens the report, filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsApplication, QgsProcessingContext, QgsProject
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from .algorithm_dialogs import AlgorithmDialogs
from .json_values import live_value
from .results.result import Result
from .run_feedback import RunFeedback
from .settings import PersonSettings
from .setup.modes import SERIES

PAGE, REPORT = "frontline:mappage", "frontline:report"
SCHEMES = {"dark map": "dark"}  # of the page, by the variant of the styles
LAYERS = ("CHANGE", "GAINED", "LOST", "DEPTH", "FRONTS", "HELD", "PLACES_CHANGED")
GIVEN = ("THEATRE", "PLACES", "PLACE_FIELD")  # what the page shows of what was measured


class PageMaker(QObject):
    """Runs in the main thread, as all that makes layouts; a page takes a second or two."""

    failed = pyqtSignal(str)  # in words for people

    def __init__(self, iface: Any, project: QgsProject, dialogs: AlgorithmDialogs, parent: QObject | None = None):
        super().__init__(parent)
        self._iface, self._project, self._dialogs = iface, project, dialogs

    def make(self, result: Result | None, template: str) -> None:
        """Make a page of the result in this format and open it; of a series open the dialog of the report.

        Without a format open the dialog of the page.
        """
        if result is None:
            return
        if result.job.mode.measure == SERIES:
            self._dialogs.open(REPORT, report_parameters(result, self._project))
            return
        parameters = page_parameters(result, self._project)
        if not template:
            self._dialogs.open(PAGE, parameters)
            return
        self._run(parameters | {"TEMPLATE": template})

    def _run(self, parameters: Mapping[str, Any]) -> None:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(PAGE)
        if algorithm is None:
            return
        context, feedback = QgsProcessingContext(), RunFeedback()
        context.setProject(self._project)
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            outputs, is_done = algorithm.run(dict(parameters), context, feedback)
        finally:
            QApplication.restoreOverrideCursor()
        if not is_done:
            self.failed.emit(feedback.error_text())
            return
        self._iface.openLayoutDesigner(self._project.layoutManager().layoutByName(outputs["LAYOUT"]))


def page_parameters(result: Result, project: QgsProject) -> dict[str, Any]:
    """Return the parameters of frontline:mappage for the layers of a result that are still in the project."""
    layers = {name: project.mapLayer(result.layer_ids[name]) for name in LAYERS if name in result.layer_ids}
    found = {name: layer for name, layer in layers.items() if layer is not None}
    scheme = SCHEMES.get(PersonSettings().get("style"), "light")
    return {**found, **_given(result, project), "SCHEME": scheme}


def report_parameters(result: Result, project: QgsProject) -> dict[str, Any]:
    """Return the parameters of frontline:report for the series that a result was measured from."""
    recorded = _live_parameters(result, project)
    snapshots = project.mapLayer(result.layer_ids.get("SNAPSHOTS", ""))
    if snapshots is not None:  # made from the maps before they were measured
        recorded["SNAPSHOTS"] = snapshots
    return {name: value for name, value in recorded.items() if name not in (*LAYERS, "SERIES", "MEASURES")}


def _given(result: Result, project: QgsProject) -> dict[str, Any]:
    recorded = _live_parameters(result, project)
    return {name: recorded[name] for name in GIVEN if name in recorded}


def _live_parameters(result: Result, project: QgsProject) -> dict[str, Any]:
    """The parameters of the run, with the layers that are still in the project."""
    live = {name: live_value(value, project) for name, value in result.job.recorded.items()}
    return {name: value for name, value in live.items() if value is not None}
