# SPDX-License-Identifier: GPL-2.0-or-later
"""More options: the optional parameters of whichever algorithm is to run, and the file for its results; folded away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from .choices import AFTER, BEFORE, SECTORS
from .modes import ALGORITHMS, SERIES
from .parameter_form import ParameterForm

# Parameters with a row of their own in the dock, or given by the mode and the span.
IN_VIEW = {BEFORE, AFTER, SECTORS, "SECTOR_FIELD", "BEFORE_DATE", "AFTER_DATE"}
IN_VIEW |= {"SNAPSHOTS", "FIRST_DATE", "LAST_DATE"}


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
        self.form: ParameterForm | None = None
        self._build()

    def show_algorithm(self, algorithm_id: str) -> None:
        """Show the form of an algorithm, with what is set already where it has the same parameter."""
        before = self.form
        if before is not None and before is self._forms.get(algorithm_id):
            return
        self.form = self._forms.get(algorithm_id) or self._make(algorithm_id)
        if before is not None:
            self.form.set_values({name: value for name, value in before.values().items() if name in self.form.widgets})
            before.hide()
        self.form.show()
        self.changed.emit()

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
        in_view = IN_VIEW | {"PERIOD"} if algorithm_id == ALGORITHMS[SERIES] else IN_VIEW
        form = ParameterForm(
            [one for one in definitions if one.name() not in in_view and not one.isDestination()],
            self._parent_layers,
        )
        form.changed.connect(self.changed)
        for combo in form.layer_combos():
            combo.setExceptedLayerList(_still_there(self._excepted))
        self._forms[algorithm_id] = form
        self._column.insertWidget(self._column.count() - 2, form)
        return form

    def _on_toggled(self, unfolded: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self._body.setVisible(unfolded)
        self.unfolded.emit(unfolded)


def _still_there(layers: list[Any]) -> list[Any]:
    return [layer for layer in layers if not sip.isdeleted(layer)]
