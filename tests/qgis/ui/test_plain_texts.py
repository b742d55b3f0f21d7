# SPDX-License-Identifier: GPL-2.0-or-later
"""Names of people's layers, sectors and files are shown as they are: no HTML, no expressions, no formulas."""

import ast
import csv
import io
import json

import pytest
from checkout import ROOT
from frontline_change.ui.plain_texts import PlainTips, plain_tip
from frontline_change.ui.setup.choices import AFTER, BEFORE
from layers import box, layer
from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QLabel, QWidget

RUN_MS = 60_000
HOSTILE = "<img src=x><b>x [% 1+1 %] &amp; {0} %s"
TAG = "<img src=x>"

pytestmark = pytest.mark.usefixtures("frontline", "in_english")


def becomes_html(text):
    """Whether Qt would show a text with the name in it as HTML."""
    return TAG in text and Qt.mightBeRichText(text)


def indexes(model, parent=None):
    """All cells of a model, with those below them."""
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            yield model.index(row, column, parent)
        yield from indexes(model, model.index(row, 0, parent))


def interpreted(top):
    """What of the widgets would show the name as HTML: class and text."""
    found = []
    for widget in [top, *top.findChildren(QWidget)]:
        tips = [widget.toolTip(), widget.whatsThis(), widget.statusTip()]
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            tips.append(widget.text())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            roles = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole, Qt.ItemDataRole.StatusTipRole)
            cells = list(indexes(widget.model()))
            if isinstance(widget.itemDelegate(), PlainTips):
                tips += [widget.itemDelegate().tip(index) for index in cells]
            else:
                tips += [str(index.data(role) or "") for index in cells for role in roles]
        tips += [action.toolTip() for action in widget.actions()]
        found += [(type(widget).__name__, tip) for tip in tips if becomes_html(tip)]
    return found


@pytest.fixture
def measured(dock, project, qtbot):
    """The dock after a run with hostile names everywhere."""
    maps = [
        layer(f"front_2025-06-02 {HOSTILE}", box(36, 48, 37, 49)),
        layer(f"front_2025-07-02 {HOSTILE}", box(36, 48, 37.1, 49)),
        layer(f"torn_2025-07-02 {HOSTILE}", box(36, 48, 37, 49), fields="date:string", rows=[("03/04/2025",)]),
    ]
    sectors = layer(
        f"regions {HOSTILE}",
        *(box(35, 48.5, 38, 50), box(35, 47, 38, 48.5)),
        fields=f"name:string,{TAG}:string",
        rows=[(HOSTILE, "a"), (f"=1+1 {HOSTILE}", "b")],
    )
    project.addMapLayers([*maps, sectors])
    qtbot.waitUntil(lambda: dock.measure_button.isEnabled(), timeout=RUN_MS)
    dock.choose(BEFORE, maps[0])
    dock.choose(AFTER, maps[1])
    dock.dates[BEFORE].setText(f"{TAG} soon")
    assert interpreted(dock.dock) == []
    dock.dates[BEFORE].setText("2025-06-02")
    dock.choose_mode("pair")
    dock.measure(qtbot)
    return dock


def test_no_text_in_the_dock_becomes_html(measured):
    dock = measured
    assert HOSTILE in dock.headline.text()
    assert HOSTILE in "".join(dock.shown("sector"))
    shown = [index.data() for index in indexes(dock.results.history.tree.model())]
    assert any(HOSTILE in text for text in shown)
    assert interpreted(dock.dock) == []
    for number in range(dock.tabs.count()):
        dock.tabs.setCurrentIndex(number)
        assert interpreted(dock.dock) == []


def test_a_tooltip_shows_a_name_as_it_is():
    tip = plain_tip(f"{HOSTILE}\nsecond line")
    assert "&lt;img src=x&gt;&lt;b&gt;x [% 1+1 %] &amp;amp;" in tip
    assert "<br>second line" in tip
    assert plain_tip("no tag & no harm\nsecond") == "no tag & no harm\nsecond"


def test_a_table_for_a_spreadsheet_has_no_formulas(measured, tmp_path):
    measured.table.export_csv(str(tmp_path / "table.csv"))
    text = (tmp_path / "table.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["Sector"] for row in rows} >= {HOSTILE, f"'=1+1 {HOSTILE}"}
    copied = measured.table.text(selected_only=False)
    assert f"\n'=1+1 {HOSTILE}\t" in copied


def test_a_saved_history_cannot_bring_html(dock, project):
    run = {"when": TAG, "algorithm": f"frontline:{TAG}", "headline": HOSTILE, "parameters": {TAG: HOSTILE}}
    project.writeEntry("frontline_change", "history", json.dumps([run]))
    dock.presenter.history.load(project)
    assert dock.results.history.tree.topLevelItemCount() == 1
    assert interpreted(dock.dock) == []


# Tooltips that are no texts of ours alone, in the code

OURS = {
    "tip",
    "nothing",
    "_date_help()",
    "self.tip(index) if index.isValid() else ''",
    "definition.help() or definition.description()",
}  # texts of ours, given to a helper


def test_every_tooltip_in_the_code_is_plain():
    """Texts of ours may be HTML, so only calls with other values need `plain_tip`."""
    wild = []
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr not in ("setToolTip", "showText", "setWhatsThis", "setStatusTip"):
                continue
            argument = ast.unparse(node.args[1 if len(node.args) > 1 else 0])
            if node.func.attr == "showText" and "QToolTip" not in ast.unparse(node.func):
                continue
            is_ours = argument in OURS or (
                argument.startswith(("tr(", "QCoreApplication.translate("))
                and argument.count(".format") == argument.count(".format(key=key)")
            )
            if not is_ours and not argument.startswith("plain_tip(") and ".toString(" not in argument:
                wild.append(f"{path.relative_to(ROOT)}:{node.lineno}: {argument}")
    assert wild == []
