# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs that end early: cancelled by the user or stopped by a full disk, they leave nothing half-written behind."""

import contextlib
import math
import resource
import signal
import sqlite3
import threading
from pathlib import Path

import pytest
from frontline_change.processing.base import FrontlineAlgorithm
from frontline_change.processing.outputs import moves as outputs_moves
from frontline_change.processing.outputs import writer as outputs
from frontline_change.processing.outputs.database import AddedTables
from frontline_change.processing.outputs.staged_outputs import StagedOutputs
from frontline_change.processing.progress import Cancelled, Progress
from heartbeat import Moment
from layers import box, layer
from qgis.core import (
    QgsFeatureSink,
    QgsGeometry,
    QgsLineString,
    QgsPoint,
    QgsPolygon,
    QgsProcessingAlgorithm,
    QgsVectorLayer,
)

BEFORE, AFTER = "front_20250602", "front_20250702"
ALL = ("CHANGE", "GAINED", "LOST", "DEPTH")


def pair():
    sectors = layer(
        "regions", box(29, 49, 30.5, 52), box(30.5, 49, 32, 52), fields="name:string", rows=[("A",), ("B",)]
    )
    return {
        "BEFORE": layer(BEFORE, box(30, 50, 31, 51)),
        "AFTER": layer(AFTER, box(30, 50, 31.1, 51)),
        "SECTORS": sectors,
    }


def tables(path) -> set[str]:
    """The layers of a GeoPackage."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")}


def rows(path, table) -> list[tuple]:
    """The rows of a table, geometries as bytes."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute(f'SELECT * FROM "{table}"').fetchall()


