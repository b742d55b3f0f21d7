# SPDX-License-Identifier: GPL-2.0-or-later
"""Fields of several tables."""

from __future__ import annotations

from ._field import area, count, degrees, instant, length, metres, number, text, tr, yes_no

BEFORE = instant("date_before", tr("FrontlineChange", "Before (UTC)"), "instants of the two maps, UTC")
AFTER = instant("date_after", tr("FrontlineChange", "After (UTC)"), "instants of the two maps, UTC")
MAPS = (BEFORE, AFTER)
DAYS = number("days", tr("FrontlineChange", "Days"), "time between them, in days")
DATE = instant("date", tr("FrontlineChange", "Date (UTC)"), "instant of the map, UTC")
UNTIL = instant("until", tr("FrontlineChange", "Until (UTC)"), "until the next map, UTC; empty for the last")
SECTOR = text("sector", tr("FrontlineChange", "Sector"), "name, or `all`, or `outside all sectors`")
PERIOD = text("period", tr("FrontlineChange", "Period"), "nominal start of the period")
COMPLETE = yes_no("complete", tr("FrontlineChange", "Complete"))
KIND = text("kind", tr("FrontlineChange", "Kind"), "`ground`, `lodgement` or `noise`")
CHANGE_OF_HANDS = text("change", tr("FrontlineChange", "Change"), "`gained` or `lost`")
AREA_KM2 = area("area_km2", tr("FrontlineChange", "Area (km²)"), "area, km²")
WIDTH_M = metres("width_m", tr("FrontlineChange", "Mean width (m)"), "mean width of the whole part, m")
HELD_KM2 = area("held_km2", tr("FrontlineChange", "Held (km²)"), "area held, km²")
LENGTH_KM = length("length_km", tr("FrontlineChange", "Length (km)"), "length of the line, km")
FRONT_KM = length("front_km", tr("FrontlineChange", "Front (km)"), "length of front, km")
ADVANCE_KM = length("advance_km", tr("FrontlineChange", "Advance (km)"))
ADVANCE_SE_KM = length("advance_se_km", tr("FrontlineChange", "Advance, standard error (km)"), se_of="advance_km")
BEARING = degrees("bearing_deg", tr("FrontlineChange", "Bearing (°)"), "direction, degrees clockwise from north")
OUTCOME = text(
    "outcome",
    tr("FrontlineChange", "Outcome"),
    "`advance`, `retreat`, `still` (less than 1 m), or `none`: no reading",
)
LINE = count("line", tr("FrontlineChange", "Line"))
LAST_CHANGE = instant("last_change", tr("FrontlineChange", "Last change (UTC)"), since="last_change_before")
METHOD = text("method", tr("FrontlineChange", "Method"), "how it was made")
GAINED_ALL_KM2 = area("gained_all_km2", tr("FrontlineChange", "Gained, all these sectors (km²)"))
NET_SQMI = number("net_sqmi", tr("FrontlineChange", "Net (sq mi)"), "net change in square miles", signed=True)
ABOUT_AS_LARGE = (
    text("about_as_large_as", tr("FrontlineChange", "About as large as")),
    area("about_as_large_km2", tr("FrontlineChange", "Area of that (km²)")),
)
WARNING = text("warning", tr("FrontlineChange", "Warning"), "warnings about the maps")
STATUS = text("status", tr("FrontlineChange", "Status"))
