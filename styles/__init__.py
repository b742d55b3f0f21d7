# SPDX-License-Identifier: GPL-2.0-or-later
"""Styles of results. `apply(layer, key)` is the only function that styles a layer; the styles are the .qml files here.

tools/make_styles.py writes the .qml files from `palette`. Main thread only, as for all layers of a project.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    NULL,
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsGraduatedSymbolRenderer,
    QgsProject,
    QgsRendererCategory,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QVariant
from qgis.PyQt.QtGui import QColor

from . import capture_date_classes, map_tips, texts, variants
from .net_change_classes import net_breaks_km2
from .variants import STANDARD, VARIANTS

FOLDER = Path(__file__).resolve().parent

# Larger than any possible change, so that the outermost classes are open.
BEYOND_KM2 = 1e9

# What is shown always, or for good, has these instants, since QGIS hides what has none.
EARLIEST, LATEST = "make_datetime(1, 1, 1, 0, 0, 0)", "make_datetime(9999, 12, 31, 23, 59, 59)"

STYLE_PROPERTY = "frontline_change/style"  # custom property of every styled layer: its style key, for restyling

# The class of ground captured within the series and still held is its period; of other ground it is the change.
CAPTURE_CLASS = (
    'CASE WHEN "kind" = \'noise\' THEN \'noise\' WHEN "holder" = \'held\' AND "period" IS NOT NULL THEN "period" '
    'ELSE "change" END'
)

# The class of ground of a series is its period.
PERIOD_CLASS = "if(\"kind\" = 'noise', 'noise', \"period\")"

SAMPLE = "period "  # prefix of the classes in the file that hold the colours of the date ramp

_POINT = QgsWkbTypes.GeometryType.PointGeometry
_LINE = QgsWkbTypes.GeometryType.LineGeometry
_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry


@dataclass(frozen=True)
class Style:
    """The requirements of a style: geometry type, and the fields that symbols and labels read."""

    geometry: QgsWkbTypes.GeometryType
    fields: tuple[str, ...] = ()


STYLES: dict[str, Style] = {
    "change": Style(_POLYGON, ("sector", "net_km2", "gained_km2")),
    "gained": Style(_POLYGON, ("kind", "area_km2")),
    "lost": Style(_POLYGON, ("kind", "area_km2")),
    "gained_by_period": Style(_POLYGON, ("period", "kind", "area_km2")),
    "lost_by_period": Style(_POLYGON, ("period", "kind", "area_km2")),
    "depth": Style(_LINE, ("kind", "scope", "depth_km", "significant")),
    "arrows": Style(_LINE, ("kind", "speed_m_day")),
    "transects": Style(_LINE, ("outcome", "significant")),
    "axis_advance": Style(_LINE, ("outcome", "advance_km")),
    "reach": Style(_LINE, ("sector", "reach_max_km")),
    "reach_profile": Style(_LINE, ("reach_km",)),
    "places_changed": Style(_POINT, ("place", "change")),
    "place_status": Style(_POINT, ("place", "status", "held_share")),
    "places": Style(_POINT, ("place",)),
    "sectors_outline": Style(_POLYGON, ("sector", "net_km2", "gained_km2")),
    "held_before": Style(_POLYGON),
    "held_after": Style(_POLYGON),
    "theatre": Style(_POLYGON),
    "held": Style(_POLYGON, ("map",)),
    "held_area": Style(_POLYGON, ("map",)),
    "fronts": Style(_LINE, ("map", "kind")),
    "snapshots": Style(_POLYGON, ("date", "class")),
    "sectors": Style(_POLYGON, ("sector",)),
    "sectors_quiet": Style(_POLYGON, ("sector",)),
    "front": Style(_LINE, ("status",)),
    "transitions": Style(_POLYGON, ("class_before", "class_after", "area_km2")),
    "capture": Style(_POLYGON, ("period", "change", "kind", "holder")),
    "joins": Style(_LINE, ("kind", "length_m")),
}


@dataclass(frozen=True)
class PeriodClasses:
    """Of a style with a class for each period: which features have one, and how many classes there are at most."""

    features: str
    most: int


_GROUND = PeriodClasses('"kind" <> \'noise\' AND "period" IS NOT NULL', 12)
BY_PERIOD = {
    "capture": PeriodClasses(f"{_GROUND.features} AND \"holder\" = 'held'", 18),
    "gained_by_period": _GROUND,
    "lost_by_period": _GROUND,
}


class StyleError(Exception):
    """A layer could not be styled. The message for people gives the reason."""


def qml_path(key: str) -> Path:
    """Return the path of a key's style file. Raises StyleError for an unknown key."""
    if key not in STYLES:
        message = QCoreApplication.translate("FrontlineChange", "There is no style “{key}”. There are: {keys}.")
        raise StyleError(message.format(key=key, keys=", ".join(STYLES)))
    return FOLDER / f"{key}.qml"


