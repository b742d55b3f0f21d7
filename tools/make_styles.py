# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes styles/*.qml from styles/palette.py: .venv/bin/python tools/make_styles.py [FOLDER].

Run it with the oldest supported QGIS, since newer ones read its files.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

# Qt writes XML attributes in hash order: a fixed seed always gives the same file.
os.environ.setdefault("QT_HASH_SEED", "0")

from qgis.core import (
    QgsApplication,
    QgsArrowSymbolLayer,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometryGeneratorSymbolLayer,
    QgsGraduatedSymbolRenderer,
    QgsLabelObstacleSettings,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsPropertyCollection,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSimpleMarkerSymbolLayerBase,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "frontline_change"


def plugin():
    """Return the checkout, imported as the package that QGIS would import."""
    if PLUGIN not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            PLUGIN, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
        )
        package = importlib.util.module_from_spec(spec)
        sys.modules[PLUGIN] = package
        spec.loader.exec_module(package)
    return sys.modules[PLUGIN]


plugin()
from frontline_change import styles  # noqa: E402 (the package has to be registered first)
from frontline_change.formatting import NOTHING_BELOW  # noqa: E402
from frontline_change.styles import palette, texts  # noqa: E402
from frontline_change.styles.label_format import label_format  # noqa: E402

MM = QgsUnitTypes.RenderUnit.RenderMillimeters
POINTS = QgsUnitTypes.RenderUnit.RenderPoints
NONE, SOLID, DOTS = Qt.PenStyle.NoPen, Qt.PenStyle.SolidLine, Qt.PenStyle.DotLine
CIRCLE = QgsSimpleMarkerSymbolLayerBase.Shape.Circle
SEMICIRCLE = QgsSimpleMarkerSymbolLayerBase.Shape.SemiCircle
SQUARE = QgsSimpleMarkerSymbolLayerBase.Shape.Square


def colour(name: str, opacity: float = 1.0) -> QColor:
    result = QColor(name)
    result.setAlphaF(opacity)
    return result


def symbol(kind: type, *layers):
    """Return a symbol of these layers, the bottom one first. (Its constructor would free layers passed to it.)"""
    result = kind()
    result.changeSymbolLayer(0, layers[0])
    for layer in layers[1:]:
        result.appendSymbolLayer(layer)
    return result


def fill(name: str | None, opacity: float = 1.0, edge: QColor | None = None, width_mm: float = 0.0, pen=SOLID):
    """Return a symbol layer that fills a polygon; without a colour it draws only the edge."""
    layer = QgsSimpleFillSymbolLayer()
    if name is None:
        layer.setBrushStyle(Qt.BrushStyle.NoBrush)
    else:
        layer.setFillColor(colour(name, opacity))
    if edge is None:
        layer.setStrokeStyle(NONE)
    else:
        layer.setStrokeColor(edge)
        layer.setStrokeWidth(width_mm)
        layer.setStrokeWidthUnit(MM)
        layer.setStrokeStyle(pen)
        layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return layer


def hatch(name: str, opacity: float, angle_deg: float) -> QgsLinePatternFillSymbolLayer:
    layer = QgsLinePatternFillSymbolLayer()
    layer.setLineAngle(angle_deg)
    layer.setDistance(palette.HATCH_DISTANCE_MM)
    layer.setDistanceUnit(MM)
    layer.setSubSymbol(symbol(QgsLineSymbol, line(name, palette.HATCH_WIDTH_MM, opacity=opacity)))
    return layer


def line(name: str, width_mm: float, *, opacity: float = 1.0, dashes_mm: tuple[float, ...] = ()):
    layer = QgsSimpleLineSymbolLayer(colour(name, opacity), width_mm)
    layer.setWidthUnit(MM)
    layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    layer.setPenCapStyle(Qt.PenCapStyle.FlatCap if dashes_mm else Qt.PenCapStyle.RoundCap)
    if dashes_mm:
        layer.setUseCustomDashPattern(True)
        layer.setCustomDashVector(list(dashes_mm))
        layer.setCustomDashPatternUnit(MM)
    return layer


def marker(shape, name: str, size_mm: float) -> QgsSimpleMarkerSymbolLayer:
    """Return a marker with a light casing, visible on any background."""
    layer = QgsSimpleMarkerSymbolLayer(shape, size_mm)
    layer.setSizeUnit(MM)
    layer.setFillColor(colour(name))
    layer.setStrokeColor(colour(palette.PAPER))
    layer.setStrokeWidth(palette.MARKER_CASING_MM)
    layer.setStrokeWidthUnit(MM)
    return layer


