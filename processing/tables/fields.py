# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables that algorithms write: field names and types. Names are public and never change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import repeat
from typing import Any

from qgis.core import Qgis, QgsFeature, QgsField, QgsFields, QgsGeometry
from qgis.PyQt.QtCore import QDateTime, QMetaType, Qt, QVariant

from ..bridge import qdatetime

TEXT, REAL, WHOLE, INSTANT, YES_NO = "text", "real", "whole", "instant", "yes or no"

PERIOD = {"date_before": INSTANT, "date_after": INSTANT}

CHANGE = {
    "sector": TEXT,
    **PERIOD,
    "days": REAL,
    "held_before_km2": REAL,
    "held_after_km2": REAL,
    "gained_km2": REAL,
    "lost_km2": REAL,
    "net_km2": REAL,
    "gained_se_km2": REAL,
    "lost_se_km2": REAL,
    "net_se_km2": REAL,
    "significant": YES_NO,
    "net_low_km2": REAL,
    "net_high_km2": REAL,
    "net_km2_day": REAL,
    "net_se_km2_day": REAL,
    "noise_gained_km2": REAL,
    "noise_lost_km2": REAL,
    "lodgement_km2": REAL,
    "advance_max_km": REAL,
    "advance_max_se_km": REAL,
    "advance_p95_km": REAL,
    "advance_p95_se_km": REAL,
    "advance_mean_km": REAL,
    "advance_mean_se_km": REAL,
    "retreat_max_km": REAL,
    "retreat_max_se_km": REAL,
    "retreat_p95_km": REAL,
    "retreat_p95_se_km": REAL,
    "retreat_mean_km": REAL,
    "retreat_mean_se_km": REAL,
    "front_before_km": REAL,
    "front_after_km": REAL,
    "places_gained": WHOLE,
    "places_lost": WHOLE,
}

SERIES = {
    "period": TEXT,
    "complete": YES_NO,
    **CHANGE,
    "churn_km2": REAL,
    "gained_sum_km2": REAL,
    "lost_sum_km2": REAL,
    "share_pct": REAL,
    "net_total_km2": REAL,
    "rank": WHOLE,
    "largest_since": TEXT,
    "snapshots_used": TEXT,
    "warning": TEXT,
}

PARTS = {
    "part": WHOLE,
    "sector": TEXT,
    "kind": TEXT,
    "area_km2": REAL,
    "area_se_km2": REAL,
    "significant": YES_NO,
    "width_m": REAL,
    "depth_max_km": REAL,
    "depth_max_se_km": REAL,
    **PERIOD,
}

DEPTH = {
    "sector": TEXT,
    "kind": TEXT,
    "scope": TEXT,
    "part": WHOLE,
    "depth_km": REAL,
    "depth_se_km": REAL,
    "significant": YES_NO,
    "length_km": REAL,
    "bearing_deg": REAL,
    "from_lon": REAL,
    "from_lat": REAL,
    "to_lon": REAL,
    "to_lat": REAL,
    **PERIOD,
}

PROJECTION = {
    "target": TEXT,
    "window": TEXT,
    **PERIOD,
    "days": REAL,
    "net_km2": REAL,
    "pace_km2_day": REAL,
    "pace_se_km2_day": REAL,
    "target_km2": REAL,
    "held_km2": REAL,
    "held_pct": REAL,
    "remaining_km2": REAL,
    "days_needed": REAL,
    "years_needed": REAL,
    "years_low": REAL,
    "years_high": REAL,
    "last_moved": INSTANT,
    "net_sqmi": REAL,
    "about_as_large_as": TEXT,
    "quantity_per_km2": REAL,
    "verdict": TEXT,
}

TREND = {"target": TEXT, **PERIOD, "days": REAL, "net_km2": REAL, "pace_km2_day": REAL}

ARROWS = {
    "period": TEXT,
    "kind": TEXT,
    "sector": TEXT,
    "speed_m_day": REAL,
    "speed_se_m_day": REAL,
    "bearing_deg": REAL,
    "arrived": INSTANT,
    **PERIOD,
}

