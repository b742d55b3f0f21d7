# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables that algorithms write, one line per field. Names are public and never change.

A line defines everything about its field: the layer's field and its alias, the column in the dock with its unit and
decimals, and the row on the English help page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ...formatting import AREA, LENGTH, PACE
from ..field_kinds import INSTANT, REAL, TEXT, WHOLE, YES_NO

tr = QT_TRANSLATE_NOOP  # marks a heading for translation when it is shown


class Field(NamedTuple):
    """One field of a table.

    `heading` is English and ends with the unit in brackets, if any; `meaning` is its line on the help page, which
    fields may share. `unit` is the unit of the value in the table; AREA, PACE and LENGTH may be converted for display.
    `decimals` is the number shown, None for a field without numbers. A standard error names its field in `se_of`;
    an instant that lies between two maps names in `since` the field with the first of the two.
    """

    name: str
    heading: str
    meaning: str = ""
    kind: str = TEXT
    unit: str = ""
    decimals: int | None = None
    signed: bool = False  # a difference: shown with its sign even when positive
    se_of: str = ""
    since: str = ""

    @property
    def translated_heading(self) -> str:
        """The heading in the user's language."""
        return QCoreApplication.translate("FrontlineChange", self.heading)


Table = Mapping[str, Field]

text = Field
yes_no = partial(Field, kind=YES_NO)
instant = partial(Field, kind=INSTANT)
count = partial(Field, kind=WHOLE, decimals=0)
area = partial(Field, kind=REAL, unit=AREA, decimals=1)
pace = partial(Field, kind=REAL, unit=PACE, decimals=2)
length = partial(Field, kind=REAL, unit=LENGTH, decimals=1)
metres = partial(Field, kind=REAL, unit="m", decimals=0)
per_day = partial(Field, kind=REAL, unit="m a day", decimals=0)
per_unit = partial(Field, kind=REAL, unit="m per unit", decimals=0)
degrees = partial(Field, kind=REAL, unit="°", decimals=0)
percent = partial(Field, kind=REAL, unit="%", decimals=1)
number = partial(Field, kind=REAL, decimals=1)


def _table(*fields: Field) -> Table:
    return {field.name: field for field in fields}


def _meaning(meaning: str, *fields: Field) -> Iterator[Field]:
    """The fields with this meaning: a line that they share on the help page."""
    return (field._replace(meaning=meaning) for field in fields)


# Fields of several tables

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
PART = count("part", tr("FrontlineChange", "Part"), "number of the part, 1 is the largest")
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

# The tables

CHANGE = _table(
    SECTOR,
    *MAPS,
    DAYS,
    *_meaning(
        "held area of either map, km²",
        area("held_before_km2", tr("FrontlineChange", "Held before (km²)")),
        area("held_after_km2", tr("FrontlineChange", "Held after (km²)")),
    ),
    *_meaning(
        "change, km²",
        area("gained_km2", tr("FrontlineChange", "Gained (km²)")),
        area("lost_km2", tr("FrontlineChange", "Lost (km²)")),
        area("net_km2", tr("FrontlineChange", "Net (km²)"), signed=True),
    ),
    *_meaning(
        "standard errors of the change, km²",
        area("gained_se_km2", tr("FrontlineChange", "Gained, standard error (km²)"), se_of="gained_km2"),
        area("lost_se_km2", tr("FrontlineChange", "Lost, standard error (km²)"), se_of="lost_km2"),
        area("net_se_km2", tr("FrontlineChange", "Net, standard error (km²)"), se_of="net_km2"),
    ),
    yes_no(
        "significant",
        tr("FrontlineChange", "Net beyond 1.96 standard errors"),
        "whether net is more than 1.96 of its standard errors (95 %), also without noise",
    ),
    *_meaning(
        "net of held ground alone, and of held, contested and claimed ground together, km²; empty where the maps "
        "have neither contested nor claimed ground. Where contested ground became held, the figure with all classes is "
        "the smaller one; where they differ in sign, a warning has both",
        area("net_low_km2", tr("FrontlineChange", "Net, held alone (km²)")),
        area("net_high_km2", tr("FrontlineChange", "Net, with contested and claimed (km²)")),
    ),
    *_meaning(
        "net per day and its standard error, km² a day",
        pace("net_km2_day", tr("FrontlineChange", "Net pace (km² a day)"), signed=True),
        pace("net_se_km2_day", tr("FrontlineChange", "Net pace, standard error (km² a day)"), se_of="net_km2_day"),
    ),
    *_meaning(
        "how much of gained and lost is noise, km²",
        area("noise_gained_km2", tr("FrontlineChange", "Gained within map noise (km²)")),
        area("noise_lost_km2", tr("FrontlineChange", "Lost within map noise (km²)")),
    ),
    area("lodgement_km2", tr("FrontlineChange", "Lodgements (km²)"), "how much of gained is lodgements, km²"),
    *_meaning(
        "depth of ground gained, each with its standard error, km",
        length("advance_max_km", tr("FrontlineChange", "Advance, deepest (km)")),
        length(
            "advance_max_se_km", tr("FrontlineChange", "Advance, deepest, standard error (km)"), se_of="advance_max_km"
        ),
        length("advance_p95_km", tr("FrontlineChange", "Advance, 95th percentile (km)")),
        length(
            "advance_p95_se_km",
            tr("FrontlineChange", "Advance, 95th percentile, standard error (km)"),
            se_of="advance_p95_km",
        ),
        length("advance_mean_km", tr("FrontlineChange", "Advance, mean (km)")),
        length("advance_mean_se_km", tr("FrontlineChange", "Advance, error of the mean (km)"), se_of="advance_mean_km"),
    ),
    *_meaning(
        "depth of ground lost, each with its standard error, km",
        length("retreat_max_km", tr("FrontlineChange", "Retreat, deepest (km)")),
        length(
            "retreat_max_se_km", tr("FrontlineChange", "Retreat, deepest, standard error (km)"), se_of="retreat_max_km"
        ),
        length("retreat_p95_km", tr("FrontlineChange", "Retreat, 95th percentile (km)")),
        length(
            "retreat_p95_se_km",
            tr("FrontlineChange", "Retreat, 95th percentile, standard error (km)"),
            se_of="retreat_p95_km",
        ),
        length("retreat_mean_km", tr("FrontlineChange", "Retreat, mean (km)")),
        length(
            "retreat_mean_se_km", tr("FrontlineChange", "Retreat, mean, standard error (km)"), se_of="retreat_mean_km"
        ),
    ),
    *_meaning(
        "length of front, km",
        length("front_before_km", tr("FrontlineChange", "Front before (km)")),
        length("front_after_km", tr("FrontlineChange", "Front after (km)")),
    ),
    *_meaning(
        "number of places",
        count("places_gained", tr("FrontlineChange", "Places gained")),
        count("places_lost", tr("FrontlineChange", "Places lost")),
    ),
)

