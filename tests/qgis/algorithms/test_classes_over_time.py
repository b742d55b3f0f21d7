# SPDX-License-Identifier: GPL-2.0-or-later
"""CLASS_AREAS and TRANSITIONS of changeseries: boxes of known area, and docs/grey-ground.md against the real maps."""

import re

import pytest
from checkout import ROOT
from layers import box, box_km2, layer
from page_tables import tables_of
from qgis.core import NULL

PAGE = ROOT / "docs" / "grey-ground.md"
DAYS = ("2025-06-01", "2025-07-01", "2025-08-01", "2025-09-01")
EASTS = ((31.0, 31.4), (31.2, 31.5), (31.26, 31.3), (31.26, 31.3))  # of held, and of contested ground beside it
OUTPUTS = {"CLASS_AREAS": "TEMPORARY_OUTPUT", "TRANSITIONS": "TEMPORARY_OUTPUT"}
NETS = ("net_held_km2", "net_contested_km2", "net_held_contested_km2")
REDRAWING_KM2 = 0.001


def width_km2(degrees):
    return box_km2(30, 50, 30 + degrees, 51)


def values(row, *names):
    return tuple(None if row[name] == NULL else row[name] for name in names)


@pytest.fixture
def snapshots():
    """Held ground gains 0.2°, then 0.06°, then nothing; with contested ground 0.1°, then -0.2°, then nothing."""
    shapes, rows = [], []
    for day, (held, grey) in zip(DAYS, EASTS):
        shapes += [box(30, 50, held, 51), box(held, 50, grey, 51)]
        rows += [(day, "held"), (day, "contested")]
    return layer("many", *shapes, fields="date:date,class:string", rows=rows)


@pytest.fixture
def outcome(changeseries, snapshots):
    return changeseries(SNAPSHOTS=snapshots, PERIOD="month", MEASURES="area", **OUTPUTS)


def test_the_area_of_every_class_at_both_ends_and_both_nets(outcome):
    rows = {row["period"]: row for row in outcome.rows("CLASS_AREAS")}
    assert list(rows) == ["2025-06", "2025-07", "2025-08"]
    june = rows["2025-06"]
    ends = ("held_before_km2", "held_after_km2", "contested_before_km2", "contested_after_km2")
    assert values(june, *ends) == pytest.approx([width_km2(each) for each in (1.0, 1.2, 0.4, 0.3)], abs=0.01)
    assert values(june, *NETS) == pytest.approx([width_km2(0.2), -width_km2(0.1), width_km2(0.1)], abs=0.01)
    assert values(june, "claimed_before_km2", "other_after_km2") == (None, None)
    assert values(rows["2025-08"], *NETS) == pytest.approx((0, 0, 0), abs=1e-9)


def test_held_alone_is_the_net_of_the_series(outcome):
    nets = [row["net_km2"] for row in outcome.rows("SERIES")]
    assert [row["net_held_km2"] for row in outcome.rows("CLASS_AREAS")] == pytest.approx(nets, abs=1e-6)


def test_a_row_whose_nets_differ_in_sign_says_so(outcome):
    june, july, august = outcome.rows("CLASS_AREAS")
    assert values(july, *NETS) == pytest.approx([width_km2(0.06), -width_km2(0.26), -width_km2(0.2)], abs=0.01)
    alone, both = (f"{width_km2(degrees):,.0f} km²" for degrees in (0.06, 0.2))
    assert july["warning"].endswith(
        f"; held ground alone changed by +{alone}, held and contested ground together by −{both}: state which one is "
        "meant"
    )
    assert "held ground alone" not in str(june["warning"]) + str(august["warning"])
    (said,) = [text for text in outcome.feedback.warnings if "opposite" in text]
    assert "(periods: July 2025)" in said


