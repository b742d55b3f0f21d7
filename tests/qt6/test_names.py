# SPDX-License-Identifier: GPL-2.0-or-later
"""Every module of the plugin can be imported on Qt 6, and every name of Qt in it exists there."""

import ast
import importlib
import re

from checkout import ROOT
from rules import every

FOLDERS = ("core", "processing", "ui", "styles", "layouts", "sample")
FILES = [ROOT / "plugin.py", ROOT / "formatting.py", *(p for name in FOLDERS for p in (ROOT / name).rglob("*.py"))]


def named(path):
    return path.relative_to(ROOT).as_posix()


@every("path", sorted(FILES), label=named)
def test_every_module_is_imported(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    importlib.import_module(".".join(["frontline_change", *(part for part in parts if part != "__init__")]))


def missing_names(tree: ast.Module):
    """Yield names and chains of attributes, such as `Qt.Key.Key_Escape`, that Qt 6 does not have."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt"):
            module = importlib.import_module(node.module)
            for alias in node.names:
                if hasattr(module, alias.name):
                    found[alias.asname or alias.name] = getattr(module, alias.name)
                else:
                    yield f"line {node.lineno}: {node.module}.{alias.name}"
    for node in ast.walk(tree):
        dotted = ast.unparse(node) if isinstance(node, ast.Attribute) else ""
        chain = dotted.split(".") if re.fullmatch(r"[\w.]+", dotted) else []
        thing = found.get(chain[0]) if chain else None
        for name in chain[1:]:
            if not isinstance(thing, type):
                break
            if not hasattr(thing, name):
                yield f"line {node.lineno}: {'.'.join(chain)}"
            thing = getattr(thing, name, None)


@every("path", sorted(FILES), label=named)
def test_every_name_of_qt_exists(path):
    return sorted(set(missing_names(ast.parse(path.read_text(encoding="utf-8")))))


def test_a_missing_name_is_reported():
    code = "from qgis.PyQt.QtCore import Qt, QRegExp, QDate\nQt.AlignRight\nQt.Key.Key_Escape\nQDate.currentDate().x\n"
    assert list(missing_names(ast.parse(code))) == ["line 1: qgis.PyQt.QtCore.QRegExp", "line 2: Qt.AlignRight"]
