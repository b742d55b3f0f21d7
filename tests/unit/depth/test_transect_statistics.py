# SPDX-License-Identifier: GPL-2.0-or-later
"""Shoreline statistics: by hand, and against scipy with unequal dates, weights and gaps."""

import math

import numpy as np
import pytest
from frontline_change.core.depth.transect_statistics import effective_number, fit, movement, student_t, summary
from frontline_change.core.errors import InputError

RANDOM = np.random.default_rng(20250630)
TIMES = np.array([0.0, 3.5, 4.0, 31.25, 59.0, 90.0, 91.5, 183.0, 365.0])
ERRORS_M = np.array([500.0, 450.0, 700.0, 300.0, 500.0, 120.0, 900.0, 400.0, 250.0])
NAN = math.nan


def walks(rows=40, gaps=0.2):
    """Positions that drift and scatter, with gaps; every row keeps four readings or more."""
    drift = RANDOM.normal(0, 15, rows)[:, None] * TIMES
    positions_m = drift + RANDOM.normal(0, 400, (rows, len(TIMES)))
    missing = RANDOM.random(positions_m.shape) < gaps
    missing[:, [0, 4, 7, 8]] = False
    return np.where(missing, NAN, positions_m)


# Student's t

TABLE = {1: 12.706, 2: 4.303, 3: 3.182, 5: 2.571, 10: 2.228, 30: 2.042, 120: 1.980}


@pytest.mark.parametrize("freedom", TABLE)
def test_student_t_is_the_table_of_every_textbook(freedom):
    assert student_t(np.array([freedom]), 0.95)[0] == pytest.approx(TABLE[freedom], abs=0.001)


@pytest.mark.parametrize("level", [0.5, 0.9, 0.99, 0.9973])
def test_student_t_in_closed_form(level):
    assert student_t(np.array([1]), level)[0] == pytest.approx(math.tan(math.pi * level / 2), rel=1e-12)
    assert student_t(np.array([2]), level)[0] == pytest.approx(level * math.sqrt(2 / (1 - level**2)), rel=1e-12)


def test_student_t_against_the_incomplete_beta_function():
    special = pytest.importorskip("scipy.special")
    freedom = np.array([*range(1, 60), 100, 417, 1001])
    for level in (0.5, 0.8, 0.9, 0.95, 0.99, 0.997, 0.9999):
        x = special.betaincinv(freedom / 2, 0.5, 1 - level)
        assert student_t(freedom, level) == pytest.approx(np.sqrt(freedom * (1 - x) / x), rel=1e-11)


# By hand


def test_a_steady_advance():
    positions_m = np.array([[0.0, 100.0, 200.0, 300.0]])
    moved = movement(positions_m, np.array([0.0, 1, 2, 3]), np.full(4, 50.0), 0.95)
    assert (moved.readings[0], moved.first[0], moved.last[0], moved.span[0]) == (4, 0, 3, 3.0)
    assert (moved.sce_m[0], moved.nsm_m[0], moved.epr[0]) == (300, 300, 100)
    assert moved.epr_error[0] == pytest.approx(50 * math.sqrt(2) / 3)
    for line in (moved.lrr, moved.wlr):
        assert line.rate[0] == pytest.approx(100)
        assert line.r2[0] == pytest.approx(1)
        assert line.interval[0] == pytest.approx(0, abs=1e-9)
    assert moved.significant[0] and moved.trend_significant[0]


def test_a_retreat_is_negative_and_the_envelope_is_not():
    moved = movement(np.array([[0.0, 400.0, -1000.0]]), np.array([0.0, 10, 20]), np.full(3, 100.0), 0.95)
    assert (moved.nsm_m[0], moved.sce_m[0], moved.epr[0]) == (-1000, 1400, -50)
    assert moved.significant[0] and not moved.trend_significant[0]


def test_weights_draw_the_line_to_the_sure_readings():
    """Two sure readings and a wild one that hardly counts: the slope of the sure ones."""
    positions_m = np.array([[0.0, 5000.0, 100.0]])
    moved = movement(positions_m, np.array([0.0, 5, 10]), np.array([1.0, 1e6, 1.0]), 0.95)
    assert moved.wlr.rate[0] == pytest.approx(10, abs=1e-6)
    assert moved.lrr.rate[0] == pytest.approx(10)
    assert moved.wlr.r2[0] < moved.lrr.r2[0] + 1


