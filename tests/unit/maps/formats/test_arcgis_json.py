# SPDX-License-Identifier: GPL-2.0-or-later
"""JSON of ArcGIS services: rings in any order, dates in milliseconds, codes of Esri, answers that were cut off."""

import json
import math

import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.libraries import pyproj, shapely
from frontline_change.core.maps.formats import read_file
from frontline_change.core.maps.formats.geojson import SERVICE_LIMIT

SHELL = [[0, 0], [0, 9], [9, 9], [9, 0], [0, 0]]  # clockwise
HOLE = [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]]
ISLAND = [[1.2, 1.2], [1.2, 1.8], [1.8, 1.8], [1.8, 1.2], [1.2, 1.2]]
APART = [[20, 0], [20, 1], [21, 1], [21, 0], [20, 0]]
DEGREES = {"wkid": 4326}


def answer(*shapes, **members):
    features = [{"attributes": {"OBJECTID": number}, "geometry": shape} for number, shape in enumerate(shapes, 1)]
    return {"geometryType": "esriGeometryPolygon", "spatialReference": DEGREES, "features": features, **members}


@pytest.fixture
def read(tmp_path):
    def write_and_read(document):
        path = tmp_path / "map.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        return read_file(path)

    return write_and_read


@pytest.mark.parametrize("backwards", [False, True], ids=["as the standard says", "all rings the wrong way"])
@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 3, 0, 2)])
def test_shells_holes_and_islands_are_told_apart_in_any_order(read, order, backwards):
    rings = [[SHELL, HOLE, ISLAND, APART][index] for index in order]
    (shape,) = read(answer({"rings": [ring[::-1] for ring in rings] if backwards else rings})).geometries
    assert shape.area == pytest.approx(81 - 1 + 0.36 + 1)
    assert shape.is_valid
    assert len(shape.geoms) == 3


def test_other_shapes_and_empty_ones(read):
    shapes = [
        *({"paths": [[[0, 0], [3, 4]]]}, {"x": 1, "y": 2}, {"x": "NaN"}, {"points": [[1, 2], [3, 4]]}),
        *({"xmin": 0, "ymin": 0, "xmax": 2, "ymax": 1}, {"rings": []}, None, {}),
    ]
    raw = read(answer(*shapes))
    kinds = ["MultiLineString", "Point", "Point", "MultiPoint", "Polygon", "MultiPolygon", None, None]
    assert [getattr(shape, "geom_type", None) for shape in raw.geometries] == kinds
    assert raw.geometries[4].area == 2


def test_dates_become_text_and_other_numbers_stay(read):
    fields = [{"name": "EditDate", "type": "esriFieldTypeDate"}, {"name": "n", "type": "esriFieldTypeInteger"}]
    document = answer({"rings": [SHELL]}, fields=fields)
    document["features"][0]["attributes"] = {"EditDate": 1748736000000, "n": 1748736000000, "side": None}
    document["features"].append({"attributes": {"EditDate": None}, "geometry": None})
    first, second = read(document).attributes
    assert first == {"EditDate": "2025-06-01T00:00:00+00:00", "n": 1748736000000, "side": None}
    assert second == {"EditDate": None}


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ({"wkid": 102100, "latestWkid": 3857}, "EPSG:3857"),
        ({"wkid": 102100}, "ESRI:102100"),
        ({"wkid": 32637}, "EPSG:32637"),
        ({"wkt": pyproj.CRS.from_epsg(3857).to_wkt("WKT1_ESRI")}, "EPSG:3857"),
    ],
)
def test_the_coordinate_system_is_known_by_code_or_text(read, reference, code):
    ring = [[4000000, 6000000], [4000000, 6001000], [4001000, 6001000], [4000000, 6000000]]
    found = read(answer({"rings": [ring]}, spatialReference=reference)).crs_wkt
    assert pyproj.Transformer.from_crs(found, code, always_xy=True).transform(1000, 2000) == pytest.approx((1000, 2000))


def test_the_coordinate_system_may_be_in_the_shapes(read):
    document = answer({"rings": [SHELL], "spatialReference": {"wkid": 32637}})
    del document["spatialReference"]
    assert pyproj.CRS.from_wkt(read(document).crs_wkt).to_epsg() == 32637


@pytest.mark.parametrize("where", ["on top", "in properties"])
def test_an_answer_that_was_cut_off_is_noted(read, where):
    cut = {"exceededTransferLimit": True}
    raw = read(answer({"rings": [SHELL]}, **(cut if where == "on top" else {"properties": cut})))
    assert [(note.kind, note.count) for note in raw.notes] == [(SERVICE_LIMIT, 1)]


def test_geojson_of_a_service_that_was_cut_off_is_noted_too(read):
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [SHELL]}}
    raw = read({"type": "FeatureCollection", "features": [feature], "properties": {"exceededTransferLimit": True}})
    assert [note.kind for note in raw.notes] == [SERVICE_LIMIT]


def test_several_layers_keep_their_names(read):
    layers = [
        {"layerDefinition": {"name": name}, "featureSet": answer({"rings": [ring]})}
        for name, ring in (("held", SHELL), ("claimed", APART))
    ]
    raw = read({"layers": layers})
    assert [one["layer"] for one in raw.attributes] == ["held", "claimed"]
    assert [shape.area for shape in raw.geometries] == [81, 1]


def test_arcs_and_bezier_curves_become_chains(read):
    """Half a circle of radius 1 above a line, and the same with a Bézier curve that is a straight line."""
    half = {"curveRings": [[[-1, 0], {"c": [[1, 0], [0, 1]]}, [-1, 0]]]}
    bezier = {"curveRings": [[[0, 0], {"b": [[3, 0], [1, 0], [2, 0]]}, [3, 3], [0, 0]]]}
    raw = read(answer(half, bezier))
    assert raw.geometries[0].area == pytest.approx(math.pi / 2, rel=1e-3)
    assert raw.geometries[0].bounds == pytest.approx((-1, 0, 1, 1), abs=1e-3)
    assert raw.geometries[1].area == pytest.approx(4.5)
    assert [(note.kind, note.count) for note in raw.notes] == [("curves", 2)]


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"error": {"code": 498, "message": "Invalid Token"}}, "error message of the service: Invalid Token"),
        (answer({"rings": [[[0, 0], {"a": [[1, 1], [0, 0], 0, 1]}]]}), "feature 1 has a curve that cannot be read"),
        (answer({"rings": [[[0, 0], ["x", 1], [1, 1]]]}), "feature 1 has coordinates that are not numbers"),
        (answer({"rings": 3}), "no list of coordinates"),
        (answer({"circle": 1}), "geometry of no known kind"),
        (answer("x"), "geometry that is no object"),
        (answer({"rings": [SHELL]}, spatialReference={"wkid": 1}), "coordinate system that is not known"),
        (
            answer({"rings": [SHELL], "spatialReference": {"wkid": 32637}}, {"rings": [APART]}),
            "several coordinate systems",
        ),
        ({**answer(), "features": [3]}, "feature 1 has attributes that are no object"),
    ],
)
def test_what_cannot_be_read_is_named(read, document, message):
    with pytest.raises(InputError, match=message):
        read(document)


def test_collapsed_rings_are_counted(read):
    raw = read(answer({"rings": [SHELL, [[1, 1], [2, 2], [1, 1]]]}))
    assert shapely.area(raw.geometries).tolist() == [81]
    assert [(note.kind, note.count) for note in raw.notes] == [("collapsed_rings", 1)]
