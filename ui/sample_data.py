# SPDX-License-Identifier: GPL-2.0-or-later
"""The sample data on a button: made once, in a task, in the person's profile, so that a project finds them again."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal


class SampleMaker(QObject):
    """Makes the sample. `made` carries the folder of the maps and the file of the sectors, `failed` the reason."""

    made = pyqtSignal(str, str)
    failed = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: _SampleTask | None = None

    def make(self, folder: Path | None = None) -> None:
        """Make the sample, in the profile unless another folder is given."""
        if self._task is not None:
            return
        self._task = _SampleTask(folder or sample_folder())
        self._task.ended.connect(self._on_ended)
        QgsApplication.taskManager().addTask(self._task)

    def close(self) -> None:
        """Say nothing any more."""
        self.blockSignals(True)
        self._task = None

    def _on_ended(self, problem: str) -> None:
        if sip.isdeleted(self) or self._task is None:
            return
        folder, self._task = self._task.folder, None
        if problem:
            self.failed.emit(problem)
        else:
            self.made.emit(str(folder / "maps"), str(folder / "sectors.geojson"))


class _SampleTask(QgsTask):
    ended = pyqtSignal(str)  # what went wrong, empty when nothing did

    def __init__(self, folder: Path) -> None:
        super().__init__(QCoreApplication.translate("FrontlineChange", "Making the sample maps"))
        self.folder = folder
        self._problem = ""
        _alive.add(self)

    def run(self) -> bool:
        """Write the files, in a thread of QGIS."""
        from ..sample.generate import generate

        try:
            generate(self.folder)
        except OSError as error:
            text = QCoreApplication.translate(
                "FrontlineChange", "The sample could not be written to {folder}: {reason}. Free some space there."
            )
            self._problem = text.format(folder=self.folder, reason=error.strerror or error)
        return not self._problem

    def finished(self, successful: bool) -> None:
        """Tell, back in the main thread."""
        _alive.discard(self)
        self.ended.emit(self._problem)


_alive: set[_SampleTask] = set()  # Python's part of a task must live until the task has ended


def sample_folder() -> Path:
    """Return where the sample lies in the person's profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "frontline_change" / "sample"
