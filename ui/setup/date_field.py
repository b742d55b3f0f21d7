# SPDX-License-Identifier: GPL-2.0-or-later
"""A field for a date: plain text, typed or pasted, read by the rules that hold for every date of a map."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication, QDateTime, Qt
from qgis.PyQt.QtGui import QValidator
from qgis.PyQt.QtWidgets import QLineEdit, QWidget

from ... import formatting
from ...processing.inputs.typed_dates import typed_date


class DateField(QLineEdit):
    """Holds what it shows: a date in UTC, with a time only where there is one. Empty means no date."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is for screen readers."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # an ISO date reads alike in every script
        self.setPlaceholderText(QCoreApplication.translate("FrontlineChange", "YYYY-MM-DD"))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("0000-00-00 00:00:00" + "0" * 3))
        self._validator = _IsDate(self)
        self.setValidator(self._validator)
        self.editingFinished.connect(self._show_as_read)

    def value(self) -> QDateTime | None:
        """Return the date, None where there is none or it cannot be read."""
        return typed_date(self.text())[0]

    def problem(self) -> str:
        """Return why the text is no date and what is expected; empty when it is one, or there is no text."""
        return typed_date(self.text())[1]

    def show_date(self, date: QDateTime | None) -> None:
        """Show a date, None for none. A text that stands for it stays as a person types it."""
        known, problem = typed_date(self.text())
        if problem or known != date:
            self.setText("" if date is None else formatting.utc_text(date, "millisecond"))

    def _show_as_read(self) -> None:
        """Once a person is done, show how the text was read."""
        date = self.value()
        if date is not None and self.text() != formatting.utc_text(date, "millisecond"):
            self.setText(formatting.utc_text(date, "millisecond"))


class _IsDate(QValidator):
    """Lets a person type anything; the field is left with Enter only when it holds a date or nothing."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Return whether the text can stay as it is."""
        unfinished = typed_date(text)[1]
        return QValidator.State.Intermediate if unfinished else QValidator.State.Acceptable, text, position
