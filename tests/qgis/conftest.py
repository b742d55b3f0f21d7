# SPDX-License-Identifier: GPL-2.0-or-later
"""The algorithms as people run them: in the main thread (scripts, models) and in a worker (toolbox, dock)."""

import gc
import time
from dataclasses import dataclass, field
from typing import Any

import pytest
from frontline_change.processing import environment
from frontline_change.processing.provider import FrontlineProvider
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QLocale, Qt

GUARD_S = 120


class Listener(QgsProcessingFeedback):
    """Remembers what a run says. `on_progress` is called with every per cent, for instance to cancel there."""

    def __init__(self, on_progress=None):
        super().__init__(False)
        self.infos, self.warnings, self.errors, self.percents = [], [], [], []
        self._on_progress = on_progress
        # Direct: queued to the main thread, a cancel at 89 % could arrive when the results are being written.
        self.progressChanged.connect(self._note, Qt.ConnectionType.DirectConnection)

    def _note(self, percent):
        self.percents.append(percent)
        if self._on_progress:
            self._on_progress(self, percent)

    def pushInfo(self, info):
        self.infos.append(info)

    def pushWarning(self, warning):
        self.warnings.append(warning)

    def reportError(self, error, fatalError=False):
        self.errors.append(error)


@dataclass
class Outcome:
    """What a run gave: outputs by name (layers as layers), and what it said."""

    outputs: dict[str, Any]
    said: Listener
    context: QgsProcessingContext = field(repr=False)

    def __getitem__(self, name):
        return self.outputs[name]

    def layer(self, name) -> QgsVectorLayer:
        """An output as a layer."""
        value = self.outputs[name]
        return (
            value if isinstance(value, QgsVectorLayer) else QgsProcessingUtils.mapLayerFromString(value, self.context)
        )

    def rows(self, name="CHANGE") -> list[dict[str, Any]]:
        """The attributes of an output layer, a dictionary for each feature."""
        return [feature.attributeMap() for feature in self.layer(name).getFeatures()]

    def row(self, sector="all") -> dict[str, Any]:
        """The row of a sector in CHANGE."""
        (row,) = [row for row in self.rows() if row["sector"] == sector]
        return row


class Algorithm:
    """An algorithm of QGIS's registry; calling it runs it."""

    def __init__(self, name="frontline:sectorchange", main_output="CHANGE"):
        self.ID = name
        self.main_output = main_output
        self.defaults = {}

    def __call__(self, *, listener=None, context=None, **parameters) -> Outcome:
        """Run and return the outcome; the main output is a temporary layer unless said otherwise."""
        said = listener or Listener()
        context = context or self.context()
        given = {self.main_output: "TEMPORARY_OUTPUT", **self.defaults, **parameters}
        outputs = self._outputs(given, context, said)
        assert said.errors == []
        return Outcome(outputs, said, context)

    def refusal(self, *, listener=None, **parameters) -> str:
        """Run what must fail, and return the message; it is for people, so never a traceback."""
        with pytest.raises(QgsProcessingException) as caught:
            self(listener=listener, **parameters)
        message = str(caught.value)
        for technical in ("Traceback", "Error(", "Exception", 'File "', "NoneType", "numpy", "GEOS", "<qgis"):
            assert technical not in message
        return message.removeprefix("Unable to execute algorithm\n")

    def context(self) -> QgsProcessingContext:
        """A context as the toolbox makes it."""
        from processing.tools import dataobjects  # QGIS's own plugin; the fixture has put it on the path

        return dataobjects.createContext()

    def _outputs(self, parameters, context, said):
        raise NotImplementedError


class InMainThread(Algorithm):
    """As scripts, models and qgis_process run it."""

    def _outputs(self, parameters, context, said):
        from qgis import processing

        return processing.run(self.ID, parameters, context=context, feedback=said)


class InWorker(Algorithm):
    """As toolbox and dock run it: prepared here, run in a thread of QGIS's task manager."""

    def context(self):
        context = QgsProcessingContext()  # checks no geometries and knows no ellipsoid, unlike the toolbox's
        context.setProject(QgsProject.instance())
        return context

    def _outputs(self, parameters, context, said):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(self.ID)
        accepted, reason = algorithm.checkParameterValues(parameters, context)
        if not accepted:
            raise QgsProcessingException(reason)
        done = []
        task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, said)
        task.executed.connect(lambda *result: done.append(result))
        if not task.isCanceled():  # else preparing has failed
            QgsApplication.taskManager().addTask(task)
            end = time.monotonic() + GUARD_S
            while not done and time.monotonic() < end:
                QCoreApplication.processEvents()
                time.sleep(0.001)
            assert done, "the task has not ended"
        if done and done[0][0]:
            return dict(done[0][1])
        if said.errors:
            raise QgsProcessingException("\n".join(dict.fromkeys(said.errors)))
        return {}


@pytest.fixture
def listener():
    """The class that remembers what a run says."""
    return Listener


@pytest.fixture
def frontline(qgis_processing):
    """Our provider in QGIS's registry."""
    registry = QgsApplication.processingRegistry()
    environment.prepare()
    own = None
    if registry.providerById("frontline") is None:
        own = FrontlineProvider()
        registry.addProvider(own)
    yield registry.providerById("frontline")
    if own is not None:
        registry.removeProvider(own)


