# SPDX-License-Identifier: GPL-2.0-or-later
"""The words on the map: legend entries, label expressions and field names, translated when asked for.

A .qml file cannot be translated, so `apply` puts these texts in after loading it.
"""

from __future__ import annotations

from qgis.core import QgsExpression
from qgis.PyQt.QtCore import QCoreApplication

from .. import formatting
from ..formatting import NOTHING_BELOW, ONE_DECIMAL_BELOW
from . import palette

_IS_MONTH = "regexp_match(\"period\", '^[0-9]+-[0-9]+$')"


def legend(key: str, *, noise_width_m: float | None = None) -> dict[str, str]:
    """Return the legend entry of each category of a style. Styles with one symbol have the entry ''."""
    tr = QCoreApplication.translate
    if noise_width_m:
        width = formatting.significant(noise_width_m / 1000, 3)
        gained_noise = tr("FrontlineChange", "Gained, map noise (under {width} km wide)").format(width=width)
        lost_noise = tr("FrontlineChange", "Lost, map noise (under {width} km wide)").format(width=width)
        changed_noise = tr("FrontlineChange", "Map noise (under {width} km wide)").format(width=width)
    else:
        gained_noise = tr("FrontlineChange", "Gained, map noise")
        lost_noise = tr("FrontlineChange", "Lost, map noise")
        changed_noise = tr("FrontlineChange", "Map noise")
    slow, fast = palette.ARROW_LIMITS_M_DAY
    entries = {
        "gained": {
            "ground": tr("FrontlineChange", "Gained, ground (km²)"),
            "lodgement": tr("FrontlineChange", "Gained, lodgement (km²)"),
            "noise": gained_noise,
        },
        "lost": {
            "ground": tr("FrontlineChange", "Lost, ground (km²)"),
            "lodgement": tr("FrontlineChange", "Lost, lodgement (km²)"),
            "noise": lost_noise,
        },
        "depth": {
            "sector advance": tr("FrontlineChange", "Deepest advance in the sector (km)"),
            "sector retreat": tr("FrontlineChange", "Deepest retreat in the sector (km)"),
            "part advance": tr("FrontlineChange", "Deepest advance of a part"),
            "part retreat": tr("FrontlineChange", "Deepest retreat of a part"),
            "part lodgement": tr("FrontlineChange", "Lodgement: how far from ground held before"),
        },
        "axis_advance": {
            "advance": tr("FrontlineChange", "Advance along the axis (km)"),
            "retreat": tr("FrontlineChange", "Retreat along the axis (km)"),
        },
        "reach": {"": tr("FrontlineChange", "Farthest held ground beyond the line (km)")},
        "reach_profile": {"": tr("FrontlineChange", "Reach beyond the line")},
        "transects": {
            "advance": tr("FrontlineChange", "Advance (wide: beyond the error of the maps)"),
            "retreat": tr("FrontlineChange", "Retreat (wide: beyond the error of the maps)"),
            "still": tr("FrontlineChange", "No movement"),
            "closed": tr("FrontlineChange", "No front left to read: the ground was taken from all sides"),
            "none": tr("FrontlineChange", "No reading"),
        },
        "arrows": {
            "advance slow": tr("FrontlineChange", "Advance, up to {speed} m a day").format(speed=slow),
            "advance medium": tr("FrontlineChange", "Advance, {low} to {high} m a day").format(low=slow, high=fast),
            "advance fast": tr("FrontlineChange", "Advance, over {speed} m a day").format(speed=fast),
            "retreat slow": tr("FrontlineChange", "Retreat, up to {speed} m a day").format(speed=slow),
            "retreat medium": tr("FrontlineChange", "Retreat, {low} to {high} m a day").format(low=slow, high=fast),
            "retreat fast": tr("FrontlineChange", "Retreat, over {speed} m a day").format(speed=fast),
        },
        "places_changed": {
            "gained": tr("FrontlineChange", "Place gained"),
            "lost": tr("FrontlineChange", "Place lost"),
        },
        "places": {"": tr("FrontlineChange", "Place")},
        "sectors_outline": {"": tr("FrontlineChange", "Sector, with its net change (km²)")},
        "held_before": {"": tr("FrontlineChange", "Held before")},
        "held_after": {"": tr("FrontlineChange", "Held after")},
        "theatre": {"": tr("FrontlineChange", "Theatre")},
        "front_before": {"": tr("FrontlineChange", "Front before")},
        "front_after": {"": tr("FrontlineChange", "Front after")},
        "snapshots": {
            "held": tr("FrontlineChange", "Held"),
            "contested": tr("FrontlineChange", "Contested or unknown"),
            "claimed": tr("FrontlineChange", "Claimed"),
            "liberated": tr("FrontlineChange", "Held before, no more"),
            "other": tr("FrontlineChange", "Other"),
        },
        "sectors": {"": tr("FrontlineChange", "Sector")},
        "front": {
            "front": tr("FrontlineChange", "Front"),
            "moved": tr("FrontlineChange", "Front that moved"),
            "still": tr("FrontlineChange", "Front that stayed"),
            "masked": tr("FrontlineChange", "Boundary at the mask, not counted"),
            "boundary": tr("FrontlineChange", "Boundary of the ground held"),
        },
        "transitions": {
            "to held": tr("FrontlineChange", "Became held (km²)"),
            "from held": tr("FrontlineChange", "No longer held (km²)"),
            "other": tr("FrontlineChange", "Between other classes"),
        },
        "capture": {
            "none": tr("FrontlineChange", "Held throughout"),
            **{f"period {number}": tr("FrontlineChange", "Captured") for number in range(len(palette.DATE_RAMP))},
            "noise": changed_noise,
            "gained and lost": tr("FrontlineChange", "Captured and lost again"),
            "lost": tr("FrontlineChange", "Held at the start and lost"),
        },
        "joins": {
            "bridge": tr("FrontlineChange", "Gap bridged (m)"),
            "extension": tr("FrontlineChange", "End extended to the theatre's edge (m)"),
            "loose": tr("FrontlineChange", "Line that separates nothing"),
        },
    }
    return entries.get(key, {})


