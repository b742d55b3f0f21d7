# SPDX-License-Identifier: GPL-2.0-or-later
"""The chart of a series: scales worked out by hand, what is painted where, keyboard, and pictures for print."""

import sys
import tempfile
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from frontline_change.formatting import Units
from frontline_change.styles import palette
from frontline_change.ui.results import chart as chart_module
from frontline_change.ui.results import chart_scale, saving
from frontline_change.ui.results.chart import SeriesChart
from frontline_change.ui.results.chart_bars import Bar, Series
from frontline_change.ui.results.chart_labels import bar_text
from frontline_change.ui.results.chart_picture import Look, Picture
from frontline_change.ui.results.saving import SavingError
from heartbeat import Stopwatch
from qgis.PyQt.QtCore import QDateTime, QEvent, QLocale, QPoint, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QHelpEvent, QImage, QPainter, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMainWindow, QToolTip
from qt_instants import utc

pytestmark = pytest.mark.usefixtures("in_english")


def daily(values, first=(2025, 6, 1)):
    """A bar a day from (gained, lost) pairs; None is a day without data."""
    bars = []
    for number, pair in enumerate(values):
        start = utc(*first).addDays(number)
        gained, lost = pair or (None, None)
        net = gained - lost if pair else None
        bars.append(Bar(start.toString("yyyy-MM-dd"), start, start.addDays(1), gained, lost, net))
    return bars


def monthly(count, first=(2024, 7, 1)):
    bars = []
    for number in range(count):
        start = utc(*first).addMonths(number)
        bars.append(Bar(start.toString("yyyy-MM"), start, start.addMonths(1), 10.0 + number, 1.0, 9.0 + number))
    return bars


@pytest.fixture
def chart(qtbot):
    chart = SeriesChart()
    qtbot.addWidget(chart)
    light = QPalette()
    light.setColor(QPalette.ColorRole.Base, QColor("#ffffff"))
    light.setColor(QPalette.ColorRole.Text, QColor("#000000"))
    light.setColor(QPalette.ColorRole.Highlight, QColor("#00ff00"))
    chart.setPalette(light)
    chart.resize(600, 400)
    chart.show()
    return chart


def painted(chart) -> QImage:
    return chart.grab().toImage()


def count_colour(image, x, colour) -> int:
    return sum(image.pixelColor(x, y) == QColor(colour) for y in range(image.height()))


