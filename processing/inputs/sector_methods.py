# SPDX-License-Identifier: GPL-2.0-or-later
"""The methods of `createsectors`: the input that each reads from layers, and the sectors that core constructs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import InputError
from ...core.findings import Finding
from .. import messages
from ..parameters.maps import DATE_FIELD, DATE_PATTERN
from ..parameters.measuring import CLASSES, EDGE_TOLERANCE, THEATRE
from ..progress import Progress
from .context import feature_names, polygons_of, read_raw
from .held_areas import chosen_polygons, held_in_frame, warn_of_wide_edges
from .layers import LayerInput
from .maps import check_together, read_dated_map
from .place_table import points_of_table
from .run_parameters import RunParameters

if TYPE_CHECKING:
    from ...core.arrays import Coordinates, Geometries
    from ...core.geometry.geodesy import Frame
    from ...core.sectors.construct import NewSectors

REGIONS, PARTITION, PLACES, FRONT, CORRIDORS = "regions", "partition", "places", "front", "corridors"
METHODS = (REGIONS, PARTITION, PLACES, FRONT, CORRIDORS)
LAYER, NAME_FIELD, DATE = "LAYER", "NAME_FIELD", "DATE"
UNITS_OF_UKRAINE = 27

# The parameters that each method reads besides LAYER and THEATRE; the method card lists their values.
READ_BY = {
    REGIONS: ("COUNTRY",),
    PARTITION: ("NAME_FIELD", "OVERLAPS", "FILL_GAPS", "GAP_WIDTH"),
    PLACES: ("NAME_FIELD", "RADIUS", "EDGE_TOLERANCE"),
    FRONT: ("LENGTH", "DEPTH", "SMOOTHING", "DATE", "CLASSES", "EDGE_TOLERANCE"),
    CORRIDORS: ("NAME_FIELD", "WIDTH"),
}


@dataclass(frozen=True)
class ConstructedSectors:
    """Sectors in the frame with their names, official codes if any, and findings."""

    frame: Frame
    names: tuple[str, ...]
    geometries: Geometries
    findings: tuple[Finding, ...]
    codes: dict[str, str | None]


def construct(method: str, parameters: RunParameters, progress: Progress) -> ConstructedSectors:
    """Return the sectors by one of METHODS. Raises InputError when its input cannot be used."""
    return CONSTRUCTORS[method](parameters, progress)


def world_map_layer() -> QgsVectorLayer:
    """Return the layer of regions in QGIS's world map. Raises InputError if this QGIS has none."""
    path = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    layer = QgsVectorLayer(f"{path}|layername=states_provinces", "world_map", "ogr")
    if not layer.isValid():
        raise InputError(
            "This QGIS has no world map with regions ({path}). Load a layer of regions and use the method “partition”.",
            path=path,
        )
    return layer


def _regions(parameters: RunParameters, progress: Progress) -> ConstructedSectors:
    import numpy as np

    from ...core.geometry.polygons import lonlat_polygons
    from ...core.sectors.regions import FIELDS, units_of
    from ...core.sectors.tidy import FIRST, drawn, tidied

    world = LayerInput(world_map_layer())
    survey = [(identifier, values) for identifier, values, _ in world.survey(FIELDS)]
    units = units_of(parameters.text("COUNTRY"), [values for _, values in survey])
    in_file = sorted(units, key=lambda unit: survey[unit.row][0])
    shapes = world.shapes(world.binaries([survey[unit.row][0] for unit in in_file]))
    source = lonlat_polygons(shapes, world.crs_wkt, world.name)
    frame = _frame_around(source.coordinates, progress)
    names, ground, _, _ = progress.call(drawn, source, [unit.name for unit in in_file], frame)
    _warn_of_coarse_regions(len(units), any(str(unit.code).startswith("UA-") for unit in units), progress)
    theatre = _theatre(parameters, frame, progress)
    made = progress.call(tidied, names, ground, FIRST, False, 0.0, theatre)
    order = np.argsort(np.array(made.names), kind="stable")
    return ConstructedSectors(
        frame,
        tuple(made.names[index] for index in order),
        made.geometries[order],
        made.findings,
        {unit.name: unit.code for unit in units},
    )


