# SPDX-License-Identifier: GPL-2.0-or-later
"""The commands of the how-to pages as somebody runs them, with the sample, and what the pages say that they print."""

import re
import shlex
import subprocess
import sys

import how_to
import launch
import pytest
from checkout import ROOT

OUTPUT = re.compile(r"=(\w+\.(?:gpkg|csv|png))")
GUARD_S = 300
END_OF_BLOCK = "\x1e"


@pytest.fixture
def folder(tmp_path, sample):
    """A folder like `demo`, with the sample."""
    (tmp_path / "sample").symlink_to(sample.folder)
    return tmp_path


@pytest.fixture
def shell(qgis, folder, tmp_path_factory):
    """Run a block of commands; `qgis_process` is that of the profile in which the plugin is installed."""
    programs = tmp_path_factory.mktemp("bin")
    variables = {name: qgis.variables[name] for name in ("QGIS_CUSTOM_CONFIG_PATH", "PYTHONNOUSERSITE")}
    settings = " ".join(f"{name}={shlex.quote(value)}" for name, value in variables.items())
    program = programs / "qgis_process"
    program.write_text(f'#!/bin/sh\nexec env {settings} {launch.program("qgis_process")} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{programs}:{qgis.variables['PATH']}"

    def run(code):
        return subprocess.run(
            ["sh", "-e", "-c", code],
            cwd=folder,
            env=qgis.variables | {"PATH": path, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=GUARD_S,
            check=False,
        )

    return run


def test_the_pages_have_no_blocks_of_other_kinds():
    others = {f"{page.stem}: {one.language}" for page in how_to.PAGES for one in how_to.blocks(page)}
    assert {each.partition(": ")[2] for each in others} == {"sh", "python"}
    assert all(how_to.blocks(page) for page in how_to.PAGES)


@pytest.mark.parametrize("page", [page for page in how_to.PAGES if page.stem != "python"], ids=lambda page: page.stem)
def test_commands_of_a_page(page, shell, folder):
    for block in how_to.blocks(page):
        assert block.language == "sh"
        done = shell(block.code)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "Traceback" not in done.stderr, done.stderr
        assert how_to.missing(block.shown, done.stdout) == []
        assert [name for name in OUTPUT.findall(block.code) if not (folder / name).stat().st_size] == []


def test_the_page_for_python(folder, tmp_path_factory):
    """One script of all blocks, where the package is found under its name; each prints what the page shows."""
    path = tmp_path_factory.mktemp("path")
    (path / "frontline_change").symlink_to(ROOT)
    found = how_to.blocks(how_to.FOLDER / "python.md")
    code = "".join(f"{block.code}print({END_OF_BLOCK!r}, end='')\n" for block in found)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={"PYTHONPATH": str(path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    warned = [line for line in done.stderr.splitlines() if "Warning: " in line]
    assert len(warned) == 1 and "aldmark_2018-06-01.geojson”: invalid polygons repaired: 1" in warned[0], done.stderr
    printed = [each.splitlines() for each in done.stdout.split(END_OF_BLOCK)[:-1]]
    assert printed == [block.shown for block in found]
