# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of the Institute for the Study of War as people have them: merged, a file per layer, from the live service."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

import pytest
from frontline_change.processing.inputs.layer_dates import layer_dates
from frontline_change.processing.inputs.layers import LayerInput
from layers import box, box_km2, layer
from qgis.core import QgsVectorLayer

CONTROL, ADVANCE, MORE = box(30, 50, 31, 51), box(31, 50, 31.1, 51), box(31, 50, 31.3, 51)
CLAIMED, COUNTER = box(31.3, 50, 31.6, 51), box(29, 50, 29.5, 51)
GROWN_KM2 = box_km2(31.1, 50, 31.3, 51)
ENGLISH = (
    "VIEW_RussiaCoTinUkraine_V3",
    "MDS_AssessedRussianAdvanceInUkraine_view",
    "VIEW_ClaimedRussianTerritoryinUkraine_V2",
    "VIEW_ClaimedUkrainianCounteroffensives_V2",
)
OLDER = (
    "RussianAssessedCoTinUkraine",
    "RussianAssessedAdvanceinUkraine",
    "RussianClaimedCoTinUkraine",
    "UkrainianClaimedCounterOffensives",
)


def merged(name, advance, claimed, names=ENGLISH):
    """A day's layers as one, with the service of each feature in the field `layer`."""
    shapes = (CONTROL, advance, claimed, COUNTER)
    return layer(name, *shapes, fields="layer:string(80)", rows=[(one,) for one in names])


def write(path, *shapes, **properties):
    """A GeoJSON file of rectangles."""
    listed = [
        {"type": "Feature", "properties": properties, "geometry": json.loads(layer_json(shape))} for shape in shapes
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": listed}), encoding="utf-8")


def layer_json(wkt):
    (feature,) = layer("one", wkt).getFeatures()
    return feature.geometry().asJson()


@pytest.mark.parametrize("ending", ["", "_view", "_V4"])
def test_merged_layers_count_control_and_advance(sectorchange, ending):
    """All polygons counted as held: what is claimed and retaken too, and the sign of a change was turned.

    Less is claimed on the second map, so that a figure with the claims has the other sign; that is said.
    """
    names = [name.lower() + ending for name in ENGLISH]
    outcome = sectorchange(
        BEFORE=merged("20230615", ADVANCE, box(31.1, 50, 32, 51)), AFTER=merged("20230701", MORE, CLAIMED, names)
    )
    assert (outcome["GAINED_KM2"], outcome["LOST_KM2"]) == pytest.approx((GROWN_KM2, 0), abs=0.01)
    assert json.loads(outcome["METHOD"])["after"]["source"] == "isw"
    (warning,) = outcome.feedback.warnings
    assert warning.startswith(f"Net of held ground alone is +{GROWN_KM2:,.0f} km², with contested and claimed ground −")


def test_the_japanese_names_and_an_unknown_layer_are_warned_of(sectorchange):
    names = ("ロシア軍支配エリア", "ロシア軍侵攻エリア", "ウクライナ", "ウクライナ軍反撃エリア")
    outcome = sectorchange(BEFORE=merged("20230512", ADVANCE, CLAIMED, names), AFTER=merged("20230701", MORE, CLAIMED))
    assert outcome["NET_KM2"] == pytest.approx(GROWN_KM2, abs=0.01)
    said = " ".join(outcome.feedback.warnings)
    assert "the class “ウクライナ” is unknown and counts as “other”" in said
    assert "“ロシア軍侵攻エリア” stands for advances and claims together" in said


@pytest.mark.parametrize("folders", [False, True])
def test_a_file_per_layer_and_day(preparesnapshots, changeseries, tmp_path, folders):
    for day, advance in (("20220901", ADVANCE), ("20220912", MORE)):
        for name, shape in zip(OLDER, (CONTROL, advance, CLAIMED, COUNTER)):
            path = tmp_path / (f"{name}/{day}.geojson" if folders else f"{day}_{name}.geojson")
            path.parent.mkdir(exist_ok=True)
            write(path, shape, FID=1)
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    found = {(row["date"].toString("yyyyMMdd"), row["class"]): row["area_km2"] for row in outcome.rows("SNAPSHOTS")}
    assert sorted(found) == [(day, key) for day in ("20220901", "20220912") for key in ("claimed", "held", "liberated")]
    assert found["20220901", "held"] == pytest.approx(box_km2(30, 50, 31.1, 51), abs=0.1)
    assert outcome["SKIPPED_COUNT"] == 0
    series = changeseries(SNAPSHOTS=outcome.layer("SNAPSHOTS"), PERIOD="snapshot")
    (row,) = series.rows("SERIES")
    assert row["net_km2"] == pytest.approx(GROWN_KM2, abs=0.01)


def test_the_dock_finds_the_classes_of_merged_layers(qgis_app):
    (found,) = layer_dates(LayerInput(merged("20230701", MORE, CLAIMED))).maps
    assert (found.source, found.classes) == ("isw", ("held", "claimed", "liberated"))


# The live service


SERVICE = "VIEW_RussiaCoTinUkraine_V3"
RING = [[30, 50], [30, 51], [31, 51], [31, 50], [30, 50]]
FIELDS = [{"name": "OBJECTID", "alias": "OBJECTID", "type": "esriFieldTypeOID"}]
WGS84 = {"wkid": 4326, "latestWkid": 4326}
DESCRIPTION = {
    **{"currentVersion": 11.2, "id": 49, "name": "Layer 49", "type": "Feature Layer", "maxRecordCount": 2000},
    **{"geometryType": "esriGeometryPolygon", "objectIdField": "OBJECTID", "fields": FIELDS},
    **{"capabilities": "Query", "supportedQueryFormats": "JSON", "spatialReference": WGS84},
    "extent": {"xmin": 30, "ymin": 50, "xmax": 31, "ymax": 51, "spatialReference": WGS84},
}
FEATURES = {
    **{"objectIdFieldName": "OBJECTID", "geometryType": "esriGeometryPolygon", "spatialReference": WGS84},
    **{"fields": FIELDS, "features": [{"attributes": {"OBJECTID": 1}, "geometry": {"rings": [RING]}}]},
}


class FeatureServer(BaseHTTPRequestHandler):
    """Answers as a feature service of ArcGIS with one polygon."""

    def do_GET(self):
        address = urlparse(self.path)
        if not address.path.endswith("/query"):
            answer = DESCRIPTION
        elif parse_qs(address.query).get("returnIdsOnly") == ["true"]:
            answer = {"objectIdFieldName": "OBJECTID", "objectIds": [1]}
        else:
            answer = FEATURES
        content = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        """Print nothing."""


@contextmanager
def feature_server():
    """The address of a running service."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), FeatureServer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/x/arcgis/rest/services/{SERVICE}/FeatureServer/49"
    server.shutdown()
    server.server_close()


def test_a_layer_of_the_live_service_is_recognised_by_its_address(sectorchange):
    with feature_server() as address:
        live = QgsVectorLayer(f"crs='EPSG:4326' url='{address}'", "Layer 49", "arcgisfeatureserver")
        assert live.isValid()
        outcome = sectorchange(BEFORE=live, BEFORE_DATE="2023-06-15", AFTER=merged("20230701", MORE, CLAIMED))
    card = json.loads(outcome["METHOD"])
    assert [card[key]["source"] for key in ("before", "after")] == ["isw", "isw"]
    assert outcome["NET_KM2"] == pytest.approx(box_km2(31, 50, 31.3, 51), abs=0.01)
    assert outcome.feedback.warnings == []
