# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the sample data in a task, in the person's profile, so that a project finds them again."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from .background_task import BackgroundTask


class SampleMaker(QObject):
    """Makes the sample. `made` carries its folder, `failed` the reason."""

    made = pyqtSignal(str)
    failed = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: BackgroundTask | None = None

    def make(self, folder: Path | None = None) -> None:
        """Make the sample, in the profile unless another folder is given."""
        if self._task is not None:
            return
        folder = folder or sample_folder()
        title = QCoreApplication.translate("FrontlineChange", "Making the sample maps")
        self._task = BackgroundTask(title, lambda _task: _write_sample(folder))
        self._task.ended.connect(lambda problem: self._on_ended(folder, problem))
        self._task.start()

    def close(self) -> None:
        """Emit nothing any more, and make no sample that has not been begun."""
        self.blockSignals(True)
        if self._task is not None:
            self._task.give_up()

    def _on_ended(self, folder: Path, problem: str | None) -> None:
        if sip.isdeleted(self):
            return
        self._task = None
        if problem:
            self.failed.emit(problem)
        elif problem is not None:
            self.made.emit(str(folder))


def _write_sample(folder: Path) -> str:
    """Write the files; return what went wrong, empty when nothing did."""
    from ..sample.generate import generate

    try:
        generate(folder)
    except OSError as error:
        text = QCoreApplication.translate(
            "FrontlineChange", "The sample could not be written to {folder}: {reason}. Free some space there."
        )
        return text.format(folder=folder, reason=error.strerror or error)
    return ""


def sample_folder() -> Path:
    """Return the folder of the sample in the person's profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "frontline_change" / "sample"
