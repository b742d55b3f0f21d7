# SPDX-License-Identifier: GPL-2.0-or-later
"""The history of runs: kept in the project, shown in the panel, and copied as commands that give the same numbers."""

import json
import re
import subprocess
import sys

import launch
import pytest
from frontline_change.sample import generate
from frontline_change.ui.history.panel import HistoryPanel
from frontline_change.ui.history.record import KEY, RUNS_KEPT, SCOPE, History, Run
from frontline_change.ui.history.snippets import process_line, program, python_snippet
from layers import box, layer
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QToolButton

ALGORITHM = "frontline:sectorchange"
GUARD_S = 240


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return generate(tmp_path_factory.mktemp("it's a sample; of maps"))


def file_layer(path) -> QgsVectorLayer:
    opened = QgsVectorLayer(str(path), path.stem, "ogr")
    assert opened.isValid()
    return opened


@pytest.fixture
def chosen(project, sample):
    """What the dock would run: layers, a corrected date, several classes, numbers, temporary outputs."""
    layers = {
        "BEFORE": file_layer(sample.maps[0]),
        "AFTER": file_layer(sample.maps[5]),
        "SECTORS": file_layer(sample.sectors),
        "THEATRE": file_layer(sample.theatre),
    }
    project.addMapLayers(list(layers.values()))
    return {
        **layers,
        "BEFORE_DATE": QDateTime(QDate(2018, 1, 1), QTime(6, 0), Qt.TimeSpec.UTC),
        "SECTOR_FIELD": "name",
        "CLASS_FIELD": "class",
        "CLASSES": ["held", "contested"],
        "NOISE_WIDTH": 0.0,
        "CHANGE": "TEMPORARY_OUTPUT",
        "GAINED": "TEMPORARY_OUTPUT",
    }


def some_run(number=0, **parameters):
    return Run(f"2025-07-0{1 + number % 9}T10:00:00Z", ALGORITHM, parameters, f"Run {number}: net +3 km².")


def numbers(results) -> dict:
    return {name: value for name, value in results.items() if name.endswith(("_KM2", "_KM"))}


# The record


def test_a_run_can_be_written_as_json(chosen):
    run = Run.of(ALGORITHM, chosen, "Net +3 km².")
    assert QDateTime.fromString(run.when, Qt.DateFormat.ISODate).secsTo(QDateTime.currentDateTimeUtc()) < 60
    assert json.loads(json.dumps(run.parameters)) == run.parameters
    assert run.parameters["BEFORE_DATE"] == "2018-01-01T06:00:00Z"
    assert run.parameters["CLASSES"] == ["held", "contested"]
    assert run.parameters["BEFORE"]["name"] == chosen["BEFORE"].name()


def test_the_history_is_back_after_saving_and_opening_the_project(project, chosen, tmp_path):
    history = History()
    history.add(Run.of(ALGORITHM, chosen, "Net “+3” km²\nand <more> & more"))
    history.save(project)
    kept = history.runs()
    path = str(tmp_path / "project.qgz")
    assert project.write(path)
    project.clear()
    history.load(project)
    assert history.runs() == []
    assert project.read(path)
    history.load(project)
    assert history.runs() == kept
    live = history.runs()[0].live_parameters(project)
    assert live["BEFORE"].source() == chosen_source(kept[0], "BEFORE")
    assert live["NOISE_WIDTH"] == 0.0


def chosen_source(run, name):
    return run.parameters[name]["source"]


def test_the_latest_comes_first_and_the_oldest_goes(project):
    history = History()
    for number in range(RUNS_KEPT + 3):
        history.add(some_run(number))
    assert len(history.runs()) == RUNS_KEPT
    assert history.runs()[0].headline.startswith(f"Run {RUNS_KEPT + 2}:")
    history.save(project)
    again = History()
    again.load(project)
    assert again.runs() == history.runs()


@pytest.mark.parametrize(
    "stored", ["", "{", "3", "null", '[3, null, {"when": 1}]', '[{"when": "x", "algorithm": "y", "parameters": 3}]']
)
def test_rubbish_in_a_project_is_no_history(project, stored):
    project.writeEntry(SCOPE, KEY, stored)
    history = History()
    history.load(project)
    assert history.runs() == []


