# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of results: rounding, sorting and copying. The same file of tests holds under Qt 5 and Qt 6."""

import ast
from pathlib import Path

import pytest
from frontline_change.formatting import exact, rounded
from frontline_change.ui import results
from frontline_change.ui.results.columns import columns_for
from frontline_change.ui.results.model import ResultsModel
from frontline_change.ui.results.table import ResultsTable
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qt_instants import utc

FIELDS = ["sector", "date_after", "gained_km2", "net_km2", "advance_max_km", "places_gained", "note"]
QT_ONLY = (
    *("columns", "model", "table", "filter_bar", "copies", "saving"),
    *("cards", "column_layout", "chart", "chart_bars", "chart_picture", "chart_print", "chart_labels", "chart_scale"),
)

pytestmark = pytest.mark.usefixtures("in_english")


def row(sector, gained, net, advance, places=0):
    values = (sector, utc(2025, 7, 2), gained, net, advance, places, "as drawn")
    return dict(zip(FIELDS, values))


ROWS = [
    row("Sumy", 85.34, 85.34, 7.66),
    row("donetsk", 399.5001, 398.0, 12.61, 3),
    row("Kharkiv", 9.97, -10.24, None),
    row("Cherkasy", 0.0, 0.0, None),
    row("Odesa", float("nan"), None, float("inf")),
]


@pytest.fixture
def model():
    model = ResultsModel()
    model.set_rows(columns_for(FIELDS), ROWS)
    return model


@pytest.fixture
def table(qtbot):
    table = ResultsTable()
    qtbot.addWidget(table)
    table.show_rows(columns_for(FIELDS), ROWS)
    return table


def shown(model, field):
    column = FIELDS.index(field)
    return [model.index(n, column).data() for n in range(model.rowCount())]


def test_only_qt_is_imported_so_that_qt_6_can_be_tried():
    for name in QT_ONLY:
        path = Path(results.__file__).with_name(f"{name}.py")
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level == 0}
        assert {name for name in names if name.startswith("qgis")} <= {
            "qgis.PyQt.QtCore",
            "qgis.PyQt.QtGui",
            "qgis.PyQt.QtSvg",
            "qgis.PyQt.QtWidgets",
        }


def test_units_stand_in_the_headings_and_not_in_the_cells(model):
    titles = [model.headerData(n, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) for n in range(len(FIELDS))]
    assert titles == [
        "Sector",
        "After\nUTC",
        "Gained\nkm²",
        "Net\nkm²",
        "Advance\ndeepest\nkm",
        "Places gained",
        "note",
    ]
    assert shown(model, "gained_km2")[0] == "85.3"


def test_values_are_rounded_for_reading(model):
    assert shown(model, "gained_km2") == ["85.3", "399.5", "10.0", "0", "–"]
    assert shown(model, "net_km2") == ["+85.3", "+398.0", "−10.2", "0", "–"]
    assert shown(model, "advance_max_km") == ["7.7", "12.6", "–", "–", "–"]
    assert shown(model, "places_gained") == ["0", "3", "0", "0", "0"]
    assert shown(model, "date_after")[0] == "2025-07-02"
    assert shown(model, "note")[0] == "as drawn"


def test_a_small_change_differs_from_none():
    (column,) = columns_for(["gained_km2"])
    assert column.text({"gained_km2": 0.004}) == "0.0"
    assert column.text({"gained_km2": 0.0}) == "0"


def test_a_time_of_day_is_shown_where_there_is_one():
    assert rounded(utc(2025, 5, 31, 20, 34), None) == "2025-05-31 20:34"


def test_hovering_reports_the_exact_value(model):
    tip = model.index(1, FIELDS.index("gained_km2")).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "399.5001 km²"


