# SPDX-License-Identifier: GPL-2.0-or-later
"""docs/published-figures.md against the real archives: every number on the page is what the plugin computes."""

import csv
import math

import pytest
from checkout import ROOT
from page_tables import tables_of
from qgis.core import NULL

PAGE = ROOT / "docs" / "published-figures.md"
FULL, FIRST, SECOND = "full maps", "daily, 1st", "daily, 2nd"
MONTHS = [f"{2024 + number // 12}-{number % 12 + 1:02}" for number in range(20)]
DAYS = "2024-12-01,2025-01-02,2025-04-02,2025-04-30,2025-06-02"
ENDS = ["2025-01-02", "2025-04-02", "2025-04-30", "2025-06-02", "2025-09-03"]
MET_KM2 = 1.5
LAST_DIGIT = 0.051  # a figure of the page against ours, both in tenths of a km²

pytestmark = [pytest.mark.shared_data]


@pytest.fixture(scope="module")
def page():
    """The tables of the page: the rules, the months by rule, the printed figures, how rules fit, and other days."""
    names = ("rules", "months", "printed", "fit", "days")
    return dict(zip(names, tables_of(PAGE), strict=True))


@pytest.fixture(scope="module")
def measured_once():
    return {}


@pytest.fixture
def months(changeseries, preparesnapshots, archive, shared_data, measured_once):
    """The rows of the whole months, by rule and month."""
    if not measured_once:
        full = preparesnapshots(FOLDER=str(shared_data / "deepstate_raw_monthly"))
        daily = archive["SNAPSHOTS"]
        for rule, maps, offset in ((FULL, full["SNAPSHOTS"], 0), (FIRST, daily, 0), (SECOND, daily, 1)):
            rows = changeseries(SNAPSHOTS=maps, PERIOD="month", OFFSET_DAYS=offset, MEASURES="area").rows("SERIES")
            measured_once.update({(rule, row["period"]): row for row in rows if row["complete"]})
    return measured_once


