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
from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPaintEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from ... import formatting
from ...processing.parameters.series import ERROR_FIELD
from ..plain_texts import PlainTips
from .option_words import option_text

LAYER_TYPES = ("source", "vector")
NOT_FOUND_BY_ITSELF = (ERROR_FIELD,)  # fields that are not looked for where none is chosen


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
        """Parameters that a person has set, but for those in hidden rows."""
        return {name: row.value() for name, row in self._rows.items() if row.is_set() and not row.widget.isHidden()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Set parameters; all others go back to their defaults. What a widget cannot show is left out."""
        for name, row in self._rows.items():
            row.put(values.get(name))

    def set_value(self, name: str, value: Any) -> None:
        """Set one parameter; None for its default."""
        self._rows[name].put(value)

    def texts(self) -> list[str]:
        """Return the same in words: label and value."""
        return [f"{self.labels[name].text()}: {self._in_words(name, value)}" for name, value in self.values().items()]

    def _in_words(self, name: str, value: Any) -> str:
        if isinstance(value, QgsMapLayer):
            return value.name()
        if isinstance(value, list):
            return ", ".join(option_text(name, item) for item in value)
        if isinstance(self._rows[name].widget, QComboBox) and isinstance(value, str):
            return value if isinstance(self._rows[name].widget, QgsFieldComboBox) else option_text(name, value)
        return formatting.significant(value, 9) if isinstance(value, float) else str(value)

    def show_rows(self, names: Iterable[str], shown: bool) -> None:
        """Show or hide the rows of these parameters; what is set in hidden ones does not count."""
        for name in names:
            if name in self._rows:
                self.labels[name].setVisible(shown)
                self._rows[name].widget.setVisible(shown)

    def layer_combos(self) -> list[QgsMapLayerComboBox]:
        """Return the boxes that list layers of the project."""
        return [widget for widget in self.widgets.values() if isinstance(widget, QgsMapLayerComboBox)]


def layer_combo(kinds: QgsMapLayerProxyModel.Filters, nothing: str) -> QgsMapLayerComboBox:
    """Return an empty box for layers of some kinds; `nothing` is its text while none is chosen."""
    combo = QgsMapLayerComboBox()
    combo.setFilters(kinds)
    combo.setAllowEmptyLayer(True, nothing)
    combo.setItemDelegate(PlainTips(combo))
    combo.currentIndexChanged.connect(lambda _index: _show_nothing(combo))
    choose_layer(combo, None)
    let_shrink(combo)
    return combo


def choose_layer(combo: QgsMapLayerComboBox, layer: QgsMapLayer | None) -> None:
    """Choose a layer in a box that `layer_combo` made; None for none."""
    combo.setLayer(layer)
    _show_nothing(combo)


def _show_nothing(combo: QgsMapLayerComboBox) -> None:
    """Show that no layer is chosen, where QGIS leaves the box blank."""
    if combo.currentIndex() < 0 and combo.count():
        combo.setCurrentIndex(0)


class _FieldCombo(QgsFieldComboBox):
    """Shows a text while no field is chosen, where QGIS leaves the box blank."""

    def __init__(self, nothing: str) -> None:
        super().__init__()
        self._nothing = nothing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, with the text in an empty one."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = option.currentText or self._nothing
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


def field_combo(tip: str, nothing: str) -> QgsFieldComboBox:
    """Return an empty box for the fields of a layer; `nothing` is its text while none is chosen."""
    combo = _FieldCombo(nothing)
    combo.setAllowEmptyFieldName(True)
    combo.setToolTip(tip)
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
        lambda value: choose_layer(combo, value if isinstance(value, QgsMapLayer) else None),
    )


def _field_row(definition: QgsProcessingParameterField, layers: Mapping[str, QgsMapLayerComboBox]) -> _Row:
    tr = QCoreApplication.translate
    automatic, none = tr("FrontlineChange", "Automatic"), tr("FrontlineChange", "None")
    combo = field_combo(definition.description(), none if definition.name() in NOT_FOUND_BY_ITSELF else automatic)
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
    for option in options:
        combo.addItem(option_text(definition.name(), option), option)
    combo.setCurrentIndex(combo.findData(default))
    let_shrink(combo)
    return _Row(
        combo,
        combo.currentIndexChanged,
        combo.currentData,
        lambda: combo.currentData() != default,
        lambda value: combo.setCurrentIndex(combo.findData(value if value in options else default)),
    )


def _choices_row(definition: QgsProcessingParameterDefinition) -> _Row:
    default = definition.defaultValue() or []
    default = default.split(",") if isinstance(default, str) else list(default)
    combo = QgsCheckableComboBox()
    options = definition.options()
    texts = {option: option_text(definition.name(), option) for option in options}
    for option, text in texts.items():
        combo.addItemWithCheckState(text, Qt.CheckState.Unchecked, option)

    def put(chosen: Iterable[str]) -> None:
        combo.setCheckedItems([texts[option] for option in chosen])

    put(default)
    let_shrink(combo)
    return _Row(
        combo,
        combo.checkedItemsChanged,
        combo.checkedItemsData,
        lambda: set(combo.checkedItemsData()) != set(default),
        lambda value: put(_among(options, value, default)),
    )


def _is_number(value: Any) -> bool:
    """Whether a value is a finite number that a widget can show."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and -sys.maxsize < value < sys.maxsize


def _among(options: list[str], value: Any, default: list[str]) -> list[str]:
    """The options in a list; the default where the value is no list, or has only unknown items."""
    found = [item for item in value if item in options] if isinstance(value, list) else []
    return found if found or value == [] else default


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
