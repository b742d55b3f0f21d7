# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps Python's garbage collector away from the objects of QGIS while a run makes many of its own."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_running = 0  # blocks that have not ended


@contextmanager
def older_objects_passed_over() -> Iterator[None]:
    """Let the collector pass over all objects that exist now, until the `with` block has ended.

    It counts every geometry that a run makes, and so looks through all objects of QGIS and its plugins again and again.
    Each time takes up to a tenth of a second, in which no other thread of Python runs and the interface stands still.
    What the block makes itself is collected as usual. Where somebody else has frozen objects, nothing is done.
    """
    global _running
    with _lock:
        is_ours = bool(_running) or not gc.get_freeze_count()
        if is_ours:
            _running += 1
            gc.freeze()
    try:
        yield
    finally:
        if is_ours:
            with _lock:
                _running -= 1
                if not _running:
                    gc.unfreeze()
