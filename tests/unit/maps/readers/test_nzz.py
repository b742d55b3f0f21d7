# SPDX-License-Identifier: GPL-2.0-or-later
"""NZZ: the service answer of one day, wrapped and dated by its features."""

import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.libraries import pyproj, shapely
from frontline_change.core.maps.formats.geojson import read_geojson
from frontline_change.core.maps.readers import SOURCES, ReadOptions

NZZ = SOURCES["nzz"]


def row(kind, date="2025-05-27", **more):
    return {"type": kind, "date": date, "view": "daily", **more}


def test_unchanged_and_gained_ground_is_held(raw_map):
    raw = raw_map(
        *(row(kind, _datefrom="2025-05-24", _dateto="2025-05-27") for kind in ("nochange", "gains", "losses"))
    )
    assert NZZ.recognises(raw)
    (snapshot,) = NZZ.read(raw, ReadOptions())
    assert {key: len(polygons) for key, polygons in snapshot.polygons.items()} == {"held": 2, "liberated": 1}
    assert f"{snapshot.instant:%Y-%m-%d}" == "2025-05-27"


def test_the_maps_of_2022_have_a_date_alone(raw_map):
    (snapshot,) = NZZ.read(raw_map(row("nochange", "2022-02-24")), ReadOptions())
    assert f"{snapshot.instant:%Y-%m-%d}" == "2022-02-24"


def test_features_of_different_days_are_refused(raw_map):
    with pytest.raises(InputError, match="2025-05-27, 2025-06-28"):
        NZZ.read(raw_map(row("nochange"), row("gains", "2025-06-28")), ReadOptions())


def test_somebody_elses_types_are_not_claimed(raw_map):
    assert not NZZ.recognises(raw_map(row("nochange"), row("road")))
    assert not NZZ.recognises(raw_map({"type": "nochange"}))


@pytest.mark.shared_data
def test_real_maps_are_dated_before_their_names_and_hold_what_they_draw(shared_data):
    geod = pyproj.Geod(ellps="WGS84")
    found = {}
    for path in sorted((shared_data / "nzz").glob("*.json")):
        (snapshot,) = NZZ.read(read_geojson(path), ReadOptions())
        held, lost = (shapely.union_all(snapshot.chosen([key])) for key in ("held", "liberated"))
        shared = shapely.get_parts(held & lost)  # lines too, of which newer releases of pyproj give an area
        areas_m2 = [abs(geod.geometry_area_perimeter(part)[0]) for part in shared[shapely.get_dimensions(shared) == 2]]
        assert sum(areas_m2) < 1e5  # lost ground is not held
        found[path.stem] = f"{snapshot.instant:%Y-%m-%d}", round(abs(geod.geometry_area_perimeter(held)[0]) / 1e6)
    assert found == {"2025-05-31": ("2025-05-27", 69796), "2025-06-30": ("2025-06-28", 70614)}
