# SPDX-License-Identifier: GPL-2.0-or-later
"""For how many periods in a row the pace has grown, or fallen: “faster for the fourth month”."""

from __future__ import annotations

from collections.abc import Sequence

SAME_KM2_DAY = 1e-6  # paces that differ by less do so by rounding


def pace_runs(paces_km2_day: Sequence[float | None]) -> list[int | None]:
    """Return for each period in how many in a row, up to it, the pace was above that of the period before.

    Negative where it was below, so many times in a row; 0 where it was equal. None where a pace is None (a period that
    is not whole, or has no map), and where that of the period before is: a run neither begins nor goes on there.
    """
    runs: list[int | None] = []
    before: float | None = None
    for pace in paces_km2_day:
        if pace is None or before is None:
            runs.append(None)
        elif abs(pace - before) < SAME_KM2_DAY:
            runs.append(0)
        else:
            way, last = (1 if pace > before else -1), (runs[-1] or 0)
            runs.append(way + (last if last * way > 0 else 0))
        before = pace
    return runs