def moved_ground(gain_or_loss: str, name: str, dark: str) -> QgsCategorizedSymbolRenderer:
    """Gained or lost ground: the same hue for all kinds; noise a third as strong, lodgements with a dotted edge."""

    def ground_symbol(strength: float, edge_mm: float, pen) -> QgsFillSymbol:
        return symbol(
            QgsFillSymbol,
            fill(None, edge=colour(palette.PAPER, strength), width_mm=palette.EDGE_CASING_MM),
            fill(name, palette.FILL_OPACITY * strength),
            hatch(dark, strength, palette.HATCH_ANGLE[gain_or_loss]),
            fill(None, edge=colour(dark, strength), width_mm=edge_mm, pen=pen),
        )

    symbols = {
        "ground": ground_symbol(1.0, palette.EDGE_WIDTH_MM, SOLID),
        "lodgement": ground_symbol(1.0, palette.LODGEMENT_EDGE_WIDTH_MM, DOTS),
        "noise": ground_symbol(palette.NOISE_STRENGTH, palette.EDGE_WIDTH_MM, SOLID),
    }
    return categorized("kind", symbols, gain_or_loss)


def net_change() -> QgsGraduatedSymbolRenderer:
    """Sectors by net change, the greatest gain first. The limits are an example; `apply` fits them to the data.

    The hatch over gain and loss is disabled: variants that cannot rely on colours enable it.
    """
    breaks = (10.0, 50.0, 200.0)
    faded = f"if(@map_scale < {palette.SECTORS_FADE_BELOW_SCALE}, {100 * palette.NET_FADED_OPACITY:g}, 100)"
    limits = [styles.BEYOND_KM2, *reversed(breaks), *(-value for value in breaks), -styles.BEYOND_KM2]
    renderer = QgsGraduatedSymbolRenderer("net_km2")
    for index, name in enumerate(reversed(palette.NET_RAMP)):
        layers = [fill(name, palette.NET_OPACITY, colour(palette.BORDER), palette.SECTOR_WIDTH_MM)]
        gain_or_loss = {3: None}.get(index, "gained" if index < 3 else "lost")
        if gain_or_loss:
            dark = palette.GAINED_DARK if gain_or_loss == "gained" else palette.LOST_DARK
            layers.append(hatch(dark, palette.NET_HATCH_OPACITY, palette.HATCH_ANGLE[gain_or_loss]))
            layers[-1].setEnabled(False)
        entry = texts.net_legend(*breaks)[index]
        sector = symbol(QgsFillSymbol, *layers)
        sector.setDataDefinedProperty(QgsSymbol.Property.PropertyOpacity, QgsProperty.fromExpression(faded))
        renderer.addClassRange(QgsRendererRange(limits[index + 1], limits[index], sector, entry))
    return renderer


def depth_lines() -> QgsCategorizedSymbolRenderer:
    """Lines from the held ground to the deepest point, which has an end mark; sectors strong, parts thin.

    Sectors whose ground is within its error are thin too: the tip of a deep part cut off by a border is not a deep
    advance. The line to a lodgement is dotted without an end mark, because it is not a depth.
    """
    near = QgsProperty.fromExpression(f"@map_scale < {palette.PARTS_BELOW_SCALE}")
    symbols = {}
    for scope in ("sector", "part"):
        for kind, name in (("advance", palette.GAINED_DARK), ("retreat", palette.LOST_DARK)):
            layers = with_end_mark(name, scope)
            if scope == "part":
                for layer in layers:
                    layer.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyLayerEnabled, near)
            symbols[f"{scope} {kind}"] = symbol(QgsLineSymbol, *layers)
    dots = line(palette.GAINED_DARK, palette.DEPTH_WIDTH_MM["part"], dashes_mm=palette.LODGEMENT_LINE_DOTS_MM)
    dots.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyLayerEnabled, near)
    symbols["part lodgement"] = symbol(QgsLineSymbol, dots)
    strength = 'if("significant", "scope", \'part\')'
    renderer = categorized(f"concat({strength}, ' ', \"kind\")", symbols, "depth")
    # "part" sorts before "sector", so the strong lines are drawn over the thin ones.
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"scope"', True)]))
    renderer.setOrderByEnabled(True)
    return renderer


def arrows() -> QgsCategorizedSymbolRenderer:
    """Dark arrows with a light casing; faster ones are wider, and at small scales there are fewer and longer ones."""
    slow, fast = palette.ARROW_LIMITS_M_DAY
    beyond_slow = f"if(\"speed_m_day\" <= {fast}, 'medium', 'fast')"
    symbols = {
        f"{kind} {speed}": symbol(QgsLineSymbol, thinned(arrow(name, width_mm)))
        for kind, name in (("advance", palette.GAINED_DARK), ("retreat", palette.LOST_DARK))
        for speed, width_mm in palette.ARROW_WIDTH_MM.items()
    }
    return categorized(f"\"kind\" || ' ' || if(\"speed_m_day\" <= {slow}, 'slow', {beyond_slow})", symbols, "arrows")


