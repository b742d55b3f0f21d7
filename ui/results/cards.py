# SPDX-License-Identifier: GPL-2.0-or-later
"""Cards: the few figures of a result that one quotes, each with its unit and its error, large enough to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import ceil

from qgis.PyQt.QtCore import QEvent, QRect, Qt
from qgis.PyQt.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter, QPalette
from qgis.PyQt.QtWidgets import QFrame, QLabel, QSizePolicy, QStyle, QVBoxLayout, QWidget

from .colours import paper_and_ink, role_colour
from .column_layout import FlowLayout

BIG = 1.7  # size of the value, in sizes of the text around it
ACCENT = 0.22  # width of the coloured edge, in heights of a line


@dataclass(frozen=True)
class Card:
    """One figure, ready to print; `role` is `gained`, `lost`, `net`, `depth` or `pace` and gives the colour."""

    title: str
    value: str
    unit: str
    detail: str  # error, sector or period; may be empty
    role: str

    @property
    def text(self) -> str:
        """The whole card in one line: `Gained: 556 km² (± 31 km²)`."""
        figure = f"{self.title}: {self.value} {self.unit}".rstrip()
        return f"{figure} ({self.detail})" if self.detail else figure


class Cards(QWidget):
    """Shows cards beside each other, and below each other where the dock is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._boxes: list[_Box] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_cards(self, cards: Sequence[Card], side_colour: str = "") -> None:
        """Show these cards instead of the present ones."""
        while len(self._boxes) < len(cards):
            box = _Box(self)
            self._boxes.append(box)
            self._flow.addWidget(box)
        for number, box in enumerate(self._boxes):
            box.setVisible(number < len(cards))
            if number < len(cards):
                box.show_card(cards[number], side_colour)
        self._flow.setSpacing(self.fontMetrics().height() // 3)
        self.updateGeometry()

    def text(self) -> str:
        """Return all cards as lines, to paste into an article."""
        return "".join(f"{box.card.text}\n" for box in self._boxes if box.card is not None and not box.isHidden())


class _Box(QFrame):
    """One card: its text can be selected and copied; the edge has the colour of the map."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.card: Card | None = None
        self.side_colour = ""
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setWordWrap(True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.label.installEventFilter(self)
        column = QVBoxLayout(self)
        column.addWidget(self.label)
        self._set_margins()

    def show_card(self, card: Card, side_colour: str) -> None:
        """Show a card; `side_colour` is the side's own, or empty."""
        self.card, self.side_colour = card, side_colour
        big = QFont(self.font())
        big.setPointSizeF(QFontInfo(self.font()).pointSizeF() * BIG)
        big.setWeight(QFont.Weight.DemiBold)
        unit = f" {escape(card.unit)}" if card.unit else ""
        detail = f"<br>{escape(card.detail)}" if card.detail else ""
        self.label.setText(
            f"{escape(card.title)}<br>"
            f'<span style="font-size:{big.pointSizeF():.1f}pt; font-weight:600">{escape(card.value)}</span>'
            f"{unit}{detail}"
        )
        # A figure stays with the first word of its unit, and no word is cut; all else wraps.
        plain = QFontMetricsF(self.font())
        figure = QFontMetricsF(big).horizontalAdvance(card.value) + plain.horizontalAdvance(
            f"  {card.unit.partition(' ')[0]}"
        )
        words = [plain.horizontalAdvance(f"{word} ") for word in f"{card.title} {card.detail}".split()]
        self.label.setMinimumWidth(ceil(max(figure, *words)))
        self.label.setAccessibleName(card.text)
        self._set_margins()
        self.update()

    def paintEvent(self, event) -> None:
        """Draw the paper, and the edge on the side where lines begin."""
        painter = QPainter(self)
        paper, _ink = paper_and_ink(self.label)
        painter.fillRect(self.rect(), paper)
        if self.card is not None:
            edge = QStyle.visualRect(
                self.layoutDirection(), self.rect(), QRect(0, 0, self._edge_width(), self.height())
            )
            painter.fillRect(edge, role_colour(self.card.role, paper, self.side_colour))
        if self.label.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def eventFilter(self, watched, event) -> bool:
        """Show where the keyboard is when it comes to the label and goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def changeEvent(self, event) -> None:
        """Follow the size of the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.card is not None:
            self.show_card(self.card, self.side_colour)

    def _set_margins(self) -> None:
        line = self.fontMetrics().height()
        self.layout().setContentsMargins(line // 2 + self._edge_width(), line // 4, line // 4, line // 4)

    def _edge_width(self) -> int:
        return max(round(ACCENT * self.fontMetrics().height()), 2)
