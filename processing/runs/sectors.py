# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of `createsectors`: read what the method needs, let core make the sectors, check and write them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ...core.errors import InputError
from ...core.maps.dates import date_field_of
from .. import wording
from ..background import in_background
from ..bridge import FrameGeometries, LayerInput
from ..cancelling import check_cancel
from ..inputs.dated_maps import given_date, how_to_read, read_snapshot
from ..inputs.place_table import points_of_table
from ..inputs.surroundings import feature_names, held_in_frame, polygons_of
from ..outputs.writer import Output
from ..sectors_wording import finding_text
from ..tables.fields import REAL, TEXT, YES_NO, qgs_feature, qgs_fields
from .run import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...core.geometry.geodesy import Coordinates, Frame
    from ...core.maps.snapshots import RawMap
    from ...core.sectors.making import Check, Made

REGIONS, PARTITION, PLACES, FRONT, CORRIDORS = "regions", "partition", "places", "front", "corridors"
METHODS = (REGIONS, PARTITION, PLACES, FRONT, CORRIDORS)

SECTORS_TABLE = {"sector": TEXT, "code": TEXT, "area_km2": REAL, "method": TEXT, "coarse": YES_NO}

# Which parameters a method reads: what the method card says.
USED_BY = {
    REGIONS: ("COUNTRY",),
    PARTITION: ("NAME_FIELD", "OVERLAPS", "FILL_GAPS", "GAP_WIDTH"),
    PLACES: ("NAME_FIELD", "RADIUS", "EDGE_TOLERANCE"),
    FRONT: ("LENGTH", "DEPTH", "SMOOTHING", "DATE", "CLASSES", "EDGE_TOLERANCE"),
    CORRIDORS: ("NAME_FIELD", "WIDTH"),
}

UNITS_OF_UKRAINE = 27
LARGEST_ROUNDING_M2 = 1.0  # each border point is rounded to the millimetre


def world_map_layer() -> QgsVectorLayer:
    """Return the layer of regions in the world map that QGIS ships. Raises InputError where it has none."""
    path = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    layer = QgsVectorLayer(f"{path}|layername=states_provinces", "world_map", "ogr")
    if not layer.isValid():
        raise InputError(
            "This QGIS has no world map with regions ({path}). Load a layer of regions and use the method “partition”.",
            path=path,
        )
    return layer


