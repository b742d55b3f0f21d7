# SPDX-License-Identifier: GPL-2.0-or-later
"""The properties that every generated case must have, each a function that yields what is wrong.

Tolerances are what the millimetre grid and edges cut to 2 km account for. What is compared is what users get: the
overlay and dates of capture on areas in the plane, everything else through the public interface.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timezone
from itertools import pairwise
from typing import Any

import numpy as np
import references
from frontline_change import core
from frontline_change.core.change import series as series_module
from frontline_change.core.change.capture import Capture
from frontline_change.core.change.pair import Measurement, measure_pair
from frontline_change.core.change.parts import GROUND, LODGEMENT
from frontline_change.core.change.transitions import transitions, without_overlaps_between
from frontline_change.core.context import AREA, MEASURES, MeasurementContext
from frontline_change.core.errors import InputError
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.overlay import change
from frontline_change.core.geometry.partition import Partition, partition
from frontline_change.core.geometry.planar_partition import nearest_partition
from frontline_change.core.geometry.polygons import HeldArea, lonlat_polygons
from frontline_change.core.libraries import pyproj, shapely
from frontline_change.core.maps.periods import periods_of
from frontline_change.core.steps import finished
from generated import Case
from references import PLAIN

FRAME = Frame(30, 50)
POSITION_ERROR_M, EDGE_TOLERANCE_M = 500.0, 1500.0
KM, KM2 = 1e3, 1e6
GRID_M = 0.001
WIDE_FACTOR = 10  # wide edges are cut by their length as the crow flies, which may be a third of their own
SAMPLE_M = 50.0  # boundaries are charged to sectors in segments of this length
CHAIN_M = 2e-5  # an overlay in doubles moves edges by less than this
ADDITIVE = (
    *("held_before_km2", "held_after_km2", "gained_km2", "lost_km2", "net_km2"),
    *("noise_gained_km2", "noise_lost_km2", "lodgement_km2"),
)
CRS = ("EPSG:32637", "EPSG:3857", "+proj=laea +lat_0=48 +lon_0=37 +datum=WGS84 +units=m")
CRS_KM2 = 0.01

Faults = Iterator[str]


def faults(case: Case, name: str) -> list[str]:
    """What is wrong with a property of a case. An error that is raised is a fault, unless the case may be refused.

    Figures that differ from plain overlay are compared again with overlay on the grid: GEOS may be what is wrong.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with suppress(shapely.GEOSException):  # plain overlay in doubles may also raise one
                if not list(PROPERTIES[name](case)):
                    return []
            with references.on_grid():
                return list(PROPERTIES[name](case))
    except InputError as error:
        return [] if case.may_be_refused else [f"refused: {error}"]
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]


# In the plane


def _areas(case: Case) -> list[Any]:
    return [shapely.MultiPolygon(list(polygons)) for polygons in case.maps]


def _context(partition: Partition | None = None, **settings: Any) -> MeasurementContext:
    return MeasurementContext(partition or Partition(), FRAME, **settings)


def _off(what: str, found: float, expected: float, tolerance: float, unit: str = "m²") -> Faults:
    """A fault where a figure is not as expected; NaN never is."""
    if not abs(found - expected) <= tolerance:
        yield f"{what} {found:.9g} {unit}, expected {expected:.9g} (within {tolerance:.2g})"


def _moved(before: Any, after: Any) -> tuple[float, float]:
    found = change(HeldArea(before), HeldArea(after))
    return float(shapely.area(found.gained).sum()), float(shapely.area(found.lost).sum())