SERIES = _table(
    PERIOD,
    *_meaning("whether the maps span the whole period; if not, the figures are those so far", COMPLETE),
    *CHANGE.values(),
    area("churn_km2", tr("FrontlineChange", "Gained and lost together (km²)"), "gained plus lost, km²"),
    *_meaning(
        "the gross change added up from map to map, km²: ground that went back and forth counts each time, so these"
        " grow with the number of maps; net is the same in both",
        area("gained_sum_km2", tr("FrontlineChange", "Gained, map by map (km²)")),
        area("lost_sum_km2", tr("FrontlineChange", "Lost, map by map (km²)")),
    ),
    *_meaning(
        "100 × `gained_km2` / `gained_all_km2`: the sector's share of the ground gained in all rows of the period",
        percent("share_pct", tr("FrontlineChange", "Share of all ground gained (%)")),
        GAINED_ALL_KM2,
    ),
    *_meaning(
        "net added up since the first period, km²",
        area("net_total_km2", tr("FrontlineChange", "Net since the first period (km²)"), signed=True),
    ),
    *_meaning(
        "1 for the sector's largest net; empty where net was not above zero, or the period is incomplete",
        count("rank", tr("FrontlineChange", "Rank by net")),
    ),
    *_meaning(
        "the last earlier complete period whose net was at least as large; empty where there is none",
        text("largest_since", tr("FrontlineChange", "Largest net since")),
    ),
    *_meaning(
        "for how many complete periods in a row, up to this one, net a day was above that of the period before (-3: "
        "below it, three times); empty where this or the period before is not complete",
        count("pace_run", tr("FrontlineChange", "Faster for so many periods"), signed=True),
    ),
    text("snapshots_used", tr("FrontlineChange", "Maps used"), "the maps of the period"),
    *_meaning("doubts about the maps of the period, and ground outside all sectors", WARNING),
)

REMARK = text("remark", tr("FrontlineChange", "Remark"), "why a comparison is missing")

COMPARISONS = _table(
    PERIOD,
    *_meaning("whether the maps span the whole period; if not, it is neither compared nor ranked", COMPLETE),
    SECTOR,
    *MAPS,
    DAYS,
    *_meaning("held area of the last map, km²", CHANGE["held_after_km2"]),
    *_meaning("change, km²", CHANGE["gained_km2"], CHANGE["lost_km2"], CHANGE["net_km2"]),
    *_meaning("its standard error, km²", CHANGE["net_se_km2"]),
    CHANGE["significant"],
    NET_SQMI,
    *_meaning(
        "an area of similar size that readers know, with the source of its figure, and its area, km²", *ABOUT_AS_LARGE
    ),
    *_meaning(
        "the period before: its name, its net and the standard error of that, km²",
        text("previous_period", tr("FrontlineChange", "Previous period")),
        area("previous_net_km2", tr("FrontlineChange", "Net of the previous period (km²)"), signed=True),
        area(
            "previous_net_se_km2",
            tr("FrontlineChange", "Net of the previous period, standard error (km²)"),
            se_of="previous_net_km2",
        ),
    ),
    *_meaning(
        "net less that of the period before, and its standard error (at most, since both share a map), km²",
        area("previous_difference_km2", tr("FrontlineChange", "Difference from the previous (km²)"), signed=True),
        area(
            "previous_difference_se_km2",
            tr("FrontlineChange", "Difference from the previous, standard error (km²)"),
            se_of="previous_difference_km2",
        ),
    ),
    *_meaning(
        "100 × `previous_difference_km2` / `previous_net_km2`; empty where that net was not above 0.05 km²",
        percent("previous_change_pct", tr("FrontlineChange", "Change from the previous (%)"), signed=True),
    ),
    *_meaning(
        "the same days a year before (for weeks, 52 weeks before): its name, its net and the standard error of that, "
        "km²",
        text("year_before_period", tr("FrontlineChange", "Period a year before")),
        area("year_before_net_km2", tr("FrontlineChange", "Net a year before (km²)"), signed=True),
        area(
            "year_before_net_se_km2",
            tr("FrontlineChange", "Net a year before, standard error (km²)"),
            se_of="year_before_net_km2",
        ),
    ),
    *_meaning(
        "net less that of a year before, and its standard error, km²",
        area("year_before_difference_km2", tr("FrontlineChange", "Difference from a year before (km²)"), signed=True),
        area(
            "year_before_difference_se_km2",
            tr("FrontlineChange", "Difference from a year before, standard error (km²)"),
            se_of="year_before_difference_km2",
        ),
    ),
    *_meaning(
        "100 × `year_before_difference_km2` / `year_before_net_km2`; empty where that net was not above 0.05 km²",
        percent("year_before_change_pct", tr("FrontlineChange", "Change from a year before (%)"), signed=True),
    ),
    *_meaning(
        "1 for the sector's largest net, and 1 for its smallest, among so many whole periods of the series",
        count("rank_largest", tr("FrontlineChange", "Rank, largest first")),
        count("rank_smallest", tr("FrontlineChange", "Rank, smallest first")),
        count("ranked_periods", tr("FrontlineChange", "Periods ranked")),
    ),
    *_meaning(
        "the last earlier whole period whose net was at least as large; empty where there is none",
        SERIES["largest_since"],
    ),
    *_meaning(
        "the last earlier whole period whose net was at least as small; empty where there is none",
        text("smallest_since", tr("FrontlineChange", "Smallest net since")),
    ),
    *_meaning(
        "the farther-reaching of both in words, with that period's net",
        text("rank_text", tr("FrontlineChange", "Rank in words")),
    ),
    *_meaning(
        "what shares of the country are of: its name and area, km²",
        text("denominator_name", tr("FrontlineChange", "Shares are of")),
        area("denominator_km2", tr("FrontlineChange", "Area that shares are of (km²)")),
    ),
    *_meaning(
        "100 × `net_km2` / `denominator_km2`, percentage points",
        number("net_points", tr("FrontlineChange", "Net (percentage points)"), decimals=3, signed=True),
    ),
    *_meaning(
        "100 × `held_after_km2` / `denominator_km2`",
        percent("held_share_pct", tr("FrontlineChange", "Held, share of that area (%)"), decimals=2),
    ),
    *_meaning("area of the sector, km²", area("sector_km2", tr("FrontlineChange", "Sector (km²)"))),
    *_meaning(
        "100 × `net_km2` / `sector_km2`, percentage points",
        number(
            "sector_net_points", tr("FrontlineChange", "Net in the sector (percentage points)"), decimals=3, signed=True
        ),
    ),
    *_meaning(
        "100 × `held_after_km2` / `sector_km2`",
        percent("sector_held_pct", tr("FrontlineChange", "Held, share of the sector (%)"), decimals=2),
    ),
    *_meaning(
        "the map from which the running total counts, UTC, and net since then, km²; empty for periods before it",
        instant("total_since", tr("FrontlineChange", "Running total since (UTC)")),
        area("running_total_km2", tr("FrontlineChange", "Running total (km²)"), signed=True),
    ),
    *_meaning(
        "the days since then, and the running total per day, km² a day",
        number("running_days", tr("FrontlineChange", "Days of the running total")),
        pace("running_km2_day", tr("FrontlineChange", "Running total per day (km² a day)"), signed=True),
    ),
    *_meaning(
        "100 × `running_total_km2` / `denominator_km2`, percentage points",
        number("running_points", tr("FrontlineChange", "Running total (percentage points)"), decimals=3, signed=True),
    ),
    REMARK,
    *_meaning("doubts about the maps of the period and of those that it is compared with", WARNING),
)

