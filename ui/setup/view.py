# SPDX-License-Identifier: GPL-2.0-or-later
"""What the presenter of the setup asks of whatever shows it: the upper pane, or a stand-in in tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime

from .choices import Setup

if TYPE_CHECKING:
    from ...processing.inputs.map_values import MapValues
    from ...processing.inputs.publisher_calendar import PublisherCalendar
    from .found_maps import FoundMap


class View(Protocol):
    """What the presenter asks of the upper pane."""

    def setup(self) -> Setup:
        """Return what is chosen at present."""

    def choose_layer(self, role: str, layer: QgsVectorLayer | None) -> None:
        """Choose a layer for a role."""

    def hide_layers(self, layers: Sequence[QgsVectorLayer]) -> None:
        """Keep these layers out of the lists."""

    def show_maps(self, found: Sequence[FoundMap]) -> None:
        """Show the maps found in the project."""

    def show_span(self, first: int, last: int) -> None:
        """Show which of the maps found are before and after."""

    def show_preset(self, preset: str) -> None:
        """Show which preset the span follows; empty: none."""

    def show_date(self, role: str, date: QDateTime | None) -> None:
        """Show the date of a map."""

    def show_date_state(self, role: str, text: str, correctable: bool) -> None:
        """Show where a date comes from; `correctable`: whether it can be reset to the date found."""

    def show_values(self, found: MapValues, chosen: Mapping[str, str]) -> None:
        """Ask for the classes of these values, with those `chosen` so far; without values ask for none."""

    def show_calendar(self, calendar: PublisherCalendar | None) -> None:
        """Offer to shift the ends of periods for a publisher's maps; None: nothing to offer."""

    def show_shifted(self, shifted: bool) -> None:
        """Show whether a person has taken the publisher's calendar."""

    def show_side(self, name: str, colour: str) -> None:
        """Show what the side is called, and its colour (`#rrggbb`); both empty for none."""

    def show_plan(self, text: str, ready: bool) -> None:
        """Show what will be measured, or what is missing for that."""

    def show_running(self, running: bool, text: str) -> None:
        """Switch between waiting for a person and waiting for a run."""

    def show_progress(self, percent: float) -> None:
        """Show how far the run is."""

    def show_status(self, text: str) -> None:
        """Show what the run is doing."""
