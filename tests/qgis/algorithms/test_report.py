# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:report: a folder whose pictures, captions and tables say the same, whole or not at all."""

import csv
import getpass
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from datetime import datetime, timedelta, timezone
from html.parser import HTMLParser

import pytest
from frontline_change.processing.report import tables
from frontline_change.processing.report.measured import Period, span_of
from layers import box, box_km2, layer, maps
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsProviderRegistry,
)
from qgis.PyQt.QtGui import QImage

WEST, SOUTH = 30.0, 50.0
EASTS = {"2025-04-01": 31.0, "2025-05-01": 31.1, "2025-06-01": 31.3, "2025-07-01": 31.25}
FILES = {
    *("report.html", "caption.en.md", "page.pdf", "page.png", "months.png", "chart.png", "chart.svg", "report.gpkg"),
    *("project.qgz", "method.json", "tables/sectors.csv", "tables/periods.csv", "tables/tidy.csv"),
    *("sectors/north.png", "sectors/south.png"),
}


class Page(HTMLParser):
    """The pictures, links and texts of a page."""

    def __init__(self, text):
        super().__init__()
        self.images, self.links, self.texts = {}, [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "img":
            self.images[found["src"]] = found["alt"]
        if tag == "a":
            self.links.append(found["href"])

    def handle_data(self, data):
        self.texts.append(data)


def series():
    return maps(*((day, box(WEST, SOUTH, east, SOUTH + 1)) for day, east in EASTS.items()))


def given(**more):
    sectors = layer(
        "regions",
        box(29, SOUTH, 33, SOUTH + 0.5),
        box(29, SOUTH + 0.5, 33, SOUTH + 1),
        fields="name:string",
        rows=[["south"], ["north"]],
    )
    theatre = layer("land", box(29, SOUTH - 1, 33, SOUTH + 2))
    return {"SNAPSHOTS": series(), "SECTORS": sectors, "THEATRE": theatre, "LANGUAGE": ["en"], "DPI": 40, **more}


def run(feedback=None, **parameters):
    from qgis import processing

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return processing.run("frontline:report", parameters, context=context, feedback=feedback or QgsProcessingFeedback())


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def files_in(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("reports") / "may"


@pytest.fixture
def report(folder, frontline, in_english):
    """The report of May 2025, made once."""
    if not folder.exists():
        outputs = run(
            **given(FIRST_DATE="2025-05-01", LAST_DATE="2025-05-31", SIDE_NAME="Blue forces", REPORT=str(folder))
        )
        (folder.parent / "outputs.json").write_text(json.dumps(outputs), encoding="utf-8")
    return json.loads((folder.parent / "outputs.json").read_text(encoding="utf-8"))


def test_all_files_are_there_and_no_others(report, folder):
    assert files_in(folder) == FILES
    assert [path.name for path in folder.parent.iterdir() if path.name.startswith(".")] == []


def test_the_headline_is_the_change_of_the_month(report):
    gained = f"{box_km2(31.1, SOUTH, 31.3, SOUTH + 1):,.0f} km²"
    assert report["TITLE"] == f"Blue forces gained {gained} and lost none"
    assert report["HEADLINE"].startswith(
        f"{report['TITLE']} between 1 May 2025 and 1 June 2025: a net change of +{gained}"
    )


def test_every_printed_number_is_the_rounded_cell_of_a_table(report, folder):
    """Of all km², km in the captions and the page of HTML."""
    cells = {
        float(value)
        for name in ("sectors", "periods")
        for row in rows(folder / "tables" / f"{name}.csv")
        for key, value in row.items()
        if value and re.search(r"_km2?(_day)?$", key)
    }
    sums = {}
    for name in ("sectors", "periods"):
        for row in rows(folder / "tables" / f"{name}.csv"):
            if row["net_km2"]:
                for key in ("gained_km2", "lost_km2", "net_km2", "net_km2_day"):
                    at = (name, row.get("period"), key)
                    sums[at] = sums.get(at, 0.0) + float(row[key])
    card = json.loads((folder / "method.json").read_text(encoding="utf-8"))
    known = cells | set(sums.values()) | {card["net_se_km2"], card["noise_width_m"] / 1000}
    text = "\n".join(
        [
            (folder / "caption.en.md").read_text(encoding="utf-8"),
            " ".join(Page((folder / "report.html").read_text(encoding="utf-8")).texts).split("Method card")[0],
        ]
    )
    printed = re.findall(r"([+−]?[\d,]+(?:\.\d+)?) (km²|km)", text)
    assert len(printed) > 40
    for number, _ in printed:
        value = float(number.replace(",", "").replace("−", "-"))
        decimals = len(number.partition(".")[2])
        assert any(abs(abs(value) - abs(one)) <= 0.5001 * 10**-decimals for one in known), number


def test_the_tables_hold_the_areas_known_by_hand(report, folder):
    sectors = {row["sector"]: row for row in rows(folder / "tables/sectors.csv")}
    for name, south in (("south", SOUTH), ("north", SOUTH + 0.5)):
        assert float(sectors[name]["gained_km2"]) == pytest.approx(box_km2(31.1, south, 31.3, south + 0.5), abs=0.01)
    named = [*dict.fromkeys(row["period"] for row in rows(folder / "tables/periods.csv") if row["date_after"])]
    assert named[:3] == ["2025-04", "2025-05", "2025-06"]
    tidy = [row for row in rows(folder / "tables/tidy.csv") if row["measure"] == "net" and row["sector"] == "north"]
    assert {row["unit"] for row in tidy} == {"km2", "km2_day"}
    assert [row["period"] for row in tidy if row["unit"] == "km2"][:3] == named[:3]


def test_every_picture_has_an_alternative_text_and_every_link_a_file(report, folder):
    page = Page((folder / "report.html").read_text(encoding="utf-8"))
    assert set(page.images) == {name for name in FILES if name.endswith(".png")}
    assert all(len(text) > 20 for text in page.images.values())
    assert {name for name in page.links if not (folder / name).is_file()} == set()
    caption = (folder / "caption.en.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\]\(([^)]+)\)", caption)) == set(page.images)
    html = (folder / "report.html").read_text(encoding="utf-8")
    assert "http" not in html, "nothing is loaded from the network"


def test_the_pictures_are_ones(report, folder):
    for name in (name for name in FILES if name.endswith(".png")):
        assert not QImage(str(folder / name)).isNull(), name
    assert ET.parse(folder / "chart.svg").getroot().tag.endswith("svg")
    assert (folder / "page.pdf").read_bytes().startswith(b"%PDF-")


def test_the_project_opens_with_its_layers_and_styles(report, folder):
    project = QgsProject()
    assert project.read(str(folder / "project.qgz"))
    layers = {one.name(): one for one in project.mapLayers().values()}
    assert {"CHANGE", "GAINED", "LOST", "DEPTH", "HELD", "FRONTS"} <= set(layers)
    assert all(one.isValid() for one in layers.values())
    assert layers["GAINED"].renderer().type() == "categorizedSymbol"
    assert project.crs().toProj().startswith("+proj=laea")
    found = QgsProviderRegistry.instance().querySublayers(str(folder / "report.gpkg"))
    assert {"CHANGE", "GAINED", "LOST", "DEPTH", "HELD", "FRONTS"} <= {one.name() for one in found}


def test_a_moved_folder_keeps_its_project(report, folder, tmp_path):
    import shutil

    shutil.copytree(folder, tmp_path / "elsewhere")
    project = QgsProject()
    assert project.read(str(tmp_path / "elsewhere" / "project.qgz"))
    own = [one.source() for one in project.mapLayers().values() if "report.gpkg" in one.source()]
    assert len(own) >= 6
    assert all(str(tmp_path / "elsewhere") in source for source in own)


def test_several_languages_and_the_last_complete_period(frontline, in_english, tmp_path):
    outputs = run(**given(LANGUAGE=["de", "uk"], REPORT=str(tmp_path / "r")))
    assert outputs["TITLE"].startswith("Die Seite: ")
    assert {"report.html", "report.uk.html", "caption.de.md", "caption.uk.md", "page.uk.pdf"} <= files_in(
        tmp_path / "r"
    )
    german = (tmp_path / "r" / "caption.de.md").read_text(encoding="utf-8")
    assert "Juni 2025, nach den Karten vom 1. Juni 2025 und 1. Juli 2025" in german
    assert '<html lang="uk">' in (tmp_path / "r" / "report.uk.html").read_text(encoding="utf-8")


def plain(*dated, **more):
    """A report without sectors and theatre."""
    return {"SNAPSHOTS": maps(*dated), "LANGUAGE": ["en"], "DPI": 40, **more}


WEST_HALF = box(WEST, SOUTH, 31, SOUTH + 1)


@pytest.mark.parametrize(
    ("dated", "title"),
    [
        (
            [("2025-04-01", WEST_HALF), ("2025-05-01", WEST_HALF), ("2025-06-01", WEST_HALF)],
            "no change between the two maps",
        ),
        (
            [("2025-05-01", WEST_HALF), ("2025-06-01", box(31.2, SOUTH, 31.3, SOUTH + 1))],
            f"gained {box_km2(31.2, SOUTH, 31.3, SOUTH + 1):,.0f} km² and lost",
        ),
        ([("2025-05-01", WEST_HALF), ("2025-06-01", box(WEST, SOUTH, 30.001, SOUTH + 1))], "and gained none"),
    ],
)
def test_without_sectors_and_theatre_and_whatever_moved(frontline, in_english, tmp_path, dated, title):
    outputs = run(**plain(*dated, REPORT=str(tmp_path / "r")))
    assert title in outputs["TITLE"]
    assert {"report.html", "months.png", "page.pdf"} <= files_in(tmp_path / "r")
    assert not [name for name in files_in(tmp_path / "r") if name.startswith("sectors/")]


def test_sectors_whose_names_make_no_file_names(frontline, in_english, tmp_path):
    """Two names that differ in what files cannot have, and one that has nothing else."""
    names = ["A/B", "A:B", "***"]
    shapes = [box(29, SOUTH + third / 3, 33, SOUTH + (third + 1) / 3) for third in range(3)]
    sectors = layer("regions", *shapes, fields="name:string", rows=[[name] for name in names])
    outputs = run(**{**given(REPORT=str(tmp_path / "r")), "SECTORS": sectors})
    found = [name for name in files_in(tmp_path / "r") if name.startswith("sectors/")]
    assert len(found) == 3
    page = Page((tmp_path / "r" / "report.html").read_text(encoding="utf-8"))
    assert set(found) <= set(page.images)
    assert outputs["TITLE"]


def test_places_are_on_the_page(frontline, in_english, tmp_path):
    places = layer("towns", "POINT(30.9 50.5)", kind="Point", fields="name:string", rows=[["Hal"]])
    run(**given(PLACES=places, REPORT=str(tmp_path / "r")))
    assert "page.png" in files_in(tmp_path / "r")


def test_a_folder_that_is_a_file_is_refused(frontline, tmp_path):
    (tmp_path / "r").write_text("mine", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="cannot be written"):
        run(**given(REPORT=str(tmp_path / "r")))
    assert files_in(tmp_path) == {"r"}
    assert (tmp_path / "r").read_text(encoding="utf-8") == "mine"


def period(name, is_complete=True):
    day = datetime.fromisoformat(f"{name}-01").replace(tzinfo=timezone.utc)
    return Period(name, is_complete, day, day + timedelta(days=30), 10.0, 2.0)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, ["2025-05"]),  # the last complete one
        ("2025-05-01", None, ["2025-05", "2025-06"]),
        (None, "2025-05-31", ["2025-04", "2025-05"]),
        ("2025-04-01", "2025-04-30", ["2025-04"]),
    ],
)
def test_the_span_of_a_report(first, last, expected):
    periods = [period("2025-04"), period("2025-05"), period("2025-06", is_complete=False)]
    days = (day and datetime.fromisoformat(day).replace(tzinfo=timezone.utc) for day in (first, last))
    assert [one.name for one in span_of(periods, *days)] == expected


