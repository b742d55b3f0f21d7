# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock as a whole, with the real algorithms: series, date of capture, sectors made, sample, history, files."""

import json

import pytest
from dock_view import RUN_MS
from frontline_change.styles import base_map
from frontline_change.ui.layer_group import OUTPUT_PROPERTY
from frontline_change.ui.setup import construct_sectors
from frontline_change.ui.setup.choices import AFTER, BEFORE, SECTORS
from layers import box, layer
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QApplication, QToolButton

pytestmark = pytest.mark.usefixtures("frontline", "in_english")

MONTHS = ("2025-03-01", "2025-04-01", "2025-05-01", "2025-06-01")
EASTS = (37.0, 37.1, 37.3, 37.2)


@pytest.fixture
def single(dock, project, qtbot):
    """A layer a month, and two sectors."""
    layers = [layer(f"front {month}", box(36, 48, east, 49)) for month, east in zip(MONTHS, EASTS)]
    return settled(dock, project, qtbot, *layers, sectors())


@pytest.fixture
def many(dock, project, qtbot):
    """The same maps in one layer."""
    shapes = [box(36, 48, east, 49) for east in EASTS]
    archive = layer("archive", *shapes, fields="date:string", rows=[(month,) for month in MONTHS])
    return settled(dock, project, qtbot, archive, sectors())


def sectors():
    shapes = box(35, 48.5, 38, 50), box(35, 47, 38, 48.5)
    return layer("regions", *shapes, fields="name:string", rows=[("North",), ("South",)])


def settled(dock, project, qtbot, *layers):
    project.addMapLayers(layers)
    qtbot.waitUntil(lambda: dock.measure_button.isEnabled() and not dock.contents.finder.is_searching, timeout=60_000)
    return layers


def whole_span(dock):
    dock.presenter.setup.preset_chosen("whole", None)


def outputs(project):
    """The result layers by their output, of the latest run last."""
    found = {}
    for one in project.mapLayers().values():
        if one.customProperty(OUTPUT_PROPERTY):
            found[one.customProperty(OUTPUT_PROPERTY)] = one
    return found


def groups(project):
    """The names of all groups but that of the base map."""
    own = [one for one in project.layerTreeRoot().findGroups() if not one.customProperty(base_map.ROLE_PROPERTY)]
    return [group.name() for group in own]


def net_km2(dock, period):
    return sum(row["net_km2"] for row in dock.table_rows if row["period"] == period)


# Spans


def test_the_handles_choose_before_and_after(dock, single):
    assert dock.strip.span() == (2, 3)
    dock.strip.moved.emit(0, 2)
    assert [dock.layers[role].currentLayer().name() for role in (BEFORE, AFTER)] == [
        "front 2025-03-01",
        "front 2025-05-01",
    ]
    assert "from 1 March 2025 to 1 May 2025" in dock.plan.text()
    assert dock.maps.presets.currentText() == "Custom"


def test_the_handles_follow_what_is_chosen_below(dock, single):
    dock.choose(BEFORE, single[0])
    assert dock.strip.span() == (0, 3)


def test_presets_choose_a_span(dock, many):
    whole_span(dock)
    assert dock.dates[BEFORE].text() == "2025-03-01"
    assert dock.strip.span() == (0, 3)
    dock.maps.presets.setCurrentIndex(0)
    dock.maps.presets.activated.emit(0)
    assert dock.strip.span() == (2, 3)


# Series


@pytest.mark.parametrize("kind", ["single", "many"])
def test_a_series_has_its_rows_bars_and_layers(dock, project, qtbot, request, kind):
    request.getfixturevalue(kind)
    whole_span(dock)
    dock.choose_mode("series", "month")
    assert ("maps in 4 layers are put into one layer first" in dock.plan.text()) == (kind == "single")
    dock.measure(qtbot)
    assert dock.shown("period")[:4] == ["all", *["2025-03"] * 3]  # of the period: the total, North and South
    assert dock.shown("sector")[:4] == ["all", "all", "North", "South"]
    assert {row["period"] for row in dock.table_rows} == {"2025-03", "2025-04", "2025-05"}
    # A degree of longitude between 48 and 49° N is 73.9 km on average, one of latitude 111.2 km: 0.1° make 822 km².
    assert net_km2(dock, "2025-03") == pytest.approx(822, rel=0.005)
    assert net_km2(dock, "2025-05") == pytest.approx(-822, rel=0.005)
    assert dock.tabs.isTabEnabled(2)
    made = outputs(project)
    assert ("SNAPSHOTS" in made) == (kind == "single")
    assert made["GAINED"].temporalProperties().isActive()
    assert groups(project)[0] == "1 Mar – 1 Jun 2025, by month, regions"
    maps = [node for node in project.layerTreeRoot().findLayers() if node.name().startswith(("front", "archive"))]
    assert maps and not any(node.itemVisibilityChecked() for node in maps), "the result shows who holds what"


