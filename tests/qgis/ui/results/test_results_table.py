# SPDX-License-Identifier: GPL-2.0-or-later
"""The results table at work: filter, units, errors, CSV, map to row, and ten thousand rows."""

import csv
from pathlib import Path

import pytest
from frontline_change.ui.results import filter_bar, saving
from frontline_change.ui.results.columns import columns_for
from frontline_change.ui.results.filter_bar import FilterBar
from frontline_change.ui.results.model import FEATURE_ID
from frontline_change.ui.results.saving import SavingError
from frontline_change.ui.results.table import ResultsTable
from heartbeat import Stopwatch
from qgis.PyQt.QtCore import QEvent, QItemSelectionModel, QLocale, Qt
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent
from qt_instants import utc

FIELDS = [
    "period",
    "sector",
    "date_after",
    "gained_km2",
    "gained_se_km2",
    "net_km2_day",
    "net_se_km2_day",
    "advance_max_km",
    "complete",
]

pytestmark = pytest.mark.usefixtures("in_english")


def row(number, period, sector, gained, error, pace, depth, after=(2025, 7, 1)):
    values = (period, sector, utc(*after), gained, error, pace, 0.5, depth, period != "2025-07")
    return {FEATURE_ID: number, **dict(zip(FIELDS, values))}


ROWS = [
    row(1, "2025-06", "Sumy", 85.34, 4.02, 2.5, 7.66),
    row(2, "2025-06", "Донецьк", 399.5001, 9.149, 13.0, 16.09344),
    row(3, "2025-07", "Sumy", 2.589988110336, 0.5, 1.0, None, (2025, 7, 14, 20, 34, 5)),
    row(4, "2025-07", "Sector 10", None, None, None, None),
    row(5, "2025-07", "Sector 9", 0.0, 0.0, 0.0, None),
]


@pytest.fixture
def table(qtbot):
    table = ResultsTable()
    qtbot.addWidget(table)
    table.show_rows(columns_for(FIELDS), ROWS)
    table.resize(700, 300)
    table.show()
    return table


@pytest.fixture
def bar(qtbot, table):
    bar = FilterBar(table)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def shown(table, field):
    model = table.model()
    column = [column.field for column in model.columns].index(field)
    return [model.index(position, column).data() for position in range(model.rowCount())]


def heading(table, field):
    (column,) = [column for column in table.model().columns if column.field == field]
    return column.heading


def read_csv(path):
    content = Path(path).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf"), "without this mark Excel garbles Cyrillic"
    return list(csv.reader(content.decode("utf-8-sig").splitlines()))


# Errors and units


def test_an_error_stands_beside_its_value(table):
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    cells = [text.replace("\u202f", " ") for text in shown(table, "gained_km2")]
    assert cells == ["0", "–", "85.3 ± 4.0", "2.6 ± 0.5", "399.5 ± 9.1"]
    table.set_errors_shown(False)
    assert shown(table, "gained_km2") == ["0", "–", "85.3", "2.6", "399.5"]


def test_in_a_series_errors_stand_beside_net_only_and_all_of_them_in_copies(table):
    fields = ["period", "sector", "gained_km2", "gained_se_km2", "net_km2", "net_se_km2"]
    values = ("2025-06", "Sumy", 85.34, 4.02, 85.3, 4.1)
    table.show_rows(columns_for(fields), [{FEATURE_ID: 1, **dict(zip(fields, values))}])
    assert shown(table, "gained_km2") == ["85.3"]
    assert [text.replace("\u202f", " ") for text in shown(table, "net_km2")] == ["+85.3 ± 4.1"]
    tip = table.model().index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "85.34 km²\nstandard error 4.02 km²"
    assert "4.02" in table.text(selected_only=False)


def test_hovering_reports_value_and_error_exactly(table):
    position = shown(table, "sector").index("Донецьк")
    tip = table.model().index(position, FIELDS.index("gained_km2")).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "399.5001 km²\nstandard error 9.149 km²"


def test_miles_change_values_and_headings_alike(table):
    table.set_errors_shown(False)
    table.set_units("sqmi", "mi")
    # 32.95 x 2.589988110336 = 85.3401, a little more than 85.34; 399.5001 / 2.589988110336 = 154.2479.
    assert shown(table, "gained_km2") == ["32.9", "154.2", "1.0", "–", "0"]
    assert shown(table, "advance_max_km") == ["4.8", "10.0", "–", "–", "–"]
    assert shown(table, "net_km2_day") == ["+0.97", "+5.02", "+0.39", "–", "0"]
    assert heading(table, "gained_km2") == "Gained (sq mi)"
    assert heading(table, "net_km2_day") == "Net pace (sq mi a day)"
    assert heading(table, "advance_max_km") == "Advance, deepest (mi)"


