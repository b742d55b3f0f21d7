# SPDX-License-Identifier: GPL-2.0-or-later
"""Processing's dialogs of our algorithms, opened filled in."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog


class AlgorithmDialogs:
    """Keeps each dialog for as long as it lives. One without a reference in Python loses what its Run button does."""

    def __init__(self) -> None:
        self._open: dict[int, QDialog] = {}  # by Python's id

    def open(self, algorithm: str, parameters: dict[str, Any]) -> None:
        """Show the dialog of an algorithm, filled in. QGIS deletes it once it is closed and its run has ended."""
        from qgis import processing

        dialog = processing.createAlgorithmDialog(algorithm, parameters)
        if dialog is None:
            return
        key = id(dialog)
        self._open[key] = dialog
        dialog.destroyed.connect(lambda: self._open.pop(key, None))
        dialog.show()

    def close(self) -> None:
        """Close what is open, and stop what it runs."""
        for dialog in list(self._open.values()):
            # A dialog shows itself again when its run has failed or was stopped.
            dialog.algorithmFinished.connect(dialog.close, Qt.ConnectionType.QueuedConnection)
            dialog.cancelButton().click()  # does nothing where nothing runs
            dialog.close()
