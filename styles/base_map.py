# SPDX-License-Identifier: GPL-2.0-or-later
"""A quiet base map of land, sea, borders and country names, from the world map that QGIS brings along.

The map is Natural Earth's. It is coarse: coasts and borders are off by some kilometres. Its borders follow lines of
control in places. So that the base map takes no side, it draws no border between two countries within the ground that
was measured (`clear_of`) and no name of another country there, and all borders are faint. Main thread only, as for all
layers of a project.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpression,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometry,
    QgsGeometryGeneratorSymbolLayer,
    QgsInvertedPolygonRenderer,
    QgsLabelObstacleSettings,
    QgsLineSymbol,
    QgsMapLayer,
    QgsPalLayerSettings,
    QgsProject,
    QgsProperty,
    QgsPropertyCollection,
    QgsSimpleFillSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

from . import palette, variants
from .label_format import label_format

ROLE_PROPERTY = "frontline_change/base_map"  # on every layer of the base map, and on its group
GROUND_PROPERTY = "frontline_change/base_map_ground"  # the ground that it keeps clear of, as WKT
ROLES = COUNTRIES, SEA = "countries", "sea"  # the topmost first
LANGUAGES = ("en", "uk", "de", "fr")

# Short names by ISO code, from the package i18n-iso-countries (country_names_license.txt).
_NAMES = Path(__file__).resolve().parent / "country_names.json"
_WGS84 = "EPSG:4326"
_MM = QgsUnitTypes.RenderUnit.RenderMillimeters

_UNDER_LAND_MM = 0.6  # of the sea, below the land

# Narrower pieces of a country in the ground are where the two borders are drawn differently.
_PIECE_DEGREES = 0.1
_NEAR_DEGREES = 0.3  # so near to its pieces of two countries the ground has no border
_BESIDE_DEGREES = 0.4  # so far beside the ground the names of other countries lie
_SIMPLIFIED_DEGREES = 0.02
_DECIMALS = 3


def base_layers(
    project: QgsProject | None = None,
    *,
    variant: str = variants.STANDARD,
    language: str = "",
    clear_of: QgsGeometry | None = None,
) -> list[QgsVectorLayer]:
    """Return the layers of the base map, the topmost first; none where this QGIS has no world map.

    With a project these are its own layers if it has them, else new ones, which the caller adds. `variant` is one of
    VARIANTS, `language` one of `en`, `uk`, `de`, `fr` (else the one of QGIS), `clear_of` the ground that was measured
    in longitude and latitude, from `ground_of`.
    """
    layers = present(project) if project is not None else []
    layers = layers or [layer for layer in map(new_layer, ROLES) if layer is not None]
    style(layers, variant=variant, language=language, clear_of=clear_of)
    return layers


def new_layer(role: str) -> QgsVectorLayer | None:
    """Return a new layer of the base map without a style; None where this QGIS has no world map."""
    tr = QCoreApplication.translate
    name = {COUNTRIES: tr("FrontlineChange", "Countries"), SEA: tr("FrontlineChange", "Sea")}[role]
    path = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    layer = QgsVectorLayer(f"{path}|layername=countries", name, "ogr")
    if not layer.isValid():
        return None
    layer.setCustomProperty(ROLE_PROPERTY, role)
    layer.setReadOnly(True)
    layer.setFlags(QgsMapLayer.LayerFlag.Removable)  # no tool finds a country where a result is meant
    return layer


def style(
    layers: Iterable[QgsVectorLayer],
    *,
    variant: str = variants.STANDARD,
    language: str = "",
    clear_of: QgsGeometry | None = None,
) -> None:
    """Style layers of the base map with the arguments of `base_layers`; without `clear_of` they keep theirs."""
    for layer in layers:
        if clear_of is not None and not clear_of.isEmpty():  # “Zoom Full” goes there, not to the whole world
            layer.setExtent(clear_of.boundingBox())
        if layer.customProperty(ROLE_PROPERTY) == SEA:
            layer.setRenderer(_sea(variant))
            layer.setLabelsEnabled(False)
        else:
            if clear_of is not None:
                layer.setCustomProperty(GROUND_PROPERTY, clear_of.asWkt(_DECIMALS))
            ground = QgsGeometry.fromWkt(layer.customProperty(GROUND_PROPERTY, ""))
            layer.setRenderer(_countries(variant, _between_countries(ground, layer)))
            layer.setLabeling(QgsVectorLayerSimpleLabeling(_labels(variant, language, _around(ground))))
            layer.setLabelsEnabled(True)
        layer.triggerRepaint()


def ground_of(layers: Iterable[QgsVectorLayer], project: QgsProject, expression: str = "") -> QgsGeometry | None:
    """Return the ground of layers of polygons in longitude and latitude, simplified; None where there is none.

    With an expression only the features count for which it is true.
    """
    found = []
    crs = QgsCoordinateReferenceSystem(_WGS84)
    request = QgsFeatureRequest().setFilterExpression(expression) if expression else QgsFeatureRequest()
    for layer in layers:
        to_degrees = QgsCoordinateTransform(layer.crs(), crs, project)
        for feature in layer.getFeatures(request):
            geometry = feature.geometry()
            try:
                geometry.transform(to_degrees)
            except QgsCsException:  # beyond what the projection covers
                continue
            found.append(geometry.simplify(_SIMPLIFIED_DEGREES).makeValid())
    ground = QgsGeometry.unaryUnion([one for one in found if not one.isEmpty()])
    return None if ground.isEmpty() else ground


def present(project: QgsProject) -> list[QgsVectorLayer]:
    """Return the layers of the base map in a project, in their order."""
    own = {layer.customProperty(ROLE_PROPERTY): layer for layer in project.mapLayers().values() if is_base(layer)}
    return [own[role] for role in ROLES if role in own]


def is_base(layer) -> bool:
    """Return whether a layer is one of the base map."""
    return bool(layer.customProperty(ROLE_PROPERTY))


def _between_countries(ground: QgsGeometry, layer: QgsVectorLayer) -> str:
    """Return the expression of the area between the pieces of two countries in the ground, for borders."""
    pieces = []
    box = ground.boundingBox()
    for country in layer.getFeatures(QgsFeatureRequest().setFilterRect(box)):
        piece = country.geometry().clipped(box).intersection(ground).buffer(-_PIECE_DEGREES, 4)
        if not piece.isEmpty():
            pieces.append(piece.simplify(_PIECE_DEGREES / 2).buffer(_PIECE_DEGREES + _NEAR_DEGREES, 4))
    between = [one.intersection(other) for one, other in combinations(pieces, 2) if one.intersects(other)]
    return _expression(QgsGeometry.unaryUnion(between)) if between else ""


def _around(ground: QgsGeometry) -> str:
    """Return the expression of the ground with what lies around it, for names; '' where there is none."""
    return _expression(ground.buffer(_BESIDE_DEGREES, 4))


def _expression(area: QgsGeometry) -> str:
    if area.isEmpty():
        return ""
    return f"geom_from_wkt('{area.simplify(_SIMPLIFIED_DEGREES).makeValid().asWkt(_DECIMALS)}')"


def _without(geometry: str, ground: str) -> str:
    """Return the expression of a geometry outside some ground."""
    return f"difference({geometry}, {ground})" if ground else geometry


def _colour(name: str, variant: str) -> QColor:
    return QColor(variants.colour(name, variant))


def _fill(colour: QColor, edge_mm: float = palette.BASE_BORDER_WIDTH_MM) -> QgsSimpleFillSymbolLayer:
    """Return a fill; its edge has the same colour, so that no seams show between neighbours."""
    fill = QgsSimpleFillSymbolLayer(colour)
    fill.setStrokeColor(colour)
    fill.setStrokeWidth(edge_mm)
    fill.setStrokeWidthUnit(_MM)
    return fill


def _countries(variant: str, ground: str) -> QgsSingleSymbolRenderer:
    """Land, with faint borders above the land of all countries."""
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, _fill(_colour(palette.BASE_LAND, variant)))
    borders = QgsGeometryGeneratorSymbolLayer.create({"SymbolType": "Line"})
    borders.setGeometryExpression(_without("boundary($geometry)", ground))
    line = QgsLineSymbol.createSimple({"joinstyle": "round", "capstyle": "round"})
    line.setColor(_colour(palette.BASE_BORDER, variant))
    line.setWidth(palette.BASE_BORDER_WIDTH_MM)
    line.setWidthUnit(_MM)
    borders.setSubSymbol(line)
    borders.setRenderingPass(1)
    far = QgsProperty.fromExpression(f"@map_scale > {palette.BASE_BEYOND_SCALE}")
    borders.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyLayerEnabled, far)
    symbol.appendSymbolLayer(borders)
    renderer = QgsSingleSymbolRenderer(symbol)
    renderer.setUsingSymbolLevels(True)
    return renderer


def _sea(variant: str) -> QgsInvertedPolygonRenderer:
    """All that is not land. Near by it has the colour of the land: its coast is too coarse to be drawn there."""
    sea, land = (_colour(name, variant) for name in (palette.BASE_SEA, palette.BASE_LAND))
    fill = _fill(sea, _UNDER_LAND_MM)
    far = f"if(@map_scale > {palette.BASE_BEYOND_SCALE}, '{sea.name()}', '{land.name()}')"
    for name in (QgsSymbolLayer.Property.PropertyFillColor, QgsSymbolLayer.Property.PropertyStrokeColor):
        fill.setDataDefinedProperty(name, QgsProperty.fromExpression(far))
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, fill)
    return QgsInvertedPolygonRenderer(QgsSingleSymbolRenderer(symbol))


def _labels(variant: str, language: str, ground: str) -> QgsPalLayerSettings:
    """Names of countries, where there is space for them; they give way to every other label."""
    settings = QgsPalLayerSettings()
    settings.fieldName = name_expression(language)
    settings.isExpression = True
    name, halo = _colour(palette.BASE_NAME, variant), _colour(palette.BASE_LAND, variant)
    settings.setFormat(label_format("country", name, halo))
    settings.priority = 0
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.fitInPolygonOnly = True
    obstacle = QgsLabelObstacleSettings()
    obstacle.setIsObstacle(False)
    settings.setObstacleSettings(obstacle)
    shown = f"@map_scale > {palette.BASE_BEYOND_SCALE}"
    if ground:  # another country has its name beside the ground, this one only where all of it is seen
        is_own = f"area(intersection($geometry, {ground})) > 0.5 * area($geometry)"
        settings.geometryGeneratorEnabled = True
        settings.geometryGenerator = f"if({is_own}, $geometry, {_without('$geometry', ground)})"
        settings.geometryGeneratorType = QgsWkbTypes.GeometryType.PolygonGeometry
        shown = f"{shown} AND (@map_scale > {palette.BASE_OWN_NAME_BEYOND_SCALE} OR NOT {is_own})"
    choices = QgsPropertyCollection()
    choices.setProperty(QgsPalLayerSettings.Property.Show, QgsProperty.fromExpression(shown))
    settings.setDataDefinedProperties(choices)
    return settings


def name_expression(language: str) -> str:
    """Return the expression of a country's name in a language; QGIS's world map has the English one only."""
    language = (language or QgsApplication.locale())[:2]
    known = language if language in LANGUAGES else "en"
    names = {code: by_language[known] for code, by_language in _names().items() if known in by_language}
    text = QgsExpression.quotedString(json.dumps(names, ensure_ascii=False))
    by_code = 'coalesce(map_get(@names, "ISO_A3"), map_get(@names, "iso_a2"), "NAME")'
    return f"with_variable('names', from_json({text}), {by_code})"


@lru_cache(maxsize=1)
def _names() -> dict[str, dict[str, str]]:
    return json.loads(_NAMES.read_text(encoding="utf-8"))
