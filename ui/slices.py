# SPDX-License-Identifier: GPL-2.0-or-later
"""Work of the main thread in slices, so that the interface goes on in between."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Optional

from qgis.PyQt.QtCore import QObject, QTimer

SLICE_S = 0.02


class Slices(QObject):
    """Does one piece of work at a time. What fits into one slice is done at once."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._work: Optional[Iterator[None]] = None
        self._done: Optional[Callable[[], None]] = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_working(self) -> bool:
        """Whether there is work left."""
        return self._work is not None

    def start(self, work: Iterator[None], done: Optional[Callable[[], None]] = None) -> None:
        """Do `work`, a generator that yields wherever it may be interrupted, then call `done`; drops earlier work."""
        self.stop()
        self._work, self._done = work, done
        self._go_on()

    def stop(self) -> None:
        """Drop the work."""
        self._timer.stop()
        self._work = self._done = None

    def _go_on(self) -> None:
        end = time.monotonic() + SLICE_S
        for _ in self._work:
            if time.monotonic() > end:
                self._timer.start()
                return
        done = self._done
        self.stop()
        if done is not None:
            done()
