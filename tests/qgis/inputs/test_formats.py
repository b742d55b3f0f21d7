# SPDX-License-Identifier: GPL-2.0-or-later
"""The same maps from every kind of file that QGIS reads, and results in every kind that it writes: the same figures."""

import pytest
from layers import box, box_km2, maps
from osgeo import gdal
from qgis.core import QgsProcessingContext, QgsVectorFileWriter, QgsVectorLayer

DATED = {"2025-07-03": 31.4, "2025-05-01": 31, "2025-06-10": 31.1}  # not in the order of time
KM2 = 1e-6
DRIVERS = {
    "gpkg": "GPKG",
    "shp": "ESRI Shapefile",
    "geojson": "GeoJSON",
    "fgb": "FlatGeobuf",
    "kml": "LIBKML",
    "tab": "MapInfo File",
    "sqlite": "SQLite",
    "parquet": "Parquet",
}
TAB_KM2 = 1e-3  # a MapInfo file rounds its coordinates


@pytest.fixture
def snapshots():
    rows = ((day, box(30, 50, east, 51), day) for day, east in DATED.items())
    return maps(*rows, fields="date:date,day:string")


def driver_or_skip(ending):
    if gdal.GetDriverByName(DRIVERS[ending]) is None:
        pytest.skip(f"this GDAL has no driver {DRIVERS[ending]}")
    return DRIVERS[ending]


def saved(layer, path, driver):
    """The layer as a file of that kind, as QGIS exports it."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = driver, "maps"
    if driver == "SQLite":
        options.datasourceOptions = ["SPATIALITE=YES"]
    if driver == "GeoJSON":
        options.layerOptions = ["COORDINATE_PRECISION=15"]
    code, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsProcessingContext().transformContext(), options
    )
    assert code == QgsVectorFileWriter.NoError, message
    return path


def opened(path, ending):
    if ending == "sqlite":
        found = QgsVectorLayer(f"dbname='{path}' table=\"maps\" (geometry)", "maps", "spatialite")
    else:
        found = QgsVectorLayer(str(path), "maps", "ogr")
    assert found.isValid()
    assert found.featureCount() == len(DATED)
    return found


def figures(rows):
    return [(row["period"], row["held_before_km2"], row["held_after_km2"], row["gained_km2"]) for row in rows]


def assert_right(rows):
    assert [row["period"] for row in rows] == ["2025-05-01", "2025-06-10"]
    expected_km2 = [box_km2(31, 50, 31.1, 51), box_km2(31.1, 50, 31.4, 51)]
    # Straight edges of 2 km lie beside the parallels of the globe.
    assert [row["gained_km2"] for row in rows] == pytest.approx(expected_km2, abs=0.01)


@pytest.mark.parametrize("ending", DRIVERS)
def test_a_series_from_every_kind_of_file(changeseries, snapshots, tmp_path, ending):
    driver = driver_or_skip(ending)
    options = {"PERIOD": "snapshot", "MEASURES": "area", "DATE_FIELD": "day" if ending == "kml" else "date"}
    expected = figures(changeseries(SNAPSHOTS=snapshots, **options).rows("SERIES"))
    source = opened(saved(snapshots, tmp_path / f"maps.{ending}", driver), ending)
    rows = changeseries(SNAPSHOTS=source, **options).rows("SERIES")
    assert_right(rows)
    for found, wanted in zip(figures(rows), expected):
        assert found == pytest.approx(wanted, abs=TAB_KM2 if ending == "tab" else KM2)


def test_a_table_of_text_with_the_polygons_as_wkt(changeseries, snapshots, tmp_path):
    path = tmp_path / "maps.csv"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerOptions = "CSV", ["GEOMETRY=AS_WKT"]
    QgsVectorFileWriter.writeAsVectorFormatV3(snapshots, str(path), QgsProcessingContext().transformContext(), options)
    source = QgsVectorLayer(f"file://{path}?type=csv&wktField=WKT&crs=EPSG:4326", "maps", "delimitedtext")
    assert source.featureCount() == len(DATED)
    options = {"PERIOD": "snapshot", "MEASURES": "area", "DATE_FIELD": "date"}
    expected = figures(changeseries(SNAPSHOTS=snapshots, **options).rows("SERIES"))
    rows = changeseries(SNAPSHOTS=source, **options).rows("SERIES")
    assert_right(rows)
    for found, wanted in zip(figures(rows), expected):
        assert found == pytest.approx(wanted, abs=KM2)


@pytest.mark.parametrize("ending", DRIVERS)
def test_results_with_geometry_in_every_kind_of_file(changeseries, snapshots, tmp_path, ending):
    driver_or_skip(ending)
    options = {"SNAPSHOTS": snapshots, "DATE_FIELD": "date", "PERIOD": "snapshot"}
    wanted = [row["area_km2"] for row in changeseries(**options, GAINED="TEMPORARY_OUTPUT").rows("GAINED")]
    outcome = changeseries(**options, GAINED=str(tmp_path / f"gained.{ending}"))
    found = [float(row["area_km2"]) for row in outcome.rows("GAINED")]
    assert len(found) == 2
    assert sorted(found) == pytest.approx(sorted(wanted), abs=KM2)  # FlatGeobuf has an order of its own


@pytest.mark.parametrize("ending", ["gpkg", "csv", "geojson", "xlsx", "ods", "tab"])
def test_tables_in_every_kind_of_file(changeseries, snapshots, tmp_path, ending):
    options = {"SNAPSHOTS": snapshots, "DATE_FIELD": "date", "PERIOD": "snapshot", "MEASURES": "area"}
    wanted = [row["gained_km2"] for row in changeseries(**options).rows("SERIES")]
    outcome = changeseries(**options, SERIES=str(tmp_path / f"series.{ending}"))
    found = [float(row["gained_km2"]) for row in outcome.rows("SERIES")]
    assert len(found) == 2
    assert found == pytest.approx(wanted, abs=KM2)


@pytest.mark.parametrize("ending", ["shp", "dbf", "fgb", "sqlite"])
def test_a_table_in_a_file_that_holds_none_is_refused_at_once(changeseries, snapshots, tmp_path, ending):
    """What broke: the run went to its end, and then failed to write the table."""
    message = changeseries.refusal(SNAPSHOTS=snapshots, DATE_FIELD="date", SERIES=str(tmp_path / f"series.{ending}"))
    assert message.startswith(f"SERIES is a table without geometry, which a file “.{ending}” cannot hold.")
    assert list(tmp_path.iterdir()) == []
