# SPDX-License-Identifier: GPL-2.0-or-later
"""The standard error of a changed area: the formula, its two regimes, and what the errors it speaks of really do."""

import numpy as np
import pytest
from frontline_change.core.change.uncertainty import area_standard_error_m2

SIGMA_M, SCALE_M = 500.0, 5000.0


def test_by_the_formula():
    assert area_standard_error_m2(np.array([80e3]), SIGMA_M, SCALE_M) == pytest.approx([500 * np.sqrt(80e3 * 5e3)])
    assert area_standard_error_m2(np.array([80e3]), SIGMA_M, SCALE_M) / 1e6 == pytest.approx([10.0])


def test_a_short_perimeter_is_misjudged_as_a_whole():
    assert area_standard_error_m2(np.array([1e3]), SIGMA_M, SCALE_M) == pytest.approx([500 * 1e3])


def test_both_meet_at_one_correlation_length():
    below, at, above = area_standard_error_m2(np.array([4999.0, 5000.0, 5001.0]), SIGMA_M, SCALE_M)
    assert below == pytest.approx(SIGMA_M * 4999)
    assert at == pytest.approx(SIGMA_M * SCALE_M)
    assert above == pytest.approx(SIGMA_M * np.sqrt(5001 * SCALE_M))


def test_nothing_moved_is_sure():
    assert area_standard_error_m2(np.zeros(3), SIGMA_M, SCALE_M).tolist() == [0, 0, 0]


def test_no_position_error_is_sure():
    assert area_standard_error_m2(np.array([1e6]), 0.0, SCALE_M).tolist() == [0]


def test_more_front_is_less_sure_but_relatively_surer():
    perimeter_m = np.geomspace(100, 1e7, 50)
    error_m2 = area_standard_error_m2(perimeter_m, SIGMA_M, SCALE_M)
    assert (np.diff(error_m2) > 0).all()
    assert (np.diff(error_m2 / perimeter_m) <= 1e-9).all()


def test_one_number_is_as_good_as_many():
    assert float(area_standard_error_m2(80e3, SIGMA_M, SCALE_M)) == pytest.approx(1e7)


def test_it_is_what_lines_misdrawn_at_random_do():
    """A line shifted by normal errors of integral scale ℓ: an autoregressive walk whose correlation halves that far."""
    rng = np.random.default_rng(7)
    step_m, length_m, lines = 250.0, 400e3, 400
    # Of a walk with correlation r from step to step the integral scale, both ways, is step·(1 + r)/(1 - r).
    r = (SCALE_M - step_m) / (SCALE_M + step_m)
    offset_m = np.empty((lines, int(length_m / step_m)))
    offset_m[:, 0] = rng.normal(0, SIGMA_M, lines)
    for place in range(1, offset_m.shape[1]):
        offset_m[:, place] = r * offset_m[:, place - 1] + rng.normal(0, SIGMA_M * np.sqrt(1 - r * r), lines)
    area_m2 = offset_m.sum(axis=1) * step_m
    assert area_m2.std() == pytest.approx(area_standard_error_m2(length_m, SIGMA_M, SCALE_M), rel=0.1)
