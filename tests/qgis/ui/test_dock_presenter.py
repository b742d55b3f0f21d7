# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock decides, with a view and a runner that only remember: no widget, no task."""

import pytest
from frontline_change.formatting import short_span_text
from frontline_change.ui import chunked_work
from frontline_change.ui.layer_group import OUTPUT_PROPERTY
from frontline_change.ui.presenter import Presenter
from frontline_change.ui.results.model import FEATURE_ID
from frontline_change.ui.results.presenter import ResultsPresenter
from frontline_change.ui.setup.choices import AFTER, BEFORE, SECTORS, Setup
from frontline_change.ui.setup.found_maps import FoundMap
from frontline_change.ui.setup.modes import Mode
from frontline_change.ui.setup.presenter import SetupPresenter
from qgis.core import Qgis, QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qt_instants import utc

pytestmark = pytest.mark.usefixtures("in_english")


DATES = {"early": utc(2025, 5, 1), "before": utc(2025, 6, 2), "after": utc(2025, 7, 2)}


class FakeView:
    """Keeps what it was shown; choosing a layer informs the presenter, as a combo box does."""

    def __init__(self):
        self.layers = dict.fromkeys((BEFORE, AFTER, SECTORS))
        self.dates = dict.fromkeys((BEFORE, AFTER))
        self.options = {}
        self.mode = Mode("pair")
        self.shown = {}
        self.presenter = None

    def setup(self):
        return Setup(dict(self.layers), dict(self.dates), "name", dict(self.options), ["Theatre: land"], self.mode)

    def choose_layer(self, role, layer):
        self.layers[role] = layer
        self.presenter.setup.layer_changed(role)
        self.presenter.setup.inputs_changed()

    def show_date(self, role, date):
        self.dates[role] = date

    def select_row(self, feature_id):
        self.shown["selected"] = feature_id

    def watch(self, layers):
        self.watched = list(layers)

    def clear_map(self):
        self.shown.pop("on_map", None)

    def show_ground(self, ground, outlined):
        self.shown["on_map"] = (ground, outlined)

    def play(self, frames):
        self.shown["frames"] = list(frames)
        return bool(frames)

    def stop_playing(self):
        self.shown.pop("frames", None)

    def zoom_to_change(self, layers):
        self.shown["zoomed"] = list(layers)

    def hide_layers(self, layers):
        self.hidden = list(layers)

    def show_date_state(self, role, text, correctable):
        self.shown[role] = (text, correctable)

    def __getattr__(self, name):
        """Every other call is kept under its name, without the `show_`."""
        if not name.startswith("show_"):
            raise AttributeError(name)
        return lambda *arguments: self.shown.update({name[5:]: arguments[0] if len(arguments) == 1 else arguments})


class FakeRunner(QObject):
    progressed = pyqtSignal(float)
    messaged = pyqtSignal(int, str)
    finished = pyqtSignal(object)
    failed = pyqtSignal(str)
    cancelled = pyqtSignal()

    def __init__(self):
        super().__init__()
        self.is_running, self.accepts, self.asked_to_stop, self.started = False, True, False, None

    def start(self, algorithm, parameters, project, first=None):
        self.started, self.first = (algorithm, parameters), first
        self.is_running = self.accepts
        if not self.accepts:
            self.failed.emit("“after” has no features")
        return self.accepts

    def cancel(self):
        self.asked_to_stop = True

    def end(self, signal, *arguments):
        self.is_running = False
        getattr(self, signal).emit(*arguments)


def polygons(name, fields="&field=name:string", count=1):
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:4326{fields}", name, "memory")
    features = []
    for west in range(count):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({west} 0,{west} 1,{west + 1} 1,{west + 1} 0,{west} 0))"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def maps_in(layers):
    """What is found in layers with the dates of DATES; a layer with several has them in a list."""
    found = []
    for layer in layers:
        dates = DATES.get(layer.name(), [])
        for date in dates if isinstance(dates, list) else [dates]:
            many = isinstance(dates, list)
            found.append(FoundMap(layer.id(), layer.name(), date, "generic", ("held",), False, many))
    return sorted(found, key=lambda one: one.instant.toMSecsSinceEpoch())