TRANSECTS = {
    "transect": WHOLE,
    "line": WHOLE,
    "sector": TEXT,
    **PERIOD,
    "days": REAL,
    "readings": WHOLE,
    "outcome": TEXT,
    "significant": YES_NO,
    "advance_km": REAL,
    "advance_se_km": REAL,
    "front_km": REAL,
    "net_km2": REAL,
    "bearing_deg": REAL,
    "unit_days": REAL,
    "sce_m": REAL,
    "nsm_m": REAL,
    "epr_m_unit": REAL,
    "epr_se_m_unit": REAL,
    "lrr_m_unit": REAL,
    "lrr_r2": REAL,
    "lrr_se_m_unit": REAL,
    "lrr_ci_m_unit": REAL,
    "lrr_lse_m": REAL,
    "wlr_m_unit": REAL,
    "wlr_r2": REAL,
    "wlr_se_m_unit": REAL,
    "wlr_ci_m_unit": REAL,
    "wlr_wse": REAL,
    "trend_significant": YES_NO,
}

TRANSECT_SUMMARY = {
    "sector": TEXT,
    **PERIOD,
    "days": REAL,
    "transects": WHOLE,
    "transects_read": WHOLE,
    "read_pct": REAL,
    "front_km": REAL,
    "advance_mean_km": REAL,
    "advance_mean_se_km": REAL,
    "advance_median_km": REAL,
    "advance_p90_km": REAL,
    "advance_max_km": REAL,
    "advance_min_km": REAL,
    "net_km2": REAL,
    "net_mean_km": REAL,
    "advancing_pct": REAL,
    "retreating_pct": REAL,
    "trend_pct": REAL,
    "effective_transects": REAL,
    "unit_days": REAL,
    "epr_mean_m_unit": REAL,
    "epr_mean_se_m_unit": REAL,
    "epr_median_m_unit": REAL,
    "epr_p90_m_unit": REAL,
    "lrr_mean_m_unit": REAL,
    "lrr_mean_se_m_unit": REAL,
    "lrr_median_m_unit": REAL,
    "lrr_p90_m_unit": REAL,
    "wlr_mean_m_unit": REAL,
    "wlr_mean_se_m_unit": REAL,
    "wlr_median_m_unit": REAL,
    "wlr_p90_m_unit": REAL,
}

READINGS = {"transect": WHOLE, "sector": TEXT, "date": INSTANT, "position_m": REAL, "error_m": REAL}

REACH = {
    "sector": TEXT,
    **PERIOD,
    "reach_max_km": REAL,
    "reach_se_km": REAL,
    "reach_p95_km": REAL,
    "reach_mean_km": REAL,
    "covered_km": REAL,
    "line_km": REAL,
    "strip_km2": REAL,
    "strip_se_km2": REAL,
    "bearing_deg": REAL,
    "reach_max_before_km": REAL,
    "reach_max_change_km": REAL,
    "reach_change_se_km": REAL,
    "reach_mean_before_km": REAL,
    "covered_before_km": REAL,
    "strip_before_km2": REAL,
    "strip_change_km2": REAL,
    "strip_change_se_km2": REAL,
}

REACH_PROFILE = {
    "station": WHOLE,
    "line": WHOLE,
    "sector": TEXT,
    **PERIOD,
    "along_km": REAL,
    "line_km": REAL,
    "held": YES_NO,
    "from_km": REAL,
    "reach_km": REAL,
    "reach_before_km": REAL,
    "change_km": REAL,
    "bearing_deg": REAL,
}

REACH_STRIP = {"sector": TEXT, "area_km2": REAL, "date_after": INSTANT}

AXIS_ADVANCE = {
    "axis": TEXT,
    **PERIOD,
    "days": REAL,
    "outcome": TEXT,
    "axis_km": REAL,
    "position_before_km": REAL,
    "position_km": REAL,
    "advance_km": REAL,
    "advance_se_km": REAL,
    "significant": YES_NO,
    "advance_m_day": REAL,
    "advance_total_km": REAL,
    "left_km": REAL,
    "width_km": REAL,
    "box_km": REAL,
    "box_se_km": REAL,
    "curved_box_km": REAL,
    "curved_box_se_km": REAL,
}

AXIS_POSITIONS = {
    "axis": TEXT,
    "date": INSTANT,
    "position_km": REAL,
    "left_km": REAL,
    "box_position_km": REAL,
    "curved_position_km": REAL,
}

AXIS_BOXES = {"axis": TEXT, "method": TEXT, "width_km": REAL, "area_km2": REAL}

