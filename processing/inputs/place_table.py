# SPDX-License-Identifier: GPL-2.0-or-later
"""Settlements from a table without geometry, such as a CSV file, with columns of longitude and latitude in degrees."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...core.errors import InputError
from ...core.maps import formats
from .layers import LayerInput

if TYPE_CHECKING:
    from ...core.maps.snapshots import RawMap

LONGITUDE = ("lon", "longitude", "long", "lng", "x", "довгота")
LATITUDE = ("lat", "latitude", "y", "широта")
DELIMITERS = ",;\t|"
PEEKED_BYTES = 20_000  # enough for a header


def place_layer_uri(path: Path) -> str | None:
    """Return the URI under which QGIS shows a table of text as points, in EPSG:4326; None if it has no such columns."""
    if path.suffix.lower() not in formats.TABLES or formats.is_readable(path):
        return None
    from ...core.maps.formats.encodings import text_of

    try:
        with path.open("rb") as file:
            text = text_of(file.read(PEEKED_BYTES))[0].lstrip("\ufeff")
    except OSError:
        return None
    header = next((line for line in text.splitlines() if line.strip()), "")
    for delimiter in DELIMITERS:
        names = next(csv.reader([header], delimiter=delimiter, skipinitialspace=True), [])
        longitude, latitude = _columns(names)
        if longitude is not None and latitude is not None:
            return f"{path}|option:X_POSSIBLE_NAMES={longitude}|option:Y_POSSIBLE_NAMES={latitude}"
    return None


def has_coordinates(names: Sequence[str]) -> bool:
    """Return whether columns with these names hold longitude and latitude."""
    return None not in _columns(names)


def points_of_table(layer: LayerInput) -> RawMap:
    """Return the rows of a table as points, None for rows without numbers. Raises InputError without the columns."""
    import numpy as np

    from ...core.libraries import shapely
    from ...core.maps.snapshots import RawMap

    names = tuple(field.name() for field in layer.fields)
    columns = _columns(names)
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


def _columns(names: Sequence[str]) -> tuple[str | None, str | None]:
    """The names of the columns of longitude and latitude, None for one that is missing."""
    folded = {name.strip().casefold(): name.strip() for name in names}
    longitude, latitude = (
        next((folded[word] for word in words if word in folded), None) for words in (LONGITUDE, LATITUDE)
    )
    return longitude, latitude


def _number(value: Any) -> float:
    """A cell as a number; NaN if it is not a number."""
    try:
        return float(str(value).replace(",", "."))
    except ValueError:
        return float("nan")