def test_units_go_back_without_a_sliver(table):
    before = shown(table, "gained_km2")
    table.set_units("sqmi", "mi")
    table.set_units("km2", "km")
    assert shown(table, "gained_km2") == before
    assert heading(table, "gained_km2") == "Gained (km²)"


def test_copies_are_in_the_units_shown_and_say_so(table):
    table.set_units("sqmi", "km")
    table.selectRow(2)
    table.copy()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines == [
        ["Period", "Sector", "Gained (sq mi)", "Gained, standard error (sq mi)", "Advance, deepest (km)"],
        ["2025-07", "Sumy", "1", "0.193051", ""],  # 0.5 / 2.589988110336 = 0.19305108
    ]


def test_units_outlast_the_result_and_are_named(qtbot, table):
    with qtbot.waitSignal(table.units_changed) as emitted:
        table.set_units("sqmi", "km")
    assert emitted.args == ["sqmi", "km"]
    table.show_rows(columns_for(FIELDS), ROWS)
    assert heading(table, "gained_km2") == "Gained (sq mi)"


def test_unknown_units_are_refused(table):
    with pytest.raises(ValueError, match="roods"):
        table.set_units("roods", "km")


def test_row_numbers_of_a_geopackage_are_no_column():
    assert [column.field for column in columns_for(["fid", *FIELDS])] == FIELDS


def test_the_columns_chosen_are_reported_and_can_be_brought_back(qtbot, table):
    table.columns_menu().aboutToShow.emit()
    (action,) = [action for action in table.columns_menu().actions() if action.text() == "Complete"]
    with qtbot.waitSignal(table.columns_changed) as emitted:
        action.setChecked(True)
    assert "complete" in emitted.args[0]
    table.choose_columns([])
    assert table.isColumnHidden(FIELDS.index("complete"))
    table.choose_columns(emitted.args[0])
    assert not table.isColumnHidden(FIELDS.index("complete"))
    assert shown(table, "complete") == ["yes", "yes", "no", "no", "no"]


# Order


def test_a_series_is_first_shown_by_its_periods(table):
    assert shown(table, "period") == ["2025-06", "2025-06", "2025-07", "2025-07", "2025-07"]


def test_numbers_in_names_are_sorted_by_size(table):
    table.sortByColumn(FIELDS.index("sector"), Qt.SortOrder.AscendingOrder)
    assert shown(table, "sector") == ["Sector 9", "Sector 10", "Sumy", "Sumy", "Донецьк"]


def test_the_selected_row_stays_selected_when_the_order_changes(table):
    table.select_feature(2)
    table.sortByColumn(FIELDS.index("sector"), Qt.SortOrder.DescendingOrder)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]


def test_pair_and_series_each_keep_the_order_a_person_chose(table):
    table.sortByColumn(FIELDS.index("gained_km2"), Qt.SortOrder.AscendingOrder)
    pair = [column for column in columns_for(FIELDS) if column.field != "period"]
    table.show_rows(pair, ROWS)
    assert shown(table, "sector")[0] == "Донецьк", "a pair is sorted by ground gained, most first"
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.show_rows(columns_for(FIELDS), ROWS)
    assert shown(table, "sector")[0] == "Sector 9"
    table.show_rows(pair, ROWS)
    assert shown(table, "sector")[0] == "Sector 9"


def test_columns_moved_in_one_result_do_not_mix_up_the_next(table):
    table.horizontalHeader().moveSection(0, 3)
    pair = [column for column in columns_for(FIELDS) if column.field != "period"]
    table.show_rows(pair, ROWS)
    assert table.text(selected_only=False).splitlines()[0].startswith("Sector\tGained (km²)")


def test_columns_are_as_wide_as_their_widest_figure_however_far_down(table):
    rows = [row(number, "2025-06", "a", 1.0, 0.1, 0.1, None) for number in range(1000)]
    rows.append(row(1000, "2025-07", "a", -1234567.8, 1234.5, 0.1, None))
    table.show_rows(columns_for(FIELDS), rows)
    text = table.model().index(1000, FIELDS.index("gained_km2")).data()
    assert table.columnWidth(FIELDS.index("gained_km2")) > table.fontMetrics().horizontalAdvance(text)


# Filter


def test_all_words_must_be_in_the_names_or_the_period(table):
    for text, sectors in (
        ("sumy", ["Sumy", "Sumy"]),
        ("sumy 2025-07", ["Sumy"]),
        ("донець", ["Донецьк"]),
        ("85.3", []),
        ("  ", ["Sumy", "Донецьк", "Sumy", "Sector 10", "Sector 9"]),
    ):
        table.filter_text(text)
        assert shown(table, "sector") == sectors, text


