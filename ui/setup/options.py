# SPDX-License-Identifier: GPL-2.0-or-later
"""More options: the optional parameters of whichever algorithm is to run, and the file for its results; folded away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from qgis.core import QgsApplication, QgsMapLayer
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from ...processing.parameters.comparisons import COMPARING
from ...processing.parameters.holders import HOLDER_FIELD
from ...processing.parameters.maps import CLASS_VALUES
from ...processing.parameters.measuring import THEATRE
from ...processing.parameters.side import SIDE_COLOUR, SIDE_NAME
from .choices import AFTER, BEFORE, SECTORS
from .jobs import OF_LINES
from .modes import ALGORITHMS, SERIES
from .parameter_form import ParameterForm

# Parameters with a row of their own in the dock, or given by the mode and the span.
IN_VIEW = {BEFORE, AFTER, SECTORS, "SECTOR_FIELD", "BEFORE_DATE", "AFTER_DATE"}
IN_VIEW |= {"SNAPSHOTS", "FIRST_DATE", "LAST_DATE", SIDE_NAME, SIDE_COLOUR, *CLASS_VALUES}
OF_LAYERS = {"MAPS_CRS"}  # set in the properties of a layer in QGIS
OF_OTHER_OUTPUTS = {*COMPARING, HOLDER_FIELD}  # concern tables that the dock does not show


class Options(QWidget):
    """A form for each algorithm, made when first needed; what two of them share keeps its value."""

    changed = pyqtSignal()
    unfolded = pyqtSignal(bool)

    def __init__(self, parent_layers: Mapping[str, QgsMapLayerComboBox]) -> None:
        """`parent_layers`: boxes outside the forms whose layers have fields to choose from."""
        super().__init__()
        self._parent_layers = parent_layers
        self._algorithms: dict[str, Any] = {}  # kept, since the definitions of parameters live as long as they do
        self._forms: dict[str, ParameterForm] = {}
        self._excepted: list[Any] = []
        self._has_lines = False
        self._set: dict[str, Any] = {}  # parameters that a person has set, also those that the present form lacks
        self.form: ParameterForm | None = None
        self._build()

    def show_algorithm(self, algorithm_id: str) -> None:
        """Show the form of an algorithm, with what was set in any of them where it has the parameter."""
        before = self.form
        if before is not None and before is self._forms.get(algorithm_id):
            return
        self.form = self._forms.get(algorithm_id) or self._make(algorithm_id)
        if before is not None:
            self._set = {name: value for name, value in self._set.items() if name not in before.widgets}
            self._set |= before.values()
            self.form.set_values({name: value for name, value in self._set.items() if not _is_gone(value)})
            before.hide()
        self.form.show()
        self.changed.emit()

    def show_lines(self, shown: bool) -> None:
        """Show or hide what says which ground behind front lines is held."""
        self._has_lines = shown
        for form in self._forms.values():
            self._show_lines_in(form)

    def _show_lines_in(self, form: ParameterForm) -> None:
        """Show the rows of lines, and a theatre that does nothing but divide the land of lines."""
        only_of_lines = () if "EDGE_TOLERANCE" in form.widgets else (THEATRE,)
        form.show_rows((*OF_LINES, *only_of_lines), self._has_lines)

    def hide_layers(self, layers: list[Any]) -> Iterator[None]:
        """Keep these layers out of the lists; yields after each."""
        self._excepted = layers
        for form in list(self._forms.values()):
            for combo in form.layer_combos():
                combo.setExceptedLayerList(_still_there(layers))
                yield

    def values(self) -> dict[str, Any]:
        """Return the parameters that a person has set."""
        return self.form.values() if self.form is not None else {}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Set parameters; all others go back to their defaults."""
        self._set = dict(values)
        if self.form is not None:
            self.form.set_values(values)

    def choose(self, name: str, value: Any) -> None:
        """Set one parameter, in every form that has it."""
        self._set[name] = value
        if self.form is not None and name in self.form.widgets:
            self.form.set_value(name, value)

    def texts(self) -> list[str]:
        """Return the same in words."""
        return self.form.texts() if self.form is not None else []

    def path(self) -> str:
        """Return the GeoPackage for the results, empty for temporary layers."""
        path = self.file.filePath().strip()
        return path if not path or path.lower().endswith(".gpkg") else f"{path}.gpkg"

    def unfold(self, unfolded: bool) -> None:
        """Show or hide the options."""
        self.button.setChecked(unfolded)

    def _build(self) -> None:
        tr = QCoreApplication.translate
        self.button = QToolButton()
        self.button.setText(tr("FrontlineChange", "More optio&ns"))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.setAutoRaise(True)
        self.button.setCheckable(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.toggled.connect(self._on_toggled)
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setFilter(tr("FrontlineChange", "GeoPackage (*.gpkg)"))
        self.file.setDialogTitle(tr("FrontlineChange", "Save the results to a GeoPackage"))
        self.file.setAccessibleName(tr("FrontlineChange", "GeoPackage to save the results in"))
        self.file.lineEdit().setPlaceholderText(tr("FrontlineChange", "Temporary layers"))
        self.file.lineEdit().setAccessibleName(self.file.accessibleName())
        self.file.fileChanged.connect(lambda _path: self.changed.emit())
        label = QLabel(tr("FrontlineChange", "Save results to GeoPackage"))
        label.setBuddy(self.file.lineEdit())
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(self.fontMetrics().averageCharWidth() * 2, 0, 0, 0)
        self._column.addWidget(label)
        self._column.addWidget(self.file)
        self._body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)
        column.addWidget(self._body)

    def _make(self, algorithm_id: str) -> ParameterForm:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
        definitions = algorithm.parameterDefinitions() if algorithm is not None else []
        self._algorithms[algorithm_id] = algorithm
        in_view = IN_VIEW | OF_LAYERS | OF_OTHER_OUTPUTS | ({"PERIOD"} if algorithm_id == ALGORITHMS[SERIES] else set())
        form = ParameterForm(
            [one for one in definitions if one.name() not in in_view and not one.isDestination()],
            self._parent_layers,
        )
        form.changed.connect(self.changed)
        for combo in form.layer_combos():
            combo.setExceptedLayerList(_still_there(self._excepted))
        self._forms[algorithm_id] = form
        self._show_lines_in(form)
        self._column.insertWidget(self._column.count() - 2, form)
        return form

    def _on_toggled(self, unfolded: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self._body.setVisible(unfolded)
        self.unfolded.emit(unfolded)


def _is_gone(value: Any) -> bool:
    """Whether a value is a layer that QGIS has deleted."""
    return isinstance(value, QgsMapLayer) and sip.isdeleted(value)


def _still_there(layers: list[Any]) -> list[Any]:
    return [layer for layer in layers if not _is_gone(layer)]
