# SPDX-License-Identifier: GPL-2.0-or-later
"""Any number of sides: what each gained from and lost to every other, and its share of all held ground.

It follows from the transitions between holders: what A gained from B is the ground that B held before and A holds
after. So the net of A against B is minus that of B against A.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import Numbers
from .transitions import Transitions


@dataclass(frozen=True)
class Exchanges:
    """Areas in m² per row: held by each side (rows, sides), and exchanged with each other (rows, sides, sides + 1).

    The last of the others is ground that nobody holds. `gained_m2[row, a, b]` is what `a` gained from `b`,
    `lost_m2[row, a, b]` what it lost to it. Every side has zeros against itself.
    """

    sides: tuple[str, ...]
    before_m2: Numbers
    after_m2: Numbers
    gained_m2: Numbers
    lost_m2: Numbers

    @property
    def net_m2(self) -> Numbers:
        """Gained less lost (rows, sides, sides + 1); antisymmetric among the sides."""
        return self.gained_m2 - self.lost_m2

    @property
    def share_before_pct(self) -> Numbers:
        """The share (rows, sides) of each side in all ground held by any side before; NaN where nobody holds any."""
        return _shares_pct(self.before_m2)

    @property
    def share_after_pct(self) -> Numbers:
        """The share (rows, sides) of each side in all ground held by any side after; NaN where nobody holds any."""
        return _shares_pct(self.after_m2)


def exchanges(found: Transitions) -> Exchanges:
    """Return the exchanges between the sides that are the labels of transitions."""
    changed_m2 = found.matrix_m2.copy()
    diagonal = np.arange(changed_m2.shape[1])
    changed_m2[:, diagonal, diagonal] = 0.0
    return Exchanges(
        found.labels[:-1],
        found.before_m2,
        found.after_m2,
        gained_m2=changed_m2.swapaxes(1, 2)[:, :-1],
        lost_m2=changed_m2[:, :-1],
    )


def _shares_pct(areas_m2: Numbers) -> Numbers:
    """Areas (rows, sides) as shares of the sum of their row."""
    whole_m2 = areas_m2.sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore"):
        return np.where(whole_m2 > 0, 100 * areas_m2 / whole_m2, np.nan)
