# SPDX-License-Identifier: GPL-2.0-or-later
"""The daily archive: the name carries the date, every polygon is held."""

from datetime import datetime, timezone

from frontline_change.core.maps.readers import SOURCES, ReadOptions
from frontline_change.core.maps.snapshots import DATE_CONFLICT

DAILY = SOURCES["deepstatedaily"]


def test_a_file_of_the_archive(raw_map):
    raw = raw_map({}, name="deepstatemap_data_20250602")
    assert DAILY.recognises(raw)
    (snapshot,) = DAILY.read(raw, ReadOptions())
    assert snapshot.instant == datetime(2025, 6, 2, tzinfo=timezone.utc)
    assert list(snapshot.polygons) == ["held"]
    assert snapshot.notes == ()


def test_a_date_given_goes_before_the_name_and_the_conflict_is_reported(raw_map):
    given = datetime(2025, 5, 31, tzinfo=timezone.utc)
    (snapshot,) = DAILY.read(raw_map({}, name="deepstatemap_data_20250602"), ReadOptions(instant=given))
    assert snapshot.instant == given
    assert [(note.kind, note.detail) for note in snapshot.notes] == [(DATE_CONFLICT, "2025-06-02")]


def test_other_names_are_not_claimed(raw_map):
    assert not DAILY.recognises(raw_map({}, name="deepstatemap_data"))
    assert not DAILY.recognises(raw_map({"name": "Окуповано"}, name="deepstatemap_data_20250602"))
