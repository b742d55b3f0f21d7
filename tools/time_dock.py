# SPDX-License-Identifier: GPL-2.0-or-later
"""Times the dock in the real QGIS desktop, from the click on Measure to the picture, part by part, and every stall.

    .venv/bin/python tools/time_dock.py DATA [month|snapshot|pair ...] [--plain] [--rows ROWS]

DATA: folder of the real maps (deepstate_daily, deepstate_daily.gpkg, oblasts.gpkg). `month` and `snapshot` measure the
archive by region, `pair` June 2025. Each is measured in a QGIS of its own. --plain prints the whole alone: watching
parts and stalls takes a few per cent itself. With --rows a screenshot, the cells of the dock's table, and all layers
with their styles are written into the folder ROWS, to compare them before and after a change.

A part's time is its own, without the parts called in it: elapsed, and on a processor. What a thread was ready to do
but had to wait for a processor is the machine's doing and printed beside it. A stall is the time between two beats
of a timer of 5 ms in the main thread; another thread samples what all threads do.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from functools import wraps
from pathlib import Path

ROOT = Path(os.environ.get("FRONTLINE_TOOLS") or Path(__file__).resolve().parent)
sys.path.insert(0, str(ROOT))

from desktop_tour import Tour, inside_qgis, run_desktop  # noqa: E402

MODES = {"month": ("series", "month"), "snapshot": ("series", "snapshot"), "pair": ("pair",)}
BEAT_MS = 5
LISTED_MS = 50  # shorter stalls are not listed
SAMPLE_S = 0.01
QUIET_S = 1.5  # nothing drawn or read for so long: the picture is complete

# Functions of the plugin by part. A part in the task and one in the main thread never share a name.
PARTS = (
    ("start (parameters, inputs copied)", "ui.algorithm_runner", "AlgorithmRunner._start"),
    ("read the maps", "processing.algorithms.change_series", "read_series"),
    ("read the maps", "processing.inputs.series", "Series.held_areas"),
    ("sectors, theatre, places", "processing.algorithms.change_series", "read_context"),
    ("depth", "core.change.series", "with_depths"),
    ("depth", "core.change.pair", "with_depths"),
    ("front length", "core.change.pair", "_front_m"),
    ("front length", "core.change.pair", "front_along_gaps_m"),
    ("front length", "core.change.series", "GapFront.of"),
    ("front length", "core.change.series", "GapFront.after"),
    ("area and the rest of the engine", "processing.algorithms.change_series", "ChangeSeries.compute"),
    ("area and the rest of the engine", "processing.algorithms.sector_change", "SectorChange.compute"),
    ("load numpy, shapely, pyproj", "processing.environment", "require"),
    ("write layers", "processing.base", "write_results"),
    ("take layers from the run", "ui.algorithm_runner", "_Run.take_results"),
    ("layers into the project", "ui.layer_group", "LayerGroups.add"),
    ("layers into the project", "ui.results.presenter", "quiet_copies"),
    ("styling", "ui.layer_group", "LayerGroups._style"),
    ("styling", "ui.layer_group", "_style_key"),
    ("styling", "ui.layer_group", "_appearance"),
    ("read the rows", "ui.results.presenter", "read_rows"),
    ("read the rows", "ui.results.presenter", "add_totals"),
    ("table", "ui.results.pane", "ResultsPane.show_table"),
    ("summary", "ui.results.presenter", "read"),
    ("summary", "ui.results.presenter", "cards_of"),
    ("summary", "ui.results.pane", "ResultsPane.show_result"),
    ("chart", "ui.results.presenter", "ResultsPresenter.sector_chosen"),
    ("zoom to the change", "ui.map_link", "MapLink.zoom_to_change"),
    ("base map", "ui.base_map", "BaseMap._show_below"),
    ("base map", "ui.local_crs", "LocalCrs.offer"),
    ("history, choices", "ui.presenter", "Presenter._record"),
    ("history, choices", "ui.presenter", "Presenter.layers_changed"),
    ("look for maps again", "ui.setup.found_maps", "MapFinder.refresh"),
    ("look for maps again", "ui.setup.found_maps", "MapFinder._open"),
    ("look for maps again", "ui.dock_contents", "DockContents._on_found"),
    ("progress and messages", "ui.presenter", "Presenter._on_message"),
    ("progress and messages", "ui.algorithm_runner", "AlgorithmRunner._on_progress"),
    ("paint table, chart", "ui.results.chart", "SeriesChart.paintEvent"),
)


def main(arguments: list[str]) -> int:
    """Time each mode in a QGIS of its own; the exit code is 1 when one of them failed."""
    rows, plain = "", "--plain" in arguments
    arguments = [one for one in arguments if one != "--plain"]
    if "--rows" in arguments:
        at = arguments.index("--rows")
        rows = str(Path(arguments[at + 1]).resolve())
        Path(rows).mkdir(parents=True, exist_ok=True)
        del arguments[at : at + 2]
        os.environ["QT_HASH_SEED"] = "0"  # styles are written in the same order each time
    if not arguments or not set(arguments[1:]) <= set(MODES):
        print(__doc__)
        return 2
    os.environ["FRONTLINE_TOOLS"] = str(ROOT)
    failures = []
    with tempfile.TemporaryDirectory() as out:
        for mode in arguments[1:] or ["month"]:
            plan = {"name": mode, "story": mode, "out": out, "data": str(Path(arguments[0]).resolve())}
            plan |= {"plain": plain, "rows": rows, "theme": "default", "scale": 1}
            failures.append(run_desktop(plan, Path(__file__)))
    return int(any(failures))


class Parts:
    """The time of each part in each thread, without the parts called in it."""

    def __init__(self) -> None:
        self.elapsed_s: dict[str, float] = defaultdict(float)
        self.processor_s: dict[str, float] = defaultdict(float)
        self.waited_s: dict[str, float] = defaultdict(float)
        self.calls: Counter[str] = Counter()
        self.threads: dict[str, int] = {}
        self.is_on = False
        self._local = threading.local()

    def watch(self) -> None:
        """Wrap the functions of PARTS."""
        for label, module, name in PARTS:
            owner = importlib.import_module(f"frontline_change.{module}")
            *classes, last = name.split(".")
            for one in classes:
                owner = getattr(owner, one)
            found = vars(owner)[last]
            is_class_method = isinstance(found, classmethod)
            wrapped = self._wrapped(label, found.__func__ if is_class_method else found)
            setattr(owner, last, classmethod(wrapped) if is_class_method else wrapped)

    def _wrapped(self, label: str, function):
        @wraps(function)
        def call(*arguments, **named):
            self.calls[label] += self.is_on
            result = self._timed(label, function, *arguments, **named)
            return self._steps(label, result) if hasattr(result, "send") else result

        return call

    def _steps(self, label: str, generator):
        """Yield what a generator yields, and count the time of its steps."""
        while True:
            try:
                item = self._timed(label, next, generator)
            except StopIteration as stop:
                return stop.value
            yield item

    def _timed(self, label: str, function, *arguments, **named):
        stack = self._local.__dict__.setdefault("stack", [])
        begun, inside = moment(), [0.0, 0.0, 0.0]
        stack.append(inside)
        try:
            return function(*arguments, **named)
        finally:
            stack.pop()
            took = [now - then for now, then in zip(moment(), begun)]
            if stack:
                stack[-1][:] = [sum(pair) for pair in zip(stack[-1], took)]
            if self.is_on:
                for total, whole, part in zip((self.elapsed_s, self.processor_s, self.waited_s), took, inside):
                    total[label] += whole - part
                self.threads[label] = threading.get_native_id()


def moment() -> tuple[float, float, float]:
    """Return now, and what this thread has worked and has waited for a processor, in seconds."""
    if not hasattr(_own, "schedule"):
        path = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        _own.schedule = path.open("rb", buffering=0) if path.exists() else None  # not on Linux
    waited_s = int(os.pread(_own.schedule.fileno(), 64, 0).split()[1]) / 1e9 if _own.schedule else 0.0
    return time.perf_counter(), time.thread_time(), waited_s


_own = threading.local()


class Heart:
    """Beats in the main thread, while another thread samples what all threads do."""

    def __init__(self) -> None:
        from qgis.PyQt.QtCore import Qt, QTimer

        self.beats: list[tuple[float, float, float]] = []
        self._samples: list[tuple[float, str, str]] = []  # when, what the main thread did, what others did
        self._is_on = threading.Event()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self.beats.append(moment()))

    def start(self) -> None:
        """Begin to beat."""
        self._is_on.set()
        threading.Thread(target=self._sample, daemon=True).start()
        self._timer.start(BEAT_MS)
        self.beats.append(moment())

    def stop(self) -> None:
        """Stop."""
        self.beats.append(moment())
        self._timer.stop()
        self._is_on.clear()

    def _sample(self) -> None:
        main, own = threading.main_thread().ident, threading.get_ident()
        while self._is_on.is_set():
            frames = sys._current_frames()
            others = [stack(frame) for thread, frame in frames.items() if thread not in (main, own)]
            doing = stack(frames.get(main))  # none while Python does nothing there
            self._samples.append((time.perf_counter(), doing, " and ".join(filter(None, others))))
            time.sleep(SAMPLE_S)

    def stalls(self, since: float) -> list[tuple[float, float, float, float, str]]:
        """Return the stalls to list: when, elapsed, on a processor, waited for one, what the main thread did."""
        found = []
        for then, now in zip(self.beats, self.beats[1:]):
            elapsed_s, worked_s, waited_s = (later - earlier for later, earlier in zip(now, then))
            if 1000 * elapsed_s > LISTED_MS:
                found.append((then[0] - since, elapsed_s, worked_s, waited_s, self._doing(then[0], now[0])))
        return found

    def longest_s(self) -> tuple[float, float]:
        """Return the longest stall: by the clock, and without what the main thread waited for a processor."""
        steps = [[b - a for a, b in zip(then, now)] for then, now in zip(self.beats, self.beats[1:])]
        return max(one[0] for one in steps), max(one[0] - one[2] for one in steps)

    def _doing(self, start: float, end: float) -> str:
        """Return what was done for how long; a sample counts from the one before it."""
        doing: Counter[str] = Counter()
        beside: Counter[str] = Counter()
        for (then, _, _), (now, main, others) in zip(self._samples, self._samples[1:]):
            shared_ms = 1000 * (min(now, end) - max(then, start))
            if shared_ms > 0:
                doing[main or "Qt and QGIS"] += round(shared_ms)
                beside[others or "nothing"] += round(shared_ms)
        lines = [f"{took} ms {what}" for what, took in doing.most_common(3)]
        lines += [f"beside: {took} ms {what}" for what, took in beside.most_common(2) if what != "nothing"]
        return "\n            ".join(lines)


def stack(frame) -> str:
    """Return the innermost functions of a stack, without those of this file."""
    found = []
    while frame is not None:
        path = frame.f_code.co_filename
        if path != "<string>" and not path.endswith("threading.py"):
            found.append(f"{short(path)}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return " < ".join(found[:6])


def short(path: str) -> str:
    """Return a path from the plugin's folder on."""
    return path.rpartition("frontline_change/")[2] if "frontline_change/" in path else Path(path).name