def test_the_span_cuts_the_series(dock, many, qtbot):
    dock.strip.moved.emit(1, 3)
    dock.choose_mode("series", "snapshot")
    dock.measure(qtbot)
    assert sorted({row["period"] for row in dock.table_rows}) == ["2025-04-01", "2025-05-01"]


def test_progress_of_two_runs_never_goes_back_and_one_cancel_ends_both(dock, single, qtbot):
    whole_span(dock)
    dock.choose_mode("series", "month")
    percents = []
    dock.runner.progressed.connect(percents.append)
    dock.measure(qtbot)
    assert percents == sorted(percents)
    dock.measure_button.click()
    with qtbot.waitSignal(dock.runner.cancelled, timeout=60_000):
        dock.cancel_button.click()
    assert dock.measure_button.isVisible()
    assert not dock.runner.is_running


def test_a_corrected_date_keeps_single_layers_out_of_a_series_and_states_so(dock, single):
    dock.presenter.setup.date_corrected(
        single[1].id(), QDateTime.fromString("2025-04-02T00:00:00Z", Qt.DateFormat.ISODate)
    )
    whole_span(dock)
    dock.choose_mode("series", "month")
    assert "front 2025-04-01" in dock.plan.text()
    assert not dock.measure_button.isEnabled()
    dock.choose_mode("pair")
    assert dock.measure_button.isEnabled()


def test_a_bar_selects_its_period_and_shows_its_ground(dock, many, qtbot):
    whole_span(dock)
    dock.choose_mode("series", "month")
    dock.measure(qtbot)
    dock.chart.bar_chosen.emit(1)
    chosen = dock.table.selectionModel().selectedRows()
    assert [dock.table.model().row(index.row())["period"] for index in chosen] == ["2025-04"]
    assert (dock.outlined.xMinimum(), dock.outlined.xMaximum()) == pytest.approx((37.1, 37.3), abs=0.02)  # 1 km


def test_a_series_is_shown_as_periods_against_sectors(dock, many, qtbot):
    whole_span(dock)
    dock.choose_mode("series", "month")
    dock.measure(qtbot)
    dock.tabs.setCurrentIndex(1)
    box = dock.results.filter.arrangement
    assert box.isVisible()
    box.setCurrentIndex(box.findData("net_km2"))
    box.activated.emit(box.currentIndex())
    model = dock.table.model()
    assert dock.shown("period") == ["all", "2025-03", "2025-04", "2025-05"]
    march = {row["sector"]: row["net_km2"] for row in dock.presenter.results.result.rows if row["period"] == "2025-03"}
    shown = [model.columns[column].value(model.row(1)) for column in range(1, model.columnCount())]
    # North and South share the degree of latitude: half of 822 km² each.
    assert shown == pytest.approx([sum(march.values()), march["North"], march["South"]])
    assert shown == pytest.approx([822, 411, 411], rel=0.02)
    with qtbot.waitSignal(dock.table.row_chosen):
        dock.table.clicked.emit(model.index(1, 2))
    assert dock.outlined.yMinimum() == pytest.approx(48.5, abs=0.01)  # the ground in North


def test_a_row_of_a_series_without_change_shows_its_sector(dock, many, project, qtbot):
    far = layer("far", box(40, 48, 41, 49), box(35, 47, 38, 50), fields="name:string", rows=[("Far",), ("Near",)])
    project.addMapLayer(far)
    dock.choose(SECTORS, far)
    whole_span(dock)
    dock.choose_mode("series", "month")
    dock.measure(qtbot)
    row = next(row for row in dock.table_rows if row["sector"] == "Far")
    dock.presenter.results.row_chosen(row)
    assert dock.outlined.xMinimum() == pytest.approx(40)


def test_the_date_of_capture(dock, many, project, qtbot):
    whole_span(dock)
    dock.choose_mode("capture")
    assert "when each piece of ground was taken" in dock.plan.text()
    dock.measure(qtbot)
    assert "CAPTURE" in outputs(project)
    assert groups(project)[0] == "1 Mar – 1 Jun 2025, date of capture, regions"
    assert dock.table_rows


