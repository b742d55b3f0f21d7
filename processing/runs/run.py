# SPDX-License-Identifier: GPL-2.0-or-later
"""What every run of an algorithm holds: its parameters and how they are read, its layers, what it says on the way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ..bridge import LayerInput
from ..cancelling import check_cancel
from ..inputs.options import Options
from ..outputs.method_card import layer_metadata, method_card
from ..outputs.writer import Output, OutputWriter

DONE = 100


class Run:
    """Base of the runs. A run reads its inputs, lets core measure and writes its outputs, each in a step of its own."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        layers: dict[str, LayerInput | None],
        chosen: Options | None = None,
    ) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context
        self._feedback = feedback
        self._layers = layers
        self._options = chosen

    def _write(
        self,
        outputs: Iterable[Output],
        headline: str,
        facts: dict[str, Any],
        crs: QgsCoordinateReferenceSystem,
    ) -> dict[str, Any]:
        """Write the outputs that were asked for, with the method card, and return what every algorithm returns."""
        card = method_card(f"frontline:{self._algorithm.name()}", facts)
        metadata = layer_metadata("", headline, card)
        writer = OutputWriter(self._algorithm, self._parameters, self._context, self._feedback, crs, metadata)
        written = writer.write(outputs)
        self._progress(DONE)
        self._info(headline)
        return {**written, "HEADLINE": headline, "METHOD": card}

    def _field(self, name: str) -> str | None:
        """The field chosen for a parameter."""
        return (self._algorithm.parameterAsFields(self._parameters, name, self._context) or [None])[0]

    def _text(self, name: str) -> str:
        return self._algorithm.parameterAsString(self._parameters, name, self._context)

    def _number(self, name: str) -> float:
        return self._algorithm.parameterAsDouble(self._parameters, name, self._context)

    def _choice(self, name: str) -> str:
        return self._algorithm.parameterAsEnumString(self._parameters, name, self._context)

    def _layer_name(self, name: str) -> str | None:
        """The name of a layer that may have been left out, for the method card."""
        layer = self._layers.get(name)
        return layer.name if layer else None

    def _progress(self, percent: float) -> None:
        """Show progress; raises Cancelled when the user asked to stop before the results were in place, at 100 %."""
        if percent < DONE:
            check_cancel(self._feedback)
        self._feedback.setProgress(percent)

    def _info(self, text: str) -> None:
        self._feedback.pushInfo(text)

    def _warn(self, text: str) -> None:
        self._feedback.pushWarning(text)
