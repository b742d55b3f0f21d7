# SPDX-License-Identifier: GPL-2.0-or-later
"""Work of the main thread in chunks, so that the interface goes on in between."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from qgis.PyQt.QtCore import QObject, QTimer

CHUNK_S = 0.015  # for so long the interface may stand still


class ChunkedWork(QObject):
    """Does one piece of work at a time. What fits into one chunk is done at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Iterator[None] | None = None
        self._done: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_working(self) -> bool:
        """Whether there is work left."""
        return self._work is not None

    def start(self, work: Iterator[None], done: Callable[[], None] | None = None) -> None:
        """Do `work`, a generator that yields wherever it may be interrupted, then call `done`; drops earlier work."""
        self.stop()
        self._work, self._done = work, done
        self._go_on()

    def stop(self) -> None:
        """Drop the work."""
        self._timer.stop()
        self._work = self._done = None

    def _go_on(self) -> None:
        end = time.monotonic() + CHUNK_S
        for _ in self._work:
            if time.monotonic() > end:
                self._timer.start()
                return
        done = self._done
        self.stop()
        if done is not None:
            done()
