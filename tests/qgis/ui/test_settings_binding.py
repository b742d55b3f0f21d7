# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock comes back as it was: a project's choices with the project, a person's habits with the profile."""

import pytest
from dock_view import opened_dock
from frontline_change.ui.settings import PREFIX
from frontline_change.ui.setup.choices import AFTER, BEFORE, SECTORS
from frontline_change.ui.setup.modes import Mode
from layers import box
from qgis.core import QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

pytestmark = pytest.mark.usefixtures("frontline", "in_english")


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
