# SPDX-License-Identifier: GPL-2.0-or-later
"""Held areas constructed from front lines as table rows: snapshots, their log, and the joins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from ...core.units import KM
from ..inputs.held_from_lines import SOURCE, LineSnapshot


def snapshot_rows(snapshots: Sequence[LineSnapshot], origin: str) -> Iterator[dict[str, Any]]:
    """Yield the fields of SNAPSHOTS; `origin` is the layer of the lines."""
    for one, until in zip(snapshots, _untils(snapshots)):
        yield {
            "date": one.instant,
            "class": "held",
            "source": SOURCE,
            "origin": origin,
            "until": until,
            "area_km2": one.held_km2,
        }


def log_rows(snapshots: Sequence[LineSnapshot], warnings: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield the fields of LOG, a row for each date."""
    for one, warning in zip(snapshots, warnings):
        found = one.found
        bridges_m, extensions_m, dangling_m = (
            [join.length_m for join in found.of_kind(kind)] for kind in ("bridge", "extension", "loose")
        )
        yield {
            "date": one.instant,
            "lines": one.lines,
            "lines_km": found.lines_m / KM,
            "outside_km": found.outside_m / KM,
            "bridges": len(bridges_m),
            "bridges_km": sum(bridges_m) / KM,
            "bridge_max_m": max(bridges_m, default=None),
            "extensions": len(extensions_m),
            "extensions_km": sum(extensions_m) / KM,
            "extension_max_m": max(extensions_m, default=None),
            "loose": len(dangling_m),
            "loose_km": sum(dangling_m) / KM,
            "held_km2": one.held_km2,
            "warning": warning or None,
        }


def join_rows(snapshots: Sequence[LineSnapshot]) -> Iterator[dict[str, Any]]:
    """Yield the fields of JOINS, a row for each join."""
    for one, until in zip(snapshots, _untils(snapshots)):
        for join in one.found.joins:
            yield {"date": one.instant, "until": until, "kind": join.kind, "length_m": join.length_m}


def _untils(snapshots: Sequence[LineSnapshot]) -> list[datetime | None]:
    """The end of validity of each snapshot: the date of the next one, None for the last."""
    return [*(one.instant for one in snapshots[1:]), None]
