# SPDX-License-Identifier: GPL-2.0-or-later
"""The developers' tools, as far as they need no QGIS: how ARGS is split, and the link into the user's profile."""

import re
import subprocess
import sys
from pathlib import Path

import launch
import pytest
from checkout import ROOT


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("", []),
        ("--json run a:b -- A=1 B=2", ["--json", "run", "a:b", "--", "A=1", "B=2"]),
        ("""'A=my file.gpkg' B="x y" C=a\\ b""", ["A=my file.gpkg", "B=x y", "C=a b"]),
        ("""A="it's" 'B=say "no"'""", ["A=it's", 'B=say "no"']),
        ("A=a;b|c&d $e `f` #g", ["A=a;b|c&d", "$e", "`f`", "#g"]),
        (
            """A=ogr:dbname='my x.gpkg' table="CHANGE" (geom) B=2""",
            ["""A=ogr:dbname='my x.gpkg' table="CHANGE" (geom)""", "B=2"],
        ),
        ("""A=ogr:dbname="x.gpkg" table="T" B=2""", ["""A=ogr:dbname="x.gpkg" table="T\"""", "B=2"]),
        (
            """'A=ogr:dbname="x.gpkg" table="T" (geom)' B=2""",
            ["""A=ogr:dbname="x.gpkg" table="T" (geom)""", "B=2"],
        ),
    ],
)
def test_arguments_are_split_as_by_a_shell_but_tables_need_no_quotes(text, arguments):
    assert launch.split_arguments(text) == arguments


def test_setup_runs_every_python_isolated():
    """`python -m pip` runs a pip.py of the current folder, and -c imports from there; with -I neither does."""
    setup = (ROOT / "tools" / "setup.sh").read_text(encoding="utf-8")
    options = re.findall(r"""(?:bin/python|"\$(?:python|candidate)") (-\S+)""", setup)
    assert len(options) >= 8
    assert set(options) == {"-I"}


@pytest.fixture
def link(tmp_path):
    """Run tools/link.py for a user whose home is an empty folder."""

    def run(*options: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, str(ROOT / "tools" / "link.py"), *options],
            env={"HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def linked(home: Path, major: int = 3, profile: str = "default") -> Path:
    qgis = home / ".local" / "share" / "QGIS" / f"QGIS{major}"
    return qgis / "profiles" / profile / "python" / "plugins" / "frontline_change"


def test_link_and_unlink(link, tmp_path):
    assert link().returncode == 0
    assert linked(tmp_path).resolve() == ROOT
    assert "already" in link().stdout
    assert link("--remove").returncode == 0
    assert not linked(tmp_path).is_symlink()
    assert link("--remove").returncode == 0


def test_link_serves_qgis_3_and_4_and_the_profile_that_opens_by_default(link, tmp_path):
    for major in (3, 4):
        profiles = linked(tmp_path, major).parents[3]
        profiles.mkdir(parents=True)
        (profiles / "profiles.ini").write_text("[core]\ndefaultProfile=work\n")
    assert link().returncode == 0
    assert [linked(tmp_path, major, "work").resolve() for major in (3, 4)] == [ROOT, ROOT]


def test_link_leaves_an_installed_plugin_alone(link, tmp_path):
    linked(tmp_path).mkdir(parents=True)
    assert link().returncode != 0
    assert link("--remove").returncode == 0
    assert linked(tmp_path).is_dir()


def test_every_pip_of_the_tools_runs_isolated_and_installs_exact_versions():
    """A pip.py of the checkout must not run as pip, and no new release may change what a test means."""
    wild = []
    for path in (ROOT / "tools").rglob("*"):
        if not path.is_file() or path.suffix not in (".sh", ".py", ".txt"):
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        wild += [f"{path.name}: {line}" for line in lines if "-m pip" in line and "-I -m pip" not in line]
        wild += [line for line in lines if "pip install" in line and ">=" in line]
    requirements = (ROOT / "tools" / "requirements-dev.txt").read_text(encoding="utf-8").splitlines()
    wild += [line for line in requirements if not line.startswith("#") and not re.match(r"[\w-]+==[\d.]+( |$)", line)]
    assert wild == []
