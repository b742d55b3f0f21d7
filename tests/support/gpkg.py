# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads geometries and one field of a GeoPackage without QGIS or GDAL."""

import sqlite3
from contextlib import closing

import numpy as np
from frontline_change.core.libraries import shapely

ENVELOPE_BYTES = (0, 32, 48, 48, 64)


def read(path, table, field):
    """Values of a field and geometries (n,) of a table, in order of their ids."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        rows = connection.execute(f'SELECT "{field}", geom FROM "{table}" ORDER BY fid').fetchall()
    return [value for value, _ in rows], shapely.from_wkb(np.array([_wkb(blob) for _, blob in rows], dtype=object))


def _wkb(blob: bytes) -> bytes:
    """A geometry without its GeoPackage header (8 bytes and an envelope, whose kind stands in the flags)."""
    return blob[8 + ENVELOPE_BYTES[blob[3] >> 1 & 7] :]
