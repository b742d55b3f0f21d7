# SPDX-License-Identifier: GPL-2.0-or-later
"""Totals above the rows, periods against sectors, and rows without change hidden."""

import csv

import pytest
from frontline_change.core.geometry.partition import OUTSIDE as OUTSIDE_IN_CORE
from frontline_change.ui.results.columns import columns_for
from frontline_change.ui.results.filter_bar import FilterBar
from frontline_change.ui.results.model import FEATURE_ID, OUTSIDE
from frontline_change.ui.results.table import ResultsTable
from frontline_change.ui.results.totals import totals_of
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest

pytestmark = pytest.mark.usefixtures("in_english")

OF_SERIES = ("period", "sector", "gained_km2", "lost_km2", "net_km2", "advance_max_km")
SERIES = [
    ("2025-05", "Donetsk Oblast", 300.0, 2.0, 298.0, 5.5),
    ("2025-05", "Crimea", 0.0, 0.0, 0.0, None),
    ("2025-05", "Sumy Oblast", 40.5, 0.0, 40.5, 3.0),
    ("2025-05", OUTSIDE, 0.0, 0.0, 0.0, None),
    ("2025-06", "Donetsk Oblast", 399.5, 0.0, 399.5, 12.6),
    ("2025-06", "Crimea", 0.0, 0.0, 0.0, None),
    ("2025-06", "Sumy Oblast", 85.0, 0.5, 84.5, 4.0),
    ("2025-06", OUTSIDE, 1.0, 0.0, 1.0, None),
]
OF_PAIR = ("sector", "gained_km2", "gained_se_km2", "lost_km2", "net_km2", "net_se_km2", "advance_max_km")
PAIR = [
    (OUTSIDE, 500.0, 5.0, 0.0, 500.0, 5.0, None),
    ("Donetsk Oblast", 399.5, 25.7, 0.2, 399.3, 25.8, 12.6),
    ("Crimea", 0.0, 0.0, 0.0, 0.0, 0.0, None),
    ("Sumy Oblast", 85.3, 9.6, 0.0, 85.3, 9.6, 4.0),
]


def rows(fields, values):
    return [{FEATURE_ID: number, **dict(zip(fields, row))} for number, row in enumerate(values, 1)]


@pytest.fixture
def bar(qtbot):
    """The bar with its table, which shows the series."""
    table = ResultsTable()
    bar = FilterBar(table)
    for widget in (table, bar):
        qtbot.addWidget(widget)
        widget.resize(800, 400)
        widget.show()
    show(bar, OF_SERIES, SERIES)
    return bar


def show(bar, fields, values, errors=None):
    shown = rows(fields, values)
    bar.table.show_rows(columns_for(fields), shown, list(totals_of(shown, errors or {})))
    bar.offer_arrangements()


def shown(bar):
    """The texts of the table, a list for each row."""
    table = bar.table
    model = table.model()
    columns = [number for number in range(model.columnCount()) if not table.isColumnHidden(number)]
    return [[model.index(row, column).data() for column in columns] for row in range(model.rowCount())]


def choose(bar, text):
    index = bar.arrangement.findText(text)
    assert index >= 0, [bar.arrangement.itemText(number) for number in range(bar.arrangement.count())]
    bar.arrangement.setCurrentIndex(index)
    bar.arrangement.activated.emit(index)


def test_the_name_outside_all_sectors_is_the_one_of_the_results():
    assert OUTSIDE == OUTSIDE_IN_CORE


def test_a_pair_has_its_total_first_and_what_is_in_no_sector_last_in_any_order(bar):
    show(bar, OF_PAIR, PAIR, {"gained_se_km2": 30.0, "net_se_km2": 31.0})
    for column in (0, 1, 4):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            bar.table.sortByColumn(column, order)
            names = [row[0] for row in shown(bar)]
            assert names[0] == "all"
            assert names[-1] == OUTSIDE
    total = [text.replace("\u202f", " ") for text in shown(bar)[0]]
    assert total == ["all", "984.8 ± 30.0", "0.2", "+984.6 ± 31.0", "12.6"]
    assert bar.count.text() == "4 rows"
    bold = bar.table.model().index(0, 0).data(Qt.ItemDataRole.FontRole)
    assert bold.bold()
    assert bar.table.model().index(1, 0).data(Qt.ItemDataRole.FontRole) is None


def test_a_result_without_sectors_has_no_total(bar):
    show(bar, OF_PAIR, [("all", 484.8, 1.0, 0.2, 484.6, 1.0, 12.6)])
    assert len(shown(bar)) == 1


def test_a_series_begins_with_its_total_and_each_period_with_its_own(bar):
    lines = shown(bar)
    assert lines[0] == ["all", "all", "826.0", "2.5", "+823.5", "12.6"]
    assert lines[1] == ["2025-05", "all", "340.5", "2.0", "+338.5", "5.5"]
    assert [line[:2] for line in lines[5:7]] == [["2025-05", OUTSIDE], ["2025-06", "all"]]
    assert lines[6][4] == "+485.0"


