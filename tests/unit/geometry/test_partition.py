# SPDX-License-Identifier: GPL-2.0-or-later
"""Sectors as a partition: names settled, overlaps and gaps reported, and rows that add up to the whole."""

import itertools

import numpy as np
import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.front.zone import lengths_per_row_m
from frontline_change.core.geometry import partition as partition_module
from frontline_change.core.geometry import subdivision
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.partition import OUTSIDE, Partition, partition
from frontline_change.core.geometry.polygons import LonLatPolygons, common_frame, lonlat_polygons
from frontline_change.core.libraries import pyproj, shapely
from hypothesis import given
from shapes import (
    FRAME,
    KM2,
    NOTHING,
    areas,
    box,
    disc,
    lonlat,
    partitions,
    polygon,
    property_test,
    sectors,
    union,
    without,
)

WEST, EAST = box(0, 0, 2, 2), box(2, 0, 4, 2)


def made(names, *geometries):
    """The partition of a layer of sectors drawn in the plane."""
    return partition(lonlat(*geometries), names, FRAME)


def found_of(partition, kind):
    """The names in each finding of a kind."""
    return [finding.names for finding in partition.findings if finding.kind == kind]


# Names


def test_sectors_come_in_the_order_of_their_names_with_the_outside_last():
    found = made(["West", "East"], WEST, EAST)
    assert found.row_names == ("East", "West", OUTSIDE)
    assert found.rest == 2
    assert found.geometries[1].bounds == pytest.approx(WEST.bounds, abs=0.01)
    assert found.findings == ()


def test_without_sectors_the_whole_is_one_row():
    whole = Partition()
    assert whole.row_names == ("all",)
    assert whole.area_per_row_m2(union(WEST, EAST)) == pytest.approx([8 * KM2])
    fragments, owner, row = whole.split(np.array([WEST, EAST]))
    assert (len(fragments), owner.tolist(), row.tolist()) == (2, [0, 1], [0, 0])
    assert whole.row_of_points(np.zeros((3, 2))).tolist() == [0, 0, 0]


def test_features_of_one_name_are_one_sector():
    found = made(["North", "South", " North "], WEST, box(0, 3, 4, 4), EAST)
    assert found.row_names == ("North", "South", OUTSIDE)
    assert found_of(found, "repeated") == [("North",)]
    assert shapely.area(found.geometries) == pytest.approx([8 * KM2, 4 * KM2], abs=600)


def test_sectors_without_a_name_get_the_number_of_their_feature():
    found = made(["North", None, "  "], WEST, EAST, box(0, 3, 4, 4))
    assert found.names == ("North", "sector 2", "sector 3")
    assert found_of(found, "unnamed") == [("sector 2", "sector 3")]


def test_a_made_up_name_does_not_join_another_sector():
    found = made(["sector 2", None], WEST, EAST)
    assert len(found.names) == 2
    assert found_of(found, "repeated") == []


def test_names_of_our_own_rows_are_set_apart():
    found = made(["all", "outside all sectors"], WEST, EAST)
    assert found.names == ("all (sector)", "outside all sectors (sector)")
    assert found_of(found, "renamed") == [found.names]


def test_features_without_ground_are_no_sectors():
    layer = lonlat_polygons(np.array([None, lonlat(WEST).polygons[0]], dtype=object), None, "sectors")
    found = partition(layer, ["ghost", "West"], FRAME)
    assert found.names == ("West",)
    assert found_of(found, "no_area") == [("ghost",)]


def test_features_of_less_than_a_millimetre_are_no_sectors():
    """Rounded to the millimetre nothing of it is left; without a name it is called by its number."""
    grain = shapely.box(36, 47, 36 + 1e-10, 47 + 1e-10)
    west = lonlat(WEST).polygons[0]
    found = partition(LonLatPolygons("sectors", np.array([west, grain]), np.arange(2)), ["West", None], FRAME)
    assert found.names == ("West",)
    assert found_of(found, "no_area") == [("sector 2",)]
    with pytest.raises(InputError, match="Layer “sectors”: no polygon has an area"):
        partition(LonLatPolygons("sectors", np.array([grain]), np.zeros(1, dtype=np.int64)), ["A"], FRAME)


