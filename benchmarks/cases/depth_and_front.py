# SPDX-License-Identifier: GPL-2.0-or-later
"""Depth of moved ground and length of the front, which areas do not need. The maps are in the frame already.

There is no rival: neither QGIS nor shapely has a function for either. The first case is part of the others.
"""

from __future__ import annotations

from functools import partial

from inputs import Inputs, plugin_module, read

from cases import OURS, Case, Work


def measure(inputs: Inputs, *, measures: tuple[str, ...]) -> Work:
    """Return the work of measuring one pair, as the algorithm does with core."""
    shapely = plugin_module("core.libraries").shapely
    polygons, sectors = plugin_module("core.geometry.polygons"), plugin_module("core.geometry.partition")
    core_measure = plugin_module("core.change.pair")

    def layer(path, where=""):
        return polygons.lonlat_polygons(shapely.from_wkb(read(path, where)[0]), None, path.stem)

    maps = [layer(path, inputs.held) for path in (inputs.before, inputs.after)]
    frame = polygons.common_frame(maps)
    before, after = (polygons.held_area(each, frame) for each in maps)
    names = read(inputs.regions, field=inputs.region_field)[1]
    partition = sectors.partition(layer(inputs.regions), names, frame)
    theatre = polygons.held_area(layer(inputs.theatre), frame) if "front" in measures else None
    context = core_measure.MeasurementContext(partition, frame, theatre=theatre, measures=measures)

    def work() -> dict[str, float]:
        steps = core_measure.measure_pair(before, after, context)
        found = plugin_module("core.steps").finished(steps)
        return {"all, gained": float(found.gained_m2.sum()) / 1e6}

    return work


CASES = tuple(
    Case(name=name, contestants={OURS: partial(measure, measures=measures)})
    for name, measures in {
        "areas, maps in the frame": ("area",),
        "areas and depth, maps in the frame": ("area", "depth"),
        "areas and front, maps in the frame": ("area", "front"),
        "all of it, maps in the frame": ("area", "depth", "front"),
    }.items()
)
