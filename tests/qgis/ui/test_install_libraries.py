# SPDX-License-Identifier: GPL-2.0-or-later
"""The offer to install shapely: what it says, that nothing runs unasked, success, failure and cancelling."""

import site
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from frontline_change.core import libraries
from frontline_change.core.errors import LibraryError
from frontline_change.processing import environment
from frontline_change.ui import install_libraries
from frontline_change.ui.install_libraries import InstallDialog
from qgis.core import Qgis
from qgis.PyQt.QtCore import QProcess
from qgis.PyQt.QtWidgets import QDialog, QLabel, QPlainTextEdit, QProgressBar, QPushButton

MISSING = LibraryError("shapely", "missing", "shapely is missing", needed="2.0")


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """Instead of the user's profile."""
    folder = tmp_path / "python" / "frontline_change_libraries" / "py3"
    monkeypatch.setattr(environment, "library_folder", lambda: folder)
    return folder


@pytest.fixture
def without_shapely(monkeypatch, folder):
    """shapely is missing until something lies in the library folder."""

    def check():
        if not folder.is_dir():
            raise MISSING

    monkeypatch.setattr(libraries, "check", check)


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def texts(dialog: InstallDialog) -> str:
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    return "\n".join(labels + [field.toPlainText() for field in dialog.findChildren(QPlainTextEdit)])


def button(dialog: InstallDialog, word: str) -> QPushButton:
    """The button with this word."""
    return next(found for found in dialog.findChildren(QPushButton) if word in found.text().replace("&", ""))


def progress(dialog: InstallDialog) -> QProgressBar:
    return dialog.findChild(QProgressBar)


def is_running(dialog: InstallDialog) -> bool:
    return dialog.findChild(QProcess) is not None


@pytest.fixture
def shown(qtbot):
    """A function that shows the dialog with a command of ours."""

    def show(command: list[str] | None = None) -> InstallDialog:
        dialog = InstallDialog(command=command)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


def test_nothing_is_offered_where_nothing_is_missing():
    assert environment.problem() is None
    assert environment.install_command() == []
    assert install_libraries.offer() is True


def test_prepare_reports_core_the_geos_of_qgis_and_the_folder(monkeypatch, folder):
    folders, versions = [], []
    monkeypatch.setattr(libraries, "add_folder", folders.append)
    monkeypatch.setattr(libraries, "set_host_geos", versions.append)
    environment.prepare()
    assert folders == [folder]
    assert versions == [Qgis.geosVersion()]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MISSING, ["shapely 2.0"]),
        (LibraryError("shapely", "old", "", found="1.8.5", needed="2.0", origin="/x"), ["1.8.5", "2.0", "/x"]),
        (LibraryError("shapely", "broken", "", origin="/x", detail="no libgeos"), ["/x", "no libgeos"]),
        (LibraryError("pyproj", "missing", "", needed="3.0"), ["pyproj 3.0"]),
        (
            LibraryError("shapely", "clash", "", found="2.1.2", origin="/x", host="3.11.1", detail="3.13.1"),
            ["2.1.2", "3.11.1", "3.13.1", "Restart QGIS"],
        ),
    ],
)
def test_each_reason_is_explained_with_its_facts(error, words):
    shown_texts = environment.explain(error)
    assert all(word in shown_texts for word in words)
    assert "{" not in shown_texts
    assert ("install" in shown_texts) == (error.library == "shapely" and error.reason != "clash")


def test_the_command_installs_shapely_alone_into_the_profile(without_shapely, folder):
    command = environment.install_command()
    assert Path(command[0]).name.startswith("python") and Path(command[0]).is_file()
    assert command[1:5] == ["-I", "-m", "pip", "install"]
    assert command[command.index("--target") + 1] == str(folder)
    assert "--no-deps" in command and "--only-binary=:all:" in command
    version = "2.1.2" if sys.version_info >= (3, 14) else "2.0.7"
    assert [word for word in command if "shapely" in word] == [f"shapely=={version}"]


