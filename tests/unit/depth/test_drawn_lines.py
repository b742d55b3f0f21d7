# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawn lines on transects from a baseline: side, sign, the line that is read, and what is not."""

import numpy as np
import pytest
from frontline_change.core.depth.drawn_lines import DrawnLines, across_baseline, read_lines
from frontline_change.core.depth.transects import FIRST, LAST, MEDIAN, NEAREST
from frontline_change.core.libraries import shapely
from shapes import FRAME


def lines(*drawn):
    return np.array([shapely.LineString(line) for line in drawn], dtype=object)


def drawn(*shapes, errors=None):
    return DrawnLines.of(lines(*shapes), np.array(errors or [1.0] * len(shapes)))


def across(metres, south=0, north=1000):
    return [(metres, south), (metres, north)]


BASELINE = lines(across(0))


def cast(*dates, away=True, trim=True, baseline=BASELINE):
    return across_baseline(baseline, dates, 100, 100, 500, away=away, trim=trim)


def positions(made, date, rule=FIRST):
    return read_lines(made, date, rule, FRAME)[0].plane_m


@pytest.mark.parametrize("side", [1, -1])
@pytest.mark.parametrize("baseline", [BASELINE, lines(across(0)[::-1])])
def test_transects_point_to_the_lines(side, baseline):
    made, others = cast(drawn(across(side * 50)), drawn(across(side * 80)), baseline=baseline)
    assert (len(made), others) == (10, 0)
    assert positions(made, drawn(across(side * 80))) == pytest.approx(np.full(10, 80))
    seaward, _ = cast(drawn(across(side * 50)), away=False, baseline=baseline)
    assert positions(seaward, drawn(across(side * 50))) == pytest.approx(np.full(10, -50))


def test_lines_on_both_sides_are_counted():
    made, others = cast(drawn(across(50, 0, 700), across(-30, 700, 1000)))
    assert others == 3
    assert positions(made, drawn(across(50, 0, 700), across(-30, 700, 1000))) == pytest.approx([50] * 7 + [-30] * 3)


def test_which_of_several_crossings_counts_and_with_which_error():
    several = drawn(across(-20), across(40), across(90), errors=[2.0, 3.0, 5.0])
    made, _ = cast(drawn(across(50)))
    for rule, position, error in ((FIRST, 40, 3), (NEAREST, -20, 2), (LAST, 90, 5), (MEDIAN, 40, 3)):
        reading, error_m = read_lines(made, several, rule, FRAME)
        assert reading.plane_m == pytest.approx(np.full(10, position))
        assert set(error_m) == {error}


def test_no_crossing_is_no_reading():
    made, _ = cast(drawn(across(50)))
    assert np.isnan(positions(made, drawn(across(600)))).all()
    assert np.isnan(positions(made, drawn(across(50, 0, 400)))).tolist() == [False] * 4 + [True] * 6


def test_a_vertex_on_a_transect_is_one_crossing():
    made, _ = cast(drawn(across(50)))
    bent = drawn([(50, 0), (60, made.origin[4, 1]), (50, 1000)])
    assert positions(made, bent, MEDIAN)[4] == pytest.approx(60)


def test_transects_meet_inside_a_bend_unless_they_are_not_trimmed():
    corner = lines([(0, 400), (0, 0), (400, 0)])
    coast = drawn([(450, 0), (0, 450)])
    trimmed, whole = (cast(coast, trim=trim, baseline=corner)[0] for trim in (True, False))
    assert np.isnan(positions(trimmed, coast)).any()
    assert not np.isnan(positions(whole, coast)).any()
    assert (whole.outward_m == 500).all()
