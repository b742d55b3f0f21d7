# SPDX-License-Identifier: GPL-2.0-or-later
"""Results over files that are open, by the rule of Windows: such a file cannot be replaced, moved or deleted.

That rule is imitated from the files that this process has open.
"""

import time
import zlib
from pathlib import Path

import pytest
from drivers import with_libkml
from frontline_change.processing.outputs import moves
from layers import box, layer, maps
from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="the open files of a process are not listed")

OUTPUTS = ("CHANGE", "GAINED")


def pair(east=31.1):
    return {
        "BEFORE": layer("front_20250602", box(30, 50, 31, 51)),
        "AFTER": layer("front_20250702", box(30, 50, east, 51)),
    }


def open_files():
    """The files that this process has open or mapped."""
    found = set()
    for entry in Path("/proc/self/fd").iterdir():
        try:
            found.add(str(entry.readlink()))
        except OSError:
            continue
    for line in Path("/proc/self/maps").read_text().splitlines():
        found.add(line.split(maxsplit=5)[-1])
    return found


def is_in(file, path):
    """Whether a path is that of the file, or of a folder with the file."""
    return file == path or file.startswith(f"{path}/")


@pytest.fixture
def windows(monkeypatch):
    """Refuse what Windows refuses for open files; yields the paths that were refused, with the time."""
    refused = []

    def refuse_held(act):
        def acted(self, *arguments, **options):
            held = open_files()
            for path in (self, *arguments):
                if isinstance(path, Path) and any(is_in(name, str(path.resolve())) for name in held):
                    refused.append((path.name, time.monotonic()))
                    raise PermissionError(13, "The file is used by another process", str(self), None, str(path))
            return act(self, *arguments, **options)

        return acted

    for name in ("replace", "rename", "unlink"):
        monkeypatch.setattr(Path, name, refuse_held(getattr(Path, name)))
    return refused


def destinations(folder, kind):
    if kind == "table":
        return {name: f"ogr:dbname='{folder}/results.gpkg' table=\"{name}\" (geom)" for name in OUTPUTS}
    return {name: f"{folder}/{name.lower()}.{kind}" for name in OUTPUTS}


def gained_km2(folder, kind):
    """The figure in the file, read anew."""
    name = "results.gpkg|layername=CHANGE" if kind == "table" else f"change.{kind}"
    (row,) = QgsVectorLayer(str(folder / name), "anew", "ogr").getFeatures()
    return float(row["gained_km2"])


@pytest.mark.parametrize("kind", ["table", "gpkg", "sqlite"])
def test_a_database_that_is_loaded_gets_new_tables(sectorchange, tmp_path, windows, kind):
    given = destinations(tmp_path, kind)
    change = sectorchange(**pair(), **given)["CHANGE"]
    assert windows == []
    shown = QgsVectorLayer(change, "shown", "ogr")
    QgsProject.instance().addMapLayer(shown)
    iterator = shown.getFeatures()
    if kind != "sqlite":  # which QGIS opens without a log, so that one who reads keeps others from writing
        next(iterator)
    before = gained_km2(tmp_path, kind)
    sectorchange(**pair(31.2), **given)
    assert gained_km2(tmp_path, kind) > 1.5 * before > 0
    assert list(tmp_path.glob(".frontline*")) == []


@pytest.mark.parametrize("kind", ["shp", "csv", pytest.param("kml", marks=with_libkml), "geojson"])
def test_a_file_that_is_held_stays_and_the_message_says_by_what(sectorchange, tmp_path, windows, kind):
    given = destinations(tmp_path, kind)
    sectorchange(**pair(), **given)
    first = gained_km2(tmp_path, kind)
    assert windows == []
    path = tmp_path / f"change.{kind}"
    part = path.with_suffix(".dbf") if kind == "shp" else path
    shown = QgsVectorLayer(str(path), "June 2025", "ogr")
    QgsProject.instance().addMapLayer(shown)
    held = part.open("rb")  # GDAL reads some formats whole and lets go of the file
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    message = sectorchange.refusal(**pair(31.2), **given)
    assert message == (
        f"CHANGE could not be written to {path}. {part.name} is open as a layer of this project: “June 2025”. Remove "
        "it from the project and run again, or choose another file."
    )
    tried = [at for name, at in windows if name == part.name]
    assert tried[-1] - tried[0] > 1
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
    held.close()
    QgsProject.instance().removeMapLayer(shown.id())
    del shown
    sectorchange(**pair(31.2), **given)
    assert gained_km2(tmp_path, kind) > 1.5 * first > 0


