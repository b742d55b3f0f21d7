# SPDX-License-Identifier: GPL-2.0-or-later
"""The Institute for the Study of War: one layer for each kind of ground; kind and date are in its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ._record import ReadOptions, Source

if TYPE_CHECKING:
    from ..snapshots import RawMap, Snapshot

# Kinds of layer by their names, letters only; the first match decides. The names changed over the years, and some
# are misspelt at the source. Advances are ground with confirmed attacks; ISW counts it in its gains and moves it to
# control in batches (1,100 km² on 11 August 2025), so control alone would show a standstill and jumps. ISW does not
# count infiltration in its gains. Layers of one day's changes are no state of control.
# Each kind has a name, so that the layers of a day stay distinct and a missing one is noticed; layers that are no
# state of control keep their own names.
LAYERS = (
    (r"kurskincursion|kurskrussian|kurskukrainian|advancesinrussia|limitofukrainianadvance", "", "other"),
    (r"past24hours|partisanwarfare|ukrainianparti", "", "other"),
    (r"russianinfiltr|assessedinfiltrationarea", "infiltration", "contested"),
    (r"claimedukr\w*(counte|control)|ukrainiancounteroffensives", "counteroffensive", "liberated"),
    (r"claimedrussian|claimedrusian|russianclaimed", "claimed", "claimed"),
    (r"russianadvance", "advance", "held"),
    (
        r"uk(raine|rainian|aine)controlma|russiacotinukraine|russianassessedcot|assessedrussiancontrol",
        "control",
        "held",
    ),
    (r"russiancontrolledukrainianterritory", "control", "held"),
)
_LAYERS = tuple((re.compile(pattern), part, control_class) for pattern, part, control_class in LAYERS)
# `datetime` in monthly time-lapse layers, `pub_date` since 2026, `date` in databases made from ISW's files.
DATE_FIELDS = ("datetime", "pub_date", "date")
KIND_FIELD = "layer_type"


def control_class(name: object) -> str | None:
    """Return the control class of a layer by its name; None if it is not one of ISW's names."""
    found = _layer(name)
    return found[1] if found else None


def _layer(name: object) -> tuple[str, str] | None:
    """The layer with this name: what it is called here, and its control class."""
    letters = re.sub(r"[^a-z0-9]", "", str(name or "").casefold())
    return next(((part or letters, known) for pattern, part, known in _LAYERS if pattern.search(letters)), None)


def _layer_of(raw: RawMap) -> tuple[str, str] | None:
    return next((layer for layer in map(_layer, raw.names) if layer), None)


def _recognises(raw: RawMap) -> bool:
    if {"class", "origin"} <= set(raw.fields):
        return False  # already prepared
    return _layer_of(raw) is not None or any(map(control_class, raw.values(KIND_FIELD)))


def _date_field(raw: RawMap) -> str | None:
    """The first of ISW's date fields with values."""
    names = {field.casefold(): field for field in raw.fields}
    found = (names[wanted] for wanted in DATE_FIELDS if wanted in names)
    return next((field for field in found if any(value not in (None, "") for value in raw.values(field))), None)


def _read(raw: RawMap, options: ReadOptions) -> list[Snapshot]:
    from ._reading import dated, polygons_of, require_polygons, unknown_class_notes

    found = polygons_of(raw)
    require_polygons(raw, found)
    kinds = [raw.attributes[row].get(KIND_FIELD) for row in found.rows]
    layer = _layer_of(raw)
    classes = [control_class(kind) if kind else layer and layer[1] for kind in kinds]
    unknown = unknown_class_notes(str(kind or raw.title) for kind, known in zip(kinds, classes) if known is None)
    date_field = options.date_field or _date_field(raw)
    return dated(raw, found, [known or "other" for known in classes], SOURCE.key, date_field, options, unknown)


SOURCE = Source(
    key="isw",
    title="Institute for the Study of War",
    recognises=_recognises,
    read=_read,
    step_days=1.0,
    lag_days=-0.8,
    conventions=(
        "Several layers a day: assessed control and assessed advances are held, infiltration is contested, claims are "
        "claimed, claimed counteroffensives are liberated, all else is other. The date is in the layer's name "
        "(AO17AUG2024, APR022023) or in a field datetime, pub_date or date; a map shows the early evening (UTC) of it."
    ),
    part=lambda raw: (_layer_of(raw) or ("",))[0],
)
