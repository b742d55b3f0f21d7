# SPDX-License-Identifier: GPL-2.0-or-later
"""Prepared snapshots come back as they were written."""

from datetime import datetime, timezone

from frontline_change.core.maps.readers import SOURCES, ReadOptions, recognise
from frontline_change.core.maps.snapshots import SEVERAL_SOURCES


def row(date, control, source="deepstate", origin="1748723682.geojson"):
    return {"date": date, "class": control, "source": source, "origin": origin}


def test_one_feature_per_instant_and_class(raw_map):
    first, second = datetime(2025, 5, 31, 20, 34, 42, tzinfo=timezone.utc), "2025-06-30T20:07:56Z"
    raw = raw_map(row(first, "held"), row(first, "contested"), row(second, "held", origin="1751314076.geojson"))
    assert recognise(raw).key == "prepared"
    early, late = SOURCES["prepared"].read(raw, ReadOptions())
    assert (early.instant, sorted(early.polygons)) == (first, ["contested", "held"])
    assert (late.source, late.origin, late.notes) == ("deepstate", "1751314076.geojson", ())


def test_several_sources_in_one_layer_are_reported(raw_map):
    raw = raw_map(row("2025-06-30", "held"), row("2025-07-01", "held", source="isw"))
    for snapshot in SOURCES["prepared"].read(raw, ReadOptions()):
        assert [(note.kind, note.detail) for note in snapshot.notes] == [(SEVERAL_SOURCES, "deepstate, isw")]


def test_a_date_without_a_geometry_is_a_date_with_nothing_held(raw_map):
    raw = raw_map(row("2025-06-30", "held"), (row("2025-07-01", "held"), None))
    early, late = SOURCES["prepared"].read(raw, ReadOptions())
    assert (len(early.polygons["held"]), late.polygons, late.notes) == (1, {}, ())
    assert (late.source, late.instant) == ("deepstate", datetime(2025, 7, 1, tzinfo=timezone.utc))
