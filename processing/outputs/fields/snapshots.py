# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of prepared maps."""

from __future__ import annotations

from ._field import area, count, meaning, number, table, text, tr, yes_no
from ._shared import AREA_KM2, DATE, UNTIL, WARNING

SNAPSHOTS = table(
    DATE,
    text("class", tr("FrontlineChange", "Class"), "control class"),
    text("source", tr("FrontlineChange", "Source"), "publisher of the map"),
    text("origin", tr("FrontlineChange", "File or layer"), "the files or the layer it was read from"),
    UNTIL,
    AREA_KM2,
)

SNAPSHOT_LOG = table(
    DATE,
    SNAPSHOTS["source"],
    text("files", tr("FrontlineChange", "Files"), "the files"),
    text(
        "outcome",
        tr("FrontlineChange", "Outcome"),
        "`snapshot`; or of a file that was not read: `left out`, or `own result`, made from the folder before",
    ),
    count("features", tr("FrontlineChange", "Features read"), "features read"),
    *meaning(
        "how many were left out, and why",
        count("dropped", tr("FrontlineChange", "Left out")),
        text("dropped_why", tr("FrontlineChange", "Left out, why")),
    ),
    *meaning(
        "how many were repaired, and why",
        count("repaired", tr("FrontlineChange", "Repaired")),
        text("repaired_why", tr("FrontlineChange", "Repaired, why")),
    ),
    *meaning(
        "area of each class as drawn, and clean, km²",
        area("held_drawn_km2", tr("FrontlineChange", "Held, drawn (km²)")),
        area("held_clean_km2", tr("FrontlineChange", "Held, clean (km²)")),
        area("contested_drawn_km2", tr("FrontlineChange", "Contested, drawn (km²)")),
        area("contested_clean_km2", tr("FrontlineChange", "Contested, clean (km²)")),
        area("claimed_drawn_km2", tr("FrontlineChange", "Claimed, drawn (km²)")),
        area("claimed_clean_km2", tr("FrontlineChange", "Claimed, clean (km²)")),
        area("liberated_drawn_km2", tr("FrontlineChange", "Liberated, drawn (km²)")),
        area("liberated_clean_km2", tr("FrontlineChange", "Liberated, clean (km²)")),
        area("other_drawn_km2", tr("FrontlineChange", "Other, drawn (km²)")),
        area("other_clean_km2", tr("FrontlineChange", "Other, clean (km²)")),
    ),
    *meaning(
        "area that repairs changed, and that was removed as overlap, km²",
        area("repair_km2", tr("FrontlineChange", "Repairs (km²)")),
        area("overlap_km2", tr("FrontlineChange", "Overlaps (km²)")),
    ),
    *meaning(
        "gaps between polygons that were closed, and their area, km²",
        count("seams", tr("FrontlineChange", "Gaps closed")),
        area("seams_km2", tr("FrontlineChange", "Gaps closed (km²)")),
    ),
    yes_no("unchanged", tr("FrontlineChange", "Unchanged"), "whether the map equals the one before"),
    number("gap_days", tr("FrontlineChange", "Days since the one before"), "days since the snapshot before"),
    WARNING,
)