def test_no_file_names_the_account_that_made_it(report, folder):
    """Reports are published; some who make them live dangerously."""
    account = getpass.getuser().encode()
    with zipfile.ZipFile(folder / "project.qgz") as archive:
        (name,) = (one for one in archive.namelist() if one.endswith(".qgs"))
        head = archive.read(name)[:20_000]
    assert b'saveUser="' + account not in head
    assert b'saveUserFull="' + account not in head
    assert b"<author>" + account not in head
    assert b"/Author" not in (folder / "page.pdf").read_bytes()


def test_a_sector_with_signs_of_expressions_has_its_page(frontline, in_english, tmp_path):
    """What broke: a backslash in a name ended the whole report."""
    names = ["a\\b", "it's"]
    shapes = box(29, SOUTH, 33, SOUTH + 0.5), box(29, SOUTH + 0.5, 33, SOUTH + 1)
    sectors = layer("regions", *shapes, fields="name:string", rows=[[name] for name in names])
    run(**{**given(REPORT=str(tmp_path / "r")), "SECTORS": sectors})
    assert len([name for name in files_in(tmp_path / "r") if name.startswith("sectors/")]) == 2


def test_what_went_to_and_fro_is_said(frontline, in_english, tmp_path):
    """From end to end nothing has moved, but in between much has."""
    there = box(WEST, SOUTH, 31.1, SOUTH + 1)
    dated = ("2025-04-01", WEST_HALF), ("2025-05-01", there), ("2025-06-01", WEST_HALF)
    outputs = run(**plain(*dated, FIRST_DATE="2025-04-01", LAST_DATE="2025-05-31", REPORT=str(tmp_path / "r")))
    assert outputs["TITLE"] == "The side: no change between the two maps"
    moved = f"{box_km2(31, SOUTH, 31.1, SOUTH + 1):,.0f} km²"
    caption = (tmp_path / "r" / "caption.en.md").read_text(encoding="utf-8")
    assert f"Added up period by period, {moved} were gained and {moved} lost." in caption
    assert "±" not in caption.split("![")[0]
    assert "give or take" not in caption


