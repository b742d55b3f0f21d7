# SPDX-License-Identifier: GPL-2.0-or-later
"""Work in a thread of QGIS, listed among its tasks; algorithms have a task of their own in `algorithm_runner`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import pyqtSignal

from ..processing import environment
from ..processing.progress import Cancelled
from .next_turn import in_next_turn


class BackgroundTask(QgsTask):
    """Calls `work` in a thread. `work` gets the task, to set its progress and to ask whether it should stop."""

    ended = pyqtSignal(object)  # in the main thread: what the work returned, None when it was stopped or failed

    def __init__(self, title: str, work: Callable[[BackgroundTask], Any]) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work, self._outcome = work, None
        self._gave_up = False
        self.is_working = False  # whether the thread is running

    def start(self) -> None:
        """Hand the task to QGIS, unless it is given up at once."""
        _alive.add(self)
        in_next_turn(self._hand_over)

    def give_up(self) -> None:
        """Stop, and do not emit `ended`."""
        self._gave_up = True
        if not sip.isdeleted(self):
            self.cancel()

    def is_over(self) -> bool:
        """Return whether the work should stop."""
        return self._gave_up or self.isCanceled()

    def run(self) -> bool:
        """Work. QGIS calls this in a thread."""
        self.is_working = True
        try:
            environment.prepare_thread()
            self._outcome = self._work(self)
        except Cancelled:
            return False
        finally:
            self.is_working = False
        return True

    def _hand_over(self) -> None:
        if self._gave_up:
            _alive.discard(self)
        else:
            QgsApplication.taskManager().addTask(self)

    def finished(self, successful: bool) -> None:
        """Report the outcome. QGIS calls this in the main thread."""
        _alive.discard(self)
        if not self._gave_up:
            self.ended.emit(self._outcome)


_alive: set[BackgroundTask] = set()  # Python's part of a task must live until the task has ended
