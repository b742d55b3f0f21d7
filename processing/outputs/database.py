# SPDX-License-Identifier: GPL-2.0-or-later
"""Adds finished tables to a database file that is there already: all of them in one transaction, or none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any


class AddedTables:
    """The tables of one database file in another, which has them for good after `commit` only."""

    def __init__(self, source: Path, database: Path) -> None:
        """Copy them; tables of the same names are replaced. Raises OSError."""
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
        """Keep them. Raises OSError."""
        with _muted_errors(self._database):
            _check(not self._target.CommitTransaction())
        self._target = None

    def close(self) -> None:
        """Close the database; what was not committed is undone."""
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


def has_transactions(database: Path) -> bool:
    """Whether tables can be added to a database so that they are all there or none."""
    from osgeo import ogr

    with suppress(OSError), _muted_errors(database):
        opened = _opened(database)
        return opened is not None and bool(opened.TestCapability(ogr.ODsCTransactions))
    return False


def count(path: Path, table: str | None) -> int | None:
    """Return how many features a file or a table of it holds; None where it cannot be read."""
    with suppress(OSError), _muted_errors(path):
        opened = _opened(path)
        layer = None if opened is None else opened.GetLayerByName(table) if table else opened.GetLayer(0)
        return None if layer is None else layer.GetFeatureCount()
    return None


def _opened(path: Path, *, for_writing: bool = False) -> Any:
    from osgeo import gdal

    return gdal.OpenEx(str(path), gdal.OF_VECTOR | (gdal.OF_UPDATE if for_writing else 0))


def _check(succeeded: bool) -> None:
    if not succeeded:
        raise RuntimeError


@contextmanager
def _muted_errors(path: Path) -> Iterator[None]:
    """What GDAL complains of becomes an OSError, whether GDAL was told to raise or not."""
    from osgeo import gdal

    gdal.ErrorReset()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    except RuntimeError as error:
        raise OSError(0, gdal.GetLastErrorMsg() or str(error), str(path)) from error
    finally:
        gdal.PopErrorHandler()
