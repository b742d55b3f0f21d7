# SPDX-License-Identifier: GPL-2.0-or-later
"""Transects and their statistics as table rows: one for each transect, each reading, and each sector."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ...core.units import KM, KM2

if TYPE_CHECKING:
    from ...core.depth.transect_series import TransectSeries
    from ...core.depth.transect_statistics import Average
    from ...core.geometry.partition import Partition


def transect_rows(result: TransectSeries, partition: Partition) -> Iterator[dict[str, Any]]:
    """Yield the fields of TRANSECTS, one transect at a time."""
    moved, made, outcomes = result.moved, result.transects, result.outcomes
    for index in range(len(made)):
        some, whole = bool(moved.readings[index] > 1), moved.whole[index]
        yield {
            "transect": index + 1,
            "line": int(made.line[index]) + 1,
            "sector": partition.row_names[result.row[index]],
            "date_before": result.instants[moved.first[index]] if some else result.instants[0],
            "date_after": result.instants[moved.last[index]] if some else result.instants[-1],
            "days": float(moved.span[index]) * result.unit_days,
            "readings": int(moved.readings[index]),
            "outcome": outcomes[index],
            "significant": bool(moved.significant[index]) if some else None,
            "advance_km": float(moved.nsm_m[index]) / KM if whole else None,
            "advance_se_km": float(moved.nsm_error_m[index]) / KM if whole else None,
            "front_km": float(made.width_m[index]) / KM,
            "net_km2": float(result.net_m2[index]) / KM2,
            "bearing_deg": float(result.bearing_deg[index]),
            "unit_days": result.unit_days,
            "sce_m": float(moved.sce_m[index]),
            "nsm_m": float(moved.nsm_m[index]),
            "epr_m_unit": float(moved.epr[index]),
            "epr_se_m_unit": float(moved.epr_error[index]),
            **_fit("lrr", moved.lrr, index),
            "lrr_lse_m": float(moved.lrr.estimate_se[index]),
            **_fit("wlr", moved.wlr, index),
            "wlr_wse": float(moved.wlr.estimate_se[index]),
            "trend_significant": bool(moved.trend_significant[index]) if moved.readings[index] > 2 else None,
        }


def reading_rows(result: TransectSeries, partition: Partition) -> Iterator[dict[str, Any]]:
    """Yield the fields of READINGS for each transect and date."""
    for index in range(len(result.transects)):
        for date_index, instant in enumerate(result.instants):
            yield {
                "transect": index + 1,
                "sector": partition.row_names[result.row[index]],
                "date": instant,
                "position_m": float(result.position_m[index, date_index]),
                "error_m": float(result.errors_m[index, date_index]),
            }


def summary_rows(result: TransectSeries, partition: Partition) -> Iterator[dict[str, Any]]:
    """Yield the fields of SUMMARY, one row of the partition at a time."""
    for sector, one, net_m2 in zip(partition.row_names, result.by_row, result.row_net_m2.tolist()):
        yield {
            "sector": sector,
            "date_before": result.instants[0],
            "date_after": result.instants[-1],
            "days": result.days,
            "transects": one.transects,
            "transects_read": one.with_reading,
            "read_pct": 100 * one.share_read,
            "front_km": one.width_m / KM,
            **_average("advance_{}_km", one.nsm, KM),
            "advance_max_km": one.highest_m / KM,
            "advance_min_km": one.lowest_m / KM,
            "net_km2": net_m2 / KM2,
            "net_mean_km": one.net_m / KM,
            "advancing_pct": 100 * one.share_advancing,
            "retreating_pct": 100 * one.share_retreating,
            "trend_pct": 100 * one.share_trend,
            "effective_transects": one.effective,
            "unit_days": result.unit_days,
            **_average("epr_{}_m_unit", one.epr),
            **_average("lrr_{}_m_unit", one.lrr),
            **_average("wlr_{}_m_unit", one.wlr),
        }


def _fit(name: str, line: Any, index: int) -> dict[str, float]:
    return {
        f"{name}_m_unit": float(line.rate[index]),
        f"{name}_r2": float(line.r2[index]),
        f"{name}_se_m_unit": float(line.rate_se[index]),
        f"{name}_ci_m_unit": float(line.interval[index]),
    }


def _average(name: str, one: Average, per: float = 1.0) -> dict[str, float]:
    return {
        name.format("mean"): one.mean / per,
        name.format("mean_se"): one.mean_error / per,
        name.format("median"): one.median / per,
        name.format("p90"): one.p90 / per,
    }
