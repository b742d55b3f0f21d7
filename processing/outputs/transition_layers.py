# SPDX-License-Identifier: GPL-2.0-or-later
"""Transitions between classes as numbers, headline and layers: TRANSITIONS, MATRIX and GROUND."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from .change_rows import KM2, MapDates
from .features import FrameGeometries, qgs_features
from .fields.classes import TRANSITION_MATRIX, TRANSITIONS
from .results import Output
from .transition_rows import fragment_rows, matrix_rows, transition_rows

if TYPE_CHECKING:
    from ...core.change.transitions import Transitions


def changes_km2(found: Transitions) -> dict[str, float]:
    """Return the areas to held, from held, and from contested to held, by these words."""
    from ...core.change.transitions import CLASSES

    held, contested = CLASSES.index("held"), CLASSES.index("contested")
    area_m2, before, after = found.area_m2, found.before, found.after
    return {
        "to held": float(area_m2[after == held].sum()) / KM2,
        "from held": float(area_m2[before == held].sum()) / KM2,
        "contested to held": float(area_m2[(before == contested) & (after == held)].sum()) / KM2,
    }


def headline(found: Transitions, numbers: dict[str, float], dates: MapDates) -> str:
    """Return the result in one sentence."""
    text = QCoreApplication.translate(
        "FrontlineChange",
        "From {before} to {after} {changed} changed class: {gained} became held, {grey} of it from contested, and "
        "{lost} are no longer held.",
    )
    return text.format(
        before=formatting.instant_text(dates.before),
        after=formatting.instant_text(dates.after),
        changed=formatting.area_text(found.changed_m2 / KM2),
        gained=formatting.area_text(numbers["to held"]),
        grey=formatting.area_text(numbers["contested to held"]),
        lost=formatting.area_text(numbers["from held"]),
    )


def outputs(
    found: Transitions, sectors: Sequence[str], dates: MapDates, geometries: FrameGeometries
) -> Iterator[Output]:
    """Yield TRANSITIONS, MATRIX and GROUND."""
    tr = QCoreApplication.translate
    no_geometry, listed = QgsWkbTypes.Type.NoGeometry, found.listed()
    ground = qgs_features(
        TRANSITIONS, fragment_rows(found, sectors, dates, listed), geometries(found.fragments[listed])
    )
    for name, table, kind, title, style, features in (
        (
            "TRANSITIONS",
            TRANSITIONS,
            no_geometry,
            tr("FrontlineChange", "Class before and after, per sector {dates}"),
            None,
            qgs_features(TRANSITIONS, transition_rows(found, sectors, dates)),
        ),
        (
            "MATRIX",
            TRANSITION_MATRIX,
            no_geometry,
            tr("FrontlineChange", "Matrix of classes {dates}"),
            None,
            qgs_features(TRANSITION_MATRIX, matrix_rows(found)),
        ),
        (
            "GROUND",
            TRANSITIONS,
            QgsWkbTypes.Type.MultiPolygon,
            tr("FrontlineChange", "Ground that changed class {dates}"),
            "transitions",
            ground,
        ),
    ):
        yield Output(name, table, kind, title.format(dates=dates.title), style, features)
