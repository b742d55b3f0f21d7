# SPDX-License-Identifier: GPL-2.0-or-later
"""A result outlives its project: kept in a GeoPackage by a button of the dock, or measured again by another."""

import errno
import json
import os

import pytest
from dock_view import RUN_MS, opened_dock
from frontline_change.processing.result_marks import METHOD_PROPERTY
from frontline_change.ui.layer_group import OUTPUT_PROPERTY, RESULT_PROPERTY, RUN_PROPERTY
from layers import box, layer
from qgis.core import QgsApplication, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox

pytestmark = pytest.mark.usefixtures("frontline", "in_english")

MONTHS = ("2025-03-01", "2025-04-01", "2025-05-01", "2025-06-01")
EASTS = (37.0, 37.1, 37.3, 37.4)


@pytest.fixture
def maps(dock, project, qtbot, tmp_path):
    """A layer a month and two sectors, in files, so that a project can be opened again."""
    for month, east in zip(MONTHS, EASTS):
        add(project, tmp_path / f"front {month}.geojson", [({}, box(36, 48, east, 49))])
    shapes = {"North": box(35, 48.5, 38, 50), "South": box(35, 47, 38, 48.5)}
    add(project, tmp_path / "regions.geojson", [({"name": name}, shape) for name, shape in shapes.items()])
    settle(dock, qtbot)


def add(project, path, features):
    """Write polygons to a file and add it as a layer."""
    written = [
        {"type": "Feature", "properties": properties, "geometry": json.loads(as_json(wkt))}
        for properties, wkt in features
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": written}))
    project.addMapLayer(QgsVectorLayer(str(path), path.stem, "ogr"))


def as_json(wkt):
    (feature,) = layer("shape", wkt).getFeatures()
    return feature.geometry().asJson()


def settle(dock, qtbot):
    qtbot.waitUntil(lambda: dock.measure_button.isEnabled() and not dock.contents.finder.is_searching, timeout=60_000)


def outputs(project):
    """The result layers by their output."""
    layers = [one for one in project.mapLayers().values() if one.customProperty(OUTPUT_PROPERTY)]
    return {one.customProperty(OUTPUT_PROPERTY): one for one in layers}


def result_groups(project):
    """The groups of results; the base map is another group."""
    return [group for group in project.layerTreeRoot().findGroups() if group.customProperty(RUN_PROPERTY)]


def tree(project):
    """What the layer panel shows: names and ticks from top to bottom."""
    root = project.layerTreeRoot()
    nodes = [*root.findGroups(), *root.findLayers()]
    return [(node.name(), node.itemVisibilityChecked()) for node in nodes]


def press_keep(dock, qtbot, path, replace=None):
    """Press the button, type a path into the file dialog and accept; `replace` answers its question."""

    def answer():
        question = QApplication.activeModalWidget()
        assert isinstance(question, QMessageBox)
        question.button(getattr(QMessageBox.StandardButton, replace)).click()

    def fill_in():
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible())
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
        if replace:
            QTimer.singleShot(300, answer)
        dialog.accept()
        if replace == "No":
            dialog.reject()

    QTimer.singleShot(300, fill_in)
    dock.results.keep_button.click()


def keep(dock, qtbot, path, **options):
    press_keep(dock, qtbot, path, **options)
    qtbot.waitUntil(lambda: "Kept in" in dock.results.keeping.text(), timeout=RUN_MS)


def save_and_reopen(dock, project, qtbot, path):
    assert project.write(str(path))
    project.clear()
    assert project.read(str(path))
    qtbot.waitUntil(lambda: not dock.contents.finder.is_searching, timeout=60_000)
    qtbot.wait(500)


def aliases(layer):
    """The headings of a layer's fields; the numbering of a GeoPackage has none."""
    return {field.name(): field.alias() for field in layer.fields() if field.name() != "fid"}


def measure_series(dock, qtbot):
    dock.presenter.setup.preset_chosen("whole", None)
    dock.choose_mode("series", "month")
    dock.measure(qtbot)


