# SPDX-License-Identifier: GPL-2.0-or-later
"""A timer that beats while the interface is free: the longest time between two beats is the longest stall."""

import gc
import time

from qgis.PyQt.QtCore import QTimer

BEAT_MS = 10


class Heartbeat:
    """Beats while the `with` block runs. Looking through all that other tests have left is kept out of it."""

    def __enter__(self):
        self._beats, self._timer = [time.monotonic()], QTimer()
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(lambda: self._beats.append(time.monotonic()))
        gc.collect()
        gc.freeze()
        self._timer.start()
        return self

    def __exit__(self, *_):
        self._timer.stop()
        gc.unfreeze()

    @property
    def longest_s(self):
        """The longest time in which the interface did nothing else, in seconds."""
        return max(later - earlier for earlier, later in zip(self._beats, self._beats[1:]))
