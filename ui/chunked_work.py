# SPDX-License-Identifier: GPL-2.0-or-later
"""Work in the main thread, in chunks, so that the interface stays responsive."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from qgis.PyQt.QtCore import QObject, QTimer

CHUNK_S = 0.008  # how long the interface may be blocked; several works and the painting may come one after the other


class ChunkedWork(QObject):
    """Does one job at a time."""

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

    def start(self, work: Iterator[None], done: Callable[[], None] | None = None, *, at_once: bool = True) -> None:
        """Run `work`, a generator that yields wherever it may be interrupted, then call `done`; drop earlier work.

        `at_once`: the first chunk, and so a job that fits into it, is done before this returns.
        """
        self.stop()
        self._work, self._done = work, done
        if at_once:
            self._go_on()
        else:
            self._timer.start()

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