def moved(case: Case) -> Faults:
    """Gained and lost are those of plain difference, and net is the change of the area."""
    for before, after in pairwise(_areas(case)):
        length_m = before.length + after.length
        gained_m2, lost_m2 = _moved(before, after)
        yield from _off("net", gained_m2 - lost_m2, after.area - before.area, 1e-3 + CHAIN_M * length_m)
        expected = references.moved_m2(before, after)
        tolerance_m2 = 1e-3 + CHAIN_M * length_m
        found = gained_m2, lost_m2
        if any(abs(one - other) > tolerance_m2 for one, other in zip(found, expected)):
            expected = references.exactly_moved_m2(before, after)  # plain difference may be what is wrong
            tolerance_m2 = 1e-3 + GRID_M * length_m
        for what, one, other in zip(("gained", "lost"), found, expected):
            yield from _off(what, one, other, tolerance_m2)


def swapped(case: Case) -> Faults:
    """With the dates swapped, what was gained is lost."""
    for before, after in pairwise(_areas(case)):
        forth, back = _moved(before, after), _moved(after, before)
        tolerance_m2 = 1e-3 + GRID_M * (before.length + after.length)
        yield from _off("lost on the way back", back[1], forth[0], tolerance_m2)
        yield from _off("gained on the way back", back[0], forth[1], tolerance_m2)


def steps(case: Case) -> Faults:
    """Every step of a series is that of its two maps, and from end to end the net is that of all steps together."""
    maps = _areas(case)
    dates = [datetime(2025, number, 1, tzinfo=timezone.utc) for number in range(1, len(maps) + 1)]
    context = _context(measures=(AREA,))
    every, (whole,) = (
        list(series_module.measure_series(context, periods_of(dates, period), map(HeldArea, maps)))
        for period in ("snapshot", "all")
    )
    tolerance_m2 = 1e-3 + GRID_M * sum(area.length for area in maps)
    for step, (before, after) in zip(every, pairwise(maps)):
        found = step.measurement
        gained_m2, lost_m2 = references.moved_m2(before, after)
        yield from _off("held after a step", found.held_after_m2[0], after.area, tolerance_m2)
        yield from _off("gained in a step", found.gained_m2[0], gained_m2, tolerance_m2)
        yield from _off("lost in a step", found.lost_m2[0], lost_m2, tolerance_m2)
    net_m2 = maps[-1].area - maps[0].area
    yield from _off("net from end to end", whole.measurement.net_m2[0], net_m2, tolerance_m2)
    for what in ("gained", "lost"):
        summed_m2 = sum(getattr(step.measurement, f"{what}_m2")[0] for step in every)
        yield from _off(f"{what} summed", getattr(whole, f"{what}_sum_m2")[0], summed_m2, tolerance_m2)


def captured(case: Case) -> Faults:
    """Ground that changed hands has the history that the maps show, and with what never moved it is the last map."""
    maps = _areas(case)
    capture = Capture()
    for area in maps:
        capture.add(HeldArea(area))
    capture.finish()
    found = capture.captured(Partition(), 0.0)
    history = found.control_changes
    tolerance_m2 = 1e-3 + GRID_M * sum(area.length for area in maps)
    sums = found.per_period()
    for step, (before, after) in enumerate(pairwise(maps)):
        gained_m2, lost_m2 = references.moved_m2(before, after)
        yield from _off(f"captured in step {step + 1}", float(sums.gained_m2[step].sum()), gained_m2, tolerance_m2)
        yield from _off(f"given up in step {step + 1}", float(sums.lost_m2[step].sum()), lost_m2, tolerance_m2)
    ever = PLAIN.union([PLAIN.symmetric_difference(before, after) for before, after in pairwise(maps)])
    yield from _off("all ground that moved", float(found.area_m2.sum()), ever.area, tolerance_m2)
    at_end_m2 = float(found.area_m2[history.held_at_end].sum())
    kept_m2 = PLAIN.difference(maps[-1], ever).area
    yield from _off("moved and held at the end", at_end_m2, maps[-1].area - kept_m2, tolerance_m2)
    wide = np.flatnonzero(found.area_m2 > 0.01 * shapely.length(found.geometries))
    for fragment in wide[np.argsort(-found.area_m2[wide])][:5]:
        inner = shapely.buffer(found.geometries[fragment], -0.002)
        if inner.is_empty:
            continue
        point = shapely.point_on_surface(inner)
        held = [bool(shapely.contains(area, point)) for area in maps]
        gains = [number for number, (was, now) in enumerate(pairwise(held), 1) if now and not was]
        expected = (gains[0] if gains else 0, gains[-1] if gains else 0, sum(was != now for was, now in pairwise(held)))
        own = tuple(
            int(each[fragment]) for each in (history.first_capture, history.last_capture, history.times_changed)
        )
        if own != expected:
            yield f"history (first, last, times) {own} at {point.x:.3f} {point.y:.3f}, on the maps {expected}"


