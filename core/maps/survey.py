# SPDX-License-Identifier: GPL-2.0-or-later
"""Which snapshots can be made from some files: each file is inspected once, without keeping its geometry."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..findings import Finding
from ..geometry.geodesy import Frame
from ..geometry.polygons import lonlat_polygons
from ..libraries import shapely
from .dates import iso_day, iso_minute
from .periods import is_late
from .readers import SOURCES
from .snapshots import CONTROL_CLASSES, Snapshot

OTHER = CONTROL_CLASSES[-1]

# Kinds of notes on a snapshot of the plan, in addition to those of `snapshots`.
LATE = "late"
NO_HELD = "no_held"
MISSING_PARTS = "missing_parts"

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class MapEntry:
    """One snapshot in a file: the file's number in the run, its name, and everything but the geometry.

    `part` distinguishes the layers of one day if a publisher has several (empty: the map is whole). `boxes` are west,
    south, east, north in degrees by class.
    """

    file: int
    name: str
    instant: datetime
    source: str
    part: str
    boxes: dict[str, Box]
    is_unclassed: bool = False  # all its polygons are held, since the map has no classes
    digest: bytes = b""  # of what is drawn, to recognise repeats


@dataclass(frozen=True)
class SnapshotPlan:
    """A snapshot to make, and from which entries. `until` is the time of the source's next one (None: the last)."""

    instant: datetime
    source: str
    made_of: tuple[MapEntry, ...]
    until: datetime | None
    gap_days: float | None
    notes: tuple[Finding, ...]


@dataclass(frozen=True)
class Refused:
    """A snapshot that cannot be used together with the others, and the reason."""

    entry: MapEntry
    reason: InputError
    is_repeat: bool = False  # the same is drawn in the map that is used


def inspect(
    file: int, name: str, snapshots: Iterable[Snapshot], part: str, now: datetime | None = None
) -> list[MapEntry]:
    """Return the entries of a file.

    Raises InputError for coordinates outside the Earth, and for a map dated in the future, because its date is wrong.
    """
    latest = (now or datetime.now(timezone.utc)) + timedelta(days=1)
    entries = []
    for snapshot in snapshots:
        if snapshot.instant > latest:
            raise InputError(
                "“{layer}” is dated {date}, which is in the future. Correct the date, or give a pattern for the name "
                "or a date field.",
                layer=name,
                date=iso_day(snapshot.instant),
            )
        boxes: dict[str, Box] = {}
        for key, polygons in snapshot.polygons.items():
            parts = lonlat_polygons(polygons, snapshot.crs_wkt, name).polygons
            west, south, east, north = shapely.total_bounds(parts).tolist()
            boxes[key] = west, south, east, north
        digest, is_unclassed = _digest(snapshot), snapshot.is_unclassed
        entries.append(MapEntry(file, name, snapshot.instant, snapshot.source, part, boxes, is_unclassed, digest))
    return entries


def _digest(snapshot: Snapshot) -> bytes:
    """A digest of the polygons of each class; equal for maps that draw the same, in any order of their features."""
    drawn = hashlib.blake2b(repr(snapshot.crs_wkt).encode(), digest_size=16)
    for key, polygons in sorted(snapshot.polygons.items()):
        drawn.update(key.encode())
        for binary in sorted(shapely.to_wkb(polygons)):
            drawn.update(binary)
    return drawn.digest()


def plan(entries: Iterable[MapEntry]) -> tuple[list[SnapshotPlan], list[Refused]]:
    """Return the snapshots to make in time order, and the entries that an earlier file rules out.

    Files of one instant and source become one snapshot if they have different classes, or are different layers of one
    day. If two have the same class, only the first in the run is used; the other is a repeat if it draws the same.
    """
    days: dict[tuple[str, datetime | date], list[MapEntry]] = {}
    refused = []
    for one in sorted(entries, key=lambda one: (one.instant, one.file)):
        day = days.setdefault((one.source, one.instant.date() if one.part else one.instant), [])
        rival = next((other for other in day if _are_rivals(one, other)), None)
        if rival is None:
            day.append(one)
            continue
        reason = InputError(
            "“{layer}” and “{other}” are both maps of {date}, but only one can be used for an instant. Remove one of "
            "them, or correct its date.",
            layer=one.name,
            date=iso_minute(one.instant),
            other=rival.name,
        )
        refused.append(Refused(one, reason, is_repeat=_is_repeat(one, rival)))
    by_source: dict[str, list[list[MapEntry]]] = {}
    for (source, _), day in days.items():
        by_source.setdefault(source, []).append(day)
    plans = [one for source, series in by_source.items() for one in _series(source, series)]
    return sorted(plans, key=lambda one: one.instant), refused


def _is_repeat(one: MapEntry, other: MapEntry) -> bool:
    """Whether a publisher gave out the same drawing twice; of other maps it may be a copy by mistake."""
    source = SOURCES.get(one.source)
    is_published = source is not None and source.step_days is not None
    return is_published and bool(one.digest) and one.digest == other.digest


def _are_rivals(one: MapEntry, other: MapEntry) -> bool:
    """Whether both describe the same ground; land elsewhere may be in several files."""
    return one.part == other.part and bool((one.boxes.keys() & other.boxes.keys()) - {OTHER})


def _series(source: str, days: Sequence[Sequence[MapEntry]]) -> list[SnapshotPlan]:
    """The snapshots of one source, each linked to the previous and the next one."""
    instants = [max(one.instant for one in day) for day in days]
    any_held = any("held" in one.boxes for day in days for one in day)
    plans = []
    for index, (instant, day) in enumerate(zip(instants, days)):
        until = instants[index + 1] if index + 1 < len(days) else None
        gap_days = (instant - instants[index - 1]).total_seconds() / 86400 if index else None
        notes = []
        step_days = SOURCES[source].step_days if source in SOURCES else None
        if gap_days and step_days and is_late(gap_days, step_days):
            notes.append(Finding(LATE, round(gap_days), (iso_day(instants[index - 1]),)))
        if any_held and not any("held" in one.boxes for one in day):
            notes.append(Finding(NO_HELD))
        missing = sorted(_parts(days[index - 1]) - _parts(day)) if index else []
        if missing:
            notes.append(Finding(MISSING_PARTS, len(missing), tuple(missing)))
        plans.append(SnapshotPlan(instant, source, tuple(day), until, gap_days, tuple(notes)))
    return plans


def _parts(day: Sequence[MapEntry]) -> set[str]:
    """The layers of a day that show control."""
    return {one.part for one in day if one.boxes.keys() - {OTHER}}


def boxes_of(plans: Iterable[SnapshotPlan]) -> NDArray[np.float64]:
    """Return the boxes (n, 4) of all classes but `other`, or of that where there is nothing else."""
    boxes = [(key, box) for one in plans for entry in one.made_of for key, box in entry.boxes.items()]
    return np.array([box for key, box in boxes if key != OTHER] or [box for _, box in boxes])


def common_frame(plans: Iterable[SnapshotPlan]) -> Frame:
    """Return the frame around all boxes of `boxes_of`; those of half the Earth and more count only if all are so wide.

    One such map, probably a faulty one, would put the others at the far side of the frame.
    """
    boxes = boxes_of(plans)
    narrow = boxes[boxes[:, 2] - boxes[:, 0] < 180]
    return Frame.around_boxes(narrow if len(narrow) else boxes)
