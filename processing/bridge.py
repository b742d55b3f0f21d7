# SPDX-License-Identifier: GPL-2.0-or-later
"""The one bridge between QGIS and core: layers to arrays of geometries, and results back to features."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPolygon,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone

from ..core.errors import InputError
from ..core.maps.dates import DateError, find_instant, to_instant
from . import wording
from .cancelling import Cancelled

if TYPE_CHECKING:
    import numpy as np

    from ..core.geometry.geodesy import Frame
    from ..core.maps.snapshots import RawMap

DATE_FIELD_NAMES = ("date", "datetime", "day")
KEPT_AT_MOST_BYTES = 64_000_000


class LayerInput:
    """A vector layer as it was when the run began: safe to read in a worker while the user goes on editing."""

    def __init__(self, layer: QgsVectorLayer, definition: Any = None) -> None:
        self.name = layer.name()
        self._layer_id = layer.id()
        # QGIS gives layers of collections no CRS; their file has one.
        self.crs = layer.crs() if layer.isSpatial() else layer.dataProvider().crs()
        self.fields = layer.fields()
        self.key_fields = frozenset(layer.primaryKeyAttributes())  # places of fields that only number the features
        self.is_table = layer.wkbType() == QgsWkbTypes.Type.NoGeometry
        self._source = QgsVectorLayerFeatureSource(layer)
        self._request = QgsFeatureRequest()
        narrowed = _narrow(self._request, layer, definition)
        self._none_selected = (
            bool(getattr(definition, "selectedFeaturesOnly", False)) and not layer.selectedFeatureCount()
        )
        parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
        self.path = Path(parts["path"]) if parts.get("path") else None
        self.sublayer = parts.get("geometryType") or parts.get("layerName") or ""
        self.is_whole_file = (
            self.path is not None
            and layer.storageType().startswith("GeoJSON")  # not TopoJSON or Esri's, whose files may end in .json too
            and self.path.is_file()
            and not narrowed
            and not layer.subsetString()
            and not layer.isModified()
        )
        self.chose_geometry = bool(parts.get("geometryType"))

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells this input from another."""
        return (str(self.path or self._layer_id), self.sublayer, self.name)

    @property
    def crs_wkt(self) -> str:
        """The CRS as WKT 2. Raises InputError when the layer has none."""
        if self.is_table:
            raise InputError(
                "Layer “{layer}” is a table without geometry, so there is nothing to measure. Choose a layer with a "
                "geometry.",
                layer=self.name,
            )
        if not self.crs.isValid():
            raise InputError(
                "Layer “{layer}” has no coordinate system, so its areas cannot be known. Set its CRS in the layer's "
                "properties.",
                layer=self.name,
            )
        return self.crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)

    def raw_map(self, cancelled: Callable[[], bool]) -> RawMap:
        """Return features and geometries as they are, unrepaired; curves are made straight, Z and M kept out."""
        from ..core.maps.snapshots import RawMap

        if self._none_selected:
            raise InputError(
                "Of layer “{layer}” only the selected features are wanted, and none is selected. Select some.",
                layer=self.name,
            )
        names = [field.name() for field in self.fields]
        attributes: list[dict[str, Any]] = []
        binaries: list[bytes | None] = []
        for feature in self._source.getFeatures(self._request):
            if cancelled():
                raise Cancelled
            attributes.append(dict(zip(names, map(plain_value, feature.attributes()))))
            binaries.append(_binary(feature.geometry()))
        geometries = self.shapes(binaries)
        return RawMap(self.name, self.path, attributes, geometries, self.crs_wkt, tuple(names))

    def values(self, field: str) -> list[Any]:
        """Return the values of one field, geometry unread."""
        return [value for _, (value,) in self.attributes([field])]

    def attributes(self, fields: Sequence[str]) -> Iterator[tuple[int, list[Any]]]:
        """Yield each feature's id and its values of `fields`, geometry unread."""
        indexes = [self.fields.lookupField(name) for name in fields]
        request = QgsFeatureRequest(self._request).setSubsetOfAttributes(indexes)
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        for feature in self._source.getFeatures(request):
            yield feature.id(), [plain_value(feature.attribute(index)) for index in indexes]

    def survey(
        self, fields: Iterable[str | None], kept: dict[int, bytes | None] | None = None
    ) -> Iterator[tuple[int, list[Any], tuple[float, ...] | None]]:
        """Yield each feature's id, its values of `fields` (None for None) and its box: west, south, east, north.

        `kept` takes the geometries as two-dimensional WKB by id, so that a small layer is read once. It is emptied
        where they are more than 64 MB in all.
        """
        size = 0
        indexes = [self.fields.lookupField(name) if name else None for name in fields]
        request = QgsFeatureRequest(self._request)
        request.setSubsetOfAttributes([index for index in indexes if index is not None])
        for feature in self._source.getFeatures(request):
            values = [None if index is None else plain_value(feature.attribute(index)) for index in indexes]
            box = feature.geometry().boundingBox()
            sides = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
            if kept is not None:
                binary = kept[feature.id()] = _binary(feature.geometry())
                size += len(binary or b"")
                if size > KEPT_AT_MOST_BYTES:
                    kept.clear()
                    kept = None
            yield feature.id(), values, None if feature.geometry().isEmpty() else sides

    def stream(self) -> Iterator[tuple[int, bytes | None]]:
        """Yield each feature's id and geometry as two-dimensional WKB, in the order in which `survey` yields them."""
        request = QgsFeatureRequest(self._request).setSubsetOfAttributes([])
        for feature in self._source.getFeatures(request):
            yield feature.id(), _binary(feature.geometry())

    def binaries(self, identifiers: list[int]) -> list[bytes | None]:
        """Return the geometries of the given features as two-dimensional WKB, in the order of their ids."""
        request = QgsFeatureRequest().setFilterFids(identifiers).setSubsetOfAttributes([])
        found = [(feature.id(), _binary(feature.geometry())) for feature in self._source.getFeatures(request)]
        return [binary for _, binary in sorted(found, key=lambda pair: pair[0])]

    def shapes(self, binaries: list[bytes | None]) -> np.ndarray:
        """Return WKB as shapely geometries. Raises InputError, naming the feature, for what makes no polygon."""
        import numpy as np

        from ..core.libraries import shapely

        geometries = np.array(shapely.from_wkb(np.array(binaries, dtype=object), on_invalid="ignore"), dtype=object)
        unread = [row for row, binary in enumerate(binaries) if binary and geometries[row] is None]
        geometries[unread] = shapely.from_wkb([_closed(binaries[row]) for row in unread], on_invalid="ignore")
        xy, feature = shapely.get_coordinates(geometries, return_index=True)
        finite = np.isfinite(xy)
        infinite = [] if finite.all() else np.unique(feature[~finite.all(axis=1)])
        self._refuse([*infinite, *(row for row in unread if geometries[row] is None)])
        return geometries

    def _refuse(self, rows: list[int]) -> None:
        """Raise InputError naming the features in these rows, if any."""
        if rows:
            raise InputError(
                "Layer “{layer}”: the coordinates of feature {features} are not finite, or make no polygon. Repair or "
                "delete it.",
                layer=self.name,
                features=", ".join(str(row + 1) for row in sorted(rows)[:10]),
            )


