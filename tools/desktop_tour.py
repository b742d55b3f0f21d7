# SPDX-License-Identifier: GPL-2.0-or-later
"""Walks through the plugin in the real QGIS desktop and takes a picture of every step.

    .venv/bin/python tools/desktop_tour.py OUT [LAYER ...]

LAYER: files to load, by default two maps and the sectors of the sample data. Three rounds: light, dark, and at 200 %;
fewer with ROUNDS=dark. The desktop runs on a screen of its own (xvfb-run), and there runs this same file.
"""

from __future__ import annotations

import faulthandler
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = {
    "light": {"theme": "default", "scale": 1},
    "dark": {"theme": "Night Mapping", "scale": 1},
    "large": {"theme": "default", "scale": 2},
}
WIDTH, HEIGHT = 1440, 900
PLAN = "FRONTLINE_TOUR"  # environment variable that tells the script inside QGIS what to do
GIVE_UP_SECONDS = 180
SETTLE_MS = 1500  # after the canvas says it is done, labels and panels follow


def main(arguments: list[str]) -> int:
    """Run the rounds one after the other; the exit code is 1 when one of them failed."""
    if not arguments:
        print(__doc__)
        return 2
    out = Path(arguments[0]).resolve()
    out.mkdir(parents=True, exist_ok=True)
    layers = [str(Path(layer).resolve()) for layer in arguments[1:]] or sample_layers(out / "sample")
    rounds = os.environ.get("ROUNDS", " ".join(ROUNDS)).split()
    failures = [take_round(name, out, layers) for name in rounds]
    return int(any(failures))


def sample_layers(folder: Path) -> list[str]:
    """Generate the sample data; return two maps of it and its sectors."""
    generate = Path(__file__).resolve().parents[1] / "sample" / "generate.py"
    subprocess.run([sys.executable, str(generate), str(folder)], check=True, stdout=subprocess.DEVNULL)
    maps = [folder / "maps" / f"aldmark_{date}.geojson" for date in ("2018-05-01", "2018-07-01")]
    return [str(path) for path in (*maps, folder / "sectors.geojson")]


def take_round(name: str, out: Path, layers: list[str]) -> int:
    """Start QGIS in a fresh profile for one round. Returns 0 when all went well."""
    import launch

    look = ROUNDS[name]
    profile = Path(tempfile.mkdtemp(prefix="frontline_tour_"))
    plugins = launch.checkout_folder()
    launch.enable(profile, plugins)
    plan = {"name": name, "out": str(out), "layers": layers, "theme": look["theme"]}
    variables = launch.environment(profile, plugins) | {PLAN: json.dumps(plan)}
    variables["QT_SCALE_FACTOR"] = str(look["scale"])
    variables.pop("QT_QPA_PLATFORM", None)
    screen = f"-screen 0 {WIDTH * look['scale']}x{HEIGHT * look['scale']}x24"
    options = ["--nologo", "--noversioncheck", "--profiles-path", str(profile), "--code", __file__]
    xvfb = shutil.which("xvfb-run")
    if xvfb is None:
        raise SystemExit("xvfb-run is not installed. On Debian and Ubuntu: sudo apt install xvfb xauth")
    command = [xvfb, "-a", "-s", screen, launch.program("qgis"), *options]
    outcome = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    shutil.rmtree(profile, ignore_errors=True)
    report = out / f"{name}.txt"
    if outcome.returncode or not report.exists():
        print(f"{name}: QGIS ended with {outcome.returncode}\n{outcome.stdout}\n{outcome.stderr}", file=sys.stderr)
        return 1
    print(f"{name}: {report.read_text(encoding='utf-8').strip()}")
    return 0


