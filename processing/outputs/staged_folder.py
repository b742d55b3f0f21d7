# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a folder of files beside its destination, and moves all of them once every one is complete."""

from __future__ import annotations

import errno
import json
import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QCoreApplication

from . import write_errors
from .moves import Step, replace, undo, with_retries

REPLACED = ".replaced"  # the files that were at the destinations


class StagedFolder:
    """A hidden folder beside `target`, in a `with` statement; it is removed at the end, whatever has happened.

    `path` is where to write. Files of the same names in `target` are replaced by the move. `listing` is a JSON file in
    the folder that names all files of a result under "files": those of an earlier result that the new one does not
    have are removed, and everything else in `target` stays.
    """

    def __init__(self, target: Path, listing: str, parameter: str, loaded: Mapping[str, str]) -> None:
        """`parameter` is the output's name in messages, `loaded` the names of the project's layers by source."""
        self._target, self._listing, self._parameter, self._loaded = target, listing, parameter, loaded
        self.path = target.parent / f".{target.name}-{secrets.token_hex(4)}"
        self._is_kept = False  # while it has old files that could not be put back

    def __enter__(self) -> StagedFolder:
        try:
            if self._target.exists() and not self._target.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
            self.path.mkdir()  # in a folder that exists, as all results
        except OSError as error:
            raise self._refusal(error) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._is_kept:
            shutil.rmtree(self.path, ignore_errors=True)

    def move_to_destination(self) -> None:
        """Move all files. Raises QgsProcessingException where one cannot be replaced, and all are as they were."""
        try:
            if self._target.exists():
                self._replace_files()
            else:
                with_retries(lambda: self.path.rename(self._target))
        except OSError as error:
            raise self._refusal(error) from error

    def _replace_files(self) -> None:
        """Replace the files of an earlier result. Raises OSError after putting the old ones back."""
        steps = self._steps()
        for step in steps:
            if step.is_replaced:
                replace(step.target, step.target)  # changes nothing, and fails for a file that is held open
        for folder in {path.parent for step in steps for path in (step.target, step.old)}:
            folder.mkdir(parents=True, exist_ok=True)
        try:
            for step in steps:
                step.finish()
        except BaseException:
            self._is_kept = True
            undo(steps)
            self._is_kept = False
            raise

    def _steps(self) -> list[Step]:
        """The step of each file that is written, replaced or removed."""
        replaced = self.path / REPLACED
        files = {file.relative_to(self.path): file for file in self.path.rglob("*") if file.is_file()}
        outdated = {file.relative_to(self._target) for file in _listed(self._target, self._listing)} - set(files)
        return [
            Step(target, replaced / name, files.get(name), target.is_file())
            for name in sorted({*files, *outdated})
            for target in [self._target / name]
        ]

    def _refusal(self, error: OSError) -> QgsProcessingException:
        """The error for people: it names the file that is held, and the layer that holds it, where these are known."""
        named = [Path(name) for name in (error.filename2, error.filename) if name]
        held = next((file for file in named if self._target in file.parents and file.is_file()), None)
        if held is not None:
            cause = write_errors.cause(str(held), error, self._loaded)
            return write_errors.refusal(self._parameter, str(self._target), cause)
        text = QCoreApplication.translate(
            "FrontlineChange",
            "The folder {path} cannot be written ({reason}). Choose another one, or close the program that uses it.",
        )
        return QgsProcessingException(text.format(path=self._target, reason=error.strerror or error))


def _listed(folder: Path, listing: str) -> set[Path]:
    """The files in a folder that a result there names as its own; none where its listing is not one of ours."""
    try:
        names = json.loads((folder / listing).read_text(encoding="utf-8"))["files"]
        named = [folder / name for name in names]
    except (OSError, ValueError, TypeError, KeyError):
        return set()
    return {file for file in named if file.is_file() and folder.resolve() in file.resolve().parents}