def depth(case: Case) -> Faults:
    """The deepest point lies in its part, its distance is right, and no other point is deeper by more than 0.1 m."""
    before, after = _areas(case)[:2]
    home = None if case.home is None else HeldArea(shapely.MultiPolygon([case.home]))
    result = finished(measure_pair(HeldArea(before), HeldArea(after), _context(home=home)))
    own = shapely.MultiPolygon() if home is None else home.geometry
    for side, held in ((result.gained, before), (result.lost, after)):
        ground = PLAIN.union([held, own])
        fragments, found = side.fragments, side.deepest
        order = np.argsort(-fragments.area_m2)[:6]
        for number in order[fragments.kind[order] == GROUND]:
            part = PLAIN.difference(fragments.geometries[number], own)
            if ground.is_empty or part.area < 1:
                continue
            if np.isnan(found.depth_m[number]):
                yield f"no depth of ground of {part.area:.1f} m²"
                continue
            point, foot = shapely.Point(found.point[number]), shapely.Point(found.foot[number])
            plane_m = point.distance(foot)
            yield from _off("distance of the deepest point from its part", part.distance(point), 0, 2e-3, "m")
            yield from _off("distance of the deepest point from the ground", ground.distance(point), plane_m, 2e-3, "m")
            yield from _off("depth on the ellipsoid", found.depth_m[number], plane_m, 1e-2 + 2e-3 * plane_m, "m")
            sampled_m = references.greatest_depth_m(part, ground)
            if sampled_m > plane_m + 0.11:
                yield f"depth {plane_m:.3f} m, but a point of the part is {sampled_m:.3f} m from the ground"
        lodgements = fragments.geometries[fragments.kind == LODGEMENT]
        if len(lodgements) and not ground.is_empty and shapely.distance(lodgements, ground).min() <= POSITION_ERROR_M:
            yield "a lodgement is nearer to the ground than the position error"
        deepest_m, p95_m = side.depth.max_m[0], side.depth.p95_m[0]
        if np.isfinite(p95_m) and p95_m > deepest_m * (1 + 2e-3) + 0.2:
            yield f"95th percentile of depth {p95_m:.3f} m above the greatest, {deepest_m:.3f} m"


def front(case: Case) -> Faults:
    """The front is the boundary well inside a square theatre; each sector has its part of it."""
    before, after = _areas(case)
    theatre, partition = HeldArea(shapely.multipolygons([case.theatre])), _partition(case)
    context = _context(partition, theatre=theatre, settings=core_settings(EDGE_TOLERANCE_M))
    result = finished(measure_pair(HeldArea(before), HeldArea(after), context))
    west, south, east, north = shapely.bounds(case.theatre)
    inner = shapely.box(
        *(value + EDGE_TOLERANCE_M for value in (west, south)), *(value - EDGE_TOLERANCE_M for value in (east, north))
    )
    if min(east - west, north - south) <= EDGE_TOLERANCE_M * 2:
        inner = shapely.Polygon()
    for what, area, found in (("before", before, result.front_before_m), ("after", after, result.front_after_m)):
        lines = PLAIN.intersection(shapely.boundary(area), inner)
        border = PLAIN.intersection(lines, shapely.boundary(inner))
        expected_m = references.geodesic_m(_lines(lines), FRAME.definition)
        slack_m = 0.5 + 1e-5 * expected_m + shapely.length(border) * 1.001
        yield from _off(f"front {what}", float(found.sum()), expected_m, slack_m, "m")
        for row, geometry in enumerate(partition.geometries):
            own = PLAIN.intersection(lines, geometry)
            shared = PLAIN.intersection(own, shapely.boundary(geometry))
            expected_m = references.geodesic_m(_lines(own), FRAME.definition)
            yield from _off(
                f"front {what} in {partition.names[row]}", found[row], expected_m, slack_m + 1.001 * shared.length, "m"
            )


