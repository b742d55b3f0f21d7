# SPDX-License-Identifier: GPL-2.0-or-later
"""Distances, rates and thresholds that are NaN or infinite: refused by name, where they would give a plausible number.

No comparison with NaN is ever true, so a search stops at once, nothing is noise and everything stands still.
"""

from datetime import datetime, timezone
from math import inf, nan

import numpy as np
import pytest
from frontline_change.core.change.capture import Capture
from frontline_change.core.change.pair import measure_pair
from frontline_change.core.change.rates import refusal, years_within
from frontline_change.core.context import MeasurementContext, Settings
from frontline_change.core.depth.arrows import motion, points_within
from frontline_change.core.depth.deepest import boundary_segments, deepest
from frontline_change.core.depth.reach import LEFT, Reference
from frontline_change.core.depth.transect_statistics import student_t
from frontline_change.core.depth.transects import cast
from frontline_change.core.errors import InputError, require_finite
from frontline_change.core.front.contact_line import lengths, with_movement, without_mask
from frontline_change.core.front.zone import Zone
from frontline_change.core.geometry.gaps import close_gaps
from frontline_change.core.geometry.lines import smoothed
from frontline_change.core.geometry.polygons import HeldArea, edges_of
from frontline_change.core.geometry.segments import SegmentIndex
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.from_lines import MARKS, held_from_lines
from frontline_change.core.maps.periods import periods_of
from frontline_change.core.reference_areas import nearest_reference_area
from frontline_change.core.sectors.construct import along_front, around_places, corridors
from frontline_change.core.sectors.tidy import FIRST, tidied
from frontline_change.core.steps import finished
from frontline_change.core.uncertainty import area_standard_error_m2
from shapes import FRAME, KM, WHOLE, box, union

LAND, HELD, MORE = box(-50, -50, 50, 50), box(-60, -60, 0, 60), box(-60, -60, 5, 60)
LINE = np.array([[0.0, -40.0], [0.0, 40.0]]) * KM
DRAWN = np.array([shapely.linestrings(LINE)])
POLYGONS = np.array([box(0, 0, 10, 10)], dtype=object)
POINTS = np.array([[0.0, 0.0], [10.0, 0.0]]) * KM
DAYS = [datetime(2025, 6, day, tzinfo=timezone.utc) for day in (1, 30)]
NOBODY = np.zeros(0, dtype=object)


def ground(polygon):
    start, end, _ = boundary_segments(np.array([polygon], dtype=object))
    return SegmentIndex(start, end)


def measured(error_m):
    """The change between two held areas whose maps together err by so much."""
    before, after = HeldArea(union(HELD)), HeldArea(union(MORE))
    return finished(measure_pair(before, after, MeasurementContext(WHOLE, FRAME), error_m))


def captured(width_m):
    """Ground that moved between two maps, with noise of so many metres."""
    capture = Capture()
    for polygon in (HELD, MORE):
        capture.add(HeldArea(union(polygon)))
    capture.finish()
    return capture.captured(WHOLE, width_m)


