# SPDX-License-Identifier: GPL-2.0-or-later
"""The algorithms as people run them: in the main thread (scripts, models) and in a worker (toolbox, dock)."""

import gc
import time
from dataclasses import dataclass, field
from typing import Any

import pytest
from dock_view import opened_dock
from frontline_change.plugin import FOLDER
from frontline_change.processing import environment
from frontline_change.processing.provider import FrontlineProvider
from postgres import running_server
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QLocale, Qt, QTranslator

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
    feedback: Listener
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
        feedback = listener or Listener()
        context = context or self.context()
        given = {self.main_output: "TEMPORARY_OUTPUT", **self.defaults, **parameters}
        outputs = self._outputs(given, context, feedback)
        assert feedback.errors == []
        return Outcome(outputs, feedback, context)

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

    def _outputs(self, parameters, context, feedback):
        raise NotImplementedError


class InMainThread(Algorithm):
    """As scripts, models and qgis_process run it."""

    def _outputs(self, parameters, context, feedback):
        from qgis import processing

        return processing.run(self.ID, parameters, context=context, feedback=feedback)


class InWorker(Algorithm):
    """As toolbox and dock run it: prepared here, run in a thread of QGIS's task manager."""

    def context(self):
        context = QgsProcessingContext()  # checks no geometries and knows no ellipsoid, unlike the toolbox's
        context.setProject(QgsProject.instance())
        return context

    def _outputs(self, parameters, context, feedback):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(self.ID)
        accepted, reason = algorithm.checkParameterValues(parameters, context)
        if not accepted:
            raise QgsProcessingException(reason)
        done = []
        task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
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
        if feedback.errors:
            raise QgsProcessingException("\n".join(dict.fromkeys(feedback.errors)))
        return {}


@pytest.fixture
def no_layer_tree(monkeypatch):
    """QGIS 3.40 and newer hand the layer tree on to C++, which refuses that of the stand-in for the desktop."""
    from processing.gui import Postprocessing

    monkeypatch.setattr(Postprocessing, "iface", None, raising=False)


@pytest.fixture
def map_not_drawn(qgis_iface, qtbot):
    """The map stays as it is: getting thousands of layers ready to be drawn takes QGIS itself a third of a second."""
    canvas = qgis_iface.mapCanvas()
    canvas.setRenderFlag(False)
    qtbot.wait(100)  # what an earlier test has asked for begins a moment later
    qtbot.waitUntil(lambda: not canvas.isDrawing(), timeout=60_000)
    yield
    canvas.setLayers([])
    canvas.setRenderFlag(True)


@pytest.fixture
def no_journals():
    """QGIS 3.22.4 keeps two files beside every GeoPackage that is open; newer ones only beside those being edited."""
    QgsSettings().setValue("qgis/walForSqlite3", False)
    yield
    QgsSettings().remove("qgis/walForSqlite3")


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
def ukrainian():
    """QGIS in Ukrainian, as far as our own texts are concerned."""
    before, translator = QLocale(), QTranslator()
    assert translator.load(str(FOLDER / "i18n" / "frontline_change_uk.qm"))
    QCoreApplication.installTranslator(translator)
    QLocale.setDefault(QLocale("uk_UA"))
    yield translator
    QLocale.setDefault(before)
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def cancelling_at():
    """Makes listeners that cancel a run of the main thread once it has come so many per cent far."""
    return lambda percent: Listener(lambda feedback, reached: feedback.cancel() if reached >= percent else None)


@pytest.fixture
def project(qgis_new_project):
    """The project, new."""
    return QgsProject.instance()


@pytest.fixture
def dock(qgis_iface, project, qtbot):
    """The dock, opened."""
    with opened_dock(qgis_iface, qtbot) as view:
        yield view


@pytest.fixture(scope="session")
def june(shared_data):
    """Parameters of sectorchange: the files of 2 June and 2 July 2025, and the regions."""
    daily = shared_data / "deepstate_daily"
    return {
        "BEFORE": str(daily / "deepstatemap_data_20250602.geojson"),
        "AFTER": str(daily / "deepstatemap_data_20250702.geojson"),
        "SECTORS": str(shared_data / "oblasts.gpkg"),
        "SECTOR_FIELD": "name",
    }


@pytest.fixture(scope="session")
def archive(shared_data):
    """Parameters of the algorithms of a series: all daily maps, and the regions."""
    return {"SNAPSHOTS": str(shared_data / "deepstate_daily.gpkg"), "SECTORS": str(shared_data / "oblasts.gpkg")}


@pytest.fixture
def runner(frontline, qgis_new_project, in_english):
    """Makes an algorithm that is run as a script does it, or as a task: `runner("task", "reach", "REACH")`."""
    made = []

    def make(mode, algorithm, *outputs):
        main, *others = outputs
        made.append({"script": InMainThread, "task": InWorker}[mode](f"frontline:{algorithm}", main))
        made[-1].defaults = dict.fromkeys(others, "TEMPORARY_OUTPUT")
        return made[-1]

    yield make
    made.clear()
    gc.collect()


def runs_of(algorithm, *outputs, mode="script"):
    """Return a fixture of an algorithm, run as a script does it, with these outputs made unless said otherwise."""

    @pytest.fixture
    def run(runner):
        return runner(mode, algorithm, *outputs)

    return run


sectorchange = runs_of("sectorchange", "CHANGE")
sectorchange_task = runs_of("sectorchange", "CHANGE", mode="task")
changeseries = runs_of("changeseries", "SERIES")
preparesnapshots = runs_of("preparesnapshots", "SNAPSHOTS", "LOG")
advancearrows = runs_of("advancearrows", "ARROWS")
projection = runs_of("projection", "PROJECTION")
capturedate = runs_of("capturedate", "CAPTURE", "SUMMARY")
placestatus = runs_of("placestatus", "STATUS", "LOG")
animation = runs_of("animation", "FRAMES")
transects = runs_of("transects", "TRANSECTS", "SUMMARY", "READINGS")
createsectors = runs_of("createsectors", "SECTORS")
reach = runs_of("reach", "REACH", "PROFILE", "STRIP")
extractfront = runs_of("extractfront", "FRONT", "LENGTHS")
axisadvance = runs_of("axisadvance", "ADVANCE", "POSITIONS", "BOXES")
classtransition = runs_of("classtransition", "TRANSITIONS", "MATRIX", "GROUND")
controlfromlines = runs_of("controlfromlines", "SNAPSHOTS", "LOG", "JOINS")


@pytest.fixture(scope="session")
def server():
    """A function that runs SQL on a PostgreSQL server with PostGIS; skips where there is none."""
    with running_server() as sql:
        yield sql