def test_names_may_be_numbers():
    assert made([7, 3], WEST, EAST).names == ("3", "7")


# Overlaps and gaps


def test_ground_that_two_sectors_claim_goes_to_the_first_name():
    found = made(["B", "A"], box(0, 0, 3, 2), box(2, 0, 5, 2))
    assert shapely.area(found.geometries) == pytest.approx([6 * KM2, 4 * KM2], abs=600)
    (overlap,) = found.findings
    (keeps, gives), shared_m2 = overlap.names, overlap.amount
    assert (keeps, gives) == ("A", "B")
    assert shared_m2 == pytest.approx(2 * KM2, abs=600)


def test_the_order_of_features_changes_no_sector():
    shapes = {"A": box(0, 0, 3, 3), "B": box(2, 1, 5, 4), "C": disc(2.5, 2, 1.5)}
    forth = made(list(shapes), *shapes.values())
    back = made(list(shapes)[::-1], *list(shapes.values())[::-1])
    assert forth.names == back.names
    assert shapely.equals(forth.geometries, back.geometries).all()
    assert forth.findings == back.findings


@pytest.mark.parametrize(
    ("one", "other", "shared_km2"),
    [
        pytest.param(box(0, 0, 900, 900), box(500, 500, 500.3, 500.3), 0.09, id="a town in a country"),
        pytest.param(box(0, 0, 2, 2), box(0, 0, 2, 2), 4, id="the same twice"),
        pytest.param(box(0, 0, 2, 2), box(0, 0, 2, 1), 2, id="a half with the same border"),
        pytest.param(box(0, 0, 900, 900), box(899.999, 0, 1800, 900), 0.9, id="a metre of border"),
    ],
)
def test_no_overlap_goes_unseen(one, other, shared_km2):
    """However small beside the sectors: ground counted twice is counted wrong."""
    degrees = [lonlat(shape, frame=FRAME) for shape in (one, other)]
    frame = common_frame(degrees)
    polygons = np.concatenate([source.polygons for source in degrees])
    found = partition(lonlat_polygons(polygons, None, "sectors"), ["A", "B"], frame)
    assert found_of(found, "overlap") == [("A", "B")]
    assert found.findings[0].amount == pytest.approx(shared_km2 * KM2, rel=0.02)
    assert shapely.area(shapely.intersection(*found.geometries)) < 1


def test_a_sector_that_keeps_nothing_stays_as_an_empty_row():
    found = made(["A", "B"], WEST, WEST)
    assert found.row_names == ("A", "B", OUTSIDE)
    assert found.area_per_row_m2(WEST) == pytest.approx([4 * KM2, 0, 0], abs=500)
    assert found.split(np.array([box(0.5, 0.5, 1, 1)]))[2].tolist() == [0]
    assert found.row_of_points(np.array([[1000.0, 1000.0]])).tolist() == [0]


def test_gaps_between_sectors_are_reported():
    frame_shape = without(box(0, 0, 3, 3), box(1, 1, 2, 2))
    found = made(["Ring"], frame_shape)
    (gaps,) = found.findings
    assert (gaps.kind, gaps.count, round(gaps.amount / KM2, 3)) == ("gaps", 1, 1.0)
    closed = made(["Ring", "Town"], frame_shape, box(1, 1, 2, 2))
    assert closed.findings == ()
    around = made(["W", "E", "N", "S"], box(0, 0, 1, 3), box(2, 0, 3, 3), box(1, 2, 2, 3), box(1, 0, 2, 1))
    assert [(one.kind, one.count) for one in around.findings] == [("gaps", 1)]


def test_neighbours_with_other_corners_along_a_border_do_not_overlap():
    found = made(["A", "B", "C"], box(0, 0, 1, 2), box(1, 0, 2, 1), box(1, 1, 2, 2))
    assert shapely.area(found.geometries).sum() == pytest.approx(4 * KM2, abs=300)
    assert found_of(found, "overlap") == []  # straight in degrees: a narrow overlap


def test_broken_sectors_are_repaired_and_named():
    bow_tie = polygon((5, 0), (6, 1), (6, 0), (5, 1))
    found = made(["A", "B"], WEST, bow_tie)
    assert [repair.feature for repair in found.repairs] == [1]
    assert shapely.area(found.geometries[1]) == pytest.approx(0.5 * KM2, abs=100)


