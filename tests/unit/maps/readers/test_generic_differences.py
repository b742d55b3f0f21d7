# SPDX-License-Identifier: GPL-2.0-or-later
"""A generic map without classes notes that its polygons differ, once for all its dates."""

import numpy as np
import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.dates import to_instant
from frontline_change.core.maps.readers import SOURCES, ReadOptions, read_snapshots
from frontline_change.core.maps.snapshots import RawMap

SHAPES = np.array([shapely.box(30, 50, 31, 51), shapely.box(31, 50, 33, 51)] * 2, dtype=object)
DATES = ["2025-06-01", "2025-06-01", "2025-07-01", "2025-07-01"]


def notes_of(class_field=None, styles=(), **values):
    columns = {"day": DATES, **values}
    attributes = [dict(zip(columns, row)) for row in zip(*columns.values())]
    raw = RawMap("front", None, attributes, SHAPES, "EPSG:4326", tuple(columns), styles=styles)
    snapshots = SOURCES["generic"].read(raw, ReadOptions(date_field="day", class_field=class_field))
    found = [[note for note in one.notes if note.kind == "unclassed"] for one in snapshots]
    assert found[0] == found[1]
    return found[0]


def test_two_sides_on_one_map_are_asked_about():
    with pytest.raises(
        InputError, match=r"“front” seems to show several sides.*“side”: B \(.*; A \(.*Give HELD_VALUES"
    ):
        notes_of(side=["A", "B", "A", "B"])
    with pytest.raises(InputError, match="different styles"):
        notes_of(styles=("#ff0000", "#0000ff", "#ff0000", "#0000ff"))


def test_names_are_listed():
    (note,) = notes_of(name=["North", "South", "North", "South"])
    assert (note.count, note.names) == (2, ("name", "South", "North"))


def classed(words, **more):
    """The classes of the features on both dates, and the notes."""
    columns = {"day": DATES, "status": words, **more}
    attributes = [dict(zip(columns, row)) for row in zip(*columns.values())]
    raw = RawMap("front", None, attributes, SHAPES, "EPSG:4326", tuple(columns))
    snapshots = SOURCES["generic"].read(raw, ReadOptions(date_field="day"))
    return [{key: rows.tolist() for key, rows in one.rows.items()} for one in snapshots], snapshots[0].notes


def test_words_of_control_are_classes_where_all_are_known():
    found, notes = classed(["Occupied", "Grey zone", "occupied", "Grey zone"])
    assert found == [{"held": [0], "contested": [1]}, {"held": [2], "contested": [3]}]
    assert [(note.kind, note.names) for note in notes] == [
        ("classes_by_words", ("status", "Occupied: held", "Grey zone: contested", "occupied: held"))
    ]


def test_words_and_an_actor_are_asked_about():
    with pytest.raises(InputError, match="“status” has words of control"):
        classed(["Occupied", "Grey zone", "Occupied", "RSF"])


def test_held_ground_of_two_sides_is_asked_about_though_its_words_are_known():
    with pytest.raises(InputError, match=r"“side” speaks of control or of sides. .*A .*B"):
        classed(["Occupied", "Occupied", "Occupied", "Grey zone"], side=["A", "B", "A", "B"])


def test_an_empty_map_is_a_map_of_its_date():
    raw = RawMap("front_2025-07-01", None, [], SHAPES[:0], "EPSG:4326", ())
    for options in (ReadOptions(), ReadOptions(date_field="day", class_field="side")):
        ((one,), field) = read_snapshots(raw, SOURCES["generic"], options)
        assert (one.polygons, [note.kind for note in one.notes], field) == ({}, ["no_features"], None)
        assert one.instant == to_instant("2025-07-01")


def test_what_differs_only_from_date_to_date_is_no_difference():
    assert notes_of(remark=["May", "May", "June", "June"]) == []


def test_a_class_field_ends_the_question():
    assert notes_of("control", control=["held", "other"] * 2, side=["A", "B"] * 2) == []
    assert notes_of(**{"class": ["held", "other"] * 2, "side": ["A", "B"] * 2}) == []  # found by its name and words