@pytest.fixture
def contents(project, monkeypatch):
    """The presenters with fakes: contents.view, contents.runner, contents.add(layer). Results come at once."""
    monkeypatch.setattr(chunked_work, "CHUNK_S", 60.0)

    class DockContents:
        view, runner, problem, can_install = FakeView(), FakeRunner(), None, True

        def add(self, *layers):
            project.addMapLayers(list(layers))
            self.presenter.layers_changed()
            self.presenter.maps_found(maps_in(project.mapLayers().values()))

    contents = DockContents()
    setup = SetupPresenter(contents.view, project)
    results = ResultsPresenter(contents.view, contents.view, project)
    contents.presenter = Presenter(
        contents.runner, project, setup, results, lambda: contents.problem, lambda: contents.can_install
    )
    contents.view.presenter = contents.presenter
    return contents


@pytest.fixture
def ready(contents):
    contents.presenter.start()
    contents.add(polygons("before"), polygons("after"), polygons("regions", count=3))
    return contents


def results(project, sector="Donetsk", with_polygon=True):
    change = QgsVectorLayer(
        "Polygon?crs=EPSG:4326&field=sector:string&field=net_km2:double&field=gained_km2:double&field=lost_km2:double",
        "CHANGE",
        "memory",
    )
    gained = QgsVectorLayer(
        "Polygon?crs=EPSG:4326&field=sector:string&field=kind:string&field=area_km2:double", "GAINED", "memory"
    )
    feature = QgsFeature(change.fields())
    feature.setAttributes([sector, 399.5, 399.5, None])
    square = QgsGeometry.fromWkt("POLYGON((0 0,0 1,1 1,1 0,0 0))")
    if with_polygon:
        feature.setGeometry(square)
    part = QgsFeature(gained.fields())
    part.setAttributes([sector, "ground", 399.5])
    part.setGeometry(square)
    change.dataProvider().addFeatures([feature])
    gained.dataProvider().addFeatures([part])
    return {
        "CHANGE": change,
        "GAINED": gained,
        "HEADLINE": "The side gained 399.5 km².",
        "DATE_BEFORE_USED": "2025-06-02T00:00:00Z",
        "DATE_AFTER_USED": "2025-07-02T00:00:00Z",
    }


# Before a run


def test_an_empty_project_states_what_to_do_first(contents):
    contents.presenter.start()
    text, is_ready = contents.view.shown["plan"]
    assert "Add two dated maps" in text
    assert not is_ready
    assert "Nothing measured yet" in contents.view.shown["empty"][0]


def test_one_map_asks_for_the_second(contents):
    contents.add(polygons("before"))
    contents.view.choose_layer(BEFORE, QgsProject.instance().mapLayersByName("before")[0])
    assert contents.view.shown["plan"] == ("Choose a second map, or add it to the project first.", False)


def test_the_two_latest_maps_and_the_only_undated_layer_are_proposed(contents):
    contents.add(polygons("after"), polygons("regions", count=3), polygons("early"), polygons("before"))
    chosen = {role: layer.name() for role, layer in contents.view.layers.items()}
    assert chosen == {BEFORE: "before", AFTER: "after", SECTORS: "regions"}
    assert contents.view.dates == {BEFORE: DATES["before"], AFTER: DATES["after"]}
    assert contents.view.shown[BEFORE] == ("found", False)


def test_a_result_from_a_file_is_not_taken_for_sectors(contents):
    names = ("part", "sector", "kind", "area_km2", "width_m", "depth_max_km")
    result = polygons("ground", "".join(f"&field={name}:string" for name in names), count=3)
    contents.add(polygons("before"), polygons("after"), result)
    assert contents.view.layers[SECTORS] is None


def test_a_map_of_many_dates_is_not_taken_for_sectors(contents, monkeypatch):
    monkeypatch.setitem(DATES, "series", [utc(2025, month, 1) for month in (1, 2, 3)])
    series = polygons("series", "&field=date:string", count=3)
    contents.add(polygons("before"), polygons("after"), series)
    assert contents.view.layers[SECTORS] is None
    contents.view.choose_layer(AFTER, series)
    contents.view.dates[AFTER] = None  # emptied by a person
    contents.presenter.setup.inputs_changed()
    text, is_ready = contents.view.shown["plan"]
    assert "“series” holds maps of many dates, 2025-01-01 to 2025-03-01. Set a date beside its name" in text
    assert not is_ready


def test_a_single_undated_polygon_is_no_sector_set(contents):
    contents.add(polygons("before"), polygons("after"), polygons("country"))
    assert contents.view.layers[SECTORS] is None


def test_what_a_person_chose_is_left_alone(ready):
    early = polygons("early")
    ready.presenter.setup.layer_chosen(BEFORE)
    ready.presenter.setup.layer_chosen(SECTORS)
    ready.view.choose_layer(SECTORS, None)
    DATES["latest"] = utc(2025, 8, 2)
    ready.add(early, polygons("latest"))
    del DATES["latest"]
    assert ready.view.layers[BEFORE].name() == "before"
    assert ready.view.layers[SECTORS] is None


