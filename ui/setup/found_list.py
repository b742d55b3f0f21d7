# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of the maps found: date, source, classes, layer; the date of a layer with one map can be corrected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyledItemDelegate,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ... import formatting
from ..plain_texts import plain_tip
from .date_field import DateField

if TYPE_CHECKING:
    from .found_maps import FoundMap

DATE, SOURCE, CLASSES, LAYER = range(4)
ROWS_SHOWN = 6


class FoundList(QWidget):
    """A table of maps in time order."""

    corrected = pyqtSignal(str, object)  # layer id, its date in UTC as a QDateTime; None: take the one found
    typed = pyqtSignal()  # the text of a date that is being corrected has changed, or its field was closed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Maps(self)
        self._model.corrected.connect(self.corrected)
        self.view = _View(self)
        self.view.setModel(self._model)
        self._editor = _DateEditor(self.view)
        self._editor.typed.connect(self.typed)
        self.view.setItemDelegateForColumn(DATE, self._editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self._fit()

    def show_maps(self, maps: Sequence[FoundMap]) -> None:
        """Show these maps; the row a person is on stays where its map is still there."""
        row = self.view.currentIndex().row()
        current = self._model.maps[row] if 0 <= row < len(self._model.maps) else None
        if not self._model.show(list(maps)):
            return
        for index, one in enumerate(self._model.maps if current is not None else ()):
            if one.layer_id == current.layer_id and (not one.many_dated or one.instant == current.instant):
                self.view.setCurrentIndex(self._model.index(index, DATE))
                break
        self._fit()

    def date_problem(self) -> str:
        """Return what is wrong with the date that is being corrected; empty when nothing is."""
        return self._editor.problem()

    def enter_date(self) -> None:
        """Take the date that is being typed, as Enter does."""
        self._editor.enter()

    def _fit(self) -> None:
        """Rows as high as a line of text, and as many as there are, up to a few."""
        height = self.fontMetrics().height()
        line = height + height // 4
        self.view.verticalHeader().setDefaultSectionSize(line)
        rows = min(max(len(self._model.maps), 1), ROWS_SHOWN)
        self.view.setMinimumHeight(line * (min(rows, 2) + 2))
        self.view.setMaximumHeight(line * (rows + 2))


class _Maps(QAbstractTableModel):
    """The maps as rows; texts are made when a row is shown."""

    corrected = pyqtSignal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.maps: list[FoundMap] = []

    def show(self, maps: list[FoundMap]) -> bool:
        """Take other maps; return whether they are others."""
        if maps == self.maps:
            return False
        self.beginResetModel()
        self.maps = maps
        self.endResetModel()
        return True

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of maps."""
        return 0 if parent.isValid() else len(self.maps)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return heading(section)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        one = self.maps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(one, index.column())
        if role == Qt.ItemDataRole.EditRole and index.column() == DATE:
            return one.instant
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(_tip(one, index.column()))
        if role == Qt.ItemDataRole.FontRole and one.corrected and index.column() == DATE:
            font = QFont()
            font.setItalic(True)
            return font
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Pass a corrected date on; whoever corrects it shows the maps anew."""
        one = self.maps[index.row()]
        if role != Qt.ItemDataRole.EditRole or index.column() != DATE or one.many_dated:
            return False
        is_another = one.corrected if value is None else value != one.instant
        if is_another:
            self.corrected.emit(one.layer_id, value)
        return True

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Return whether a cell can be edited: the date of a layer with one map."""
        flags = super().flags(index)
        if index.isValid() and index.column() == DATE and not self.maps[index.row()].many_dated:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags


class _View(QTableView):
    """A table that copies its rows, and takes corrections back with Delete."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("FrontlineChange", "Maps found"))
        self.setAccessibleDescription(
            QCoreApplication.translate(
                "FrontlineChange", "F2 corrects the date of a layer with one map, Delete undoes the correction."
            )
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(3 * self.fontMetrics().averageCharWidth())
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._widths_are_a_persons = False
        self._is_sharing = False
        self.horizontalHeader().sectionResized.connect(self._keep_widths)

    def resizeEvent(self, event) -> None:
        """Share the width out, until a person has done so: the date gets what it needs, the others the rest."""
        super().resizeEvent(event)
        if self._widths_are_a_persons:
            return
        metrics = self.fontMetrics()
        date = metrics.horizontalAdvance("2025-06-30 20:07") + 2 * metrics.averageCharWidth()
        rest = max(self.viewport().width() - date, 0)
        source, classes = round(0.36 * rest), round(0.26 * rest)
        self._is_sharing = True
        for column, width in ((DATE, date), (SOURCE, source), (CLASSES, classes), (LAYER, rest - source - classes)):
            self.setColumnWidth(column, width)
        self._is_sharing = False

    def _keep_widths(self, _column: int, _before: int, _after: int) -> None:
        if not self._is_sharing:
            self._widths_are_a_persons = True

    def keyPressEvent(self, event) -> None:
        """Copy the rows chosen; take the correction of a date back."""
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Delete) and index.isValid() and self._row(index).corrected:
            self.model().setData(index.sibling(index.row(), DATE), None)
        else:
            super().keyPressEvent(event)

    def _row(self, index: QModelIndex) -> FoundMap:
        return self.model().maps[index.row()]

    def _copy(self) -> None:
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        lines = ["\t".join(heading(column) for column in range(4))]
        lines += ["\t".join(cell_text(self.model().maps[row], column) for column in range(4)) for row in rows]
        QApplication.clipboard().setText("\n".join(lines))


class _DateEditor(QStyledItemDelegate):
    """Corrects a date in a field of its own, which stays open while what is typed is no date."""

    typed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._field: DateField | None = None

    def problem(self) -> str:
        """Return what is wrong with the text in the field; empty where there is no field."""
        return "" if self._field is None else self._field.problem()

    def enter(self) -> None:
        """Take the date in the field and close it; nothing where there is no field or no date in it."""
        field = self._field
        if field is not None and field.hasAcceptableInput():
            self.commitData.emit(field)
            self.closeEditor.emit(field)

    def createEditor(self, parent: QWidget, option, index: QModelIndex) -> QWidget:
        """Return a field for a date."""
        self._field = DateField(QCoreApplication.translate("FrontlineChange", "Date of the map (UTC)"), parent)
        self._field.textChanged.connect(lambda _text: self.typed.emit())
        return self._field

    def destroyEditor(self, editor: QWidget, index: QModelIndex) -> None:
        """Let go of the field."""
        self._field = None
        super().destroyEditor(editor, index)
        self.typed.emit()

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:
        """Show the date of the map."""
        editor.show_date(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: _Maps, index: QModelIndex) -> None:
        """Take the date typed; an empty field takes a correction back."""
        if not editor.problem():
            model.setData(index, editor.value())


def heading(column: int) -> str:
    """Return the title of a column."""
    tr = QCoreApplication.translate
    return {
        DATE: tr("FrontlineChange", "Date (UTC)"),
        SOURCE: tr("FrontlineChange", "Source"),
        CLASSES: tr("FrontlineChange", "Classes"),
        LAYER: tr("FrontlineChange", "Layer"),
    }[column]


def cell_text(one: FoundMap, column: int) -> str:
    """Return the text of a cell."""
    if column == DATE:
        return formatting.utc_text(one.instant, "minute")
    return {SOURCE: one.source_text, CLASSES: one.classes_text, LAYER: one.layer_name}[column]


def _tip(one: FoundMap, column: int) -> str:
    tr = QCoreApplication.translate
    if column != DATE:
        return cell_text(one, column)
    if one.many_dated:
        return tr("FrontlineChange", "From the layer's date field; it can be corrected in the layer.")
    if one.corrected:
        return tr("FrontlineChange", "Set by you. Delete restores the date that was found.")
    return tr("FrontlineChange", "Found in the layer or its name. Double-click or F2 to correct it.")
