# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock with maps of two sides: it asks which ground is the side's before it measures. And the calendar's offer."""

import json
import threading

import pytest
from dock_view import opened_dock
from frontline_change.processing.inputs.map_values import MapValues
from frontline_change.ui.settings import PREFIX
from frontline_change.ui.setup import values_finder
from frontline_change.ui.setup.choices import AFTER, BEFORE, SECTORS
from layers import box, box_km2, layer
from qgis.core import QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt

pytestmark = pytest.mark.usefixtures("frontline", "in_english")

HELD, OTHER = "held", "other"


@pytest.fixture(autouse=True)
def no_habits():
    yield
    QgsSettings().remove(PREFIX.rstrip("/"))


def saved_map(folder, name, *sides):
    """A GeoJSON file with a box for each side: (side, west, east), all from 48 to 49 degrees north."""
    features = []
    for side, west, east in sides:
        ring = [[west, 48], [east, 48], [east, 49], [west, 49], [west, 48]]
        geometry = {"type": "Polygon", "coordinates": [ring]}
        fill = {"RSF": "#d62728", "SAF": "#1f77b4"}.get(side)
        properties = {"side": side} if side else {}
        properties |= {"fill": fill} if fill else {}
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    path = folder / f"{name}.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return QgsVectorLayer(str(path), name, "ogr")


def two_sided(folder, name, front):
    """RSF holds the ground from 36 degrees east to the front, SAF that from there to 38."""
    return saved_map(folder, name, ("RSF", 36, front), ("SAF", front, 38))


@pytest.fixture
def sides(dock, project, qtbot, tmp_path):
    """Two maps a month apart; RSF has moved on from 37 to 37.1 degrees east. The dock has asked."""
    layers = [two_sided(tmp_path, f"front_{day}", front) for day, front in (("20250602", 37), ("20250702", 37.1))]
    project.addMapLayers(layers)
    wait_for_the_question(dock, qtbot)
    return layers


def wait_for_the_question(dock, qtbot):
    qtbot.waitUntil(lambda: dock.setup.values.isVisible(), timeout=60_000)


def is_settled(dock):
    """Whether nothing is looked for any more."""
    return not (dock.contents.finder.is_searching or dock.contents.values_finder.is_searching)


def answer(dock, **classes):
    """Choose the class of each value."""
    for value, key in classes.items():
        box_of_value = dock.setup.values.boxes[value]
        box_of_value.setCurrentIndex(box_of_value.findData(key))


GAINED_KM2 = box_km2(37, 48, 37.1, 49)


def net_km2(dock):
    (row,) = [row for row in dock.table_rows if row["sector"] == "all"]
    return row["net_km2"]


def test_nothing_is_measured_before_the_question_is_answered(dock, sides, qtbot):
    assert not dock.measure_button.isEnabled()
    assert "Choose a class for each value" in dock.plan.text()
    dock.measure_button.click()
    dock.presenter.measure()
    assert not dock.runner.is_running
    answer(dock, SAF=OTHER)
    assert not dock.measure_button.isEnabled()
    answer(dock, RSF=HELD)
    assert dock.measure_button.isEnabled()
    assert "Held ground is “RSF”." in dock.plan.text()


def test_areas_are_those_of_the_later_map(dock, sides):
    areas = {one.value: one.area_km2 for one in dock.setup.values.found.values}
    assert areas["RSF"] == pytest.approx(box_km2(36, 48, 37.1, 49), rel=1e-4)
    assert areas["SAF"] == pytest.approx(box_km2(37.1, 48, 38, 49), rel=1e-4)
    assert {one.value: one.colour for one in dock.setup.values.found.values} == {"RSF": "#d62728", "SAF": "#1f77b4"}