def test_the_plan_is_one_sentence_about_all_that_is_chosen(ready):
    text, is_ready = ready.view.shown["plan"]
    assert is_ready
    assert text == (
        "Will measure ground gained and lost, and how deep, from 2 June 2025 to 2 July 2025 (30 days), "
        "in each of the 3 sectors of “regions” and outside them. With Theatre: land."
    )
    ready.view.choose_layer(SECTORS, None)
    assert "as a whole" in ready.view.shown["plan"][0]


def test_a_date_not_found_has_to_be_set(contents):
    undated = polygons("sketch")
    contents.add(undated, polygons("after"))
    contents.view.choose_layer(BEFORE, undated)
    contents.view.choose_layer(AFTER, QgsProject.instance().mapLayersByName("after")[0])
    assert contents.view.shown["plan"] == ("No date was found for “sketch”. Set it beside its name.", False)
    contents.view.dates[BEFORE] = utc(2025, 6, 1)
    contents.presenter.setup.inputs_changed()
    assert contents.view.shown["plan"][1]
    assert contents.view.shown[BEFORE] == ("set by you", False)


def test_a_corrected_date_stays_when_layers_come_and_can_be_taken_back(ready):
    ready.view.dates[BEFORE] = utc(2025, 6, 1, 20)
    ready.presenter.setup.inputs_changed()
    assert ready.view.shown[BEFORE] == ("set by you", True)
    assert "1 June 2025, 20:00 UTC" in ready.view.shown["plan"][0]
    assert "30.2 days" in ready.view.shown["plan"][0]
    ready.add(polygons("elsewhere"))
    assert ready.view.dates[BEFORE] == utc(2025, 6, 1, 20)
    ready.presenter.setup.use_found_date(BEFORE)
    ready.presenter.setup.inputs_changed()
    assert ready.view.shown[BEFORE] == ("found", False)


def test_another_layer_brings_its_own_date(ready):
    ready.view.dates[BEFORE] = utc(2025, 6, 1)
    ready.add(polygons("early"))
    ready.view.choose_layer(BEFORE, QgsProject.instance().mapLayersByName("early")[0])
    assert ready.view.dates[BEFORE] == DATES["early"]


def test_after_before_before_is_refused_and_swapping_mends_it(ready):
    ready.presenter.setup.swap()
    text, is_ready = ready.view.shown["plan"]
    assert "older" in text
    assert not is_ready
    ready.presenter.setup.swap()
    assert ready.view.shown["plan"][1]
    assert ready.view.layers[BEFORE].name() == "before"


def test_swapping_takes_corrected_dates_along(ready):
    ready.view.dates[BEFORE] = utc(2025, 6, 20)
    ready.presenter.setup.swap()
    assert ready.view.dates == {BEFORE: DATES["after"], AFTER: utc(2025, 6, 20)}


def test_the_same_map_twice_is_refused(ready):
    ready.view.choose_layer(AFTER, ready.view.layers[BEFORE])
    assert "same map" in ready.view.shown["plan"][0]
    ready.presenter.measure()
    assert ready.runner.started is None


def test_a_missing_library_is_reported_at_once_with_the_offer_to_install(contents):
    contents.problem = "shapely is missing"
    contents.presenter.start()
    assert contents.view.shown["problem"] == ("shapely is missing", True)
    contents.can_install = False
    contents.presenter.check_libraries()
    assert contents.view.shown["problem"] == ("shapely is missing", False)
    contents.problem = None
    contents.presenter.check_libraries()
    assert contents.view.shown["problem"] == ("", False)


# The run


def test_only_what_differs_from_the_defaults_is_passed(ready):
    ready.presenter.measure()
    algorithm, parameters = ready.runner.started
    assert algorithm == "frontline:sectorchange"
    outputs = {"CHANGE", "GAINED", "LOST", "DEPTH", "HELD", "FRONTS"}
    assert set(parameters) == {"BEFORE", "AFTER", "SECTORS", "SECTOR_FIELD"} | outputs
    assert parameters["BEFORE"].name() == "before"
    assert parameters["GAINED"] == "TEMPORARY_OUTPUT"


