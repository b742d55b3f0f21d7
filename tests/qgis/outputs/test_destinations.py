# SPDX-License-Identifier: GPL-2.0-or-later
"""Where results go: names that QGIS shows, links, files beside them; and the cause if they cannot be written."""

import contextlib
import errno
import os
import shutil
import sqlite3
import subprocess
import threading
from contextlib import closing

import pytest
from frontline_change.processing.outputs import destinations, write_errors
from frontline_change.processing.outputs.staged_outputs import StagedOutputs
from layers import box, layer
from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer


def pair():
    return {
        "BEFORE": layer("front_20250602", box(30, 50, 31, 51)),
        "AFTER": layer("front_20250702", box(30, 50, 31.1, 51)),
    }


def tables_of(path):
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")}


# Names under which QGIS shows a layer


@pytest.mark.parametrize("prefix", ["ogr://", "ogr:", ""])
def test_a_layer_name_in_a_path_is_a_table(sectorchange, tmp_path, prefix):
    """What broke: it was refused, or taken for the name of a file."""
    path = tmp_path / "it's june.gpkg"
    for table in ("first", "second", "first"):
        outcome = sectorchange(**pair(), CHANGE=f"{prefix}{path}|layername={table}")
        assert outcome["CHANGE"] == f"{path}|layername={table}"
        assert outcome.layer("CHANGE").featureCount() == 1
    assert tables_of(path) == {"first", "second"}
    assert [file.name for file in tmp_path.iterdir() if ".gpkg" not in file.name] == []


def test_a_layer_name_in_a_path_may_be_an_input(sectorchange, tmp_path):
    path = tmp_path / "june.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "map"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        pair()["AFTER"], str(path), QgsProject.instance().transformContext(), options
    )
    given = {**pair(), "AFTER": f"{path}|layername=map", "AFTER_DATE": "2025-07-02"}
    assert "over the input AFTER" in sectorchange.refusal(**given, CHANGE=f"ogr://{path}|layername=map")
    sectorchange(**given, CHANGE=f"ogr://{path}|layername=new")
    assert tables_of(path) == {"map", "new"}


def test_archives_and_memory_files_are_refused_by_name(sectorchange):
    for path in ("/vsimem/x.gpkg", "/vsizip//tmp/x.zip/x.gpkg", "ogr:dbname='/vsimem/x.gpkg' table=\"x\" (geom)"):
        assert "Results cannot be written into archives" in sectorchange.refusal(**pair(), CHANGE=path)


# Links and spellings


def test_a_link_stays_and_its_file_is_replaced(sectorchange, tmp_path):
    """What broke: the link became a file, and the one that it led to kept old figures."""
    (tmp_path / "store").mkdir()
    (tmp_path / "shown").mkdir()
    real, link = tmp_path / "store" / "real.geojson", tmp_path / "shown" / "link.geojson"
    real.write_text("{}")
    link.symlink_to(real)
    outcome = sectorchange(**pair(), CHANGE=str(link))
    assert outcome["CHANGE"] == str(link)
    assert link.is_symlink()
    assert QgsVectorLayer(str(real), "real", "ogr").featureCount() == 1
    assert {path.name for path in (tmp_path / "store").iterdir()} == {"real.geojson", "real.qmd"}
    assert [path.name for path in (tmp_path / "shown").iterdir()] == ["link.geojson"]


def test_a_linked_database_gets_tables_and_is_replaced(sectorchange, tmp_path):
    real, link = tmp_path / "real.gpkg", tmp_path / "link.gpkg"
    link.symlink_to(real)
    for _ in range(2):
        sectorchange(**pair(), CHANGE=str(link))
        assert tables_of(real) == {"real"}
    sectorchange(**pair(), CHANGE=f"ogr:dbname='{link}' table=\"more\" (geom)")
    assert tables_of(real) == {"real", "more"}
    assert link.is_symlink()


def test_a_file_by_a_hard_link_changes_alone(sectorchange, tmp_path):
    path, other = tmp_path / "change.gpkg", tmp_path / "kept.gpkg"
    sectorchange(**pair(), CHANGE=str(path))
    os.link(path, other)
    before = other.read_bytes()
    sectorchange(**{**pair(), "AFTER": layer("front_20250702", box(30, 50, 31.2, 51))}, CHANGE=str(path))
    assert other.read_bytes() == before != path.read_bytes()


def test_two_outputs_in_one_file_by_a_link_and_by_its_name(sectorchange, tmp_path):
    real, link = tmp_path / "real.gpkg", tmp_path / "link.gpkg"
    link.symlink_to(real)
    assert "would both be written to" in sectorchange.refusal(**pair(), CHANGE=str(real), GAINED=str(link))


