# SPDX-License-Identifier: GPL-2.0-or-later
"""Decides when to ask which ground is the side's, and remembers what was answered. Uses no widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing.inputs.map_values import MapValues
from ...processing.parameters.maps import HELD_VALUES
from .choices import MAPS
from .earlier_answers import answer_for, with_answer
from .publishers import maps_to_ask

if TYPE_CHECKING:
    from ...processing.inputs.how_to_read import Orders
    from .choices import Setup
    from .found_maps import FoundMap
    from .values_finder import MapToAsk
    from .view import View


class Sides(QObject):
    """Links the maps of unknown publishers, the table that asks for classes, and earlier answers."""

    wanted = pyqtSignal(object)  # the maps in which values are to be looked for
    shown = pyqtSignal()
    chosen = pyqtSignal()  # a class, by a person

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view = view
        self._wanted: list[MapToAsk] = []
        self._found = MapValues()
        self._refused: list[str] = []  # ids of the layers that a run did not take without classes
        self._refusal = ""  # its message
        self.date_orders: Orders | None = None  # that the names of all layers show
        self.classes: dict[str, str] = {}  # that were chosen in this project, by value
        self.answers: list[str] = []  # of the person, in any project

    def inputs_changed(self, setup: Setup, found: Sequence[FoundMap]) -> None:
        """Have values looked for in the chosen maps; while maps are looked for, only forget those no longer chosen."""
        if setup.is_searching:
            self._wanted = [one for one in self._wanted if one.layer in setup.layers.values()]
        else:
            self._wanted = maps_to_ask(setup, found, self.date_orders)
        self.wanted.emit(self._wanted)

    def values_found(self, found: MapValues) -> None:
        """Ask for the classes of the values in the chosen maps, where they are unclear or were chosen before."""
        self._found = found
        if found.values and not found.question and self._chosen_layers() == self._refused:
            found = replace(found, question=self._refusal)
        names = [one.value for one in found.values]
        chosen = {name: self.classes[name] for name in names if name in self.classes}
        if found.question and not chosen:
            chosen = answer_for(names, self.answers)
        self._view.show_values(found if found.question or chosen else MapValues(), chosen)
        self.shown.emit()

    def run_failed(self, text: str) -> None:
        """A run has ended with this message: where it asks for classes, the table asks for them from now on.

        Of some maps only both together show that they are of several sides.
        """
        if HELD_VALUES in text:
            self._refused, self._refusal = self._chosen_layers(), text
            self.values_found(self._found)  # if they are still looked for, they are asked about when they come

    def choose(self) -> None:
        """A person has chosen a class."""
        setup = self._view.setup()
        for one in setup.values.values:
            self.classes.pop(one.value, None)
        self.classes |= setup.classes
        if setup.classes:
            self.answers = with_answer(setup.classes, self.answers)
        self.chosen.emit()

    def _chosen_layers(self) -> list[str]:
        layers = self._view.setup().layers
        return [layer.id() for layer in (layers[role] for role in MAPS) if layer is not None]
