# SPDX-License-Identifier: GPL-2.0-or-later
"""Names that no file can have, patterns that are none, and too little memory: sentences, never a traceback."""

import subprocess
import sys

import pytest
from checkout import ROOT
from frontline_change.core.libraries import shapely
from layers import box, box_km2, layer

LONG = "д" * 200  # letters of two bytes; names of files may have 255 bytes
NUL = "a\0b"
GAINED_KM2 = box_km2(31, 50, 31.1, 51)
ENDINGS = [".gpkg", ".csv", ".geojson", ".shp"]


def june(name="", **options):
    return {
        "BEFORE": layer(f"front_20250602{name}", box(30, 50, 31, 51), **options),
        "AFTER": layer(f"front_20250702{name}", box(30, 50, 31.1, 51), **options),
    }


@pytest.fixture(params=["script", "task"])
def measure(runner, request):
    return runner(request.param, "sectorchange", "CHANGE")


@pytest.mark.parametrize(
    "pattern",
    ["{folder}/{name}{ending}", "{folder}/{name}/x{ending}", "ogr:dbname='{folder}/{name}.gpkg' table=\"T\" (geom)"],
)
@pytest.mark.parametrize("ending", ENDINGS)
def test_an_output_path_that_no_file_can_have(measure, tmp_path, pattern, ending):
    message = measure.refusal(**june(), CHANGE=pattern.format(folder=tmp_path, name=LONG, ending=ending))
    assert message.startswith(f"CHANGE cannot be written: the name “{'д' * 30}…” has 40")
    assert message.endswith("Choose a shorter name.")
    message = measure.refusal(**june(), CHANGE=pattern.format(folder=tmp_path, name=NUL, ending=ending))
    assert message == "CHANGE cannot be written: its path holds the character NUL. Write it anew."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_longest_name_that_is_accepted_can_be_written(measure, tmp_path, ending):
    path = tmp_path / f"{'n' * (230 - len(ending))}{ending}"
    measure(**june(), CHANGE=str(path))
    assert path.is_file()
    assert measure.refusal(**june(), CHANGE=str(tmp_path / f"n{path.name}")).startswith("CHANGE cannot be written: ")


@pytest.mark.parametrize("name", [LONG * 3, NUL], ids=["long", "nul"])
def test_layers_may_have_any_name(measure, tmp_path, name):
    outcome = measure(**june(name), CHANGE=str(tmp_path / "change.gpkg"))
    assert outcome["GAINED_KM2"] == pytest.approx(GAINED_KM2, abs=0.02)
    assert "\0" not in outcome["METHOD"]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", [LONG * 3, NUL + "x"], ids=["long", "nul"])
def test_sectors_that_differ_in_their_last_letter_are_kept_apart_or_a_warning_says_so(measure, tmp_path, name, ending):
    names = [f"{name}1", f"{name}2"]
    shapes = box(29, 49, 30.5, 52), box(30.5, 49, 32, 52)
    sectors = layer("sectors", *shapes, fields="name:string(5000)", rows=[(one,) for one in names])
    outcome = measure(**june(), SECTORS=sectors, CHANGE=str(tmp_path / f"change{ending}"))
    found = {row["sector"] for row in outcome.rows()} - {"outside all sectors"}
    cut = [text for text in outcome.feedback.warnings if "names of 2 rows are cut" in text]
    if ending == ".shp" and name != NUL + "x":
        assert len(cut) == 1
    elif found == {name.partition("\0")[0]}:  # newer releases of QGIS keep nothing that follows NUL
        assert any("polygons with the same name are measured as one sector" in one for one in outcome.feedback.warnings)
    else:
        assert found == {one.replace("\0", "\ufffd") for one in names}
        assert cut == []


@pytest.mark.parametrize("name", [LONG, NUL], ids=["long", "nul"])
def test_inputs_that_no_file_can_be(measure, runner, tmp_path, name):
    assert measure.refusal(**{**june(), "BEFORE": f"{tmp_path}/{name}.gpkg"}).startswith(
        "The input BEFORE cannot be read:"
    )
    assert measure.refusal(**june(), BEFORE_DATE=name).startswith("BEFORE_DATE (Date before) cannot be “")
    assert "has no field “" in measure.refusal(**june(), DATE_FIELD=name)
    prepare = runner("script", "preparesnapshots", "SNAPSHOTS", "LOG")
    message = prepare.refusal(LAYERS=[], FOLDER=f"{tmp_path}/{name}")
    assert message.startswith("There is no folder ")
    assert "\0" not in message


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        (r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>.*)", "is not a date that can be read"),
        ("(?P<year>.{4})", "is not a date that can be read"),
        ("(?P<year>....)(?P<month>..)(?P<day>..)", "is not a date that can be read"),
        (r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?P<hour>.*)", "is not a date that can be read"),
        ("(?P<unix>.*)", "is not a date that can be read"),
        ("a{99999999999}", "is no valid regular expression"),
        ("(" * 3000 + ")" * 3000, "is no valid regular expression"),
        ("x\0y", "matches neither the name nor the path of"),
        ("x" * 5000, "matches neither the name nor the path of"),
    ],
    ids=lambda text: text[:20].replace("\0", "NUL"),
)
def test_a_date_pattern_that_gives_no_date(preparesnapshots, pattern, reason):
    message = preparesnapshots.refusal(LAYERS=[layer("front_20250602_x", box(30, 50, 31, 51))], DATE_PATTERN=pattern)
    assert reason in message
    assert len(message) < 500


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is limited as on Linux")
def test_too_little_memory_is_explained_and_nothing_is_written(tmp_path):
    script = ROOT / "tests" / "support" / "out_of_memory.py"
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "arrows.gpkg")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("The run needs more memory than this computer has free, so nothing was written.")
    assert "choose a larger SPACING" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_geos_without_memory_is_explained_too(measure, monkeypatch):
    def full(*_arguments, **_options):
        raise shapely.errors.GEOSException("std::bad_alloc")

    monkeypatch.setattr(shapely, "polygonize", full)
    monkeypatch.setattr(shapely, "union_all", full)
    monkeypatch.setattr(shapely, "buffer", full)
    monkeypatch.setattr(shapely, "make_valid", full)
    overlapping = layer("front_20250602", box(30, 50, 31, 51), box(30.5, 50, 31, 51))
    assert measure.refusal(**{**june(), "BEFORE": overlapping}).startswith("The run needs more memory than")
