# SPDX-License-Identifier: GPL-2.0-or-later
"""docs/what-does-depth-mean.md against the real salient: every number on the page is what the code computes."""

import depth_page
import pytest
from checkout import ROOT

PAGE = ROOT / "docs" / "what-does-depth-mean.md"

pytestmark = pytest.mark.shared_data


def printed():
    """The first table of the page: figures by name."""
    rows = (line.strip("|").split("|") for line in PAGE.read_text(encoding="utf-8").splitlines() if line[:1] == "|")
    cells = ([cell.strip() for cell in row] for row in rows)
    return {row[0]: row[1] for row in cells if len(row) == 2 and row[1].replace(".", "").isdigit()}


@pytest.fixture(scope="module")
def salient(shared_data):
    return depth_page.measure(shared_data)


@pytest.fixture
def figures(salient):
    return salient.figures


def test_the_page_prints_what_is_measured(figures):
    assert printed() == {name: f"{value:.1f}" for name, value in figures.items()}


def test_the_measures_differ_by_a_factor_of_four(figures):
    deepest = figures["deepest point (advance_max)"]
    assert 4 < deepest / figures["mean over the ground"] < 5
    assert 7.5 < deepest / figures["area over the new front"] < 8.5


def test_the_page_states_how_many_transects_can_be_read(salient):
    assert f"{len(salient.transects)} of {salient.origins} can be read" in PAGE.read_text(encoding="utf-8")


def test_the_figure_is_there_and_small():
    picture = PAGE.parent / "images" / "depth-salient.png"
    assert "images/depth-salient.png" in PAGE.read_text(encoding="utf-8")
    assert 10_000 < picture.stat().st_size < 200_000
