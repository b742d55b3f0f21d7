# SPDX-License-Identifier: GPL-2.0-or-later
"""Dated lines, such as shorelines, that are measured from a drawn baseline as they are: no theatre and no side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ..parameters.lines import MARKS, SIDE
from ..parameters.maps import DATE_PATTERN
from ..parameters.series import DATE_FIELD, ERROR_FIELD, FIRST_DATE, LAST_DATE, SNAPSHOTS
from ..progress import Progress
from .context import require_field
from .dated_lines import lines_by_date
from .lines import lines_of
from .map_errors import errors_of_features_m
from .options import Options
from .run_parameters import RunParameters
from .series import instants_between
from .transects import BASELINE, LENGTH, SMOOTHING, SPACING, TRIM

if TYPE_CHECKING:
    from ...core.arrays import Geometries
    from ...core.depth.drawn_lines import DrawnLines
    from ...core.depth.transects import Transects
    from ...core.geometry.geodesy import Frame

POSITIVE = "POSITIVE"
AWAY, TOWARDS = "away", "towards"


@dataclass(frozen=True)
class DrawnSeries:
    """The lines of each date in the frame, in time order, and the baseline."""

    layer: str
    frame: Frame
    instants: list[datetime]
    dates: list[DrawnLines]
    baseline: Geometries

    def facts(self) -> dict[str, Any]:
        """Return the entries about the lines for the method card."""
        return {
            "layer": self.layer,
            "used": [formatting.iso(instant) for instant in self.instants],
            "errors_m": [sorted(set(lines.error_m.tolist())) for lines in self.dates],
        }


def are_lines_alone(parameters: RunParameters) -> bool:
    """Return whether SNAPSHOTS are lines to be read from BASELINE as they are: nobody says which ground is held."""
    has_side = parameters.choice(SIDE) != "marks" or parameters.optional_layer(MARKS) is not None
    return parameters.layer(SNAPSHOTS).has_lines and parameters.optional_layer(BASELINE) is not None and not has_side


def read_drawn_series(parameters: RunParameters, options: Options, progress: Progress) -> DrawnSeries:
    """Return the lines of SNAPSHOTS from FIRST_DATE to LAST_DATE, with errors, and BASELINE. Raises InputError."""
    import numpy as np

    from ...core.depth.drawn_lines import DrawnLines
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.lines import lines_in_plane
    from ...core.maps.readers import ReadOptions

    layer = parameters.layer(SNAPSHOTS)
    source, raw = lines_of(layer, SNAPSHOTS, progress)
    found, _ = lines_of(parameters.layer(BASELINE), BASELINE, progress)
    error_field = parameters.field(ERROR_FIELD)
    how_dated = ReadOptions(None, parameters.field(DATE_FIELD), parameters.pattern(DATE_PATTERN))
    rows_by_date, _ = lines_by_date(raw, source, how_dated, progress)
    instants = instants_between(list(rows_by_date), parameters.date(FIRST_DATE), parameters.date(LAST_DATE), layer.name)
    general_m = options.position_error_m
    error_m = np.full(len(raw.attributes), general_m)
    if error_field is not None:
        require_field(raw, error_field)
        error_m = np.array(errors_of_features_m(layer, raw.values(error_field), error_field, general_m, progress))
    frame = Frame.around(np.concatenate([source.coordinates, found.coordinates]))
    lines = progress.call(lines_in_plane, source, frame)
    dates = [
        DrawnLines.of(lines[rows], error_m[source.feature[rows]])
        for rows in (rows_by_date[instant] for instant in instants)
    ]
    text = QCoreApplication.translate(
        "FrontlineChange",
        "Lines of {count} dates, from {first} to {last}, are read from the baseline as they are. All their dates "
        "count, whatever PERIOD is; THEATRE and HOME are not needed, and there is no net area.",
    )
    first, last = (formatting.instant_text(instant) for instant in (instants[0], instants[-1]))
    progress.info(text.format(count=len(instants), first=first, last=last))
    return DrawnSeries(layer.name, frame, instants, dates, progress.call(lines_in_plane, found, frame))


def cast_from_baseline(parameters: RunParameters, series: DrawnSeries, progress: Progress) -> Transects:
    """Return the transects from BASELINE towards the lines; warn of lines on both sides of it."""
    from ...core.depth.drawn_lines import across_baseline

    made, others = progress.call(
        lambda: across_baseline(
            series.baseline,
            series.dates,
            *(parameters.number(name) for name in (SPACING, SMOOTHING, LENGTH)),
            away=parameters.choice(POSITIVE) == AWAY,
            trim=parameters.flag(TRIM),
        )
    )
    if others:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "On {count} of {all} transects the lines lie on the other side of the baseline “{layer}” than on most. "
            "Transects of a line of the baseline are turned to one side together; positions on the other are "
            "negative. Movements are right, but a baseline on one side of all lines is easier to read.",
        )
        progress.warn(text.format(count=others, all=len(made), layer=parameters.layer_name(BASELINE)))
    return made