@pytest.fixture
def published(shared_data):
    with (shared_data / "published_figures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(value):
    return value.toString("yyyy-MM-dd")


def printed_km2(line):
    return float(line["printed"].removeprefix("~"))


def is_deepstate(line):
    return line["publisher"].startswith("DeepState")


def same(on_page, ours):
    """Say whether a figure of the page is ours to its last digit, or empty where there is none."""
    return on_page == "" if ours is None else abs(float(on_page) - ours) <= LAST_DIGIT


def test_the_months_by_rule_are_those_measured(page, months):
    assert [line["month"] for line in page["months"]] == MONTHS
    for line in page["months"]:
        row = months.get((FULL, line["month"]))
        ends = [line["from the map of"], line["to the map of"]]
        assert ends == ([day(row["date_before"]), day(row["date_after"])] if row else ["", ""])
        for column, field in (
            ("gained", "gained_km2"),
            ("lost", "lost_km2"),
            ("net", "net_km2"),
            ("error", "net_se_km2"),
        ):
            assert same(line[column], row and row[field]), (line["month"], column)
        for rule in (FIRST, SECOND):
            row = months.get((rule, line["month"]))
            assert same(line[rule], row and row["net_km2"]), (line["month"], rule)


def test_ours_and_the_difference_are_those_of_the_rule(page, months):
    for line in page["printed"]:
        first, _, last = line["month"].partition(" to ")
        spanned = [month for month in MONTHS if first <= month <= (last or first)]
        ours = sum(months[line["boundary rule"], month]["net_km2"] for month in spanned)
        assert same(line["ours"], ours), line
        assert line["difference"] == f"{float(line['ours']) - printed_km2(line):+.1f}", line


def test_every_month_has_a_printed_figure_and_every_figure_a_source(page):
    text = PAGE.read_text(encoding="utf-8")
    spans = [line["month"].partition(" to ") for line in page["printed"]]
    assert [month for month in MONTHS if not any(a <= month <= (b or a) for a, _, b in spans)] == []
    for line in page["printed"]:
        source = line["printed in"]
        assert f"\n{source}: https://" in text if source.startswith("[") else "." in source, source
    assert [line["month"] for line in page["printed"]] == sorted(line["month"] for line in page["printed"])


def test_the_rule_of_deepstate_is_the_closest_and_of_others_the_calendar_month(page, months):
    for line in page["printed"]:
        known = [rule for rule in (FULL, FIRST, SECOND) if (rule, line["month"]) in months]
        if is_deepstate(line):
            apart = {rule: abs(months[rule, line["month"]]["net_km2"] - printed_km2(line)) for rule in known}
            assert apart[line["boundary rule"]] <= min(apart.values()) + 0.01, line
        else:
            assert line["boundary rule"] == (FULL if FULL in known or " to " in line["month"] else SECOND), line


def test_the_table_of_rules_counts_what_each_meets(page, months):
    own = [line for line in page["printed"] if is_deepstate(line)]
    for fit in page["fit"]:
        apart = [
            abs(months[fit["rule"], line["month"]]["net_km2"] - printed_km2(line))
            for line in own
            if (fit["rule"], line["month"]) in months
        ]
        assert int(fit["figures of DeepState"]) == len(apart)
        assert int(fit["met within 1.5 km²"]) == sum(each <= MET_KM2 for each in apart)
        assert same(fit["mean difference"], sum(apart) / len(apart))


def test_no_figure_of_deepstate_is_off_by_half_of_the_error(page):
    errors = {line["month"]: float(line["error"] or "nan") for line in page["months"]}
    own = [line for line in page["printed"] if is_deepstate(line) and not math.isnan(errors[line["month"]])]
    assert max(abs(float(line["difference"])) / errors[line["month"]] for line in own) < 0.5


def test_others_lie_as_far_off_as_the_page_states(page):
    of = {}
    for line in page["printed"]:
        of.setdefault(line["publisher"], {})[line["month"]] = printed_km2(line) / float(line["ours"])
    afp, ministry = of["AFP on ISW data"], of["UK Ministry of Defence"]
    assert f"{min(afp.values()):.1f} {max(afp.values()):.1f}" == "1.0 2.0"
    assert [month for month, ratio in afp.items() if f"{ratio:.1f}" == "2.0"] == ["2025-02", "2025-04"]
    assert min(afp, key=afp.get) == "2024-11"
    assert max(abs(ratio - 1) for ratio in ministry.values()) < 0.08
    for publisher, low, high in (("War Mapper", "0.4", "1.2"), ("Black Bird Group", "1.0", "1.2")):
        ratios = of[publisher].values()
        assert (f"{min(ratios):.1f}", f"{max(ratios):.1f}") == (low, high)
    figure = {(line["publisher"], line["month"]): printed_km2(line) for line in page["printed"]}
    apart = [figure["AFP on ISW data", month] - value for (who, month), value in figure.items() if who == "ISW"
             and " to " not in month]  # fmt: skip
    assert max(apart) == 37


def test_the_daily_maps_give_the_full_maps_in_the_months_named(page):
    equal = {
        rule: [line["month"] for line in page["months"] if line[rule] and line[rule] == line["net"]]
        for rule in (FIRST, SECOND)
    }
    assert equal[FIRST] == ["2024-08", "2024-09", "2024-10", "2024-11", "2025-02", "2025-05"]
    assert equal[SECOND] == ["2025-05", "2025-06", "2025-07"]


def test_the_figures_given_with_the_data_are_on_the_page(page, months, published):
    printed = [(line["month"], line["publisher"], line["printed"]) for line in page["printed"]]
    for row in published:
        assert (row["month"], row["publisher"], row["net_km2"]) in printed
        if row["revised_km2"]:
            assert (row["month"], f"{row['publisher']}, revised", row["revised_km2"]) in printed
        if row["archive_net_km2"]:  # a plain overlay of the daily maps, by somebody else
            ours = months[(FIRST, SECOND)[int(row["archive_boundary_day"]) - 1], row["month"]]
            for kind in ("net", "gained", "lost"):
                assert ours[f"{kind}_km2"] == pytest.approx(float(row[f"archive_{kind}_km2"]), abs=0.3)


def test_a_missing_map_is_named_in_the_row(months):
    for month, warning in (
        ("2024-12", "no map for 1 January, so 31 December stands in"),
        ("2025-03", "no map for 1 April, so 30 March stands in"),
    ):
        assert warning in months[FIRST, month]["warning"]
        assert months[SECOND, month]["warning"] == NULL


def test_inside_the_regions(changeseries, preparesnapshots, archive, shared_data):
    full = preparesnapshots(FOLDER=str(shared_data / "deepstate_raw_monthly"))
    outcome = changeseries(
        SNAPSHOTS=full["SNAPSHOTS"], PERIOD="month", MEASURES="area", SECTORS=archive["SECTORS"], SECTOR_FIELD="name"
    )
    rows = [row for row in outcome.rows("SERIES") if row["sector"] != "outside all sectors" and row["complete"]]
    text = PAGE.read_text(encoding="utf-8")
    for month, printed in (("2024-11", "730.1"), ("2024-05", "263.3"), ("2025-06", "541.7")):
        assert same(printed, sum(row["net_km2"] for row in rows if row["period"] == month))
        assert printed in text


def test_periods_of_ones_own(page, changeseries, archive):
    outcome = changeseries(SNAPSHOTS=archive["SNAPSHOTS"], PERIOD="custom", STARTS=DAYS, MEASURES="area")
    rows = {row["period"]: row for row in outcome.rows("SERIES")}
    assert [day(row["date_after"]) for row in rows.values()] == ENDS
    for line in page["days"]:
        ours = rows[line["from the map of"]]
        assert line["to the map of"] == day(ours["date_after"])
        assert all(same(line[kind], ours[f"{kind}_km2"]) for kind in ("gained", "lost", "net"))
        assert abs(ours["net_km2"] - printed_km2(line)) < 1
    assert rows["2025-04-02"]["net_km2"] == pytest.approx(175.6, abs=0.05)
    assert rows["2025-04-30"]["net_km2"] == pytest.approx(449.3, abs=0.05)