class Timing(Tour):
    """Loads the maps, presses Measure and prints where the time goes."""

    def __init__(self, plan: dict) -> None:
        self.parts = Parts()
        if not plan["plain"]:
            self.parts.watch()
        super().__init__(plan)

    def month(self):
        """The archive by month and region."""
        yield from self._archive("month")

    def snapshot(self):
        """The archive by map and region."""
        yield from self._archive("snapshot")

    def pair(self):
        """The pair of June 2025 by region."""
        data = Path(self.plan["data"])
        for day in ("20250602", "20250702"):
            self.add(data / "deepstate_daily" / f"deepstatemap_data_{day}.geojson")
        self.add(data / "oblasts.gpkg")
        yield from self._ready()
        yield from self._timed()

    def _archive(self, period: str):
        data = Path(self.plan["data"])
        self.add(data / "deepstate_daily.gpkg")
        self.add(data / "oblasts.gpkg")
        yield from self._ready()
        self.setup.maps.show_preset("whole")
        self.presenter.setup.preset_chosen("whole", None)
        self.setup.choose_mode(self.mode(*MODES[period]))
        yield self.pause()
        yield from self._timed()

    def _ready(self):
        yield self.bar.measure_button.isEnabled
        yield lambda: not self.contents.finder.is_searching
        self.iface.zoomFull()
        yield self.pause()

    def _timed(self):
        """Press the button, wait for the whole picture, and note the times."""
        canvas, events, drawn_s = self.iface.mapCanvas(), {}, []

        def started() -> None:
            drawn_s.append([time.perf_counter(), None])

        def complete() -> None:
            if drawn_s and drawn_s[-1][1] is None:
                drawn_s[-1][1] = time.perf_counter()

        canvas.renderStarting.connect(started)
        canvas.mapCanvasRefreshed.connect(complete)
        self.contents.runner.finished.connect(lambda _: events.setdefault("task ended", time.perf_counter()))
        self.presenter.results.shown.connect(lambda _: events.setdefault("result shown", time.perf_counter()))
        heart = Heart()
        process_s = time.process_time()
        if not self.plan["plain"]:
            heart.start()
        self.parts.is_on = True
        begun = moment()
        self.bar.measure_button.click()
        ended, last = moment(), [time.perf_counter()]

        def is_quiet() -> bool:
            busy = canvas.isDrawing() or self.contents.finder.is_searching or self.contents.base_map.is_working
            if "result shown" not in events or busy:
                last[0] = time.perf_counter()
            return time.perf_counter() - last[0] > QUIET_S

        yield is_quiet
        self.parts.is_on = False
        heart.stop()
        process_s, main = time.process_time() - process_s, [b - a for a, b in zip(begun, moment())]
        since = begun[0]
        picture_s = max(end for _, end in drawn_s if end is not None) - since
        say = self.notes.append
        say(self.results.headline.text() or self.results.problem.text())
        shown_s = events["result shown"] - since
        say(f"from the click to the picture {picture_s:.2f} s, to table and picture {max(picture_s, shown_s):.2f} s")
        say(f"  on processors {process_s:.2f} s")
        for name, moment_s in events.items():
            say(f"  {name} after {moment_s - since:.2f} s")
        for start, end in drawn_s:
            took = "until it was interrupted" if end is None else f"for {1000 * (end - start):.0f} ms"
            say(f"  map drawn from {start - since:.2f} s {took}")
        say(f"  the click itself {1000 * (ended[0] - begun[0]):.0f} ms")
        if not self.plan["plain"]:
            self._say_parts(main[1])
            self._say_stalls(heart, since)
            say("each layer drawn alone")
            for name, took_s in self._drawn_alone():
                say(f"  {name:<34} {1000 * took_s:6.0f} ms")
        if self.plan["rows"]:
            self._write_rows(Path(self.plan["rows"]))

    def _say_parts(self, worked_in_main_s: float) -> None:
        """Note the time of each part, and what the main thread has worked besides."""
        say = self.notes.append
        main_thread, known = threading.get_native_id(), 0.0
        for is_main in (False, True):
            say("in the main thread" if is_main else "in the task: elapsed, on a processor, waited for one, calls")
            for label, elapsed_s in sorted(self.parts.elapsed_s.items(), key=lambda item: -item[1]):
                if (self.parts.threads[label] == main_thread) == is_main:
                    worked_s, waited_s = self.parts.processor_s[label], self.parts.waited_s[label]
                    known += worked_s if is_main else 0.0
                    calls = self.parts.calls[label]
                    say(f"  {label:<34} {elapsed_s:7.3f} {worked_s:7.3f} {waited_s:7.3f} {calls:5}")
        say(f"  {'Qt and QGIS: events, painting':<34}         {worked_in_main_s - known:7.3f}")

    def _say_stalls(self, heart: Heart, since: float) -> None:
        """Note the longest stall, and what was done in each of the long ones."""
        say = self.notes.append
        longest_s, own_s = heart.longest_s()
        say(f"longest stall {1000 * longest_s:.0f} ms; without waiting for a processor {1000 * own_s:.0f} ms")
        for at_s, elapsed_s, worked_s, waited_s, doing in heart.stalls(since):
            say(
                f"  at {at_s:.2f} s: {1000 * elapsed_s:.0f} ms, worked {1000 * worked_s:.0f}, "
                f"waited for a processor {1000 * waited_s:.0f}\n            {doing}"
            )

    def _drawn_alone(self):
        """Return how long each visible layer takes to draw on its own."""
        from qgis.core import QgsMapRendererSequentialJob, QgsMapSettings

        canvas = self.iface.mapCanvas()
        for layer in canvas.layers():
            settings = QgsMapSettings(canvas.mapSettings())
            settings.setLayers([layer])
            job, begun = QgsMapRendererSequentialJob(settings), time.perf_counter()
            job.start()
            job.waitForFinished()
            yield layer.name(), time.perf_counter() - begun

    def _write_rows(self, folder: Path) -> None:
        """Write the cells of the table, and each layer of the result with its style, as text."""
        from qgis.core import QgsMapLayerStyle
        from qgis.PyQt.QtCore import QDateTime, QVariant

        model = self.results.table.model()
        cells = [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]
        name = self.plan["name"]
        self.iface.mainWindow().grab().save(str(folder / f"{name}.png"))
        texts = {"table": cells, "headline": self.results.headline.text(), "cards": self.results.cards.text()}
        (folder / f"{name}_dock.json").write_text(json.dumps(texts, indent=0, ensure_ascii=False), encoding="utf-8")
        for node in self.project.layerTreeRoot().findLayers():
            layer = node.layer()
            output, base = (layer.customProperty(f"frontline_change/{name}") for name in ("output", "base_map"))
            if not (output or base):
                continue

            def plain(value):
                if isinstance(value, QDateTime):
                    return value.toString("yyyy-MM-ddTHH:mm:ss")
                return None if isinstance(value, QVariant) else value

            rows = sorted(
                json.dumps([*map(plain, one.attributes()), one.geometry().asWkt(9)])
                for one in layer.getFeatures()
                if output
            )
            style = QgsMapLayerStyle()
            style.readFromLayer(layer)
            xml = re.sub(r"\{[0-9a-f-]{36}\}", "", style.xmlData())
            head = f"{layer.name()} {node.itemVisibilityChecked()}\n"
            (folder / f"{name}_{output or base}.txt").write_text(head + "\n".join(rows) + "\n" + xml, encoding="utf-8")

    def leave(self) -> None:
        """Write the notes one on a line, and quit QGIS."""
        (self.out / f"{self.plan['name']}.txt").write_text("\n".join(self.notes), encoding="utf-8")
        super().leave()


if __name__ == "__main__":  # as it is when QGIS executes this file
    if "FRONTLINE_TOUR" in os.environ:
        inside_qgis(Timing)
    else:
        sys.exit(main(sys.argv[1:]))
