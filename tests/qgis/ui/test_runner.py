# SPDX-License-Identifier: GPL-2.0-or-later
"""The runner: results, failures and cancelling of background runs; what is removed meanwhile does no harm."""

import gc
import time

import pytest
from frontline_change.ui import algorithm_runner
from frontline_change.ui.algorithm_runner import AlgorithmRunner
from heartbeat import Stopwatch
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingProvider,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)


class Slow(QgsProcessingAlgorithm):
    """Counts features, waiting before and between; says what it does."""

    def name(self):
        return "slow"

    displayName = name

    def createInstance(self):
        return type(self)()

    def initAlgorithm(self, configuration=None):
        self.addParameter(
            QgsProcessingParameterFeatureSource("INPUT", "Input", [QgsProcessing.SourceType.TypeVectorPolygon])
        )
        self.addParameter(QgsProcessingParameterNumber("STEPS", "Steps of 10 ms", defaultValue=5))
        self.addOutput(QgsProcessingOutputNumber("COUNT", "Count"))

    def prepareAlgorithm(self, parameters, context, feedback):
        self.source = QgsVectorLayerFeatureSource(self.parameterAsVectorLayer(parameters, "INPUT", context))
        return True

    def processAlgorithm(self, parameters, context, feedback):
        steps = self.parameterAsInt(parameters, "STEPS", context)
        feedback.pushWarning("the layer looks odd")
        for step in range(steps):
            if feedback.isCanceled():
                return {}
            time.sleep(0.01)
            feedback.setProgress(100 * (step + 1) / steps)
        return {"COUNT": sum(1 for _ in self.source.getFeatures())}


class Refuses(Slow):
    def name(self):
        return "refuses"

    def processAlgorithm(self, parameters, context, feedback):
        raise QgsProcessingException("“maps” has no date; set one")


class RefusesEarly(Slow):
    def name(self):
        return "refusesearly"

    def prepareAlgorithm(self, parameters, context, feedback):
        raise QgsProcessingException("nothing to prepare")


class Breaks(Slow):
    def name(self):
        return "breaks"

    def processAlgorithm(self, parameters, context, feedback):
        return {}["a fault"]


class Unable(Slow):
    def name(self):
        return "unable"

    def canExecute(self):
        return False, "a library is missing"


class Provider(QgsProcessingProvider):
    def id(self):
        return "trial"

    def name(self):
        return "Trial"

    def loadAlgorithms(self):
        for algorithm in (Slow, Refuses, RefusesEarly, Breaks, Unable):
            self.addAlgorithm(algorithm())


@pytest.fixture(autouse=True)
def provider(qgis_processing):
    provider = Provider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def layer(project):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "squares", "memory")
    features = []
    for west in range(3):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({west} 0,{west} 1,{west + 1} 1,{west + 1} 0,{west} 0))"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def runner():
    runner = AlgorithmRunner()
    yield runner
    runner.close()


def run(qtbot, runner, algorithm, parameters, signal="finished"):
    with qtbot.waitSignal(getattr(runner, signal), timeout=60_000) as blocker:
        runner.start(algorithm, parameters, QgsProject.instance())
    return blocker.args[0] if blocker.args else None


def test_numbers_come_back(qtbot, runner, layer):
    assert run(qtbot, runner, "trial:slow", {"INPUT": layer})["COUNT"] == 3
    assert not runner.is_running


def test_several_in_a_row(qtbot, runner, layer):
    for _ in range(3):
        assert run(qtbot, runner, "trial:slow", {"INPUT": layer, "STEPS": 1})["COUNT"] == 3


def test_temporary_layers_come_back_as_layers_outside_the_project(qtbot, runner, layer, project):
    outputs = run(qtbot, runner, "native:centroids", {"INPUT": layer, "OUTPUT": "TEMPORARY_OUTPUT"})
    assert isinstance(outputs["OUTPUT"], QgsVectorLayer)
    assert outputs["OUTPUT"].featureCount() == 3
    assert outputs["OUTPUT"].id() not in project.mapLayers()


def test_layers_in_files_come_back_as_layers(qtbot, runner, layer, tmp_path):
    path = str(tmp_path / "points.gpkg")
    outputs = run(qtbot, runner, "native:centroids", {"INPUT": layer, "OUTPUT": path})
    assert outputs["OUTPUT"].source().startswith(path)
    assert outputs["OUTPUT"].featureCount() == 3


