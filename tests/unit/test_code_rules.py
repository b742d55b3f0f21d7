# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules of the code, read from the source: who may import whom, what shipped code must not do, what is listed.

A new file obeys them or a test here names it. Nothing is imported, so QGIS is not needed.
"""

import ast
import configparser
import functools
import graphlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from checkout import MODELS, PUBLIC, ROOT
from rules import every

PACKAGES = ("core", "processing", "ui", "styles", "layouts", "sample")
PACKAGE = "frontline_change"

SHIPPED = [
    ROOT / "__init__.py",
    ROOT / "plugin.py",
    ROOT / "formatting.py",
    *(p for package in PACKAGES for p in (ROOT / package).rglob("*.py")),
]
SHIPPED = sorted(SHIPPED)
OWN = sorted(
    [*SHIPPED, *(p for package in ("tools", "tests", "benchmarks", "examples") for p in (ROOT / package).rglob("*.py"))]
)
ALGORITHMS = sorted(p for p in (ROOT / "processing" / "algorithms").glob("*.py") if p.stem != "__init__")

# What a package must not import: packages of ours, and libraries. `plugin` is the wiring, above all of them.
FORBIDDEN_IN = {
    "core": {"processing", "ui", "styles", "layouts", "formatting", "sample", "plugin", "qgis"},
    "processing": {"ui", "plugin", "qgis.gui", "qgis.utils.iface"},
    "ui": {"core", "plugin"},
    "styles": {"core", "processing", "ui", "layouts", "plugin"},
    "layouts": {"core", "processing", "ui", "plugin"},
    "formatting.py": {*PACKAGES, "plugin", "qgis.core", "qgis.gui"},  # numbers and dates need Qt alone
    "sample": {"core", "processing", "ui", "styles", "layouts", "formatting", "plugin", "qgis", "osgeo"},
}
FORBIDDEN_EVERYWHERE = {
    *("PyQt5", "PyQt6", "sip"),  # qgis.PyQt stands for whichever QGIS has
    *("subprocess", "pickle", "marshal", "shelve", "random", "xml"),  # block an upload to the plugin repository
}
# The parts of core from the bottom up: each imports only those before it. The first are free among themselves.
CORE_IN_ORDER = [
    [
        "core.libraries",
        "core.errors",
        "core.arrays",
        "core.findings",
        "core.steps",
        "core.units",
        "core.uncertainty",
        "core.reference_areas",
    ],
    ["core.geometry"],
    ["core.maps"],
    ["core.front"],
    ["core.context"],
    ["core.depth", "core.sectors"],
    ["core.change"],
    ["core.api"],
    ["core"],
]
LONGEST_ALGORITHM_LINES = 300
GEOMETRY_LIBRARIES = {"shapely", "pyproj"}
THE_ONE_IMPORTER = ROOT / "core" / "libraries.py"


def named(paths):
    """Make one test of all these files, which names each that breaks the rule."""
    return every("path", paths, label=lambda path: path.relative_to(ROOT).as_posix())


def test_a_rule_lists_everything_that_breaks_it():
    @every("number", range(1, 6))
    def rule(number):
        if number == 1:
            return ["first", "second"]
        assert number != 2, "two"
        if number == 3:
            raise KeyError("three")
        return None

    with pytest.raises(AssertionError) as caught:
        rule()
    assert str(caught.value).replace("\nassert 2 != 2", "").splitlines() == [
        "violations: 4",
        "1: first",
        "1: second",
        "2: two",
        "3: KeyError('three')",
    ]


def test_a_rule_needs_something_to_look_at():
    every("number", [2])(lambda number: None)()
    with pytest.raises(AssertionError, match="nothing that this rule looks at"):
        every("number", [])(lambda number: None)()


@functools.cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def within(name: str, forbidden: set[str]) -> bool:
    """Whether a dotted name is, or lies in, one of the forbidden ones."""
    return any(name == other or name.startswith(other + ".") for other in forbidden)


def imports(path: Path, nodes) -> Iterator[tuple[str, bool]]:
    """Yield (dotted name, is it ours) for what these nodes import; `from a import b` gives `a.b`.

    Ours is named from the root of the package: `processing.base`.
    """
    folders = path.relative_to(ROOT).parts[:-1]
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from ((alias.name, False) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = list(folders[: len(folders) - node.level + 1]) if node.level else []
            base += node.module.split(".") if node.module else []
            yield from ((".".join([*base, alias.name]), node.level > 0) for alias in node.names)


def all_imports(path: Path) -> list[tuple[str, bool]]:
    return list(imports(path, ast.walk(tree_of(path))))


def eager_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what runs when a module is imported: everything outside functions and `if TYPE_CHECKING`."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            yield from (grandchild for other in child.orelse for grandchild in [other, *eager_nodes(other)])
            continue
        yield child
        yield from eager_nodes(child)


def module_file(name: str) -> list[Path]:
    """Return the files that importing a dotted name of ours runs: the packages on the way and the module."""
    parts = name.split(".")
    found = [ROOT / "__init__.py"]
    for count in range(1, len(parts) + 1):
        location = ROOT.joinpath(*parts[:count])
        found += [file for file in (location / "__init__.py", location.with_suffix(".py")) if file.is_file()]
    return found


# Who may import whom


@named(SHIPPED)
def test_imports_keep_to_the_packages(path):
    package = path.relative_to(ROOT).parts[0]
    forbidden = FORBIDDEN_IN.get(package, set())
    return [name for name, _ in all_imports(path) if within(name, forbidden | FORBIDDEN_EVERYWHERE)]


def part_of_core(name: str) -> tuple[int, str]:
    """Return the level of a dotted name of core, and the part that it lies in."""
    return next((level, part) for level, parts in enumerate(CORE_IN_ORDER) for part in parts if within(name, {part}))


@named((ROOT / "core").rglob("*.py"))
def test_the_parts_of_core_depend_on_each_other_in_one_direction(path):
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    level, part = part_of_core(module)
    for name, is_ours in all_imports(path):
        if is_ours and part_of_core(name)[1] != part and part_of_core(name)[0] >= max(level, 1):
            yield name


def test_no_folders_import_each_other_in_a_circle():
    """Folders side by side; what lies above several folders, such as a base class, may be used by all of them."""
    imported: dict[str, set[str]] = {}
    for path in SHIPPED:
        folder = path.parent.relative_to(ROOT).as_posix()
        for name, is_ours in all_imports(path):
            other = module_file(name)[-1].parent.relative_to(ROOT).as_posix()
            if is_ours and not f"{folder}/".startswith(f"{other}/") and not f"{other}/".startswith(f"{folder}/"):
                imported.setdefault(folder, set()).add(other)
    imported.pop(".", None)
    assert len(imported) > 10
    graphlib.TopologicalSorter({folder: others - {"."} for folder, others in imported.items()}).prepare()


@named(SHIPPED)
def test_own_modules_are_imported_relatively(path):
    """`import processing` would find QGIS's, and `import core` nothing at all."""
    own = {*PACKAGES, "plugin", "formatting", PACKAGE}
    return [name for name, is_ours in all_imports(path) if not is_ours and within(name, own)]