@pytest.mark.parametrize("side, sign", [("RSF", 1), ("SAF", -1)])
def test_the_answer_is_measured_and_recorded(dock, sides, project, qtbot, side, sign):
    answer(dock, **{side: HELD})
    dock.measure(qtbot)
    assert net_km2(dock) == pytest.approx(sign * GAINED_KM2, rel=1e-4)
    (run,) = dock.presenter.history.runs()
    assert run.parameters["HELD_VALUES"] == side
    assert run.parameters["CLASS_FIELD"] == "side"
    assert dock.setup.values.isVisible()


def test_a_series_of_several_layers_is_prepared_with_the_answer(dock, sides, qtbot):
    answer(dock, RSF=HELD)
    dock.choose_mode("series", "snapshot")
    dock.measure(qtbot)
    assert net_km2(dock) == pytest.approx(GAINED_KM2, rel=1e-4)


def test_a_layer_of_many_dates_is_measured_with_the_answer(dock, project, qtbot):
    days = (("2025-06-02", 37), ("2025-07-02", 37.1))
    drawn = [(day, side, box(*ends)) for day, east in days for side, ends in halves(east)]
    rows = [(day, side) for day, side, _ in drawn]
    project.addMapLayer(layer("fronts", *(shape for *_, shape in drawn), fields="date:date,side:string", rows=rows))
    wait_for_the_question(dock, qtbot)
    answer(dock, SAF=HELD)
    for mode in (("series", "snapshot"), ("capture",)):
        dock.choose_mode(*mode)
        dock.measure(qtbot)
        (run,) = dock.presenter.history.runs()[:1]
        assert run.parameters["HELD_VALUES"] == "SAF"
    dock.choose_mode("pair")
    dock.measure(qtbot)
    assert net_km2(dock) == pytest.approx(-GAINED_KM2, rel=1e-4)


def halves(front):
    """The ground of each side, as boxes (west, south, east, north)."""
    return ("RSF", (36, 48, front, 49)), ("SAF", (front, 48, 38, 49))


def test_another_answer_is_another_question(dock, sides, qtbot):
    answer(dock, RSF=HELD)
    dock.measure(qtbot)
    assert not dock.stale.isVisible()
    answer(dock, RSF=OTHER, SAF=HELD)
    assert dock.stale.isVisible()


@pytest.mark.parametrize("is_at_once", [True, False])
def test_maps_that_only_together_show_two_sides_are_asked_about_after_the_run(
    dock, project, qtbot, tmp_path, is_at_once
):
    """Each alone might be of two districts; but what the one gains the other loses."""
    layers = []
    for day, front in (("20250602", 37), ("20250702", 37.1)):
        saved_map(tmp_path, f"front_{day}", ("Alpha", 36, front), ("Beta", front, 38))
        path = tmp_path / f"front_{day}.geojson"
        path.write_text(path.read_text().replace('"side"', '"name"'))
        layers.append(QgsVectorLayer(str(path), path.stem, "ogr"))
    project.addMapLayers(layers)
    qtbot.waitUntil(lambda: dock.measure_button.isEnabled(), timeout=60_000)
    if not is_at_once:
        qtbot.waitUntil(lambda: is_settled(dock), timeout=60_000)
    assert not dock.setup.values.isVisible()
    dock.measure(qtbot, "failed")
    wait_for_the_question(dock, qtbot)
    assert not dock.measure_button.isEnabled()
    answer(dock, Alpha=HELD)
    dock.measure(qtbot)
    assert net_km2(dock) == pytest.approx(GAINED_KM2, rel=1e-4)


def test_sectors_along_the_front_are_made_with_the_answer(dock, sides, project, qtbot):
    land = layer("land", box(36, 48, 38, 49))
    project.addMapLayer(land)
    answer(dock, RSF=HELD)
    dock.options.widgets["THEATRE"].setLayer(land)
    with qtbot.waitSignal(dock.runner.finished, timeout=60_000):
        dock.setup.sectors.construct_wanted.emit("front")
    assert dock.layers[SECTORS].currentLayer().featureCount() > 1


