# SPDX-License-Identifier: GPL-2.0-or-later
"""The context of a measurement: theatre, home, sectors and places, read from their layers into the frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QVariant

from ... import formatting
from ...core.errors import InputError
from ...core.findings import Finding
from ...core.units import KM
from .. import messages
from ..conversion import plain_value
from ..parameters import measuring
from ..progress import Progress
from .held_areas import held_in_frame, warn_of_wide_edges
from .layers import LayerInput
from .options import Options
from .place_table import points_of_table
from .run_parameters import RunParameters

if TYPE_CHECKING:
    from ...core.change.places import Places
    from ...core.context import MeasurementContext
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.partition import Partition
    from ...core.geometry.polygons import HeldArea, LonLatPolygons
    from ...core.maps.snapshots import RawMap

NAME_FIELDS = ("name", "sector", "title", "label")


@dataclass(frozen=True)
class ContextInputs:
    """The context of a measurement for core, and the places (None without a layer of places) with their names."""

    measurement_context: MeasurementContext
    places: Places | None
    place_names: tuple[str, ...]


def read_context(
    parameters: RunParameters, options: Options, frame: Frame, measures: tuple[str, ...], progress: Progress
) -> ContextInputs:
    """Return theatre, home, sectors and places, as far as they were given.

    Raises InputError for a layer without polygons. Warns of repairs and overlaps.
    """
    from ...core.context import FRONT, MeasurementContext
    from ...core.geometry.partition import Partition

    def area(name: str) -> HeldArea | None:
        layer = parameters.optional_layer(name)
        return held_in_frame(polygons_of(layer, name, progress)[0], frame, progress, only_near=True) if layer else None

    theatre, home = area(measuring.THEATRE), area(measuring.HOME)
    sectors = parameters.optional_layer(measuring.SECTORS)
    partition = _partition(sectors, options, frame, progress) if sectors else Partition()
    places, names = _places(parameters.optional_layer(measuring.PLACES), options.place_field, frame, progress)
    if theatre is None and FRONT in measures:
        progress.info(
            QCoreApplication.translate(
                "FrontlineChange",
                "Front length needs the country's outline (THEATRE); without it those fields stay empty.",
            )
        )
    measurement_context = MeasurementContext(partition, frame, options.settings, theatre, home, measures)
    if FRONT in measures and progress.call(
        lambda: measurement_context.zone is not None and measurement_context.zone.geometry.is_empty
    ):
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Layer “{layer}”: no ground of the theatre lies farther than EDGE_TOLERANCE ({distance}) from its edge, so "
            "nothing can be front. Choose a smaller EDGE_TOLERANCE.",
        )
        distance = formatting.depth_text(options.edge_tolerance_m / KM)
        progress.warn(text.format(layer=parameters.layer_name(measuring.THEATRE), distance=distance))
    return ContextInputs(measurement_context, places, names)


def read_raw(layer: LayerInput, progress: Progress) -> RawMap:
    """Return the raw features of a layer. Raises Cancelled."""
    raw = layer.raw_map(progress.is_cancelled)
    progress.check()
    return raw


def polygons_of(layer: LayerInput, parameter: str, progress: Progress) -> tuple[LonLatPolygons, RawMap]:
    """Return the polygons of a layer in degrees, and the raw layer; warn of features without a polygon.

    Raises InputError if there is no polygon at all.
    """
    from ...core.geometry.polygons import lonlat_polygons

    raw = read_raw(layer, progress)
    polygons = progress.call(lonlat_polygons, raw.geometries, raw.crs_wkt, layer.name)
    if not len(polygons.polygons):
        raise InputError(
            "Layer “{layer}”, given as {parameter}, has no polygons. Choose a polygon layer or leave it empty.",
            layer=layer.name,
            parameter=parameter,
        )
    left_out = len(raw.geometries) - len(set(polygons.feature.tolist()))
    if left_out:
        progress.warn(messages.finding_text(Finding("no_polygon", left_out), layer.name))
    return polygons, raw


def _partition(layer: LayerInput, options: Options, frame: Frame, progress: Progress) -> Partition:
    from ...core.geometry.partition import partition

    polygons, raw = polygons_of(layer, measuring.SECTORS, progress)
    warn_of_wide_edges(polygons, progress)
    names = feature_names(raw, options.sector_field)
    made = progress.call(partition, polygons, names, frame, options.nearest_sector_within_m)
    for text in messages.sector_texts(made, layer.name):
        progress.warn(text)
    return made


def _places(
    layer: LayerInput | None, field: str | None, frame: Frame, progress: Progress
) -> tuple[Places | None, tuple[str, ...]]:
    from ...core.change.places import places_in_plane

    if layer is None:
        return None, ()
    raw = points_of_table(layer) if layer.is_table else read_raw(layer, progress)
    names = tuple(
        str(name) if name is not None else f"place {number}" for number, name in enumerate(feature_names(raw, field), 1)
    )
    places = progress.call(places_in_plane, raw.geometries, raw.crs_wkt, layer.name, frame)
    if not any(places.point[:, 0] == places.point[:, 0]):  # only NaN, or nothing at all
        raise InputError(
            "Layer “{layer}”, given as {parameter}, has no points or polygons. Choose another layer or leave it empty.",
            layer=layer.name,
            parameter=measuring.PLACES,
        )
    return places, names


def require_field(raw: RawMap, given: str | None) -> None:
    """Raise InputError where a field is given that the layer does not have."""
    if given and given not in raw.fields:
        raise InputError(
            "Layer “{layer}” has no field “{field}”. Its fields are: {fields}.",
            layer=raw.title,
            field=given,
            fields=", ".join(raw.fields) or "–",
        )


def feature_names(raw: RawMap, given: str | None) -> list[Any]:
    """Return a name per feature, from the given field, or the field called name, or the first text field."""
    require_field(raw, given)
    field = given or _name_field(raw.fields, raw.values)
    return raw.values(field) if field else [None] * len(raw.attributes)


def name_field(layer: QgsVectorLayer) -> str:
    """Return the field that holds the names of a layer's features where none is given; empty where there is none."""
    fields = layer.fields()

    def values(name: str) -> Iterator[Any]:
        index = fields.lookupField(name)
        if fields.at(index).type() != QVariant.String:
            return iter(())
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([index])
        return (plain_value(feature.attribute(index)) for feature in layer.getFeatures(request))

    return _name_field(fields.names(), values) or ""


def name_field_in(layer: QgsVectorLayer, language: str) -> str:
    """Return the field with the names in a language (`uk`: `name_uk`), else that of `name_field`."""
    by_name = {field.casefold(): field for field in layer.fields().names()}
    wanted = (f"{name}{sign}{language}" for name in NAME_FIELDS for sign in "_:")
    return next((by_name[name] for name in wanted if name in by_name), "") or name_field(layer)


def _name_field(fields: Sequence[str], values: Callable[[str], Iterable[Any]]) -> str | None:
    """The field called name or the like, else the first that holds any text."""
    by_name = {field.casefold(): field for field in fields}
    called_so = (by_name[name] for name in NAME_FIELDS if name in by_name)
    texts = (field for field in fields if any(isinstance(value, str) for value in values(field)))
    return next(chain(called_so, texts), None)