def test_options_that_algorithms_share_are_kept_from_one_to_the_other(dock, many):
    dock.options.widgets["POSITION_ERROR"].setValue(300)
    dock.choose_mode("series", "month")
    assert dock.options.values() == {"POSITION_ERROR": 300}
    assert "MEASURES" in dock.options.widgets


# Results


def test_cards_say_gained_lost_net_depth_and_pace(dock, many, qtbot):
    dock.strip.moved.emit(0, 1)
    dock.measure(qtbot)
    texts = dock.cards.text().splitlines()
    assert [text.split(":")[0] for text in texts] == ["Gained", "Lost", "Net", "Deepest advance", "Pace per day"]
    assert "±" in texts[0]
    dock.table.set_units("sqmi", "mi")
    # 822 km² are 317 square miles of 1.609344² km².
    assert dock.cards.text().splitlines()[0].startswith("Gained: 317 sq mi")


def test_a_new_headline_is_scrolled_into_view(dock, many, qtbot):
    dock.dock.parent().resize(500, 700)
    dock.measure(qtbot)
    scroll = dock.headline.parent().parent().parent()
    bar = scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=RUN_MS)
    bar.setValue(bar.maximum())
    dock.measure(qtbot)
    assert bar.value() == 0
    assert not dock.headline.visibleRegion().isEmpty()


def test_a_run_repeated_from_the_history_shows_its_summary(dock, many, qtbot):
    dock.measure(qtbot)
    dock.tabs.setCurrentIndex(3)
    with qtbot.waitSignal(dock.presenter.results.shown, timeout=RUN_MS):
        dock.results.history.repeat.trigger()
    assert dock.tabs.currentIndex() == 0
    dock.tabs.setCurrentIndex(1)
    dock.measure(qtbot)
    assert dock.tabs.currentIndex() == 1  # the table shows the new result itself


def test_progress_is_in_view_while_it_measures(dock, many, qtbot):
    dock.results.room_button.setChecked(True)  # the choices are folded away
    dock.measure_button.click()
    qtbot.waitUntil(lambda: not dock.progress.visibleRegion().isEmpty(), timeout=RUN_MS)
    assert dock.cancel_button.isVisible()
    with qtbot.waitSignal(dock.presenter.results.shown, timeout=RUN_MS):
        pass


def test_what_the_error_assumes_is_said_in_few_words_with_its_details_behind_a_link(dock, many, qtbot):
    dock.measure(qtbot)
    assert dock.results.assumption.text().startswith("± assumes the line may be off by 500 m (")
    assert not dock.method.isVisible()
    dock.results.assumption.linkActivated.emit("details")
    assert dock.method.isVisible()
    assert "one standard error" in dock.method.text()
    assert "one standard error" in dock.results.text()  # a copy has it anyway
    dock.results.assumption.linkActivated.emit("details")
    assert not dock.method.isVisible()


def test_a_map_that_stands_in_is_named_with_its_period(dock, project, qtbot):
    days = [f"2024-12-{day:02d}" for day in range(25, 32)] + [f"2025-01-{day:02d}" for day in range(2, 6)]
    shapes = [box(36, 48, 37 + number / 100, 49) for number in range(len(days))]
    settled(dock, project, qtbot, layer("daily", *shapes, fields="date:string", rows=[(day,) for day in days]))
    whole_span(dock)
    dock.choose_mode("series", "month")
    dock.measure(qtbot)
    assert "December 2024: no map for 1 January, so 31 December stands in." in dock.warnings.text()


def test_a_feature_selected_on_the_map_selects_its_row(dock, many, project, qtbot):
    dock.measure(qtbot)
    change = outputs(project)["CHANGE"]
    feature = next(one for one in change.getFeatures() if one["sector"] == "South")
    change.selectByIds([feature.id()])
    chosen = dock.table.selectionModel().selectedRows()
    assert [dock.table.model().row(index.row())["sector"] for index in chosen] == ["South"]


def test_the_same_question_replaces_its_result(dock, many, project, qtbot):
    dock.measure(qtbot)
    dock.measure(qtbot)
    assert groups(project) == ["1 May – 1 Jun 2025, regions"]


