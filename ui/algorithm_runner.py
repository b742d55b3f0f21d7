# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs a Processing algorithm in a background task: the only module that starts one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from .next_turn import in_next_turn
from .run_feedback import RunFeedback

GOODBYE_SECONDS = 3.0
PREPARING_SHARE = 0.5  # of the progress of two runs in a row

# Runs that live longer than their runner: what their thread uses must not be deleted before it ends.
_outliving: list[_Run] = []


@dataclass(frozen=True)
class Preparation:
    """A run before another: its layer `output` becomes the parameter `into` of the run that follows."""

    algorithm: str
    parameters: dict[str, Any]
    output: str
    into: str


class AlgorithmRunner(QObject):
    """Runs one algorithm at a time, after another that prepares it where there is one. Keeps alive what a run needs.

    Our algorithms copy what they need of their layers in `prepareAlgorithm`, in the main thread: after that a person
    may edit, rename or remove the layers, or close the project.
    """

    progressed = pyqtSignal(float)  # percent
    messaged = pyqtSignal(int, str)  # Qgis.MessageLevel and text
    finished = pyqtSignal(object)  # outputs by name; layers as layers, now owned by whoever takes them
    failed = pyqtSignal(str)  # in words for people
    cancelled = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run: _Run | None = None

    @property
    def is_running(self) -> bool:
        """Whether a run has not ended yet."""
        return self._run is not None

    def start(
        self,
        algorithm_id: str,
        parameters: dict[str, Any],
        project: QgsProject,
        first: Preparation | None = None,
    ) -> bool:
        """Check the parameters and start; emit `failed` if that is not possible. Returns whether it runs.

        `first` runs before; the two then count as one run: one progress, one cancel, the outputs of both.
        """
        if self.is_running:
            return False
        if first is None:
            return self._start(algorithm_id, parameters, project)
        follow = _Follow(first, algorithm_id, parameters, project)
        return self._start(first.algorithm, first.parameters, project, follow)

    def _start(
        self,
        algorithm_id: str,
        parameters: dict[str, Any],
        project: QgsProject,
        follow: _Follow | None = None,
        made: dict[str, Any] | None = None,
    ) -> bool:
        """Check and start one run; `follow` runs after it, `made` are the outputs of the run before it."""
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
        run = _Run(algorithm, parameters, project, follow, made or {})
        with run.layers_at_hand():
            accepted, reason = algorithm.checkParameterValues(run.parameters, run.context)
            if not accepted:
                self.failed.emit(reason)
                return False
            self._run = run
            run.feedback.progressChanged.connect(self._on_progress)
            run.feedback.reported.connect(self._on_message)
            run.task = QgsProcessingAlgRunnerTask(algorithm, run.parameters, run.context, run.feedback)
        run.task.executed.connect(self._on_executed)
        if run.task.isCanceled():  # preparing failed: such a task never reports
            self._run = None
            self.failed.emit(run.feedback.error_text())
            return False
        in_next_turn(lambda: self._hand_over(run))
        return True

    def _hand_over(self, run: _Run) -> None:
        """Give the task to QGIS, also that of a cancelled run, which reports itself; not if the runner was closed."""
        if self._run is run and not sip.isdeleted(self):
            run.is_handed_over = True
            QgsApplication.taskManager().addTask(run.task)

    def cancel(self) -> None:
        """Ask the run to stop; `cancelled` follows when it has."""
        if self._run is not None:
            self._run.cancel()

    def close(self) -> None:
        """Stop and report nothing more. Waits a moment for the thread, so that it does not lose what it uses."""
        self.blockSignals(True)
        run, self._run = self._run, None
        if run is None:
            return
        run.cancel()
        end = time.monotonic() + GOODBYE_SECONDS
        while run.is_active and time.monotonic() < end:
            time.sleep(0.01)  # releases the interpreter lock, which the thread needs to end
        _outliving[:] = [other for other in _outliving if other.is_active]
        if run.is_active:
            _outliving.append(run)

    def _on_progress(self, percent: float) -> None:
        if self._is_listening():
            self.progressed.emit(self._run.of_the_whole(percent))

    def _on_message(self, level: int, text: str) -> None:
        if self._is_listening():
            self.messaged.emit(level, text)

    def _on_executed(self, successful: bool, results: dict[str, Any]) -> None:
        if not self._is_listening():
            return
        run, self._run = self._run, None
        if run.feedback.isCanceled():
            self.cancelled.emit()
        elif not successful:
            self.failed.emit(run.feedback.error_text())
        elif run.follow is None:
            self.finished.emit({**run.made, **run.take_results(results)})
        else:
            follow = run.follow
            layer = run.take_results(results)[follow.first.output]
            parameters = {**follow.parameters, follow.first.into: layer}
            self._start(follow.algorithm, parameters, follow.project, made={follow.first.output: layer})

    def _is_listening(self) -> bool:
        return not sip.isdeleted(self) and self._run is not None


