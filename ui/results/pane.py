# SPDX-License-Identifier: GPL-2.0-or-later
"""The lower pane of the dock: what went wrong, and the result as summary, table, chart and history."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qgis.core import QgsProject
from qgis.gui import QgsScrollArea
from qgis.PyQt.QtCore import QCoreApplication, QStandardPaths, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QAction,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..history.panel import HistoryPanel
from ..settings import PersonSettings
from ..setup.modes import PAIR, SERIES
from ..setup.parameter_form import let_shrink
from ..style_choice import StyleChoice
from ..widgets import Notice, Unfolding, once_after, scaled_font, text_label, tool_button
from .cards import Card, Cards
from .chart import SeriesChart
from .chart_picture import Bar
from .column_layout import FlowLayout
from .filter_bar import FilterBar
from .result import Result
from .table import ResultsTable

PAGE_FORMATS = ("a4", "a3", "wide", "square", "tall")
CHART, HISTORY = 2, 3  # indexes of the tabs
FORBIDDEN_IN_NAMES = re.compile(r'[<>:"/\\|?*]')  # of files, on any system
LINES = 12  # at least so many lines of a result are visible, however tall the choices are


class ResultsPane(QWidget):
    """Shows one result at a time. What it shows is decided in the presenters."""

    sample_wanted = pyqtSignal()
    remove_wanted = pyqtSignal()
    keep_wanted = pyqtSignal(str)  # the path of a GeoPackage
    again_wanted = pyqtSignal()
    animate_wanted = pyqtSignal()
    page_wanted = pyqtSignal(str)  # the format; empty to choose everything in a dialog
    sector_chosen = pyqtSignal(object)  # of the chart; None for all of them
    room_wanted = pyqtSignal(bool)  # whether to hide the choices above

    def __init__(self) -> None:
        super().__init__()
        tr = QCoreApplication.translate
        self._title = self._side_colour = ""
        self._show_keeping = once_after(0, lambda: self._scroll.ensureWidgetVisible(self.keeping), self)
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
        self._show_text(text)
        self.empty_sample.setVisible(sample)

    def show_lost(self, text: str) -> None:
        """Show which result the project was saved with, and offer to measure it again."""
        self._show_text(text)
        self.again_button.show()

    def _show_text(self, text: str) -> None:
        self.empty.setText(text)
        self.empty_sample.hide()
        self.again_button.hide()
        self.pages.setCurrentIndex(0)
        self.table.show_rows([], [])
        self._offer_chart(False)

    def show_keeping(self, text: str, can_keep: bool) -> None:
        """Show whether the result is kept, and whether it can be."""
        self.keep_button.setEnabled(can_keep)
        self.keeping.setText(text)
        self.keeping.setVisible(bool(text))
        if text:
            self._show_keeping.start()

    def show_result(self, result: Result, cards: Sequence[Card]) -> None:
        """Show a result, from its headline on; from the history, which does not show it, go to the summary."""
        self._title, self._side_colour = result.title, result.side_colour
        self.headline.setText(result.headline)
        self.method.setText(result.method)
        self.assumption.show_text(result.assumption)
        self.method.setVisible(bool(result.method) and not result.assumption)
        self.warnings.show_text("\n\n".join(result.notes))
        self.stale.hide()
        self.show_cards(cards)
        self.pages.setCurrentIndex(1)
        self._show_keeping.stop()
        self._scroll.verticalScrollBar().setValue(0)
        if self.tabs.currentIndex() == HISTORY:
            self.tabs.setCurrentIndex(0)
        self._offer_chart(result.has_chart)
        self._offer_page(result)
        if result.has_chart:
            self._fill_sectors(result.sectors)

    def show_table(self, result: Result) -> None:
        """Show the rows of a result."""
        self.table.show_rows(result.columns, result.rows, result.totals)
        self.filter.offer_arrangements()

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show the figures that one quotes."""
        self.cards.show_cards(list(cards), self._side_colour)
        self.cards.setVisible(bool(cards))

    def show_bars(self, bars: Sequence[Bar], title: str) -> None:
        """Show a series as bars."""
        self.chart.show_bars(list(bars), title, self.method.text(), self._side_colour)

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
            *(self.again_button, self.page_button, self.keep_button, self.animate_button),
            *(self.copy_button, self.style_button, self.remove_button, self.assumption),
            *(self.filter.search, self.filter.view_button, self.filter.export_button),
            *(self.filter.unchanged, self.filter.arrangement, self.table),
            *(self.sectors, self.save_button, self.chart),
            history.tree,
        ]

    def _build_summary(self) -> QWidget:
        tr = QCoreApplication.translate
        self.empty = text_label()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_sample = QPushButton(tr("FrontlineChange", "Try the sample"))
        self.empty_sample.clicked.connect(lambda _checked: self.sample_wanted.emit())
        self.again_button = QPushButton(tr("FrontlineChange", "Measure again"))
        self.again_button.clicked.connect(lambda _checked: self.again_wanted.emit())
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.addStretch()
        column.addWidget(self.empty)
        column.addWidget(self.empty_sample, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self.stale = text_label()
        self.stale.setText(tr("FrontlineChange", "The choices above have changed since this result was measured."))
        self.stale.setFont(scaled_font(self.stale, 0.9))
        self.stale.hide()
        self.headline = text_label()
        self.headline.setFont(scaled_font(self.headline, 1.15, bold=True))
        self.method = text_label()
        self.method.setFont(scaled_font(self.method, 0.9))
        self.assumption = Unfolding(self.method)
        self.assumption.setFont(self.method.font())
        self.cards = Cards()
        self.warnings = Notice("/mIconWarning.svg")
        self.copy_button = tool_button(
            tr("FrontlineChange", "Copy text"), tr("FrontlineChange", "Copy the headline, the figures and the method")
        )
        self.copy_button.clicked.connect(lambda _checked: QGuiApplication.clipboard().setText(self.text()))
        self.keep_button = tool_button(
            tr("FrontlineChange", "Keep this result …"),
            tr("FrontlineChange", "Save all its layers in one GeoPackage, so that the project shows them again"),
        )
        self.keep_button.clicked.connect(lambda _checked: self.ask_and_keep())
        self.keeping = text_label()
        self.keeping.setFont(scaled_font(self.keeping, 0.9))
        self.keeping.hide()
        self._build_page_button()
        self.animate_button = tool_button(
            tr("FrontlineChange", "Animate"),
            tr("FrontlineChange", "Show one period after the other on the map, with QGIS's temporal controller"),
        )
        self.animate_button.clicked.connect(lambda _checked: self.animate_wanted.emit())
        self.remove_button = tool_button(
            tr("FrontlineChange", "Remove this result"),
            tr("FrontlineChange", "Remove the layers of this result from the project; nothing else changes"),
        )
        self.remove_button.clicked.connect(lambda _checked: self.remove_wanted.emit())
        self.style_button = StyleChoice()
        buttons = FlowLayout()
        buttons.setSpacing(self.fontMetrics().height() // 3)
        for button in (
            *(self.page_button, self.keep_button, self.animate_button, self.copy_button),
            *(self.style_button, self.remove_button),
        ):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button)
        inside = QWidget()
        column = QVBoxLayout(inside)
        for widget in (self.stale, self.headline, self.cards):
            column.addWidget(widget)
        column.addLayout(buttons)
        for widget in (self.keeping, self.assumption, self.method, self.warnings):
            column.addWidget(widget)
        column.addStretch()
        self._scroll = scroll = QgsScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self.pages = QStackedWidget()
        self.pages.addWidget(empty)
        self.pages.addWidget(scroll)
        return self.pages

    def _build_page_button(self) -> None:
        """A button that makes a page for print, with the other formats in its menu."""
        tr = QCoreApplication.translate
        self.page_button = tool_button(
            tr("FrontlineChange", "Map page …"),
            tr(
                "FrontlineChange", "Make a page with map, figures, legend and credit, as a layout to edit and to export"
            ),
        )
        self.page_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.page_button.clicked.connect(lambda _checked: self.page_wanted.emit(PAGE_FORMATS[0]))
        menu = QMenu(self.page_button)
        texts = (
            tr("FrontlineChange", "A4, for print"),
            tr("FrontlineChange", "A3, for print"),
            tr("FrontlineChange", "Wide, 16:9"),
            tr("FrontlineChange", "Square, 1:1"),
            tr("FrontlineChange", "Tall, 9:16"),
        )
        self.page_actions: dict[str, QAction] = {}
        for template, text in zip(PAGE_FORMATS, texts):
            self.page_actions[template] = menu.addAction(text)
        menu.addSeparator()
        self.page_actions[""] = menu.addAction(tr("FrontlineChange", "Choose colours, language and credit …"))
        for template, action in self.page_actions.items():
            action.triggered.connect(lambda _checked, template=template: self.page_wanted.emit(template))
        self.page_menu = menu
        self.page_button.setMenu(menu)

    def _offer_page(self, result: Result) -> None:
        """Offer a page for two maps, the report for a series, and neither for dates of capture."""
        tr = QCoreApplication.translate
        measure = result.job.mode.measure
        self.page_button.setVisible(measure in (PAIR, SERIES))
        is_pair = measure == PAIR
        self.page_button.setText(tr("FrontlineChange", "Map page …") if is_pair else tr("FrontlineChange", "Report …"))
        self.page_button.setMenu(self.page_menu if is_pair else None)
        modes = QToolButton.ToolButtonPopupMode
        self.page_button.setPopupMode(modes.MenuButtonPopup if is_pair else modes.DelayedPopup)
        self.page_button.setAccessibleName(self.page_button.text().replace("&", ""))

    def text(self) -> str:
        """Return the summary as plain text, to paste into an article."""
        return "\n\n".join(filter(None, (self.headline.text(), self.cards.text().strip(), self.method.text()))) + "\n"

    def ask_and_keep(self) -> None:
        """Ask for a file to keep the result in."""
        tr = QCoreApplication.translate
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = QgsProject.instance().absolutePath() or PersonSettings().get("last_folder") or documents
        dialog = QFileDialog(self, tr("FrontlineChange", "Keep this result"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("FrontlineChange", "GeoPackage (*.gpkg)"))
        dialog.setDefaultSuffix("gpkg")
        dialog.selectFile(FORBIDDEN_IN_NAMES.sub("-", self._title))
        if dialog.exec() and dialog.selectedFiles():
            self.keep_wanted.emit(dialog.selectedFiles()[0])

    def _build_table(self) -> QWidget:
        self.table = ResultsTable()
        self.filter = FilterBar(self.table)
        let_shrink(self.filter.arrangement)
        page = QWidget()
        column = QVBoxLayout(page)
        margins = column.contentsMargins()
        column.setContentsMargins(margins.left() // 2, margins.top(), margins.right() // 2, margins.bottom() // 2)
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