def test_corrected_dates_options_and_places_are_passed(ready):
    ready.view.dates[AFTER] = utc(2025, 7, 1)
    ready.view.options = {"POSITION_ERROR": 300.0, "PLACES": polygons("towns")}
    parameters = ready.presenter.setup.job().parameters
    assert parameters["AFTER_DATE"] == utc(2025, 7, 1)
    assert "BEFORE_DATE" not in parameters
    assert parameters["POSITION_ERROR"] == 300.0
    assert parameters["PLACES_CHANGED"] == "TEMPORARY_OUTPUT"


def test_a_run_is_shown_from_start_to_end(ready):
    ready.presenter.measure()
    assert ready.view.shown["running"][0] is True
    ready.runner.messaged.emit(int(Qgis.MessageLevel.Info), "Reading “before”")
    ready.runner.progressed.emit(40)
    assert ready.view.shown["status"] == "Reading “before”"
    assert ready.view.shown["progress"] == 40
    ready.runner.end("finished", results(QgsProject.instance()))
    assert ready.view.shown["running"][0] is False
    result, cards = ready.view.shown["result"]
    assert [card.text for card in cards] == []  # the whole cannot be shown where a column is not read
    assert result.headline == "The side gained 399.5 km²."
    assert result.rows[0]["sector"] == "Donetsk"
    assert result.rows[0]["lost_km2"] is None
    assert [column.field for column in result.columns] == ["sector", "net_km2", "gained_km2", "lost_km2"]


def test_results_arrive_as_a_named_group_on_top_and_nothing_else_moves(ready, project):
    names = [layer.name() for layer in project.mapLayers().values()]
    ready.presenter.measure()
    ready.view.layers[SECTORS] = None  # another choice during the run does not rename the result
    ready.runner.end("finished", results(project))
    assert project.layerTreeRoot().children()[0].name() == "2 Jun – 2 Jul 2025, regions"
    group = project.layerTreeRoot().findGroup("2 Jun – 2 Jul 2025, regions")
    assert [node.name() for node in group.findLayers()] == [
        "Gained 2 Jun – 2 Jul 2025",
        "Change per sector 2 Jun – 2 Jul 2025",
    ]
    assert set(names) < {layer.name() for layer in project.mapLayers().values()}
    assert {layer.customProperty(OUTPUT_PROPERTY) for layer in ready.view.hidden} == {"CHANGE", "GAINED"}
    assert ready.view.layers[BEFORE].name() == "before"


def test_results_are_not_proposed_as_maps(ready, project):
    ready.presenter.measure()
    ready.runner.end("finished", results(project))
    ready.presenter.layers_changed()
    assert {layer.name() for layer in ready.view.layers.values()} == {"before", "after", "regions"}


def test_inputs_changed_since_the_result_are_pointed_out(ready, project):
    ready.presenter.measure()
    ready.runner.end("finished", results(project))
    assert ready.view.shown["stale"] is False
    ready.view.options = {"NOISE_WIDTH": 0.0}
    ready.presenter.setup.inputs_changed()
    assert ready.view.shown["stale"] is True


def test_warnings_are_shown_once_and_not_endlessly(ready, project):
    ready.presenter.measure()
    for number in (1, 1, 2, 3, 4, 5, 6):
        ready.runner.messaged.emit(int(Qgis.MessageLevel.Warning), f"warning {number}")
    ready.runner.end("finished", results(project))
    assert ready.view.shown["result"][0].notes == [
        "warning 1",
        "warning 2",
        "warning 3",
        "warning 4",
        "2 more in the log.",
    ]


def test_failures_are_shown_in_full_and_forgotten_by_the_next_run(ready):
    ready.presenter.measure()
    ready.runner.end("failed", "Layer “before” is empty.\n\nChoose another one.")
    assert ready.view.shown["problem"] == ("Layer “before” is empty.\n\nChoose another one.", False)
    assert ready.view.shown["running"][0] is False
    ready.presenter.measure()
    assert ready.view.shown["problem"] == ("", False)


def test_a_run_that_does_not_start_leaves_the_button(ready):
    ready.runner.accepts = False
    ready.presenter.measure()
    assert ready.view.shown["problem"][0] == "“after” has no features"
    assert ready.view.shown["running"][0] is False


def test_a_run_without_a_library_does_not_lead_to_the_dock_that_it_was_started_in(ready):
    ready.presenter.measure()
    ready.problem = "shapely is missing"
    ready.runner.end("failed", "shapely is missing\nOpen Frontline Change from QGIS's Vector menu.")
    assert ready.view.shown["problem"] == ("shapely is missing", True)


def test_a_fault_of_ours_is_not_shown_as_a_traceback(ready):
    ready.presenter.measure()
    ready.runner.end("failed", 'Traceback (most recent call last):\n  File "x.py"\nKeyError: 3\n')
    text, _ = ready.view.shown["problem"]
    assert "fault of the plugin" in text
    assert "KeyError: 3" in text
    assert "x.py" not in text


