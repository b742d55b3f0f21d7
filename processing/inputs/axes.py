# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's axes, read from their layer into the frame, each with its name and the width of its boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.errors import InputError
from .. import messages
from ..parameters.measuring import LONGEST_M
from ..progress import Progress
from .context import feature_names, require_field
from .lines import lines_of
from .run_parameters import RunParameters

if TYPE_CHECKING:
    from ...core.depth.axes import Axis
    from ...core.geometry.geodesy import Frame
    from ...core.maps.snapshots import RawMap


def read_axes(parameters: RunParameters, frame: Frame, progress: Progress) -> list[Axis]:
    """Return the axes of AXES. An axis of several separate lines becomes several axes, with a warning.

    Raises InputError for a layer without lines, or an invalid width.
    """
    from ...core.depth.axes import Axis
    from ...core.geometry.lines import lines_in_plane
    from ...core.libraries import shapely

    layer = parameters.layer("AXES")
    found, raw = lines_of(layer, "AXES", progress)
    _warn_of_left_out(raw, found.feature.tolist(), progress)
    lines = lines_in_plane(found, frame)
    names = [
        str(name) if name not in (None, "") else f"axis {number}"
        for number, name in enumerate(feature_names(raw, parameters.field("AXIS_FIELD")), 1)
    ]
    widths_m = _widths_m(raw, parameters.field("WIDTH_FIELD"), parameters.number("WIDTH"))
    axes = []
    for feature in dict.fromkeys(found.feature.tolist()):
        whole = shapely.line_merge(shapely.multilinestrings(lines[found.feature == feature]))
        connected = shapely.get_parts(whole)
        if len(connected) > 1:
            text = QCoreApplication.translate(
                "FrontlineChange", "The axis “{axis}” consists of {count} separate lines; each is measured alone."
            )
            progress.warn(text.format(axis=names[feature], count=len(connected)))
        for number, axis_line in enumerate(connected, 1):
            name = names[feature] if len(connected) == 1 else f"{names[feature]} ({number})"
            axes.append(Axis(name, shapely.get_coordinates(axis_line), widths_m[feature], frame))
    return axes


def _widths_m(raw: RawMap, field: str | None, general_m: float) -> list[float]:
    """The width in metres of the boxes around each axis: the field's value if any, else the general width."""
    if field is None:
        return [general_m] * len(raw.attributes)
    require_field(raw, field)
    widths_m = []
    for number, value in enumerate(raw.values(field), 1):
        if value is not None and not (isinstance(value, (int, float)) and 0 < value <= LONGEST_M):
            raise InputError(
                "Layer “{layer}”: the width of feature {feature} in the field “{field}” is {value}. It must be a "
                "number of metres above 0, and {most} at most.",
                layer=raw.title,
                feature=number,
                field=field,
                value=value,
                most=formatting.number(LONGEST_M, 0),
            )
        widths_m.append(general_m if value is None else float(value))
    return widths_m


def _warn_of_left_out(raw: RawMap, used: list[int], progress: Progress) -> None:
    left_out = sorted(set(range(len(raw.attributes))) - set(used))
    if left_out:
        text = QCoreApplication.translate(
            "FrontlineChange", "Layer “{layer}”: feature {features} is no line of any length and was left out."
        )
        named = ", ".join(str(number + 1) for number in left_out[: messages.NAMED_AT_MOST])
        progress.warn(text.format(layer=raw.title, features=named))
