# SPDX-License-Identifier: GPL-2.0-or-later
"""Stages results in a hidden folder beside each destination, and moves all of them once every one is complete."""

from __future__ import annotations

import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from qgis.core import QgsDataSourceUri

from .database import AddedTables, has_transactions

SHAPEFILE_PARTS = (".shx", ".dbf", ".prj", ".qix", ".qpj", ".cpg", ".sbn", ".sbx", ".idm", ".ind")
DATABASE_TAILS = ("-wal", "-shm", "-journal")
SHORTEST_PROVIDER = 3  # letters; one letter before a colon is a drive
NEW, OLD = "new", "old"


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
        # By resolved folder: the text before the file name in the destination, and the hidden folder.
        self._hidden: dict[Path, tuple[str, Path]] = {}
        self._shared: set[Path] = set()  # files whose tables are added to an existing database

    def stage(self, given: str) -> str:
        """Return the staged path or URI for a given file or table. Raises OSError when the folder is not writable."""
        provider, rest = split_provider(given)
        if not provider:
            made = self._beside(given)
            self._shared.discard(made)
            return made.as_posix()
        uri = QgsDataSourceUri(rest)
        database, made = Path(uri.database()), self._beside(uri.database())
        if database.is_file() and not made.exists():
            self._shared.add(made)
        uri.setDatabase(made.as_posix())
        return f"ogr:{uri.uri(False)}"

    def final(self, text: str) -> str:
        """Return a text with every staged path replaced by its final destination."""
        for head, hidden in self._hidden.values():
            text = text.replace(f"{(hidden / NEW).as_posix()}/", head)
        return text

    def move_to_destinations(self) -> None:
        """Add tables and move files. Raises OSError after restoring everything."""
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
                for part in parts_of(target):
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
        """Remove everything that is still staged."""
        for _, hidden in self._hidden.values():
            shutil.rmtree(hidden, ignore_errors=True)
        self._hidden.clear()

    def _beside(self, given: str) -> Path:
        name = Path(given).name
        head = given[: given.rindex(name)]
        folder = Path(head).resolve()
        if folder not in self._hidden:
            # Not mkdtemp: on Windows a file moved out of its folder stays readable only by its owner.
            hidden = Path(head).absolute() / f".frontline-{secrets.token_hex(8)}"
            hidden.mkdir()
            self._hidden[folder] = head, hidden
            for part in (NEW, OLD):
                (hidden / part).mkdir()
        return self._hidden[folder][1] / NEW / name


def parts_of(path: Path) -> list[Path]:
    """Return the path of a file and of the files beside it that may belong to it."""
    endings = SHAPEFILE_PARTS if path.suffix.lower() == ".shp" else ()
    return [path, *(path.with_suffix(end) for end in endings), *(Path(f"{path}{tail}") for tail in DATABASE_TAILS)]
