# SPDX-License-Identifier: GPL-2.0-or-later
"""A generic map without classes notes that its polygons differ, once for all its dates."""

import numpy as np
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.readers import SOURCES, ReadOptions
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


def test_two_sides_on_one_map():
    (note,) = notes_of(side=["A", "B", "A", "B"])
    assert (note.count, note.names) == (2, ("side", "B", "A"))


def test_two_colours_on_one_map():
    (note,) = notes_of(styles=("#ff0000", "#0000ff", "#ff0000", "#0000ff"))
    assert note.names[0] == "style"


def test_what_differs_only_from_date_to_date_is_no_difference():
    assert notes_of(remark=["May", "May", "June", "June"]) == []


def test_a_class_field_ends_the_question():
    assert notes_of("control", control=["held", "other"] * 2, side=["A", "B"] * 2) == []
    assert notes_of(**{"class": ["held", "other"] * 2, "side": ["A", "B"] * 2}) == []  # found by its name and words
