# SPDX-License-Identifier: GPL-2.0-or-later
"""The class of each feature by values that the user names: words, names or styles, in whichever field holds them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..errors import InputError
from ..findings import Finding
from .control_words import may_hold_classes, plain
from .snapshots import CONTROL_CLASSES

if TYPE_CHECKING:
    from .snapshots import RawMap, Snapshot

VALUES_READ = "values_read"  # the field, and the given values that were found in it
VALUES_OTHER = "values_other"  # values that are not given, with the number of their features
VALUES_ABSENT = "values_absent"  # none of the given values is in the map; what is there instead

EVERYTHING = "*"
EMPTY = "(empty)"
STYLE = "style of the map"  # in findings, for what the map itself draws its polygons with; a field may be called style
LISTED_AT_MOST = 12
LONGEST_STYLE = 40
_COUNT = re.compile(r" \(\d+\)$")
_COLOUR = re.compile(r"(?<![0-9a-z])([0-9a-f]{6})(?![0-9a-z])")


@dataclass(frozen=True)
class ClassValues:
    """The values of each class, as the user gave them; `*` among those of held means all that no other class has."""

    held: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()
    claimed: tuple[str, ...] = ()
    liberated: tuple[str, ...] = ()
    wanted: dict[str, str] = field(init=False, repr=False, compare=False)  # class by value in its plain form

    def __post_init__(self) -> None:
        """Raises InputError for a value of two classes, and for other classes without any held."""
        wanted: dict[str, str] = {}
        for control_class, given in self.items():
            for value in given:
                if wanted.setdefault(key_of(value), control_class) != control_class:
                    raise InputError(
                        "“{value}” is given for two classes, {first} and {second}. Give each value once.",
                        value=value,
                        first=wanted[key_of(value)],
                        second=control_class,
                    )
        if wanted and not self.held:
            raise InputError(
                "HELD_VALUES is missing: values of other classes are given, but none of held ground. Give the values "
                "of held ground too, or * for all the rest."
            )
        object.__setattr__(self, "wanted", wanted)

    def __bool__(self) -> bool:
        return bool(self.wanted)

    def items(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each class with its values."""
        return ((key, getattr(self, key)) for key in CONTROL_CLASSES if hasattr(self, key))

    @property
    def rest(self) -> str:
        """The class of values that are not given."""
        return "held" if EVERYTHING in self.wanted else "other"

    @classmethod
    def of_texts(cls, held: str = "", contested: str = "", claimed: str = "", liberated: str = "") -> ClassValues:
        """Return the values from lists separated by commas; a value with a comma is put in double quotes."""
        return cls(*map(split, (held, contested, claimed, liberated)))


def split(text: str) -> tuple[str, ...]:
    """Return the values of a list separated by commas. Raises InputError for a list that is too long."""
    line = " ".join(text.replace("\0", " ").split())
    try:
        (row,) = csv.reader([line], skipinitialspace=True) if line else ((),)
    except csv.Error as error:
        raise InputError("The list of values cannot be read: {reason}. Make it shorter.", reason=error) from error
    return tuple(value.strip() for value in row if value.strip())


def joined(values: Iterable[str]) -> str:
    """Return values as a list separated by commas, of which `split` makes the same values."""
    return ", ".join('"' + value.replace('"', '""') + '"' if set(value) & set(',"') else value for value in values)


def value_text(value: object) -> str:
    """Return a value of a field as text for people; empty for no value."""
    if value is None or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split())


def key_of(value: object) -> str:
    """Return the form in which two spellings of a value are the same: case, spaces and # do not count.

    Neither does “-nodesc”, by which Google marks the style of a polygon without a description.
    """
    return plain(value_text(value)).replace(" ", "").strip("#").removesuffix("-nodesc") or EMPTY


@lru_cache(maxsize=1024)
def _keys_of(text: str) -> frozenset[str]:
    """All forms by which a value may be given: whole, a folder of its path, the colour in the id of a style."""
    key = key_of(text)
    keys = {key, *map(key_of, text.split(" / "))}
    return frozenset(keys.union(_COLOUR.findall(key) if len(key) < LONGEST_STYLE else ()))


def colour_in(text: str) -> str:
    """Return the colour in a style or its id as #rrggbb; empty if there is none."""
    found = _COLOUR.findall(key_of(text)) if len(text) < LONGEST_STYLE else []
    return f"#{found[0]}" if found else ""


def columns_of(raw: RawMap, rows: Sequence[int]) -> dict[str, list[Any]]:
    """Return the values of these rows by field, and the styles under STYLE."""
    columns = {name: [raw.attributes[row].get(name) for row in rows] for name in raw.fields}
    if any(raw.styles):
        columns = {STYLE: [raw.styles[row] for row in rows], **columns}
    return columns


def with_class_values(
    raw: RawMap, snapshots: Sequence[Snapshot], values: ClassValues, class_field: str | None
) -> list[Snapshot]:
    """Return the snapshots of a map with the class of each polygon by its values. Raises InputError as `classify`."""
    import numpy as np

    rows = sorted({row for one in snapshots for found in one.rows.values() for row in found.tolist()})
    columns = columns_of(raw, rows)
    if class_field is not None:
        columns = {name: found for name, found in columns.items() if name == class_field}
    classes, notes = classify(columns, rows, values, raw.title)
    class_of = dict(zip(rows, classes))
    made = []
    for one in snapshots:
        own_rows = one.chosen_rows(CONTROL_CLASSES)
        order = np.argsort(own_rows, kind="stable")
        own_rows, polygons = own_rows[order], one.chosen(CONTROL_CLASSES)[order]
        labels = np.array([class_of[row] for row in own_rows.tolist()], dtype=object)
        found = [key for key in CONTROL_CLASSES if (labels == key).any()]
        made.append(
            replace(
                one,
                polygons={key: polygons[labels == key] for key in found},
                rows={key: own_rows[labels == key] for key in found},
                notes=(*(note for note in one.notes if note.kind not in _NOTES_ON_CLASSES), *notes),
            )
        )
    return made


