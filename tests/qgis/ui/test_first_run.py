# SPDX-License-Identifier: GPL-2.0-or-later
"""The first run in a QGIS without shapely: from “Try the sample” through the installer to the measured sample."""

import hashlib
import http.server
import json
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from dock_view import RUN_MS, opened_dock
from frontline_change.core import libraries
from frontline_change.core.errors import LibraryError
from frontline_change.processing import environment
from frontline_change.ui.install_libraries import InstallDialog
from frontline_change.ui.setup import found_maps
from layers import box, layer
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton

pytestmark = pytest.mark.usefixtures("frontline", "in_english")

VERSION = "2.1.2" if sys.version_info >= (3, 14) else "2.0.7"
ABOUT = f"shapely-{VERSION}.dist-info"
WHEEL = f"shapely-{VERSION}-py3-none-any.whl"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """Where the library is installed, instead of the user's profile; the sample lies beside it."""
    folder = tmp_path / "python" / "frontline_change_libraries" / "py3"
    monkeypatch.setattr(environment, "library_folder", lambda: folder)
    monkeypatch.setattr("frontline_change.ui.sample_data.sample_folder", lambda: tmp_path / "sample")
    return folder


@pytest.fixture
def without_shapely(monkeypatch, folder):
    """shapely is missing until something lies in its folder."""
    check = libraries.check

    def refuse():
        if not folder.is_dir():
            raise LibraryError("shapely", "missing", "shapely is missing", needed="2.0")
        check()

    monkeypatch.setattr(libraries, "check", refuse)


@pytest.fixture
def without_pip(monkeypatch):
    monkeypatch.setattr(environment, "PathFinder", type("NoFinder", (), {"find_spec": lambda *_: None}))


class Index(http.server.ThreadingHTTPServer):
    """A package index on this machine with one wheel of a shapely that holds nothing."""

    def __init__(self, wheel: bytes, sha256: str):
        self.wheel, self.sha256, self.asked = wheel, sha256, []
        super().__init__(("127.0.0.1", 0), Answer)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/simple"


class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, self.headers["Accept"]))
        entry = {"filename": WHEEL, "url": f"../../{WHEEL}", "hashes": {"sha256": self.server.sha256}}
        contents = {"/simple/shapely/": json.dumps({"files": [entry]}).encode(), f"/{WHEEL}": self.server.wheel}
        content = contents.get(self.path)
        self.send_response(404 if content is None else 200)
        self.send_header("Content-Length", str(len(content or b"")))
        self.end_headers()
        self.wfile.write(content or b"")

    def log_message(self, *_):
        pass


@pytest.fixture
def index(tmp_path, monkeypatch):
    """Start an index; pip's own variable leads the plugin to it."""
    path = tmp_path / WHEEL
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("shapely/__init__.py", "")
        archive.writestr(f"{ABOUT}/METADATA", f"Metadata-Version: 2.1\nName: shapely\nVersion: {VERSION}\n")
    content = path.read_bytes()
    index = Index(content, hashlib.sha256(content).hexdigest())
    thread = threading.Thread(target=index.serve_forever, daemon=True)
    thread.start()
    monkeypatch.setenv("PIP_INDEX_URL", index.address)
    yield index
    index.shutdown()
    index.server_close()
    thread.join()


@pytest.fixture
def dock(qgis_iface, project, qtbot, without_shapely):
    """The dock, opened in a QGIS without shapely."""
    with opened_dock(qgis_iface, qtbot) as view:
        yield view


def texts(dialog) -> str:
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    return "\n".join(labels + [field.toPlainText() for field in dialog.findChildren(QPlainTextEdit)])


def press(dialog, word):
    next(one for one in dialog.findChildren(QPushButton) if word in one.text().replace("&", "")).click()


