# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps without classes: signs of several sides are refused with values and areas, other differences are named."""

import numpy as np
import pytest
from frontline_change.core.libraries import pyproj, shapely
from frontline_change.core.maps.class_values import STYLE
from frontline_change.core.maps.unclassed import SeveralSidesError, telling_field, unclassed_finding

GEOD = pyproj.Geod(ellps="WGS84")
SMALL, LARGE = shapely.box(30, 50, 30.1, 50.1), shapely.box(31, 50, 31.4, 50.1)


def km2(polygon):
    return abs(GEOD.geometry_area_perimeter(shapely.segmentize(polygon, 0.001))[0]) / 1e6


def rows(**values):
    return [dict(zip(values, row)) for row in zip(*values.values())]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"controlled_by": ["RSF", "SAF"]}, "controlled_by"),
        ({"remark": ["x", "y"], "name": ["held", "liberated"]}, "name"),
        ({"name": ["Area 1", "Area 2"], "status": ["occupied", None]}, "status"),
        ({"kind": [1, 2, 2]}, "kind"),
        ({"id": [1, 2]}, None),
        ({"name": ["Union Polygon_0", "Union Polygon_1"]}, None),
        ({"area": [1.5, 2.5]}, None),
        ({"date": ["may", "june"]}, None),
        ({"note": ["a" * 100, "b" * 100]}, None),
        ({"village": list("abcdefghij")}, None),
        ({"name": ["one alone"]}, None),
        ({"name": ["Same", "same "]}, None),
    ],
    ids=str,
)
def test_the_field_that_tells(values, field):
    assert telling_field(list(values), rows(**values)) == field


def finding(polygons, styles=(), crs="EPSG:4326", **values):
    return unclassed_finding(list(values), rows(**values), styles, np.array(polygons, dtype=object), crs, "front")


def test_values_come_with_their_areas_the_largest_first():
    found = finding([SMALL, LARGE, SMALL], name=["A", "B", "A"])
    assert (found.count, found.names) == (3, ("name", "B", "A"))
    assert [amount / 1e6 for amount in found.amounts] == pytest.approx([km2(LARGE), 2 * km2(SMALL)], rel=1e-6)
    assert finding([SMALL, LARGE]) is None


def test_areas_that_cannot_be_known_are_left_out():
    found = finding([shapely.box(1e6, 0, 2e6, 1), shapely.box(3e6, 0, 4e6, 1)], name=["A", "B"])
    assert (found.names, found.amounts) == (("name", "A", "B"), ())


@pytest.mark.parametrize(
    ("values", "styles"),
    [
        ({"controlled_by": ["RSF", "SAF"]}, ()),
        ({"side": ["A", "B"]}, ()),
        ({"side": [1, 2]}, ()),
        ({"occupied": [True, False]}, ()),
        ({"name": ["held", "liberated"]}, ()),
        ({"status": ["occupied", None]}, ()),
        ({"folder": ["Уряд", "Повстанці"]}, ()),
        ({"layer": ["VIEW_RussiaCoTinUkraine_V3", "VIEW_ClaimedUkrainianCounteroffensives_V2"]}, ()),
        ({"fill": ["#ff0000", "#0000ff"]}, ()),
        ({"status": ["liberated", "liberated"]}, ()),
        ({"name": ["1", "2"]}, ("#ff0000", "#0000ff")),
        ({}, ("#ru", "")),
    ],
    ids=str,
)
def test_signs_of_several_sides_are_an_error_with_values_and_areas(values, styles):
    with pytest.raises(SeveralSidesError) as caught:
        finding([SMALL, LARGE], styles, **values)
    message = str(caught.value)
    assert "“front”" in message and "HELD_VALUES" in message
    field = STYLE if styles else next(iter(values))
    assert caught.value.finding.names[0] == field
    assert sum(caught.value.finding.amounts) / 1e6 == pytest.approx(km2(SMALL) + km2(LARGE), rel=1e-6)
    if len(caught.value.finding.names) > 2:
        assert f"({km2(LARGE):,.2f} km²); " in message


@pytest.mark.parametrize(
    "values",
    [
        {"name": ["Luhansk", "Donetsk"]},
        {"name": ["Occupied Luhansk", "Occupied Donetsk"]},
        {"oblast": ["Zaporizhia", "Kherson"]},
        {"id": [1, 2]},
        {"occupied_since": ["2014-04-12", "2022-02-24"]},
        {"control_km2": [1.5, 2.5]},
        {"source": ["Ukrainian General Staff", "Russian Ministry of Defence"]},
        {"remark": ["In the north the Russian army advanced to the edge of the village of Velyke on Monday", ""]},
    ],
    ids=str,
)
def test_places_numbers_and_descriptions_are_no_sign(values):
    found = finding([SMALL, LARGE], **values)
    assert found is None or found.names[0] in values


def test_styles_that_differ_only_in_what_google_adds_are_one():
    assert finding([SMALL, LARGE], ("#poly-FF5252-1200-77", "#poly-FF5252-1200-77-nodesc")) is None


def test_values_whose_polygons_overlap_are_two_sides():
    west, east = shapely.box(30, 50, 31, 51), shapely.box(30.8, 50, 32, 51)
    with pytest.raises(SeveralSidesError, match="“north” and “south” overlap by 1,") as caught:
        finding([west, east], name=["North", "South"])
    assert caught.value.finding.names == ("name", "South", "North")
    touching = [west, shapely.box(30.9999, 50, 32, 51)]  # drawn by hand: 7 m of overlap
    assert finding(touching, name=["North", "South"]).names == ("name", "South", "North")
