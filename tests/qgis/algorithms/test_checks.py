# SPDX-License-Identifier: GPL-2.0-or-later
"""Where an area fails its check both ways, the run stops, nothing is written, and the message names the two dates."""

import pytest
from frontline_change.core.change.overlay import Chain
from layers import box, layer

SECTORS = ((30, 49, 32, 50.5), (30, 50.5, 32, 52))


@pytest.fixture
def wrong_area(monkeypatch):
    """What the edges that are left enclose comes out wrong: neither way of computing the change can agree with that."""
    monkeypatch.setattr(Chain, "area_m2", property(lambda chain: 1e6 * chain.is_after))


def a_map(day, east, **options):
    return layer(f"front_{day}", box(30, 50, east, 51), **options)


def series():
    days, easts = ("2025-06-01", "2025-06-11", "2025-07-01"), (31, 31.1, 31.2)
    shapes = [box(30, 50, east, 51) for east in easts]
    return layer("maps", *shapes, fields="day:date", rows=[(day,) for day in days])


def names_the_dates(message, *dates):
    return all(date in message for date in dates) and "does not add up" in message and "km²" in message


def test_sectorchange_stops(sectorchange, wrong_area, tmp_path):
    path = tmp_path / "change.gpkg"
    message = sectorchange.refusal(BEFORE=a_map("20250601", 31), AFTER=a_map("20250701", 31.1), CHANGE=str(path))
    assert names_the_dates(message, "1 June 2025", "1 July 2025")
    assert not path.exists()


def test_changeseries_stops_at_the_step(changeseries, wrong_area, tmp_path):
    path = tmp_path / "series.gpkg"
    message = changeseries.refusal(SNAPSHOTS=series(), PERIOD="snapshot", SERIES=str(path))
    assert names_the_dates(message, "1 June 2025", "11 June 2025") and "July" not in message
    assert not path.exists()


def test_capturedate_stops_at_the_step(capturedate, wrong_area):
    message = capturedate.refusal(SNAPSHOTS=series(), PERIOD="snapshot")
    assert names_the_dates(message, "1 June 2025", "11 June 2025") and "July" not in message


def test_classtransition_stops(classtransition, wrong_area):
    message = classtransition.refusal(BEFORE=a_map("20250601", 31), AFTER=a_map("20250701", 31.1))
    assert names_the_dates(message, "1 June 2025", "1 July 2025")


def test_projection_stops_at_the_step(projection, wrong_area):
    sectors = layer("regions", *(box(*corners) for corners in SECTORS), fields="name:string", rows=[("A",), ("B",)])
    message = projection.refusal(SNAPSHOTS=series(), SECTORS=sectors)
    assert names_the_dates(message, "1 June 2025", "11 June 2025") and "July" not in message
