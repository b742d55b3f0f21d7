# SPDX-License-Identifier: GPL-2.0-or-later
"""Map tips of results: the name, what it is, its figures with unit and standard error, and the dates, as HTML."""

from __future__ import annotations

import re
from html import escape

from qgis.core import NULL, QgsCategorizedSymbolRenderer, QgsExpression, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..formatting import ERROR_ONE_DECIMAL_BELOW, NOTHING_BELOW
from . import texts

_NAMES = ("place", "axis", "sector")  # fields with a name; the first one is the title
_OF_ALL = "all"  # the sector of a result without sectors
_CHANGE = (
    *("net_km2", "gained_km2", "lost_km2", "net_km2_day", "advance_max_km", "retreat_max_km"),
    *("held_before_km2", "held_after_km2", "front_before_km", "front_after_km", "places_gained", "places_lost"),
)
_PART = ("area_km2", "width_m", "depth_max_km")

# The figures in the tip of each style, in their order; those that a layer lacks are left out.
FIGURES: dict[str, tuple[str, ...]] = {
    "change": _CHANGE,
    "sectors_outline": _CHANGE,
    "gained": _PART,
    "lost": _PART,
    "gained_by_period": _PART,
    "lost_by_period": _PART,
    "depth": ("depth_km",),
    "arrows": ("speed_m_day",),
    "transects": ("nsm_m", "advance_km", "readings", "front_km", "net_km2"),
    "axis_advance": ("advance_km", "advance_m_day", "position_before_km", "position_km", "left_km"),
    "reach": ("reach_max_km", "reach_mean_km", "reach_max_change_km", "covered_km", "strip_km2"),
    "reach_profile": ("reach_km", "change_km", "along_km"),
    "places_changed": (),
    "place_status": (
        *("held_km2", "area_km2", "first_entry", "half", "most", "whole", "last_change", "changes"),
        *("distance_to_front_km", "distance_to_held_km"),
    ),
    "places": (),
    "held": ("area_km2",),
    "held_area": ("area_km2",),
    "fronts": ("length_km",),
    "snapshots": ("area_km2",),
    "sectors": ("area_km2",),
    "sectors_quiet": (),
    "front": ("length_km",),
    "transitions": ("area_km2",),
    "capture": ("area_km2", "width_m", "days_held", "times_changed"),
    "joins": ("length_m",),
}
_SIGNED = {"net_km2", "net_km2_day", "nsm_m", "advance_km", "advance_m_day", "reach_max_change_km", "change_km"}
_FIGURE = re.compile(r"(?P<what>.+)_(?P<unit>km2_day|km2|m_day|km|m)")
_TEXT = "font: 9pt sans-serif; white-space: nowrap"  # a tip is as narrow as its text can be broken
_UNIT_OF_HEADING = re.compile(r"\s*\([^()]*\)$")


def template(layer: QgsVectorLayer, key: str) -> str:
    """Return the map tip of a layer with the style `key`; '' for a style of a layer that is no result."""
    if key not in FIGURES:
        return ""
    names = set(layer.fields().names())
    title = [_name(name) for name in _NAMES if name in names]
    kind = _kind(layer)
    lines = [f"<b>[% {' || '.join(_parted(title))} %]</b>"] if title else []
    lines += [f"[% {kind} %]"] if kind else []
    lines += [f"[% coalesce({texts.period_expression()}, '') %]"] if "period" in names and key != "capture" else []
    rows = [_row(layer, name) for name in FIGURES[key] if name in names]
    dates = _dates(names)
    parts = (
        *(f"<div>{line}</div>" for line in lines),
        f"<table cellspacing='2' style='{_TEXT}'>{''.join(rows)}</table>" if rows else "",
        f"<div>[% {dates} %]</div>" if dates else "",
    )
    return f"<div style='{_TEXT}'>{''.join(parts)}</div>"


def _parted(names: list[str]) -> list[str]:
    """Return expressions of names with a comma before each one that follows another."""
    first, *others = names
    return [first, *(f"if({other} = '', '', if({first} = '', '', ', ') || {other})" for other in others)]


def _name(name: str) -> str:
    """Return the expression of a name as HTML; '' for all sectors together."""
    return f"if(coalesce(\"{name}\", '{_OF_ALL}') = '{_OF_ALL}', '', {_safe(QgsExpression.quotedColumnRef(name))})"