def transects() -> QgsCategorizedSymbolRenderer:
    """Lines from the old front to the new one, wide if significant; short marks where there is no reading."""

    def moved(name: str) -> QgsLineSymbol:
        layer = line(name, palette.TRANSECT_WIDTH_MM["other"])
        widths = palette.TRANSECT_WIDTH_MM
        width = QgsProperty.fromExpression(f'if("significant", {widths["significant"]}, {widths["other"]})')
        layer.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyStrokeWidth, width)
        return symbol(QgsLineSymbol, layer)

    thin = palette.TRANSECT_WIDTH_MM["other"]
    symbols = {
        "advance": moved(palette.GAINED),
        "retreat": moved(palette.LOST),
        "still": symbol(QgsLineSymbol, line(palette.GREY, thin)),
        "closed": symbol(QgsLineSymbol, line(palette.INK, thin, dashes_mm=palette.TRANSECT_DASHES_MM)),
        "none": symbol(QgsLineSymbol, line(palette.GREY, thin, dashes_mm=palette.TRANSECT_DASHES_MM)),
    }
    return categorized("outcome", symbols, "transects")


def axis_advance() -> QgsCategorizedSymbolRenderer:
    """The part of an axis between two fronts, with a mark at the new one."""
    symbols = {
        kind: symbol(QgsLineSymbol, *with_end_mark(name, "sector"))
        for kind, name in (("advance", palette.GAINED_DARK), ("retreat", palette.LOST_DARK))
    }
    return categorized("outcome", symbols, "axis_advance")


def with_end_mark(name: str, scope: str) -> tuple:
    """Return the symbol layers of a line with a mark at its end, in the widths of depth lines."""
    end = QgsMarkerLineSymbolLayer(False)
    end.setPlacement(QgsMarkerLineSymbolLayer.Placement.LastVertex)
    end.setSubSymbol(symbol(QgsMarkerSymbol, marker(CIRCLE, name, palette.DEPTH_END_MM[scope])))
    return line(palette.PAPER, palette.DEPTH_CASING_MM[scope]), line(name, palette.DEPTH_WIDTH_MM[scope]), end


# The level of arrows that are not too close on the map, and that of the feature. With the temporal controller only the
# arrows of some periods are shown, so that those of a period are thinned out among themselves. Layers of older versions
# have no levels and show all arrows.
_SPACING_MM = "(attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))"
ARROW_LEVEL = f"max(0, coalesce(ceil(ln({palette.ARROWS_APART_MM} / {_SPACING_MM}) / ln(2)), 0))"
_OWN_LEVEL = "if(@map_start_time IS NULL, 'level', 'level_in_period')"
IS_SHOWN = f"coalesce(attribute($currentfeature, {_OWN_LEVEL}) >= {ARROW_LEVEL}, true)"


def thinned(layer: QgsSymbolLayer) -> QgsGeometryGeneratorSymbolLayer:
    """Return a layer that draws only the arrows of the map's level, as much longer as they are farther apart."""
    x, y = "x(centroid($geometry))", "y(centroid($geometry))"
    longer = f"2 ^ {ARROW_LEVEL}"
    generated = QgsGeometryGeneratorSymbolLayer.create({})
    generated.setSymbolType(QgsSymbol.SymbolType.Line)
    generated.setGeometryExpression(
        f"if({IS_SHOWN}, affine_transform(translate($geometry, -{x}, -{y}), {x}, {y}, 0, {longer}, {longer}), NULL)"
    )
    generated.setSubSymbol(symbol(QgsLineSymbol, layer))
    return generated


def arrow(name: str, width_mm: float) -> QgsArrowSymbolLayer:
    layer = QgsArrowSymbolLayer()
    layer.setIsCurved(False)
    layer.setArrowType(QgsArrowSymbolLayer.ArrowType.ArrowPlain)
    arrow_fill = fill(name, edge=colour(palette.PAPER, 0.8), width_mm=palette.ARROW_CASING_MM)
    least, most = palette.ARROW_SHARE
    apart_mm = f"coalesce(2 ^ {ARROW_LEVEL} * {_SPACING_MM}, {palette.ARROW_SPACING_MM})"
    share = f"clamp({least}, {apart_mm} / {palette.ARROW_SPACING_MM}, {most})"
    casing = QgsProperty.fromExpression(f"{share} * {palette.ARROW_CASING_MM}")
    arrow_fill.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyStrokeWidth, casing)
    sizes = (
        (layer.setArrowWidthUnit, QgsSymbolLayer.Property.PropertyArrowWidth, 1.0),
        (layer.setArrowStartWidthUnit, QgsSymbolLayer.Property.PropertyArrowStartWidth, 1.0),
        (layer.setHeadThicknessUnit, QgsSymbolLayer.Property.PropertyArrowHeadThickness, 1.4),
        (layer.setHeadLengthUnit, QgsSymbolLayer.Property.PropertyArrowHeadLength, 2.2),
    )
    for set_unit, property_key, times in sizes:
        set_unit(MM)
        layer.setDataDefinedProperty(property_key, QgsProperty.fromExpression(f"{share} * {times * width_mm:g}"))
    layer.setSubSymbol(symbol(QgsFillSymbol, arrow_fill))
    return layer


