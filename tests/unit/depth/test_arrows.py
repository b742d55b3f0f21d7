# SPDX-License-Identifier: GPL-2.0-or-later
"""Direction and speed of movement where both are known by hand."""

import numpy as np
import pytest
from frontline_change.core.depth.arrows import HIGHEST_LEVEL, levels, motion, points_within
from frontline_change.core.depth.deepest import boundary_segments
from frontline_change.core.geometry.segments import SegmentIndex
from frontline_change.core.libraries import shapely


def ground(polygon):
    start, end, _ = boundary_segments(np.array([polygon], dtype=object))
    return SegmentIndex(start, end)


BEFORE = shapely.box(-100_000, -50_000, 100_000, 0)


def test_a_straight_front_moves_at_its_distance_over_the_days():
    after = shapely.box(-100_000, -50_000, 100_000, 3_000)
    points = np.array([[0.0, 500.0], [1_000.0, 1_500.0], [-2_000.0, 2_900.0]])
    found = motion(points, ground(BEFORE), ground(after), days=30, position_error_m=500)
    assert found.speed_m_day == pytest.approx([100, 100, 100])
    assert found.direction == pytest.approx(np.array([[0, 1]] * 3), abs=1e-9)
    assert found.arrival == pytest.approx([500 / 3000, 1500 / 3000, 2900 / 3000])


def test_twice_the_days_is_half_the_speed():
    after = shapely.box(-100_000, -50_000, 100_000, 3_000)
    found = motion(np.array([[0.0, 1_000.0]]), ground(BEFORE), ground(after), days=60, position_error_m=500)
    assert found.speed_m_day == pytest.approx([50])


def test_a_circle_grows_outwards_on_all_sides():
    before, after = (shapely.Point(0, 0).buffer(radius, quad_segs=720) for radius in (10_000, 14_000))
    angle = np.radians(np.arange(0, 360, 30))
    outwards = np.column_stack([np.cos(angle), np.sin(angle)])
    found = motion(outwards * 12_000, ground(before), ground(after), days=40, position_error_m=500)
    assert found.direction == pytest.approx(outwards, abs=0.01)
    assert found.speed_m_day == pytest.approx(np.full(12, 100), rel=0.01)


def test_between_straight_fronts_the_error_of_the_speed_is_that_of_both_lines_over_the_days():
    """500·√2 m of 3 km in 30 days: 23.6 of 100 m a day, wherever between the fronts."""
    after = shapely.box(-100_000, -50_000, 100_000, 3_000)
    points = np.array([[0.0, 500.0], [1_000.0, 1_500.0], [-2_000.0, 2_900.0]])
    found = motion(points, ground(BEFORE), ground(after), days=30, position_error_m=500)
    assert found.speed_se_m_day == pytest.approx(np.full(3, 500 * np.sqrt(2) / 30))
    exact = motion(points, ground(BEFORE), ground(after), days=30, position_error_m=0)
    assert exact.speed_se_m_day == pytest.approx(np.zeros(3))


@pytest.mark.parametrize("slope", [0.0, 0.3, 1.0])
def test_the_error_of_the_speed_is_the_scatter_of_fronts_drawn_again(slope):
    """Two thousand times both lines lie nearer or farther, square to how they run; the new one runs aslant."""
    sigma_m, points, generator = 50.0, np.array([[0.0, 1_500.0], [3_000.0, 2_500.0]]), np.random.default_rng(7)
    along = np.array([1.0, slope]) * 1e5
    square_m = np.hypot(1, slope)  # along y for each metre square to the line

    def line(y):
        return SegmentIndex(np.array([[0.0, y]]) - along, np.array([[0.0, y]]) + along)

    def flat(y):
        return SegmentIndex(np.array([[-1e5, y]]), np.array([[1e5, y]]))

    def found(shift_old_m, shift_new_m):
        return motion(
            points, flat(shift_old_m), line(4_000 + shift_new_m * square_m), days=30, position_error_m=sigma_m
        )

    speeds = np.array([found(*shifts).speed_m_day for shifts in generator.normal(0, sigma_m, (2_000, 2))])
    assert found(0, 0).speed_se_m_day == pytest.approx(speeds.std(axis=0), rel=0.06)


def test_where_a_pocket_closes_from_all_sides_there_is_no_direction():
    """The middle of an enclave that is taken whole: nothing arrives from one side rather than another."""
    enclave = shapely.box(-1_000, -1_000, 1_000, 1_000)
    before = shapely.box(-50_000, -50_000, 50_000, 50_000).difference(enclave)
    after = shapely.box(-50_000, -50_000, 50_000, 50_000)
    found = motion(np.array([[0.0, 0.0], [-900.0, 0.0]]), ground(before), ground(after), days=30, position_error_m=500)
    assert np.isfinite(found.speed_m_day).all() and np.isfinite(found.speed_se_m_day).all()
    assert found.direction[-1] == pytest.approx([1, 0], abs=0.05)  # near the western edge: eastwards


def test_points_stand_on_one_grid_and_every_polygon_has_one():
    wide, narrow = shapely.box(0, 0, 4_100, 2_100), shapely.box(10_100, 100, 10_300, 300)
    found = points_within(np.array([wide, narrow], dtype=object), 2_000)
    on_grid = (found % 2_000 == 0).all(axis=1)
    assert on_grid.sum() >= 2
    assert shapely.contains_xy(narrow, *found[~on_grid][0])
    assert (~on_grid).sum() == 1


def test_no_polygon_no_point():
    assert points_within(np.zeros(0, dtype=object), 1_000).shape == (0, 2)


# Levels


SPACING_M = 2_000.0


def grid(columns, rows):
    """Points of a grid 2 km apart, the first one in the middle of the first cell."""
    x, y = np.meshgrid(np.arange(columns), np.arange(rows))
    return (np.column_stack([x.ravel(), y.ravel()]) + 0.5) * SPACING_M


def test_each_level_has_one_arrow_in_a_cell_of_twice_the_size():
    points = grid(16, 16)
    found = levels(points, np.tile([0.0, 100.0], (len(points), 1)), SPACING_M)
    assert [int((found >= level).sum()) for level in range(8)] == [256, 64, 16, 4, 1, 1, 1, 0]  # 256 of 4⁶ is 1/16
    for level in range(1, 7):
        cells = np.floor(points[found >= level] / (SPACING_M * 2**level))
        assert len(np.unique(cells, axis=0)) == len(cells)


def test_the_arrow_shown_follows_the_movement_of_most():
    points = grid(4, 4)
    velocity = np.tile([0.0, 50.0], (len(points), 1))
    velocity[5], velocity[6] = (0.0, -400.0), (0.0, 90.0)  # the fastest one goes the other way
    found = levels(points, velocity, SPACING_M)
    assert found.argmax() == 6
    assert found[6] == 4
    assert found[5] < 2


def test_a_single_arrow_is_shown_only_from_near():
    points = np.concatenate([grid(8, 8), [[500 * SPACING_M, 0.0]]])
    found = levels(points, np.ones((len(points), 2)), SPACING_M)
    assert found[-1] == 0
    assert found.max() == 5  # 64 arrows are a sixteenth of the points of 32 by 32


def test_no_arrows_have_no_levels():
    assert len(levels(np.zeros((0, 2)), np.zeros((0, 2)), SPACING_M)) == 0
    assert HIGHEST_LEVEL >= 10
