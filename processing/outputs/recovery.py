# SPDX-License-Identifier: GPL-2.0-or-later
"""Hidden folders of runs. Where a program was killed, its moves are finished and the rest is removed."""

from __future__ import annotations

import errno
import secrets
import shutil
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QLockFile

from .folder_locks import lock, locked
from .moves import JOURNAL, Journal

PREFIX = ".frontline-"
LOCK = "lock"
MAIN = "main"  # a file with the path of the run's first hidden folder, which has the journal
REPLACED = "replaced"  # the files that were at the destinations
OLD = "old"  # the same in older versions, which kept no journal
ATTEMPTS = 5
SETTING = "frontline_change/results_folders"
FOLDERS_KEPT = 20
LIFE_WITHOUT_LOCK_S = 86_400.0
WAITED_AT_MOST_S = 5.0  # the main thread may be waiting
THREAD = "frontline-recovery"


class HiddenFolder:
    """A hidden folder beside the results of a run, locked while the run lives."""

    def __init__(self, beside: Path, main: Path | None = None) -> None:
        """Make the folder. `main` is the first hidden folder of the run, if this is another. Raises OSError."""
        self._lock: QLockFile | None = None
        for _ in range(ATTEMPTS):
            # Not mkdtemp: on Windows a file moved out of its folder stays readable only by its owner.
            self.path = beside / f"{PREFIX}{secrets.token_hex(4)}"
            self.path.mkdir()
            try:
                self._lock = lock(self.path / LOCK)
                if self._lock is None:
                    continue  # another run took it for a leftover, and removes it
                if main is not None:
                    (self.path / MAIN).write_text(str(main), encoding="utf-8")
            except OSError:
                if not self.path.is_dir():
                    continue  # the other run has removed it
                self.remove()
                raise
            return
        raise OSError(errno.EBUSY, "locked", str(self.path))

    def remove(self) -> None:
        """Remove the folder with all that is in it."""
        self.release()
        shutil.rmtree(self.path, ignore_errors=True)

    def release(self) -> None:
        """Leave the folder to the next run."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def recover(folder: Path) -> None:
    """Finish the moves of killed runs into a folder where that is possible now, and remove what they left there."""
    with suppress(OSError):
        for hidden in sorted(folder.glob(f"{PREFIX}*")):
            with suppress(OSError, ValueError, KeyError, TypeError):
                _recover(hidden)


def pending(folder: Path) -> set[Path]:
    """Return the files that killed runs still have to replace. The caller holds the lock of the folder."""
    targets: set[Path] = set()
    for hidden in folder.glob(f"{PREFIX}*"):
        with suppress(OSError, ValueError, KeyError, TypeError):
            journal = Journal.read(_main_of(hidden))
            targets |= {step.target for step in journal.steps} if journal else set()
    return targets


def recover_known_folders() -> None:
    """Recover the folders into which this person's runs wrote last, in a thread: a network drive may not answer."""
    folders = [Path(text) for text in _known()]
    if folders:
        threading.Thread(target=lambda: [*map(recover, folders)], name=THREAD, daemon=True).start()


def remember(folders: Iterable[Path]) -> None:
    """Save the folders of a run in the profile."""
    names = [str(folder) for folder in folders]
    before = _known()
    known = list(dict.fromkeys([*names, *before]))[:FOLDERS_KEPT]
    if known != before:
        settings = QgsSettings()
        settings.setValue(SETTING, known)
        settings.sync()


def _known() -> list[str]:
    value = QgsSettings().value(SETTING, [])
    return [value] if isinstance(value, str) else list(value or [])


def _main_of(hidden: Path) -> Path:
    """The first hidden folder of a run, which has its journal."""
    main = hidden / MAIN
    return Path(main.read_text(encoding="utf-8")) if main.is_file() else hidden


def _recover(hidden: Path) -> None:
    """Recover one hidden folder, with the others of its run. Raises OSError where that fails."""
    if (hidden / OLD).is_dir() and time.time() - hidden.stat().st_mtime < LIFE_WITHOUT_LOCK_S:
        return  # perhaps of an older version in another QGIS, which is at work
    held = lock(hidden / LOCK)
    if held is None:
        return  # its run is alive, or another run recovers it
    try:
        main = _main_of(hidden)
        if main != hidden:
            if main.is_dir():
                _recover(main)
            if main.is_dir():
                return
        elif journal := Journal.read(hidden):
            with locked({step.target.parent for step in journal.steps}, wait_s=WAITED_AT_MOST_S):
                journal.settle()
                (hidden / JOURNAL).unlink()
            for other in journal.folders:
                if other != hidden:
                    shutil.rmtree(other, ignore_errors=True)
        else:
            _restore(hidden)
        _empty(hidden)
    finally:
        held.unlock()
    with suppress(OSError):  # it is not empty: the run that was just making it has locked it now
        hidden.rmdir()


def _empty(hidden: Path) -> None:
    """Remove all in a hidden folder but its lock."""
    for path in hidden.iterdir():
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        elif path.name != LOCK:
            path.unlink()


def _restore(hidden: Path) -> None:
    """Move files back that a run without a journal, of an older version, had moved away."""
    for old in (hidden / OLD).glob("*"):
        target = hidden.parent / old.name
        if not target.exists():
            old.replace(target)