CAPTURE = {
    "sector": TEXT,
    "period": TEXT,
    "change": TEXT,
    "kind": TEXT,
    "holder": TEXT,
    "held_at_start": YES_NO,
    "first_capture": INSTANT,
    "last_capture": INSTANT,
    "last_change": INSTANT,
    "days_held": REAL,
    "times_changed": WHOLE,
    "area_km2": REAL,
    "width_m": REAL,
    **PERIOD,
}

CAPTURE_SUMMARY = {
    "period": TEXT,
    "complete": YES_NO,
    "sector": TEXT,
    **PERIOD,
    "gained_km2": REAL,
    "held_since_km2": REAL,
    "lost_again_km2": REAL,
    "lost_km2": REAL,
    "net_km2": REAL,
    "warning": TEXT,
}

SERIES_PARTS = {"period": TEXT, **PARTS}

PLACES_CHANGED = {"place": TEXT, "sector": TEXT, "change": TEXT, **PERIOD}

SERIES_PLACES = {"period": TEXT, **PLACES_CHANGED}


def qgs_fields(table: Mapping[str, str]) -> QgsFields:
    """Return the QGIS fields of a table."""
    fields = QgsFields()
    for name, kind in table.items():
        fields.append(QgsField(name, _qgis_type(kind)))
    return fields


def qgs_feature(fields: QgsFields, values: Mapping[str, Any], geometry: QgsGeometry | None = None) -> QgsFeature:
    """Return a feature. Values that are no number (NaN, infinity) become null: there is no reading."""
    feature = QgsFeature(fields)
    feature.setAttributes([_attribute(values[field.name()]) for field in fields])
    if geometry is not None:
        feature.setGeometry(geometry)
    return feature


def qgs_features(
    table: Mapping[str, str], rows: Iterable[Mapping[str, Any]], geometries: Iterable[QgsGeometry | None] | None = None
) -> Iterator[QgsFeature]:
    """Yield a feature for each row of a table, with its geometry where there are any."""
    fields = qgs_fields(table)
    for values, geometry in zip(rows, repeat(None) if geometries is None else geometries):
        yield qgs_feature(fields, values, geometry)


def qgs_rows(table: Mapping[str, str], rows: Iterable[list[Any]]) -> Iterator[QgsFeature]:
    """Yield a feature without geometry for each row of values that QGIS takes as they are, in the table's order."""
    fields = qgs_fields(table)
    for values in rows:
        feature = QgsFeature(fields)
        feature.setAttributes(values)
        yield feature


def instants_as_text(table: Mapping[str, str]) -> dict[str, str]:
    """Return a table with text in place of instants."""
    return {name: TEXT if kind == INSTANT else kind for name, kind in table.items()}


def with_instants_as_text(table: Mapping[str, str], features: Iterable[QgsFeature]) -> Iterator[QgsFeature]:
    """Yield the features of a table as `instants_as_text` has it: `2025-06-02T00:00:00Z`."""
    fields = qgs_fields(instants_as_text(table))
    instants = [place for place, kind in enumerate(table.values()) if kind == INSTANT]
    for feature in features:
        made = QgsFeature(fields)
        values = feature.attributes()
        for place in instants:
            if isinstance(values[place], QDateTime):
                values[place] = values[place].toUTC().toString(Qt.DateFormat.ISODate)
        made.setAttributes(values)
        made.setGeometry(feature.geometry())
        yield made


def number_or_none(value: float) -> float | None:
    """Return a number as plain float; None for NaN and infinity, which are never written."""
    number = float(value)
    return number if number - number == 0 else None


def _attribute(value: Any) -> Any:
    if isinstance(value, datetime):
        return qdatetime(value)
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, int):
        return value
    return number_or_none(value)


def _qgis_type(kind: str) -> Any:
    """The field type as this QGIS wants it: QMetaType since 3.38, QVariant before."""
    if Qgis.QGIS_VERSION_INT >= 33800:
        names = {TEXT: "QString", REAL: "Double", WHOLE: "Int", INSTANT: "QDateTime", YES_NO: "Bool"}
        return getattr(QMetaType.Type, names[kind])
    names = {TEXT: "String", REAL: "Double", WHOLE: "Int", INSTANT: "DateTime", YES_NO: "Bool"}
    return getattr(QVariant, names[kind])