def places() -> QgsSingleSymbolRenderer:
    """Small dots, where there is space for them."""
    dot = marker(CIRCLE, palette.INK, palette.PLACE_SIZE_MM["other"])
    near = QgsProperty.fromExpression(f"@map_scale < {palette.PLACES_BELOW_SCALE}")
    dot.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyLayerEnabled, near)
    return single(QgsMarkerSymbol, dot)


def places_changed() -> QgsCategorizedSymbolRenderer:
    symbols = {
        "gained": symbol(QgsMarkerSymbol, marker(CIRCLE, palette.GAINED, palette.PLACE_SIZE_MM["changed"])),
        "lost": symbol(QgsMarkerSymbol, marker(SQUARE, palette.LOST, palette.PLACE_SIZE_MM["changed"])),
    }
    return categorized("change", symbols, "places_changed")


def place_status() -> QgsCategorizedSymbolRenderer:
    """A ring, half full, with a disc, full: told apart by shape as well as by colour."""
    size_mm = palette.PLACE_SIZE_MM["status"]
    diameter = size_mm - palette.PLACE_RING_MM

    def ring(name: str, within: str = palette.PAPER) -> QgsSimpleMarkerSymbolLayer:
        layer = marker(CIRCLE, within, diameter)
        layer.setStrokeColor(colour(name))
        layer.setStrokeWidth(palette.PLACE_RING_MM)
        return layer

    def casing() -> QgsSimpleMarkerSymbolLayer:
        return marker(CIRCLE, palette.PAPER, size_mm)

    half = marker(SEMICIRCLE, palette.GAINED, diameter)
    half.setStrokeStyle(NONE)
    half.setAngle(180)  # the lower half, as a glass is filled
    disc = marker(CIRCLE, palette.GAINED, palette.PLACE_DISC_SHARE * diameter)
    disc.setStrokeStyle(NONE)
    small = marker(CIRCLE, palette.GREY, palette.PLACE_SIZE_MM["other"])
    symbols = {
        "whole": symbol(QgsMarkerSymbol, casing(), ring(palette.GAINED, palette.GAINED)),
        "most": symbol(QgsMarkerSymbol, casing(), ring(palette.GAINED), disc),
        "half": symbol(QgsMarkerSymbol, casing(), ring(palette.GAINED), half),
        "entered": symbol(QgsMarkerSymbol, casing(), ring(palette.GAINED)),
        "none": symbol(QgsMarkerSymbol, small),
    }
    return categorized("status", symbols, "place_status")


def categorized(attribute: str, symbols: dict, key: str) -> QgsCategorizedSymbolRenderer:
    entries = texts.legend(key)
    return QgsCategorizedSymbolRenderer(
        attribute, [QgsRendererCategory(value, one, entries[value]) for value, one in symbols.items()]
    )


def control_classes() -> QgsCategorizedSymbolRenderer:
    """A snapshot: held ground strongest, contested ground hatched, other classes light."""

    def class_symbol(name: str | None, *more) -> QgsFillSymbol:
        edge = colour(palette.GREY if name == palette.HELD else palette.BORDER)
        return symbol(QgsFillSymbol, fill(name, palette.HELD_OPACITY, edge, palette.SECTOR_WIDTH_MM), *more)

    symbols = {
        "held": class_symbol(palette.HELD),
        "contested": class_symbol(None, hatch(palette.GREY, palette.CONTESTED_STRENGTH, palette.HATCH_ANGLE["gained"])),
        "claimed": class_symbol(palette.CLAIMED),
        "liberated": class_symbol(palette.LIBERATED),
        "other": class_symbol(palette.ELSEWHERE),
    }
    return categorized("class", symbols, "snapshots")


def single(kind: type, *layers) -> QgsSingleSymbolRenderer:
    return QgsSingleSymbolRenderer(symbol(kind, *layers))


def held_ground(key: str) -> QgsCategorizedSymbolRenderer:
    """The ground held after; the ground held before is off, since gained and lost show the difference.

    Over the colours of sectors (`held`) it is filled where they fade, hatched where they are strong.
    """
    near = f"coalesce(@map_scale, 1e6) < {palette.SECTORS_FADE_BELOW_SCALE}"
    filled = fill(palette.HELD, palette.HELD_OPACITY)
    hatched = hatch(palette.GREY, palette.HELD_HATCH_OPACITY, palette.HATCH_ANGLE["held"])
    hatched.setDistance(palette.HELD_HATCH_DISTANCE_MM)
    enabled = QgsSymbolLayer.Property.PropertyLayerEnabled
    filled.setDataDefinedProperty(enabled, QgsProperty.fromExpression(near))
    hatched.setDataDefinedProperty(enabled, QgsProperty.fromExpression(f"NOT ({near})"))
    after = (filled, hatched) if key == "held" else (fill(palette.HELD, palette.HELD_OPACITY),)
    symbols = {"after": symbol(QgsFillSymbol, *after), "before": symbol(QgsFillSymbol, *old_front())}
    renderer = categorized("map", symbols, key)
    renderer.updateCategoryRenderState(1, False)
    return renderer


