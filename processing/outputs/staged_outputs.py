# SPDX-License-Identifier: GPL-2.0-or-later
"""Results are staged, beside where they are to go, and moved to their destinations together once all of them are
complete."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from qgis.core import QgsDataSourceUri

from .database import AddedTables, has_transactions

SHAPEFILE_PARTS = (".shx", ".dbf", ".prj", ".qix", ".qpj", ".cpg", ".sbn", ".sbx", ".idm", ".ind")
DATABASE_TAILS = ("-wal", "-shm", "-journal")
SHORTEST_PROVIDER = 3  # letters; one letter before a colon is a drive
NEW, OLD = "new", "old"


def is_file(destination: str) -> bool:
    """Whether a destination is a file or a table in one: not in memory, on a server or in an archive.

    Nor a file there already that can take tables only one by one.
    """
    provider, colon, rest = destination.partition(":")
    if colon and len(provider) >= SHORTEST_PROVIDER and not {"/", "\\"} & set(provider):
        database = Path(QgsDataSourceUri(rest).database())
        return provider == "ogr" and bool(database.name) and (not database.exists() or has_transactions(database))
    return bool(destination) and not destination.startswith("/vsi") and destination != "TEMPORARY_OUTPUT"


class StagedOutputs:
    """A hidden folder beside each destination of a run. Until `move_to_destinations` all else is as it was."""

    def __init__(self) -> None:
        # By the folder, however it is spelt: what stands before the name in the destination, and the hidden folder.
        self._hidden: dict[Path, tuple[str, Path]] = {}
        self._shared: set[Path] = set()  # files whose tables join those of a database that is there already

    def stage(self, given: str) -> str:
        """Return where to write instead of a given file or table. Raises OSError where that is not allowed."""
        if not given.startswith("ogr:"):
            made = self._beside(given)
            self._shared.discard(made)
            return made.as_posix()
        uri = QgsDataSourceUri(given.removeprefix("ogr:"))
        database, made = Path(uri.database()), self._beside(uri.database())
        if database.is_file() and not made.exists():
            self._shared.add(made)
        uri.setDatabase(made.as_posix())
        return f"ogr:{uri.uri(False)}"

    def final(self, text: str) -> str:
        """Return a text in which staged paths are named, with the final destinations as they were given instead."""
        for head, hidden in self._hidden.values():
            text = text.replace(f"{(hidden / NEW).as_posix()}/", head)
        return text

    def move_to_destinations(self) -> None:
        """Take over tables and move files. Raises OSError, and then all is as it was."""
        made = [
            (path, Path(head + path.name), hidden / OLD)
            for head, hidden in self._hidden.values()
            for path in sorted((hidden / NEW).iterdir())
        ]
        moved: list[tuple[Path, Path]] = []

        def move(source: Path, target: Path) -> None:
            source.replace(target)
            moved.append((source, target))

        databases: list[AddedTables] = []
        try:
            databases += (AddedTables(path, target) for path, target, _ in made if path in self._shared)
            tails = {f"{path}{tail}" for path in self._shared for tail in ("", *DATABASE_TAILS)}
            files = [each for each in made if str(each[0]) not in tails]
            for _, target, old in files:
                for part in _parts(target):
                    if part.is_file():
                        move(part, old / part.name)
            for path, target, _ in files:
                move(path, target)
            for database in databases:
                database.commit()
        except BaseException:
            for source, target in reversed(moved):
                with suppress(OSError):
                    target.replace(source)
            raise
        finally:
            for database in databases:
                database.close()

    def discard(self) -> None:
        """Remove what is still staged."""
        for _, hidden in self._hidden.values():
            shutil.rmtree(hidden, ignore_errors=True)
        self._hidden.clear()

    def _beside(self, given: str) -> Path:
        name = Path(given).name
        head = given[: given.rindex(name)]
        folder = Path(head).resolve()
        if folder not in self._hidden:
            hidden = Path(tempfile.mkdtemp(prefix=".frontline-", dir=Path(head).absolute()))
            self._hidden[folder] = head, hidden
            for part in (NEW, OLD):
                (hidden / part).mkdir()
        return self._hidden[folder][1] / NEW / name


def _parts(path: Path) -> list[Path]:
    """A file and what may lie beside it as part of it."""
    sides = SHAPEFILE_PARTS if path.suffix.lower() == ".shp" else ()
    return [path, *(path.with_suffix(side) for side in sides), *(Path(f"{path}{tail}") for tail in DATABASE_TAILS)]