def test_the_bar_counts_what_is_shown(qtbot, bar):
    assert bar.count.text() == "5 rows"
    qtbot.keyClicks(bar.search, "sumy")
    assert bar.count.text() == "2 of 5"
    qtbot.keyClick(bar.search, Qt.Key.Key_Escape)
    assert (bar.search.text(), bar.count.text()) == ("", "5 rows")


def test_the_search_key_leads_from_the_table_to_the_box_and_down_leads_back(qtbot, monkeypatch, table, bar):
    went = []
    monkeypatch.setattr(bar.search, "setFocus", lambda _reason: went.append("search"))
    monkeypatch.setattr(table, "setFocus", lambda _reason: went.append("table"))
    qtbot.keyClick(table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(bar.search, Qt.Key.Key_Down)
    assert went == ["search", "table"]


def test_the_table_keeps_its_keys_from_the_main_window(table):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QGuiApplication.sendEvent(table, event)
    assert event.isAccepted()


def test_a_new_result_is_filtered_as_the_box_states(bar, table):
    bar.search.setText("sumy")
    table.show_rows(columns_for(FIELDS), ROWS[1:])
    assert shown(table, "sector") == ["Sumy"]
    assert bar.count.text() == "1 of 4"


def test_the_selected_row_stays_selected_while_searching(table):
    table.select_feature(3)
    table.filter_text("2025-07")
    assert [table.model().row(index.row())[FEATURE_ID] for index in table.selectionModel().selectedRows()] == [3]


def test_the_menu_switches_units_and_errors(bar, table):
    bar.unit_actions["sqmi"].trigger()
    bar.unit_actions["mi"].trigger()
    assert (table.units().area, table.units().length) == ("sqmi", "mi")
    bar.view_button.menu().aboutToShow.emit()
    assert [key for key, action in bar.unit_actions.items() if action.isChecked()] == ["sqmi", "mi"]
    assert bar.errors_action.isChecked()
    bar.errors_action.setChecked(False)
    assert not table.errors_shown()


# Map to row


def test_a_feature_is_found_in_the_sorted_table_without_choosing_it(qtbot, table):
    table.sortByColumn(FIELDS.index("gained_km2"), Qt.SortOrder.DescendingOrder)
    with qtbot.assertNotEmitted(table.row_chosen):
        assert table.select_feature(2)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]
    assert table.currentIndex().row() == 0


def test_a_feature_far_down_is_scrolled_into_view(table):
    rows = [row(number, "2025-06", f"Sector {number}", 1.0, 0.1, 0.1, None) for number in range(500)]
    table.show_rows(columns_for(FIELDS), rows)
    table.select_feature(480)
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


def test_no_feature_or_one_that_the_filter_hides_selects_nothing(table):
    table.select_feature(2)
    assert not table.select_feature(99)
    table.filter_text("Sumy")
    assert not table.select_feature(2)
    assert not table.select_feature(None)
    assert not table.selectionModel().hasSelection()


# CSV


def test_a_csv_has_headings_with_units_and_exact_values(table, tmp_path):
    QLocale.setDefault(QLocale("uk_UA"))  # a decimal comma must not get into the file
    assert table.export_csv(str(tmp_path / "a.csv")) == 5
    lines = read_csv(tmp_path / "a.csv")
    assert lines[0] == [
        "Period",
        "Sector",
        "Gained (km²)",
        "Gained, standard error (km²)",
        "Advance, deepest (km)",
    ]
    assert lines[2] == ["2025-06", "Донецьк", "399.5001", "9.149", "16.09344"]
    assert lines[4] == ["2025-07", "Sector 10", "", "", ""]


def test_a_csv_of_all_columns_has_iso_dates_and_truth_values(table, tmp_path):
    table.set_units("sqmi", "mi")
    table.export_csv(str(tmp_path / "a.csv"), all_columns=True)
    lines = read_csv(tmp_path / "a.csv")
    assert lines[0] == [
        "Period",
        "Sector",
        "After (UTC)",
        "Gained (sq mi)",
        "Gained, standard error (sq mi)",
        "Net pace (sq mi a day)",
        "Net pace, standard error (sq mi a day)",
        "Advance, deepest (mi)",
        "Complete",
    ]
    # 0.5 / 2.589988110336 = 0.193051; 1 / 2.589988110336 = 0.386102
    assert lines[3] == [
        "2025-07",
        "Sumy",
        "2025-07-14 20:34:05",
        "1",
        "0.193051",
        "0.386102",
        "0.193051",
        "",
        "false",
    ]
    assert lines[2][2] == "2025-07-01"
    assert lines[2][7] == "10"


