# SPDX-License-Identifier: GPL-2.0-or-later
"""Operates the plugin in the real QGIS desktop as a user does, and takes a screenshot of every step.

    .venv/bin/python tools/desktop_tour.py OUT [DATA]

DATA: folder of the real maps (deepstate_daily, deepstate_daily.gpkg, oblasts.gpkg); without it only the stories that
need no real maps are run. Rounds: light, dark, and at 200 %; others with ROUNDS="laptop ukrainian". Stories: sample,
states, sides, june, archive, keeping; fewer with STORIES=june. STORIES=first is the first run in a QGIS without
shapely, which it downloads. The desktop runs on a virtual screen (xvfb-run) and executes this same file.
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
    "grey": {"theme": "Blend of Gray", "scale": 1},
    "laptop": {"theme": "default", "scale": 1, "size": (1366, 768)},
    "ukrainian": {"theme": "default", "scale": 1, "language": "uk"},
    "mirrored": {"theme": "Night Mapping", "scale": 1, "language": "ar", "from_right": True},
}
USUAL_ROUNDS = ("light", "dark", "large")
STORIES = ("sample", "states", "sides", "june", "archive", "keeping")
SIZE = (1400, 900)
PLAN = "FRONTLINE_TOUR"  # environment variable with the plan for the script inside QGIS
GIVE_UP_SECONDS = 180
SETTLE_MS = 1500  # labels and panels are drawn after the canvas reports that it is done


def main(arguments: list[str]) -> int:
    """Run the rounds one after the other; the exit code is 1 when one of them failed."""
    if not arguments:
        print(__doc__)
        return 2
    out = Path(arguments[0]).resolve()
    out.mkdir(parents=True, exist_ok=True)
    data = str(Path(arguments[1]).resolve()) if len(arguments) > 1 else ""
    stories = os.environ.get("STORIES", " ".join(STORIES if data else STORIES[:3])).split()
    rounds = os.environ.get("ROUNDS", " ".join(USUAL_ROUNDS)).split()
    failures = [take_round(name, story, out, data) for name in rounds for story in stories]
    return int(any(failures))


def take_round(name: str, story: str, out: Path, data: str) -> int:
    """Start QGIS in a new profile for one story in one round. Returns 0 on success, else 1."""
    plan = {"name": f"{story}_{name}", "story": story, "out": str(out), "data": data, **ROUNDS[name]}
    return run_desktop(plan, Path(__file__))


def run_desktop(plan: dict, script: Path) -> int:
    """Start QGIS in a new profile, let it execute a script for a plan, and print its report. Returns 0 on success."""
    import launch

    profile = Path(tempfile.mkdtemp(prefix="frontline_tour_"))
    plugins = launch.checkout_folder()
    launch.enable(profile, plugins, shapely=plan["story"] != "first")
    variables = launch.environment(profile, plugins) | {PLAN: json.dumps(plan)}
    variables["QT_SCALE_FACTOR"] = str(plan["scale"])
    variables.pop("QT_QPA_PLATFORM", None)
    width, height = (side * plan["scale"] for side in plan.get("size", SIZE))
    screen = f"-screen 0 {width}x{height}x24"
    options = ["--nologo", "--noversioncheck", "--profiles-path", str(profile), "--code", str(script)]
    if "language" in plan:
        set_language(profile, plan["language"])
    xvfb = shutil.which("xvfb-run")
    if xvfb is None:
        raise SystemExit("xvfb-run is not installed. On Debian and Ubuntu: sudo apt install xvfb xauth")
    command = [xvfb, "-a", "-s", screen, launch.program("qgis"), *options]
    outcome = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    shutil.rmtree(profile, ignore_errors=True)
    name = plan["name"]
    report = Path(plan["out"]) / f"{name}.txt"
    if outcome.returncode or not report.exists():
        print(f"{name}: QGIS ended with {outcome.returncode}\n{outcome.stdout}\n{outcome.stderr}", file=sys.stderr)
        return 1
    print(f"{name}: {report.read_text(encoding='utf-8').strip()}")
    return 0


def click(widget) -> None:
    """Click with the left mouse button in the middle of a widget."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, widget.rect().center())