def test_transitions_are_those_of_the_two_maps(outcome, classtransition, snapshots):
    two = classtransition(
        BEFORE=snapshots, AFTER=snapshots, BEFORE_DATE=DAYS[0], AFTER_DATE=DAYS[1], CLASS_FIELD="class"
    )
    june = [row for row in outcome.rows("TRANSITIONS") if row["period"] == "2025-06"]
    cells = [
        {
            (row["class_before"], row["class_after"]): row["area_km2"]
            for row in rows
            if row["area_km2"] != NULL and row["area_km2"] > REDRAWING_KM2
        }
        for rows in (june, two.rows("TRANSITIONS"))
    ]
    assert cells[0] == pytest.approx(cells[1], abs=REDRAWING_KM2)
    assert cells[0] == pytest.approx(
        {
            ("held", "held"): width_km2(1.0),
            ("contested", "held"): width_km2(0.2),
            ("contested", "contested"): width_km2(0.2),
            ("none", "contested"): width_km2(0.1),
        },
        abs=0.01,
    )
    assert len(outcome.rows("TRANSITIONS")) == 3 * 36


def test_sectors_and_the_ground_outside_them_add_up(changeseries, snapshots, outcome):
    east = layer("sectors", box(31.1, 50, 32, 51), fields="name:string", rows=[("East",)])
    found = changeseries(SNAPSHOTS=snapshots, PERIOD="month", MEASURES="area", SECTORS=east, **OUTPUTS)
    for period, whole in ((row["period"], row) for row in outcome.rows("CLASS_AREAS")):
        rows = [row for row in found.rows("CLASS_AREAS") if row["period"] == period]
        assert [row["sector"] for row in rows] == ["East", "outside all sectors"]
        for name in ("held_before_km2", "contested_after_km2", *NETS):
            assert sum(row[name] for row in rows) == pytest.approx(whole[name], abs=REDRAWING_KM2)


def test_claimed_ground_stands_beside_held(changeseries):
    """0.1° of 0.3° claimed becomes held, and 0.2° more are claimed."""
    shapes = [box(30, 50, 31, 51), box(31, 50, 31.3, 51), box(30, 50, 31.1, 51), box(31.1, 50, 31.5, 51)]
    rows = list(zip((DAYS[0], DAYS[0], DAYS[1], DAYS[1]), ("held", "claimed") * 2))
    claims = layer("many", *shapes, fields="date:date,class:string", rows=rows)
    (june,) = changeseries(SNAPSHOTS=claims, PERIOD="month", MEASURES="area", **OUTPUTS).rows("CLASS_AREAS")
    names = ("net_held_km2", "claimed_before_km2", "claimed_after_km2", "net_claimed_km2")
    assert values(june, *names) == pytest.approx([width_km2(each) for each in (0.1, 0.3, 0.4, 0.1)], abs=0.01)
    assert values(june, "net_contested_km2", "net_held_contested_km2") == (None, None)


def test_a_series_without_classes_has_held_ground_alone(changeseries):
    held = layer(
        "many", *(box(30, 50, east, 51) for east, _ in EASTS), fields="date:date", rows=[(day,) for day in DAYS]
    )
    (june, *_) = changeseries(SNAPSHOTS=held, PERIOD="month", MEASURES="area", **OUTPUTS).rows("CLASS_AREAS")
    assert june["net_held_km2"] == pytest.approx(width_km2(0.2), abs=0.01)
    assert values(june, "contested_before_km2", *NETS[1:]) == (None, None, None)


def test_a_period_without_maps_has_empty_areas_and_no_transitions(changeseries):
    shapes = [box(30, 50, east, 51) for east in (31, 31.2, 31.4)]
    rows = [(day, "held") for day in ("2025-02-01", "2025-03-01", "2025-05-01")]
    gap = layer("many", *shapes, fields="date:date,class:string", rows=rows)
    found = changeseries(SNAPSHOTS=gap, PERIOD="month", MEASURES="area", **OUTPUTS)
    empty = [row for row in found.rows("CLASS_AREAS") if row["held_before_km2"] == NULL]
    assert [row["period"] for row in empty] == ["2025-03"]
    assert empty[0]["warning"] == "no map came within this period"
    assert "2025-03" not in {row["period"] for row in found.rows("TRANSITIONS")}


# The real maps


