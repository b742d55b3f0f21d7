# SPDX-License-Identifier: GPL-2.0-or-later
"""Two runs into one file at once, and runs that are killed while they move their results.

What broke: of two runs that created one GeoPackage at once, the second replaced the file of the first. A run killed
between two moves left the old file in a hidden folder, and nothing at its destination.
"""

import os
import select
import signal
import sqlite3
import subprocess
import sys
import threading
import traceback
from contextlib import closing
from pathlib import Path

import launch
import pytest
from frontline_change.plugin import FrontlineChangePlugin
from frontline_change.processing.outputs import folder_locks, moves, recovery, staged_outputs
from frontline_change.processing.outputs.database import AddedTables
from frontline_change.processing.outputs.staged_outputs import StagedOutputs
from layers import box, layer
from osgeo import gdal, ogr, osr
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop

GUARD_S = 120
DRIVERS = {".gpkg": "GPKG", ".shp": "ESRI Shapefile", ".geojson": "GeoJSON"}
TRACED = {module.__file__ for module in (folder_locks, moves, recovery, staged_outputs)}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills copies of this process")


def in_table(path, table):
    return f"ogr:dbname='{path}' table=\"{table}\" (geom)"


def write(path, table, number, count=5):
    """Some polygons with a number, as a table of a new or existing file."""
    driver = ogr.GetDriverByName(DRIVERS[path.suffix])
    data = (
        gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE) if path.exists() else driver.CreateDataSource(str(path))
    )
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    made = data.CreateLayer(table, degrees, geom_type=ogr.wkbPolygon)
    made.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
    for _ in range(count):
        feature = ogr.Feature(made.GetLayerDefn())
        feature.SetField("number", number)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(box(30, 50, 31, 51)))
        made.CreateFeature(feature)


def stage(staged, destination, table, number):
    """Stage an output with a number."""
    text = staged.stage(destination)
    path = Path(text.split("'")[1] if text.startswith("ogr:") else text)
    write(path, table, number)


