# SPDX-License-Identifier: GPL-2.0-or-later
"""Files packed with gzip, and JSON as services and scripts wrap it."""

import gzip
import json

import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.maps import formats
from frontline_change.core.maps.formats import read_file

RING = [[30, 50], [32, 50], [32, 52], [30, 52], [30, 50]]
FEATURE = {"type": "Feature", "properties": {"n": 1}, "geometry": {"type": "Polygon", "coordinates": [RING]}}
COLLECTION = {"type": "FeatureCollection", "features": [FEATURE, FEATURE]}


@pytest.fixture
def write(tmp_path):
    def made(content, name="map.json"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return made


def test_a_packed_file_is_read_under_its_own_name(write):
    path = write(gzip.compress(json.dumps(COLLECTION).encode()), "front_2025-06-01.GeoJSON.gz")
    assert formats.is_readable(path)
    raw = read_file(path)
    assert (raw.title, raw.path, len(raw.geometries)) == ("front_2025-06-01", path, 2)


def test_a_packed_file_that_is_cut_off_or_no_gzip_is_named(write):
    packed = gzip.compress(json.dumps(COLLECTION).encode())
    for content in (packed[:-20], b"{}", packed[:20] + b"xx" + packed[22:]):
        with pytest.raises(InputError, match=r"“map\.json\.gz” cannot be unpacked"):
            read_file(write(content, "map.json.gz"))


def test_a_packed_file_cannot_fill_the_disk(write, monkeypatch):
    monkeypatch.setattr(formats, "UNPACKED_AT_MOST_BYTES", 3_000_000)
    with pytest.raises(InputError, match="holds more than 3 MB"):
        read_file(write(gzip.compress(b" " * 4_000_000), "map.json.gz"))


@pytest.mark.parametrize(
    "document",
    [
        {"features": [FEATURE, FEATURE]},
        [FEATURE, FEATURE],
        [{**COLLECTION, "features": [FEATURE]}] * 2,
        {"success": True, "data": {"geojson": COLLECTION}},
        {"result": json.dumps(COLLECTION)},
        {"a": {**COLLECTION, "features": [FEATURE]}, "b": {**COLLECTION, "features": [FEATURE]}, "time": 3},
    ],
    ids=["without a type", "list", "list of collections", "nested", "as text", "two members"],
)
def test_geojson_in_other_wrappers(write, document):
    raw = read_file(write(json.dumps(document)))
    assert [shape.area for shape in raw.geometries] == [4, 4]
    assert [one["n"] for one in raw.attributes] == [1, 1]


def test_two_collections_in_one_answer_keep_their_names(write):
    raw = read_file(write(json.dumps({"occupied": COLLECTION, "liberated": FEATURE})))
    assert [one["layer"] for one in raw.attributes] == ["occupied", "occupied", "liberated"]


@pytest.mark.parametrize("script", ["var map = %s;", "callback(%s);\n", "const a.b = %s", "export default (%s)"])
def test_a_script_that_holds_geojson(write, script):
    raw = read_file(write(script % json.dumps(COLLECTION)))
    assert len(raw.geometries) == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_unicode_of_every_width(write, encoding):
    assert len(read_file(write(json.dumps(COLLECTION).encode(encoding))).geometries) == 2


def test_lists_that_mix_features_with_other_things_are_refused(write):
    with pytest.raises(InputError, match="item 2 in its list of features is no feature"):
        read_file(write(json.dumps([FEATURE, 3])))
