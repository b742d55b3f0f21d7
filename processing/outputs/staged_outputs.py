# SPDX-License-Identifier: GPL-2.0-or-later
"""Stages results in a hidden folder beside each destination, and moves all of them once every one is complete."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from qgis.core import QgsDataSourceUri, QgsVectorFileWriter

from . import recovery
from .database import AddedTables, has_transactions, tables_in
from .folder_locks import locked
from .moves import JOURNAL, Journal, Step, replace, undo, with_retries
from .recovery import REPLACED, HiddenFolder

SHAPEFILE_PARTS = (".shx", ".dbf", ".prj", ".qix", ".qpj", ".cpg", ".sbn", ".sbx", ".idm", ".ind")
DATABASE_TAILS = ("-wal", "-shm", "-journal")
SHORTEST_PROVIDER = 3  # letters; one letter before a colon is a drive
DATABASES = (".gpkg", ".sqlite")
METADATA = ".qmd"
NEW = "new"
RECOVERED_WITHIN_S = 5.0


def split_provider(destination: str) -> tuple[str, str]:
    """Return the provider that a destination names and the rest of its text; an empty provider for a plain path."""
    provider, colon, rest = destination.partition(":")
    named = colon and len(provider) >= SHORTEST_PROVIDER and not {"/", "\\"} & set(provider)
    return (provider, rest.removeprefix("//")) if named else ("", destination)


def is_file(destination: str) -> bool:
    """Whether a destination is a file or a table in one: not a memory layer, on a server or in an archive.

    False also for an existing database without transactions.
    """
    provider, rest = split_provider(destination)
    if provider:
        database = Path(QgsDataSourceUri(rest).database())
        return provider == "ogr" and bool(database.name) and (not database.exists() or has_transactions(database))
    return bool(destination) and not destination.startswith("/vsi") and destination != "TEMPORARY_OUTPUT"


class StagedOutputs:
    """A hidden folder beside each destination of a run. Nothing else changes until `move_to_destinations`."""

    def __init__(self) -> None:
        self._hidden: dict[Path, HiddenFolder] = {}  # by resolved folder
        self._heads: dict[Path, str] = {}  # by resolved folder: the text before the file name in the first destination
        self._given: dict[str, str] = {}  # by staged path: the destination
        self._whole: set[Path] = set()  # staged files that replace the one at their destination
        self._removed: set[Path] = set()  # files that go when the others come
        self._databases: set[Path] = set()  # staged files whose tables may be added to an existing database
        self.added: set[Path] = set()  # those whose tables have been added
        self.kept: Path | None = None  # the hidden folder with an old file that could not be put back

    def stage(self, given: str) -> str:
        """Return the staged path or URI for a given file or table. Raises OSError when the folder is not writable."""
        provider, rest = split_provider(given)
        if not provider:
            staged = self._beside(given)
            self._whole.add(_with_ending(staged))
            return staged.as_posix()
        uri = QgsDataSourceUri(rest)
        staged = self._beside(uri.database())
        self._databases.add(staged)
        uri.setDatabase(staged.as_posix())
        return f"ogr:{uri.uri(False)}"

    def remove(self, path: Path) -> None:
        """Have a file removed with the move, in a folder in which files are staged."""
        self._removed.add(path)

    def final(self, text: str) -> str:
        """Return a text with every staged path replaced by its final destination."""
        for staged in sorted(self._given, key=len, reverse=True):
            text = text.replace(staged, self._given[staged])
        for folder, head in self._heads.items():
            text = text.replace(f"{(self._hidden[folder].path / NEW).as_posix()}/", head)
        return text

    def move_to_destinations(
        self,
        check: Callable[[], None] = lambda: None,
        then: Callable[[], None] = lambda: None,
        publish: Callable[[], None] = lambda: None,
    ) -> list[Path]:
        """Add tables and move files; return metadata files that were kept since they are not by this plugin.

        `check` is called while other runs move their results, and may raise. `then` is called after the moves, before
        other runs make theirs; `publish` once all files are moved, and if it fails, they are moved back. Raises OSError
        after restoring everything.
        """
        if not self._hidden:
            publish()
            return []
        recovery.remember(self._hidden)
        end = time.monotonic() + RECOVERED_WITHIN_S
        while True:
            for folder in self._hidden:
                recovery.recover(folder)
            with locked(self._hidden, check):
                steps = self._steps()
                unsettled = set().union(*map(recovery.pending, self._hidden))
                hindered = unsettled & {step.target for step in steps}
                if not hindered or time.monotonic() > end:
                    if hindered:
                        raise OSError(errno.EBUSY, "locked", str(next(iter(hindered))))
                    kept = self._move(steps, publish)
                    then()
                    return kept

    def discard(self) -> None:
        """Remove everything that is still staged."""
        for hidden in reversed(self._hidden.values()):  # the first one, with the journal, last
            if self.kept is not None:
                hidden.release()
            else:
                hidden.remove()
        self._hidden.clear()
        self._heads.clear()

    def _move(self, steps: list[Step], publish: Callable[[], None]) -> list[Path]:
        kept = [step.target for step in steps if step.target.suffix == METADATA and not _is_ours(step.target)]
        steps = [step for step in steps if step.target not in kept]
        folders = [hidden.path for hidden in self._hidden.values()]
        databases: list[AddedTables] = []
        try:
            databases += (  # one by one: those before a failure are closed
                with_retries(partial(AddedTables, step.new, step.target), _is_locked) for step in steps if step.adds
            )
            for step in steps:
                if step.is_replaced and not step.adds:
                    replace(step.target, step.target)  # changes nothing, and fails for a file that is held open
            Journal(steps, folders).write(folders[0])
            try:
                for step in steps:
                    if not step.adds:
                        step.finish()
                publish()
                for database in databases:
                    with_retries(database.commit, _is_locked)
            except BaseException:
                self.kept = folders[0]
                with suppress(OSError):
                    Journal(steps, folders, is_undone=True).write(folders[0])
                undo(steps)
                self.kept = None
                raise
            finally:
                if self.kept is None:
                    (folders[0] / JOURNAL).unlink(missing_ok=True)
        finally:
            for database in databases:
                database.close()
        self.added = {step.new for step in steps if step.adds}
        return kept

    def _steps(self) -> list[Step]:
        """The steps that move what is staged to the destinations as they are now. Raises OSError."""
        files: list[Step] = []
        removed: dict[Path, Step] = {}
        for folder, hidden in self._hidden.items():
            staged = sorted((hidden.path / NEW).iterdir())
            added = [path for path in staged if self._is_to_add(path, folder / path.name)]
            tails = {f"{path}{tail}" for path in added for tail in DATABASE_TAILS}
            for path in staged:
                target, old = folder / path.name, hidden.path / REPLACED / path.name
                if str(path) in tails:
                    continue
                files.append(Step(target, old, path, target.is_file(), path in added))
                if path not in added:
                    parts = [part for part in parts_of(target)[1:] if part.is_file()]
                    metadata = target.with_suffix(METADATA)
                    if metadata.is_file() and metadata != target and _is_ours(metadata):
                        parts.append(metadata)  # moved below if the new result has one; the old one's would mislead
                    removed |= {part: Step(part, old.with_name(part.name), None, True) for part in parts}
        for path in self._removed:
            hidden = self._hidden[path.parent.resolve()]
            removed[path] = Step(path, hidden.path / REPLACED / path.name, None, True)
        moved = {step.target for step in files}
        return [*(step for part, step in removed.items() if part not in moved), *files]

    def _is_to_add(self, staged: Path, target: Path) -> bool:
        """Whether the tables of a staged file are added to the database that is at its destination by now."""
        if not target.is_file():
            return False
        if staged in self._databases - self._whole:
            if not has_transactions(target):
                raise FileExistsError(errno.EEXIST, "File exists", str(target))
            return True
        if staged not in self._whole or target.suffix.lower() not in DATABASES:
            return False
        there, ours = ({name.casefold() for name in tables_in(path)} for path in (target, staged))
        # Other tables are new, or the run would have been refused: another run has made them meanwhile.
        has_others = not there <= ours | {staged.stem.casefold(), staged.name.partition(".")[0].casefold()}
        return has_others or (there <= ours and _is_held(target))

    def _beside(self, given: str) -> Path:
        path, full = Path(given), _with_ending(Path(given))
        if full.is_symlink():  # the file that it leads to is replaced, and the link stays
            given, path = str(full), full.resolve()
        folder = path.parent.resolve()
        if folder not in self._hidden:
            recovery.recover(folder)
            first = next(iter(self._hidden.values()), None)
            hidden = HiddenFolder(folder, None if first is None else first.path)
            self._hidden[folder] = hidden  # removed by `discard`, whatever fails from here
            self._heads[folder] = given[: given.rindex(path.name)] if path.name in given else f"{folder.as_posix()}/"
            for part in (NEW, REPLACED):
                (hidden.path / part).mkdir()
        staged = self._hidden[folder].path / NEW / path.name
        self._given.setdefault(staged.as_posix(), given)
        return staged


def parts_of(path: Path) -> list[Path]:
    """Return the path of a file and of the files beside it that may belong to it."""
    endings = SHAPEFILE_PARTS if path.suffix.lower() == ".shp" else ()
    return [path, *(path.with_suffix(end) for end in endings), *(Path(f"{path}{tail}") for tail in DATABASE_TAILS)]


def missing_ending(path: Path) -> str:
    """Return the ending that QGIS adds to a file name whose ending does not fit its format."""
    driver = QgsVectorFileWriter.driverForExtension(path.suffix[1:])
    if not driver:
        return ".gpkg"
    metadata = QgsVectorFileWriter.MetaData()
    endings = metadata.ext.split() if QgsVectorFileWriter.driverMetadata(driver, metadata) else []
    return "" if not endings or path.suffix[1:].lower() in endings else f".{endings[0]}"


def _with_ending(path: Path) -> Path:
    return Path(f"{path}{missing_ending(path)}")


def _is_ours(metadata: Path) -> bool:
    """Whether a metadata file may be replaced: there is none yet, or this plugin has written it."""
    try:
        return "Frontline Change" in metadata.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return True


def _is_held(path: Path) -> bool:
    """Whether a program, which may be this one, keeps a file from being replaced, as Windows lets it."""
    try:
        replace(path, path)
    except PermissionError:
        return True
    return False


def _is_locked(error: OSError) -> bool:
    return "locked" in str(error) or "busy" in str(error)
