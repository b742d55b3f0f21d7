# SPDX-License-Identifier: GPL-2.0-or-later
"""Starts tasks in the next turn of the event loop, where QGIS cannot lose them."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QTimer


def in_next_turn(start: Callable[[], None]) -> None:
    """Call `start`, which adds a task to QGIS, in the next turn of the event loop.

    Not at once: what a task calls when it ends may start the next one, and QGIS may take that for the one that ends,
    so that it never starts (qgis/QGIS#53806).
    """
    QTimer.singleShot(0, start)
