# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock comes back as it was: a project's choices with the project, a person's habits with the profile."""

import json

import pytest
from dock_view import opened_dock
from frontline_change.ui.settings import PERSON_DEFAULTS, PREFIX, PersonSettings
from frontline_change.ui.setup.choices import AFTER, BEFORE, SECTORS
from frontline_change.ui.setup.modes import Mode
from layers import box
from qgis.core import QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, QSize, Qt, QTime

pytestmark = pytest.mark.usefixtures("frontline", "in_english")


def repr_of(value):
    return repr(value)[:20]


@pytest.fixture(autouse=True)
def no_habits():
    yield
    QgsSettings().remove(PREFIX.rstrip("/"))


def saved_map(folder, name, east):
    path = folder / f"{name}.geojson"
    ring = box(36, 48, east, 49)[9:-2]
    points = [[float(number) for number in point.split()] for point in ring.split(",")]
    geometry = f'{{"type": "Polygon", "coordinates": [{points}]}}'
    feature = f'{{"type": "Feature", "properties": {{"name": "{name}"}}, "geometry": {geometry}}}'
    path.write_text(f'{{"type": "FeatureCollection", "features": [{feature}]}}')
    return QgsVectorLayer(str(path), name, "ogr")


def is_settled(dock):
    return lambda: dock.measure_button.isEnabled() and not dock.contents.finder.is_searching


def test_a_project_brings_its_choices_back(project, qgis_iface, qtbot, tmp_path):
    easts = {"front_20250502": 36.9, "front_20250602": 37, "front_20250702": 37.1}
    layers = [saved_map(tmp_path, name, east) for name, east in easts.items()]
    corrected = QDateTime(QDate(2025, 5, 3), QTime(6, 0), Qt.TimeSpec.UTC)
    path = str(tmp_path / "project.qgz")
    with opened_dock(qgis_iface, qtbot) as dock:
        project.addMapLayers(layers)
        qtbot.waitUntil(is_settled(dock), timeout=60_000)
        dock.choose(BEFORE, layers[0])
        dock.choose(AFTER, layers[1])
        dock.dates[BEFORE].setText("2025-05-03 06:00")
        dock.choose_mode("pair")
        dock.options.widgets["POSITION_ERROR"].setValue(300)
        dock.choose(SECTORS, layers[2])
        assert project.write(path)
    project.clear()
    assert project.read(path)
    with opened_dock(qgis_iface, qtbot) as dock:
        qtbot.waitUntil(is_settled(dock), timeout=60_000)
        chosen = dock.setup.setup()
        assert {role: one.name() for role, one in chosen.layers.items()} == {
            BEFORE: "front_20250502",
            AFTER: "front_20250602",
            SECTORS: "front_20250702",
        }
        assert chosen.dates[BEFORE] == corrected
        assert chosen.options == {"POSITION_ERROR": 300}
        assert chosen.mode == Mode("pair")


def test_a_project_that_is_only_looked_at_stays_as_it_was(project, qgis_iface, qtbot, tmp_path):
    layers = [saved_map(tmp_path, name, east) for name, east in (("front_20250602", 37), ("front_20250702", 37.1))]
    project.addMapLayers(layers)
    project.write(str(tmp_path / "project.qgz"))
    with opened_dock(qgis_iface, qtbot) as dock:
        qtbot.waitUntil(is_settled(dock), timeout=60_000)
    assert not project.isDirty()


def test_units_tab_and_unfolded_options_come_back_in_any_project(project, qgis_iface, qtbot):
    with opened_dock(qgis_iface, qtbot) as dock:
        dock.table.set_units("sqmi", "mi")
        dock.tabs.setCurrentIndex(1)
        dock.more_button.setChecked(True)
    with opened_dock(qgis_iface, qtbot, habits=True) as dock:
        assert (dock.table.units().area, dock.table.units().length) == ("sqmi", "mi")
        assert dock.tabs.currentIndex() == 1
        assert dock.more_button.isChecked()


WRONG = {
    "a list": [1, ["a"]],
    "a dict": {"x": {"y": 1}},
    "a text": "wide",
    "a huge text": "9" * 100_000,
    "a number beyond all": 10**400,
    "no number": float("nan"),
    "infinity": float("inf"),
    "nothing": None,
    "a truth": True,
}


