# SPDX-License-Identifier: GPL-2.0-or-later
"""Map tips: every style of a result has one, with name, figures, units and dates, as HTML."""

import re
from datetime import datetime, timezone
from html.parser import HTMLParser

import pytest
from frontline_change import styles
from frontline_change.processing.outputs.features import qgs_feature, qgs_fields, set_headings
from frontline_change.processing.outputs.fields import tables
from frontline_change.styles import map_tips
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsGeometry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale
from rules import every

SHAPES = {0: "POINT(30 50)", 1: "LINESTRING(30 50, 31 51)", 2: "MULTIPOLYGON(((30 50, 31 50, 31 51, 30 50)))"}
TABLES = {
    "change": "CHANGE",
    "sectors_outline": "CHANGE",
    "gained": "SERIES_PARTS",
    "lost": "PARTS",
    "gained_by_period": "SERIES_PARTS",
    "lost_by_period": "SERIES_PARTS",
    "depth": "DEPTH",
    "arrows": "ARROWS",
    "transects": "TRANSECTS",
    "axis_advance": "AXIS_ADVANCE",
    "reach": "REACH",
    "reach_profile": "REACH_PROFILE",
    "places_changed": "PLACES_CHANGED",
    "place_status": "PLACE_STATUS",
    "places": "PLACES_CHANGED",
    "held": "HELD",
    "held_area": "HELD",
    "fronts": "FRONTS",
    "snapshots": "SNAPSHOTS",
    "sectors": "SECTORS",
    "sectors_quiet": "SECTORS",
    "front": "FRONT",
    "transitions": "TRANSITIONS",
    "capture": "CAPTURE",
    "joins": "JOINS",
}
BEFORE, AFTER = datetime(2025, 6, 2, tzinfo=timezone.utc), datetime(2025, 7, 2, tzinfo=timezone.utc)
VALUES = {
    "sector": "Donetsk & <Luhansk>",
    "place": "Ness",
    "axis": "North",
    "kind": "ground",
    "change": "gained",
    "scope": "sector",
    "outcome": "advance",
    "map": "after",
    "class": "held",
    "class_before": "contested",
    "class_after": "held",
    "status": "moved",
    "holder": "held",
    "period": "2025-06",
    "significant": True,
    "date": AFTER,
    "date_before": BEFORE,
    "date_after": AFTER,
    "net_km2": 11_204.4,
    "net_se_km2": 31.2,
    "gained_km2": 85.26,
    "lost_km2": 0.0,
    "area_km2": 1234.4,
    "advance_max_km": 12.59,
    "depth_km": 12.59,
    "depth_se_km": 0.5,
    "length_km": 1144.99,
    "length_m": 812.4,
    "speed_m_day": 75.4,
    "advance_km": -0.42,
}
KINDS = {"depth": "advance", "arrows": "advance", "fronts": "front", "joins": "bridge"}


class Text(HTMLParser):
    """Collects the text of HTML; fails on a tag that is not closed."""

    def __init__(self, html):
        super().__init__()
        self.lines, self.open = [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.lines.append(data.replace("\xa0", " ").strip())


@pytest.fixture(autouse=True)
def english():
    QLocale.setDefault(QLocale("en_GB"))


def tip(key, **values):
    """Return the texts in the map tip of a feature with these values."""
    table = tables()[TABLES[key]]
    geometry = int(styles.STYLES[key].geometry)
    layer = QgsVectorLayer(f"{('Point', 'LineString', 'MultiPolygon')[geometry]}?crs=EPSG:4326", key, "memory")
    layer.dataProvider().addAttributes(list(qgs_fields(table)))
    layer.updateFields()
    kind = {"kind": KINDS[key]} if key in KINDS else {}
    known = dict.fromkeys(table) | {name: value for name, value in (VALUES | kind | values).items() if name in table}
    feature = qgs_feature(layer.fields(), known, QgsGeometry.fromWkt(SHAPES[geometry]))
    assert layer.dataProvider().addFeatures([feature])[0]
    set_headings(layer)
    styles.apply(layer, key)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    for expression in re.findall(r"\[%(.+?)%\]", layer.mapTipTemplate()):
        parsed = QgsExpression(expression)
        parsed.evaluate(context)
        assert not parsed.hasParserError(), parsed.parserErrorString()
        assert not parsed.hasEvalError(), parsed.evalErrorString()
    return [line for line in Text(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)).lines if line]


@every("key", TABLES)
def test_every_result_has_a_tip_with_its_figures_and_dates(key):
    shown = tip(key)
    table = tables()[TABLES[key]]
    assert shown, "an empty tip"
    if {"date_after", "date"} & set(table) and key != "places":
        assert "2 Jul 2025" in shown[-1]
    for name in map_tips.FIGURES[key]:
        if name in VALUES:
            heading = re.sub(r" \([^()]*\)$", "", table[name].heading)
            assert heading in shown
            assert re.search(r"\d (km²|km|m|m a day)( |$)", shown[shown.index(heading) + 1])


def test_every_style_of_a_result_is_in_this_test():
    """The other styles are of inputs."""
    inputs = {"held_before", "held_after", "theatre"}
    assert set(styles.STYLES) - inputs == set(TABLES) == set(map_tips.FIGURES)


def test_the_tip_of_a_sector():
    assert tip("change")[:7] == [
        "Donetsk & <Luhansk>",
        "Net",
        "+11,204 km² ± 31 km²",
        "Gained",
        "85.3 km²",
        "Lost",
        "0 km²",
    ]
    assert tip("change")[-1] == "2 Jun 2025 – 2 Jul 2025"


def test_a_tip_leaves_out_what_has_no_reading():
    assert "Net" not in tip("change", net_km2=None)
    assert tip("change", net_km2=5.0, net_se_km2=None)[2] == "+5.0 km²"
    assert tip("change", net_km2=0.0, net_se_km2=0.01)[2] == "0 km²"
    assert tip("gained", sector="all", period=None)[0] == "Gained"


def test_the_tip_of_a_part_says_what_it_is():
    assert tip("gained")[:3] == ["Donetsk & <Luhansk>", "Gained", "Jun 2025"]
    assert tip("gained", kind="noise")[1] == "Too narrow to trust"
    assert tip("lost", kind="lodgement")[1] == "Separate pocket"


def test_the_tip_of_held_ground_and_front():
    assert tip("held") == ["Held after", "Area", "1,234 km²", "2 Jul 2025"]
    assert tip("fronts") == ["Front after", "Length", "1,145 km", "2 Jul 2025"]


def test_a_small_part_is_not_called_nothing():
    shown = tip("gained", area_km2=0.03)
    assert shown[shown.index("Area") + 1] == "0.03 km²"


def test_a_retreat_has_its_sign():
    shown = tip("axis_advance")
    assert shown[shown.index("Advance") + 1] == "−0.4 km"
