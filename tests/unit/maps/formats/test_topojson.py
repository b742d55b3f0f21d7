# SPDX-License-Identifier: GPL-2.0-or-later
"""TopoJSON: arcs shared by neighbours, quantised or not, several objects in one file."""

import json

import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.formats import read_file

# Two squares side by side, 2° wide; the arc between them (number 0) belongs to both.
ARCS = [[[2, 0], [2, 2]], [[2, 2], [0, 2], [0, 0], [2, 0]], [[2, 2], [4, 2], [4, 0], [2, 0]]]
WEST = {"type": "Polygon", "arcs": [[0, 1]], "properties": {"side": "west"}, "id": "w"}
EAST = {"type": "Polygon", "arcs": [[-3, -1]], "properties": {"side": "east"}}  # both backwards


def topology(arcs=ARCS, **members):
    objects = {"control": {"type": "GeometryCollection", "geometries": [WEST, EAST]}}
    return {"type": "Topology", "objects": objects, "arcs": arcs, **members}


@pytest.fixture
def read(tmp_path):
    def write_and_read(document, name="map.json"):
        path = tmp_path / name
        path.write_text(json.dumps(document), encoding="utf-8")
        return read_file(path)

    return write_and_read


def test_arcs_become_rings_and_neighbours_share_an_edge(read):
    raw = read(topology(), "map.topojson")
    assert [shape.area for shape in raw.geometries] == [4, 4]
    assert shapely.union_all(raw.geometries).equals(shapely.box(0, 0, 4, 2))
    assert raw.attributes == [
        {"side": "west", "id": "w", "layer": "control"},
        {"side": "east", "layer": "control"},
    ]
    assert raw.fields == ("side", "id", "layer")


def test_whole_numbers_are_differences_that_the_transform_scales(read):
    """Each position is the difference from the one before: 0.5° a unit, counted from 30° east and 50° north."""
    arcs = [[[4, 0], [0, 4]], [[4, 4], [-4, 0], [0, -4], [4, 0]], [[4, 4], [4, 0], [0, -4], [-4, 0]]]
    raw = read(topology(arcs, transform={"scale": [0.5, 0.5], "translate": [30, 50]}))
    assert [shape.bounds for shape in raw.geometries] == [(30, 50, 32, 52), (32, 50, 34, 52)]


@pytest.mark.parametrize("kind", ["Feature", "FeatureCollection", "topology", None])
def test_a_topology_that_calls_itself_otherwise_is_not_read_as_empty_geojson(read, kind):
    raw = read({**topology(), "type": kind})
    assert [shape.area for shape in raw.geometries] == [4, 4]


def test_geojson_with_members_of_a_topology_remains_geojson(read):
    polygon = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
    raw = read({**topology(), "type": "Feature", "geometry": polygon, "properties": {}})
    assert [shape.area for shape in raw.geometries] == [0.5]


def test_every_object_is_read_and_named(read):
    square = {"type": "MultiPolygon", "arcs": [[[0, 1]], [[-3, -1]]]}
    mixed = {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 1]}, square]}
    nested = {"type": "GeometryCollection", "geometries": [mixed, {"type": None}]}
    raw = read(topology(objects={"held": square, "other": nested}))
    assert [one["layer"] for one in raw.attributes] == ["held", "other", "other"]
    assert [getattr(shape, "geom_type", None) for shape in raw.geometries] == [
        "MultiPolygon",
        "GeometryCollection",
        None,
    ]
    assert raw.geometries[0].area == 8


def test_a_hole_and_lines_keep_their_form(read):
    arcs = [[[0, 0], [9, 0], [9, 9], [0, 0]], [[5, 1], [6, 1], [6, 2], [5, 1]]]
    shapes = {"a": {"type": "Polygon", "arcs": [[0], [1]]}, "b": {"type": "LineString", "arcs": [0]}}
    polygon, line = read(topology(arcs, objects=shapes)).geometries
    assert polygon.area == 40.5 - 0.5
    assert line.length == pytest.approx(18 + 9 * 2**0.5)


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (topology([]), "feature 1 uses an arc that is not in the file"),
        (topology(ARCS[:2]), "feature 2 uses an arc"),
        (topology([[[0, 0], ["x", 1]]]), "an arc whose coordinates cannot be read"),
        (topology(transform={"scale": [1]}), "“transform” that cannot be read"),
        (topology(transform=3), "“transform” that cannot be read"),
        (topology(objects={"a": None}), "its object “a” is no geometry"),
        (topology(objects={"a": {"type": "Polygon", "arcs": [[0.5]]}}), "an arc that is not in the file"),
        (topology(objects={"a": {"type": "Polygon", "arcs": 3}}), "no list of coordinates"),
        (topology(objects={"a": {"type": "Circle"}}), r"no known type \(Circle\)"),
    ],
)
def test_what_cannot_be_read_is_named(read, document, message):
    with pytest.raises(InputError, match=message):
        read(document)
