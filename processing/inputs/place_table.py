# SPDX-License-Identifier: GPL-2.0-or-later
"""Settlements from a table without geometry, such as a CSV file, with columns of longitude and latitude in degrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.errors import InputError
from .layers import LayerInput

if TYPE_CHECKING:
    from ...core.maps.snapshots import RawMap

LONGITUDE = ("lon", "longitude", "long", "lng", "x")
LATITUDE = ("lat", "latitude", "y")


def points_of_table(layer: LayerInput) -> RawMap:
    """Return the rows of a table as points, None for rows without numbers. Raises InputError without the columns."""
    import numpy as np

    from ...core.libraries import shapely
    from ...core.maps.snapshots import RawMap

    names = tuple(field.name() for field in layer.fields)
    folded = {name.casefold(): name for name in names}
    columns = [next((folded[word] for word in words if word in folded), None) for words in (LONGITUDE, LATITUDE)]
    if None in columns:
        raise InputError(
            "Table “{layer}” has no points and no columns lon and lat. Its columns are: {fields}.",
            layer=layer.name,
            fields=", ".join(names) or "–",
        )
    attributes = [dict(zip(names, values)) for _, values, _ in layer.survey(names)]
    lonlat = np.array([[_number(row[column]) for column in columns] for row in attributes]).reshape(-1, 2)
    known = np.isfinite(lonlat).all(axis=1)
    geometries = np.full(len(attributes), None, dtype=object)
    geometries[known] = shapely.points(lonlat[known])
    return RawMap(layer.name, layer.path, attributes, geometries, "EPSG:4326", names)


def _number(value: Any) -> float:
    """A cell as a number; NaN if it is not a number."""
    try:
        return float(str(value).replace(",", "."))
    except ValueError:
        return float("nan")