def answer(qtbot, act, reply):
    """Do something that opens the installer, and reply to it; return the text that the installer showed at its end."""
    shown = []

    def react():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, InstallDialog)
        dialog.finished.connect(lambda _result: shown.append(texts(dialog)))
        once_after(RUN_MS, dialog.reject, dialog).start()  # a dialog that nobody closes would stop all tests
        reply(dialog)

    from frontline_change.ui.widgets import once_after

    waiting = once_after(
        50, lambda: react() if QApplication.activeModalWidget() else waiting.start(), QApplication.instance()
    )
    waiting.start()
    act()
    qtbot.waitUntil(lambda: bool(shown), timeout=RUN_MS)
    return shown[0]


def install(dialog):
    press(dialog, "Install")


def close(dialog):
    press(dialog, "Close")


def install_and_close(dialog):
    """Install what fails, then close."""
    from frontline_change.ui.widgets import once_after

    press(dialog, "Install")
    waiting = once_after(50, lambda: close(dialog) if "failed" in texts(dialog) else waiting.start(), dialog)
    waiting.start()


def layer_count() -> int:
    return len(QgsProject.instance().mapLayers())


def test_the_dock_reports_what_is_missing_once_and_offers_to_install_it(dock):
    assert dock.problem.text().count("shapely") == 1
    assert "Vector menu" not in dock.problem.text()
    assert dock.install_button.isVisible()


def test_the_sample_leads_to_the_installer_and_is_measured_by_itself(dock, index, without_pip, folder, qtbot):
    """What broke: twelve times the same error, with the advice to open the dock that it stood in."""
    measured = []
    dock.presenter.results.shown.connect(measured.append)
    shown = answer(qtbot, dock.results.empty_sample.click, install)
    assert "has no pip" in shown and index.address in shown and str(folder) in shown
    qtbot.waitUntil(lambda: bool(measured), timeout=RUN_MS)
    assert dock.maps.line.text().startswith("12 maps")
    assert not dock.problem.text() and not dock.maps.refused.text()
    assert sorted(path.name for path in folder.iterdir()) == ["shapely", ABOUT]
    assert index.asked[0] == ("/simple/shapely/", "application/vnd.pypi.simple.v1+json")


def test_the_sample_refused_leaves_the_project_and_the_one_message(dock, qtbot):
    before = dock.problem.text()
    answer(qtbot, dock.maps.sample_button.click, close)
    qtbot.wait(300)
    assert layer_count() == 0
    assert dock.problem.text() == before
    assert not dock.maps.refused.text()


def test_trying_the_sample_again_doubles_no_layer(dock, folder, qtbot):
    """What broke: its sectors were added once more, and each of its maps was reported as no map."""
    folder.mkdir(parents=True)
    for _ in range(2):
        with qtbot.waitSignal(dock.presenter.results.shown, timeout=RUN_MS):
            dock.contents.map_import.try_sample()
        sources = [one.source() for one in QgsProject.instance().mapLayers().values() if "sample" in one.source()]
        assert len(sources) == len(set(sources)) == 15  # twelve maps, sectors, country, places
        assert not dock.maps.refused.text()


def test_maps_in_the_project_are_found_after_the_installation(dock, folder, qtbot):
    """What broke: each layer kept the error of its first reading."""
    for name in ("front_20250501", "front_20250601"):
        QgsProject.instance().addMapLayer(layer(name, box(36, 48, 37, 49)))
    qtbot.waitUntil(lambda: not dock.contents.finder.is_searching, timeout=RUN_MS)
    assert not dock.maps.refused.text()
    assert dock.maps.line.text().startswith("No dated maps")
    answer(qtbot, dock.install_button.click, lambda dialog: (folder.mkdir(parents=True), close(dialog)))
    folder.rmdir()
    answer(qtbot, dock.install_button.click, lambda dialog: (folder.mkdir(parents=True), dialog.accept()))
    qtbot.waitUntil(lambda: dock.maps.line.text().startswith("2 maps"), timeout=RUN_MS)
    assert not dock.problem.text()