@pytest.mark.parametrize("mode", ["pair", "series"])
def test_a_kept_result_is_there_when_the_project_is_opened_again(dock, maps, project, qtbot, tmp_path, mode):
    dock.dock.parent().resize(500, 700)  # too small for the whole summary
    if mode == "pair":
        dock.measure(qtbot)
    else:
        measure_series(dock, qtbot)
    before = outputs(project)
    ids = {name: one.id() for name, one in before.items()}
    rows = [dict(row) for row in dock.table_rows]
    shown, cards, headline = dock.shown("sector"), dock.cards.text(), dock.headline.text()
    renderers = {name: one.renderer().type() for name, one in before.items() if one.isSpatial()}
    headings = {name: aliases(one) for name, one in before.items()}
    panel = tree(project)
    keep(dock, qtbot, tmp_path / "kept.gpkg")
    assert not dock.results.keep_button.isEnabled()
    assert {name: one.id() for name, one in outputs(project).items()} == ids
    assert tree(project) == panel
    assert all(one.source().startswith(str(tmp_path / "kept.gpkg")) for one in outputs(project).values())

    save_and_reopen(dock, project, qtbot, tmp_path / "project.qgz")
    after = outputs(project)
    assert {name: one.id() for name, one in after.items()} == ids
    assert tree(project) == panel
    assert {name: one.renderer().type() for name, one in after.items() if one.isSpatial()} == renderers
    assert {name: one.fields().indexOf("fid") for name, one in after.items()} == dict.fromkeys(after, 0)
    assert {name: aliases(one) for name, one in after.items()} == headings
    assert after["GAINED"].temporalProperties().isActive()
    assert after["GAINED"].featureCount() > 0
    assert dock.headline.text() == headline
    assert dock.cards.text() == cards
    assert dock.shown("sector") == shown
    assert [row["net_km2"] for row in dock.table_rows] == [row["net_km2"] for row in rows]
    assert dock.tabs.isTabEnabled(2) == (mode == "series")
    assert "Kept in kept.gpkg" in dock.results.keeping.text()
    assert dock.headline.parent().parent().parent().verticalScrollBar().value() == 0
    assert len(dock.presenter.history.runs()) == 1  # opening a project is no run


def test_the_file_has_styles_and_method_cards_for_other_projects(dock, maps, project, qtbot, tmp_path):
    dock.measure(qtbot)
    card = outputs(project)["GAINED"].customProperty(METHOD_PROPERTY)
    keep(dock, qtbot, tmp_path / "kept")  # without an ending
    project.clear()
    loaded = QgsVectorLayer(f"{tmp_path / 'kept.gpkg'}|layername=gained", "elsewhere", "ogr")
    assert loaded.metadata().history() == [card]
    assert loaded.renderer().type() == "categorizedSymbol"
    assert [one.name for one in tmp_path.iterdir() if "part" in one.name] == []


def test_a_kept_result_stays_when_the_same_is_measured_again(dock, maps, project, qtbot, tmp_path):
    dock.measure(qtbot)
    keep(dock, qtbot, tmp_path / "kept.gpkg")
    dock.measure(qtbot)
    assert len(result_groups(project)) == 2
    assert dock.results.keep_button.isEnabled()


def test_the_file_of_a_layer_of_the_project_is_not_replaced(dock, maps, project, qtbot, tmp_path):
    dock.measure(qtbot)
    keep(dock, qtbot, tmp_path / "kept.gpkg")
    content = (tmp_path / "kept.gpkg").stat().st_mtime_ns
    dock.measure(qtbot)
    press_keep(dock, qtbot, tmp_path / "kept.gpkg", replace="Yes")
    assert "kept.gpkg is open as the layer" in dock.results.keeping.text()
    assert (tmp_path / "kept.gpkg").stat().st_mtime_ns == content
    assert dock.results.keep_button.isEnabled()


@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_another_file_is_replaced_if_the_person_agrees(dock, maps, project, qtbot, tmp_path, answer):
    path = tmp_path / "notes.gpkg"
    path.write_text("notes")
    dock.measure(qtbot)
    if answer == "Yes":
        keep(dock, qtbot, path, replace=answer)
        assert QgsVectorLayer(f"{path}|layername=change", "", "ogr").featureCount() == 3
    else:
        press_keep(dock, qtbot, path, replace=answer)
        assert path.read_text() == "notes"
        assert dock.results.keep_button.isEnabled()


def test_a_layer_that_is_edited_is_named(dock, maps, project, qtbot, tmp_path):
    dock.measure(qtbot)
    outputs(project)["GAINED"].startEditing()
    press_keep(dock, qtbot, tmp_path / "kept.gpkg")
    assert "is being edited" in dock.results.keeping.text()
    assert not (tmp_path / "kept.gpkg").exists()
    outputs(project)["GAINED"].rollBack()


def test_a_layer_with_a_filter_is_named(dock, maps, project, qtbot, tmp_path):
    dock.measure(qtbot)
    outputs(project)["GAINED"].setSubsetString('"part" = 1')
    press_keep(dock, qtbot, tmp_path / "kept.gpkg")
    assert "has a filter" in dock.results.keeping.text()
    assert not (tmp_path / "kept.gpkg").exists()


