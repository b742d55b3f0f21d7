# SPDX-License-Identifier: GPL-2.0-or-later
"""Scripts are warned of maps that can hardly be right, and not of ordinary ones."""

import warnings
from datetime import date, timedelta

import pytest
from frontline_change import core
from frontline_change.core.libraries import shapely


def dated(day, east):
    held = {"held": shapely.box(30, 46, east, 52)}
    return core.DatedMap(date(2025, 6, 1) + timedelta(days=day), held, origin=f"map {day}")


def test_two_maps_of_which_one_is_incomplete():
    with pytest.warns(core.MapWarning, match="km² lost from “map 0” to “map 30” in 30.0 days"):
        core.measure_change(dated(0, 36), dated(30, 33), measures=("area",))
    with warnings.catch_warnings():
        warnings.simplefilter("error", core.MapWarning)
        core.measure_change(dated(0, 33), dated(30, 33.01), measures=("area",))


def test_an_odd_map_in_a_series():
    maps = [dated(day, 33 + 0.002 * (day + day % 3)) for day in range(12)]
    with warnings.catch_warnings():
        warnings.simplefilter("error", core.MapWarning)
        assert len(list(core.measure_series(maps, period="snapshot", measures=("area",)))) == 11
    maps[6] = dated(6, 31.5)
    with pytest.warns(core.MapWarning, match="“map 6”, 2025-06-07 00:00: the held area goes from .* and back to"):
        list(core.measure_series(maps, period="snapshot", measures=("area",)))
