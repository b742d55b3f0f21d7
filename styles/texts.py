# SPDX-License-Identifier: GPL-2.0-or-later
"""The texts on the map: legend entries and label expressions, translated when they are requested.

A .qml file cannot be translated, so `apply` sets these texts after loading it.
"""

from __future__ import annotations

from qgis.core import QgsExpression
from qgis.PyQt.QtCore import QCoreApplication

from .. import formatting
from ..formatting import NOTHING_BELOW, ONE_DECIMAL_BELOW
from . import palette

_IS_MONTH = "regexp_match(\"period\", '^[0-9]+-[0-9]+$')"


def legend(key: str, *, noise_width_m: float | None = None) -> dict[str, str]:
    """Return the legend entry of each category of a style. A style with one symbol has the key ''."""
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
            "advance": tr("FrontlineChange", "Advance (wide: beyond its error at LEVEL)"),
            "retreat": tr("FrontlineChange", "Retreat (wide: beyond its error at LEVEL)"),
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
    """Return the QGIS expression of a style's labels, with rounded number and unit; '' for a style without labels."""
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
        least = "if(attribute($currentfeature, 'reach_at_least'), '≥ ', '')"  # results of older versions have no field
        return f"if(\"reach_max_km\" > 0, {least} || {_filled(pattern, number)}, '')"
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
    """Return the name of a period that begins on this day."""
    return QCoreApplication.translate("FrontlineChange", "from {day}").format(day=day)
