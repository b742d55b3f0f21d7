# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground that passes between values or polygons of two maps without classes shows two sides; one side's goes on."""

import numpy as np
import pytest
from frontline_change.core.libraries import pyproj, shapely
from frontline_change.core.maps.dates import to_instant
from frontline_change.core.maps.exchanged_ground import refuse_exchange
from frontline_change.core.maps.snapshots import Snapshot
from frontline_change.core.maps.unclassed import SeveralSidesError

GEOD = pyproj.Geod(ellps="WGS84")


def km2(polygon):
    return abs(GEOD.geometry_area_perimeter(shapely.segmentize(polygon, 0.001))[0]) / 1e6


def rows(**values):
    return [dict(zip(values, row)) for row in zip(*values.values())]


def dated(day, polygons, **values):
    return Snapshot(
        to_instant(day),
        {"held": np.array(polygons, dtype=object)},
        "generic",
        "front",
        "EPSG:4326",
        rows={"held": np.arange(len(polygons))},
        attributes=rows(**values),
        is_unclassed=True,
    )


def boxes(*longitudes):
    return [shapely.box(west, 50, east, 51) for west, east in zip(longitudes, longitudes[1:])]


def test_ground_that_passes_from_one_value_to_another_shows_two_sides():
    """The land is the same on both dates, so all polygons as one side's would give a change of nothing."""
    names = ["North", "South"]
    with pytest.raises(SeveralSidesError) as caught:
        refuse_exchange(
            dated("2025-06-01", boxes(30, 31, 32), name=names),
            dated("2025-07-01", boxes(30, 31.2, 32), name=names),
            "b",
        )
    passed_km2 = km2(shapely.box(31, 50, 31.2, 51))
    assert f"{passed_km2:,.2f} km² pass from one value to another" in str(caught.value)
    assert "all of them together change by 0.00 km²" in str(caught.value)


def test_two_maps_of_one_side_each_that_is_not_the_same():
    with pytest.raises(SeveralSidesError, match=r"RSF.*; SAF"):
        refuse_exchange(
            dated("2025-06-01", boxes(30, 31), controlled_by=["SAF"]),
            dated("2025-07-01", boxes(30, 31), controlled_by=["RSF"]),
            "b",
        )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((30, 31, 32), (30, 31, 32.3)),  # the eastern district gains
        ((30, 31, 32), (30, 31.01, 32.5)),  # the border of the districts is redrawn, while far more ground is taken
        ((30, 31, 32), (30, 31, 32)),
    ],
)
def test_districts_of_one_side_go_on(before, after):
    names = ["North", "South"]
    refuse_exchange(
        dated("2025-06-01", boxes(*before), name=names), dated("2025-07-01", boxes(*after), name=names), "b"
    )


def test_districts_that_are_renamed_or_come_and_go():
    refuse_exchange(
        dated("2025-06-01", boxes(30, 31, 32), name=["North", "South"]),
        dated("2025-07-01", boxes(30, 31, 32), name=["East", "West"]),
        "b",
    )


@pytest.mark.parametrize(
    ("names", "told_by"),
    [
        (["", ""], ("number of the feature", "1", "2")),
        ([1, 2], ("zone", "1", "2")),
        (["Union Polygon_0", "Union Polygon_1"], ("zone", "Union Polygon_0", "Union Polygon_1")),
    ],
)
def test_the_same_land_divided_otherwise_without_any_word(names, told_by):
    with pytest.raises(SeveralSidesError) as caught:
        refuse_exchange(
            dated("2025-06-01", boxes(30, 31, 32), zone=names),
            dated("2025-07-01", boxes(30, 31.2, 32), zone=names),
            "b",
        )
    assert f"{km2(shapely.box(31, 50, 31.2, 51)):,.2f} km² pass from one polygon to another" in str(caught.value)
    assert caught.value.finding.names == told_by


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((30, 31, 32), (30, 32)),  # merged
        ((30, 32), (30, 31, 32)),  # divided
        ((30, 31, 32), (30, 31, 32)),
        ((30, 31, 32), (30, 31.2, 32.1)),  # divided otherwise, while ground is taken
    ],
)
def test_polygons_of_one_side_may_be_divided_otherwise(before, after):
    refuse_exchange(
        dated("2025-06-01", boxes(*before), name=[""] * (len(before) - 1)),
        dated("2025-07-01", boxes(*after), name=[""] * (len(after) - 1)),
        "b",
    )


def test_polygons_drawn_often_or_inside_others_pass_nothing_while_they_stay():
    """Polygons that lie on each other share ground with each other on any date; that is no exchange."""
    often = boxes(30, 31) * 5
    inside = [shapely.box(30, 50, 32, 51), shapely.box(30.5, 50.2, 31, 50.8)]
    for polygons in (often, inside):
        names = [""] * len(polygons)
        refuse_exchange(dated("2025-06-01", polygons, name=names), dated("2025-07-01", polygons, name=names), "b")


def test_an_exchange_is_seen_beside_a_polygon_that_stays():
    stays = shapely.box(20, 50, 21, 51)
    with pytest.raises(SeveralSidesError, match="pass from one polygon to another"):
        refuse_exchange(
            dated("2025-06-01", [stays, *boxes(30, 31, 32)], name=[""] * 3),
            dated("2025-07-01", [stays, *boxes(30, 31.2, 32)], name=[""] * 3),
            "b",
        )