@pytest.mark.parametrize("library", ["numpy", "pyproj"])
def test_what_comes_with_qgis_is_never_installed_by_us(monkeypatch, library):
    def check():
        raise LibraryError(library, "missing", "")

    monkeypatch.setattr(libraries, "check", check)
    assert environment.install_command() == []


def test_python_is_found_where_sys_executable_is_qgis(without_shapely, monkeypatch, tmp_path):
    (tmp_path / "bin").mkdir()
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    (tmp_path / "bin" / name).touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "QGIS"))
    monkeypatch.setattr(sys, "exec_prefix", str(tmp_path / "nowhere"))
    monkeypatch.setattr(sys, "base_exec_prefix", str(tmp_path / "nowhere"))
    assert environment.install_command()[0] == str(tmp_path / "bin" / name)


def test_the_dialog_shows_problem_and_command_and_runs_nothing_unasked(without_shapely, folder, shown):
    dialog = shown()
    shown_texts = texts(dialog)
    assert "shapely 2.0" in shown_texts
    assert "-I -m pip install" in shown_texts and str(folder) in shown_texts
    version = environment.shapely_version()
    assert f"this command downloads shapely {version} (about 3 MB)" in shown_texts
    assert f"shapely=={version}" in shown_texts
    assert not is_running(dialog)
    dialog.reject()
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not folder.exists()


@pytest.fixture
def wheel(tmp_path) -> Path:
    """A wheel of a shapely that holds nothing."""
    path = tmp_path / "shapely-2.0.7-py3-none-any.whl"
    about = "shapely-2.0.7.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("shapely/__init__.py", "")
        archive.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: shapely\nVersion: 2.0.7\n")
        archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{about}/RECORD", "")
    return path


@pytest.mark.parametrize("program", ["python", "QGIS"])
def test_a_pip_of_the_current_folder_is_not_run(
    without_shapely, folder, wheel, shown, qtbot, monkeypatch, tmp_path, program
):
    """What broke: a pip.py in the folder that QGIS was started from ran as pip.

    Where QGIS carries its Python, PYTHONHOME must be heeded, so that there -I cannot be what keeps it out.
    """
    (tmp_path / "pip.py").write_text("print('not pip')")
    monkeypatch.chdir(tmp_path)
    if program == "QGIS":
        monkeypatch.setattr(sys, "executable", str(tmp_path / program))
    dialog = shown([*environment.install_command()[:-1], str(wheel)])
    button(dialog, "Install").click()
    qtbot.waitUntil(lambda: not is_running(dialog), timeout=60_000)
    assert "not pip" not in texts(dialog)
    assert "You can measure now" in texts(dialog)
    assert (folder / "shapely" / "__init__.py").is_file()


def test_python_home_is_reported_only_to_a_python_that_qgis_carries(monkeypatch, tmp_path):
    assert environment.python_home() == ""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "QGIS"))
    assert environment.python_home() == sys.base_prefix


def test_a_pip_that_only_the_user_has_is_no_help(without_shapely, folder, monkeypatch, tmp_path):
    """An isolated python would not find it: the offer would fail with “No module named pip”."""
    (tmp_path / "pip").mkdir()
    (tmp_path / "pip" / "__init__.py").touch()
    monkeypatch.setattr(site, "getusersitepackages", lambda: str(tmp_path))
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert environment.install_command() == []
    monkeypatch.setattr(site, "getusersitepackages", lambda: str(tmp_path / "other"))
    assert environment.install_command() != []


def test_without_a_way_to_install_install_is_off(monkeypatch, shown):
    def check():
        raise LibraryError("pyproj", "missing", "", needed="3.0")

    monkeypatch.setattr(libraries, "check", check)
    dialog = shown()
    assert not button(dialog, "Install").isEnabled()
    assert "pyproj 3.0" in texts(dialog)