@pytest.mark.parametrize("percent", [0, 5, 30])
def test_a_report_that_is_cancelled_while_it_measures_ends_without_a_word(frontline, tmp_path, percent):
    """What broke: a traceback, since the run that was cancelled has no results."""
    feedback = QgsProcessingFeedback()
    feedback.progressChanged.connect(lambda now: now >= percent and feedback.cancel())
    assert run(feedback, **given(REPORT=str(tmp_path / "r"))) == {}
    assert files_in(tmp_path) == set()


def test_a_cancelled_report_leaves_the_folder_as_it_was(frontline, tmp_path):
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "report.html").write_text("old", encoding="utf-8")

    feedback = QgsProcessingFeedback()
    feedback.progressChanged.connect(lambda percent: percent > 65 and feedback.cancel())
    assert run(feedback, **given(REPORT=str(tmp_path / "r"))) == {}
    assert files_in(tmp_path) == {"r/report.html"}
    assert (tmp_path / "r" / "report.html").read_text(encoding="utf-8") == "old"


@pytest.mark.usefixtures("no_journals")
def test_an_earlier_report_is_replaced_as_a_whole(frontline, in_english, tmp_path):
    """What broke: pages of sectors that had changed in another month stayed among the new ones."""
    folder = tmp_path / "r"
    span = {"FIRST_DATE": "2025-05-01", "LAST_DATE": "2025-05-31", "REPORT": str(folder)}
    run(**given(LANGUAGE=["en", "de"], **span))
    assert files_in(folder) > FILES
    listed = json.loads((folder / "method.json").read_text(encoding="utf-8"))["files"]
    assert set(listed) == files_in(folder)
    card = json.loads((folder / "method.json").read_text(encoding="utf-8"))
    (tmp_path / "elsewhere.txt").write_text("not of the report", encoding="utf-8")
    card["files"] += ["../elsewhere.txt", "sectors"]
    (folder / "method.json").write_text(json.dumps(card), encoding="utf-8")
    (folder / "sectors" / "notes.txt").write_text("a person's own", encoding="utf-8")
    run(**given(**span))
    assert files_in(folder) == FILES | {"sectors/notes.txt"}
    assert (tmp_path / "elsewhere.txt").is_file()


def test_a_span_without_periods_is_refused_with_those_there_are(frontline, tmp_path):
    with pytest.raises(QgsProcessingException, match="The periods of the maps go from 2025-04 to 2025-06"):
        run(**given(FIRST_DATE="2031-01-01", REPORT=str(tmp_path / "r")))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("value", "written"),
    [("=1+1", "'=1+1"), ("-5 km", "'-5 km"), (-5.5, "-5.5"), ("@x", "'@x"), (None, ""), ("a", "a")],
)
def test_no_text_becomes_a_formula_in_a_spreadsheet(value, written):
    assert tables.cell(value) == written
