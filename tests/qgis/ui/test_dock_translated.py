# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock in Ukrainian: what it says, and that no two accelerators are the same."""

import re

import pytest
import translations
from dock_view import opened_dock
from layers import box, layer
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget

CYRILLIC = re.compile("[а-яіїєґ]", re.IGNORECASE)


@pytest.fixture
def dock(frontline, ukrainian, qgis_iface, qgis_new_project, qtbot):
    with opened_dock(qgis_iface, qtbot) as view:
        yield view


def test_the_dock_states_what_to_do_and_what_it_will_measure(dock, qtbot):
    assert dock.measure_button.text().replace("&", "") == "Виміряти"
    assert CYRILLIC.search(dock.plan.text())
    maps = layer("front_20250602", box(36, 48.6, 37, 49)), layer("front_20250702", box(36, 48.6, 37.1, 49))
    QgsProject.instance().addMapLayers(maps)
    qtbot.waitUntil(dock.measure_button.isEnabled, timeout=60_000)
    assert "від 2 червня 2025 до 2 липня 2025" in dock.plan.text()
    dock.measure(qtbot)
    assert dock.headline.text().startswith("Від 2 червня 2025 до 2 липня 2025 сторона здобула ")


def test_no_two_accelerators_are_the_same(dock):
    texts = [widget.text() for kind in (QLabel, QAbstractButton) for widget in dock.dock.findChildren(kind)]
    menus = [[action.text() for action in menu.actions()] for menu in dock.dock.findChildren(QMenu)]
    for group in (texts, *menus):
        letters = [text[text.index("&") + 1].lower() for text in group if translations.ACCELERATOR.search(text)]
        assert sorted(letters) == sorted(set(letters))
        if group is texts:
            assert not set(letters) & set("ервшнпобсд")  # QGIS's menu bar in Ukrainian
    assert any(translations.ACCELERATOR.search(text) for text in texts)


OF_QT = {"Close", "Cancel", "None"}  # Qt and QGIS say these too, in a language that is not ours to choose


def test_nothing_in_the_dock_is_left_in_english(dock, qtbot):
    """Looks at every widget for a text that has a translation and does not show it."""
    dock.more_button.setChecked(True)
    for number in range(dock.modes.count()):
        dock.modes.setCurrentIndex(number)
        qtbot.wait(10)
    texts = {widget.text() for kind in (QLabel, QAbstractButton) for widget in dock.dock.findChildren(kind)}
    texts |= {action.text() for menu in dock.dock.findChildren(QMenu) for action in menu.actions()}
    for widget in dock.dock.findChildren(QWidget):
        texts |= {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()}
    assert len([text for text in texts if CYRILLIC.search(text)]) > 50
    translated = translations.read_ts(translations.ts_path("uk"))
    assert {text for text in texts if translated.get(text, text) != text} - OF_QT == set()
