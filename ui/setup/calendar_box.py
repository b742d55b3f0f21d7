# SPDX-License-Identifier: GPL-2.0-or-later
"""Offers to shift the ends of periods for maps whose publisher is known to date them late or early."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ... import formatting
from ...processing.inputs.publisher_calendar import PublisherCalendar
from ..widgets import text_label


class CalendarBox(QWidget):
    """One sentence about the publisher's calendar and a box to tick; hidden where there is nothing to shift."""

    changed = pyqtSignal()
    shifted = pyqtSignal(float, float)  # the offset in days before and after a person has ticked or cleared the box

    def __init__(self) -> None:
        super().__init__()
        self._calendar: PublisherCalendar | None = None
        self.sentence = text_label()
        self.shift = QCheckBox()
        self.shift.toggled.connect(lambda _checked: self.changed.emit())
        self.shift.clicked.connect(self._on_click)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sentence)
        column.addWidget(self.shift)
        self.hide()

    def show_calendar(self, calendar: PublisherCalendar | None) -> None:
        """Show the offer for a publisher's maps; None hides it."""
        if calendar == self._calendar:
            return
        self._calendar = calendar
        if calendar is not None:
            tr = QCoreApplication.translate
            late = tr("FrontlineChange", "These maps ({publisher}) are dated {days} late.")
            early = tr("FrontlineChange", "These maps ({publisher}) are dated {days} early.")
            forward = tr("FrontlineChange", "Publisher's calendar: shift period ends by {days}")
            back = tr("FrontlineChange", "Publisher's calendar: shift period ends back by {days}")
            days = formatting.days_text(abs(calendar.offset_days))
            is_late = calendar.offset_days > 0
            self.sentence.setText((late if is_late else early).format(publisher=calendar.publisher, days=days))
            self.shift.setText((forward if is_late else back).format(days=days))
        self.setVisible(calendar is not None)

    def offset_days(self) -> float:
        """Return by how many days a person wants to shift the ends of periods."""
        return self._calendar.offset_days if self._calendar is not None and self.shift.isChecked() else 0.0

    def _on_click(self, checked: bool) -> None:
        offset_days = self._calendar.offset_days if self._calendar is not None else 0.0
        self.shifted.emit(*((0.0, offset_days) if checked else (offset_days, 0.0)))