@pytest.fixture
def months(preparesnapshots, changeseries, shared_data, tmp_path):
    """Rows of CLASS_AREAS and TRANSITIONS by the commands of the page: of the whole map, and by region."""
    monthly = str(tmp_path / "monthly.gpkg")
    folder = str(shared_data / "deepstate_raw_monthly")
    preparesnapshots(FOLDER=folder, SOURCE="deepstate", SNAPSHOTS=monthly, LOG=None)
    given = {"SNAPSHOTS": monthly, "PERIOD": "month", "MEASURES": "area", **OUTPUTS}
    regions = str(shared_data / "oblasts.gpkg")
    found = changeseries(**given), changeseries(**given, SECTORS=regions)
    return [(each.rows("CLASS_AREAS"), each.rows("TRANSITIONS")) for each in found]


@pytest.mark.shared_data
def test_the_page_and_an_independent_analyst(months):
    (whole_rows, _), (region_rows, moved) = months
    whole = {row["period"]: row for row in whole_rows}
    names = ("net_held_km2", "net_held_contested_km2", "contested_after_km2")
    inside, outside = {}, {}
    for row in region_rows:
        if row["held_before_km2"] == NULL:
            continue
        rows = outside if row["sector"] == "outside all sectors" else inside
        sums = rows.setdefault(row["period"], dict.fromkeys(names, 0.0))
        rows[row["period"]] = {name: sums[name] + row[name] for name in names}

    by_month, at_end = ([list(row.values()) for row in table] for table in tables_of(PAGE))
    assert len(by_month) == len(at_end) == 12
    far = []
    for period, *figures in by_month:
        ours = [rows[period][name] for rows in (whole, inside) for name in names[:2]]
        assert figures[:4] == [f"{value:.1f}" for value in ours]
        if abs(ours[0] - float(figures[4])) > 1.5:
            far.append(period)
    assert far == ["2024-11"]
    for (period, *_), (day, *figures) in zip(by_month, at_end):
        assert day == whole[period]["date_after"].toString("yyyy-MM-dd")
        ours = [rows[period]["contested_after_km2"] for rows in (whole, inside)]
        assert figures[:2] == [f"{value:.1f}" for value in ours]
        less = float(figures[2]) - ours[1]
        assert f"{-less:.1f}" == figures[3]
        assert (7.9 <= round(less, 1) <= 14.4) if period < "2025-03" else (27.5 <= round(less, 1) <= 52.7)

    text = " ".join(PAGE.read_text(encoding="utf-8").split())

    def outside_km2(period, before, after):
        (area_km2,) = [
            row["area_km2"]
            for row in moved
            if row["sector"] == "outside all sectors"
            and (row["period"], row["class_before"], row["class_after"]) == (period, before, after)
        ]
        return f"{area_km2:.1f} km²"

    for sentence in (
        f"{outside_km2('2024-11', 'held', 'none')} outside the regions were held before",
        f"In that month {outside_km2('2024-08', 'none', 'contested')} of grey ground appeared outside",
        f"{outside_km2('2025-03', 'contested', 'none')} of grey ground there were of no class afterwards",
        f"In May 2025, {outside_km2('2025-05', 'contested', 'held')} of grey ground outside the regions became held",
        f"{outside['2024-08']['contested_after_km2']:.1f} km² lie outside the regions at the end of August 2024",
        f"{outside['2025-07']['contested_after_km2']:.1f} at the end of July 2025",
        f"held ground changed by {outside['2025-03']['net_held_km2']:+.1f} km², held and grey ground together by "
        f"−{-outside['2025-03']['net_held_contested_km2']:.1f}",
        f"the two differ by {inside['2024-08'][names[1]] - inside['2024-08'][names[0]]:.1f} km²",
    ):
        assert sentence in text
    differing = [row["period"] for row in whole_rows if "state which" in str(row["warning"])]
    assert differing == [] and "differ in sign in no month" in text
    (march,) = [
        row["warning"] for row in region_rows if (row["period"], row["sector"]) == ("2025-03", "outside all sectors")
    ]
    assert re.search(r"changed by \+1\.0 km², .* by −88\.3 km²: state which", march)