def test_numbers_stand_to_the_right_and_names_to_the_left(model):
    for field, side in (("gained_km2", Qt.AlignmentFlag.AlignRight), ("sector", Qt.AlignmentFlag.AlignLeft)):
        alignment = model.index(0, FIELDS.index(field)).data(Qt.ItemDataRole.TextAlignmentRole)
        assert int(alignment) & int(side)


@pytest.mark.parametrize(
    ("field", "order", "expected"),
    [
        ("gained_km2", Qt.SortOrder.AscendingOrder, ["Cherkasy", "Kharkiv", "Sumy", "donetsk", "Odesa"]),
        ("gained_km2", Qt.SortOrder.DescendingOrder, ["donetsk", "Sumy", "Kharkiv", "Cherkasy", "Odesa"]),
        ("net_km2", Qt.SortOrder.AscendingOrder, ["Kharkiv", "Cherkasy", "Sumy", "donetsk", "Odesa"]),
        ("sector", Qt.SortOrder.AscendingOrder, ["Cherkasy", "donetsk", "Kharkiv", "Odesa", "Sumy"]),
    ],
)
def test_sorting_is_numeric_and_leaves_no_readings_at_the_end(model, field, order, expected):
    model.sort(FIELDS.index(field), order)
    assert shown(model, "sector") == expected


def test_what_has_no_reading_is_last_whichever_way_depths_are_sorted(model):
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        model.sort(FIELDS.index("advance_max_km"), order)
        assert shown(model, "advance_max_km")[2:] == ["–"] * 3


def test_a_result_is_first_sorted_by_ground_gained(table):
    assert shown(table.model(), "sector")[0] == "donetsk"


def test_the_order_a_person_chose_outlasts_the_result(table):
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.show_rows(columns_for(FIELDS), ROWS)
    assert shown(table.model(), "sector")[0] == "Cherkasy"


def test_only_the_main_columns_are_shown_until_others_are_chosen(table):
    note, gained = FIELDS.index("note"), FIELDS.index("gained_km2")
    assert table.isColumnHidden(note)
    assert not table.isColumnHidden(gained)
    menu = table.columns_menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "note").setChecked(True)
    next(action for action in menu.actions() if action.text() == "Gained (km²)").setChecked(False)
    table.show_rows(columns_for(FIELDS), ROWS)
    assert not table.isColumnHidden(note)
    assert table.isColumnHidden(gained)


def test_copying_gives_exact_values_under_headings_in_the_order_shown(table):
    table.copy_all()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Sector\tGained (km²)\tNet (km²)\tAdvance, deepest (km)"
    assert lines[1] == "donetsk\t399.5001\t398\t12.61"
    assert lines[3] == "Kharkiv\t9.97\t-10.24\t"
    assert lines[5] == "Odesa\t\t\t"
    assert len(lines) == 6


def test_the_copy_key_takes_the_selected_rows(qtbot, table):
    table.show()
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[1:] == ["Sumy\t85.34\t85.34\t7.66"]


def test_copies_use_the_decimal_sign_of_the_reader():
    QLocale.setDefault(QLocale("uk_UA"))
    assert exact(399.5001) == "399,5001"
    assert exact(1234567.0) == "1234567"
    assert exact(-0.0000001) == "0"


def test_line_breaks_and_tabs_in_names_do_not_break_the_copied_table():
    assert exact("Novo\tSelo\nsouth") == "Novo Selo south"


def test_a_chosen_row_is_reported_whole_from_a_sorted_table(qtbot, table):
    with qtbot.waitSignal(table.row_chosen) as blocker:
        table.clicked.emit(table.model().index(0, 0))
    assert blocker.args[0]["sector"] == "donetsk"
    assert blocker.args[0]["note"] == "as drawn"


def test_the_return_key_chooses_a_row(qtbot, table):
    table.selectRow(1)
    with qtbot.waitSignal(table.row_chosen) as blocker:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert blocker.args[0]["sector"] == "Sumy"


def test_the_tab_key_leaves_the_table(table):
    assert not table.tabKeyNavigation()