QUANTITIES = _table(
    PERIOD,
    *_meaning("whether the maps span the whole period; if not, the amounts are of the same time as the maps", COMPLETE),
    SECTOR,
    *MAPS,
    DAYS,
    text("quantity", tr("FrontlineChange", "Quantity"), "the field of your table (`rows`: its rows counted)"),
    *_meaning(
        "the amount in the period, and the sum over all sectors that have one; empty where the table gives none",
        number("amount", tr("FrontlineChange", "Amount")),
        number("amount_all", tr("FrontlineChange", "Amount, all sectors")),
    ),
    *_meaning(
        "the sector's share of that sum, %", percent("amount_share_pct", tr("FrontlineChange", "Share of amounts (%)"))
    ),
    *_meaning(
        "gained and its standard error, and the sum over the same sectors, km²",
        CHANGE["gained_km2"],
        CHANGE["gained_se_km2"],
        GAINED_ALL_KM2,
    ),
    *_meaning(
        "the sector's share of that sum, % (not that of SERIES where some sectors have no amount)",
        percent("gained_share_pct", tr("FrontlineChange", "Share of gained (%)")),
    ),
    *_meaning("net change, km²", CHANGE["net_km2"]),
    *_meaning(
        "amount / gained, and the same at gained plus and minus 1.96 standard errors; the last is empty where that "
        "reaches zero, so that there is no upper limit. Empty for levels, and below 0.05 km²",
        number("amount_per_km2", tr("FrontlineChange", "Amount per km² gained")),
        number("amount_per_km2_low", tr("FrontlineChange", "Amount per km² gained, at least")),
        number("amount_per_km2_high", tr("FrontlineChange", "Amount per km² gained, at most")),
    ),
    *_meaning(
        "amount / net; empty for levels, and below 0.05 km²",
        number("amount_net_per_km2", tr("FrontlineChange", "Amount per km² of net")),
    ),
    *_meaning(
        "area of the sector, km², and amount / area",
        area("sector_km2", tr("FrontlineChange", "Sector (km²)")),
        number("amount_sector_per_km2", tr("FrontlineChange", "Amount per km² of the sector")),
    ),
    *_meaning(
        "number of rows of your table in the amount, and the first and the last of their dates, UTC",
        count("table_rows", tr("FrontlineChange", "Rows of the table")),
        instant("first_dated", tr("FrontlineChange", "First row dated (UTC)")),
        instant("last_dated", tr("FrontlineChange", "Last row dated (UTC)")),
    ),
    text("source", tr("FrontlineChange", "Source"), "who reports the amount"),
    text(
        "in_words",
        tr("FrontlineChange", "In words"),
        "the shares, or the amount per km² of the whole, as a phrase with both numbers of each and the source",
    ),
    *_meaning("why an amount or a ratio is empty, and days without a report", WARNING),
)

ROLLING = _table(
    number("window_days", tr("FrontlineChange", "Window (days)"), "length of the window, days", decimals=0),
    SECTOR,
    *_meaning("the maps at both ends of the window, UTC, and the time between them, days", *MAPS, DAYS),
    *_meaning("whether that is the length of the window; if not, it is not compared", COMPLETE),
    *_meaning(
        "the gross change added up from map to map, km²: ground that went back and forth counts each time",
        SERIES["gained_sum_km2"],
        SERIES["lost_sum_km2"],
    ),
    *_meaning("gained less lost, km²: that of the two ends", CHANGE["net_km2"]),
    *_meaning("net per day, km² a day", CHANGE["net_km2_day"]),
    NET_SQMI,
    *_meaning(
        "what shares are of: its name and area, km²", COMPARISONS["denominator_name"], COMPARISONS["denominator_km2"]
    ),
    *_meaning("100 × `net_km2` / `denominator_km2`, percentage points", COMPARISONS["net_points"]),
    *_meaning(
        "the window before, which ends where this one starts: its first map, UTC, and its net, km²",
        instant("previous_date_before", tr("FrontlineChange", "Start of the previous window (UTC)")),
        COMPARISONS["previous_net_km2"],
    ),
    *_meaning("net less that of the window before, km²", COMPARISONS["previous_difference_km2"]),
    *_meaning(
        "100 × `previous_difference_km2` / `previous_net_km2`; empty where that net was not above 0.05 km²",
        COMPARISONS["previous_change_pct"],
    ),
)

SPANS_COMPARED = _table(
    text("span", tr("FrontlineChange", "Span"), "first and last nominal day, both included"),
    SECTOR,
    *MAPS,
    DAYS,
    *_meaning(
        "change from its first map to its last, km²", CHANGE["gained_km2"], CHANGE["lost_km2"], CHANGE["net_km2"]
    ),
    *_meaning("its standard error, km²", CHANGE["net_se_km2"]),
    CHANGE["significant"],
    *_meaning("net per day and its standard error, km² a day", CHANGE["net_km2_day"], CHANGE["net_se_km2_day"]),
    *_meaning(
        "the span before in the list: its days, its net with the standard error, km², and the same per day",
        text("previous_span", tr("FrontlineChange", "Previous span")),
        number("previous_days", tr("FrontlineChange", "Days of the previous span")),
        COMPARISONS["previous_net_km2"],
        COMPARISONS["previous_net_se_km2"],
        pace("previous_net_km2_day", tr("FrontlineChange", "Net pace of the previous span (km² a day)"), signed=True),
    ),
    *_meaning(
        "net less that of the span before, and its standard error, km²; empty where their lengths differ by more than "
        "a tenth",
        COMPARISONS["previous_difference_km2"],
        COMPARISONS["previous_difference_se_km2"],
    ),
    *_meaning(
        "100 × `previous_difference_km2` / `previous_net_km2`; empty where that net was not above 0.05 km²",
        COMPARISONS["previous_change_pct"],
    ),
    *_meaning(
        "100 × (`net_km2_day` - `previous_net_km2_day`) / `previous_net_km2_day`, for spans of any length; empty where "
        "that net was not above 0.05 km²",
        percent("pace_change_pct", tr("FrontlineChange", "Change of the net pace (%)"), signed=True),
    ),
    REMARK,
)

PARTS = _table(
    PART,
    *_meaning("sector it lies in", SECTOR),
    KIND,
    *_meaning(
        "area of the part within this sector and its standard error, km²",
        AREA_KM2,
        area("area_se_km2", tr("FrontlineChange", "Area, standard error (km²)"), se_of="area_km2"),
    ),
    yes_no(
        "significant",
        tr("FrontlineChange", "Area beyond 1.96 standard errors"),
        "whether the area, not the depth, is more than 1.96 of its standard errors (95 %); never for noise",
    ),
    WIDTH_M,
    *_meaning(
        "deepest point within this sector and its standard error, km; empty for noise and lodgements",
        length("depth_max_km", tr("FrontlineChange", "Greatest depth (km)")),
        length("depth_max_se_km", tr("FrontlineChange", "Greatest depth, standard error (km)"), se_of="depth_max_km"),
    ),
    *MAPS,
    *_meaning(
        "perimeter of the whole part, and how much of it adjoins what was held before (for LOST: what is still held), "
        "km; without cuts by sectors",
        length("perimeter_km", tr("FrontlineChange", "Perimeter (km)")),
        length("shared_km", tr("FrontlineChange", "Shared with ground held (km)")),
    ),
    text(
        "expansion",
        tr("FrontlineChange", "Expansion"),
        "GAINED only: `infill` where at least half of the perimeter is shared, `edge` where less is, `outlying` where "
        "none",
    ),
)

SERIES_PARTS = _table(PERIOD, *PARTS.values())

DEPTH = _table(
    *_meaning("sector of the line's end", SECTOR),
    *_meaning("`advance`, `retreat` or `lodgement`", KIND),
    text("scope", tr("FrontlineChange", "Scope"), "`sector`: deepest of its sector; `part`: deepest of its part"),
    *_meaning("number of the part", PART),
    *_meaning(
        "depth and its standard error, km; empty for lodgements",
        length("depth_km", tr("FrontlineChange", "Depth (km)")),
        length("depth_se_km", tr("FrontlineChange", "Depth, standard error (km)"), se_of="depth_km"),
    ),
    yes_no(
        "significant",
        tr("FrontlineChange", "Area behind the line beyond 1.96 standard errors"),
        "whether an area, not the depth, is more than 1.96 of its standard errors (95 %), without noise: for `sector` "
        "everything that the sector gained (lost), for `part` the area of the part in that sector. A sector may "
        "contain only the tip of a deep part, and so have a great depth and almost no area. Such a line is drawn thin "
        "and without its number",
    ),
    LENGTH_KM,
    *_meaning("direction of the line, degrees clockwise from north", BEARING),
    *_meaning(
        "where it begins, on the ground held, in degrees (WGS 84)",
        degrees("from_lon", tr("FrontlineChange", "From, longitude (°)"), decimals=4),
        degrees("from_lat", tr("FrontlineChange", "From, latitude (°)"), decimals=4),
    ),
    *_meaning(
        "where it ends, in degrees (WGS 84)",
        degrees("to_lon", tr("FrontlineChange", "To, longitude (°)"), decimals=4),
        degrees("to_lat", tr("FrontlineChange", "To, latitude (°)"), decimals=4),
    ),
    *MAPS,
)

