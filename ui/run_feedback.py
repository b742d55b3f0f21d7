# SPDX-License-Identifier: GPL-2.0-or-later
"""Messages of an algorithm while it runs: kept, written to QGIS's log under the plugin's name, and passed on."""

from __future__ import annotations

from qgis.core import Qgis, QgsMessageLog, QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal

LOG = "Frontline Change"


class RunFeedback(QgsProcessingFeedback):
    """Writes the messages of an algorithm to QGIS's log, emits them, and keeps the errors for the message in the end.

    Everything here is called from the thread of the run.
    """

    reported = pyqtSignal(int, str)

    def __init__(self) -> None:
        super().__init__(False)  # we write the log ourselves, under the plugin's name
        self._errors: list[str] = []

    def error_text(self) -> str:
        """All errors, one per paragraph."""
        if self._errors:
            return "\n\n".join(self._errors)
        return QCoreApplication.translate("FrontlineChange", "The algorithm stopped without giving a reason.")

    def pushInfo(self, info: str) -> None:
        """Note information."""
        super().pushInfo(info)
        self._report(Qgis.MessageLevel.Info, info)

    def pushWarning(self, warning: str) -> None:
        """Note a warning about the data."""
        super().pushWarning(warning)
        self._report(Qgis.MessageLevel.Warning, warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        """Note an error; the run may go on unless it is fatal."""
        super().reportError(error, fatalError)
        if error not in self._errors:
            self._errors.append(error)
        self._report(Qgis.MessageLevel.Critical, error)

    def _report(self, level: int, text: str) -> None:
        QgsMessageLog.logMessage(text, LOG, level, notifyUser=False)
        self.reported.emit(int(level), text)