def both_fronts() -> QgsCategorizedSymbolRenderer:
    """The front before thin and dashed, the front after strong; short fragments at the theatre's edge are not drawn."""
    symbols = {
        "after front": symbol(QgsLineSymbol, *new_front()),
        "before front": symbol(QgsLineSymbol, *thinner_far_off(*old_front())),
        "after boundary": symbol(QgsLineSymbol, line(palette.INK, palette.BOUNDARY_WIDTH_MM)),
        "before boundary": symbol(QgsLineSymbol, *thinner_far_off(*old_front())),
    }
    renderer = categorized('"map" || \' \' || "kind"', symbols, "fronts")
    # "before" is drawn first: where both coincide, the front after covers it.
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"map"', False)]))
    renderer.setOrderByEnabled(True)
    return renderer


def old_front():
    return (
        line(palette.PAPER, palette.FRONT_BEFORE_CASING_MM),
        line(palette.GREY, palette.FRONT_BEFORE_WIDTH_MM, dashes_mm=palette.FRONT_BEFORE_DASHES_MM),
    )


def held_fill():
    return fill(palette.HELD, palette.HELD_OPACITY, colour(palette.GREY), palette.SECTOR_WIDTH_MM)


def sector_border():
    return line(palette.BORDER, palette.SECTOR_WIDTH_MM, dashes_mm=palette.SECTOR_DASHES_MM)


def new_front():
    """A dark line with a light casing."""
    return thinner_far_off(
        line(palette.PAPER, palette.FRONT_AFTER_CASING_MM),
        line(palette.INK, palette.FRONT_AFTER_WIDTH_MM),
    )


def thinner_far_off(*layers):
    """Make lines thinner at scales that show the whole theatre."""
    for layer in layers:
        width = f"if(@map_scale < {palette.PARTS_BELOW_SCALE}, 1, {palette.FAR_SHARE}) * {layer.width()}"
        layer.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyStrokeWidth, QgsProperty.fromExpression(width))
    return layers


def sector_ground():
    """Sectors without figures: a light tint and a border, so that the map below remains legible."""
    return fill(palette.GREY, palette.SECTOR_OPACITY, colour(palette.GREY), palette.SECTOR_WIDTH_MM)


def front_by_status() -> QgsCategorizedSymbolRenderer:
    """The front: strong in the colour of gain where it moved, dark and thin where not; dotted at the mask."""
    casing = line(palette.PAPER, palette.FRONT_AFTER_CASING_MM)
    dotted = line(palette.GREY, palette.FRONT_BEFORE_WIDTH_MM, dashes_mm=palette.MASKED_DASHES_MM)
    plain = line(palette.INK, palette.FRONT_AFTER_WIDTH_MM)
    moved = line(palette.GAINED, palette.MOVED_WIDTH_MM)
    wide = line(palette.PAPER, palette.MOVED_WIDTH_MM + palette.EDGE_CASING_MM)
    symbols = {
        "front": symbol(QgsLineSymbol, casing.clone(), plain.clone()),
        "moved": symbol(QgsLineSymbol, wide, moved),
        "still": symbol(QgsLineSymbol, casing.clone(), plain.clone()),
        "masked": symbol(QgsLineSymbol, dotted.clone()),
        "boundary": symbol(QgsLineSymbol, casing, plain),
    }
    return categorized("status", symbols, "front")


def transitions() -> QgsCategorizedSymbolRenderer:
    """Ground by its transition: became held, no longer held, or between two other classes."""

    def transition_symbol(name: str, dark: str, gain_or_loss: str | None) -> QgsFillSymbol:
        hatched = [hatch(dark, 1.0, palette.HATCH_ANGLE[gain_or_loss])] if gain_or_loss else []
        edge = fill(None, edge=colour(dark), width_mm=palette.EDGE_WIDTH_MM)
        return symbol(QgsFillSymbol, fill(name, palette.FILL_OPACITY), *hatched, edge)

    symbols = {
        "to held": transition_symbol(palette.GAINED, palette.GAINED_DARK, "gained"),
        "from held": transition_symbol(palette.LOST, palette.LOST_DARK, "lost"),
        "other": transition_symbol(palette.HELD, palette.GREY, None),
    }
    kinds = (
        "CASE WHEN \"class_after\" = 'held' THEN 'to held' "
        "WHEN \"class_before\" = 'held' THEN 'from held' ELSE 'other' END"
    )
    return categorized(kinds, symbols, "transitions")


