# SPDX-License-Identifier: GPL-2.0-or-later
"""Results of core as features of QGIS: rows with their fields, geometries in the CRS of an output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import repeat
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDateTime

from ... import formatting
from ..conversion import qdatetime
from ..field_kinds import INSTANT, TEXT, qgis_type
from .fields import Table, by_name

if TYPE_CHECKING:
    import numpy as np

    from ...core.geometry.geodesy import Frame
    from ...core.geometry.partition import Partition


class FrameGeometries:
    """Converts geometries of the working frame to QGIS geometries in the CRS of an output."""

    def __init__(self, frame: Frame, crs: QgsCoordinateReferenceSystem) -> None:
        from ...core.libraries import pyproj

        self._frame = frame
        target = pyproj.CRS.from_user_input(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED))
        self._transformer = pyproj.Transformer.from_crs("EPSG:4326", target, always_xy=True)

    def of_sectors(self, partition: Partition) -> list[QgsGeometry | None]:
        """Return the polygons of sectors; those that the frame cannot show are as drawn."""
        sectors = self(partition.geometries)
        for index, (shape, _) in partition.drawn.items():
            (sectors[index],) = self([shape], in_degrees=True)
        return sectors

    def __call__(self, geometries: Any, in_degrees: bool = False) -> list[QgsGeometry | None]:
        """Return a list of QGIS geometries, None for None; polygons become multipolygons.

        The geometries are in the frame, or `in_degrees`.
        """
        import numpy as np

        from ...core.libraries import shapely

        def back(xy: np.ndarray) -> np.ndarray:
            lonlat = xy if in_degrees else self._frame.unproject(xy)
            return np.column_stack(self._transformer.transform(lonlat[:, 0], lonlat[:, 1]))

        if not len(geometries):
            return []
        result: list[QgsGeometry | None] = []
        for binary in shapely.to_wkb(shapely.transform(np.asarray(geometries, dtype=object), back)):
            if binary is None:
                result.append(None)
                continue
            geometry = QgsGeometry()
            geometry.fromWkb(binary)
            if geometry.type() == QgsWkbTypes.GeometryType.PolygonGeometry:
                geometry.convertToMultiType()
            result.append(geometry)
        return result


def qgs_fields(table: Table) -> QgsFields:
    """Return the QGIS fields of a table."""
    fields = QgsFields()
    for field in table.values():
        fields.append(QgsField(field.name, qgis_type(field.kind)))
    return fields


def qgs_feature(fields: QgsFields, values: Mapping[str, Any], geometry: QgsGeometry | None = None) -> QgsFeature:
    """Return a feature. NaN and infinity become null."""
    feature = QgsFeature(fields)
    feature.setAttributes([_attribute(values[field.name()]) for field in fields])
    if geometry is not None:
        feature.setGeometry(geometry)
    return feature


def qgs_features(
    table: Table, rows: Iterable[Mapping[str, Any]], geometries: Iterable[QgsGeometry | None] | None = None
) -> Iterator[QgsFeature]:
    """Yield a feature for each row of a table, with its geometry if `geometries` is given."""
    fields = qgs_fields(table)
    for values, geometry in zip(rows, repeat(None) if geometries is None else geometries):
        yield qgs_feature(fields, values, geometry)


def qgs_rows(table: Table, rows: Iterable[list[Any]]) -> Iterator[QgsFeature]:
    """Yield a feature without geometry for each row of QGIS attribute values, in the order of the table's fields."""
    fields = qgs_fields(table)
    for values in rows:
        feature = QgsFeature(fields)
        feature.setAttributes(values)
        yield feature


def instants_as_text(table: Table) -> Table:
    """Return a table with text instead of instants."""
    return {name: field._replace(kind=TEXT) if field.kind == INSTANT else field for name, field in table.items()}


def with_instants_as_text(table: Table, features: Iterable[QgsFeature]) -> Iterator[QgsFeature]:
    """Yield the features of a table with instants as text: `2025-06-02T00:00:00Z`."""
    fields = qgs_fields(instants_as_text(table))
    instants = [index for index, field in enumerate(table.values()) if field.kind == INSTANT]
    for feature in features:
        converted = QgsFeature(fields)
        values = feature.attributes()
        for index in instants:
            if isinstance(values[index], QDateTime):
                values[index] = formatting.iso(values[index])
        converted.setAttributes(values)
        converted.setGeometry(feature.geometry())
        yield converted


def set_headings(layer: QgsVectorLayer) -> None:
    """Set the headings in the user's language as aliases of a result's fields."""
    known = by_name(layer.fields().names())
    for index, field in enumerate(layer.fields()):
        if field.name() in known:
            layer.setFieldAlias(index, known[field.name()].translated_heading)


def number_or_none(value: float) -> float | None:
    """Return a number as float; None for NaN and infinity, which are never written."""
    number = float(value)
    return number if number - number == 0 else None


def _attribute(value: Any) -> Any:
    if isinstance(value, datetime):
        return qdatetime(value)
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, int):
        return value
    return number_or_none(value)