def square(layer):
    """Return a square feature for a polygon layer."""
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle

    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(36, 48, 37, 49)))
    return feature


def two_sided(side: str, west: float, east: float) -> dict:
    """Return the ground of a side in a colour of its own, as a GeoJSON feature."""
    ring = [[west, 48], [east, 48], [east, 49], [west, 49], [west, 48]]
    properties = {"side": side, "fill": {"RSF": "#d62728", "SAF": "#1f77b4"}[side]}
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def set_language(profile: Path, language: str) -> None:
    """Set the language of QGIS in its settings, as the options dialog does."""
    settings = profile / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    with settings.open("a", encoding="utf-8") as file:
        file.write(f"\n[locale]\noverrideFlag=true\nuserLocale={language}\nglobalLocale={language}\n")


class Tour:
    """The steps inside QGIS. A step is a generator that yields the conditions it waits for."""

    def __init__(self, plan: dict) -> None:
        from qgis.core import QgsApplication, QgsProject
        from qgis.PyQt.QtCore import Qt
        from qgis.utils import iface, plugins

        self.iface, self.project = iface, QgsProject.instance()
        self.plugin = plugins["frontline_change"]
        self.plan, self.out, self.number = plan, Path(plan["out"]), 0
        self.notes: list[str] = []
        QgsApplication.setUITheme(plan["theme"])
        if plan.get("from_right"):  # QGIS sets it from translations of Qt, which may not be installed
            QgsApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        window = iface.mainWindow()
        window.showNormal()
        self.width, height = plan.get("size", SIZE)
        window.setGeometry(0, 0, self.width, height)
        for panel in ("Browser", "StatisticalSummaryDockWidget"):
            dock = window.findChild(object, panel)
            if dock is not None:
                dock.hide()

    def steps(self):
        """Run the story; yield a condition to wait for before the next step."""
        from qgis.PyQt.QtCore import Qt

        self.plugin._action.setChecked(True)
        self.iface.mainWindow().resizeDocks([self.plugin.dock], [self.width // 3], Qt.Orientation.Horizontal)
        yield lambda: self.plugin.dock.contents is not None
        self.contents = self.plugin.dock.contents
        self.setup, self.results = self.contents.setup_pane, self.contents.results_pane
        self.bar, self.presenter = self.setup.bar, self.contents.presenter
        yield self.pause()
        yield from getattr(self, self.plan["story"])()

    def sample(self):
        """The button that generates the sample, then a series of it, sectors along the front, and an error."""
        from qgis.core import QgsVectorLayer

        self.picture("empty")
        begun = time.monotonic()
        self.results.empty_sample.click()
        yield lambda: self.presenter.results.result is not None
        self.notes.append(f"from the click on the sample to its result {time.monotonic() - begun:.1f} s")
        yield self.pause()
        self.picture("result")
        self.map_and_dock().save(str(self.out / f"dock_{self.plan['name']}.png"))
        yield from self.tour_tabs()
        self.setup.maps.fold.setChecked(True)
        yield self.pause()
        self.picture("list")
        self.setup.maps.fold.setChecked(False)
        self.setup.options.button.setChecked(True)
        yield self.pause()
        self.picture("options")
        self.setup.options.button.setChecked(False)
        self.setup.sectors.make.menu().popup(
            self.setup.sectors.make.mapToGlobal(self.setup.sectors.make.rect().bottomLeft())
        )
        yield self.pause()
        self.picture("make", self.setup.sectors.make.menu())
        self.setup.sectors.make.menu().close()
        yield from self.measure_mode("series", "month")
        yield from self.tour_tabs()
        yield from self.measure_mode("capture")
        yield from self.tour_tabs()
        self.results.tabs.setCurrentIndex(0)
        empty = QgsVectorLayer("Polygon?crs=EPSG:4326", "sketch_20170101", "memory")
        self.project.addMapLayer(empty)
        self.setup.choose_mode(self.mode("pair"))
        row = self.setup.rows["BEFORE"]
        row.combo.setLayer(empty)
        row.layer_chosen.emit()
        yield self.pause()
        self.bar.measure_button.click()
        yield lambda: not self.contents.runner.is_running
        yield self.pause()
        self.picture("error")

    def first(self):
        """Without shapely: the sample leads to the installer, and is measured once that has installed it."""
        from qgis.PyQt.QtWidgets import QApplication, QPushButton

        self.picture("missing")
        self.notes.append(self.results.problem.text())
        click(self.results.empty_sample)
        yield lambda: QApplication.activeModalWidget() is not None
        yield self.pause()
        dialog = QApplication.activeModalWidget()
        self.picture("installer", dialog)
        click(next(one for one in dialog.findChildren(QPushButton) if one.isDefault()))
        yield self.pause()
        if dialog.isVisible():
            self.picture("installing", dialog)
        yield lambda: self.presenter.results.result is not None
        yield self.pause()
        self.picture("result")
        self.notes.append(self.results.headline.text())
        self.notes.append(f"{len(self.project.mapLayers())} layers, problem {self.results.problem.text()!r}")

    def states(self):
        """Messages before the dock can measure: one map, sectors only, an undated map; then a cancelled run."""
        from qgis.core import QgsVectorLayer

        for name in ("front_20250602", "front_20250602,front_undated", "sectors"):
            self.project.clear()
            for one in name.split(","):
                layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=name:string", one, "memory")
                layer.dataProvider().addFeatures([square(layer)])
                self.project.addMapLayer(layer)
            yield self.pause()
            yield lambda: not self.contents.finder.is_searching
            yield self.pause()
            self.picture(name.replace(",", "_"))
            if "undated" in name:
                yield from self.type_a_date()
        self.project.clear()
        self.results.empty_sample.click()
        yield lambda: self.presenter.results.result is not None
        self.setup.choose_mode(self.mode("series", "month"))
        yield self.pause()
        self.bar.measure_button.click()
        yield lambda: self.contents.runner.is_running
        self.presenter.cancel()
        yield lambda: not self.contents.runner.is_running
        yield self.pause()
        self.picture("cancelled")

    def sides(self):
        """Two maps of two sides: the question which ground is the side's, and the result after the answer."""
        for day, front in (("20250602", 37.0), ("20250702", 37.1)):
            features = [two_sided(side, *ends) for side, *ends in (("RSF", 36, front), ("SAF", front, 38))]
            path = self.out / f"front_{day}.geojson"
            path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
            self.add(path)
        yield lambda: self.setup.values.isVisible()
        yield self.pause()
        self.picture("question")
        for value, chosen in (("RSF", "held"), ("SAF", "other")):
            box = self.setup.values.boxes[value]
            box.setCurrentIndex(box.findData(chosen))
        yield from self.measure()
        self.picture("answered")

    def type_a_date(self):
        """Choose both maps and type the date of the undated one; the incomplete text is not a date."""
        from qgis.PyQt.QtTest import QTest

        for role, name in (("BEFORE", "front_20250602"), ("AFTER", "front_undated")):
            row = self.setup.rows[role]
            row.combo.setLayer(self.project.mapLayersByName(name)[0])
            row.layer_chosen.emit()
        for step, text in (("typing", "2025-07-"), ("typed", "02")):
            QTest.keyClicks(row.date, text)
            yield self.pause()
            self.picture(step)

    def june(self):
        """The real pair of June 2025, dropped as files, by region."""
        data = Path(self.plan["data"])
        days = [data / "deepstate_daily" / f"deepstatemap_data_{day}.geojson" for day in ("20250602", "20250702")]
        self.contents.map_import.load([str(path) for path in (*days, data / "README.md")])
        yield from self.measure_by_region(data)
        self.picture("result")
        yield from self.tour_tabs()
        yield from self.make_page()

    def measure_by_region(self, data):
        """Add the regions, wait until the maps are found, and measure."""
        self.add(data / "oblasts.gpkg")
        yield self.bar.measure_button.isEnabled
        yield lambda: not self.contents.finder.is_searching
        self.iface.zoomFull()
        yield self.pause()
        self.picture("ready")
        yield from self.measure()

    def make_page(self):
        """Press “Map page …” and look at the layout that QGIS opens."""
        self.results.tabs.setCurrentIndex(0)
        started = time.monotonic()
        self.results.page_button.click()
        self.notes.append(f"from the click to the open page {time.monotonic() - started:.1f} s")
        yield self.pause()
        (designer,) = self.iface.openLayoutDesigners()
        designer.view().zoomFull()
        yield self.pause()
        self.picture("page", designer.window())
        designer.close()

    def archive(self):
        """The archive of daily maps: a month, then every map by region."""
        data = Path(self.plan["data"])
        self.add(data / "deepstate_daily.gpkg")
        yield from self.measure_by_region(data)
        self.picture("month")
        self.setup.maps.show_preset("whole")
        self.presenter.setup.preset_chosen("whole", None)
        yield from self.measure_mode("series", "month")
        yield from self.tour_tabs()
        yield from self.measure_mode("series", "snapshot")
        yield from self.tour_tabs()

    def keeping(self):
        """A series as table, chart and animation; kept, and there when the project is opened again; then not kept."""
        data = Path(self.plan["data"])
        self.add(data / "deepstate_daily.gpkg")
        self.add(data / "oblasts.gpkg")
        yield self.bar.measure_button.isEnabled
        yield lambda: not self.contents.finder.is_searching
        self.setup.maps.show_preset("whole")
        self.presenter.setup.preset_chosen("whole", None)
        yield from self.measure_mode("series", "month")
        yield from self.tour_table()
        self.results.tabs.setCurrentIndex(0)
        self.results.animate_button.click()
        controller = self.iface.mapCanvas().temporalController()
        controller.pause()
        for name, frame in (("first_frame", 0), ("last_frame", controller.totalFrameCount() - 1)):
            controller.setCurrentFrameNumber(frame)
            yield self.pause()
            self.picture(name)
        self.notes.append(f"{controller.totalFrameCount()} frames")
        kept = self.out / f"{self.plan['name']}.gpkg"
        kept.unlink(missing_ok=True)
        begun = time.monotonic()
        self.results.keep_wanted.emit(str(kept))
        yield lambda: not self.presenter.results.keeper.is_working
        self.notes.append(f"kept in {time.monotonic() - begun:.1f} s")
        yield self.pause()
        self.picture("kept")
        yield from self.open_again()
        self.picture("kept_opened_again")
        yield from self.measure_mode("pair")
        yield from self.open_again()
        self.picture("not_kept_opened_again")

    def tour_table(self):
        """The table as a list, with all rows, and as periods against sectors; a row of it on the map."""
        self.results.tabs.setCurrentIndex(1)
        yield self.pause()
        self.picture("table")
        self.results.filter.unchanged.setChecked(False)
        yield self.pause()
        self.picture("table_all_rows")
        self.results.filter.unchanged.setChecked(True)
        box = self.results.filter.arrangement
        box.setCurrentIndex(box.findData("net_km2"))
        box.activated.emit(box.currentIndex())
        yield self.pause()
        self.picture("periods_sectors")
        self.results.table.clicked.emit(self.results.table.model().index(3, 2))
        yield self.pause()
        self.picture("row_on_map")

    def open_again(self):
        """Save the project, close it and open it again."""
        path = str(self.out / f"{self.plan['name']}.qgz")
        self.project.write(path)
        self.project.clear()
        self.project.read(path)
        yield self.pause()
        yield lambda: not self.contents.finder.is_searching
        yield self.pause()

    def add(self, path: Path) -> None:
        """Add a layer to the project."""
        from qgis.core import QgsVectorLayer

        self.project.addMapLayer(QgsVectorLayer(str(path), path.stem, "ogr"))

    def mode(self, *mode):
        """Return a mode of the plugin."""
        return type(self.setup.mode())(*mode)

    def measure_mode(self, *mode):
        """Choose a mode, and measure."""
        self.setup.choose_mode(self.mode(*mode))
        yield self.pause()
        yield from self.measure()
        self.picture("_".join(mode))

    def measure(self):
        """Press the button; record the time to the result and the longest stall."""
        from qgis.PyQt.QtCore import QTimer

        beats, shown = [], []
        heart = QTimer()
        heart.timeout.connect(lambda: beats.append(time.monotonic()))
        heart.start(10)
        self.presenter.results.shown.connect(shown.append)
        begun = time.monotonic()
        self.bar.measure_button.click()
        yield lambda: self.bar.progress.value() > 20 or not self.contents.runner.is_running
        if self.contents.runner.is_running:
            self.picture("running")
            beats.append(None)  # the screenshot's time is not the plugin's
        yield lambda: shown or (self.results.problem.isVisible() and not self.contents.runner.is_running)
        took = time.monotonic() - begun
        yield self.pause()
        heart.stop()
        steps = zip(beats, beats[1:])
        longest = max((later - earlier for earlier, later in steps if None not in (earlier, later)), default=0)
        self.notes.append(f"{self.setup.modes.currentText()}: {took:.1f} s, longest stall {1000 * longest:.0f} ms")
        self.notes.append(self.results.headline.text() or self.results.problem.text())

    def tour_tabs(self):
        """Take a screenshot of each tab, and of a row and a bar on the map."""
        tabs = self.results.tabs
        for number, name in enumerate(("summary", "table", "chart", "history")):
            if not number or not tabs.isTabEnabled(number):
                continue
            tabs.setCurrentIndex(number)
            if name == "table":
                self.results.table.selectRow(0)
                self.results.table.clicked.emit(self.results.table.model().index(0, 0))
            yield self.pause()
            self.picture(name)
            if name == "chart":
                self.results.room_button.setChecked(True)
                yield self.pause()
                self.picture("chart_large")
                self.results.room_button.setChecked(False)
        tabs.setCurrentIndex(0)

    def pause(self):
        """Return a condition that is true once the map is drawn and SETTLE_MS have passed."""
        begun = time.monotonic()
        canvas = self.iface.mapCanvas()
        return lambda: not canvas.isDrawing() and time.monotonic() - begun > SETTLE_MS / 1000

    def picture(self, step: str, widget=None) -> None:
        """Save a screenshot of the window, or of a widget."""
        self.number += 1
        widget = widget or self.iface.mainWindow()
        widget.grab().save(str(self.out / f"{self.plan['name']}_{self.number}_{step}.png"))

    def map_and_dock(self):
        """Return a screenshot of the map and the dock, without the rest of QGIS's window."""
        from qgis.PyQt.QtCore import QPoint, QRect

        window, area = self.iface.mainWindow(), QRect()
        for widget in (self.iface.mapCanvas(), self.plugin.dock):
            area |= QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        return window.grab(area)

    def run(self) -> None:
        """Run all steps, then quit QGIS."""
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
        """Quit QGIS through its exit action, with nothing to save."""
        self.project.clear()
        self.project.setDirty(False)
        self.iface.actionExit().trigger()


def end_with_traceback(kind, error, traceback) -> None:
    """Print the traceback of a failed step, and end QGIS."""
    sys.__excepthook__(kind, error, traceback)
    sys.stderr.flush()
    os._exit(1)


def inside_qgis(kind: type[Tour] = Tour) -> None:
    """Start the tour once QGIS has started; a tour that hangs is killed after GIVE_UP_SECONDS."""
    from qgis.PyQt.QtCore import QTimer

    sys.excepthook = end_with_traceback  # otherwise QGIS opens a dialog that nobody closes
    faulthandler.enable()
    faulthandler.dump_traceback_later(GIVE_UP_SECONDS, exit=True)
    plan = json.loads(os.environ[PLAN])

    def begin() -> None:
        global tour  # must outlive this function
        tour = kind(plan)
        tour.run()

    QTimer.singleShot(SETTLE_MS, begin)


if __name__ == "__main__":  # as it is when QGIS executes this file
    if PLAN in os.environ:
        inside_qgis()
    else:
        sys.exit(main(sys.argv[1:]))