def numbers_in(path):
    """The numbers in each table of a file, read without QGIS; asserts that the file is whole."""
    if path.suffix == ".gpkg":
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            names = [name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")]
            return {name: connection.execute(f'SELECT number FROM "{name}"').fetchall() for name in names}
    data = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    return {data.GetLayer(0).GetName(): [(row.GetField("number"),) for row in data.GetLayer(0)]}


def in_a_copy(work, *arguments):
    """Do work in a copy of this process; return the id of the copy."""
    child = os.fork()
    if child == 0:
        try:
            work(*arguments)
            os._exit(0)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    return child


def status_of(child):
    return os.waitpid(child, 0)[1]


# Two runs at once


def barrier():
    """A function that returns when it has been called in two copies."""
    here, there = os.pipe(), os.pipe()

    def meet(number):
        os.write((here, there)[number][1], b"x")
        ready, *_ = select.select([(here, there)[1 - number][0]], [], [], GUARD_S)
        assert ready, "the other copy has failed"

    return meet


@pytest.mark.parametrize("kinds", ["tables", "table and file", "new and existing"])
def test_two_programs_create_one_geopackage(tmp_path, kinds):
    """Twenty times: both have staged their results before the first moves."""

    def run_one(path, number, meet):
        staged = StagedOutputs()
        name = f"t{number}"
        if kinds == "table and file" and number == 1:
            name = path.stem
            stage(staged, str(path), name, number)
        else:
            stage(staged, in_table(path, name), name, number)
        meet(number)
        staged.move_to_destinations()
        staged.discard()

    for attempt in range(20):
        path = tmp_path / f"x{attempt}.gpkg"
        if kinds == "new and existing":
            write(path, "mine", 7)
        meet = barrier()
        children = [in_a_copy(run_one, path, number, meet) for number in (0, 1)]
        assert [status_of(child) for child in children] == [0, 0]
        mine = {"mine": [(7,)] * 5} if kinds == "new and existing" else {}
        second = path.stem if kinds == "table and file" else "t1"
        assert numbers_in(path) == {**mine, "t0": [(0,)] * 5, second: [(1,)] * 5}
    assert {file.suffix for file in tmp_path.iterdir()} == {".gpkg"}


def test_a_run_whose_folder_another_takes_for_a_leftover_makes_another(tmp_path, monkeypatch):
    """What broke: removed by another run before its own had locked it, a folder ended its run: “The disk is full”."""
    lock, taken = recovery.lock, []

    def lock_later(path):
        if not taken:
            taken.append(path)
            recovery.recover(tmp_path)
        return lock(path)

    monkeypatch.setattr(recovery, "lock", lock_later)
    made = recovery.HiddenFolder(tmp_path)
    assert taken[0].parent != made.path
    assert list(tmp_path.iterdir()) == [made.path]
    made.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_locked_while_another_run_gives_it_up_stays(tmp_path, monkeypatch):
    """What broke: it was removed under the run that had just locked it."""
    lock, held = recovery.lock, []
    hidden = tmp_path / f"{recovery.PREFIX}made"
    hidden.mkdir()

    class Unlocked:
        def __init__(self, path):
            self.path, self.lock = path, lock(path)

        def unlock(self):
            self.lock.unlock()
            held.append(lock(self.path))

    monkeypatch.setattr(recovery, "lock", Unlocked)
    recovery.recover(tmp_path)
    assert held[0] is not None
    assert hidden.is_dir()
    held[0].unlock()


def test_two_tasks_of_one_qgis_create_one_geopackage(frontline, project, tmp_path):
    """Twenty times, in the threads of QGIS's task manager."""
    given = {
        "BEFORE": layer("front_20250602", box(30, 50, 31, 51)),
        "AFTER": layer("front_20250702", box(30, 50, 31.1, 51)),
    }
    for attempt in range(20):
        path, ended, kept = tmp_path / f"x{attempt}.gpkg", [], []
        for name in ("first", "second"):
            context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
            context.setProject(project)
            algorithm = QgsApplication.processingRegistry().createAlgorithmById("frontline:sectorchange")
            parameters = {**given, "CHANGE": in_table(path, name)}
            task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
            task.executed.connect(lambda done, _results, ended=ended: ended.append(done))
            kept.append((algorithm, context, feedback, task))
        for *_, task in kept:
            QgsApplication.taskManager().addTask(task)
        while len(ended) < 2:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        assert ended == [True, True], [feedback.textLog() for _, _, feedback, _ in kept]
        for name in ("first", "second"):
            made = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
            assert made.featureCount() == 1
            assert len(made.metadata().history()) == 1
    assert list(tmp_path.glob(".frontline*")) == []


def test_two_commands_create_one_geopackage(tmp_path, tmp_path_factory):
    profile = tmp_path_factory.mktemp("profile")
    plugins = launch.checkout_folder()
    launch.enable(profile, plugins)
    write(tmp_path / "front_20250602.gpkg", "front_20250602", 1)
    write(tmp_path / "front_20250702.gpkg", "front_20250702", 1)
    path = tmp_path / "results.gpkg"
    commands = [
        subprocess.Popen(
            [
                *(launch.program("qgis_process"), "run", "frontline:sectorchange", "--"),
                *(f"BEFORE={tmp_path}/front_20250602.gpkg", f"AFTER={tmp_path}/front_20250702.gpkg"),
                f"CHANGE={in_table(path, name)}",
            ],
            env=launch.process_environment(profile, plugins),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        for name in ("first", "second")
    ]
    texts = [command.communicate(timeout=GUARD_S)[0].decode() for command in commands]
    assert [command.returncode for command in commands] == [0, 0], texts
    with closing(sqlite3.connect(path)) as connection:
        listed = {name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")}
    assert listed == {"first", "second"}


def test_a_cancel_while_another_run_moves_its_results(tmp_path):
    class Stop(Exception):  # noqa: N818
        pass

    def stop():
        raise Stop

    staged = StagedOutputs()
    stage(staged, str(tmp_path / "x.gpkg"), "x", 1)
    with folder_locks.locked([tmp_path]), pytest.raises(Stop):
        staged.move_to_destinations(stop)
    staged.discard()
    assert list(tmp_path.iterdir()) == []


def test_a_lock_is_waited_for(tmp_path):
    staged, entered, leave = StagedOutputs(), threading.Event(), threading.Event()

    def hold():
        with folder_locks.locked([tmp_path]):
            entered.set()
            leave.wait(GUARD_S)

    thread = threading.Thread(target=hold)
    thread.start()
    entered.wait(GUARD_S)
    stage(staged, str(tmp_path / "x.gpkg"), "x", 1)
    waited = []
    staged.move_to_destinations(lambda: (waited.append(1), leave.set()))
    staged.discard()
    thread.join()
    assert waited
    assert [path.name for path in tmp_path.iterdir()] == ["x.gpkg"]


# Killed


def existing(folder, number):
    """What a run writes: files of several kinds in two folders, and a table in a database that has others."""
    (folder / "other").mkdir(exist_ok=True)
    return {
        "gpkg": {str(folder / "whole.gpkg"): ("whole", number)},
        "shp": {str(folder / "parts.shp"): ("parts", number)},
        "table": {in_table(folder / "mine.gpkg", "result"): ("result", number)},
        "many": {
            str(folder / "whole.gpkg"): ("whole", number),
            str(folder / "other" / "parts.shp"): ("parts", number),
            str(folder / "other" / "text.geojson"): ("text", number),
            in_table(folder / "mine.gpkg", "result"): ("result", number),
        },
    }


def state(folder, suffixes=tuple(DRIVERS)):
    """The numbers in each file of a folder."""
    found = [path for path in folder.rglob("*") if path.suffix in suffixes and ".frontline-" not in str(path.parent)]
    return {path.name: numbers_in(path) for path in found}


def expected(kind, number):
    names = {"gpkg": ["whole.gpkg"], "shp": ["parts.shp"], "table": ["mine.gpkg"]}
    rows = {
        "whole.gpkg": {"whole": [(number,)] * 5},
        "parts.shp": {"parts": [(number,)] * 5},
        "text.geojson": {"text": [(number,)] * 5},
        "mine.gpkg": {"mine": [(7,)] * 5, **({"result": [(number,)] * 5} if number else {})},
    }
    names = names.get(kind, ["whole.gpkg", "parts.shp", "text.geojson", "mine.gpkg"])
    wanted = {name: rows[name] for name in names if number or name == "mine.gpkg"}
    return {"mine.gpkg": rows["mine.gpkg"], **wanted} if kind == "many" else wanted


def run(folder, kind, number, at_line=0, report=None):
    """Write results with a number, and be killed before some line of the code that moves them."""
    staged, lines = StagedOutputs(), [0]
    for destination, (table, value) in existing(folder, number)[kind].items():
        stage(staged, destination, table, value)

    def trace(frame, event, _):
        if frame.f_code.co_filename not in TRACED:
            return None
        if event == "line":
            lines[0] += 1
            if lines[0] == at_line:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)
    staged.move_to_destinations()
    staged.discard()
    sys.settrace(None)
    if report is not None:
        os.write(report, str(lines[0]).encode())


@pytest.mark.slow
@pytest.mark.parametrize("had_results", [True, False], ids=["replaced", "new"])
@pytest.mark.parametrize("kind", ["gpkg", "shp", "table", "many"])
def test_a_kill_while_results_are_moved(tmp_path, kind, had_results):
    """At fifty moments: each file is whole at once; all are old or all are new after the next look at the folder."""

    def fresh(name):
        folder = tmp_path / name
        folder.mkdir()
        if kind in ("table", "many"):
            write(folder / "mine.gpkg", "mine", 7)
        if had_results:
            run(folder, kind, 1)
            if kind == "shp":
                (folder / "parts.qix").write_text("an index of the older result")
        return folder

    old, new = expected(kind, 1 if had_results else 0), expected(kind, 2)
    reading, writing = os.pipe()
    folder = fresh("all")
    assert status_of(in_a_copy(run, folder, kind, 2, 0, writing)) == 0
    lines = int(os.read(reading, 100))
    assert lines > 50
    outcomes = set()
    for moment in range(50):
        folder = fresh(str(moment))
        at_line = 1 + moment * (lines - 1) // 49
        assert status_of(in_a_copy(run, folder, kind, 2, at_line)) == signal.SIGKILL
        now = state(folder, (".gpkg", ".geojson"))  # each is one file
        for name, tables in now.items():
            assert tables in (old.get(name), new[name]), (at_line, name)
        if had_results:
            assert now.keys() == new.keys() - {"parts.shp"}
        recovery.recover(folder)
        recovery.recover(folder / "other")
        assert state(folder) in (old, new), at_line
        assert (folder / "parts.qix").exists() == (kind == "shp" and had_results and state(folder) == old)
        outcomes.add(state(folder) == new)
        assert [path for path in folder.rglob(".frontline*") if path.name != folder_locks.FOLDER_LOCK] == []
    assert outcomes == {True, False}


def killed(folder, kind):
    """Be killed in the middle of the moves."""

    def die(*_):
        os.kill(os.getpid(), signal.SIGKILL)

    def work():
        moves.Step.finish = die
        AddedTables.commit = die
        run(folder, kind, 2)

    assert status_of(in_a_copy(work)) == signal.SIGKILL
    assert list(folder.glob(".frontline-*"))


def test_the_next_run_finishes_what_was_killed(sectorchange, tmp_path):
    killed(tmp_path, "shp")
    given = {
        "BEFORE": layer("front_20250602", box(30, 50, 31, 51)),
        "AFTER": layer("front_20250702", box(30, 50, 31.1, 51)),
    }
    sectorchange(**given, CHANGE=str(tmp_path / "change.gpkg"))
    assert numbers_in(tmp_path / "parts.shp") == {"parts": [(2,)] * 5}
    assert list(tmp_path.glob(".frontline*")) == []


def test_the_start_of_the_plugin_finishes_what_was_killed(qgis_iface, tmp_path):
    (tmp_path / "results").mkdir()
    recovery.remember([tmp_path / "nowhere"])
    killed(tmp_path / "results", "gpkg")
    plugin = FrontlineChangePlugin(qgis_iface)
    plugin.initGui()
    plugin.unload()
    for thread in threading.enumerate():
        if thread.name == recovery.THREAD:
            thread.join(GUARD_S)
    assert numbers_in(tmp_path / "results" / "whole.gpkg") == {"whole": [(2,)] * 5}
    assert list((tmp_path / "results").glob(".frontline*")) == []


def test_a_moved_folder_is_recovered(tmp_path):
    (tmp_path / "results").mkdir()
    killed(tmp_path / "results", "shp")
    (tmp_path / "results").rename(tmp_path / "elsewhere")
    recovery.recover(tmp_path / "elsewhere")
    assert numbers_in(tmp_path / "elsewhere" / "parts.shp") == {"parts": [(2,)] * 5}


def test_a_living_run_is_left_alone(tmp_path):
    staged = StagedOutputs()
    stage(staged, str(tmp_path / "x.gpkg"), "x", 1)
    recovery.recover(tmp_path)
    staged.move_to_destinations()
    staged.discard()
    assert numbers_in(tmp_path / "x.gpkg") == {"x": [(1,)] * 5}


def test_files_that_an_older_version_left(tmp_path):
    """It had moved the old file away when it was killed, and kept no journal."""
    hidden = tmp_path / ".frontline-0123456789abcdef"
    for part in ("old", "new"):
        (hidden / part).mkdir(parents=True)
    write(hidden / "old" / "x.gpkg", "x", 1)
    recovery.recover(tmp_path)
    assert hidden.is_dir()  # it may be at work
    os.utime(hidden, (1e9, 1e9))
    recovery.recover(tmp_path)
    assert numbers_in(tmp_path / "x.gpkg") == {"x": [(1,)] * 5}
    assert [path.name for path in tmp_path.iterdir()] == ["x.gpkg"]


def test_an_old_file_that_cannot_be_put_back_is_kept(sectorchange, tmp_path, monkeypatch):
    """What broke: it was deleted with the hidden folder."""
    path, replace = tmp_path / "x.gpkg", Path.replace
    write(path, "x", 1)

    def fail(self, target):
        if target == path != self:
            raise PermissionError(13, "Permission denied", str(self), None, str(target))
        return replace(self, target)

    def no_links(*_):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(Path, "replace", fail)
    monkeypatch.setattr(moves, "RETRIED_FOR_S", 0.1)
    message = sectorchange.refusal(
        BEFORE=layer("front_20250602", box(30, 50, 31, 51)),
        AFTER=layer("front_20250702", box(30, 50, 31.1, 51)),
        CHANGE=str(path),
    )
    (hidden,) = tmp_path.iterdir()
    assert message.endswith(f"The older result is kept in {hidden}; the next run there puts it back.")
    monkeypatch.undo()
    assert not path.exists()
    recovery.recover(tmp_path)
    assert numbers_in(path) == {"x": [(1,)] * 5}
    assert [one.name for one in tmp_path.iterdir()] == ["x.gpkg"]