def _partition(parameters: RunParameters, progress: Progress) -> ConstructedSectors:
    from ...core.sectors.tidy import drawn, tidied

    layer = _layer(parameters, PARTITION)
    source, raw = polygons_of(layer, LAYER, progress)
    warn_of_wide_edges(source, progress)
    frame = _frame_around(source.coordinates, progress)
    given = feature_names(raw, parameters.field(NAME_FIELD))
    names, ground, findings, repairs = progress.call(drawn, source, given, frame)
    if repairs:
        progress.warn(messages.repair_text(repairs, layer.name))
    progress.percent(30)
    fill = parameters.flag("FILL_GAPS"), parameters.number("GAP_WIDTH")
    theatre = _theatre(parameters, frame, progress)
    made = progress.call(tidied, names, ground, parameters.choice("OVERLAPS"), *fill, theatre)
    return _constructed(frame, made, findings)


def _places(parameters: RunParameters, progress: Progress) -> ConstructedSectors:
    import numpy as np

    from ...core.change.places import places_in_plane
    from ...core.geometry.geodesy import to_lonlat
    from ...core.libraries import shapely
    from ...core.sectors.construct import around_places, place_names

    layer = _layer(parameters, PLACES)
    raw = points_of_table(layer) if layer.is_table else read_raw(layer, progress)
    xy = shapely.get_coordinates(shapely.centroid(raw.geometries))
    known = np.isfinite(xy).all(axis=1)
    if not known.any():
        raise InputError(
            "Layer “{layer}” has no points or polygons, so there are no places to make sectors around.",
            layer=layer.name,
        )
    frame = _frame_around(to_lonlat(xy[known], raw.crs_wkt, layer.name), progress)
    names = place_names(feature_names(raw, parameters.field(NAME_FIELD)))
    places = progress.call(places_in_plane, raw.geometries, raw.crs_wkt, layer.name, frame)
    progress.percent(30)
    radius_m, edge_m = _positive_m(parameters, "RADIUS"), parameters.number(EDGE_TOLERANCE)
    theatre = _theatre(parameters, frame, progress)
    return _constructed(frame, progress.call(around_places, names, places.point, radius_m, theatre, edge_m))


def _front(parameters: RunParameters, progress: Progress) -> ConstructedSectors:
    from ...core.sectors.construct import along_front

    layer = _layer(parameters, FRONT)
    frame, lines, theatre = (_drawn_front if layer.has_lines else _front_of_map)(layer, parameters, progress)
    progress.percent(50)
    sizes_m = _positive_m(parameters, "LENGTH"), _positive_m(parameters, "DEPTH"), parameters.number("SMOOTHING")
    return _constructed(frame, progress.call(along_front, lines, *sizes_m, theatre))


def _corridors(parameters: RunParameters, progress: Progress) -> ConstructedSectors:
    from ...core.geometry.lines import lines_in_plane, lonlat_lines
    from ...core.geometry.partition import usable_names
    from ...core.libraries import shapely
    from ...core.sectors.construct import corridors

    layer = _layer(parameters, CORRIDORS)
    raw = read_raw(layer, progress)
    source = lonlat_lines(raw.geometries, raw.crs_wkt, layer.name)
    _require_lines(layer, len(source.lines), CORRIDORS)
    frame = _frame_around(source.coordinates, progress)
    labels, findings = usable_names(feature_names(raw, parameters.field(NAME_FIELD)), source.feature)
    axes: dict[str, list[Coordinates]] = {}
    for line, feature in zip(lines_in_plane(source, frame), source.feature.tolist()):
        axes.setdefault(labels[feature], []).append(shapely.get_coordinates(line))
    width_m, theatre = _positive_m(parameters, "WIDTH"), _theatre(parameters, frame, progress)
    return _constructed(frame, progress.call(corridors, list(axes), list(axes.values()), width_m, theatre), findings)


CONSTRUCTORS: dict[str, Callable[[RunParameters, Progress], ConstructedSectors]] = {
    REGIONS: _regions,
    PARTITION: _partition,
    PLACES: _places,
    FRONT: _front,
    CORRIDORS: _corridors,
}


