# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that QGIS cannot open, or opens without geometry or coordinate system: read by core and given as layers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ...core.maps import formats
from ..field_kinds import REAL, TEXT, WHOLE, qgis_type
from ..locations import FILE_PROPERTY
from ..parameters.maps import MAPS, MAPS_CRS

if TYPE_CHECKING:
    from ...core.maps.snapshots import RawMap

VECTOR = QgsProcessingUtils.LayerHint.Vector
TABLE = "CSV"  # how QGIS calls a table of text that it has opened as a file
_KINDS = {(3, 6): "MultiPolygon", (1, 5): "MultiLineString", (0, 4): "MultiPoint"}  # by types of shapely
_LARGEST_INTEGER = 2**31 - 1
_LARGEST_NUMBER = 2**53  # beyond it, numbers of 64 bits are not exact


def with_file_layers(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, Any]:
    """Return the parameters with a temporary layer for each map in a file that QGIS does not read right.

    Raises InputError if the file cannot be read.
    """
    replaced = {}
    for name in MAPS:
        definition = algorithm.parameterDefinition(name)
        if name in parameters and definition is not None and not definition.isDestination():
            crs = given_crs(algorithm, parameters, context)
            value = parameters[name]
            is_list = isinstance(value, (list, tuple))
            found = [_layer_of(one, crs, context) for one in (value if is_list else [value])]
            replaced[name] = found if is_list else found[0]
    return {**parameters, **replaced}


def given_crs(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> QgsCoordinateReferenceSystem | None:
    """Return the CRS that the user gives to maps that have none; None if there is none."""
    if algorithm.parameterDefinition(MAPS_CRS) is None:
        return None
    crs = algorithm.parameterAsCrs(parameters, MAPS_CRS, context)
    return crs if crs.isValid() else None


def crs_text(crs: QgsCoordinateReferenceSystem | None) -> str | None:
    """Return a CRS as WKT for core."""
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED) if crs else None


def _layer_of(value: Any, crs: QgsCoordinateReferenceSystem | None, context: QgsProcessingContext) -> Any:
    """The layer of a file that QGIS does not read right; any other value as it is."""
    path = _file_of(value, context)
    if path is None:
        return value
    from ...core.maps.formats import read_file

    return layer_from(read_file(path, crs=crs_text(crs), parameter=MAPS_CRS), path)


def _file_of(value: Any, context: QgsProcessingContext) -> Path | None:
    """The file of a parameter's value if core must read it; None if QGIS reads it, or it is no such file."""
    if isinstance(value, str) and value and _is_map_file(Path(value)):
        layer = QgsProcessingUtils.mapLayerFromString(value, context, True, VECTOR)
        shown = isinstance(layer, QgsVectorLayer) and layer.storageType().startswith(formats.STORAGE_TYPES)
        return None if shown else Path(value)
    layer = QgsProcessingUtils.mapLayerFromString(value, context, False) if isinstance(value, str) else value
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid() or layer.storageType() != TABLE:
        return None
    if (layer.isSpatial() and layer.crs().isValid()) or layer.subsetString() or layer.isModified():
        return None
    path = Path(QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path") or "")
    return path if _is_map_file(path) else None


def _is_map_file(path: Path) -> bool:
    try:
        return path.is_file() and formats.is_readable(path)
    except (OSError, ValueError):  # no file can have such a name
        return False


def layer_from(raw: RawMap, path: Path) -> QgsVectorLayer:
    """Return a map that core has read from a file as a temporary layer; geometries of several kinds as collections."""
    from ...core.libraries import shapely

    present = set(shapely.get_type_id(raw.geometries).tolist()) - {-1}
    kind = next((kind for types, kind in _KINDS.items() if present <= set(types)), "GeometryCollection")
    layer = QgsVectorLayer(kind, raw.title, "memory")
    layer.setCrs(QgsCoordinateReferenceSystem.fromWkt(raw.crs_wkt))
    layer.setCustomProperty(FILE_PROPERTY, str(path))
    kinds = [_kind_of(raw.values(name)) for name in raw.fields]
    layer.dataProvider().addAttributes([QgsField(name, qgis_type(one)) for name, one in zip(raw.fields, kinds)])
    layer.updateFields()
    features = []
    for values, shape in zip(raw.attributes, raw.geometries):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([_cell(values.get(name), one) for name, one in zip(raw.fields, kinds)])
        if shape is not None:
            if kind == "GeometryCollection" and shape.geom_type != kind:
                shape = shapely.geometrycollections([shape])
            geometry = QgsGeometry()
            geometry.fromWkb(shapely.to_wkb(shape))
            feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def _kind_of(values: list[Any]) -> str:
    """The kind of a field: whole numbers, numbers, or text for anything else."""
    present = [value for value in values if value is not None]
    are_numbers = all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in present)
    if not present or not are_numbers or max(map(abs, present)) > _LARGEST_NUMBER:
        return TEXT
    are_whole = all(isinstance(value, int) and abs(value) <= _LARGEST_INTEGER for value in present)
    return WHOLE if are_whole else REAL


def _cell(value: Any, kind: str) -> Any:
    return str(value) if value is not None and kind == TEXT else value
