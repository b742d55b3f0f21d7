# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawn polygons repaired and united by map and class with the newest shapely."""

from __future__ import annotations

import shapely
import united
from timing import timed


def prepare(data: dict, threads: int):
    """Return the work, with the polygons in memory in degrees."""
    groups: dict[tuple[str, str], list[bytes]] = {}
    for name, key, wkb in data["rows"]:
        groups.setdefault((name, key), []).append(wkb)
    polygons = {group: shapely.from_wkb(wkb) for group, wkb in groups.items()}

    def work() -> dict:
        return {group: shapely.union_all(shapely.make_valid(each)) for group, each in polygons.items()}

    return work


def figures_of(data: dict, found: dict) -> dict[str, float]:
    """Return the areas of the first class."""
    return united.areas_km2(data, [(*group, shapely.to_wkb(one)) for group, one in found.items()])


timed(prepare, figures_of)
