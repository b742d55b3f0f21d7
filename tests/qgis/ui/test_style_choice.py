# SPDX-License-Identifier: GPL-2.0-or-later
"""Styles switched in the dock: all results at once, the next ones too, and nothing of the user's."""

import pytest
from frontline_change import styles
from frontline_change.styles import palette, variants
from frontline_change.ui.layer_group import OUTPUT_PROPERTY
from frontline_change.ui.settings import PREFIX, PersonSettings
from layers import box, layer
from qgis.core import QgsProject, QgsSettings

pytestmark = pytest.mark.usefixtures("frontline", "in_english")


@pytest.fixture
def project(qgis_new_project):
    QgsSettings().remove(PREFIX + "style")
    yield QgsProject.instance()
    QgsSettings().remove(PREFIX + "style")


@pytest.fixture
def pair(dock, project, qtbot):
    maps = layer("front_20250602", box(36, 48, 37, 49)), layer("front_20250702", box(36, 48, 37.1, 49))
    project.addMapLayers(maps)
    qtbot.waitUntil(dock.measure_button.isEnabled, timeout=60_000)
    return maps


def gained(project):
    return [one for one in project.mapLayers().values() if one.customProperty(OUTPUT_PROPERTY) == "GAINED"]


def body(made):
    category = made.renderer().categories()[0]
    symbol = category.symbol().clone()
    return symbol.symbolLayer(1).fillColor().name()


def test_every_variant_can_be_chosen_and_has_a_name(dock):
    actions = dock.results.style_button.menu().actions()
    assert [action.text() for action in actions] == list(variants.names().values())
    assert [action.isChecked() for action in actions] == [True, False, False, False]
    assert dock.results.style_button.accessibleName()


def test_results_are_shown_in_the_variant_chosen_and_the_next_ones_too(dock, pair, project, qtbot):
    dock.measure(qtbot)
    theirs = [one.renderer().dump() for one in pair]
    assert [body(one) for one in gained(project)] == [palette.GAINED]
    for variant in ("print", "dark map"):
        dock.results.style_button.actions_by_variant[variant].trigger()
        assert [body(one) for one in gained(project)] == [variants.colour(palette.GAINED, variant)]
        assert PersonSettings().get("style") == variant
    assert [one.renderer().dump() for one in pair] == theirs
    dock.measure(qtbot)  # the same question: the group of before goes, though it was given other colours
    assert [body(one) for one in gained(project)] == [variants.colour(palette.GAINED, "dark map")]
    checked = [key for key, action in dock.results.style_button.actions_by_variant.items() if action.isChecked()]
    assert checked == ["dark map"]


def test_a_variant_that_no_longer_exists_is_the_standard(project):
    QgsSettings().setValue(PREFIX + "style", '"pink"')
    assert PersonSettings().get("style") == styles.STANDARD