def test_maps_of_one_kind_are_not_asked_about(dock, project, qtbot, tmp_path):
    layers = [saved_map(tmp_path, f"front_{day}", ("", 36, east)) for day, east in (("20250602", 37), ("20250702", 38))]
    project.addMapLayers(layers)
    qtbot.waitUntil(lambda: is_settled(dock), timeout=60_000)
    assert not dock.setup.values.isVisible()
    assert dock.measure_button.isEnabled()


def test_the_question_goes_with_its_maps(dock, sides, project, qtbot):
    project.removeMapLayers([one.id() for one in sides])
    qtbot.waitUntil(lambda: not dock.setup.values.isVisible(), timeout=60_000)


def test_the_keyboard_reaches_each_class_between_mode_and_sectors(dock, sides):
    chain, widget = [], dock.modes
    while widget not in chain:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    boxes = list(dock.setup.values.boxes.values())
    positions = [chain.index(one) for one in (dock.modes, *boxes, dock.layers[SECTORS])]
    assert positions == sorted(positions)
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in boxes)


def test_the_answer_comes_back_with_the_project(project, qgis_iface, qtbot, tmp_path):
    path = str(tmp_path / "project.qgz")
    with opened_dock(qgis_iface, qtbot) as dock:
        fronts = {"front_20250602": 37, "front_20250702": 37.1}
        project.addMapLayers([two_sided(tmp_path, name, front) for name, front in fronts.items()])
        wait_for_the_question(dock, qtbot)
        answer(dock, RSF=HELD, SAF=OTHER)
        assert project.write(path)
    project.clear()
    assert project.read(path)
    with opened_dock(qgis_iface, qtbot) as dock:  # without the habits of the person
        wait_for_the_question(dock, qtbot)
        assert dock.setup.values.classes() == {"RSF": HELD, "SAF": OTHER}
        assert dock.setup.setup().layers[BEFORE].name() == "front_20250602"
        assert dock.measure_button.isEnabled()


def test_an_earlier_answer_is_proposed_in_another_project(project, qgis_iface, qtbot, tmp_path):
    for name, front in {"front_20250602": 37, "front_20250702": 37.1}.items():
        two_sided(tmp_path, name, front)
    paths = sorted(tmp_path.glob("*.geojson"))

    def open_maps():
        project.clear()
        project.addMapLayers([QgsVectorLayer(str(path), path.stem, "ogr") for path in paths])

    with opened_dock(qgis_iface, qtbot) as dock:
        open_maps()
        wait_for_the_question(dock, qtbot)
        answer(dock, SAF=HELD, RSF=OTHER)
    with opened_dock(qgis_iface, qtbot, habits=True) as dock:
        open_maps()
        wait_for_the_question(dock, qtbot)
        assert dock.setup.values.classes() == {"SAF": HELD, "RSF": OTHER}


# The publisher's calendar


@pytest.fixture
def daily(dock, project, qtbot, tmp_path):
    """Daily files named as DeepState's archive names them; each day the front moves on by a tenth of a degree."""
    days = ("20250530", "20250531", "20250601", "20250602", "20250603")
    layers = [
        saved_map(tmp_path, f"deepstatemap_data_{day}", ("", 36, 37 + number / 10)) for number, day in enumerate(days)
    ]
    project.addMapLayers(layers)
    qtbot.waitUntil(lambda: dock.measure_button.isEnabled(), timeout=60_000)
    qtbot.waitUntil(lambda: not dock.contents.finder.is_searching, timeout=60_000)
    dock.choose(BEFORE, layers[0])
    dock.choose(AFTER, layers[-1])
    return layers


