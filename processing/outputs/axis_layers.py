# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress along axes as headline and layers: ADVANCE, POSITIONS and BOXES."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ..inputs.options import Options
from .axis_rows import AxisCourse, box_rows, movement_rows, position_rows
from .change_rows import KM
from .features import FrameGeometries, qgs_features
from .fields.axes import AXIS_ADVANCE, AXIS_BOXES, AXIS_POSITIONS
from .results import Output

if TYPE_CHECKING:
    from ..inputs.series import Series


def headline(courses: list[AxisCourse], series: Series, options: Options) -> str:
    """Return the result in one or two sentences."""
    tr = QCoreApplication.translate
    instants = series.instants
    dates = {"first": formatting.instant_text(instants[0]), "last": formatting.instant_text(instants[-1])}
    moved = [(total_m, course) for course in courses if (total_m := course.total_m) is not None]
    if not moved and len(courses) == 1:
        text = tr("FrontlineChange", "From {first} to {last} the front cannot be read on the axis “{axis}”.")
        return text.format(**dates, axis=courses[0].axis.name)
    if not moved:
        text = tr("FrontlineChange", "From {first} to {last} the front cannot be read on any of {count} axes.")
        return text.format(**dates, count=len(courses))
    forward, back = (choose(moved, key=lambda pair: pair[0]) for choose in (max, min))
    advances, retreats = forward[0] / KM >= formatting.NOTHING_BELOW, back[0] / KM <= -formatting.NOTHING_BELOW
    largest = forward[1] if advances or not retreats else back[1]
    text = _headline_text(advances, retreats, is_one=len(courses) == 1)
    sentence = text.format(**dates, **_moved_facts(largest, options), count=len(courses))
    if not (advances and retreats):
        return sentence
    text = tr("FrontlineChange", "It retreated the most along the axis “{axis}”: by {moved} (± {error}).")
    return f"{sentence} {text.format(**_moved_facts(back[1], options))}"


def outputs(
    courses: list[AxisCourse], series: Series, options: Options, geometries: FrameGeometries
) -> Iterator[Output]:
    """Yield ADVANCE, POSITIONS and BOXES."""
    tr = QCoreApplication.translate
    instants = series.instants
    errors_m = options.position_error_m, options.correlation_length_m
    for name, table, kind, title, style, rows in (
        (
            "ADVANCE",
            AXIS_ADVANCE,
            QgsWkbTypes.Type.LineString,
            tr("FrontlineChange", "Progress along axes {dates}"),
            "axis_advance",
            movement_rows(courses, instants, *errors_m),
        ),
        (
            "POSITIONS",
            AXIS_POSITIONS,
            QgsWkbTypes.Type.Point,
            tr("FrontlineChange", "Front on axes {dates}"),
            None,
            position_rows(courses, instants),
        ),
        (
            "BOXES",
            AXIS_BOXES,
            QgsWkbTypes.Type.MultiPolygon,
            tr("FrontlineChange", "Boxes around axes"),
            "held_before",
            box_rows(courses),
        ),
    ):
        found: list[tuple[dict[str, Any], Any]] = list(rows)
        features = qgs_features(table, (values for values, _ in found), geometries([shape for _, shape in found]))
        yield Output(name, table, kind, title.format(dates=series.dates), style, features)


def _headline_text(advances: bool, retreats: bool, is_one: bool) -> str:
    """The sentence about the axis with the largest movement; about no movement where there is none."""
    tr = QCoreApplication.translate
    if advances and is_one:
        return tr(
            "FrontlineChange",
            "From {first} to {last} the front advanced by {moved} along the axis “{axis}” (± {error}); {left} are "
            "left to its end.",
        )
    if advances:
        return tr(
            "FrontlineChange",
            "From {first} to {last} the front advanced by {moved} along the axis “{axis}” (± {error}), the most of "
            "{count} axes; {left} are left to its end.",
        )
    if retreats and is_one:
        return tr(
            "FrontlineChange",
            "From {first} to {last} the front retreated by {moved} along the axis “{axis}” (± {error}); {left} are "
            "left to its end.",
        )
    if retreats:
        return tr(
            "FrontlineChange",
            "From {first} to {last} the front retreated by {moved} along the axis “{axis}” (± {error}), the most "
            "of {count} axes; {left} are left to its end.",
        )
    if is_one:
        return tr(
            "FrontlineChange",
            "From {first} to {last} the front did not move along the axis “{axis}”; {left} are left to its end.",
        )
    return tr("FrontlineChange", "From {first} to {last} the front did not move along any of {count} axes.")


def _moved_facts(course: AxisCourse, options: Options) -> dict[str, str]:
    moved = course.movement(0, -1, options.position_error_m, options.correlation_length_m)
    return {
        "moved": formatting.depth_text(abs(moved.centreline_m) / KM),
        "axis": course.axis.name,
        "error": formatting.depth_text(moved.centreline_se_m / KM),
        "left": formatting.depth_text(course.left_m(-1) / KM),
    }
