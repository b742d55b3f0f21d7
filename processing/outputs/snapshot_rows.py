# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of `preparesnapshots`: the snapshots, and a log with a row for each of them and for each file not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ...core.findings import Finding
from ...core.maps.snapshots import CONTROL_CLASSES
from .. import messages
from ..inputs.map_survey import DROPPED
from .fields.snapshots import SNAPSHOT_LOG

if TYPE_CHECKING:
    from ...core.maps.clean import CleanSnapshot
    from ...core.maps.survey import SnapshotPlan
    from ..inputs.map_survey import MapSurvey

SNAPSHOT, LEFT_OUT, OWN_RESULT = "snapshot", "left out", "own result"  # outcomes


def snapshot_rows(
    snapshot_plan: SnapshotPlan, clean: CleanSnapshot, origin: str
) -> Iterator[tuple[dict[str, Any], Any]]:
    """Yield a row of SNAPSHOTS and its multipolygon for each class; a map of nothing is held ground without a shape."""
    for key, polygons in (clean.polygons or {"held": None}).items():
        row = {
            "date": snapshot_plan.instant,
            "class": key,
            "source": snapshot_plan.source,
            "origin": origin,
            "until": snapshot_plan.until,
            "area_km2": clean.accounts[key].area_m2 / 1e6 if key in clean.accounts else 0.0,
        }
        yield row, polygons


def log_row(
    snapshot_plan: SnapshotPlan, clean: CleanSnapshot, origin: str, features: int, notes: Iterable[Finding]
) -> dict[str, Any]:
    """Return the row of LOG for one snapshot; `notes` are the findings of its files."""
    dropped = [note for note in notes if note.kind in DROPPED]
    accounts = list(clean.accounts.values())
    areas = {
        f"{key}_{what}_km2": getattr(clean.accounts[key], field) / 1e6 if key in clean.accounts else None
        for key in CONTROL_CLASSES
        for what, field in (("drawn", "drawn_m2"), ("clean", "area_m2"))
    }
    odd = [note for note in (*notes, *snapshot_plan.notes) if note.kind not in DROPPED]
    if clean.elsewhere:
        odd.append(Finding("elsewhere", clean.elsewhere))
    if clean.wide:
        odd.append(Finding("wide", clean.wide))
    if clean.gaps_left:
        odd.append(Finding("gaps_left", clean.gaps_left))
    return {
        "date": snapshot_plan.instant,
        "source": snapshot_plan.source,
        "files": origin,
        "outcome": SNAPSHOT,
        "features": features,
        "dropped": sum(note.count for note in dropped),
        "dropped_why": "; ".join(map(messages.finding_text, dropped)),
        "repaired": len(clean.repairs),
        "repaired_why": messages.repairs_named(clean.repairs),
        **areas,
        "repair_km2": sum(account.repaired_m2 for account in accounts) / 1e6,
        "overlap_km2": sum(account.overlaps_m2 for account in accounts) / 1e6,
        "seams": sum(account.gaps for account in accounts),
        "seams_km2": sum(account.gaps_m2 for account in accounts) / 1e6,
        "unchanged": clean.unchanged,
        "gap_days": snapshot_plan.gap_days,
        "warning": "; ".join(dict.fromkeys(map(messages.finding_text, odd))),
    }


def rows_of_unread(survey: MapSurvey) -> list[dict[str, Any]]:
    """Return the rows of LOG for files that were left out, with the reason, or are results made from the folder."""
    nothing = dict.fromkeys(SNAPSHOT_LOG)
    left_out = [{**nothing, "files": name, "outcome": LEFT_OUT, "warning": reason} for name, reason in survey.left_out]
    return left_out + [{**nothing, "files": name, "outcome": OWN_RESULT} for name in survey.own_results]