def joins() -> QgsCategorizedSymbolRenderer:
    """Joins added to drawn lines so that they close, and dangling lines."""
    symbols = {
        "bridge": symbol(QgsLineSymbol, line(palette.GAINED, palette.JOIN_WIDTH_MM)),
        "extension": symbol(QgsLineSymbol, line(palette.LOST, palette.JOIN_WIDTH_MM)),
        "loose": symbol(
            QgsLineSymbol, line(palette.GREY, palette.FRONT_BEFORE_WIDTH_MM, dashes_mm=palette.MASKED_DASHES_MM)
        ),
    }
    return categorized("kind", symbols, "joins")


def ground_of_period(name: str, *more) -> QgsFillSymbol:
    """Ground of one period. Light lines separate the periods at large scales; at small ones they would cover it."""
    near = f"@map_scale < {palette.PARTS_BELOW_SCALE}"
    ground = fill(name, edge=colour(name), width_mm=palette.DATE_EDGE_WIDTH_MM)
    parting = fill(None, edge=colour(palette.PAPER, palette.DATE_PARTING_OPACITY), width_mm=palette.EDGE_WIDTH_MM)
    parting.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyLayerEnabled, QgsProperty.fromExpression(near))
    return symbol(QgsFillSymbol, ground, *more, parting)


