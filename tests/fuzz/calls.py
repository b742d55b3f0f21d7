# SPDX-License-Identifier: GPL-2.0-or-later
"""Bad calls of all algorithms through QGIS's registry, thousands of them, and how each ends.

    make fuzz FAMILY=calls [MINUTES=10] [SEED=1]          or calls.py --calls 5000

A call is a good one with up to three faults: of another type, NaN, a junk date, a missing field, a layer that is empty,
invalid, of points, without CRS, removed or the result of another run, an output that cannot be written, and so on. It
may end in three ways: with a sentence for people, with results and warnings, or with right results where the fault does
no harm. Everything else is a FAULT: a traceback, the name of a class, no end after 60 s, a crash, a message that names
a parameter of another algorithm, results of a call that has to be refused, NaN in a result, or other figures than those
of the good call where the fault does no harm.
Calls run in child processes, so that a crash ends only its own.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from child_runs import FAULT, TECHNICAL, records, table

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "fuzz"
CALLS_PER_CHILD = 150
LONGEST_S = 60.0
SENTENCE, WARNED, RIGHT = "a sentence", "warnings", "right rows"
OUTCOMES = (SENTENCE, WARNED, RIGHT, FAULT)
HARMLESS, REFUSED, EITHER, NOTICED = "harmless", "refused", "either", "noticed"  # what may come of a fault


def main(arguments: list[str]) -> int:
    """Make calls for some minutes, or a number of them; the exit code is 1 when one was a FAULT."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=1e6)
    parser.add_argument("--calls", type=int, default=10**9)
    parser.add_argument("--child", nargs=2, type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.child:
        return child(options.seed, *options.child)
    counts, failed = outcomes(options.seed, options.calls, options.minutes)
    print(table(counts, OUTCOMES))
    if failed:
        FOLDER.mkdir(parents=True, exist_ok=True)
        path = FOLDER / "calls.txt"
        path.write_text("\n\n".join(failed) + "\n", encoding="utf-8")
        print(f"{len(failed)} faults, written to {path.relative_to(ROOT)}")
    return 1 if failed else 0


def outcomes(seed: int, calls: int, minutes: float) -> tuple[Counter[tuple[str, str]], list[str]]:
    """The number of calls by algorithm and outcome, and a text for each fault."""
    counts: Counter[tuple[str, str]] = Counter()
    failed: list[str] = []
    first, end = 0, time.monotonic() + minutes * 60
    while first < calls and time.monotonic() < end:
        last = min(first + CALLS_PER_CHILD, calls)
        for record in _records(seed, first, last, end):
            counts[record["algorithm"], record["outcome"]] += 1
            first = record["number"] + 1
            if record["outcome"] == FAULT:
                failed.append(f"call {record['number']} of seed {seed}, {record['algorithm']}\n{record['text']}")
                print(f"FAULT {failed[-1]}", flush=True)
        print(f"{first} calls, {len(failed)} faults", flush=True)
    return counts, failed


def _records(seed: int, first: int, last: int, end: float) -> Iterator[dict[str, Any]]:
    """The records of a child's calls."""
    command = [sys.executable, str(Path(__file__).resolve()), "--seed", str(seed), "--child", str(first), str(last)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONNOUSERSITE": "1"}
    return records(command, environment, LONGEST_S, end)


# The child: everything below needs QGIS


def child(seed: int, first: int, last: int) -> int:
    """Make calls and print a record before and after each."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what QGIS prints is no record
    try:
        caller = Caller(Path(tempfile.mkdtemp(prefix="calls-")))
        for number in range(first, last):
            call = caller.call(seed, number)
            record = {"number": number, "algorithm": call.algorithm, "outcome": "begun", "text": call.text()}
            print(json.dumps(record), file=out, flush=True)
            outcome, text = caller.outcome(call)
            record |= {"outcome": outcome, "text": f"{text}\n{call.text()}"}
            print(json.dumps(record), file=out, flush=True)
    except Exception:
        traceback.print_exc()
        os._exit(3)
    os._exit(0)  # layers that were removed on purpose crash QGIS's own end


class Call:
    """A call: the algorithm, its parameters, and the faults in it with what may come of them."""

    def __init__(self, algorithm: str, parameters: dict[str, Any]) -> None:
        self.algorithm, self.parameters = algorithm, parameters
        self.faults: list[tuple[str, str]] = []
        self.checked = True  # whether the values are checked first, as in the toolbox; models skip that
        self.keep: list[Any] = []

    @property
    def expected(self) -> str:
        """What may come of it: a single fault that has to be refused refuses all."""
        kinds = {kind for _, kind in self.faults}
        return next((kind for kind in (REFUSED, NOTICED, EITHER) if kind in kinds), HARMLESS)

    def text(self) -> str:
        """The faults and the parameters for people."""
        values = "\n".join(f"    {name}: {_shown(value)}" for name, value in self.parameters.items())
        faults = "; ".join(f"{what} ({kind})" for what, kind in self.faults)
        return f"  {'checked' if self.checked else 'unchecked'}: {faults}\n{values}"


def _shown(value: Any) -> str:
    try:
        return f"layer {value.name()}" if hasattr(value, "dataProvider") else repr(value)[:200]
    except RuntimeError:
        return "removed layer"


class Caller:
    """QGIS with our provider, layers to call with, and the results of a good call of each algorithm."""

    def __init__(self, folder: Path) -> None:
        import importlib.util

        from qgis.core import QgsApplication, QgsProject

        self.folder = folder
        self.application = QgsApplication([], False)
        self.application.initQgis()
        sys.path.append(f"{QgsApplication.pkgDataPath()}/python/plugins")
        if "frontline_change" not in sys.modules:
            spec = importlib.util.spec_from_file_location(
                "frontline_change", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
            )
            package = importlib.util.module_from_spec(spec)
            sys.modules["frontline_change"] = package
            spec.loader.exec_module(package)
        sys.path.insert(0, str(ROOT / "tests" / "support"))
        from processing.core.Processing import Processing

        Processing.initialize()
        from frontline_change.processing import environment
        from frontline_change.processing.algorithms import algorithm_classes
        from frontline_change.processing.provider import FrontlineProvider

        environment.prepare()
        self.tracebacks: list[str] = []
        for each in algorithm_classes():
            self._watch(each)
        self.provider = FrontlineProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)
        self.project = QgsProject.instance()
        self.algorithms = sorted(each.NAME for each in algorithm_classes())  # models are made of these
        self.good: dict[str, dict[str, Any]] = {}
        self.own = self._own_results()

    def _watch(self, algorithm: Any) -> None:
        """Note tracebacks: QGIS turns every error of a method into a message, or prints it."""
        from qgis.core import QgsProcessingException

        for name in ("checkParameterValues", "prepareAlgorithm", "processAlgorithm", "postProcessAlgorithm"):
            method = getattr(algorithm, name)

            def watched(own: Any, *arguments: Any, method: Any = method) -> Any:
                try:
                    return method(own, *arguments)
                except QgsProcessingException:
                    raise
                except BaseException:
                    self.tracebacks.append(traceback.format_exc())
                    raise

            setattr(algorithm, name, watched)
        sys.excepthook = lambda *error: self.tracebacks.append("".join(traceback.format_exception(*error)))

    # Good calls

    def layers(self) -> dict[str, Any]:
        """New layers to call with, by role."""
        from layers import box, layer, maps

        west, south = 36.6, 47.9
        steps = [(day, box(west, south, west + 0.2 + 0.02 * number, south + 0.3)) for number, day in enumerate(DAYS)]
        return {
            "CHANGE": layer(
                "change",
                box(west, south, west + 0.3, south + 0.3),
                fields="sector:string,date_before:string,date_after:string,gained_km2:double,lost_km2:double",
                rows=[["all", "2025-06-02", "2025-07-02", 12.5, 3.5]],
            ),
            "BEFORE": layer("front_20250602", steps[0][1]),
            "AFTER": layer("front_20250702", steps[3][1]),
            "SNAPSHOTS": maps(*steps),
            "SECTORS": layer(
                "sectors",
                box(west - 0.1, south - 0.1, west + 0.5, south + 0.15),
                box(west - 0.1, south + 0.15, west + 0.5, south + 0.4),
                fields="name:string",
                rows=[["south"], ["north"]],
            ),
            "THEATRE": layer("theatre", box(west - 0.05, south - 0.2, west + 0.6, south + 0.5)),
            "HOME": layer("home", box(west - 0.5, south - 0.2, west - 0.05, south + 0.5)),
            "PLACES": layer(
                "places",
                f"POINT({west + 0.22} {south + 0.1})",
                f"POINT({west + 0.1} {south + 0.2})",
                kind="Point",
                fields="name:string",
                rows=[["Hal"], ["Süd"]],
            ),
            "AXES": layer(
                "axes",
                f"LINESTRING({west + 0.1} {south + 0.15}, {west + 0.5} {south + 0.16})",
                kind="LineString",
                fields="name:string",
                rows=[["road"]],
            ),
            "LINES": layer(
                "front lines",
                f"LINESTRING({west + 0.2} {south - 0.3}, {west + 0.21} {south + 0.6})",
                kind="LineString",
                fields="date:date",
                rows=[["2025-06-02"]],
            ),
        }

    def parameters(self, algorithm: str) -> dict[str, Any]:
        """The parameters of a good call."""
        layers = self.layers()
        roles = {
            "axisadvance": ("SNAPSHOTS", "AXES"),
            "classtransition": ("BEFORE", "AFTER"),
            "controlfromlines": ("LINES", "THEATRE"),
            "projection": ("SNAPSHOTS", "SECTORS"),
            "sectorchange": ("BEFORE", "AFTER", "SECTORS", "PLACES", "THEATRE"),
            "changeseries": ("SNAPSHOTS", "SECTORS", "THEATRE"),
            "placestatus": ("SNAPSHOTS", "PLACES", "THEATRE"),
            "reach": ("AFTER",),
            "mappage": ("CHANGE", "THEATRE", "PLACES"),
            "createsectors": (),
            "preparesnapshots": (),
        }.get(algorithm, ("SNAPSHOTS",))
        given = {role: layers[role] for role in roles}
        given |= {
            "reach": {"REFERENCE": layers["AXES"]},
            "animation": {"FORMAT": "frames", "WIDTH": 320, "HEIGHT": 320},
            "createsectors": {"LAYER": layers["SECTORS"]},
            "preparesnapshots": {"LAYERS": [layers["BEFORE"], layers["AFTER"]]},
            "controlfromlines": {"SIDE": "left"},
            "transects": {"SPACING": 2000, "PERIOD": "snapshot"},
            "extractfront": {"THEATRE": layers["THEATRE"]},
        }.get(algorithm, {})
        for definition in self._definitions(algorithm):
            if definition.type() in ("sink", "folderDestination"):
                given[definition.name()] = "TEMPORARY_OUTPUT"
        return given

    def _definitions(self, algorithm: str) -> list[Any]:
        return self.provider.algorithm(algorithm).parameterDefinitions()

    def _own_results(self) -> list[Any]:
        """Layers that good calls returned; their figures are kept."""
        found = []
        for name in self.algorithms:
            call = Call(name, self.parameters(name))
            kind, text, results = self._run(call)
            if kind is not None:
                raise RuntimeError(f"a good call of {name} fails: {text}")
            self.good[name] = {key: value for key, value in results.items() if isinstance(value, (int, float))}
            found += [value for value in results.values() if hasattr(value, "dataProvider") and value.isSpatial()]
        return found

    # Running

    def outcome(self, call: Call) -> tuple[str, str]:
        """How a call ends, and what it said."""
        from parameter_names import named_elsewhere

        kind, text, results = self._run(call)
        foreign = named_elsewhere(call.algorithm, text)
        if foreign and kind != FAULT:
            return FAULT, f"parameters that it does not have ({', '.join(foreign)}): {text}"
        if kind is not None:
            return kind, text
        wrong = self._not_finite(results)
        if wrong:
            return FAULT, f"not a number: {wrong}"
        if call.expected == REFUSED:
            return FAULT, f"it ran, but has to be refused; warnings: {text or 'none'}"
        if call.expected == NOTICED and not text:
            return FAULT, "it ran without a word, but something has to be said"
        if call.expected == HARMLESS:
            for name, value in self.good[call.algorithm].items():
                if not math.isclose(results.get(name, math.nan), value, rel_tol=1e-9, abs_tol=1e-9):
                    return FAULT, f"{name} is {results.get(name)}, with good parameters {value}"
        return (WARNED, text) if text else (RIGHT, "")

    def _run(self, call: Call) -> tuple[str | None, str, dict[str, Any]]:
        """Run a call: the outcome if it is known already, the message or warnings, the results."""
        from qgis import processing
        from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

        class Feedback(QgsProcessingFeedback):
            """Keeps warnings and errors."""

            def __init__(self) -> None:
                super().__init__(False)
                self.warnings: list[str] = []
                self.errors: list[str] = []

            def pushWarning(self, warning: str) -> None:
                self.warnings.append(warning)

            def reportError(self, error: str, fatalError: bool = False) -> None:
                self.errors.append(error)

        self.tracebacks.clear()
        feedback, context = Feedback(), QgsProcessingContext()
        call.keep.append(context)  # it owns the layers of the results
        context.setProject(self.project)
        results: dict[str, Any] = {}
        message = None
        try:
            if call.checked:
                results = processing.run(
                    f"frontline:{call.algorithm}", call.parameters, context=context, feedback=feedback
                )
            else:
                algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"frontline:{call.algorithm}")
                results, good = algorithm.run(call.parameters, context, feedback)
                message = None if good else "\n".join(feedback.errors) or "(no message)"
                if good:
                    results = {key: self._layer(value, context) for key, value in results.items()}
        except QgsProcessingException as error:
            message = str(error)
        except Exception:  # what QGIS itself does not understand, before any of our code
            said = traceback.format_exc()
            if "frontline_change" in said.replace(str(Path(__file__)), ""):
                return FAULT, said, {}
            message = "QGIS does not take this."
        if self.tracebacks:
            return FAULT, self.tracebacks[0], {}
        if message is not None:
            if TECHNICAL.search(message) or message == "(no message)":
                return FAULT, f"not for people: {message}", {}
            return SENTENCE, message, {}
        said = "\n".join(feedback.warnings + feedback.errors)
        if said and TECHNICAL.search(said):
            return FAULT, f"not for people: {said}", {}
        return None, said, results

    def _layer(self, value: Any, context: Any) -> Any:
        from qgis.core import QgsProcessingUtils

        if isinstance(value, str) and len(value) < 500:
            return QgsProcessingUtils.mapLayerFromString(value, context) or value
        return value

    def _not_finite(self, results: dict[str, Any]) -> str:
        """Where a result has NaN or infinity, or an empty text."""
        for name, value in results.items():
            if isinstance(value, float) and not math.isfinite(value):
                return f"{name} is {value}"
            if hasattr(value, "getFeatures"):
                for feature in value.getFeatures():
                    for field, item in feature.attributeMap().items():
                        if isinstance(item, float) and not math.isfinite(item):
                            return f"{field} in {name} is {item}"
        return ""

    # Bad calls

    def call(self, seed: int, number: int) -> Call:
        """A call by its number: the same in every run."""
        import numpy as np

        rng = np.random.default_rng([seed, number])
        name = self.algorithms[number % len(self.algorithms)]
        call = Call(name, self.parameters(name))
        call.checked = bool(rng.random() < 0.6)
        definitions = self._definitions(name)
        for _ in range(int(rng.choice([1, 1, 1, 2, 3]))):
            definition = definitions[int(rng.integers(len(definitions)))]
            if any(what.startswith(f"{definition.name()} ") for what, _ in call.faults):
                continue
            value, what, kind = self._bad_value(rng, call, definition)
            call.parameters[definition.name()] = value
            call.faults.append((f"{definition.name()} {what}", kind))
            if what == TWICE:
                break  # another destination would undo it
        if rng.random() < 0.05:
            call.parameters["NO_SUCH_PARAMETER"] = "1"
            call.faults.append(("NO_SUCH_PARAMETER given", HARMLESS))
        return call

    def _bad_value(self, rng: Any, call: Call, definition: Any) -> tuple[Any, str, str]:
        """A bad value of a parameter, what it is, and what may come of it."""
        is_optional = bool(definition.flags() & definition.FlagOptional)
        kinds = {
            "source": self._bad_source,
            "multilayer": self._bad_layers,
            "number": self._bad_number,
            "enum": self._bad_enum,
            "field": self._bad_field,
            "datetime": self._bad_date,
            "sink": self._bad_sink,
        }
        return kinds.get(definition.type(), self._bad_text)(rng, call, definition, is_optional)

    def _bad_number(self, rng: Any, call: Call, definition: Any, is_optional: bool) -> tuple[Any, str, str]:
        from qgis.core import QgsProperty

        return _one(
            rng,
            (math.nan, "NaN", REFUSED),
            (math.inf, "infinite", REFUSED),
            (-math.inf, "minus infinity", REFUSED),
            ("NaN", "NaN as text", REFUSED),
            ("abc", "no number", REFUSED),
            ([1, 2], "a list", REFUSED),
            ({}, "a dictionary", REFUSED),
            (-1, "negative", REFUSED if definition.minimum() >= 0 else EITHER),
            (1e308, "huge", EITHER),
            (-1e308, "huge and negative", REFUSED if definition.minimum() >= 0 else EITHER),
            (1e-300, "next to zero", EITHER),
            (0, "zero", EITHER),
            ("1,5", "with a comma", EITHER),
            (QgsProperty.fromExpression("1/0"), "an expression without a value", EITHER),
            (QgsProperty.fromExpression("to_real('x'"), "a broken expression", EITHER),
            (True, "a boolean", EITHER),
            ("9" * 400, "400 digits", REFUSED),
        )

    def _bad_enum(self, rng: Any, call: Call, definition: Any, is_optional: bool) -> tuple[Any, str, str]:
        return _one(
            rng,
            (99, "99", REFUSED),
            (-1, "-1", REFUSED),
            ("nonsense", "no choice", REFUSED),
            ("", "empty", EITHER),
            ([], "an empty list", EITHER),
            ({}, "a dictionary", EITHER),
            (math.nan, "NaN", EITHER),
            (["nonsense", definition.options()[0]], "a list with a wrong choice", EITHER),
            (definition.options()[-1], "another choice", EITHER),
            (",".join(definition.options()), "all choices", EITHER),
            (ODD_TEXT, "odd text", REFUSED),
        )

    def _bad_field(self, rng: Any, call: Call, definition: Any, is_optional: bool) -> tuple[Any, str, str]:
        parent = call.parameters.get(definition.parentLayerParameterName())
        missing = REFUSED if hasattr(parent, "dataProvider") else EITHER
        if call.algorithm == "createsectors" and definition.name() != "NAME_FIELD":
            missing = EITHER  # regions of a layer have no dates and classes
        return _one(
            rng,
            ("no_such_field", "missing", missing),
            (ODD_TEXT, "odd text", missing),
            ("", "empty", HARMLESS),
            (None, "none", HARMLESS),
            (5, "a number", EITHER),
            (["date", "name"], "two fields", EITHER),
            ("date", "another field", EITHER),
            ("name", "another field", EITHER),
            (math.nan, "NaN", EITHER),
        )

    def _bad_date(self, rng: Any, call: Call, definition: Any, is_optional: bool) -> tuple[Any, str, str]:
        from qgis.PyQt.QtCore import QDate, QDateTime

        value, what, kind = _one(
            rng,
            ("31.02.2025", "a day that there is not", REFUSED),
            ("yesterday", "no date", REFUSED),
            ("0000-00-00", "zeros", REFUSED),
            ("99999-01-01", "a far year", REFUSED),
            (ODD_TEXT, "odd text", REFUSED),
            (12345678, "a number", EITHER),
            (math.nan, "NaN", EITHER),
            (QDateTime(), "no instant", EITHER),
            (QDate(2025, 6, 10), "a day", EITHER),
            ("1850-01-01", "before all maps", EITHER),
            ("2200-01-01", "after all maps", EITHER),
            ("2025-06-15T12:00:00+14:00", "far zone", EITHER),
            ([], "a list", EITHER),
        )
        unused = call.algorithm == "createsectors"  # which needs no date for regions
        unused |= definition.name() == "BEFORE_DATE" and call.parameters.get("BEFORE") is None
        return value, what, EITHER if unused else kind

    def _bad_text(self, rng: Any, call: Call, definition: Any, is_optional: bool) -> tuple[Any, str, str]:
        junk = self.folder / "junk"
        junk.mkdir(exist_ok=True)
        (junk / "map_20250601.geojson").write_text("{nonsense")
        (junk / "вій́на.csv").write_text("a;b\n1")
        return _one(
            rng,
            (ODD_TEXT, "odd text", EITHER),
            ("x" * 20_000, "very long", EITHER),
            ("%s {} {0} %(x)s", "braces", EITHER),
            ("", "empty", EITHER),
            (None, "none", EITHER),
            (math.nan, "NaN", EITHER),
            (-5, "a number", EITHER),
            ([1], "a list", EITHER),
            ("(", "a broken expression", EITHER),
            ("[", "a broken pattern", EITHER),
            ("1/0", "an expression without a value", EITHER),
            ("/nowhere/at/all", "a path to nothing", EITHER),
            (str(junk), "a folder of junk", EITHER),
            ("2025-13-45,2025-06-31,,", "junk dates", EITHER),
            ("0,-1,nan,1e400", "junk numbers", EITHER),
            (True, "a boolean", EITHER),
        )

    def _bad_sink(self, rng: Any, call: Call, definition: Any, is_optional: bool) -> tuple[Any, str, str]:
        source = self.folder / "input.gpkg"
        others = [each.name() for each in self._definitions(call.algorithm) if each.type() == "sink"]
        same = str(self.folder / f"same {rng.integers(1000)}.gpkg")
        (self.folder / "file").write_text("x")
        value, what, kind = _one(
            rng,
            ("/nowhere/at/all/x.gpkg", "in a folder that is missing", REFUSED),
            ("/proc/x.gpkg", "in a folder that takes no files", REFUSED),
            ("/dev/full", "a full disk", EITHER),
            (str(self.folder), "a folder", EITHER),
            (str(self.folder / "file" / "x.gpkg"), "below a file", REFUSED),
            (str(self.folder / "x.xyz"), "of an unknown format", EITHER),
            (str(self.folder / f"{ODD_TEXT}.gpkg"), "with odd text", EITHER),
            (str(self.folder / ("x" * 300 + ".gpkg")), "with a long name", REFUSED),
            ("ogr:dbname='x.gpkg' table=", "a broken table", EITHER),
            (f"ogr:dbname='{self.folder}/a.gpkg' table=\"{ODD_TEXT}\" (geom)", "a table of odd text", EITHER),
            ("postgis:table=x", "a database that there is not", EITHER),
            (5, "a number", EITHER),
            (math.nan, "NaN", EITHER),
            ([], "a list", EITHER),
            (same, TWICE, REFUSED if len(others) > 1 else EITHER),
            (str(source), "the file of an input", EITHER),
        )
        if definition.name() == "PLACES_CHANGED" and "PLACES" not in call.parameters:
            kind = EITHER  # it is not made
        if value == same:
            for name in others:
                call.parameters[name] = same
        return value, what, kind

    def _bad_layers(self, rng: Any, call: Call, definition: Any, is_optional: bool) -> tuple[Any, str, str]:
        source, what, kind = self._bad_source(rng, call, definition, is_optional)
        before = self.layers()["BEFORE"]
        call.keep.append(before)
        if kind == REFUSED:
            kind = EITHER  # ON_BAD_FILE leaves it out
        return _one(rng, ([source], f"a layer that is {what}", kind), ([source, before], f"one layer {what}", EITHER))

    def _bad_source(self, rng: Any, call: Call, definition: Any, is_optional: bool) -> tuple[Any, str, str]:
        from layers import layer, maps

        types = definition.dataTypes() if definition.type() == "source" else [2]
        layers = self.layers()
        lacking = EITHER if is_optional else REFUSED
        points = EITHER if {0, 5} & set(types) else REFUSED
        is_read = definition.name() != "MARKS" or call.algorithm == "controlfromlines"  # others have polygons here
        lines = EITHER if {1, 5} & set(types) or not is_read else REFUSED
        is_map = definition.name() in ("BEFORE", "AFTER", "SNAPSHOTS")
        removed = layers["SECTORS"]
        own = self.own[int(rng.integers(len(self.own)))]
        shapes = ODD_SHAPES[int(rng.integers(len(ODD_SHAPES)))]
        odd = maps(*[(day, shapes) for day in DAYS], fields="date:date", name="odd_20250602")
        days = [str(rng.choice(ODD_DAYS)) for _ in DAYS]
        junk_dates = maps(*[(day, _box(number)) for number, day in enumerate(days)], fields="date:string")
        removed_id = ""
        choice = int(rng.integers(27))
        if choice in (0, 1):
            self.project.addMapLayer(removed)
            removed_id = removed.id()
            self.project.removeMapLayer(removed_id)
        value, what, kind = (
            (removed if call.checked else removed_id, "removed", REFUSED),  # no model holds on to a layer itself
            (removed_id, "the id of a removed layer", REFUSED),
            (None, "none", lacking),
            ("", "empty text", lacking),
            ("/nowhere/front_20250602.gpkg", "a path to nothing", REFUSED),
            (12345, "a number", REFUSED),
            (math.nan, "NaN", REFUSED),
            ({}, "a dictionary", REFUSED),
            ([1, 2], "a list", REFUSED),
            (ODD_TEXT, "odd text", REFUSED),
            (layer("front_20250602"), "without features", NOTICED if is_map else EITHER),
            (layer("front_20250602", None, None), "of features without geometry", NOTICED if is_map else EITHER),
            (layer("points_20250602", "POINT(36.7 48)", kind="Point"), "of points", points),
            (layer("lines_20250602", "LINESTRING(36.7 48, 36.8 48.1)", kind="LineString"), "of lines", lines),
            (layer("table_20250602", None, kind="None", fields="name:string"), "a table", REFUSED),
            (layer("front_20250602", _box(0), crs=""), "without CRS", REFUSED),
            (layer("front_20250602", _box(0), crs="EPSG:3857"), "in a wrong CRS", EITHER),
            (odd, f"of {str(shapes)[:60]}", EITHER),
            (odd, f"of {str(shapes)[:60]}", EITHER),
            (odd, f"of {str(shapes)[:60]}", EITHER),
            (junk_dates, f"dated {days}", EITHER),
            (junk_dates, f"dated {days}", EITHER),
            (own, f"a result, {own.name()}", EITHER),
            (own, f"a result, {own.name()}", EITHER),
            (layers[str(rng.choice(sorted(layers)))], "of another role", EITHER),
            (self._filtered(layers["SNAPSHOTS"]), "filtered to nothing", EITHER),
            (call.parameters.get("SECTORS", layers["SECTORS"]), "the sectors", EITHER),
        )[choice]
        call.keep += [value, odd, junk_dates, layers]
        return value, what, kind

    @staticmethod
    def _filtered(layer: Any) -> Any:
        layer.setSubsetString("\"date\" < '1900-01-01'")
        return layer


DAYS = ("2025-06-02", "2025-06-12", "2025-06-22", "2025-07-02")
TWICE = "the same as another"
ODD_TEXT = "\u202eвійна\u200b ' \" ; %s {x} 🏴 <b>&amp;</b>\n\t"
ODD_DAYS = (
    *("", "yesterday", "31.02.2025", "2025-06-02", "02/06/2025", "06/02/2025", "20250612", "2025", "NaN", "1e9"),
    *("2025-06-22T25:00", "0001-01-01", "9999-12-31", "٢٠٢٥-٠٦-٠٢", "2025-06-02T10:00:00+99:00"),
)


def _box(number: int) -> str:
    from layers import box

    return box(36.6, 47.9, 36.8 + 0.02 * number, 48.2)


ODD_SHAPES = (
    "POLYGON((36.6 47.9, 36.9 48.2, 36.9 47.9, 36.6 48.2, 36.6 47.9))",
    "POLYGON((36.6 47.9, 36.9 47.9, 36.9 47.9, 36.6 47.9))",
    "POLYGON((36.6 47.9, 36.6 47.9, 36.6 47.9, 36.6 47.9))",
    "POLYGON((36.6 47.9, 36.9 47.9, 1e300 48.2, 36.6 48.2, 36.6 47.9))",
    "POLYGON((36.6 47.9, 36.9 47.9, nan 48.2, 36.6 48.2, 36.6 47.9))",
    "POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90))",
    "POLYGON((-100 40, 100 40, 100 50, -100 50, -100 40))",
    "POLYGON((36.6 47.9, 36.60000000001 47.9, 36.6 47.90000000001, 36.6 47.9))",
    "POLYGON((36.6 91, 36.9 91, 36.9 95, 36.6 91))",
    "POLYGON((0 0, 0.001 0, 0.001 0.001, 0 0))",
    "POLYGON((36.6 47.9, 36.9 47.9, 36.9 48.2, 36.6 48.2, 36.6 47.9), (36 47, 37.5 47, 37.5 49, 36 49, 36 47))",
    "MULTIPOLYGON(((36.6 47.9, 36.9 47.9, 36.9 48.2, 36.6 47.9)), ((36.7 47.9, 37 47.9, 37 48.2, 36.7 47.9)))",
    "POLYGON EMPTY",
)


def _one(rng: Any, *choices: tuple[Any, str, str]) -> tuple[Any, str, str]:
    return choices[int(rng.integers(len(choices)))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
