# SPDX-License-Identifier: GPL-2.0-or-later
"""One drawing, every way to measure depth: where all agree, and where each says what it is for.

The front runs north along x = 20 km across a land of 60 by 40 km; a river lies behind it and a road leads over it.
"""

from dataclasses import dataclass

import numpy as np
import pytest
from frontline_change.core.change.parts import GROUND, LODGEMENT
from frontline_change.core.context import MeasurementContext
from frontline_change.core.depth.axes import FIRST, LAST, Axis, front_position
from frontline_change.core.depth.reach import RIGHT, Reference, held_beyond, profile, reach, rows_of_stations
from frontline_change.core.depth.transects import crossings, from_front, positions
from frontline_change.core.front.zone import Zone
from frontline_change.core.geometry.polygons import edges_of
from frontline_change.core.libraries import shapely
from shapes import FRAME, KM, WHOLE, box, disc, measured, polygon, turned, union, without

LAND = box(0, 0, 60, 40)
BEFORE = box(-25, -5, 20, 45)
FRONT_KM = 36.0  # the land's edge, 2 km of it at either end, is no front
RIVER = shapely.LineString([(10 * KM, 0), (10 * KM, 40 * KM)])
NONE = np.nan


@dataclass
class Depths:
    """Every depth in km that the ways of measuring find between BEFORE and another drawing."""

    deepest: list[float]
    retreat: list[float]
    kinds: list[str]
    transects: np.ndarray
    net_over_front: float
    reach: float
    axis: tuple[float, float, float]
    axis_last: float


def depths_between(after, before=BEFORE, *, road_y=20.0, degrees=0.0):
    """Measure in every way: depth, transects, reach beyond the river, progress along a road with a box of 10 km."""
    before, after, land, river = (turned(shape, degrees) for shape in (union(before), union(after), LAND, RIVER))
    result = measured(before, after, theatre=land)
    depths = [
        [float(values[0]) / KM for values in (moved.depth.max_m, moved.depth.p95_m, moved.depth.mean_m)]
        for moved in (result.gained, result.lost)
    ]

    both = [edges_of(held) for held in (before, after)]
    zone = Zone.of(land, 2 * KM, None)
    made = from_front(both[0], zone, 0.5 * KM, 4 * KM, 30 * KM)
    found = [crossings(made, edges) for edges in both]
    then, now = (positions(len(made), crossed, FIRST) / KM for crossed in found)
    moved_m2 = [made.nearest_m2(moved.parts.geometries, zone).sum() for moved in (result.gained, result.lost)]

    reference = Reference.of_lines(np.array([river]), RIGHT, 30 * KM, []).within(land)
    stations = reference.stations(500, 2 * KM, 30 * KM)
    farthest = []
    for held in (before, after):
        beyond = held_beyond(held, reference)
        station_profile = profile(stations, beyond, reference, FRAME)
        row = rows_of_stations(stations, WHOLE)
        farthest.append(
            reach(beyond, reference, stations, station_profile, row, MeasurementContext(WHOLE, FRAME)).max_m[0] / KM
        )

    road = shapely.segmentize(
        turned(shapely.LineString([(5 * KM, road_y * KM), (55 * KM, road_y * KM)]), degrees), 2000
    )
    axis = Axis("road", shapely.get_coordinates(road), 10 * KM, FRAME)
    old, new = (front_position(axis, held, FIRST) for held in (before, after))
    last = [front_position(axis, held, LAST).centreline_m for held in (before, after)]
    names = ("centreline_m", "box_m", "curved_m")
    return Depths(
        deepest=depths[0],
        retreat=depths[1],
        kinds=result.gained.parts.kind.tolist(),
        transects=now - then,
        net_over_front=(moved_m2[0] - moved_m2[1]) / made.width_m.sum() / KM,
        reach=farthest[1] - farthest[0],
        axis=tuple((getattr(new, name) - getattr(old, name)) / KM for name in names),
        axis_last=(last[1] - last[0]) / KM,
    )


def close(expected, error=0.01):
    return pytest.approx(expected, abs=error, nan_ok=True)


# Where all agree


@pytest.mark.parametrize("degrees", [0, 33.3, 180])
def test_a_straight_front_moved_by_three_kilometres_is_three_by_every_measure(degrees):
    found = depths_between(box(-25, -5, 23, 45), degrees=degrees)
    assert found.deepest == close([3, 3, 3])
    assert found.transects == close(3)
    assert found.net_over_front == close(3)
    assert found.reach == close(3)
    assert found.axis == close((3, 3, 3))
    assert found.retreat == close([NONE] * 3)