def declared(path, table) -> list[tuple]:
    """The columns of a table with their types, and what the GeoPackage says of its geometry."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        columns = connection.execute("SELECT name, type FROM pragma_table_info(?)", (table,)).fetchall()
        about = connection.execute("SELECT * FROM gpkg_geometry_columns WHERE table_name = ?", (table,)).fetchall()
        kind = "SELECT data_type, min_x, max_y, srs_id FROM gpkg_contents WHERE table_name = ?"
        index = connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE name = ?", (f"rtree_{table}_geom",)
        ).fetchall()
        return columns + about + index + connection.execute(kind, (table,)).fetchall()


def into(path):
    """All four layers as tables of one GeoPackage."""
    return {name: f"ogr:dbname='{path}' table=\"{name}\" (geom)" for name in ALL}


def cancel_from(percent):
    """Cancel as soon as the progress reaches this."""
    return lambda feedback, now: feedback.cancel() if now >= percent else None


# Cancelled


def test_cancelled_before_it_starts(sectorchange, tmp_path, listener):
    feedback = listener()
    feedback.cancel()
    outcome = sectorchange(**pair(), **into(tmp_path / "new.gpkg"), listener=feedback)
    assert outcome.outputs == {}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("percent", [1, 20, 35, 50, 70, 89])
def test_cancelled_on_the_way(sectorchange, tmp_path, listener, percent):
    """Nothing new is there, and what was there before is untouched."""
    old, new = tmp_path / "old.gpkg", tmp_path / "new.gpkg"
    sectorchange(**pair(), CHANGE=str(old))
    content = old.read_bytes()
    feedback = listener(cancel_from(percent))
    outcome = sectorchange(**pair(), **{**into(new), "CHANGE": str(old)}, listener=feedback)
    assert feedback.isCanceled()
    assert outcome.outputs == {}
    assert old.read_bytes() == content
    assert not new.exists()


def contents(folder):
    """All that lies in a folder, also hidden, byte by byte."""
    return {str(path.relative_to(folder)): path.is_file() and path.read_bytes() for path in folder.rglob("*")}


def tables_of_one(folder):
    return into(folder / "one.gpkg")


def files_of(suffix):
    return lambda folder: {name: str(folder / f"{name.lower()}.{suffix}") for name in ALL}


def all_kinds(folder):
    targets = {"CHANGE": folder / "change.shp", "GAINED": folder / "gained.geojson", "LOST": folder / "lost.csv"}
    table = f"ogr:dbname='{folder / 'one.gpkg'}' table=\"DEPTH\" (geom)"
    return {**{name: str(path) for name, path in targets.items()}, "DEPTH": table}


PLACES = {
    "tables": tables_of_one,
    "gpkg": files_of("gpkg"),
    "sqlite": files_of("sqlite"),
    "all kinds": all_kinds,
}


@pytest.fixture
def cancel_while_writing(monkeypatch):
    """Return a function that has a listener cancel after such a share of all checks for a cancel during the writing."""
    checks, writing = [], []
    write, check = outputs.OutputWriter.write, Progress.check
    on_check = [lambda: None]

    def write_watched(self, wanted):
        writing.append(self)
        try:
            return write(self, wanted)
        finally:
            writing.clear()

    def check_watched(self):
        if writing:
            checks.append(self)
            on_check[0]()
        check(self)

    monkeypatch.setattr(outputs.OutputWriter, "write", write_watched)
    monkeypatch.setattr(Progress, "check", check_watched)

    def arrange(feedback, share):
        end = max(int(share * len(checks)), 1)
        checks.clear()
        on_check[0] = lambda: feedback.cancel() if len(checks) == end else None
        return lambda: len(checks) == end

    return arrange


@pytest.mark.parametrize("share", [0.1, 0.9, 1.0])
@pytest.mark.parametrize("kind", PLACES)
def test_a_cancel_during_the_writing(sectorchange, tmp_path, listener, cancel_while_writing, kind, share):
    """No output is seen, and what a run wrote before stays as it was byte by byte."""
    targets = PLACES[kind](tmp_path)
    sectorchange(**pair(), **targets)
    before = contents(tmp_path)
    feedback = listener()
    was_cancelled = cancel_while_writing(feedback, share)
    other = {**pair(), "AFTER": layer(AFTER, box(30, 50, 31.2, 51))}
    assert sectorchange(**other, **targets, listener=feedback).outputs == {}
    assert was_cancelled()
    assert contents(tmp_path) == before


@pytest.mark.parametrize("target", ["memory:", "TEMPORARY_OUTPUT"])
def test_a_cancel_during_the_writing_of_temporary_layers(
    sectorchange, listener, cancel_while_writing, tmp_path, target
):
    targets = dict.fromkeys(ALL, target)
    sectorchange(**pair(), **targets)
    feedback, context = listener(), sectorchange.context()
    cancel_while_writing(feedback, 0.9)
    assert sectorchange(**pair(), **targets, listener=feedback, context=context).outputs == {}
    assert context.temporaryLayerStore().mapLayers() == {}


def test_a_cancel_once_all_is_written_comes_too_late(sectorchange, tmp_path, listener, monkeypatch):
    feedback = listener()
    put = StagedOutputs.move_to_destinations
    monkeypatch.setattr(StagedOutputs, "move_to_destinations", lambda *given: (put(*given), feedback.cancel())[0])
    path = tmp_path / "new.gpkg"
    sectorchange(**pair(), **into(path), listener=feedback)
    assert tables(path) == set(ALL)
    assert [path.name for path in tmp_path.iterdir()] == ["new.gpkg"]


@pytest.mark.usefixtures("no_journals")
@pytest.mark.parametrize("kind", PLACES)
def test_nothing_is_left_beside_results(sectorchange, tmp_path, kind):
    """Also where older ones were replaced, or had parts that new ones have not."""
    targets = PLACES[kind](tmp_path)
    sectorchange(**pair(), **targets)
    before = contents(tmp_path).keys()
    (tmp_path / "change.qix").write_text("an index of the older shapefile")
    outcome = sectorchange(**pair(), **targets)
    assert contents(tmp_path).keys() - {"change.qix"} == before
    assert (tmp_path / "change.qix").exists() == ("CHANGE" in targets and not targets["CHANGE"].endswith(".shp"))
    assert outcome.layer("CHANGE").featureCount() == 3


@pytest.mark.parametrize("kind", [kind for kind in PLACES if kind != "tables"])
@pytest.mark.parametrize("moves", [0, 1, 3])
def test_a_move_that_fails(sectorchange, tmp_path, monkeypatch, kind, moves):
    """The others are undone."""
    targets = PLACES[kind](tmp_path)
    sectorchange(**pair(), **targets)
    before = contents(tmp_path)
    replace, held = Path.replace, []

    def replace_or_fail(self, target):
        is_moved = self.parent.name == "new" != target.parent.name  # not a card that is still being written
        if is_moved and target not in held:
            held.append(target)
        if is_moved and target in held[moves:]:
            raise PermissionError(13, "Permission denied", str(self), None, str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replace_or_fail)
    monkeypatch.setattr(outputs_moves, "RETRIED_FOR_S", 0.3)
    message = sectorchange.refusal(**pair(), **targets)
    assert len(held) == moves + 1
    assert f"A loaded layer or another program holds {held[-1].name} open or is writing to it." in message
    assert contents(tmp_path) == before


def test_a_database_that_fails_at_the_end(sectorchange, tmp_path, monkeypatch):
    """Tables of one database and files stand or fall together."""
    targets = all_kinds(tmp_path)
    sectorchange(**pair(), **targets)
    before = contents(tmp_path)

    def fail(self):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(AddedTables, "commit", fail)
    assert sectorchange.refusal(**pair(), **targets).endswith(
        "The disk is full. Free some space on it, or choose another one."
    )
    assert contents(tmp_path) == before


def test_an_older_table_is_replaced_among_others(sectorchange, tmp_path):
    """The others stay, the new one has all that QGIS would have written itself, and its card."""
    path, alone = tmp_path / "mine.gpkg", tmp_path / "alone.gpkg"
    smaller = {**pair(), "AFTER": layer(AFTER, box(30, 50, 31.01, 51))}
    for name in ("MINE", "CHANGE", "GAINED"):
        source = "GAINED" if name == "GAINED" else "CHANGE"
        sectorchange(**smaller, **{source: f"ogr:dbname='{path}' table=\"{name}\" (geom)"})
    mine = rows(path, "MINE")
    outcome = sectorchange(**pair(), **into(path))
    sectorchange(**pair(), **into(alone))
    assert tables(path) == {"MINE", *ALL}
    assert rows(path, "MINE") == mine
    for name in ALL:
        assert rows(path, name) == rows(alone, name)
        assert declared(path, name) == declared(alone, name)
        assert QgsVectorLayer(f"{path}|layername={name}", name, "ogr").metadata().history() == [outcome["METHOD"]]


def test_tables_are_added_to_databases_of_other_kinds(sectorchange, tmp_path):
    path = tmp_path / "mine.sqlite"
    for name in ("first", "second"):
        sectorchange(**pair(), CHANGE=f"ogr:dbname='{path}' table=\"{name}\" (geom)")
    for name in ("first", "second"):
        assert QgsVectorLayer(f"{path}|layername={name}", name, "ogr").featureCount() == 3


def test_a_run_after_a_cancelled_one(sectorchange, listener):
    sectorchange(**pair(), listener=listener(cancel_from(40)))
    assert sectorchange(**pair())["GAINED_KM2"] == pytest.approx(789.22, abs=0.02)


# A cancel is answered within a second, whatever GEOS is doing


def winding_map(name, corners, seed):
    """A map of one polygon with that many corners along a coast like curve."""
    waves = [(3, 1.0), (7, 0.6), (53, 0.2), (211, 0.1), (997, 0.05)]
    points = []
    for number in range(corners):
        angle = 2 * math.pi * number / corners
        radius = 1 + 0.05 * sum(height * math.sin(turns * angle + seed * turns) for turns, height in waves)
        points.append(QgsPoint(36 + 1.5 * radius * math.cos(angle), 48 + radius * math.sin(angle)))
    return layer(name, QgsGeometry(QgsPolygon(QgsLineString([*points, points[0]]))))


@pytest.fixture(scope="module")
def huge():
    """Two maps of 300,000 corners each that share no edge: noding them keeps GEOS busy for many seconds."""
    return {"BEFORE": winding_map(BEFORE, 300_000, 1), "AFTER": winding_map(AFTER, 300_000, 2)}


@pytest.mark.parametrize("wait_s", [0.05, 2.0])
def test_a_cancel_is_answered_within_a_second(sectorchange_task, huge, listener, tmp_path, wait_s):
    feedback = listener()
    asked = []

    def ask():
        asked.append(Moment())
        feedback.cancel()

    timer = threading.Timer(wait_s, ask)
    timer.start()
    outcome = sectorchange_task(**huge, CHANGE=str(tmp_path / "new.gpkg"), listener=feedback)
    answered_s = Moment().stall_since_s(asked[0])
    print(f"answered {answered_s:.2f} s after the cancel at {wait_s} s, {max(feedback.percents, default=0):.0f} %")
    assert outcome.outputs == {}
    assert answered_s < 1
    assert list(tmp_path.iterdir()) == []


def test_what_fails_in_the_background_is_raised_here(listener):
    def fail():
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        Progress(listener()).call(fail)


def test_a_thread_left_behind_is_not_waited_for(listener):
    feedback, go_on = listener(), threading.Event()
    threading.Timer(0.05, feedback.cancel).start()
    with pytest.raises(Cancelled):
        Progress(feedback).call(go_on.wait, 30)
    assert Progress(listener()).call(str, 5) == "5"
    go_on.set()


# The disk is full


@contextlib.contextmanager
def no_file_larger_than(size):
    """Let every write beyond a size fail, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("size", [10_000, 110_000], ids=["nothing fits", "the table fits"])