def test_unchanged_sectors_are_hidden_by_the_box(bar):
    QTest.mouseClick(bar.unchanged, Qt.MouseButton.LeftButton, pos=corner(bar))
    assert bar.unchanged.isChecked()
    assert [line[1] for line in shown(bar)] == [
        *("all", "all", "Donetsk Oblast", "Sumy Oblast"),
        *("all", "Donetsk Oblast", "Sumy Oblast", OUTSIDE),
    ]
    assert bar.count.text() == "5 of 8"
    bar.unchanged.setChecked(False)
    assert bar.count.text() == "8 rows"


def corner(bar):
    """A place on the box itself; a check box ignores clicks beside its text."""
    point = bar.unchanged.rect().center()
    point.setX(8)
    return point


def test_a_name_far_down_is_not_cut(bar):
    name = "Autonomous Republic of Crimea"
    far = [(f"2025-{number:03d}", "Sumy", 1.0, 0.0, 1.0, 1.0) for number in range(500)]
    show(bar, OF_SERIES, [*far, ("2026-001", name, 1.0, 0.0, 1.0, 1.0)])
    metrics = bar.table.fontMetrics()
    assert bar.table.columnWidth(1) > metrics.horizontalAdvance(name)
    show(bar, OF_SERIES, [*far, ("2026-001", name, 0.0, 0.0, 0.0, 1.0)])
    bar.unchanged.setChecked(True)
    assert bar.table.columnWidth(1) < metrics.horizontalAdvance(name)  # it is hidden


def test_a_period_of_which_nothing_is_known_keeps_its_total(bar):
    unknown = [("2025-07", name, None, None, None, None) for name in ("Donetsk Oblast", "Sumy Oblast")]
    show(bar, OF_SERIES, [*SERIES, *unknown])
    bar.unchanged.setChecked(True)
    assert shown(bar)[-1] == ["2025-07", "all", "–", "–", "–", "–"]


def test_periods_against_sectors(bar):
    choose(bar, "Periods × sectors: Net")
    assert shown(bar) == [
        ["all", "+823.5", "+697.5", "0", "+125.0", "+1.0"],
        ["2025-05", "+338.5", "+298.0", "0", "+40.5", "0"],
        ["2025-06", "+485.0", "+399.5", "0", "+84.5", "+1.0"],
    ]
    model = bar.table.model()
    headings = [model.headerData(number, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) for number in range(6)]
    assert headings[:3] == ["Period", "all\nkm²", "Donetsk\nOblast\nkm²"]
    bar.unchanged.setChecked(True)
    assert [line[3] for line in shown(bar)] == ["+125.0", "+40.5", "+84.5"]  # Crimea has gone
    choose(bar, "Periods × sectors: Advance, deepest")
    assert shown(bar)[0] == ["all", "12.6", "12.6", "4.0"]
    choose(bar, "List")
    assert len(shown(bar)[0]) == 6


def test_periods_against_sectors_in_miles_in_csv_and_on_the_clipboard(bar, tmp_path):
    choose(bar, "Periods × sectors: Net")
    bar.table.export_csv(str(tmp_path / "pivot.csv"))
    with (tmp_path / "pivot.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[0] == [
        "Period", "all (km²)", "Donetsk Oblast (km²)", "Crimea (km²)", "Sumy Oblast (km²)", f"{OUTSIDE} (km²)"
    ]  # fmt: skip
    assert lines[2] == ["2025-05", "338.5", "298", "0", "40.5", "0"]
    bar.table.set_units("sqmi", "mi")
    bar.table.copy_all()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].split("\t")[1] == "all (sq mi)"
    assert float(copied[2].split("\t")[2]) == pytest.approx(298 / 1.609344**2)  # km² in a square mile


def test_a_cell_of_periods_against_sectors_goes_to_its_row(bar, qtbot):
    choose(bar, "Periods × sectors: Net")
    model = bar.table.model()
    expected = {
        (1, 2): ("2025-05", "Donetsk Oblast"),
        (2, 4): ("2025-06", "Sumy Oblast"),
        (2, 0): ("2025-06", None),
        (0, 2): ("all", "Donetsk Oblast"),
    }
    for (row, column), (period, sector) in expected.items():
        with qtbot.waitSignal(bar.table.row_chosen) as blocker:
            bar.table.clicked.emit(model.index(row, column))
        (chosen,) = blocker.args
        assert (chosen["period"], chosen.get("sector")) == (period, sector)


def test_a_feature_of_the_map_selects_its_period(bar):
    choose(bar, "Periods × sectors: Net")
    assert bar.table.select_feature(7)  # Sumy in June
    (index,) = bar.table.selectionModel().selectedRows()
    assert bar.table.model().row(index.row())["period"] == "2025-06"


def test_a_pair_and_a_series_without_sectors_have_only_the_list(bar):
    choose(bar, "Periods × sectors: Net")
    show(bar, OF_PAIR, PAIR)
    assert not bar.arrangement.isVisible()
    assert shown(bar)[0][0] == "all"
    show(bar, OF_SERIES, [("2025-05", "all", 1.0, 0.0, 1.0, 1.0), ("2025-06", "all", 2.0, 0.5, 1.5, 1.0)])
    assert not bar.arrangement.isVisible()
    assert shown(bar)[0] == ["all", "all", "3.0", "0.5", "+2.5", "1.0"]