def test_a_layer_that_was_removed_is_opened_from_its_file_and_a_temporary_one_is_missed(project, chosen):
    drawn = layer("drawn by hand", box(0, 0, 1, 1))
    project.addMapLayer(drawn)
    run = Run.of(ALGORITHM, {**chosen, "HOME": drawn}, "")
    assert run.live_parameters(project)["HOME"] is drawn
    assert run.missing_layers(project) == []
    path = chosen["BEFORE"].source()
    project.removeMapLayers([drawn.id(), chosen["BEFORE"].id()])
    live = run.live_parameters(project)
    assert live["BEFORE"] == path
    assert "HOME" not in live
    assert run.missing_layers(project) == ["drawn by hand"]


def test_a_layer_loaded_again_is_the_same(project, chosen):
    run = Run.of(ALGORITHM, chosen, "")
    source = chosen["BEFORE"].source()
    project.removeMapLayer(chosen["BEFORE"].id())
    again = QgsVectorLayer(source, "another name", "ogr")
    project.addMapLayer(again)
    assert run.live_parameters(project)["BEFORE"] is again


# Commands


@pytest.fixture
def measured(frontline, in_english, chosen):
    from qgis import processing

    return numbers(processing.run(ALGORITHM, chosen))


def test_the_snippet_gives_the_same_numbers(measured, chosen):
    names = {}
    exec(python_snippet(Run.of(ALGORITHM, chosen, "")), names)
    assert numbers(names["results"]) == measured
    assert measured["GAINED_KM2"] > 1


def test_the_line_gives_the_same_numbers_in_a_shell(measured, chosen, tmp_path):
    profile, plugins = tmp_path / "profile", launch.checkout_folder()
    launch.enable(profile, plugins)
    folder = tmp_path / "дуже довга назва теки" / ("a" * 200)
    folder.mkdir(parents=True)
    run = Run.of(ALGORITHM, chosen, "")
    line = process_line(run, windows=False)
    done = subprocess.run(
        line.replace(" run ", " --json run ", 1),
        shell=True,
        cwd=folder,
        env=launch.process_environment(profile, plugins),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=GUARD_S,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert numbers(json.loads(done.stdout)["results"]) == pytest.approx(measured, rel=1e-12)
    stamp = run.when.replace("-", "").replace(":", "")
    for name in ("change", "gained"):
        assert QgsVectorLayer(str(folder / f"{name}_{stamp}.gpkg"), name, "ogr").featureCount() > 0


def test_the_line_keeps_its_results(project):
    """What broke: qgis_process deletes a TEMPORARY_OUTPUT when it ends."""
    line = process_line(some_run(CHANGE="TEMPORARY_OUTPUT", GAINED="/tmp/gained.gpkg"), windows=False)
    comment, command = line.splitlines()
    assert comment == "# The results are written to files in the current folder."
    assert command.endswith("CHANGE=change_20250701T100000Z.gpkg GAINED=/tmp/gained.gpkg")
    assert "\n" not in process_line(some_run(GAINED="/tmp/gained.gpkg"), windows=False)


@pytest.mark.parametrize(
    ("package", "files", "expected"),
    [
        ("qgis", ["qgis_process-qgis.bat"], "qgis_process-qgis.bat"),
        ("qgis-ltr", ["qgis_process-qgis-ltr.bat"], "qgis_process-qgis-ltr.bat"),
        ("qgis", ["qgis_process-qgis-ltr.bat", "qgis_process-qgis.bat"], "qgis_process-qgis.bat"),
        ("qgis-ltr", ["qgis_process-qgis-ltr.bat", "qgis_process-qgis.bat"], "qgis_process-qgis-ltr.bat"),
        ("qgis-dev", ["qgis_process-qgis-dev.bat", "qgis_process-qgis.bat"], "qgis_process-qgis-dev.bat"),
        ("prefix", ["qgis_process-qgis-ltr.bat"], "qgis_process-qgis-ltr.bat"),
    ],
)
def test_on_windows_the_program_is_the_batch_file_of_this_qgis(tmp_path, package, files, expected):
    folder = tmp_path / "Program Files" / "QGIS Київ" / "bin"
    folder.mkdir(parents=True)
    for name in files:
        (folder / name).touch()
    assert program(folder, package, windows=True) == str(folder / expected)


def test_the_program_of_other_systems(tmp_path, monkeypatch):
    """On Debian the one without .bin fails; in the application of macOS it is not on the path."""
    tools, inside = tmp_path / "tools", tmp_path / "MacOS"
    for path in (tools / "qgis_process.bin", tools / "qgis_process", inside / "bin" / "qgis_process"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tools))
    assert program(tmp_path, "usr", windows=False) == "qgis_process.bin"
    (tools / "qgis_process.bin").unlink()
    assert program(tmp_path, "usr", windows=False) == "qgis_process"
    (tools / "qgis_process").unlink()
    assert program(inside, "MacOS", windows=False) == str(inside / "bin" / "qgis_process")
    assert program(tmp_path, "usr", windows=False) == "qgis_process"