def test_a_csv_has_the_rows_that_the_filter_shows_in_their_order(table, tmp_path):
    table.filter_text("sumy")
    table.sortByColumn(FIELDS.index("period"), Qt.SortOrder.DescendingOrder)
    assert table.export_csv(str(tmp_path / "a.csv")) == 2
    assert [line[0] for line in read_csv(tmp_path / "a.csv")[1:]] == ["2025-07", "2025-06"]


def test_commas_quotes_and_line_breaks_in_names_keep_to_their_cell(table, tmp_path):
    rows = [row(1, "2025-06", 'Novo, "old"\nSelo', 1.0, 0.1, 0.1, None)]
    table.show_rows(columns_for(FIELDS), rows)
    table.export_csv(str(tmp_path / "a.csv"))
    assert read_csv(tmp_path / "a.csv")[1][1] == 'Novo, "old" Selo'


def test_the_bar_asks_where_and_states_what_was_saved(monkeypatch, bar, tmp_path):
    monkeypatch.setattr(filter_bar.QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "june"), ""))
    bar.ask_and_export(False)
    assert bar.outcome.text() == "5 rows saved in june.csv"
    assert bar.folder == str(tmp_path)
    assert len(read_csv(tmp_path / "june.csv")) == 6


def test_no_file_name_no_file(monkeypatch, bar, tmp_path):
    monkeypatch.setattr(filter_bar.QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    bar.ask_and_export(False)
    assert not bar.outcome.isVisible()


@pytest.mark.parametrize(
    ("number", "words"),
    [(28, "the disk is full"), (13, "may not be written to"), (30, "may not be written to"), (5, "Input/output")],
    ids=["full disk", "no permission", "read-only", "other"],
)
def test_a_failed_save_is_reported_in_words_and_leaves_the_old_file(monkeypatch, bar, table, tmp_path, number, words):
    old = tmp_path / "june.csv"
    old.write_text("old")

    def fail(_path, _content):
        raise OSError(number, "Input/output error")

    monkeypatch.setattr(saving.Path, "write_bytes", fail)
    monkeypatch.setattr(filter_bar.QFileDialog, "getSaveFileName", lambda *_args: (str(old), ""))
    bar.ask_and_export(False)
    assert words in bar.outcome.text()
    assert "june.csv" in bar.outcome.text()
    assert old.read_text() == "old"
    assert list(tmp_path.iterdir()) == [old]


def test_a_folder_that_is_not_there_is_reported_in_words(table, tmp_path):
    with pytest.raises(SavingError, match="there is no folder"):
        table.export_csv(str(tmp_path / "none" / "a.csv"))


# Ten thousand rows


def test_the_archive_by_day_and_region_stays_fluid(table):
    """418 periods of 26 sectors. The bounds are several times what an old laptop needs."""
    rows = [
        row(26 * day + sector, f"day {day:03}", f"Sector {sector}", day * 0.1, 0.5, 0.1, None)
        for day in range(418)
        for sector in range(26)
    ]
    columns = columns_for(FIELDS)
    took = {}
    for name, do in {
        "show": lambda: table.show_rows(columns, rows),
        "sort": lambda: table.sortByColumn(FIELDS.index("sector"), Qt.SortOrder.DescendingOrder),
        "filter": lambda: table.filter_text("sector 25"),
        "find": lambda: table.select_feature(26 * 417 + 25),
        "units": lambda: table.set_units("sqmi", "mi"),
        "all again": lambda: table.filter_text(""),
        "paint": table.viewport().repaint,
    }.items():
        with Stopwatch() as watch:
            do()
        took[name] = watch.took_s
    assert table.model().rowCount() == 10_868
    assert max(took.values()) < 0.5, took


def test_selecting_many_rows_by_keyboard_and_copying_them_keeps_their_order(table):
    flags = QItemSelectionModel.SelectionFlag
    for position in (3, 1):
        table.selectionModel().select(table.model().index(position, 0), flags.Select | flags.Rows)
    table.copy()
    assert [line.split("\t")[1] for line in QGuiApplication.clipboard().text().splitlines()[1:]] == [
        "Донецьк",
        "Sector 10",
    ]


def test_a_result_is_put_in_order_once(table, qtbot):
    """The rows used to be sorted by themselves, and then again by the column of the header."""
    model, order = table.model(), Qt.SortOrder.DescendingOrder
    resets, sorts = [], []
    model.modelReset.connect(lambda: resets.append(1))
    model.layoutChanged.connect(lambda: sorts.append(1))
    table.show_rows(columns_for(FIELDS), ROWS)
    assert (len(resets), len(sorts)) == (1, 0)
    table.sortByColumn(FIELDS.index("gained_km2"), order)
    assert len(sorts) == 1
    gained = [model.row(position)["gained_km2"] for position in range(model.rowCount())]
    assert gained == [*sorted((one for one in gained if one is not None), reverse=True), None]