def test_a_python_that_only_comes_first_on_the_path_is_not_used(without_shapely, monkeypatch, tmp_path):
    """What broke: QGIS on Linux takes pyenv's python for its own, and pip then fetches a wheel for that one."""
    (tmp_path / "bin").mkdir()
    own = tmp_path / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    own.touch()
    foreign = tmp_path / "shims" / "python3"
    monkeypatch.setattr(sys, "executable", str(foreign))
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "venv"))
    monkeypatch.setattr(sys, "exec_prefix", str(tmp_path))
    assert environment.install_command()[0] == str(own)
    own.unlink()
    monkeypatch.setattr(sys, "base_exec_prefix", str(tmp_path / "nowhere"))
    assert environment.install_command()[0] == str(foreign)


@pytest.mark.parametrize("name", ["python3.exe", "python.exe"])
def test_on_windows_python_is_found_beside_its_library(without_shapely, monkeypatch, tmp_path, name):
    """There `sys.executable` is QGIS, and python lies in apps/Python312, itself no program of QGIS's."""
    apps = tmp_path / "Program Files" / "QGIS Київ" / "apps" / "Python312"
    apps.mkdir(parents=True)
    (apps / name).touch()
    monkeypatch.setattr(environment, "os", SimpleNamespace(name="nt"))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Program Files" / "QGIS Київ" / "bin" / "qgis-bin.exe"))
    monkeypatch.setattr(sys, "exec_prefix", str(apps))
    monkeypatch.setattr(environment, "library_folder", lambda: tmp_path / "profile")
    command = environment.install_command()
    assert command[0] == str(apps / name)
    assert "-m" in command and "pip" in command


def test_success(without_shapely, folder, shown, qtbot):
    dialog = shown(python(f"import pathlib; print('hello'); pathlib.Path({str(folder)!r}).mkdir(parents=True)"))
    button(dialog, "Install").click()
    assert progress(dialog).isVisible() and button(dialog, "Cancel").isVisible()
    qtbot.waitUntil(lambda: not is_running(dialog), timeout=60_000)
    assert "hello" in texts(dialog)
    assert "You can measure now" in texts(dialog)
    assert not progress(dialog).isVisible()
    button(dialog, "Close").click()
    assert dialog.result() == QDialog.DialogCode.Accepted


@pytest.mark.parametrize(
    "command", [python("import sys; print('no network'); sys.exit(1)"), ["/does/not/exist/no network"]]
)
def test_failure_shows_what_was_reported_and_leaves_nothing_behind(folder, without_shapely, shown, qtbot, command):
    dialog = shown(command)
    folder.parent.mkdir(parents=True)
    button(dialog, "Install").click()
    qtbot.waitUntil(lambda: not is_running(dialog), timeout=60_000)
    assert "installation failed" in texts(dialog)
    assert command[0] != sys.executable or "no network" in texts(dialog)
    assert button(dialog, "Install").isEnabled()
    assert not folder.exists()


def test_cancel(without_shapely, folder, shown, qtbot):
    half = f"import pathlib, time; pathlib.Path({str(folder)!r}).mkdir(parents=True); print('half'); time.sleep(60)"
    dialog = shown([sys.executable, "-u", "-c", half])
    button(dialog, "Install").click()
    qtbot.waitUntil(lambda: "half" in texts(dialog).splitlines(), timeout=60_000)
    button(dialog, "Cancel").click()
    qtbot.waitUntil(lambda: not is_running(dialog), timeout=60_000)
    assert "cancelled" in texts(dialog)
    assert not folder.exists()


def test_closing_the_dialog_stops_the_installation(without_shapely, folder, shown, qtbot):
    dialog = shown(python("import time; time.sleep(60)"))
    button(dialog, "Install").click()
    dialog.reject()
    qtbot.waitUntil(lambda: not is_running(dialog), timeout=60_000)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_still_a_problem_after_installing_asks_for_a_restart(without_shapely, shown, qtbot):
    dialog = shown(python("print('done')"))
    button(dialog, "Install").click()
    qtbot.waitUntil(lambda: not is_running(dialog), timeout=60_000)
    assert "Restart QGIS" in texts(dialog)
