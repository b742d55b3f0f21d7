# SPDX-License-Identifier: GPL-2.0-or-later
"""Data files read through GDAL: their contents, and tables added to a database in one transaction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any


class AddedTables:
    """The tables of one database file copied into another; they are kept only after `commit`."""

    def __init__(self, source: Path, database: Path) -> None:
        """Copy the tables; tables of the same names are replaced. Raises OSError."""
        self._database = database
        with _muted_errors(database):
            self._target = _opened(database, for_writing=True)
        try:
            with _muted_errors(database):
                _check(self._target is not None and not self._target.StartTransaction())
                given = _opened(source)
                for index in range(given.GetLayerCount()):
                    self._copy(given.GetLayer(index))
        except BaseException:
            self.close()
            raise

    def commit(self) -> None:
        """Keep the copied tables. Raises OSError."""
        with _muted_errors(self._database):
            _check(not self._target.CommitTransaction())
        self._target = None

    def close(self) -> None:
        """Close the database; uncommitted changes are rolled back."""
        if self._target is not None:
            with suppress(OSError), _muted_errors(self._database):
                self._target.RollbackTransaction()
            self._target = None

    def _copy(self, source: Any) -> None:
        from osgeo import ogr

        options = ["OVERWRITE=YES"]
        for option, name in (("GEOMETRY_NAME", source.GetGeometryColumn()), ("FID", source.GetFIDColumn())):
            options += [f"{option}={name}"] if name else []
        layer = self._target.CreateLayer(source.GetName(), source.GetSpatialRef(), source.GetGeomType(), options)
        _check(layer is not None)
        layout = source.GetLayerDefn()
        for index in range(layout.GetFieldCount()):
            _check(not layer.CreateField(layout.GetFieldDefn(index)))
        for row in source:
            copy = ogr.Feature(layer.GetLayerDefn())
            copy.SetFrom(row)
            copy.SetFID(row.GetFID())
            _check(not layer.CreateFeature(copy))
        _check(not layer.SyncToDisk() and layer.GetFeatureCount() == source.GetFeatureCount())
        instants = [field for field in map(layout.GetFieldDefn, range(layout.GetFieldCount())) if _is_instant(field)]
        for name in (_quoted(field.GetName()) for field in instants):  # QGIS writes whole seconds, newer GDAL `00.000Z`
            change = f"{_quoted(source.GetName())} SET {name} = replace({name}, '.000Z', 'Z')"
            self._target.ExecuteSQL(f"UPDATE {change}")


def _is_instant(field: Any) -> bool:
    from osgeo import ogr

    return field.GetType() == ogr.OFTDateTime


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def has_transactions(database: Path) -> bool:
    """Whether a database supports transactions, so that either all tables are added or none."""
    from osgeo import ogr

    with suppress(OSError), _muted_errors(database):
        opened = _opened(database)
        return opened is not None and bool(opened.TestCapability(ogr.ODsCTransactions))
    return False


def count(path: Path, table: str | None) -> int | None:
    """Return the number of features in a file or a table of it; None where it cannot be read."""
    with suppress(OSError), _muted_errors(path):
        opened = _opened(path)
        layer = None if opened is None else opened.GetLayerByName(table) if table else opened.GetLayer(0)
        return None if layer is None else layer.GetFeatureCount()
    return None


def rows_of_csv(path: Path) -> int | None:
    """Return the number of rows of a CSV file below its header; None if a row is incomplete.

    On a full disk GDAL cuts the file without an error, and counts a row of which only a part was written.
    """
    try:
        parts = path.read_bytes().split(b'"')
    except OSError:
        return None
    lines = b"".join(parts[::2]).split(b"\n")  # without quoted text, which may hold commas and ends of lines
    commas = {line.count(b",") for line in lines[:-1]}
    is_whole = len(parts) % 2 == 1 and lines[-1] == b"" and len(commas) == 1
    return len(lines) - 2 if is_whole else None


def tables_in(path: Path) -> list[str]:
    """Return the names of all tables and rasters in a database file; none where it cannot be read."""
    from osgeo import gdal

    is_geopackage = path.suffix.lower() == ".gpkg"
    with suppress(OSError), _muted_errors(path):
        options = ["LIST_ALL_TABLES=YES"] if is_geopackage else []
        opened = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_RASTER, open_options=options)
        if opened is not None:
            names = [opened.GetLayer(index).GetName() for index in range(opened.GetLayerCount())]
            rasters = _rows(opened, "SELECT table_name FROM gpkg_contents") if is_geopackage else []
            return list(dict.fromkeys([*names, *(name for (name,) in rasters)]))
    return []


def shows(path: Path, layer: str | int, table: str) -> bool:
    """Whether a layer of a database, by name or index, is this table or a view that reads it; True if unknown."""
    with suppress(OSError), _muted_errors(path):
        opened = _opened(path)
        found = opened.GetLayer(layer) if isinstance(layer, int) else opened.GetLayerByName(layer)
        _check(found is not None)
        rows = _rows(opened, "SELECT name, sql FROM sqlite_master WHERE type = 'view'")
        views = {name.casefold(): query for name, query in rows}
        waiting, known = [found.GetName().casefold()], set()
        while waiting:
            name = waiting.pop()
            known.add(name)
            query = views.get(name, "")
            if name == table.casefold() or mentions(query, table):
                return True
            waiting += [other for other in views.keys() - known if mentions(query, other)]
        return False
    return True


def mentions(query: str, table: str) -> bool:
    """Whether the name of a table occurs as a word in a query."""
    return re.search(rf"(?<!\w){re.escape(table)}(?!\w)", query, re.IGNORECASE) is not None


def files_of(path: Path) -> tuple[Path, ...]:
    """Return the files that a file refers to, including itself; none where it cannot be read."""
    with suppress(OSError), _muted_errors(path):
        opened = _opened(path)
        return () if opened is None else tuple(map(Path, opened.GetFileList() or []))
    return ()


def _rows(opened: Any, query: str) -> list[tuple[Any, ...]]:
    answer = opened.ExecuteSQL(query)
    if answer is None:
        return []
    rows = [tuple(row.GetField(index) for index in range(row.GetFieldCount())) for row in answer]
    opened.ReleaseResultSet(answer)
    return rows


def _opened(path: Path, *, for_writing: bool = False) -> Any:
    from osgeo import gdal

    return gdal.OpenEx(str(path), gdal.OF_VECTOR | (gdal.OF_UPDATE if for_writing else 0))


def _check(succeeded: bool) -> None:
    if not succeeded:
        raise RuntimeError


@contextmanager
def _muted_errors(path: Path) -> Iterator[None]:
    """Raise GDAL's errors as OSError, whether or not GDAL is configured to raise exceptions."""
    from osgeo import gdal

    gdal.ErrorReset()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    except RuntimeError as error:
        raise OSError(0, gdal.GetLastErrorMsg() or str(error), str(path)) from error
    finally:
        gdal.PopErrorHandler()
