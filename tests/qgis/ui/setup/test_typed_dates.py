# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates that a person types or pastes in the dock: what is measured is what stands there, and nothing else."""

import gc

import pytest
from frontline_change.core.maps.dates import DateError, to_instant
from frontline_change.formatting import utc_text
from frontline_change.processing.conversion import instant_of
from frontline_change.processing.inputs.spans import SINCE
from frontline_change.ui.setup.choices import BEFORE, MAPS
from frontline_change.ui.setup.date_field import DateField
from frontline_change.ui.setup.found_list import DATE
from instants import utc
from layers import box, layer
from qgis.PyQt.QtCore import QDate, QDateTime, QPoint, Qt, QTime, QTimeZone
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

pytestmark = pytest.mark.usefixtures("frontline", "in_english")

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def undated(dock, project, qtbot):
    """A map without a date and one of 2 July 2025, chosen as before and after."""
    maps = layer("front", box(36, 48, 37, 49)), layer("front_20250702", box(36, 48, 37.1, 49))
    return chosen(dock, project, qtbot, *maps)


@pytest.fixture
def dated(dock, project, qtbot):
    """A map of 2 June and one of 2 July 2025."""
    maps = layer("front_20250602", box(36, 48, 37, 49)), layer("front_20250702", box(36, 48, 37.1, 49))
    return chosen(dock, project, qtbot, *maps)


def chosen(dock, project, qtbot, *maps):
    project.addMapLayers(maps)
    qtbot.waitUntil(lambda: bool(dock.maps.found) and not dock.contents.finder.is_searching, timeout=60_000)
    for role, one in zip(MAPS, maps):
        dock.choose(role, one)
    dock.dock.activateWindow()
    return maps


def go_to(field):
    """Click into a field, as a person does, and select what is there."""
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(5, field.height() // 2))
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)


def by_keys(field, text):
    go_to(field)
    QTest.keyClicks(field, text)


def by_paste(field, text):
    go_to(field)
    QApplication.clipboard().setText(text)
    QTest.keyClick(field, Qt.Key.Key_V, CONTROL)


WAYS = pytest.mark.parametrize("enter", [by_keys, by_paste], ids=["typed", "pasted"])


def measured_from(dock, qtbot):
    """Measure; return the date that the result says it was measured from."""
    dock.measure(qtbot)
    return instant_of(dock.table_rows[0]["date_before"])


# The maps


@WAYS
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return, None], ids=["tab", "enter", "at_once"])
def test_what_is_typed_for_an_undated_map_is_its_date(dock, undated, qtbot, enter, key):
    field = dock.dates[BEFORE]
    enter(field, "2025-06-02")
    if key is not None:
        QTest.keyClick(field, key)
    assert field.text() == "2025-06-02"
    assert dock.measure_button.isEnabled()
    assert "from 2 June 2025 to 2 July 2025 (30 days)" in dock.plan.text()
    assert measured_from(dock, qtbot) == utc(2025, 6, 2)
    assert "From 2 June 2025 to 2 July 2025" in dock.headline.text()
    assert field.text() == "2025-06-02"


def test_an_undated_map_stays_undated_when_its_field_is_only_visited(dock, undated, qtbot):
    field = dock.dates[BEFORE]
    go_to(field)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab):
        QTest.keyClick(field, key)
    assert field.text() == ""
    assert not dock.measure_button.isEnabled()
    assert "No date was found for “front”" in dock.plan.text()


@WAYS
def test_a_time_is_kept_where_one_is_given(dock, undated, qtbot, enter):
    enter(dock.dates[BEFORE], "2025-06-02 18:30")
    QTest.keyClick(dock.dates[BEFORE], Qt.Key.Key_Tab)
    assert dock.dates[BEFORE].text() == "2025-06-02 18:30"
    assert measured_from(dock, qtbot) == utc(2025, 6, 2, 18, 30)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2025-06-02T00:00:00Z", "2025-06-02"),
        ("  2025-06-02\n", "2025-06-02"),
        ("2025-06-02T18:30:05+03:00", "2025-06-02 15:30:05"),
        ("20250602", "2025-06-02"),
        ("2 June 2025", "2025-06-02"),
    ],
)
def test_other_ways_to_write_a_date_are_shown_as_they_were_read(dock, undated, qtbot, text, shown):
    by_paste(dock.dates[BEFORE], text)
    assert dock.measure_button.isEnabled()
    QTest.keyClick(dock.dates[BEFORE], Qt.Key.Key_Return)
    assert dock.dates[BEFORE].text() == shown
    assert measured_from(dock, qtbot) == to_instant(text)


