# SPDX-License-Identifier: GPL-2.0-or-later
"""The texts on the map: legend entries and label expressions, translated when they are requested.

A .qml file cannot be translated, so `apply` sets these texts after loading it.
"""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsExpression
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from .. import formatting
from ..formatting import NOTHING_BELOW, ONE_DECIMAL_BELOW
from . import palette


def legend(key: str, *, side_name: str = "") -> dict[str, str]:
    """Return the legend entry of each category of a style. A style with one symbol has the key ''.

    `side_name` is what the side is called; empty for entries that do not name it.
    """
    entries = _entries(key)
    entries.update({name: text.format(side=side_name) for name, text in _of_side(key).items() if side_name})
    return entries


def _of_side(key: str) -> dict[str, str]:
    """The legend entries that name the side where its name is known."""
    tr = QCoreApplication.translate
    held = {
        "after": tr("FrontlineChange", "Held by {side}, after"),
        "before": tr("FrontlineChange", "Held by {side}, before"),
    }
    entries = {
        "gained": {"ground": tr("FrontlineChange", "Gained by {side}")},
        "lost": {"ground": tr("FrontlineChange", "Lost by {side}")},
        "held": held,
        "held_area": held,
        "capture": {"none": tr("FrontlineChange", "Held throughout by {side}")},
    }
    return entries.get(key, {})


def _entries(key: str) -> dict[str, str]:
    """The legend entries of a style without the side's name."""
    tr = QCoreApplication.translate
    pocket, noise = tr("FrontlineChange", "Separate pocket"), tr("FrontlineChange", "Too narrow to trust")
    held = {"after": tr("FrontlineChange", "Held after"), "before": tr("FrontlineChange", "Held before")}
    slow, fast = palette.ARROW_LIMITS_M_DAY
    entries = {
        "gained": {
            "ground": tr("FrontlineChange", "Gained"),
            "lodgement": pocket,
            "noise": noise,
        },
        "lost": {
            "ground": tr("FrontlineChange", "Lost"),
            "lodgement": pocket,
            "noise": noise,
        },
        "gained_by_period": {
            **{f"period {number}": tr("FrontlineChange", "Gained") for number in range(len(palette.DATE_RAMP))},
            "noise": noise,
        },
        "lost_by_period": {
            **{f"period {number}": tr("FrontlineChange", "Lost") for number in range(len(palette.LOST_DATE_RAMP))},
            "noise": noise,
        },
        "depth": {
            "sector advance": tr("FrontlineChange", "Deepest advance in each sector"),
            "sector retreat": tr("FrontlineChange", "Deepest retreat in each sector"),
            "part advance": tr("FrontlineChange", "Deepest point of each advance"),
            "part retreat": tr("FrontlineChange", "Deepest point of each retreat"),
            "part lodgement": tr("FrontlineChange", "How far away a separate pocket lies"),
        },
        "axis_advance": {
            "advance": tr("FrontlineChange", "Advance along the axis"),
            "retreat": tr("FrontlineChange", "Retreat along the axis"),
        },
        "reach": {"": tr("FrontlineChange", "Farthest held ground beyond the line")},
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
        "place_status": {
            "whole": tr("FrontlineChange", "Held as a whole"),
            "most": tr("FrontlineChange", "Held by 95 % or more"),
            "half": tr("FrontlineChange", "Held by half or more"),
            "entered": tr("FrontlineChange", "Entered"),
            "none": tr("FrontlineChange", "Not held"),
        },
        "places": {"": tr("FrontlineChange", "Place")},
        "sectors_outline": {"": tr("FrontlineChange", "Sector, with its net change")},
        "held_before": {"": tr("FrontlineChange", "Held before")},
        "held_after": {"": tr("FrontlineChange", "Held after")},
        "theatre": {"": tr("FrontlineChange", "Theatre")},
        "held": held,
        "held_area": held,
        "fronts": {
            "after front": tr("FrontlineChange", "Front after"),
            "before front": tr("FrontlineChange", "Front before"),
            "after boundary": tr("FrontlineChange", "Edge of the ground held after"),
            "before boundary": tr("FrontlineChange", "Edge of the ground held before"),
        },
        "snapshots": {
            "held": tr("FrontlineChange", "Held"),
            "contested": tr("FrontlineChange", "Contested or unknown"),
            "claimed": tr("FrontlineChange", "Claimed"),
            "liberated": tr("FrontlineChange", "Held before, no more"),
            "other": tr("FrontlineChange", "Other"),
        },
        "sectors": {"": tr("FrontlineChange", "Sector")},
        "sectors_quiet": {"": tr("FrontlineChange", "Sector")},
        "front": {
            "front": tr("FrontlineChange", "Front"),
            "moved": tr("FrontlineChange", "Front that moved"),
            "still": tr("FrontlineChange", "Front that stayed"),
            "masked": tr("FrontlineChange", "Boundary at the mask, not counted"),
            "boundary": tr("FrontlineChange", "Boundary of the ground held"),
        },
        "transitions": {
            "to held": tr("FrontlineChange", "Became held"),
            "from held": tr("FrontlineChange", "No longer held"),
            "other": tr("FrontlineChange", "Between other classes"),
        },
        "capture": {
            "none": tr("FrontlineChange", "Held throughout"),
            **{f"period {number}": tr("FrontlineChange", "Captured") for number in range(len(palette.DATE_RAMP))},
            "noise": noise,
            "gained and lost": tr("FrontlineChange", "Captured and lost again"),
            "lost": tr("FrontlineChange", "Held at the start and lost"),
        },
        "joins": {
            "bridge": tr("FrontlineChange", "Gap bridged"),
            "extension": tr("FrontlineChange", "End extended to the theatre's edge"),
            "loose": tr("FrontlineChange", "Line that separates nothing"),
        },
    }
    return entries.get(key, {})