def test_a_missing_reading_is_no_zero():
    positions_m = np.array([[NAN, 100.0, NAN, 300.0], [NAN, NAN, 7.0, NAN], [NAN] * 4])
    moved = movement(positions_m, np.array([0.0, 1, 2, 3]), np.full(4, 10.0), 0.95)
    assert moved.readings.tolist() == [2, 1, 0]
    assert moved.nsm_m[0] == 200 and moved.span[0] == 2 and moved.epr[0] == 100
    assert np.isnan(moved.nsm_m[1:]).all() and np.isnan(moved.sce_m[1:]).all() and np.isnan(moved.epr_error[1:]).all()
    assert np.isnan(moved.lrr.rate).all()
    assert not moved.significant[1:].any()


def test_what_stands_still_has_a_rate_of_zero_and_nothing_to_explain():
    moved = movement(np.full((1, 5), 1 / 3), np.arange(5.0), np.full(5, 10.0), 0.95)
    assert moved.nsm_m[0] == moved.sce_m[0] == moved.lrr.rate[0] == moved.wlr.rate[0] == 0.0
    assert np.isnan(moved.lrr.r2[0])
    assert not moved.significant[0] and not moved.trend_significant[0]


def test_errors_differ_by_date():
    moved = movement(np.array([[0.0, 1000.0, NAN]]), np.array([0.0, 10, 20]), np.array([300.0, 400.0, 900.0]), 0.95)
    assert moved.nsm_error_m[0] == 500 and moved.epr_error[0] == 50
    assert moved.significant[0]
    surer = movement(np.array([[0.0, 979.0, NAN]]), np.array([0.0, 10, 20]), np.array([300.0, 400.0, 900.0]), 0.95)
    assert not surer.significant[0]  # 1.96 × 500 = 980


@pytest.mark.parametrize("times", [[5.0], [5.0, 5.0], [5.0, 4.0]])
def test_dates_that_give_no_rate_are_refused(times):
    with pytest.raises(InputError, match=r"at least 2 dates|must differ"):
        movement(np.zeros((1, len(times))), np.array(times), np.full(len(times), 500.0), 0.95)


# Against scipy


def test_regression_against_scipy():
    stats = pytest.importorskip("scipy.stats")
    special = pytest.importorskip("scipy.special")
    positions_m = walks()
    found = fit(positions_m, TIMES, np.ones(len(TIMES)), 0.9)
    for row, values in enumerate(positions_m):
        known = np.isfinite(values)
        reference = stats.linregress(TIMES[known], values[known])
        freedom = known.sum() - 2
        x = special.betaincinv(freedom / 2, 0.5, 0.1)
        assert found.rate[row] == pytest.approx(reference.slope, rel=1e-9)
        assert found.r2[row] == pytest.approx(reference.rvalue**2, rel=1e-9)
        assert found.rate_se[row] == pytest.approx(reference.stderr, rel=1e-9)
        assert found.interval[row] == pytest.approx(reference.stderr * math.sqrt(freedom * (1 - x) / x), rel=1e-9)


def test_weighted_regression_against_scipy():
    """curve_fit knows errors, but no R²: that is one less the weighted residuals over the weighted variation."""
    optimize = pytest.importorskip("scipy.optimize")
    positions_m = walks()
    moved = movement(positions_m, TIMES, ERRORS_M, 0.95)
    for row, values in enumerate(positions_m):
        known = np.isfinite(values)
        t, d, u = TIMES[known], values[known], ERRORS_M[known]
        (slope, offset), covariance = optimize.curve_fit(
            lambda x, a, b: a * x + b,
            t,
            d,
            sigma=u,
            absolute_sigma=False,
            p0=(0, 0),
            jac=lambda x, a, b: np.column_stack([x, np.ones(len(x))]),
        )
        left = ((d - slope * t - offset) ** 2 / u**2).sum()
        variation = ((d - np.average(d, weights=u**-2)) ** 2 / u**2).sum()
        assert moved.wlr.rate[row] == pytest.approx(slope, rel=1e-9)
        assert moved.wlr.rate_se[row] == pytest.approx(math.sqrt(covariance[0, 0]), rel=1e-9)
        assert moved.wlr.estimate_se[row] == pytest.approx(math.sqrt(left / (known.sum() - 2)), rel=1e-9)
        assert moved.wlr.r2[row] == pytest.approx(1 - left / variation, rel=1e-9)


def test_weighted_regression_against_least_squares_of_scaled_rows():
    """Rows divided by their errors make weighted least squares ordinary: solved by numpy's own decomposition."""
    positions_m = walks()
    moved = movement(positions_m, TIMES, ERRORS_M, 0.95)
    for row, values in enumerate(positions_m):
        known = np.isfinite(values)
        t, d, u = TIMES[known], values[known], ERRORS_M[known]
        matrix = np.column_stack([t, np.ones(len(t))]) / u[:, None]
        solution, residual, _, _ = np.linalg.lstsq(matrix, d / u, rcond=None)
        variance = np.linalg.inv(matrix.T @ matrix)[0, 0] * residual[0] / (len(t) - 2)
        assert moved.wlr.rate[row] == pytest.approx(solution[0], rel=1e-9)
        assert moved.wlr.rate_se[row] == pytest.approx(math.sqrt(variance), rel=1e-9)