def _front_of_map(
    layer: LayerInput, parameters: RunParameters, progress: Progress
) -> tuple[Frame, list[Coordinates], Any]:
    """The frame, the front of a map of polygons with held ground on its left, and the theatre in the frame."""
    from ...core.front.contact_line import boundary_without_gaps, front_lines
    from ...core.front.zone import Zone
    from ...core.geometry.polygons import in_plane
    from ...core.maps.clean import GAP_WIDTH_M

    if parameters.optional_layer(THEATRE) is None:
        raise InputError(
            "Sectors along the front of a map need THEATRE: without it coast and state border would count as "
            "front. Or give the front as lines."
        )
    one = read_dated_map(parameters, LAYER, DATE, progress)
    check_together([one], parameters, progress)
    (polygons,) = chosen_polygons([one], parameters.choices(CLASSES), progress)
    frame = _frame_around(polygons.coordinates, progress)
    held = held_in_frame(polygons, frame, progress)
    progress.percent(30)
    theatre = _theatre(parameters, frame, progress)
    zone = progress.call(Zone.of, theatre, parameters.number(EDGE_TOLERANCE), None)
    single = progress.call(in_plane, polygons, frame).polygons
    edges, closed = progress.call(boundary_without_gaps, held.geometry, single, GAP_WIDTH_M)
    if closed.left_open:
        progress.warn(messages.finding_text(Finding("gaps_left", closed.left_open), layer.name))
    return frame, progress.call(front_lines, edges, zone), theatre


def _drawn_front(
    layer: LayerInput, parameters: RunParameters, progress: Progress
) -> tuple[Frame, list[Coordinates], Any]:
    """The frame, the front given as lines as of the wanted date, and the theatre in the frame (None without one)."""
    import numpy as np

    from ...core.geometry.lines import joined, lines_in_plane, lonlat_lines
    from ...core.libraries import shapely
    from ...core.maps.dated_lines import line_dates, rows_as_of
    from ...core.maps.readers import ReadOptions

    raw = read_raw(layer, progress)
    options = ReadOptions(None, parameters.field(DATE_FIELD), parameters.pattern(DATE_PATTERN))
    dates = line_dates(raw, options)
    for note in dates.notes:
        progress.warn(messages.finding_text(note, layer.name))
    rows = rows_as_of(raw, dates, parameters.date(DATE), DATE)
    source = lonlat_lines(raw.geometries[rows], raw.crs_wkt, layer.name)
    _require_lines(layer, len(source.lines), FRONT)
    frame = _frame_around(source.coordinates, progress)
    xy, line = shapely.get_coordinates(lines_in_plane(source, frame), return_index=True)
    within = np.flatnonzero(line[1:] == line[:-1])
    return frame, joined(xy[within], xy[within + 1]), _theatre(parameters, frame, progress)


def _constructed(frame: Frame, made: NewSectors, findings: tuple[Finding, ...] = ()) -> ConstructedSectors:
    return ConstructedSectors(frame, made.names, made.geometries, (*findings, *made.findings), {})


def _layer(parameters: RunParameters, method: str) -> LayerInput:
    layer = parameters.optional_layer(LAYER)
    if layer is None:
        raise InputError(
            "The method “{method}” needs a layer: polygons for partition, points for places, a map of control or "
            "front lines for front, lines for corridors. Give it in LAYER.",
            method=method,
        )
    return layer


def _require_lines(layer: LayerInput, count: int, method: str) -> None:
    if not count:
        raise InputError(
            "Layer “{layer}” has no lines, which the method “{method}” needs.", layer=layer.name, method=method
        )


def _frame_around(lonlat: Coordinates, progress: Progress) -> Frame:
    from ...core.geometry.geodesy import Frame

    progress.percent(15)
    return Frame.around(lonlat)


def _theatre(parameters: RunParameters, frame: Frame, progress: Progress) -> Any | None:
    """The theatre in the frame; None without one."""
    layer = parameters.optional_layer(THEATRE)
    if layer is None:
        return None
    polygons, _ = polygons_of(layer, THEATRE, progress)
    return held_in_frame(polygons, frame, progress).geometry


def _positive_m(parameters: RunParameters, name: str) -> float:
    value_m = parameters.number(name)
    if not value_m > 0:
        raise InputError("{parameter} is {value} metres; give more than 0.", parameter=name, value=f"{value_m:g}")
    return value_m


def _warn_of_coarse_regions(count: int, ukrainian: bool, progress: Progress) -> None:
    tr = QCoreApplication.translate
    progress.warn(
        tr(
            "FrontlineChange",
            "QGIS's built-in regions are coarse: borders may be off by kilometres. They tell roughly which region "
            "a place is in; for shares of a region, or places near a border, use a better layer.",
        )
    )
    if ukrainian and count != UNITS_OF_UKRAINE:
        text = tr("FrontlineChange", "This QGIS's world map has {count} regions of Ukraine instead of {usual}.")
        progress.warn(text.format(count=count, usual=UNITS_OF_UKRAINE))
