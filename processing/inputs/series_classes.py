# SPDX-License-Identifier: GPL-2.0-or-later
"""The control class of each feature of a series: by a class field, by words, or by values that the user gives."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...core.findings import Finding
from ...core.maps.snapshots import CLASSES_BY_WORDS, CONTROL_CLASSES, is_class_field
from .. import messages
from ..progress import Progress
from .layers import LayerInput

if TYPE_CHECKING:
    from ...core.maps.class_values import ClassValues
    from ...core.maps.snapshots import Snapshot


@dataclass(frozen=True)
class SeriesClasses:
    """How the class of a feature is found: by its id, else by the word in `field` (None: all features are held)."""

    field: str | None
    of_feature: Mapping[int, str] = dataclasses.field(default_factory=dict, repr=False)
    of_word: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def of(self, identifier: int, word: Any) -> str | None:
        """Return the class of a feature; None for an unknown word."""
        if identifier in self.of_feature:
            return self.of_feature[identifier]
        if self.field is None:
            return "held"
        text = " ".join(str(word if word is not None else "").split())
        key = self.of_word.get(text, text.casefold())
        return key if key in CONTROL_CLASSES else None


@dataclass(frozen=True)
class _Features:
    """The features of a layer without their geometry."""

    identifiers: list[int]
    attributes: list[dict[str, Any]]
    styles: list[str]


def classes_of_series(
    layer: LayerInput, date_field: str, class_field: str | None, values: ClassValues | None, progress: Progress
) -> SeriesClasses:
    """Return how the classes of a series are found, and report it; a class field that is None is found by its words.

    Raises InputError for given values that are not there, and if features without a class seem to be of several sides.
    """
    names = _telling_names(layer, date_field)
    if values:
        return _by_values(layer, [class_field] if class_field else names, class_field, values, progress)
    if class_field is not None:
        return SeriesClasses(class_field, of_word=_meanings(layer, class_field, progress))
    from ...core.maps.readers._reading import class_field_by_words

    features, dates = _features(layer, names, date_field, progress)
    found = class_field_by_words({name: [own[name] for own in features.attributes] for name in names})
    by_words = SeriesClasses(found, of_word=_meanings(layer, found, progress)) if found else SeriesClasses(None)
    held = [
        index
        for index, own in enumerate(features.attributes)
        if by_words.of(features.identifiers[index], own.get(found or "")) == "held"
    ]
    _refuse_several_sides(layer, [name for name in names if name != found], features, held, dates, progress)
    return by_words


def refuse_exchange_in_series(
    layer: LayerInput, date_field: str, before: Sequence[int], after: Sequence[int], progress: Progress
) -> None:
    """Raise InputError for a series without classes in which ground passes from one value to another.

    `before` and `after` are the ids of the features of its first and its last date.
    """
    from ...core.maps.exchanged_ground import refuse_exchange

    features, _ = _features(layer, _telling_names(layer, date_field), None, progress)
    number_of = {identifier: number for number, identifier in enumerate(features.identifiers)}
    ends = (_as_snapshot(layer, features, [number_of[identifier] for identifier in end]) for end in (before, after))
    progress.call(refuse_exchange, *ends, layer.name)


def _telling_names(layer: LayerInput, date_field: str) -> list[str]:
    """The fields that may tell of sides: all but keys and the date."""
    names = [one.name() for index, one in enumerate(layer.fields) if index not in layer.key_fields]
    return [name for name in names if name != date_field]


def class_field_of(layer: LayerInput, names: Sequence[str]) -> str | None:
    """Return the field with the name of a class field and our words alone; None if there is none."""
    from ...core.maps.snapshots import CLASS_FIELD_NAMES

    called_so = [name for name in names if name.casefold() in CLASS_FIELD_NAMES]
    return next((name for name in called_so if is_class_field(name, layer.values(name))), None)


def _by_values(
    layer: LayerInput, names: Sequence[str], class_field: str | None, values: ClassValues, progress: Progress
) -> SeriesClasses:
    """The class of each feature by the values given."""
    from ...core.maps.class_values import STYLE, VALUES_READ, classify, require_found

    features, _ = _features(layer, names, None, progress)
    columns: dict[str, list[Any]] = {name: [own[name] for own in features.attributes] for name in names}
    if any(features.styles) and class_field is None:
        columns[STYLE] = features.styles
    classes, notes = classify(columns, range(len(features.identifiers)), values, layer.name)
    require_found(values, [notes])
    for note in notes:
        report = progress.info if note.kind == VALUES_READ else progress.warn
        report(messages.finding_text(note, layer.name))
    return SeriesClasses(class_field, dict(zip(features.identifiers, classes)))


def _meanings(layer: LayerInput, class_field: str, progress: Progress) -> dict[str, str]:
    """The classes that the words of a field mean, with a warning; none where they are our own or not all known."""
    from ...core.maps.class_values import value_text
    from ...core.maps.control_words import classes_by_words

    words = list(dict.fromkeys(map(value_text, layer.values(class_field))))
    known = None if {word.casefold() for word in words} <= set(CONTROL_CLASSES) else classes_by_words(words)
    if known is None:
        return {}
    named = (class_field, *(f"{word}: {meant}" for word, meant in known.items()))
    progress.warn(messages.finding_text(Finding(CLASSES_BY_WORDS, 1, named), layer.name))
    return known


def _features(
    layer: LayerInput, names: Sequence[str], date_field: str | None, progress: Progress
) -> tuple[_Features, list[Any]]:
    """All features without their geometry, in the order of their ids, and their dates as they are in the field."""
    wanted = [*filter(None, [date_field]), *names]
    found = []
    for identifier, values in layer.attributes(wanted):
        progress.check()
        found.append((identifier, dict(zip(wanted, values))))
    found.sort(key=lambda one: one[0])
    drawn = layer.styles() if layer.has_styles else {}
    identifiers = [identifier for identifier, _ in found]
    dates = [own.pop(date_field) if date_field else None for _, own in found]
    styles = [drawn.get(identifier, "") for identifier in identifiers]
    return _Features(identifiers, [own for _, own in found], styles), dates


def _refuse_several_sides(
    layer: LayerInput,
    names: Sequence[str],
    features: _Features,
    held: Sequence[int],
    dates: Sequence[Any],
    progress: Progress,
) -> None:
    """Raise InputError if the held features of a date seem to be of several sides; warn where they merely differ."""
    from ...core.maps.unclassed import sign_of_sides, telling_field, unclassed_finding

    maps: dict[Any, list[int]] = {}
    for index in held:
        maps.setdefault(dates[index], []).append(index)
    is_reported = False
    for indices in maps.values():
        progress.check()
        attributes, styles = [features.attributes[index] for index in indices], _styles(features, indices)
        if sign_of_sides(names, attributes, styles) is None and (
            is_reported or telling_field(names, attributes) is None
        ):
            continue
        shapes = layer.shapes(layer.binaries([features.identifiers[index] for index in indices]))
        finding = progress.call(unclassed_finding, names, attributes, styles, shapes, layer.crs_wkt, layer.name)
        if finding is not None:
            is_reported = True
            progress.warn(messages.finding_text(finding, layer.name))


def _styles(features: _Features, indices: Sequence[int]) -> list[str]:
    styles = [features.styles[index] for index in indices]
    return styles if any(styles) else []


def _as_snapshot(layer: LayerInput, features: _Features, indices: Sequence[int]) -> Snapshot:
    """The held features of a date as a snapshot without a class."""
    from datetime import datetime, timezone

    import numpy as np

    from ...core.maps.snapshots import Snapshot

    shapes = layer.shapes(layer.binaries([features.identifiers[index] for index in indices]))
    return Snapshot(
        datetime.min.replace(tzinfo=timezone.utc),
        {"held": shapes},
        "generic",
        layer.name,
        layer.crs_wkt,
        rows={"held": np.arange(len(indices))},
        attributes=[features.attributes[index] for index in indices],
        is_unclassed=True,
    )
