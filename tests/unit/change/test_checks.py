# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas are checked while they are computed: what changed, what each row has, what is held.

First the inputs at which GEOS or a badly chosen point gave a wrong area. Then faults that no input is known for are put
in by hand: the second way must give the right figures, and where that fails too an error names the maps.
"""

import re
from datetime import datetime, timedelta, timezone

import numpy as np
import pytest
from frontline_change.core.change.capture import Capture
from frontline_change.core.change.pair import measure_pair
from frontline_change.core.change.rates import Window, history
from frontline_change.core.change.series import measure_series
from frontline_change.core.change.transitions import CLASSES, transitions
from frontline_change.core.context import AREA, MeasurementContext
from frontline_change.core.errors import CheckError
from frontline_change.core.geometry import overlay
from frontline_change.core.geometry.overlay import change
from frontline_change.core.geometry.partition import Partition
from frontline_change.core.geometry.polygons import HeldArea, area_as_drawn, edges_of, points_inside
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.periods import periods_of
from frontline_change.core.steps import finished
from hypothesis import assume, given
from hypothesis import strategies as st
from shapes import FRAME, KM2, WHOLE, areas, box, lonlat, property_test, sectors, star_areas, union

BEFORE, AFTER = "1 June 2025", "1 July 2025"
DAY_0 = datetime(2025, 1, 1, tzinfo=timezone.utc)


def on_millimetres(corners, scale_m=1.0):
    return shapely.multipolygons([shapely.Polygon(np.rint(np.array(corners) * scale_m * 1000) / 1000)])


def agrees(before, after):
    """Whether what changed is what plain GEOS says, but for rounding."""
    found, rounding_m2 = change(HeldArea(before), HeldArea(after)), 1e-6 * shapely.length([before, after]).sum()
    expected = shapely.difference(after, before), shapely.difference(before, after)
    return all(
        abs(shapely.area(ours).sum() - shapely.area(theirs)) <= rounding_m2
        for ours, theirs in zip((found.gained, found.lost), expected)
    )


# An edge that is made longer or shorter along itself, so that nearly the same line is drawn twice

QUADRILATERAL = [(-7000, -6000), (8000, -9000), (8000, 5000), (5000, 2000)]
LONGER = [(-16230.769, -12153.846), *QUADRILATERAL[1:]]  # the first corner moves on along the last edge


def test_ground_beside_an_edge_that_became_longer_is_gained():
    """Corner to corner, the triangle that was added is 59,999,998.5 m² by the formula for its three corners."""
    before, after = on_millimetres(QUADRILATERAL), on_millimetres(LONGER)
    forth, back = change(HeldArea(before), HeldArea(after)), change(HeldArea(after), HeldArea(before))
    assert shapely.area(forth.gained).sum() == pytest.approx(59_999_998.5, abs=0.1)
    assert shapely.area(back.lost).sum() == pytest.approx(59_999_998.5, abs=0.1)
    assert len(forth.lost) == len(back.gained) == 0


def test_ground_beside_an_edge_that_became_longer_has_a_date_of_capture():
    maps = [on_millimetres(corners) for corners in (QUADRILATERAL, LONGER, QUADRILATERAL)]
    capture = Capture()
    for held in maps:
        capture.add(HeldArea(held))
    capture.finish()
    sums = capture.captured(WHOLE, 0.0).per_period()
    assert sums.gained_m2.ravel() == pytest.approx([59_999_998.5, 0], abs=0.1)
    assert sums.lost_m2.ravel() == pytest.approx([0, 59_999_998.5], abs=0.1)


def test_ground_beside_an_edge_that_became_longer_changes_its_class():
    before, after = on_millimetres(QUADRILATERAL), on_millimetres(LONGER)
    matrix_m2 = transitions({"held": before}, {"held": after}, WHOLE).matrix_m2[0]
    assert matrix_m2[CLASSES.index("none"), CLASSES.index("held")] == pytest.approx(59_999_998.5, abs=0.1)


@st.composite
def edits_along_an_edge(draw):
    """A polygon, and the same with one corner moved along one of its edges or on beyond it, to the nearest mm."""
    count, unit_m = draw(st.integers(4, 8)), draw(st.sampled_from([1.0, 10.0, 100.0, 1000.0]))
    corner = st.tuples(st.integers(-9, 9), st.integers(-9, 9))
    corners = np.array(draw(st.lists(corner, min_size=count, max_size=count, unique=True))) * unit_m
    around = corners - corners.mean(axis=0)
    corners = corners[np.argsort(np.arctan2(around[:, 1], around[:, 0]))]
    moved, towards = draw(st.integers(0, count - 1)), draw(st.sampled_from([-1, 1]))
    share = draw(st.integers(-20, 20)) / draw(st.sampled_from([10, 13]))
    edited = corners.copy()
    edited[moved] += share * (corners[(moved + towards) % count] - corners[moved])
    both = [on_millimetres(one) for one in (corners, edited)]
    assume(shapely.is_valid(both).all() and shapely.area(both).all())
    return both


@property_test(1000)
@given(edits_along_an_edge())
def test_edits_along_an_edge_equal_plain_difference(maps):
    before, after = maps
    assert agrees(before, after) and agrees(after, before)


# Shapes of whole numbers that have lines and corners in common, at the scales of a street and of a country


@pytest.mark.parametrize("extent_m", [300, 1_000, 3_000, 10_000, 37_000, 100_000, 270_000, 730_000])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([(0, 1), (4, 0), (3, 1), (4, 1), (3, 2)], [(4, 0), (4, 1), (10 / 3, 5 / 3), (0, 2)]),
        ([(2, 1), (4, 0), (0, 3)], [(1, 2), (3, 1), (4, 0), (4, 4), (3, 3), (2, 4), (1 / 3, 8 / 3)]),
        (
            [(0, 0), (4, 1), (3, 2), (1, 4), (1, 2)],
            [(1, 1), (0, 0), (2, 0), (3, 0), (4, 0), (10 / 3, 5 / 3), (2, 3), (0, 4)],
        ),
    ],
    ids=["arrow", "sliver", "branch"],
)
def test_shapes_with_lines_in_common_equal_plain_difference(before, after, extent_m):
    before, after = (on_millimetres(corners, extent_m / 4) for corners in (before, after))
    assert agrees(before, after) and agrees(after, before)


# A point inside a polygon


def test_a_point_inside_does_not_lie_in_a_spike():
    """GEOS looks half way up, where there is only the spike, a tenth of a micrometre wide."""
    spiked = shapely.Polygon([(0, 0), (1000, 0), (1000, 1000), (0.0000001, 1000), (0, 9000)])
    ((x, y),) = points_inside(np.array([spiked]))
    assert 0 < x < 1000 and 0 < y < 1000


@property_test(100)
@given(star_areas())
def test_a_point_inside_is_a_millimetre_from_the_boundary_or_as_far_as_the_width_allows(area):
    polygons = shapely.get_parts(area)
    polygons = polygons[shapely.area(polygons) > 0]
    from_boundary_m = shapely.distance(shapely.points(points_inside(polygons)), shapely.boundary(polygons))
    least_m = np.minimum(0.001, shapely.area(polygons) / shapely.length(polygons) / 2)
    assert (from_boundary_m >= least_m * (1 - 1e-6)).all()
    assert shapely.contains(polygons, shapely.points(points_inside(polygons))).all()


# What changed: the second way, and when that fails too


def june():
    """Two maps with gains and losses that do not make up for each other: 30 km² gained, 4 lost."""
    return HeldArea(box(0, 0, 10, 10), name=BEFORE), HeldArea(
        union(shapely.difference(box(0, 0, 13, 10), box(1, 1, 3, 3))), name=AFTER
    )


def moved_km2(found):
    return [shapely.area(polygons).sum() / KM2 for polygons in (found.gained, found.lost)]


@pytest.mark.parametrize("wrong", [0, 1, 2])
def test_wrong_winding_numbers_do_not_reach_the_result(monkeypatch, wrong):
    monkeypatch.setattr(overlay, "winding_numbers", lambda chain, pair, points, of_point: np.full(len(points), wrong))
    assert moved_km2(change(*june())) == pytest.approx([30, 4])


def test_a_face_that_is_missing_does_not_reach_the_result(monkeypatch):
    faces = overlay.chain_faces
    monkeypatch.setattr(overlay, "chain_faces", lambda *chain: tuple(each[1:] for each in faces(*chain)))
    assert moved_km2(change(*june())) == pytest.approx([30, 4])


def test_of_several_pairs_only_the_wrong_one_is_computed_again(monkeypatch):
    right, again, by_plain_overlay = overlay.winding_numbers, [], overlay.by_plain_overlay
    monkeypatch.setattr(overlay, "winding_numbers", lambda chain, pair, points, of: right(chain, pair, points, of) * of)
    monkeypatch.setattr(overlay, "by_plain_overlay", lambda found: again.append(found) or by_plain_overlay(found))
    found = overlay.changes([june(), june()[::-1]])
    assert [moved_km2(each) for each in found] == [pytest.approx([30, 4]), pytest.approx([4, 30])]
    assert [each.before.name for each in again] == [BEFORE]


def with_edges_of(held, other):
    """A held area that is taken for another where edges are compared."""
    wrong = HeldArea(held.geometry, name=held.name)
    wrong.__dict__["edges"] = edges_of(other.geometry)
    return wrong


def names_the_maps(error):
    return all(name in str(error.value) for name in (BEFORE, AFTER))


def test_when_both_ways_fail_the_error_names_the_maps_and_both_areas(monkeypatch):
    before, after = june()
    monkeypatch.setattr(overlay, "winding_numbers", lambda chain, pair, points, of_point: np.zeros(len(points)))
    with pytest.raises(CheckError) as error:
        change(before, with_edges_of(after, HeldArea(box(0, 0, 12, 10))))
    assert names_the_maps(error)
    assert "26.000000 km²" in str(error.value) and "20.000000 km²" in str(error.value)


# Rows


def disjoint(one, other):
    """Two sectors, the second without what the first holds: its new corners lie on no grid."""
    rest = shapely.get_parts(shapely.difference(other, one))
    return Partition(("one", "other"), np.array([one, shapely.multipolygons(rest)]))


def test_fragments_add_up_where_an_intersection_is_wrong():
    """What was lost lies beside the first sector. GEOS takes all of that sector for the ground they have in common."""
    before = on_millimetres([(-7000, -7000), (6000, 2000), (0, 3000), (-1000, 3000)])
    after = on_millimetres([(-3769.231, -1615.385), (6000, 2000), (0, 3000), (-1000, 3000)])
    over = on_millimetres([(-5000, -5000), (-2000, -1000), (7000, 1000), (5000, 6000), (-6000, 7000)])
    lost = shapely.get_parts(shapely.difference(before, after))
    fragments, _, row = disjoint(after, over).split(lost)
    assert shapely.area(fragments).sum() == pytest.approx(20_461_537, abs=10)
    assert shapely.area(fragments[row == 0]).sum() == pytest.approx(0, abs=10)


def test_rows_of_a_held_area_add_up_where_an_intersection_is_wrong():
    held = [(-40, -30), (-80, -40), (10, -60), (20, -70), (80, -90), (80, -50), (0, 80), (-60, 40)]
    longer = [*held[:4], (80, -134), *held[5:]]
    other = [(-90, -70), (-90, -80), (50, -70), (-10, 60), (-30, 40), (-50, 10)]
    rows_m2 = disjoint(on_millimetres(longer), on_millimetres(other)).area_per_row_m2(on_millimetres(held))
    assert rows_m2 == pytest.approx([13_250, 0, 0], abs=0.1)


NORTH_AND_SOUTH = sectors(north=box(-5, 5, 20, 20), south=box(-5, -5, 20, 5))


def rows_km2(result):
    names = ("held_before_m2", "held_after_m2", "gained_m2", "lost_m2")
    return {name: (getattr(result, name) / KM2).tolist() for name in names}


RIGHT_KM2 = {  # of june(), in the rows of NORTH_AND_SOUTH
    "held_before_m2": [50, 50, 0],
    "held_after_m2": [65, 61, 0],
    "gained_m2": [15, 15, 0],
    "lost_m2": [0, 4, 0],
}


def measured(before, after):
    return finished(measure_pair(before, after, MeasurementContext(NORTH_AND_SOUTH, FRAME, measures=(AREA,))))


def with_fault(monkeypatch, method, fault, one_by_one=False):
    """Put a fault into what a partition returns, in the first way only or in both."""
    right = getattr(Partition, method)

    def wrong(self, *arguments):
        result = right(self, *arguments)
        return fault(result) if one_by_one or not self.one_by_one else result

    monkeypatch.setattr(Partition, method, wrong)


def without_the_first(split):
    return tuple(each[1:] for each in split)


def in_another_row(split):
    fragments, owner, row = split
    return fragments, owner, 1 - row


def twice(area_m2):
    return 2 * area_m2


@pytest.mark.parametrize(
    ("method", "fault"),
    [("_split_at_once", without_the_first), ("split", in_another_row), ("area_per_row_m2", twice)],
    ids=["a fragment is missing", "a fragment is in another row", "a held area is wrong"],
)
def test_rows_that_do_not_add_up_are_computed_again(monkeypatch, method, fault):
    with_fault(monkeypatch, method, fault)
    found = rows_km2(measured(*june()))
    for name, right_km2 in RIGHT_KM2.items():
        assert found[name] == pytest.approx(right_km2, abs=1e-4), name


@pytest.mark.parametrize(
    ("method", "fault"),
    [("split", without_the_first), ("split", in_another_row)],
    ids=["a fragment is missing", "a fragment is in another row"],
)
def test_rows_that_do_not_add_up_either_way_are_an_error_that_names_the_maps(monkeypatch, method, fault):
    with_fault(monkeypatch, method, fault, one_by_one=True)
    monkeypatch.setattr(
        Partition,
        "area_per_row_m2",
        lambda self, geometry: shapely.area(
            shapely.intersection(geometry, [*NORTH_AND_SOUTH.geometries, box(50, 50, 51, 51)])
        ),
    )
    with pytest.raises(CheckError) as error:
        measured(*june())
    assert names_the_maps(error)


def test_what_is_held_after_is_measured_and_edges_that_belong_to_no_map_are_an_error():
    """The chain from BEFORE to other edges is right in itself: only the area of AFTER gives it away."""
    before, after = june()
    with pytest.raises(CheckError) as error:
        measured(before, with_edges_of(after, HeldArea(box(0, 0, 12, 10))))
    assert names_the_maps(error)


# Series


def growing(count):
    """Maps of a strip that grows east by a kilometre a day, 5 km² in each of two rows."""
    return [HeldArea(box(0, 0, 1 + day, 10), name=f"day {day}") for day in range(count)]


def series(maps, kind="snapshot"):
    context = MeasurementContext(NORTH_AND_SOUTH, FRAME, measures=(AREA,))
    return list(
        measure_series(context, periods_of([DAY_0 + timedelta(days=day) for day in range(len(maps))], kind), iter(maps))
    )


@pytest.mark.parametrize("kind", ["snapshot", "week", "all"])
def test_what_is_held_at_the_end_of_every_period_is_that_of_its_map(kind):
    for result in series(growing(20), kind):
        measured_m2 = NORTH_AND_SOUTH.area_per_row_m2(result.after.geometry)
        assert result.measurement.held_after_m2 == pytest.approx(measured_m2, abs=1e-3)


def test_a_row_that_is_wrong_in_one_step_is_right_in_the_result(monkeypatch):
    right = Partition.split

    def wrong(self, polygons):
        fragments, owner, row = right(self, polygons)
        first = owner == 0
        return fragments, owner, row if self.one_by_one else np.where(first, 1 - row, row)

    maps = growing(8)
    maps[1] = HeldArea(union(box(0, 0, 1, 10), box(1, 0, 2, 3)), name="day 1")
    monkeypatch.setattr(Partition, "split", wrong)
    found = series(maps)
    monkeypatch.undo()
    for result, before, after in zip(found, maps, maps[1:]):
        rows_m2 = [NORTH_AND_SOUTH.area_per_row_m2(held.geometry) for held in (before, after)]
        assert result.measurement.held_before_m2 == pytest.approx(rows_m2[0], abs=10)
        assert result.measurement.held_after_m2 == pytest.approx(rows_m2[1], abs=10)
        assert result.measurement.net_m2 == pytest.approx(rows_m2[1] - rows_m2[0], abs=10)


@pytest.mark.parametrize("kind", ["snapshot", "all"])
def test_edges_that_belong_to_no_map_stop_a_series_at_the_step_that_has_them(kind):
    maps = growing(8)
    maps[5] = with_edges_of(maps[5], HeldArea(box(0, 0, 6.5, 10)))
    maps[6] = with_edges_of(maps[6], HeldArea(box(0, 0, 7.5, 10)))
    maps[7] = with_edges_of(maps[7], HeldArea(box(0, 0, 8.5, 10)))
    with pytest.raises(CheckError, match="from day 4 to day 5" if kind == "snapshot" else "from day 0 to day 7"):
        series(maps, kind)


def test_steps_that_are_not_the_change_from_end_to_end_are_an_error(monkeypatch):
    """Of the second step alone a fragment is in the wrong row."""
    right = Partition.split

    def wrong(self, polygons):
        fragments, owner, row = right(self, polygons)
        return fragments, owner, np.where(shapely.bounds(fragments)[:, 3] == 3000, 1 - row, row)

    monkeypatch.setattr(Partition, "split", wrong)
    maps = growing(4)
    maps[2] = HeldArea(union(box(0, 0, 2, 10), box(2, 0, 3, 3)), name="day 2")
    with pytest.raises(CheckError, match="from day 0 to day 3"):
        series(maps, "all")


def test_maps_as_drawn_are_checked_like_those_in_the_frame():
    drawn = [area_as_drawn(lonlat(held.geometry, layer=held.name), FRAME) for held in growing(8)]
    found = series(drawn)
    for result, held in zip(found, drawn[1:]):
        assert result.measurement.held_after_m2 == pytest.approx(
            NORTH_AND_SOUTH.area_per_row_m2(held.geometry), abs=1e-3
        )
    drawn[5].__dict__["edges"] = drawn[6].edges
    drawn[6].__dict__["edges"] = drawn[7].edges
    with pytest.raises(CheckError, match="from day 4 to day 5"):
        series(drawn[:7])


@property_test(60)
@given(st.lists(areas(), min_size=2, max_size=5))
def test_no_series_is_refused_that_is_right(maps):
    held = [HeldArea(each) for each in maps]
    for kind in ("snapshot", "all"):
        for result in series(held, kind):
            measured_m2 = NORTH_AND_SOUTH.area_per_row_m2(result.after.geometry)
            assert result.measurement.held_after_m2 == pytest.approx(measured_m2, abs=0.05)


def test_a_pace_is_not_taken_from_maps_whose_edges_are_others():
    maps = growing(4)
    context, windows = MeasurementContext(NORTH_AND_SOUTH, FRAME, measures=(AREA,)), [Window("all", 0, 3, 3.0)]
    found = history(context, windows, maps)
    assert found.held_m2.sum(axis=1) / KM2 == pytest.approx([10, 20, 30, 40])
    maps[3] = with_edges_of(maps[3], HeldArea(box(0, 0, 4.5, 10)))
    with pytest.raises(CheckError, match="from day 0 to day 3"):
        history(context, windows, maps)


# Dates of capture, classes


def taken(maps):
    capture = Capture()
    for held in maps:
        capture.add(held)
    capture.finish()
    return capture


def test_faces_of_a_series_that_are_missing_are_found_on_the_grid(monkeypatch):
    from frontline_change.core.change import capture as module

    faces = module.moved_faces

    def fewer(moved, grid_m=None):
        found = faces(moved, grid_m)
        one = np.arange(1)
        return found if grid_m else type(found)(found.geometries[one], found.points[one], found.control_changes.of(one))

    monkeypatch.setattr(module, "moved_faces", fewer)
    sums = taken(growing(4)).captured(NORTH_AND_SOUTH, 0.0).per_period()
    assert sums.gained_m2 / KM2 == pytest.approx(np.tile([5, 5, 0], (3, 1)), abs=1e-4)


def test_fragments_of_captured_ground_that_are_missing_are_an_error_that_names_the_step(monkeypatch):
    capture = taken(growing(4))
    right = Partition.split

    def wrong(self, polygons):
        fragments, owner, row = right(self, polygons)
        kept = shapely.bounds(fragments)[:, 0] != 2000
        return fragments[kept], owner[kept], row[kept]

    monkeypatch.setattr(Partition, "split", wrong)
    with pytest.raises(CheckError, match="from day 1 to day 2"):
        capture.captured(NORTH_AND_SOUTH, 0.0)


def test_ground_held_on_all_maps_is_checked():
    maps = growing(4)[::-1]
    capture = taken(maps)
    capture.first = HeldArea(box(0, 0, 4, 11))  # another map than the one that was compared
    with pytest.raises(CheckError, match=re.escape("from day 3 to day 0")):
        capture.faces.geometries[:] = shapely.multipolygons([[box(20, 0, 21, 10)]] * len(capture.faces.geometries))
        capture.always_held(NORTH_AND_SOUTH)


def test_classes_that_do_not_add_up_are_overlaid_as_a_whole(monkeypatch):
    before = {"held": union(box(0, 0, 10, 10)), "contested": union(box(10, 0, 14, 10))}
    after = {"held": union(box(0, 0, 12, 10)), "contested": union(box(12, 0, 15, 10))}
    right = transitions(before, after, NORTH_AND_SOUTH).matrix_m2
    with_fault(monkeypatch, "_split_at_once", without_the_first)
    with_fault(monkeypatch, "split", in_another_row)
    assert transitions(before, after, NORTH_AND_SOUTH).matrix_m2 == pytest.approx(right, abs=10, nan_ok=True)
    monkeypatch.undo()
    with_fault(monkeypatch, "split", in_another_row, one_by_one=True)
    monkeypatch.setattr(Partition, "area_per_row_m2", lambda self, geometry: np.array([shapely.area(geometry), 0, 0]))
    with pytest.raises(CheckError) as error:
        transitions(before, after, NORTH_AND_SOUTH, (BEFORE, AFTER))
    assert names_the_maps(error)