@pytest.mark.parametrize(
    ("value", "argument"),
    [
        ("C:\\мапи\\червень 2025.gpkg", '"BEFORE=C:\\мапи\\червень 2025.gpkg"'),
        ("C:\\maps\\", '"BEFORE=C:\\maps\\\\"'),  # a single one would make the closing quote part of the value
        ('a\\"b', '"BEFORE=a\\\\""b"'),
        ("C:\\" + "довга тека\\" * 30 + "a.gpkg", '"BEFORE=C:\\' + "довга тека\\" * 30 + 'a.gpkg"'),
    ],
)
def test_paths_of_windows_stay_whole(value, argument):
    assert process_line(some_run(BEFORE=value), windows=True).endswith(f" -- {argument}")


def after_the_prompt(line, variables):
    """A line as the command prompt of Windows reads it: known variables become values, also within quotes."""
    read, rest = "", line
    while rest:
        name, found, after = rest[1:].partition("%")
        if rest[0] == "%" and found and name.partition(":")[0].upper() in variables:
            read, rest = read + variables[name.partition(":")[0].upper()], after
        else:
            read, rest = read + rest[0], rest[1:]
    return read


def arguments_of(line):
    """The arguments of a line by the rules of the C library of Windows."""
    read, in_quotes = [""], False
    for slashes, other in re.findall(r'(\\*)(""|"|[^\\"]|$)', line):
        read[-1] += slashes[: len(slashes) // 2] if other.startswith('"') else slashes
        if other.startswith('"') and len(slashes) % 2:
            read[-1] += '"'
            in_quotes ^= other == '""'
        elif other == '""' and in_quotes:
            read[-1] += '"'
        elif other == '"':
            in_quotes = not in_quotes
        elif other == " " and not in_quotes:
            read.append("")
        elif other != '""':
            read[-1] += other
    return read


@pytest.mark.parametrize(
    "value",
    [
        "C:\\maps\\%PATH%\\june.gpkg",
        "%PATH%",
        "100 % of %path%TEMP% and %date:~0,4%",
        'it\'s "%TEMP%" \\%PATH%\\',
        "file:///C:/my%20maps/%C3%A9t%C3%A9.csv?delimiter=%25",
        "%P%",
        "%PATH",
    ],
)
def test_a_value_with_the_name_of_a_variable_is_not_changed_at_the_prompt_of_windows(value, monkeypatch):
    """What broke: a folder or a field with `%NAME%` in its name became the value of that variable."""
    known = {"PATH": "C:\\Windows", "TEMP": "C:\\Temp", "P": "p", "DATE": "2025-07-01"}
    for name in ("PATH", "TEMP", "P"):
        monkeypatch.setenv(name, known[name])
    line = process_line(some_run(SECTOR_FIELD=value, NOISE_WIDTH=700), windows=True)
    wanted = ["run", ALGORITHM, "--", f"SECTOR_FIELD={value}", "NOISE_WIDTH=700"]
    assert arguments_of(after_the_prompt(line, known))[1:] == wanted


def test_a_percent_sign_that_begins_no_variable_stays_as_it_is():
    """As any shell reads it, also PowerShell."""
    assert process_line(some_run(BEFORE="C:\\my%20maps\\100%.gpkg"), windows=True).endswith(
        '"BEFORE=C:\\my%20maps\\100%.gpkg"'
    )


def test_a_layer_in_no_file_is_named_honestly(project):
    drawn = layer("drawn by\nhand", box(0, 0, 1, 1))
    run = Run.of(ALGORITHM, {"BEFORE": drawn, "AFTER": drawn}, "")
    line, snippet = process_line(run, windows=False), python_snippet(run)
    for text in (line, snippet):
        comment = text.splitlines()[0]
        assert comment.startswith("# The layer “drawn by hand” is in no file")
        assert text.count("is in no file") == 1
    assert process_line(run, windows=True).startswith("REM The layer")
    assert drawn.id() in snippet
    compile(snippet, "snippet", "exec")


def test_quotes_in_names_stay_inside_their_argument():
    run = some_run(SECTOR_FIELD='it\'s "x"; rm -rf $HOME & %PATH%', NOISE_WIDTH=700)
    line = process_line(run, windows=False)
    shown = subprocess.run(
        ["sh", "-c", "printf '%s\\n' " + line.partition(" ")[2]], capture_output=True, text=True, check=True
    )
    assert shown.stdout.splitlines() == [
        "run",
        ALGORITHM,
        "--",
        'SECTOR_FIELD=it\'s "x"; rm -rf $HOME & %PATH%',
        "NOISE_WIDTH=700",
    ]
    field = 'it\'s ""x""; rm -rf $HOME & %"P"ATH%'
    assert process_line(run, windows=True) == (
        f'qgis_process-qgis.bat run {ALGORITHM} -- "SECTOR_FIELD={field}" "NOISE_WIDTH=700"'
    )


# The panel


@pytest.fixture
def panel(qtbot):
    panel = HistoryPanel()
    qtbot.addWidget(panel)
    panel.resize(400, 300)
    panel.show()
    return panel


def test_an_empty_history_states_what_to_do(panel):
    assert panel.empty.isVisible()
    assert not panel.tree.isVisible()
    assert "Measure" in panel.empty.text()


def test_runs_are_listed_with_when_and_headline(panel):
    panel.show_runs([some_run(1), some_run(0)])
    assert panel.tree.isVisible()
    assert [panel.tree.topLevelItem(row).text(1) for row in range(2)] == ["Run 1: net +3 km².", "Run 0: net +3 km²."]
    assert "2025" in panel.tree.topLevelItem(0).text(0) or "25" in panel.tree.topLevelItem(0).text(0)
    assert panel.chosen().headline.startswith("Run 1")


def test_a_long_headline_can_be_read_whole(panel, qtbot):
    panel.show_runs([Run("2025-07-01T10:00:00Z", ALGORITHM, {}, "a word " * 40), some_run()])
    qtbot.wait(50)
    tree = panel.tree
    heights = [tree.visualItemRect(tree.topLevelItem(row)).height() for row in range(2)]
    assert heights[0] > 3 * heights[1]
    panel.resize(1400, 300)
    qtbot.wait(50)
    assert tree.visualItemRect(tree.topLevelItem(0)).height() < heights[0] / 2


def test_the_chosen_run_stays_chosen_when_another_comes(panel):
    old = some_run(0)
    panel.show_runs([old])
    panel.show_runs([some_run(1), old])
    assert panel.chosen() is old


@pytest.mark.parametrize(("name", "key"), [("repeat", Qt.Key.Key_Return), ("remove", Qt.Key.Key_Delete)])
def test_keys_act_on_the_chosen_run(panel, qtbot, name, key):
    runs = [some_run(0), some_run(1)]
    panel.show_runs(runs)
    panel.activateWindow()
    panel.tree.setFocus()
    qtbot.keyClick(panel.tree, Qt.Key.Key_Down)
    with qtbot.waitSignal(getattr(panel, f"{name}_wanted"), timeout=60_000) as received:
        qtbot.keyClick(panel.tree, key)
    assert received.args == [runs[1]]


def test_every_action_has_a_button_with_a_name_that_the_keyboard_reaches(panel):
    panel.show_runs([some_run()])
    buttons = panel.findChildren(QToolButton)
    assert {button.defaultAction() for button in buttons} == set(panel.tree.actions())
    for button in buttons:
        assert button.accessibleName()
        assert button.accessibleDescription()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert button.isEnabled()


def test_copying_puts_the_commands_on_the_clipboard(panel, project, chosen):
    run = Run.of(ALGORITHM, chosen, "")
    panel.show_runs([run])
    panel.copy_line.trigger()
    assert QGuiApplication.clipboard().text() == process_line(run, windows=sys.platform == "win32")
    panel.copy_python.trigger()
    assert QGuiApplication.clipboard().text() == python_snippet(run)


def test_dialog_and_repeat_ask_for_the_chosen_run(panel, qtbot):
    run = some_run()
    panel.show_runs([run])
    for action, signal in ((panel.open_dialog, panel.dialog_wanted), (panel.repeat, panel.repeat_wanted)):
        with qtbot.waitSignal(signal, timeout=60_000) as received:
            action.trigger()
        assert received.args == [run]


def test_without_runs_nothing_can_be_pressed(panel):
    panel.show_runs([some_run()])
    panel.show_runs([])
    assert not any(action.isEnabled() for action in panel.tree.actions())
    assert panel.chosen() is None
