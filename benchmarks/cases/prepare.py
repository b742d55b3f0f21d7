# SPDX-License-Identifier: GPL-2.0-or-later
"""Clean snapshots from drawn maps: ours against plain shapely, which repairs the polygons and unites each class.

Both start from maps already read. Ours also closes gaps, removes overlaps between classes and keeps drawn vertices; the
figures are the areas of the class that has the ground where classes overlap, in the same plane. They differ by the
gaps that ours closes.
"""

from __future__ import annotations

from inputs import ROOT, SHARED_DATA, Inputs, plugin_module

from cases import OURS, Case, Work

KM2 = 1e6
FIRST = "held"
LONGEST_EDGE_DEG = 0.02  # 2 km, as in core
RAW_MAPS = 6  # of the monthly ones: the last half year


def snapshots():
    """Return the dated maps as drawn: published ones where they are at hand, else those of the sample data."""
    if SHARED_DATA.is_dir():
        files = sorted((SHARED_DATA / "deepstate_raw_monthly").glob("*.geojson"))[-RAW_MAPS:]
    else:
        files = plugin_module("sample.generate").generate(ROOT / "build" / "bench_sample").maps
    formats, readers = plugin_module("core.maps.formats"), plugin_module("core.maps.readers")
    maps = (formats.read_file(file) for file in files)
    return [
        one for raw in maps for one in readers.read_snapshots(raw, readers.recognise(raw), readers.ReadOptions())[0]
    ]


def frame_of(maps):
    """Return the frame around the maps."""
    polygons = plugin_module("core.geometry.polygons")
    return polygons.common_frame([polygons.lonlat_polygons(one.chosen([FIRST]), None, "maps") for one in maps])


def ours(inputs: Inputs) -> Work:
    """Return the work with core."""
    cleaner = plugin_module("core.maps.clean").Cleaner
    maps = snapshots()
    frame = frame_of(maps)

    def work() -> dict[str, float]:
        clean = cleaner(frame)
        results = [clean.clean([one]) for one in maps]
        return {f"{one.instant}, {FIRST}": found.accounts[FIRST].area_m2 / KM2 for one, found in zip(maps, results)}

    return work


def plain_shapely(inputs: Inputs) -> Work:
    """Return the work as `make_valid` and `union_all` of each class; the areas are measured outside the timed work."""
    import numpy as np

    shapely = plugin_module("core.libraries").shapely
    maps = snapshots()
    frame = frame_of(maps)
    areas_km2: dict[str, float] = {}

    def area_km2(geometry) -> float:
        flat = shapely.transform(shapely.segmentize(geometry, LONGEST_EDGE_DEG), frame.project)
        return float(np.sum(shapely.area(flat))) / KM2

    def work() -> dict[str, float]:
        united = [
            {key: shapely.union_all(shapely.make_valid(found)) for key, found in one.polygons.items()} for one in maps
        ]
        if not areas_km2:  # in the first run, which is not timed
            areas_km2.update({f"{one.instant}, {FIRST}": area_km2(each[FIRST]) for one, each in zip(maps, united)})
        return areas_km2

    return work


def size(inputs: Inputs) -> str:
    """Return the size of the maps in words."""
    shapely = plugin_module("core.libraries").shapely
    maps = snapshots()
    vertices = sum(int(shapely.get_num_coordinates(found).sum()) for one in maps for found in one.polygons.values())
    return f"{len(maps)} maps of {vertices // len(maps)} vertices on average"


CASES = (Case("prepare: clean maps", {OURS: ours, "plain shapely": plain_shapely}, {FIRST: 0.5}, rounds=3, size=size),)
