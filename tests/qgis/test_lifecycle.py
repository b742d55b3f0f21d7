# SPDX-License-Identifier: GPL-2.0-or-later
"""Loading and unloading, and what every algorithm owes its users: help, icon, tags, cancelling."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import PUBLIC, ROOT
from frontline_change.plugin import FrontlineChangePlugin
from frontline_change.processing import base
from frontline_change.processing.algorithms import algorithm_classes
from frontline_change.processing.shipped_model import model_paths
from heartbeat import Stopwatch
from layers import box, layer
from qgis.core import (
    NULL,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingDestinationParameter,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProject,
)
from qgis.gui import QgsProcessingToolboxModel
from qgis.PyQt.QtCore import QDate, QLocale
from qgis.PyQt.QtWidgets import QMainWindow
from rules import every

STARTUP_BUDGET_S = 0.05

ALGORITHMS = algorithm_classes()
every_algorithm = every("algorithm", [made() for made in ALGORITHMS], label=lambda made: made.name())


class Iface:
    """As much of QGIS's interface as starting up needs."""

    def __init__(self):
        self._window = QMainWindow()

    def mainWindow(self):
        return self._window

    def addToolBarIcon(self, action):
        self._window.addAction(action)

    def addDockWidget(self, area, dock):
        self._window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self._window.removeDockWidget(dock)

    removeToolBarIcon = addPluginToVectorMenu = removePluginVectorMenu = lambda self, *arguments: None


def frontline_provider():
    return QgsApplication.processingRegistry().providerById("frontline")


# Loading


@pytest.fixture
def new_plugin(qgis_processing):
    """Makes the plugin anew; what a test that fails leaves loaded would make others fail."""
    made = []

    def new(iface):
        made.append(FrontlineChangePlugin(iface))
        return made[-1]

    yield new
    for plugin in made:
        plugin.unload()


def test_initprocessing_alone_gives_the_provider(new_plugin):
    """As in qgis_process, where there is no interface."""
    plugin = new_plugin(None)
    plugin.initProcessing()
    models = {path.stem for path in model_paths()}
    assert {one.name() for one in frontline_provider().algorithms()} == {made.NAME for made in ALGORITHMS} | models
    plugin.unload()
    assert frontline_provider() is None


def shown_in(toolbox):
    """The entries of the toolbox below the provider, by group."""
    (provider,) = [
        index
        for index in (toolbox.index(row, 0) for row in range(toolbox.rowCount()))
        if toolbox.providerIdForIndex(index) == "frontline"
    ]
    groups = [toolbox.index(row, 0, provider) for row in range(toolbox.rowCount(provider))]
    return {
        group.data(): {toolbox.index(row, 0, group).data() for row in range(toolbox.rowCount(group))}
        for group in groups
    }


def test_a_toolbox_that_is_already_open_shows_the_models(new_plugin):
    """As in QGIS, whose toolbox is there before the plugin is loaded."""
    toolbox = QgsProcessingToolboxModel()
    new_plugin(None).initProcessing()
    assert shown_in(toolbox)["Models"] == {
        "Monthly report from a folder of maps",
        "Two newest maps: warn of a large net change",
        "Prepare, measure by month, project",
    }


def test_loaded_and_unloaded_again_and_again(new_plugin):
    for _ in range(3):
        plugin = new_plugin(Iface())
        plugin.initGui()
        assert frontline_provider() is not None
        plugin.unload()
        assert frontline_provider() is None


def test_starting_up_takes_no_time(new_plugin):
    spent_s = []
    for _ in range(5):
        plugin = new_plugin(Iface())
        with Stopwatch() as watch:
            plugin.initGui()
        spent_s.append(watch.took_s)
        plugin.unload()
    assert min(spent_s) < STARTUP_BUDGET_S


LOADS_WITHOUT = """
import importlib.util, sys
for name in ("numpy", "shapely", "pyproj", "matplotlib", "scipy", "pandas", "osgeo.gdal_array"):
    sys.modules[name] = None
root = sys.argv[1]
start = root + "/__init__.py"
spec = importlib.util.spec_from_file_location("frontline_change", start, submodule_search_locations=[root])
package = importlib.util.module_from_spec(spec)
sys.modules["frontline_change"] = package
spec.loader.exec_module(package)
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback
app = QgsApplication([], True)
app.initQgis()
from frontline_change.plugin import FrontlineChangePlugin
import frontline_change.ui.dock
plugin = FrontlineChangePlugin(None)
plugin.initProcessing()
provider = QgsApplication.processingRegistry().providerById("frontline")
for algorithm in provider.algorithms():
    print("ALGORITHM", algorithm.id(), len(algorithm.shortHelpString()) > 0)
able, reason = provider.algorithms()[0].canExecute()
print("ABLE", able, reason)
print("LOADED", sorted(name for name in ("numpy", "shapely", "pyproj") if sys.modules.get(name)))
plugin.unload()
del provider, algorithm, plugin
app.exitQgis()
"""