# Many transects together


def row_of(values, **options):
    """The summary of transects side by side on one line, each for a kilometre of front."""
    values = np.array(values, dtype=float)
    moved = movement(np.column_stack([np.zeros(len(values)), values]), np.array([0.0, 30]), np.full(2, 100.0), 0.95)
    count = len(values)
    given = {
        "net_m2": np.nan_to_num(values) * 1000,
        "width_m": np.full(count, 1000.0),
        "line": np.zeros(count, int),
        "chosen": np.ones(count, bool),
        "correlation_length_m": 0.0,
        **options,
    }
    return summary(moved, **given)


def test_summary_by_hand():
    result = row_of([0, 0, 1000, 2000, -500, NAN], net_m2=np.array([0, 0, 1000, 2000, -500, 300.0]) * 1000)
    assert (result.transects, result.with_reading, result.width_m) == (6, 5, 6000)
    assert (result.nsm.mean, result.nsm.median, result.nsm.p90) == (500, 0, 2000)
    assert result.epr.mean == pytest.approx(500 / 30)
    assert (result.highest_m, result.lowest_m) == (2000, -500)
    assert result.net_m == pytest.approx(2800 / 6)
    assert result.share_read == pytest.approx(5 / 6)
    assert result.share_advancing == pytest.approx(2 / 6)
    assert result.share_retreating == pytest.approx(1 / 6)


def test_summary_weighs_by_the_front_each_stands_for():
    result = row_of([1000, 0], width_m=np.array([3000.0, 1000.0]))
    assert (result.nsm.mean, result.nsm.median) == (750, 1000)


def test_movements_of_different_times_are_not_averaged():
    """The second transect lost its reading on the last date: its rate counts, its movement does not."""
    positions_m = np.array([[0.0, 500.0, 900.0], [0.0, 100.0, NAN]])
    moved = movement(positions_m, np.array([0.0, 10, 20]), np.full(3, 50.0), 0.95)
    assert moved.whole.tolist() == [True, False]
    both = np.ones(2, dtype=bool)
    result = summary(moved, np.zeros(2), np.full(2, 1000.0), np.zeros(2, int), both, 0.0)
    assert (result.with_reading, result.nsm.mean, result.highest_m) == (1, 900, 900)
    assert result.epr.mean == pytest.approx((45 + 10) / 2)
    assert result.share_read == 0.5


def test_summary_of_nothing_states_nothing():
    result = row_of([NAN, NAN], net_m2=np.zeros(2))
    assert (result.transects, result.with_reading) == (2, 0)
    assert math.isnan(result.nsm.mean) and math.isnan(result.epr.p90) and math.isnan(result.lrr.mean_error)
    assert result.share_read == 0 and result.net_m == 0
    nobody = row_of([1.0, 2.0], chosen=np.zeros(2, bool))
    assert nobody.transects == 0 and math.isnan(nobody.share_read) and math.isnan(nobody.effective)


def test_independent_transects_count_in_full_and_copies_once():
    values = RANDOM.normal(0, 1, 400)
    assert effective_number(values, np.zeros(400, int)) == pytest.approx(400, rel=0.15)
    copies = np.repeat(values, 10)
    assert effective_number(copies, np.zeros(4000, int)) == pytest.approx(400, rel=0.2)


def test_a_process_of_known_memory():
    """Values that keep a share φ of the one before are worth n·(1 - φ) / (1 + φ) independent ones."""
    keep, count = 0.8, 20000
    values = np.empty(count)
    values[0] = 0.0
    for index, shock in enumerate(RANDOM.normal(0, 1, count - 1), 1):
        values[index] = keep * values[index - 1] + shock
    assert effective_number(values, np.zeros(count, int)) == pytest.approx(count * (1 - keep) / (1 + keep), rel=0.15)


def test_ends_of_lines_part_neighbours():
    values = np.repeat([1.0, -1.0], 50)
    one_line = effective_number(values, np.zeros(100, int))
    two_by_two = effective_number(np.tile([1.0, -1.0], 50), np.arange(100))
    assert one_line < 5
    assert two_by_two == 100


def test_front_that_errs_as_one_makes_the_mean_less_sure():
    values = RANDOM.normal(0, 1000, 100)
    free, bound = row_of(values), row_of(values, correlation_length_m=5000.0)
    assert bound.effective == pytest.approx(20)
    assert bound.nsm.mean_error == pytest.approx(100 * math.sqrt(2) / math.sqrt(20))
    assert free.nsm.mean_error < bound.nsm.mean_error
