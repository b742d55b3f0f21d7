# SPDX-License-Identifier: GPL-2.0-or-later
"""Saves a page as PDF, PNG or SVG."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsLayoutExporter, QgsPrintLayout
from qgis.PyQt.QtCore import QCoreApplication

from .template import PageError

FORMATS = (".pdf", ".png", ".svg")


def export(layout: QgsPrintLayout, path: Path, dpi: float | None = None) -> None:
    """Save the page in the format of the file's ending. `dpi` defaults to the template's own. Raises PageError."""
    dpi = dpi or layout.renderContext().dpi()
    exporter, success = QgsLayoutExporter(layout), QgsLayoutExporter.ExportResult.Success
    ending = path.suffix.lower()
    if ending == ".png":
        # Not exportToImage, which tries to georeference the file and reports an error for PNG.
        image = exporter.renderPageToImage(0, dpi=dpi)
        is_saved = not image.isNull() and image.save(str(path), "PNG")
    elif ending == ".pdf":
        for_pdf = QgsLayoutExporter.PdfExportSettings()
        for_pdf.dpi = dpi
        for_pdf.exportMetadata = False  # it would name the account of whoever exports
        is_saved = exporter.exportToPdf(str(path), for_pdf) == success
    elif ending == ".svg":
        for_svg = QgsLayoutExporter.SvgExportSettings()
        for_svg.dpi = dpi
        for_svg.exportMetadata = False
        is_saved = exporter.exportToSvg(str(path), for_svg) == success
    else:
        text = QCoreApplication.translate("FrontlineChange", "A page is saved as {formats}, not as {path}.")
        raise PageError(text.format(formats=", ".join(FORMATS), path=path.name))
    if not is_saved:
        text = QCoreApplication.translate(
            "FrontlineChange", "The map page could not be saved as {path}. Can files be written there?"
        )
        raise PageError(text.format(path=path))