def moved_by_period(gain_or_loss: str, ramp: tuple[str, ...], dark: str) -> QgsCategorizedSymbolRenderer:
    """Gained or lost ground of a series by period; lost ground is hatched, lodgements have a dotted edge.

    `apply` replaces the samples by a class for each period. Later periods are drawn over earlier ones.
    """

    def period(name: str) -> QgsFillSymbol:
        hatched = [hatch(dark, 1.0, palette.HATCH_ANGLE["lost"])] if gain_or_loss == "lost" else []
        dotted = fill(None, edge=colour(dark), width_mm=palette.LODGEMENT_EDGE_WIDTH_MM, pen=NONE)  # as in the legend
        near = f"coalesce(@map_scale, 0) < {palette.PARTS_BELOW_SCALE}"
        pen = QgsProperty.fromExpression(f"if(\"kind\" = 'lodgement' AND {near}, 'dot', 'no')")
        dotted.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyStrokeStyle, pen)
        return ground_of_period(name, *hatched, dotted)

    symbols = {f"{styles.SAMPLE}{number}": period(name) for number, name in enumerate(ramp)}
    symbols["noise"] = symbol(QgsFillSymbol, fill(ramp[len(ramp) // 2], palette.NOISE_STRENGTH))
    renderer = categorized(styles.PERIOD_CLASS, symbols, f"{gain_or_loss}_by_period")
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"period"', True)]))
    renderer.setOrderByEnabled(True)
    return renderer


def capture_dates() -> QgsCategorizedSymbolRenderer:
    """Ground by date of capture. `apply` replaces the samples by a class for each period."""
    again = symbol(
        QgsFillSymbol,
        fill(palette.AGAIN, palette.HELD_OPACITY),
        hatch(palette.AGAIN, 1.0, palette.HATCH_ANGLE["lost"]),
    )
    lost = symbol(
        QgsFillSymbol,
        fill(palette.LOST, palette.NOISE_STRENGTH),
        hatch(palette.LOST, 1.0, palette.HATCH_ANGLE["lost"]),
        fill(None, edge=colour(palette.LOST), width_mm=palette.DATE_EDGE_WIDTH_MM),
    )
    symbols = {
        "none": symbol(QgsFillSymbol, fill(palette.HELD, palette.HELD_OPACITY)),
        **{f"{styles.SAMPLE}{number}": ground_of_period(name) for number, name in enumerate(palette.DATE_RAMP)},
        "noise": symbol(QgsFillSymbol, fill(palette.DATE_RAMP[3], palette.NOISE_STRENGTH)),
        "gained and lost": again,
        "lost": lost,
    }
    return categorized(styles.CAPTURE_CLASS, symbols, "capture")


RENDERERS = {
    "capture": capture_dates,
    "change": net_change,
    "gained": lambda: moved_ground("gained", palette.GAINED, palette.GAINED_DARK),
    "lost": lambda: moved_ground("lost", palette.LOST, palette.LOST_DARK),
    "gained_by_period": lambda: moved_by_period("gained", palette.DATE_RAMP, palette.GAINED_DARK),
    "lost_by_period": lambda: moved_by_period("lost", palette.LOST_DATE_RAMP, palette.LOST_DARK),
    "depth": depth_lines,
    "arrows": arrows,
    "transects": transects,
    "axis_advance": axis_advance,
    "reach": lambda: single(QgsLineSymbol, *with_end_mark(palette.GAINED_DARK, "sector")),
    "reach_profile": lambda: single(QgsLineSymbol, line(palette.GAINED, palette.PROFILE_WIDTH_MM)),
    "places_changed": places_changed,
    "place_status": place_status,
    "places": places,
    "sectors_outline": lambda: single(QgsFillSymbol, sector_border()),
    "held_before": lambda: single(QgsFillSymbol, *old_front()),
    "held_after": lambda: single(QgsFillSymbol, held_fill()),
    "theatre": lambda: single(QgsFillSymbol, fill(palette.LAND)),
    "held": lambda: held_ground("held"),
    "held_area": lambda: held_ground("held_area"),
    "fronts": both_fronts,
    "snapshots": control_classes,
    "sectors": lambda: single(QgsFillSymbol, sector_ground()),
    "sectors_quiet": lambda: single(QgsFillSymbol, sector_border()),
    "front": front_by_status,
    "transitions": transitions,
    "joins": joins,
}


def labels(
    key: str, role: str, name: str, *, priority: int, bold: bool = False, avoided: bool = False
) -> QgsPalLayerSettings:
    """Return label settings. Labels never overlap: the one with the lower priority is omitted. Labels of other layers
    avoid the features of a layer with `avoided`.
    """
    settings = QgsPalLayerSettings()
    settings.fieldName = texts.label_expression(key)
    settings.isExpression = True
    settings.setFormat(label_format(role, colour(name), colour(palette.PAPER), bold=bold))
    settings.priority = priority
    settings.displayAll = False
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    obstacle = QgsLabelObstacleSettings()
    obstacle.setIsObstacle(avoided)
    obstacle.setType(QgsLabelObstacleSettings.ObstacleType.PolygonInterior)
    settings.setObstacleSettings(obstacle)
    return settings


def sector_labels(key: str) -> QgsPalLayerSettings:
    """Name and figure of a sector. Names of sectors without change are small, and shown only where there is space.

    The cost of omitting a label is 2 to the power of its priority, so a figure outweighs a plain name. But QGIS never
    omits two labels for one, so plain names in small sectors are not shown at all.
    """
    settings = labels(key, "sector", palette.INK, priority=8)
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    # At small scales a region is smaller than its label, so the label may extend slightly beyond the region.
    far = palette.FIGURES_INSIDE_BELOW_SCALE
    beyond = f"min(0.5, 0.1 * (@map_scale / {far}) ^ 2) * sqrt(area($geometry))"
    wider = f"buffer(convex_hull($geometry), {beyond})"
    settings.geometryGeneratorEnabled = True
    settings.geometryGenerator = f"if(@map_scale > {far}, {wider}, $geometry)"
    settings.geometryGeneratorType = QgsWkbTypes.GeometryType.PolygonGeometry
    settings.centroidInside = True
    changed = f'coalesce(max(abs("net_km2"), "gained_km2") >= {NOTHING_BELOW}, false)'
    least, most = palette.FIGURE_PRIORITIES
    by_net = f'clamp({least}, 6.5 + 0.8 * log10(max(abs("net_km2"), {NOTHING_BELOW})), {most})'
    size = palette.LABEL_POINTS
    side_m = "sqrt(area(transform(bounds($geometry), @layer_crs, 'EPSG:6933')))"  # equal-area, metres
    least_m = palette.UNCHANGED_FROM_MM / 1000
    choices = {
        QgsPalLayerSettings.Property.Color: f"if({changed}, '{palette.INK}', '{palette.GREY}')",
        QgsPalLayerSettings.Property.Size: f"if({changed}, {size['sector']}, {size['unchanged']})",
        QgsPalLayerSettings.Property.Bold: changed,
        QgsPalLayerSettings.Property.Priority: f"if({changed}, {by_net}, 0)",
        QgsPalLayerSettings.Property.Show: f"{changed} OR coalesce({side_m} / @map_scale, 1) > {least_m}",
    }
    set_by_expressions(settings, choices)
    return settings


def set_by_expressions(settings: QgsPalLayerSettings, choices: dict) -> None:
    """Set properties of each label by expressions."""
    properties = QgsPropertyCollection()
    for property_key, expression in choices.items():
        properties.setProperty(property_key, QgsProperty.fromExpression(expression))
    settings.setDataDefinedProperties(properties)


def sector_name_labels() -> QgsPalLayerSettings:
    settings = labels("sectors", "sector", palette.INK, priority=8, bold=True)
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.centroidInside = True
    return settings


def quiet_sector_labels() -> QgsPalLayerSettings:
    """Small names within their sectors, which give way to all figures."""
    settings = labels("sectors_quiet", "unchanged", palette.GREY, priority=0)
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.fitInPolygonOnly = True
    return settings


def part_labels(key: str, name: str) -> QgsPalLayerSettings:
    # Bold: on the strong colours of ground that moved thin letters drown in their halo.
    settings = labels(key, "part", name, priority=4, bold=True, avoided=True)
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.fitInPolygonOnly = True  # the number of a smaller part is in the table
    near = f"@map_scale < {palette.PARTS_BELOW_SCALE}"  # at smaller scales tiny parts would displace figures
    set_by_expressions(settings, {QgsPalLayerSettings.Property.IsObstacle: near})
    return settings


DEPTH_FIELDS = {"depth": '"depth_km"', "reach": '"reach_max_km"', "axis_advance": '"advance_km"'}


def depth_labels(key: str = "depth") -> QgsPalLayerSettings:
    settings = labels(key, "depth", palette.INK, priority=10, bold=True)
    settings.geometryGeneratorEnabled = True
    settings.geometryGenerator = "end_point($geometry)"
    settings.geometryGeneratorType = QgsWkbTypes.GeometryType.PointGeometry
    settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    settings.dist = palette.DEPTH_END_MM["sector"] / 2
    settings.distUnits = MM
    least, most = palette.DEPTH_PRIORITIES  # the deepest are omitted last: 1 km has 4, 5 km 7.5, 10 km 9
    by_depth = f"clamp({least}, 4 + 5 * log10(max(abs({DEPTH_FIELDS[key]}), 0.1)), {most})"
    set_by_expressions(settings, {QgsPalLayerSettings.Property.Priority: by_depth})
    return settings


def place_labels(key: str, size_mm: float, *, priority: int) -> QgsPalLayerSettings:
    settings = labels(key, "place", palette.INK, priority=priority)
    settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    settings.dist = size_mm / 2
    settings.distUnits = MM
    return settings


def unchanged_place_labels() -> QgsPalLayerSettings:
    settings = place_labels("places", palette.PLACE_SIZE_MM["other"], priority=2)
    near = f"@map_scale < {palette.PLACES_BELOW_SCALE}"
    set_by_expressions(settings, {QgsPalLayerSettings.Property.Show: near})
    return settings


def place_status_labels() -> QgsPalLayerSettings:
    """Names of all places that are held in part, and of the others where there is space for them."""
    settings = place_labels("place_status", palette.PLACE_SIZE_MM["status"], priority=6)
    settings.dist = palette.PLACE_SIZE_MM["status"]  # beside the ring, not over it
    near = f"\"status\" <> 'none' OR @map_scale < {palette.PLACES_BELOW_SCALE}"
    held_first = "if(\"status\" = 'none', 2, 6)"
    properties = QgsPalLayerSettings.Property
    set_by_expressions(settings, {properties.Show: near, properties.Priority: held_first})
    return settings


def join_labels() -> QgsPalLayerSettings:
    settings = labels("joins", "join", palette.INK, priority=5)
    settings.placement = QgsPalLayerSettings.Placement.Line
    return settings


LABELS = {
    "capture": lambda: part_labels("capture", palette.INK),
    "sectors": sector_name_labels,
    "sectors_quiet": quiet_sector_labels,
    "transitions": lambda: part_labels("transitions", palette.INK),
    "joins": join_labels,
    "change": lambda: sector_labels("change"),
    "sectors_outline": lambda: sector_labels("sectors_outline"),
    "gained": lambda: part_labels("gained", palette.GAINED_DARK),
    "lost": lambda: part_labels("lost", palette.LOST_DARK),
    "gained_by_period": lambda: part_labels("gained_by_period", palette.GAINED_DARK),
    "lost_by_period": lambda: part_labels("lost_by_period", palette.LOST_DARK),
    "depth": depth_labels,
    "reach": lambda: depth_labels("reach"),
    "axis_advance": lambda: depth_labels("axis_advance"),
    "places_changed": lambda: place_labels("places_changed", palette.PLACE_SIZE_MM["changed"], priority=6),
    "place_status": place_status_labels,
    "places": unchanged_place_labels,
}

_SHAPES = {
    QgsWkbTypes.GeometryType.PointGeometry: "Point",
    QgsWkbTypes.GeometryType.LineGeometry: "LineString",
    QgsWkbTypes.GeometryType.PolygonGeometry: "MultiPolygon",
}


def write(folder: Path) -> None:
    """Write one .qml per key of `styles.STYLES` into `folder`."""
    for key, style in styles.STYLES.items():
        layer = QgsVectorLayer(f"{_SHAPES[style.geometry]}?crs=EPSG:4326", key, "memory")
        layer.setRenderer(RENDERERS[key]())
        if key in LABELS:
            layer.setLabeling(QgsVectorLayerSimpleLabeling(LABELS[key]()))
            layer.setLabelsEnabled(True)
        target = folder / f"{key}.qml"
        categories = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling
        message, saved = layer.saveNamedStyle(str(target), categories)
        if not saved:
            raise SystemExit(f"{target} could not be written: {message}")


def main(arguments: list[str]) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], True)
    application.initQgis()
    folder = Path(arguments[0]) if arguments else styles.FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    write(folder)
    print(f"{len(styles.STYLES)} styles written to {folder}")
    application.exitQgis()


if __name__ == "__main__":
    main(sys.argv[1:])
