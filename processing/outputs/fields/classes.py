# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of control classes: the ground of each, and what went from one to another."""

from __future__ import annotations

from ._field import area, meaning, table, text, tr
from ._shared import AREA_KM2, COMPLETE, HELD_KM2, MAPS, PERIOD, SECTOR, WARNING
from .change import CHANGE

TRANSITIONS = table(
    SECTOR,
    *meaning(
        "class before, and after",
        text("class_before", tr("FrontlineChange", "Class before")),
        text("class_after", tr("FrontlineChange", "Class after")),
    ),
    AREA_KM2,
    *MAPS,
)

TRANSITION_MATRIX = table(
    *meaning("class before; `total` in the last row", TRANSITIONS["class_before"]),
    *meaning(
        "area by the class after; `none`: of no class",
        HELD_KM2,
        area("contested_km2", tr("FrontlineChange", "Contested (km²)")),
        area("claimed_km2", tr("FrontlineChange", "Claimed (km²)")),
        area("liberated_km2", tr("FrontlineChange", "Liberated (km²)")),
        area("other_km2", tr("FrontlineChange", "Other (km²)")),
        area("none_km2", tr("FrontlineChange", "No class (km²)")),
    ),
    area("total_km2", tr("FrontlineChange", "Total (km²)"), "sum of the row"),
)

SERIES_TRANSITIONS = table(PERIOD, *TRANSITIONS.values())

CLASS_AREAS = table(
    PERIOD,
    *meaning("whether the maps span the whole period; if not, the figures are those so far", COMPLETE),
    SECTOR,
    *MAPS,
    *meaning(
        "area of each class on either map, km²; ground that two classes claim belongs to the earlier of them here. "
        "Empty where no map of the layer has the class",
        CHANGE["held_before_km2"],
        CHANGE["held_after_km2"],
        area("contested_before_km2", tr("FrontlineChange", "Contested before (km²)")),
        area("contested_after_km2", tr("FrontlineChange", "Contested after (km²)")),
        area("claimed_before_km2", tr("FrontlineChange", "Claimed before (km²)")),
        area("claimed_after_km2", tr("FrontlineChange", "Claimed after (km²)")),
        area("liberated_before_km2", tr("FrontlineChange", "Liberated before (km²)")),
        area("liberated_after_km2", tr("FrontlineChange", "Liberated after (km²)")),
        area("other_before_km2", tr("FrontlineChange", "Other before (km²)")),
        area("other_after_km2", tr("FrontlineChange", "Other after (km²)")),
    ),
    *meaning(
        "net change of held ground alone, of contested alone, of claimed alone, and of held and contested ground "
        "together, km²; empty where no map has the class",
        area("net_held_km2", tr("FrontlineChange", "Net, held alone (km²)"), signed=True),
        area("net_contested_km2", tr("FrontlineChange", "Net, contested alone (km²)"), signed=True),
        area("net_claimed_km2", tr("FrontlineChange", "Net, claimed alone (km²)"), signed=True),
        area("net_held_contested_km2", tr("FrontlineChange", "Net, held and contested (km²)"), signed=True),
    ),
    *meaning(
        "doubts about the maps of the period; and where net of held ground alone and with contested ground differ in "
        "sign, both figures",
        WARNING,
    ),
)