@dataclass(frozen=True)
class _Follow:
    """The run after a preparation."""

    first: Preparation
    algorithm: str
    parameters: dict[str, Any]
    project: QgsProject


class _Run:
    """What one run needs from its start to its end."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        project: QgsProject,
        follow: _Follow | None,
        made: dict[str, Any],
    ) -> None:
        self.algorithm = algorithm
        self.parameters = {name: _by_id(value) for name, value in parameters.items()}
        self.follow, self.made = follow, made
        self.feedback = RunFeedback()
        self.task: QgsProcessingAlgRunnerTask | None = None
        self.is_handed_over = False  # whether QGIS has the task
        # No geometry check is set: the algorithms read geometries unchecked and apply their own rules.
        self.context = QgsProcessingContext()
        self.context.setProject(project)
        self.context.setTransformContext(project.transformContext())
        self.context.setEllipsoid(project.ellipsoid())
        self.context.setFeedback(self.feedback)

    @contextmanager
    def layers_at_hand(self) -> Iterator[None]:
        """Let the algorithm find the layers made before it, which are in no project, while it prepares."""
        store = self.context.temporaryLayerStore()
        layers = [layer for layer in self.made.values() if isinstance(layer, QgsMapLayer)]
        for layer in layers:
            store.addMapLayer(layer)
        try:
            yield
        finally:
            for layer in layers:
                store.takeMapLayer(layer)

    def of_the_whole(self, percent: float) -> float:
        """Return the progress of the whole, where this run is one of two."""
        if self.follow is not None:
            return percent * PREPARING_SHARE
        return 100 * PREPARING_SHARE + percent * (1 - PREPARING_SHARE) if self.made else percent

    @property
    def is_active(self) -> bool:
        """Whether the thread may still be at work."""
        if self.task is None or sip.isdeleted(self.task):
            return False
        QCoreApplication.sendPostedEvents(self.task, 0)  # a task ends, and is deleted, by an event
        return not sip.isdeleted(self.task) and self.task.isActive()

    def cancel(self) -> None:
        self.feedback.cancel()
        if self.is_handed_over and not sip.isdeleted(self.task):
            self.task.cancel()

    def take_results(self, results: dict[str, Any]) -> dict[str, Any]:
        """Return the outputs by name, with layers instead of the ids or paths of the layer outputs."""
        taken = dict(results)
        for output in self.algorithm.outputDefinitions():
            value = results.get(output.name())
            if not output.type().startswith("output") or not isinstance(value, str) or not value:
                continue
            if output.type() in ("outputVector", "outputLayer"):
                layer = QgsProcessingUtils.mapLayerFromString(value, self.context)
                taken[output.name()] = self._taken(layer) if layer else None
        return taken

    def _taken(self, layer: QgsMapLayer) -> QgsMapLayer | None:
        """Return the layer as ours. Where a table was overwritten, QGIS finds the project's layer of the old table."""
        if self.context.project().mapLayer(layer.id()) is not None:
            return QgsVectorLayer(layer.source(), layer.name(), layer.providerType())
        return self.context.takeResultLayer(layer.id())


def _by_id(value: Any) -> Any:
    """Return the id of a layer; anything else as it is. A layer may be deleted before its task has ended."""
    if isinstance(value, (list, tuple)):
        return [_by_id(item) for item in value]
    return value.id() if isinstance(value, QgsMapLayer) else value
