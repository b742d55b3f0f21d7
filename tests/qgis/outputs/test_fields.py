# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of fields: what they say is on layers, in the dock and on the help pages, and a field is soon added."""

import importlib.util
import json
import re
import shutil
import sys

import help_tables
import pytest
from checkout import ROOT
from frontline_change.formatting import Units
from frontline_change.processing.field_kinds import REAL
from frontline_change.processing.outputs import fields, postprocess
from frontline_change.processing.outputs.features import qgs_fields, set_headings
from frontline_change.ui.results.columns import columns_for
from layers import box, layer
from qgis.core import QgsLayerMetadata, QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant

PUBLIC_NAMES = ROOT / "tests" / "unit" / "public_names.json"
PUBLIC = json.loads(PUBLIC_NAMES.read_text(encoding="utf-8"))
HELP = ROOT / "processing" / "help"
PRINTED = {"km2": "km²", "km2_day": "km² a day"}  # other units are called as they are printed

pytestmark = pytest.mark.usefixtures("in_english")


def every_field():
    return [(name, field) for name, table in fields.tables().items() for field in table.values()]


def test_a_field_is_the_same_in_all_tables_but_for_its_meaning():
    known = fields.by_name()
    differ = {
        field.name
        for name, field in every_field()
        if field._replace(meaning="") != known[field.name]._replace(meaning="")
    }
    assert differ == {"significant"}  # its heading says of which figure


@pytest.mark.parametrize(
    ("table", "figure", "level"),
    [
        ("CHANGE", "Net", "1.96 standard errors"),
        ("SERIES", "Net", "1.96 standard errors"),
        ("PARTS", "Area", "1.96 standard errors"),
        ("SERIES_PARTS", "Area", "1.96 standard errors"),
        ("DEPTH", "Area behind the line", "1.96 standard errors"),
        ("AXIS_ADVANCE", "Advance", "1.96 standard errors"),
        ("TRANSECTS", "NSM", "LEVEL"),
    ],
)
def test_what_is_significant_is_said_on_the_layer_in_the_dock_and_on_the_help_page(table, figure, level):
    made = QgsVectorLayer("NoGeometry", "made", "memory")
    made.dataProvider().addAttributes(qgs_fields(fields.tables()[table]).toList())
    made.updateFields()
    set_headings(made)
    heading = made.attributeDisplayName(made.fields().lookupField("significant"))
    assert heading.startswith(f"{figure} ") and heading.endswith(level)
    (column,) = [column for column in columns_for(made.fields().names()) if column.field == "significant"]
    assert column.title == heading
    meaning = fields.tables()[table]["significant"].meaning
    assert "1.96" in meaning and "95 %" in meaning and "standard error" in meaning


def test_every_field_has_a_heading_with_its_unit_and_a_meaning():
    assert [f"{name}.{field.name}" for name, field in every_field() if not (field.heading and field.meaning)] == []
    for _, field in every_field():
        unit = PRINTED.get(field.unit, field.unit)
        assert not unit or field.heading.endswith(f"({unit})"), field


def test_every_field_with_a_unit_in_its_name_has_that_unit():
    units = {"_km2_day": "km2_day", "_km2": "km2", "_km": "km", "_m_day": "m a day", "_m_unit": "m per unit"}
    units |= {"_per_km2": "", "_m": "m", "_deg": "°", "_pct": "%"}
    for _, field in every_field():
        ends = [end for end in units if field.name.endswith(end)]
        assert field.unit == units[max(ends, key=len)] if ends else field.kind != REAL or field.unit in ("", "°")


def test_a_standard_error_is_of_a_field_that_stands_beside_it():
    for name, table in fields.tables().items():
        assert [field.se_of for field in table.values() if field.se_of and field.se_of not in table] == [], name
    assert {field.name for _, field in every_field() if "_se_" in field.name} <= {
        field.name for _, field in every_field() if field.se_of
    }


# Layers


def test_a_loaded_result_has_headings_in_place_of_names():
    made = QgsVectorLayer("NoGeometry", "made", "memory")
    made.dataProvider().addAttributes(qgs_fields(fields.tables()["SERIES"]).toList())
    made.updateFields()
    postprocess.ResultStyler(None, metadata()).postProcessLayer(made, QgsProcessingContext(), QgsProcessingFeedback())
    assert [made.attributeDisplayName(index) for index in range(3)] == ["Period", "Complete", "Sector"]
    assert made.attributeDisplayName(made.fields().lookupField("net_km2")) == "Net (km²)"
    assert made.fields().lookupField("net_km2") >= 0


def test_headings_are_in_the_language_of_the_person(ukrainian):
    made = QgsVectorLayer("NoGeometry?field=net_km2:double&field=own:string", "made", "memory")
    set_headings(made)
    assert [made.attributeDisplayName(index) for index in range(2)] == ["Чиста зміна (км²)", "own"]
    (column,) = columns_for(["net_km2"])
    assert (column.title, column.unit) == ("Чиста зміна", "км²")


def metadata():
    card = QgsLayerMetadata()
    card.setHistory(["{}"])
    return card