def test_progress_and_messages_are_reported(qtbot, runner, layer):
    percents, messages = [], []
    runner.progressed.connect(percents.append)
    runner.messaged.connect(lambda level, text: messages.append((level, text)))
    run(qtbot, runner, "trial:slow", {"INPUT": layer})
    assert percents == sorted(percents)
    assert percents[-1] == pytest.approx(100)
    assert messages == [(Qgis.MessageLevel.Warning, "the layer looks odd")]


def test_what_an_algorithm_states_is_in_the_log_under_our_name(qtbot, runner, layer):
    logged = []
    log = QgsApplication.messageLog()
    receive = lambda text, tag, level: logged.append((text, tag))  # noqa: E731
    log.messageReceived.connect(receive)
    run(qtbot, runner, "trial:refuses", {"INPUT": layer}, "failed")
    qtbot.waitUntil(lambda: ("“maps” has no date; set one", "Frontline Change") in logged, timeout=60_000)
    log.messageReceived.disconnect(receive)


@pytest.mark.parametrize(
    ("algorithm", "reason"),
    [
        ("trial:refuses", "“maps” has no date; set one"),
        ("trial:refusesearly", "nothing to prepare"),
        ("trial:breaks", "KeyError"),
        ("trial:unable", "a library is missing"),
        ("trial:unknown", "trial:unknown"),
    ],
)
def test_failures_give_their_reason(qtbot, runner, layer, algorithm, reason):
    assert reason in run(qtbot, runner, algorithm, {"INPUT": layer}, "failed")
    assert not runner.is_running


def test_parameters_are_checked_before_anything_starts(qtbot, runner, layer):
    failures = []
    runner.failed.connect(failures.append)
    assert not runner.start("trial:slow", {}, QgsProject.instance())
    assert "INPUT" in failures[0]
    assert QgsApplication.taskManager().count() == 0


def test_only_one_run_at_a_time(qtbot, runner, layer):
    assert runner.start("trial:slow", {"INPUT": layer, "STEPS": 20}, QgsProject.instance())
    assert not runner.start("trial:slow", {"INPUT": layer}, QgsProject.instance())
    with qtbot.waitSignal(runner.finished, timeout=60_000):
        pass


def test_cancel_answers_within_a_second(qtbot, runner, layer):
    runner.start("trial:slow", {"INPUT": layer, "STEPS": 10_000}, QgsProject.instance())
    qtbot.wait(100)
    with (
        Stopwatch() as watch,
        qtbot.assertNotEmitted(runner.finished),
        qtbot.waitSignal(runner.cancelled, timeout=60_000),
    ):
        runner.cancel()
    assert watch.took_s < 1
    assert run(qtbot, runner, "trial:slow", {"INPUT": layer})["COUNT"] == 3


def test_cancelled_from_the_task_manager(qtbot, runner, layer):
    runner.start("trial:slow", {"INPUT": layer, "STEPS": 10_000}, QgsProject.instance())
    qtbot.wait(50)
    with qtbot.waitSignal(runner.cancelled, timeout=60_000):
        QgsApplication.taskManager().cancelAll()


def test_a_layer_removed_during_the_run_is_still_measured(qtbot, runner, layer, project):
    runner.start("trial:slow", {"INPUT": layer, "STEPS": 30}, project)
    with qtbot.waitSignal(runner.finished, timeout=60_000) as blocker:
        project.removeMapLayer(layer.id())
        gc.collect()
    assert blocker.args[0]["COUNT"] == 3


def test_a_project_cleared_during_the_run_does_no_harm(qtbot, runner, layer, project):
    runner.start("trial:slow", {"INPUT": layer, "STEPS": 30}, project)
    with qtbot.waitSignal(runner.finished, timeout=60_000) as blocker:
        project.clear()
    assert blocker.args[0]["COUNT"] == 3


def test_closing_during_a_run_stops_it_and_states_nothing(qtbot, layer):
    runner = AlgorithmRunner()
    received = []
    for signal in (runner.finished, runner.failed, runner.cancelled):
        signal.connect(lambda *arguments: received.append(arguments))
    runner.start("trial:slow", {"INPUT": layer, "STEPS": 10_000}, QgsProject.instance())
    qtbot.wait(50)
    with Stopwatch() as watch:
        runner.close()
    assert watch.took_s < algorithm_runner.GOODBYE_SECONDS
    runner.deleteLater()
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=60_000)
    qtbot.wait(50)
    assert received == []


def test_closing_before_the_thread_has_started(qtbot, layer):
    runner = AlgorithmRunner()
    runner.start("trial:slow", {"INPUT": layer, "STEPS": 10_000}, QgsProject.instance())
    runner.close()
    del runner
    gc.collect()
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=60_000)
