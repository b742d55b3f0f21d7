# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:advancearrows on a front that moves a known distance in a known time."""

import pytest
from layers import box, layer

DEGREE_OF_LATITUDE_M = 111_229  # on WGS 84 between 50° and 50.1° N, by Geod


def two_maps(north_before, north_after):
    """Land held from 49° N to a parallel, on 1 and 31 January."""
    shapes = [box(30, 49, 32, north) for north in (north_before, north_after)]
    return layer("maps", *shapes, fields="date:date", rows=[("2025-01-01",), ("2025-01-31",)])


def inner(outcome):
    """Arrows away from the corners, where the gain fades out to the sides."""
    return [
        feature.attributeMap()
        for feature in outcome.layer("ARROWS").getFeatures()
        if 30.3 < feature.geometry().centroid().asPoint().x() < 31.7
    ]


def test_a_front_that_moves_north_has_arrows_north_at_its_speed(advancearrows):
    outcome = advancearrows(SNAPSHOTS=two_maps(50, 50.1), PERIOD="all", SPACING=3000)
    rows = outcome.rows("ARROWS")
    assert outcome["ARROW_COUNT"] == len(rows) > 50
    assert len(inner(outcome)) > len(rows) / 2
    for row in inner(outcome):
        assert row["speed_m_day"] == pytest.approx(0.1 * DEGREE_OF_LATITUDE_M / 30, rel=0.02)
        assert min(row["bearing_deg"], 360 - row["bearing_deg"]) < 3
        assert row["speed_se_m_day"] == pytest.approx(500 * 2**0.5 / 30, rel=0.02)
        assert row["kind"] == "advance"
        assert "2025-01-01" <= row["arrived"].toString("yyyy-MM-dd") <= "2025-01-31"


def test_the_error_of_the_speed_follows_that_of_the_lines(advancearrows):
    near, far = (
        advancearrows(SNAPSHOTS=two_maps(50, 50.1), PERIOD="all", SPACING=3000, POSITION_ERROR=error_m).rows("ARROWS")
        for error_m in (200, 800)
    )
    assert [row["speed_m_day"] for row in near] == [row["speed_m_day"] for row in far]
    assert [4 * row["speed_se_m_day"] for row in near] == pytest.approx([row["speed_se_m_day"] for row in far])


def test_ground_that_is_lost_has_arrows_back(advancearrows):
    outcome = advancearrows(SNAPSHOTS=two_maps(50.1, 50), PERIOD="all", SPACING=3000)
    assert {row["kind"] for row in inner(outcome)} == {"retreat"}
    assert all(abs(row["bearing_deg"] - 180) < 3 for row in inner(outcome))


def test_the_longest_arrow_is_shorter_than_the_spacing(advancearrows):
    outcome = advancearrows(SNAPSHOTS=two_maps(50, 50.1), PERIOD="all", SPACING=3000)
    lengths_deg = [feature.geometry().length() for feature in outcome.layer("ARROWS").getFeatures()]
    assert max(lengths_deg) * DEGREE_OF_LATITUDE_M < 3000


@pytest.mark.parametrize("spacing_m", [0, -1, 1e9])
def test_an_absurd_spacing_is_refused_by_name(advancearrows, spacing_m):
    assert "SPACING" in advancearrows.refusal(SNAPSHOTS=two_maps(50, 50.1), PERIOD="all", SPACING=spacing_m)


def test_arrows_at_the_widest_spacing_lie_on_the_globe(advancearrows):
    outcome = advancearrows(SNAPSHOTS=two_maps(50, 50.1), PERIOD="all", SPACING=1_000_000)
    boxes = [feature.geometry().boundingBox() for feature in outcome.layer("ARROWS").getFeatures()]
    assert boxes and all(box.isFinite() for box in boxes)


def test_the_headline_names_the_maps_that_were_compared(advancearrows):
    """The series begins in January; the periods asked for in March."""
    shapes = [box(30, 49, 32, north) for north in (49.9, 50, 50.1)]
    rows = [("2025-01-01",), ("2025-03-01",), ("2025-03-31",)]
    maps = layer("maps", *shapes, fields="date:date", rows=rows)
    outcome = advancearrows(SNAPSHOTS=maps, PERIOD="custom", STARTS="2025-03-01")
    assert " arrows from 1 March 2025 to 31 March 2025; " in outcome["HEADLINE"]


def test_noise_has_no_arrows(advancearrows):
    outcome = advancearrows(SNAPSHOTS=two_maps(50, 50.004), PERIOD="all")
    assert outcome.rows("ARROWS") == []
    assert outcome["HEADLINE"].endswith("nothing moved by more than the map's noise.")