# Ground per row


ROWS = sectors(A=WEST, B=EAST, C=without(box(0, 2, 4, 6), box(1, 3, 3, 5)))

DRAWN = {
    "inside one": (box(0.5, 0.5, 1, 1), [0.25, 0, 0, 0]),
    "all of one": (WEST, [4, 0, 0, 0]),
    "across a border": (box(1, 0, 3, 1), [1, 1, 0, 0]),
    "along a border": (box(1, 1, 2, 2), [1, 0, 0, 0]),
    "outside": (box(8, 8, 9, 9), [0, 0, 0, 1]),
    "touching from outside": (box(4, 0, 5, 2), [0, 0, 0, 2]),
    "in the hole": (box(1, 3, 3, 5), [0, 0, 0, 4]),
    "island in the hole": (box(1.5, 3.5, 2.5, 4.5), [0, 0, 0, 1]),
    "over the hole": (box(0, 2, 4, 6), [0, 0, 12, 4]),
    "where three meet": (box(1, 1, 3, 3), [1, 1, 2, 0]),
    "over everything": (box(-1, -1, 5, 7), [4, 4, 12, 48 - 20]),
    "in two pieces": (union(box(0, 0, 1, 1), box(8, 0, 9, 1)), [1, 0, 0, 1]),
    "nothing": (NOTHING, [0, 0, 0, 0]),
}


@pytest.mark.parametrize("name", DRAWN)
def test_area_per_row(name):
    shape, expected_km2 = DRAWN[name]
    assert ROWS.area_per_row_m2(shape) / KM2 == pytest.approx(expected_km2, abs=1e-9)


@pytest.mark.parametrize("name", DRAWN)
def test_pieces_per_row(name):
    shape, expected_km2 = DRAWN[name]
    parts = shapely.get_parts(shape)
    parts = parts[~shapely.is_empty(parts)]
    fragments, owner, row = ROWS.split(parts)
    assert np.bincount(row, weights=shapely.area(fragments), minlength=4) / KM2 == pytest.approx(expected_km2, abs=1e-9)
    assert (shapely.get_dimensions(fragments) == 2).all()
    assert sorted(set(owner.tolist())) == list(range(len(parts)))
    assert len(set(zip(owner.tolist(), row.tolist()))) == len(fragments)


def test_an_area_of_many_vertices_has_its_area_in_each_of_many_sectors():
    """Judged by plain GEOS, sector by sector."""
    angle = np.linspace(0, 2 * np.pi, 50_000, endpoint=False)
    radius_m = 9000 + 500 * np.sin(30 * angle) + 3 * np.sin(20_000 * angle)
    ring = np.column_stack([radius_m * np.cos(angle), radius_m * np.sin(angle)])
    area = union(shapely.Polygon(ring) - shapely.Point(1000, 2000).buffer(3000))
    boxes = [box(x, y, x + 3, y + 3) for x, y in itertools.product(range(-9, 9, 3), repeat=2)]
    found = made([f"{number:02d}" for number in range(len(boxes))], *boxes)
    expected_m2 = [shapely.intersection(area, sector).area for sector in found.geometries]
    assert found.area_per_row_m2(area)[:-1] == pytest.approx(expected_m2, abs=0.01)
    assert found.area_per_row_m2(area).sum() == pytest.approx(area.area, abs=0.01)


