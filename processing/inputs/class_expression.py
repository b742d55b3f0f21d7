# SPDX-License-Identifier: GPL-2.0-or-later
"""The control class of a map's features from the user's expression, also for files that QGIS cannot open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
)
from qgis.PyQt.QtCore import QDate

from ...core.errors import InputError
from ..conversion import plain_value, qdatetime

if TYPE_CHECKING:
    from ...core.maps.snapshots import RawMap

FIELD = "class by expression"


class ClassExpression:
    """An expression for the control class of each feature, with the variables `@layer_name` and `@file_name`."""

    def __init__(self, text: str) -> None:
        """Raise InputError when the text is no expression."""
        self.text = text
        self._expression = QgsExpression(text)
        if self._expression.hasParserError():
            raise InputError(
                "CLASS_EXPRESSION is not an expression that QGIS understands: {reason}",
                reason=self._expression.parserErrorString().strip(),
            )

    def applied_to(self, raw: RawMap) -> RawMap:
        """Return the map with the class of each feature in the field FIELD. Raises InputError naming the feature."""
        from ...core.libraries import shapely

        fields = QgsFields()
        for name in raw.fields:
            fields.append(QgsField(name))
        context = self._context(raw, fields)
        attributes = []
        for number, (values, binary) in enumerate(zip(raw.attributes, shapely.to_wkb(raw.geometries)), 1):
            feature = QgsFeature(fields)
            feature.setAttributes([_qgis_value(values.get(name)) for name in raw.fields])
            if binary is not None:
                geometry = QgsGeometry()
                geometry.fromWkb(binary)
                feature.setGeometry(geometry)
            context.setFeature(feature)
            found = plain_value(self._expression.evaluate(context))
            if self._expression.hasEvalError():
                raise InputError(
                    "“{layer}”: CLASS_EXPRESSION cannot be worked out for feature {feature}: {reason}",
                    layer=raw.title,
                    feature=number,
                    reason=self._expression.evalErrorString().strip(),
                )
            attributes.append({**values, FIELD: found})
        return replace(raw, attributes=attributes, fields=(*raw.fields, FIELD))

    def _context(self, raw: RawMap, fields: QgsFields) -> QgsExpressionContext:
        context = QgsExpressionContext()
        context.appendScope(QgsExpressionContextUtils.globalScope())
        scope = QgsExpressionContextScope()
        scope.setVariable("layer_name", raw.title)
        scope.setVariable("file_name", raw.path.name if raw.path else "")
        context.appendScope(scope)
        context.setFields(fields)
        self._expression.prepare(context)
        return context


def _qgis_value(value: Any) -> Any:
    if isinstance(value, datetime):
        return qdatetime(value)
    return QDate(value.year, value.month, value.day) if isinstance(value, date) else value
