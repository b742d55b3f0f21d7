# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs an algorithm again and again while its layer objects are deleted, each time at another moment.

A program of its own, since a mistake crashes it: `removed_layers.py ALGORITHM` prints a line for each run and ends
with 0 if all runs gave the headline of an undisturbed one.
"""

import faulthandler
import gc
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / part) for part in ("support", "", "qgis/algorithms")]
faulthandler.enable()

import conftest  # noqa: E402, F401 (registers the plugin as a package)
from frontline_change.processing import environment  # noqa: E402
from frontline_change.processing.provider import FrontlineProvider  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt import sip  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, Qt  # noqa: E402
from test_tasks import INPUTS, LAYERS  # noqa: E402

GUARD_S = 120
HUNG_S = 2 * GUARD_S  # after so long a run, or the end of QGIS, hangs: where each thread stands is printed
NEVER, PREPARED, QUEUED = "never", "prepared", "queued"
CALLS = (1, 2, 3, 5, 8)  # of the progress, at which the layers are deleted


class Layers:
    """The layer objects of a run, in the project or owned by Python alone."""

    def __init__(self, parameters, owner):
        self.found = []
        self._collect(parameters.values())
        self.owner = owner
        if owner == "project":
            QgsProject.instance().addMapLayers(self.found)

    def _collect(self, values):
        for value in values:
            if isinstance(value, QgsVectorLayer):
                self.found.append(value)
            elif isinstance(value, list):
                self._collect(value)

    def delete(self):
        """Delete them as QGIS or a script does."""
        for layer in self.found:
            if not sip.isdeleted(layer):
                QgsProject.instance().removeMapLayer(layer.id()) if self.owner == "project" else sip.delete(layer)
        gc.collect()


class Run:
    """One run in a task or in the main thread."""

    def __init__(self, name, mode, moment, owner):
        parameters = INPUTS[name]()
        self.layers = Layers(parameters, owner)
        self.parameters = {**parameters, **dict.fromkeys(LAYERS[name], "TEMPORARY_OUTPUT")}
        self.algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"frontline:{name}")
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self.feedback = QgsProcessingFeedback(False)
        self.feedback.progressChanged.connect(self._on_progress, Qt.ConnectionType.DirectConnection)
        self.mode, self.moment, self.calls = mode, moment, 0
        self.wanted, self.deleted = threading.Event(), threading.Event()

    def headline(self):
        """Run; return the headline."""
        faulthandler.dump_traceback_later(HUNG_S, exit=True)
        results = self._in_task() if self.mode == "task" else self._in_main_thread()
        return results.get("HEADLINE")

    def _on_progress(self, _percent):
        self.calls += 1
        if self.calls != self.moment:
            return
        if self.mode == "script":
            self.layers.delete()
            return
        self.wanted.set()  # layers may only be deleted in the main thread
        self.deleted.wait(GUARD_S)

    def _in_main_thread(self):
        results, _ = self.algorithm.run(self.parameters, self.context, self.feedback, {}, False)
        return results

    def _in_task(self):
        done = []
        task = QgsProcessingAlgRunnerTask(self.algorithm, self.parameters, self.context, self.feedback)
        task.executed.connect(lambda *result: done.append(result))
        self.parameters = None
        if self.moment == PREPARED:
            self.layers.delete()
        QgsApplication.taskManager().addTask(task)
        if self.moment == QUEUED:
            self.layers.delete()
        end = time.monotonic() + GUARD_S
        while not done and time.monotonic() < end:
            if self.wanted.is_set() and not self.deleted.is_set():
                self.layers.delete()
                self.deleted.set()
            QCoreApplication.processEvents()
            time.sleep(0.001)
        return done[0][1] if done else {}


def main(name):
    """Run the algorithm at all moments; return how many runs differed from an undisturbed one."""
    expected = Run(name, "script", NEVER, "python").headline()
    cases = [("task", moment, owner) for moment in (PREPARED, QUEUED, *CALLS) for owner in ("project", "python")]
    cases += [("script", moment, "project") for moment in CALLS]
    wrong = 0
    for case in cases:
        found = Run(name, *case).headline()
        wrong += found is None or found != expected
        print(*case, found, flush=True)
    return wrong


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    environment.prepare()
    provider = FrontlineProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    differed = main(sys.argv[1])
    faulthandler.dump_traceback_later(HUNG_S, exit=True)
    QgsProject.instance().clear()
    gc.collect()
    application.exitQgis()
    sys.exit(differed)
