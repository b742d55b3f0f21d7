# SPDX-License-Identifier: GPL-2.0-or-later
"""The visual language of map, legend, chart and report: every colour, hatch, width and type size, once.

Plain data without QGIS. Colours are `#rrggbb`, opacities 0 to 1, widths and distances millimetres on paper, type
sizes points, angles degrees. After a change run tools/make_styles.py, which writes the .qml files anew.
"""

from __future__ import annotations

# Gained and lost: the two ends of a red-blue pair that the colour-blind can tell apart.
GAINED = "#b2182b"
LOST = "#2166ac"
GAINED_DARK = "#67001f"
LOST_DARK = "#053061"

# Sectors by net change, from most lost through "hardly any" to most gained; mirrored classes have equal weight.
NET_RAMP = ("#67a9cf", "#a3cde2", "#d6e8f2", "#f7f7f7", "#fde0d0", "#f8bb9d", "#ef8a62")

# Dates of capture, from the earliest to the latest.
DATE_RAMP = ("#f7e4bd", "#efb988", "#de8767", "#bd565b", "#8a2f56", "#4a1446")
DATE_EDGE_WIDTH_MM = 0.1
DATE_PARTING_OPACITY = 0.55
AGAIN = "#b9a9c9"  # captured and lost again

INK = "#1b1b1b"  # text, the new front
PAPER = "#ffffff"  # halos and casings
GREY = "#5a5a5a"  # the old front
BORDER = "#8a8580"  # sector borders
HELD = "#cbc5be"  # ground held
LAND = "#fdfcfa"  # the theatre
CLAIMED = "#b3a58c"  # said to be held
LIBERATED = "#c9d9c3"  # held once, no more
ELSEWHERE = "#e2e2e2"  # land that is no part of this front
AROUND = "#e9ecee"  # beyond the theatre

# Ground that moved: a tinted body, and a hatch that tells gained from lost without colour.
BODY_OPACITY = 0.75
HATCH_ANGLE = {"gained": 45.0, "lost": 135.0}
HATCH_DISTANCE_MM = 1.5
HATCH_WIDTH_MM = 0.3
EDGE_WIDTH_MM = 0.2
EDGE_CASING_MM = 0.6
LODGEMENT_EDGE_WIDTH_MM = 0.5
NOISE_STRENGTH = 1 / 3  # of the opacity of the same thing when it is not noise

NET_OPACITY = 0.85
NET_HATCH_OPACITY = 0.4  # where hatches tell sectors that gained from those that lost
HELD_OPACITY = 0.6
CONTESTED_STRENGTH = 0.6  # of the hatch on ground that nobody surely holds

FRONT_AFTER_WIDTH_MM = 0.55
FRONT_AFTER_CASING_MM = 1.0
FRONT_BEFORE_WIDTH_MM = 0.4
FRONT_BEFORE_CASING_MM = 0.8
FRONT_BEFORE_DASHES_MM = (1.6, 1.0)
SECTOR_WIDTH_MM = 0.25
SECTOR_DASHES_MM = (3.0, 1.0, 0.5, 1.0)
SECTOR_OPACITY = 0.12  # of sectors without figures
MOVED_WIDTH_MM = 0.9  # of the front that moved
MASKED_DASHES_MM = (0.6, 0.8)
JOIN_WIDTH_MM = 0.7

DEPTH_WIDTH_MM = {"sector": 0.5, "part": 0.25}
LODGEMENT_LINE_DOTS_MM = (0.25, 0.75)  # its distance from the ground held before, which is no depth
DEPTH_CASING_MM = {"sector": 1.0, "part": 0.6}
# Seen from farther than 1 : this, the depth of single parts is left out and the new front drawn thinner.
PARTS_BELOW_SCALE = 1_500_000
FAR_SHARE = 0.6

TRANSECT_WIDTH_MM = {"significant": 0.5, "other": 0.25}
PROFILE_WIDTH_MM = 0.3
TRANSECT_DASHES_MM = (0.5, 0.5)  # where there is no reading

# Arrows by speed: up to the first limit, between the two, beyond the second.
ARROW_LIMITS_M_DAY = (75, 150)
ARROW_WIDTH_MM = {"slow": 0.45, "medium": 0.75, "fast": 1.2}
ARROW_CASING_MM = 0.2
# These widths are for maps of 1 : this; the farther off, the thinner, so that arrows stay apart.
ARROW_SCALE = 500_000
ARROW_SHARE = (0.15, 1.6)  # of these widths, at least and at most
DEPTH_END_MM = {"sector": 1.6, "part": 1.0}
PLACE_SIZE_MM = {"changed": 2.4, "other": 1.3}
MARKER_CASING_MM = 0.3

# The first family that is installed is used; the last ones are everywhere.
FONT_FAMILIES = (
    "Open Sans",
    "Noto Sans",
    "Segoe UI",
    "Helvetica Neue",
    "Arial",
    "Liberation Sans",
    "DejaVu Sans",
)
LABEL_POINTS = {"sector": 9.0, "unchanged": 7.5, "depth": 8.5, "part": 7.5, "place": 7.0, "join": 7.0}
# Sectors where nothing changed are named from this size on the map: smaller, the names would crowd out the figures.
UNCHANGED_FROM_MM = 40
# Seen from farther than 1 : this, sectors may bear their figure a little outside of themselves.
FIGURES_INSIDE_BELOW_SCALE = 7_500_000
# Priority by size, at least and at most of 10. A label left out costs the map 2 to this power; bare names have 0.
FIGURE_PRIORITIES = (5, 9)
DEPTH_PRIORITIES = (5, 10)
HALO_MM = 0.7
HALO_OPACITY = 0.85
