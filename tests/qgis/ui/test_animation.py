# SPDX-License-Identifier: GPL-2.0-or-later
"""The button “Animate”: frames of the temporal controller, what is hidden, and the last map."""

import pytest
from frontline_change.ui.animation import frames_of
from frontline_change.ui.layer_group import OUTPUT_PROPERTY, RUN_PROPERTY
from layers import box, layer
from qgis.core import QgsFeatureRequest, QgsTemporalNavigationObject, QgsVectorLayerTemporalContext
from qt_instants import utc

pytestmark = pytest.mark.usefixtures("frontline", "in_english")

DAYS = ("2025-03-01", "2025-04-01", "2025-05-03", "2025-06-01")  # the map of 1 May is missing
EASTS = (37.0, 37.1, 37.3, 37.4)


@pytest.fixture
def controller(dock):
    """The temporal controller that QGIS gives to its map."""
    canvas = dock.iface.mapCanvas()
    made = QgsTemporalNavigationObject(canvas)  # the map of all tests outlives this one
    canvas.setTemporalController(made)
    yield made
    made.pause()
    made.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.NavigationOff)


@pytest.fixture
def archive(dock, project, qtbot):
    shapes = [box(36, 48, east, 49) for east in EASTS]
    made = layer("archive", *shapes, fields="date:string", rows=[(day,) for day in DAYS])
    project.addMapLayer(made)
    qtbot.waitUntil(lambda: dock.measure_button.isEnabled() and not dock.contents.finder.is_searching, timeout=60_000)
    return made


def measure(dock, qtbot, *mode):
    dock.presenter.setup.preset_chosen("whole", None)
    dock.choose_mode(*mode)
    dock.measure(qtbot)


def result_groups(project):
    """The groups of results; the base map is another group."""
    return [group for group in project.layerTreeRoot().findGroups() if group.customProperty(RUN_PROPERTY)]


def frames(controller):
    """Begin and end of each frame, as days."""
    made = [controller.dateTimeRangeForFrameNumber(number) for number in range(controller.totalFrameCount())]
    return [(one.begin().toString("yyyy-MM-dd"), one.end().toString("yyyy-MM-dd")) for one in made]


def seen(project, output, controller):
    """How many features of an output are on the map in the present frame."""
    (made,) = [one for one in project.mapLayers().values() if one.customProperty(OUTPUT_PROPERTY) == output]
    times = QgsVectorLayerTemporalContext()
    times.setLayer(made)
    number = controller.currentFrameNumber()
    text = made.temporalProperties().createFilterString(times, controller.dateTimeRangeForFrameNumber(number))
    return len(list(made.getFeatures(QgsFeatureRequest().setFilterExpression(text))))


def test_a_series_plays_period_by_period_up_to_the_last_map(dock, archive, project, controller, qtbot):
    measure(dock, qtbot, "series", "month")
    project.layerTreeRoot().findLayer(archive).setItemVisibilityChecked(True)  # a person looked at it
    dock.results.animate_button.click()
    controller.pause()
    assert controller.navigationMode() == QgsTemporalNavigationObject.NavigationMode.Animated
    # March and April end with the maps in effect at their ends, May with the last map; then one of the usual length.
    assert frames(controller) == [
        ("2025-03-01", "2025-04-01"),
        ("2025-03-01", "2025-06-01"),
        ("2025-03-01", "2025-08-01"),
    ]
    assert not project.layerTreeRoot().findLayer(archive).itemVisibilityChecked()
    gained, held = [], []
    for number in range(3):
        controller.setCurrentFrameNumber(number)
        gained.append(seen(project, "GAINED", controller))
        held.append(seen(project, "HELD", controller))
    assert gained == sorted(gained)
    assert gained[0] == 1
    assert held == [1, 1, 2]  # the last map only in the last frame


def test_the_ground_held_at_first_is_drawn_while_it_plays(dock, archive, project, controller, qtbot):
    measure(dock, qtbot, "series", "month")
    (held,) = [one for one in project.mapLayers().values() if one.customProperty(OUTPUT_PROPERTY) == "HELD"]
    assert "before" not in drawn(held)
    dock.results.animate_button.click()
    assert {"before", "after"} <= drawn(held)
    dock.measure(qtbot)  # the result counts as untouched, and is replaced
    assert len(result_groups(project)) == 1


def drawn(held):
    """The categories of the layer that are switched on."""
    return {category.value() for category in held.renderer().categories() if category.renderState()}


def test_a_pair_has_a_frame_for_its_change_and_one_for_the_last_map(dock, archive, project, controller, qtbot):
    measure(dock, qtbot, "pair")
    dock.results.animate_button.click()
    assert frames(controller) == [("2025-03-01", "2025-06-01"), ("2025-03-01", "2025-09-01")]


def test_another_result_and_another_project_show_all_times_again(dock, archive, project, controller, qtbot):
    off = QgsTemporalNavigationObject.NavigationMode.NavigationOff
    measure(dock, qtbot, "series", "month")
    dock.results.animate_button.click()
    dock.choose_mode("pair")
    dock.measure(qtbot)
    assert controller.navigationMode() == off
    dock.results.animate_button.click()
    project.clear()
    assert controller.navigationMode() == off


def test_what_a_person_plays_is_left_alone(dock, archive, project, controller, qtbot):
    mode = QgsTemporalNavigationObject.NavigationMode.FixedRange
    controller.setNavigationMode(mode)
    measure(dock, qtbot, "pair")
    assert controller.navigationMode() == mode


def test_other_results_are_hidden(dock, archive, project, controller, qtbot):
    measure(dock, qtbot, "pair")
    measure(dock, qtbot, "series", "month")
    for group in result_groups(project):
        group.setItemVisibilityChecked(True)
    dock.results.animate_button.click()
    assert [group.itemVisibilityChecked() for group in result_groups(project)] == [True, False]


def test_a_map_without_a_controller_reports_it(dock, archive, qtbot, monkeypatch):
    monkeypatch.setattr(dock.iface.mapCanvas(), "temporalController", lambda: None)
    measure(dock, qtbot, "pair")
    dock.results.animate_button.click()
    assert "no periods that QGIS could show" in dock.problem.text()


def test_no_periods_make_no_frames():
    assert frames_of([]) == []


def test_periods_of_several_sectors_make_one_frame_each():
    march, april, may = utc(2025, 3, 1), utc(2025, 4, 1), utc(2025, 5, 1)
    made = frames_of([(march, april), (march, april), (april, may), (april, may)])
    assert [(one.begin(), one.end()) for one in made[:2]] == [(march, april), (march, may)]
    assert len(made) == 3
    assert made[-1].end() > may
