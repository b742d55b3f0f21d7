# SPDX-License-Identifier: GPL-2.0-or-later
"""The values by which a layer's polygons differ, for a table in which the user says what each of them means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from ...core.errors import InputError
from ...core.units import KM2
from ..messages import explain
from ..parameters.maps import CLASS_FIELD, CLASS_VALUES
from .how_to_read import HowToRead
from .layers import LayerInput
from .maps import read_map, snapshots_of

if TYPE_CHECKING:
    from ...core.maps.snapshots import RawMap, Snapshot

EMPTY = "(empty)"
CLASSES = ("held", "contested", "claimed", "liberated", "other")  # that a value may stand for


@dataclass(frozen=True)
class MapValue:
    """One value: the number of its polygons, their area on the date that shows most of it, and its class as read now.

    `area_km2` is None where it cannot be known, `colour` (#rrggbb) empty where the map has none, and `control_class`
    empty as long as it must be asked for.
    """

    value: str
    features: int
    area_km2: float | None
    colour: str
    control_class: str


@dataclass(frozen=True)
class MapValues:
    """The values of a layer in `field` (`STYLE`: the map's own style), the largest area first.

    `question` is why the classes must be asked for; empty where the layer is read without. A layer of one kind, or of
    a publisher whose classes are known, has no values.
    """

    field: str = ""
    values: tuple[MapValue, ...] = ()
    question: str = ""

    @property
    def is_by_field(self) -> bool:
        """Whether a field has the values, not the style, nor another field in each map."""
        from ...core.maps.class_values import STYLE

        return self.field not in ("", STYLE)


def values_to_ask(
    layer: LayerInput, how: HowToRead, cancelled: Callable[[], bool], given: datetime | None
) -> MapValues:
    """Return the same as `map_values`, but no values where the layer cannot be read: a run says why."""
    try:
        return map_values(layer, how, cancelled, given)
    except (InputError, OSError):
        return MapValues()


def map_values(
    layer: LayerInput,
    how: HowToRead,
    cancelled: Callable[[], bool] = lambda: False,
    given: datetime | None = None,
) -> MapValues:
    """Return the values by which the polygons of a layer differ. `given` is the date of an undated layer.

    Reads all geometry, and is safe in any thread. Raises InputError when the layer cannot be read, and Cancelled.
    """
    from ...core.maps.unclassed import SeveralSidesError

    raw, source = read_map(layer, how, cancelled)
    if source.key != "generic":
        return MapValues()
    question, field, classes = "", "", {}
    try:
        snapshots, _ = snapshots_of(raw, source, how, given)
    except SeveralSidesError as error:
        question, field = explain(error), error.finding.names[0]
        snapshots, _ = snapshots_of(raw, source, replace(how, class_values=None, only_dates=True), given)
    else:
        field = _field_of(snapshots)
        classes = _classes(snapshots)
    if not field:
        return MapValues()
    return MapValues(field, _values(raw, snapshots, field, classes, bool(question)), question)


def merged(layers: Sequence[MapValues]) -> MapValues:
    """Return the values of several layers as one; what two layers share is as in the later one.

    They have no field where the layers have different ones.
    """
    layers = [one for one in layers if one.values]
    by_value = {value.value: value for one in layers for value in one.values}
    values = sorted(by_value.values(), key=lambda one: -(one.area_km2 or 0.0))
    fields = {one.field for one in layers}
    question = next((one.question for one in layers if one.question), "")
    return MapValues(fields.pop() if len(fields) == 1 else "", tuple(values), question)


def parameters_for(found: MapValues, chosen: Mapping[str, str]) -> dict[str, str]:
    """Return the parameters that say what was chosen: a control class for each value; `other` needs no parameter.

    Values that are not chosen count as other. Raises InputError if no value is held.
    """
    from ...core.maps.class_values import joined

    if "held" not in chosen.values():
        raise InputError("None of the values is held. Choose the class held for the values of the measured side.")
    texts = {}
    for name in CLASS_VALUES:
        key = name.split("_")[0].lower()
        values = [value for value, control_class in chosen.items() if control_class == key]
        if values:
            texts[name] = joined(values)
    return {CLASS_FIELD: found.field, **texts} if found.is_by_field else texts


def _field_of(snapshots: Sequence[Snapshot]) -> str:
    """The field in which polygons differ, or from which their class was read; empty where there is none."""
    kinds = ("values_read", "classes_by_words", "class_field_found", "unclassed")
    return next((note.names[0] for kind in kinds for one in snapshots for note in one.notes if note.kind == kind), "")


def _classes(snapshots: Sequence[Snapshot]) -> dict[int, str]:
    """The control class of each feature, by its row."""
    return {row: key for one in snapshots for key, rows in one.rows.items() for row in rows.tolist()}


def _values(
    raw: RawMap, snapshots: Sequence[Snapshot], field: str, classes: Mapping[int, str], is_asked: bool
) -> tuple[MapValue, ...]:
    from ...core.maps.class_values import STYLE, value_text
    from ...core.maps.unclassed import areas_m2

    is_style = field == STYLE and any(raw.styles)
    texts = list(raw.styles) if is_style else [value_text(own.get(field)) for own in raw.attributes]
    features: dict[str, int] = {}
    class_of: dict[str, str] = {}
    area_km2: dict[str, float | None] = {}
    for one in snapshots:
        rows = [row for found in one.rows.values() for row in found.tolist()]
        shapes = one.chosen(one.rows)
        drawn_m2 = areas_m2(shapes, one.crs_wkt)
        of_date: dict[str, float] = {}
        for index, row in enumerate(rows):
            value = texts[row] or EMPTY
            features[value] = features.get(value, 0) + 1
            class_of.setdefault(value, "" if is_asked else classes[row])
            if drawn_m2 is not None:
                of_date[value] = of_date.get(value, 0.0) + float(drawn_m2[index]) / KM2
        for value, found_km2 in of_date.items():
            area_km2[value] = max(area_km2.get(value) or 0.0, found_km2)
    found = [
        MapValue(value, count, area_km2.get(value), _colour(raw, texts, value), class_of[value])
        for value, count in features.items()
    ]
    return tuple(sorted(found, key=lambda one: -(one.area_km2 or 0.0)))


def _colour(raw: RawMap, texts: Sequence[str], value: str) -> str:
    """The colour of a value's polygons as #rrggbb, from their style, its id, or a field such as fill."""
    from ...core.maps.class_values import colour_in
    from ...core.maps.unclassed import is_colour_field

    rows = [row for row, text in enumerate(texts) if (text or EMPTY) == value]
    fields = [name for name in raw.fields if is_colour_field(name)]
    for row in rows:
        for text in (value, *raw.styles[row : row + 1], *(str(raw.attributes[row].get(name)) for name in fields)):
            colour = colour_in(text)
            if colour:
                return colour
    return ""