@pytest.mark.parametrize("kind", WRONG)
def test_wrong_values_in_a_project_give_defaults_and_leave_the_others(project, qgis_iface, qtbot, kind):
    wrong = WRONG[kind]
    names = ("POSITION_ERROR", "CLASSES", "SOURCE", "EDGE_TOLERANCE", "DATE_FIELD", "THEATRE", "SECTOR_FIELD", "STARTS")
    stored = {
        "options": {**dict.fromkeys(names, wrong), "NOISE_WIDTH": 650, "CORRELATION_LENGTH": 4000.5},
        "dates": {"a": wrong, "b": "2025-06-02T00:00:00Z"},
        "layers": {"BEFORE": wrong, "x": "y", "AFTER": "none"},
        "sector_field": wrong,
        "measure": "pair",
        "period": "",
    }
    project.writeEntry("frontline_change", "setup", json.dumps(stored))
    with opened_dock(qgis_iface, qtbot) as dock:
        assert dock.setup.setup().options == {"NOISE_WIDTH": 650, "CORRELATION_LENGTH": 4000.5}
        assert dock.setup.setup().mode == Mode("pair")


@pytest.mark.parametrize("key", ["setup", "history"])
@pytest.mark.parametrize("entry", [["a", "b"], 17, 1.5, True, "[" * 9000, "\0", "x" * 1_000_000], ids=repr_of)
def test_entries_of_another_kind_in_a_project_do_no_harm(project, qgis_iface, qtbot, key, entry):
    write = project.writeEntryDouble if isinstance(entry, float) else project.writeEntry
    write("frontline_change", key, entry)
    with opened_dock(qgis_iface, qtbot) as dock:
        dock.contents.presenter.history.load(project)
        assert dock.setup.setup().options == {}
        assert dock.contents.presenter.history.runs() == []


@pytest.mark.parametrize("kind", WRONG)
def test_runs_with_wrong_parameters_are_shown_with_the_others(project, qgis_iface, qtbot, kind):
    names = ("BEFORE", "LAYERS", "CLASSES", "NOISE_WIDTH")
    run = {
        "when": "soon",
        "algorithm": "frontline:none",
        "headline": "one",
        "parameters": dict.fromkeys(names, WRONG[kind]),
    }
    stored = [run, {**run, "when": WRONG[kind], "headline": WRONG[kind]}, WRONG[kind], {**run, "headline": "two"}]
    project.writeEntry("frontline_change", "history", json.dumps(stored))
    with opened_dock(qgis_iface, qtbot) as dock:
        history = dock.contents.presenter.history
        history.load(project)
        assert [one.headline for one in history.runs()][:1] == ["one"]
        assert history.runs()[-1].headline == "two"
        tree = dock.results.history.tree
        assert tree.topLevelItemCount() == len(history.runs())
        for run in history.runs():
            assert run.live_parameters(project) is not None
            assert run.missing_layers(project) == []


HABITS = [
    [1, 2],
    {"a": 1},
    b"\xff\x00",
    QByteArray(b"\x80"),
    "9" * 100_000,
    10**18,
    1.5,
    float("nan"),
    "[" * 9000,
    QSize(1, 2),
]


@pytest.mark.parametrize("stored", HABITS, ids=repr_of)
@pytest.mark.parametrize(("kept", "value"), [("tab", "table"), ("area_unit", "sqmi")])
def test_wrong_habits_in_the_profile_give_defaults_and_leave_the_others(
    project, qgis_iface, qtbot, kept, value, stored
):
    for name in PERSON_DEFAULTS:
        QgsSettings().setValue(PREFIX + name, stored)
    PersonSettings().set(kept, value)
    with opened_dock(qgis_iface, qtbot, habits=True) as dock:
        assert dock.tabs.currentIndex() == (1 if kept == "tab" else 0)
        assert dock.table.units().area == ("sqmi" if kept == "area_unit" else "km2")
        assert dock.table.units().length == "km"
        assert not dock.more_button.isChecked()
