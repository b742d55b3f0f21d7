# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws a series by date of capture as a page: .venv/bin/python tools/capture_page.py IMAGE [SNAPSHOTS THEATRE].

Without maps of your own it generates the sample data; that is how docs/images/capture-date.png was made.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import demo_map
from frontline_change import formatting, styles
from frontline_change.layouts.export import export
from frontline_change.layouts.extent import Focus
from frontline_change.layouts.page import Figure, PageContent, PageTexts, build_page
from frontline_change.layouts.template import template_path
from frontline_change.processing.algorithms.capture_date import CaptureDate
from frontline_change.styles import texts
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QLocale

DPI = 110


def main(arguments: Sequence[str]) -> int:
    """Draw the page. Returns the exit code."""
    if len(arguments) not in (1, 3):
        print(__doc__)
        return 2
    image = Path(arguments[0]).resolve()
    with tempfile.TemporaryDirectory() as folder, demo_map.qgis():
        QLocale.setDefault(QLocale("en_GB"))
        maps, theatre = arguments[1:] or sample(Path(folder))
        draw(image, maps, theatre, Path(folder) / "capture.gpkg")
    print(f"Written: {image}")
    return 0


def sample(folder: Path) -> list[str]:
    """Generate the sample data; return its maps and its theatre."""
    from frontline_change.sample import generate

    files = generate(folder / "sample")
    return [str(files.snapshots), str(files.theatre)]


def draw(image: Path, maps: str, theatre: str, database: Path) -> None:
    """Compute the capture dates of the maps and write the page as an image."""
    series, context = QgsVectorLayer(maps, "maps", "ogr"), QgsProcessingContext()
    context.setProject(QgsProject.instance())
    results, done = CaptureDate().run(
        {"SNAPSHOTS": series, "CAPTURE": str(database)}, context, QgsProcessingFeedback(False)
    )
    if not done:
        raise SystemExit(f"The maps of {maps} could not be dated.")
    captured = QgsVectorLayer(str(database), "Captured", "ogr")
    land = QgsVectorLayer(theatre, texts.legend("theatre")[""], "ogr")
    styles.apply(captured, "capture")
    styles.apply(land, "theatre")
    card = json.loads(results["METHOD"])
    areas_km2 = card["areas_km2"]
    page_texts = PageTexts(
        title=f"The side captured {formatting.area_text(areas_km2['gained'])} that it still holds",
        period=" to ".join(demo_map.date_text(card["snapshots"]["used"][index]) for index in (0, -1)),
        figures=[
            Figure(formatting.area_text(results["NET_KM2"], signed=True), "net"),
            Figure(formatting.area_text(areas_km2["gained and lost"]), "captured and lost again"),
            Figure(formatting.area_text(areas_km2["lost"]), "held at the start and lost"),
        ],
        legend_title="By date of capture",
        method=card["method"],
    )
    focus = [Focus(captured, "\"change\" <> 'none' AND \"kind\" = 'ground'")]
    content = PageContent(page_texts, [captured, land], [captured], focus)
    export(build_page(QgsProject.instance(), template_path("a4"), content), image, DPI)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