@named([path for path in SHIPPED if path != THE_ONE_IMPORTER])
def test_only_libraries_imports_shapely_and_pyproj(path):
    return [name for name, is_ours in all_imports(path) if not is_ours and within(name, GEOMETRY_LIBRARIES)]


def test_the_plugin_loads_with_qgis_and_the_standard_library_only():
    """Follows everything that is imported before a person measures anything: plugin, provider, algorithms, dock."""
    waiting = [ROOT / "__init__.py", ROOT / "plugin.py", *ALGORITHMS, *sorted((ROOT / "ui").glob("*.py"))]
    visited, outsiders = set(), set()
    while waiting:
        path = waiting.pop()
        if path in visited:
            continue
        visited.add(path)
        for name, is_ours in imports(path, eager_nodes(tree_of(path))):
            if is_ours:
                waiting += module_file(name)
            elif name.split(".")[0] not in {*sys.stdlib_module_names, "qgis"}:
                outsiders.add(f"{path.relative_to(ROOT)} imports {name}")
    assert sorted(outsiders) == []


# What shipped code must not do


@named(OWN)
def test_files_begin_with_licence_and_purpose(path):
    text = path.read_text(encoding="utf-8")
    if not re.match(r"(#!.*\n)?# SPDX-License-Identifier: GPL-2.0-or-later\n", text):
        yield "no licence"
    if not ast.get_docstring(tree_of(path)):
        yield "no purpose"


