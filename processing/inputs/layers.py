# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS layers as input for core: features and geometries are read unrepaired and unaffected by later edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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
    QgsVectorDataProvider,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from ...core.errors import InputError
from ...core.maps import formats
from ...core.maps.dates import date_field_of
from .. import messages
from ..conversion import plain_value, without_nul
from ..locations import FILE_PROPERTY
from ..parameters.maps import MAPS, MAPS_CRS
from ..progress import Cancelled
from .dbf_encoding import in_readable_encoding
from .file_layers import given_crs
from .layer_keys import layer_key, view_of
from .whole_gml import STORAGE as GML
from .whole_gml import refuse_damaged

if TYPE_CHECKING:
    import numpy as np

    from ...core.maps.snapshots import RawMap

KEPT_AT_MOST_BYTES = 64_000_000
# Formats whose files begin with the number of features: GDAL passes over what is missing at the end without a word.
WITH_COUNT = ("ESRI Shapefile", "FlatGeobuf")


class LayerInput:
    """A vector layer as it was when the run began: safe to read in a worker while the user edits it."""

    crs_parameter = ""  # the parameter that gives a CRS to layers without one, if there is one

    def __init__(
        self, layer: QgsVectorLayer, definition: Any = None, crs: QgsCoordinateReferenceSystem | None = None
    ) -> None:
        """`crs` is for a layer that has none."""
        layer = in_readable_encoding(layer)
        self.name = without_nul(layer.name())
        # QGIS assigns no CRS to layers of geometry collections; their file has one.
        self.crs = layer.crs() if layer.isSpatial() else layer.dataProvider().crs()
        if not self.crs.isValid() and layer.storageType() == "TopoJSON":  # QGIS does not know its only CRS
            self.crs = QgsCoordinateReferenceSystem("EPSG:4326")
        if not self.crs.isValid() and crs is not None:
            self.crs = crs
        self.fields = layer.fields()
        self.key_fields = frozenset(layer.primaryKeyAttributes())  # indexes of fields that only number the features
        self.is_table = layer.wkbType() == QgsWkbTypes.Type.NoGeometry
        self.has_lines = layer.geometryType() == QgsWkbTypes.GeometryType.LineGeometry
        self._source = QgsVectorLayerFeatureSource(layer)
        capabilities = layer.dataProvider().capabilities()
        self.has_styles = bool(capabilities & QgsVectorDataProvider.Capability.FeatureSymbology)
        self._request = QgsFeatureRequest()
        _narrow(self._request, layer, definition)
        self._none_selected = (
            bool(getattr(definition, "selectedFeaturesOnly", False)) and not layer.selectedFeatureCount()
        )
        parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
        self.service = str(parts.get("url") or "")
        self.is_read_by_core = bool(layer.customProperty(FILE_PROPERTY))  # QGIS does not read the file right
        path = layer.customProperty(FILE_PROPERTY) or parts.get("path")
        self.path = Path(path) if path else None
        is_drawing = self.path is not None and formats.is_drawing(self.path)
        self.folder = (parts.get("layerName") or "") if is_drawing else ""  # of the drawing, if it is not the whole
        self.chose_geometry = bool(parts.get("geometryType"))
        location, table, view = layer_key(layer, definition)
        self.view = view_of(layer, definition)  # as text for people; empty where all of the table is shown as stored
        is_file_as_it_is = (
            self.path is not None
            and self.path.is_file()
            and not self.view
            and not (is_drawing and self.chose_geometry and _has_no_area(layer))
        )
        storage = layer.storageType()
        self.is_whole_file = (
            is_file_as_it_is
            # Not TopoJSON, whose files may end in .json too.
            and (storage.startswith(formats.STORAGE_TYPES) or self.is_read_by_core)
            and (storage.endswith("KML") == is_drawing or self.is_read_by_core)
        )
        self._feature_count = layer.featureCount() if is_file_as_it_is and storage in WITH_COUNT else 0
        self._is_gml = storage == GML and self.path is not None and self.path.is_file()
        self.key = location, self.folder if self.is_whole_file else table, view  # equal for inputs of one source

    @property
    def names(self) -> tuple[str, ...]:
        """The names that may hold a date: its own, and its file's without the ending."""
        return (self.name, self.path.stem) if self.path else (self.name,)

    @property
    def crs_wkt(self) -> str:
        """The CRS as WKT 2. Raises InputError when the layer has none."""
        if self.is_table:
            raise InputError(
                "Layer “{layer}” is a table without geometry, so there is nothing to measure. Choose a layer with a "
                "geometry.",
                layer=self.name,
            )
        if not self.crs.isValid() and self.crs_parameter:
            raise InputError(
                "Layer “{layer}” has no coordinate system, so its areas cannot be known. Set its CRS in the layer's "
                "properties, or give it in {parameter}.",
                layer=self.name,
                parameter=self.crs_parameter,
            )
        if not self.crs.isValid():
            raise InputError(
                "Layer “{layer}” has no coordinate system, so its areas cannot be known. Set its CRS in the layer's "
                "properties.",
                layer=self.name,
            )
        return self.crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)

    @property
    def output_crs(self) -> QgsCoordinateReferenceSystem:
        """The CRS of results: its own; longitude and latitude if QGIS knows none, as of a file that it cannot show."""
        return self.crs if self.crs.isValid() else QgsCoordinateReferenceSystem("EPSG:4326")

    def raw_map(self, cancelled: Callable[[], bool]) -> RawMap:
        """Return features, geometries and styles unrepaired; curves are segmentised, Z and M are dropped."""
        from ...core.maps.snapshots import RawMap

        if self._none_selected:
            raise InputError(
                "Of layer “{layer}” only the selected features are wanted, and none is selected. Select some.",
                layer=self.name,
            )
        if self._is_gml and self.path is not None:
            refuse_damaged(self.path, cancelled)
        names = [field.name() for field in self.fields]
        attributes: list[dict[str, Any]] = []
        binaries: list[bytes | None] = []
        styles: list[str] = []
        request = QgsFeatureRequest(self._request)
        if self.has_styles:
            request.setFlags(request.flags() | QgsFeatureRequest.Flag.EmbeddedSymbols)
        for feature in self._source.getFeatures(request):
            if cancelled():
                raise Cancelled
            attributes.append(dict(zip(names, map(plain_value, feature.attributes()))))
            binaries.append(_binary(feature.geometry()))
            symbol = feature.embeddedSymbol()
            styles.append(symbol.color().name() if symbol else "")
        if not attributes:
            self._refuse_vanished()
        if len(attributes) < self._feature_count:
            raise InputError(
                "Layer “{layer}” should have {count} features, but only {found} can be read: its file is cut off or "
                "damaged, or was changed since it was loaded. Load it again, or export it again.",
                layer=self.name,
                count=self._feature_count,
                found=len(attributes),
            )
        geometries = self.shapes(binaries)
        drawn = tuple(styles) if any(styles) else ()
        return RawMap(
            self.name,
            self.path,
            attributes,
            geometries,
            self.crs_wkt,
            tuple(names),
            styles=drawn,
            service=self.service,
        )

    def values(self, field: str) -> list[Any]:
        """Return the values of one field without reading geometry."""
        return [value for _, (value,) in self.attributes([field])]

    def written_dates(self, date_field: str | None) -> list[Any]:
        """Return the values of its date field, given or found by its name, if it is a text; else none."""
        name = date_field or date_field_of([field.name() for field in self.fields])
        index = -1 if name is None else self.fields.lookupField(name)
        is_text = index >= 0 and self.fields.at(index).typeName().casefold().startswith(("string", "text", "varchar"))
        return self.values(name) if is_text else []

    def attributes(self, fields: Sequence[str]) -> Iterator[tuple[int, list[Any]]]:
        """Yield each feature's id and its values of `fields` without reading geometry."""
        indexes = [self.fields.lookupField(name) for name in fields]
        request = QgsFeatureRequest(self._request).setSubsetOfAttributes(indexes)
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        for feature in self._source.getFeatures(request):
            yield feature.id(), [plain_value(feature.attribute(index)) for index in indexes]

    def _refuse_vanished(self) -> None:
        """Raise InputError if the layer has no features because its file was removed."""
        if self.path is not None and not str(self.path).startswith("/vsi") and not self.path.exists():
            raise InputError(
                "Layer “{layer}” has no features, and its file {path} is not there any more. Choose a layer or file "
                "with polygons.",
                layer=self.name,
                path=self.path,
            )

    def styles(self) -> dict[int, str]:
        """Return the colour in which the layer itself draws each feature, by id; empty for a feature without one."""
        request = QgsFeatureRequest(self._request).setSubsetOfAttributes([])
        request.setFlags(request.flags() | QgsFeatureRequest.Flag.EmbeddedSymbols)
        symbols = ((feature.id(), feature.embeddedSymbol()) for feature in self._source.getFeatures(request))
        return {identifier: symbol.color().name() if symbol else "" for identifier, symbol in symbols}

    def survey(
        self, fields: Iterable[str | None], kept: dict[int, bytes | None] | None = None
    ) -> Iterator[tuple[int, list[Any], tuple[float, ...] | None]]:
        """Yield each feature's id, its values of `fields` (None for None) and its box: west, south, east, north.

        `kept` receives the geometries as two-dimensional WKB by id, so that a small layer is read once. It is emptied
        when they exceed 64 MB in total.
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
        """Return WKB as shapely geometries (n,). Raises InputError, naming the feature, for an invalid geometry."""
        import numpy as np

        from ...core.libraries import shapely

        geometries = np.array(shapely.from_wkb(np.array(binaries, dtype=object), on_invalid="ignore"), dtype=object)
        unread = [row for row, binary in enumerate(binaries) if binary and geometries[row] is None]
        geometries[unread] = shapely.from_wkb([_closed(binaries[row]) for row in unread], on_invalid="ignore")
        infinite = []
        if not np.isfinite(shapely.get_coordinates(geometries)).all():
            xy, feature = shapely.get_coordinates(geometries, return_index=True)
            infinite = np.unique(feature[~np.isfinite(xy).all(axis=1)])
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
    """Return the layer of a parameter, or None for an empty optional one.

    Raises QgsProcessingException, naming the parameter, when the layer cannot be read.
    """
    value = parameters.get(name)
    if value is None or value == "" or value == NULL:
        return None
    source = value.source if isinstance(value, QgsProcessingFeatureSourceDefinition) else value
    layer = algorithm.parameterAsVectorLayer({name: source}, name, context)
    if layer is None or not layer.isValid():
        raise QgsProcessingException(messages.refused_value(algorithm.parameterDefinition(name), value))
    made = LayerInput(layer, value, given_crs(algorithm, parameters, context) if name in MAPS else None)
    if name in MAPS and algorithm.parameterDefinition(MAPS_CRS) is not None:
        made.crs_parameter = MAPS_CRS
    return made


def date_field(layer: QgsVectorLayer) -> str | None:
    """Return the field of a layer that the dates of maps are read from; None where no field is called so."""
    return date_field_of(layer.fields().names())


def _has_no_area(layer: QgsVectorLayer) -> bool:
    """Whether a layer shows points or lines."""
    kinds = QgsWkbTypes.GeometryType
    return layer.geometryType() in (kinds.PointGeometry, kinds.LineGeometry)


def _narrow(request: QgsFeatureRequest, layer: QgsVectorLayer, definition: Any) -> None:
    """Limit a request to the user's choice (selected features, a filter)."""
    if not isinstance(definition, QgsProcessingFeatureSourceDefinition):
        return
    expression = getattr(definition, "filterExpression", "")
    if definition.selectedFeaturesOnly:
        request.setFilterFids(layer.selectedFeatureIds())
    if expression:
        request.combineFilterExpression(expression)
    if definition.featureLimit > 0:
        request.setLimit(definition.featureLimit)


def _binary(geometry: QgsGeometry) -> bytes | None:
    """A geometry as two-dimensional WKB with straight segments; None for a null geometry."""
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
    """The same polygons with closed rings. QGIS accepts open rings, GEOS does not."""
    geometry = QgsGeometry()
    geometry.fromWkb(binary)
    for part in geometry.get().parts():
        if isinstance(part, QgsPolygon):
            for ring in (part.exteriorRing(), *(part.interiorRing(index) for index in range(part.numInteriorRings()))):
                ring.close()
    return bytes(geometry.asWkb())
