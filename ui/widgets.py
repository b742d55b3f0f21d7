# SPDX-License-Identifier: GPL-2.0-or-later
"""Small widgets that several panes of the dock use: wrapping text, notices, timers that fire once."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QTimer
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import QAbstractButton, QFrame, QGridLayout, QHBoxLayout, QLabel, QToolButton, QWidget


def text_label() -> QLabel:
    """Return a label whose text wraps, and can be selected and copied."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def scaled_font(widget: QWidget, factor: float, *, bold: bool = False) -> QFont:
    """Return a widget's font, larger or smaller."""
    font = widget.font()
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(bold)
    return font


def tool_button(text: str, tip: str, *, icon: str = "") -> QToolButton:
    """Return a button that the Tab key reaches; with an icon of QGIS's it shows that instead of the text."""
    button = QToolButton()
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip if icon else text.replace("&", ""))
    if icon:
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setAutoRaise(True)
    return button


def once_after(milliseconds: int, action: Callable[[], object], parent: QObject) -> QTimer:
    """Return a timer that runs an action once after a while, however often it is started before."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(action)
    return timer


class Notice(QFrame):
    """An icon and a text in a frame, with buttons below if there is something to do; hidden without a text."""

    def __init__(self, icon: str, *, closable: bool = False) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._text = text_label()
        picture = QLabel()
        side = self.fontMetrics().height()
        picture.setPixmap(QgsApplication.getThemeIcon(icon).pixmap(side, side))
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        grid.addWidget(picture, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._text, 0, 1)
        if closable:
            close = tool_button("", QCoreApplication.translate("FrontlineChange", "Close"), icon="/mIconClose.svg")
            close.clicked.connect(lambda _checked: self.show_text(""))
            grid.addWidget(close, 0, 2, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def add_buttons(self, *buttons: QAbstractButton) -> None:
        """Put buttons below the text."""
        row = QHBoxLayout()
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        self.layout().addLayout(row, 1, 1)

    def text(self) -> str:
        """Return the text."""
        return self._text.text()

    def show_text(self, text: str) -> None:
        """Show a text; hide when it is empty."""
        self._text.setText(text)
        self.setVisible(bool(text))


class Unfolding(QLabel):
    """A short text with a link that shows its details, in another label, and hides them again."""

    def __init__(self, details: QLabel) -> None:
        super().__init__()
        self._details = details
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.linkActivated.connect(lambda _link: details.setVisible(details.isHidden()))
        self.hide()

    def show_text(self, text: str) -> None:
        """Show a text, with its details hidden; hide when it is empty."""
        link = QCoreApplication.translate("FrontlineChange", "details")
        self.setText(f'{escape(text)} (<a href="details">{escape(link)}</a>)')
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self._details.hide()