@pytest.mark.parametrize("change", ["name", "style"])
def test_a_result_that_a_person_has_changed_is_kept(dock, many, project, qtbot, change):
    dock.measure(qtbot)
    kept = outputs(project)["CHANGE"]
    if change == "name":
        kept.setName("for the article")
    else:
        kept.setOpacity(0.5)
    dock.measure(qtbot)
    assert groups(project) == ["1 May – 1 Jun 2025, regions"] * 2
    assert project.mapLayer(kept.id()) is kept


def test_a_result_is_removed_and_nothing_else(dock, many, project, qtbot):
    before = set(project.mapLayers())
    dock.measure(qtbot)
    dock.results.remove_button.click()
    assert {layer_id for layer_id, one in project.mapLayers().items() if not base_map.is_base(one)} == before
    assert groups(project) == []
    assert dock.empty.isVisible()


def test_one_result_is_seen_at_a_time(dock, many, project, qtbot):
    dock.measure(qtbot)
    dock.choose(SECTORS, None)
    dock.measure(qtbot)
    assert [group.itemVisibilityChecked() for group in project.layerTreeRoot().findGroups()][:2] == [True, False]


def test_results_are_saved_in_a_geopackage(dock, many, project, qtbot, tmp_path):
    path = tmp_path / "it's here.gpkg"
    dock.setup.options.file.setFilePath(str(path))
    assert str(path) in dock.plan.text()
    dock.measure(qtbot)
    dock.measure(qtbot)  # over the tables of the first
    file = QgsVectorLayer(str(path), "", "ogr")
    assert len(file.dataProvider().subLayers()) == 6
    assert all(str(path) in one.source() for one in outputs(project).values())
    assert outputs(project)["CHANGE"].featureCount() == 3


def test_another_publishers_maps_of_the_same_dates_get_tables_of_their_own(dock, many, project, qtbot, tmp_path):
    rival = layer(
        "rival", *(box(36, 48, east, 48.9) for east in EASTS), fields="date:string", rows=[(one,) for one in MONTHS]
    )
    settled(dock, project, qtbot, rival)
    path = tmp_path / "results.gpkg"
    dock.setup.options.file.setFilePath(str(path))
    gained_km2 = {}
    for maps in (many[0], rival):
        for role, month in ((BEFORE, "2025-04-01"), (AFTER, "2025-05-01")):
            dock.choose(role, maps)
            dock.dates[role].setText(month)
        dock.measure(qtbot)
        gained_km2[maps.name()] = sum(row["gained_km2"] for row in dock.table_rows)
    assert gained_km2["rival"] == pytest.approx(0.9 * gained_km2["archive"], rel=0.01)
    file = QgsVectorLayer(str(path), "", "ogr")
    tables = file.dataProvider().subLayers()
    assert len([one for one in tables if "change_20250401_20250501" in one]) == 2
    saved = [sum(row["gained_km2"] for row in one.getFeatures()) for one in results_of(project, "CHANGE")]
    assert sorted(saved) == pytest.approx(sorted(gained_km2.values()))


def results_of(project, output):
    return [one for one in project.mapLayers().values() if one.customProperty(OUTPUT_PROPERTY) == output]


@pytest.mark.parametrize(
    ("fields", "rows", "expected"),
    [
        ("sector:string,name:string", [("S1", "North"), ("S2", "South")], ["North", "South"]),
        ("code:int,Label:string,Sector:string", [(1, "S1", "North"), (2, "S2", "South")], ["North", "South"]),
        ("name:int,oblast:string", [(1, "North"), (2, "South")], ["1", "2"]),
        ("note:string,code:int,oblast:string", [(None, 1, "North"), (None, 2, "South")], ["North", "South"]),
        ("code:int", [(1,), (2,)], None),
    ],
)
def test_dock_and_toolbox_take_the_names_of_sectors_from_the_same_field(
    dock, many, project, qtbot, sectorchange, fields, rows, expected
):
    named = layer("named", box(35, 48.5, 38, 50), box(35, 47, 38, 48.5), fields=fields, rows=rows)
    settled(dock, project, qtbot, named)
    dock.choose(SECTORS, named)
    dock.measure(qtbot)
    dates = {f"{role}_DATE": dock.dates[role].value() for role in (BEFORE, AFTER)}
    toolbox = sectorchange(BEFORE=many[0], AFTER=many[0], SECTORS=named, **dates).rows("CHANGE")
    shown = [row["sector"] for row in dock.table_rows]
    assert shown == [row["sector"] for row in toolbox]
    assert expected is None or shown[:2] == expected