PLACE = text("place", tr("FrontlineChange", "Place"), "its name")

PLACES_CHANGED = _table(
    PLACE,
    *_meaning("sector it lies in", SECTOR),
    CHANGE_OF_HANDS,
    *MAPS,
)

SERIES_PLACES = _table(PERIOD, *PLACES_CHANGED.values())

END = text("map", tr("FrontlineChange", "Map"), "`before` or `after`: the first or the last map")

HELD = _table(END, DATE, UNTIL, AREA_KM2)

FRONTS = _table(
    END,
    *_meaning(
        "`front`; `edge`: front that stays near the theatre's edge, where the two borders are drawn differently; "
        "`boundary`: the whole edge of the ground held, where there is no theatre",
        text("kind", tr("FrontlineChange", "Kind")),
    ),
    DATE,
    UNTIL,
    LENGTH_KM,
)

PROJECTION = _table(
    text("target", tr("FrontlineChange", "Target"), "the target (`all`: all of them together)"),
    text("window", tr("FrontlineChange", "Window"), "the window in days (`all`: the whole series)"),
    *_meaning("the two maps compared, UTC, and the days between them", BEFORE, AFTER, DAYS),
    *_meaning("net change inside the target, km²", CHANGE["net_km2"]),
    *_meaning(
        "per day, and its standard error, km² a day",
        pace("pace_km2_day", tr("FrontlineChange", "Pace (km² a day)"), signed=True),
        pace("pace_se_km2_day", tr("FrontlineChange", "Pace, standard error (km² a day)"), se_of="pace_km2_day"),
    ),
    *_meaning(
        "the target, its held area (also in per cent), and the remaining area, km²",
        area("target_km2", tr("FrontlineChange", "Target (km²)")),
        HELD_KM2,
        percent("held_pct", tr("FrontlineChange", "Held (%)")),
        area("remaining_km2", tr("FrontlineChange", "Remaining (km²)")),
    ),
    *_meaning(
        "remaining / pace; null where it is refused",
        number("days_needed", tr("FrontlineChange", "Days needed")),
        number("years_needed", tr("FrontlineChange", "Years needed")),
    ),
    *_meaning(
        "the same at the highest and the lowest pace of the range; null where it is refused or there is no range, and "
        "`years_high` where the range of the pace reaches zero",
        number("years_low", tr("FrontlineChange", "Years, at least")),
        number("years_high", tr("FrontlineChange", "Years, at most")),
    ),
    *_meaning(
        "the last map that moved at least 0.05 km² in the target",
        instant("last_moved", tr("FrontlineChange", "Last moved (UTC)")),
    ),
    *_meaning(
        "net change in square miles, hectares and acres",
        NET_SQMI,
        number("net_ha", tr("FrontlineChange", "Net (ha)"), signed=True),
        number("net_acres", tr("FrontlineChange", "Net (acres)"), signed=True),
    ),
    *_meaning(
        "an area of similar size that readers know, with the source of its figure, and its area, km²; yours where "
        "AREAS_TABLE is given",
        *ABOUT_AS_LARGE,
    ),
    *_meaning(
        "daily quantity / pace, where QUANTITY_PER_DAY is given; its name and source are in the method card",
        number("quantity_per_km2", tr("FrontlineChange", "Quantity per km²")),
    ),
    text("verdict", tr("FrontlineChange", "Verdict"), "“at this pace”, or why there is no projection"),
    *_meaning(
        "range of the pace, km² a day: 80 % of the earlier changes of such paces did not exceed its half-width; null "
        "with fewer than ten earlier dates",
        pace("pace_low_km2_day", tr("FrontlineChange", "Pace, at least (km² a day)"), signed=True),
        pace("pace_high_km2_day", tr("FrontlineChange", "Pace, at most (km² a day)"), signed=True),
    ),
    *_meaning(
        "at how many of the earlier dates the pace that followed was in such a range, made from the other dates; also "
        "in % of `backtests`",
        count("hits", tr("FrontlineChange", "Ranges that held")),
        percent("hit_rate_pct", tr("FrontlineChange", "Hit rate of the range (%)")),
    ),
    *_meaning(
        "at how many of them it was within 1.96 standard errors of the stated pace; also in % of `backtests`",
        count("se_hits", tr("FrontlineChange", "Paces within their standard error")),
        percent("se_hit_rate_pct", tr("FrontlineChange", "Hit rate of the standard error (%)")),
    ),
    count(
        "backtests",
        tr("FrontlineChange", "Earlier dates tested"),
        "number of the earlier dates, those with a pace to project",
    ),
    text("range_verdict", tr("FrontlineChange", "Range"), "where the range comes from, or why there is none"),
    *_meaning(
        "walk-forward: at how many of the earlier dates a range could be stated from what was known then (at least "
        "four outcomes), in how many of these cases the pace that followed was in it, and the second in % of the first",
        count("known_tests", tr("FrontlineChange", "Ranges stated from what was known")),
        count("known_hits", tr("FrontlineChange", "Of these, ranges that held")),
        percent("known_hit_rate_pct", tr("FrontlineChange", "Hit rate from what was known (%)")),
    ),
)

TREND = _table(
    PROJECTION["target"],
    *_meaning("first and last map of the interval of steady pace, UTC, and the days between them", BEFORE, AFTER, DAYS),
    PROJECTION["net_km2"],
    *_meaning("per day, km² a day", PROJECTION["pace_km2_day"]),
)

BACKTEST = _table(
    PROJECTION["target"],
    PROJECTION["window"],
    *_meaning(
        "the earlier date, and the maps a window before and after it, UTC",
        BEFORE,
        DATE,
        AFTER,
    ),
    *_meaning(
        "the pace as it could be stated at that date, and its standard error, km² a day",
        PROJECTION["pace_km2_day"],
        PROJECTION["pace_se_km2_day"],
    ),
    *_meaning(
        "the pace that followed, km² a day",
        pace("next_pace_km2_day", tr("FrontlineChange", "Pace that followed (km² a day)"), signed=True),
    ),
    *_meaning(
        "whether it was within 1.96 standard errors of the stated pace",
        yes_no("is_within_se", tr("FrontlineChange", "Within the standard error")),
    ),
    *_meaning(
        "the range of the stated pace, from the dates whose following time does not overlap, km² a day",
        PROJECTION["pace_low_km2_day"],
        PROJECTION["pace_high_km2_day"],
    ),
    *_meaning(
        "whether the pace that followed was in it", yes_no("is_within_range", tr("FrontlineChange", "Within the range"))
    ),
    *_meaning(
        "area held in the target at the earlier date, at that pace a window later, and as the maps then showed it, km²",
        HELD_KM2,
        area("projected_km2", tr("FrontlineChange", "Held as projected (km²)")),
        area("came_km2", tr("FrontlineChange", "Held as it came (km²)")),
    ),
    *_meaning(
        "walk-forward: how many earlier dates had come to their end by then, the range of the pace from these alone "
        "(four or more), km² a day, and whether the pace that followed was in it",
        count("known_dates", tr("FrontlineChange", "Outcomes known then")),
        pace("known_low_km2_day", tr("FrontlineChange", "Pace as known then, at least (km² a day)"), signed=True),
        pace("known_high_km2_day", tr("FrontlineChange", "Pace as known then, at most (km² a day)"), signed=True),
        yes_no("is_within_known", tr("FrontlineChange", "Within the range as known then")),
    ),
)