def _safe(value: str) -> str:
    """Return the expression of a text as HTML shows it unchanged."""
    return f"replace(replace({value}, '&', '&amp;'), '<', '&lt;')"


def _kind(layer: QgsVectorLayer) -> str:
    """Return the expression of the legend entry of a feature; '' where the legend has one entry only."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return ""
    entries = []
    for category in renderer.categories():
        values = category.value() if isinstance(category.value(), list) else [category.value()]
        entries += [(value, category.label()) for value in values if value not in (None, NULL, "")]
    known = ", ".join(f"{_text(str(value))}, {_text(label)}" for value, label in entries)
    attribute = renderer.classAttribute()
    value = QgsExpression.quotedColumnRef(attribute) if layer.fields().lookupField(attribute) >= 0 else attribute
    return f"coalesce(map_get(map({known}), {value}), '')" if known else ""


def _text(text: str) -> str:
    return QgsExpression.quotedString(escape(text, quote=False))


def _row(layer: QgsVectorLayer, name: str) -> str:
    """Return a row of the table with heading and figure; nothing where there is no reading."""
    index = layer.fields().lookupField(name)
    heading = _UNIT_OF_HEADING.sub("", layer.fields().at(index).alias() or name)
    between = f"{name}_before"  # the map before, where a figure is the instant of a map
    value = _between(between, name) if layer.fields().lookupField(between) >= 0 else _figure(name)
    error = _error_field(name)
    if error and layer.fields().lookupField(error) >= 0:
        value = f"{value} || if(\"{error}\" >= {NOTHING_BELOW}, ' ± ' || {_error(error)}, '')"
    start = QgsExpression.quotedString(f"<tr><td>{escape(heading, quote=False)}&nbsp;&nbsp;</td><td align='right'>")
    return f"[% coalesce({start} || {value} || '</td></tr>', '') %]"


def _error_field(name: str) -> str:
    """Return the field with the standard error of a figure: `net_se_km2` of `net_km2`."""
    found = _FIGURE.fullmatch(name)
    return f"{found['what']}_se_{found['unit']}" if found else ""


def _figure(name: str) -> str:
    """Return the expression of a figure with its sign and unit, null where there is no reading."""
    found = _FIGURE.fullmatch(name)
    if found is None:
        return f'format_number("{name}", 0)'
    size, is_whole = f'abs("{name}")', found["unit"] in ("m", "m_day")
    least = 0.5 if is_whole else 0.005  # anything smaller is 0
    exact = f"format_number({size}, {0 if is_whole else 2})"
    number = exact if is_whole else f"if({size} < {least}, '0', if({size} < 0.095, {exact}, {texts.figure(size)}))"
    if name in _SIGNED:
        number = f"if({size} < {least}, '', if(\"{name}\" < 0, '−', '+')) || {number}"
    return texts.filled(_with_unit(found["unit"]), number)


def _between(before: str, after: str) -> str:
    """Return the expression of the two maps between which something happened, null where it did not."""
    return f"{_day(before)} || ' – ' || {_day(after)}"


def _error(name: str) -> str:
    """Return the expression of a standard error with its unit, with its two significant digits."""
    unit = _FIGURE.fullmatch(name)["unit"]
    decimals = "0" if unit in ("m", "m_day") else f'if("{name}" < {ERROR_ONE_DECIMAL_BELOW}, 1, 0)'
    return texts.filled(_with_unit(unit), f'format_number("{name}", {decimals})')


def _with_unit(unit: str) -> str:
    """Return the text of a figure with its unit."""
    tr = QCoreApplication.translate
    return {
        "km2": tr("FrontlineChange", "{number} km²"),
        "km2_day": tr("FrontlineChange", "{number} km² a day"),
        "km": tr("FrontlineChange", "{number} km"),
        "m": tr("FrontlineChange", "{number} m"),
        "m_day": tr("FrontlineChange", "{number} m a day"),
    }[unit]


def _dates(names: set[str]) -> str:
    """Return the expression of the instants of a feature."""
    if {"date_before", "date_after"} <= names:
        before, after = _day("date_before"), _day("date_after")
        return f"coalesce({before} || ' – ', '') || coalesce({after}, '')"
    return f"coalesce({_day('date')}, '')" if "date" in names else ""


def _day(name: str) -> str:
    return f"format_date(\"{name}\", 'd MMM yyyy')"
