# SPDX-License-Identifier: GPL-2.0-or-later
"""A form for the optional parameters of an algorithm: labels, help and defaults come from their definitions."""

from __future__ import annotations

import functools
import operator
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from qgis.core import (
    QgsMapLayer,
    QgsMapLayerProxyModel,
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)
from qgis.gui import QgsCheckableComboBox, QgsDoubleSpinBox, QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ... import formatting
from ..plain_texts import PlainTips

LAYER_TYPES = ("source", "vector")


class ParameterForm(QWidget):
    """One row per parameter that a person may want to set. `values` holds those that differ from the default."""

    changed = pyqtSignal()

    def __init__(
        self,
        definitions: Iterable[QgsProcessingParameterDefinition],
        parent_layers: Mapping[str, QgsMapLayerComboBox],
        parent: QWidget | None = None,
    ) -> None:
        """`parent_layers`: combo boxes outside this form whose layers have the fields to choose from."""
        super().__init__(parent)
        self._rows: dict[str, _Row] = {}
        self.labels: dict[str, QLabel] = {}
        layers = dict(parent_layers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for definition in _layers_first(definitions):
            row = _row(definition, layers)
            if row is None:
                continue
            self._rows[definition.name()] = row
            row.changed.connect(self.changed)
            describe(row.widget, definition)
            label = QLabel(definition.description())
            label.setWordWrap(True)
            label.setBuddy(row.widget)
            self.labels[definition.name()] = label
            column.addWidget(label)
            column.addWidget(row.widget)
            if isinstance(row.widget, QgsMapLayerComboBox):
                layers[definition.name()] = row.widget

    @property
    def widgets(self) -> dict[str, QWidget]:
        """The widget of each parameter."""
        return {name: row.widget for name, row in self._rows.items()}

    def values(self) -> dict[str, Any]:
        """Parameters that a person has set."""
        return {name: row.value() for name, row in self._rows.items() if row.is_set()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Set parameters; all others go back to their defaults. What a widget cannot show is left out."""
        for name, row in self._rows.items():
            row.put(values.get(name))

    def texts(self) -> list[str]:
        """Return the same in words: label and value."""
        return [f"{self.labels[name].text()}: {_in_words(value)}" for name, value in self.values().items()]

    def layer_combos(self) -> list[QgsMapLayerComboBox]:
        """Return the boxes that list layers of the project."""
        return [widget for widget in self.widgets.values() if isinstance(widget, QgsMapLayerComboBox)]


def layer_combo(kinds: QgsMapLayerProxyModel.Filters, nothing: str) -> QgsMapLayerComboBox:
    """Return an empty box for layers of some kinds; `nothing` is its text while none is chosen."""
    combo = QgsMapLayerComboBox()
    combo.setFilters(kinds)
    combo.setAllowEmptyLayer(True, nothing)
    combo.setLayer(None)
    combo.setItemDelegate(PlainTips(combo))
    let_shrink(combo)
    return combo


def field_combo(nothing: str) -> QgsFieldComboBox:
    """Return an empty box for the fields of a layer."""
    combo = QgsFieldComboBox()
    combo.setAllowEmptyFieldName(True)
    combo.setToolTip(nothing)
    combo.setItemDelegate(PlainTips(combo))
    let_shrink(combo)
    return combo


def describe(widget: QWidget, definition: QgsProcessingParameterDefinition) -> None:
    """Give a widget the definition's help, for the mouse and for screen readers."""
    widget.setAccessibleName(definition.description())
    widget.setAccessibleDescription(definition.help())
    widget.setToolTip(definition.help() or definition.description())


def _layers_first(
    definitions: Iterable[QgsProcessingParameterDefinition],
) -> list[QgsProcessingParameterDefinition]:
    """Return the definitions in their order, but layers and their fields first: they matter most."""
    definitions = list(definitions)
    layers = {definition.name() for definition in definitions if definition.type() in LAYER_TYPES}

    def is_about_a_layer(definition: QgsProcessingParameterDefinition) -> bool:
        parent = definition.parentLayerParameterName() if definition.type() == "field" else definition.name()
        return parent in layers

    return sorted(definitions, key=lambda definition: not is_about_a_layer(definition))


class _Row(NamedTuple):
    """A widget, and how the form reads and sets it."""

    widget: QWidget
    changed: Any  # the signal
    value: Callable[[], Any]
    is_set: Callable[[], bool]
    put: Callable[[Any], object]  # None: back to the default


def _row(definition: QgsProcessingParameterDefinition, layers: Mapping[str, QgsMapLayerComboBox]) -> _Row | None:
    """Return the row for a definition, None for a kind we have no widget for: its default then holds."""
    kind, default = definition.type(), definition.defaultValue()
    if kind in LAYER_TYPES:
        return _layer_row(definition)
    if kind == "field":
        return _field_row(definition, layers)
    if kind in ("number", "distance"):
        return _number_row(definition)
    if kind == "enum":
        return _choices_row(definition) if definition.allowMultiple() else _choice_row(definition)
    if kind == "boolean":
        box = QCheckBox()
        box.setChecked(bool(default))
        return _Row(
            box,
            box.toggled,
            box.isChecked,
            lambda: box.isChecked() != bool(default),
            lambda value: box.setChecked(value if isinstance(value, bool) else bool(default)),
        )
    if kind == "string":
        line = QLineEdit(default or "")
        return _Row(
            line,
            line.textChanged,
            line.text,
            lambda: line.text() != (default or ""),
            lambda value: line.setText(value if isinstance(value, str) else str(default or "")),
        )
    return None


def _layer_row(definition: QgsProcessingParameterDefinition) -> _Row:
    combo = layer_combo(_kinds(definition.dataTypes()), QCoreApplication.translate("FrontlineChange", "None"))
    return _Row(
        combo,
        combo.layerChanged,
        combo.currentLayer,
        lambda: combo.currentLayer() is not None,
        lambda value: combo.setLayer(value if isinstance(value, QgsMapLayer) else None),
    )


def _field_row(definition: QgsProcessingParameterField, layers: Mapping[str, QgsMapLayerComboBox]) -> _Row:
    combo = field_combo(definition.description())
    parent = layers.get(definition.parentLayerParameterName())
    if parent is not None:
        combo.setLayer(parent.currentLayer())
        parent.layerChanged.connect(combo.setLayer)
    return _Row(
        combo,
        combo.fieldChanged,
        combo.currentField,
        lambda: bool(combo.currentField()),
        lambda value: combo.setField(value if isinstance(value, str) else ""),
    )


def _number_row(definition: QgsProcessingParameterNumber) -> _Row:
    spin = _NumberBox()
    default = definition.defaultValue()
    whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    spin.setDecimals(0 if whole else 3)
    spin.setRange(max(definition.minimum(), -1e9), min(definition.maximum(), 1e9))
    spin.setSingleStep(1 if not default else 10 ** (len(str(int(abs(default)))) - 1))
    if default is not None:
        spin.setValue(default)
        spin.setClearValue(default)
    return _Row(
        spin,
        spin.valueChanged,
        spin.value,
        lambda: spin.value() != default,
        lambda value: spin.setValue(value if _is_number(value) else default or 0),
    )


def _choice_row(definition: QgsProcessingParameterDefinition) -> _Row:
    default = str(definition.defaultValue() or "")
    combo = QComboBox()
    options = definition.options() if default else ["", *definition.options()]
    combo.addItems(options)
    combo.setCurrentText(default)
    let_shrink(combo)
    return _Row(
        combo,
        combo.currentTextChanged,
        combo.currentText,
        lambda: combo.currentText() != default,
        lambda value: combo.setCurrentText(value if value in options else default),
    )


def _choices_row(definition: QgsProcessingParameterDefinition) -> _Row:
    default = definition.defaultValue() or []
    default = default.split(",") if isinstance(default, str) else list(default)
    combo = QgsCheckableComboBox()
    options = definition.options()
    combo.addItems(options)
    combo.setCheckedItems(default)
    let_shrink(combo)
    return _Row(
        combo,
        combo.checkedItemsChanged,
        combo.checkedItems,
        lambda: set(combo.checkedItems()) != set(default),
        lambda value: combo.setCheckedItems(_among(options, value, default)),
    )


def _is_number(value: Any) -> bool:
    """Whether a value is a finite number that a widget can show."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and -sys.maxsize < value < sys.maxsize


def _among(options: list[str], value: Any, default: list[str]) -> list[str]:
    """The options in a list; the default where the value is no list, or has only unknown items."""
    found = [item for item in value if item in options] if isinstance(value, list) else []
    return found if found or value == [] else default


def _in_words(value: Any) -> str:
    if isinstance(value, QgsMapLayer):
        return value.name()
    if isinstance(value, list):
        return ", ".join(value)
    return formatting.significant(value, 9) if isinstance(value, float) else str(value)


def _kinds(data_types: Iterable[int]) -> QgsMapLayerProxyModel.Filters:
    """Return the layer filter for the data types of a parameter."""
    filters = {
        QgsProcessing.SourceType.TypeVectorPoint: QgsMapLayerProxyModel.Filter.PointLayer,
        QgsProcessing.SourceType.TypeVectorLine: QgsMapLayerProxyModel.Filter.LineLayer,
        QgsProcessing.SourceType.TypeVectorPolygon: QgsMapLayerProxyModel.Filter.PolygonLayer,
        QgsProcessing.SourceType.TypeVectorAnyGeometry: QgsMapLayerProxyModel.Filter.HasGeometry,
        QgsProcessing.SourceType.TypeVector: QgsMapLayerProxyModel.Filter.VectorLayer,
    }
    chosen = [filters[data_type] for data_type in data_types if data_type in filters]
    return functools.reduce(operator.or_, chosen) if chosen else QgsMapLayerProxyModel.Filter.VectorLayer


def let_shrink(combo: QComboBox) -> None:
    """Prevent long layer names from making the panel wide."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class _NumberBox(QgsDoubleSpinBox):
    """Prints 500 as 500, not as 500.000."""

    def textFromValue(self, value: float) -> str:
        """Return the number without needless decimals."""
        return self.locale().toString(value, "g", 9)
