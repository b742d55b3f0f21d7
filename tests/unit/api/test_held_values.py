# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of several sides from plain Python: the question, its answer by held_values, and a map with nothing held."""

import json

import pytest
from frontline_change import core
from frontline_change.core.libraries import pyproj, shapely

GEOD = pyproj.Geod(ellps="WGS84")
MOVED_KM2 = abs(GEOD.geometry_area_perimeter(shapely.segmentize(shapely.box(31, 50, 31.2, 51), 0.001))[0]) / 1e6


def put(path, *features):
    made = [
        {"type": "Feature", "properties": values, "geometry": json.loads(shapely.to_geojson(shape))}
        for values, shape in features
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": made}), encoding="utf-8")
    return path


@pytest.fixture
def pair(tmp_path):
    def two_sides(field, values):
        return [
            put(
                tmp_path / f"front_{day}.geojson",
                ({field: values[0]}, shapely.box(30, 50, border, 51)),
                ({field: values[1]}, shapely.box(border, 50, 33, 51)),
            )
            for day, border in (("20250601", 31), ("20250701", 31.2))
        ]

    return two_sides


@pytest.mark.parametrize("values", ["rsf", ["RSF"], "*"])
@pytest.mark.filterwarnings("ignore::frontline_change.core.api.inputs.MapWarning")
def test_the_values_that_are_held(pair, values):
    before, after = (core.read_map(path, held_values=values) for path in pair("controlled_by", ("RSF", "SAF")))
    change = core.measure_change(before, after)
    assert change.net_km2 == pytest.approx(0 if values == "*" else MOVED_KM2, abs=0.01)


def test_without_them_two_sides_are_asked_about(pair):
    paths = pair("controlled_by", ("RSF", "SAF"))
    with pytest.raises(core.InputError, match=r"“controlled_by”: SAF \(.*RSF \(.*Give HELD_VALUES"):
        core.read_map(paths[0])
    with pytest.raises(core.InputError, match=r"No map has the value “RFS”. The maps have: controlled_by: RSF, SAF"):
        core.read_maps(paths[0], held_values="RFS")


@pytest.mark.filterwarnings("ignore::frontline_change.core.api.inputs.MapWarning")
def test_two_sides_that_only_both_maps_together_show(pair):
    before, after = (core.read_map(path) for path in pair("name", ("North", "South")))
    with pytest.raises(core.InputError, match="pass from one value to another"):
        core.measure_change(before, after)
    with pytest.raises(core.InputError, match="pass from one value to another"):
        core.measure_series([before, after], period="all")


def test_an_empty_map_is_everything_lost(tmp_path):
    whole = put(tmp_path / "front_20250601.geojson", ({}, shapely.box(31, 50, 31.2, 51)))
    with pytest.warns(core.MapWarning, match="no features"):
        nothing = core.read_map(put(tmp_path / "front_20250701.geojson"))
    with pytest.warns(core.MapWarning, match="no polygons of the classes held"):
        change = core.measure_change(core.read_map(whole), nothing)
    assert change.lost_km2 == pytest.approx(MOVED_KM2, abs=0.01)
    assert change.gained_km2 == 0