def test_cancelling_is_reported_and_leaves_everything_as_it_was(ready, project):
    before = set(project.mapLayers())
    ready.presenter.measure()
    ready.presenter.cancel()
    assert ready.runner.asked_to_stop
    assert ready.view.shown["status"] == "Stopping …"
    ready.runner.end("cancelled")
    assert ready.view.shown["plan"][0].startswith("Stopped; nothing was changed. Will measure")
    assert set(project.mapLayers()) == before


def test_cancelling_when_nothing_runs_does_nothing(ready):
    ready.presenter.cancel()
    assert not ready.runner.asked_to_stop


@pytest.mark.parametrize(("signal", "words"), [("failed", ["“before” is empty"]), ("cancelled", [])])
def test_maps_that_wait_to_be_prepared_are_prepared_after_a_run_that_came_to_nothing(ready, signal, words):
    prepared = []
    ready.presenter.measure()
    for folder in ("one", "two"):
        ready.presenter.prepare("frontline:preparesnapshots", {"FOLDER": folder}, prepared.append)
    assert ready.runner.started[0] == "frontline:sectorchange"
    ready.runner.end(signal, *words)
    assert ready.runner.started == ("frontline:preparesnapshots", {"FOLDER": "one"})
    assert ready.view.shown["running"][0] is True
    assert ready.view.shown["problem"][0] == "".join(words)  # still to be read
    ready.runner.end("failed", "no maps")
    assert ready.runner.started[1] == {"FOLDER": "two"}
    ready.runner.end("finished", {"SNAPSHOTS": 1})
    assert prepared == [{"SNAPSHOTS": 1}]
    assert ready.view.shown["running"][0] is False


def test_a_project_that_goes_takes_run_and_result_along(ready, project):
    ready.presenter.measure()
    ready.view.layers = dict.fromkeys(ready.view.layers)
    project.clear()
    ready.presenter.project_cleared()
    assert ready.runner.asked_to_stop
    assert "Nothing measured yet" in ready.view.shown["empty"][0]
    assert "Add two dated maps" in ready.view.shown["plan"][0]


def test_periods_are_named_as_short_as_can_be():
    assert short_span_text(utc(2025, 6, 2), utc(2025, 7, 2)) == "2 Jun – 2 Jul 2025"
    assert short_span_text(utc(2024, 12, 31, 21), utc(2025, 1, 31, 21)) == "31 Dec 2024 – 31 Jan 2025"


# A row of the table


def test_a_row_goes_to_what_changed_and_outlines_its_sector(ready, project):
    ready.presenter.measure()
    ready.runner.end("finished", results(project))
    row = ready.view.shown["result"][0].rows[0]
    ready.presenter.results.row_chosen(row)
    ground, ((layer, ids),) = ready.view.shown["on_map"]
    assert [one.customProperty(OUTPUT_PROPERTY) for one, _ids in ground] == ["GAINED"]
    assert layer.customProperty(OUTPUT_PROPERTY) == "CHANGE"
    assert ids == [row[FEATURE_ID]]


def test_a_row_without_polygon_goes_to_the_ground_that_changed(ready, project):
    ready.presenter.measure()
    ready.runner.end("finished", results(project, "outside all sectors", with_polygon=False))
    ready.presenter.results.row_chosen(ready.view.shown["result"][0].rows[0])
    ((layer, ids),), outlined = ready.view.shown["on_map"]
    assert layer.customProperty(OUTPUT_PROPERTY) == "GAINED"
    assert len(ids) == 1
    assert outlined == [(layer, ids)]


def test_a_row_whose_layers_were_removed_does_no_harm(ready, project):
    ready.presenter.measure()
    ready.runner.end("finished", results(project))
    row = ready.view.shown["result"][0].rows[0]
    project.removeMapLayers([layer.id() for layer in ready.view.hidden])
    ready.presenter.results.row_chosen(row)
    assert "on_map" not in ready.view.shown


def test_what_is_marked_on_the_map_goes_when_its_layers_do(ready, project):
    ready.presenter.measure()
    ready.runner.end("finished", results(project))
    ready.presenter.results.row_chosen(ready.view.shown["result"][0].rows[0])
    assert "on_map" in ready.view.shown
    project.removeMapLayers([layer.id() for layer in ready.view.hidden])
    ready.presenter.layers_changed()
    assert "on_map" not in ready.view.shown