def violations(tree: ast.Module) -> Iterator[str]:
    """Yield what blocks an upload, hides errors, or breaks on one of Qt 5 and Qt 6."""
    for node in ast.walk(tree):
        where = f"line {getattr(node, 'lineno', 0)}: "
        if isinstance(node, ast.Assert):
            yield where + "assert"
        elif isinstance(node, ast.ExceptHandler):
            catches_all = node.type is None or ast.unparse(node.type) in ("Exception", "BaseException")
            if catches_all and all(isinstance(inner, (ast.Pass, ast.Continue)) for inner in node.body):
                yield where + "every error is swallowed"
            if node.type is None:
                yield where + "bare except"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in ("eval", "exec", "compile", "__import__", "print"):
                yield where + node.func.id
        elif isinstance(node, ast.Attribute) and node.attr == "strftime":
            yield where + "strftime writes years before 1000 with fewer digits on some systems"
        elif isinstance(node, ast.FormattedValue) and node.format_spec and "%Y" in ast.unparse(node.format_spec):
            yield where + "%Y writes years before 1000 with fewer digits on some systems"
        elif isinstance(node, ast.Attribute) and node.attr == "mkdtemp":
            yield where + "on Windows what is moved out of mkdtemp's folder stays readable by its owner alone"


@named(SHIPPED)
def test_shipped_code_is_fit_for_the_plugin_repository(path):
    return violations(tree_of(path))


def test_nothing_calls_from_ragged_array():
    """shapely 2.1.0, as in Debian 13, writes past the end of its memory there; `from_rings` makes the same polygons."""
    assert [
        f"{path.relative_to(ROOT)}, line {node.lineno}"
        for path in OWN
        for node in ast.walk(tree_of(path))
        if "from_ragged_array" in (getattr(node, "attr", ""), getattr(node, "id", ""), getattr(node, "name", ""))
    ] == []


def test_core_multiplies_no_matrices():
    """`@` and numpy's linear algebra may start threads of BLAS, and round differently on each kind of processor."""
    of_blas = re.compile(r"\bnp\.(linalg|dot|vdot|inner|matmul|einsum|tensordot|cov|polyfit)\b")
    broken = [
        f"{path.relative_to(ROOT)}, line {node.lineno}"
        for path in (ROOT / "core").rglob("*.py")
        for node in ast.walk(tree_of(path))
        if (isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult))
        or (isinstance(node, ast.Attribute) and of_blas.search(ast.unparse(node)))
    ]
    assert broken == []


