# SPDX-License-Identifier: GPL-2.0-or-later
"""What surrounds a measurement: theatre, home, sectors and places, read from their layers into the frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import InputError
from ...styles.texts import depth_text
from .. import wording
from ..background import in_background
from ..bridge import LayerInput
from ..cancelling import check_cancel
from . import options
from .options import Options

if TYPE_CHECKING:
    from ...core.change.pair import Scene
    from ...core.change.places import Places
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.polygons import HeldArea, LonLatPolygons
    from ...core.maps.snapshots import RawMap
    from ...core.sectors.partition import Partition

NAME_FIELDS = ("name", "sector", "title", "label")


@dataclass(frozen=True)
class Surroundings:
    """The scene as core takes it, and the places (None: none were given) with their names."""

    scene: Scene
    places: Places | None
    place_names: tuple[str, ...]


def read_surroundings(
    layers: Mapping[str, LayerInput | None],
    chosen: Options,
    frame: Frame,
    measures: tuple[str, ...],
    feedback: QgsProcessingFeedback,
) -> Surroundings:
    """Read all that was given. Raises InputError for a layer without polygons; repairs and the like are warned of."""
    from ...core.change.pair import FRONT, Scene
    from ...core.sectors.partition import Partition

    def area(name: str) -> HeldArea | None:
        layer = layers.get(name)
        return held_in_frame(polygons_of(layer, name, feedback)[0], frame, feedback) if layer else None

    theatre, home = area(options.THEATRE), area(options.HOME)
    sectors = layers.get(options.SECTORS)
    partition = _partition(sectors, chosen.sector_field, frame, feedback) if sectors else Partition()
    places, names = _places(layers.get(options.PLACES), chosen.place_field, frame, feedback)
    if theatre is None and FRONT in measures:
        feedback.pushInfo(
            QCoreApplication.translate(
                "FrontlineChange",
                "No theatre is given, so front lengths stay empty: without the land's edge there is no honest figure.",
            )
        )
    scene = Scene(partition, frame, chosen.settings, theatre, home, measures)
    if FRONT in measures and in_background(feedback, lambda: scene.zone is not None and scene.zone.geometry.is_empty):
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Layer “{layer}”: no ground of the theatre lies farther than EDGE_TOLERANCE ({distance}) from its edge, so "
            "nothing can be front. Choose a smaller EDGE_TOLERANCE.",
        )
        distance = depth_text(chosen.edge_tolerance_m / 1e3)
        feedback.pushWarning(text.format(layer=layers[options.THEATRE].name, distance=distance))
    return Surroundings(scene, places, names)


def held_in_frame(source: LonLatPolygons, frame: Frame, feedback: QgsProcessingFeedback) -> HeldArea:
    """Return the union of a layer's polygons in the frame, and warn of what had to be repaired."""
    from ...core.geometry.polygons import held_area

    held = in_background(feedback, held_area, source, frame)
    if held.repairs:
        feedback.pushWarning(wording.repair_text(held.repairs, source.layer))
    return held


def polygons_of(layer: LayerInput, parameter: str, feedback: QgsProcessingFeedback) -> tuple[LonLatPolygons, RawMap]:
    """Return the polygons of a layer, and the layer as read. Raises InputError when it has none."""
    from ...core.geometry.polygons import lonlat_polygons

    raw = layer.raw_map(feedback.isCanceled)
    check_cancel(feedback)
    polygons = in_background(feedback, lonlat_polygons, raw.geometries, raw.crs_wkt, layer.name)
    if not len(polygons.polygons):
        raise InputError(
            "Layer “{layer}”, given as {parameter}, has no polygons. Choose a polygon layer or leave it empty.",
            layer=layer.name,
            parameter=parameter,
        )
    return polygons, raw


def _partition(layer: LayerInput, field: str | None, frame: Frame, feedback: QgsProcessingFeedback) -> Partition:
    from ...core.sectors.partition import partition

    polygons, raw = polygons_of(layer, options.SECTORS, feedback)
    made = in_background(feedback, partition, polygons, feature_names(raw, field), frame)
    for text in wording.sector_texts(made.findings, layer.name):
        feedback.pushWarning(text)
    return made


def _places(
    layer: LayerInput | None, field: str | None, frame: Frame, feedback: QgsProcessingFeedback
) -> tuple[Places | None, tuple[str, ...]]:
    from ...core.change.places import places_in_plane

    if layer is None:
        return None, ()
    raw = layer.raw_map(feedback.isCanceled)
    check_cancel(feedback)
    names = tuple(
        str(name) if name is not None else f"place {number}" for number, name in enumerate(feature_names(raw, field), 1)
    )
    places = in_background(feedback, places_in_plane, raw.geometries, raw.crs_wkt, layer.name, frame)
    if not any(places.point[:, 0] == places.point[:, 0]):  # only NaN, or nothing at all
        raise InputError(
            "Layer “{layer}”, given as {parameter}, has no points or polygons. Choose another layer or leave it empty.",
            layer=layer.name,
            parameter=options.PLACES,
        )
    return places, names


def feature_names(raw: RawMap, given: str | None) -> list[Any]:
    """Return a name per feature: of the field given, or the one called name, or the first that holds text."""
    if given and given not in raw.fields:
        raise InputError(
            "Layer “{layer}” has no field “{field}”. Its fields are: {fields}.",
            layer=raw.title,
            field=given,
            fields=", ".join(raw.fields) or "–",
        )
    field = given or next(iter(_name_fields(raw)), None)
    return raw.values(field) if field else [None] * len(raw.attributes)


def _name_fields(raw: RawMap) -> list[str]:
    by_name = {field.casefold(): field for field in raw.fields}
    called_so = [by_name[name] for name in NAME_FIELDS if name in by_name]
    texts = [field for field in raw.fields if any(isinstance(value, str) for value in raw.values(field))]
    return called_so or texts
