# SPDX-License-Identifier: GPL-2.0-or-later
"""Front lines by date, the theatre that they divide, and marks of held ground, read into the frame."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.errors import InputError
from .. import messages
from ..parameters.lines import BRIDGE_DISTANCE, EXTEND_DISTANCE, LINES_SIDE, MARKS, SIDE
from ..parameters.measuring import THEATRE
from ..parameters.series import ERROR_FIELD
from ..progress import Progress
from .context import polygons_of, read_raw
from .held_areas import held_in_frame
from .layers import LayerInput
from .run_parameters import RunParameters

if TYPE_CHECKING:
    import numpy as np

    from ...core.arrays import Geometries
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.lines import LonLatLines
    from ...core.maps.readers import ReadOptions
    from ...core.maps.snapshots import RawMap

LINES = "LINES"


@dataclass(frozen=True)
class LineSettings:
    """What a run says of the ground behind front lines: the theatre, marks or a side, and how lines are closed."""

    theatre_layer: LayerInput | None
    marks_layer: LayerInput | None
    side: str
    side_parameter: str
    bridge_m: float
    extend_m: float
    error_field: str | None
    progress: Progress
    _reported: set[tuple[str, Path | None]] = field(default_factory=set)

    @property
    def theatre_name(self) -> str:
        """The name of the theatre's layer."""
        return self.theatre_layer.name if self.theatre_layer else ""

    @property
    def knows_side(self) -> bool:
        """Whether it is known which ground is held."""
        return self.side != "marks" or self.marks_layer is not None

    def progress_of(self, raw: RawMap) -> Progress:
        """Return the progress for the lines of a map, without messages when they are read again."""
        key = (raw.title, raw.path)
        progress = self.progress.muted() if key in self._reported else self.progress
        self._reported.add(key)
        return progress

    def require_side(self) -> None:
        """Raise InputError where it is not known which ground is held."""
        if not self.knows_side:
            raise InputError(
                "It is not known which ground is held. Give points or polygons in held ground as MARKS, or choose with "
                "{side} on which side of the lines, as they were drawn, the ground is held (left or right).",
                side=self.side_parameter,
            )

    @cached_property
    def land(self) -> tuple[Frame, Any]:
        """The frame around the theatre, and the theatre in it. Raises InputError without a theatre."""
        from ...core.geometry.geodesy import Frame

        if self.theatre_layer is None:
            raise InputError("{parameter} is missing. Choose a layer.", parameter=THEATRE)
        land, _ = polygons_of(self.theatre_layer, THEATRE, self.progress)
        frame = Frame.around(land.coordinates)
        return frame, held_in_frame(land, frame, self.progress).geometry


@dataclass(frozen=True)
class DatedLines:
    """All lines in the frame, the feature of each (from 0), the indexes of the lines of each date, and the marks.

    Marks without a date, under None, apply to all dates.
    """

    layer: str
    frame: Frame
    theatre: Any
    lines: Geometries
    feature: np.ndarray
    rows_by_date: dict[datetime, np.ndarray]
    marks: dict[datetime | None, Geometries]

    def marks_of(self, instant: datetime) -> Geometries:
        """Return the marks that count on a date."""
        import numpy as np

        nothing = np.zeros(0, dtype=object)
        return np.concatenate([self.marks.get(None, nothing), self.marks.get(instant, nothing)])


def line_settings(parameters: RunParameters, progress: Progress) -> LineSettings:
    """Return the settings from THEATRE, MARKS, the side and the distances of a run."""
    side_parameter = LINES_SIDE if LINES_SIDE in parameters else SIDE
    return LineSettings(
        parameters.optional_layer(THEATRE),
        parameters.optional_layer(MARKS),
        parameters.choice(side_parameter),
        side_parameter,
        parameters.number(BRIDGE_DISTANCE),
        parameters.number(EXTEND_DISTANCE),
        parameters.field(ERROR_FIELD),
        progress,
    )


def line_facts(parameters: RunParameters) -> dict[str, Any]:
    """Return the entries for the method card where front lines may be maps and it is said which ground is held."""
    side = LINES_SIDE if LINES_SIDE in parameters else SIDE
    if MARKS not in parameters or LINES in parameters:
        return {}
    if parameters.choice(side) == "marks" and parameters.optional_layer(MARKS) is None:
        return {}
    return {
        "front_lines": {
            "theatre": parameters.layer_name(THEATRE),
            "marks": parameters.layer_name(MARKS),
            "side": parameters.choice(side),
            "bridge_distance_m": parameters.number(BRIDGE_DISTANCE),
            "extend_distance_m": parameters.number(EXTEND_DISTANCE),
        }
    }


