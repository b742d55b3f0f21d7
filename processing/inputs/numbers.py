# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks of the user's numbers and choices, given as text, expression or data, before a run, since QGIS accepts NaN.

QGIS compares a number with its minimum and maximum, and NaN is neither below nor above them. It does not evaluate an
expression until the run, and it silently replaces a value that is not a number by the default. In a model it does the
same with a choice that does not exist.
"""

from __future__ import annotations

from math import isfinite
from typing import Any

from qgis.core import (
    NULL,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameters,
    QgsProperty,
)

from .. import messages
from ..parameters.series import OFFSET_DAYS, is_auto


def problem(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> str | None:
    """Return a message about the first number or choice that cannot be used; None if all can be used."""
    for definition in algorithm.parameterDefinitions():
        if isinstance(definition, QgsProcessingParameterEnum):
            value = parameters.get(definition.name())
            if value not in (None, NULL) and not definition.checkValueIsAcceptable(value, context):
                return messages.refused_value(definition, value)
        if not isinstance(definition, QgsProcessingParameterNumber):
            continue
        value = parameters.get(definition.name())
        if isinstance(value, QgsProperty):
            found, is_known = value.value(context.expressionContext())
            value = value.asExpression() if not is_known or found in (None, NULL) else found
        elif value in (None, "", NULL):
            continue  # the default is used
        if definition.name() == OFFSET_DAYS and is_auto(value):
            continue
        if not _is_usable(definition, value, parameters, context):
            return messages.refused_value(definition, value)
    return None


def _is_usable(
    definition: QgsProcessingParameterNumber, value: Any, parameters: dict[str, Any], context: QgsProcessingContext
) -> bool:
    """Whether a value is a finite number within its range, and equal to the number that QGIS will read."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return False
    read = QgsProcessingParameters.parameterAsDouble(definition, parameters, context)
    return isfinite(number) and number == read and definition.minimum() <= number <= definition.maximum()
