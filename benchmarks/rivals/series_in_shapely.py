# SPDX-License-Identifier: GPL-2.0-or-later
"""The series with the newest shapely: every step in one vectorised call, the sectors in a search tree."""

from __future__ import annotations

import numpy as np
import pyproj
import shapely
from timing import Figures, timed


def prepare(series: dict, threads: int):
    """Return the work, with all geometries in memory in degrees."""
    maps, regions = shapely.from_wkb(series["maps"]), shapely.from_wkb(series["regions"])
    transformer = pyproj.Transformer.from_crs("EPSG:4326", series["projection"], always_xy=True)

    def flat(geometries):
        found = shapely.transform(geometries, lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1])))
        invalid = ~shapely.is_valid(found)
        found[invalid] = shapely.make_valid(found[invalid])
        return found

    def work() -> Figures:
        held, sectors = flat(maps), flat(regions)
        shapely.prepare(sectors)
        moved = np.concatenate([shapely.difference(held[1:], held[:-1]), shapely.difference(held[:-1], held[1:])])
        parts, step = shapely.get_parts(moved, return_index=True)
        part, sector = shapely.STRtree(sectors).query(parts, predicate="intersects")
        area_m2 = shapely.area(shapely.intersection(parts[part], sectors[sector]))
        cell = step[part] * len(sectors) + sector
        total_km2 = np.bincount(cell, area_m2, len(moved) * len(sectors)) / 1e6
        return {
            f"{series['days'][step % (len(held) - 1)]}, {series['names'][sector]}, "
            f"{'gained' if step < len(held) - 1 else 'lost'}": total_km2[step * len(sectors) + sector]
            for step, sector in np.argwhere(total_km2.reshape(len(moved), -1)).tolist()
        }

    return work


timed(prepare)
