# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoJSON with junk anywhere in it: each feature is read or reported, or the file is refused in a sentence."""

import copy
import json

from frontline_change.core.errors import InputError
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.formats.geojson import read_geojson
from frontline_change.core.maps.readers import ReadOptions, read_snapshots, recognise
from hypothesis import given
from hypothesis import strategies as st
from shapes import property_test

LEFT_OUT = ("points", "lines", "no_geometry")


def polygon(west):
    return json.loads(shapely.to_geojson(shapely.box(west, 48, west + 1, 49)))


def collection(*features):
    features = [{"type": "Feature", "properties": properties, "geometry": shape} for properties, shape in features]
    return {"type": "FeatureCollection", "features": features}


POINT = {"type": "Point", "coordinates": [36, 48]}
NESTED = {"type": "GeometryCollection", "geometries": [polygon(34), POINT]}
STYLE = {"fill": "#a52714", "styleUrl": "#poly"}
PERIOD = {"date": "2025-06-01", "view": "a", "_dateto": "2025-06-01"}
MAPS = {
    "front_20250601": collection(({"class": "held"}, polygon(36)), ({"class": "claimed"}, polygon(38))),
    "1748723682": collection(
        ({"name": "a /// Occupied /// geoJSON.status.occupied", **STYLE}, polygon(36)),
        ({"name": "b /// Crimea /// geoJSON.territories.crimea", **STYLE}, NESTED),
        ({"name": "c", **STYLE}, POINT),
    ),
    "deepstatemap_data_20250601": collection(({}, polygon(36)), ({}, polygon(38))),
    "nzz": {
        "value": collection(({"type": "nochange", **PERIOD}, polygon(36)), ({"type": "gains", **PERIOD}, polygon(37)))
    },
    "snapshots": collection(
        ({"date": "2025-06-01", "class": "held", "source": "generic", "origin": "x"}, polygon(36)),
        ({"date": "2025-07-01T00:00Z", "class": "held", "source": "generic", "origin": "x"}, polygon(36)),
    ),
    "UkraineControlMapAO17AUG2024": collection(({"date": 1748736000000, "layer_type": None}, polygon(36))),
}
JUNK = st.sampled_from(
    [
        *(None, True, 0, -1, "", "x", [], {}, [[]], [None], {"a": 1}, "\x00", "\ud800", "²", "٢٠٢٥-٠٦-٠١"),
        *(float("nan"), float("inf"), 1e308, 10**20, 10**400, -(10**400), 1e-320, 253402300800, -62135596801),
        *(
            "2025-06-01",
            "0000-01-01",
            "12025-01-01",
            "-44-03-15",
            "9999-12-31T23:59:59-12:00",
            "2025-02-30",
            "9" * 5000,
        ),
        *("Feature", "FeatureCollection", "Polygon", "Point", "GeometryCollection", "EPSG:3857", "EPSG:5701", "held"),
    ]
)


def paths_in(value, path=()):
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, member in members for found in paths_in(member, (*path, key)))]


@st.composite
def spoilt(draw):
    """The name of a map and its document, with up to three values replaced, added or deleted."""
    name = draw(st.sampled_from(sorted(MAPS)))
    document = copy.deepcopy(MAPS[name])
    for _ in range(draw(st.integers(1, 3))):
        *before, last = draw(st.sampled_from([path for path in paths_in(document) if path] or [("type",)]))
        parent = document
        for key in before:
            parent = parent[key]
        change = draw(st.sampled_from(["replace", "delete", "add"]))
        if change == "delete" and last in (parent if isinstance(parent, dict) else range(len(parent))):
            del parent[last]
        elif change == "add" and isinstance(parent, list):
            parent.insert(last, draw(JUNK))
        elif change == "add":
            parent[draw(st.sampled_from(["crs", "date", "class", "type", "geometry", "coordinates"]))] = draw(JUNK)
        else:
            parent[last] = draw(JUNK)
    return name, document


def test_junk_is_reported_or_refused(tmp_path):
    @property_test(400)
    @given(spoilt())
    def holds(given_map):
        name, document = given_map
        path = tmp_path / f"{name}.geojson"
        path.write_text(json.dumps(document), encoding="utf-8")
        try:
            raw = read_geojson(path)
            snapshots, _ = read_snapshots(raw, recognise(raw), ReadOptions())
        except InputError as error:
            assert len(str(error)) > 20
            return
        written = document.get("value", document)
        features = written.get("features", [written])
        read = {int(row) for one in snapshots for rows in one.rows.values() for row in rows}
        left_out = sum(note.count for note in snapshots[0].notes if note.kind in LEFT_OUT)
        assert len(raw.attributes) == len(features)
        assert len(read) + left_out >= len(features)

    holds()
