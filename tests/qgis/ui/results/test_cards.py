# SPDX-License-Identifier: GPL-2.0-or-later
"""The cards of a result: what they say, how they flow, that they can be read on light and dark."""

from itertools import product

import pytest
from frontline_change.formatting import Units
from frontline_change.ui.results.cards import Card, Cards
from frontline_change.ui.results.colours import contrast, role_colour
from frontline_change.ui.results.result import Result, cards_of
from frontline_change.ui.setup.jobs import Job
from frontline_change.ui.setup.modes import SERIES, Mode
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime
from qgis.PyQt.QtGui import QColor, QFont, QPalette, QTextDocument
from qgis.PyQt.QtWidgets import QApplication, QLabel
from rules import every

JUNE = [
    Card("Gained", "556", "km²", "± 31 km²", "gained"),
    Card("Lost", "0", "km²", "", "lost"),
    Card("Net", "+556", "km²", "± 31 km²", "net"),
    Card("Deepest advance", "12.6", "km", "Donetsk & <north>", "depth"),
    Card("Pace", "18.5", "km² a day", "", "pace"),
]


@pytest.fixture
def cards(qtbot):
    cards = Cards()
    qtbot.addWidget(cards)
    cards.show_cards(JUNE)
    cards.resize(1200, cards.heightForWidth(1200))
    cards.show()
    return cards


def labels(cards):
    return [label for label in cards.findChildren(QLabel) if label.isVisible()]


def texts(cards):
    document = QTextDocument()
    found = []
    for label in labels(cards):
        document.setHtml(label.text())
        found.append(document.toPlainText())
    return found


def columns(cards):
    return len({label.mapTo(cards, label.rect().topLeft()).x() for label in labels(cards)})


def test_a_card_states_title_value_unit_and_error(cards):
    assert texts(cards)[0] == "Gained\n556 km²\n± 31 km²"
    assert texts(cards)[1] == "Lost\n0 km²"


def test_names_are_never_taken_for_markup(cards):
    assert texts(cards)[3] == "Deepest advance\n12.6 km\nDonetsk & <north>"


def test_a_screen_reader_gets_the_card_in_one_line(cards):
    assert labels(cards)[0].accessibleName() == "Gained: 556 km² (± 31 km²)"
    assert labels(cards)[4].accessibleName() == "Pace: 18.5 km² a day"


def test_cards_are_reached_by_keyboard_and_their_text_selected(cards):
    keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
    for label in labels(cards):
        assert label.focusPolicy() == Qt.FocusPolicy.StrongFocus
        assert label.textInteractionFlags() & keyboard


def test_one_sees_which_card_the_keyboard_is_on(cards, qtbot):
    cards.activateWindow()
    labels(cards)[1].setFocus()
    qtbot.waitUntil(labels(cards)[1].hasFocus, timeout=60_000)
    corners = [label.parentWidget().grab().toImage() for label in labels(cards)[:2]]
    seen = [image.pixelColor(image.width() - 1, 0) for image in corners]
    assert seen[1] == cards.palette().color(QPalette.ColorRole.Highlight) != seen[0]


def test_all_cards_as_lines_to_paste(cards):
    assert cards.text().splitlines()[::4] == ["Gained: 556 km² (± 31 km²)", "Pace: 18.5 km² a day"]


def test_fewer_cards_leave_none_of_the_old_ones(cards):
    cards.show_cards(JUNE[:2])
    assert len(labels(cards)) == 2
    assert len(cards.text().splitlines()) == 2
    cards.show_cards([])
    assert labels(cards) == []
    assert cards.heightForWidth(400) == 0


def test_cards_stand_in_one_row_and_wrap_in_a_narrow_dock(cards):
    assert columns(cards) == 5
    narrow = 2 * cards.layout().minimumSize().width()
    cards.resize(narrow, cards.heightForWidth(narrow))
    QApplication.processEvents()
    assert columns(cards) in (1, 2)
    for label in labels(cards):
        assert cards.rect().contains(label.parentWidget().geometry())
    assert cards.heightForWidth(narrow) > 2 * cards.heightForWidth(1200)


def test_no_two_cards_overlap_when_they_wrap(cards):
    cards.resize(420, cards.heightForWidth(420))
    QApplication.processEvents()
    boxes = [label.parentWidget().geometry() for label in labels(cards)]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])


def test_the_first_card_is_on_the_right_where_one_reads_from_there(cards):
    cards.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    first, last = labels(cards)[0].parentWidget(), labels(cards)[4].parentWidget()
    assert first.x() > last.x()


def test_larger_letters_make_larger_cards(cards):
    before = cards.heightForWidth(1200)
    font = QFont(cards.font())
    font.setPointSizeF(2 * font.pointSizeF())
    cards.setFont(font)
    QApplication.processEvents()
    assert cards.heightForWidth(1200) > 1.5 * before


def test_contrast_is_that_of_the_standard():
    # The ends of the scale, and the grey #767676 that is known as the lightest readable one on white.
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("#ffffff")) == pytest.approx(4.54, abs=0.005)


@every(
    "role, background",
    product(["gained", "lost", "net", "depth", "pace"], ["#ffffff", "#f0f0f0", "#323232", "#232323", "#1e1d23"]),
)
def test_every_colour_can_be_reported_from_the_paper(role, background):
    assert contrast(role_colour(role, QColor(background)), QColor(background)) >= 4.5
    for side_colour in ("#1a9850", "#ffd700", "#2166ac"):
        assert contrast(role_colour(role, QColor(background), side_colour), QColor(background)) >= 4.5


def test_gains_have_the_colour_of_the_side():
    green = role_colour("gained", QColor("#ffffff"), "#1a9850")
    assert green.green() > max(green.red(), green.blue())
    assert role_colour("net", QColor("#ffffff"), "#1a9850") == role_colour("net", QColor("#ffffff"))


@pytest.mark.parametrize(
    ("kind", "period", "words"),
    [
        ("month", "2025-05", "in May 2025"),
        ("week", "2025-W23", "in the week of 2 June 2025"),
        ("custom", "2025-05-20", "in the period from 20 May 2025"),
        ("snapshot", "2025-05-20", "from 20 May 2025 to 2 June 2025"),
    ],
)
def test_the_card_of_the_deepest_advance_names_its_period_in_words(in_english, kind, period, words):
    figures = {"gained_km2": 3.0, "lost_km2": 0.0, "net_km2": 3.0}
    before, after = (QDateTime(QDate(*day), QTime(0, 0), Qt.TimeSpec.UTC) for day in ((2025, 5, 20), (2025, 6, 2)))
    dates = {"date_before": before, "date_after": after}
    result = Result(Job(Mode(SERIES, kind), {}), "", "", [])
    result.rows = [
        {"sector": "all", "period": "2025-01", "advance_max_km": 1.0, **figures, **dates},
        {"sector": "all", "period": period, "advance_max_km": 12.61, **figures, **dates},
        {"sector": "all", "period": "2025-07", "advance_max_km": None, **figures, **dates},
    ]
    deepest = cards_of(result, Units())[3]
    assert deepest.text == f"Deepest advance: 12.6 km ({words})"
