# SPDX-License-Identifier: GPL-2.0-or-later
"""The coordinate system of a file that names none: the given one, or degrees if the coordinates are degrees."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...errors import InputError
from ...findings import Finding
from ...libraries import pyproj, shapely
from ..snapshots import RawMap

CRS_ASSUMED = "crs_assumed"
WGS84 = "EPSG:4326"


def with_crs(raw: RawMap, crs: str | None, parameter: str) -> RawMap:
    """Return a map with a CRS: its own, the given one, or WGS 84 (noted) if all its coordinates are degrees.

    Raises InputError, naming the parameter for the CRS, if none of them is possible.
    """
    if raw.crs_wkt is not None:
        return raw
    if crs is not None:
        return replace(raw, crs_wkt=_known(crs, parameter))
    sides = shapely.total_bounds(raw.geometries) if len(raw.geometries) else np.zeros(4)
    is_degrees = (np.abs(sides) <= (180, 90, 180, 90)).all() or np.isnan(sides).all()
    if not is_degrees:
        raise InputError(
            "“{layer}” does not say its coordinate system, and its coordinates are not degrees (x from {west} to "
            "{east}, y from {south} to {north}). Give it in {parameter}, such as EPSG:32637.",
            layer=raw.path.name if raw.path else raw.title,
            parameter=parameter,
            **{name: f"{side:.10g}" for name, side in zip(("west", "south", "east", "north"), sides)},
        )
    return replace(raw, crs_wkt=_known(WGS84, parameter), notes=(*raw.notes, Finding(CRS_ASSUMED)))


def _known(crs: str, parameter: str) -> str:
    try:
        return str(pyproj.CRS.from_user_input(crs).to_wkt())
    except (pyproj.exceptions.CRSError, UnicodeError) as error:
        raise InputError(
            "{parameter} cannot be “{crs}”: no coordinate system is called so. Give one such as EPSG:32637.",
            parameter=parameter,
            crs=crs[:80],
        ) from error
