# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts with names of people's layers, sectors and files, where Qt would take them for HTML."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import QEvent, QModelIndex
from qgis.PyQt.QtGui import QHelpEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip


def plain_tip(text: str) -> str:
    """Return a tooltip that shows a text as it is. Qt takes a tooltip for HTML where it finds a tag in it."""
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if "<" in text else text


class PlainTips(QStyledItemDelegate):
    """Shows the text of a list's item as its tooltip. QGIS's own lists of layers put the names into HTML."""

    def tip(self, index: QModelIndex) -> str:
        """Return the tooltip of an item."""
        return plain_tip(str(index.data() or ""))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        """Show the tooltip."""
        if event is None or event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), self.tip(index) if index.isValid() else "", view)
        return True