def annotations(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield every node of every type hint, where the class of an enum is meant and not a member."""
    for node in ast.walk(tree):
        for hint in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if isinstance(hint, ast.AST):
                yield from ast.walk(hint)


QT_OR_QGIS_CLASS = re.compile(r"Qt|Q[A-Z]\w+|Qgs[A-Z]\w+|Qgis")
# Enums without a scope: QVariant's types have none in Qt 5, and QGIS brings these names back; the other is the enum.
SCOPELESS = {"QVariant", "QgsMapLayerType"}
CLASSES_INSIDE = re.compile(r"Type|MetaData|\w+(Options|Settings|Type|Flags?|Mode)")  # enums and classes, no members


def unscoped_enums(tree: ast.Module) -> Iterator[str]:
    """Yield members of enums that are named without their enum: `Class.Member`, for Qt and for QGIS."""
    scopes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    scopes |= {id(node) for node in annotations(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and id(node) not in scopes and isinstance(node.value, ast.Name):
            is_member = re.match(r"[A-Z].*[a-z]", node.attr) and not CLASSES_INSIDE.fullmatch(node.attr)
            owner = node.value.id
            if owner == "Qt" or (is_member and QT_OR_QGIS_CLASS.fullmatch(owner) and owner not in SCOPELESS):
                yield f"line {node.lineno}: {owner}.{node.attr}"


@named(SHIPPED)
def test_enums_of_qt_and_qgis_are_fully_scoped(path):
    """`Qt.AlignRight` is gone in Qt 6; `Qt.AlignmentFlag.AlignRight` works in both."""
    return unscoped_enums(tree_of(path))


# What Qt 6 (PyQt6) and QGIS 4 no longer have, or QGIS has deprecated, and what works on all of them. Sources: Qt's
# pages of changes in Qt 6, the classes of PyQt6, and QGIS's list of backwards incompatible and deprecated API.
GONE_NAMES = {
    "QRegExp": "QRegularExpression",
    "QRegExpValidator": "QRegularExpressionValidator",
    "QDesktopWidget": "QGuiApplication.primaryScreen()",
    "QTextCodec": "bytes.decode",
    "QMatrix": "QTransform",
    "QStringRef": "str",
    "QLinkedList": "list",
    "QGLWidget": "no OpenGL",
    "QXmlSimpleReader": "QXmlStreamReader",
    "QXmlDefaultHandler": "QXmlStreamReader",
    "QSound": "no sound",
    "QtWebKit": "no web view",
    "QtWebKitWidgets": "no web view",
    "QtWebEngineWidgets": "no web view",
    "QtScript": "Python",
    "QtXmlPatterns": "Python",
    "QtChart": "ui/results/chart.py",
    "QgsWebView": "no web view",
    "QgsWebPage": "no web view",
    "QgsLayoutItemHtml": "QgsLayoutItemLabel",
    "QgsComposition": "QgsPrintLayout",
    "AlgorithmDialog": "processing.createAlgorithmDialog",
    "resources_rc": "files by their path",
}
GONE_METHODS = {
    "exec_": "exec",
    "print_": "print",
    "stateChanged": "toggled: its int equals no member of Qt.CheckState on Qt 6",
    "desktop": "QGuiApplication.primaryScreen()",
    "toTime_t": "toSecsSinceEpoch",
    "fromTime_t": "fromSecsSinceEpoch",
    "setResizeMode": "setSectionResizeMode",
    "getContentsMargins": "contentsMargins",
    "setCodec": "setEncoding",
    "grabWidget": "QWidget.grab",
    "viewOptions": "initViewItemOption",
    "setItemHidden": "QTreeWidgetItem.setHidden",
    "HighQualityAntialiasing": "Antialiasing",
    "MidButton": "MiddleButton",
    "AA_EnableHighDpiScaling": "nothing: Qt 6 always scales",
    "AA_UseHighDpiPixmaps": "nothing: Qt 6 always scales",
    "SystemLocaleShortDate": "QLocale",
    "DefaultLocaleShortDate": "QLocale",
    "SystemLocaleLongDate": "QLocale",
    "DefaultLocaleLongDate": "QLocale",
    "SkipEmptyParts": "Qt.SplitBehaviorFlags.SkipEmptyParts",
    "posF": "position where there is one",
    "writeAsVectorFormat": "writeAsVectorFormatV3",
    "writeAsVectorFormatV2": "writeAsVectorFormatV3",
    "parameterAsFields": "parameterAsStrings where there is one",
    "toProj4": "toProj",
}
GONE_OF_EVENTS = ("x", "y", "globalX", "globalY", "localPos", "windowPos", "screenPos", "delta", "orientation")
# Where the older form is asked for only if the newer one is missing.
BOTH_FORMS = {("processing/inputs/run_parameters.py", "parameterAsFields"), ("ui/setup/time_strip.py", "localPos")}
FIELD_MAKER = "processing/outputs/features.py"  # chooses QMetaType or QVariant by the version of QGIS


def gone(tree: ast.Module, name: str) -> Iterator[str]:
    """Yield what Qt 6 or QGIS 4 does not have; `name` is the file's, from the root."""
    for node in ast.walk(tree):
        where = f"line {getattr(node, 'lineno', 0)}: "
        used = []
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            dotted = [*(getattr(node, "module", "") or "").split("."), *(alias.name for alias in node.names)]
            used = [part for part in dotted if part in GONE_NAMES]
        elif isinstance(node, ast.Name) and node.id in GONE_NAMES:
            used = [node.id]
        yield from (f"{where}{part}: use {GONE_NAMES[part]}" for part in used)
        if isinstance(node, ast.Attribute):
            receiver = ast.unparse(node.value)
            if node.attr in GONE_METHODS and (name, node.attr) not in BOTH_FORMS:
                yield f"{where}{node.attr}: use {GONE_METHODS[node.attr]}"
            if node.attr == "width" and re.search(r"[mM]etrics(\(\))?$", receiver):
                yield f"{where}width of a font's metrics: use horizontalAdvance"
            if receiver == "event" and node.attr in GONE_OF_EVENTS and (name, node.attr) not in BOTH_FORMS:
                yield f"{where}event.{node.attr}: use position where there is one"
            if receiver == "QVariant" and node.attr in ("Type", "Invalid", "nameToType", "typeToName"):
                yield f"{where}QVariant.{node.attr}: use QMetaType"
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "QgsField" and name != FIELD_MAKER:
            typed = [one for one in node.args if re.match(r"QVariant|QMetaType", ast.unparse(one))]
            for _ in typed:
                yield f"{where}QgsField of a type: QVariant is gone from QGIS 4, QMetaType fails before 3.38"
        if isinstance(node, ast.FunctionDef) and node.name in (
            "dropEvent",
            "dragMoveEvent",
            "wheelEvent",
            "enterEvent",
        ):
            moves = [inner for inner in ast.walk(node) if isinstance(inner, ast.Attribute) and inner.attr == "pos"]
            yield from (f"line {move.lineno}: {node.name} has no pos" for move in moves)
        if isinstance(node, ast.Call) and re.match(r"QDateTime\(QDate(\.\w+)?\([^()]*\)\)$", ast.unparse(node)):
            yield f"{where}QDateTime of a date alone: give the time too"


@named(SHIPPED)
def test_nothing_is_used_that_qt_6_or_qgis_4_removed(path):
    return gone(tree_of(path), path.relative_to(ROOT).as_posix())


@pytest.mark.parametrize(
    "code",
    [
        "from qgis.PyQt.QtCore import QRegExp",
        "from qgis.PyQt.QtWebKitWidgets import QWebView",
        "from processing.gui import AlgorithmDialog",
        "dialog.exec_()",
        "box.stateChanged.connect(changed)",
        "QApplication.desktop().width()",
        "self.fontMetrics().width(text)",
        "x = event.x()",
        "field = QgsField('a', QVariant.Int)",
        "field = QgsField('a', QMetaType.Type.Int)",
        "kind = QVariant.Type",
        "QDateTime(QDate(2025, 6, 1))",
        "QgsVectorFileWriter.writeAsVectorFormat(layer, path)",
        "class A:\n    def dropEvent(self, event):\n        return event.pos()",
        "image.setPen(Qt.red)",
        "frame.setFrameShape(QFrame.NoFrame)",
        "task = QgsTask('', QgsTask.CanCancel)",
        "level = Qgis.Warning",
        "parameter.setFlags(QgsProcessingParameterDefinition.FlagAdvanced)",
    ],
)
def test_what_is_gone_is_recognised(code):
    tree = ast.parse(code)
    assert [*gone(tree, "ui/x.py"), *unscoped_enums(tree)]


@pytest.mark.parametrize(
    "code",
    [
        "from qgis.PyQt.QtCore import QRegularExpression",
        "dialog.exec()",
        "self.fontMetrics().horizontalAdvance(text)",
        "image.setPen(Qt.GlobalColor.red)",
        "frame.setFrameShape(QFrame.Shape.NoFrame)",
        "def f(error: QProcess.ProcessError) -> QFrame.Shape: ...",
        "options = QgsVectorLayer.LayerOptions()",
        "kind = QVariant.String",
        "QDateTime(QDate(2025, 6, 1), QTime(0, 0))",
        "class A:\n    def mousePressEvent(self, event):\n        return event.pos()",
        "width = self.width()",
    ],
)
def test_what_works_on_both_is_left_alone(code):
    tree = ast.parse(code)
    assert [*gone(tree, "ui/x.py"), *unscoped_enums(tree)] == []


# Texts that stand elsewhere: core knows no Qt, so its errors carry their English sentence and processing looks up what
# it says in other languages; and what an algorithm is called is written out in its class, marked by QT_TRANSLATE_NOOP.
WRITTEN_OUT_ELSEWHERE = {
    "error.template",
    "self.TITLE",
    "self.PURPOSE",
    "self.TAGS_TRANSLATED",
    "GROUPS[self.GROUP]",
    "self.heading",
    "text_of_model",
}


def untranslatable(tree: ast.Module) -> Iterator[str]:
    """Yield calls of translate whose context or text lupdate cannot read from the source."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("translate", "tr"):
            for argument in node.args[:2]:
                written_out = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                if not written_out and ast.unparse(argument) not in WRITTEN_OUT_ELSEWHERE:
                    yield f"line {node.lineno}: {ast.unparse(argument)}"


@named(ALGORITHMS)
def test_what_an_algorithm_is_called_is_marked_for_translation(path):
    """`TITLE = "Reach"` without the mark would stay English for ever."""
    names = {"TITLE", "PURPOSE", "TAGS_TRANSLATED"}
    marked = {
        ast.unparse(target): ast.unparse(node.value.func) if isinstance(node.value, ast.Call) else ""
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Assign)
        for target in node.targets
        if ast.unparse(target) in names
    }
    return sorted(name for name in names if marked.get(name) != "QT_TRANSLATE_NOOP")


@named([path for path in SHIPPED if path.relative_to(ROOT).parts[0] not in ("core", "sample")])
def test_texts_are_written_out_where_they_are_translated(path):
    """No f-string and no format inside: the text is looked up first and filled in afterwards."""
    return untranslatable(tree_of(path))


# What tests must not do


def private_names(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield (where, name) of attributes, imports and texts that begin with one underscore."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield f"line {node.lineno}", node.attr
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"line {node.lineno}", alias.name) for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("setattr", "delattr", "setitem")):
            names = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
            yield from ((f"line {node.lineno}", name.split(".")[-1]) for name in names if isinstance(name, str))


def defined_names(tree: ast.Module) -> set[str]:
    """Return the functions and methods of a file, and the attributes that it gives to `self`."""
    nodes = list(ast.walk(tree))
    attributes = [node for node in nodes if isinstance(node, ast.Attribute)]
    return {
        *(node.name for node in nodes if isinstance(node, (ast.FunctionDef, ast.ClassDef))),
        *(node.attr for node in attributes if ast.unparse(node.value) == "self"),
    }


@named(path for path in OWN if path.relative_to(ROOT).parts[0] == "tests")
def test_tests_touch_no_private_part_of_the_code(path):
    """What only the code itself may use can change any day; a test of it says nothing about what people get."""
    own = {*defined_names(tree_of(path)), "_exit", "_replace"}  # os._exit, and what every named tuple has
    names = [(where, name) for where, name in private_names(tree_of(path)) if re.match(r"_[^_]", name)]
    return [f"{where}: {name}" for where, name in names if name not in own]


# What is listed and what lies there


def class_constants(path: Path) -> dict[str, str]:
    """Return the text constants of the classes in a file: `BEFORE = "BEFORE"`."""
    return {
        statement.targets[0].id: statement.value.value
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef)
        for statement in node.body
        if isinstance(statement, ast.Assign)
        and isinstance(statement.targets[0], ast.Name)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    }


@named(ALGORITHMS)
def test_constants_of_parameters_equal_their_names(path):
    constants = class_constants(path).items()
    return [f'{name} = "{value}"' for name, value in constants if value.isupper() and name != value]


def test_algorithms_are_short():
    """Declaration and run fit on a few screens; reading, figures and texts have packages of their own."""
    lines = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in ALGORITHMS}
    assert {name: count for name, count in lines.items() if count > LONGEST_ALGORITHM_LINES} == {}


def style_keys() -> set[str]:
    table = next(
        node.value
        for node in tree_of(ROOT / "styles" / "__init__.py").body
        if isinstance(node, (ast.Assign, ast.AnnAssign))
        and ast.unparse(node.target if isinstance(node, ast.AnnAssign) else node.targets[0]) == "STYLES"
    )
    return {key.value for key in table.keys}


def test_every_style_has_its_file_and_every_file_is_a_style():
    assert sorted(style_keys() ^ {path.stem for path in (ROOT / "styles").glob("*.qml")}) == []


def test_every_style_is_used():
    """Some code that shows layers names it: an algorithm, the dock or the demo's map."""
    users = [*(ROOT / "processing").rglob("*.py"), *(ROOT / "ui").rglob("*.py"), ROOT / "tools" / "demo_map.py"]
    assert sorted(style_keys() - texts_in(users)) == []


def test_the_list_of_resources_is_what_lies_there():
    listed = re.findall(r"<file>([^<]+)</file>", (ROOT / "resources.qrc").read_text(encoding="utf-8"))
    there = [*(ROOT / "icons").iterdir(), *(ROOT / "ui").rglob("*.ui"), *(ROOT / "processing").rglob("*.png")]
    assert sorted(listed) == sorted(path.relative_to(ROOT).as_posix() for path in there)


@named(SHIPPED)
def test_icons_named_in_the_code_exist(path):
    text = path.read_text(encoding="utf-8")
    named_icons = re.findall(r"""["']([\w-]+\.svg)["']""", text)
    return [name for name in named_icons if not (ROOT / "icons" / name).is_file()]


def test_metadata():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    metadata = parser["general"]
    assert metadata["qgisMinimumVersion"] == "3.22"
    assert metadata["qgisMaximumVersion"] == "4.99"
    assert metadata["hasProcessingProvider"] == "yes"
    assert (ROOT / metadata["icon"]).is_file()
    assert f"\n## [{metadata['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_requirements_file_that_a_plugin_installer_would_act_on():
    assert not (ROOT / "requirements.txt").exists()


# Public names


def texts_in(paths) -> set[str]:
    """Return every text constant written in these files."""
    return {
        node.value
        for path in paths
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


TEXTS_OF_PROCESSING = texts_in((ROOT / "processing").rglob("*.py"))


@every("algorithm", PUBLIC)
def test_public_names_are_still_written_somewhere(algorithm):
    """The level in QGIS asks the registry itself; this one notices a rename without QGIS."""
    names = PUBLIC[algorithm]
    expected = {algorithm.split(":")[1], *names["inputs"], *names["numbers"], *names["strings"], *names["layers"]}
    expected |= {field for fields in names["layers"].values() for field in fields}
    return sorted(expected - TEXTS_OF_PROCESSING)


IDS = {algorithm.split(":")[1] for algorithm in PUBLIC}


def test_every_algorithm_has_a_help_page_and_every_help_page_an_algorithm():
    assert sorted(IDS ^ {path.stem.split("_")[0] for path in (ROOT / "processing" / "help").glob("*.md")}) == []


def test_every_file_among_the_algorithms_is_one_that_is_public():
    assert sorted(IDS ^ {class_constants(path).get("NAME", path.name) for path in ALGORITHMS}) == []


def test_every_file_among_the_models_is_one_that_is_public():
    assert {path.name for path in (ROOT / "models").iterdir()} == {f"{key.split(':')[1]}.model3" for key in MODELS}


@named((ROOT / "processing" / "help").glob("*.md"))
def test_a_help_page_is_more_than_a_title(path):
    if (characters := len(path.read_text(encoding="utf-8"))) < 1500:
        yield f"{characters} characters"


# Benchmarks


@every("path", sorted((ROOT / "benchmarks").rglob("*.py")))
def test_a_benchmark_names_modules_that_exist(path):
    """The comparison of one pair stopped when modules of core had moved, and nobody noticed."""
    for module in re.findall(r'plugin_module\(\s*"([\w.]+)"\s*\)', path.read_text(encoding="utf-8")):
        file = ROOT / module.replace(".", "/")
        if not (file.with_suffix(".py").exists() or (file / "__init__.py").exists()):
            yield f"{module} is no module"
