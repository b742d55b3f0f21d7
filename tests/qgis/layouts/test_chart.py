# SPDX-License-Identifier: GPL-2.0-or-later
"""The chart of a report: its axis, its bars, and its files."""

import xml.etree.ElementTree as ET

import pytest
from frontline_change.layouts.chart import Bar, ChartTexts, save_chart
from frontline_change.layouts.language import language
from frontline_change.styles import palette
from qgis.PyQt.QtGui import QImage

TEXTS = ChartTexts("Net change", "January – March", "Pale: incomplete.", "Maps: somebody.")


def texts_of(path):
    """The texts in an SVG, in their order. A minus that the font lacks is written apart, in the font that has it."""
    written = ["".join(one.itertext()).strip() for one in ET.parse(path).iter() if one.tag.endswith("text")]
    return "\n".join(written).replace("−\n", "−").split("\n")


def drawn(tmp_path, *nets_km2, code="en", **options):
    bars = [Bar(f"P{number}", net_km2) for number, net_km2 in enumerate(nets_km2)]
    return save_chart(bars, TEXTS, language(code), "light", tmp_path / "chart", **options)


@pytest.mark.parametrize(
    ("nets_km2", "axis"),
    [
        ((556.5, 136.0), ["0", "200", "400", "600 km²"]),
        ((0.8, 0.2), ["0.0", "0.2", "0.4", "0.6", "0.8 km²"]),
        ((-0.6, 0.4), ["−0.6", "−0.4", "−0.2", "0.0", "0.2", "0.4 km²"]),
        ((-7892.0, 12.0), ["−8,000", "−6,000", "−4,000", "−2,000", "0", "2,000 km²"]),
    ],
)
def test_the_axis_has_the_decimals_of_its_steps(tmp_path, nets_km2, axis):
    _, svg = drawn(tmp_path, *nets_km2)
    shown = texts_of(svg)
    assert set(axis) <= set(shown)


def test_figures_stand_at_the_bars_in_the_language(tmp_path):
    _, svg = drawn(tmp_path, 557.2, -3.84, code="de")
    assert {"+557", "−3,8"} <= set(texts_of(svg))


def test_the_side_has_its_colour(tmp_path):
    png, svg = drawn(tmp_path, 100.0, -50.0, side_colour="#1a9850")
    written = svg.read_text(encoding="utf-8")
    assert "#1a9850" in written
    assert palette.GAINED not in written
    assert not QImage(str(png)).isNull()
