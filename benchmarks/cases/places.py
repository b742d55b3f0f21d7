# SPDX-License-Identifier: GPL-2.0-or-later
"""How much of 30,000 places is held on every map of a series: ours, and plain shapely that overlays each map.

The places are circles of 2 km, spread at random over the front and around it. The rival overlays every tenth map only.
"""

from __future__ import annotations

from inputs import Inputs, plugin_module

from cases import OURS, Case, Work
from cases.capture import in_frame
from cases.series import KM2, size

PLACES, RADIUS_M = 30_000, 2000.0
EVERY = 10  # map that plain shapely overlays, and on which the figures are compared


def shapes_over(maps):
    """Return circles at random over the eastern half of the ground held on the last map, and as far beyond its edge."""
    import numpy as np

    shapely = plugin_module("core.libraries").shapely
    west, south, east, north = shapely.bounds(maps[-1].geometry)
    generator = np.random.default_rng(1)
    low, high = ((west + east) / 2, (south + north) / 2), (east, north)
    return shapely.buffer(shapely.points(generator.uniform(low, high, (PLACES, 2))), RADIUS_M)


def ours(inputs: Inputs) -> Work:
    """Return the work with core: the ground that moved, overlaid with the places that it touches."""
    polygons, shares = plugin_module("core.geometry.polygons"), plugin_module("core.change.place_shares")
    days, maps = in_frame()
    shapes = shapes_over(maps)

    def work() -> dict[str, float]:
        collected = shares.PlaceShares(shapes)
        for each in maps:
            collected.add(polygons.HeldArea(each.geometry))  # without cached results
        history = collected.finish()
        return {f"{days[on]}, held": history.held_m2(on).sum() / KM2 for on in range(0, len(maps), EVERY)}

    return work


def plain_shapely(inputs: Inputs) -> Work:
    """Return the work in plain shapely, with prepared parts of the held area in a search tree."""
    import numpy as np

    shapely = plugin_module("core.libraries").shapely
    days, maps = in_frame()
    shapes = shapes_over(maps)

    def held_m2(held) -> float:
        parts = shapely.get_parts(held)
        shapely.prepare(parts)
        shape, part = shapely.STRtree(parts).query(shapes)
        inside = shapely.contains_properly(parts[part], shapes[shape])
        crossing = ~inside & shapely.intersects(parts[part], shapes[shape])
        cut = shapely.intersection(shapes[shape[crossing]], parts[part[crossing]])
        return float(np.sum(shapely.area(shapes[shape[inside]])) + np.sum(shapely.area(cut)))

    def work() -> dict[str, float]:
        return {f"{days[on]}, held": held_m2(maps[on].geometry) / KM2 for on in range(0, len(maps), EVERY)}

    work.scale = EVERY
    return work


CASES = (
    Case(
        "places: 30,000 on every map, engine",
        {OURS: ours, "plain shapely": plain_shapely},
        agree_within={"held": 1e-6},
        repeats=1,
        rounds=2,
        size=size,
    ),
)
