# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs a Processing algorithm in a background task: the only place of the plugin that starts one."""

from __future__ import annotations

import time
from typing import Any, Optional

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMapLayer,
    QgsMessageLog,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

LOG = "Frontline Change"
GOODBYE_SECONDS = 3.0

# Runs that outlived the runner that started them: what their thread uses must not be deleted before it ends.
_outliving: list[_Run] = []


class AlgorithmRunner(QObject):
    """One run at a time. Everything a run needs is kept alive here until it has ended.

    Our algorithms take hold of their layers' data when they prepare, in the main thread: from then on a person
    may edit, rename or remove the layers, or close the project.
    """

    progressed = pyqtSignal(float)  # percent
    messaged = pyqtSignal(int, str)  # Qgis.MessageLevel and text
    finished = pyqtSignal(object)  # outputs by name; layers as layers, now owned by whoever takes them
    failed = pyqtSignal(str)  # in words for people
    cancelled = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._run: Optional[_Run] = None

    @property
    def is_running(self) -> bool:
        """Whether a run has not ended yet."""
        return self._run is not None

    def start(self, algorithm_id: str, parameters: dict[str, Any], project: QgsProject) -> bool:
        """Check the parameters and start; what is in the way comes as `failed`. Returns whether it runs."""
        if self.is_running:
            return False
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
        if algorithm is None:
            self.failed.emit(
                QCoreApplication.translate(
                    "FrontlineChange",
                    "QGIS has no algorithm “{}”. Switch on the plugin Processing in the plugin manager.",
                ).format(algorithm_id)
            )
            return False
        able, reason = algorithm.canExecute()
        if not able:
            self.failed.emit(reason)
            return False
        run = _Run(algorithm, parameters, project)
        accepted, reason = algorithm.checkParameterValues(run.parameters, run.context)
        if not accepted:
            self.failed.emit(reason)
            return False
        self._begin(run)
        return self.is_running

    def cancel(self) -> None:
        """Ask the run to stop; `cancelled` follows when it has."""
        if self._run is not None:
            self._run.cancel()

    def close(self) -> None:
        """Stop, and never report again. Waits a moment for the thread: nothing is pulled from under it."""
        self.blockSignals(True)
        run, self._run = self._run, None
        if run is None:
            return
        run.cancel()
        end = time.monotonic() + GOODBYE_SECONDS
        while run.is_active and time.monotonic() < end:
            time.sleep(0.01)  # lets go of the interpreter lock, which the thread needs to come to its end
        _outliving[:] = [other for other in _outliving if other.is_active]
        if run.is_active:
            _outliving.append(run)

    def _begin(self, run: _Run) -> None:
        self._run = run
        run.feedback.progressChanged.connect(self._on_progress)
        run.feedback.said.connect(self._on_message)
        run.task = QgsProcessingAlgRunnerTask(run.algorithm, run.parameters, run.context, run.feedback)
        run.task.executed.connect(self._on_executed)
        if run.task.isCanceled():  # preparing has failed: such a task would never report
            self._run = None
            self.failed.emit(run.feedback.error_text())
            return
        QgsApplication.taskManager().addTask(run.task)

    def _on_progress(self, percent: float) -> None:
        if self._is_listening():
            self.progressed.emit(percent)

    def _on_message(self, level: int, text: str) -> None:
        if self._is_listening():
            self.messaged.emit(level, text)

    def _on_executed(self, successful: bool, results: dict[str, Any]) -> None:
        if not self._is_listening():
            return
        run, self._run = self._run, None
        if run.feedback.isCanceled():
            self.cancelled.emit()
        elif successful:
            self.finished.emit(run.take_results(results))
        else:
            self.failed.emit(run.feedback.error_text())

    def _is_listening(self) -> bool:
        return not sip.isdeleted(self) and self._run is not None


class _Run:
    """What one run needs from its start to its end."""

    def __init__(self, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], project: QgsProject) -> None:
        self.algorithm = algorithm
        self.parameters = {name: _by_id(value) for name, value in parameters.items()}
        self.feedback = _Feedback()
        self.task: Optional[QgsProcessingAlgRunnerTask] = None
        # No geometry check is set: the algorithms read geometries unchecked and apply their own rules.
        self.context = QgsProcessingContext()
        self.context.setProject(project)
        self.context.setTransformContext(project.transformContext())
        self.context.setEllipsoid(project.ellipsoid())
        self.context.setFeedback(self.feedback)

    @property
    def is_active(self) -> bool:
        """Whether the thread may still be at work."""
        if self.task is None or sip.isdeleted(self.task):
            return False
        QCoreApplication.sendPostedEvents(self.task, 0)  # a task learns of its end, and goes, by an event
        return not sip.isdeleted(self.task) and self.task.isActive()

    def cancel(self) -> None:
        self.feedback.cancel()
        if self.task is not None and not sip.isdeleted(self.task):
            self.task.cancel()

    def take_results(self, results: dict[str, Any]) -> dict[str, Any]:
        """Outputs by name, with layers in place of the ids or paths of the layer outputs."""
        taken = dict(results)
        for output in self.algorithm.outputDefinitions():
            value = results.get(output.name())
            if not output.type().startswith("output") or not isinstance(value, str) or not value:
                continue
            if output.type() in ("outputVector", "outputLayer"):
                layer = QgsProcessingUtils.mapLayerFromString(value, self.context)
                taken[output.name()] = self.context.takeResultLayer(layer.id()) if layer else None
        return taken


class _Feedback(QgsProcessingFeedback):
    """Keeps what an algorithm says: in QGIS's log, as signals, and its errors for the message in the end.

    Everything here is called from the thread of the run.
    """

    said = pyqtSignal(int, str)

    def __init__(self) -> None:
        super().__init__(False)  # we write the log ourselves, under the plugin's name
        self._errors: list[str] = []

    def error_text(self) -> str:
        """All errors, one per paragraph."""
        if self._errors:
            return "\n\n".join(self._errors)
        return QCoreApplication.translate("FrontlineChange", "The algorithm stopped without giving a reason.")

    def pushInfo(self, info: str) -> None:
        """Note what the algorithm tells."""
        super().pushInfo(info)
        self._say(Qgis.MessageLevel.Info, info)

    def pushWarning(self, warning: str) -> None:
        """Note a warning about the data."""
        super().pushWarning(warning)
        self._say(Qgis.MessageLevel.Warning, warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        """Note an error; the run may go on unless it is fatal."""
        super().reportError(error, fatalError)
        if error not in self._errors:
            self._errors.append(error)
        self._say(Qgis.MessageLevel.Critical, error)

    def _say(self, level: int, text: str) -> None:
        QgsMessageLog.logMessage(text, LOG, level, notifyUser=False)
        self.said.emit(int(level), text)


def _by_id(value: Any) -> Any:
    """Return the id of a layer; anything else as it is. A layer may be deleted before its task has ended."""
    if isinstance(value, (list, tuple)):
        return [_by_id(item) for item in value]
    return value.id() if isinstance(value, QgsMapLayer) else value