def test_sectors_of_many_vertices_are_measured_in_pieces_with_the_same_figures(monkeypatch):
    """Areas, points and lengths per row, all as with whole sectors; a line along a shared border counts once."""
    angle = np.linspace(0, 2 * np.pi, 2_000, endpoint=False)
    shore_m = 4000 + 300 * np.sin(40 * angle)
    lake = shapely.Polygon(np.round(np.column_stack([shore_m * np.cos(angle), shore_m * np.sin(angle)]), 3))
    shapes = [lake & box(-9, -9, 0, 9), lake & box(0, -9, 9, 9), box(4, 4, 6, 6)]
    area = union(box(-3, -1, 5, 1), disc(1, -2, 2), box(5, 5, 7, 7))
    xy = np.random.default_rng(1).uniform(-6000, 7000, (500, 2))
    start, end = np.append(xy[:-1], [[0, -3000]], axis=0), np.append(xy[1:], [[0, 3000]], axis=0)
    whole = made(["a", "b", "c"], *shapes)
    assert len(whole.pieces.sector) == 3
    monkeypatch.setattr(subdivision, "MANY_VERTICES", 100)
    monkeypatch.setattr(partition_module, "MANY_VERTICES", 100)
    in_pieces = Partition(whole.names, whole.geometries)
    assert len(in_pieces.pieces.sector) > 20
    assert in_pieces.area_per_row_m2(area) == pytest.approx(whole.area_per_row_m2(area), abs=0.01)
    assert in_pieces.row_of_points(xy).tolist() == whole.row_of_points(xy).tolist()
    length_m = [lengths_per_row_m(start, end, rows, FRAME) for rows in (in_pieces, whole)]
    assert length_m[0] == pytest.approx(length_m[1], abs=0.001)


def test_a_point_on_a_shared_border_belongs_to_the_first_sector():
    points = np.array([[2000, 1000], [1000, 2000], [4000, 1000], [2000, 4000], [1000, 4000], [4000.001, 1000]])
    assert ROWS.row_of_points(points).tolist() == [0, 0, 1, 3, 2, 3]


def test_no_points_have_no_rows():
    assert len(ROWS.row_of_points(np.zeros((0, 2)))) == 0
    assert [len(values) for values in ROWS.split(np.zeros(0, dtype=object))] == [0, 0, 0]


# Properties


def test_a_shared_border_is_no_fault_of_the_cut():
    """What broke: points of the check lay on the line that both share, and all ground was cut again on the grid."""
    sector, beside = box(0, 0, 3, 3), box(3, 1, 5, 2)
    across = shapely.Polygon([(2000.0003, 2100.0001), (4000.0007, 2500.0004), (2000.0002, 2900.0006)])
    parts = Partition(("one",), np.array([shapely.multipolygons([sector])], dtype=object))
    inside_m2, outside_m2 = parts.area_per_row_m2(shapely.multipolygons([beside, across]))
    assert inside_m2 == pytest.approx(shapely.area(across & sector), abs=1e-6)
    assert outside_m2 == pytest.approx(shapely.area(beside) + shapely.area(across - sector), abs=1e-6)


@property_test(120)
@given(areas(), partitions())
def test_rows_add_up_to_the_whole(area, parts):
    rows_m2 = parts.area_per_row_m2(area)
    assert (rows_m2 >= 0).all()
    # Half a millimetre along borders of 10 km: the grid makes the reference sure, and GEOS may cut the product wrongly.
    assert rows_m2.sum() == pytest.approx(shapely.area(area), abs=5)
    for sector, row_m2 in zip(parts.geometries, rows_m2):
        assert row_m2 == pytest.approx(shapely.area(shapely.intersection(sector, area, grid_size=0.001)), abs=5)


@property_test(120)
@given(areas(), partitions())
def test_pieces_add_up_to_their_polygon(area, parts):
    polygons = shapely.get_parts(area)
    polygons = polygons[~shapely.is_empty(polygons)]
    fragments, owner, row = parts.split(polygons)
    area_m2 = np.bincount(owner, weights=shapely.area(fragments), minlength=len(polygons))
    assert area_m2 == pytest.approx(shapely.area(polygons), abs=0.01)
    per_row_m2 = np.bincount(row, weights=shapely.area(fragments), minlength=len(parts.row_names))
    assert per_row_m2 == pytest.approx(parts.area_per_row_m2(area), abs=0.02)


@property_test(60)
@given(areas(), areas(), areas())
def test_sectors_of_any_layer_are_disjoint_and_cover_what_the_layer_covers(a, b, c):
    drawn = [area for area in (a, b, c) if not area.is_empty]
    if not drawn:
        return
    found = made([f"s{number}" for number in range(len(drawn))], *drawn)
    whole, border_m = shapely.union_all(found.geometries, grid_size=0.001), sum(map(shapely.length, drawn))
    assert shapely.is_valid(found.geometries).all()
    assert shapely.area(found.geometries).sum() == pytest.approx(shapely.area(whole), abs=0.001 * border_m)
    for one, other in itertools.combinations(found.geometries, 2):
        assert shapely.area(shapely.intersection(one, other)) < 1e-4
    # Straight in degrees and straight in the plane are metres apart in the middle of a long border.
    drawn_m2 = shapely.area(shapely.union_all(drawn, grid_size=0.001))
    assert shapely.area(whole) == pytest.approx(drawn_m2, abs=2 * border_m)