def test_a_full_disk(sectorchange, tmp_path, size):
    maps = {"BEFORE": winding_map(BEFORE, 4_000, 1), "AFTER": winding_map(AFTER, 4_000, 2)}
    path = tmp_path / "new.gpkg"
    with no_file_larger_than(size):
        message = sectorchange.refusal(**maps, GAINED=str(path))
    assert str(path) in message
    assert not path.exists()


@pytest.mark.parametrize("kind", PLACES)
def test_older_results_on_a_full_disk(sectorchange, tmp_path, kind):
    """They stay as they were, byte by byte."""
    targets = PLACES[kind](tmp_path)
    sectorchange(**pair(), **targets)
    before = contents(tmp_path)
    maps = {"BEFORE": winding_map(BEFORE, 8_000, 1), "AFTER": winding_map(AFTER, 8_000, 2)}
    with no_file_larger_than(60_000):
        message = sectorchange.refusal(**maps, **targets)
    assert "could not be written to" in message
    assert str(tmp_path) in message
    assert ".frontline" not in message
    assert contents(tmp_path) == before


def test_a_disk_that_is_full_for_an_existing_database_only(sectorchange, tmp_path):
    """The tables fit where they are staged, but not into the database that is there."""
    path = tmp_path / "mine.gpkg"
    maps = {"BEFORE": winding_map(BEFORE, 8_000, 1), "AFTER": winding_map(AFTER, 8_000, 2)}
    sectorchange(**maps, GAINED=f"ogr:dbname='{path}' table=\"MINE\" (geom)")
    before = contents(tmp_path)
    targets = {"CHANGE": "memory:", "GAINED": f"ogr:dbname='{path}' table=\"GAINED\" (geom)"}
    with no_file_larger_than(path.stat().st_size + 100_000):
        message = sectorchange.refusal(**maps, **targets)
    assert message.startswith(f"GAINED could not be written to {path}|layername=GAINED. The disk is full. Free")
    assert contents(tmp_path) == before


