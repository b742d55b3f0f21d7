# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS's own batch dialog: a row for each file of sectors, Run, and every row has its files with its own figures."""

import json

import pytest
from dock_view import RUN_MS
from layers import box, box_km2, layer
from qgis.core import QgsApplication, QgsProject, QgsVectorFileWriter, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

pytestmark = pytest.mark.usefixtures("frontline", "in_english", "no_layer_tree")

WEST, SOUTH, NORTH = 36.0, 48.0, 49.0
EASTS = {"20250602": 37.0, "20250702": 37.1}
CUTS = {"thirds": (48.0, 48.3, 49.0), "halves": (48.0, 48.5, 49.0), "whole": (48.0, 49.0)}  # borders of the sectors


def saved(made, path):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GeoJSON"
    QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), QgsProject.instance().transformContext(), options)
    return str(path)


def map_file(folder, day):
    return saved(layer("map", box(WEST, SOUTH, EASTS[day], NORTH)), folder / f"front_{day}.geojson")


def sector_file(folder, name):
    edges = CUTS[name]
    shapes = [box(35, south, 39, north) for south, north in zip(edges, edges[1:])]
    rows = [[f"{name} {number}"] for number in range(len(shapes))]
    return saved(layer(name, *shapes, fields="name:string", rows=rows), folder / f"{name}.geojson")


@pytest.fixture
def batch(qgis_iface, project, qtbot):
    """Makes the batch dialog of an algorithm."""
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    def make(name):
        dialog = BatchAlgorithmDialog(QgsApplication.processingRegistry().createAlgorithmById(f"frontline:{name}"))
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def fill(dialog, rows):
    """Fill the table as a person does: a row for each run, its inputs and the files of its outputs."""
    panel = dialog.mainWidget()
    panel.btnAdd.click()
    for _ in rows[2:]:
        panel.btnAdd.click()
    assert panel.batchRowCount() == len(rows)
    outputs = {definition.name() for definition in panel.alg.destinationParameterDefinitions()}
    for number, row in enumerate(rows):
        for name, value in row.items():
            column = panel.parameter_to_column[name]
            if name in outputs:
                panel.tblParameters.cellWidget(number + 1, column).setValue(value)  # the row above all fills columns
            else:
                panel.wrappers[number][column].setParameterValue(value, panel.processing_context)
    panel.checkLoadLayersOnCompletion.setChecked(False)


def run(dialog, qtbot):
    """Press Run and wait until the last row is done. QGIS 3.44 returns at once, QGIS 3.22 at the end."""
    QTest.mouseClick(dialog.runButton(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.cancelButton().isEnabled(), timeout=RUN_MS)


def read(path):
    made = QgsVectorLayer(str(path), "result", "ogr")
    assert made.isValid()
    return {feature["sector"]: feature.attributeMap() for feature in made.getFeatures()}


def test_a_batch_over_files_of_sectors(batch, qtbot, tmp_path):
    before, after = (map_file(tmp_path, day) for day in EASTS)
    dialog = batch("sectorchange")
    fill(
        dialog,
        [
            {
                "BEFORE": before,
                "AFTER": after,
                "SECTORS": sector_file(tmp_path, name),
                **dict.fromkeys(("GAINED", "LOST", "DEPTH", "FRONTS", "HELD"), ""),
                "CHANGE": str(tmp_path / f"{name}.gpkg"),
            }
            for name in CUTS
        ],
    )
    run(dialog, qtbot)
    for name, edges in CUTS.items():
        rows = read(tmp_path / f"{name}.gpkg")
        expected = {
            f"{name} {number}": box_km2(EASTS["20250602"], south, EASTS["20250702"], north)
            for number, (south, north) in enumerate(zip(edges, edges[1:]))
        }
        gained = {sector: row["gained_km2"] for sector, row in rows.items()}
        assert gained == pytest.approx({**expected, "outside all sectors": 0}, rel=1e-4, abs=0.01)
        assert {row["date_after"].toString("yyyy-MM-dd") for row in rows.values()} == {"2025-07-02"}


def test_a_batch_of_a_model_that_writes_reports(batch, qtbot, tmp_path):
    """Of the main thread alone, like every page; each report has its own sectors."""
    maps = tmp_path / "maps"
    maps.mkdir()
    for day in EASTS:
        map_file(maps, day)
    dialog = batch("monthlyreport")
    names = ["thirds", "halves"]
    fill(
        dialog,
        [
            {
                "FOLDER": str(maps),
                "SECTORS": sector_file(tmp_path, name),
                "report:REPORT": str(tmp_path / f"report of {name}"),
            }
            for name in names
        ],
    )
    run(dialog, qtbot)
    for name in names:
        report = tmp_path / f"report of {name}"
        assert (report / "report.html").is_file()
        assert json.loads((report / "method.json").read_text(encoding="utf-8"))
        text = (report / "tables" / "sectors.csv").read_text(encoding="utf-8-sig")
        assert f"{name} 0" in text
        assert not [other for other in names if other != name and other in text]