def layer_input(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> LayerInput | None:
    """Return the layer given for a parameter, or None where an optional one was left empty.

    Raises QgsProcessingException, naming the parameter, when something is given that cannot be read.
    """
    value = parameters.get(name)
    if value is None or value == "" or value == NULL:
        return None
    source = value.source if isinstance(value, QgsProcessingFeatureSourceDefinition) else value
    layer = algorithm.parameterAsVectorLayer({name: source}, name, context)
    if layer is None or not layer.isValid():
        raise QgsProcessingException(wording.refused_value(algorithm.parameterDefinition(name), value))
    return LayerInput(layer, value)


def plain_value(value: Any) -> Any:
    """Return a QGIS attribute as plain Python: dates as date or datetime, NULL as None.

    A date outside the years 1 to 9999, which Python does not count, becomes text that no date is read from.
    """
    if value is None or value == NULL:
        return None
    if not isinstance(value, (QDate, QDateTime)):
        return value
    day = value if isinstance(value, QDate) else value.date()
    try:
        return instant_of(value) if isinstance(value, QDateTime) else date(day.year(), day.month(), day.day())
    except ValueError:
        return f"{day.year()}-{day.month():02}-{day.day():02}"


def instant_of(value: QDateTime) -> datetime:
    """Return a QGIS date and time in UTC. A time without a zone is UTC, never the machine's zone."""
    if value.timeSpec() != Qt.TimeSpec.LocalTime:
        value = value.toUTC()
    day, clock = value.date(), value.time()
    return datetime(
        day.year(),
        day.month(),
        day.day(),
        clock.hour(),
        clock.minute(),
        clock.second(),
        clock.msec() * 1000,
        tzinfo=timezone.utc,
    )


def qdatetime(instant: datetime) -> QDateTime:
    """Return an instant as a QGIS date and time in UTC."""
    utc = instant.astimezone(timezone.utc)
    return QDateTime(
        QDate(utc.year, utc.month, utc.day),
        QTime(utc.hour, utc.minute, utc.second, utc.microsecond // 1000),
        QTimeZone(b"UTC"),
    )


def layer_date(layer: QgsVectorLayer) -> QDateTime | None:
    """Return the one date of a layer: of its date field, its name or its file's name; None where that is not clear."""
    field = date_field_of([field.name() for field in layer.fields()])
    if field:
        index = layer.fields().lookupField(field)
        values = {value for value in map(plain_value, layer.uniqueValues(index, 2)) if value is not None}
        if len(values) == 1:
            try:
                return qdatetime(to_instant(values.pop()))
            except DateError:
                pass
        elif values:
            return None
    path = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path") or ""
    for name in (layer.name(), Path(path).stem):
        try:
            found = find_instant(name)
        except DateError:
            continue
        if found:
            return qdatetime(found)
    return None


def date_field_of(names: list[str]) -> str | None:
    """Return the field that is called date, datetime or day; None where none or several are."""
    found = [name for name in names if name.casefold() in DATE_FIELD_NAMES]
    return found[0] if len(found) == 1 else None


class FrameGeometries:
    """Turns geometries of the working frame into QGIS geometries in the CRS of an output."""

    def __init__(self, frame: Frame, crs: QgsCoordinateReferenceSystem) -> None:
        from ..core.libraries import pyproj

        self._frame = frame
        target = pyproj.CRS.from_user_input(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED))
        self._transformer = pyproj.Transformer.from_crs("EPSG:4326", target, always_xy=True)

    def __call__(self, geometries: Any) -> list[QgsGeometry | None]:
        """Return one QGIS geometry for each, None for None; polygons as multipolygons."""
        import numpy as np

        from ..core.libraries import shapely

        def back(xy: np.ndarray) -> np.ndarray:
            lonlat = self._frame.unproject(xy)
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


def _narrow(request: QgsFeatureRequest, layer: QgsVectorLayer, definition: Any) -> bool:
    """Limit a request to what the user chose (selected features, a filter). Return whether anything was limited."""
    if not isinstance(definition, QgsProcessingFeatureSourceDefinition):
        return False
    expression = getattr(definition, "filterExpression", "")
    if definition.selectedFeaturesOnly:
        request.setFilterFids(layer.selectedFeatureIds())
    if expression:
        request.combineFilterExpression(expression)
    if definition.featureLimit > 0:
        request.setLimit(definition.featureLimit)
    return bool(definition.selectedFeaturesOnly or expression or definition.featureLimit > 0)


def _binary(geometry: QgsGeometry) -> bytes | None:
    """A geometry as two-dimensional WKB with straight segments; None for none."""
    if geometry.isNull():
        return None
    if geometry.wkbType() in (QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon):
        return geometry.asWkb().data()
    if QgsWkbTypes.isCurvedType(geometry.wkbType()) or geometry.constGet().hasCurvedSegments():
        geometry = QgsGeometry(geometry.constGet().segmentize())
    abstract = geometry.get()
    abstract.dropZValue()
    abstract.dropMValue()
    return bytes(abstract.asWkb())


def _closed(binary: bytes) -> bytes:
    """The same polygons with their rings closed, as QGIS itself takes them; GEOS does not read them otherwise."""
    geometry = QgsGeometry()
    geometry.fromWkb(binary)
    for part in geometry.get().parts():
        if isinstance(part, QgsPolygon):
            for ring in (part.exteriorRing(), *(part.interiorRing(index) for index in range(part.numInteriorRings()))):
                ring.close()
    return bytes(geometry.asWkb())
