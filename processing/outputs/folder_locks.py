# SPDX-License-Identifier: GPL-2.0-or-later
"""Locks against other runs, in this QGIS or another; the lock of a process that was killed counts no more."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from qgis.PyQt.QtCore import QLockFile

FOLDER_LOCK = ".frontline.lock"
WAITED_AT_MOST_S = 120.0
INTERVAL_S = 0.05


def lock(path: Path) -> QLockFile | None:
    """Return a lock, held until it is unlocked or deleted; None while another run holds it. Raises OSError."""
    made = QLockFile(str(path))
    made.setStaleLockTime(0)  # a lock ends with its process, and not by its age
    if made.tryLock(0):
        return made
    if made.error() == QLockFile.LockError.LockFailedError:
        return None
    number = errno.EACCES if made.error() == QLockFile.LockError.PermissionError else errno.ENOSPC
    raise OSError(number, os.strerror(number), str(path))


@contextmanager
def locked(
    folders: Iterable[Path], check: Callable[[], None] = lambda: None, wait_s: float = WAITED_AT_MOST_S
) -> Iterator[None]:
    """Hold the locks of folders while results are moved into them. `check` is called while waiting, and may raise.

    Raises TimeoutError, with the path of the lock, when another run holds one for longer.
    """
    with ExitStack() as stack:
        for folder in sorted(set(folders)):  # in one order, so that two runs never wait for each other
            path = folder / FOLDER_LOCK
            end = time.monotonic() + wait_s
            while (held := lock(path)) is None:
                check()
                if time.monotonic() > end:
                    raise TimeoutError(errno.ETIMEDOUT, "locked", str(path))
                time.sleep(INTERVAL_S)
            stack.callback(held.unlock)
        yield
