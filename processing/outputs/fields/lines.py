# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of held areas made from front lines: what was joined, and the log."""

from __future__ import annotations

from ._field import count, length, meaning, metres, table, tr
from ._shared import DATE, HELD_KM2, KIND, UNTIL, WARNING

LINES_LOG = table(
    DATE,
    *meaning(
        "lines, their length, and how much of it lies beyond the theatre",
        count("lines", tr("FrontlineChange", "Lines")),
        length("lines_km", tr("FrontlineChange", "Lines (km)")),
        length("outside_km", tr("FrontlineChange", "Beyond the theatre (km)")),
    ),
    *meaning(
        "gaps bridged: how many, their length, the longest",
        count("bridges", tr("FrontlineChange", "Gaps bridged")),
        length("bridges_km", tr("FrontlineChange", "Gaps bridged (km)")),
        metres("bridge_max_m", tr("FrontlineChange", "Gaps bridged, longest (m)")),
    ),
    *meaning(
        "ends extended: how many, their length, the longest",
        count("extensions", tr("FrontlineChange", "Ends extended")),
        length("extensions_km", tr("FrontlineChange", "Ends extended (km)")),
        metres("extension_max_m", tr("FrontlineChange", "Ends extended, longest (m)")),
    ),
    *meaning(
        "lines that separate nothing, and their length",
        count("loose", tr("FrontlineChange", "Lines that separate nothing")),
        length("loose_km", tr("FrontlineChange", "Lines that separate nothing (km)")),
    ),
    HELD_KM2,
    WARNING,
)

JOINS = table(
    DATE,
    UNTIL,
    *meaning("`bridge`, `extension` or `loose`", KIND),
    metres("length_m", tr("FrontlineChange", "Length (m)"), "length, m"),
)
