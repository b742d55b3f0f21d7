# SPDX-License-Identifier: GPL-2.0-or-later
"""The time strip: handles by mouse and keyboard, what it tells, and what it looks like in every theme and size."""

from dataclasses import replace

import pytest
from frontline_change.ui.setup.found_maps import FoundMap
from frontline_change.ui.setup.time_strip import TimeStrip
from heartbeat import Stopwatch
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDate, QDateTime, QEvent, QPoint, QPointF, Qt, QTime, QTimeZone
from qgis.PyQt.QtGui import QColor, QFont, QImage, QMouseEvent, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QToolTip

keys = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def one(day, layer_id="archive", unchanged=False, clock=(0, 0)):
    instant = QDateTime(QDate(2025, 1, 1).addDays(day), QTime(*clock), QTimeZone(b"UTC"))
    return FoundMap(layer_id, "Archive", instant, "deepstate", ("held",), unchanged, True)


def maps(*days, **more):
    return [one(day, **more) for day in days]


@pytest.fixture
def strip(qgis_app, qtbot, in_english):
    shown = TimeStrip()
    qtbot.addWidget(shown)
    shown.resize(600, shown.sizeHint().height())
    shown.show()
    shown.set_maps(maps(*range(11)))
    shown.received = []
    shown.moved.connect(lambda *span: shown.received.append(span))
    return shown


def at(strip, index):
    """Where a map is drawn."""
    return strip.map_rect(index).center().toPoint()


# The span


def test_the_last_step_is_chosen_first(strip):
    assert strip.span() == (9, 10)
    assert strip.received == []


def test_a_span_that_is_set_is_not_reported_as_moved(strip):
    strip.set_span(2, 7)
    assert strip.span() == (2, 7)
    strip.set_span(8, 3)  # in either order
    assert strip.span() == (3, 8)
    strip.set_span(-5, 99)
    assert strip.span() == (0, 10)
    assert strip.received == []


def test_the_handles_stay_on_their_maps(strip):
    strip.set_span(2, 7)
    strip.set_maps(maps(-3, -2, *range(11), 30))
    assert strip.span() == (4, 9)
    strip.set_maps(maps(40, 41, 42))  # none of them is there any more
    assert strip.span() == (1, 2)


def alone(day, layer_id):
    """The one map of a layer."""
    return replace(one(day, layer_id), many_dated=False)


def test_a_handle_stays_on_a_map_whose_date_is_corrected(strip):
    strip.set_maps([alone(0, "a"), alone(1, "b"), alone(2, "c"), alone(3, "d")])
    strip.set_span(1, 2)
    strip.set_maps([alone(0, "a"), alone(2, "c"), alone(3, "d"), alone(9, "b")])  # b is of a later day
    assert strip.span() == (1, 3)


@pytest.mark.parametrize("days", [(), (3,)])
def test_too_few_maps_for_a_span(strip, days):
    strip.set_maps(maps(*days))
    strip.set_span(0, 1)
    for key in (keys.Key_Left, keys.Key_End, keys.Key_PageUp):
        QTest.keyClick(strip, key)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton)
    QTest.mouseMove(strip, QPoint(20, 20))
    strip.grab()
    assert strip.received == []
    assert strip.accessibleDescription()


# The mouse


def test_a_click_moves_the_nearer_handle(strip):
    strip.set_span(2, 8)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at(strip, 4))
    assert strip.span() == (4, 8)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at(strip, 7))
    assert strip.span() == (4, 7)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at(strip, 0))
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at(strip, 10))
    assert strip.span() == (0, 10)
    assert strip.received == [(4, 8), (4, 7), (0, 7), (0, 10)]


def test_a_click_between_maps_snaps_to_the_nearest(strip):
    strip.set_maps(maps(0, 10, 100))
    strip.set_span(0, 2)
    left, right = at(strip, 0).x(), at(strip, 2).x()
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(left + (right - left) // 4, 10))
    assert strip.span() == (1, 2)


def drag(strip, begin, end):
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=begin)
    for share in (0.3, 0.7, 1.0):
        position = QPointF(begin + (end - begin) * share)
        buttons = Qt.MouseButton.LeftButton
        QApplication.sendEvent(
            strip,
            QMouseEvent(
                QEvent.Type.MouseMove,
                position,
                QPointF(strip.mapToGlobal(position.toPoint())),
                Qt.MouseButton.NoButton,
                buttons,
                Qt.KeyboardModifier.NoModifier,
            ),
        )
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=end)


