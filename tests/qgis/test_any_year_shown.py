# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of any year as a person sees them: in the dock, on the time strip, in the chart, on the map and over time."""

import pytest
from frontline_change import styles
from frontline_change.styles import capture_date_classes
from frontline_change.ui.json_values import as_json
from frontline_change.ui.layer_group import OUTPUT_PROPERTY
from frontline_change.ui.results import chart_scale
from frontline_change.ui.results.chart_bars import Bar, Series
from frontline_change.ui.results.chart_labels import time_labels
from frontline_change.ui.setup.time_scale import labels_for
from layers import box, layer
from qgis.core import QgsDateTimeRange, QgsVectorLayer, QgsVectorLayerTemporalContext
from qgis.PyQt.QtCore import QDate, QDateTime, QRectF, Qt, QTime, QTimeZone
from qgis.PyQt.QtGui import QFont, QFontMetricsF

YEARS = ("0033", "0999", "1582", "1914", "9999")

pytestmark = pytest.mark.usefixtures("frontline", "in_english")


def midnight(day):
    return QDateTime(QDate.fromString(day, Qt.DateFormat.ISODate), QTime(0, 0), QTimeZone(b"UTC"))


def ms(day):
    return midnight(day).toMSecsSinceEpoch()


def span(first, last, width):
    """The labels below a strip of this width in pixels, ten pixels a letter."""
    return labels_for(ms(first), ms(last), width, 5, lambda text: 10 * len(text))


# The dock


@pytest.mark.parametrize("year", YEARS)
def test_a_pair_from_the_names_of_layers(dock, project, qtbot, year):
    maps = [layer(f"front {year}-{day}", box(36, 48, east, 49)) for day, east in (("08-03", 37), ("08-25", 37.1))]
    project.addMapLayers(maps)
    qtbot.waitUntil(lambda: dock.measure_button.isEnabled(), timeout=60_000)
    assert f"from 3 August {year} to 25 August {year} (22 days)" in dock.plan.text()
    dock.measure(qtbot)
    assert dock.headline.text().startswith(f"From 3 August {year} to 25 August {year} the side gained")
    assert dock.shown("date_before") == [f"{year}-08-03"]
    made = [one for one in project.mapLayers().values() if one.customProperty(OUTPUT_PROPERTY)]
    assert made and all(one.name().endswith(f"3 Aug – 25 Aug {year}") for one in made)


@pytest.mark.parametrize("year", YEARS)
def test_a_series_with_its_chart(dock, project, qtbot, year):
    days = [f"{year}-{day}" for day in ("03-01", "04-01", "05-01")]
    shapes = [box(36, 48, 37 + number / 10, 49) for number in range(3)]
    archive = layer("archive", *shapes, fields="date:date", rows=[(day,) for day in days])
    project.addMapLayers([archive])
    qtbot.waitUntil(lambda: dock.measure_button.isEnabled(), timeout=60_000)
    dock.presenter.setup.preset_chosen("whole", None)
    dock.choose_mode("series", "month")
    dock.measure(qtbot)
    assert dock.shown("period")[-2:] == [f"{year}-03", f"{year}-04"]
    dock.tabs.setCurrentIndex(2)
    dock.chart.grab()
    assert dock.chart.accessibleDescription() == f"1 Mar {year} to 1 May {year} (UTC)"


@pytest.mark.parametrize("year", YEARS)
def test_a_date_among_the_parameters_is_kept_as_iso_text(year):
    text = as_json(midnight(f"{year}-08-03"))
    assert text == f"{year}-08-03T00:00:00Z"
    assert QDateTime.fromString(text, Qt.DateFormat.ISODate) == midnight(f"{year}-08-03")


# The time strip


@pytest.mark.parametrize("year", YEARS)
def test_days_and_months_below_the_strip(year):
    labels = span(f"{year}-04-03", f"{year}-04-06", 600)
    assert [label.text for label in labels] == [f"3 Apr {year}", "4 Apr", "5 Apr", "6 Apr"]
    assert [label.time_ms for label in labels] == [ms(f"{year}-04-0{day}") for day in range(3, 7)]
    assert [label.text for label in span(f"{year}-03-20", f"{year}-06-10", 400)] == [f"Apr {year}", "May", "Jun"]


