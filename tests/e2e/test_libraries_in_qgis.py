# SPDX-License-Identifier: GPL-2.0-or-later
"""Two GEOS in one process: the real programs of QGIS must survive a shapely whose GEOS is not theirs.

A small plugin, written here, loads shapely through core.libraries and works it hard beside QgsGeometry. No test
inside pytest can show this crash: only the programs of QGIS have their GEOS among the global symbols.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import launch
import pytest
from checkout import ROOT

WHEELS = ROOT / "build" / "wheels"
GEOS_OF_WHEEL = {"2.0.7": "3.11.4", "2.1.2": "3.13.1"}

METADATA = """[general]
name=GEOS probe
qgisMinimumVersion=3.0
description=Test
version=1
author=Test
email=test@example.org
hasProcessingProvider=yes
"""

PROBE = '''
"""Works shapely and QGIS side by side and writes what it found to the file named by PROBE_RESULT."""
import json, os, sys
from pathlib import Path
from qgis.core import Qgis, QgsGeometry, QgsProject
from qgis.PyQt.QtCore import QTimer


def classFactory(iface):
    return Probe(iface)


class Probe:
    def __init__(self, iface):
        self.iface = iface

    def initProcessing(self):
        probe()

    def initGui(self):
        QTimer.singleShot(90000, lambda: os._exit(9))
        self.iface.initializationCompleted.connect(lambda: QTimer.singleShot(500, self.work_and_leave))

    def work_and_leave(self):
        probe()
        QgsProject.instance().setDirty(False)
        self.iface.actionExit().trigger()

    def unload(self):
        pass


def probe():
    import frontline_change.processing.environment as environment

    result = {"loaded_by_qgis": "shapely" in sys.modules, "host": Qgis.geosVersion()}
    environment.prepare()
    problem = environment.problem()
    result.update({"problem": problem} if problem else work())
    Path(os.environ["PROBE_RESULT"]).write_text(json.dumps(result))


def work():
    import numpy
    from frontline_change.core import libraries
    from frontline_change.core.libraries import shapely

    random = numpy.random.default_rng(7)
    points = shapely.points(random.uniform(0, 100, (600, 2)))
    discs = shapely.buffer(points[:200], 4)
    union = shapely.union_all(discs)
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(points)))
    noded = shapely.node(shapely.multilinestrings(shapely.boundary(discs[:60])))
    faces = shapely.polygonize([noded])
    tree = shapely.STRtree(cells)
    result = {
        "versions": libraries.versions(),
        "file": shapely.__file__,
        "union": union.area,
        "difference": shapely.area(shapely.difference(cells, union)).sum(),
        "intersection": shapely.area(shapely.intersection(cells, union)).sum(),
        "cells": shapely.area(cells).sum(),
        "faces": shapely.area(faces).sum(),
        "first discs": shapely.union_all(discs[:60]).area,
        "hits": int(tree.query(union, predicate="intersects").size),
        "wkt": shapely.to_wkt(points[0]),
        "valid": bool(shapely.make_valid(shapely.from_wkt("POLYGON((0 0,1 1,1 0,0 1,0 0))")).is_valid),
        "from qgis": QgsGeometry.fromWkt(union.wkt).buffer(1, 8).area(),
        "by shapely": shapely.buffer(union, 1, quad_segs=8).area,
    }
    if shapely.geos_version >= (3, 12, 0) and hasattr(shapely, "coverage_simplify"):
        squares = [shapely.box(x, 0, x + 1, 1) for x in range(10)]
        result["coverage"] = float(shapely.area(shapely.coverage_simplify(squares, 0.5)).sum())
    return result
'''


@pytest.fixture(scope="module")
def wheel():
    """A function that returns the folder into which a shapely wheel is unpacked."""
    return unpacked_wheel


def unpacked_wheel(version: str) -> Path:
    folder = WHEELS / f"shapely-{version}-py{sys.version_info.major}.{sys.version_info.minor}"
    if not (folder / "shapely").is_dir():
        command = [sys.executable, "-I", "-m", "pip", "install", "--quiet", "--no-deps", "--only-binary=:all:"]
        done = subprocess.run(
            [*command, "--target", str(folder), f"shapely=={version}"],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            shutil.rmtree(folder, ignore_errors=True)
            pytest.skip(f"shapely {version} could not be downloaded: {done.stderr.strip().splitlines()[-1]}")
    return folder


@pytest.fixture
def environment(tmp_path):
    """A scratch profile with the probe plugin enabled, and the environment to start QGIS with."""
    plugins = tmp_path / "plugins"
    probe = plugins / "geos_probe"
    probe.mkdir(parents=True)
    (probe / "metadata.txt").write_text(METADATA)
    (probe / "__init__.py").write_text(PROBE)
    (plugins / "frontline_change").symlink_to(ROOT, target_is_directory=True)
    settings = tmp_path / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text("[PythonPlugins]\ngeos_probe=true\n")
    environment = launch.environment(tmp_path, plugins)
    environment["PROBE_RESULT"] = str(tmp_path / "result.json")
    return environment


def run_qgis_process(environment: dict[str, str]) -> dict:
    done = subprocess.run(
        [launch.program("qgis_process"), "plugins"],
        env=environment | {"QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(Path(environment["PROBE_RESULT"]).read_text())


def run_desktop(environment: dict[str, str]) -> dict:
    if shutil.which("xvfb-run") is None:
        pytest.skip("xvfb-run is not installed")
    profile = environment["QGIS_CUSTOM_CONFIG_PATH"]
    qgis = [
        launch.program("qgis"),
        "--nologo",
        "--noversioncheck",
        "--profiles-path",
        profile,
        "--profile",
        "default",
    ]
    done = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1000x700x24", *qgis],
        env={name: value for name, value in environment.items() if name != "QT_QPA_PLATFORM"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(Path(environment["PROBE_RESULT"]).read_text())


def minor(version: str) -> list[str]:
    """Return the first two numbers of a version."""
    return version.split(".")[:2]


def check(found: dict, version: str) -> None:
    """The geometry is right, and each of the two libraries used its own GEOS.

    Since 3.40 QGIS loads a shapely on the path itself, at its start and without care. With another GEOS it is refused.
    """
    if found["loaded_by_qgis"] and minor(found["host"]) != minor(GEOS_OF_WHEEL[version]):
        assert GEOS_OF_WHEEL[version] in found["problem"]
        return
    assert found["versions"]["shapely"] == version
    assert found["versions"]["geos"] == GEOS_OF_WHEEL[version]
    assert found["intersection"] + found["difference"] == pytest.approx(found["cells"], rel=1e-9)
    assert found["intersection"] == pytest.approx(found["union"], rel=1e-9)
    assert found["faces"] >= found["first discs"] * (1 - 1e-9)
    assert found["hits"] > 0
    assert found["wkt"].startswith("POINT (")
    assert found["valid"] is True
    assert found["from qgis"] == pytest.approx(found["by shapely"], rel=1e-6)
    if version == "2.1.2":
        assert found["coverage"] == pytest.approx(10)


@pytest.mark.parametrize("version", GEOS_OF_WHEEL)
def test_qgis_process_survives_a_shapely_on_the_path(environment, wheel, version):
    check(run_qgis_process(environment | {"PYTHONPATH": str(wheel(version))}), version)


@pytest.mark.slow
@pytest.mark.parametrize("version", GEOS_OF_WHEEL)
def test_the_desktop_survives_a_shapely_on_the_path(environment, wheel, version):
    check(run_desktop(environment | {"PYTHONPATH": str(wheel(version))}), version)


def test_qgis_process_finds_the_shapely_in_the_profile(environment, wheel):
    python = f"py{sys.version_info.major}.{sys.version_info.minor}"
    profile = Path(environment["QGIS_CUSTOM_CONFIG_PATH"]) / "profiles" / "default" / "python"
    folder = profile / "frontline_change_libraries" / python
    shutil.copytree(wheel("2.1.2"), folder)
    found = run_qgis_process(environment)
    if found["loaded_by_qgis"]:  # the distribution's own, which fits
        assert minor(found["versions"]["geos"]) == minor(found["host"])
    else:
        check(found, "2.1.2")
        assert Path(found["file"]).is_relative_to(folder)


def test_a_shapely_that_does_not_know_its_version_is_used(environment, wheel, tmp_path):
    """What broke: Debian's newest calls itself `0+unknown` and was refused as too old."""
    folder = tmp_path / "unknown"
    shutil.copytree(wheel("2.0.7"), folder)
    (folder / "shapely-2.0.7.dist-info").rename(folder / "shapely-0+unknown.dist-info")
    for path, line in (("shapely-0+unknown.dist-info/METADATA", "Version: {}\n"), ("shapely/_version.py", '"{}"')):
        text = (folder / path).read_text(encoding="utf-8")
        assert line.format("2.0.7") in text
        (folder / path).write_text(text.replace(line.format("2.0.7"), line.format("0+unknown")), encoding="utf-8")
    found = run_qgis_process(environment | {"PYTHONPATH": str(folder)})
    if found["loaded_by_qgis"] and minor(found["host"]) != minor(GEOS_OF_WHEEL["2.0.7"]):
        assert "0+unknown" in found["problem"]  # for its GEOS
        return
    assert found["versions"]["shapely"] == "unknown"
    assert found["versions"]["geos"] == GEOS_OF_WHEEL["2.0.7"]
    assert found["intersection"] == pytest.approx(found["union"], rel=1e-9)