def test_a_handle_is_dragged_and_stops_before_the_other(strip):
    strip.set_span(2, 6)
    drag(strip, at(strip, 6), at(strip, 9))
    assert strip.span() == (2, 9)
    drag(strip, at(strip, 2), at(strip, 10))
    assert strip.span() == (8, 9)
    drag(strip, at(strip, 9), QPoint(5000, 5))
    assert strip.span() == (8, 10)


def test_two_handles_on_one_pixel_can_both_be_taken(strip):
    strip.set_maps(maps(*range(2000)))
    strip.set_span(1000, 1001)
    x, grip = at(strip, 1000).x(), round(0.3 * strip.fontMetrics().height())  # the middle of a handle
    drag(strip, QPoint(x - grip, 30), at(strip, 400))
    assert strip.span()[0] == pytest.approx(400, abs=5)
    assert strip.span()[1] == 1001
    strip.set_span(1000, 1001)
    drag(strip, QPoint(x + grip, 30), at(strip, 1600))
    assert strip.span()[0] == 1000
    assert strip.span()[1] == pytest.approx(1600, abs=5)


def test_the_mouse_shows_the_map_below_it(strip):
    strip.set_maps([one(0), one(1, unchanged=True), one(2), one(12, clock=(20, 7))])
    QTest.mouseMove(strip, at(strip, 1))
    QApplication.processEvents()
    assert strip.map_text(0) == "1 Jan 2025\nArchive (DeepState, full map)"
    assert "The same as the map before it" in strip.map_text(1)
    assert strip.map_text(3).startswith("13 Jan 2025, 20:07 UTC")
    assert "No map in the 11 days before it" in strip.map_text(3)
    QToolTip.hideText()


# The keyboard


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (keys.Key_Left, Qt.KeyboardModifier.NoModifier, (3, 5)),
        (keys.Key_Right, Qt.KeyboardModifier.NoModifier, (3, 7)),
        (keys.Key_Left, SHIFT, (2, 6)),
        (keys.Key_Right, SHIFT, (4, 6)),
        (keys.Key_End, Qt.KeyboardModifier.NoModifier, (3, 10)),
        (keys.Key_Home, SHIFT, (0, 6)),
        (keys.Key_Home, Qt.KeyboardModifier.NoModifier, (3, 4)),  # not beyond the other handle
        (keys.Key_End, SHIFT, (5, 6)),
    ],
)
def test_keys_move_the_handles(strip, key, modifier, expected):
    strip.set_span(3, 6)
    QTest.keyClick(strip, key, modifier)
    assert strip.span() == expected
    assert strip.received == [expected]


def test_page_keys_move_by_a_month_as_of_that_day(strip):
    strip.set_maps(
        maps(0, 14, 30, 31, 45, 58, 59, 89, 90)
    )  # 1, 15, 31 January, 1, 15, 28 February, 1, 31 March, 1 April
    strip.set_span(0, 4)
    QTest.keyClick(strip, keys.Key_PageDown)  # 15 March: the map of the 1st stands
    assert strip.span() == (0, 6)
    QTest.keyClick(strip, keys.Key_PageUp)
    assert strip.span() == (0, 3)
    QTest.keyClick(strip, keys.Key_PageUp)
    assert strip.span() == (0, 1)
    strip.set_span(0, 8)
    QTest.keyClick(strip, keys.Key_PageDown, SHIFT)
    assert strip.span() == (3, 8)


def test_a_month_without_maps_is_passed_over(strip):
    strip.set_maps(maps(0, 1, 200))
    strip.set_span(0, 1)
    QTest.keyClick(strip, keys.Key_PageDown)
    assert strip.span() == (0, 2)


def test_other_keys_are_left_to_the_dock(strip):
    from qgis.PyQt.QtGui import QKeyEvent

    event = QKeyEvent(QEvent.Type.KeyPress, keys.Key_A, Qt.KeyboardModifier.NoModifier)
    strip.keyPressEvent(event)
    assert not event.isAccepted()


def test_it_is_reached_by_tab_and_reports_what_it_is_on(strip):
    assert strip.focusPolicy() & Qt.FocusPolicy.TabFocus
    strip.set_span(2, 6)
    text = strip.accessibleDescription()
    assert strip.accessibleName()
    assert "3 Jan 2025 (map 3 of 11)" in text
    assert "7 Jan 2025 (map 7 of 11)" in text
    QTest.keyClick(strip, keys.Key_Right)
    assert "8 Jan 2025 (map 8 of 11)" in strip.accessibleDescription()