def test_a_retreat_of_two_kilometres_is_two_by_every_measure():
    found = depths_between(box(-25, -5, 18, 45))
    assert found.retreat == close([2, 2, 2])
    assert found.transects == close(-2)
    assert (found.net_over_front, found.reach) == close((-2, -2))
    assert found.axis == close((-2, -2, -2))
    assert found.deepest == close([NONE] * 3)


@pytest.mark.parametrize(("road_y", "moved_km"), [(35, 3), (5, -2), (20, 0)])
def test_a_front_that_moved_both_ways_is_distinguished_by_every_measure(road_y, moved_km):
    """Forward by 3 km in the north, back by 2 km in the south, and still between."""
    found = depths_between(without(union(BEFORE, box(20, 25, 23, 45)), box(18, -5, 20, 15)), road_y=road_y)
    assert (found.deepest[0], found.retreat[0]) == close((3, 2))
    assert sorted({round(float(value), 3) for value in found.transects}) == [-2, 0, 3]
    assert found.net_over_front == close((3 * 13 - 2 * 13) / FRONT_KM)
    assert found.reach == close(3)
    assert found.axis[0] == close(moved_km)


# Where the greatest depths agree and the means do not


def test_a_wedge_is_as_deep_as_its_tip_and_its_means_tell_what_they_divide_by():
    """12 km deep on a base of 20 km: 120 km² over the front, over both fronts' mean, and over the box."""
    found = depths_between(union(BEFORE, polygon((20, 10), (32, 20), (20, 30))))
    side_km = np.hypot(10, 12)
    assert (found.deepest[0], found.reach, found.axis[0]) == close((12, 12, 12), 0.05)
    assert found.transects.max() == close(12 * (1 - 0.25 / 10))  # the nearest one is 250 m beside the tip
    assert found.net_over_front == close(120 / FRONT_KM)
    assert found.deepest[2] == close(120 / ((20 + 2 * side_km) / 2))
    assert found.axis[1:] == close([12 * (1 - 2.5 / 10)] * 2)  # the mean within 5 km of the tip


def test_a_semicircular_salient():
    radius = 6
    found = depths_between(union(BEFORE, shapely.intersection(disc(20, 20, radius), box(20, 0, 40, 40))))
    area_km2 = np.pi * radius**2 / 2
    assert (found.deepest[0], found.reach, found.axis[0]) == close((radius,) * 3)
    assert found.transects.max() == close(radius, 0.02)
    assert found.net_over_front == close(area_km2 / FRONT_KM)
    assert found.deepest[2] == close(area_km2 / ((2 * radius + np.pi * radius) / 2))
    segment_km2 = 2 * (5 * np.sqrt(radius**2 - 25) / 2 + radius**2 * np.arcsin(5 / radius) / 2)
    assert found.axis[1] == close(segment_km2 / 10)


# Where each says something else


def test_a_pocket_closed_from_three_sides():
    """20 km wide, 12 km deep: no point is farther than 10 km from a wall, the road has 12 km more, no reach is new."""
    found = depths_between(BEFORE, without(BEFORE, box(8, 10, 20, 30)))
    assert found.kinds == [GROUND]
    assert found.deepest[0] == close(10)
    assert found.deepest[2] == close(240 / ((20 + 44) / 2))
    assert found.axis == close((12, 12, 12))
    assert found.reach == close(0)
    assert found.net_over_front > 0


def test_an_enclave_is_deepest_in_its_middle_and_no_front_moved():
    """Its edge was front and is no more. Beyond the river, and on the road, ground is held on either side of it."""
    found = depths_between(BEFORE, without(BEFORE, disc(14, 20, 3)))
    assert found.kinds == [GROUND]
    assert found.deepest == close([3, NONE, 3 / 2 * 2])  # πr² over half of 2πr
    assert (found.reach, found.axis_last) == close((0, 0))
    assert found.axis[0] == close(20 - 11)  # up to its near edge before, up to the front after


def test_a_lodgement_has_reach_and_no_depth():
    """A box of 4 km, 10 km ahead of the front, that the road runs through."""
    found = depths_between(union(BEFORE, box(30, 18, 34, 22)))
    assert found.kinds == [LODGEMENT]
    assert found.deepest == close([NONE] * 3)
    assert found.transects == close(0)
    assert found.net_over_front == close(16 / FRONT_KM)  # every transect reads 0, but its area is in their strips
    assert (found.reach, found.axis[0], found.axis_last) == close((14, 0, 14))
    assert found.axis[1] == close(16 / 10)  # a box counts all ground in it
