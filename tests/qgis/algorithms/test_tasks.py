# SPDX-License-Identifier: GPL-2.0-or-later
"""Every algorithm in a task, as toolbox and dock run it: in a thread of its own, with a script's rows, and cancelled.

What the figures should be is tested with scripts, which run the same code in the main thread.
"""

import threading
from pathlib import Path

import pytest
from checkout import PUBLIC, WITH_LAYERS
from layers import box, layer, maps, pair

BOTH = pytest.mark.parametrize("mode", ["script", "task"])


def land(north=51.5):
    return layer("land", box(29, 49.5, 33, north))


def halves():
    shapes = box(29, 50.5, 33, 52), box(29, 49, 33, 50.5)
    return layer("regions", *shapes, fields="name:string", rows=[("North",), ("South",)])


def series():
    """Five months in which a side that holds the west moves east, and once back."""
    easts = (31, 31.1, 31.05, 31.2, 31.3)
    return maps(*((f"2025-{month:02}-01", box(28, 49, east, 52)) for month, east in enumerate(easts, 1)))


def days():
    """Thirty days in which the side moves east: long enough to test paces of five days."""
    return maps(*((f"2025-06-{day:02}", box(28, 49, 31 + day / 100, 52)) for day in range(1, 31)))


def june():
    """Ground gained in the east and lost in the south."""
    return pair(box(28, 50, 31, 51), box(28, 50.1, 31.1, 51))


def axes():
    return layer("roads", "LINESTRING(30.5 50.5, 31.5 50.5)", kind="LineString", fields="name:string", rows=[("A",)])


def fronts():
    """Fronts that end a kilometre short of the land's edge."""
    shapes = [f"LINESTRING({east} 49.51,{east} 51.49)" for east in (31, 31.1)]
    return layer("fronts", *shapes, kind="LineString", fields="date:date", rows=[("2025-06-01",), ("2025-07-01",)])


def places():
    return layer("places", "POINT(31.05 50.7)", kind="Point", fields="name:string", rows=[("Ness",)])


def losses():
    """What somebody reports for each month in the north."""
    rows = [(f"2025-{month:02}-01", "North", 100 * month) for month in range(1, 6)]
    fields = "date:date,sector:string,losses:integer"
    return layer("losses", *[None] * len(rows), kind="NoGeometry", fields=fields, rows=rows)


# Small inputs for each algorithm, such that every layer it makes has rows.
INPUTS = {
    "sectorchange": lambda: {**june(), "SECTORS": halves(), "PLACES": places()},
    "changeseries": lambda: {
        "SNAPSHOTS": series(),
        "SECTORS": halves(),
        "PERIOD": "month",
        "PLACES": places(),
        "SPANS": "2025-01-01/2025-01-31;2025-02-01/2025-02-28",
        "DAILY_TABLE": losses(),
        "DAILY_SOURCE": "a ministry",
    },
    "preparesnapshots": lambda: {"LAYERS": [series()]},
    "capturedate": lambda: {"SNAPSHOTS": series(), "PERIOD": "month"},
    "placestatus": lambda: {"SNAPSHOTS": series(), "PLACES": places()},
    "advancearrows": lambda: {"SNAPSHOTS": series(), "PERIOD": "all", "SPACING": 5000},
    "animation": lambda: {"SNAPSHOTS": series(), "FORMAT": "frames", "WIDTH": 640, "HEIGHT": 360},
    "axisadvance": lambda: {"SNAPSHOTS": series(), "AXES": axes(), "PERIOD": "snapshot"},
    "reach": lambda: {"AFTER": june()["AFTER"], "REFERENCE": layer("east", box(31, 49, 33, 52)), "DISTANCE": 20000},
    "transects": lambda: {"SNAPSHOTS": series(), "THEATRE": land(), "PERIOD": "snapshot", "SPACING": 5000},
    "createsectors": lambda: {"LAYER": halves()},
    "extractfront": lambda: {"SNAPSHOTS": june()["AFTER"], "THEATRE": land()},
    "classtransition": june,
    "controlfromlines": lambda: {"LINES": fronts(), "THEATRE": land(), "SIDE": "left"},
    "projection": lambda: {"SNAPSHOTS": days(), "SECTORS": halves(), "WINDOWS": "5,all"},
}
LAYERS = {name: list(PUBLIC[f"frontline:{name}"]["layers"]) for name in INPUTS}
LAYERS["animation"].remove("VIDEO")  # not with FORMAT frames


def test_every_algorithm_that_runs_in_a_task_is_run():
    assert sorted({f"frontline:{name}" for name in INPUTS} ^ set(WITH_LAYERS)) == []


def rows(outcome, name):
    """The features of a result, geometries as WKT; of a folder its files."""
    folder = Path(str(outcome[name]))
    if folder.is_dir():
        return {path.name: path.read_bytes() for path in folder.iterdir()}
    return [(feature.attributes(), feature.geometry().asWkt(6)) for feature in outcome.layer(name).getFeatures()]


@pytest.mark.parametrize("name", INPUTS)
def test_a_task_runs_in_a_thread_of_its_own_and_gives_the_rows_of_a_script(runner, listener, name):
    outcomes, threads, inputs = {}, {}, INPUTS[name]()
    for mode in ("script", "task"):
        received = listener(lambda _, percent, mode=mode: threads.setdefault(mode, set()).add(threading.get_ident()))
        outcomes[mode] = runner(mode, name, *LAYERS[name])(**inputs, listener=received)
    assert threads["script"] == {threading.main_thread().ident}
    assert len(threads["task"] - threads["script"]) == 1
    for output in LAYERS[name]:
        script, task = (rows(outcomes[mode], output) for mode in ("script", "task"))
        assert script, output
        assert task == script
    figures = [*PUBLIC[f"frontline:{name}"]["numbers"], *PUBLIC[f"frontline:{name}"]["strings"]]
    assert [outcomes["task"][each] for each in figures] == [outcomes["script"][each] for each in figures]


@BOTH
@pytest.mark.parametrize("name", INPUTS)
def test_a_cancelled_run_ends_without_results(runner, listener, tmp_path, name, mode):
    received = listener(lambda feedback, percent: feedback.cancel())
    files = {output: str(tmp_path / f"{output}.gpkg") for output in LAYERS[name]}
    outcome = runner(mode, name, *LAYERS[name])(**INPUTS[name](), **files, listener=received)
    assert outcome.outputs == {}
    assert list(tmp_path.iterdir()) == []
    assert max(received.percents) < 100


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: {"BEFORE": "/nowhere/front.gpkg"},
        lambda: {"BEFORE": layer("front_20250602", box(28, 50, 31, 51), crs="")},
        lambda: {"BEFORE": june()["AFTER"]},
        lambda: {"SECTORS": layer("regions", fields="name:string")},
    ],
    ids=["missing", "without crs", "same date", "no sectors"],
)
def test_a_task_refuses_in_the_words_of_a_script(sectorchange, sectorchange_task, wrong):
    parameters = {**june(), **wrong()}
    assert sectorchange_task.refusal(**parameters) == sectorchange.refusal(**parameters)
