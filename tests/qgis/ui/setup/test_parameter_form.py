# SPDX-License-Identifier: GPL-2.0-or-later
"""The form of optional parameters: a choice without a default can be made, is kept, and can be taken back."""

from frontline_change.ui.setup.options import Options


def test_a_choice_without_a_default(frontline, qtbot):
    options = Options({})
    qtbot.addWidget(options)
    options.show_algorithm("frontline:sectorchange")
    combo = options.form.widgets["ERROR_PRESET"]
    assert [combo.itemText(index) for index in range(combo.count())] == ["", "one_publisher", "two_publishers", "own"]
    assert "ERROR_PRESET" not in options.values()
    with qtbot.waitSignal(options.changed):
        combo.setCurrentText("two_publishers")
    assert options.values() == {"ERROR_PRESET": "two_publishers"}
    options.show_algorithm("frontline:changeseries")
    assert options.values() == {"ERROR_PRESET": "two_publishers"}
    options.form.set_values({})
    assert options.values() == {}
    options.form.set_values({"ERROR_PRESET": "own"})
    assert options.form.widgets["ERROR_PRESET"].currentText() == "own"
