# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps written out in a test: rows of attributes and WKT in, a RawMap out."""

from pathlib import Path

import pytest
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.snapshots import RawMap

SQUARE = "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))"


@pytest.fixture
def raw_map():
    """A RawMap from rows of (attributes, WKT or None); a row of attributes alone gets a square."""

    def build(*rows, name="map", fields=None):
        pairs = [row if isinstance(row, tuple) else (row, SQUARE) for row in rows]
        attributes = [dict(attributes) for attributes, _ in pairs]
        geometries = shapely.from_wkt([wkt for _, wkt in pairs])
        found = tuple(dict.fromkeys(key for row in attributes for key in row))
        return RawMap(name, Path(f"{name}.geojson"), attributes, geometries, None, fields or found)

    return build