def test_dropped_maps_wait_for_the_installation(dock, folder, qtbot, tmp_path):
    files = [tmp_path / f"front_2025-0{month}-01.geojson" for month in (3, 4)]
    for path in files:
        ring = [[36, 48], [37, 48], [37, 49], [36, 48]]
        feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files])

    def drop():
        action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        dock.dock.dropEvent(QDropEvent(QPointF(5, 5), action, mime, button, key))

    answer(qtbot, drop, close)
    qtbot.wait(300)
    assert layer_count() == 0 and not dock.maps.refused.text()
    answer(qtbot, drop, lambda dialog: (folder.mkdir(parents=True), dialog.accept()))
    qtbot.waitUntil(lambda: dock.maps.line.text().startswith("2 maps"), timeout=RUN_MS)


def test_a_wheel_that_is_not_the_published_one_is_not_installed(dock, index, without_pip, folder, qtbot):
    index.sha256 = "0" * 64
    shown = answer(qtbot, dock.install_button.click, install_and_close)
    assert "SHA-256" in shown and "Nothing was installed" in shown
    assert not folder.exists()
    assert dock.problem.text().count("shapely") == 1


def test_an_index_that_does_not_answer_is_reported(dock, index, without_pip, folder, qtbot, monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", index.address + "/nowhere")
    shown = answer(qtbot, dock.install_button.click, install_and_close)
    assert "installation failed" in shown and "nowhere" in shown
    assert not folder.exists()


@pytest.mark.parametrize("word", ["Cancel", ""])
def test_a_download_can_be_cancelled(dock, index, without_pip, folder, qtbot, monkeypatch, word):
    """With the button, and by closing the dialog (Escape). What broke: QGIS waited for the request at its exit."""
    holding = threading.Event()
    monkeypatch.setattr(Answer, "do_GET", lambda self: holding.wait(20))

    def cancel(dialog):
        press(dialog, "Install")
        if word:
            press(dialog, word)
            assert "cancelled" in texts(dialog)
            close(dialog)
        else:
            dialog.reject()

    answer(qtbot, dock.install_button.click, cancel)
    assert not folder.exists()
    assert QgsApplication.taskManager().countActiveTasks() == 0
    holding.set()


@pytest.fixture
def on_a_mac(monkeypatch):
    """QGIS 3.44 for macOS, where shapely and pyproj are missing."""
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(environment.Qgis, "QGIS_VERSION_INT", 34404)


@pytest.mark.parametrize("library", ["shapely", "pyproj"])
def test_qgis_3_44_for_macos_leads_to_qgis_4(on_a_mac, monkeypatch, library, qtbot):
    def refuse():
        raise LibraryError(library, "missing", "", needed=libraries.NEEDED[library])

    monkeypatch.setattr(libraries, "check", refuse)
    assert "QGIS 4" in environment.problem() and library in environment.problem()
    assert not environment.can_install() and environment.install_command() == []
    dialog = InstallDialog()
    qtbot.addWidget(dialog)
    assert "QGIS 4" in texts(dialog)
    assert not next(
        one for one in dialog.findChildren(QPushButton) if "Install" in one.text().replace("&", "")
    ).isEnabled()
    monkeypatch.setattr(environment.Qgis, "QGIS_VERSION_INT", 40200)
    assert "QGIS 4" not in environment.problem()


def test_the_other_macos_bundles_are_offered_the_installer(on_a_mac, monkeypatch):
    def refuse():
        raise LibraryError("shapely", "old", "", needed="2.0", found="1.7.1", origin="/Applications")

    monkeypatch.setattr(libraries, "check", refuse)
    assert "QGIS 4" not in environment.problem()
    assert environment.can_install()


def test_no_search_reads_layers_while_a_library_is_missing(dock, qtbot, monkeypatch):
    read = []
    monkeypatch.setattr(found_maps, "layer_dates", lambda *arguments: read.append(arguments))
    QgsProject.instance().addMapLayer(layer("front_20250501", box(36, 48, 37, 49)))
    qtbot.waitUntil(lambda: not dock.contents.finder.is_searching, timeout=RUN_MS)
    assert read == []