@pytest.mark.parametrize("kind", ["pair", "series in one layer", "series of layers"])
def test_a_run_repeated_with_what_is_chosen_is_not_called_outdated(dock, project, qtbot, request, kind):
    request.getfixturevalue("single" if kind == "series of layers" else "many")
    if kind != "pair":
        whole_span(dock)
        dock.choose_mode("series", "month")
    for measures_anew in (True, False):
        with qtbot.waitSignal(dock.presenter.results.shown, timeout=RUN_MS):
            if measures_anew:
                dock.measure_button.click()
            else:
                dock.results.history.repeat_wanted.emit(dock.presenter.history.runs()[0])
        assert not dock.stale.isVisible()
    dock.choose(SECTORS, None)
    assert dock.stale.isVisible()
    assert not dock.presenter.history.runs()[0].missing_layers(project)


def test_a_run_of_the_history_is_repeated(dock, many, qtbot):
    dock.measure(qtbot)
    rows = dock.table_rows
    dock.choose(SECTORS, None)
    dock.measure(qtbot)
    history = dock.results.history
    assert history.tree.topLevelItemCount() == 2
    run = dock.presenter.history.runs()[1]
    with qtbot.waitSignal(dock.presenter.results.shown, timeout=RUN_MS):
        history.repeat_wanted.emit(run)
    assert [row["sector"] for row in dock.table_rows] == [row["sector"] for row in rows]


def press_repeat(dock, answer):
    """Press the button Repeat, and a button of the question that appears; return its text, None without a question."""
    (button,) = (
        button for button in dock.results.findChildren(QToolButton)
        if button.defaultAction() is dock.results.history.repeat
    )  # fmt: skip
    asked = []

    def reply():
        box = QApplication.activeModalWidget()
        if box is not None:
            asked.append(f"{box.text()} {box.informativeText()}")
            next(b for b in box.buttons() if b.text().replace("&", "") == answer).click()

    QTimer.singleShot(300, reply)
    button.click()
    return asked[0] if asked else None


def test_repeat_states_where_it_writes_and_asks_before_it_replaces(dock, many, project, qtbot, tmp_path):
    """What broke: Repeat replaced the tables of an earlier run, or what was in them by now, without a question."""
    path = tmp_path / "results.gpkg"
    dock.setup.options.file.setFilePath(str(path))
    dock.measure(qtbot)
    (run,) = dock.presenter.history.runs()
    tables = [run.parameters[name].split('"')[1] for name in ("CHANGE", "GAINED")]
    line = dock.results.history.destination.text()
    assert line.startswith(f"Repeat writes to {path} ({tables[0]})")
    edited = QgsVectorLayer(f"{path}|layername={tables[0]}", "edited", "ogr")
    field = edited.fields().indexOf("sector")
    assert edited.dataProvider().changeAttributeValues({edited.allFeatureIds()[0]: {field: "by hand"}})

    def sectors():
        again = QgsVectorLayer(f"{path}|layername={tables[0]}", "again", "ogr")
        return [feature["sector"] for feature in again.getFeatures()]

    before = sectors()
    assert "by hand" in before
    text = press_repeat(dock, "Cancel")
    assert "replaces results that exist" in text
    assert all(f"{path} ({table})" in text for table in tables)
    assert not dock.runner.is_running
    assert sectors() == before
    with qtbot.waitSignal(dock.presenter.results.shown, timeout=RUN_MS):
        assert press_repeat(dock, "Replace")
    assert "by hand" not in sectors()


def test_repeat_asks_nothing_where_nothing_is_replaced(dock, many, qtbot):
    dock.measure(qtbot)
    assert dock.results.history.destination.text() == "Repeat makes temporary layers."
    with qtbot.waitSignal(dock.presenter.results.shown, timeout=RUN_MS):
        assert press_repeat(dock, "Cancel") is None


def test_a_run_whose_layers_are_gone_states_which(dock, many, project, qtbot):
    dock.measure(qtbot)
    run = dock.presenter.history.runs()[0]
    project.removeMapLayer(many[0].id())
    dock.presenter.repeat(run)
    assert "“archive”" in dock.problem.text()
    assert not dock.runner.is_running


def test_a_pair_measured_while_the_chart_is_looked_at_goes_to_the_summary(dock, many, qtbot):
    whole_span(dock)
    dock.choose_mode("series", "month")
    dock.measure(qtbot)
    dock.tabs.setCurrentIndex(2)
    dock.choose_mode("pair")
    dock.measure(qtbot)
    assert not dock.tabs.isTabEnabled(2)
    assert dock.tabs.currentIndex() == 0