class Tour:
    """The steps inside QGIS. A step that waits for something is a generator's `yield`."""

    def __init__(self, plan: dict) -> None:
        from qgis.core import QgsApplication, QgsProject
        from qgis.utils import iface, plugins

        self.iface, self.project = iface, QgsProject.instance()
        self.plugin = plugins["frontline_change"]
        self.plan, self.out, self.number = plan, Path(plan["out"]), 0
        self.notes: list[str] = []
        QgsApplication.setUITheme(plan["theme"])
        window = iface.mainWindow()
        window.showNormal()
        window.setGeometry(0, 0, WIDTH, HEIGHT)
        for panel in ("Browser", "StatisticalSummaryDockWidget"):
            dock = window.findChild(object, panel)
            if dock is not None:
                dock.hide()

    def steps(self):
        """Yield a condition to wait for before going on."""
        from qgis.core import QgsVectorLayer
        from qgis.PyQt.QtCore import Qt

        self.plugin._action.setChecked(True)
        dock = self.plugin.dock
        self.iface.mainWindow().resizeDocks([dock], [WIDTH // 3], Qt.Orientation.Horizontal)
        yield lambda: dock.plan.text()
        yield self.pause()
        self.picture("empty")

        for path in self.plan["layers"]:
            layer = QgsVectorLayer(path, Path(path).stem, "ogr")
            self.project.addMapLayer(layer)
        yield lambda: dock.measure_button.isEnabled()
        self.iface.zoomFull()
        yield self.pause()
        self.picture("ready")

        dock.more_button.setChecked(True)
        yield self.pause()
        self.picture("options")
        dock.more_button.setChecked(False)

        begun = time.monotonic()
        dock.measure_button.click()
        yield lambda: dock.progress.value() > 0 or not dock._runner.is_running
        self.picture("running")
        yield lambda: not dock._runner.is_running
        self.notes.append(f"measured in {time.monotonic() - begun:.1f} s")
        self.notes.append(dock.headline.text() or dock.problem.text())
        yield self.pause()
        self.picture("result")

        dock.table.clicked.emit(dock.table.model().index(0, 0))
        yield self.pause()
        self.picture("row")

        from qgis import processing

        dialog = processing.createAlgorithmDialog("frontline:sectorchange", {})
        dialog.show()
        yield self.pause()
        self.picture("dialog", dialog)
        dialog.close()

        before, after = (dock.layers[role].currentLayer() for role in ("BEFORE", "AFTER"))
        self.project.removeMapLayer(before.id())
        empty = QgsVectorLayer("Polygon?crs=EPSG:4326", "sketch_20200101", "memory")
        self.project.addMapLayer(empty)
        dock.choose_layer("BEFORE", empty)
        dock.choose_layer("AFTER", after)
        yield lambda: dock.measure_button.isEnabled()
        dock.measure_button.click()
        yield lambda: not dock._runner.is_running
        yield self.pause()
        self.picture("error")

    def pause(self):
        """Return a condition that holds once the map has been drawn and a moment has passed."""
        begun = time.monotonic()
        canvas = self.iface.mapCanvas()
        return lambda: not canvas.isDrawing() and time.monotonic() - begun > SETTLE_MS / 1000

    def picture(self, step: str, widget=None) -> None:
        """Save a picture of the window, or of a dialog."""
        self.number += 1
        widget = widget or self.iface.mainWindow()
        widget.grab().save(str(self.out / f"{self.plan['name']}_{self.number}_{step}.png"))

    def run(self) -> None:
        """Go from step to step; whatever happens, leave QGIS."""
        from qgis.PyQt.QtCore import QTimer

        steps, waiting = self.steps(), [None]

        def go_on() -> None:
            if waiting[0] is None or waiting[0]():
                waiting[0] = next(steps, None)
                if waiting[0] is None:
                    (self.out / f"{self.plan['name']}.txt").write_text("; ".join(self.notes), encoding="utf-8")
                    self.leave()
                    return
            QTimer.singleShot(50, go_on)

        go_on()

    def leave(self) -> None:
        """Quit QGIS as a person does, with nothing left to ask about."""
        self.project.clear()
        self.project.setDirty(False)
        self.iface.actionExit().trigger()


def end_with_traceback(kind, error, traceback) -> None:
    """Say what went wrong in a step, and end QGIS."""
    sys.__excepthook__(kind, error, traceback)
    sys.stderr.flush()
    os._exit(1)


def inside_qgis() -> None:
    """Start the tour once QGIS has finished starting; a tour that hangs ends the process."""
    from qgis.PyQt.QtCore import QTimer

    sys.excepthook = end_with_traceback  # QGIS would open a dialog that nobody closes
    faulthandler.enable()
    faulthandler.dump_traceback_later(GIVE_UP_SECONDS, exit=True)
    plan = json.loads(os.environ[PLAN])

    def begin() -> None:
        global tour  # must outlive this function
        tour = Tour(plan)
        tour.run()

    QTimer.singleShot(SETTLE_MS, begin)


if PLAN in os.environ:
    inside_qgis()
elif __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
