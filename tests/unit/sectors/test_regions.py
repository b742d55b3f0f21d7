# SPDX-License-Identifier: GPL-2.0-or-later
"""Built-in regions: who belongs to a country, under which name; against QGIS's own file where it is on the machine."""

import sqlite3
from contextlib import closing
from pathlib import Path

import gpkg
import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.sectors.regions import FIELDS, UNITS_OF_UKRAINE, units_of

WORLD_MAP = Path("/usr/share/qgis/resources/data/world_map.gpkg")

TABLE = [
    ("UA", "UKR", "Ukraine", "UP05", "Donets'k", "Donets'k", None),
    ("RU", "RUS", "Russia", "UP11", "Crimea", "Crimea", None),
    ("RU", "RUS", "Russia", "RS10", "Bryansk", None, None),
    ("LV", "LVA", "Latvia", "LG01", "Riga", None, None),
    ("LV", "LVA", "Latvia", None, "Riga", None, None),
    ("LV", "LVA", "Latvia", None, None, None, "Ogre"),
    ("LV", "LVA", "Latvia", None, None, None, None),
]


@pytest.mark.parametrize("country", ["Ukraine", " ukraine ", "UA", "ukr"])
def test_ukraine_has_all_units_with_its_codes_under_todays_names(country):
    assert [(unit.row, unit.name, unit.code) for unit in units_of(country, TABLE)] == [
        (1, "Crimea", "UA-43"),
        (0, "Donetsk", "UA-14"),
    ]


def test_no_unit_belongs_to_two_countries():
    assert [unit.name for unit in units_of("Russia", TABLE)] == ["Bryansk"]


def test_names_that_repeat_or_lack_are_made_usable():
    assert [unit.name for unit in units_of("lva", TABLE)] == ["Ogre", "Riga (1)", "Riga (2)", "region 1"]


def test_unknown_countries():
    with pytest.raises(InputError, match="Did you mean Ukraine"):
        units_of("Ukrane", TABLE)
    with pytest.raises(InputError, match="ISO code"):
        units_of("Aldmark", TABLE)
    with pytest.raises(InputError, match="COUNTRY"):
        units_of("  ", TABLE)


@pytest.mark.skipif(not WORLD_MAP.exists(), reason="QGIS's world map is not where Debian puts it")
def test_qgis_own_file_has_all_27_units_of_ukraine():
    with closing(sqlite3.connect(f"file:{WORLD_MAP}?mode=ro&immutable=1", uri=True)) as connection:
        table = connection.execute(f"SELECT {', '.join(FIELDS)} FROM states_provinces").fetchall()
    units = units_of("Ukraine", table)
    assert {(unit.name, unit.code) for unit in units} == set(UNITS_OF_UKRAINE.values())
    assert len(units) == 27
    assert len(units_of("Germany", table)) == 16


@pytest.mark.shared_data
def test_codes_are_those_of_another_source(shared_data, regions):
    """The regions of OpenStreetMap carry ISO 3166-2 too; Kyiv and Sevastopol cities are not among them."""
    names, _ = regions
    codes, _ = gpkg.read(shared_data / "oblasts.gpkg", "oblasts", "iso3166_2")
    ours = {code: name for name, code in UNITS_OF_UKRAINE.values()}
    assert len(set(codes)) == 25
    assert set(ours) - set(codes) == {"UA-30", "UA-40"}
    first_words = {code: name.split()[0].replace("Autonomous", "Crimea") for code, name in zip(codes, names)}
    assert {code: name for code, name in first_words.items() if name[:6] != ours[code][:6]} == {}