def test_a_file_that_is_released_within_a_moment(sectorchange, tmp_path, windows, monkeypatch):
    """As by a virus scanner."""
    given = destinations(tmp_path, "geojson")
    sectorchange(**pair(), **given)
    held = (tmp_path / "gained.geojson").open("rb")
    monkeypatch.setattr(moves.time, "sleep", lambda _seconds: held.close())
    sectorchange(**pair(31.2), **given)
    assert [name for name, _ in windows] == ["gained.geojson"]


def test_another_program_holds_a_file(sectorchange, tmp_path, windows, monkeypatch):
    monkeypatch.setattr(moves, "RETRIED_FOR_S", 0.2)
    given = destinations(tmp_path, "geojson")
    sectorchange(**pair(), **given)
    with (tmp_path / "gained.geojson").open("rb"):
        message = sectorchange.refusal(**pair(31.2), **given)
    assert "GAINED could not be written to" in message
    assert "A loaded layer or another program holds gained.geojson open or is writing to it." in message


SERIES = (
    ("2025-04-01", box(30, 50, 31, 51)),
    ("2025-05-01", box(30, 50, 31.1, 51)),
    ("2025-06-01", box(30, 50, 31.3, 51)),
)

DRAWN = {
    "report": ("REPORT", "report", {"LANGUAGE": ["en"], "DPI": 40}, "page.png"),
    "animation": (
        "FRAMES",
        "film",
        {"PERIOD": "snapshot", "WIDTH": 640, "HEIGHT": 360, "FORMAT": "frames"},
        "after.png",
    ),
}


def contents(folder):
    return {path.relative_to(folder): zlib.crc32(path.read_bytes()) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", DRAWN)
def test_a_folder_of_results_is_replaced_as_a_whole_or_stays(
    frontline, in_english, tmp_path, windows, monkeypatch, name
):
    """What broke: a report over an earlier one, whose page was open elsewhere, left files of both in the folder."""
    from qgis import processing

    output, folder, options, picture = DRAWN[name]
    target = tmp_path / folder
    parameters = {**options, output: str(target)}

    def run(*dated):
        processing.run(f"frontline:{name}", {"SNAPSHOTS": maps(*dated), **parameters})

    run(*SERIES)
    first = contents(target)
    run(*SERIES[:2])
    second = contents(target)
    assert windows == []
    assert first[Path(picture)] != second[Path(picture)]
    monkeypatch.setattr(moves, "RETRIED_FOR_S", 0.2)
    with (
        (target / picture).open("rb"),
        pytest.raises(QgsProcessingException, match=f"A loaded layer or another program holds {picture} open"),
    ):
        run(*SERIES)
    assert contents(target) == second
    assert [path.name for path in tmp_path.iterdir()] == [folder]


def test_a_report_whose_data_are_loaded_names_their_file_and_the_layer(
    frontline, in_english, tmp_path, windows, monkeypatch
):
    """What broke: the message said that the folder could not be written, and not which of its files was open."""
    from qgis import processing

    target = tmp_path / "report"
    output, _, options, _ = DRAWN["report"]

    def run():
        processing.run("frontline:report", {"SNAPSHOTS": maps(*SERIES), **options, output: str(target)})

    run()
    data = target / "report.gpkg"
    shown = QgsVectorLayer(f"{data}|layername=CHANGE", "June 2025", "ogr")
    QgsProject.instance().addMapLayer(shown)
    monkeypatch.setattr(moves, "RETRIED_FOR_S", 0.2)
    with data.open("rb"), pytest.raises(QgsProcessingException) as caught:
        run()
    assert str(caught.value) == (
        f"REPORT could not be written to {target}. report.gpkg is open as a layer of this project: “June 2025”. Remove "
        "it from the project and run again, or choose another file."
    )


def test_a_format_that_takes_not_all_features(sectorchange, tmp_path):
    """The row of all sectors has no geometry, and FlatGeobuf takes none without."""
    path = tmp_path / "change.fgb"
    message = sectorchange.refusal(**pair(), CHANGE=str(path))
    assert message.startswith(f"CHANGE could not be written to {path}. ")
    own, of_newer_gdal = (
        "This format took 0 of 1 features. Choose another one, such as .gpkg.",
        "NULL geometry not supported",
    )
    assert own in message or of_newer_gdal in message
    assert list(tmp_path.iterdir()) == []