def _lines(geometry: Any) -> Any:
    return shapely.MultiLineString(
        [part for part in shapely.get_parts(geometry) if part.geom_type == "LineString" and not part.is_empty]
    )


def core_settings(edge_tolerance_m: float) -> Any:
    """The settings of a run with this tolerance."""
    from frontline_change.core.context import Settings

    return Settings(edge_tolerance_m=edge_tolerance_m)


def _partition(case: Case) -> Partition:
    """Sectors that are disjoint as drawn."""
    if not case.sectors:
        return Partition()
    names = tuple(dict.fromkeys(name for name, _ in case.sectors))
    areas = [shapely.MultiPolygon([polygon for other, polygon in case.sectors if other == name]) for name in names]
    return Partition(names, np.array(areas, dtype=object))


def rows(case: Case) -> Faults:
    """In each sector, what was held, gained and lost is what plain intersection gives; also by date of capture."""
    maps, partition = _areas(case), _partition(case)
    context = _context(partition, measures=(AREA,))
    result = finished(measure_pair(HeldArea(maps[0]), HeldArea(maps[1]), context))
    yield from _rows_of(result, maps[0], maps[1])
    capture = Capture()
    for area in maps:
        capture.add(HeldArea(area))
    capture.finish()
    found = capture.captured(partition, 700.0).per_period()
    tolerance_m2 = 1e-2 + 2 * GRID_M * (sum(area.length for area in maps) + shapely.length(partition.geometries).sum())
    for step, (before, after) in enumerate(pairwise(maps)):
        gained, lost = PLAIN.difference(after, before), PLAIN.difference(before, after)
        for row, sector in enumerate(partition.geometries):
            name = f"{partition.names[row]} in step {step + 1}"
            expected_m2 = PLAIN.intersection(gained, sector).area
            yield from _off(f"captured in {name}", found.gained_m2[step][row], expected_m2, tolerance_m2)
            expected_m2 = PLAIN.intersection(lost, sector).area
            yield from _off(f"given up in {name}", found.lost_m2[step][row], expected_m2, tolerance_m2)


def belt(case: Case) -> Faults:
    """A straight front that moved as a whole: in each sector the depth is how far it moved."""
    before, after = _areas(case)
    result = finished(measure_pair(HeldArea(before), HeldArea(after), _context(_partition(case))))
    yield from _rows_of(result, before, after)
    width_m = PLAIN.difference(after, before)
    along = np.hypot(*np.diff(shapely.get_coordinates(shapely.minimum_rotated_rectangle(width_m)), axis=0).T)
    push_m = np.abs(after.area - before.area) / _longest_shared_m(before, after)
    assert along.min() > 0
    for row in range(len(result.partition.names)):
        depths = result.gained.depth
        if np.isnan(depths.max_m[row]):
            continue
        for what in ("max_m", "p95_m"):
            found_m = getattr(depths, what)[row]
            if found_m > push_m * (1 + 2e-3) + 1 or (what == "max_m" and found_m < push_m * (1 - 2e-3) - 1):
                yield f"{what} of {result.partition.names[row]} {found_m:.3f} m, the front moved by {push_m:.3f} m"
        inside = PLAIN.intersection(width_m, result.partition.geometries[row])
        old_m = PLAIN.intersection(shapely.buffer(before, 0.01), shapely.boundary(inside)).length
        boundary_m = _outer_m(inside, before, after)
        expected_m = inside.area / ((old_m + boundary_m) / 2)
        ends = 4 * SAMPLE_M / 2 / (old_m + boundary_m)  # where both fronts end, half a segment may be charged elsewhere
        yield from _off("mean depth", depths.mean_m[row], expected_m, (2e-3 + ends) * expected_m + 1, "m")