ARROWS = _table(
    *_meaning("nominal start of the period, as in *Change by period*", PERIOD),
    *_meaning("`advance` or `retreat`", KIND),
    *_meaning("the sector the arrow's middle lies in; `all` without sectors", SECTOR),
    *_meaning(
        "metres a day, and its standard error",
        per_day("speed_m_day", tr("FrontlineChange", "Speed (m a day)")),
        per_day("speed_se_m_day", tr("FrontlineChange", "Speed, standard error (m a day)"), se_of="speed_m_day"),
    ),
    BEARING,
    *_meaning(
        "interpolated time at which the front arrived at the arrow's middle, UTC",
        instant("arrived", tr("FrontlineChange", "Arrived (UTC)")),
    ),
    *_meaning(
        "where arrows are thinned out at small scales: up to which level the arrow is shown, among those of all "
        "periods and of its own; level 1 has arrows at twice the spacing, level 2 at four times",
        count("level", tr("FrontlineChange", "Level")),
        count("level_in_period", tr("FrontlineChange", "Level within its period")),
    ),
    *_meaning(
        "distance of the arrows of level 0, as given by SPACING",
        metres("spacing_m", tr("FrontlineChange", "Spacing (m)")),
    ),
    *_meaning("the two maps of the period, UTC", *MAPS),
)

TRANSECTS = _table(
    *_meaning(
        "numbers, and the sector of the origin",
        count("transect", tr("FrontlineChange", "Transect")),
        LINE,
        SECTOR,
    ),
    *_meaning(
        "oldest and newest reading, the time between them, how many there are",
        *MAPS,
        DAYS,
        count("readings", tr("FrontlineChange", "Readings")),
    ),
    *_meaning(
        "`advance`, `retreat`, `still` (less than 1 m) from the oldest reading to the newest; `closed`: no front is "
        "left on it, the ground changed hands; `none`: fewer than two readings",
        OUTCOME,
    ),
    yes_no(
        "significant",
        tr("FrontlineChange", "NSM beyond its error at LEVEL"),
        "whether `nsm_m` is more than its standard error, √(u₁² + u₂²), explains at LEVEL: 1.96 of them at 95 %",
    ),
    *_meaning(
        "movement from the first map to the last, km, + is advance; null unless both can be read",
        ADVANCE_KM,
        ADVANCE_SE_KM,
    ),
    *_meaning(
        "front represented; ground gained less lost that is nearer to its origin than to any other, in the theatre off "
        "its edge",
        FRONT_KM,
        CHANGE["net_km2"],
    ),
    BEARING,
    number("unit_days", tr("FrontlineChange", "Days per unit of the rates"), "days per unit of the rates"),
    *_meaning(
        "the statistics; rates in metres per `unit_days` days; `_se` standard error, `_ci` half the interval",
        metres("sce_m", tr("FrontlineChange", "SCE, envelope (m)")),
        metres("nsm_m", tr("FrontlineChange", "NSM, net movement (m)")),
        per_unit("epr_m_unit", tr("FrontlineChange", "EPR, end point rate (m per unit)")),
        per_unit("epr_se_m_unit", tr("FrontlineChange", "EPR, error (m per unit)"), se_of="epr_m_unit"),
        per_unit("lrr_m_unit", tr("FrontlineChange", "LRR, regression rate (m per unit)")),
        number("lrr_r2", tr("FrontlineChange", "LRR, R²"), decimals=2),
        per_unit("lrr_se_m_unit", tr("FrontlineChange", "LRR, standard error (m per unit)"), se_of="lrr_m_unit"),
        per_unit("lrr_ci_m_unit", tr("FrontlineChange", "LRR, confidence interval ± (m per unit)")),
        metres("lrr_lse_m", tr("FrontlineChange", "LSE, standard error of the estimate (m)")),
        per_unit("wlr_m_unit", tr("FrontlineChange", "WLR, weighted rate (m per unit)")),
        number("wlr_r2", tr("FrontlineChange", "WLR, R²"), decimals=2),
        per_unit("wlr_se_m_unit", tr("FrontlineChange", "WLR, standard error (m per unit)"), se_of="wlr_m_unit"),
        per_unit("wlr_ci_m_unit", tr("FrontlineChange", "WLR, confidence interval ± (m per unit)")),
        number("wlr_wse", tr("FrontlineChange", "WSE, standard error of the estimate")),
    ),
    yes_no(
        "trend_significant",
        tr("FrontlineChange", "LRR differs from zero at LEVEL"),
        "whether `lrr_m_unit` is more than its interval `lrr_ci_m_unit`: LRR differs from zero at LEVEL",
    ),
)

TRANSECT_SUMMARY = _table(
    SECTOR,
    *_meaning("first and last map, UTC, and the days between them", BEFORE, AFTER, DAYS),
    *_meaning(
        "transects, those with a reading, and the share of the front that these represent",
        count("transects", tr("FrontlineChange", "Transects")),
        count("transects_read", tr("FrontlineChange", "Transects with a reading")),
        percent("read_pct", tr("FrontlineChange", "Front with a reading (%)")),
    ),
    *_meaning("front represented, km", FRONT_KM),
    *_meaning(
        "mean, median, 90th percentile, farthest and least advance, and the error of the mean, km; − is retreat",
        CHANGE["advance_mean_km"],
        CHANGE["advance_mean_se_km"],
        length("advance_median_km", tr("FrontlineChange", "Advance, median (km)")),
        length("advance_p90_km", tr("FrontlineChange", "Advance, 90th percentile (km)")),
        CHANGE["advance_max_km"],
        length("advance_min_km", tr("FrontlineChange", "Advance, least (km)")),
    ),
    *_meaning("ground gained less lost in the whole sector, km², as in *Change per sector*", CHANGE["net_km2"]),
    *_meaning(
        "net of its transects (`net_km2` of TRANSECTS) over the length of front, km",
        length("net_mean_km", tr("FrontlineChange", "Net area over front (km)")),
    ),
    *_meaning(
        "share of the front that advanced, that retreated beyond its error at LEVEL (95 %: 1.96 standard errors), and "
        "whose LRR differs from zero at LEVEL, %",
        percent("advancing_pct", tr("FrontlineChange", "Front that advanced beyond its error at LEVEL (%)")),
        percent("retreating_pct", tr("FrontlineChange", "Front that retreated beyond its error at LEVEL (%)")),
        percent("trend_pct", tr("FrontlineChange", "Front whose LRR differs from zero at LEVEL (%)")),
    ),
    *_meaning(
        "effective number of independent transects, n*",
        number("effective_transects", tr("FrontlineChange", "Independent transects, effective number")),
    ),
    TRANSECTS["unit_days"],
    *_meaning(
        "the same statistics of the rates, metres per `unit_days` days",
        per_unit("epr_mean_m_unit", tr("FrontlineChange", "EPR, mean (m per unit)")),
        per_unit(
            "epr_mean_se_m_unit", tr("FrontlineChange", "EPR, error of the mean (m per unit)"), se_of="epr_mean_m_unit"
        ),
        per_unit("epr_median_m_unit", tr("FrontlineChange", "EPR, median (m per unit)")),
        per_unit("epr_p90_m_unit", tr("FrontlineChange", "EPR, 90th percentile (m per unit)")),
        per_unit("lrr_mean_m_unit", tr("FrontlineChange", "LRR, mean (m per unit)")),
        per_unit(
            "lrr_mean_se_m_unit", tr("FrontlineChange", "LRR, error of the mean (m per unit)"), se_of="lrr_mean_m_unit"
        ),
        per_unit("lrr_median_m_unit", tr("FrontlineChange", "LRR, median (m per unit)")),
        per_unit("lrr_p90_m_unit", tr("FrontlineChange", "LRR, 90th percentile (m per unit)")),
        per_unit("wlr_mean_m_unit", tr("FrontlineChange", "WLR, mean (m per unit)")),
        per_unit(
            "wlr_mean_se_m_unit", tr("FrontlineChange", "WLR, error of the mean (m per unit)"), se_of="wlr_mean_m_unit"
        ),
        per_unit("wlr_median_m_unit", tr("FrontlineChange", "WLR, median (m per unit)")),
        per_unit("wlr_p90_m_unit", tr("FrontlineChange", "WLR, 90th percentile (m per unit)")),
    ),
)

