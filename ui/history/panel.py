# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of runs, with what can be done with one: repeat, open as a dialog, copy as a command, forget."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QModelIndex, QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QGridLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ... import formatting
from ..plain_texts import plain_tip
from .record import Run
from .snippets import process_line, python_snippet
from .targets import destination_line

RUN_ROLE = Qt.ItemDataRole.UserRole


class HistoryPanel(QWidget):
    """The runs of a project, the latest first. Copies commands itself; the rest is asked for by signals."""

    repeat_wanted = pyqtSignal(object)  # Run
    dialog_wanted = pyqtSignal(object)
    remove_wanted = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self.show_runs([])

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show these runs; the one that was chosen stays chosen, else the first."""
        chosen = self.chosen()
        self.tree.clear()
        for run in runs:
            item = QTreeWidgetItem([_when(run.when), run.headline])
            item.setData(0, RUN_ROLE, run)
            item.setToolTip(1, plain_tip(run.headline))
            item.setToolTip(0, plain_tip(run.algorithm))
            self.tree.addTopLevelItem(item)
            if run is chosen:
                self.tree.setCurrentItem(item)
        if runs and self.tree.currentItem() is None:
            self.tree.setCurrentItem(self.tree.topLevelItem(0))
        self.tree.resizeColumnToContents(0)
        self._pages.setCurrentIndex(1 if runs else 0)
        self._enable()

    def chosen(self) -> Run | None:
        """Return the run that is chosen, None when there is none."""
        item = self.tree.currentItem()
        return item.data(0, RUN_ROLE) if item is not None else None

    def _build(self) -> None:
        self.empty = QLabel(
            QCoreApplication.translate(
                "FrontlineChange",
                "Every run is kept here with its settings, to be repeated or copied as a command. "
                "Press Measure to make the first.",
            )
        )
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(QCoreApplication.translate("FrontlineChange", "Runs of this project"))
        self.tree.setHeaderLabels(
            [
                QCoreApplication.translate("FrontlineChange", "When"),
                QCoreApplication.translate("FrontlineChange", "Result"),
            ]
        )
        self.tree.setRootIsDecorated(False)
        self.tree.setWordWrap(True)  # the figures stand at the end of a headline
        self.tree.setItemDelegateForColumn(1, _AsHighAsItsText(self.tree))
        self.tree.header().sectionResized.connect(lambda *_: self.tree.scheduleDelayedItemsLayout())
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setStretchLastSection(True)
        self.tree.currentItemChanged.connect(lambda _now, _before: self._enable())
        self.destination = QLabel()
        self.destination.setWordWrap(True)
        self.destination.setTextFormat(Qt.TextFormat.PlainText)
        self.destination.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._add_actions()
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree, 1)
        column.addWidget(self.destination)
        column.addLayout(self._build_buttons())
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(filled)

    def _add_actions(self) -> None:
        self.repeat = self._action(
            QCoreApplication.translate("FrontlineChange", "Repeat"),
            QCoreApplication.translate("FrontlineChange", "Measure again with the same settings"),
            "/mActionRefresh.svg",
            self.repeat_wanted.emit,
            QKeySequence(Qt.Key.Key_Return),
        )
        self.open_dialog = self._action(
            QCoreApplication.translate("FrontlineChange", "Open as dialog …"),
            QCoreApplication.translate("FrontlineChange", "Open the Processing dialog filled in with these settings"),
            "/processingAlgorithm.svg",
            self.dialog_wanted.emit,
        )
        self.copy_line = self._action(
            QCoreApplication.translate("FrontlineChange", "Copy as qgis_process line"),
            QCoreApplication.translate("FrontlineChange", "Copy a command that repeats this run in a terminal"),
            "/mActionEditCopy.svg",
            lambda run: QGuiApplication.clipboard().setText(process_line(run)),
        )
        self.copy_python = self._action(
            QCoreApplication.translate("FrontlineChange", "Copy as Python snippet"),
            QCoreApplication.translate(
                "FrontlineChange", "Copy Python code that repeats this run in the console of QGIS"
            ),
            "/mIconPythonFile.svg",
            lambda run: QGuiApplication.clipboard().setText(python_snippet(run)),
        )
        self.remove = self._action(
            QCoreApplication.translate("FrontlineChange", "Remove"),
            QCoreApplication.translate("FrontlineChange", "Forget this run; its layers stay"),
            "/mActionDeleteSelected.svg",
            self.remove_wanted.emit,
            QKeySequence(QKeySequence.StandardKey.Delete),
        )

    def _action(
        self,
        text: str,
        tip: str,
        icon: str,
        act: Callable[[Run], object],
        key: QKeySequence | None = None,
    ) -> QAction:
        """Return an action on the chosen run, which the list offers in its menu and by a key."""
        action = QAction(QgsApplication.getThemeIcon(icon), text, self.tree)
        action.setToolTip(tip)
        if key is not None:
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked: self._act(act))
        self.tree.addAction(action)
        return action

    def _build_buttons(self) -> QGridLayout:
        grid = QGridLayout()
        positions = {
            self.repeat: (0, 0, 1, 2),
            self.open_dialog: (0, 2, 1, 2),
            self.remove: (0, 4, 1, 2),
            self.copy_line: (1, 0, 1, 3),
            self.copy_python: (1, 3, 1, 3),
        }
        for action, position in positions.items():
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setAccessibleName(action.text())
            button.setAccessibleDescription(action.toolTip())
            grid.addWidget(button, *position)
        return grid

    def _act(self, act: Callable[[Run], object]) -> None:
        run = self.chosen()
        if run is not None:
            act(run)

    def _enable(self) -> None:
        run = self.chosen()
        for action in self.tree.actions():
            action.setEnabled(run is not None)
        self.destination.setText(destination_line(run) if run is not None else "")


class _AsHighAsItsText(QStyledItemDelegate):
    """Gives a text the height it needs in the width of its column; QGIS's lists ask for one line only."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Return the size of the wrapped text."""
        hint = super().sizeHint(option, index)
        margin = 2 * (option.widget.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None) + 1)
        available = QRect(0, 0, option.widget.columnWidth(index.column()) - margin, 0)
        text = option.fontMetrics.boundingRect(available, int(Qt.TextFlag.TextWordWrap), index.data())
        return QSize(hint.width(), max(hint.height(), text.height() + margin))


def _when(iso: str) -> str:
    """Return an instant in the machine's time and the person's language; unchanged if it is no instant."""
    instant = QDateTime.fromString(iso, Qt.DateFormat.ISODate)
    if not instant.isValid():
        return iso
    return formatting.local_text(instant)
