# SPDX-License-Identifier: GPL-2.0-or-later
"""Moves staged files to their destinations. A journal lists the moves first, so that a killed run can be finished."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from .database import AddedTables

JOURNAL = "journal.json"
RETRIED_FOR_S = 1.5  # a virus scanner or an indexing service releases a file within a moment
RETRY_INTERVAL_S = 0.1


@dataclass(frozen=True)
class Step:
    """One change of a destination. `finish` and `undo` may be repeated, also after a kill in the middle."""

    target: Path
    old: Path  # where the file at the target is kept until all steps are done
    new: Path | None  # the staged file; None: the file at the target is removed
    is_replaced: bool  # whether there was a file at the target
    adds: bool = False  # whether `new` is a database, and its tables are added to the one at the target

    def finish(self) -> None:
        """Put the new file at the target, or remove the file there. Raises OSError."""
        if self.new is None:
            if self.target.exists():
                replace(self.target, self.old)
        elif self.new.exists():
            if self.is_replaced and self.target.exists() and not self.old.exists():
                _keep(self.target, self.old)
            replace(self.new, self.target)

    def undo(self) -> None:
        """Put the old file back, or remove the new one. Raises OSError."""
        if self.adds:
            return
        if self.is_replaced:
            if self.old.exists():
                if self.new is not None and not self.new.exists() and self.target.exists():
                    _keep(self.target, self.new)
                replace(self.old, self.target)
        elif self.new is not None and not self.new.exists() and self.target.exists():
            replace(self.target, self.new)


@dataclass(frozen=True)
class Journal:
    """The steps of a run, in the order in which they are made, and the hidden folders that it uses."""

    steps: Sequence[Step]
    folders: Sequence[Path]
    is_undone: bool = False  # whether the run failed, and the steps have to be undone

    def write(self, folder: Path) -> None:
        """Save the journal in a hidden folder, with paths relative to it. Raises OSError."""
        content = {
            "undo": self.is_undone,
            "folders": [_relative(path, folder) for path in self.folders],
            "steps": [
                {
                    "target": _relative(step.target, folder),
                    "old": _relative(step.old, folder),
                    "new": step.new and _relative(step.new, folder),
                    "is_replaced": step.is_replaced,
                    "adds": step.adds,
                }
                for step in self.steps
            ],
        }
        draft = folder / f"{JOURNAL}.new"
        draft.write_text(json.dumps(content), encoding="utf-8")
        replace(draft, folder / JOURNAL)

    @classmethod
    def read(cls, folder: Path) -> Journal | None:
        """Return the journal in a hidden folder; None where there is none. Raises OSError."""
        try:
            content = json.loads((folder / JOURNAL).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None

        def path(text: str) -> Path:
            return Path(os.path.normpath(folder / text))

        steps = [
            Step(
                path(step["target"]),
                path(step["old"]),
                step["new"] and path(step["new"]),
                step["is_replaced"],
                step["adds"],
            )
            for step in content["steps"]
        ]
        return cls(steps, [path(text) for text in content["folders"]], content["undo"])

    def settle(self) -> None:
        """Finish a run that was killed, or undo one that failed. Raises OSError."""
        if self.is_undone:
            undo(self.steps)
            return
        for step in self.steps:
            if not step.adds:
                step.finish()
        for step in self.steps:
            if step.adds and step.new.exists():
                if step.target.exists():
                    with_retries(partial(_add_tables, step.new, step.target))
                    step.new.unlink()
                else:
                    replace(step.new, step.target)


def undo(steps: Iterable[Step]) -> None:
    """Undo all steps, the last one first. Raises OSError once all have been tried."""
    failures = [error for step in reversed(list(steps)) if (error := _failure(step.undo)) is not None]
    if failures:
        raise failures[0]


def replace(source: Path, target: Path) -> None:
    """Move a file, also over another; try again for a moment where a program holds one of them. Raises OSError."""
    with_retries(lambda: source.replace(target))


def with_retries(action: Callable[[], Any], is_temporary: Callable[[OSError], bool] | None = None) -> Any:
    """Return what an action returns, tried again for a moment while it fails for a reason that may pass."""
    end = time.monotonic() + RETRIED_FOR_S
    while True:
        try:
            return action()
        except OSError as error:
            is_held = is_temporary(error) if is_temporary else isinstance(error, PermissionError)
            if not is_held or time.monotonic() > end:
                raise
        time.sleep(RETRY_INTERVAL_S)


def _failure(action: Callable[[], None]) -> OSError | None:
    try:
        action()
    except OSError as error:
        return error
    return None


def _keep(path: Path, copy: Path) -> None:
    """Give a file a second name, so that its first name is never missing; move it where links are not possible."""
    try:
        os.link(path, copy)
    except OSError:
        replace(path, copy)


def _add_tables(source: Path, target: Path) -> None:
    added = AddedTables(source, target)
    try:
        added.commit()
    finally:
        added.close()


def _relative(path: Path, folder: Path) -> str:
    with suppress(ValueError):  # on another drive
        return os.path.relpath(path, folder)
    return str(path)
