# SPDX-License-Identifier: GPL-2.0-or-later
"""Decides what the dock does: measures, makes sectors, prepares maps, repeats runs. Uses no widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject

from .algorithm_runner import Preparation
from .history.record import History, Run
from .history.targets import targets_of
from .results.messages import for_people
from .results.presenter import ResultsPresenter
from .results.result import Result
from .setup.jobs import Job
from .setup.presenter import SetupPresenter

Handler = Callable[[Mapping[str, Any]], None]


class Presenter(QObject):
    """Runs one algorithm at a time and passes its outputs to the function given for them."""

    def __init__(
        self,
        runner: Any,
        project: QgsProject,
        setup: SetupPresenter,
        results: ResultsPresenter,
        find_problem: Callable[[], str | None],
        can_install: Callable[[], bool],
    ) -> None:
        """`find_problem` returns why this QGIS cannot measure (a missing library), None if it can.

        `can_install` returns whether the plugin can install what is missing.
        """
        super().__init__()
        self._can_install = can_install
        self._runner, self._project = runner, project
        self.setup, self.results, self.history = setup, results, History(self)
        self._run_view, self._problem_view = setup.view, results.view
        self._find_problem = find_problem
        # Returns whether these results may be replaced; the dock asks the person.
        self.may_replace: Callable[[list[str]], bool] = lambda _results: True
        self._then: Handler | None = None  # what to do with the outputs of the present run
        self._warnings: list[str] = []
        self._waiting: list[tuple[str, dict[str, Any], str, Handler]] = []  # runs that come after the present one
        setup.changed.connect(results.inputs_changed)
        results.shown.connect(self._record)
        runner.progressed.connect(self._run_view.show_progress)
        runner.messaged.connect(self._on_message)
        runner.finished.connect(self._on_finished)
        runner.failed.connect(self._on_failed)
        runner.cancelled.connect(self._on_cancelled)

    # What the dock reports

    def start(self) -> None:
        """Read the project, when the dock is first shown."""
        self.check_libraries()
        self.history.load(self._project)
        self.results.show_nothing(sample=True)
        self.setup.layers_changed()

    def show_problem(self, text: str) -> None:
        """Show what went wrong outside a run."""
        self._problem_view.show_problem(text, False)

    def check_libraries(self) -> None:
        """Show what keeps this QGIS from measuring, if anything does."""
        problem = self._find_problem()
        self._problem_view.show_problem(problem or "", bool(problem) and self._can_install())

    def layers_changed(self) -> None:
        """Layers were added, removed or renamed."""
        self.results.layers_changed()
        self.setup.layers_changed()

    def measure(self) -> None:
        """Run the algorithm on what is chosen."""
        job = self.setup.job()
        if job is not None:
            self._measure(job)

    def make_sectors(self, parameters: dict[str, Any]) -> None:
        """Make a layer of sectors and choose it."""
        text = QCoreApplication.translate("FrontlineChange", "Making sectors …")
        self._run("frontline:createsectors", {**parameters, "SECTORS": "TEMPORARY_OUTPUT"}, text, self._sectors_made)

    def prepare(self, algorithm: str, parameters: dict[str, Any], then: Handler) -> None:
        """Prepare snapshots from files that QGIS alone would read wrongly, after the present run."""
        text = QCoreApplication.translate("FrontlineChange", "Preparing maps …")
        if self._runner.is_running:
            self._waiting.append((algorithm, parameters, text, then))
        else:
            self._run(algorithm, parameters, text, then)

    def repeat(self, run: Run) -> None:
        """Repeat a run of the history; ask first if it replaces results."""
        if self._runner.is_running:
            return
        if self._is_missing(run.missing_layers(self._project)):
            return
        job = Job.of_run(run.algorithm, run.live_parameters(self._project))
        if job is None:
            return
        replaced = [target.shown for target in targets_of(run) if target.may_exist]
        if not replaced or self.may_replace(replaced):
            self._measure(job)

    def measure_again(self) -> None:
        """Measure the result that the project was saved with and that cannot be shown."""
        lost = self.results.lost
        if lost is not None and not self._runner.is_running and not self._is_missing(lost.missing):
            self._measure(lost.job)

    def _is_missing(self, names: list[str]) -> bool:
        """Return whether layers that a run needs are missing, and show which."""
        if names:
            text = QCoreApplication.translate(
                "FrontlineChange",
                "This run cannot be repeated: the project has no layer {layers} any more. Add it again.",
            )
            self._problem_view.show_problem(text.format(layers=", ".join(f"“{name}”" for name in names)), False)
        return bool(names)

    def forget_run(self, run: Run) -> None:
        """Remove a run from the history."""
        self.history.remove(run)
        self.history.save(self._project)

    def cancel(self) -> None:
        """Stop the run."""
        self._waiting.clear()
        if self._runner.is_running:
            self._run_view.show_status(QCoreApplication.translate("FrontlineChange", "Stopping …"))
            self._runner.cancel()

    def maps_found(self, found: list[Any]) -> None:
        """The maps of the project have been found."""
        self.setup.maps_found(found)
        if self.results.result is None and not self._runner.is_running:
            self.results.show_nothing(sample=not found)

    def project_cleared(self) -> None:
        """The project was closed: drop its run and its result."""
        self.cancel()
        self.results.forget()
        self.history.load(self._project)
        self._problem_view.show_problem("", False)
        self.results.show_nothing(sample=True)
        self.setup.project_cleared()
        self.setup.layers_changed()

    # The run

    def _measure(self, job: Job) -> None:
        text = QCoreApplication.translate("FrontlineChange", "Measuring …")

        def then(outputs: Mapping[str, Any]) -> None:
            self.results.take(job, outputs, self._warnings)

        self._run(job.algorithm, job.parameters, text, then, job.first)

    def _run(
        self,
        algorithm: str,
        parameters: dict[str, Any],
        text: str,
        then: Handler,
        first: Preparation | None = None,
        *,
        keep_problem: bool = False,
    ) -> None:
        """Start a run, unless one is running; a run that cannot start fails at once."""
        if self._runner.is_running:
            return
        if not keep_problem:
            self._problem_view.show_problem("", False)
        self._then, self._warnings = then, []
        self.setup.may_propose = False
        self._run_view.show_running(True, text)
        self._runner.start(algorithm, parameters, self._project, first)

    def _run_waiting(self) -> None:
        """Start the run that has waited longest; the problem of the run before it stays visible."""
        if self._waiting:
            self._run(*self._waiting.pop(0), keep_problem=True)

    def _ended(self) -> None:
        self._then = None
        self.setup.may_propose = True
        self._run_view.show_running(False, "")

    def _on_message(self, level: int, text: str) -> None:
        if level == Qgis.MessageLevel.Info:
            self._run_view.show_status(text)
        elif text not in self._warnings:
            self._warnings.append(text)

    def _on_finished(self, outputs: Mapping[str, Any]) -> None:
        then = self._then
        self._ended()
        if then is not None:
            then(outputs)
        self._run_waiting()

    def _on_failed(self, text: str) -> None:
        self._ended()
        self.setup.sides.run_failed(text)
        if self._find_problem() is None:
            self._problem_view.show_problem(for_people(text), False)
        else:
            self.check_libraries()  # the run's own message leads to this dock
        self._run_waiting()

    def _on_cancelled(self) -> None:
        self._ended()
        stopped = QCoreApplication.translate("FrontlineChange", "Stopped; nothing was changed.")
        self.setup.inputs_changed(stopped + " ")
        self._run_waiting()  # not empty when a person cancelled in QGIS's list of tasks

    # Its outputs

    def _record(self, result: Result) -> None:
        parameters = dict(result.job.recorded)
        snapshots = self._project.mapLayer(result.layer_ids.get("SNAPSHOTS", ""))
        if snapshots is not None:
            parameters["SNAPSHOTS"] = snapshots
        self.history.add(Run.of(result.job.algorithm, parameters, result.headline))
        self.history.save(self._project)
        self.layers_changed()

    def _sectors_made(self, outputs: Mapping[str, Any]) -> None:
        layer = outputs.get("SECTORS")
        if isinstance(layer, QgsVectorLayer):
            layer.setName(QCoreApplication.translate("FrontlineChange", "Sectors"))
            self._project.addMapLayer(layer)
            self.setup.choose_sectors(layer)