def apply(layer: QgsVectorLayer, key: str, variant: str = STANDARD, side_colour: str | None = None) -> None:
    """Apply the style `key` to a layer: symbols, class limits that fit its data, labels, legend, map tips, time.

    `variant` is one of VARIANTS, `side_colour` is `#rrggbb`, empty for the palette's colours, None for the colour in
    the layer's method card. Raises StyleError when the key or the variant is unknown, the style does not fit the
    layer, or the file cannot be loaded.
    """
    path = qml_path(key)
    _check(layer, key)
    if variant not in VARIANTS:
        text = QCoreApplication.translate("FrontlineChange", "There are no styles “{variant}”. There are: {variants}.")
        raise StyleError(text.format(variant=variant, variants=", ".join(VARIANTS)))
    if side_colour is None:
        side_colour = _card(layer).get("side_colour") or ""
    message, loaded = _load(layer, path, variant, side_colour)
    if not loaded:
        text = QCoreApplication.translate(
            "FrontlineChange", "The style {path} could not be loaded for the layer “{layer}”: {reason}"
        )
        raise StyleError(text.format(path=path, layer=layer.name(), reason=message))
    _translate_legend(layer, key)
    _translate_labels(layer, key)
    layer.setMapTipTemplate(map_tips.template(layer, key))
    _set_time(layer)
    layer.setCustomProperty(STYLE_PROPERTY, key)
    layer.triggerRepaint()


def restyle(project: QgsProject, variant: str) -> list[str]:
    """Apply another variant to every layer of a project that was styled here; other layers stay unchanged.

    Returns an error message for each layer that could not be restyled.
    """
    errors = []
    for layer in project.mapLayers().values():
        key = layer.customProperty(STYLE_PROPERTY)
        if key not in STYLES:
            continue
        try:
            apply(layer, key, variant)
        except StyleError as error:
            errors.append(str(error))
            continue
        layer.emitStyleChanged()
        layer.legendChanged.emit()
    return errors


def _load(layer: QgsVectorLayer, path: Path, variant: str, side_colour: str) -> tuple[str, bool]:
    """Load symbols and labels from a file, in the colours of a variant and of the side that was measured."""
    # True: load from the file. Otherwise QGIS loads a GeoPackage's own default style and ignores the path.
    if variant == STANDARD and not side_colour:
        return layer.loadNamedStyle(str(path), True)
    with tempfile.TemporaryDirectory() as folder:
        recoloured = Path(folder) / path.name
        qml = variants.recoloured(path.read_text(encoding="utf-8"), variant, side_colour)
        recoloured.write_text(qml, encoding="utf-8")
        outcome = layer.loadNamedStyle(str(recoloured), True)
    renderer = layer.renderer()
    if VARIANTS[variant].hatched and isinstance(renderer, QgsGraduatedSymbolRenderer):
        _show_hatches(renderer)
    return outcome


def _show_hatches(renderer: QgsGraduatedSymbolRenderer) -> None:
    """Show the hatches above the fill of every class, which are hidden in the file."""
    for index, entry in enumerate(renderer.ranges()):
        symbol = entry.symbol().clone()
        for number in range(symbol.symbolLayerCount()):
            symbol.symbolLayer(number).setEnabled(True)
        renderer.updateRangeSymbol(index, symbol)


def _check(layer: QgsVectorLayer, key: str) -> None:
    style = STYLES[key]
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        text = QCoreApplication.translate("FrontlineChange", "The style “{key}” needs a vector layer that can be read.")
        raise StyleError(text.format(key=key))
    if layer.geometryType() != style.geometry:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "The style “{key}” is for a layer of {wanted}, but “{layer}” is a layer of {found}.",
        )
        wanted, found = (
            QgsWkbTypes.geometryDisplayString(kind).lower() for kind in (style.geometry, layer.geometryType())
        )
        raise StyleError(text.format(key=key, wanted=wanted, layer=layer.name(), found=found))
    missing = [name for name in style.fields if layer.fields().lookupField(name) < 0]
    if missing:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "The style “{key}” shows the fields {missing}, which the layer “{layer}” does not have.",
        )
        raise StyleError(text.format(key=key, missing=", ".join(missing), layer=layer.name()))


def _translate_legend(layer: QgsVectorLayer, key: str) -> None:
    renderer = layer.renderer()
    if isinstance(renderer, QgsGraduatedSymbolRenderer):
        _fit_classes(layer, renderer)
        return
    entries = texts.legend(key, side_name=_card(layer).get("side_name") or "")
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for position, category in enumerate(renderer.categories()):
            renderer.updateCategoryLabel(position, entries[category.value()])
    if key in BY_PERIOD:
        _fit_periods(layer, renderer, BY_PERIOD[key])
    if key == "fronts":
        _drop_other_kinds(layer, renderer)


def _drop_other_kinds(layer: QgsVectorLayer, renderer: QgsCategorizedSymbolRenderer) -> None:
    """Leave out the boundary where there is front, and front where there is a boundary only."""
    kinds = layer.uniqueValues(layer.fields().lookupField("kind"))
    unused = "boundary" if kinds & {"front", "edge"} else "front" if "boundary" in kinds else ""
    for category in [each.value() for each in renderer.categories()]:
        if unused and category.endswith(unused):
            renderer.deleteCategory(renderer.categoryIndexForValue(category))


