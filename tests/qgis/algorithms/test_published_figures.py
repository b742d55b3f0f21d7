# SPDX-License-Identifier: GPL-2.0-or-later
"""docs/published-figures.md against the real archive: every number on the page is what the plugin computes."""

import csv

import pytest
from checkout import ROOT
from qgis.core import NULL

PAGE = ROOT / "docs" / "published-figures.md"
AS_PRINTED = ("2024-08", "2024-11", "2025-01", "2025-02", "2025-06", "2025-07", "2025-08")
DAYS = "2024-12-01,2025-01-02,2025-04-02,2025-04-30,2025-06-02"
ENDS = ["2025-01-02", "2025-04-02", "2025-04-30", "2025-06-02", "2025-09-03"]

pytestmark = [pytest.mark.shared_data]


def tables():
    """The tables of the page by the name of their first column: lists of rows, a dictionary each."""
    found, head = {}, None
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else None
        if cells is None:
            head = None
        elif head is None:
            head = cells
            found[head[0]] = []
        elif not set(cells[0]) <= {"-"}:
            found[head[0]].append(dict(zip(head, cells)))
    return found


@pytest.fixture(scope="module")
def page():
    return tables()


@pytest.fixture
def series(changeseries, archive):
    """The rows of the archive's series, by period."""

    def run(**parameters):
        outcome = changeseries(SNAPSHOTS=archive["SNAPSHOTS"], **parameters)
        return outcome.rows("SERIES")

    return run


@pytest.fixture(scope="module")
def measured_once():
    return {}


@pytest.fixture
def months(series, measured_once):
    """The row of each month, by offset and month."""
    for offset in (0, 1):
        if (offset, "2025-06") not in measured_once:
            rows = series(PERIOD="month", OFFSET_DAYS=offset, MEASURES="area")
            measured_once.update({(offset, row["period"]): row for row in rows})
    return measured_once


@pytest.fixture
def published(shared_data):
    with (shared_data / "published_figures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(value):
    return value.toString("yyyy-MM-dd")


def test_every_published_figure_stands_on_the_page_beside_ours(page, months, published):
    on_page = {(row["month"], row["publisher"]): row for row in page["month"]}
    assert list(on_page) == [(row["month"], row["publisher"]) for row in published]
    for row in published:
        line = on_page[row["month"], row["publisher"]]
        assert (line["printed"], line["revised"]) == (row["net_km2"], row["revised_km2"])
        ours = months[int(line["offset"]), row["month"]]
        assert (line["from the map of"], line["to the map of"]) == (day(ours["date_before"]), day(ours["date_after"]))
        figures = [line["gained"], line["lost"], line["net"]]
        assert figures == [f"{ours[name]:.1f}" for name in ("gained_km2", "lost_km2", "net_km2")]


def test_ours_are_those_of_a_plain_overlay(page, months, published):
    offsets = {(row["month"], row["publisher"]): int(row["offset"]) for row in page["month"]}
    for row in published:
        if row["archive_net_km2"]:
            ours = months[offsets[row["month"], row["publisher"]], row["month"]]
            assert offsets[row["month"], row["publisher"]] == int(row["archive_boundary_day"]) - 1
            for kind in ("net", "gained", "lost"):
                assert ours[f"{kind}_km2"] == pytest.approx(float(row[f"archive_{kind}_km2"]), abs=0.3)


def test_ours_are_those_printed_wherever_the_page_states_so(page, months, published):
    offsets = {row["month"]: int(row["offset"]) for row in page["month"]}
    printed = {
        row["month"]: float(row["revised_km2"] or row["net_km2"]) for row in published if "AFP" not in row["publisher"]
    }
    close = [month for month, net in printed.items() if abs(months[offsets[month], month]["net_km2"] - net) <= 1]
    assert tuple(close) == AS_PRINTED
    for month in ("2025-05", "2025-06", "2025-07"):
        (afp,) = [float(row["net_km2"]) for row in published if row["month"] == month and "AFP" in row["publisher"]]
        assert 1.055 < afp / months[1, month]["net_km2"] < 1.155


def test_december_2024_states_which_map_is_missing(months):
    assert months[0, "2024-12"]["warning"] == "the map at the end (2024-12-31) was 1.0 days old, the usual step is 1.0"
    assert months[1, "2024-12"]["warning"] == NULL


def test_periods_of_ones_own(page, series):
    rows = {row["period"]: row for row in series(PERIOD="custom", STARTS=DAYS, MEASURES="area")}
    assert [day(row["date_after"]) for row in rows.values()] == ENDS
    for line in page["from the map of"]:
        ours = rows[line["from the map of"]]
        assert line["to the map of"] == day(ours["date_after"])
        figures = [line["gained"], line["lost"], line["net"]]
        assert figures == [f"{ours[name]:.1f}" for name in ("gained_km2", "lost_km2", "net_km2")]
        assert abs(ours["net_km2"] - float(line["printed"])) < 1
    assert rows["2025-04-02"]["net_km2"] == pytest.approx(175.6, abs=0.05)
    assert rows["2025-04-30"]["net_km2"] == pytest.approx(449.3, abs=0.05)
