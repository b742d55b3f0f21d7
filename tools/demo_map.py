# SPDX-License-Identifier: GPL-2.0-or-later
"""The map of `make demo`: saves the styles of the results in the database, and draws the page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from make_styles import plugin
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

plugin()
from frontline_change import formatting, styles  # noqa: E402 (the package has to be registered first)
from frontline_change.processing import environment  # noqa: E402
from frontline_change.processing.algorithms.map_page import MapPage  # noqa: E402

ON_THE_PAGE = ("CHANGE", "GAINED", "LOST", "DEPTH", "HELD", "FRONTS", "PLACES_CHANGED")


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


def draw(parameters: dict[str, str], results: dict[str, Any], database: Path, out: Path, texts: dict[str, str]) -> list:
    """Style the layers of the database, draw map.png and map.pdf; return the path and a description of every file.

    `texts` are the parameters SIDE_NAME and CREDIT of frontline:mappage.
    """
    written = [name for name in ON_THE_PAGE if name in results]
    for name in written:
        _save_style(_table(database, name), name.lower())
    page = {name: _table(database, name) for name in written} | texts | {"LANGUAGE": "en"}
    if "THEATRE" in parameters:
        page["THEATRE"] = parameters["THEATRE"]
    image, document = out / "map.png", out / "map.pdf"
    for path in (image, document):
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        _, done = MapPage().create().run(page | {"PAGE": str(path)}, context, feedback)
        if not done:
            raise SystemExit(f"The map could not be drawn: {feedback.textLog()}")
    return [
        (database, "the layers " + ", ".join(name for name in results if str(results[name]).startswith(str(database)))),
        (image, "the map, A4 at 300 dots per inch"),
        (document, "the same for print"),
    ]


def _table(database: Path, name: str) -> QgsVectorLayer:
    return QgsVectorLayer(f"{database}|layername={name}", name, "ogr")


def _save_style(layer: QgsVectorLayer, key: str) -> None:
    """Style a result layer, and keep the style in the database as the layer's default."""
    styles.apply(layer, key)
    problem = layer.saveStyleToDatabase(key, "Frontline Change", True, "")
    if problem:
        raise SystemExit(f"The style of {layer.name()} could not be saved: {problem}")


def date_text(iso: str) -> str:
    """Return an ISO instant as text for people, with the time of day unless it is midnight UTC."""
    return formatting.instant_text(datetime.fromisoformat(iso.replace("Z", "+00:00")))
