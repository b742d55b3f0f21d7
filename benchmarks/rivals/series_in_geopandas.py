# SPDX-License-Identifier: GPL-2.0-or-later
"""The series with geopandas: aligned differences, and one overlay with the regions."""

from __future__ import annotations

import geopandas
from timing import Figures, timed


def prepare(series: dict, threads: int):
    """Return the work, with both tables in memory in degrees."""
    maps = geopandas.GeoSeries.from_wkb(series["maps"], index=series["days"], crs="EPSG:4326")
    regions = geopandas.GeoDataFrame(
        {"name": series["names"]}, geometry=geopandas.GeoSeries.from_wkb(series["regions"], crs="EPSG:4326")
    )

    def work() -> Figures:
        held = maps.to_crs(series["projection"])
        held = held.where(held.is_valid, held.make_valid())
        sectors = regions.to_crs(series["projection"])
        before, after = held.iloc[:-1].reset_index(drop=True), held.iloc[1:].reset_index(drop=True)
        figures: Figures = {}
        for kind, moved in (
            ("gained", after.difference(before, align=False)),
            ("lost", before.difference(after, align=False)),
        ):
            table = geopandas.GeoDataFrame({"day": series["days"][:-1]}, geometry=moved, crs=held.crs)
            parts = table[~table.is_empty].explode(ignore_index=True)
            cut = parts.overlay(sectors, how="intersection", keep_geom_type=True)
            sums = (cut.area / 1e6).groupby([cut["day"], cut["name"]]).sum()
            figures.update({f"{day}, {name}, {kind}": area_km2 for (day, name), area_km2 in sums.items()})
        return figures

    return work


timed(prepare)
