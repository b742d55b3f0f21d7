# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers as the user gave them, by text, expression or data: looked at before a run, since QGIS lets NaN through.

QGIS compares a number with its least and greatest value, which no NaN is below or above; an expression it does not
evaluate until the run; and of what is no number at all it takes the default instead.
"""

from __future__ import annotations

from math import isfinite
from typing import Any

from qgis.core import (
    NULL,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterNumber,
    QgsProcessingParameters,
    QgsProperty,
)

from .. import messages


def problem(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> str | None:
    """Return what stands against the first number that cannot be used, with its range; None where all can be."""
    for definition in algorithm.parameterDefinitions():
        if not isinstance(definition, QgsProcessingParameterNumber):
            continue
        value = parameters.get(definition.name())
        if isinstance(value, QgsProperty):
            found, is_known = value.value(context.expressionContext())
            value = value.asExpression() if not is_known or found in (None, NULL) else found
        elif value in (None, "", NULL):
            continue  # the default stands for it
        if not _is_usable(definition, value, parameters, context):
            return messages.refused_value(definition, value)
    return None


def _is_usable(
    definition: QgsProcessingParameterNumber, value: Any, parameters: dict[str, Any], context: QgsProcessingContext
) -> bool:
    """Whether a value is a finite number within its range, and the one that QGIS is going to read."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return False
    read = QgsProcessingParameters.parameterAsDouble(definition, parameters, context)
    return isfinite(number) and number == read and definition.minimum() <= number <= definition.maximum()