@pytest.fixture
def without_case(tmp_path):
    """A folder on a drive for which `June` and `june` are one name."""
    if not shutil.which("mkfs.vfat") or os.geteuid() != 0:
        pytest.skip("a drive without upper and lower case needs mkfs.vfat and the right to mount it")
    image, folder = tmp_path / "drive", tmp_path / "Folder"
    folder.mkdir()
    with image.open("wb") as file:
        file.truncate(16 << 20)
    subprocess.run(["mkfs.vfat", image], check=True, capture_output=True)
    mounted = subprocess.run(["mount", "-o", "loop", image, folder], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("the drive cannot be mounted")
    (folder / "Results").mkdir()
    yield folder / "Results"
    subprocess.run(["umount", "-l", folder], check=True)


def test_names_that_differ_in_case_alone(sectorchange, without_case):
    """On such a drive, which has no links either, they are one file."""
    first, second = without_case / "June.gpkg", without_case / "june.gpkg"
    assert "would both be written to" in sectorchange.refusal(**pair(), CHANGE=str(first), GAINED=str(second))
    for path in (first, second):
        sectorchange(**pair(), CHANGE=str(path))
        assert len(list(without_case.iterdir())) == 1


def test_a_folder_without_case_is_recognised(tmp_path, monkeypatch):
    (tmp_path / "Results").mkdir()
    assert not destinations.ignores_case(tmp_path / "Results")
    (tmp_path / "rESULTS").symlink_to(tmp_path / "Results")
    assert destinations.ignores_case(tmp_path / "Results")


# Files beside a result


def test_metadata_and_styles_of_others_are_kept(sectorchange, tmp_path):
    """What broke: the method card replaced the metadata that somebody had written."""
    for suffix in ("qmd", "qml"):
        (tmp_path / f"change.{suffix}").write_text(f"<mine>{suffix}</mine>")
    path = tmp_path / "change.geojson"
    for _ in range(2):
        outcome = sectorchange(**pair(), CHANGE=str(path))
        assert outcome.feedback.warnings == [
            f"{tmp_path / 'change.qmd'} is not by this plugin and was kept, so the method card is not saved beside the "
            "result. QGIS will show that file as its metadata."
        ]
    for suffix in ("qmd", "qml"):
        assert (tmp_path / f"change.{suffix}").read_text() == f"<mine>{suffix}</mine>"
    assert len(list(tmp_path.iterdir())) == 3


def test_our_metadata_is_replaced(sectorchange, tmp_path):
    path = tmp_path / "change.geojson"
    for east in (31.1, 31.2):
        maps = {**pair(), "AFTER": layer("front_20250702", box(30, 50, east, 51))}
        outcome = sectorchange(**maps, CHANGE=str(path))
        assert outcome.feedback.warnings == []
        again = QgsVectorLayer(str(path), "change", "ogr")
        again.loadDefaultMetadata()
        assert again.metadata().history() == [outcome["METHOD"]]


@pytest.mark.parametrize(("suffix", "other"), [("shp", "dbf"), ("tab", "dat")])
def test_a_table_of_somebody_else_with_the_name_of_a_part(sectorchange, tmp_path, suffix, other):
    """What broke: towns.dbf, a table of its own, was lost when towns.shp was written."""
    table = tmp_path / f"towns.{other}"
    table.write_text("mine")
    message = sectorchange.refusal(**pair(), CHANGE=str(tmp_path / f"towns.{suffix}"))
    assert f"the file {table} would be lost" in message
    assert [(path, path.read_text()) for path in tmp_path.iterdir()] == [(table, "mine")]


# Causes


@contextlib.contextmanager
def a_small_disk(folder):
    """A disk of 800 kB."""
    folder.mkdir()
    mounted = (
        os.geteuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=800k", "tmpfs", folder], check=False, capture_output=True
        ).returncode
    )
    if not mounted:
        pytest.skip("a small disk cannot be mounted")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@pytest.mark.parametrize("kind", ["file.gpkg", "file.geojson", "file.shp", "table"])
