# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of sectors."""

from __future__ import annotations

from ._field import meaning, table, text, tr, yes_no
from ._shared import AREA_KM2, METHOD, SECTOR

SECTORS = table(
    *meaning("its name", SECTOR),
    text("code", tr("FrontlineChange", "Code"), "ISO 3166-2 for Ukraine, else the FIPS code; regions only"),
    *meaning("exact, in the equal-area frame", AREA_KM2),
    METHOD,
    yes_no("coarse", tr("FrontlineChange", "Coarse"), "whether its borders are coarse, as those of regions"),
)
