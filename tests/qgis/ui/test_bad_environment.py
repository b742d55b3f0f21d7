# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock in a bad environment: thousands of layers, no CRS, a read-only project, a full disk, layers that change."""

import resource
import shutil
import signal
import time
from contextlib import contextmanager

import pytest
from dock_view import opened_dock
from frontline_change.ui.history.record import History
from frontline_change.ui.layer_group import OUTPUT_PROPERTY
from frontline_change.ui.setup.choices import AFTER, BEFORE
from heartbeat import LONGEST_STALL_S, Heartbeat
from layers import box, layer
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QDate

RUN_MS = 60_000
MANY = 5000
ANSWER_S = 20

pytestmark = pytest.mark.usefixtures("frontline", "in_english")


@pytest.fixture
def pair(dock, project, qtbot):
    maps = layer("front_20250602", box(36, 48, 37, 49)), layer("front_20250702", box(36, 48, 37.1, 49))
    project.addMapLayers(maps)
    qtbot.waitUntil(dock.measure_button.isEnabled, timeout=60_000)
    return maps


def results(project):
    return {
        one.customProperty(OUTPUT_PROPERTY): one
        for one in project.mapLayers().values()
        if one.customProperty(OUTPUT_PROPERTY)
    }


# Thousands of layers


@pytest.fixture(params=["dated", "not dated"])
def crowded(project, map_not_drawn, request):
    """A project of thousands of layers; the two latest of the dated ones are the maps to measure."""
    first = QDate(2010, 1, 1)
    made = [
        layer(
            f"front {first.addDays(number).toString('yyyy-MM-dd')}" if request.param == "dated" else f"area {number}",
            box(36, 48, 37 + number * 1e-5, 49),
        )
        for number in range(MANY)
    ]
    project.addMapLayers(made, False)  # out of the tree, from which QGIS itself would take minutes to remove them
    return request.param


def test_the_dock_opens_among_thousands_of_layers_and_measures(crowded, qgis_iface, project, qtbot):
    begun = time.monotonic()
    with opened_dock(qgis_iface, qtbot) as dock, Heartbeat() as heart:
        opened_s = time.monotonic() - begun
        if crowded == "dated":
            qtbot.waitUntil(dock.measure_button.isEnabled, timeout=RUN_MS)
        else:
            qtbot.waitUntil(lambda: not dock.contents.finder.is_searching, timeout=RUN_MS)
            assert "Add two dated maps" in dock.plan.text()
            assert not dock.measure_button.isEnabled()
        answered_s = time.monotonic() - begun
        qtbot.waitUntil(lambda: not dock.contents.finder.is_searching, timeout=RUN_MS)
        qtbot.wait(500)
        print(f"{crowded}: opened {opened_s:.2f} s, answered {answered_s:.2f} s, stall {heart.longest_s:.3f} s")
        if crowded == "dated":
            dock.measure(qtbot)
            assert dock.shown("net_km2")[0].startswith("+")
        assert answered_s < ANSWER_S
        assert heart.longest_s < LONGEST_STALL_S


# A project that gives trouble


def test_a_project_without_crs(dock, pair, project, qtbot):
    project.setCrs(QgsCoordinateReferenceSystem())
    assert not project.crs().isValid()
    dock.measure(qtbot)
    assert dock.shown("net_km2")[0].startswith("+")
    assert not project.crs().isValid()
    dock.table.selectRow(0)
    qtbot.wait(50)


def test_layers_without_crs_are_refused_with_the_way_out(dock, project, qtbot):
    maps = layer("a_20250602", box(36, 48, 37, 49), crs=""), layer("b_20250702", box(36, 48, 37.1, 49), crs="")
    for one in maps:
        one.setCrs(QgsCoordinateReferenceSystem())
    project.addMapLayers(maps)
    qtbot.waitUntil(dock.measure_button.isEnabled, timeout=60_000)
    dock.measure(qtbot, "failed")
    assert "has no coordinate system" in dock.problem.text()
    assert "Set its CRS" in dock.problem.text()
    assert results(project) == {}


def test_a_project_that_cannot_be_written(dock, pair, project, qtbot, tmp_path):
    folder = tmp_path / "gone"
    folder.mkdir()
    assert project.write(str(folder / "project.qgs"))
    shutil.rmtree(folder)  # as good as read-only, also for the administrator
    dock.measure(qtbot)
    assert "CHANGE" in results(project)
    assert not project.write()
    dock.measure(qtbot)
    history = History()
    history.load(project)
    assert len(history.runs()) == 2
    assert not dock.problem.isVisible()


# A full disk


