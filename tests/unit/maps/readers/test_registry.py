# SPDX-License-Identifier: GPL-2.0-or-later
"""Every publisher's file is registered, light to list, and recognised by exactly its own conventions."""

import dataclasses
import subprocess
import sys

import pytest
from checkout import ROOT
from frontline_change.core.errors import InputError
from frontline_change.core.maps import readers
from frontline_change.core.maps.formats.geojson import read_geojson
from frontline_change.core.maps.readers import SOURCES, recognise
from rules import every

FOLDERS = {"deepstate_raw": "deepstate", "deepstate_daily": "deepstatedaily", "isw_derived": "isw", "nzz": "nzz"}


def test_every_file_in_the_folder_is_registered_under_its_name():
    files = {path.stem for path in (ROOT / "core" / "maps" / "readers").glob("*.py") if not path.stem.startswith("_")}
    assert set(SOURCES) == files
    assert all(key == source.key for key, source in SOURCES.items())


@every("source", SOURCES.values(), label=lambda source: source.key)
def test_records_say_what_a_user_needs(source):
    assert source.title
    assert source.conventions.endswith(".")


def test_records_are_listed_without_numpy_and_shapely():
    code = (
        "import sys, importlib.util as u\n"
        "for name in ('numpy', 'shapely', 'pyproj', 'qgis'): sys.modules[name] = None\n"
        f"s = u.spec_from_file_location('plugin', r'{ROOT / '__init__.py'}', submodule_search_locations=[r'{ROOT}'])\n"
        "m = u.module_from_spec(s); sys.modules['plugin'] = m; s.loader.exec_module(m)\n"
        "from plugin.core.maps.readers import SOURCES\n"
        "print(*sorted(SOURCES))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.stdout.split() == sorted(SOURCES), run.stderr


@pytest.mark.shared_data
def test_each_real_file_is_claimed_by_its_publisher_alone(shared_data):
    files = [(path, key) for folder, key in FOLDERS.items() for path in sorted((shared_data / folder).glob("*json"))]
    assert len(files) == 24
    for path, key in files:
        raw = read_geojson(path)
        assert [source.key for source in SOURCES.values() if source.recognises(raw)] == [key], path.name
        assert recognise(raw).key == key


def test_a_map_of_nobody_known_is_generic(raw_map):
    assert recognise(raw_map({"name": "my front"}, name="front 2025-06-30")).key == "generic"


def test_a_map_claimed_twice_is_asked_about(raw_map, monkeypatch):
    twin = dataclasses.replace(SOURCES["prepared"], key="twin")
    monkeypatch.setitem(readers.SOURCES, "twin", twin)
    raw = raw_map({"date": "2025-06-30", "class": "held", "source": "x", "origin": "y"})
    with pytest.raises(InputError, match=r"several publishers.*prepared.*twin"):
        recognise(raw)
