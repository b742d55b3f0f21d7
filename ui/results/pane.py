# SPDX-License-Identifier: GPL-2.0-or-later
"""The lower pane of the dock: what went wrong, and the result as summary, table, chart and history."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.gui import QgsScrollArea
from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..history.panel import HistoryPanel
from ..setup.parameter_form import let_shrink
from ..style_choice import StyleChoice
from ..widgets import Notice, scaled_font, text_label, tool_button
from .cards import Card, Cards
from .chart import SeriesChart
from .chart_picture import Bar
from .filter_bar import FilterBar
from .result import Result
from .table import ResultsTable

CHART = 2  # index of the tab
LINES = 10  # at least so many lines of a result are visible, however tall the choices are


class ResultsPane(QWidget):
    """Shows one result at a time. What it shows is decided in the presenters."""

    sample_wanted = pyqtSignal()
    remove_wanted = pyqtSignal()
    sector_chosen = pyqtSignal(object)  # of the chart; None for all of them
    room_wanted = pyqtSignal(bool)  # whether to hide the choices above

    def __init__(self) -> None:
        super().__init__()
        tr = QCoreApplication.translate
        self.problem = Notice("/mIconCritical.svg")
        self.install_button = QPushButton(tr("FrontlineChange", "Install shapel&y …"))
        self.log_button = QPushButton(tr("FrontlineChange", "Open the lo&g"))
        self.problem.add_buttons(self.install_button, self.log_button)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setMinimumHeight(LINES * self.fontMetrics().height())  # its pages scroll
        self.tabs.setAccessibleName(tr("FrontlineChange", "Results"))
        self.tabs.addTab(self._build_summary(), tr("FrontlineChange", "Summary"))
        self.tabs.addTab(self._build_table(), tr("FrontlineChange", "Table"))
        self.tabs.addTab(self._build_chart(), tr("FrontlineChange", "Chart"))
        self.history = HistoryPanel()
        self.tabs.addTab(self.history, tr("FrontlineChange", "History"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.problem)
        column.addWidget(self.tabs, 1)
        self._build_room_button()
        self._offer_chart(False)

    def show_empty(self, text: str, sample: bool) -> None:
        """Show what to do next, where results will be; `sample`: offer to begin with the sample."""
        self.empty.setText(text)
        self.empty_sample.setVisible(sample)
        self.pages.setCurrentIndex(0)
        self.table.show_rows([], [])
        self._offer_chart(False)

    def show_result(self, result: Result, cards: Sequence[Card]) -> None:
        """Show a result."""
        self.headline.setText(result.headline)
        self.method.setText(result.method)
        self.method.setVisible(bool(result.method))
        self.warnings.show_text("\n\n".join(result.warnings))
        self.stale.hide()
        self.show_cards(cards)
        self.pages.setCurrentIndex(1)
        self._offer_chart(result.has_chart)
        if result.has_chart:
            self._fill_sectors(result.sectors)

    def show_table(self, result: Result) -> None:
        """Show the rows of a result."""
        self.table.show_rows(result.columns, result.rows)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show the figures that one quotes."""
        self.cards.show_cards(list(cards))
        self.cards.setVisible(bool(cards))

    def show_bars(self, bars: Sequence[Bar], title: str) -> None:
        """Show a series as bars."""
        self.chart.show_bars(list(bars), title, self.method.text())

    def show_stale(self, stale: bool) -> None:
        """Show whether the inputs have changed since the result was measured."""
        self.stale.setVisible(stale)

    def show_problem(self, text: str, can_install: bool) -> None:
        """Show what went wrong and what can be done; empty when nothing did."""
        self.problem.show_text(text)
        self.install_button.setVisible(can_install)

    def select_row(self, feature_id: object) -> None:
        """Select a row of the table without going to it on the map."""
        self.table.select_feature(feature_id)

    def tab_order(self) -> list[QWidget]:
        """Return the widgets from top to bottom."""
        history = self.history
        return [
            *(self.install_button, self.log_button, self.tabs.tabBar(), self.room_button, self.empty_sample),
            *(self.copy_button, self.remove_button, self.style_button),
            *(self.filter.search, self.filter.view_button, self.filter.export_button, self.table),
            *(self.sectors, self.save_button, self.chart),
            history.tree,
        ]

    def _build_summary(self) -> QWidget:
        tr = QCoreApplication.translate
        self.empty = text_label()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_sample = QPushButton(tr("FrontlineChange", "Try the sample"))
        self.empty_sample.clicked.connect(lambda _checked: self.sample_wanted.emit())
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.addStretch()
        column.addWidget(self.empty)
        column.addWidget(self.empty_sample, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self.stale = text_label()
        self.stale.setText(tr("FrontlineChange", "The choices above have changed since this result was measured."))
        self.stale.setFont(scaled_font(self.stale, 0.9))
        self.stale.hide()
        self.headline = text_label()
        self.headline.setFont(scaled_font(self.headline, 1.15, bold=True))
        self.method = text_label()
        self.method.setFont(scaled_font(self.method, 0.9))
        self.cards = Cards()
        self.warnings = Notice("/mIconWarning.svg")
        self.copy_button = tool_button(
            tr("FrontlineChange", "Copy text"), tr("FrontlineChange", "Copy the headline, the figures and the method")
        )
        self.copy_button.clicked.connect(lambda _checked: QGuiApplication.clipboard().setText(self.text()))
        self.remove_button = tool_button(
            tr("FrontlineChange", "Remove this result"),
            tr("FrontlineChange", "Remove the layers of this result from the project; nothing else changes"),
        )
        self.remove_button.clicked.connect(lambda _checked: self.remove_wanted.emit())
        self.style_button = StyleChoice()
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.remove_button)
        buttons.addWidget(self.style_button)
        buttons.addStretch()
        inside = QWidget()
        column = QVBoxLayout(inside)
        for widget in (self.stale, self.headline, self.cards, self.method, self.warnings):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch()
        scroll = QgsScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self.pages = QStackedWidget()
        self.pages.addWidget(empty)
        self.pages.addWidget(scroll)
        return self.pages

    def text(self) -> str:
        """Return the summary as plain text, to paste into an article."""
        return "\n\n".join(filter(None, (self.headline.text(), self.cards.text().strip(), self.method.text()))) + "\n"

    def _build_table(self) -> QWidget:
        self.table = ResultsTable()
        self.filter = FilterBar(self.table)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        return page

    def _build_chart(self) -> QWidget:
        tr = QCoreApplication.translate
        self.chart = SeriesChart()
        self.sectors = QComboBox()
        self.sectors.setAccessibleName(tr("FrontlineChange", "Sector of the chart"))
        let_shrink(self.sectors)
        self.sectors.currentIndexChanged.connect(lambda _index: self.sector_chosen.emit(self.sectors.currentData()))
        self.save_button = tool_button(
            tr("FrontlineChange", "Save picture …"), tr("FrontlineChange", "Save the chart as SVG or PNG")
        )
        self.save_button.clicked.connect(lambda _checked: self.chart.ask_and_save())
        self.chart.reported.connect(self._report_saved)
        self.table.units_changed.connect(self.chart.set_units)
        self.chart_outcome = text_label()
        self.chart_outcome.hide()
        row = QHBoxLayout()
        row.addWidget(self.sectors, 1)
        row.addWidget(self.save_button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addLayout(row)
        column.addWidget(self.chart, 1)
        column.addWidget(self.chart_outcome)
        return page

    def _build_room_button(self) -> None:
        self.room_button = tool_button(
            "", QCoreApplication.translate("FrontlineChange", "Hide the choices above, for a larger result")
        )
        self.room_button.setAccessibleName(self.room_button.toolTip())
        self.room_button.setArrowType(Qt.ArrowType.UpArrow)
        self.room_button.setAutoRaise(True)
        self.room_button.setCheckable(True)
        self.room_button.toggled.connect(self._make_room)
        self.tabs.setCornerWidget(self.room_button)

    def _make_room(self, wanted: bool) -> None:
        self.room_button.setArrowType(Qt.ArrowType.DownArrow if wanted else Qt.ArrowType.UpArrow)
        self.room_wanted.emit(wanted)

    def _offer_chart(self, offered: bool) -> None:
        if not offered and self.tabs.currentIndex() == CHART:
            self.tabs.setCurrentIndex(0)  # Qt would go on to the next one
        self.tabs.setTabEnabled(CHART, offered)
        tip = "" if offered else QCoreApplication.translate("FrontlineChange", "Measure a series to get a chart.")
        self.tabs.setTabToolTip(CHART, tip)

    def _fill_sectors(self, sectors: Sequence[str]) -> None:
        self.sectors.blockSignals(True)
        self.sectors.clear()
        self.sectors.addItem(QCoreApplication.translate("FrontlineChange", "All sectors together"), None)
        for sector in sectors if len(sectors) > 1 else ():
            self.sectors.addItem(sector, sector)
        self.sectors.setEnabled(len(sectors) > 1)
        self.sectors.blockSignals(False)

    def _report_saved(self, text: str) -> None:
        self.chart_outcome.setText(text)
        self.chart_outcome.show()