@pytest.mark.parametrize("target", ["/proc/change.gpkg", "ogr:dbname='/proc/change.gpkg' table=\"CHANGE\" (geom)"])
def test_a_folder_in_which_nothing_can_be_made(sectorchange, target):
    """One of which even the rights say otherwise."""
    assert "/proc/change.gpkg" in sectorchange.refusal(**pair(), CHANGE=target)


class Full(QgsFeatureSink):
    """A layer that takes no features."""

    def addFeature(self, feature, flags=None):
        return False

    def flushBuffer(self):
        return False

    def lastError(self):
        return "the disk is full"


@pytest.fixture
def third_output_fails(monkeypatch):
    """Let the third of the outputs fail after it was opened."""
    opened = []

    def sink(algorithm, parameters, name, *arguments):
        made, destination = QgsProcessingAlgorithm.parameterAsSink(algorithm, parameters, name, *arguments)
        opened.append(name)
        return (Full() if len(opened) == 3 else made), destination

    monkeypatch.setattr(FrontlineAlgorithm, "parameterAsSink", sink, raising=False)


def test_what_was_written_before_a_failure_goes_again(sectorchange, tmp_path, third_output_fails):
    message = sectorchange.refusal(**pair(), **into(tmp_path / "new.gpkg"))
    assert message.endswith("The disk is full. Free some space on it, or choose another one.")
    assert list(tmp_path.iterdir()) == []