def test_maps_that_are_dated_late_are_offered_a_shift_for_periods_by_the_calendar(dock, daily):
    calendar = dock.setup.calendar
    assert not calendar.isVisible()
    dock.choose_mode("series", "month")
    assert calendar.isVisible()
    assert calendar.sentence.text() == "These maps (DeepState, daily archive) are dated one day late."
    assert calendar.shift.text() == "Publisher's calendar: shift period ends by one day"
    assert not calendar.shift.isChecked()
    assert "OFFSET_DAYS" not in dock.presenter.setup.job().parameters
    calendar.shift.setChecked(True)
    assert dock.presenter.setup.job().parameters["OFFSET_DAYS"] == 1
    dock.choose_mode("series", "snapshot")
    assert not calendar.isVisible()
    assert "OFFSET_DAYS" not in dock.presenter.setup.job().parameters


def test_the_shift_is_measured(dock, daily, qtbot):
    """May ends at midnight, with the map dated 1 June, or with that of 2 June, which shows the ground a day before."""
    for is_shifted, east in ((False, 37.2), (True, 37.3)):
        dock.choose_mode("series", "month")
        dock.setup.calendar.shift.setChecked(is_shifted)
        dock.measure(qtbot)
        assert dock.table_rows[0]["net_km2"] == pytest.approx(box_km2(37, 48, east, 49), rel=1e-4)


def test_ends_that_begin_a_month_move_with_the_calendar_and_back(dock, daily, qtbot):
    dock.choose(BEFORE, daily[2])  # 1 June
    dock.choose_mode("series", "month")
    qtbot.mouseClick(dock.setup.calendar.shift, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert dock.layers[BEFORE].currentLayer() is daily[3]
    assert dock.layers[AFTER].currentLayer() is daily[4], "3 June begins no month"
    assert "Period ends are shifted by one day" in dock.plan.text()
    qtbot.mouseClick(dock.setup.calendar.shift, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert dock.layers[BEFORE].currentLayer() is daily[2]
    assert "shifted" not in dock.plan.text()


def test_an_offset_among_the_options_takes_the_offer_away(dock, daily):
    dock.choose_mode("series", "week")
    assert dock.setup.calendar.isVisible()
    dock.options.widgets["OFFSET_DAYS"].setValue(0.5)
    assert not dock.setup.calendar.isVisible()
    assert dock.presenter.setup.job().parameters["OFFSET_DAYS"] == 0.5


def test_the_tick_comes_back_with_the_project(dock, daily, project, tmp_path):
    dock.choose_mode("series", "month")
    dock.setup.calendar.shift.setChecked(True)
    assert project.write(str(tmp_path / "project.qgz"))
    dock.setup.calendar.shift.blockSignals(True)  # as if never saved
    dock.setup.calendar.shift.setChecked(False)
    dock.setup.calendar.shift.blockSignals(False)
    assert project.read(str(tmp_path / "project.qgz"))
    assert dock.setup.calendar.shift.isChecked()


def test_the_tick_does_not_come_into_another_project(dock, daily, project):
    dock.choose_mode("series", "month")
    dock.setup.calendar.shift.setChecked(True)
    project.clear()
    assert not dock.setup.calendar.shift.isChecked()


def test_maps_of_others_are_offered_nothing(dock, sides):
    dock.choose_mode("series", "month")
    assert not dock.setup.calendar.isVisible()


def test_the_dock_can_be_closed_while_it_looks_for_sides(project, qgis_iface, qtbot, tmp_path, monkeypatch):
    begun, stopped = threading.Event(), threading.Event()

    def read_long(_layer, _how, cancelled, _given):
        begun.set()
        while not cancelled():
            stopped.wait(0.01)
        stopped.set()
        return MapValues()

    monkeypatch.setattr(values_finder, "values_to_ask", read_long)
    with opened_dock(qgis_iface, qtbot):
        project.addMapLayers([two_sided(tmp_path, "front_20250602", 37), two_sided(tmp_path, "front_20250702", 37.1)])
        qtbot.waitUntil(begun.is_set, timeout=60_000)
    assert stopped.is_set()
