# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of the front: its lines and their lengths."""

from __future__ import annotations

from ._field import count, length, meaning, metres, table, tr
from ._shared import DATE, FRONT_KM, LENGTH_KM, SECTOR, STATUS, UNTIL

FRONT = table(
    DATE,
    UNTIL,
    SECTOR,
    *meaning(
        "`front` where there is no earlier map; `moved` or `still`; `masked`; `boundary` without a theatre",
        STATUS,
    ),
    *meaning("not simplified", LENGTH_KM),
)

FRONT_LENGTHS = table(
    DATE,
    SECTOR,
    metres("tolerance_m", tr("FrontlineChange", "Simplified by (m)"), "by how much the lines were simplified"),
    FRONT_KM,
    length("moved_km", tr("FrontlineChange", "Front that moved (km)"), "length of the front that moved, km"),
    length(
        "masked_km", tr("FrontlineChange", "Boundary at the mask (km)"), "boundary at the mask, not in the front, km"
    ),
    count("stretches", tr("FrontlineChange", "Stretches"), "number of connected lines of front, before simplification"),
)