def net_legend(small_km2: float, middle_km2: float, large_km2: float) -> list[str]:
    """Return the seven legend entries of net change, from the greatest gain to the greatest loss."""
    tr = QCoreApplication.translate
    small, middle, large = (formatting.significant(value) for value in (small_km2, middle_km2, large_km2))
    return [
        tr("FrontlineChange", "Net gain, {low} km² or more").format(low=large),
        tr("FrontlineChange", "Net gain, {low} to {high} km²").format(low=middle, high=large),
        tr("FrontlineChange", "Net gain, {low} to {high} km²").format(low=small, high=middle),
        tr("FrontlineChange", "Less than {high} km² either way").format(high=small),
        tr("FrontlineChange", "Net loss, {low} to {high} km²").format(low=small, high=middle),
        tr("FrontlineChange", "Net loss, {low} to {high} km²").format(low=middle, high=large),
        tr("FrontlineChange", "Net loss, {low} km² or more").format(low=large),
    ]


def label_expression(key: str) -> str:
    """Return the QGIS expression that writes a style's labels, number and unit rounded as people print; '' for none."""
    if key in ("gained", "lost"):
        period = "coalesce(attribute($currentfeature, 'period') || '\\n', '')"  # of a series
        return f"""if("kind" = 'noise', '', {period} || {_area('"area_km2"')})"""
    if key in ("change", "sectors_outline"):
        net = _area('abs("net_km2")')
        nothing = QgsExpression.quotedString(formatting.area_text(0.0))
        return (
            '"sector" || CASE '
            "WHEN \"net_km2\" IS NULL THEN '' "
            f"WHEN abs(\"net_km2\") >= {NOTHING_BELOW} THEN '\\n' || if(\"net_km2\" > 0, '+', '−') || {net} "
            f"WHEN \"gained_km2\" >= {NOTHING_BELOW} THEN '\\n' || {nothing} "
            "ELSE '' END"
        )
    if key == "depth":
        number = 'format_number("depth_km", 1)'
        pattern = QCoreApplication.translate("FrontlineChange", "{number} km")
        return f"if(\"scope\" = 'sector' AND \"significant\", {_filled(pattern, number)}, '')"
    if key == "axis_advance":
        number = "if(\"advance_km\" < 0, '−', '+') || format_number(abs(\"advance_km\"), 1)"
        pattern = QCoreApplication.translate("FrontlineChange", "{number} km")
        return _filled(pattern, number)
    if key == "reach":
        number = 'format_number("reach_max_km", 1)'
        pattern = QCoreApplication.translate("FrontlineChange", "{number} km")
        return f"if(\"reach_max_km\" > 0, {_filled(pattern, number)}, '')"
    if key in ("places", "places_changed"):
        return '"place"'
    if key == "sectors":
        return '"sector"'
    if key == "transitions":
        return f"""if("area_km2" < {NOTHING_BELOW}, '', {_area('"area_km2"')})"""
    if key == "capture":
        month = "format_date(to_date(\"period\" || '-01'), 'MMM yyyy')"
        since = _filled(from_day("{number}"), "format_date(to_date(left(\"period\", 10)), 'd MMM yyyy')")
        text = f'CASE WHEN length("period") >= 10 THEN {since} WHEN {_IS_MONTH} THEN {month} ELSE "period" END'
        return f"if(\"kind\" = 'noise' OR \"holder\" <> 'held', '', {text})"
    if key == "joins":
        number = 'format_number("length_m", 0)'
        pattern = QCoreApplication.translate("FrontlineChange", "{number} m")
        return f"if(\"kind\" = 'loose', '', {_filled(pattern, number)})"
    return ""


