# SPDX-License-Identifier: GPL-2.0-or-later
"""Snapshots: the one that stands for an instant, the classes that are counted, dates in two names of one map."""

from dataclasses import replace
from pathlib import Path

import pytest
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.readers import SOURCES, ReadOptions
from frontline_change.core.maps.snapshots import CONTROL_CLASSES, NAME_CONFLICT, NoSnapshotError, Snapshot, as_of
from instants import utc


def at(*parts, **polygons):
    return Snapshot(utc(*parts), polygons, "generic", "map", None)


SERIES = [at(2025, 6, 2), at(2025, 5, 31, 20), at(2025, 6, 30)]


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        (utc(2025, 5, 31, 20), 0),
        (utc(2025, 6, 1, 23, 59), 0),
        (utc(2025, 6, 2), 1),
        (utc(2030, 1, 1), 2),
    ],
)
def test_the_last_one_at_or_before_stands_for_an_instant(instant, expected):
    assert as_of(SERIES, instant) is sorted(SERIES, key=lambda one: one.instant)[expected]


def test_before_the_first_there_is_none():
    with pytest.raises(NoSnapshotError, match="run from 2025-05-31 20:00 to 2025-06-30 00:00") as caught:
        as_of(SERIES, utc(2025, 5, 31, 19))
    assert (caught.value.first, caught.value.last) == (utc(2025, 5, 31, 20), utc(2025, 6, 30))
    with pytest.raises(NoSnapshotError, match="no maps"):
        as_of([], utc(2025, 5, 31))


def test_chosen_classes_come_together():
    held, contested, other = (shapely.points([(x, x)] * n) for x, n in ((0, 2), (1, 1), (2, 3)))
    snapshot = at(2025, 6, 2, held=held, contested=contested, other=other)
    assert len(snapshot.chosen(["held", "contested"])) == 3
    assert len(snapshot.chosen(CONTROL_CLASSES)) == 6
    assert snapshot.chosen(["claimed"]).shape == (0,)


@pytest.mark.parametrize(
    ("title", "stem", "expected", "conflict"),
    [
        ("before", "20250602", "2025-06-02", None),
        ("2025-06-01", "front", "2025-06-01", None),
        ("2025-06-02 UTC", "20250602", "2025-06-02", None),
        ("2025-06-01", "20250602", "2025-06-01", "2025-06-01, 2025-06-02"),
        ("front 03-04-2025", "20250403", "2025-04-03", None),
    ],
)
def test_the_layers_name_goes_before_the_files_and_a_conflict_is_reported(raw_map, title, stem, expected, conflict):
    raw = replace(raw_map({}), title=title, path=Path(f"{stem}.geojson"))
    (snapshot,) = SOURCES["generic"].read(raw, ReadOptions())
    assert f"{snapshot.instant:%Y-%m-%d}" == expected
    assert [note.detail for note in snapshot.notes if note.kind == NAME_CONFLICT] == ([conflict] if conflict else [])
