# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of `preparesnapshots`: the snapshots themselves, and a row on each about what was done to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.maps.snapshots import CONTROL_CLASSES
from ..inputs.map_survey import DROPPED

if TYPE_CHECKING:
    from ...core.geometry.polygons import Repair
    from ...core.maps.clean import CleanSnapshot
    from ...core.maps.snapshots import Note
    from ...core.maps.survey import SnapshotPlan


NAMED_AT_MOST = 20


def snapshot_rows(
    snapshot_plan: SnapshotPlan, clean: CleanSnapshot, origin: str
) -> Iterator[tuple[dict[str, Any], Any]]:
    """Yield a row of SNAPSHOTS and its multipolygon for each class."""
    for key, polygons in clean.polygons.items():
        row = {
            "date": snapshot_plan.instant,
            "class": key,
            "source": snapshot_plan.source,
            "origin": origin,
            "until": snapshot_plan.until,
            "area_km2": clean.accounts[key].area_m2 / 1e6,
        }
        yield row, polygons


def log_row(
    snapshot_plan: SnapshotPlan, clean: CleanSnapshot, origin: str, features: int, notes: Iterable[Note]
) -> dict[str, Any]:
    """Return the row of LOG for one snapshot. `notes` are those of its files."""
    dropped = [note for note in notes if note.kind in DROPPED]
    accounts = list(clean.accounts.values())
    areas = {
        f"{key}_{what}_km2": getattr(clean.accounts[key], field) / 1e6 if key in clean.accounts else None
        for key in CONTROL_CLASSES
        for what, field in (("drawn", "drawn_m2"), ("clean", "area_m2"))
    }
    warnings = [warning_text(note) for note in (*notes, *snapshot_plan.notes) if note.kind not in DROPPED]
    if clean.elsewhere:
        warnings.append(elsewhere_text(clean.elsewhere))
    return {
        "date": snapshot_plan.instant,
        "source": snapshot_plan.source,
        "files": origin,
        "features": features,
        "dropped": sum(note.count for note in dropped),
        "dropped_why": "; ".join(map(dropped_text, dropped)),
        "repaired": len(clean.repairs),
        "repaired_why": repairs_text(clean.repairs),
        **areas,
        "repair_km2": sum(account.repaired_m2 for account in accounts) / 1e6,
        "overlap_km2": sum(account.overlaps_m2 for account in accounts) / 1e6,
        "seams": sum(account.gaps for account in accounts),
        "seams_km2": sum(account.gaps_m2 for account in accounts) / 1e6,
        "unchanged": clean.unchanged,
        "gap_days": snapshot_plan.gap_days,
        "warning": "; ".join(dict.fromkeys(warnings)),
    }


def dropped_text(note: Note) -> str:
    """Return what was left out, in a few words."""
    tr = QCoreApplication.translate
    texts = {
        "points": tr("FrontlineChange", "{count} points"),
        "lines": tr("FrontlineChange", "{count} lines"),
        "no_geometry": tr("FrontlineChange", "{count} without geometry"),
        "collapsed_rings": tr("FrontlineChange", "{count} rings of fewer than three points"),
    }
    return texts[note.kind].format(count=note.count)


def repairs_text(repairs: Iterable[tuple[str, Repair]]) -> str:
    """Return which features were repaired, why, and by how much their area changed."""
    repairs = list(repairs)
    several = len({layer for layer, _ in repairs}) > 1
    text = QCoreApplication.translate("FrontlineChange", "feature {number}: {reason} ({area} km²)")
    reported = [
        (f"{layer}, " if several else "")
        + text.format(
            number=repair.feature + 1,
            reason=repair.reason,
            area=formatting.exact_km2(repair.area_change_m2),
        )
        for layer, repair in repairs[:NAMED_AT_MOST]
    ]
    return "; ".join(reported) + ("; …" if len(repairs) > NAMED_AT_MOST else "")


def elsewhere_text(count: int) -> str:
    """Return that pieces lie outside the theatre."""
    text = QCoreApplication.translate("FrontlineChange", "pieces outside the theatre, counted as “other”: {count}")
    return text.format(count=count)


def warning_text(note: Note) -> str:
    """Return what is odd about a map, in a few words."""
    tr = QCoreApplication.translate
    texts = {
        "unknown_class": tr("FrontlineChange", "features of the unknown class “{detail}”, counted as “other”: {count}"),
        "date_conflict": tr("FrontlineChange", "the date given differs from the map's own ({detail})"),
        "name_conflict": tr("FrontlineChange", "layer and file carry different dates ({detail})"),
        "several_sources": tr("FrontlineChange", "maps of {count} sources in one ({detail})"),
        "class_field_found": tr("FrontlineChange", "the class is read from the field “{detail}”"),
        "late": tr("FrontlineChange", "no map for {count} days, since {detail}"),
        "no_held": tr("FrontlineChange", "nothing is held in this map, unlike in others"),
        "missing_parts": tr("FrontlineChange", "layers of the day before are missing: {detail}"),
    }
    return texts.get(note.kind, "{count} × {detail}").format(count=note.count, detail=note.detail)
