# SPDX-License-Identifier: GPL-2.0-or-later
"""Anybody's map: date and class where the user says; what does not fit is refused with the way out."""

import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.dates import DateError
from frontline_change.core.maps.readers import SOURCES, ReadOptions
from frontline_change.core.maps.snapshots import NO_GEOMETRY, POINTS, UNKNOWN_CLASS
from instants import utc as day


def read(raw, **options):
    return SOURCES["generic"].read(raw, ReadOptions(**options))


def test_without_a_class_field_every_polygon_is_held(raw_map):
    (snapshot,) = read(raw_map({"a": 1}, {"a": 2}, name="front 30.06.2025 final"))
    assert snapshot.instant == day("2025-06-30")
    assert {key: len(polygons) for key, polygons in snapshot.polygons.items()} == {"held": 2}
    assert len(snapshot.chosen(["held", "contested"])) == 2
    assert len(snapshot.chosen(["claimed"])) == 0


def test_class_words_in_any_case_and_unknown_ones_reported(raw_map):
    rows = [{"c": word} for word in ("Held", " CONTESTED ", "claimed", "liberated", "other", "rebels", "rebels", None)]
    (snapshot,) = read(raw_map(*rows, name="2025-06-30"), class_field="c")
    counts = {key: len(polygons) for key, polygons in snapshot.polygons.items()}
    assert counts == {"held": 1, "contested": 1, "claimed": 1, "liberated": 1, "other": 4}
    assert [(note.kind, note.count, note.detail) for note in snapshot.notes] == [
        (UNKNOWN_CLASS, 1, "(empty)"),
        (UNKNOWN_CLASS, 2, "rebels"),
    ]


def test_many_dates_in_one_layer_come_in_time_order(raw_map):
    rows = [{"when": value} for value in ("2025-06-30", "1 May 2025", 1748736000, "2025-06-30T00:00:00Z")]
    snapshots = read(raw_map(*rows), date_field="when")
    assert [snapshot.instant for snapshot in snapshots] == [day("2025-05-01"), day("2025-06-01"), day("2025-06-30")]
    assert [len(snapshot.polygons["held"]) for snapshot in snapshots] == [1, 1, 2]


def test_a_pattern_points_to_the_date_in_the_name(raw_map):
    (snapshot,) = read(raw_map({}, name="front_030425"), date_pattern="front_%d%m%y")
    assert snapshot.instant == day("2025-04-03")


def test_a_given_date_serves_a_map_without_any(raw_map):
    (snapshot,) = read(raw_map({}), instant=day("2025-06-30"))
    assert (snapshot.instant, snapshot.notes) == (day("2025-06-30"), ())


def test_features_without_geometry_are_counted(raw_map):
    (snapshot,) = read(raw_map({}, ({}, None), ({}, "POLYGON EMPTY"), name="2025-06-30"))
    assert [(note.kind, note.count) for note in snapshot.notes] == [(NO_GEOMETRY, 2)]


@pytest.mark.parametrize(
    ("wkt", "message"),
    [
        ("POINT (0 0)", "mixes 1 polygons with 1 points and 0 lines. Choose a layer of polygons only"),
        (
            "LINESTRING (0 0, 1 1)",
            "mixes 1 polygons with 0 points and 1 lines.*from front lines make the held area first",
        ),
        (
            "GEOMETRYCOLLECTION (POLYGON ((0 0, 1 0, 1 1, 0 0)), LINESTRING (0 0, 1 1))",
            "mixes 2 polygons with 0 points and 1 lines",
        ),
        ("GEOMETRYCOLLECTION (POINT (0 0))", "mixes 1 polygons with 1 points and 0 lines"),
    ],
)
def test_mixed_geometry_is_refused(raw_map, wkt, message):
    with pytest.raises(InputError, match=message):
        read(raw_map({}, ({}, wkt), name="2025-06-30"))


@pytest.mark.parametrize(
    "wkt",
    [
        "GEOMETRYCOLLECTION (POINT (0.9 0.1), POLYGON ((0 0, 1 0, 1 1, 0 0)))",
        "GEOMETRYCOLLECTION (GEOMETRYCOLLECTION (MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))), MULTIPOINT (0 0))",
    ],
)
def test_a_label_in_the_collection_of_its_polygon_is_only_counted(raw_map, wkt):
    """Maps of Google My Maps, converted from KML to GeoJSON, hold polygon and label as one collection."""
    (snapshot,) = read(raw_map({}, ({}, wkt), name="2025-06-30"))
    assert [(note.kind, note.count) for note in snapshot.notes] == [(POINTS, 1)]
    triangle = shapely.from_wkt("POLYGON ((0 0, 1 0, 1 1, 0 0))")
    assert [shapely.area(polygon) for polygon in snapshot.chosen(["held"])] == [1, triangle.area]  # 1: the square


@pytest.mark.parametrize(
    ("rows", "options", "message"),
    [
        ((), {}, "has no features"),
        ((({}, None),), {}, "1 features, none of them a polygon"),
        (({"a": 1},), {}, r"No date is found in the name of “map”. Give .*there are: a\)"),
        (({"a": 1},), {"date_field": "when"}, r"has no field “when”. Its fields are: a\."),
        (({"a": 1},), {"class_field": "kind"}, r"has no field “kind”. Its fields are: a\."),
        (({"a": "2025-06-30"}, {"a": None}), {"date_field": "a"}, "feature 2 has no date in its field “a”"),
        (({"a": "03/04/2025"},), {"date_field": "a"}, "feature 1 .*“a”.*ambiguous"),
    ],
)
def test_what_cannot_be_read_is_explained(raw_map, rows, options, message):
    with pytest.raises(InputError, match=message):
        read(raw_map(*rows), **options)


def test_an_ambiguous_name_is_asked_about_unless_the_date_is_given(raw_map):
    raw = raw_map({}, name="front 03-04-2025")
    with pytest.raises(DateError, match="ambiguous"):
        read(raw)
    assert read(raw, instant=day("2025-04-03"))[0].instant == day("2025-04-03")
