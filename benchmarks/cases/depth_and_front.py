# SPDX-License-Identifier: GPL-2.0-or-later
"""What the areas do not need: depth of what moved, length of the front, and the whole of a measurement.

No rival: neither QGIS nor shapely has a function for either. What each needs is prepared beforehand, not timed.
"""

from __future__ import annotations

from inputs import Inputs, plugin_module, read

from cases import OURS, Case, Work


class Scene:
    """The maps in the frame, the partition and the theatre, as the algorithm hands them to core."""

    def __init__(self, inputs: Inputs) -> None:
        shapely = plugin_module("core.libraries").shapely
        polygons, sectors = plugin_module("core.polygons"), plugin_module("core.sectors")

        def source(path, where=""):
            return polygons.lonlat_polygons(shapely.from_wkb(read(path, where)[0]), None, path.stem)

        maps = [source(path, inputs.held) for path in (inputs.before, inputs.after)]
        names = read(inputs.regions, field=inputs.region_field)[1]
        self.frame = polygons.common_frame(maps)
        self.before, self.after = (polygons.held_area(each, self.frame) for each in maps)
        self.partition = sectors.partition(source(inputs.regions), names, self.frame)
        self.theatre = polygons.held_area(source(inputs.theatre), self.frame)
        self.edges_before = polygons.edges_of(self.before.geometry)
        self.moved = plugin_module("core.change").change(self.edges_before, polygons.edges_of(self.after.geometry))
        self.settings = plugin_module("core.measure").Settings()


def depth(inputs: Inputs) -> Work:
    """Return the work: parts and their kind, deepest point of each, percentile and mean along the new front."""
    scene = Scene(inputs)
    moved = plugin_module("core.moved")
    ground_of = plugin_module("core.depth").Ground.of

    def work() -> dict[str, float]:
        edges, settings = scene.edges_before, scene.settings
        ground = ground_of(edges.start_mm / 1000, edges.end_mm / 1000)
        parts = moved.parts_of(scene.moved.gained, ground, settings.position_error_m, settings.noise_width_m)
        pieces = moved.pieces_of(parts, scene.partition)
        front = moved.moved_front(parts, pieces, scene.moved.chain, scene.partition, None, scene.frame, gained=True)
        depth_m = moved.depth_of(pieces, parts, ground, None).depth_m
        rows = len(scene.partition.row_names)
        summary = moved.depth_summary(pieces, parts, depth_m, front, ground, rows)
        return {f"{name}, advance_max_km": m / 1000 for name, m in zip(scene.partition.row_names, summary.max_m)}

    return work


def front(inputs: Inputs) -> Work:
    """Return the work: where a boundary counts as front, and its geodesic length per region on both dates."""
    scene = Scene(inputs)
    module = plugin_module("core.front")

    def work() -> dict[str, float]:
        zone = module.Zone.of(scene.theatre.geometry, scene.settings.edge_tolerance_m, None)
        before_m, _ = module.front_lengths_m(scene.edges_before, scene.moved.chain, zone, scene.partition, scene.frame)
        return {f"{name}, front_km": m / 1000 for name, m in zip(scene.partition.row_names, before_m)}

    return work


def whole(inputs: Inputs) -> Work:
    """Return the work: everything that `frontline:sectorchange` measures, from maps that are in the frame."""
    scene = Scene(inputs)
    measurement = plugin_module("core.measure").PairMeasurement

    def work() -> dict[str, float]:
        run = measurement(scene.before, scene.after, scene.partition, scene.frame, scene.settings, scene.theatre)
        for _ in run:
            pass
        return {"all, gained": float(run.result.gained_m2.sum()) / 1e6}

    return work


CASES = (
    Case(name="depth per region", contestants={OURS: depth}),
    Case(name="front length per region", contestants={OURS: front}, repeats=3),
    Case(name="everything, maps in the frame", contestants={OURS: whole}, repeats=3),
)