# Help pages


@pytest.mark.parametrize("page", help_tables.PAGES, ids=lambda path: path.stem)
def test_the_tables_of_a_help_page_are_those_of_the_fields(page):
    text = page.read_text(encoding="utf-8")
    assert help_tables.with_tables(text) == text, "run make help-tables"


def test_every_table_is_on_a_help_page():
    """Those of a series are tables of a pair with some fields more, which its page names."""
    text = "".join(page.read_text(encoding="utf-8") for page in help_tables.PAGES)
    of_series = {name for name in fields.tables() if name.startswith("SERIES")}
    assert set(re.findall(r"<!-- fields (\w+) -->", text)) == set(fields.tables()) - of_series


@pytest.mark.parametrize("language", ["", "_uk"])
def test_every_public_field_is_named_on_its_help_page(language):
    lacking = []
    for algorithm, names in PUBLIC.items():
        pages = [algorithm.split(":")[1]]
        if pages == ["changeseries"]:
            pages += ["sectorchange", "classtransition"]  # whose fields a period has too, as the page says
        named = set(re.findall(r"\w+", "".join((HELP / f"{page}{language}.md").read_text("utf-8") for page in pages)))
        lacking += [
            f"{algorithm} {field}" for layer in names["layers"].values() for field in layer if field not in named
        ]
    assert lacking == []


# Adding a field


EDITS = {
    "core/change/figures.py": (
        "    net_km2: float = ",
        "    made_up_km2: float = field(metadata=_of(lambda m, days: 2 * m.gained_m2 / KM2))\n",
    ),
    "processing/outputs/fields/change.py": (
        '        area("net_km2", ',
        '        area("made_up_km2", tr("FrontlineChange", "Made up (km²)"), signed=True),\n',
    ),
    "tests/unit/public_names.json": ('"net_km2", "gained_se_km2"', '"made_up_km2", '),
}


@pytest.fixture
def with_a_new_field(tmp_path):
    """The plugin under another name, with a field more: what every edit puts before which text of a file."""
    for name in ("core", "processing", "styles", "ui", "tests/unit"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("__init__.py", "formatting.py", "metadata.txt"):
        shutil.copy(ROOT / name, tmp_path)
    for name, (before, new) in EDITS.items():
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert text.count(before) >= 1
        (tmp_path / name).write_text(text.replace(before, new + before, 1), encoding="utf-8")
    spec = importlib.util.spec_from_file_location(
        "frontline_extended", tmp_path / "__init__.py", submodule_search_locations=[str(tmp_path)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["frontline_extended"] = package
    spec.loader.exec_module(package)
    yield tmp_path
    for name in [name for name in sys.modules if name.split(".")[0] == "frontline_extended"]:
        del sys.modules[name]


def test_a_field_of_change_is_three_edits(with_a_new_field, sectorchange):
    """After them the result has it, with heading, unit, decimals and sign, and so has the interface of core."""
    from frontline_extended import core
    from frontline_extended.formatting import Units as OtherUnits
    from frontline_extended.processing.algorithms.sector_change import SectorChange
    from frontline_extended.processing.outputs.postprocess import ResultStyler
    from frontline_extended.ui.results.columns import columns_for as other_columns_for

    assert len(EDITS) == 3
    context = sectorchange.context()
    given = {
        "BEFORE": layer("front_20250602", box(30, 50, 31, 51)),
        "AFTER": layer("front_20250702", box(30, 50, 31.1, 51)),
    }
    algorithm = SectorChange().create()
    outputs, done = algorithm.run({**given, "CHANGE": "memory:"}, context, QgsProcessingFeedback())
    assert done
    made = context.takeResultLayer(outputs["CHANGE"])
    (row,) = (feature.attributeMap() for feature in made.getFeatures())
    assert row["made_up_km2"] == pytest.approx(2 * row["gained_km2"])
    assert row["gained_km2"] > 700
    names = made.fields().names()
    public = json.loads((with_a_new_field / "tests" / "unit" / "public_names.json").read_text(encoding="utf-8"))
    assert names == public["frontline:sectorchange"]["layers"]["CHANGE"]
    index = names.index("made_up_km2")
    assert made.fields()[index].type() == QVariant.Double

    ResultStyler(None, metadata()).postProcessLayer(made, context, QgsProcessingFeedback())
    assert made.attributeDisplayName(index) == "Made up (km²)"

    (column,) = (column for column in other_columns_for(names) if column.field == "made_up_km2")
    assert (column.heading, column.text({"made_up_km2": 12.34})) == ("Made up (km²)", "+12.3")
    in_miles = column.in_units(OtherUnits(area="sqmi"))
    assert (in_miles.heading, in_miles.text({"made_up_km2": 2.589988})) == ("Made up (sq mi)", "+1.0")
    assert "made_up_km2" in core.SectorChange.__dataclass_fields__


def test_without_the_edits_there_is_no_such_field():
    assert "made_up_km2" not in fields.tables()["CHANGE"]
    (column,) = columns_for(["made_up_km2"])
    assert column.in_units(Units(area="sqmi")).heading == "made_up_km2"
