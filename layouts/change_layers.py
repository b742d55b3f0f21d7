# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of a page about a change: copies of the results, styled in the scheme and the language of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProject,
    QgsRendererCategory,
    QgsVectorLayer,
)

from .. import styles
from ..styles import base_map, texts
from .change_facts import WHOLE, ChangeFacts, PageTexts, TextOptions
from .extent import Focus, has_match
from .page import Detail, PageContent
from .template import SCHEMES

PAGE_PROPERTY = "frontline_change/page"  # on the layers that only pages show
# From the topmost down, and as the legend lists them: what changed before what was there.
DRAWN = ("places_changed", "depth", "fronts", "gained", "lost", "places", "sectors_outline", "held", "theatre")
LISTED = ("gained", "lost", "depth", "fronts", "held", "sectors_outline", "places_changed")
NOT_NOISE = "\"kind\" <> 'noise'"


@dataclass(frozen=True)
class ChangeLayers:
    """Styled copies by style key, and the base map."""

    layers: Mapping[str, QgsVectorLayer]
    base: Sequence[QgsVectorLayer]

    def all(self) -> list[QgsMapLayer]:
        """Return every layer, to be added to the project of the page."""
        return [*self.layers.values(), *self.base]

    def named(self, keys: Sequence[str]) -> list[QgsVectorLayer]:
        """Return those of these layers that there are, in this order."""
        return [self.layers[key] for key in keys if key in self.layers]


def styled_copies(
    results: Mapping[str, QgsVectorLayer],
    change: ChangeFacts,
    options: TextOptions,
    scheme: str,
    side_colour: str,
    project: QgsProject,
) -> ChangeLayers:
    """Return styled copies of results by style key; the originals are not touched.

    `side_colour` is `#rrggbb`, or empty for the usual colours. Raises StyleError for a layer that a style does not fit.
    """
    language, variant = options.language, SCHEMES[scheme]
    dates = {"first": language.day(change.first), "last": language.day(change.last)}
    copies = {}
    for key in DRAWN:
        if key not in results:
            continue
        copy = results[key].clone()
        if key == "held":
            _style_held(copy, variant)
        else:
            styles.apply(copy, key, variant, side_colour)
        copy.setName(language.legend(key, **dates) or copy.name())
        _translate_legend(copy, key, options, dates)
        _translate_labels(copy, key, options)
        copies[key] = copy
    ground = base_map.ground_of([copies[key] for key in ("theatre", "sectors_outline") if key in copies], project)
    base = base_map.base_layers(variant=variant, language=language.code, clear_of=ground)
    for layer in (*copies.values(), *base):
        layer.setCustomProperty(PAGE_PROPERTY, True)
        layer.setFlags(layer.flags() | QgsMapLayer.LayerFlag.Private)
    return ChangeLayers(copies, base)


def page_content(layers: ChangeLayers, page_texts: PageTexts, options: TextOptions) -> PageContent:
    """Return what a page about the change shows."""
    return PageContent(
        texts=page_texts,
        layers=layers.named(DRAWN),
        legend=layers.named(LISTED),
        focus=focus(layers),
        base=layers.base,
        detail=_detail(layers, options),
    )


def focus(layers: ChangeLayers) -> list[Focus]:
    """Return what the map must show: all ground that moved except noise, or else the sectors and what is held."""
    moved = [Focus(layer, NOT_NOISE) for layer in layers.named(("gained", "lost"))]
    if any(has_match(layer, expression) for layer, expression in moved):
        return moved
    sectors = layers.named(("sectors_outline", "theatre"))[:1]
    return [Focus(layer) for layer in (*sectors, *layers.named(("fronts",)))] or [
        Focus(layer) for layer in layers.named(("held",))
    ]


def _detail(layers: ChangeLayers, options: TextOptions) -> Detail | None:
    """Return the detail map: the part with the greatest depth."""
    depth = layers.layers.get("depth")
    if depth is None:
        return None
    request = QgsFeatureRequest().setFilterExpression("\"scope\" = 'sector' AND \"kind\" IN ('advance', 'retreat')")
    lines = sorted(depth.getFeatures(request), key=lambda line: line["depth_km"])
    for deepest in reversed(lines):
        moved = layers.layers.get("gained" if deepest["kind"] == "advance" else "lost")
        same = QgsExpression.createFieldEqualityExpression("part", deepest["part"])
        if moved is None or not has_match(moved, same):
            continue
        title = options.language.text(f"detail_{deepest['kind']}")
        if deepest["sector"] != WHOLE:
            sector = options.sector_name(deepest["sector"])
            title = options.language.text("detail_in", what=title, sector=sector)
        return Detail(title, [Focus(moved, same)], silent=layers.named(("sectors_outline",)))
    return None


def _style_held(layer: QgsVectorLayer, variant: str) -> None:
    """Draw what is held after as a quiet area: a page has no colours of sectors that it would hide."""
    styles.apply(layer, "held_after", variant)
    symbol = layer.renderer().symbol().clone()
    layer.setRenderer(QgsCategorizedSymbolRenderer("map", [QgsRendererCategory("after", symbol, "")]))


def _translate_legend(layer: QgsVectorLayer, key: str, options: TextOptions, dates: Mapping[str, str]) -> None:
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return
    for position, category in enumerate(renderer.categories()):
        text = options.language.legend(f"{key} {category.value()}", **dates)
        if text is not None:
            renderer.updateCategoryLabel(position, text)


def _translate_labels(layer: QgsVectorLayer, key: str, options: TextOptions) -> None:
    labeling = layer.labeling()
    if labeling is None:
        return
    language = options.language
    words = texts.LabelWords(language.texts["km2"], language.texts["km"], language.code)
    settings = labeling.settings()
    settings.fieldName = texts.label_expression(key, words)
    labeling = labeling.clone()
    labeling.setSettings(settings)
    layer.setLabeling(labeling)
