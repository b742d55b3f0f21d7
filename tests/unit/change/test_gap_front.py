# SPDX-License-Identifier: GPL-2.0-or-later
"""A hairline between two pieces of a map is no front: both its sides once counted, 254 km of them on a real map."""

import numpy as np
import pytest
from frontline_change.core.change.gap_front import GapFront, front_along_gaps_m
from frontline_change.core.change.pair import measure_pair
from frontline_change.core.change.series import measure_series
from frontline_change.core.context import MeasurementContext
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.overlay import change
from frontline_change.core.geometry.partition import Partition
from frontline_change.core.geometry.polygons import (
    DrawnArea,
    HeldArea,
    area_as_drawn,
    lonlat_polygons,
    without_overlaps,
)
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.dates import to_instant
from frontline_change.core.maps.periods import periods_of
from frontline_change.core.steps import finished

FRAME = Frame(36, 48)
THEATRE = HeldArea(shapely.multipolygons([shapely.box(-100_000, -100_000, 100_000, 100_000)]))


def held(*boxes):
    parts = np.array([shapely.box(*box) for box in boxes], dtype=object)
    return HeldArea(without_overlaps(parts), parts=parts)


def fronts_km(before, after):
    found = finished(measure_pair(before, after, MeasurementContext(Partition(), FRAME, theatre=THEATRE)))
    return found.front_before_m[0] / 1000, found.front_after_m[0] / 1000


@pytest.mark.parametrize("gap_m", [0.0, 0.5, 3.0])
def test_the_sides_of_a_gap_are_no_front(gap_m):
    """Two blocks of 10 by 20 km side by side: 80 km around, whatever hairline runs between them."""
    before = held((-10_000, 0, 0, 20_000), (gap_m, 0, 10_000, 20_000))
    after = held((-10_000, 0, 0, 20_000), (gap_m, 0, 10_000, 20_000), (-10_000, 20_000, 10_000, 21_000))
    assert fronts_km(before, after) == pytest.approx((80, 82), abs=0.1)


def test_a_gap_that_a_map_can_show_is_front():
    before = held((-10_000, 0, 0, 20_000), (400, 0, 10_400, 20_000))
    assert fronts_km(before, before) == pytest.approx((120, 120), abs=0.1)


def test_a_series_counts_no_gap_either():
    """A gap of 20 km that comes, stays and is grown over: 80, 80, 82 km of front, as between the maps two by two."""
    whole = held((-10_000, 0, 10_000, 20_000))
    with_gap = held((-10_000, 0, 0, 20_000), (3.0, 0, 10_000, 20_000))
    grown = held((-10_000, 0, 0, 20_000), (3.0, 0, 10_000, 20_000), (-10_000, 20_000, 10_000, 21_000))
    days = [to_instant(f"2025-01-0{day}") for day in (1, 2, 3, 4)]
    context = MeasurementContext(Partition(), FRAME, theatre=THEATRE)
    results = measure_series(context, periods_of(days, "snapshot"), [whole, with_gap, grown, grown])
    fronts_m = [(one.measurement.front_before_m[0], one.measurement.front_after_m[0]) for one in results]
    assert fronts_m == [pytest.approx(pair, abs=20) for pair in ((80e3, 80e3), (80e3, 82e3), (82e3, 82e3))]


def drawn(*boxes):
    """Boxes in metres of the frame as a map drawn in degrees, with a corner every 500 m."""
    rings = [shapely.segmentize(shapely.box(*box), 500.0) for box in boxes]
    polygons = np.array([shapely.transform(ring, FRAME.unproject) for ring in rings], dtype=object)
    area = area_as_drawn(lonlat_polygons(polygons, None, "map"), FRAME)
    assert isinstance(area, DrawnArea)
    return area


WEST, EAST = (-10_000, 0, 0, 20_000), (3.0, 0, 10_000, 20_000)
FAR = (40_000, 0, 50_000, 20_000)
SEQUENCES = {
    "far from the gap": ([WEST, EAST, FAR], [WEST, EAST, (40_000, 0, 50_000, 21_000)], True),
    "at the gap": ([WEST, EAST, FAR], [WEST, (3.0, 0, 10_000, 25_000), FAR], False),
    "the gap closes": ([WEST, EAST, FAR], [(-10_000, 0, 10_000, 20_000), FAR], False),
    "another gap opens": ([WEST, EAST, FAR], [WEST, EAST, FAR, (50_003, 0, 60_000, 20_000)], False),
    "an island in a corner of 15 m": ([WEST, EAST, FAR], [WEST, EAST, FAR, (70_000, 0, 70_015, 15)], False),
    "nothing moves": ([WEST, EAST], [WEST, EAST], True),
    "no gap at all": ([WEST, FAR], [WEST, (40_000, 0, 50_000, 22_000)], True),
    "all is lost": ([WEST, EAST, FAR], [FAR], False),
}


@pytest.mark.parametrize("name", SEQUENCES)
@pytest.mark.parametrize("backwards", [False, True])
def test_the_gaps_of_the_next_map_are_those_of_a_search(name, backwards):
    one, other, is_known = SEQUENCES[name]
    maps = [drawn(*boxes) for boxes in ((other, one) if backwards else (one, other))]
    context = MeasurementContext(Partition(), FRAME, theatre=THEATRE)
    first = GapFront.of(context, maps[0])
    second = first.after(context, change(*maps))
    assert second.length_m == pytest.approx(front_along_gaps_m(context, maps[1]), abs=0.01)
    assert (second.places is first.places) == is_known  # what moved far from gaps costs no search


def test_polygons_that_unite_elsewhere_are_no_longer_two_beside_a_gap():
    """A channel inside one polygon is no gap between two: its sides are front, though nothing moved there."""
    joined = shapely.union_all([shapely.box(*box) for box in ((-10_000, 0, 0, 60_000), (3.0, 0, 10_000, 60_000))])
    bridge = shapely.box(-10_000, 60_000, 10_000, 61_000)
    maps = []
    for whole in (joined, shapely.union(joined, bridge)):
        rings = shapely.transform(shapely.segmentize(shapely.get_parts(whole), 500.0), FRAME.unproject)
        maps.append(area_as_drawn(lonlat_polygons(rings, None, "map"), FRAME))
    context = MeasurementContext(Partition(), FRAME, theatre=THEATRE)
    second = GapFront.of(context, maps[0]).after(context, change(*maps))
    assert second.length_m == pytest.approx(front_along_gaps_m(context, maps[1]), abs=0.01)
