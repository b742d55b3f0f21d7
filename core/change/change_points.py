# SPDX-License-Identifier: GPL-2.0-or-later
"""Change points of the pace: the best of all partitions of a series into intervals of steady pace."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import Numbers

MOVED_M2 = 50_000.0  # printed as 0.1 km²: nobody would report a smaller movement
SHORTEST_DAYS = 14.0
FEWEST_STEPS = 2
FARTHEST = 10.0  # in medians: differences beyond are errors of a map rather than scatter


@dataclass(frozen=True)
class SteadyInterval:
    """An interval of steady pace: indices of its first and last snapshot, and the pace in m² a day."""

    first: int
    last: int
    m2_day: float


def steady_intervals(days: Numbers, held_m2: Numbers) -> list[SteadyInterval]:
    """Return the intervals between change points of the pace, in time order.

    `days` (n,) are the times of the snapshots, ascending; `held_m2` (n,) is the held area. No interval is shorter than
    14 days or two steps, unless the series itself is. Of all such partitions the result has the least cost, found by
    dynamic programming (optimal partitioning: Jackson et al. 2005): the squared deviations of the steps from the pace
    of their interval, each over its days, plus a penalty per change point of 3 s² log(number of steps), where s² is the
    variance of a step per day. That is the penalty of the modified Bayesian criterion of Zhang & Siegmund (2007)
    without its term for the lengths of the intervals. Time is quadratic in n, memory linear.
    """
    steps = len(days) - 1
    if steps < 1:
        return []
    penalty = 3 * step_variance_m4_day(np.diff(days), np.diff(held_m2)) * np.log(steps)
    cost = np.full(steps + 1, np.inf)  # least cost up to a snapshot, less the sum of squares that all partitions share
    cost[0] = -penalty
    previous = np.zeros(steps + 1, dtype=np.int64)
    for last in range(1, steps + 1):
        # ascending times: the starts that are early enough come first
        starts = min(last - FEWEST_STEPS + 1, int(np.searchsorted(days, days[last] - SHORTEST_DAYS, side="right")))
        if starts > 0:
            explained = (held_m2[last] - held_m2[:starts]) ** 2 / (days[last] - days[:starts])
            costs = cost[:starts] + penalty - explained
            previous[last] = np.argmin(costs)
            cost[last] = costs[previous[last]]
    cuts = [steps]
    while cuts[-1] > 0:
        cuts.append(int(previous[cuts[-1]]))
    cuts.reverse()
    return [
        SteadyInterval(first, last, float((held_m2[last] - held_m2[first]) / (days[last] - days[first])))
        for first, last in zip(cuts, cuts[1:])
    ]


def step_variance_m4_day(step_days: Numbers, step_m2: Numbers) -> float:
    """Return the variance of a step per day of its length, in m⁴ a day.

    It comes from the differences of successive paces (von Neumann 1941), so that changes of the pace do not increase
    it, each divided by its own error: a pace over d days has the variance s²/d. Their mean absolute value is used, with
    those above ten times the median cut to that, so that a map drawn wrongly does not hide the changes. The median,
    here over the differences that are not zero, would itself be too low where most maps repeat the previous one. A step
    is assumed to be known no better than 0.05 km², so that a series without any scatter is not divided everywhere.
    """
    least = MOVED_M2 / float(np.median(step_days)) ** 0.5
    paces, variances = step_m2 / step_days, 1 / step_days
    differences = np.abs(np.diff(paces)) / np.sqrt(variances[1:] + variances[:-1])
    moved = differences[differences > least]
    if not len(moved):
        return least**2
    usual = np.mean(np.minimum(differences, FARTHEST * np.median(moved)))
    return max(float(usual) * np.sqrt(np.pi / 2), least) ** 2
