# SPDX-License-Identifier: GPL-2.0-or-later
"""Sets style and method card on results when QGIS loads them: a new object per output, kept alive until it has run."""

from __future__ import annotations

from qgis.core import QgsLayerMetadata, QgsProcessingContext, QgsProcessingLayerPostProcessorInterface

from ... import styles
from .features import set_headings
from .method_card import describe

KEPT_AT_MOST = 200
_alive: list[ResultStyler] = []


class ResultStyler(QgsProcessingLayerPostProcessorInterface):
    """Styles one result layer. Runs on the main thread, after the layer was added to the project."""

    def __init__(self, style: str | None, metadata: QgsLayerMetadata) -> None:
        super().__init__()
        self._style = style
        self._metadata = metadata

    def postProcessLayer(self, layer, context, feedback) -> None:
        """Apply style, headings and method card; if the style fails, warn and keep the layer."""
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
    """Set the name and the style that a result gets if QGIS loads it.

    QGIS keeps no reference to the Python object of a post-processor, so `_alive` does.
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
