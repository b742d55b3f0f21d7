# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawn polygons repaired and united by map and class with geopandas."""

from __future__ import annotations

import geopandas
import united
from timing import timed


def prepare(data: dict, threads: int):
    """Return the work, with the polygons in memory in degrees."""
    maps, keys, wkb = zip(*data["rows"])
    polygons = geopandas.GeoDataFrame(
        {"map": maps, "class": keys}, geometry=geopandas.GeoSeries.from_wkb(wkb, crs="EPSG:4326")
    )

    def work() -> geopandas.GeoDataFrame:
        return polygons.set_geometry(polygons.make_valid()).dissolve(by=["map", "class"])

    return work


def figures_of(data: dict, found: geopandas.GeoDataFrame) -> dict[str, float]:
    """Return the areas of the first class."""
    return united.areas_km2(data, [(*names, wkb) for names, wkb in found.geometry.to_wkb().items()])


timed(prepare, figures_of)