@pytest.fixture
def in_english():
    """Numbers and dates in English, whatever the machine speaks."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def sectorchange(frontline, qgis_new_project, in_english):
    """The algorithm in the main thread."""
    yield InMainThread()
    gc.collect()


@pytest.fixture(params=[InMainThread, InWorker], ids=["script", "task"])
def sectorchange_anywhere(request, frontline, qgis_new_project, in_english):
    """The algorithm in the main thread, then in a worker."""
    yield request.param()
    gc.collect()


@pytest.fixture
def sectorchange_task(frontline, qgis_new_project, in_english):
    """The algorithm in a worker."""
    yield InWorker()
    gc.collect()


@pytest.fixture(params=[InMainThread, InWorker], ids=["script", "task"])
def changeseries_anywhere(request, frontline, qgis_new_project, in_english):
    """`frontline:changeseries` in the main thread, then in a worker."""
    yield request.param("frontline:changeseries", "SERIES")
    gc.collect()


@pytest.fixture
def changeseries(frontline, qgis_new_project, in_english):
    """`frontline:changeseries` in the main thread."""
    yield InMainThread("frontline:changeseries", "SERIES")
    gc.collect()


@pytest.fixture
def cancelling_at():
    """Makes listeners that cancel a run of the main thread once it has come so many per cent far."""
    return lambda percent: Listener(lambda said, reached: said.cancel() if reached >= percent else None)


@pytest.fixture(params=[InMainThread, InWorker])
def projection(request, frontline, qgis_new_project, in_english):
    """`frontline:projection` in the main thread, then in a worker."""
    yield request.param("frontline:projection", "PROJECTION")
    gc.collect()


@pytest.fixture
def preparesnapshots(frontline, qgis_new_project, in_english):
    """`frontline:preparesnapshots` in the main thread, with its log."""
    algorithm = InMainThread("frontline:preparesnapshots", "SNAPSHOTS")
    yield lambda **parameters: algorithm(**{"LOG": "TEMPORARY_OUTPUT", **parameters})
    gc.collect()


@pytest.fixture(params=[InMainThread, InWorker], ids=["script", "task"])
def preparesnapshots_anywhere(request, frontline, qgis_new_project, in_english):
    """`frontline:preparesnapshots` in the main thread, then in a worker."""
    yield request.param("frontline:preparesnapshots", "SNAPSHOTS")
    gc.collect()


@pytest.fixture
def advancearrows(frontline, qgis_new_project, in_english):
    """`frontline:advancearrows` in the main thread."""
    yield InMainThread("frontline:advancearrows", "ARROWS")
    gc.collect()


@pytest.fixture(params=[InMainThread, InWorker], ids=["script", "task"])
def capturedate(request, frontline, qgis_new_project, in_english):
    """`frontline:capturedate` in the main thread, then in a worker, with its summary."""
    algorithm = request.param("frontline:capturedate", "CAPTURE")
    algorithm.defaults = {"SUMMARY": "TEMPORARY_OUTPUT"}
    yield algorithm
    gc.collect()


@pytest.fixture(params=[InMainThread, InWorker], ids=["script", "task"])
def transects(request, frontline, qgis_new_project, in_english):
    """`frontline:transects` in the main thread, then in a worker, with its summary."""
    algorithm = request.param("frontline:transects", "TRANSECTS")
    algorithm.defaults = {"SUMMARY": "TEMPORARY_OUTPUT", "READINGS": "TEMPORARY_OUTPUT"}
    yield algorithm
    gc.collect()


@pytest.fixture(params=[InMainThread, InWorker], ids=["script", "task"])
def createsectors(request, frontline, qgis_new_project, in_english):
    """`frontline:createsectors` in the main thread, then in a worker."""
    yield request.param("frontline:createsectors", "SECTORS")
    gc.collect()


@pytest.fixture(params=[InMainThread, InWorker], ids=["script", "task"])
def reach(request, frontline, qgis_new_project, in_english):
    """`frontline:reach` in the main thread, then in a worker, with its profile and strip."""
    algorithm = request.param("frontline:reach", "REACH")
    algorithm.defaults = {"PROFILE": "TEMPORARY_OUTPUT", "STRIP": "TEMPORARY_OUTPUT"}
    yield algorithm
    gc.collect()


@pytest.fixture(params=[InMainThread, InWorker], ids=["script", "task"])
def extractfront(request, frontline, qgis_new_project, in_english):
    """`frontline:extractfront` in the main thread, then in a worker, with its table."""
    algorithm = request.param("frontline:extractfront", "FRONT")
    algorithm.defaults = {"LENGTHS": "TEMPORARY_OUTPUT"}
    yield algorithm
    gc.collect()


@pytest.fixture(params=[InMainThread, InWorker], ids=["script", "task"])
def axisadvance(request, frontline, qgis_new_project, in_english):
    """`frontline:axisadvance` in the main thread, then in a worker, with positions and boxes."""
    algorithm = request.param("frontline:axisadvance", "ADVANCE")
    algorithm.defaults = {"POSITIONS": "TEMPORARY_OUTPUT", "BOXES": "TEMPORARY_OUTPUT"}
    yield algorithm
    gc.collect()


@pytest.fixture(params=[InMainThread, InWorker], ids=["script", "task"])
def classtransition(request, frontline, qgis_new_project, in_english):
    """`frontline:classtransition` in the main thread, then in a worker, with matrix and ground."""
    algorithm = request.param("frontline:classtransition", "TRANSITIONS")
    algorithm.defaults = {"MATRIX": "TEMPORARY_OUTPUT", "GROUND": "TEMPORARY_OUTPUT"}
    yield algorithm
    gc.collect()


@pytest.fixture(params=[InMainThread, InWorker], ids=["script", "task"])
def controlfromlines(request, frontline, qgis_new_project, in_english):
    """`frontline:controlfromlines` in the main thread, then in a worker, with log and joins."""
    algorithm = request.param("frontline:controlfromlines", "SNAPSHOTS")
    algorithm.defaults = {"LOG": "TEMPORARY_OUTPUT", "JOINS": "TEMPORARY_OUTPUT"}
    yield algorithm
    gc.collect()
