# SPDX-License-Identifier: GPL-2.0-or-later
"""A front drawn twice is noticed; fronts that only come near each other, pockets and stubs are not."""

import numpy as np
import pytest
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.from_lines import MARKS, held_from_lines
from frontline_change.core.maps.twice_drawn import drawn_twice
from shapes import FRAME, KM, box, union

LAND = union(box(0, 0, 40, 20))
FRONT = [(15, 2), (15.5, 8), (15, 14), (15.4, 18)]  # km; it ends short of the land's edge


def lines(*drawn):
    return np.array([shapely.LineString(np.array(line) * KM) for line in drawn], dtype=object)


def shifted(line, east_km):
    return [(x + east_km, y) for x, y in line]


def densified(line):
    return shapely.get_coordinates(shapely.segmentize(shapely.LineString(line), 0.3)).tolist()


@pytest.mark.parametrize(
    "copy",
    [
        FRONT,
        FRONT[::-1],
        shifted(FRONT, 0.2),
        [(15.07, 2), *FRONT[1:]],
        densified(FRONT),
        FRONT[1:3],
        densified(shifted(FRONT, -0.1))[::-1],
    ],
    ids=["copy", "reversed", "shifted", "a vertex moved", "densified", "a part", "all at once"],
)
def test_a_front_drawn_twice(copy):
    assert drawn_twice(lines([(30, 0), (30, 20)], FRONT, copy)) == (1, 2)


@pytest.mark.parametrize(
    "other",
    [
        shifted(FRONT, 0.6),
        [(15.4, 18), (15, 20)],
        [(15.0, 13), (15.2, 15.5), (18, 16), (25, 19)],
        [(15.2, 5), (15.25, 5.3)],
        [(15.3, 7.9), (15.6, 7.9), (15.6, 8.1), (15.3, 8.1), (15.3, 7.9)],
        [(10, 10), (20, 10)],
    ],
    ids=["half a kilometre off", "the next line", "an overlapping tail", "a stub", "a small pocket", "crossing"],
)
def test_what_is_no_second_drawing(other):
    assert drawn_twice(lines(FRONT, other)) is None


def test_no_line_and_one_line():
    assert drawn_twice(lines()) is None
    assert drawn_twice(lines(FRONT)) is None


@pytest.mark.parametrize("east_km", [0.07, 0.4, 0.9])
@pytest.mark.parametrize("side", [MARKS, "left"])
def test_two_near_lines_separate_nothing(east_km, side):
    """Their ends are bridged with each other; the rest of the land was held as a whole."""
    twice = lines(FRONT, shifted(FRONT, east_km))
    mark = np.array([shapely.Point(5 * KM, 5 * KM)], dtype=object)
    assert not held_from_lines(twice, LAND, mark, side, 1000.0, 1000.0, FRAME).separates


def test_near_lines_beside_a_front_that_separates():
    front = [(25, 0), (25, 20)]
    found = held_from_lines(
        lines(front, FRONT, shifted(FRONT, 0.4)),
        LAND,
        np.array([shapely.Point(30 * KM, 5 * KM)], dtype=object),
        MARKS,
        1000.0,
        1000.0,
        FRAME,
    )
    assert found.separates
    assert shapely.area(found.held) == pytest.approx(15 * 20 * KM**2, rel=1e-6)


def test_a_pocket_separates():
    pocket = [(10, 5), (14, 5), (14, 9), (10, 9), (10, 5)]
    mark = np.array([shapely.Point(12 * KM, 7 * KM)], dtype=object)
    found = held_from_lines(lines(pocket), LAND, mark, MARKS, 1000.0, 1000.0, FRAME)
    assert found.separates
    assert shapely.area(found.held) == pytest.approx(16 * KM**2, rel=1e-6)
