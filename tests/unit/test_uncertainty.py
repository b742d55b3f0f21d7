# SPDX-License-Identifier: GPL-2.0-or-later
"""Standard errors of changed areas and of depths: the formulas, their regimes, and what such errors really do."""

import numpy as np
import pytest
from frontline_change.core.change.pair import measure_pair
from frontline_change.core.context import AREA, MeasurementContext, Settings
from frontline_change.core.geometry.polygons import HeldArea
from frontline_change.core.libraries import shapely
from frontline_change.core.steps import finished
from frontline_change.core.uncertainty import (
    area_standard_error_m2,
    beyond_errors,
    depth_standard_error_m,
    mean_depth_standard_error_m,
)
from shapes import FRAME, WHOLE

SIGMA_M, SCALE_M = 500.0, 5000.0


def test_by_the_formula():
    assert area_standard_error_m2(np.array([80e3]), SIGMA_M, SCALE_M) == pytest.approx([500 * np.sqrt(80e3 * 5e3)])
    assert area_standard_error_m2(np.array([80e3]), SIGMA_M, SCALE_M) / 1e6 == pytest.approx([10.0])


def test_a_short_perimeter_is_misread_as_a_whole():
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
    for index in range(1, offset_m.shape[1]):
        offset_m[:, index] = r * offset_m[:, index - 1] + rng.normal(0, SIGMA_M * np.sqrt(1 - r * r), lines)
    area_m2 = offset_m.sum(axis=1) * step_m
    assert area_m2.std() == pytest.approx(area_standard_error_m2(length_m, SIGMA_M, SCALE_M), rel=0.1)


# Depth


def test_each_drawn_end_of_a_depth_adds_its_variance():
    assert depth_standard_error_m(np.array([0, 1, 2]), SIGMA_M) == pytest.approx([0, 500, np.hypot(500, 500)])


def test_the_mean_of_a_front_has_as_many_independent_stretches_as_correlation_lengths_fit_in():
    """Two fronts of 80 km: 16 segments, each off by both lines."""
    error_m = mean_depth_standard_error_m(np.array([160e3]), np.array([160e3]), SIGMA_M, SCALE_M)
    assert error_m == pytest.approx([np.hypot(500, 500) / np.sqrt(16)])


def test_a_front_that_is_known_halves_the_variance_of_the_mean():
    both, one = (float(mean_depth_standard_error_m(drawn_m, 160e3, SIGMA_M, SCALE_M)) for drawn_m in (160e3, 80e3))
    assert one == pytest.approx(both / np.sqrt(2))


# Beyond the errors


@pytest.mark.parametrize(
    ("change", "without_noise", "is_beyond"),
    [
        pytest.param(19.7, 19.7, True, id="gain beyond 1.96 errors"),
        pytest.param(19.5, 19.5, False, id="gain within 1.96 errors"),
        pytest.param(-19.7, -19.7, True, id="loss beyond 1.96 errors"),
        pytest.param(50, 0, False, id="all noise"),
        pytest.param(50, 19, False, id="too little without noise"),
        pytest.param(0, 50, False, id="made up for by noise"),
        pytest.param(30, -30, False, id="the other way without noise"),
    ],
)
def test_beyond_the_errors(change, without_noise, is_beyond):
    assert beyond_errors(*(np.array([float(value)]) for value in (change, without_noise, 10))).tolist() == [is_beyond]


def test_nothing_is_not_beyond_no_error():
    assert beyond_errors(np.zeros(1), np.zeros(1), np.zeros(1)).tolist() == [False]


def test_a_front_that_stood_still_but_was_drawn_twice_is_seldom_found_to_have_moved():
    """200 km of front, each map off by 100 m with a scale of 5 km: 5 % at most, whatever wiggles add to its edge."""
    rng = np.random.default_rng(11)
    step_m, pairs, sigma_m = 1000.0, 150, 100.0
    y = np.arange(0, 200e3 + 1, step_m)
    root = np.linalg.cholesky(np.exp(-2 * np.abs(y[:, None] - y[None, :]) / SCALE_M) + 1e-9 * np.eye(len(y)))
    context = MeasurementContext(WHOLE, FRAME, Settings(position_error_m=sigma_m, noise_width_m=0), measures=(AREA,))
    found = 0
    for _ in range(pairs):
        drawn = [
            shapely.Polygon(np.round([(-20e3, 0), *zip(sigma_m * x, y), (-20e3, 200e3)], 3))
            for x in (root @ rng.normal(size=(len(y), 2))).T
        ]
        found += bool(finished(measure_pair(*map(HeldArea, drawn), context)).significant[0])
    assert found / pairs < 0.08