@WAYS
@pytest.mark.parametrize("text", ["2025-06-31", "2025-06", "03/04/2025", "soon", "2025-06-02 25:00"])
def test_what_is_no_date_is_not_measured_and_it_is_reported_what_is_expected(dock, undated, dated, qtbot, enter, text):
    for maps in (undated, dated):
        dock.choose(BEFORE, maps[0])
        field = dock.dates[BEFORE]
        enter(field, text)
        for key in (None, Qt.Key.Key_Return, Qt.Key.Key_Tab):
            if key is not None:
                QTest.keyClick(field, key)
            assert field.text() == text
            assert not dock.measure_button.isEnabled()
            assert f"“{text}”" in dock.plan.text()
            assert "YYYY-MM-DD" in dock.plan.text()
        assert dock.presenter.setup.job() is None


def test_layers_that_come_leave_a_date_half_typed_alone(dock, undated, project, qtbot):
    by_keys(dock.dates[BEFORE], "2025-06-")
    project.addMapLayer(layer("front_20250802", box(36, 48, 37.2, 49)))
    qtbot.waitUntil(lambda: len(dock.maps.found) == 2 and not dock.contents.finder.is_searching, timeout=60_000)
    assert dock.dates[BEFORE].text() == "2025-06-"
    QTest.keyClicks(dock.dates[BEFORE], "02")
    assert measured_from(dock, qtbot) == utc(2025, 6, 2)


def test_an_emptied_field_is_no_date(dock, dated, qtbot):
    go_to(dock.dates[BEFORE])
    QTest.keyClick(dock.dates[BEFORE], Qt.Key.Key_Delete)
    QTest.keyClick(dock.dates[BEFORE], Qt.Key.Key_Tab)
    assert dock.dates[BEFORE].text() == ""
    assert not dock.measure_button.isEnabled()
    assert "No date was found" in dock.plan.text()


def test_typing_over_a_date_that_was_found_corrects_it(dock, dated, qtbot):
    assert dock.dates[BEFORE].text() == "2025-06-02"
    by_keys(dock.dates[BEFORE], "2025-06-12")
    qtbot.waitUntil(lambda: not dock.contents.finder.is_searching, timeout=60_000)
    assert dock.dates[BEFORE].text() == "2025-06-12"
    assert measured_from(dock, qtbot) == utc(2025, 6, 12)


def test_writing_the_date_that_was_found_in_another_way_corrects_nothing(dock, dated, qtbot):
    by_keys(dock.dates[BEFORE], "20250602")
    assert dock.dates[BEFORE].text() == "20250602"  # while it is being typed
    assert dock.state(BEFORE) == "found"
    QTest.keyClick(dock.dates[BEFORE], Qt.Key.Key_Tab)
    assert dock.dates[BEFORE].text() == "2025-06-02"
    assert dock.presenter.setup.corrected == {}


def test_ctrl_enter_in_the_field_measures_what_stands_in_it(dock, undated, qtbot):
    by_keys(dock.dates[BEFORE], "2025-06-02")
    with qtbot.waitSignal(dock.presenter.results.shown, timeout=60_000):
        QTest.keyClick(dock.dates[BEFORE], Qt.Key.Key_Return, CONTROL)
    assert instant_of(dock.table_rows[0]["date_before"]) == utc(2025, 6, 2)


# The span


@pytest.fixture
def months(dock, project, qtbot):
    """Three maps, a month from each other."""
    maps = [layer(f"front_2025{month}01", box(36, 48, 37 + int(month) / 100, 49)) for month in ("04", "05", "06")]
    project.addMapLayers(maps)
    qtbot.waitUntil(lambda: len(dock.maps.found) == 3 and dock.measure_button.isEnabled(), timeout=60_000)
    qtbot.waitUntil(lambda: not dock.contents.finder.is_searching, timeout=60_000)
    dock.dock.activateWindow()
    return maps


def choose_since(dock):
    dock.maps.presets.setCurrentIndex(dock.maps.presets.findData(SINCE))
    dock.maps.presets.activated.emit(dock.maps.presets.currentIndex())


@WAYS
def test_a_span_begins_on_the_day_that_is_typed(dock, months, qtbot, enter):
    choose_since(dock)
    assert dock.maps.since.text() == ""
    assert not dock.measure_button.isEnabled()
    assert "YYYY-MM-DD" in dock.plan.text()
    enter(dock.maps.since, "2025-04-20")
    assert dock.measure_button.isEnabled()
    assert [dock.dates[role].text() for role in MAPS] == ["2025-04-01", "2025-06-01"]
    enter(dock.maps.since, "2025-05-0")
    assert not dock.measure_button.isEnabled()
    assert "“2025-05-0”" in dock.plan.text()
    QTest.keyClicks(dock.maps.since, "1")
    assert [dock.dates[role].text() for role in MAPS] == ["2025-05-01", "2025-06-01"]
    assert measured_from(dock, qtbot) == utc(2025, 5, 1)


def test_another_choice_replaces_a_span_without_its_day(dock, months):
    choose_since(dock)
    assert not dock.measure_button.isEnabled()
    dock.choose(BEFORE, months[0])
    assert not dock.maps.since.isVisible()
    assert dock.measure_button.isEnabled()