READINGS = _table(
    *_meaning("number of the transect, and the sector of its origin", TRANSECTS["transect"], SECTOR),
    DATE,
    *_meaning(
        "from the origin to the front, and the position error of the map, m; null: no reading",
        metres("position_m", tr("FrontlineChange", "Position (m)")),
        metres("error_m", tr("FrontlineChange", "Position error (m)"), se_of="position_m"),
    ),
)

REACH = _table(
    *_meaning("sector and instants (UTC); date_before is null without an earlier map", SECTOR, *MAPS),
    *_meaning(
        "farthest reach and its standard error; 0 where nothing is held, null where no line runs",
        length("reach_max_km", tr("FrontlineChange", "Reach, farthest (km)")),
        length("reach_se_km", tr("FrontlineChange", "Reach, standard error (km)"), se_of="reach_max_km"),
    ),
    yes_no(
        "reach_at_least",
        tr("FrontlineChange", "Reach is a lower bound"),
        "whether held ground continues beyond DISTANCE: then the reach is a lower bound, without an error and a change",
    ),
    *_meaning(
        "of the profile where ground is held",
        length("reach_p95_km", tr("FrontlineChange", "Reach, 95th percentile (km)")),
        length("reach_mean_km", tr("FrontlineChange", "Reach, mean (km)")),
    ),
    *_meaning(
        "line behind which ground is held; line in the sector",
        length("covered_km", tr("FrontlineChange", "Line covered (km)")),
        length("line_km", tr("FrontlineChange", "Line (km)")),
    ),
    *_meaning(
        "area held beyond the line within DISTANCE, and its standard error",
        area("strip_km2", tr("FrontlineChange", "Held beyond the line (km²)")),
        area("strip_se_km2", tr("FrontlineChange", "Held beyond, standard error (km²)"), se_of="strip_km2"),
    ),
    *_meaning("from the line to the farthest point, degrees clockwise from north", BEARING),
    *_meaning(
        "the same before, and the change; null without an earlier map, the change also where a reach is a lower bound",
        length("reach_max_before_km", tr("FrontlineChange", "Reach before, farthest (km)")),
        yes_no("reach_before_at_least", tr("FrontlineChange", "Reach before is a lower bound")),
        length("reach_max_change_km", tr("FrontlineChange", "Reach, change (km)"), signed=True),
        length(
            "reach_change_se_km",
            tr("FrontlineChange", "Reach, change, standard error (km)"),
            se_of="reach_max_change_km",
        ),
        length("reach_mean_before_km", tr("FrontlineChange", "Reach before, mean (km)")),
        length("covered_before_km", tr("FrontlineChange", "Line covered before (km)")),
        area("strip_before_km2", tr("FrontlineChange", "Held beyond before (km²)")),
        area("strip_change_km2", tr("FrontlineChange", "Held beyond, change (km²)"), signed=True),
        area(
            "strip_change_se_km2",
            tr("FrontlineChange", "Held beyond, change, standard error (km²)"),
            se_of="strip_change_km2",
        ),
    ),
)

REACH_PROFILE = _table(
    *_meaning(
        "numbers, and the sector of the station",
        count("station", tr("FrontlineChange", "Station")),
        LINE,
        SECTOR,
    ),
    *MAPS,
    length("along_km", tr("FrontlineChange", "Along the line (km)"), "distance from the line's beginning"),
    *_meaning("length of line that the station represents", REACH["line_km"]),
    yes_no("held", tr("FrontlineChange", "Held"), "whether held ground lies beyond the line at this station"),
    *_meaning(
        "distance of the nearest and the farthest held point beyond the line at this station",
        length("from_km", tr("FrontlineChange", "Held from (km)")),
        length("reach_km", tr("FrontlineChange", "Reach (km)")),
    ),
    REACH["reach_at_least"],
    *_meaning(
        "the farthest before, and the change; null without an earlier map, the change also where a reach is a lower "
        "bound",
        length("reach_before_km", tr("FrontlineChange", "Reach before (km)")),
        REACH["reach_before_at_least"],
        length("change_km", tr("FrontlineChange", "Change (km)"), signed=True),
    ),
    BEARING,
)

REACH_STRIP = _table(
    *_meaning("sector it lies in", SECTOR),
    *_meaning("ground held beyond the line, km²", AREA_KM2),
    *_meaning("instant of the map, UTC", AFTER),
)

AXIS_ADVANCE = _table(
    text("axis", tr("FrontlineChange", "Axis"), "its name"),
    *_meaning("the two maps (UTC), and the exact days between them", BEFORE, AFTER, DAYS),
    OUTCOME,
    length("axis_km", tr("FrontlineChange", "Length of the axis (km)"), "length of the axis"),
    *_meaning(
        "path from the beginning to the front on the two dates",
        length("position_before_km", tr("FrontlineChange", "Front on the axis before (km)")),
        length("position_km", tr("FrontlineChange", "Front on the axis (km)")),
    ),
    *_meaning("movement along the path, + is advance; its error", ADVANCE_KM, ADVANCE_SE_KM),
    yes_no(
        "significant",
        tr("FrontlineChange", "Advance beyond 1.96 standard errors"),
        "whether `advance_km`, not the advance by the boxes, is more than 1.96 of its standard errors (95 %)",
    ),
    per_day("advance_m_day", tr("FrontlineChange", "Advance (m a day)"), "metres a day over the step"),
    length("advance_total_km", tr("FrontlineChange", "Advance since the first map (km)"), "since the first map"),
    *_meaning(
        "path left to the axis's end on the later date",
        length("left_km", tr("FrontlineChange", "Path left to the end (km)")),
    ),
    length("width_km", tr("FrontlineChange", "Width of the box (km)"), "width of the boxes"),
    *_meaning(
        "net area in the straight box over its width",
        length("box_km", tr("FrontlineChange", "Advance by the box (km)")),
        length("box_se_km", tr("FrontlineChange", "By the box, standard error (km)"), se_of="box_km"),
    ),
    *_meaning(
        "the same in the box that follows the axis",
        length("curved_box_km", tr("FrontlineChange", "Advance by the curvilinear box (km)")),
        length(
            "curved_box_se_km",
            tr("FrontlineChange", "By the curvilinear box, standard error (km)"),
            se_of="curved_box_km",
        ),
    ),
)