def _longest_shared_m(before: Any, after: Any) -> float:
    return PLAIN.intersection(shapely.buffer(before, 0.01), shapely.boundary(PLAIN.difference(after, before))).length


def _outer_m(inside: Any, before: Any, after: Any) -> float:
    """The length of new front: boundary of the part on the boundary of AFTER and not of BEFORE."""
    on_new = PLAIN.intersection(shapely.boundary(inside), shapely.buffer(shapely.boundary(after), 0.01))
    return PLAIN.difference(on_new, shapely.buffer(before, 0.01)).length


def _rows_of(result: Measurement, before: Any, after: Any) -> Faults:
    """The rows of a measurement against plain intersection with each sector."""
    gained, lost = PLAIN.difference(after, before), PLAIN.difference(before, after)
    tolerance_m2 = 1.0 + GRID_M * (before.length + after.length + shapely.length(result.partition.geometries).sum())
    for what, whole in (
        ("held_before_m2", before),
        ("held_after_m2", after),
        ("gained_m2", gained),
        ("lost_m2", lost),
    ):
        found = getattr(result, what)
        yield from _off(what, float(found.sum()), whole.area, tolerance_m2)
        for row, sector in enumerate(result.partition.geometries):
            expected_m2 = PLAIN.intersection(whole, sector).area
            yield from _off(f"{what} of {result.partition.names[row]}", found[row], expected_m2, tolerance_m2)


def nearest(case: Case) -> Faults:
    """Ground divided among points: valid, complete, without overlaps, and each point of it with the nearest one."""
    ground, sites = shapely.MultiPolygon(list(case.maps[0])), np.array(case.sites)
    owners = min(len(sites), 3) if len(sites) % 2 else len(sites)
    owner = np.arange(len(sites)) % owners
    found = nearest_partition(ground, sites, owner, owners)
    tolerance_m2 = 1e-2 + GRID_M * (ground.length + shapely.length(found).sum())
    if not shapely.is_valid(found).all():
        yield "an invalid part"
    yield from _off("area of all parts", float(shapely.area(found).sum()), ground.area, tolerance_m2)
    yield from _off("ground in no part or beyond it", _apart_m2(found, ground), 0, tolerance_m2)
    west, south, east, north = shapely.bounds(ground)
    xy = np.random.default_rng(1).uniform((west, south), (east, north), (200, 2))
    xy = xy[shapely.contains_xy(ground, xy[:, 0], xy[:, 1])]
    distance_m = np.hypot(*(xy[:, None, :] - sites[None, :, :]).transpose(2, 0, 1))
    by_owner_m = np.stack([np.where(owner == one, distance_m, np.inf).min(axis=1) for one in range(owners)], axis=1)
    for one in range(owners):
        others_m = np.delete(by_owner_m, one, axis=1).min(axis=1, initial=np.inf)
        mine = by_owner_m[:, one] < others_m - 0.02
        wrong = mine & ~shapely.contains_xy(found[one], xy[:, 0], xy[:, 1])
        if wrong.any():
            x, y = xy[np.flatnonzero(wrong)[0]]
            yield f"{wrong.sum()} points with another than the nearest site, such as {x:.3f} {y:.3f}"


def _apart_m2(parts: Sequence[Any], ground: Any) -> float:
    return PLAIN.symmetric_difference(PLAIN.union(parts), ground).area