def bar_columns(chart) -> dict[int, int]:
    """The number of the bar that a click in each column chooses."""
    found, chosen = {}, []
    chart.bar_chosen.connect(chosen.append)
    for x in range(chart.width()):
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(x, chart.height() // 2))
        if chosen:
            found[x] = chosen.pop()
    chart.bar_chosen.disconnect(chosen.append)
    chart.set_cursor_bar(None)
    return found


def x_of(chart, number, share=0.3):
    """A column of a bar beside its middle, where the mark of net is; of a bar too thin for one, the nearest."""
    found = bar_columns(chart)
    columns = [x for x, bar in found.items() if bar == number]
    if not columns:
        return min(found, key=lambda x: abs(found[x] - number))
    return round(columns[0] + share * len(columns))


def plot_rows(chart) -> range:
    """The rows in which a click chooses a bar."""
    chosen, x = [], x_of(chart, 0)
    chart.bar_chosen.connect(lambda _: chosen.append(y))
    for y in range(chart.height()):
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    chart.set_cursor_bar(None)
    return range(chosen[0], chosen[-1])


# Scales


@pytest.mark.parametrize(
    ("low", "high", "most", "ticks"),
    [
        (0, 46.2, 5, [0, 10, 20, 30, 40]),
        (-3, 62, 4, [0, 20, 40, 60]),
        (-60, 60, 5, [-50, 0, 50]),
        (0, 1, 3, [0, 0.5, 1]),
        (-0.07, 0.031, 6, [-0.06, -0.04, -0.02, 0, 0.02]),
        (0, 1_234_567, 3, [0, 500_000, 1_000_000]),
    ],
)
def test_ticks_are_round_and_hold_zero(low, high, most, ticks):
    assert chart_scale.nice_ticks(low, high, most) == ticks


@pytest.mark.parametrize(("ticks", "decimals"), [([0, 20], 0), ([0, 0.5, 1], 1), ([-0.02, 0, 0.02], 2), ([0], 0)])
def test_ticks_have_the_decimals_they_need(ticks, decimals):
    assert chart_scale.tick_decimals(ticks) == decimals


def test_bars_stand_where_their_time_is():
    # A day, a gap of two days, then a week: ten days in all.
    assert chart_scale.extents([(0, 1), (3, 10)]) == [(0, 0.1), (0.3, 1)]


@pytest.mark.parametrize("spans", [[(0, 5), (0, 5)], [(5, 6), (0, 1)], [(0, 0), (1, 2)]])
def test_bars_that_do_not_follow_each_other_are_equally_wide(spans):
    assert chart_scale.extents(spans) == [(0, 0.5), (0.5, 1)]


@pytest.mark.parametrize(
    ("spans", "whole"),
    [
        ([(0, 2), None, None, (6, 8)], [(0, 2), (2, 4), (4, 6), (6, 8)]),
        ([None, (6, 8), None], [(4, 6), (6, 8), (8, 10)]),
        ([(0, 2), None, (2, 4)], [(0, 2), (2, 2), (2, 4)]),
        ([None, None], [(0, 1), (1, 2)]),
    ],
)
def test_periods_without_maps_share_the_time_between_their_neighbours(spans, whole):
    assert chart_scale.filled(spans) == whole


@pytest.mark.parametrize(("share", "bar"), [(0.0, 0), (0.09, 0), (0.15, 0), (0.25, 1), (0.5, 1), (1.0, 1)])
def test_the_bar_at_a_place_is_the_nearest(share, bar):
    assert chart_scale.bar_at([(0, 0.1), (0.3, 1)], share) == bar


def test_only_bars_too_thin_to_see_are_drawn_together():
    eight = [(n / 8, (n + 1) / 8) for n in range(8)]
    assert chart_scale.drawn_together(eight, 16, 2) == [range(n, n + 1) for n in range(8)]
    assert chart_scale.drawn_together(eight, 4, 2) == [range(4), range(4, 8)]
    wide_first = [(0, 0.5), (0.5, 0.51), (0.51, 0.52), (0.9, 1)]
    assert chart_scale.drawn_together(wide_first, 100, 2) == [range(1), range(1, 3), range(3, 4)]


def test_no_bar_is_left_out_of_two_thousand():
    where = [(n / 2000, (n + 1) / 2000) for n in range(2000)]
    groups = chart_scale.drawn_together(where, 333.3, 2)
    assert [number for group in groups for number in group] == list(range(2000))
    assert len(groups) <= 168


def test_labels_give_way_from_bars_to_months_to_years():
    months = [date(2024 + (6 + n) // 12, (6 + n) % 12 + 1, 1) for n in range(13)]  # July 2024 to July 2025
    levels = chart_scale.label_levels(months)
    assert levels[0] == ("bar", list(range(13)))
    assert ("month", [0, 3, 6, 9, 12]) in levels
    assert ("year", [6]) in levels


def test_days_are_labelled_by_weeks_of_the_month():
    days = [date(2025, 6, 5) + timedelta(n) for n in range(40)]  # 5 June to 14 July
    day_levels = [level.bars for level in chart_scale.label_levels(days) if level.kind == "day"]
    # The 8th, 15th, 22nd of June; the 1st and 8th of July.
    assert day_levels[0] == [3, 10, 17, 26, 33]


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("2025", date(2025, 1, 1)),
        ("2025-06", date(2025, 6, 1)),
        ("2025-Q3", date(2025, 7, 1)),
        ("2025-W01", date(2024, 12, 30)),  # the week of the first Thursday of January
        ("2025-06-14", date(2025, 6, 14)),
        ("2025-02-30", None),
        ("2025-W60", None),
        ("all", None),
        ("", None),
    ],
)
def test_periods_begin_on_the_day_they_are_named_after(period, day):
    assert chart_scale.nominal_day(period) == day


def test_months_are_labelled_by_their_names_although_their_maps_are_older(chart):
    bars = [
        Bar(bar.label, bar.start.addDays(-2), bar.end.addDays(-2), bar.gained_km2, bar.lost_km2, bar.net_km2)
        for bar in monthly(18)
    ]
    chart.show_bars(bars, "")
    chart.resize(300, 300)
    painted(chart)
    assert [str(day) for day in Series(bars).days[5:8]] == ["2024-12-01", "2025-01-01", "2025-02-01"]


def test_labels_that_touch_do_not_fit():
    assert chart_scale.fit([(0, 10), (20, 10)], 10)
    assert not chart_scale.fit([(0, 10), (20, 10)], 11)
    assert chart_scale.fit([], 5)


# What is painted


def test_bars_are_as_tall_as_their_values(chart):
    chart.show_bars(daily([(100.0, 50.0), (50.0, 0.0)]), "")
    image = painted(chart)
    first, second = x_of(chart, 0), x_of(chart, 1)
    # The values span 150 and leave 5 % of that free above and below.
    full = len(plot_rows(chart)) * 100 / 165
    assert count_colour(image, first, palette.GAINED) == pytest.approx(full, abs=4)
    assert count_colour(image, first, palette.LOST) == pytest.approx(full / 2, abs=4)
    assert count_colour(image, second, palette.GAINED) == pytest.approx(full / 2, abs=4)
    assert count_colour(image, second, palette.LOST) == 0


def test_gained_is_above_the_zero_line_and_lost_below(chart):
    chart.show_bars(daily([(100.0, 50.0)]), "")
    image = painted(chart)
    x = x_of(chart, 0)
    column = [image.pixelColor(x, y).name() for y in range(image.height())]
    assert column.index(palette.GAINED) < column.index(palette.LOST)


def test_a_day_without_data_is_a_gap_and_not_zero(chart):
    chart.show_bars(daily([(10.0, 0.0), None, (0.0, 0.0), (10.0, 0.0)]), "")
    image = painted(chart)
    rows = plot_rows(chart)
    y = rows[len(rows) // 2]
    gap, zero = (image.pixelColor(x_of(chart, number), y).name() for number in (1, 2))
    assert zero == "#ffffff"
    assert gap != "#ffffff"
    assert count_colour(image, x_of(chart, 1), palette.GAINED) == 0


def test_the_net_line_breaks_where_there_is_no_data():
    series = Series(daily([(1.0, 0.0), (2.0, 0.0), None, (3.0, 1.0)]))
    # Four days share the width; the line goes from middle to middle.
    assert list(series.net_lines(400, 2)) == [[(0.125, 1.0), (0.375, 2.0)], [(0.875, 2.0)]]


def test_a_month_that_has_only_begun_is_narrow_and_a_point_beside_the_net_line(chart):
    june, july, august = monthly(3, (2025, 6, 1))
    begun = Bar("2025-08", august.start, august.start.addDays(3), 30.0, 0.0, 30.0, complete=False)
    series = Series([june, july, begun])
    widths = [right - left for left, right in series.extents]
    assert widths == pytest.approx([30 / 64, 31 / 64, 3 / 64])
    assert [len(line) for line in series.net_lines(400, 2)] == [2, 1]
    text = bar_text(begun, Units())
    assert "period not complete: drawn as wide as its days" in text
    assert "net a day +10.00 km², over 3 days" in text


def test_days_drawn_together_keep_their_extremes():
    series = Series(daily([(3.0, 0.0), (9.0, 0.0), (0.0, 5.0), (4.0, 0.0)]))
    # In two pixels there is one column for all four.
    assert list(series.net_lines(2, 2)) == [[(0.5, 3.0), (0.5, -5.0), (0.5, 9.0), (0.5, 4.0)]]


def test_time_that_no_bar_covers_is_a_gap_too():
    bars = [*daily([(1.0, 0.0)]), *daily([(1.0, 0.0)], (2025, 6, 4))]
    series = Series(bars)
    assert list(series.gaps()) == [(0.25, 0.75)]
    assert len(list(series.net_lines(400, 2))) == 2


def test_a_period_without_maps_has_its_place_and_no_dates(qtbot, chart):
    june, july, august = monthly(3, (2025, 6, 1))
    nothing = Bar("2025-07", QDateTime(), QDateTime(), None, None, None)
    chart.show_bars([june, nothing, august], "")
    painted(chart)
    # June 30 days, July and August 31 each.
    columns = list(bar_columns(chart).values())
    assert [columns.count(number) / len(columns) for number in range(3)] == pytest.approx(
        [30 / 92, 31 / 92, 31 / 92], abs=0.005
    )
    chart.set_cursor_bar(1)
    assert chart.accessibleDescription() == "2025-07, no data"
    assert july.label in svg_texts(chart)


def test_a_series_without_any_map_is_drawn_as_a_gap(chart):
    nothing = [Bar(f"2025-0{n}", QDateTime(), QDateTime(), None, None, None) for n in (6, 7)]
    chart.show_bars(nothing, "")
    assert count_colour(painted(chart), x_of(chart, 0), "#ffffff") < chart.height() / 2
    assert "2025-06" in svg_texts(chart)
    assert not any("1970" in text for text in svg_texts(chart))


def test_incomplete_periods_are_hatched_and_explained(chart):
    whole = daily([(10.0, 0.0), (10.0, 0.0)])
    begun = Bar("b", whole[1].start, whole[1].end, 10.0, 0.0, 10.0, complete=False)
    chart.show_bars([whole[0], begun], "")
    image = painted(chart)
    x = x_of(chart, 1)
    column = [image.pixelColor(x, y).name() for y in range(image.height())]
    solid = count_colour(image, x_of(chart, 0), palette.GAINED)
    assert 0 < column.count(palette.GAINED) < solid / 2
    assert "incomplete: fewer days" in svg_texts(chart)


def test_one_tall_day_among_two_thousand_is_seen(chart):
    values = [(1.0, 0.0)] * 2000
    values[1234] = (100.0, 0.0)
    chart.show_bars(daily(values, (2020, 1, 1)), "")
    image = painted(chart)
    tallest = max(range(image.width()), key=lambda x: count_colour(image, x, palette.GAINED))
    assert tallest == pytest.approx(x_of(chart, 1234), abs=3)
    assert count_colour(image, tallest, palette.GAINED) > 0.5 * len(plot_rows(chart))


def test_two_thousand_periods_are_painted_at_once_and_then_kept(chart):
    bars = daily([(n % 17, n % 5) for n in range(2000)], (2020, 1, 1))
    chart.show_bars(bars, "")
    chart.resize(1400, 500)
    took = []
    for _again in range(3):
        with Stopwatch() as watch:
            chart.grab()
        took.append(watch.took_s)
    assert took[0] < 0.2  # 17 ms on the machine this was written on
    assert took[2] < 0.05  # below 1 ms
    assert len(Series(bars).groups(1400, 2)) <= 1400 / 2 + 1


def test_miles_shrink_the_figures_and_not_the_bars(chart):
    chart.show_bars(daily([(259.0, 0.0)]), "")
    before = count_colour(painted(chart), x_of(chart, 0), palette.GAINED)
    chart.set_units("sqmi")
    assert count_colour(painted(chart), x_of(chart, 0), palette.GAINED) == pytest.approx(before, abs=2)
    texts = svg_texts(chart)
    assert "sq mi" in texts
    assert "100" in texts  # 259 km² are 100.0 square miles


def test_the_dark_desktop_has_light_letters_on_dark_paper(chart):
    dark = QPalette(chart.palette())
    dark.setColor(QPalette.ColorRole.Base, QColor("#232323"))
    dark.setColor(QPalette.ColorRole.Text, QColor("#eeeeee"))
    chart.show_bars(daily([(10.0, 5.0)]), "Title")
    chart.setPalette(dark)
    image = painted(chart)
    assert image.pixelColor(image.width() - 5, 5).name() == "#232323"
    assert count_colour(image, x_of(chart, 0), palette.GAINED) == 0, "too dark to see on dark paper"
    assert count_colour(image, x_of(chart, 0), palette.NET_RAMP[-1]) > 50


def test_a_dark_theme_made_of_style_sheets_is_followed(qtbot):
    """As QGIS's own: widgets are transparent, and only labels and the window get colours."""
    window = QMainWindow()
    qtbot.addWidget(window)
    chart = SeriesChart()
    window.setCentralWidget(chart)
    window.setStyleSheet(
        "QWidget { background: transparent } QLabel { color: #aaaaaa } QMainWindow { background: #323232 }"
    )
    chart.show_bars(daily([(10.0, 5.0)]), "Title")
    window.resize(500, 400)
    window.show()
    image = painted(chart)
    assert image.pixelColor(image.width() - 5, 5).name() == "#323232"
    heading = [image.pixelColor(x, y).lightness() for x in range(5, 60) for y in range(5, 25)]
    assert max(heading) > 160, "the title is lighter than the paper"
    assert min(heading) >= QColor("#323232").lightness() - 1


def test_twice_the_pixels_show_the_same_picture():
    look = Look(QColor("#ffffff"), QColor("#000000"), QFont())
    plots = []
    for scale in (1, 2):
        image = QImage(QSize(500, 300) * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        painter = QPainter(image)
        plots.append(Picture(monthly(13), "Title", Units()).draw(painter, QRectF(0, 0, 500, 300), look))
        painter.end()
    assert plots[1].width() == pytest.approx(plots[0].width(), abs=8)


def test_time_runs_to_the_right_also_where_one_reads_from_there(chart):
    chart.show_bars(daily([(10.0, 0.0), (0.0, 10.0)]), "")
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = painted(chart)
    assert count_colour(image, x_of(chart, 0), palette.GAINED) > 50
    assert count_colour(image, x_of(chart, 1), palette.LOST) > 50


@pytest.mark.parametrize("size", [(40, 40), (120, 60), (200, 900)])
def test_the_smallest_places_do_no_harm(chart, size):
    chart.show_bars(monthly(13), "A title that is much too long for such a place")
    chart.resize(*size)
    assert not painted(chart).isNull()


def test_a_long_title_takes_more_lines_and_is_not_cut(chart):
    chart.resize(400, 500)
    tops = []
    for title in (
        "Change",
        "Change 1 Jan 2018 – 1 Jan 2019, by month, Sectors of the sample, and of the land beside it",
    ):
        chart.show_bars(monthly(13), title)
        painted(chart)
        tops.append(plot_rows(chart)[0])
        assert not any("…" in text for text in svg_texts(chart))
    assert tops[1] - tops[0] > 0.9 * chart.fontMetrics().height()


# Hover and keyboard


def test_without_a_series_the_chart_states_what_to_do(chart):
    assert "for each day, week, month" in chart.accessibleDescription()
    assert not any(action.isEnabled() for action in chart.actions())


def test_the_arrow_keys_walk_over_the_bars_and_say_their_figures(qtbot, chart):
    chart.show_bars(daily([(10.5, 0.25), None, (3.0, 0.0)]), "June")
    painted(chart)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription() == (
        "2025-06-01, 2025-06-01 to 2025-06-02 (UTC), gained 10.50 km², lost 0.25 km², net +10.25 km²"
    )
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription().endswith("no data")
    qtbot.keyClick(chart, Qt.Key.Key_End)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.cursor_bar() == 2
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.cursor_bar() == 0
    qtbot.keyClick(chart, Qt.Key.Key_PageDown)
    assert chart.cursor_bar() == 2
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.cursor_bar() is None


def test_the_left_key_begins_at_the_latest_bar(qtbot, chart):
    chart.show_bars(monthly(13), "")
    painted(chart)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.cursor_bar() == 12


def test_the_cursor_is_seen(chart):
    chart.show_bars(daily([(10.0, 0.0)] * 3), "")
    before = painted(chart)
    chart.set_cursor_bar(1)
    after = painted(chart)
    y = plot_rows(chart)[3]
    assert before.pixelColor(x_of(chart, 1), y) != after.pixelColor(x_of(chart, 1), y)
    assert before.pixelColor(x_of(chart, 2), y) == after.pixelColor(x_of(chart, 2), y)


def test_enter_and_a_click_choose_a_bar(qtbot, chart):
    chart.show_bars(daily([(100.0 if number == 7 else 1.0, 0.0) for number in range(13)]), "")
    image = painted(chart)
    chart.set_cursor_bar(4)
    with qtbot.waitSignal(chart.bar_chosen) as chosen:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert chosen.args == [4]
    tall = [x for x in range(image.width()) if count_colour(image, x, palette.GAINED) > chart.height() / 3]
    point = QPoint(tall[len(tall) // 2], chart.height() // 2)
    with qtbot.waitSignal(chart.bar_chosen) as chosen:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=point)
    assert chosen.args == [7]
    with qtbot.assertNotEmitted(chart.bar_chosen):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_the_mouse_shows_the_figures_of_the_bar_it_is_on(qtbot, chart):
    chart.show_bars(monthly(13), "")
    painted(chart)
    middle = chart.height() // 2
    point = QPoint(x_of(chart, 3), middle)
    QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, point, chart.mapToGlobal(point)))
    assert QToolTip.text().startswith("2024-10\n")
    QToolTip.hideText()
    qtbot.mouseMove(chart, QPoint(x_of(chart, 4), middle))
    assert chart.cursor_bar() is None, "only a click moves the cursor"


def test_the_figures_follow_the_units_and_tell_what_is_special(chart, qtbot):
    bar = Bar("2025-06", utc(2025, 6, 1), utc(2025, 7, 1), 2.589988110336, None, None, False, "raw maps end early")
    chart.show_bars([bar], "")
    chart.set_units("sqmi")
    painted(chart)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert QToolTip.text().splitlines() == [
        "2025-06",
        "2025-06-01 to 2025-07-01 (UTC)",
        "gained 1.00 sq mi",
        "lost –",
        "net –",
        "period not complete: drawn as wide as its days",
        "raw maps end early",
    ]


def test_a_new_series_begins_without_a_cursor(chart):
    chart.show_bars(monthly(13), "")
    chart.set_cursor_bar(12)
    chart.show_bars(monthly(2), "")
    assert chart.cursor_bar() is None
    painted(chart)


# Pictures


def svg_texts(chart):
    with tempfile.TemporaryDirectory() as folder:
        chart.save(f"{folder}/chart.svg")
        root = ElementTree.parse(f"{folder}/chart.svg").getroot()
    return {"".join(node.itertext()).strip() for node in root.iter("{http://www.w3.org/2000/svg}text")}


def test_a_saved_svg_states_what_it_shows(chart, tmp_path):
    chart.show_bars(monthly(13), "Ground gained & lost", "Source: maps of a newsroom")
    chart.save(str(tmp_path / "a.svg"))
    root = ElementTree.fromstring((tmp_path / "a.svg").read_text(encoding="utf-8"))
    texts = " | ".join("".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text"))
    for wanted in (
        "Ground gained & lost",
        "1 Jul 2024 to 1 Aug 2025 (UTC)",
        "km²",
        "Source: maps of a newsroom",
        "gained",
        "lost",
        "net",
        "2024-07",
    ):
        assert wanted in texts
    assert root.get("viewBox") == "0 0 1000 560"
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "Ground gained & lost"


def test_a_saved_png_is_on_white_also_when_the_desktop_is_dark(chart, tmp_path):
    dark = QPalette()
    dark.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    chart.setPalette(dark)
    chart.show_bars(daily([(10.0, 1.0)]), "June")
    chart.save(str(tmp_path / "a.png"))
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (2000, 1120)
    assert image.pixelColor(3, 3).name() == "#ffffff"
    assert count_colour(image, 700, palette.GAINED) > 200


def test_saving_is_asked_for_and_reported(monkeypatch, qtbot, chart, tmp_path):
    chart.show_bars(monthly(2), "")
    answers = iter([(str(tmp_path / "june"), "SVG drawing (*.svg)"), (str(tmp_path / "june.jpg"), "")])
    monkeypatch.setattr(chart_module.QFileDialog, "getSaveFileName", lambda *_args: next(answers))
    with qtbot.waitSignal(chart.reported) as signal:
        chart.ask_and_save()
    assert signal.args == ["Chart saved in june.svg"]
    with qtbot.waitSignal(chart.reported) as signal:
        chart.ask_and_save()
    assert "must end in .svg or .png" in signal.args[0]
    assert [path.name for path in tmp_path.iterdir()] == ["june.svg"]


def test_a_full_disk_is_reported_in_words(monkeypatch, chart, tmp_path):
    def fail(_path, _content):
        raise OSError(28, "No space left on device")

    chart.show_bars(monthly(2), "")
    monkeypatch.setattr(saving.Path, "write_bytes", fail)
    with pytest.raises(SavingError, match="the disk is full"):
        chart.save(str(tmp_path / "a.png"))


def test_a_qgis_without_svg_states_so(monkeypatch, chart, tmp_path):
    chart.show_bars(monthly(2), "")
    monkeypatch.setitem(sys.modules, "qgis.PyQt.QtSvg", None)
    with pytest.raises(SavingError, match="Save the chart as PNG"):
        chart.save(str(tmp_path / "a.svg"))
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_saved_where_nothing_is_shown(chart, tmp_path):
    with pytest.raises(SavingError, match="A chart is drawn when"):
        chart.save(str(tmp_path / "a.png"))
    assert list(tmp_path.iterdir()) == []


def test_the_picture_is_copied_for_an_article(chart):
    chart.show_bars(monthly(2), "")
    chart.copy_picture()
    assert QApplication.clipboard().image().width() == 2000


def test_month_names_are_the_readers(chart):
    QLocale.setDefault(QLocale("uk_UA"))
    chart.show_bars(daily([(1.0, 0.0)] * 300, (2025, 1, 1)), "")
    assert any("черв" in text for text in svg_texts(chart))