AXIS_POSITIONS = _table(
    AXIS_ADVANCE["axis"],
    DATE,
    *_meaning(
        "path from the beginning to the front, and from there to the end",
        AXIS_ADVANCE["position_km"],
        AXIS_ADVANCE["left_km"],
    ),
    *_meaning(
        "area held in the straight and in the curved box over its width",
        length("box_position_km", tr("FrontlineChange", "Position by the box (km)")),
        length("curved_position_km", tr("FrontlineChange", "Position by the curvilinear box (km)")),
    ),
)

AXIS_BOXES = _table(
    AXIS_ADVANCE["axis"],
    *_meaning("`box` or `curved box`", METHOD),
    *_meaning("width of the box", AXIS_ADVANCE["width_km"]),
    AREA_KM2,
)

CAPTURE = _table(
    *_meaning("the sector; `all` without sectors", SECTOR),
    *_meaning(
        "nominal start of the period of the last capture, as in *Change by period*; empty where nothing was captured",
        PERIOD,
    ),
    *_meaning(
        "`gained` (not held at the start, held at the end), `lost` (the reverse), `gained and lost`, `lost and "
        "regained`, or `none`: held on all maps",
        CHANGE_OF_HANDS,
    ),
    *_meaning("`ground` or `noise`", KIND),
    *_meaning(
        "who holds it on the last map: `held` by the side, or `other`",
        text("holder", tr("FrontlineChange", "Holder at the end")),
    ),
    yes_no("held_at_start", tr("FrontlineChange", "Held at the start"), "whether the side held it on the first map"),
    *_meaning(
        "the map that first, and last, showed it as newly held, UTC",
        instant("first_capture", tr("FrontlineChange", "First captured (UTC)")),
        instant("last_capture", tr("FrontlineChange", "Last captured (UTC)")),
    ),
    *_meaning(
        "the map with which it last changed hands, UTC",
        LAST_CHANGE,
    ),
    *_meaning(
        "days within the series on which it was held, all times together",
        number("days_held", tr("FrontlineChange", "Days held")),
    ),
    count("times_changed", tr("FrontlineChange", "Times it changed hands"), "how often it changed hands"),
    *_meaning("its area, and mean width (twice the area over the perimeter)", AREA_KM2, WIDTH_M),
    *_meaning("the two maps between which it was last captured, UTC", *MAPS),
)

CAPTURE_SUMMARY = _table(
    *_meaning("nominal start; whether the maps span the whole period", PERIOD, COMPLETE),
    *_meaning("the sector; `all` without sectors", SECTOR),
    *_meaning("the maps compared, UTC", *MAPS),
    *_meaning("all ground gained in the period", CHANGE["gained_km2"]),
    *_meaning(
        "of that, ground held ever since: the sum of CAPTURE with this period and holder `held`",
        area("held_since_km2", tr("FrontlineChange", "Gained and held ever since (km²)")),
    ),
    area("lost_again_km2", tr("FrontlineChange", "Gained and lost again (km²)"), "of that, ground lost later"),
    *_meaning("lost in the period; gained less lost", CHANGE["lost_km2"], CHANGE["net_km2"]),
    *_meaning("doubts about the maps of the period", WARNING),
)

SNAPSHOTS = _table(
    DATE,
    text("class", tr("FrontlineChange", "Class"), "control class"),
    text("source", tr("FrontlineChange", "Source"), "publisher of the map"),
    text("origin", tr("FrontlineChange", "File or layer"), "the files or the layer it was read from"),
    UNTIL,
    AREA_KM2,
)