def transitions_(case: Case) -> Faults:
    """What became of each class: the figures of plain overlay."""
    held, contested, held_after, contested_after = _areas(case)
    before, after = (
        without_overlaps_between({"held": one, "contested": other})
        for one, other in ((held, contested), (held_after, contested_after))
    )
    found = transitions(before, after, Partition()).matrix_m2[0]
    drawn = [[one, PLAIN.difference(other, one)] for one, other in ((held, contested), (held_after, contested_after))]
    none = found.shape[0] - 1
    tolerance_m2 = 1.0 + 3 * GRID_M * sum(area.length for area in _areas(case))
    for old in range(2):
        for new in range(2):
            expected_m2 = PLAIN.intersection(drawn[0][old], drawn[1][new]).area
            yield from _off(f"class {old} that became class {new}", found[old, new], expected_m2, tolerance_m2)
        for what, at, one, other in (
            ("given up", (old, none), drawn[0][old], drawn[1]),
            ("taken", (none, old), drawn[1][old], drawn[0]),
        ):
            expected_m2 = PLAIN.difference(one, PLAIN.union(other)).area
            yield from _off(f"class {old} {what}", found[at], expected_m2, tolerance_m2)


# In degrees


def _dated(case: Case, crs: str | None = None, mix: np.random.Generator | None = None) -> list[core.DatedMap]:
    """The maps of a case, perhaps in another CRS, perhaps with their features and corners in another order."""
    maps = []
    for number, polygons in enumerate(case.maps, 1):
        features = list(polygons)
        if mix is not None:
            features = [_mixed(polygon, mix) for polygon in features]
            mix.shuffle(features)
        geometry = shapely.geometrycollections([_in(polygon, crs) for polygon in features])
        maps.append(core.DatedMap(f"2025-{number:02d}-01", {"held": geometry}, crs or "EPSG:4326"))
    return maps


def _named(case: Case, crs: str | None = None, mix: np.random.Generator | None = None) -> core.Sectors | None:
    if not case.sectors:
        return None
    sectors = list(case.sectors)
    if mix is not None:
        mix.shuffle(sectors)
    names, polygons = zip(*sectors)
    polygons = [_in(polygon if mix is None else _mixed(polygon, mix), crs) for polygon in polygons]
    return core.Sectors(names, polygons, crs or "EPSG:4326")


def _mixed(polygon: Any, mix: np.random.Generator) -> Any:
    """The same polygon from another corner on, and run the other way."""
    rings = []
    for ring in shapely.get_rings(polygon):
        xy = np.roll(shapely.get_coordinates(ring)[:-1], int(mix.integers(100)), axis=0)
        rings.append(xy[::-1] if mix.random() < 0.5 else xy)
    return shapely.Polygon(rings[0], rings[1:])


def _in(polygon: Any, crs: str | None) -> Any:
    if crs is None:
        return polygon
    transformer = pyproj.Transformer.from_crs("EPSG:4326", crs, always_xy=True)
    return shapely.transform(polygon, lambda xy: np.column_stack(transformer.transform(*xy.T)))


def _of(case: Case, **how: Any) -> list[core.Change]:
    """The change of each pair of maps in a row."""
    maps, sectors = _dated(case, **how), _named(case, **how)
    return [core.measure_change(before, after, sectors, measures=(AREA,)) for before, after in pairwise(maps)]


def areas(case: Case) -> Faults:
    """Held, gained and lost are those of plain overlay in another plane."""
    slack_m2 = [references.straightness_m2(list(polygons)) for polygons in case.maps]
    flat = [PLAIN.union([references.flat(polygon) for polygon in polygons]) for polygons in case.maps]
    for number, found in enumerate(_of(case)):
        before, after = flat[number : number + 2]
        slack_km2 = sum(slack_m2[number : number + 2]) / KM2
        slack_km2 *= WIDE_FACTOR if case.may_be_refused else 1
        yield from _off(
            "net",
            found.net_km2,
            found.held_after_km2 - found.held_before_km2,
            1e-6 + 1e-11 * found.held_after_km2,
            "km²",
        )
        gained_m2, lost_m2 = references.moved_m2(before, after)
        for what, own_km2, expected_m2 in (
            ("held before", found.held_before_km2, before.area),
            ("held after", found.held_after_km2, after.area),
            ("gained", found.gained_km2, gained_m2),
            ("lost", found.lost_km2, lost_m2),
        ):
            yield from _off(what, own_km2, expected_m2 / KM2, slack_km2, "km²")


