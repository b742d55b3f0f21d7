# SPDX-License-Identifier: GPL-2.0-or-later
"""The Institute for the Study of War: one layer for each kind of ground; kind and date are in its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from ..dates import find_instant
from ._record import ReadOptions, Source

if TYPE_CHECKING:
    from ...findings import Finding
    from ..snapshots import RawMap, Snapshot

# Kinds of layer by their names, letters and digits only; the first match decides. The names changed over the years,
# some are misspelt at the source, and services add VIEW_, MDS_, _view and a version. Advances are ground with confirmed
# attacks; ISW counts it in its gains and moves it to control in batches (1,100 km² on 11 August 2025), so control alone
# would show a standstill and jumps. ISW does not count infiltration in its gains, since nobody holds that ground for
# certain: it is contested. Layers of one day's changes and of ground in Russia are no state of control in Ukraine.
# Each kind has a name, so that the layers of a day stay distinct and a missing one is noticed; layers that are no
# state of control keep their own names.
LAYERS = (
    (r"kursk(incursion|russian|ukrainian)|(advances?|claims)inrussia|limitofukr", "", "other"),
    (r"past24hours|partisanwarfare|ukrainianparti|infiltrationevent", "", "other"),
    (r"(russian|assessed)inf[il]{2,3}tr", "infiltration", "contested"),
    (r"claimedukr\w*(counte|control)|ukr\w{3,7}(claimed)?counte|ウクライナ軍反撃", "counteroffensive", "liberated"),
    (r"claimed(limitof|furthest)?russ?ian|russ?ianclaimed", "claimed", "claimed"),
    (r"(donbass?|crimea|russ?iancontrolled\w*)before", "before 2022", "held"),
    (r"russ?ian(assessed)?advance|ロシア軍侵攻", "advance", "held"),
    (
        r"ukr?ai?n\w{0,4}controlma|(russian?|ukrain(e|ian)|ru)(assessed)?cot|assess(ed)?russ?iancontrol",
        "control",
        "held",
    ),
    (r"russ?iancontrol(led|over|of)(ukrainianterritory|terrain)|ロシア軍支配", "control", "held"),
)
_LAYERS = tuple((re.compile(pattern), part, control_class) for pattern, part, control_class in LAYERS)
# `datetime` in monthly time-lapse layers, `pub_date` since 2026, `date` in databases made from ISW's files.
DATE_FIELDS = ("datetime", "pub_date", "date")
# Fields with the kind of each feature in merged layers and KML, the most telling first.
KIND_FIELDS = ("layer_type", "layer", "service", "folder", "name", "title", "type", "kind", "path", "file", "filename")
DATABASE_FIELD = "layer_type"
# Words of ISW alone. By other fields and by folders a map is recognised only if they are there: anybody may write
# “Russian advances”.
_OWN_WORDS = re.compile("assess|claimed|controlma|cot(in|timelapse)|controlofterrain|beforefeb|ロシア軍|ウクライナ軍")
_FOLDERS = 3
# One name of 2023 that joins two kinds.
ADVANCE_AND_CLAIMS = "advance_and_claims"
_JOINED = "ロシア軍侵攻"
_NAME_DATE = "date in the name"
# The day before the invasion in a name is no date of the map.
_BEFORE = re.compile(r"before[\W_]*feb(ruary)?[\W_]*24[\W_]*2022", re.IGNORECASE)


def control_class(name: object) -> str | None:
    """Return the control class of a layer by its name; None if it is not one of ISW's names."""
    found = _layer(name)
    return found[1] if found else None


def _layer(name: object) -> tuple[str, str] | None:
    """The layer with this name, path or address: what it is called here, and its control class."""
    return _layer_in(name) if isinstance(name, str) else None


@lru_cache(maxsize=4096)
def _layer_in(text: str) -> tuple[str, str] | None:
    """The innermost layer that is named in a text with folders."""
    for name in reversed(re.split(r"[/\\]", text)):
        letters = _letters(name)
        for pattern, part, known in _LAYERS:
            if pattern.search(letters):
                return part or letters, known
    return None


def _layer_of(raw: RawMap) -> tuple[str, str] | None:
    """The layer that the map's name, its file's name, the address of its service or its folders name."""
    folders = raw.path.parent.parts[-_FOLDERS:] if raw.path else ()
    own = (name for name in reversed(folders) if _is_own(name))
    return next((layer for layer in map(_layer, (*raw.names, raw.service, *own)) if layer), None)


def _kind_field(raw: RawMap) -> str | None:
    """The field that names the kind of each feature."""
    for name in _present(raw, KIND_FIELDS):
        values = raw.values(name)
        if any(map(_layer, values)) and (name.casefold() == DATABASE_FIELD or any(map(_is_own, values))):
            return name
    return None


