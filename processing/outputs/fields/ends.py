# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of the ground held, and of the front, on the first and on the last map."""

from __future__ import annotations

from ._field import meaning, table, text, tr
from ._shared import AREA_KM2, DATE, LENGTH_KM, UNTIL

END = text("map", tr("FrontlineChange", "Map"), "`before` or `after`: the first or the last map")

HELD = table(END, DATE, UNTIL, AREA_KM2)

FRONTS = table(
    END,
    *meaning(
        "`front`; `edge`: front that stays near the theatre's edge, where the two borders are drawn differently; "
        "`boundary`: the whole edge of the ground held, where there is no theatre",
        text("kind", tr("FrontlineChange", "Kind")),
    ),
    DATE,
    UNTIL,
    LENGTH_KM,
)
