# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws the figures of the help pages: .venv/bin/python tools/help_figures.py [FOLDER].

`core` computes everything in them from a small invented front, so that the figures show real results. Each figure is a
function, named like its algorithm. It is written twice, for screens of single and of double density.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from figure_canvas import HEIGHT_PX, Canvas

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "processing" / "help" / "figures"
PLUGIN = "frontline_change"

if PLUGIN not in sys.modules:
    spec = importlib.util.spec_from_file_location(PLUGIN, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    package = importlib.util.module_from_spec(spec)
    sys.modules[PLUGIN] = package
    spec.loader.exec_module(package)

from frontline_change.core.change.capture import Capture  # noqa: E402 (the package has to be registered first)
from frontline_change.core.change.change_points import steady_intervals  # noqa: E402
from frontline_change.core.change.pair import measure_pair  # noqa: E402
from frontline_change.core.change.place_distances import PlaceDistanceSeries  # noqa: E402
from frontline_change.core.change.place_shares import PlaceShares, place_shapes  # noqa: E402
from frontline_change.core.change.places import Places  # noqa: E402
from frontline_change.core.change.transitions import CLASSES, transitions, without_overlaps_between  # noqa: E402
from frontline_change.core.context import MeasurementContext  # noqa: E402
from frontline_change.core.depth.arrows import motion, points_within  # noqa: E402
from frontline_change.core.depth.axes import FIRST, Axis, front_position  # noqa: E402
from frontline_change.core.depth.reach import Reference, held_beyond, profile  # noqa: E402
from frontline_change.core.depth.transects import crossings, from_front, positions  # noqa: E402
from frontline_change.core.front.contact_line import front_lines  # noqa: E402
from frontline_change.core.front.zone import Zone  # noqa: E402
from frontline_change.core.geometry.gaps import close_gaps  # noqa: E402
from frontline_change.core.geometry.geodesy import Frame, snapped  # noqa: E402
from frontline_change.core.geometry.overlay import change  # noqa: E402
from frontline_change.core.geometry.partition import Partition  # noqa: E402
from frontline_change.core.geometry.polygons import HeldArea, edges_of, on_grid, without_overlaps  # noqa: E402
from frontline_change.core.geometry.segments import SegmentIndex  # noqa: E402
from frontline_change.core.libraries import shapely  # noqa: E402
from frontline_change.core.maps.from_lines import MARKS, held_from_lines  # noqa: E402
from frontline_change.core.sectors.construct import along_front, around_places  # noqa: E402
from frontline_change.core.steps import finished  # noqa: E402
from frontline_change.styles import palette  # noqa: E402

FRAME = Frame(0, 0)
KM = 1000.0
X = np.arange(-26 * KM, 26 * KM + 1, 400.0)
THEATRE = shapely.box(-24 * KM, -14 * KM, 24 * KM, 14 * KM)
ZONE = Zone.of(THEATRE, 0.0, None)


def line(*pushes: tuple[float, float, float], base_km: float = -2.5) -> np.ndarray:
    """A front (n, 2) from west to east in metres: gentle bends, and pushes (position, width, distance north) in km."""
    x = X / KM
    y = base_km + 0.5 * np.sin(x / 2.1) + 0.35 * np.sin(x / 0.9 + 1.0)
    for at, width, far in pushes:
        y = y + far * np.clip(1 - ((x - at) / (1.4 * width)) ** 4, 0, None) ** 2
    return np.column_stack([X, y * KM])


def below(front: np.ndarray):
    """The held ground south of a front, on whole millimetres as in core."""
    ring = np.concatenate([[[front[0, 0], -16 * KM]], [[front[-1, 0], -16 * KM]], front[::-1]])
    return on_grid(shapely.Polygon(snapped(ring)))


def _off(point: np.ndarray, east: float, north: float) -> np.ndarray:
    """A point at an offset in metres from another point."""
    return point + np.array([east, north])


BEFORE = line()
AFTER = line((-5, 2.6, 5.8), (5.8, 2.7, -2.8))


def sectorchange(draw: Canvas) -> None:
    """Two sectors: gained, lost, a lodgement, and the deepest advance and retreat."""
    west, east = (on_grid(shapely.box(a * KM, -15 * KM, b * KM, 15 * KM)) for a, b in ((-25, 1.2), (1.2, 25)))
    pocket = shapely.buffer(shapely.Point(5.6 * KM, 4.0 * KM), 1.2 * KM)
    before, after = below(BEFORE), on_grid(shapely.union(below(AFTER), pocket))
    sectors = Partition(("A", "B"), np.array([west, east], dtype=object))
    result = finished(measure_pair(HeldArea(before), HeldArea(after), MeasurementContext(sectors, FRAME)))
    draw.held(before)
    for gain_or_loss, shade, colour in (
        (result.gained, draw.gained, palette.GAINED_DARK),
        (result.lost, draw.lost, palette.LOST_DARK),
    ):
        for fragment in gain_or_loss.listed():
            shape, kind = gain_or_loss.fragments.geometries[fragment], gain_or_loss.fragments.kind[fragment]
            if kind == "noise":
                continue
            shade(shape)
            if kind == "lodgement":
                draw.line(shape, colour, 1.5, (1.5, 2))
    draw.front_before(BEFORE)
    draw.front_after(AFTER)
    draw.line([(1.2 * KM, -15 * KM), (1.2 * KM, 15 * KM)], palette.BORDER, 1.2, (8, 3, 2, 3))
    for gain_or_loss, colour in ((result.gained, palette.GAINED_DARK), (result.lost, palette.LOST_DARK)):
        fragment = max(gain_or_loss.deepest_per_part(), key=lambda one: gain_or_loss.deepest.depth_m[one])
        foot, point = gain_or_loss.deepest.foot[fragment], gain_or_loss.deepest.point[fragment]
        draw.depth(foot, point, colour)
        beside = (-5 * KM, 4.5 * KM) if gain_or_loss is result.gained else (5.8 * KM, -6.2 * KM)
        draw.text(beside, f"{gain_or_loss.deepest.depth_m[fragment] / KM:.1f} km", colour, bold=True)
    draw.text((-10 * KM, 7.4 * KM), "A", palette.GREY, bold=True)
    draw.text((10 * KM, 7.4 * KM), "B", palette.GREY, bold=True)
    draw.text((-5 * KM, 5.9 * KM), "gained", palette.GAINED)
    draw.text((5.8 * KM, -7.6 * KM), "lost", palette.LOST)
    draw.text((5.6 * KM, 6.0 * KM), "lodgement", palette.GAINED)
    draw.text((-8 * KM, -6.8 * KM), "held", palette.GREY)


def changeseries(draw: Canvas) -> None:
    """A front at five dates, and for each period a bar of the ground gained and lost."""
    steps = [(0.0, 0.0), (1.6, 0.6), (3.6, 1.5), (4.4, 3.9), (6.6, 3.2)]
    fronts = [line((-3, 3.4, west), (4.4, 2.0, east)) for west, east in steps]
    held = [below(front) for front in fronts]
    moved = [change(HeldArea(a), HeldArea(b)) for a, b in zip(held, held[1:])]
    ramp = palette.DATE_RAMP[1:5]
    with draw.panel(6, 6, 218, 140):
        draw.show(20 * KM, (0, 0.6 * KM))
        draw.held(held[0])
        for step, colour in zip(moved, ramp):
            draw.fill(step.gained, colour)
        for step in moved:
            draw.lost(step.lost)
        draw.front_before(fronts[0])
        for front in fronts[1:-1]:
            draw.line(front, palette.GREY, 0.8)
        draw.front_after(fronts[-1])
    with draw.panel(6, 152, 218, 122):
        draw.show(218, (0, 0))
        zero, px_per_km2 = -24.0, 3.6
        for number, (step, colour) in enumerate(zip(moved, ramp)):
            x = -72 + 40 * number
            gained, lost = (
                float(shapely.area(ground).sum()) / KM**2 * px_per_km2 for ground in (step.gained, step.lost)
            )
            draw.fill(shapely.box(x, zero, x + 20, zero + gained), colour)
            draw.lost(shapely.box(x, zero - lost, x + 20, zero))
            draw.text((x + 10, zero + gained + 10), f"{gained / px_per_km2:.0f}", palette.INK)
            draw.text((x + 10, -50), str(number + 1), palette.GREY)
        draw.line([(-90, zero), (90, zero)], palette.INK, 1)
        draw.text((-100, 48), "km²", palette.GREY, "left")


def transects(draw: Canvas) -> None:
    """Transects cast from the old front: to the new one, and those without a reading."""
    bay = line((0.6, 1.3, -3.6))
    before, after = below(bay), below(AFTER)
    edges, later = edges_of(before), edges_of(after)
    cast = from_front(edges, ZONE, 1300.0, 3000.0, 9000.0)
    position_m = [positions(len(cast), crossings(cast, held), "first") for held in (edges, later)]
    moved_m = position_m[1] - position_m[0]
    draw.held(before)
    moved = change(HeldArea(before), HeldArea(after))
    draw.fill(moved.gained, palette.GAINED, 0.25)
    draw.fill(moved.lost, palette.LOST, 0.25)
    start, end = cast.at(np.nan_to_num(position_m[0])), cast.at(np.nan_to_num(position_m[1]))
    ahead = cast.at(np.minimum(cast.outward_m, 2500.0))
    for number in range(len(cast)):
        if np.isnan(moved_m[number]):
            draw.line([cast.origin[number], ahead[number]], palette.INK, 1.4, (2, 2))
    draw.front_before(bay)
    draw.front_after(AFTER)
    for number in np.flatnonzero(np.abs(moved_m) > 100):
        colour = palette.GAINED_DARK if moved_m[number] > 0 else palette.LOST_DARK
        draw.arrow(start[number], end[number], colour, 1.4)
    for origin in cast.origin:
        draw.dot(origin, palette.INK, 2.2)
    draw.text((-5 * KM, 4.6 * KM), "new front", palette.INK)
    draw.text((-10.6 * KM, -4.4 * KM), "old front", palette.GREY, "left")
    draw.text((0.4 * KM, -7.3 * KM), "no reading", palette.INK)
    draw.text((7.4 * KM, -6.0 * KM), "retreat", palette.LOST)
    draw.text((-1.2 * KM, 3.0 * KM), "advance", palette.GAINED, "left")


def reach(draw: Canvas) -> None:
    """Held ground beyond a border, its profile from stations, and the farthest point."""
    border = line(base_km=-4.5)
    held = on_grid(
        shapely.union(
            shapely.intersection(
                below(line((-4.5, 3.2, 5.0), (8, 1.6, 3.2), base_km=-6.2)), shapely.box(-15e3, -16e3, 15e3, 16e3)
            ),
            shapely.buffer(shapely.Point(3.0 * KM, 3.0 * KM), 1.4 * KM),
        )
    )
    reference = Reference.of_lines(np.array([shapely.linestrings(border)], dtype=object), "left", 12 * KM, [held])
    beyond = held_beyond(held, reference)
    stations = reference.stations(1000.0, 5000.0, 12 * KM)
    station_profile = profile(stations, beyond, reference, FRAME)
    draw.fill(below(border), palette.AROUND)
    draw.held(beyond)
    for number in np.flatnonzero(station_profile.held):
        draw.line([station_profile.foot[number], station_profile.point[number]], palette.GAINED, 1.2)
        draw.dot(station_profile.point[number], palette.GAINED, 2)
    draw.line(border, palette.INK, 2.4, (10, 3, 2, 3), casing=1)
    draw.line(beyond, palette.INK, 1)
    far = int(np.argmax(station_profile.reach_m))
    draw.depth(station_profile.foot[far], station_profile.point[far], palette.GAINED_DARK)
    draw.text(
        _off(station_profile.point[far], 0, 1300),
        f"reach {station_profile.reach_m[far] / KM:.1f} km",
        palette.GAINED_DARK,
        bold=True,
    )
    draw.text((-10.4 * KM, -6.8 * KM), "border", palette.INK, "left")
    draw.text((-4.6 * KM, -3.1 * KM), "held", palette.GREY)


def axisadvance(draw: Canvas) -> None:
    """An axis with its boxes: the path advanced, and the path left."""
    before, after = below(BEFORE), below(AFTER)
    axis = Axis(
        "road",
        shapely.get_coordinates(
            shapely.segmentize(
                shapely.linestrings(
                    [(-8.2 * KM, -7.4 * KM), (-6.4 * KM, -1.4 * KM), (-3.4 * KM, 2.0 * KM), (7.6 * KM, 5.4 * KM)]
                ),
                200,
            )
        ),
        3 * KM,
        FRAME,
    )
    old, new = (front_position(axis, held, FIRST) for held in (before, after))
    moved = change(HeldArea(before), HeldArea(after))
    draw.held(before)
    draw.fill(moved.gained, palette.GAINED, 0.2)
    draw.gained(shapely.intersection(moved.gained, axis.curved_box))
    draw.line(axis.curved_box, palette.GREY, 1, (3, 3))
    draw.front_before(BEFORE)
    draw.front_after(AFTER)
    draw.line(axis.xy, palette.PAPER, 5)
    draw.line(axis.xy, palette.GREY, 1.5)
    draw.line(axis.stretch(0, old.centreline_m), palette.GREY, 3)
    draw.arrow(*axis.stretch(old.centreline_m, new.centreline_m)[[-2, -1]], palette.GAINED_DARK, 3)
    draw.line(axis.stretch(old.centreline_m, new.centreline_m - 400), palette.GAINED_DARK, 3)
    draw.dot(axis.xy[0], palette.GREY)
    draw.dot(axis.xy[-1], palette.INK, 4.5)
    advanced = f"advance {(new.centreline_m - old.centreline_m) / KM:.1f} km"
    draw.text((-10.6 * KM, 6.4 * KM), advanced, palette.GAINED_DARK, "left", bold=True)
    draw.text((2.0 * KM, 1.0 * KM), f"left {(axis.length_m - new.centreline_m) / KM:.1f} km", palette.INK, "left")
    draw.text((7.6 * KM, 7.4 * KM), "goal", palette.INK)
    draw.text((-6.0 * KM, -6.6 * KM), f"width {axis.width_m / KM:.0f} km", palette.GREY, "left")


def advancearrows(draw: Canvas) -> None:
    """Arrows over the ground that moved, longer and wider where it moved faster."""
    before, after = below(BEFORE), below(line((-5, 2.8, 6.0), (5.4, 3.0, 2.4)))
    moved = change(HeldArea(before), HeldArea(after))
    draw.held(before)
    draw.fill(moved.gained, palette.GAINED, 0.2)
    old, new = (_front_segments(held) for held in (before, after))
    found = motion(points_within(moved.gained, 1500.0), old, new, 30.0, 500.0)
    share = np.clip(found.speed_m_day / np.percentile(found.speed_m_day, 95), 0.0, 1.0)
    draw.front_before(BEFORE)
    draw.front_after(line((-5, 2.8, 6.0), (5.4, 3.0, 2.4)))
    for point, along, fast in zip(found.point, found.direction, share):
        half = along * 1500 * (0.3 + 0.6 * fast) / 2
        draw.arrow(point - half, point + half, palette.INK, 0.8 + 1.8 * fast)
    draw.text((-5 * KM, 4.8 * KM), "fast", palette.INK)
    draw.text((5.4 * KM, 1.4 * KM), "slow", palette.INK)


def _front_segments(held) -> SegmentIndex:
    edges = edges_of(held)
    start, end, _ = ZONE.clip(edges.start_mm / 1000, edges.end_mm / 1000)
    return SegmentIndex(start, end)


def extractfront(draw: Canvas) -> None:
    """The front inside the theatre and off its edge, and the same at a coarser scale."""
    theatre = on_grid(
        shapely.Polygon(
            [(-10.3e3, -7.6e3), (9.6e3, -7.6e3), (10.3e3, 1e3), (8e3, 7.6e3), (-7.4e3, 7.6e3), (-10.3e3, 4e3)]
        )
    )
    rough = line((-4, 2.4, 4.4), (4, 2.0, -2.0))
    rough[:, 1] += 500 * np.sin(X / 320) * np.cos(X / 1900)
    held = on_grid(shapely.intersection(below(rough), theatre))
    lines = front_lines(edges_of(held), Zone.of(theatre, 1500.0, None))
    draw.fill(shapely.box(-30e3, -20e3, 30e3, 20e3), palette.AROUND)
    draw.fill(theatre, palette.LAND)
    draw.held(held)
    draw.line(theatre, palette.BORDER, 1.5)
    for xy in lines:
        draw.front_after(xy)
        draw.line(shapely.simplify(shapely.linestrings(xy), 2000), palette.GAINED, 2, (6, 3), casing=1)
    length_km = sum(np.hypot(*np.diff(xy, axis=0).T).sum() for xy in lines) / KM
    coarse_km = sum(shapely.length(shapely.simplify(shapely.linestrings(xy), 2000)) for xy in lines) / KM
    draw.text((0, 5.8 * KM), f"front {length_km:.0f} km", palette.INK, bold=True)
    draw.text((0, 4.2 * KM), f"at 2 km tolerance {coarse_km:.0f} km", palette.GAINED)
    draw.text((0, -6.4 * KM), "edge of theatre: no front", palette.GREY)


def classtransition(draw: Canvas) -> None:
    """Two maps with two classes each, and the ground that changed class."""
    first = {"held": below(line(base_km=-5)), "contested": below(line(base_km=-1))}
    second = {"held": below(line((-5, 3, 4.2), base_km=-5)), "contested": below(line((4, 3, 3.0), base_km=-1))}
    first, second = without_overlaps_between(first), without_overlaps_between(second)
    found = transitions(first, second, Partition())
    for top, classes, title in ((6, first, "before"), (104, second, "after")):
        with draw.panel(6, top, 218, 92):
            draw.show(23 * KM, (0, -2.2 * KM))
            draw.held(classes["held"])
            draw.fill(classes["contested"], palette.GREY, 0.12, 45)
            draw.line(classes["contested"], palette.GREY, 1)
            draw.line(classes["held"], palette.INK, 1.5)
            draw.text((-10.8 * KM, 1.6 * KM), title, palette.GREY, "left")
            draw.text((8.6 * KM, -6.4 * KM), "held", palette.INK)
            draw.text((7.4 * KM, -2.9 * KM), "contested", palette.GREY)
    with draw.panel(6, 202, 218, 118):
        draw.show(23 * KM, (0, 0.4 * KM))
        for number in found.listed():
            names = CLASSES[found.before[number]], CLASSES[found.after[number]]
            shade = draw.gained if names[1] == "held" else lambda shape: draw.fill(shape, palette.GREY, 0.15, 45)
            shade(found.fragments[number])
            draw.line(found.fragments[number], palette.INK, 0.8)
            west, _, east, north = shapely.bounds(found.fragments[number])
            if found.area_m2[number] > 4e6:
                middle = np.array([np.clip((west + east) / 2, -5e3, 5.6e3), north + 1200])
                draw.text(middle, f"{found.area_m2[number] / 1e6:.0f} km²", palette.INK, bold=True)
                draw.text(_off(middle, 0, 1500), f"{names[0]} →", palette.INK)
        draw.text((-10.8 * KM, 5.6 * KM), "transitions", palette.GREY, "left")


def createsectors(draw: Canvas) -> None:
    """Sectors around places, and sectors along the front."""
    towns = np.array([(-5.5, 3.2), (3.4, 4.0), (-1.2, -4.2), (6.2, -2.6), (-6.4, -5.0)]) * KM
    sectors = around_places(tuple("ABCDE"), towns, 4.6 * KM, THEATRE)
    with draw.panel(6, 6, 218, 160):
        draw.show(29 * KM, (0, 0.6 * KM))
        for shape, colour in zip(sectors.geometries, np.array(palette.NET_RAMP)[[1, 5, 4, 2, 6]]):
            draw.fill(shape, colour, 0.6)
            draw.line(shape, palette.BORDER, 1.5)
        for town, name in zip(towns, "ABCDE"):
            draw.dot(town, palette.INK, 3)
            draw.text(_off(town, 700, 700), name, palette.INK, "left", bold=True)
        draw.text((0, 10.2 * KM), "around places", palette.GREY)
    front = line((-3, 3, 3.0), base_km=-2)
    sectors = along_front([front], 5 * KM, 4.5 * KM, 6 * KM, THEATRE)
    with draw.panel(6, 172, 218, 132):
        draw.show(23 * KM)
        draw.held(below(front))
        for number, shape in enumerate(sectors.geometries):
            draw.fill(shape, palette.NET_RAMP[number % 2 * 4 + 1], 0.6)
            draw.line(shape, palette.BORDER, 1.5)
        draw.front_after(front)
        draw.text((0, 6.0 * KM), "along the front", palette.GREY)


def controlfromlines(draw: Canvas) -> None:
    """Front lines with dangling ends: a bridged gap, an end extended to the theatre's edge, a mark in held ground."""
    theatre = on_grid(shapely.box(-10e3, -7.4e3, 10e3, 7.4e3))
    front = line((-4.4, 2.4, 3.8), (5.2, 2.2, 2.2))
    inside = front[np.abs(front[:, 0]) < 8.9e3]
    fronts = [inside[inside[:, 0] < -0.9e3], inside[inside[:, 0] > 1.4e3]]
    lines = np.array([shapely.linestrings(snapped(fragment)) for fragment in fronts], dtype=object)
    mark = np.array([shapely.Point(-7.4 * KM, -5.6 * KM)], dtype=object)
    found = held_from_lines(lines, theatre, mark, MARKS, 4000.0, 2500.0, FRAME)
    draw.fill(shapely.box(-30e3, -20e3, 30e3, 20e3), palette.AROUND)
    draw.fill(theatre, palette.LAND)
    draw.held(found.held)
    draw.line(theatre, palette.BORDER, 1.5)
    for xy in lines:
        draw.front_after(xy)
    for join in found.joins:
        draw.line(join.xy, palette.GAINED, 2.5, (4, 2), casing=1)
        draw.dot(join.xy[0], palette.GAINED, 2.5)
    draw.dot(shapely.get_coordinates(mark)[0], palette.INK, 4.5)
    draw.text((-6.7 * KM, -5.6 * KM), "mark", palette.INK, "left")
    draw.text((0.3 * KM, -3.9 * KM), "bridged", palette.GAINED)
    draw.text((9.6 * KM, -4.3 * KM), "drawn on", palette.GAINED, "right")
    draw.text((3.0 * KM, -6.0 * KM), "held", palette.GREY)


def preparesnapshots(draw: Canvas) -> None:
    """A map as published, with an overlap and a gap, and the clean snapshot."""
    held = below(line((-2, 2.4, 3.0), base_km=-4))
    sea, gap = shapely.box(-15e3, -15e3, 15e3, 15e3), shapely.box(-1.8e3, -20e3, -1.4e3, 20e3)
    polygons = shapely.get_parts(shapely.intersection(shapely.difference(held, gap), sea))
    grey = on_grid(shapely.intersection(below(line((4, 3, 3.0), base_km=-4.5)), shapely.box(0.5e3, -6e3, 9.6e3, 11e3)))
    whole = without_overlaps(
        np.array([part for fragment in polygons for part in shapely.get_parts(on_grid(fragment))], dtype=object)
    )
    clean = close_gaps(whole, shapely.get_parts(whole), 500.0).geometry
    snapshot = without_overlaps_between({"held": clean, "contested": grey})
    for top, classes, title in (
        (6, {"held": shapely.multipolygons(shapely.get_parts(polygons)), "contested": grey}, "as published"),
        (148, snapshot, "snapshot"),
    ):
        with draw.panel(6, top, 218, 136):
            draw.show(20 * KM, (0, -3.4 * KM))
            draw.held(classes["held"])
            draw.fill(classes["contested"], palette.GREY, 0.12, 45)
            for name in ("contested", "held"):
                draw.line(classes[name], palette.INK if name == "held" else palette.GREY, 1.5)
            draw.text((0, 1.8 * KM), title, palette.GREY)
            if top == 6:
                draw.text((-3 * KM, -8 * KM), "gap", palette.GAINED, "right")
                draw.arrow((-2.9 * KM, -8 * KM), (-1.75 * KM, -8 * KM), palette.GAINED, 1.4)
                draw.text((5 * KM, -8 * KM), "overlap", palette.GAINED)
                draw.arrow((5 * KM, -7.3 * KM), (5 * KM, -5.2 * KM), palette.GAINED, 1.4)


def capturedate(draw: Canvas) -> None:
    """Ground by the map that last showed it as newly held; ground lost again is hatched."""
    steps = [(0.0, 0.0), (1.8, 1.2), (4.0, 2.6), (4.6, 5.2), (6.8, 3.6)]
    fronts = [line((-5, 3.2, west), (5.6, 2.5, east)) for west, east in steps]
    maps = Capture()
    for front in fronts:
        maps.add(HeldArea(below(front)))
    maps.finish()
    found = maps.captured(Partition(), 0.0)
    draw.held(below(fronts[0]))
    ramp = palette.DATE_RAMP[1:5]
    control_changes = found.control_changes
    for fragment, at, gained in zip(
        *(
            column[control_changes.is_last].tolist()
            for column in (control_changes.fragment, control_changes.at, control_changes.is_gain)
        )
    ):
        if gained:
            draw.fill(found.geometries[fragment], ramp[at - 1])
        else:
            draw.lost(found.geometries[fragment])
    draw.line(list(found.geometries), palette.PAPER, 0.8)
    draw.front_before(fronts[0])
    draw.front_after(fronts[-1])
    for number, colour in enumerate(ramp):
        left = -10.4 + 1.7 * number
        draw.fill(shapely.box(left * KM, 6.0 * KM, (left + 1.3) * KM, 7.2 * KM), colour)
        draw.text(((left + 0.65) * KM, 5.1 * KM), str(number + 1), palette.INK)
    draw.text((5.6 * KM, 4.4 * KM), "lost again", palette.LOST)
    draw.text((-8 * KM, -6.8 * KM), "held", palette.GREY)


def placestatus(draw: Canvas) -> None:
    """Places with the share that is held, the maps at which it was reached, and the distance to the front."""
    steps = [(0.0, 0.0), (2.4, 1.4), (4.2, 3.0), (5.6, 4.4)]
    fronts = [line((-5, 3.2, west), (5.6, 2.5, east)) for west, east in steps]
    points = np.array([(-6.2, -1.4), (-4.6, 2.6), (5.4, 1.6), (0.6, 4.6)]) * KM
    places = Places(points, np.full(len(points), None))
    shapes = place_shapes(places, 1.5 * KM)
    shares, maps = PlaceShares(shapes), [HeldArea(below(front)) for front in fronts]
    for held in maps:
        shares.add(held)
    history = shares.finish()
    last = len(maps) - 1
    distance_m = PlaceDistanceSeries(places, shapes, None, FRAME).on_map(maps[-1]).held_m
    draw.held(maps[-1].geometry)
    for front in fronts[:-1]:
        draw.front_before(front)
    draw.gained(shapely.intersection(shapely.union_all(shapes), maps[-1].geometry))
    draw.front_after(fronts[-1])
    draw.line(list(shapes), palette.INK, 1.4)
    for index, (point, share) in enumerate(zip(points, history.share(last))):
        draw.text(_off(point, 0, -2.5 * KM), f"{100 * share:.0f} %", palette.INK, bold=True)
        half = history.first_reached(0.5, last)[index]
        if half:
            draw.text(point, f"map {half + 1}", palette.INK)
    far = points[-1]
    foot, _ = shapely.get_coordinates(shapely.shortest_line(maps[-1].geometry, shapely.Point(far)))
    draw.line([foot, far], palette.INK, 1.2, (4, 3))
    draw.text(_off(far, 0, 2.4 * KM), f"{distance_m[-1] / KM:.1f} km", palette.INK)
    draw.text((-10.4 * KM, -7.2 * KM), "held", palette.GREY, "left")


def animation(draw: Canvas) -> None:
    """Three pictures of one extent: ground gained since the first, by date of capture, and ground lost."""
    steps = [(0.0, 0.0), (1.6, 0.8), (3.4, -0.8), (4.8, -2.0)]
    fronts = [line((-7, 3.2, west), (6.6, 3.0, east), base_km=-3.2) for west, east in steps]
    maps = Capture()
    for front in fronts:
        maps.add(HeldArea(below(front)))
    maps.finish()
    found = maps.captured(Partition(), 0.0)
    at_start = found.control_changes.held_at_start
    ramp = palette.DATE_RAMP[1:5:2] + palette.DATE_RAMP[4:5]
    for number, top in ((1, 6), (2, 98), (3, 190)):
        held, since = found.control_changes.on_map(number)
        gained_km2, lost_km2 = (found.area_m2[moved].sum() / 1e6 for moved in (held & ~at_start, ~held & at_start))
        with draw.panel(6, top, 218, 86):
            draw.show(32 * KM, (0, -0.6 * KM))
            draw.held(below(fronts[0]))
            for index in np.flatnonzero(held & ~at_start):
                draw.fill(found.geometries[index], ramp[since[index] - 1])
            for index in np.flatnonzero(~held & at_start):
                draw.lost(found.geometries[index])
            draw.front_after(fronts[number])
            draw.text((-14.6 * KM, 3.6 * KM), f"{number}.", palette.INK, "left", bold=True)
            draw.text((14.6 * KM, 3.6 * KM), f"{gained_km2 - lost_km2:+.0f} km²", palette.INK, "right", bold=True)


def moved_ground() -> tuple:
    """What is held below AFTER, what was gained and lost since BEFORE, and the net change in km²."""
    before, after = below(BEFORE), below(AFTER)
    gained, lost = shapely.difference(after, before), shapely.difference(before, after)
    return after, gained, lost, (gained.area - lost.area) / 1e6


def page_map(draw: Canvas, box: tuple[float, float, float, float], width_m: float) -> None:
    """A small map of what moved, in a panel with an edge."""
    after, gained, lost, _ = moved_ground()
    with draw.panel(*box):
        draw.show(width_m)
        draw.held(after)
        draw.gained(gained)
        draw.lost(lost)
        draw.front_before(BEFORE)
        draw.front_after(AFTER)


def paper_line(draw: Canvas, x_px: float, y_px: float, length_px: float, colour: str, width: float) -> None:
    """A line of text on the paper, as a stroke."""
    draw.line([(x_px, -y_px), (x_px + length_px, -y_px)], colour, width)


def mappage(draw: Canvas) -> None:
    """A page: title, period, map, figures and legend."""
    draw.show(230, (115, -88))  # a metre of the plane is a pixel of the paper
    draw.fill(shapely.box(8, -168, 222, -8), palette.PAPER)
    draw.line(shapely.box(8, -168, 222, -8), palette.BORDER, 1.0)
    paper_line(draw, 16, 20, 130, palette.INK, 5.0)
    paper_line(draw, 16, 31, 84, palette.GREY, 2.5)
    page_map(draw, (16, 40, 134, 112), 26 * KM)
    draw.line(shapely.box(16, -152, 150, -40), palette.BORDER, 1.0)
    net_km2 = moved_ground()[-1]
    draw.text((158, -48), f"{net_km2:+.0f} km²", palette.INK, "left", bold=True)
    paper_line(draw, 158, 58, 44, palette.GREY, 2.0)
    for number, colour in enumerate((palette.GAINED, palette.LOST, palette.HELD)):
        y = 76 + 16 * number
        draw.fill(shapely.box(158, -y - 5, 172, -y + 5), colour)
        paper_line(draw, 178, y, 34, palette.GREY, 2.0)
    paper_line(draw, 16, 160, 180, palette.GREY, 2.0)


def report(draw: Canvas) -> None:
    """A report: small maps by period above, a chart of the net change below."""
    steps = ((0.0, 0.0), (2.2, -0.6), (3.4, 1.8), (5.6, 2.4))
    fronts = [line((-7, 3.2, west), (6.6, 3.0, east), base_km=-3.2) for west, east in steps]
    nets_km2 = []
    for number, (before, after) in enumerate(zip(fronts, fronts[1:])):
        held, now = below(before), below(after)
        gained, lost = shapely.difference(now, held), shapely.difference(held, now)
        nets_km2.append((gained.area - lost.area) / 1e6)
        left = 6 + 74 * number
        with draw.panel(left, 8, 70, 78):
            draw.show(30 * KM)
            draw.held(now)
            draw.gained(gained)
            draw.lost(lost)
            draw.front_after(after)
    draw.show(230, (115, -88))
    for number in range(len(nets_km2)):
        left = 6 + 74 * number
        draw.line(shapely.box(left, -86, left + 70, -8), palette.BORDER, 1.0)
    scale = 44 / max(map(abs, nets_km2))
    for number, net_km2 in enumerate(nets_km2):
        middle = 6 + 74 * number + 35
        end = -158 + net_km2 * scale
        draw.fill(shapely.box(middle - 14, min(-158, end), middle + 14, max(-158, end)), palette.GAINED)
        draw.text((middle, end + 8), f"{net_km2:+.0f} km²", palette.INK, bold=True)
    paper_line(draw, 10, 158, 210, palette.INK, 1.2)


def projection(draw: Canvas) -> None:
    """Held area over time, its intervals of steady pace, and the rest of a target at the pace of three windows."""
    days = np.arange(0.0, 401.0, 5.0)
    pace = np.select([days < 130, days < 250, days < 310, days < 370], [3.0, 0.5, 4.0, 9.0], 4.6) + 1.2 * np.sin(
        days * 1.7
    )
    held = 600.0 + np.concatenate([[0.0], np.cumsum(pace[1:] * np.diff(days))])
    target = 4000.0

    def at(day: float, km2: float) -> np.ndarray:
        return np.array([-106 + day * 0.205, -78 + km2 * 0.034])

    draw.show(230)
    draw.line([at(-40, target), at(1080, target)], palette.BORDER, 1.5, (8, 4))
    draw.line([at(400, 0), at(400, target)], palette.BORDER, 1, (2, 3))
    intervals = steady_intervals(days, held * 1e6)
    draw.fill(shapely.Polygon([at(0, 0), *(at(*point) for point in zip(days, held)), at(400, 0)]), palette.HELD)
    for window in (30, 90, 365):
        first = np.searchsorted(days, 400 - window)
        rate = (held[-1] - held[first]) / (days[-1] - days[first])
        reached = 400 + (target - held[-1]) / rate
        draw.line([at(400, held[-1]), at(reached, target)], palette.GAINED, 1.6, (5, 3))
        draw.dot(at(reached, target), palette.GAINED, 3)
        draw.text(_off(at(reached, target), 0, 14), str(window), palette.GAINED)
    for one in intervals:
        draw.line(
            [at(days[one.first], held[one.first]), at(days[one.last], held[one.last])], palette.INK, 2.2, casing=1
        )
        draw.dot(at(days[one.first], held[one.first]), palette.INK, 3)
    draw.dot(at(400, held[-1]), palette.INK, 3)
    draw.text(at(210, 250), "held", palette.GREY)
    draw.text(_off(at(0, target), 0, 14), "target", palette.GREY, "left")
    draw.text(at(480, 1500), "at the pace of", palette.GAINED, "left")
    draw.text(at(480, 1050), "30, 90, 365 days", palette.GAINED, "left")


FIGURES: dict[str, Callable[[Canvas], None]] = {
    figure.__name__: figure
    for figure in (
        sectorchange,
        changeseries,
        capturedate,
        placestatus,
        animation,
        projection,
        advancearrows,
        transects,
        reach,
        axisadvance,
        extractfront,
        classtransition,
        preparesnapshots,
        controlfromlines,
        createsectors,
        mappage,
        report,
    )
}


# Heights of figures with several panels, one below the other.
HEIGHTS_PX = {
    "animation": 282,
    "changeseries": 280,
    "classtransition": 326,
    "createsectors": 310,
    "preparesnapshots": 290,
}


def picture(name: str, scale: int = 1) -> Canvas:
    """Return the finished figure of an algorithm."""
    canvas = Canvas(palette, shapely, scale, HEIGHTS_PX.get(name, HEIGHT_PX))
    FIGURES[name](canvas)
    canvas.finish()
    return canvas


def main(folder: Path) -> None:
    """Draw all figures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in FIGURES:
        for scale, suffix in ((1, ""), (2, "@2x")):
            picture(name, scale).image.save(str(folder / f"{name}{suffix}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
