# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of the advance along axes."""

from __future__ import annotations

from ._field import length, meaning, per_day, table, text, tr, yes_no
from ._shared import ADVANCE_KM, ADVANCE_SE_KM, AFTER, AREA_KM2, BEFORE, DATE, DAYS, METHOD, OUTCOME

AXIS_ADVANCE = table(
    text("axis", tr("FrontlineChange", "Axis"), "its name"),
    *meaning("the two maps (UTC), and the exact days between them", BEFORE, AFTER, DAYS),
    OUTCOME,
    length("axis_km", tr("FrontlineChange", "Length of the axis (km)"), "length of the axis"),
    *meaning(
        "path from the beginning to the front on the two dates",
        length("position_before_km", tr("FrontlineChange", "Front on the axis before (km)")),
        length("position_km", tr("FrontlineChange", "Front on the axis (km)")),
    ),
    *meaning("movement along the path, + is advance; its error", ADVANCE_KM, ADVANCE_SE_KM),
    yes_no(
        "significant",
        tr("FrontlineChange", "Advance beyond 1.96 standard errors"),
        "whether `advance_km`, not the advance by the boxes, is more than 1.96 of its standard errors (95 %)",
    ),
    per_day("advance_m_day", tr("FrontlineChange", "Advance (m a day)"), "metres a day over the step"),
    length("advance_total_km", tr("FrontlineChange", "Advance since the first map (km)"), "since the first map"),
    *meaning(
        "path left to the axis's end on the later date",
        length("left_km", tr("FrontlineChange", "Path left to the end (km)")),
    ),
    length("width_km", tr("FrontlineChange", "Width of the box (km)"), "width of the boxes"),
    *meaning(
        "net area in the straight box over its width",
        length("box_km", tr("FrontlineChange", "Advance by the box (km)")),
        length("box_se_km", tr("FrontlineChange", "By the box, standard error (km)"), se_of="box_km"),
    ),
    *meaning(
        "the same in the box that follows the axis",
        length("curved_box_km", tr("FrontlineChange", "Advance by the curvilinear box (km)")),
        length(
            "curved_box_se_km",
            tr("FrontlineChange", "By the curvilinear box, standard error (km)"),
            se_of="curved_box_km",
        ),
    ),
)

AXIS_POSITIONS = table(
    AXIS_ADVANCE["axis"],
    DATE,
    *meaning(
        "path from the beginning to the front, and from there to the end",
        AXIS_ADVANCE["position_km"],
        AXIS_ADVANCE["left_km"],
    ),
    *meaning(
        "area held in the straight and in the curved box over its width",
        length("box_position_km", tr("FrontlineChange", "Position by the box (km)")),
        length("curved_position_km", tr("FrontlineChange", "Position by the curvilinear box (km)")),
    ),
)

AXIS_BOXES = table(
    AXIS_ADVANCE["axis"],
    *meaning("`box` or `curved box`", METHOD),
    *meaning("width of the box", AXIS_ADVANCE["width_km"]),
    AREA_KM2,
)