def net_legend(small_km2: float, middle_km2: float, large_km2: float) -> list[str]:
    """Return the seven legend entries of net change, from the greatest gain to the greatest loss."""
    tr = QCoreApplication.translate
    small, middle, large = (_grouped(value) for value in (small_km2, middle_km2, large_km2))
    return [
        tr("FrontlineChange", "+{low} km² or more").format(low=large),
        tr("FrontlineChange", "+{low} to +{high} km²").format(low=middle, high=large),
        tr("FrontlineChange", "+{low} to +{high} km²").format(low=small, high=middle),
        tr("FrontlineChange", "Within ±{high} km²").format(high=small),
        tr("FrontlineChange", "−{low} to −{high} km²").format(low=small, high=middle),
        tr("FrontlineChange", "−{low} to −{high} km²").format(low=middle, high=large),
        tr("FrontlineChange", "−{low} km² or more").format(low=large),
    ]


def _grouped(value: float) -> str:
    """Return a round number with the locale's separator of thousands, which QGIS leaves out elsewhere."""
    locale = QLocale()
    locale.setNumberOptions(locale.numberOptions() & ~QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "g", 6)


class LabelWords(NamedTuple):
    """How labels write an area and a length, and the language of their numbers (empty: that of QGIS)."""

    km2: str
    km: str
    language: str = ""


