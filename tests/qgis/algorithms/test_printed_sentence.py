# SPDX-License-Identifier: GPL-2.0-or-later
"""The first row of docs/how-to/printed.md, from the daily maps: what was printed for August 2025, by one run."""

import pytest
from checkout import ROOT

PRINTED = "“464 km², 0.08 % of the country, 19.01 % in all, 18 % less than in July, the smallest since May”"
COUNTRY_KM2 = 603_628

pytestmark = [pytest.mark.shared_data]


def test_august_2025_in_one_row(changeseries, archive):
    outcome = changeseries(
        SNAPSHOTS=archive["SNAPSHOTS"],
        PERIOD="month",
        OFFSET_DAYS=1,
        MEASURES="area",
        DENOMINATOR_NAME="Ukraine, whole",
        DENOMINATOR_AREA_KM2=COUNTRY_KM2,
        COMPARISONS="TEMPORARY_OUTPUT",
    )
    (row,) = [row for row in outcome.rows("COMPARISONS") if row["period"] == "2025-08"]
    assert PRINTED in (ROOT / "docs" / "how-to" / "printed.md").read_text(encoding="utf-8")
    assert f"{row['net_km2']:.0f}" == "464"
    assert f"{row['net_points']:.2f}" == "0.08"
    assert f"{row['held_share_pct']:.2f}" == "19.01"
    assert f"{row['previous_change_pct']:.0f}" == "-18"
    assert row["rank_text"].startswith("smallest net since May 2025 (")
    assert row["net_points"] == pytest.approx(100 * row["net_km2"] / COUNTRY_KM2)
