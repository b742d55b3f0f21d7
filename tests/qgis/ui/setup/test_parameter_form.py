# SPDX-License-Identifier: GPL-2.0-or-later
"""The form of optional parameters: a choice without a default can be made, is kept, and can be taken back."""

from frontline_change.ui.setup.options import Options


def test_a_choice_without_a_default(frontline, qtbot):
    options = Options({})
    qtbot.addWidget(options)
    options.show_algorithm("frontline:sectorchange")
    combo = options.form.widgets["ERROR_PRESET"]
    texts = [combo.itemText(index) for index in range(combo.count())]
    assert texts == ["Automatic", "Maps of one publisher", "Maps of different publishers", "As given below"]
    assert "ERROR_PRESET" not in options.values()
    with qtbot.waitSignal(options.changed):
        combo.setCurrentText("Maps of different publishers")
    assert options.values() == {"ERROR_PRESET": "two_publishers"}
    options.show_algorithm("frontline:changeseries")
    assert options.values() == {"ERROR_PRESET": "two_publishers"}
    options.form.set_values({})
    assert options.values() == {}
    options.form.set_values({"ERROR_PRESET": "own"})
    assert options.form.widgets["ERROR_PRESET"].currentText() == "As given below"
