# SPDX-License-Identifier: GPL-2.0-or-later
"""The map of `make demo`: styles the result layers, saves the styles in the database, and draws the page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from make_styles import plugin
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

plugin()
from frontline_change import formatting, styles  # noqa: E402 (the package has to be registered first)
from frontline_change.processing import environment  # noqa: E402
from frontline_change.processing.algorithms.sector_change import SectorChange  # noqa: E402
from frontline_change.processing.inputs.options import read_options  # noqa: E402
from frontline_change.processing.inputs.pair import PairInputs, read_pair_inputs  # noqa: E402
from frontline_change.processing.inputs.run_parameters import RunParameters  # noqa: E402
from frontline_change.processing.progress import Progress  # noqa: E402
from frontline_change.styles import map_page, palette, texts  # noqa: E402

# Without a THEATRE the map shows the sectors as theatre, if nearly all held ground lies in them.
MOST_OF_HELD = 0.95


@contextmanager
def qgis() -> Iterator[None]:
    """Run QGIS's libraries without a screen."""
    application = QgsApplication([], True)
    application.initQgis()
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # QGIS reports relevant errors itself
    environment.prepare()
    yield
    QgsProject.instance().clear()
    application.exitQgis()


def change_rows(database: Path) -> list[dict[str, Any]]:
    """Return the rows of CHANGE as plain values, None where there is no reading."""
    layer = _table(database, "CHANGE")
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    names = layer.fields().names()
    return [
        {name: feature[name] if isinstance(feature[name], (str, int, float)) else None for name in names}
        for feature in layer.getFeatures(request)
    ]


def draw(parameters: dict[str, str], results: dict[str, Any], database: Path, out: Path, side: str) -> list:
    """Style the layers of the database, draw map.png and map.pdf; return the path and a description of every file."""
    rows = change_rows(database)
    layers = {key: _styled(database, key) for key in ("change", "gained", "lost", "depth")}
    if "PLACES_CHANGED" in results:
        layers["places_changed"] = _styled(database, "places_changed")
    if len(rows) > 1:
        layers["sectors_outline"] = _table(database, "CHANGE")
        styles.apply(layers["sectors_outline"], "sectors_outline")
        layers["sectors_outline"].setName(texts.legend("sectors_outline")[""])
    layers |= _input_layers(parameters, results, rows)

    # The topmost layer first; the legend lists change before its context.
    drawn = "places_changed depth front_after front_before gained lost places sectors_outline held_after theatre"
    read = "gained lost depth front_after front_before held_after sectors_outline places_changed"
    page = map_page.build_map_page(
        QgsProject.instance(),
        _named(layers, drawn),
        _page_texts(results, rows, side),
        focus=_focus(layers),
        legend=_named(layers, read),
        detail=_detail(layers),
        background=palette.AROUND if "theatre" in layers else palette.PAPER,
    )
    image, document = out / "map.png", out / "map.pdf"
    map_page.export_png(page, image)
    map_page.export_pdf(page, document)
    return [
        (database, "the layers " + ", ".join(name for name in results if str(results[name]).startswith(str(database)))),
        (image, "the map, A4 at 300 dots per inch"),
        (document, "the same for print"),
    ]


def _table(database: Path, name: str) -> QgsVectorLayer:
    return QgsVectorLayer(f"{database}|layername={name}", name, "ogr")


def _styled(database: Path, key: str) -> QgsVectorLayer:
    """Return a result layer with its style, which the database keeps as the layer's default."""
    layer = _table(database, key.upper())
    styles.apply(layer, key)
    problem = layer.saveStyleToDatabase(key, "Frontline Change", True, "")
    if problem:
        raise SystemExit(f"The style of {key.upper()} could not be saved in {database}: {problem}")
    return layer


def _input_layers(parameters: dict, results: dict, rows: Sequence[dict]) -> dict[str, QgsVectorLayer]:
    """Return layers of the run's inputs as it read them: held ground, fronts, theatre and places."""
    given = {name: value for name, value in parameters.items() if value}
    held_km2 = sum(row["held_after_km2"] for row in rows)
    outside_km2 = rows[-1]["held_after_km2"]
    if "THEATRE" not in given and "SECTORS" in given and outside_km2 <= (1 - MOST_OF_HELD) * held_km2:
        given["THEATRE"] = given["SECTORS"]
    inputs = _read(given)
    before, after = (date_text(results[f"DATE_{name}_USED"]) for name in ("BEFORE", "AFTER"))
    polygon, line = "MultiPolygon", "MultiLineString"
    layers = {"held_after": _memory_layer(inputs, "held_after", f"Held on {after}", polygon, [inputs.held[1].geometry])}
    name = "Edge of held ground on {}"
    if inputs.measurement_context.theatre is not None:
        layers["theatre"] = _memory_layer(
            inputs, "theatre", "Theatre", polygon, [inputs.measurement_context.theatre.geometry]
        )
        name = "Front on {}"
    for key, area, date in (("front_before", inputs.held[0], before), ("front_after", inputs.held[1], after)):
        layers[key] = _memory_layer(inputs, key, name.format(date), line, [_front(inputs, area)])
    if inputs.context.places is not None:
        layers["places"] = _memory_layer(
            inputs, "places", "Place", "Point", _points(inputs.context.places.point), inputs.context.place_names
        )
    return layers


