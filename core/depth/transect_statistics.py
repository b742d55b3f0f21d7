# SPDX-License-Identifier: GPL-2.0-or-later
"""Shoreline statistics of positions over time: envelope, net movement, end point and regression rates, with errors.

Names and formulas follow the Digital Shoreline Analysis System (Himmelstoss et al. 2021, USGS Open-File Report
2021-1091). A missing reading is NaN and never counts as zero.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from ..arrays import Numbers
from ..errors import InputError, require_finite
from .deepest import weighted_percentile

FEWEST_FOR_RATE, FEWEST_FOR_FIT = 2, 3

ADVANCE, RETREAT, STILL, CLOSED, NONE = "advance", "retreat", "still", "closed", "none"
MOVED_FROM_M = 1.0  # a front, or the ground along a transect without a reading; less is rounding of the maps


@dataclass(frozen=True)
class Fit:
    """A straight line through the positions of each transect (n,); NaN below three readings.

    `rate` is its slope in metres per unit of time, `r2` the share of the variance that it explains, `estimate_se` the
    standard error of the estimate (metres; of the weighted fit without a dimension), `rate_se` that of the slope, and
    `interval` the half-width of the slope's confidence interval.
    """

    rate: Numbers
    r2: Numbers
    estimate_se: Numbers
    rate_se: Numbers
    interval: Numbers


@dataclass(frozen=True)
class Movement:
    """The statistics of the readings of each transect (n,): lengths in metres, rates in metres per unit of time.

    `first` and `last` are the indices of the dates of the oldest and newest reading, -1 if there is none; `span` is the
    time between them. NaN for too few readings: SCE, NSM and EPR need two, a regression needs three.
    """

    readings: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    span: Numbers
    sce_m: Numbers
    nsm_m: Numbers
    nsm_error_m: Numbers
    epr: Numbers
    epr_error: Numbers
    lrr: Fit
    wlr: Fit
    level: float
    dates: int

    @property
    def whole(self) -> NDArray[np.bool_]:
        """Which transects have a reading on the first date and on the last, so that their movements are comparable."""
        return (self.readings > 1) & (self.first == 0) & (self.last == self.dates - 1)

    @property
    def standard_errors(self) -> float:
        """How many standard errors a movement must exceed at the level of confidence: 1.96 for 0.95."""
        return NormalDist().inv_cdf((1 + self.level) / 2)

    @property
    def significant(self) -> NDArray[np.bool_]:
        """Whether the net movement, of 1 m or more, exceeds the position errors of its two dates at the level."""
        return self._beyond(self.nsm_m, np.maximum(self.standard_errors * self.nsm_error_m, MOVED_FROM_M))

    @property
    def trend_significant(self) -> NDArray[np.bool_]:
        """Whether the regression rate differs from zero at the level of confidence."""
        return self._beyond(self.lrr.rate, self.lrr.interval)

    def _beyond(self, values: Numbers, limit: Numbers) -> NDArray[np.bool_]:
        with np.errstate(invalid="ignore"):  # comparisons with NaN are false
            return np.abs(values) > limit


@dataclass(frozen=True)
class Average:
    """Weighted mean with its error, weighted median and 90th percentile of one statistic; NaN without any reading."""

    mean: float
    mean_error: float
    median: float
    p90: float


@dataclass(frozen=True)
class Summary:
    """The statistics of all transects of one sector: lengths in metres, rates in metres per unit, shares from 0 to 1.

    `width_m` is the front that they represent; it is the weight of everything. The movement and its shares use only
    transects with a reading on the first and on the last date. `net_m` is the net area nearest to all transects, with
    or without a reading, over the front. `effective` is the equivalent number of independent transects.
    """

    transects: int
    with_reading: int
    width_m: float
    nsm: Average
    epr: Average
    lrr: Average
    wlr: Average
    highest_m: float
    lowest_m: float
    net_m: float
    share_read: float
    share_advancing: float
    share_retreating: float
    share_trend: float
    effective: float


def movement(positions_m: Numbers, times: Numbers, errors_m: Numbers, level: float) -> Movement:
    """Return the statistics of signed positions (n, d) on d dates; NaN is no reading.

    `times` (d,) ascend, in the unit of the rates; `errors_m` are the position errors of the dates (d,), or of each
    reading (n, d), and `level` the level of confidence, such as 0.95. Raises InputError for fewer than two dates, or
    dates that do not ascend.

    SCE = max - min. NSM = newest - oldest. EPR = NSM / span, its error √(u₁² + u₂²) / span with the errors u of the two
    dates. LRR: least squares. WLR: the same with weights 1 / u²; equal weights where an error is zero.
    """
    if len(times) < FEWEST_FOR_RATE:
        raise InputError(
            "A movement needs maps of at least {needed} dates, and a regression of {fit}; there is only {count}.",
            needed=FEWEST_FOR_RATE,
            fit=FEWEST_FOR_FIT,
            count=len(times),
        )
    if not (np.diff(times) > 0).all():
        raise InputError("The dates of the maps must differ and be in time order.")
    errors_m = np.broadcast_to(errors_m, positions_m.shape)
    known = np.isfinite(positions_m)
    readings = known.sum(axis=1)
    some = readings > 0
    rows = np.arange(len(positions_m))
    first = np.where(some, known.argmax(axis=1), -1)
    last = np.where(some, known.shape[1] - 1 - known[:, ::-1].argmax(axis=1), -1)
    enough = readings >= FEWEST_FOR_RATE

    def where_enough(values: Numbers) -> Numbers:
        return np.where(enough, values, np.nan)

    span = where_enough(times[last] - times[first])
    nsm_m = where_enough(positions_m[rows, last] - positions_m[rows, first])
    highest = np.where(known, positions_m, -np.inf).max(axis=1)
    lowest = np.where(known, positions_m, np.inf).min(axis=1)
    sce_m = np.full(len(rows), np.nan)
    sce_m[enough] = highest[enough] - lowest[enough]
    nsm_error_m = where_enough(np.hypot(errors_m[rows, first], errors_m[rows, last]))
    weights = 1 / errors_m**2 if (errors_m > 0).all() else np.ones_like(errors_m)
    return Movement(
        readings=readings,
        first=first,
        last=last,
        span=span,
        sce_m=sce_m,
        nsm_m=nsm_m,
        nsm_error_m=nsm_error_m,
        epr=nsm_m / span,
        epr_error=nsm_error_m / span,
        lrr=fit(positions_m, times, np.ones_like(errors_m), level),
        wlr=fit(positions_m, times, weights, level),
        level=level,
        dates=len(times),
    )


def fit(positions_m: Numbers, times: Numbers, weights: Numbers, level: float) -> Fit:
    """Return the least squares line through the readings of each row of `positions_m` (n, d).

    `weights` are those of the dates (d,) or of each reading (n, d).
    """
    known = np.isfinite(positions_m)
    readings = known.sum(axis=1)
    enough = readings >= FEWEST_FOR_FIT
    known, readings = known[enough], readings[enough]
    # Relative to the first reading: equal readings then differ by exactly zero, and rounding gives no rate.
    origin = positions_m[enough, :][np.arange(len(known)), known.argmax(axis=1)] if len(known) else np.zeros(0)
    moved = np.where(known, positions_m[enough] - origin[:, None], 0.0)
    weight = np.where(known, np.broadcast_to(weights, positions_m.shape)[enough], 0.0)
    total = weight.sum(axis=1)
    time_off = times - ((weight * times).sum(axis=1) / total)[:, None]
    moved_off = moved - ((weight * moved).sum(axis=1) / total)[:, None]
    spread = (weight * time_off**2).sum(axis=1)
    rate = (weight * time_off * moved_off).sum(axis=1) / spread
    left_over = (weight * (moved_off - rate[:, None] * time_off) ** 2).sum(axis=1)
    variation = (weight * moved_off**2).sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        r2 = 1 - left_over / variation  # NaN where nothing varies
    estimate_se = np.sqrt(left_over / (readings - 2))
    rate_se = estimate_se / np.sqrt(spread)
    interval = student_t(readings - 2, level) * rate_se

    def spread_out(values: Numbers) -> Numbers:
        result = np.full(len(positions_m), np.nan)
        result[enough] = values
        return result

    return Fit(*(spread_out(values) for values in (rate, r2, estimate_se, rate_se, interval)))


def outcomes(moved: Movement, strip_net_m2: Numbers, width_m: Numbers) -> list[str]:
    """Return what happened on each transect (n,) from its oldest reading to its newest.

    `strip_net_m2` is the ground gained less the ground lost in each strip, `width_m` the front that each transect
    represents. A front that moved by less than 1 m is `still`. A transect is `closed` if a front was on it, none is on
    the last date, and ground in its strip changed hands; it is `none` if it has fewer than two readings otherwise.
    """
    ends = moved.last == moved.dates - 1
    closed = (moved.readings > 0) & ~ends & (np.abs(strip_net_m2) > MOVED_FROM_M * width_m)
    return [
        CLOSED if is_closed else NONE if is_unread else movement_outcome(nsm_m)
        for is_closed, is_unread, nsm_m in zip(closed, moved.readings < FEWEST_FOR_RATE, moved.nsm_m.tolist())
    ]


def movement_outcome(length_m: float) -> str:
    """Return `advance`, `retreat` or `still` for a signed movement; less than 1 m is rounding of the maps."""
    if abs(length_m) < MOVED_FROM_M:
        return STILL
    return ADVANCE if length_m > 0 else RETREAT


def summary(
    moved: Movement,
    net_m2: Numbers,
    width_m: Numbers,
    line: NDArray[np.int64],
    chosen: NDArray[np.bool_],
    correlation_length_m: float,
) -> Summary:
    """Return the statistics of the chosen transects together.

    `net_m2` (n,) is the ground gained less the ground lost nearest to each, `width_m` the front it represents, and
    `line` the line it starts from, with the transects of each line in order. The error of a mean is the typical error
    of one transect over the root of the effective number of independent ones (Hapke et al. 2010). That number is the
    smaller of two: the one estimated from the movements, and one for each `correlation_length_m` of front, over which a
    map has one common error.
    """
    require_finite(correlation_length_m=correlation_length_m)
    read = chosen & moved.whole
    whole_m, read_m = float(width_m[chosen].sum()), float(width_m[read].sum())
    movement_m = np.where(read, moved.nsm_m, np.nan)
    effective = effective_number(movement_m, np.where(chosen, line, -1))
    if correlation_length_m > 0:
        effective = float(np.minimum(effective, max(read_m / correlation_length_m, 1.0)))

    def share(which: NDArray[np.bool_]) -> float:
        return float(width_m[chosen & which].sum()) / whole_m if whole_m > 0 else math.nan

    def averaged(values: Numbers, errors: Numbers) -> Average:
        known = chosen & np.isfinite(values) & (width_m > 0)
        return _average(values[known], errors[known], width_m[known], effective)

    return Summary(
        transects=int(chosen.sum()),
        with_reading=int(read.sum()),
        width_m=whole_m,
        nsm=averaged(movement_m, moved.nsm_error_m),
        epr=averaged(moved.epr, moved.epr_error),
        lrr=averaged(moved.lrr.rate, moved.lrr.rate_se),
        wlr=averaged(moved.wlr.rate, moved.wlr.rate_se),
        highest_m=float(movement_m[read].max()) if read.any() else math.nan,
        lowest_m=float(movement_m[read].min()) if read.any() else math.nan,
        net_m=float(net_m2[chosen].sum()) / whole_m if whole_m > 0 else math.nan,
        share_read=share(read),
        share_advancing=share(read & moved.significant & (moved.nsm_m > 0)),
        share_retreating=share(read & moved.significant & (moved.nsm_m < 0)),
        share_trend=share(moved.trend_significant),
        effective=effective,
    )


def _average(values: Numbers, errors: Numbers, weights: Numbers, effective: float) -> Average:
    if not len(values):
        return Average(math.nan, math.nan, math.nan, math.nan)
    return Average(
        mean=float(np.average(values, weights=weights)),
        mean_error=float(np.average(errors, weights=weights)) / math.sqrt(effective),
        median=weighted_percentile(values, weights, 50),
        p90=weighted_percentile(values, weights, 90),
    )


def effective_number(values: Numbers, line: NDArray[np.int64]) -> float:
    """Return the number of independent values that is equivalent to correlated ones (n,); NaN if there are none.

    n* = n / (1 + 2·Σ (1 - k/n)·r(k)), with the autocorrelation r at lag k along each line, up to the first that is not
    positive (Bayley & Hammersley 1946). Gaps (NaN) and the ends of lines separate neighbours.
    """
    known = np.isfinite(values)
    count = int(known.sum())
    if not count:
        return math.nan
    off = np.where(known, values - values[known].mean(), 0.0)
    variance = float((off**2).sum()) / count
    if variance <= 0:  # nothing varies, so there is no correlation
        return float(count)
    correlated = 0.0
    for lag in range(1, len(values)):
        pairs = known[lag:] & known[:-lag] & (line[lag:] == line[:-lag])
        if not pairs.any():
            break
        correlation = float((off[lag:] * off[:-lag])[pairs].mean()) / variance
        if correlation <= 0:
            break
        correlated += (1 - min(lag, count) / count) * correlation
    return float(max(count / (1 + 2 * correlated), 1.0))


def student_t(freedom: NDArray[np.int64], level: float) -> Numbers:
    """Return the value that |t| does not exceed with probability `level`, for integer degrees of freedom (n,).

    This is the two-sided quantile for a confidence interval: 12.7, 4.30, 3.18 ... for 0.95.
    """
    require_finite(level=level)
    distinct, index = np.unique(freedom, return_inverse=True)
    return np.array([_student_t(int(number), level) for number in distinct])[index]


def _student_t(freedom: int, level: float) -> float:
    """Find the angle θ = arctan(t / √ν) by bisection: the probability increases with it."""
    low, high = 0.0, math.pi / 2
    while low < (middle := (low + high) / 2) < high:
        if _within(middle, freedom) < level:
            low = middle
        else:
            high = middle
    return math.sqrt(freedom) * math.tan(high)


def _within(angle: float, freedom: int) -> float:
    """The probability that |t| stays below √ν·tan(angle), by finite sums for integer ν.

    The sums are 26.7.3 and 26.7.4 in Abramowitz & Stegun. Each term is the previous one times cos² and the ratio of two
    successive integers.
    """
    sine, cosine = math.sin(angle), math.cos(angle)
    odd = freedom % 2
    term = cosine if odd else 1.0
    total = term if freedom > 1 else 0.0
    for number in range(2 + odd, freedom - 1, 2):
        term *= cosine * cosine * (number - 1) / number
        total += term
    return 2 / math.pi * (angle + sine * total) if odd else sine * total