def sectors(case: Case) -> Faults:
    """Sectors and what is outside add up to the whole, and each has what plain overlay gives; the first name wins."""
    if not case.sectors:
        return
    slack_km2 = sum(references.straightness_m2([*polygons]) for polygons in case.maps) / KM2
    slack_km2 += references.straightness_m2([polygon for _, polygon in case.sectors]) / KM2
    flat = [PLAIN.union([references.flat(polygon) for polygon in polygons]) for polygons in case.maps]
    own: dict[str, Any] = {}
    taken = shapely.MultiPolygon()
    for name in sorted({name for name, _ in case.sectors}):
        whole = PLAIN.union([references.flat(polygon) for other, polygon in case.sectors if other == name])
        own[name] = PLAIN.difference(whole, taken)
        taken = PLAIN.union([taken, whole])
    for number, found in enumerate(_of(case)):
        rows = found.sectors
        for what in ADDITIVE:
            summed = sum(getattr(row, what) for row in rows.values())
            cut_km2 = slack_km2 if what.startswith("noise") else 1e-6  # cut by a sector, a part may leave slivers
            yield from _off(f"{what} of all sectors", summed, getattr(found, what), cut_km2, "km²")
        gained = PLAIN.difference(flat[number + 1], flat[number])
        lost = PLAIN.difference(flat[number], flat[number + 1])
        for name, sector in own.items():
            for what, whole in (
                ("gained_km2", gained),
                ("lost_km2", lost),
                ("held_before_km2", flat[number]),
                ("held_after_km2", flat[number + 1]),
            ):
                expected_km2 = PLAIN.intersection(whole, sector).area / KM2
                yield from _off(f"{what} of {name}", getattr(rows[name], what), expected_km2, slack_km2, "km²")


def partition_(case: Case) -> Faults:
    """Sectors that overlap become sectors that do not: valid, none larger, and together what they were together."""
    if not case.sectors:
        return
    lon, lat = shapely.get_coordinates(list(case.maps[0])).mean(axis=0)
    frame = Frame(round((lon + 180) % 360 - 180), round(lat))
    names, polygons = zip(*case.sectors)
    every = np.array(polygons, dtype=object)
    found = partition(lonlat_polygons(every, None, "sectors"), names, frame)
    if not shapely.is_valid(found.geometries).all():
        yield "an invalid sector"
    slack_m2 = references.straightness_m2(every)
    whole = PLAIN.union([references.flat(polygon) for polygon in polygons])
    yield from _off("all sectors", float(shapely.area(found.geometries).sum()), whole.area, slack_m2)
    yield from _off("their union", _together_m2(found.geometries), float(shapely.area(found.geometries).sum()), 1.0)
    for name, geometry in zip(found.names, found.geometries):
        own = PLAIN.union([references.flat(polygon) for other, polygon in case.sectors if other == name])
        if geometry.area > own.area + slack_m2:
            yield f"{name} {geometry.area:.1f} m², more than drawn, {own.area:.1f}"


def _together_m2(geometries: Any) -> float:
    return shapely.union_all(list(geometries), grid_size=GRID_M).area


