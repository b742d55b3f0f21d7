# SPDX-License-Identifier: GPL-2.0-or-later
"""The small maps of a report: what moved in each of the last periods, and what was held as it began."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsProject,
    QgsRendererCategory,
    QgsVectorLayer,
)

from ... import styles
from ...layouts import change_facts, change_layers
from ...layouts.export import export
from ...layouts.extent import Focus, equal_area_crs, extent_around, has_match
from ...layouts.small_multiples import MultiplesTexts, SmallMap, build_multiples
from ...layouts.template import SCHEMES
from ...styles import base_map
from ..progress import Progress
from .labels import label_of, title_of
from .measured import Measured, Period
from .pictures import Look, Picture

MOVED = ("GAINED", "LOST")
EARLIER = "earlier"  # ground that moved before the period of a small map, by what became of it


def draw_small_maps(
    measured: Measured,
    backdrop: Mapping[str, QgsVectorLayer],
    options: change_facts.TextOptions,
    look: Look,
    folder: Path,
    suffix: str,
    progress: Progress,
) -> Picture:
    """Draw a small map for each of the last periods on one page; return it.

    Grey is what was held as each period began: the ground held at first, with what moved in the periods before.
    """
    language, project, variant = options.language, QgsProject(), SCHEMES[look.scheme]
    held, below = _ground(measured, backdrop, options, variant, project)
    maps = []
    for period in measured.shown:
        progress.check()
        now = QgsExpression.createFieldEqualityExpression("period", period.name)
        moved = [_moved(measured.moves[name], name.lower(), now, options, look) for name in MOVED]
        earlier = _earlier(measured.moves, period, measured.shown, variant)
        project.addMapLayers([*moved, earlier], False)
        figure = language.area(period.net_km2, signed=True)
        maps.append(SmallMap(title_of(period, language, short=True), figure, [*moved, earlier, held, *below]))
    within = f'"period" IN ({", ".join(QgsExpression.quotedString(period.name) for period in measured.shown)})'
    legend = [*(_moved(measured.moves[name], name.lower(), within, options, look) for name in MOVED), held]
    project.addMapLayers(legend, False)
    focus = _focus(measured, within)
    crs = equal_area_crs(focus, project)
    labels = [label_of(period, language) for period in (measured.shown[0], measured.shown[-1])]
    texts = MultiplesTexts(
        title=language.text("small_title"),
        subtitle=f"{language.sentence(options.side_name)}: {' – '.join(dict.fromkeys(labels))}",
        credit=change_facts.credit(measured.change, options),
        kilometres=language.text("km", number="").strip(),
    )
    page = build_multiples(project, maps, texts, legend, crs, extent_around(focus, crs, project), look.scheme)
    path = f"months{suffix}.png"
    export(page, folder / path, look.dpi)
    key = "alt_small" if len(maps) > 1 else "alt_small_one"
    return Picture(path, language.text(key, count=len(maps), first=labels[0], last=labels[1]))


def _ground(
    measured: Measured,
    backdrop: Mapping[str, QgsVectorLayer],
    options: change_facts.TextOptions,
    variant: str,
    project: QgsProject,
) -> tuple[QgsVectorLayer, list[QgsVectorLayer]]:
    """What was held before the first period, and what lies below it on all maps: the theatre and the base map."""
    held = measured.moves["HELD"].materialize(QgsFeatureRequest().setFilterExpression("\"map\" = 'before'"))
    styles.apply(held, "held_after", variant)
    held.setName(options.language.legend("held start") or held.name())
    theatre = [backdrop["theatre"].clone()] if "theatre" in backdrop else []
    for layer in theatre:
        styles.apply(layer, "theatre", variant)
    ground = base_map.ground_of(theatre, project)
    base = base_map.base_layers(variant=variant, language=options.language.code, clear_of=ground)
    for layer in base:
        layer.setLabelsEnabled(False)
    project.addMapLayers([held, *theatre, *base], False)
    return held, [*theatre, *base]


def _focus(measured: Measured, within: str) -> list[Focus]:
    """What all small maps show: the ground that moved, except what is too narrow to trust; else what is held."""
    for expression in (f"{change_layers.NOT_NOISE} AND {within}", within):
        focus = [Focus(measured.moves[name], expression) for name in MOVED]
        if any(has_match(layer, each) for layer, each in focus):
            return focus
    return [Focus(measured.moves["HELD"])]


def _moved(
    source: QgsVectorLayer, key: str, expression: str, options: change_facts.TextOptions, look: Look
) -> QgsVectorLayer:
    """The ground gained or lost for which an expression is true, styled, with the classes that it has."""
    layer = source.materialize(QgsFeatureRequest().setFilterExpression(expression))
    styles.apply(layer, key, SCHEMES[look.scheme], look.side_colour)
    layer.setLabelsEnabled(False)
    renderer = layer.renderer()
    kinds = layer.uniqueValues(layer.fields().indexOf("kind"))
    for position, category in reversed(list(enumerate(renderer.categories()))):
        if category.value() in kinds:
            label = options.language.legend(f"{key} {category.value()}") or category.label()
            renderer.updateCategoryLabel(position, label)
        else:
            renderer.deleteCategory(position)
    return layer


def _earlier(
    moves: Mapping[str, QgsVectorLayer], period: Period, shown: Sequence[Period], variant: str
) -> QgsVectorLayer:
    """The ground that moved in the periods before: as held where it was gained, as land where it was lost.

    Later changes are drawn above earlier ones, so that the map shows who held what as the period began.
    """
    layer = QgsVectorLayer(
        f"MultiPolygon?crs={moves['GAINED'].crs().authid() or 'EPSG:4326'}&field=moved:string&field=number:integer",
        EARLIER,
        "memory",
    )
    layer.setCrs(moves["GAINED"].crs())
    numbers = {one.name: number for number, one in enumerate(shown)}
    features = []
    for name in MOVED:
        for feature in moves[name].getFeatures():
            number = numbers.get(feature["period"])
            if number is not None and number < numbers[period.name]:
                made = QgsFeature(layer.fields())
                made.setGeometry(feature.geometry())
                made.setAttributes([name, number])
                features.append(made)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    held = _symbol("held_after", variant)
    land = _symbol("theatre", variant)
    layer.setRenderer(
        QgsCategorizedSymbolRenderer(
            "moved", [QgsRendererCategory("GAINED", held, ""), QgsRendererCategory("LOST", land, "")]
        )
    )
    layer.renderer().setOrderBy(QgsFeatureRequest().addOrderBy("number", True).orderBy())
    layer.renderer().setOrderByEnabled(True)
    return layer


def _symbol(key: str, variant: str):
    """The symbol of a style with one symbol, without its edge."""
    layer = QgsVectorLayer("MultiPolygon", key, "memory")
    styles.apply(layer, key, variant)
    symbol = layer.renderer().symbol().clone()
    for number in range(symbol.symbolLayerCount()):
        part = symbol.symbolLayer(number)
        if hasattr(part, "setStrokeColor"):
            part.setStrokeColor(part.fillColor())
    return symbol
