# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the sample data in a task, in the person's profile, so that a project finds them again."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from .background_task import BackgroundTask


class SampleMaker(QObject):
    """Makes the sample. `made` carries the folder of the maps and the file of the sectors, `failed` the reason."""

    made = pyqtSignal(str, str)
    failed = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_making = False

    def make(self, folder: Path | None = None) -> None:
        """Make the sample, in the profile unless another folder is given."""
        if self._is_making:
            return
        self._is_making = True
        folder = folder or sample_folder()
        title = QCoreApplication.translate("FrontlineChange", "Making the sample maps")
        task = BackgroundTask(title, lambda _task: _write_sample(folder))
        task.ended.connect(lambda problem: self._on_ended(folder, problem))
        task.start()

    def close(self) -> None:
        """Emit nothing any more."""
        self.blockSignals(True)

    def _on_ended(self, folder: Path, problem: str | None) -> None:
        if sip.isdeleted(self):
            return
        self._is_making = False
        if problem:
            self.failed.emit(problem)
        elif problem is not None:
            self.made.emit(str(folder / "maps"), str(folder / "sectors.geojson"))


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
