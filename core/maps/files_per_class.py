# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps that come as a file for each class and day: the class is the word in which the files of a day differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from ..errors import InputError
from .dates import iso_minute
from .file_names import class_of, has_sign, own_words, words_beside_dates
from .snapshots import RawMap, Snapshot
from .survey import MapEntry, Refused

FILE_FIELD = "file"


@dataclass(frozen=True)
class ClassedEntries:
    """The entries with the classes that their names tell, the class of each such file, and the entries ruled out."""

    entries: list[MapEntry]
    class_of_file: dict[int, str]
    refused: list[Refused]


def classed_by_names(entries: Iterable[MapEntry], labels: Mapping[int, tuple[str, str]]) -> ClassedEntries:
    """Return the entries with the classes that the names of their files tell.

    `labels` are the name of each file and of its folder; the folder counts where the names tell nothing. They count
    only if the files of one instant differ in words of control, and only for maps without classes. Where the words of
    such files are of control or of sides and give no class, none of them is used: what is held would be a guess.
    """
    every = list(entries)
    days: dict[datetime, list[MapEntry]] = {}
    for one in every:
        if one.is_unclassed:
            days.setdefault(one.instant, []).append(one)
    together = [day for day in days.values() if len({one.file for one in day}) > 1]
    words = _own_words({one.file: labels[one.file] for one in every if one.is_unclassed}, together)
    known = {file: found for file, own in words.items() if (found := class_of(own))}
    refused = [reason for day in together for reason in _unclear(day, words, known)]
    out = {id(one.entry) for one in refused}
    if not any(len({known.get(one.file, "held") for one in day}) > 1 for day in together):
        known = {}
    return ClassedEntries([_with_class(one, known) for one in every if id(one) not in out], known, refused)


def _own_words(
    labels: Mapping[int, tuple[str, str]], together: Iterable[Sequence[MapEntry]]
) -> dict[int, tuple[str, ...]]:
    """The words of each file that tell it from the others: of its name, else of its folder."""
    index = {file: number for number, file in enumerate(labels)}
    groups = [[index[one.file] for one in day] for day in together]
    names, folders = (own_words([label[which] for label in labels.values()], groups) for which in (0, 1))
    return {file: name or folder for file, name, folder in zip(labels, names, folders)}


def _unclear(day: Sequence[MapEntry], words: Mapping[int, Sequence[str]], known: Mapping[int, str]) -> list[Refused]:
    """The maps of an instant whose names differ from those of the others, but do not tell their class."""
    unknown = [one for one in day if one.file not in known]
    held = [one for one in day if known.get(one.file) == "held"]
    if held:
        unknown = [one for one in unknown if words[one.file]]
    elif len({words[one.file] for one in unknown}) < 2 or not any(has_sign(words[one.file]) for one in unknown):
        return []
    return [
        Refused(
            one,
            InputError(
                "“{layer}” and “{other}” are both maps of {date}, and the name of the first does not say which class "
                "it shows. Write it in the name (occupied, contested, claimed or liberated), or give HELD_VALUES the "
                "words in the names of held ground.",
                layer=one.name,
                other=next(other.name for other in (*held, *unknown) if other is not one),
                date=iso_minute(one.instant),
            ),
        )
        for one in unknown
    ]


def _with_class(entry: MapEntry, known: Mapping[int, str]) -> MapEntry:
    if not entry.is_unclassed or entry.file not in known:
        return entry
    return replace(entry, boxes=_as(known[entry.file], entry.boxes))


def with_class(snapshot: Snapshot, control_class: str) -> Snapshot:
    """Return a snapshot as one of the class that its file's name tells, if it has no classes of its own."""
    if not snapshot.is_unclassed:
        return snapshot
    return replace(
        snapshot,
        polygons=_as(control_class, snapshot.polygons),
        rows=_as(control_class, snapshot.rows),
    )


def _as(control_class: str, held: Mapping[str, Any]) -> dict[str, Any]:
    """What is of class held alone as of another class; nothing of an empty map."""
    return dict(zip((control_class,), held.values()))


def with_words_of_name(raw: RawMap, label: tuple[str, str]) -> RawMap:
    """Return a map with the words of its file's and folder's name in a field, where values of a class can be found."""
    words = " / ".join(word for name in label for word in words_beside_dates(name))
    field = FILE_FIELD if FILE_FIELD not in raw.fields else f"{FILE_FIELD} of the map"
    return replace(raw, attributes=[{**own, field: words} for own in raw.attributes], fields=(*raw.fields, field))