def label_expression(key: str, words: LabelWords | None = None) -> str:
    """Return the QGIS expression of a style's labels, with rounded number and unit; '' for a style without labels.

    `words` are those of a page in a language of its own; None: those of QGIS.
    """
    if words is None:
        tr = QCoreApplication.translate
        words = LabelWords(tr("FrontlineChange", "{number} km²"), tr("FrontlineChange", "{number} km"))
    if key in ("gained", "lost", "gained_by_period", "lost_by_period"):
        named = period_expression("attribute($currentfeature, 'period')")  # a pair has no such field
        period = f"coalesce({named} || '\\n', '')"
        return f"""if("kind" = 'noise', '', {period} || {_area('"area_km2"', words)})"""
    if key in ("change", "sectors_outline"):
        net = _area('abs("net_km2")', words)
        nothing = QgsExpression.quotedString(words.km2.format(number=formatting.count(0)))
        return (
            '"sector" || CASE '
            "WHEN \"net_km2\" IS NULL THEN '' "
            f"WHEN abs(\"net_km2\") >= {NOTHING_BELOW} THEN '\\n' || if(\"net_km2\" > 0, '+', '−') || {net} "
            f"WHEN \"gained_km2\" >= {NOTHING_BELOW} THEN '\\n' || {nothing} "
            "ELSE '' END"
        )
    if key == "depth":
        number = formatted('"depth_km"', "1", words.language)
        return f"if(\"scope\" = 'sector' AND \"significant\", {filled(words.km, number)}, '')"
    if key == "axis_advance":
        number = "if(\"advance_km\" < 0, '−', '+') || format_number(abs(\"advance_km\"), 1)"
        return filled(words.km, number)
    if key == "reach":
        number = 'format_number("reach_max_km", 1)'
        least = "if(attribute($currentfeature, 'reach_at_least'), '≥ ', '')"  # results of older versions have no field
        return f"if(\"reach_max_km\" > 0, {least} || {filled(words.km, number)}, '')"
    if key == "place_status":  # rounded down: less than all is never 100 %
        percent = "if(\"held_share\" < 0.01, '< 1', floor(100 * \"held_share\")) || ' %'"
        return f"\"place\" || if(\"status\" in ('none', 'whole'), '', '\\n' || {percent})"
    if key in ("places", "places_changed"):
        return '"place"'
    if key in ("sectors", "sectors_quiet"):
        return '"sector"'
    if key == "transitions":
        return f"""if("area_km2" < {NOTHING_BELOW}, '', {_area('"area_km2"', words)})"""
    if key == "capture":
        return f"if(\"kind\" = 'noise' OR \"holder\" <> 'held', '', {period_expression()})"
    if key == "joins":
        number = 'format_number("length_m", 0)'
        pattern = QCoreApplication.translate("FrontlineChange", "{number} m")
        return f"if(\"kind\" = 'loose', '', {filled(pattern, number)})"
    return ""


def period_expression(period: str = '"period"') -> str:
    """Return the expression of a period as people write it."""
    is_month = f"regexp_match({period}, '^[0-9]+-[0-9]+$')"
    month = f"format_date(to_date({period} || '-01'), 'MMM yyyy')"
    since = filled(from_day("{number}"), f"format_date(to_date(left({period}, 10)), 'd MMM yyyy')")
    return f"CASE WHEN length({period}) >= 10 THEN {since} WHEN {is_month} THEN {month} ELSE {period} END"


def _area(value: str, words: LabelWords) -> str:
    """Return the expression that writes the expression `value` (km², not negative) as `formatting.area_text` does."""
    return filled(words.km2, figure(value, words.language))


def figure(value: str, language: str = "") -> str:
    """Return the expression of a figure in km² or km (not negative) without its unit, whole from a hundred on."""
    return formatted(value, f"if({value} >= {ONE_DECIMAL_BELOW}, 0, 1)", language)


def formatted(value: str, decimals: str, language: str) -> str:
    """Return the expression that writes a number in a language; empty: that of QGIS."""
    return f"format_number({value}, {decimals}{f', {QgsExpression.quotedString(language)}' if language else ''})"


def filled(pattern: str, number: str) -> str:
    """Return the expression that puts the expression `number` into a translated pattern."""
    before, after = (QgsExpression.quotedString(part) for part in pattern.split("{number}"))
    return f"{before} || {number} || {after}"


def from_day(day: str) -> str:
    """Return the name of a period that begins on this day."""
    return QCoreApplication.translate("FrontlineChange", "from {day}").format(day=day)
