# SPDX-License-Identifier: GPL-2.0-or-later
"""Decides what is proposed and shown before a run: layers, dates, span, plan. Uses no widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QObject, pyqtSignal

from ...processing.inputs.layers import date_field
from ...processing.inputs.own_results import result_of
from ...processing.inputs.spans import LAST_MONTH, LAST_STEP, SINCE, shifted_span, span_for
from ..layer_group import is_result
from .choices import AFTER, BEFORE, MAPS, SECTORS, Setup, is_area
from .jobs import Job, job_for, layers_of_series, maps_in_span
from .messages import corrected_in_series, plan, what_is_missing
from .modes import PAIR
from .presets import span_among
from .publishers import calendar_of_setup, calendar_period
from .sides import Sides

if TYPE_CHECKING:
    from .found_maps import FoundMap
    from .view import View


CLASSES, SIDE = "CLASSES", "SIDE"  # what a person may have chosen, beside the layers


class SetupPresenter(QObject):
    """Links the upper pane and the project."""

    changed = pyqtSignal(object)  # signature of what would be measured now; empty while something is missing
    correction = pyqtSignal(str, object)  # layer id and the date a person has set for it, None: the one found

    def __init__(self, view: View, project: QgsProject) -> None:
        super().__init__()
        self.view, self._project = view, project
        self._found: list[FoundMap] = []
        self._found_date: dict[str, QDateTime | None] = dict.fromkeys(MAPS)
        self._dated_layer = dict.fromkeys(MAPS, "")  # id of the layer whose date was found
        self._corrected: dict[str, QDateTime] = {}  # by layer id
        self._chosen_by_person: set[str] = set()
        self._is_choosing = False
        self.may_propose = True  # not in a run
        self.sides = Sides(view)
        self.sides.shown.connect(self.inputs_changed)
        self.sides.chosen.connect(lambda: self.layer_chosen(CLASSES))
        self.sides.chosen.connect(self.inputs_changed)

    @property
    def found(self) -> list[FoundMap]:
        """The maps found in the project, in time order."""
        return self._found

    @property
    def corrected(self) -> dict[str, QDateTime]:
        """The dates that a person has set, by layer id."""
        return dict(self._corrected)

    @property
    def was_chosen_by_person(self) -> bool:
        """Whether a person has chosen anything."""
        return bool(self._chosen_by_person)

    # What the view and the project report

    def layers_changed(self) -> None:
        """Layers were added, removed or renamed."""
        self.view.hide_layers([layer for layer in self._project.mapLayers().values() if is_result(layer)])
        there = [one for one in self._found if self._project.mapLayer(one.layer_id) is not None]
        if len(there) != len(self._found):
            self._found = there
            self.view.show_maps(there)
        for role in MAPS:
            self.layer_changed(role)
        self.inputs_changed()

    def maps_found(self, found: Sequence[FoundMap]) -> None:
        """Show the maps found, and propose what no person has chosen."""
        self._found = list(found)
        self.view.show_maps(self._found)
        for role in MAPS:
            self.layer_changed(role)
        if self.may_propose:
            self._propose()
        self.inputs_changed()

    def layer_chosen(self, role: str) -> None:
        """A person has chosen a layer (or none): propose none for this role from now on."""
        self._chosen_by_person.add(role)
        if role in MAPS:
            self.view.show_preset("")
            self.inputs_changed()

    def layer_changed(self, role: str) -> None:
        """Update the date of a role's layer, which may have changed or been renamed, but keep what a person typed."""
        if role not in MAPS:
            return
        setup = self.view.setup()
        layer = setup.layers[role]
        layer_id = layer.id() if layer is not None else ""
        typed = role in setup.date_problems or setup.dates[role] != self._found_date[role]
        kept = typed and layer_id == self._dated_layer[role]
        found = self._date_of(layer) if layer is not None else None
        self._found_date[role] = found
        self._dated_layer[role] = layer_id
        if not kept and not self._is_choosing:
            proposed = self._corrected.get(layer_id) or self._found_date[role] or self._usual_date(role, layer_id)
            self.view.show_date(role, proposed)

    def use_found_date(self, role: str) -> None:
        """Reset a corrected date to the one found."""
        self.view.show_date(role, self._found_date[role])

    def date_corrected(self, layer_id: str, date: QDateTime | None) -> None:
        """A person has set the date of a layer in the list of maps."""
        if date is None:
            self._corrected.pop(layer_id, None)
        else:
            self._corrected[layer_id] = date
        self.correction.emit(layer_id, date)
        setup = self.view.setup()
        for role in MAPS:
            if setup.layers[role] is not None and setup.layers[role].id() == layer_id:
                self.view.show_date(role, date or self._found_date[role])

    def swap(self) -> None:
        """Exchange before and after, with their dates."""
        setup = self.view.setup()
        for role in MAPS:
            self.layer_chosen(role)
        self._choose({role: (setup.layers[other], setup.dates[other]) for role, other in zip(MAPS, reversed(MAPS))})

    def span_moved(self, first: int, last: int) -> None:
        """A person has moved the handles of the strip."""
        self._chosen_by_person.update(MAPS)
        self.view.show_preset("")
        self._choose_span(first, last)

    def preset_chosen(self, preset: str, since: QDateTime | None) -> None:
        """A person has chosen a span by name; SINCE needs its first day too."""
        self._chosen_by_person.update(MAPS)
        if preset == SINCE and since is None:
            self.inputs_changed()
            return
        if not self._choose_preset(preset, since):
            text = QCoreApplication.translate("FrontlineChange", "There are no two maps for that span.")
            self.inputs_changed(text + " ")

    def calendar_shifted(self, offset_days: float, new_offset_days: float) -> None:
        """A person has taken the publisher's calendar, or left it: an end that begins a period moves with it."""
        setup = self.view.setup()
        self._chosen_by_person.update(MAPS)
        if setup.preset == LAST_MONTH:
            self._choose_preset(LAST_MONTH)
        elif setup.preset in ("", SINCE):
            self._shift_span(setup, offset_days, new_offset_days)

    def inputs_changed(self, news: str = "") -> None:
        """Update what will be measured, shown after the `news`."""
        if self._is_choosing:
            return
        setup = self.view.setup()
        for role in MAPS:
            self._note_correction(setup, role)
            self._show_date_state(setup, role)
        self._show_span(setup)
        self.view.show_calendar(calendar_of_setup(setup, self._found, self._project))
        setup = self.view.setup()
        missing = self._missing(setup)
        self.view.show_plan(news + (missing or self._plan(setup)), not missing)
        self.changed.emit(() if missing else self._job(setup).signature)
        self.sides.inputs_changed(setup, self._found)

    def project_cleared(self) -> None:
        """The project was closed: drop what was chosen in it."""
        self._found = []
        self._corrected.clear()
        self.sides.classes.clear()
        self._chosen_by_person.clear()
        self.view.show_maps([])
        self.view.show_preset("")
        self.view.show_side("", "")
        self.view.show_shifted(False)

    # What a run needs

    def job(self) -> Job | None:
        """Return what to run for what is chosen, None while something is missing."""
        setup = self.view.setup()
        return None if self._missing(setup) else self._job(setup)

    def choose_sectors(self, layer: QgsVectorLayer) -> None:
        """Choose a layer of sectors that was just made."""
        self._chosen_by_person.add(SECTORS)
        self.view.choose_layer(SECTORS, layer)
        self.inputs_changed()

    def forget_choices(self) -> None:
        """Propose from the next maps found, as if nobody had chosen anything."""
        self._chosen_by_person.clear()

    # Decisions

    def _job(self, setup: Setup) -> Job:
        return job_for(setup, self._found_date, self._found, self._project)

    def _missing(self, setup: Setup) -> str:
        missing = what_is_missing(setup, self._found)
        if missing or setup.mode.measure == PAIR:
            return missing
        layers = layers_of_series(setup, self._found, self._project)
        corrected = [layer.name() for layer in layers if len(layers) > 1 and layer.id() in self._corrected]
        return corrected_in_series(corrected) if corrected else ""

    def _plan(self, setup: Setup) -> str:
        if setup.mode.measure == PAIR:
            return plan(setup)
        layers = layers_of_series(setup, self._found, self._project)
        return plan(setup, maps_in_span(setup, self._found, layers), len(layers))

    def _propose(self) -> None:
        """Choose a span of the maps found and, where there is just one candidate, the sectors."""
        if not self._chosen_by_person & set(MAPS):
            for preset in (LAST_MONTH, LAST_STEP):
                if span_among(preset, self._found) is not None:
                    self.view.show_preset(preset)
                    self._choose_preset(preset)
                    break
        if SECTORS not in self._chosen_by_person:
            candidates = self._sector_candidates()
            if len(candidates) == 1 and self.view.setup().layers[SECTORS] is not candidates[0]:
                self.view.choose_layer(SECTORS, candidates[0])

    def _sector_candidates(self) -> list[QgsVectorLayer]:
        """Return layers of several polygons and no dates; two are enough to know that a person has to choose."""
        dated = {one.layer_id for one in self._found}
        candidates: list[QgsVectorLayer] = []
        for layer in self._project.mapLayers().values():
            if layer.id() in dated or not is_area(layer) or date_field(layer) is not None:
                continue
            if layer.featureCount() > 1 and result_of(layer) in ("", SECTORS):
                candidates.append(layer)
            if len(candidates) > 1:
                break
        return candidates

    def _choose_preset(self, preset: str, since: QDateTime | None = None) -> bool:
        """Choose a span by name; return whether there is one. A month follows the publisher's calendar if that holds.

        Whether it does is known only once the maps are chosen.
        """
        span = span_among(preset, self._found, since)
        if span is None:
            return False
        self._choose_span(*span)
        shifted = span_among(preset, self._found, since, self.view.setup().offset_days)
        if shifted not in (span, None):
            self._choose_span(*shifted)
        return True

    def _shift_span(self, setup: Setup, offset_days: float, new_offset_days: float) -> None:
        """Move each end at a boundary of the periods measured, among the maps of its layer or source."""
        ids = {setup.layers[role].id() for role in MAPS}
        sources = {one.source for one in self._found if one.layer_id in ids and not one.many_dated}
        indexes = [
            index
            for index, one in enumerate(self._found)
            if one.layer_id in ids or (len(ids) > 1 and not one.many_dated and one.source in sources)
        ]
        span = shifted_span(
            [self._found[index].moment for index in indexes],
            [setup.dates[role] for role in MAPS],
            calendar_period(setup),
            offset_days,
            new_offset_days,
        )
        if span is not None:
            self._choose_span(indexes[span[0]], indexes[span[1]])

    def _choose_span(self, first: int, last: int) -> None:
        ends = {BEFORE: self._found[first], AFTER: self._found[last]}
        self._choose({role: (self._project.mapLayer(one.layer_id), one.instant) for role, one in ends.items()})

    def _choose(self, wanted: dict[str, tuple[QgsVectorLayer | None, QDateTime | None]]) -> None:
        """Choose layers with their dates, then update the plan once."""
        self._is_choosing = True
        try:
            for role, (layer, date) in wanted.items():
                if self.view.setup().layers[role] is not layer:
                    self.view.choose_layer(role, layer)
                self.layer_changed(role)
                self.view.show_date(role, date)
        finally:
            self._is_choosing = False
        self.inputs_changed()

    def _date_of(self, layer: QgsVectorLayer) -> QDateTime | None:
        """Return the only date found in a layer, whatever a person has set; None if there is not exactly one."""
        known = next((one for one in self._found if one.layer_id == layer.id()), None)
        if known is None or known.many_dated:
            return None
        return known.found_instant if known.corrected else known.instant

    def _usual_date(self, role: str, layer_id: str) -> QDateTime | None:
        """Return the first proposal for a layer of many dates: an end of its last month, or of its last step."""
        maps = [one for one in self._found if one.layer_id == layer_id]
        moments = [one.moment for one in maps]
        span = span_for(LAST_MONTH, moments) or span_for(LAST_STEP, moments)
        return maps[span[MAPS.index(role)]].instant if span is not None else None

    def _index(self, setup: Setup, role: str) -> int | None:
        """Return which of the maps found is chosen: the last of its layer at or before the date shown."""
        layer, date = setup.layers[role], setup.dates[role]
        if layer is None or date is None:
            return None
        layer_id = layer.id()
        indices = [index for index, one in enumerate(self._found) if one.layer_id == layer_id and one.instant <= date]
        return indices[-1] if indices else None

    def _show_span(self, setup: Setup) -> None:
        first, last = (self._index(setup, role) for role in MAPS)
        if first is not None and last is not None and first < last:
            self.view.show_span(first, last)

    def _is_many_dated(self, layer: QgsVectorLayer) -> bool:
        return any(one.many_dated for one in self._found if one.layer_id == layer.id())

    def _note_correction(self, setup: Setup, role: str) -> None:
        """Take a date set in the row of a map as its layer's date, in the list and on the strip too."""
        layer, shown, found = setup.layers[role], setup.dates[role], self._found_date[role]
        if layer is None or found is None or shown is None:
            return
        known = self._corrected.get(layer.id())
        if shown != found and shown != known:
            self._corrected[layer.id()] = shown
            self._chosen_by_person.update(MAPS)  # with another date the layer must not be proposed for another role
            self.correction.emit(layer.id(), shown)
        elif shown == found and known is not None:
            del self._corrected[layer.id()]
            self.correction.emit(layer.id(), None)

    def _show_date_state(self, setup: Setup, role: str) -> None:
        tr = QCoreApplication.translate
        found, shown, layer = self._found_date[role], setup.dates[role], setup.layers[role]
        if role in setup.date_problems:
            text = setup.date_problems[role]
        elif layer is None or (found is None and shown is None):
            text = ""
        elif shown == found:
            text = tr("FrontlineChange", "found")
        elif found is None and self._is_many_dated(layer):
            text = tr("FrontlineChange", "of many dates in the layer")
        else:
            text = tr("FrontlineChange", "set by you")
        self.view.show_date_state(role, text, found is not None and shown != found)
