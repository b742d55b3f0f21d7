# SPDX-License-Identifier: GPL-2.0-or-later
"""What the files of a run hold: time order, days in several layers, what is refused, what is worth a warning."""

from datetime import timedelta

import numpy as np
import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.snapshots import Snapshot
from frontline_change.core.maps.survey import LATE, MISSING_PARTS, NO_HELD, MapEntry, common_frame, inspect, plan
from instants import utc

BOX = (36.0, 48.0, 37.0, 49.0)


def entry(file, day, *classes, source="generic", part="", hour=0):
    return MapEntry(
        file, f"file{file}", utc(2025, 6, day, hour), source, part, dict.fromkeys(classes or ("held",), BOX)
    )


def snapshot(instant, **polygons):
    arrays = {key: np.array([shapely.box(*box)]) for key, box in polygons.items()}
    return Snapshot(instant, arrays, "generic", "file", None, (), {key: np.array([0]) for key in polygons})


def test_a_file_is_seen_with_its_boxes_by_class():
    (one,) = inspect(3, "file", [snapshot(utc(2025, 6, 1), held=BOX, other=(0, 1, 2, 3))], "control")
    assert (one.file, one.instant, one.source, one.part) == (3, utc(2025, 6, 1), "generic", "control")
    assert one.boxes == {"held": BOX, "other": (0, 1, 2, 3)}


def test_a_map_of_the_future_is_refused():
    now = utc(2025, 6, 10)
    inspect(0, "file", [snapshot(now + timedelta(hours=23), held=BOX)], "", now)
    with pytest.raises(InputError, match="“file” is dated 2026-06-10, which is in the future"):
        inspect(0, "file", [snapshot(utc(2025, 6, 1), held=BOX), snapshot(utc(2026, 6, 10), held=BOX)], "", now)


def test_coordinates_that_are_nowhere_are_refused_at_first_sight():
    with pytest.raises(InputError, match="“file” has coordinates that are nowhere on Earth"):
        inspect(0, "file", [snapshot(utc(2025, 6, 1), held=(4000000, 5000000, 4000001, 5000001))], "")


def test_files_in_any_order_come_in_time_order_each_knowing_the_next():
    plans, refused = plan([entry(0, 5), entry(1, 1), entry(2, 2, hour=12)])
    assert refused == []
    assert [one.made_of[0].file for one in plans] == [1, 2, 0]
    assert [one.until for one in plans] == [utc(2025, 6, 2, 12), utc(2025, 6, 5), None]
    assert [one.gap_days for one in plans] == [None, 1.5, 2.5]


def test_of_two_files_for_one_instant_the_first_is_used():
    plans, (refused,) = plan([entry(1, 1), entry(0, 1), entry(2, 1, hour=12)])
    assert [[part.file for part in one.made_of] for one in plans] == [[0], [2]]
    assert refused.entry.file == 1
    assert str(refused.reason).startswith("“file1” and “file0” are both maps of 2025-06-01 00:00")


def test_files_of_one_instant_with_different_classes_become_one_snapshot():
    (one,), refused = plan([entry(0, 1, "held"), entry(1, 1, "contested", "other")])
    assert ([part.file for part in one.made_of], refused) == ([0, 1], [])


def test_layers_of_one_day_become_one_snapshot_though_their_class_is_the_same():
    layers = [
        entry(0, 1, source="isw", part="control"),
        entry(1, 1, source="isw", part="advance", hour=22),
        entry(2, 1, source="isw", part="control", hour=3),
    ]
    (one,), (refused,) = plan(layers)
    assert [part.file for part in one.made_of] == [0, 1]
    assert one.instant == utc(2025, 6, 1, 22)
    assert refused.entry.file == 2


def test_sources_are_kept_apart():
    plans, refused = plan([entry(0, 1, source="deepstate"), entry(1, 1, source="isw"), entry(2, 3, source="isw")])
    assert [(one.source, one.until) for one in plans] == [
        ("deepstate", None),
        ("isw", utc(2025, 6, 3)),
        ("isw", None),
    ]
    assert refused == []


def test_a_map_that_is_late_or_lacks_what_the_others_have_is_reported():
    plans, _ = plan([entry(0, 1, source="isw"), entry(1, 2, "claimed", source="isw"), entry(2, 5, source="isw")])
    assert [[(note.kind, note.count, note.detail) for note in one.notes] for one in plans] == [
        [],
        [(NO_HELD, 1, "")],
        [(LATE, 3, "2025-06-02")],
    ]
    assert [one.notes for one in plan([entry(0, 1), entry(1, 20)])[0]] == [(), ()]  # whose usual step nobody knows


def test_a_missing_layer_of_control_is_reported_and_a_missing_extra_one_is_not():
    layers = [
        entry(0, 1, source="isw", part="control"),
        entry(1, 1, source="isw", part="advance"),
        entry(2, 1, "other", source="isw", part="kursk"),
        entry(3, 2, source="isw", part="control"),
    ]
    second = plan(layers)[0][1]
    assert [(note.kind, note.detail) for note in second.notes] == [(MISSING_PARTS, "advance")]


def test_the_frame_lies_around_all_but_land_elsewhere():
    far = (150.0, 40.0, 151.0, 41.0)
    one = MapEntry(0, "file", utc(2025, 6, 1), "generic", "", {"held": BOX, "other": far})
    assert common_frame(plan([one])[0]) == Frame(36, 48)
    alone = MapEntry(0, "file", utc(2025, 6, 1), "generic", "", {"other": far})
    assert common_frame(plan([alone])[0]) == Frame(150, 40)