def _is_own(name: object) -> bool:
    """Whether a name is one of ISW's, and in ISW's own words."""
    return _layer(name) is not None and bool(_OWN_WORDS.search(_letters(str(name))))


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold())


def _present(raw: RawMap, wanted: Iterable[str]) -> list[str]:
    """The fields of a map with these names in lower case, in their order."""
    names = {field.casefold(): field for field in raw.fields}
    return [names[name] for name in wanted if name in names]


def _recognises(raw: RawMap) -> bool:
    if {"class", "origin"} <= set(raw.fields):
        return False  # already prepared
    return _layer_of(raw) is not None or _kind_field(raw) is not None


def _part(raw: RawMap) -> str:
    """The layer of a map of one layer; empty for a map with several."""
    field = _kind_field(raw)
    if field is None:
        return (_layer_of(raw) or ("",))[0]
    parts = {layer[0] for layer in map(_layer, raw.values(field)) if layer}
    return next(iter(parts)) if len(parts) == 1 else ""


def _date_field(raw: RawMap) -> str | None:
    """The first of ISW's date fields with values."""
    found = _present(raw, DATE_FIELDS)
    return next((field for field in found if any(value not in (None, "") for value in raw.values(field))), None)


def _read(raw: RawMap, options: ReadOptions) -> list[Snapshot]:
    from ._reading import dated, origin_of, polygons_of, require_polygons, unknown_class_notes

    found = polygons_of(raw)
    require_polygons(raw, found)
    field, layer = _kind_field(raw), _layer_of(raw)
    names = [raw.attributes[row].get(field) if field else None for row in found.rows]
    classes = [control_class(name) if name else layer and layer[1] for name in names]
    unknown = unknown_class_notes(str(name or raw.title) for name, known in zip(names, classes) if known is None)
    notes = (*unknown, *_joined_notes(names, raw))
    date_field = options.date_field or _date_field(raw)
    named = _without_day_before(raw)
    if date_field is None and field:
        named, date_field = _dated_by_names(named, field, found.rows.tolist())
    known_or_other = [known or "other" for known in classes]
    snapshots = dated(named, found, known_or_other, SOURCE.key, date_field, options, notes)
    return [replace(one, origin=origin_of(raw), attributes=raw.attributes) for one in snapshots]


def _dated_by_names(raw: RawMap, field: str, rows: Sequence[int]) -> tuple[RawMap, str | None]:
    """The map with the date in the name of each feature's layer, as where layers of several days are merged.

    Also the field of these dates; None if one of the names has no date. Raises DateError for a misspelt one.
    """
    names = {row: raw.attributes[row].get(field) for row in rows}
    dates = {row: _date_in(name) if isinstance(name, str) else None for row, name in names.items()}
    if not dates or None in dates.values():
        return raw, None
    attributes = [{**own, _NAME_DATE: dates.get(row)} for row, own in enumerate(raw.attributes)]
    return replace(raw, attributes=attributes, fields=(*raw.fields, _NAME_DATE)), _NAME_DATE


@lru_cache(maxsize=4096)
def _date_in(name: str) -> datetime | None:
    """The date in the name or path of a layer, the innermost first."""
    names = reversed(re.split(r"[/\\]", _BEFORE.sub("", name)))
    return next((found for found in map(find_instant, names) if found), None)


def _without_day_before(raw: RawMap) -> RawMap:
    """The map without “before February 24, 2022” in its names, which is no date of the map."""
    path = raw.path and raw.path.with_name(_BEFORE.sub("", raw.path.name) or "map")
    return replace(raw, title=_BEFORE.sub("", raw.title), path=path)


def _joined_notes(names: Iterable[object], raw: RawMap) -> tuple[Finding, ...]:
    """A note on the name of 2023 that stands for advances and claims together."""
    from ...findings import Finding

    joined = [name for name in (str(name or raw.title) for name in names) if _JOINED in name]
    return (Finding(ADVANCE_AND_CLAIMS, len(joined), (joined[0],)),) if joined else ()


SOURCE = Source(
    key="isw",
    title="Institute for the Study of War",
    credit="Institute for the Study of War and AEI’s Critical Threats Project",
    recognises=_recognises,
    read=_read,
    step_days=1.0,
    lag_days=-0.8,
    conventions=(
        "Several layers a day, each a file or merged with the kind in a field: assessed control and assessed advances "
        "are held, infiltration is contested, claims are claimed, claimed counteroffensives are liberated, all else is "
        "other. The kind is in the name of the layer, service, file or folder, or in a field layer, folder or name. "
        "The date is in the layer's name (AO17AUG2024, APR022023) or in a field datetime, pub_date or date; a map "
        "shows the early evening (UTC) of it."
    ),
    part=_part,
)