@pytest.mark.parametrize(
    ("one", "other", "around"),
    [
        pytest.param(
            [(-80, -50), (-50, 0), (-64.615, 43.846)], [(-80, -50), (-42.308, -23.077), (-60, 30)], 100, id="triangles"
        ),
        pytest.param(
            [(-8384.615, 4461.538), (7000, -3000), (7000, 7000), (-8000, 6000)],
            [(-7000, -3000), (-3000, -3000), (-2000, 7000), (-9000, 5000)],
            10_000,
            id="quadrilaterals",
        ),
    ],
)
def test_ground_in_sectors_that_overlapped_is_counted_once(one, other, around):
    """Borders that cross at a small angle: cut out of each other one by one, they overlapped all the same."""
    found = made(["one", "other"], shapely.Polygon(one), shapely.Polygon(other))
    ground = shapely.box(-around, -around, around, around)
    fragments, _, _ = found.split(np.array([ground]))
    assert shapely.area(fragments).sum() == pytest.approx(shapely.area(ground), abs=0.01)
    assert found.area_per_row_m2(shapely.multipolygons([ground])).sum() == pytest.approx(shapely.area(ground), abs=0.01)
    assert shapely.area(shapely.intersection(*found.geometries)) == 0
    both_m2 = shapely.area(shapely.union_all(found.geometries, grid_size=0.001))
    assert shapely.area(found.geometries).sum() == pytest.approx(both_m2, abs=0.01)


# Far from the maps


def around(west, south, east, north):
    """The frame of maps that lie in this box of degrees."""
    return Frame.around(np.array([[west, south], [east, north]], dtype=float))


def degrees(*geometries):
    return lonlat_polygons(np.array(geometries, dtype=object), None, "sectors")


def test_sectors_far_from_the_maps_have_their_rows():
    """The rows are those of a frame that knows nothing of the maps, which looks at all sectors alike."""
    frame = around(35, 47, 37, 49)
    west, east, far = shapely.box(30, 46, 36, 50), shapely.box(36, 46, 40, 50), shapely.box(100, 10, 120, 20)
    source, names = degrees(far, east, west), ["far", "east", "west"]
    quick, thorough = partition(source, names, frame), partition(source, names, Frame(36, 48))
    held = shapely.multipolygons([shapely.box(-70_000, -90_000, 60_000, 100_000)])
    assert quick.row_names == thorough.row_names == ("east", "far", "west", OUTSIDE)
    assert quick.area_per_row_m2(held).tolist() == thorough.area_per_row_m2(held).tolist()
    assert quick.area_per_row_m2(held)[1] == 0
    for own, other in zip(quick.geometries[[0, 2]], thorough.geometries[[0, 2]]):
        assert shapely.equals_exact(own, other)
    assert quick.sector_area_m2 == pytest.approx(thorough.sector_area_m2, rel=1e-6)


def test_overlaps_are_reported_near_the_maps_and_left_alone_far_away():
    frame = around(35, 47, 37, 49)
    near = (shapely.box(30, 46, 36.5, 50), shapely.box(36, 46, 40, 50))
    far = (shapely.box(100, 10, 120, 20), shapely.box(110, 10, 130, 20))
    found = partition(degrees(*near, *far), ["a", "b", "c", "d"], frame)
    (overlap,) = (one for one in found.findings if one.kind == "overlap")
    (keeps, gives), area_m2 = overlap.names, overlap.amount
    assert (keeps, gives) == ("a", "b")
    expected_m2 = abs(
        pyproj.Geod(ellps="WGS84").geometry_area_perimeter(shapely.segmentize(near[0] & near[1], 0.001))[0]
    )
    assert area_m2 == pytest.approx(expected_m2, rel=1e-6)
    assert shapely.area(found.geometries[1] & found.geometries[0]) < 1
    assert shapely.area(found.drawn[2][0] & found.drawn[3][0]) == pytest.approx(100)