def test_a_layer_that_seems_dated_and_cannot_be_read_is_named_once(dock, many, project, qtbot):
    project.addMapLayer(layer("front_2025-13-45", box(36, 48, 37, 49)))
    qtbot.waitUntil(lambda: "front_2025-13-45" in dock.maps.refused.text(), timeout=60_000)
    dock.maps.refused.show_text("")  # closed by a person
    project.addMapLayer(layer("elsewhere", box(0, 0, 1, 1)))
    qtbot.wait(500)
    assert not dock.maps.refused.text()


# Sectors on the spot


def test_sectors_from_the_regions_of_the_country_where_the_maps_lie(dock, many, project, qtbot):
    with qtbot.waitSignal(dock.runner.finished, timeout=RUN_MS):
        dock.setup.sectors.construct_wanted.emit("regions")
    made = dock.layers[SECTORS].currentLayer()
    assert made is not many[1]
    assert made.featureCount() == 27
    assert "Donetsk" in {feature["sector"] for feature in made.getFeatures()}
    assert dock.sector_field.currentField() == "sector"


def test_sectors_around_the_places_of_a_layer(dock, many, project, qtbot, monkeypatch):
    shapes = "POINT(36.2 48.2)", "POINT(36.8 48.8)"
    towns = layer("towns", *shapes, kind="Point", fields="name:string", rows=[("Here",), ("There",)])
    project.addMapLayer(towns)
    monkeypatch.setattr(construct_sectors.QInputDialog, "getItem", lambda *_: ("towns", True))
    with qtbot.waitSignal(dock.runner.finished, timeout=RUN_MS):
        dock.setup.sectors.construct_wanted.emit("places")
    assert {feature["sector"] for feature in dock.layers[SECTORS].currentLayer().getFeatures()} == {"Here", "There"}


def test_sectors_along_the_front_need_the_theatre_and_else_open_the_dialog(dock, many, project, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(dock.contents.dialogs, "open", lambda *asked: opened.append(asked))
    dock.setup.sectors.construct_wanted.emit("front")
    assert opened[0][0] == "frontline:createsectors"
    assert opened[0][1]["METHOD"] == "front"
    land = layer("land", box(35, 47, 39, 50))
    project.addMapLayer(land)
    dock.options.widgets["THEATRE"].setLayer(land)
    with qtbot.waitSignal(dock.runner.finished, timeout=RUN_MS):
        dock.setup.sectors.construct_wanted.emit("front")
    assert dock.layers[SECTORS].currentLayer().featureCount() > 1
    assert len(opened) == 1


# Files


def test_files_dropped_on_the_dock_are_loaded_and_others_named(dock, qtbot, tmp_path):
    ring = [[36, 48], [37, 48], [37, 49], [36, 49], [36, 48]]
    for month in MONTHS[:2]:
        feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        text = json.dumps({"type": "FeatureCollection", "features": [feature]})
        (tmp_path / f"front_{month}.geojson").write_text(text)
    (tmp_path / "notes.txt").write_text("nothing")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in sorted(tmp_path.iterdir())])
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), action, mime, button, key)
    dock.dock.dragEnterEvent(entering)
    assert entering.isAccepted()
    dock.dock.dropEvent(QDropEvent(QPointF(5, 5), action, mime, button, key))
    qtbot.waitUntil(dock.measure_button.isEnabled, timeout=60_000)
    assert dock.maps.line.text() == "2 maps, 1 Mar 2025 to 1 Apr 2025"
    assert "notes.txt" in dock.maps.refused.text()


def test_the_sample_is_made_loaded_and_measured_by_one_button(dock, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("frontline_change.ui.sample_data.sample_folder", lambda: tmp_path)
    with qtbot.waitSignal(dock.presenter.results.shown, timeout=RUN_MS):
        dock.results.empty_sample.click()
    truth = json.loads((tmp_path / "truth.json").read_text())
    gained_km2 = {row["sector"]: row["gained_km2"] for row in dock.table_rows}
    assert gained_km2.pop("Corvane") == pytest.approx(truth["first_to_last"]["gained_km2"]["Corvane"], rel=0.001)
    assert len(gained_km2) == 5
    assert dock.maps.line.text().startswith("12 maps")