class SectorsRun(Run):
    """Holds what one run has read and made so far."""

    def __init__(self, *arguments: Any, of_lines: bool) -> None:
        super().__init__(*arguments)
        self._of_lines = of_lines
        self._method = self._choice("METHOD")
        self._theatre_held: Any | None = None
        self._codes: dict[str, str | None] = {}
        self._frame: Frame
        self._made: Made

    def make(self) -> None:
        """Read and make the sectors; raises InputError when that cannot be done."""
        makers = {
            REGIONS: self._regions,
            PARTITION: self._partition,
            PLACES: self._places,
            FRONT: self._front,
            CORRIDORS: self._corridors,
        }
        self._made = makers[self._method]()
        if not len(self._made.names):
            raise InputError("No sector has any ground. Do the layer and the theatre lie in the same place?")
        for finding in self._made.findings:
            self._warn(finding_text(finding))
        self._progress(70)

    def write(self) -> dict[str, Any]:
        """Check the sectors, write them and return all outputs of the algorithm."""
        from ...core.sectors.making import check

        found = in_background(self._feedback, check, self._made.geometries)
        self._progress(85)
        headline = self._headline(found)
        layer = self._layers.get("LAYER")
        own = layer is not None and self._method != REGIONS and not layer.is_table
        crs = layer.crs if own else QgsCoordinateReferenceSystem("EPSG:4326")
        outputs = self._outputs(FrameGeometries(self._frame, crs))
        written = self._write(outputs, headline, self._facts(headline, found), crs)
        return {
            **written,
            "COUNT": len(self._made.names),
            "AREA_KM2": found.area_m2 / 1e6,
            "OVERLAP_KM2": found.overlap_m2 / 1e6,
            "GAPS_KM2": found.gaps_m2 / 1e6,
        }

    # the methods

    def _regions(self) -> Made:
        from ...core.geometry.polygons import lonlat_polygons
        from ...core.sectors.regions import FIELDS, units_of
        from ...core.sectors.tidy import FIRST, drawn, tidied

        world = LayerInput(world_map_layer())
        survey = [(identifier, values) for identifier, values, _ in world.survey(FIELDS)]
        country = self._text("COUNTRY")
        units = units_of(country, [values for _, values in survey])
        in_file = sorted(units, key=lambda unit: survey[unit.row][0])
        shapes = world.shapes(world.binaries([survey[unit.row][0] for unit in in_file]))
        source = lonlat_polygons(shapes, world.crs_wkt, world.name)
        self._place_frame(source.coordinates)
        names, ground, _, _ = in_background(self._feedback, drawn, source, [unit.name for unit in in_file], self._frame)
        self._codes = {unit.name: unit.code for unit in units}
        self._warn_of_regions(len(units), ukrainian=any(str(unit.code).startswith("UA-") for unit in units))
        made = in_background(self._feedback, tidied, names, ground, FIRST, False, 0.0, self._theatre())
        return _by_name(made)

    def _partition(self) -> Made:
        from ...core.sectors.making import Made
        from ...core.sectors.tidy import drawn, tidied

        layer = self._layer()
        source, raw = polygons_of(layer, "LAYER", self._feedback)
        self._place_frame(source.coordinates)
        names, ground, findings, repairs = in_background(
            self._feedback, drawn, source, feature_names(raw, self._field("NAME_FIELD")), self._frame
        )
        if repairs:
            self._warn(wording.repair_text(repairs, layer.name))
        self._progress(30)
        made = in_background(
            self._feedback,
            tidied,
            names,
            ground,
            self._choice("OVERLAPS"),
            self._algorithm.parameterAsBool(self._parameters, "FILL_GAPS", self._context),
            self._number("GAP_WIDTH"),
            self._theatre(),
        )
        return Made(made.names, made.geometries, (*findings, *made.findings))

    def _places(self) -> Made:
        import numpy as np

        from ...core.change.places import places_in_plane
        from ...core.geometry.geodesy import to_lonlat
        from ...core.libraries import shapely
        from ...core.sectors.making import around_places, place_names

        layer = self._layer()
        raw = points_of_table(layer) if layer.is_table else self._raw(layer)
        xy = shapely.get_coordinates(shapely.centroid(raw.geometries))
        if not np.isfinite(xy).all(axis=1).any():
            raise InputError(
                "Layer “{layer}” has no points or polygons, so there are no places to make sectors around.",
                layer=layer.name,
            )
        self._place_frame(to_lonlat(xy[np.isfinite(xy).all(axis=1)], raw.crs_wkt, layer.name))
        names = place_names(feature_names(raw, self._field("NAME_FIELD")))
        places = in_background(self._feedback, places_in_plane, raw.geometries, raw.crs_wkt, layer.name, self._frame)
        self._progress(30)
        radius_m = self._positive("RADIUS")
        edge_m = self._number("EDGE_TOLERANCE")
        return in_background(self._feedback, around_places, names, places.point, radius_m, self._theatre(), edge_m)

    def _front(self) -> Made:
        from ...core.sectors.making import along_front

        layer = self._layer()
        lines = self._drawn_front(layer) if self._of_lines else self._front_of_map(layer)
        self._progress(50)
        return in_background(
            self._feedback,
            along_front,
            lines,
            self._positive("LENGTH"),
            self._positive("DEPTH"),
            self._number("SMOOTHING"),
            self._theatre(),
        )

    def _corridors(self) -> Made:
        from ...core.geometry.lines import lines_in_plane, lonlat_lines
        from ...core.libraries import shapely
        from ...core.sectors.making import corridors
        from ...core.sectors.tidy import usable_names

        layer = self._layer()
        raw = self._raw(layer)
        source = lonlat_lines(raw.geometries, raw.crs_wkt, layer.name)
        self._require_lines(layer, len(source.lines))
        self._place_frame(source.coordinates)
        labels, findings = usable_names(feature_names(raw, self._field("NAME_FIELD")), source.feature)
        axes: dict[str, list[Coordinates]] = {}
        for line, feature in zip(lines_in_plane(source, self._frame), source.feature.tolist()):
            axes.setdefault(labels[feature], []).append(shapely.get_coordinates(line))
        width_m = self._positive("WIDTH")
        made = in_background(self._feedback, corridors, list(axes), list(axes.values()), width_m, self._theatre())
        return type(made)(made.names, made.geometries, (*findings, *made.findings))

    # what they need

    def _front_of_map(self, layer: LayerInput) -> list[Coordinates]:
        """The front of a map of polygons, held ground on its left."""
        from ...core.front.contact_line import boundary_without_seams, front_lines
        from ...core.front.zone import Zone
        from ...core.geometry.polygons import in_plane, lonlat_polygons
        from ...core.maps.clean import SEAM_WIDTH_M

        if self._layers["THEATRE"] is None:
            raise InputError(
                "Sectors along the front of a map need THEATRE: without it coast and state border would count as "
                "front. Or give the front as lines."
            )
        how = how_to_read(self._algorithm, self._parameters, self._context)
        given = given_date(self._algorithm, self._parameters, "DATE", self._context)
        snapshot = read_snapshot(layer, how, given, "LAYER", "DATE", self._feedback)
        classes = self._algorithm.parameterAsEnumStrings(self._parameters, "CLASSES", self._context)
        source = lonlat_polygons(snapshot.chosen(classes), snapshot.crs_wkt or layer.crs_wkt, layer.name)
        if not len(source.polygons):
            raise InputError(
                "Layer “{layer}” has no polygons of the classes {classes}. Choose other classes in CLASSES, or another "
                "layer.",
                layer=layer.name,
                classes=", ".join(classes),
            )
        self._place_frame(source.coordinates)
        held = held_in_frame(source, self._frame, self._feedback)
        self._progress(30)
        zone = in_background(self._feedback, Zone.of, self._theatre(), self._number("EDGE_TOLERANCE"), None)
        pieces = in_background(self._feedback, in_plane, source, self._frame).polygons
        edges, _ = in_background(self._feedback, boundary_without_seams, held.geometry, pieces, SEAM_WIDTH_M)
        return in_background(self._feedback, front_lines, edges, zone)

    def _drawn_front(self, layer: LayerInput) -> list[Coordinates]:
        """The front given as lines, as of the date wanted."""
        import numpy as np

        from ...core.geometry.lines import joined, lines_in_plane, lonlat_lines
        from ...core.libraries import shapely
        from ...core.maps.dated_lines import rows_as_of

        raw = self._raw(layer)
        date_field = self._field("DATE_FIELD") or date_field_of(list(raw.fields))
        given = given_date(self._algorithm, self._parameters, "DATE", self._context)
        rows = rows_as_of(raw, date_field, given, "DATE")
        source = lonlat_lines(raw.geometries[rows], raw.crs_wkt, layer.name)
        self._require_lines(layer, len(source.lines))
        self._place_frame(source.coordinates)
        xy, line = shapely.get_coordinates(lines_in_plane(source, self._frame), return_index=True)
        within = np.flatnonzero(line[1:] == line[:-1])
        return joined(xy[within], xy[within + 1])

    def _layer(self) -> LayerInput:
        layer = self._layers["LAYER"]
        if layer is None:
            raise InputError(
                "The method “{method}” needs a layer: polygons for partition, points for places, a map of control or "
                "front lines for front, lines for corridors. Give it in LAYER.",
                method=self._method,
            )
        return layer

    def _raw(self, layer: LayerInput) -> RawMap:
        raw = layer.raw_map(self._feedback.isCanceled)
        check_cancel(self._feedback)
        return raw

    def _require_lines(self, layer: LayerInput, count: int) -> None:
        if not count:
            raise InputError(
                "Layer “{layer}” has no lines, which the method “{method}” needs.",
                layer=layer.name,
                method=self._method,
            )

    def _place_frame(self, lonlat: Coordinates) -> None:
        from ...core.geometry.geodesy import Frame

        self._frame = Frame.around(lonlat)
        self._progress(15)

    def _theatre(self) -> Any | None:
        layer = self._layers["THEATRE"]
        if layer is None:
            return None
        if self._theatre_held is None:
            source, _ = polygons_of(layer, "THEATRE", self._feedback)
            self._theatre_held = held_in_frame(source, self._frame, self._feedback).geometry
        return self._theatre_held

    def _positive(self, name: str) -> float:
        value_m = self._number(name)
        if not value_m > 0:
            raise InputError("{parameter} is {value} metres; give more than 0.", parameter=name, value=f"{value_m:g}")
        return value_m

    # results

    def _warn_of_regions(self, count: int, *, ukrainian: bool) -> None:
        tr = QCoreApplication.translate
        self._warn(
            tr(
                "FrontlineChange",
                "QGIS's built-in regions are coarse: borders may be off by kilometres. They tell roughly which region "
                "a place is in; for shares of a region, or places near a border, use a better layer.",
            )
        )
        if ukrainian and count != UNITS_OF_UKRAINE:
            text = tr("FrontlineChange", "This QGIS's world map has {count} regions of Ukraine instead of {usual}.")
            self._warn(text.format(count=count, usual=UNITS_OF_UKRAINE))

    def _headline(self, found: Check) -> str:
        tr = QCoreApplication.translate
        text = tr("FrontlineChange", "Sectors: {count}, with {area} in all; {verdict}.")
        if found.overlap_m2 > LARGEST_ROUNDING_M2:
            verdict = tr("FrontlineChange", "no partition, they overlap by {area} km²")
        elif found.gaps:
            verdict = tr("FrontlineChange", "a partition (no overlaps) around {gaps} gaps of {area} km²")
        else:
            verdict = tr("FrontlineChange", "a partition (no overlaps, no gaps enclosed)")
        wrong_m2 = found.overlap_m2 if found.overlap_m2 > LARGEST_ROUNDING_M2 else found.gaps_m2
        return text.format(
            count=len(self._made.names),
            area=wording.area_text(found.area_m2 / 1e6),
            verdict=verdict.format(gaps=found.gaps, area=QLocale().toString(wrong_m2 / 1e6, "g", 3)),
        )

    def _facts(self, headline: str, found: Check) -> dict[str, Any]:
        layer, theatre = self._layers["LAYER"], self._layers["THEATRE"]
        return {
            "headline": headline,
            "method_of_sectors": self._method,
            "sectors": len(self._made.names),
            "overlap_km2": found.overlap_m2 / 1e6,
            "gaps_km2": found.gaps_m2 / 1e6,
            "layer": "world_map.gpkg, states_provinces" if self._method == REGIONS else layer.name,
            "theatre": theatre.name if theatre else None,
            "settings": {name: self._setting(name) for name in USED_BY[self._method]},
            "frame": self._frame.definition,
        }

    def _setting(self, name: str) -> str:
        if name == "CLASSES":
            return ",".join(self._algorithm.parameterAsEnumStrings(self._parameters, name, self._context))
        return self._text(name)

    def _outputs(self, geometries: FrameGeometries) -> Iterator[Output]:
        from ...core.libraries import shapely

        areas_m2 = shapely.area(self._made.geometries)
        layout = qgs_fields(SECTORS_TABLE)

        def features() -> Iterator[QgsFeature]:
            shapes = geometries(self._made.geometries)
            for name, area_m2, shape in zip(self._made.names, areas_m2.tolist(), shapes):
                values = {
                    "sector": name,
                    "code": self._codes.get(name),
                    "area_km2": area_m2 / 1e6,
                    "method": self._method,
                    "coarse": self._method == REGIONS,
                }
                yield qgs_feature(layout, values, _valid(shape))

        title = QCoreApplication.translate("FrontlineChange", "Sectors ({method})").format(method=self._method)
        yield Output("SECTORS", SECTORS_TABLE, QgsWkbTypes.Type.MultiPolygon, title, "sectors", features())


def _valid(shape: QgsGeometry) -> QgsGeometry:
    """A multipolygon that is valid in the CRS of the output too, where straight means something else."""
    if shape.isGeosValid():
        return shape
    mended = shape.makeValid()
    mended.convertGeometryCollectionToSubclass(QgsWkbTypes.GeometryType.PolygonGeometry)
    mended.convertToMultiType()
    return mended


def _by_name(made: Made) -> Made:
    """Sectors in the order of their names."""
    import numpy as np

    order = np.argsort(np.array(made.names), kind="stable")
    return type(made)(tuple(made.names[place] for place in order), made.geometries[order], made.findings)
