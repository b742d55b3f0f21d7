# SPDX-License-Identifier: GPL-2.0-or-later
"""docs/june-2025.md against the real archive: every answer on the page is what the algorithms say."""

import pytest
from checkout import ROOT
from frontline_change.core.reference_areas import REFERENCE_AREAS
from qgis.core import NULL

PAGE = ROOT / "docs" / "june-2025.md"
SQUARE_MILE_KM2 = 2.589988110336

pytestmark = [pytest.mark.shared_data]


@pytest.fixture(scope="module")
def text():
    """The page as one line."""
    return " ".join(PAGE.read_text(encoding="utf-8").split())


@pytest.fixture(scope="module")
def tables():
    """The tables of the page by the name of their first column: lists of rows, a list each."""
    found, head = {}, None
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else None
        if cells is None or head is None:
            head = cells and found.setdefault(cells[0], [])
        elif not set(cells[0]) <= {"-"}:
            head.append(cells)
    return found


def test_june_by_region(text, tables, changeseries, archive):
    outcome = changeseries(**archive, THEATRE=archive["SECTORS"], PERIOD="month", OFFSET_DAYS=1)
    rows = [row for row in outcome.rows("SERIES") if row["period"] == "2025-06"]
    printed = {name: figures for name, *figures in tables["June 2025"]}
    whole = printed.pop("all rows")
    ours = {
        row["sector"]: [
            f"{row['gained_km2']:.1f}",
            f"{row['share_pct']:.1f}",
            f"{row['net_km2_day']:.1f}",
            f"{row['advance_max_km']:.1f}",
            f"{row['front_before_km']:.0f}",
            f"{row['front_after_km']:.0f}",
        ]
        for row in rows
        if row["gained_km2"] > 0.1
    }
    assert {name: printed[name] for name in sorted(printed)} == {name: ours[name] for name in sorted(ours)}

    def total(name):
        return sum(row[name] for row in rows)

    deepest = max((row for row in rows if row["advance_max_km"] != NULL), key=lambda row: row["advance_max_km"])
    assert whole == [
        f"{total('gained_km2'):.1f}",
        f"{total('share_pct'):.1f}",
        f"{total('net_km2_day'):.1f}",
        f"{deepest['advance_max_km']:.1f}",
        f"{total('front_before_km'):.0f}",
        f"{total('front_after_km'):.0f}",
    ]
    assert f"adds up to {total('front_after_km'):,.0f} km" in text
    assert f"{deepest['advance_max_km']:.1f} km at the deepest point, in {deepest['sector']}" in text
    assert f"give or take {deepest['advance_max_se_km']:.1f}" in text


def test_june_as_a_whole(text, changeseries, archive):
    outcome = changeseries(SNAPSHOTS=archive["SNAPSHOTS"], PERIOD="month", OFFSET_DAYS=1, MEASURES="area")
    rows = {row["period"]: row for row in outcome.rows("SERIES")}
    june, july = rows["2025-06"], rows["2025-07"]
    assert june["net_km2"] == pytest.approx(556, abs=1)  # as the publisher printed it
    assert f"{june['net_km2']:.1f} km² net, which is {june['net_km2'] / SQUARE_MILE_KM2:.1f} square miles" in text
    assert f"The standard error is {june['net_se_km2']:.0f} km²" in text
    assert f"{june['net_km2_day']:.1f} km² a day over the {june['days']:.0f} days" in text
    assert f"has `rank` {june['rank']} of the series and `largest_since` {june['largest_since']}" in text
    assert f"July 2025 then came to {july['net_km2']:.1f} km²" in text
    known = {area.name: area.area_km2 for area in REFERENCE_AREAS}
    assert f"{june['net_km2'] / known['Chicago']:.2f} × Chicago, and" in text
    assert f"{june['net_km2'] / known['Liverpool']:.1f} × Liverpool ({known['Liverpool']} km²" in text


def test_the_rest_at_this_pace_and_what_it_cost(text, tables, projection, archive):
    outcome = projection(**archive, LAST_DATE="2025-07-02", QUANTITY_PER_DAY=1000, TREND="TEMPORARY_OUTPUT")
    rows = [row for row in outcome.rows("PROJECTION") if row["target"] == "all"]
    ours = [
        [
            f"{row['days']:.0f}" + (", the whole series" if row["window"] == "all" else ""),
            f"{row['pace_km2_day']:.1f}",
            f"{row['pace_se_km2_day']:.1f}",
            f"{row['remaining_km2']:,.0f}",
            f"{row['years_needed']:.1f}",
        ]
        for row in rows
    ]
    assert tables["window in days"] == ours
    june, whole = rows[0], rows[-1]
    assert all(row["years_needed"] > 70 for row in rows)
    assert f"{june['net_km2']:.1f} km² inside the regions, or {june['net_sqmi']:.1f} square miles" in text
    assert june["about_as_large_as"] in text
    assert (
        f"at {june['backtests']} earlier dates the pace of 30 days usually changed by up to "
        f"{june['pace_high_km2_day'] - june['pace_km2_day']:.1f} km² a day in the next 30, which gives "
        f"{june['years_low']:.0f} to {june['years_high']:.0f} years, and such a range held at "
        f"{june['hit_rate_pct']:.0f} % of these dates; the pace within 1.96 standard errors held at "
        f"{june['se_hit_rate_pct']:.0f} %"
    ) in text
    assert (
        f"`quantity_per_km2` is {june['quantity_per_km2']:.0f} in June (all, 30 days) and "
        f"{whole['quantity_per_km2']:.0f} over the whole series"
    ) in text

    def day(value):
        return value.toString("yyyy-MM-dd")

    trend = {
        (row["target"], day(row["date_before"]), day(row["date_after"])): f"{row['pace_km2_day']:.1f}"
        for row in outcome.rows("TREND")
    }
    for target, before, after, pace in tables["target"]:
        assert trend[target, before, after] == pace
    (sumy,) = {day(row["last_moved"]) for row in outcome.rows("PROJECTION") if row["target"] == "Sumy Oblast"}
    assert sumy == "2025-06-23"


def test_the_rest_at_the_pace_of_the_whole_archive(text, projection, archive):
    years = [row["years_needed"] for row in projection(**archive).rows("PROJECTION") if row["target"] == "all"]
    assert f"without LAST_DATE gives {min(years):.0f} to {max(years):.0f} years" in text
