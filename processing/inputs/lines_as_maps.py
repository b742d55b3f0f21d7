# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps that are front lines: the ground behind the lines of each date takes their place."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from ... import formatting
from ...core.errors import InputError
from ..parameters.maps import DATE_FIELD, DATE_PATTERN
from ..progress import Progress
from .context import read_raw
from .dated_lines import DatedLines, LineSettings, dated_lines, line_settings
from .held_from_lines import SOURCE, held_by_date, report_warnings
from .layers import LayerInput
from .run_parameters import RunParameters

if TYPE_CHECKING:
    from ...core.maps.snapshots import RawMap
    from .how_to_read import HowToRead

FIELDS = ("date", "class", "source", "origin")
DEGREES = "EPSG:4326"


def are_front_lines(raw: RawMap) -> bool:
    """Return whether a map has lines and no polygon."""
    from ...core.libraries import shapely

    dimensions = shapely.get_dimensions(raw.geometries)
    return bool((dimensions == 1).any() and not (dimensions == 2).any())


def held_map(raw: RawMap, how: HowToRead, given: datetime | None) -> RawMap:
    """Return the ground behind the lines of a map, a feature for each date, in longitude and latitude.

    `given` is the date of lines that carry none; of lines of many dates only those around it are used. Raises
    InputError where it is not known which ground is held, or the lines do not separate the sides.
    """
    import numpy as np

    from ...core.libraries import pyproj, shapely
    from ...core.maps.readers import ReadOptions

    settings = how.lines
    if settings is None or settings.theatre_layer is None or not settings.knows_side:
        raise _unknown_ground(raw.title, settings)
    progress = settings.progress_of(raw)
    options = ReadOptions(given, how.date_field, how.date_pattern, date_orders=how.date_orders)
    lines = dated_lines(raw, settings, options, progress)
    snapshots = held_by_date(lines, settings, _wanted(list(lines.rows_by_date), given), progress.muted())
    report_warnings(snapshots, lines.frame, progress)
    origin = raw.path.name if raw.path else raw.title
    attributes = [
        {
            "date": formatting.iso(one.instant),
            "class": "held",
            "source": SOURCE,
            "origin": origin,
            **_error(raw, lines, one.instant, settings.error_field),
        }
        for one in snapshots
    ]
    held = shapely.transform(np.array([one.found.held for one in snapshots], dtype=object), lines.frame.unproject)
    fields = FIELDS if settings.error_field is None else (*FIELDS, settings.error_field)
    return replace(
        raw, attributes=attributes, geometries=held, crs_wkt=pyproj.CRS(DEGREES).to_wkt(), fields=fields, styles=()
    )


def maps_layer(layer: LayerInput, parameters: RunParameters, progress: Progress) -> LayerInput:
    """Return a layer with the ground behind the lines of each date of a layer of lines. Raises InputError."""
    from ...core.libraries import shapely
    from .how_to_read import HowToRead

    how = HowToRead(
        date_field=parameters.field(DATE_FIELD),
        date_pattern=parameters.pattern(DATE_PATTERN),
        lines=line_settings(parameters, progress),
    )
    raw = held_map(read_raw(layer, progress), how, None)
    fields = "&".join(f"field={name}:{'string' if name in FIELDS else 'double'}" for name in raw.fields)
    made = QgsVectorLayer(f"MultiPolygon?crs={DEGREES}&{fields}", layer.name, "memory")
    features = []
    for attributes, binary in zip(raw.attributes, shapely.to_wkb(raw.geometries)):
        feature, geometry = QgsFeature(made.fields()), QgsGeometry()
        geometry.fromWkb(binary)
        feature.setGeometry(geometry)
        feature.setAttributes([attributes[name] for name in raw.fields])
        features.append(feature)
    made.dataProvider().addFeatures(features)
    return LayerInput(made)


def _wanted(instants: list[datetime], given: datetime | None) -> list[datetime]:
    """The dates whose ground is needed: the last one at or before the given date, and a neighbour to tell it from."""
    if given is None:
        return instants
    index = sum(instant <= given for instant in instants)
    return instants[max(index - 2, 0) : max(index, 2)]


def _error(raw: RawMap, lines: DatedLines, instant: datetime, field: str | None) -> dict[str, Any]:
    """The position error of the lines of a date: the quadratic mean over their length; None without one."""
    from ...core.libraries import shapely

    if field is None:
        return {}
    rows = lines.rows_by_date[instant]
    values = [raw.attributes[row].get(field) for row in lines.feature[rows].tolist()]
    known = [
        (value, length_m) for value, length_m in zip(values, shapely.length(lines.lines[rows])) if value is not None
    ]
    distinct = {value for value, _ in known}
    if len(distinct) < 2:
        return {field: next(iter(distinct), None)}
    try:
        squares = sum(length_m * float(value) ** 2 for value, length_m in known)
    except (TypeError, ValueError):
        return {field: next(value for value in distinct if not isinstance(value, (int, float)))}
    return {field: math.sqrt(squares / sum(length_m for _, length_m in known))}


def _unknown_ground(title: str, settings: LineSettings | None) -> InputError:
    return InputError(
        "“{layer}” has lines and no polygons. For the ground behind front lines give the land that they divide as "
        "THEATRE, and which part of it is held: points or polygons in it as MARKS, or left or right as {side}.",
        layer=title,
        side=settings.side_parameter if settings else "SIDE",
    )
