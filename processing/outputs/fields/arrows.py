# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of arrows of advance."""

from __future__ import annotations

from ._field import count, instant, meaning, metres, per_day, table, tr
from ._shared import BEARING, KIND, MAPS, PERIOD, SECTOR

ARROWS = table(
    *meaning("nominal start of the period, as in *Change by period*", PERIOD),
    *meaning("`advance` or `retreat`", KIND),
    *meaning("the sector the arrow's middle lies in; `all` without sectors", SECTOR),
    *meaning(
        "metres a day, and its standard error",
        per_day("speed_m_day", tr("FrontlineChange", "Speed (m a day)")),
        per_day("speed_se_m_day", tr("FrontlineChange", "Speed, standard error (m a day)"), se_of="speed_m_day"),
    ),
    BEARING,
    *meaning(
        "interpolated time at which the front arrived at the arrow's middle, UTC",
        instant("arrived", tr("FrontlineChange", "Arrived (UTC)")),
    ),
    *meaning(
        "where arrows are thinned out at small scales: up to which level the arrow is shown, among those of all "
        "periods and of its own; level 1 has arrows at twice the spacing, level 2 at four times",
        count("level", tr("FrontlineChange", "Level")),
        count("level_in_period", tr("FrontlineChange", "Level within its period")),
    ),
    *meaning(
        "distance of the arrows of level 0, as given by SPACING",
        metres("spacing_m", tr("FrontlineChange", "Spacing (m)")),
    ),
    *meaning("the two maps of the period, UTC", *MAPS),
)