def _area(value: str) -> str:
    """Return the expression that writes the expression `value` (km², not negative) as `formatting.area_text` does."""
    number = f"format_number({value}, if({value} >= {ONE_DECIMAL_BELOW}, 0, 1))"
    return _filled(QCoreApplication.translate("FrontlineChange", "{number} km²"), number)


def _filled(pattern: str, number: str) -> str:
    """Return the expression that puts the expression `number` into a translated pattern."""
    before, after = (QgsExpression.quotedString(part) for part in pattern.split("{number}"))
    return f"{before} || {number} || {after}"


def from_day(day: str) -> str:
    """Return what a period is called that is known by its first day."""
    return QCoreApplication.translate("FrontlineChange", "from {day}").format(day=day)


def field_aliases() -> dict[str, str]:
    """Return the heading of every result field, with its unit."""
    tr = QCoreApplication.translate
    return {
        "period": tr("FrontlineChange", "Period"),
        "complete": tr("FrontlineChange", "Complete"),
        "churn_km2": tr("FrontlineChange", "Gained and lost together (km²)"),
        "gained_sum_km2": tr("FrontlineChange", "Gained, map by map (km²)"),
        "lost_sum_km2": tr("FrontlineChange", "Lost, map by map (km²)"),
        "share_pct": tr("FrontlineChange", "Share of all ground gained (%)"),
        "net_total_km2": tr("FrontlineChange", "Net since the first period (km²)"),
        "rank": tr("FrontlineChange", "Rank by net"),
        "largest_since": tr("FrontlineChange", "Largest net since"),
        "snapshots_used": tr("FrontlineChange", "Maps used"),
        "warning": tr("FrontlineChange", "Warning"),
        "sector": tr("FrontlineChange", "Sector"),
        "until": tr("FrontlineChange", "Until (UTC)"),
        "date_before": tr("FrontlineChange", "Before (UTC)"),
        "date_after": tr("FrontlineChange", "After (UTC)"),
        "days": tr("FrontlineChange", "Days"),
        "held_before_km2": tr("FrontlineChange", "Held before (km²)"),
        "held_after_km2": tr("FrontlineChange", "Held after (km²)"),
        "gained_km2": tr("FrontlineChange", "Gained (km²)"),
        "lost_km2": tr("FrontlineChange", "Lost (km²)"),
        "net_km2": tr("FrontlineChange", "Net (km²)"),
        "gained_se_km2": tr("FrontlineChange", "Gained, standard error (km²)"),
        "lost_se_km2": tr("FrontlineChange", "Lost, standard error (km²)"),
        "net_se_km2": tr("FrontlineChange", "Net, standard error (km²)"),
        "net_low_km2": tr("FrontlineChange", "Net, held alone (km²)"),
        "net_high_km2": tr("FrontlineChange", "Net, with contested and claimed (km²)"),
        "net_km2_day": tr("FrontlineChange", "Net pace (km² a day)"),
        "net_se_km2_day": tr("FrontlineChange", "Net pace, standard error (km² a day)"),
        "noise_gained_km2": tr("FrontlineChange", "Gained within map noise (km²)"),
        "noise_lost_km2": tr("FrontlineChange", "Lost within map noise (km²)"),
        "lodgement_km2": tr("FrontlineChange", "Lodgements (km²)"),
        "advance_max_km": tr("FrontlineChange", "Advance, deepest (km)"),
        "advance_max_se_km": tr("FrontlineChange", "Advance, deepest, standard error (km)"),
        "advance_p95_km": tr("FrontlineChange", "Advance, 95th percentile (km)"),
        "advance_p95_se_km": tr("FrontlineChange", "Advance, 95th percentile, standard error (km)"),
        "advance_mean_km": tr("FrontlineChange", "Advance, mean (km)"),
        "retreat_max_km": tr("FrontlineChange", "Retreat, deepest (km)"),
        "retreat_max_se_km": tr("FrontlineChange", "Retreat, deepest, standard error (km)"),
        "retreat_p95_km": tr("FrontlineChange", "Retreat, 95th percentile (km)"),
        "retreat_p95_se_km": tr("FrontlineChange", "Retreat, 95th percentile, standard error (km)"),
        "retreat_mean_km": tr("FrontlineChange", "Retreat, mean (km)"),
        "retreat_mean_se_km": tr("FrontlineChange", "Retreat, mean, standard error (km)"),
        "front_before_km": tr("FrontlineChange", "Front before (km)"),
        "front_after_km": tr("FrontlineChange", "Front after (km)"),
        "places_gained": tr("FrontlineChange", "Places gained"),
        "places_lost": tr("FrontlineChange", "Places lost"),
        "part": tr("FrontlineChange", "Part"),
        "kind": tr("FrontlineChange", "Kind"),
        "scope": tr("FrontlineChange", "Scope"),
        "area_km2": tr("FrontlineChange", "Area (km²)"),
        "area_se_km2": tr("FrontlineChange", "Area, standard error (km²)"),
        "width_m": tr("FrontlineChange", "Mean width (m)"),
        "depth_max_km": tr("FrontlineChange", "Greatest depth (km)"),
        "depth_max_se_km": tr("FrontlineChange", "Greatest depth, standard error (km)"),
        "depth_km": tr("FrontlineChange", "Depth (km)"),
        "depth_se_km": tr("FrontlineChange", "Depth, standard error (km)"),
        "from_lon": tr("FrontlineChange", "From, longitude (°)"),
        "from_lat": tr("FrontlineChange", "From, latitude (°)"),
        "to_lon": tr("FrontlineChange", "To, longitude (°)"),
        "to_lat": tr("FrontlineChange", "To, latitude (°)"),
        "speed_m_day": tr("FrontlineChange", "Speed (m a day)"),
        "speed_se_m_day": tr("FrontlineChange", "Speed, standard error (m a day)"),
        "arrived": tr("FrontlineChange", "Arrived (UTC)"),
        "holder": tr("FrontlineChange", "Holder at the end"),
        "held_at_start": tr("FrontlineChange", "Held at the start"),
        "first_capture": tr("FrontlineChange", "First captured (UTC)"),
        "last_capture": tr("FrontlineChange", "Last captured (UTC)"),
        "last_change": tr("FrontlineChange", "Last changed hands (UTC)"),
        "days_held": tr("FrontlineChange", "Days held"),
        "times_changed": tr("FrontlineChange", "Times it changed hands"),
        "held_since_km2": tr("FrontlineChange", "Gained and held ever since (km²)"),
        "lost_again_km2": tr("FrontlineChange", "Gained and lost again (km²)"),
        "bearing_deg": tr("FrontlineChange", "Bearing (°)"),
        "reach_max_km": tr("FrontlineChange", "Reach, farthest (km)"),
        "reach_se_km": tr("FrontlineChange", "Reach, standard error (km)"),
        "reach_p95_km": tr("FrontlineChange", "Reach, 95th percentile (km)"),
        "reach_mean_km": tr("FrontlineChange", "Reach, mean (km)"),
        "covered_km": tr("FrontlineChange", "Line covered (km)"),
        "line_km": tr("FrontlineChange", "Line (km)"),
        "strip_km2": tr("FrontlineChange", "Held beyond the line (km²)"),
        "strip_se_km2": tr("FrontlineChange", "Held beyond, standard error (km²)"),
        "reach_max_before_km": tr("FrontlineChange", "Reach before, farthest (km)"),
        "reach_max_change_km": tr("FrontlineChange", "Reach, change (km)"),
        "reach_change_se_km": tr("FrontlineChange", "Reach, change, standard error (km)"),
        "reach_mean_before_km": tr("FrontlineChange", "Reach before, mean (km)"),
        "covered_before_km": tr("FrontlineChange", "Line covered before (km)"),
        "strip_before_km2": tr("FrontlineChange", "Held beyond before (km²)"),
        "strip_change_km2": tr("FrontlineChange", "Held beyond, change (km²)"),
        "strip_change_se_km2": tr("FrontlineChange", "Held beyond, change, standard error (km²)"),
        "axis": tr("FrontlineChange", "Axis"),
        "axis_km": tr("FrontlineChange", "Length of the axis (km)"),
        "position_before_km": tr("FrontlineChange", "Front on the axis before (km)"),
        "position_km": tr("FrontlineChange", "Front on the axis (km)"),
        "advance_m_day": tr("FrontlineChange", "Advance (m a day)"),
        "advance_total_km": tr("FrontlineChange", "Advance since the first map (km)"),
        "left_km": tr("FrontlineChange", "Path left to the end (km)"),
        "width_km": tr("FrontlineChange", "Width of the box (km)"),
        "box_km": tr("FrontlineChange", "Advance by the box (km)"),
        "box_se_km": tr("FrontlineChange", "By the box, standard error (km)"),
        "curved_box_km": tr("FrontlineChange", "Advance by the curvilinear box (km)"),
        "curved_box_se_km": tr("FrontlineChange", "By the curvilinear box, standard error (km)"),
        "box_position_km": tr("FrontlineChange", "Position by the box (km)"),
        "curved_position_km": tr("FrontlineChange", "Position by the curvilinear box (km)"),
        "station": tr("FrontlineChange", "Station"),
        "along_km": tr("FrontlineChange", "Along the line (km)"),
        "held": tr("FrontlineChange", "Held"),
        "from_km": tr("FrontlineChange", "Held from (km)"),
        "reach_km": tr("FrontlineChange", "Reach (km)"),
        "reach_before_km": tr("FrontlineChange", "Reach before (km)"),
        "change_km": tr("FrontlineChange", "Change (km)"),
        "transect": tr("FrontlineChange", "Transect"),
        "line": tr("FrontlineChange", "Line"),
        "readings": tr("FrontlineChange", "Readings"),
        "outcome": tr("FrontlineChange", "Outcome"),
        "significant": tr("FrontlineChange", "Beyond the maps' error"),
        "advance_km": tr("FrontlineChange", "Advance (km)"),
        "advance_se_km": tr("FrontlineChange", "Advance, standard error (km)"),
        "unit_days": tr("FrontlineChange", "Days per unit of the rates"),
        "sce_m": tr("FrontlineChange", "SCE, envelope (m)"),
        "nsm_m": tr("FrontlineChange", "NSM, net movement (m)"),
        "epr_m_unit": tr("FrontlineChange", "EPR, end point rate (m per unit)"),
        "epr_se_m_unit": tr("FrontlineChange", "EPR, error (m per unit)"),
        "lrr_m_unit": tr("FrontlineChange", "LRR, regression rate (m per unit)"),
        "lrr_r2": tr("FrontlineChange", "LRR, R²"),
        "lrr_se_m_unit": tr("FrontlineChange", "LRR, standard error (m per unit)"),
        "lrr_ci_m_unit": tr("FrontlineChange", "LRR, confidence interval ± (m per unit)"),
        "lrr_lse_m": tr("FrontlineChange", "LSE, standard error of the estimate (m)"),
        "wlr_m_unit": tr("FrontlineChange", "WLR, weighted rate (m per unit)"),
        "wlr_r2": tr("FrontlineChange", "WLR, R²"),
        "wlr_se_m_unit": tr("FrontlineChange", "WLR, standard error (m per unit)"),
        "wlr_ci_m_unit": tr("FrontlineChange", "WLR, confidence interval ± (m per unit)"),
        "wlr_wse": tr("FrontlineChange", "WSE, standard error of the estimate"),
        "trend_significant": tr("FrontlineChange", "LRR differs from zero"),
        "transects": tr("FrontlineChange", "Transects"),
        "transects_read": tr("FrontlineChange", "Transects with a reading"),
        "read_pct": tr("FrontlineChange", "Front with a reading (%)"),
        "advance_mean_se_km": tr("FrontlineChange", "Advance, error of the mean (km)"),
        "advance_median_km": tr("FrontlineChange", "Advance, median (km)"),
        "advance_p90_km": tr("FrontlineChange", "Advance, 90th percentile (km)"),
        "advance_min_km": tr("FrontlineChange", "Advance, least (km)"),
        "net_mean_km": tr("FrontlineChange", "Net area over front (km)"),
        "advancing_pct": tr("FrontlineChange", "Front that advanced beyond the error (%)"),
        "retreating_pct": tr("FrontlineChange", "Front that retreated beyond the error (%)"),
        "trend_pct": tr("FrontlineChange", "Front with a significant LRR (%)"),
        "effective_transects": tr("FrontlineChange", "Independent transects, effective number"),
        "epr_mean_m_unit": tr("FrontlineChange", "EPR, mean (m per unit)"),
        "epr_mean_se_m_unit": tr("FrontlineChange", "EPR, error of the mean (m per unit)"),
        "epr_median_m_unit": tr("FrontlineChange", "EPR, median (m per unit)"),
        "epr_p90_m_unit": tr("FrontlineChange", "EPR, 90th percentile (m per unit)"),
        "lrr_mean_m_unit": tr("FrontlineChange", "LRR, mean (m per unit)"),
        "lrr_mean_se_m_unit": tr("FrontlineChange", "LRR, error of the mean (m per unit)"),
        "lrr_median_m_unit": tr("FrontlineChange", "LRR, median (m per unit)"),
        "lrr_p90_m_unit": tr("FrontlineChange", "LRR, 90th percentile (m per unit)"),
        "wlr_mean_m_unit": tr("FrontlineChange", "WLR, mean (m per unit)"),
        "wlr_mean_se_m_unit": tr("FrontlineChange", "WLR, error of the mean (m per unit)"),
        "wlr_median_m_unit": tr("FrontlineChange", "WLR, median (m per unit)"),
        "wlr_p90_m_unit": tr("FrontlineChange", "WLR, 90th percentile (m per unit)"),
        "position_m": tr("FrontlineChange", "Position (m)"),
        "error_m": tr("FrontlineChange", "Position error (m)"),
        "place": tr("FrontlineChange", "Place"),
        "change": tr("FrontlineChange", "Change"),
        "code": tr("FrontlineChange", "Code"),
        "method": tr("FrontlineChange", "Method"),
        "coarse": tr("FrontlineChange", "Coarse"),
        "date": tr("FrontlineChange", "Date (UTC)"),
        "class": tr("FrontlineChange", "Class"),
        "source": tr("FrontlineChange", "Source"),
        "origin": tr("FrontlineChange", "File or layer"),
        "status": tr("FrontlineChange", "Status"),
        "length_km": tr("FrontlineChange", "Length (km)"),
        "tolerance_m": tr("FrontlineChange", "Simplified by (m)"),
        "front_km": tr("FrontlineChange", "Front (km)"),
        "moved_km": tr("FrontlineChange", "Front that moved (km)"),
        "masked_km": tr("FrontlineChange", "Boundary at the mask (km)"),
        "stretches": tr("FrontlineChange", "Stretches"),
        "class_before": tr("FrontlineChange", "Class before"),
        "class_after": tr("FrontlineChange", "Class after"),
    }