def test_a_disk_that_is_really_full(sectorchange, tmp_path, kind):
    disk = tmp_path / "disk"
    with a_small_disk(disk):
        path = disk / ("file.gpkg" if kind == "table" else kind)
        destination = f"ogr:dbname='{path}' table=\"new\" (geom)" if kind == "table" else str(path)
        if kind == "table":
            sectorchange(**pair(), CHANGE=f"ogr:dbname='{path}' table=\"old\" (geom)")
        filler = disk / "filler"
        with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(1024))
        before = {one.name: one.stat().st_size for one in disk.iterdir()}
        message = sectorchange.refusal(**pair(), CHANGE=destination)
        assert message.endswith(". The disk is full. Free some space on it, or choose another one.")
        assert {one.name: one.stat().st_size for one in disk.iterdir()} == before
        filler.unlink()
        sectorchange(**pair(), CHANGE=destination)


def test_a_database_that_another_program_locks(sectorchange, tmp_path):
    path = tmp_path / "mine.gpkg"
    destination = "ogr:dbname='{}' table=\"{}\" (geom)"
    sectorchange(**pair(), CHANGE=destination.format(path, "mine"))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        message = sectorchange.refusal(**pair(), CHANGE=destination.format(path, "new"))
        connection.execute("ROLLBACK")
    assert "A loaded layer or another program holds mine.gpkg open or is writing to it." in message
    assert tables_of(path) == {"mine"}
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_a_lock_that_is_released_is_waited_for(sectorchange, tmp_path):
    path = tmp_path / "mine.gpkg"
    destination = "ogr:dbname='{}' table=\"{}\" (geom)"
    sectorchange(**pair(), CHANGE=destination.format(path, "mine"))
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        release = threading.Timer(1.0, lambda: connection.execute("ROLLBACK"))
        release.start()
        sectorchange(**pair(), CHANGE=destination.format(path, "new"))
        release.join()
    assert tables_of(path) == {"mine", "new"}


def test_the_name_of_a_layer_that_holds_a_database(tmp_path):
    loaded = {f"{tmp_path}/x.gpkg|layername=a": "June", f"{tmp_path}/y.gpkg|layername=a": "July"}
    error = OSError(errno.EBUSY, "database is locked", str(tmp_path / "x.gpkg"))
    text = write_errors.cause(f"ogr:dbname='{tmp_path}/x.gpkg' table=\"b\" (geom)", error, loaded)
    assert text.startswith("x.gpkg is open as a layer of this project: “June”.")


def test_of_a_move_the_file_at_the_destination_is_named_with_its_layer(tmp_path):
    """What broke: of a file that is moved away first, the one in the hidden folder was looked for among the layers."""
    hidden = tmp_path / ".frontline-1" / "replaced" / "x.dbf"
    error = OSError(errno.EACCES, "held", str(tmp_path / "x.dbf"), None, str(hidden))
    text = write_errors.cause(f"{tmp_path}/x.shp", error, {f"{tmp_path}/x.shp": "June"})
    assert text.startswith("x.dbf is open as a layer of this project: “June”.")


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("a:b.gpkg", "Windows does not allow “:” in the name of a file."),
        ("june?.gpkg", "Windows does not allow “?” in the name of a file."),
        ("con.gpkg", "That name is reserved."),
        ("LPT1", "That name is reserved."),
        ("console.gpkg", ""),
        ("june 2025.v1.gpkg", ""),
    ],
)
def test_names_that_windows_forbids(tmp_path, name, cause):
    assert write_errors.hindrance(tmp_path / name, windows=True).startswith(cause)
    assert bool(write_errors.hindrance(tmp_path / name, windows=True)) == bool(cause)
    assert write_errors.hindrance(tmp_path / name, windows=False) == ""


def test_a_folder_that_may_only_be_read(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)  # the tests may be run by root, who may write everywhere
    text = write_errors.hindrance(tmp_path / "x.gpkg")
    assert text == f"You may not write to the folder {tmp_path}. Choose another one."


def test_a_folder_that_is_removed_while_it_is_measured(sectorchange, tmp_path, monkeypatch):
    folder = tmp_path / "results"
    folder.mkdir()
    stage = StagedOutputs.stage
    monkeypatch.setattr(StagedOutputs, "stage", lambda self, given: (folder.rmdir(), stage(self, given)))
    message = sectorchange.refusal(**pair(), CHANGE=str(folder / "x.gpkg"))
    assert message.endswith(f"The folder {folder} does not exist. Create it, or choose another one.")


@pytest.mark.parametrize("name", ["results", "results.abc"])
def test_a_table_in_a_file_of_no_format(sectorchange, tmp_path, name):
    message = sectorchange.refusal(**pair(), CHANGE=f"ogr:dbname='{tmp_path}/{name}' table=\"x\" (geom)")
    assert "QGIS cannot write a file with that ending. Use .gpkg." in message