def test_a_full_disk_is_reported_and_leaves_nothing(dock, maps, project, qtbot, tmp_path, monkeypatch):
    def full(_source, _target):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("frontline_change.ui.results.keeping.moves.replace", full)
    dock.measure(qtbot)
    press_keep(dock, qtbot, tmp_path / "kept.gpkg")
    qtbot.waitUntil(lambda: "The disk is full" in dock.results.keeping.text(), timeout=RUN_MS)
    assert [one.name for one in tmp_path.iterdir() if "kept" in one.name] == []
    assert all(one.providerType() == "memory" for one in outputs(project).values())
    assert dock.results.keep_button.isEnabled()


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="for root no folder is closed")
def test_a_folder_that_is_closed_is_named(dock, maps, project, qtbot, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    dock.measure(qtbot)
    press_keep(dock, qtbot, closed / "kept.gpkg")
    assert "You may not write to the folder" in dock.results.keeping.text()


def test_a_folder_that_does_not_exist_is_named(dock, maps, project, qtbot, tmp_path):
    dock.measure(qtbot)
    dock.results.keep_wanted.emit(str(tmp_path / "none" / "kept.gpkg"))
    assert "does not exist" in dock.results.keeping.text()
    assert all(one.providerType() == "memory" for one in outputs(project).values())


def test_closing_the_project_stops_the_keeping(dock, maps, project, qtbot, tmp_path):
    dock.measure(qtbot)
    dock.results.keep_wanted.emit(str(tmp_path / "kept.gpkg"))
    project.clear()
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=RUN_MS)
    qtbot.wait(200)
    assert list(tmp_path.glob("*.part*")) == list(tmp_path.glob(".*part*")) == []


@pytest.mark.parametrize("mode", ["pair", "series"])
def test_a_result_that_was_not_kept_is_measured_again_by_a_button(dock, maps, project, qtbot, tmp_path, mode):
    if mode == "pair":
        dock.measure(qtbot)
    else:
        measure_series(dock, qtbot)
    headline, rows = dock.headline.text(), [row["net_km2"] for row in dock.table_rows]
    save_and_reopen(dock, project, qtbot, tmp_path / "project.qgz")
    assert outputs(project)["GAINED"].featureCount() == 0
    assert headline in dock.empty.text()
    assert "was not kept" in dock.empty.text()
    assert dock.results.again_button.isVisible()
    assert not dock.results.empty_sample.isVisible()
    with qtbot.waitSignal(dock.presenter.results.shown, timeout=RUN_MS):
        dock.results.again_button.click()
    assert dock.headline.text() == headline
    assert [row["net_km2"] for row in dock.table_rows] == rows
    assert len(result_groups(project)) == 1  # the empty layers are gone
    assert outputs(project)["GAINED"].featureCount() > 0


def test_a_missing_input_is_named_when_a_result_is_measured_again(dock, maps, project, qtbot, tmp_path):
    dock.measure(qtbot)
    (regions,) = project.mapLayersByName("regions")
    project.removeMapLayer(regions.id())
    (tmp_path / "regions.geojson").unlink()
    save_and_reopen(dock, project, qtbot, tmp_path / "project.qgz")
    dock.results.again_button.click()
    assert not dock.runner.is_running
    assert "regions" in dock.problem.text()


def test_a_file_that_has_gone_is_reported(dock, maps, project, qtbot, tmp_path):
    dock.measure(qtbot)
    keep(dock, qtbot, tmp_path / "kept.gpkg")
    assert project.write(str(tmp_path / "project.qgz"))
    project.clear()
    (tmp_path / "kept.gpkg").unlink()
    project.read(str(tmp_path / "project.qgz"))
    qtbot.waitUntil(lambda: "cannot be read" in dock.empty.text(), timeout=RUN_MS)
    assert dock.results.again_button.isVisible()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda record: "no JSON",
        lambda record: json.dumps([record]),
        lambda record: json.dumps({**record, "parameters": "none"}),
        lambda record: json.dumps({**record, "algorithm": "frontline:other"}),
        lambda record: json.dumps({**record, "algorithm": "frontline:changeseries", "parameters": {"PERIOD": "era"}}),
    ],
)
def test_a_record_that_cannot_be_read_is_left_out(dock, maps, project, qtbot, tmp_path, spoil):
    dock.measure(qtbot)
    (group,) = result_groups(project)
    group.setCustomProperty(RESULT_PROPERTY, spoil(json.loads(group.customProperty(RESULT_PROPERTY))))
    save_and_reopen(dock, project, qtbot, tmp_path / "project.qgz")
    assert "Nothing measured yet" in dock.empty.text()
    assert not dock.results.again_button.isVisible()


def test_a_method_card_that_cannot_be_read_leaves_the_rest(dock, maps, project, qtbot, tmp_path):
    dock.measure(qtbot)
    headline = dock.headline.text()
    keep(dock, qtbot, tmp_path / "kept.gpkg")
    (group,) = result_groups(project)
    record = json.loads(group.customProperty(RESULT_PROPERTY))
    record["outputs"]["METHOD"] = 5
    group.setCustomProperty(RESULT_PROPERTY, json.dumps(record))
    save_and_reopen(dock, project, qtbot, tmp_path / "project.qgz")
    assert dock.headline.text() == headline


def test_a_dock_that_is_opened_after_the_project_shows_its_result(
    dock, maps, project, qtbot, tmp_path, qgis_iface, no_layer_tree
):
    dock.measure(qtbot)
    headline = dock.headline.text()
    dock.dock.shut_down()
    with opened_dock(qgis_iface, qtbot) as other:
        assert other.headline.text() == headline  # its temporary layers are still there
        assert other.results.keep_button.isEnabled()
