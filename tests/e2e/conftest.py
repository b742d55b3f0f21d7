# SPDX-License-Identifier: GPL-2.0-or-later
"""The packaged plugin, unpacked into a fresh profile, in the real programs of QGIS; and how to run those."""

import json
import os
import shutil
import signal
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

import launch
import package
import pytest

GUARD_S = 240
DESKTOP_GUARD_S = 120


@dataclass(frozen=True)
class Outcome:
    """How a run of qgis_process ended."""

    code: int
    stdout: str
    stderr: str

    @property
    def output(self) -> str:
        return self.stdout + self.stderr

    @property
    def json(self):
        """Standard output as JSON, which it must be from the first character to the last."""
        return json.loads(self.stdout)

    @property
    def results(self) -> dict:
        """The outputs of an algorithm that was run with --json and ended well."""
        assert self.code == 0, self.output
        return self.json["results"]


@dataclass(frozen=True)
class Qgis:
    """A QGIS with one profile."""

    profile: Path
    variables: dict[str, str]

    def process(self, *arguments: str, **variables: str) -> Outcome:
        """Run qgis_process; a Python traceback is a failure whatever the exit code."""
        done = subprocess.run(
            [launch.program("qgis_process"), *arguments],
            env=self.variables | {"QT_QPA_PLATFORM": "offscreen"} | variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=GUARD_S,
            check=False,
        )
        outcome = Outcome(done.returncode, done.stdout, done.stderr)
        assert "Traceback (most recent call last)" not in outcome.output, outcome.output
        return outcome

    def run(self, algorithm: str, *options: str, **parameters: object) -> Outcome:
        """Run an algorithm; its outputs come as JSON."""
        given = [f"{name}={value}" for name, value in parameters.items()]
        return self.process("--json", "run", algorithm, *options, "--", *given)

    def desktop(self, script: Path, **variables: str) -> Outcome:
        """Run the desktop on a virtual screen with a Python script that must close it."""
        command = [launch.program("qgis"), "--nologo", "--noversioncheck", "--profiles-path", str(self.profile)]
        with subprocess.Popen(
            ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24", *command, "--profile", "default", "--code", str(script)],
            env={name: value for name, value in self.variables.items() if name != "QT_QPA_PLATFORM"} | variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        ) as running:
            try:
                stdout, stderr = running.communicate(timeout=DESKTOP_GUARD_S)
            except subprocess.TimeoutExpired:  # a box with a Python error waits for a click before any script runs
                os.killpg(running.pid, signal.SIGTERM)
                stdout, stderr = running.communicate()
                stderr += f"QGIS did not close within {DESKTOP_GUARD_S} s.\n"
        return Outcome(running.returncode, stdout, stderr)


@pytest.fixture(scope="session")
def package_zip(tmp_path_factory) -> Path:
    """The zip that users install."""
    return package.build(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="session")
def qgis(package_zip, tmp_path_factory) -> Qgis:
    """QGIS with a profile in which the zip was installed, and shapely where the plugin would install it."""
    profile = tmp_path_factory.mktemp("profile")
    plugins = profile / "profiles" / "default" / "python" / "plugins"
    with zipfile.ZipFile(package_zip) as archive:
        archive.extractall(plugins)
    launch.enable(profile)
    return Qgis(profile, launch.environment(profile))


@pytest.fixture(scope="session")
def qgis_without_shapely(qgis, tmp_path_factory) -> Qgis:
    """The same QGIS where no shapely can be found, not even the distribution's."""
    folder = tmp_path_factory.mktemp("without_shapely")
    profile, blocker = folder / "profile", folder / "path"
    installed = "frontline_change_libraries"
    shutil.copytree(qgis.profile, profile, symlinks=True, ignore=shutil.ignore_patterns(installed))
    blocker.mkdir()
    (blocker / "shapely.py").write_text("raise ModuleNotFoundError('No module named shapely', name='shapely')\n")
    variables = {"QGIS_CUSTOM_CONFIG_PATH": str(profile), "PYTHONPATH": str(blocker)}
    return Qgis(profile, qgis.variables | variables)


@pytest.fixture(scope="session")
def checkout_environment() -> dict[str, str]:
    """The variables of the shell that runs `make`, without those of the pytest around it."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "MAKE"))}