def _read(parameters: dict[str, str]) -> PairInputs:
    """Read the inputs again with the algorithm's own functions, including dates, classes and repairs."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    given = RunParameters(SectorChange().create(), parameters, context)
    return read_pair_inputs(given, read_options(given), Progress(QgsProcessingFeedback(False)))


def _front(inputs: PairInputs, held: Any) -> Any:
    """Return the front of a held area as one geometry in the frame: its boundary inside the theatre, off its edge.

    Without a theatre front and coast cannot be distinguished, so it is the whole boundary.
    """
    from frontline_change.core.geometry.geodesy import MILLIMETRES_PER_METRE
    from frontline_change.core.geometry.polygons import edges_of
    from frontline_change.core.geometry.segments import segments
    from frontline_change.core.libraries import shapely

    edges = edges_of(held.geometry)
    start, end = edges.start_mm / MILLIMETRES_PER_METRE, edges.end_mm / MILLIMETRES_PER_METRE
    if inputs.measurement_context.zone is not None:
        start, end = inputs.measurement_context.zone.clip(start, end)
    return shapely.line_merge(shapely.multilinestrings(segments(start, end)))


def _points(xy: Any) -> Any:
    from frontline_change.core.libraries import shapely

    return shapely.points(xy)


def _memory_layer(inputs: PairInputs, key: str, name: str, kind: str, geometries: Any, labels: Sequence[str] = ()):
    """Return a styled memory layer with geometries in the frame of the inputs."""
    from frontline_change.core.libraries import shapely

    layer = QgsVectorLayer(f"{kind}?field=place:string", name, "memory")
    layer.setCrs(QgsCoordinateReferenceSystem.fromProj(inputs.measurement_context.frame.definition))
    features = []
    for number, geometry in enumerate(geometries):
        feature = QgsFeature(layer.fields())
        shape = QgsGeometry()
        shape.fromWkb(shapely.to_wkb(geometry))
        feature.setGeometry(shape)
        feature.setAttributes([labels[number] if len(labels) else None])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    styles.apply(layer, key)
    return layer


def _focus(layers: dict[str, QgsVectorLayer]) -> list[map_page.Focus]:
    """Return the focus of the map: all ground that moved except noise, or the sectors if there is none."""
    moved = [map_page.Focus(layers[key], "\"kind\" <> 'noise'") for key in ("gained", "lost")]
    if any(_matches(layer, expression) for layer, expression in moved):
        return moved
    return [map_page.Focus(layers["change"]), map_page.Focus(layers["held_after"])]


def _matches(layer: QgsVectorLayer, expression: str) -> bool:
    return any(True for _ in layer.getFeatures(QgsFeatureRequest().setFilterExpression(expression).setLimit(1)))


def _detail(layers: dict[str, QgsVectorLayer]) -> map_page.Detail | None:
    """Return the detail map: the part with the greatest depth."""
    request = QgsFeatureRequest().setFilterExpression("\"scope\" = 'sector'")
    lines = sorted(layers["depth"].getFeatures(request), key=lambda line: line["depth_km"])
    if not lines:
        return None
    deepest = lines[-1]
    moved, what = ("gained", "advance") if deepest["kind"] == "advance" else ("lost", "retreat")
    same = QgsExpression.createFieldEqualityExpression("part", deepest["part"])
    sector = "" if deepest["sector"] == "all" else f", {deepest['sector']}"
    return map_page.Detail(
        f"Deepest {what}{sector}",
        focus=[map_page.Focus(layers[moved], same)],
        silent=_named(layers, "sectors_outline"),
    )


def _page_texts(results: dict[str, Any], rows: Sequence[dict], side: str) -> map_page.PageTexts:
    card = json.loads(results["METHOD"])
    before, after = (date_text(results[f"DATE_{name}_USED"]) for name in ("BEFORE", "AFTER"))
    nothing = formatting.area_text(0.0)
    gained, lost = (
        "none" if text == nothing else text
        for text in (formatting.area_text(results[name]) for name in ("GAINED_KM2", "LOST_KM2"))
    )
    error = formatting.error_text(card["net_se_km2"])
    figures = [
        map_page.Figure(formatting.area_text(results["NET_KM2"], signed=True), f"net, ± {error} (standard error)")
    ]
    for output, field, what in (
        ("ADVANCE_MAX_KM", "advance_max_km", "deepest advance"),
        ("RETREAT_MAX_KM", "retreat_max_km", "deepest retreat"),
    ):
        if results.get(output) is not None:
            sector = max(rows, key=lambda row: row[field] or 0.0)["sector"]
            where = "" if sector == "all" else f", {sector}"
            figures.append(map_page.Figure(formatting.depth_text(results[output]), what + where))
    pace = formatting.pace_text(results["NET_KM2"] / card["days"])
    figures.append(map_page.Figure(pace, f"net, over {card['days']:.0f} days"))
    noise = (
        f"Changes narrower than {card['noise_width_m'] / 1000:g} km count as map noise and stay in the totals."
        if card["noise_width_m"]
        else ""
    )
    given = ", ".join(card[name] for name in ("sectors", "theatre", "home", "places") if card[name])
    return map_page.PageTexts(
        title=f"{side[0].upper()}{side[1:]} gained {gained} and lost {lost}",
        period=f"{before} to {after}",
        figures=figures,
        legend_title=f"Ground held by {side}",
        sources=f"Maps: {card['before']['origin']}, {card['after']['origin']}." + (f" Also: {given}." if given else ""),
        method=f"{card['method']} {noise}".strip(),
        error=f"Net change: ± {error}.",
    )


def date_text(iso: str) -> str:
    """Return an ISO instant as text for people, with the time of day unless it is midnight UTC."""
    return formatting.instant_text(datetime.fromisoformat(iso.replace("Z", "+00:00")))


def _named(layers: dict[str, QgsVectorLayer], keys: str) -> list[QgsVectorLayer]:
    return [layers[key] for key in keys.split() if key in layers]
