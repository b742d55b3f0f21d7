# SPDX-License-Identifier: GPL-2.0-or-later
"""The question which ground is the side's: the table, the search in the maps, and earlier answers."""

import threading

import pytest
from frontline_change.processing.inputs.how_to_read import HowToRead
from frontline_change.processing.inputs.map_values import MapValue, MapValues, merged
from frontline_change.ui.setup import values_finder
from frontline_change.ui.setup.earlier_answers import answer_for, with_answer
from frontline_change.ui.setup.values_box import ROWS_AT_MOST, ValuesBox
from frontline_change.ui.setup.values_finder import MapToAsk, ValuesFinder
from layers import box, box_km2, layer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel

pytestmark = pytest.mark.usefixtures("in_english")

RED = MapValue("RSF", 1, 1234.4, "#ff0000", "")
BLUE = MapValue("SAF, army", 2, 0.5, "", "")
TWO = MapValues("side", (RED, BLUE), "Which?")


@pytest.fixture
def table(qtbot):
    shown = ValuesBox()
    qtbot.addWidget(shown)
    return shown


def test_each_value_is_asked_about_and_none_is_preselected(table):
    assert table.isHidden()
    table.show_values(TWO, {})
    assert not table.isHidden()
    assert "“side”" in table.question.text()
    assert [box.currentData() for box in table.boxes.values()] == ["", ""]
    assert [table.boxes["RSF"].itemText(n) for n in range(6)] == [
        "Choose …",
        "Held by the side",
        "Contested",
        "Claimed",
        "Liberated",
        "Not held",
    ]
    assert table.classes() == {}


def test_a_choice_is_reported(table, qtbot):
    table.show_values(TWO, {"SAF, army": "other"})
    box = table.boxes["RSF"]
    with qtbot.waitSignal(table.changed, timeout=1000):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert table.classes() == {"RSF": "held", "SAF, army": "other"}


def test_the_same_again_keeps_the_widgets_and_their_focus(table):
    assert table.show_values(TWO, {"RSF": "held"})
    box = table.boxes["RSF"]
    assert not table.show_values(TWO, {"RSF": "held"})
    assert table.boxes["RSF"] is box
    assert table.show_values(TWO, {"RSF": "other"})
    assert table.classes() == {"RSF": "other"}


def test_a_screen_reader_hears_value_and_area(table):
    table.show_values(TWO, {})
    assert table.boxes["RSF"].accessibleName() == "Class of “RSF”, 1,234 km²"
    assert table.boxes["SAF, army"].accessibleName() == "Class of “SAF, army”, 0.50 km²"


def test_a_value_like_html_is_shown_as_it_is(table):
    table.show_values(MapValues("name", (MapValue("<b>x</b>", 1, None, "", ""), BLUE), "Which?"), {})
    (label,) = [one for one in table.findChildren(QLabel) if one.buddy() is table.boxes["<b>x</b>"]]
    assert label.text() == "<b>x</b>"
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.toolTip() == "<qt>&lt;b&gt;x&lt;/b&gt;</qt>"


def test_values_that_find_no_room_are_counted(table):
    many = tuple(MapValue(f"v{n}", 1, 100.0 - n, "", "") for n in range(ROWS_AT_MOST + 3))
    table.show_values(MapValues("name", many, "Which?"), {})
    assert len(table.boxes) == ROWS_AT_MOST
    assert table.rest.text() == "3 more values count as not held."
    table.show_values(TWO, {})
    assert table.rest.isHidden()


def test_without_values_it_hides(table):
    table.show_values(TWO, {"RSF": "held"})
    table.show_values(MapValues(), {})
    assert table.isHidden()
    assert table.classes() == {}


# Two layers as one


def test_what_two_maps_share_has_the_area_of_the_later_one():
    later = MapValues("side", (MapValue("RSF", 1, 2000.0, "#ff0000", ""),), "")
    both = merged([TWO, later])
    assert [(one.value, one.area_km2) for one in both.values] == [("RSF", 2000.0), ("SAF, army", 0.5)]
    assert (both.field, both.question) == ("side", "Which?")
    assert merged([TWO, MapValues("owner", (RED,), "")]).field == ""


