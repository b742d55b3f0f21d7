# SPDX-License-Identifier: GPL-2.0-or-later
"""Prepared snapshots as headline and layers: SNAPSHOTS and LOG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from .feature_buffer import FeatureBuffer
from .features import qgs_features
from .fields.snapshots import SNAPSHOT_LOG, SNAPSHOTS
from .results import Output

if TYPE_CHECKING:
    from ...core.maps.survey import SnapshotPlan
    from ..inputs.map_survey import MapSurvey


def headline(survey: MapSurvey, log: list[dict[str, Any]], gap_width_m: float) -> str:
    """Return the result in two or three sentences."""
    tr = QCoreApplication.translate

    def total(column: str) -> Any:
        return sum(row[column] or 0 for row in log)

    def total_km2(column: str) -> str:
        return formatting.number(total(column), 3)

    sentences = [
        tr("FrontlineChange", "Snapshots: {count} ({sources}), from {first} to {last}.").format(
            count=len(log),
            sources=", ".join(sorted({snapshot_plan.source for snapshot_plan in survey.plans})),
            first=formatting.instant_text(survey.plans[0].instant),
            last=formatting.instant_text(survey.plans[-1].instant),
        ),
        tr(
            "FrontlineChange",
            "Invalid polygons repaired: {repaired} ({repair} km²); overlaps removed: {overlap} km²; seams narrower "
            "than {width} m closed: {seams} ({closed} km²); snapshots unchanged since the one before: {unchanged}.",
        ).format(
            repaired=total("repaired"),
            repair=total_km2("repair_km2"),
            overlap=total_km2("overlap_km2"),
            seams=total("seams"),
            width=formatting.significant(gap_width_m),
            closed=total_km2("seams_km2"),
            unchanged=total("unchanged"),
        ),
    ]
    if survey.left_out:
        sentences.append(tr("FrontlineChange", "Maps left out: {count}.").format(count=len(survey.left_out)))
    return " ".join(sentences)


def outputs(plans: list[SnapshotPlan], snapshots: FeatureBuffer, log: list[dict[str, Any]]) -> list[Output]:
    """Return SNAPSHOTS and LOG; `log` has a row for each snapshot, then for each file that was not read."""
    tr = QCoreApplication.translate
    dates = formatting.iso_span(plans[0].instant, plans[-1].instant)
    return [
        Output(
            "SNAPSHOTS",
            SNAPSHOTS,
            QgsWkbTypes.Type.MultiPolygon,
            tr("FrontlineChange", "Snapshots {dates}").format(dates=dates),
            "snapshots",
            snapshots,
        ),
        Output(
            "LOG",
            SNAPSHOT_LOG,
            QgsWkbTypes.Type.NoGeometry,
            tr("FrontlineChange", "Log of snapshots {dates}").format(dates=dates),
            None,
            qgs_features(SNAPSHOT_LOG, log),
        ),
    ]