# The list


def edit_first(dock, qtbot):
    """Open the date of the first map in the list, with F2."""
    view = dock.maps.list.view
    dock.maps.fold.setChecked(True)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, DATE))
    QTest.keyClick(view, Qt.Key.Key_F2)
    gc.collect()
    return view.findChild(DateField)


@WAYS
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_date_typed_in_the_list_is_the_date_of_its_map(dock, dated, qtbot, enter, key):
    field = edit_first(dock, qtbot)
    assert field.text() == "2025-06-02"
    enter(field, "2025-06-12")
    QTest.keyClick(field, key)
    qtbot.waitUntil(lambda: dock.dates[BEFORE].text() == "2025-06-12", timeout=60_000)
    qtbot.waitUntil(lambda: not dock.contents.finder.is_searching, timeout=60_000)
    assert dock.maps.found[0].corrected
    assert measured_from(dock, qtbot) == utc(2025, 6, 12)


def test_what_is_no_date_in_the_list_is_not_measured(dock, dated, qtbot):
    field = edit_first(dock, qtbot)
    by_keys(field, "2025-06-31")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab):
        QTest.keyClick(field, key)
        qtbot.wait(10)
        assert dock.maps.list.view.findChild(DateField) is field
        assert "“2025-06-31”" in dock.plan.text() and "YYYY-MM-DD" in dock.plan.text()
        assert not dock.measure_button.isEnabled()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(dock.measure_button.isEnabled, timeout=60_000)
    assert measured_from(dock, qtbot) == utc(2025, 6, 2)


def test_measure_takes_the_date_that_is_still_being_typed_in_the_list(dock, dated, qtbot):
    by_keys(edit_first(dock, qtbot), "2025-06-12")
    assert measured_from(dock, qtbot) == utc(2025, 6, 12)
    assert dock.maps.list.view.findChild(DateField) is None


def test_an_emptied_date_in_the_list_takes_the_correction_back(dock, dated, qtbot):
    field = edit_first(dock, qtbot)
    by_keys(field, "2025-06-12")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dock.maps.found[0].corrected and not dock.contents.finder.is_searching, timeout=60_000)
    field = edit_first(dock, qtbot)
    go_to(field)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dock.maps.found[0].corrected, timeout=60_000)
    assert dock.dates[BEFORE].text() == "2025-06-02"


# Periods of one's own


def test_first_days_that_cannot_be_read_are_not_measured(dock, months):
    dock.choose_mode("series", "custom")
    starts = dock.options.widgets["STARTS"]
    dock.more_button.setChecked(True)
    by_keys(starts, "2025-04-01, 2025-05-32")
    assert not dock.measure_button.isEnabled()
    assert "“2025-05-32”" in dock.plan.text() and "YYYY-MM-DD" in dock.plan.text()
    by_keys(starts, "2025-04-01, 2025-05-01")
    assert dock.measure_button.isEnabled()


# The rules are those of the maps themselves


@pytest.mark.parametrize(
    "text",
    ["0001-01-01", "0044-03-15", "0999-12-31", "1812-06-24", "1941-06-22 03:15", "1990-01-01", "9999-12-31",
     "10000-01-01", "2025-06-31", "06/02/2025", "30.06.2025"],
)  # fmt: skip
def test_a_field_reads_dates_as_maps_are_read(qtbot, text):
    field = DateField("date")
    qtbot.addWidget(field)
    QTest.keyClicks(field, text)
    try:
        expected = to_instant(text)
    except DateError:
        assert field.value() is None
        assert field.problem()
        return
    assert instant_of(field.value()) == expected
    assert field.problem() == ""


@pytest.mark.parametrize(
    "text",
    [
        "0001-01-01",
        "0044-03-15",
        "0999-12-31",
        "1000-01-01",
        "1812-06-24",
        "1941-06-22 03:15",
        "1989-12-31",
        "9999-12-31",
    ],
)
def test_no_year_becomes_another(qtbot, text):
    field = DateField("date")
    qtbot.addWidget(field)
    QTest.keyClicks(field, text)
    assert field.value() is None if field.problem() else utc_text(field.value(), "millisecond") == text


@pytest.mark.parametrize(
    ("shown", "instant"),
    [
        ("0044-03-15", (44, 3, 15)),
        ("2025-06-02", (2025, 6, 2)),
        ("2025-06-02 00:00:30", (2025, 6, 2, 0, 0, 30)),
        ("2025-06-02 18:00", (2025, 6, 2, 18)),
        ("2025-06-02 18:00:00.250", (2025, 6, 2, 18, 0, 0, 250)),
    ],
)
def test_a_date_is_shown_in_full_and_no_time_that_is_not_there(shown, instant):
    year, month, day, *clock = instant
    date = QDateTime(QDate(year, month, day), QTime(*clock, *[0] * (2 - len(clock))), QTimeZone(b"UTC"))
    assert utc_text(date, "millisecond") == shown