def test_one_sees_where_the_keys_go(strip):
    QApplication.setActiveWindow(strip)
    strip.clearFocus()
    without = painted(picture(strip))
    strip.setFocus()
    assert strip.hasFocus()
    assert painted(picture(strip)) > without + strip.width()


def test_several_maps_of_one_instant_can_all_be_reached(strip):
    strip.set_maps([one(0, "a"), one(5, "a"), one(5, "b"), one(5, "c"), one(9, "a")])
    strip.set_span(0, 4)
    reached = []
    for _ in range(3):
        QTest.keyClick(strip, keys.Key_Left)
        reached.append(strip.span()[1])
    assert reached == [3, 2, 1]


# Gaps


def test_gaps_are_longer_than_the_usual_step(strip):
    strip.set_maps(maps(0, 1, 2, 4, 5, 6, 16, 17))
    assert strip.gap_count() == 2
    strip.set_maps(maps(0, 30, 61, 92))  # months are no gaps
    assert strip.gap_count() == 0


# What it looks like


def picture(strip, scale=1):
    image = QImage(strip.size() * scale, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(scale)
    image.fill(strip.palette().color(QPalette.ColorRole.Window))
    strip.render(image)
    return image


def painted(image):
    """How many pixels differ from the ground."""
    ground = image.pixel(0, 0)
    return sum(image.pixel(x, y) != ground for x in range(image.width()) for y in range(image.height()))


def dark(strip):
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#202326"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#fcfcfc"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#3daee9"))
    strip.setPalette(palette)


@pytest.mark.parametrize("count", [2, 3, 418, 2000])
def test_the_span_and_the_ticks_are_drawn_in_colours_of_the_theme(strip, count):
    for theme in (lambda _strip: None, dark):
        theme(strip)
        strip.set_maps(maps(*range(count)))
        strip.set_span(0, count - 1)
        whole = painted(picture(strip))
        strip.set_span(count - 2, count - 1)
        assert painted(picture(strip)) < whole or count < 3
        ground = QColor(picture(strip).pixel(0, 0))
        ink = strip.palette().color(QPalette.ColorRole.WindowText)
        axis = QColor(picture(strip).pixel(strip.width() // 2, round(strip.map_rect(0).bottom())))
        assert abs(axis.lightness() - ground.lightness()) > abs(ink.lightness() - ground.lightness()) / 4


def apart(one, other):
    """How far two colours are apart, of 765."""
    return sum(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3]))


@pytest.mark.parametrize("theme", ["default", "Night Mapping", "Blend of Gray"])
def test_it_has_the_colour_of_text_under_every_theme_of_qgis(strip, qtbot, theme):
    """Their style sheets give a colour to labels, and none to a widget of our own."""
    if theme not in QgsApplication.uiThemes():
        pytest.skip(f"this QGIS has no theme {theme}")
    QgsApplication.setUITheme(theme)
    try:
        label = QLabel("text")
        qtbot.addWidget(label)
        label.show()
        image, text = picture(strip), label.palette().color(QPalette.ColorRole.WindowText)
        colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
        ground = QColor(image.pixel(0, 0))
        nearest = min(apart(QColor(colour), text) for colour in colours)
        assert nearest < 0.1 * apart(ground, text)
    finally:
        QgsApplication.setUITheme("default")


def test_two_thousand_maps_are_drawn_at_once(strip):
    strip.set_maps(maps(*range(2000)))
    with Stopwatch() as watch:
        for _ in range(5):
            strip.grab()
    assert watch.took_s / 5 < 0.05


def test_it_grows_with_the_font_and_stays_sharp_at_200_percent(strip):
    small = strip.sizeHint()
    font = QFont(strip.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    strip.setFont(font)
    assert strip.sizeHint().height() == pytest.approx(2 * small.height(), rel=0.1)
    assert painted(picture(strip, 2)) > painted(picture(strip, 1)) * 2


def test_time_runs_to_the_right_in_every_language(strip):
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert at(strip, 0).x() < at(strip, 10).x()
    strip.set_span(3, 6)
    QTest.keyClick(strip, keys.Key_Right)
    assert strip.span() == (3, 7)
    strip.grab()


def test_it_is_painted_however_narrow(strip, qtbot):
    for width in (1, 10, 60, 3000):
        strip.resize(width, strip.height())
        strip.grab()
