# SPDX-License-Identifier: GPL-2.0-or-later
"""Front lines by date, the theatre that they divide, and marks of held ground, read into the frame."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ...core.errors import InputError
from .. import messages
from ..parameters.measuring import THEATRE
from ..progress import Progress
from .context import polygons_of, read_raw
from .layers import LayerInput
from .lines import lines_of
from .maps import held_in_frame
from .run_parameters import RunParameters

if TYPE_CHECKING:
    import numpy as np

    from ...core.arrays import Geometries
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.lines import LonLatLines
    from ...core.maps.snapshots import RawMap

LINES, DATE_FIELD, DATE, SIDE, MARKS = "LINES", "DATE_FIELD", "DATE", "SIDE", "MARKS"


@dataclass(frozen=True)
class DatedLines:
    """All lines in the frame, the indexes of the lines of each date, and the marks of held ground.

    Marks without a date, under None, apply to all dates.
    """

    frame: Frame
    theatre: Any
    lines: Geometries
    rows_by_date: dict[datetime, np.ndarray]
    marks: dict[datetime | None, Geometries]

    def marks_of(self, instant: datetime) -> Geometries:
        """Return the marks that count on a date."""
        import numpy as np

        nothing = np.zeros(0, dtype=object)
        return np.concatenate([self.marks.get(None, nothing), self.marks.get(instant, nothing)])


def read_dated_lines(parameters: RunParameters, progress: Progress) -> DatedLines:
    """Read LINES, THEATRE and MARKS. Raises InputError when the lines cannot be used."""
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.lines import lines_in_plane
    from ...core.maps.dated_lines import date_field_of_lines

    source, raw = lines_of(parameters.layer(LINES), LINES, progress)
    land, _ = polygons_of(parameters.layer(THEATRE), THEATRE, progress)
    frame = Frame.around(land.coordinates)
    theatre = held_in_frame(land, frame, progress).geometry
    lines = progress.call(lines_in_plane, source, frame)
    date_field = parameters.field(DATE_FIELD) or date_field_of_lines(raw)
    rows_by_date = _rows_by_date(raw, source, date_field, parameters.date(DATE), progress)
    layer = parameters.optional_layer(MARKS)
    marks = {} if layer is None else _marks(layer, frame, date_field, progress)
    if parameters.choice(SIDE) == "marks" and not any(len(shapes) for shapes in marks.values()):
        raise InputError(
            "It is not known which ground is held. Give points or polygons in held ground as MARKS, or choose with "
            "SIDE on which side of the lines, as they were drawn, the ground is held (left or right)."
        )
    return DatedLines(frame, theatre, lines, rows_by_date, marks)


def _rows_by_date(
    raw: RawMap, source: LonLatLines, date_field: str | None, given: datetime | None, progress: Progress
) -> dict[datetime, np.ndarray]:
    """The lines (not the features) of each date, in time order."""
    import numpy as np

    from ...core.maps.dated_lines import rows_by_date
    from ...core.maps.readers._reading import instant_of
    from ...core.maps.readers._record import ReadOptions

    by_date = rows_by_date(raw, date_field)
    if None in by_date:
        instant, notes = instant_of(raw, ReadOptions(instant=given))
        for note in notes:
            progress.warn(messages.finding_text(note, raw.title))
        by_date = {instant: by_date[None]}
    lines = {instant: np.flatnonzero(np.isin(source.feature, rows)) for instant, rows in by_date.items()}
    return {instant: rows for instant, rows in lines.items() if len(rows)}


def _marks(
    layer: LayerInput, frame: Frame, date_field: str | None, progress: Progress
) -> dict[datetime | None, Geometries]:
    """The marks by date in the frame."""
    import numpy as np

    from ...core.change.places import places_in_plane
    from ...core.libraries import shapely

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
    dated = date_field if date_field in raw.fields else None
    result: dict[datetime | None, list[Any]] = {}
    for shape, row, is_usable in zip(shapes, feature, usable):
        if is_usable:
            instant = _instant_of_mark(raw, int(row), dated) if dated else None
            result.setdefault(instant, []).append(shape)
    return {instant: np.array(found, dtype=object) for instant, found in result.items()}


def _instant_of_mark(raw: RawMap, row: int, date_field: str) -> datetime | None:
    """The instant of a mark; None for one without a date. Raises InputError, naming layer and feature."""
    from ...core.maps.dates import DateError, to_instant

    value = raw.attributes[row].get(date_field)
    if value is None or not str(value).strip():
        return None
    try:
        return to_instant(value)
    except DateError as error:
        raise DateError(
            "“{layer}”: the date of feature {feature} cannot be read from its field “{field}”. {reason}",
            layer=raw.title,
            feature=row + 1,
            field=date_field,
            reason=error,
        ) from error