def test_the_plugin_loads_where_no_library_is_installed(tmp_path):
    script = tmp_path / "load.py"
    script.write_text(LOADS_WITHOUT)
    done = subprocess.run(
        [sys.executable, str(script), str(ROOT)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    listed = re.findall(r"ALGORITHM (frontline:\w+) True", done.stdout)
    models = {path.stem for path in model_paths()}
    assert {name.split(":")[1] for name in listed} == {made.NAME for made in ALGORITHMS} | models
    assert "LOADED []" in done.stdout


# What every algorithm owes its users


@every_algorithm
def test_names_and_groups(algorithm):
    assert re.fullmatch(r"[a-z]+", algorithm.name())
    assert algorithm.displayName()
    assert algorithm.group()
    assert re.fullmatch(r"[a-z]+", algorithm.groupId())
    assert algorithm.shortDescription().endswith(".")
    assert algorithm.helpUrl().startswith("https://")
    assert isinstance(algorithm.createInstance(), type(algorithm))


@every_algorithm
def test_tags_find_it(algorithm):
    tags = algorithm.tags()
    assert len(tags) > 5
    assert all(tag == tag.strip() != "" for tag in tags)


@every_algorithm
def test_icon(algorithm):
    assert Path(algorithm.svgIconPath()).is_file()
    assert not algorithm.icon().pixmap(32, 32).isNull()


@every_algorithm
def test_help_is_a_page(algorithm):
    page = algorithm.shortHelpString()
    assert page.startswith("<")
    assert len(re.findall(r"<(?:div|li|h3)\b", page)) > 8
    page = base.help_path(algorithm.name()).read_text(encoding="utf-8")
    assert page.startswith(f"# {algorithm.displayName()}\n")


def test_the_page_of_sectorchange_explains_every_parameter_output_and_field():
    page = plain(next(made() for made in ALGORITHMS if made.NAME == "sectorchange").shortHelpString())
    public = PUBLIC["frontline:sectorchange"]
    names = {*public["inputs"], *public["layers"], *public["numbers"], *public["strings"]}
    names |= {field for fields in public["layers"].values() for field in fields}
    assert {name for name in names if not re.search(rf"\b{name}\b", page)} == set()


def plain(page):
    """The words of a page."""
    return re.sub(r"<[^>]+>", " ", page)


@every_algorithm
def test_every_input_has_a_help_text_of_its_own(algorithm):
    for definition in algorithm.parameterDefinitions():
        is_input = not isinstance(definition, QgsProcessingDestinationParameter)
        if is_input and not (len(definition.help()) > 20 and definition.help().endswith(".")):
            yield f"{definition.name()}: “{definition.help()}”"


@every_algorithm
def test_every_optional_input_may_be_left_empty(algorithm):
    context = QgsProcessingContext()
    for definition in algorithm.parameterDefinitions():
        if definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional:
            for nothing in (None, NULL):
                if not definition.checkValueIsAcceptable(nothing, context):
                    yield f"{definition.name()} = {nothing!r}"


@every_algorithm
def test_help_in_the_users_language_where_there_is_one(algorithm):
    before = QLocale()
    for locale in ("en_GB", "uk_UA", "de_DE", "tlh"):
        QLocale.setDefault(QLocale(locale))
        assert base.help_path(algorithm.name()).is_file()
    QLocale.setDefault(before)


# Runs on sample parameters


def series():
    days = [(QDate(2025, 6, 2),), (QDate(2025, 7, 2),)]
    return layer("maps", box(30, 50, 31, 51), box(30, 50, 31.1, 51), fields="date:date", rows=days)


SAMPLES = {
    "frontline:sectorchange": {"BEFORE_DATE": "2025-06-02", "AFTER_DATE": "2025-07-02", "CHANGE": "memory:"},
    "frontline:changeseries": {"PERIOD": "snapshot", "SERIES": "memory:"},
    "frontline:capturedate": {"CAPTURE": "memory:"},
}


@pytest.fixture(params=SAMPLES)
def sample_run(request, frontline, qgis_new_project):
    """An algorithm with parameters that it takes, a context and a feedback."""
    maps, context = series(), QgsProcessingContext()
    context.setProject(QgsProject.instance())
    made = QgsApplication.processingRegistry().createAlgorithmById(request.param)
    inputs = {name: maps for name in ("BEFORE", "AFTER", "SNAPSHOTS") if made.parameterDefinition(name)}
    return made, {**inputs, **SAMPLES[request.param]}, context, QgsProcessingFeedback(False)


def test_sample_parameters_are_accepted_and_run(sample_run):
    algorithm, parameters, context, feedback = sample_run
    assert algorithm.checkParameterValues(parameters, context) == (True, "")
    outputs, done = algorithm.run(parameters, context, feedback)
    assert done
    values = ("outputNumber", "outputString")
    assert {output.name() for output in algorithm.outputDefinitions() if output.type() in values} <= set(outputs)


def test_cancelled_at_once_it_returns_cleanly(sample_run):
    algorithm, parameters, context, feedback = sample_run
    feedback.cancel()
    outputs, done = algorithm.run(parameters, context, feedback, {}, False)
    assert (outputs, done) == ({}, True)