def dated_lines(raw: RawMap, settings: LineSettings, options: ReadOptions, progress: Progress) -> DatedLines:
    """Return the lines of a map by date, with theatre and marks; `options` are those of the dates.

    Warns of features without a line. Raises InputError when the lines cannot be used.
    """
    from ...core.geometry.lines import lines_in_plane
    from .lines import lines_in

    frame, theatre = settings.land
    source = lines_in(raw)
    rows_by_date, date_field = lines_by_date(raw, source, options, progress)
    layer = settings.marks_layer
    marks = {} if layer is None else _marks(layer, frame, date_field, options.date_pattern, progress)
    settings.require_side()
    lines = progress.call(lines_in_plane, source, frame)
    return DatedLines(raw.title, frame, theatre, lines, source.feature, rows_by_date, marks)


def lines_by_date(
    raw: RawMap, source: LonLatLines, options: ReadOptions, progress: Progress
) -> tuple[dict[datetime, np.ndarray], str | None]:
    """Return the lines (not the features) of each date in time order, and the field of the dates.

    Warns of features without a line.
    """
    import numpy as np

    from ...core.maps.dated_lines import line_dates
    from ...core.maps.readers._date_names import instant_of

    dates = line_dates(raw, options)
    by_date, notes = dates.rows, dates.notes
    if None in by_date:
        instant, name_notes = instant_of(raw, options)
        by_date, notes = {instant: by_date[None]}, (*notes, *name_notes)
    for note in notes:
        progress.warn(messages.finding_text(note, raw.title))
    _warn_of_empty(raw, source, by_date, progress)
    lines = {instant: np.flatnonzero(np.isin(source.feature, rows)) for instant, rows in by_date.items()}
    return {instant: rows for instant, rows in lines.items() if len(rows)}, dates.field


def _warn_of_empty(raw: RawMap, source: LonLatLines, by_date: dict[datetime, np.ndarray], progress: Progress) -> None:
    """Warn of features that have no line, each with its number and date."""
    drawn = set(source.feature.tolist())
    empty = [
        f"{row + 1} ({formatting.iso_day(instant)})"
        for instant, rows in by_date.items()
        for row in rows.tolist()
        if row not in drawn
    ]
    if empty:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Layer “{layer}”: {count} features have no line and are left out (feature {features}). If the front ended "
            "on that date, that is not measured.",
        )
        named = ", ".join(empty[: messages.NAMED_AT_MOST]) + (", …" if len(empty) > messages.NAMED_AT_MOST else "")
        progress.warn(text.format(layer=raw.title, count=len(empty), features=named))


def _marks(
    layer: LayerInput, frame: Frame, date_field: str | None, pattern: str | None, progress: Progress
) -> dict[datetime | None, Geometries]:
    """The marks by date in the frame."""
    import numpy as np

    from ...core.change.places import places_in_plane
    from ...core.libraries import shapely
    from ...core.maps.dates.columns import read_column

    raw = read_raw(layer, progress)
    single, feature = shapely.get_parts(raw.geometries, return_index=True)
    places = progress.call(places_in_plane, single, raw.crs_wkt, layer.name, frame)
    has_area = [polygon is not None for polygon in places.polygon]
    shapes = np.where(has_area, places.polygon, shapely.points(places.point))
    usable = np.isfinite(places.point[:, 0])
    if not usable.any():
        raise InputError(
            "Layer “{layer}”, given as {parameter}, has no points or polygons. Choose another layer or leave it empty.",
            layer=layer.name,
            parameter=MARKS,
        )
    instants: list[datetime | None] = [None] * len(raw.attributes)  # of marks without a date
    if date_field in raw.fields:
        values = raw.values(date_field)
        instants = read_column(raw.title, date_field, values, pattern, in_text=True, may_be_empty=True).instants
    result: dict[datetime | None, list[Any]] = {}
    for shape, row, is_usable in zip(shapes, feature, usable):
        if is_usable:
            result.setdefault(instants[int(row)], []).append(shape)
    return {instant: np.array(found, dtype=object) for instant, found in result.items()}