@pytest.mark.parametrize(
    "sector",
    [shapely.box(125, -40, 145, -20), shapely.box(100, -89, 170, 20), shapely.box(134, -31, 150, -25)],
    ids=["around it", "large", "its edge near it"],
)
def test_a_sector_around_the_antipode_is_not_turned_inside_out(sector):
    """Maps in the Atlantic, sectors in Australia: theirs is no ground here, and they keep their area."""
    frame = around(-46, 29, -44, 31)
    home = shapely.box(-47, 28, -43, 30)
    found = partition(degrees(sector, home), ["far", "home"], frame)
    held = shapely.multipolygons([shapely.box(-50_000, -50_000, 50_000, 50_000)])
    far_m2, home_m2, outside_m2 = found.area_per_row_m2(held)
    assert far_m2 == 0
    assert home_m2 + outside_m2 == pytest.approx(1e10)
    assert home_m2 == pytest.approx(5e9, rel=0.01)
    assert found.findings == ()
    geod = pyproj.Geod(ellps="WGS84")
    expected_m2 = abs(geod.geometry_area_perimeter(shapely.segmentize(shapely.normalize(sector), 0.01))[0])
    assert found.sector_area_m2[0] == pytest.approx(expected_m2, rel=1e-6)


# Where an intersection of GEOS is wrong

ALONG_A_BORDER = [
    (2828.11679614776, -5122.474655778395),
    (363.78276905884206, -4925.741736402534),
    (881.93, -3196.069),
    (6191.860940737752, -1727.4039914533637),
    (2495.333, -4742.369),
]
BESIDE = [
    (-1161.528, -4803.973),
    (3304.02, -5160.467),
    (8213.723, -6042.931),
    (4717.018, -8057.057),
]


def beside_a_sector():
    """A polygon along the border of a sector, and a partition of that sector."""
    sector = shapely.multipolygons([shapely.Polygon(BESIDE)])
    return shapely.Polygon(ALONG_A_BORDER), Partition(("beside",), np.array([sector]))


def test_a_polygon_beside_a_sector_is_not_cut_into_it():
    """GEOS 3.11 takes all of it for ground inside, and none for ground outside, so that areas add up all the same."""
    polygon, rows = beside_a_sector()
    fragments, _, row = rows.split(np.array([polygon]))
    assert shapely.area(fragments).sum() == pytest.approx(7_521_701, abs=10)
    assert shapely.area(fragments[row == 0]).sum() == pytest.approx(0, abs=10)


def test_a_polygon_beside_a_sector_adds_nothing_to_its_row():
    polygon, rows = beside_a_sector()
    assert rows.area_per_row_m2(shapely.multipolygons([polygon])) == pytest.approx([0, 7_521_701], abs=10)


@pytest.mark.parametrize("wrong", ["all inside", "all outside"])
@pytest.mark.parametrize("method", ["split", "area_per_row_m2"])
def test_labels_that_are_wrong_are_found_by_points(monkeypatch, method, wrong):
    """An intersection and a difference that are wrong together: the areas add up."""
    polygon, rows = box(0, 0, 10, 10), sectors(west=box(-5, -5, 4, 15))
    right = {name: getattr(shapely, name) for name in ("intersection", "difference")}

    def all_or_nothing(name):
        whole = (name == "intersection") == (wrong == "all inside")

        def overlay(one, other, grid_size=None):
            if grid_size is not None:
                return right[name](one, other, grid_size=grid_size)
            return shapely.transform(one if whole else shapely.intersection(one, NOTHING, grid_size=1.0), np.copy)

        return overlay

    for name in right:
        monkeypatch.setattr(shapely, name, all_or_nothing(name))
    if method == "split":
        fragments, _, row = rows.split(np.array([polygon]))
        found_m2 = [shapely.area(fragments[row == number]).sum() for number in range(2)]
    else:
        found_m2 = rows.area_per_row_m2(shapely.multipolygons([polygon]))
    assert np.array(found_m2) / KM2 == pytest.approx([40, 60], abs=1e-3)