@pytest.mark.parametrize(
    ("first", "last", "width", "texts"),
    [
        ("0001-01-01", "1999-12-31", 400, ["0500", "1000", "1500"]),
        ("0990-01-01", "1020-12-31", 300, ["0990", "1000", "1010", "1020"]),
        ("0001-01-01", "9999-12-31", 800, [f"{age}000" for age in range(1, 10)]),
    ],
)
def test_ages_below_the_strip_and_no_year_0(first, last, width, texts):
    labels = span(first, last, width)
    assert [label.text for label in labels] == texts
    assert [label.time_ms for label in labels] == [ms(f"{text}-01-01") for text in texts]


# The chart


def bars(*days):
    """A bar from each of some days to the next."""
    return [Bar(day, midnight(day), midnight(after), 1.0, 0.0, 1.0) for day, after in zip(days, days[1:])]


@pytest.mark.parametrize("year", YEARS)
def test_the_days_of_a_chart(year, qgis_app):
    series = Series(bars(f"{year}-04-03", f"{year}-04-13", f"{year}-05-03"))
    assert [day.isoformat() for day in series.days] == [f"{year}-04-03", f"{year}-04-13"]
    labels = time_labels(series, QFontMetricsF(QFont()), QRectF(0, 0, 120, 100))
    assert labels and year in labels[0].text
    assert series.dates() == f"3 Apr {year} to 3 May {year} (UTC)"


def test_ages_in_a_chart_have_labels_that_fit(qgis_app):
    days = [f"{year:04d}-01-01" for year in range(1, 2026)]
    labels = time_labels(Series(bars(*days)), QFontMetricsF(QFont()), QRectF(0, 0, 400, 100))
    assert 1 < len(labels) < 12
    assert all(len(label.text) == 4 for label in labels)
    assert chart_scale.fit([(label.middle, label.width) for label in labels], 1.0)


def test_a_period_without_maps_at_the_end_of_time_has_a_place():
    """Its time is reckoned from its neighbours, which may lead beyond the calendar."""
    gap = Bar("before", QDateTime(), QDateTime(), None, None, None)
    early = Series([gap, *bars("0001-01-01", "0001-03-01")])
    late = Series([*bars("9999-10-01", "9999-12-31"), gap])
    assert early.days[0].isoformat() == "0001-01-01"
    assert early.dates() == "1 Jan 0001 to 1 Mar 0001 (UTC)"
    assert late.dates() == "1 Oct 9999 to 31 Dec 9999 (UTC)"


# The map


MOST = 12  # classes of a legend


def test_a_legend_of_ages_has_a_class_for_each_that_a_legend_can_hold():
    years = [f"{year:04d}" for year in range(3, 1915)]
    found = capture_date_classes.classes(years, MOST)
    assert [name for name, _ in found] == ["0001 to 0999", "1000 to 1999"]
    assert sum(len(own) for _, own in found) == len(years)
    assert [name for name, _ in capture_date_classes.classes((f"{year:04d}" for year in range(95, 1100)), MOST)][
        :2
    ] == [
        "0001 to 0099",
        "0100 to 0199",
    ]
    assert [name for name, _ in capture_date_classes.classes(["0033", "0034"], MOST)] == ["0033", "0034"]
    assert [name for name, _ in capture_date_classes.classes(["0033-Q2"], MOST)] == ["April to June 0033"]
    assert [name for name, _ in capture_date_classes.classes(["0033-04"], MOST)] == ["April 0033"]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("ending", ["gpkg", "geojson", "fgb"])
def test_change_is_shown_during_its_period(sectorchange, tmp_path, year, ending):
    target = tmp_path / f"gained.{ending}"
    maps = [layer(f"front {year}-{day}", box(36, 48, east, 49)) for day, east in (("08-03", 37), ("08-25", 37.1))]
    sectorchange(BEFORE=maps[0], AFTER=maps[1], GAINED=str(target))
    made = QgsVectorLayer(str(target), "gained", "ogr")
    count = made.featureCount()
    styles.apply(made, "gained")
    time = made.temporalProperties()
    assert count and time.isActive()

    def shown(day):
        begin = midnight(f"{year}-08-{day}")
        where = QgsVectorLayerTemporalContext()
        where.setLayer(made)
        made.setSubsetString("")
        frame = QgsDateTimeRange(begin, begin.addDays(1), True, False)
        return len(list(made.getFeatures(time.createFilterString(where, frame))))

    assert [shown(day) for day in ("02", "03", "24", "25")] == [0, count, count, 0]
