# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables that algorithms write: field names and types. Names are public and never change."""

from __future__ import annotations

from ...core.maps.snapshots import CONTROL_CLASSES

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

SNAPSHOTS = {"date": INSTANT, "class": TEXT, "source": TEXT, "origin": TEXT, "until": INSTANT, "area_km2": REAL}

SNAPSHOT_LOG = {
    "date": INSTANT,
    "source": TEXT,
    "files": TEXT,
    "features": WHOLE,
    "dropped": WHOLE,
    "dropped_why": TEXT,
    "repaired": WHOLE,
    "repaired_why": TEXT,
    **{f"{key}_{what}_km2": REAL for key in CONTROL_CLASSES for what in ("drawn", "clean")},
    "repair_km2": REAL,
    "overlap_km2": REAL,
    "seams": WHOLE,
    "seams_km2": REAL,
    "unchanged": YES_NO,
    "gap_days": REAL,
    "warning": TEXT,
}

LINES_LOG = {
    "date": INSTANT,
    "lines": WHOLE,
    "lines_km": REAL,
    "outside_km": REAL,
    "bridges": WHOLE,
    "bridges_km": REAL,
    "bridge_max_m": REAL,
    "extensions": WHOLE,
    "extensions_km": REAL,
    "extension_max_m": REAL,
    "loose": WHOLE,
    "loose_km": REAL,
    "held_km2": REAL,
    "warning": TEXT,
}

JOINS = {"date": INSTANT, "until": INSTANT, "kind": TEXT, "length_m": REAL}

FRONT = {"date": INSTANT, "until": INSTANT, "sector": TEXT, "status": TEXT, "length_km": REAL}

FRONT_LENGTHS = {
    "date": INSTANT,
    "sector": TEXT,
    "tolerance_m": REAL,
    "front_km": REAL,
    "moved_km": REAL,
    "masked_km": REAL,
    "stretches": WHOLE,
}

TRANSITIONS = {"sector": TEXT, "class_before": TEXT, "class_after": TEXT, "area_km2": REAL, **PERIOD}

TRANSITION_MATRIX = {
    "class_before": TEXT,
    "held_km2": REAL,
    "contested_km2": REAL,
    "claimed_km2": REAL,
    "liberated_km2": REAL,
    "other_km2": REAL,
    "none_km2": REAL,
    "total_km2": REAL,
}

SECTORS = {"sector": TEXT, "code": TEXT, "area_km2": REAL, "method": TEXT, "coarse": YES_NO}
