# SPDX-License-Identifier: GPL-2.0-or-later
"""The lower pane of the dock: table, cards and chart speak of the same units and the same method."""

import pytest
from frontline_change.ui.results.chart_bars import Bar
from frontline_change.ui.results.pane import ResultsPane
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def pane(qgis_app, qtbot):
    pane = ResultsPane()
    qtbot.addWidget(pane)
    start = QDateTime(QDate(2025, 6, 1), QTime(0, 0), Qt.TimeSpec.UTC)
    pane.method.setText("Classes counted: held.")
    pane.show_bars([Bar("2025-06", start, start.addMonths(1), 556.5, 0.0, 556.5)], "Change in June")
    return pane


def saved(pane, tmp_path):
    pane.chart.save(str(tmp_path / "chart.svg"))
    return (tmp_path / "chart.svg").read_text(encoding="utf-8")


def test_a_saved_chart_prints_the_method(pane, tmp_path):
    assert "Classes counted: held." in saved(pane, tmp_path)


def test_the_chart_follows_the_units_of_the_table(pane, tmp_path):
    assert ">km²<" in saved(pane, tmp_path).replace("\n", "")
    pane.table.set_units("sqmi", "mi")
    assert ">sq mi<" in saved(pane, tmp_path).replace("\n", "")


def test_how_saving_went_is_reported_below_the_chart(pane):
    pane.chart.reported.emit("Chart saved in june.svg")
    assert pane.chart_outcome.text() == "Chart saved in june.svg"
    assert not pane.chart_outcome.isHidden()
