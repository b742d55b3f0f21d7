# SPDX-License-Identifier: GPL-2.0-or-later
"""Infill, edge and outlying: on shapes whose shared boundary is known, and against plain GEOS on drawn ones."""

import numpy as np
import pytest
from frontline_change.core.change.expansion import EDGE, INFILL, OUTLYING
from frontline_change.core.libraries import shapely
from hypothesis import given
from shapes import areas, box, disc, measured, polygon, property_test, sectors, union, without

HELD = box(0, 0, 20, 40)
KM = 1e3


def gain(*parts, before=HELD, **options):
    return measured(before, union(before, *parts), **options).gained


@pytest.mark.parametrize(
    ("part", "shared_km", "perimeter_km", "kind"),
    [
        pytest.param(box(20, 10, 23, 20), 10, 26, EDGE, id="a strip of the front"),
        pytest.param(box(20, 10, 21, 20), 10, 22, EDGE, id="a narrow strip shares less than half"),
        pytest.param(box(20, 0, 20.8, 40), 40, 81.6, EDGE, id="the whole front a little on shares just less than half"),
        pytest.param(
            polygon((20, 30), (20.0001, 46), (25, 40)),
            10,
            16 + 61**0.5 + 125**0.5,
            EDGE,
            id="half of a side",
        ),
        pytest.param(box(60, 10, 63, 20), 0, 26, OUTLYING, id="far off"),
        pytest.param(box(20.3, 10, 23, 20), 0, 25.4, OUTLYING, id="near, but not against it"),
        pytest.param(box(20, 40, 23, 43), 0, 12, OUTLYING, id="touching in a point"),
        pytest.param(
            polygon((16, 44), (24, 36), (24, 44)),
            0,
            16 + 8 * 2**0.5,
            OUTLYING,
            id="a corner touches a side",
        ),
    ],
)
def test_hand_known_parts(part, shared_km, perimeter_km, kind):
    expansion = gain(part).expansion
    assert expansion.shared_m / KM == pytest.approx([shared_km], rel=2e-3, abs=1e-6)
    assert expansion.perimeter_m / KM == pytest.approx([perimeter_km], rel=2e-3)
    assert expansion.kind.tolist() == [kind]


def test_a_hole_that_closes_and_a_bay_that_fills_are_infill():
    hole = disc(10, 20, 3)
    with_bay = without(HELD, box(12, 10, 20, 14))
    for before, part, share in ((without(HELD, hole), hole, 1.0), (with_bay, box(12, 10, 20, 14), 20 / 24)):
        expansion = gain(part, before=before).expansion
        assert expansion.shared_m / expansion.perimeter_m == pytest.approx([share], rel=2e-3)
        assert expansion.kind.tolist() == [INFILL]


def test_cuts_by_sectors_change_nothing():
    part, cut = box(20, 10, 23, 20), sectors(A=box(0, 0, 40, 15), B=box(0, 15, 40, 40))
    whole, in_sectors = gain(part).expansion, gain(part, partition=cut).expansion
    assert in_sectors.perimeter_m == pytest.approx(whole.perimeter_m)
    assert in_sectors.shared_m == pytest.approx(whole.shared_m)


def test_lost_ground_shares_its_boundary_with_what_is_still_held():
    lost = measured(HELD, without(HELD, box(17, 10, 20, 20))).lost
    assert lost.expansion.shared_m / KM == pytest.approx([16], rel=2e-3)


@pytest.mark.parametrize(("north_km", "shared_km"), [(14, 4), (16, 6), (5, 0), (40, 10)])
def test_the_border_of_home_is_shared_as_far_as_it_runs(north_km, shared_km):
    """What broke: a side of which home borders on a part counted whole or not at all, by its middle."""
    home = box(30, 0, 40, north_km)
    apart, between = box(25, 10, 30, 20), box(20, 10, 30, 20)
    for part, more_km in ((apart, 0), (between, 10)):
        expansion = gain(part, home=home).expansion
        assert expansion.shared_m / KM == pytest.approx([shared_km + more_km], abs=2e-3)


@property_test(100)
@given(areas(), areas())
def test_shared_boundary_is_that_of_plain_geos(before, after):
    """The boundary of what was gained that lies on the boundary before, and it never exceeds the perimeter.

    Within 25 cm, as there, and without spikes; lines that part at half a degree stay as near for 30 m. A side of which
    one half is shared, and its middle with it, counted as shared whole.
    """
    if shapely.is_empty(before) or shapely.is_empty(after):
        return
    gained = measured(before, after).gained
    expansion = gained.expansion
    assert (expansion.shared_m <= expansion.perimeter_m * (1 + 1e-9)).all()
    listed = np.unique(gained.fragments.part[gained.listed()])
    edges = shapely.boundary(gained.parts.trimmed[listed])
    expected = shapely.length(shapely.intersection(edges, shapely.buffer(gained_outline(gained), 0.25)))
    assert expansion.shared_m[listed] == pytest.approx(expected, rel=5e-3, abs=60)


def gained_outline(gained):
    """The edges that were there before."""
    ground = gained.outline.ground
    return shapely.union_all(shapely.linestrings(np.stack([ground.start, ground.end], axis=1)))
