# SPDX-License-Identifier: GPL-2.0-or-later
"""Styles and method cards on results as QGIS loads them: one new object per output, kept alive until it has run."""

from __future__ import annotations

from qgis.core import QgsLayerMetadata, QgsProcessingContext, QgsProcessingLayerPostProcessorInterface

from ... import styles
from .features import set_headings
from .method_card import describe

KEPT_AT_MOST = 200
_alive: list[ResultStyler] = []


class ResultStyler(QgsProcessingLayerPostProcessorInterface):
    """Styles one result layer. Runs on the main thread, after the layer has joined the project."""

    def __init__(self, style: str | None, metadata: QgsLayerMetadata) -> None:
        super().__init__()
        self._style = style
        self._metadata = metadata

    def postProcessLayer(self, layer, context, feedback) -> None:
        """Apply style, headings and method card; a style that fails is reported, the data stay."""
        describe(layer, self._metadata)
        set_headings(layer)
        if self._style is None:  # a table
            return
        try:
            styles.apply(layer, self._style)
        except styles.StyleError as error:
            feedback.pushWarning(str(error))
        layer.triggerRepaint()


def style_when_loaded(
    context: QgsProcessingContext,
    destination: str,
    name: str,
    style: str | None,
    metadata: QgsLayerMetadata,
) -> None:
    """Have a result named and styled if QGIS is going to load it.

    QGIS keeps no reference to the Python side of a post-processor, so the list above does.
    """
    if not context.willLoadLayerOnCompletion(destination):
        return
    styler = ResultStyler(style, metadata)
    _alive.append(styler)
    del _alive[:-KEPT_AT_MOST]
    details = context.layerToLoadOnCompletionDetails(destination)
    if not getattr(details, "forceName", False):
        details.name = name
    details.setPostProcessor(styler)