ASKED = {
    "Settings edge_tolerance_m": lambda bad: Settings(edge_tolerance_m=bad),
    "Settings position_error_m": lambda bad: Settings(position_error_m=bad),
    "Settings correlation_length_m": lambda bad: Settings(correlation_length_m=bad),
    "Settings noise_width_m": lambda bad: Settings(noise_width_m=bad),
    "measure_pair position_error_m": measured,
    "Capture noise_width_m": captured,
    "area_standard_error_m2 position_error_m": lambda bad: area_standard_error_m2(np.ones(1), bad, 5000.0),
    "area_standard_error_m2 correlation_length_m": lambda bad: area_standard_error_m2(np.ones(1), 500.0, bad),
    "deepest error_m": lambda bad: deepest(POLYGONS, ground(HELD), bad),
    "points_within spacing_m": lambda bad: points_within(POLYGONS, bad),
    "motion days": lambda bad: motion(POINTS, ground(HELD), ground(MORE), bad, 500.0),
    "motion position_error_m": lambda bad: motion(POINTS, ground(HELD), ground(MORE), 30.0, bad),
    "Reference.of_polygon distance_m": lambda bad: Reference.of_polygon(union(LAND), bad),
    "Reference.of_lines distance_m": lambda bad: Reference.of_lines(DRAWN, LEFT, bad, []),
    "student_t level": lambda bad: student_t(np.array([5]), bad),
    "cast spacing_m": lambda bad: cast(DRAWN, bad, 5000.0, 30000.0),
    "cast smoothing_m": lambda bad: cast(DRAWN, 1000.0, bad, 30000.0),
    "cast length_m": lambda bad: cast(DRAWN, 1000.0, 5000.0, bad),
    "Zone.of edge_tolerance_m": lambda bad: Zone.of(LAND, bad, None),
    "without_mask distance_m": lambda bad: without_mask(Zone.of(LAND, 1000.0, None), shapely.linestrings(LINE), bad),
    "with_movement farther_than_m": lambda bad: with_movement(LINE, edges_of(union(HELD)), bad),
    "lengths tolerance_m": lambda bad: lengths([with_movement(LINE, edges_of(union(MORE)), 100.0)], bad, WHOLE, FRAME),
    "close_seams width_m": lambda bad: close_gaps(union(*POLYGONS), POLYGONS, bad),
    "smoothed window_m": lambda bad: smoothed(LINE, bad),
    "held_from_lines bridge_m": lambda bad: held_from_lines(DRAWN, LAND, NOBODY, MARKS, bad, 3000.0, FRAME),
    "held_from_lines extend_m": lambda bad: held_from_lines(DRAWN, LAND, NOBODY, MARKS, 3000.0, bad, FRAME),
    "periods_of offset_days": lambda bad: periods_of(DAYS, "month", bad),
    "nearest_familiar area_km2": nearest_reference_area,
    "refusal pace_m2_day": lambda bad: refusal([1e6], 1e9, bad),
    "refusal remaining_m2": lambda bad: refusal([1e6], bad, 1e6),
    "refusal standard_error_m2_day": lambda bad: refusal([1e6], 1e9, 1e6, bad),
    "refusal least_pace_m2_day": lambda bad: refusal([bad], 1e9, 1e6),
    "years_within remaining_m2": lambda bad: years_within(bad, 1e6, 1e3),
    "years_within pace_m2_day": lambda bad: years_within(1e9, bad, 1e3),
    "years_within half_width_m2_day": lambda bad: years_within(1e9, 1e6, bad),
    "around_places radius_m": lambda bad: around_places(["a", "b"], POINTS, bad, LAND),
    "around_places edge_tolerance_m": lambda bad: around_places(["a", "b"], POINTS, 5000.0, LAND, bad),
    "along_front length_each_m": lambda bad: along_front([LINE], bad, 30000.0, 0.0, LAND),
    "along_front depth_m": lambda bad: along_front([LINE], 20000.0, bad, 0.0, LAND),
    "along_front smoothing_m": lambda bad: along_front([LINE], 20000.0, 30000.0, bad, LAND),
    "corridors width_m": lambda bad: corridors(["a"], [[LINE]], bad, LAND),
    "tidied gap_width_m": lambda bad: tidied(["a"], POLYGONS, FIRST, True, bad, None),
}


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("bad", [nan, inf, -inf])
def test_a_number_that_is_not_finite_is_refused_by_name(asked, bad):
    name = asked.split()[-1]
    with pytest.raises(InputError, match=rf"^{name} is {bad}\. It must be a finite number\.$"):
        ASKED[asked](bad)


def test_finite_numbers_pass():
    require_finite(nothing=0.0, less=-1.5, whole=3, of_numpy=np.float64(2.5))
    assert Settings(0.0, 0.0, 0.0, 0.0).noise_width_m == 0.0