def test_other_peoples_tables_stay(sectorchange, tmp_path, monkeypatch, request):
    path = tmp_path / "mine.gpkg"
    sectorchange(**pair(), CHANGE=f"ogr:dbname='{path}' table=\"MINE\" (geom)")
    request.getfixturevalue("third_output_fails")
    sectorchange.refusal(**pair(), **into(path))
    assert tables(path) == {"MINE"}
    assert QgsVectorLayer(f"{path}|layername=MINE", "mine", "ogr").featureCount() == 3


@pytest.mark.parametrize("suffix", ["shp", "geojson", "gpkg", "csv"])
def test_files_of_the_same_name_stay(sectorchange, tmp_path, third_output_fails, suffix):
    for name in ("change.txt", "change.dbf.zip", "change.prj.bak"):
        (tmp_path / name).write_text("mine")
    targets = {name: str(tmp_path / f"{name.lower()}.{suffix}") for name in ("CHANGE", "GAINED", "DEPTH")}
    sectorchange.refusal(**pair(), **targets)
    assert {path.name for path in tmp_path.iterdir()} == {"change.txt", "change.dbf.zip", "change.prj.bak"}


NO_FOLDER = "The folder {} does not exist. Create it, or choose another one."


@pytest.mark.parametrize(
    ("target", "cause"),
    [
        ("nowhere/new.gpkg", NO_FOLDER.format("{}/nowhere")),
        ("file.txt/new.gpkg", NO_FOLDER.format("{}/file.txt")),
        (".", "That is a folder. Add the name of a file."),
        ("gpkg_new.gpkg", "That name is reserved. Choose another one."),
    ],
)
def test_a_path_that_cannot_be_written(sectorchange, tmp_path, target, cause):
    """Said before anything is measured, so an older result is not overwritten."""
    (tmp_path / "file.txt").write_text("mine")
    old = tmp_path / "old.gpkg"
    sectorchange(**pair(), CHANGE=str(old))
    content = old.read_bytes()
    message = sectorchange.refusal(**pair(), CHANGE=str(old), GAINED=str(tmp_path / target))
    assert message == f"GAINED cannot be written to {tmp_path / target}. {cause.format(tmp_path)}"
    assert old.read_bytes() == content


@pytest.mark.parametrize(
    "targets", [("{}/both.gpkg", "{}/both.gpkg"), ("{}/both.gpkg", "{}/./both.gpkg"), (into("{}/x")["LOST"],) * 2]
)
def test_one_path_for_two_outputs(sectorchange, tmp_path, targets):
    first, second = (target.format(tmp_path) for target in targets)
    message = sectorchange.refusal(**pair(), CHANGE=first, GAINED=second)
    assert message.startswith("CHANGE and GAINED would both be written to ")
    assert "Give each its own file, or tables of one GeoPackage: ogr:dbname='results.gpkg' table=\"CHANGE\" (geom)" in (
        message
    )
    assert list(tmp_path.iterdir()) == []