def _fit_periods(layer: QgsVectorLayer, renderer: QgsCategorizedSymbolRenderer, wanted: PeriodClasses) -> None:
    """Replace the sample classes of the file by a class for each period, or for several periods together."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(["period", "kind", "holder"], layer.fields())
    request.setFilterExpression(wanted.features)
    found = capture_date_classes.classes((feature["period"] for feature in layer.getFeatures(request)), wanted.most)
    drawn = renderer.categories()
    samples = [category for category in drawn if category.value().startswith(SAMPLE)]
    ramp = capture_date_classes.ramp([sample.symbol().color().name() for sample in samples], len(found))
    fitted = []
    for (label, periods), colour in zip(found, ramp):
        symbol = samples[0].symbol().clone()
        symbol.symbolLayer(0).setFillColor(QColor(colour))
        symbol.symbolLayer(0).setStrokeColor(QColor(colour))
        fitted.append(QgsRendererCategory(periods if len(periods) > 1 else periods[0], symbol, label))
    first = drawn.index(samples[0])
    categories = [*drawn[:first], *fitted, *drawn[first + len(samples) :]]
    new = QgsCategorizedSymbolRenderer(renderer.classAttribute(), [QgsRendererCategory(each) for each in categories])
    new.setOrderBy(renderer.orderBy())
    new.setOrderByEnabled(renderer.orderByEnabled())
    layer.setRenderer(new)  # a new renderer, since the legend is not notified of changes to the old one


def _fit_classes(layer: QgsVectorLayer, renderer: QgsGraduatedSymbolRenderer) -> None:
    """Set the limits of the seven classes of net change; in the file they run from the greatest gain downwards."""
    field = renderer.classAttribute()
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes([field], layer.fields())
    values = [feature[field] for feature in layer.getFeatures(request)]
    breaks = net_breaks_km2(value for value in values if isinstance(value, (int, float)))
    small, middle, large = breaks
    limits = (BEYOND_KM2, large, middle, small, -small, -middle, -large, -BEYOND_KM2)
    for position, label in enumerate(texts.net_legend(*breaks)):
        renderer.updateRangeUpperValue(position, limits[position])
        renderer.updateRangeLowerValue(position, limits[position + 1])
        renderer.updateRangeLabel(position, label)


def _card(layer: QgsVectorLayer) -> dict[str, Any]:
    """Return the method card in a layer's metadata; empty without one, and for the history of another program."""
    try:
        card = json.loads(layer.metadata().history()[0])
    except (IndexError, ValueError):
        return {}
    return card if isinstance(card, dict) else {}


def _translate_labels(layer: QgsVectorLayer, key: str) -> None:
    """Set the label expression in the user's language; its text is in `texts`, not in the XML file."""
    labeling = layer.labeling()
    if labeling is None:
        return
    settings = labeling.settings()
    settings.fieldName = texts.label_expression(key)
    settings.isExpression = True
    labeling = labeling.clone()
    labeling.setSettings(settings)
    layer.setLabeling(labeling)


def _set_time(layer: QgsVectorLayer) -> None:
    """Set the temporal properties: change is shown during its period, a snapshot from its `date` until the next.

    Ground by date of capture is shown from its last change on, and always if it never changed.
    """
    limits = Qgis.VectorTemporalLimitMode.IncludeBeginExcludeEnd
    if _is_time(layer, "date") and _is_time(layer, "until"):
        begin, end = _instant("date"), _instant("until", LATEST)
    elif _is_time(layer, "last_change"):
        begin, end = _instant("last_change", EARLIEST), ""
    elif _is_time(layer, "date_before") and _is_time(layer, "date_after") and _has_values(layer, "date_before"):
        begin, end = _instant("date_before"), _instant("date_after")
    elif _is_time(layer, "date_after"):  # of a single map
        begin = end = _instant("date_after")
        limits = Qgis.VectorTemporalLimitMode.IncludeBeginIncludeEnd
    else:
        return
    time = layer.temporalProperties()
    time.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)
    time.setStartExpression(begin)
    time.setEndExpression(end)
    time.setLimitMode(limits)
    time.setIsActive(True)


def _instant(name: str, if_empty: str = "") -> str:
    """Return the expression of an instant. As a field alone, QGIS 3.44 would compare that of a GeoPackage as text."""
    instant = f'to_datetime("{name}")'
    return f"coalesce({instant}, {if_empty})" if if_empty else instant


def _has_values(layer: QgsVectorLayer, name: str) -> bool:
    """Whether any feature of a layer has a value in this field."""
    return layer.minimumValue(layer.fields().indexOf(name)) not in (None, NULL)


def _is_time(layer: QgsVectorLayer, name: str) -> bool:
    """Whether a layer has this field with a date type."""
    index = layer.fields().indexOf(name)
    return index >= 0 and layer.fields().at(index).type() in (QVariant.Date, QVariant.DateTime)
