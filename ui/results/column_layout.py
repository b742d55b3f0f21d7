# SPDX-License-Identifier: GPL-2.0-or-later
"""A layout of equally wide columns, as many as fit; the rest continues below."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPoint, QRect, QSize, Qt
from qgis.PyQt.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Give each widget the same width, each row the height that its tallest widget needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item (Qt asks for this)."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Return an item and forget it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that more height is of no use."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Return that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that all rows need at this width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Position the widgets."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of one row."""
        shown = self._shown()
        width = len(shown) * (self._widest(shown) + self.spacing()) if shown else 0
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """Return the size below which the widest widget would not fit."""
        shown = self._shown()
        return QSize(max((item.minimumSize().width() for item in shown), default=0), 0)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _widest(self, shown: list[QLayoutItem]) -> int:
        return max((item.minimumSize().width() for item in shown), default=1)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        shown = self._shown()
        if not shown:
            return 0
        gap = max(self.spacing(), 0)
        fitting = (rect.width() + gap) // (self._widest(shown) + gap)
        columns = min(max(fitting, 1), len(shown))
        width = (rect.width() + gap) // columns - gap
        top = rect.top()
        for first in range(0, len(shown), columns):
            row = shown[first : first + columns]
            height = max(
                item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height() for item in row
            )
            for column, item in enumerate(row):
                cell = QRect(QPoint(rect.left() + column * (width + gap), top), QSize(width, height))
                if move:
                    item.setGeometry(QStyle.visualRect(self._direction(), rect, cell))
            top += height + gap
        return top - gap - rect.top()

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