@contextmanager
def no_file_larger_than(size):
    """A disk that is full as soon as a file has this many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_full_disk_is_reported_and_nothing_half_written_is_shown(dock, pair, project, qtbot, tmp_path):
    path = tmp_path / "results.gpkg"
    dock.setup.options.file.setFilePath(str(path))
    with no_file_larger_than(30_000):
        dock.measure(qtbot, "failed")
    assert "The disk is full." in dock.problem.text()
    assert str(path) in dock.problem.text()
    assert results(project) == {}
    assert not path.exists()
    dock.measure(qtbot)  # there is space again
    assert path.exists()
    assert {"CHANGE", "GAINED"} <= set(results(project))
    assert not dock.problem.isVisible()


def test_a_folder_for_the_results_that_is_not_there(dock, pair, project, qtbot, tmp_path):
    dock.setup.options.file.setFilePath(str(tmp_path / "missing" / "results.gpkg"))
    dock.measure(qtbot, "failed")
    assert str(tmp_path / "missing") in dock.problem.text()
    assert results(project) == {}
    dock.setup.options.file.setFilePath("")
    dock.measure(qtbot)
    assert "CHANGE" in results(project)
    assert not dock.problem.isVisible()


# Layers that change while they are measured


def slow_start(dock, act):
    """Press Measure, and act at once: the run is prepared, its thread is at work."""
    dock.measure_button.click()
    assert dock.runner.is_running
    act()


def finished(dock, qtbot, act):
    with qtbot.waitSignal(dock.presenter.results.shown, timeout=RUN_MS):
        slow_start(dock, act)
    return dock.shown("net_km2")


@pytest.fixture
def expected(dock, pair, qtbot):
    dock.measure(qtbot)
    return dock.shown("net_km2")


def test_layers_renamed_while_running(dock, pair, qtbot, expected):
    def rename():
        for one in pair:
            one.setName("renamed")

    assert finished(dock, qtbot, rename) == expected


def test_layers_edited_while_running(dock, pair, qtbot, expected):
    def edit():
        assert pair[1].startEditing()
        feature = QgsFeature(pair[1].fields())
        feature.setGeometry(QgsGeometry.fromWkt(box(38, 48, 39, 49)))
        assert pair[1].addFeature(feature)
        assert pair[1].commitChanges()

    assert finished(dock, qtbot, edit) == expected
    dock.measure(qtbot)
    assert dock.shown("net_km2") != expected


def test_layers_turned_into_others_while_running(dock, pair, project, qtbot, expected, tmp_path):
    def turn():
        pair[1].setDataSource(str(tmp_path / "gone.gpkg"), "front_20250702", "ogr")
        assert not pair[1].isValid()

    assert finished(dock, qtbot, turn) == expected


def test_a_layer_that_became_invalid_is_named(dock, pair, project, qtbot, tmp_path):
    pair[1].setDataSource(str(tmp_path / "gone.gpkg"), "front_20250702", "ogr")
    if dock.measure_button.isEnabled():
        dock.measure(qtbot, "failed")
        assert "AFTER" in dock.problem.text()
    assert results(project) == {}


def test_a_layer_being_edited_stays_so(dock, pair, qtbot):
    assert pair[0].startEditing()
    pair[0].deleteFeature(next(pair[0].getFeatures()).id())
    dock.measure(qtbot)  # what is measured is what QGIS shows: a map on which nothing is held
    assert dock.shown("lost_km2")[0] in ("0", "0.0")
    assert pair[0].isEditable()
    assert pair[0].isModified()
    pair[0].rollBack()


# Files that are no maps


def test_files_that_are_no_maps_are_listed_and_stop_nothing(dock, project, qtbot, tmp_path):
    (tmp_path / "letter.docx").write_bytes(b"PK\x03\x04 not a map")
    (tmp_path / "broken.geojson").write_text('{"type": "FeatureColl')
    (tmp_path / "table.csv").write_text("a,b\n1,2\n")
    good = '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon",'
    good += '"coordinates":[[[36,48],[37,48],[37,49],[36,49],[36,48]]]}}]}'
    (tmp_path / "front_20250602.geojson").write_text(good)
    paths = [str(path) for path in sorted(tmp_path.iterdir())]
    with qtbot.waitSignal(dock.contents.map_import.loader.done, timeout=RUN_MS):
        dock.contents.map_import.load([*paths, str(tmp_path / "nowhere.gpkg")])
    qtbot.waitUntil(lambda: "front_20250602" in {one.name() for one in project.mapLayers().values()}, timeout=60_000)
    assert all(isinstance(one, QgsVectorLayer) and one.isValid() for one in project.mapLayers().values())
    texts = dock.maps.refused.text()
    assert dock.maps.refused.isVisible()
    for name in ("letter.docx", "broken.geojson", "nowhere.gpkg"):
        assert name in texts


def test_only_rubbish_leaves_the_project_as_it_was(dock, project, qtbot, tmp_path):
    (tmp_path / "letter.docx").write_bytes(b"\x00\x01")
    with qtbot.waitSignal(dock.contents.map_import.loader.done, timeout=RUN_MS):
        dock.contents.map_import.load([str(tmp_path / "letter.docx")])
    assert project.mapLayers() == {}
    assert "letter.docx" in dock.maps.refused.text()
    assert {role: combo.currentLayer() for role, combo in dock.layers.items() if role in (BEFORE, AFTER)} == {
        BEFORE: None,
        AFTER: None,
    }
