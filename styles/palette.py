# SPDX-License-Identifier: GPL-2.0-or-later
"""The design of map, legend, chart and report: every colour, hatch, width and type size but those of the icons.

Plain data without QGIS. Colours are `#rrggbb`, opacities 0 to 1, widths and distances millimetres on paper, type
sizes points, angles degrees. After a change run tools/make_styles.py, which rewrites the .qml files.
"""

from __future__ import annotations

# Gained and lost: a red and a blue that the colour-blind can distinguish.
GAINED = "#b2182b"
LOST = "#2166ac"
GAINED_DARK = "#67001f"
LOST_DARK = "#053061"

# Sectors by net change, from most lost through "hardly any" to most gained; opposite classes have equal lightness.
NET_RAMP = ("#67a9cf", "#a3cde2", "#d6e8f2", "#f7f7f7", "#fde0d0", "#f8bb9d", "#ef8a62")

# Dates of capture, from the earliest to the latest.
DATE_RAMP = ("#f7e4bd", "#efb988", "#de8767", "#bd565b", "#8a2f56", "#4a1446")
LOST_DATE_RAMP = ("#dceaf5", "#bcd6ea", "#94bfdf", "#68a3cf", "#4286bc", "#2a6aa5")  # dates of loss
DATE_EDGE_WIDTH_MM = 0.1
DATE_PARTING_OPACITY = 0.55
AGAIN = "#b9a9c9"  # captured and lost again

INK = "#1b1b1b"  # text, the new front
PAPER = "#ffffff"  # halos and casings
GREY = "#5a5a5a"  # the old front
BORDER = "#8a8580"  # sector borders
HELD = "#cbc5be"  # ground held
LAND = "#fdfcfa"  # the theatre
CLAIMED = "#b3a58c"  # claimed to be held
LIBERATED = "#c9d9c3"  # held before, but no longer
ELSEWHERE = "#e2e2e2"  # land outside this front
AROUND = "#e9ecee"  # beyond the theatre

# The base map: quieter than anything measured.
BASE_SEA = "#e1e8ec"
BASE_LAND = "#f7f5f1"
BASE_BORDER = "#cdc7bf"
BASE_NAME = "#8f8981"
BASE_BORDER_WIDTH_MM = 0.2
# Coasts and borders of the base map are off by kilometres: at scales larger than 1 : this they are not drawn.
BASE_BEYOND_SCALE = 400_000
BASE_OWN_NAME_BEYOND_SCALE = 3_000_000  # nearer, the country that is measured needs no name

# Ground that moved: a tinted fill, and a hatch that distinguishes gained from lost without colour.
FILL_OPACITY = 0.75
HATCH_ANGLE = {"gained": 45.0, "lost": 135.0, "held": 0.0}
HATCH_DISTANCE_MM = 1.5
HATCH_WIDTH_MM = 0.3
EDGE_WIDTH_MM = 0.2
EDGE_CASING_MM = 0.6
LODGEMENT_EDGE_WIDTH_MM = 0.5
NOISE_STRENGTH = 1 / 3  # factor on the opacity of ground that is not noise

NET_OPACITY = 1.0  # equal classes look equal over any background
NET_FADED_OPACITY = 0.25
SECTORS_FADE_BELOW_SCALE = 500_000  # at larger scales single advances count, not sectors
NET_HATCH_OPACITY = 0.4  # where hatches distinguish sectors that gained from sectors that lost
HELD_OPACITY = 0.6
HELD_HATCH_OPACITY = 0.35  # over the colours of sectors
HELD_HATCH_DISTANCE_MM = 1.8
CONTESTED_STRENGTH = 0.6  # of the hatch on contested ground

FRONT_AFTER_WIDTH_MM = 0.55
FRONT_AFTER_CASING_MM = 1.0
FRONT_BEFORE_WIDTH_MM = 0.4
FRONT_BEFORE_CASING_MM = 0.8
FRONT_BEFORE_DASHES_MM = (1.6, 1.0)
BOUNDARY_WIDTH_MM = 0.35  # of the ground held, where without a theatre front and coast cannot be distinguished
SECTOR_WIDTH_MM = 0.25
SECTOR_DASHES_MM = (3.0, 1.0, 0.5, 1.0)
SECTOR_OPACITY = 0.12  # of sectors without figures
MOVED_WIDTH_MM = 0.9  # of the front that moved
MASKED_DASHES_MM = (0.6, 0.8)
JOIN_WIDTH_MM = 0.7

DEPTH_WIDTH_MM = {"sector": 0.5, "part": 0.25}
LODGEMENT_LINE_DOTS_MM = (0.25, 0.75)  # its distance from the ground held before is not a depth
DEPTH_CASING_MM = {"sector": 1.0, "part": 0.6}
# Beyond a scale of 1 : this, the depth of single parts is left out and the new front is drawn thinner.
PARTS_BELOW_SCALE = 1_500_000
FAR_SHARE = 0.6
PLACES_BELOW_SCALE = 4_000_000

TRANSECT_WIDTH_MM = {"significant": 0.5, "other": 0.25}
PROFILE_WIDTH_MM = 0.3
TRANSECT_DASHES_MM = (0.5, 0.5)  # where there is no reading

# Arrows by speed: up to the first limit, between both, beyond the second.
ARROW_LIMITS_M_DAY = (75, 150)
ARROW_WIDTH_MM = {"slow": 0.45, "medium": 0.75, "fast": 1.2}
ARROW_CASING_MM = 0.2
# These widths apply where arrows are so far apart on the map; closer ones are thinner, so that they have shafts and do
# not overlap. Where the map is in degrees, as in a new project, QGIS's scale is a third too large at 48°.
ARROW_SPACING_MM = 10.0
ARROW_SHARE = (0.15, 1.6)  # smallest and largest factor on these widths
# Arrows closer than this on the map are replaced by fewer and longer ones, at twice, four times ... the distance.
ARROWS_APART_MM = 8.0
DEPTH_END_MM = {"sector": 1.6, "part": 1.0}
PLACE_SIZE_MM = {"changed": 2.4, "status": 2.6, "other": 1.3}
PLACE_DISC_SHARE = 0.6  # of its ring, in a place that is almost held
PLACE_RING_MM = 0.4
MARKER_CASING_MM = 0.3

# The first installed family is used; one of the last is available on every system.
FONT_FAMILIES = (
    "Open Sans",
    "Noto Sans",
    "Segoe UI",
    "Helvetica Neue",
    "Arial",
    "Liberation Sans",
    "DejaVu Sans",
)
LABEL_POINTS = {"sector": 9.0, "unchanged": 7.5, "depth": 8.5, "part": 7.5, "place": 7.0, "join": 7.0, "country": 8.0}
# Sectors without change are labelled from this size on the map; names of smaller ones would displace figures.
UNCHANGED_FROM_MM = 40
# Beyond a scale of 1 : this, the figure of a sector may lie slightly outside the sector.
FIGURES_INSIDE_BELOW_SCALE = 7_500_000
# Smallest and largest priority by size, of 10. The cost of omitting a label is 2 to this power; plain names have 0.
FIGURE_PRIORITIES = (5, 9)
DEPTH_PRIORITIES = (5, 10)
HALO_MM = 0.7
HALO_OPACITY = 0.85
