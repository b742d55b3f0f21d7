# SPDX-License-Identifier: GPL-2.0-or-later
"""Saves and restores what is set in the dock: choices in the project, a person's habits in the profile."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QDateTime, QObject, Qt

from ..processing.outputs.fields import by_name
from .results.pane import ResultsPane
from .settings import PersonSettings, ProjectSettings
from .setup.choices import MAPS, SECTORS
from .setup.modes import Mode
from .setup.pane import SetupPane
from .setup.presenter import SetupPresenter

TABS = ("summary", "table", "chart", "history")
OPTIONS = "options"  # the only pane that stays unfolded


class SettingsBinding(QObject):
    """Saves what a person has chosen, and restores it. A project in which nobody chose anything stays unmodified."""

    def __init__(self, setup: SetupPane, results: ResultsPane, presenter: SetupPresenter, project: QgsProject) -> None:
        super().__init__()
        self._setup, self._results, self._presenter, self._project = setup, results, presenter, project
        self._of_project, self._of_person = ProjectSettings(project), PersonSettings()
        self._is_restoring = False
        self.restore_habits()
        presenter.changed.connect(lambda _signature: self.save_choices())
        presenter.sides.chosen.connect(lambda: self._of_person.set("answers", presenter.sides.answers))
        results.table.units_changed.connect(self._save_units)
        results.table.columns_changed.connect(lambda fields: self._of_person.set("columns", list(fields)))
        results.filter.unchanged.toggled.connect(lambda hidden: self._of_person.set("hide_unchanged", hidden))
        results.tabs.currentChanged.connect(lambda number: self._of_person.set("tab", TABS[number]))
        setup.options.unfolded.connect(lambda open_: self._of_person.set("unfolded", [OPTIONS] if open_ else []))

    def save_choices(self) -> None:
        """Save the choices in the project, once a person has chosen something."""
        if self._is_restoring or not self._presenter.was_chosen_by_person:
            return
        chosen = self._setup.setup()
        dates = {role: date for role, date in chosen.dates.items() if date is not None}
        self._of_project.save(
            {
                "layers": {role: layer.id() for role, layer in chosen.layers.items() if layer is not None},
                "dates": {**dates, **self._presenter.corrected},
                "sector_field": chosen.sector_field,
                "options": chosen.options,
                "measure": chosen.mode.measure,
                "period": chosen.mode.period,
                "shift_periods": self._setup.calendar.shift.isChecked(),
                "classes": self._presenter.sides.classes,
                "side_name": chosen.side_name,
                "side_colour": chosen.side_colour,
            }
        )

    def restore_choices(self) -> None:
        """Restore the choices saved in the project, without layers that no longer exist."""
        kept = self._of_project.load()
        if not kept:
            return
        self._is_restoring = True
        try:
            self._restore(kept)
        finally:
            self._is_restoring = False

    @property
    def folder(self) -> str:
        """The folder from which a person last added maps."""
        return str(self._of_person.get("last_folder"))

    def keep_folder(self, folder: str) -> None:
        """Open the next file dialog in this folder."""
        self._of_person.set("last_folder", folder)

    def restore_habits(self) -> None:
        """Restore the habits of the person."""
        self._results.table.set_units(self._of_person.get("area_unit"), self._of_person.get("length_unit"))
        self._results.filter.unchanged.setChecked(self._of_person.get("hide_unchanged"))
        self._presenter.sides.answers = self._of_person.get("answers")
        columns = [field for field in self._of_person.get("columns") if field in by_name()]
        if columns:
            self._results.table.choose_columns(columns)
        self._setup.options.unfold(OPTIONS in self._of_person.get("unfolded"))
        tab = self._of_person.get("tab")
        if tab in TABS:
            self._results.tabs.setCurrentIndex(TABS.index(tab))

    def _restore(self, kept: dict[str, Any]) -> None:
        dates = {
            name: QDateTime.fromString(text, Qt.DateFormat.ISODate) for name, text in kept.get("dates", {}).items()
        }
        dates = {name: date for name, date in dates.items() if date.isValid()}
        self._setup.show_shifted(kept.get("shift_periods", False))
        self._presenter.sides.classes.update(kept.get("classes", {}))
        self._setup.show_side(kept.get("side_name", ""), kept.get("side_colour", ""))
        if "measure" in kept:
            self._setup.choose_mode(Mode(kept["measure"], kept.get("period", "")))
        self._setup.options.set_values(kept.get("options", {}))
        for layer_id, date in dates.items():
            if layer_id not in MAPS:
                self._presenter.date_corrected(layer_id, date)
        for role, layer_id in kept.get("layers", {}).items():
            layer = self._project.mapLayer(layer_id)
            if layer is None or role not in (*MAPS, SECTORS):
                continue
            self._presenter.layer_chosen(role)
            self._setup.choose_layer(role, layer)
            if role in dates:
                self._setup.show_date(role, dates[role])
            elif role == SECTORS and kept.get("sector_field"):
                self._setup.sectors.field.setField(kept["sector_field"])

    def _save_units(self, area: str, length: str) -> None:
        self._of_person.set("area_unit", area)
        self._of_person.set("length_unit", length)
