# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of maps: what it says, correcting a date in UTC, copying, thousands of rows."""

import time

import pytest
from frontline_change.ui.setup.date_field import DateField
from frontline_change.ui.setup.found_list import DATE, LAYER, FoundList
from frontline_change.ui.setup.found_maps import FoundMap
from heartbeat import Stopwatch
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qt_instants import utc


def one(layer_id, instant, many=False, **more):
    return FoundMap(layer_id, f"layer {layer_id}", instant, "deepstate", ("held", "contested"), False, many, **more)


MAPS = [one("a", utc(2025, 5, 31, 20, 34, 42)), one("b", utc(2025, 6, 30)), one("c", utc(2025, 7, 1), many=True)]


@pytest.fixture
def found(qgis_app, qtbot):
    shown = FoundList()
    qtbot.addWidget(shown)
    shown.resize(500, 200)
    shown.show()
    shown.show_maps(MAPS)
    return shown


def texts(found):
    model = found.view.model()
    return [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]


def edit(found, row):
    found.view.edit(found.view.model().index(row, DATE))
    return found.view.findChild(DateField)


def test_what_it_shows(found):
    assert texts(found) == [
        ["2025-05-31 20:34", "DeepState, full map", "held, contested", "layer a"],
        ["2025-06-30", "DeepState, full map", "held, contested", "layer b"],
        ["2025-07-01", "DeepState, full map", "held, contested", "layer c"],
    ]


def test_a_date_is_corrected_in_utc_whatever_the_zone_of_the_machine(found, qtbot, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        editor = edit(found, 0)
        assert editor.text() == "2025-05-31 20:34:42"
        editor.selectAll()
        QTest.keyClicks(editor, "2025-06-01 01:30")
        with qtbot.waitSignal(found.corrected) as received:
            QTest.keyClick(editor, Qt.Key.Key_Return)
    finally:
        monkeypatch.undo()
        time.tzset()
    layer_id, instant = received.args
    assert layer_id == "a"
    assert instant == utc(2025, 6, 1, 1, 30)


@pytest.mark.parametrize("year", [1, 33, 999, 1582, 1752, 1914, 9999])
def test_looking_at_a_date_of_any_year_corrects_nothing(found, qtbot, year):
    found.show_maps([one("a", utc(year, 1, 1))])
    editor = edit(found, 0)
    assert editor.text() == f"{year:04d}-01-01"
    with qtbot.assertNotEmitted(found.corrected):
        QTest.keyClick(editor, Qt.Key.Key_Return)


def test_looking_at_a_date_corrects_nothing(found, qtbot):
    with qtbot.assertNotEmitted(found.corrected):
        QTest.keyClick(edit(found, 0), Qt.Key.Key_Return)  # 20:34:42, of which the list does not show the seconds


def test_only_the_date_of_a_layer_with_one_map_can_be_edited(found):
    model = found.view.model()

    def editable(row, column):
        return bool(model.flags(model.index(row, column)) & Qt.ItemFlag.ItemIsEditable)

    assert [editable(row, DATE) for row in range(3)] == [True, True, False]
    assert not editable(0, LAYER)


def test_delete_takes_a_correction_back(found, qtbot):
    found.show_maps([one("a", utc(2025, 6, 2), corrected=True), *MAPS[1:]])
    found.view.setCurrentIndex(found.view.model().index(1, DATE))
    with qtbot.assertNotEmitted(found.corrected):
        QTest.keyClick(found.view, Qt.Key.Key_Delete)
    found.view.setCurrentIndex(found.view.model().index(0, DATE))
    with qtbot.waitSignal(found.corrected) as received:
        QTest.keyClick(found.view, Qt.Key.Key_Delete)
    assert received.args == ["a", None]


def test_rows_are_copied_as_a_table(found):
    found.view.selectRow(1)
    QTest.keyClick(found.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == (
        "Date (UTC)\tSource\tClasses\tLayer\n2025-06-30\tDeepState, full map\theld, contested\tlayer b"
    )


def test_the_row_stays_where_its_map_goes(found):
    found.view.setCurrentIndex(found.view.model().index(1, DATE))
    found.show_maps([one("z", utc(2024, 1, 1)), *MAPS])
    assert found.view.currentIndex().row() == 2


def test_the_row_stays_where_its_date_is_corrected(found):
    found.view.setCurrentIndex(found.view.model().index(0, DATE))
    found.show_maps([MAPS[1], MAPS[2], one("a", utc(2025, 8, 1), corrected=True)])
    assert found.view.currentIndex().row() == 2


def test_the_same_maps_again_leave_an_open_editor_alone(found):
    editor = edit(found, 0)
    found.show_maps(list(MAPS))
    assert editor is not None
    assert found.view.findChild(DateField) is editor


@pytest.mark.parametrize("width", [320, 460, 900])
def test_all_columns_are_seen(found, width):
    found.resize(width, 200)
    view = found.view
    assert sum(view.columnWidth(column) for column in range(4)) <= view.viewport().width() + 1
    assert all(view.columnWidth(column) > 20 for column in range(4))
    assert view.columnWidth(DATE) > view.fontMetrics().horizontalAdvance("2025-05-31 20:34")


def test_widths_that_a_person_has_set_stay(found):
    found.resize(460, 200)
    found.view.setColumnWidth(LAYER - 1, 133)
    found.resize(700, 200)
    assert found.view.columnWidth(LAYER - 1) == 133


def test_five_thousand_maps_are_shown_at_once(found):
    maps = [one(str(number), utc(2010, 1, 1).addDays(number)) for number in range(5000)]
    with Stopwatch() as watch:
        found.show_maps(maps)
        found.grab()
    assert watch.took_s < 0.25
    assert found.view.model().rowCount() == 5000
