# SPDX-License-Identifier: GPL-2.0-or-later
"""`pip install .` in a Python of its own: core under the package's name, nothing of the plugin, and an example runs."""

import os
import shutil
import subprocess
import sysconfig
import venv
from pathlib import Path

import package
import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*command, cwd) -> subprocess.CompletedProcess:
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(command, cwd=cwd, env=variables, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def python(tmp_path_factory) -> Path:
    """The interpreter of a new environment into which the checkout was installed, as its tracked files lie here.

    The libraries are those of the environment that runs the tests, so that nothing is downloaded.
    """
    folder = tmp_path_factory.mktemp("pip")
    source = folder / "source"
    for name in package.tracked_files():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, source / name)
    venv.create(folder / "venv", system_site_packages=True, with_pip=True)
    python = folder / "venv" / "bin" / "python"
    place = run(python, "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])", cwd=folder).stdout.strip()
    (Path(place) / "libraries_of_the_tests.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    if run(python, "-c", "import setuptools", cwd=folder).returncode:
        pytest.skip("setuptools is not installed, and nothing is downloaded here")
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check")
    done = run(python, "-m", "pip", "install", *options, source, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return python


def test_core_alone_is_installed_under_the_version_of_the_plugin(python, tmp_path):
    code = (
        "import importlib.metadata, importlib.util, pathlib, frontline_change\n"
        "place = pathlib.Path(frontline_change.__file__).parent\n"
        "print(importlib.metadata.version('frontline-change'))\n"
        "print(sorted(path.name for path in place.iterdir() if path.name != '__pycache__'))\n"
        "print(callable(frontline_change.classFactory))\n"
    )
    done = run(python, "-c", code, cwd=tmp_path)
    assert done.stdout.splitlines() == [package.version(), "['__init__.py', 'core']", "True"], done.stderr


def test_every_module_of_core_is_installed(python, tmp_path):
    code = (
        "import pathlib, frontline_change.core as core\n"
        "place = pathlib.Path(core.__file__).parent\n"
        "print(*sorted(path.relative_to(place).as_posix() for path in place.rglob('*.py')), sep='\\n')\n"
    )
    tracked = [name.removeprefix("core/") for name in package.tracked_files() if name.startswith("core/")]
    assert run(python, "-c", code, cwd=tmp_path).stdout.split() == sorted(tracked)


def test_the_ten_line_example_runs(python, tmp_path):
    done = run(python, ROOT / "examples" / "made_up_war.py", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "gained 40.00 km², lost 0.00 km², 31 days"
