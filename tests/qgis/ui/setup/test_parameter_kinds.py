# SPDX-License-Identifier: GPL-2.0-or-later
"""The form of parameters, one kind at a time: its default, what a person sets, what is put back, and the signal."""

from dataclasses import dataclass

import pytest
from frontline_change.ui.setup.parameter_form import ParameterForm
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QLineEdit

pytestmark = pytest.mark.usefixtures("in_english")


@dataclass
class Definition:
    """What the form asks of a parameter's definition."""

    kind: str
    default: object
    choices: tuple[str, ...] = ()

    def type(self):
        return self.kind

    def name(self):
        return self.kind.upper()

    def description(self):
        return f"A {self.kind}"

    def help(self):
        return f"Help for a {self.kind}."

    def defaultValue(self):
        return self.default

    def options(self):
        return list(self.choices)

    def allowMultiple(self):
        return False

    def dataType(self):
        return None

    def minimum(self):
        return 0.0

    def maximum(self):
        return 1e300


DEFINITIONS = [
    Definition("number", 700.0),
    Definition("enum", "month", ("day", "month", "year")),
    Definition("boolean", False),
    Definition("string", "a"),
    Definition("crs", ""),  # a kind without a widget
]


@pytest.fixture
def form(qgis_app, qtbot):
    form = ParameterForm(DEFINITIONS, {})
    qtbot.addWidget(form)
    form.show()
    return form


def test_each_kind_has_a_labelled_widget_that_shows_the_default(form):
    assert list(form.widgets) == ["NUMBER", "ENUM", "BOOLEAN", "STRING"]
    assert [label.text() for label in form.labels.values()] == ["A number", "A enum", "A boolean", "A string"]
    assert form.values() == {} and form.texts() == []
    assert form.widgets["NUMBER"].text() == "700"
    assert form.widgets["NUMBER"].toolTip() == "Help for a number."
    assert all(label.buddy() is form.widgets[name] for name, label in form.labels.items())


def test_what_a_person_enters_is_a_value(form, qtbot):
    changes = []
    form.changed.connect(lambda: changes.append(form.values()))
    number, choice, box, line = form.widgets.values()
    number.setFocus()
    number.selectAll()
    QTest.keyClicks(number, "1500.25")
    QTest.keyClick(choice, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.keyClicks(line, "b")
    assert isinstance(box, QCheckBox) and isinstance(choice, QComboBox) and isinstance(line, QLineEdit)
    assert form.values() == {"NUMBER": 1500.25, "ENUM": "year", "BOOLEAN": True, "STRING": "ab"}
    assert form.texts() == ["A number: 1,500.25", "A enum: Year", "A boolean: True", "A string: ab"]
    assert changes[-1] == form.values()


def test_values_are_put_back_and_all_others_go_to_their_default(form):
    form.set_values({"NUMBER": 12, "ENUM": "day", "BOOLEAN": True, "STRING": "z"})
    assert form.values() == {"NUMBER": 12.0, "ENUM": "day", "BOOLEAN": True, "STRING": "z"}
    form.set_values({"STRING": "y"})
    assert form.values() == {"STRING": "y"}