SNAPSHOT_LOG = _table(
    DATE,
    SNAPSHOTS["source"],
    text("files", tr("FrontlineChange", "Files"), "the files"),
    text(
        "outcome",
        tr("FrontlineChange", "Outcome"),
        "`snapshot`; or of a file that was not read: `left out`, or `own result`, made from the folder before",
    ),
    count("features", tr("FrontlineChange", "Features read"), "features read"),
    *_meaning(
        "how many were left out, and why",
        count("dropped", tr("FrontlineChange", "Left out")),
        text("dropped_why", tr("FrontlineChange", "Left out, why")),
    ),
    *_meaning(
        "how many were repaired, and why",
        count("repaired", tr("FrontlineChange", "Repaired")),
        text("repaired_why", tr("FrontlineChange", "Repaired, why")),
    ),
    *_meaning(
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
    *_meaning(
        "area that repairs changed, and that was removed as overlap, km²",
        area("repair_km2", tr("FrontlineChange", "Repairs (km²)")),
        area("overlap_km2", tr("FrontlineChange", "Overlaps (km²)")),
    ),
    *_meaning(
        "gaps between polygons that were closed, and their area, km²",
        count("seams", tr("FrontlineChange", "Gaps closed")),
        area("seams_km2", tr("FrontlineChange", "Gaps closed (km²)")),
    ),
    yes_no("unchanged", tr("FrontlineChange", "Unchanged"), "whether the map equals the one before"),
    number("gap_days", tr("FrontlineChange", "Days since the one before"), "days since the snapshot before"),
    WARNING,
)

LINES_LOG = _table(
    DATE,
    *_meaning(
        "lines, their length, and how much of it lies beyond the theatre",
        count("lines", tr("FrontlineChange", "Lines")),
        length("lines_km", tr("FrontlineChange", "Lines (km)")),
        length("outside_km", tr("FrontlineChange", "Beyond the theatre (km)")),
    ),
    *_meaning(
        "gaps bridged: how many, their length, the longest",
        count("bridges", tr("FrontlineChange", "Gaps bridged")),
        length("bridges_km", tr("FrontlineChange", "Gaps bridged (km)")),
        metres("bridge_max_m", tr("FrontlineChange", "Gaps bridged, longest (m)")),
    ),
    *_meaning(
        "ends extended: how many, their length, the longest",
        count("extensions", tr("FrontlineChange", "Ends extended")),
        length("extensions_km", tr("FrontlineChange", "Ends extended (km)")),
        metres("extension_max_m", tr("FrontlineChange", "Ends extended, longest (m)")),
    ),
    *_meaning(
        "lines that separate nothing, and their length",
        count("loose", tr("FrontlineChange", "Lines that separate nothing")),
        length("loose_km", tr("FrontlineChange", "Lines that separate nothing (km)")),
    ),
    HELD_KM2,
    WARNING,
)

JOINS = _table(
    DATE,
    UNTIL,
    *_meaning("`bridge`, `extension` or `loose`", KIND),
    metres("length_m", tr("FrontlineChange", "Length (m)"), "length, m"),
)

STATUS = text("status", tr("FrontlineChange", "Status"))

FRONT = _table(
    DATE,
    UNTIL,
    SECTOR,
    *_meaning(
        "`front` where there is no earlier map; `moved` or `still`; `masked`; `boundary` without a theatre",
        STATUS,
    ),
    *_meaning("not simplified", LENGTH_KM),
)

FRONT_LENGTHS = _table(
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

PLACE_STATUS = _table(
    PLACE,
    *_meaning("instant of the map whose state the row gives, UTC; everything in the row is as of this map", DATE),
    *_meaning("map of the next of DATES, UTC, until which QGIS shows the row; empty for the last", UNTIL),
    instant(
        "asked_for",
        tr("FrontlineChange", "Date asked for (UTC)"),
        "the date of DATES for which this map stands, UTC; empty without DATES",
    ),
    *_meaning(
        "`none`; `entered` (0.1 % or more of it is held), `half` (50 %), `most` (95 %) or `whole` (99.9 %)", STATUS
    ),
    number(
        "held_share",
        tr("FrontlineChange", "Share held"),
        "share of its ground that is held, from 0 to 1: `held_km2` over `area_km2`",
        decimals=3,
    ),
    number(
        "held_share_se",
        tr("FrontlineChange", "Share held, standard error"),
        "standard error of the share, from the line inside it and POSITION_ERROR; 0 where no line crosses it",
        decimals=3,
        se_of="held_share",
    ),
    *_meaning("ground held in it, and its whole area: that of its polygon or circle, km²", HELD_KM2, AREA_KM2),
    number(
        "start_share",
        tr("FrontlineChange", "Share held on the first map"),
        "share that the first map shows as held; a share reached before that has no date",
        decimals=3,
    ),
    *_meaning(
        "the first map that shows 0.1 % or more of it as held, UTC, and the map before: it happened between the two",
        instant("first_entry", tr("FrontlineChange", "First entry (UTC)"), since="first_entry_before"),
        instant("first_entry_before", tr("FrontlineChange", "First entry, map before (UTC)")),
    ),
    *_meaning(
        "the same for one half of it",
        instant("half", tr("FrontlineChange", "Half (UTC)"), since="half_before"),
        instant("half_before", tr("FrontlineChange", "Half, map before (UTC)")),
    ),
    *_meaning(
        "the same for 95 % of it",
        instant("most", tr("FrontlineChange", "95 % (UTC)"), since="most_before"),
        instant("most_before", tr("FrontlineChange", "95 %, map before (UTC)")),
    ),
    *_meaning(
        "the same for all of it: 99.9 % or more",
        instant("whole", tr("FrontlineChange", "Whole (UTC)"), since="whole_before"),
        instant("whole_before", tr("FrontlineChange", "Whole, map before (UTC)")),
    ),
    *_meaning(
        "the last map that changed its held area by 0.1 % or more of the place, and the map before, UTC",
        LAST_CHANGE,
        instant("last_change_before", tr("FrontlineChange", "Last change, map before (UTC)")),
    ),
    count(
        "changes",
        tr("FrontlineChange", "Changes of hands"),
        "how often it changed hands: its held share crossed one half",
    ),
    *_meaning(
        "distance of its point, or of its polygon, from the front, km; 0 where the front runs through; null without a "
        "THEATRE",
        length("distance_to_front_km", tr("FrontlineChange", "Distance to the front (km)")),
    ),
    *_meaning(
        "distance of the same from the nearest held ground, km; 0 in it",
        length("distance_to_held_km", tr("FrontlineChange", "Distance to held ground (km)")),
    ),
    *_meaning("doubts about the maps on which its dates rest: drawn anew, without ground, a jump of the area", WARNING),
)

PLACE_LOG = _table(
    *_meaning("the two maps between which it changed, UTC", *MAPS),
    PLACE,
    *_meaning("`gained` or `lost`: whether more or less of it is held", CHANGE_OF_HANDS),
    *_meaning(
        "status on the two maps, as in STATUS",
        text("status_before", tr("FrontlineChange", "Status before")),
        text("status_after", tr("FrontlineChange", "Status after")),
    ),
    *_meaning(
        "share of its ground held on the two maps, from 0 to 1",
        number("share_before", tr("FrontlineChange", "Share held before"), decimals=3),
        number("share_after", tr("FrontlineChange", "Share held after"), decimals=3),
    ),
    *_meaning("doubts about the later map, as in STATUS", WARNING),
)

TRANSITIONS = _table(
    SECTOR,
    *_meaning(
        "class before, and after",
        text("class_before", tr("FrontlineChange", "Class before")),
        text("class_after", tr("FrontlineChange", "Class after")),
    ),
    AREA_KM2,
    *MAPS,
)

HOLDERS = _table(
    SECTOR,
    *_meaning(
        "the side: a value of HOLDER_FIELD; without that field the name of the side, or `held`",
        text("side", tr("FrontlineChange", "Side")),
    ),
    *MAPS,
    *_meaning(
        "its ground on either map, km²; ground that two sides claim belongs to the one whose name comes first",
        CHANGE["held_before_km2"],
        CHANGE["held_after_km2"],
    ),
    *_meaning(
        "what it gained from and lost to all others, km²; net is gained less lost",
        CHANGE["gained_km2"],
        CHANGE["lost_km2"],
        CHANGE["net_km2"],
    ),
    *_meaning(
        "its share of the ground that all sides hold in the sector, %: those of all sides add up to 100; empty where "
        "nobody holds any. The change is in points of per cent",
        percent("share_before_pct", tr("FrontlineChange", "Share before (%)")),
        percent("share_after_pct", tr("FrontlineChange", "Share after (%)")),
        number("share_change_points", tr("FrontlineChange", "Share, change (points of %)"), signed=True),
    ),
)

EXCHANGES = _table(
    SECTOR,
    *_meaning("the side, and another; `none`: ground that nobody holds", HOLDERS["side"]),
    *_meaning(
        "the side, and another; `none`: ground that nobody holds",
        text("other_side", tr("FrontlineChange", "Other side")),
    ),
    *MAPS,
    *_meaning(
        "what the side gained from the other and lost to it, km²; net is gained less lost, and that of the other "
        "against the side is the same with the sign reversed",
        CHANGE["gained_km2"],
        CHANGE["lost_km2"],
        CHANGE["net_km2"],
    ),
)

SERIES_HOLDERS = _table(
    PERIOD,
    *_meaning("whether the maps span the whole period; if not, the figures are those so far", COMPLETE),
    *HOLDERS.values(),
    *_meaning("doubts about the maps of the period", WARNING),
)

SERIES_EXCHANGES = _table(PERIOD, *EXCHANGES.values())

SERIES_TRANSITIONS = _table(PERIOD, *TRANSITIONS.values())

CLASS_AREAS = _table(
    PERIOD,
    *_meaning("whether the maps span the whole period; if not, the figures are those so far", COMPLETE),
    SECTOR,
    *MAPS,
    *_meaning(
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
    *_meaning(
        "net change of held ground alone, of contested alone, of claimed alone, and of held and contested ground "
        "together, km²; empty where no map has the class",
        area("net_held_km2", tr("FrontlineChange", "Net, held alone (km²)"), signed=True),
        area("net_contested_km2", tr("FrontlineChange", "Net, contested alone (km²)"), signed=True),
        area("net_claimed_km2", tr("FrontlineChange", "Net, claimed alone (km²)"), signed=True),
        area("net_held_contested_km2", tr("FrontlineChange", "Net, held and contested (km²)"), signed=True),
    ),
    *_meaning(
        "doubts about the maps of the period; and where net of held ground alone and with contested ground differ in "
        "sign, both figures",
        WARNING,
    ),
)

TRANSITION_MATRIX = _table(
    *_meaning("class before; `total` in the last row", TRANSITIONS["class_before"]),
    *_meaning(
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

SECTORS = _table(
    *_meaning("its name", SECTOR),
    text("code", tr("FrontlineChange", "Code"), "ISO 3166-2 for Ukraine, else the FIPS code; regions only"),
    *_meaning("exact, in the equal-area frame", AREA_KM2),
    METHOD,
    yes_no("coarse", tr("FrontlineChange", "Coarse"), "whether its borders are coarse, as those of regions"),
)


def by_name(names: Iterable[str] = ()) -> dict[str, Field]:
    """Return all fields by name, those of the table that has the most of some names as in that table.

    A field of several tables has the same heading, kind and unit in all of them; only the heading of `significant`
    says of which figure of its table it is.
    """
    own = max(tables().values(), key=lambda table: len(table.keys() & set(names)))
    return {name: field for table in (*tables().values(), own) for name, field in table.items()}


def tables() -> dict[str, Table]:
    """Return the tables by their names in this module."""
    return {name: value for name, value in globals().items() if name.isupper() and isinstance(value, dict)}
