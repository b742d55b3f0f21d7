# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a run of the history writes when it is repeated, and the question before it replaces results."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsApplication, QgsProcessingContext
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...processing.outputs.destinations import Destination, destinations_of
from .record import Run

NAMED_AT_MOST = 8


def targets_of(run: Run) -> list[Destination]:
    """Return where a run writes; none where all its results are temporary layers."""
    algorithm = QgsApplication.processingRegistry().algorithmById(run.algorithm)
    return destinations_of(algorithm, run.parameters, QgsProcessingContext()) if algorithm is not None else []


def destination_line(run: Run) -> str:
    """Return where a run writes as one line for people."""
    targets = [target.shown for target in targets_of(run)]
    if not targets:
        return QCoreApplication.translate("FrontlineChange", "Repeat makes temporary layers.")
    return QCoreApplication.translate("FrontlineChange", "Repeat writes to {targets}").format(
        targets=", ".join(targets)
    )


def may_replace(targets: Sequence[str], parent: QWidget) -> bool:
    """Ask whether results that exist may be replaced; return the answer."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(QCoreApplication.translate("FrontlineChange", "Replace results?"))
    box.setText(
        QCoreApplication.translate(
            "FrontlineChange", "Repeating this run replaces results that exist. What they hold now will be lost."
        )
    )
    more = len(targets) - NAMED_AT_MOST
    box.setInformativeText("\n".join([*targets[:NAMED_AT_MOST], *(["…"] if more > 0 else [])]))
    replace = box.addButton(QCoreApplication.translate("FrontlineChange", "Replace"), QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is replace