# Earlier answers


def test_the_answer_that_knows_most_of_the_values_is_found_again():
    answers = with_answer({"RSF": "held", "SAF": "other"}, [])
    answers = with_answer({"RSF": "other", "x": "held", "y": "held"}, answers)
    assert answer_for(["RSF", "SAF"], answers) == {"RSF": "held", "SAF": "other"}
    assert answer_for(["RSF", "SAF", "SPLM", "none"], answers) == {"RSF": "held", "SAF": "other"}
    assert answer_for(["SAF", "a", "b"], answers) == {}
    assert answer_for([], answers) == {}


def test_a_new_answer_replaces_the_old_one_of_the_same_values():
    answers = with_answer({"RSF": "held"}, [])
    answers = with_answer({"RSF": "other", "SAF": "held"}, answers)
    assert answer_for(["RSF", "SAF"], answers) == {"RSF": "other", "SAF": "held"}
    assert len(answers) == 1


@pytest.mark.parametrize("broken", ["", "[]", "null", '{"RSF": 1}', '{"RSF": ["held"]}', '{"RSF": "x"}'])
def test_a_broken_answer_is_none(broken):
    assert answer_for(["RSF"], [broken]) == {}


# The search


def two_sided(name="front_20250601"):
    shapes = box(30, 50, 31, 51), box(31, 50, 33, 51)
    return layer(name, *shapes, fields="controlled_by:string", rows=[("RSF",), ("SAF",)])


@pytest.fixture
def finder():
    searching = ValuesFinder()
    yield searching
    searching.close()


def test_the_values_of_a_map_are_found_once(finder, qtbot, monkeypatch):
    reads = []
    read = values_finder.values_to_ask
    monkeypatch.setattr(values_finder, "values_to_ask", lambda *given: reads.append(1) or read(*given))
    wanted = [MapToAsk(two_sided(), None, HowToRead())]
    with qtbot.waitSignal(finder.found, timeout=60_000, check_params_cb=lambda found: bool(found.values)) as signal:
        finder.look(wanted)
    (found,) = signal.args
    assert found.question
    assert {one.value: round(one.area_km2) for one in found.values} == {
        "RSF": round(box_km2(30, 50, 31, 51)),
        "SAF": round(box_km2(31, 50, 33, 51)),
    }
    shown = []
    finder.found.connect(shown.append)
    finder.look([])
    finder.look(wanted)
    assert shown == [MapValues(), found]
    assert len(reads) == 1


def test_a_layer_that_cannot_be_read_has_no_values(finder, qtbot):
    shown = []
    finder.found.connect(shown.append)
    finder.look([MapToAsk(two_sided("undated"), None, HowToRead())])
    qtbot.waitUntil(lambda: not finder.is_searching, timeout=60_000)
    assert shown == [MapValues(), MapValues()]


def test_nothing_is_read_during_a_run(finder, qtbot):
    shown = []
    finder.found.connect(shown.append)
    finder.pause(True)
    finder.look([MapToAsk(two_sided(), None, HowToRead())])
    qtbot.wait(2 * values_finder.PAUSE_MS)
    assert shown == [MapValues()]
    assert not finder.is_searching
    finder.pause(False)
    qtbot.waitUntil(lambda: len(shown) == 2, timeout=60_000)
    assert shown[1].question


def test_another_choice_stops_the_search(finder, qtbot, monkeypatch):
    begun, stopped = threading.Event(), threading.Event()

    def read_long(_layer, _how, cancelled, _given):
        begun.set()
        while not cancelled():
            stopped.wait(0.01)
        stopped.set()
        return TWO

    monkeypatch.setattr(values_finder, "values_to_ask", read_long)
    shown = []
    finder.found.connect(shown.append)
    finder.look([MapToAsk(two_sided(), None, HowToRead())])
    qtbot.waitUntil(begun.is_set, timeout=60_000)
    finder.look([])
    qtbot.waitUntil(stopped.is_set, timeout=60_000)
    qtbot.wait(300)
    assert not any(one.values for one in shown)