def _alike(first: Sequence[core.Change], second: Sequence[core.Change], within_km2: float) -> Faults:
    """Faults where two measurements of the same differ."""
    for one, other in zip(first, second):
        for name, a, b in [
            ("all", one, other),
            *((name, row, other.sectors[name]) for name, row in one.sectors.items()),
        ]:
            for what in ADDITIVE[:5]:
                yield from _off(f"{what} of {name}", getattr(b, what), getattr(a, what), within_km2, "km²")


def order(case: Case) -> Faults:
    """The order of features and of their corners changes nothing."""
    yield from _alike(_of(case), _of(case, mix=np.random.default_rng(7)), 1e-5)


def crs(case: Case) -> Faults:
    """The same corners in another CRS give the same figures."""
    lon = shapely.get_coordinates(list(case.maps[0]))[0][0]
    chosen = CRS[1] if not 30 < lon < 45 else CRS[int(sum(map(ord, str(case.size)))) % 3]
    yield from _alike(_of(case), _of(case, crs=chosen), CRS_KM2)


def batching(case: Case) -> Faults:
    """How many maps are processed together changes nothing."""
    maps, named = _dated(case), _named(case)

    def series() -> list[core.Change]:
        found = core.measure_series(maps, "snapshot", sectors=named, measures=(AREA,))
        return [one.change for one in found if one.change is not None]

    together, right = series(), series_module.EDGES_AT_ONCE
    series_module.EDGES_AT_ONCE = 1
    try:
        yield from _alike(together, series(), 1e-6)
    finally:
        series_module.EDGES_AT_ONCE = right


def together(case: Case) -> Faults:
    """A series gives what its pairs give one by one, and from end to end its net is that of the first and last map."""
    maps, named = _dated(case), _named(case)
    slack_km2 = sum(references.straightness_m2(list(polygons)) for polygons in case.maps) / KM2
    slack_km2 += references.straightness_m2([polygon for _, polygon in case.sectors]) / KM2 if case.sectors else 0
    found = [
        one.change
        for one in core.measure_series(maps, "snapshot", sectors=named, measures=(AREA,))
        if one.change is not None
    ]
    yield from _alike(_of(case), found, slack_km2)
    (whole,) = [
        one.change
        for one in core.measure_series(maps, "all", sectors=named, measures=(AREA,))
        if one.change is not None
    ]
    yield from _off("net from end to end", whole.net_km2, sum(one.net_km2 for one in found), 1e-6, "km²")
    for name, row in whole.sectors.items():
        summed = sum(one.sectors[name].net_km2 for one in found)
        yield from _off(f"net of {name} from end to end", row.net_km2, summed, 1e-6, "km²")


def front_in_sectors(case: Case) -> Faults:
    """The front of all sectors is the front of the whole; a front is never longer than the boundary."""
    maps = _dated(case)
    found = core.measure_change(
        maps[0], maps[1], _named(case), core.Area(case.theatre), measures=MEASURES, edge_tolerance_m=1000.0
    )
    for what in ("front_before_km", "front_after_km"):
        whole = getattr(found, what)
        if whole is None or whole < -1e-9:
            yield f"{what} is {whole}"
            continue
        summed = sum(getattr(row, what) for row in found.sectors.values())
        yield from _off(f"{what} of all sectors", summed, whole, 1e-5 + 1e-6 * whole, "km")
    for row in (found, *found.sectors.values()):
        for side in ("advance", "retreat"):
            deepest, p95 = (getattr(row, f"{side}_{kind}_km") for kind in ("max", "p95"))
            if p95 is not None and deepest is not None and p95 > deepest * 1.002 + 2e-4:
                yield f"{side}_p95_km of {row.sector} {p95:.6f} above the greatest, {deepest:.6f}"


PROPERTIES: dict[str, Callable[[Case], Faults]] = {
    **{
        function.__name__: function
        for function in (
            moved, swapped, steps, captured, depth, front, rows, belt, nearest,
            areas, sectors, order, crs, batching, together,
        )
    },
    "transitions": transitions_,
    "partition": partition_,
    "front in sectors": front_in_sectors,
}  # fmt: skip