_NOTES_ON_CLASSES = ("unknown_class", "class_field_found", "classes_by_words", "unclassed")


def classify(
    columns: Mapping[str, Sequence[Any]], rows: Sequence[int], values: ClassValues, layer: str
) -> tuple[list[str], tuple[Finding, ...]]:
    """Return the class of the feature in each row from the values of its fields, and notes on how they were read.

    The one field that has all the given values in this map is used, else all fields that have some of them. Raises
    InputError where fields contradict each other.
    """
    forms = {
        name: [_keys_of(value_text(value)) & values.wanted.keys() for value in column]
        for name, column in columns.items()
    }
    hits: dict[str, set[str]] = {name: set().union(*found) for name, found in forms.items()}
    everywhere: set[str] = set().union(*hits.values())
    complete = [name for name in columns if everywhere and hits[name] == everywhere]
    used = [name for name in columns if hits[name]]
    if complete:
        by_field = {name: _classes(forms[name], values) for name in complete}
        preferred = [name for name in complete if may_hold_classes(name)] or complete
        if len({tuple(by_field[name]) for name in preferred}) > 1:
            raise InputError(
                "“{layer}”: the values {values} are in several fields, which do not agree: {fields}. Choose one as the "
                "class field.",
                layer=layer,
                values=joined(_as_given(values, everywhere)),
                fields=", ".join(preferred),
            )
        used = preferred[:1]
    classes = []
    for index, row in enumerate(rows):
        found = {values.wanted[key] for name in used for key in forms[name][index]}
        if len(found) > 1:
            raise InputError(
                "“{layer}”: feature {feature} has values of several classes ({classes}). Choose the class field, or "
                "give other values.",
                layer=layer,
                feature=row + 1,
                classes=", ".join(sorted(found)),
            )
        classes.append(found.pop() if found else values.rest)
    return classes, _notes(columns, used, forms, values, everywhere)


def _classes(forms: Sequence[Set[str]], values: ClassValues) -> list[str]:
    return [",".join(sorted({values.wanted[key] for key in keys})) for keys in forms]


def _as_given(values: ClassValues, keys: Iterable[str]) -> list[str]:
    wanted = set(keys)
    return [value for _, given in values.items() for value in given if key_of(value) in wanted]


def _notes(
    columns: Mapping[str, Sequence[Any]],
    used: Sequence[str],
    forms: Mapping[str, Sequence[Set[str]]],
    values: ClassValues,
    found: Set[str],
) -> tuple[Finding, ...]:
    """What was read from where, and the values that count as other."""
    if not found:
        if EVERYTHING in values.wanted and len(values.wanted) == 1:
            return ()
        there = [f"{name}: {texts}" for name, texts in _listed(columns).items()]
        return (Finding(VALUES_ABSENT, 1, tuple(there)),)
    matched = sum(any(forms[name][index] for name in used) for index in range(len(forms[used[0]])))
    notes = [Finding(VALUES_READ, matched, (", ".join(used), *_as_given(values, found)))]
    if values.rest == "other":
        others = Counter(
            value_text(columns[used[0]][index]) or EMPTY
            for index in range(len(forms[used[0]]))
            if not any(forms[name][index] for name in used)
        )
        if others:
            texts = [f"{value} ({count})" for value, count in others.most_common(LISTED_AT_MOST)]
            notes.append(Finding(VALUES_OTHER, sum(others.values()), (", ".join(used), *texts)))
    return tuple(notes)


def _listed(columns: Mapping[str, Sequence[Any]]) -> dict[str, str]:
    """The values of fields with few values, as text: those that may tell the classes."""
    found: dict[str, str] = {}
    for name, column in columns.items():
        distinct = list(dict.fromkeys(value_text(value) or EMPTY for value in column))
        if distinct != [EMPTY] and (len(distinct) <= LISTED_AT_MOST or may_hold_classes(name)):
            more = ", …" if len(distinct) > LISTED_AT_MOST else ""
            found[name] = joined(distinct[:LISTED_AT_MOST]) + more
    return found


def require_found(values: ClassValues | None, maps: Iterable[Sequence[Finding]]) -> None:
    """Raise InputError for a given value that is in none of the maps; `maps` are the notes on each of them."""
    if not values:
        return
    notes = [note for own in maps for note in own]
    found = {key_of(value) for note in notes if note.kind == VALUES_READ for value in note.names[1:]}
    missing = [
        value for _, given in values.items() for value in given if key_of(value) not in found and value != EVERYTHING
    ]
    if not missing:
        return
    there: dict[str, dict[str, None]] = {}
    for note in notes:
        if note.kind in (VALUES_READ, VALUES_OTHER):
            own = (_COUNT.sub("", value) if note.kind == VALUES_OTHER else value for value in note.names[1:])
            there.setdefault(note.names[0], {}).update(dict.fromkeys(own))
    texts = [f"{name}: {joined(own)}" for name, own in there.items()]
    texts += [text for note in notes if note.kind == VALUES_ABSENT for text in note.names]
    raise InputError(
        "No map has the value {values}. The maps have: {there}. Correct HELD_VALUES, or the list of the other class "
        "that it is in.",
        values=", ".join(f"“{value}”" for value in missing),
        there="; ".join(dict.fromkeys(texts)) or "–",
    )