def test_a_shapely_loaded_by_another_plugin_is_refused_where_its_geos_differs(environment, wheel):
    folder = wheel("2.1.2")
    other = Path(environment["QGIS_PLUGINPATH"]) / "geos_probe" / "__init__.py"
    other.write_text("import shapely\n" + other.read_text())
    found = run_qgis_process(environment | {"PYTHONPATH": str(folder)})
    if os.uname().sysname == "Linux" and minor(found["host"]) != minor(GEOS_OF_WHEEL["2.1.2"]):
        assert "3.13.1" in found["problem"] and "2.1.2" in found["problem"]


def test_sector_change_finds_the_same_with_either_geos(qgis_without_shapely, wheel, sample, tmp_path):
    inputs = [f"BEFORE={sample.maps[0]}", f"AFTER={sample.maps[-1]}", "CLASS_FIELD=class", f"SECTORS={sample.sectors}"]
    inputs += [f"THEATRE={sample.theatre}", f"CHANGE={tmp_path / 'change.gpkg'}"]
    command = ["--json", "run", "frontline:sectorchange", "--", *inputs]
    wheels = [str(wheel(version)) for version in GEOS_OF_WHEEL]
    outcomes = [qgis_without_shapely.process(*command, PYTHONPATH=path) for path in wheels]
    if any("has already loaded" in outcome.output for outcome in outcomes):
        pytest.skip("this QGIS loads shapely itself, so only the one with its own GEOS can be used")
    found = [outcome.results for outcome in outcomes]
    geos = [json.loads(results["METHOD"])["libraries"]["geos"] for results in found]
    assert geos == list(GEOS_OF_WHEEL.values())
    for name in ("GAINED_KM2", "LOST_KM2", "ADVANCE_MAX_KM", "GAINED_SE_KM2"):
        assert found[0][name] == pytest.approx(found[1][name], rel=1e-6)
