# SPDX-License-Identifier: GPL-2.0-or-later
"""KML and KMZ as they are found: what is drawn in a file comes out whole, or the file is named with what to do."""

import io
import os
import zipfile
from pathlib import Path

import kml_files
import numpy as np
import pytest
from frontline_change import core
from frontline_change.core.errors import InputError
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.formats import NoFolderError, read_file
from frontline_change.core.maps.formats.kml import archive, read_kml

SEED = 20250702
FUZZED = int(200 * float(os.environ.get("FUZZ_FACTOR", "1")))
RING = "0,0,0 4,0,0 4,4,0 0,4,0 0,0,0"
SQUARE_WKT = "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"
POINT = "<Point><coordinates>1,2,3</coordinates></Point>"
LINE = "<LineString><coordinates>0,0 1,1,5</coordinates></LineString>"
NAMESPACE = 'xmlns="http://www.opengis.net/kml/2.2"'


def ring(coordinates, element="outerBoundaryIs"):
    return f"<{element}><LinearRing><coordinates>{coordinates}</coordinates></LinearRing></{element}>"


def polygon(coordinates=RING, *holes):
    return f"<Polygon>{ring(coordinates)}{''.join(ring(hole, 'innerBoundaryIs') for hole in holes)}</Polygon>"


SQUARE = polygon()


def placemark(*content):
    return f"<Placemark>{''.join(content)}</Placemark>"


def folder(name, *content):
    return f"<Folder><name>{name}</name>{''.join(content)}</Folder>"


def document(*content, name="map"):
    return f"<kml {NAMESPACE}><Document><name>{name}</name>{''.join(content)}</Document></kml>"


def kmz(**members):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as found:
        for name, member in members.items():
            found.writestr(name, member)
    return content.getvalue()


@pytest.fixture
def read(tmp_path):
    """Writes a document (bytes or text) to a file and reads it back."""

    def write_and_read(content, name="map.kml", **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_kml(path, **options)

    return write_and_read


def kinds(raw):
    return {note.kind: (note.count, note.names) for note in raw.notes}


# Geometry


@pytest.mark.parametrize(
    ("geometry", "expected"),
    [
        (SQUARE, SQUARE_WKT),
        (polygon("0,0 4,0 4,4 0,4"), SQUARE_WKT),  # open
        (polygon(" 0,0\n\t4,0\r\n4,4,7 0,4,1e3 0,0 "), SQUARE_WKT),
        (polygon("0, 0, 0 4, 0, 0 4 ,4,0 0,\n4,0 0,0,0"), SQUARE_WKT),
        (polygon("0,0\xa04,0\u20094,4\u00a00,4\xa0\ufeff0,0\u200b"), SQUARE_WKT),
        (polygon("0,0 4,0 4,4 0,4,"), SQUARE_WKT),  # the altitude is missing
        (
            polygon(RING, "1,1 1,2 2,2 2,1 1,1", "3,3 3,3.5 3.5,3.5 3,3"),
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1), (3 3, 3 3.5, 3.5 3.5, 3 3))",
        ),
        (f"<Polygon><LinearRing><coordinates>{RING}</coordinates></LinearRing></Polygon>", SQUARE_WKT),
        (
            f"<MultiGeometry>{SQUARE}{polygon('5,5 6,5 6,6')}</MultiGeometry>",
            "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
        ),
        (
            f"<MultiGeometry><MultiGeometry>{SQUARE}</MultiGeometry>{polygon('5,5 6,5 6,6')}</MultiGeometry>",
            "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
        ),
        (
            f"<MultiGeometry>{POINT}<MultiGeometry>{SQUARE}{LINE}</MultiGeometry></MultiGeometry>",
            "GEOMETRYCOLLECTION (POINT (1 2), POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)), LINESTRING (0 0, 1 1))",
        ),
        (f"<MultiGeometry>{SQUARE}</MultiGeometry>", SQUARE_WKT),
        (POINT, "POINT (1 2)"),
        (LINE, "LINESTRING (0 0, 1 1)"),
        ("<LineString><coordinates>1,2</coordinates></LineString>", "POINT (1 2)"),
        (f"<LinearRing><coordinates>{RING}</coordinates></LinearRing>", "LINESTRING (0 0, 4 0, 4 4, 0 4, 0 0)"),
        ("<Point><coordinates/></Point>", "POINT EMPTY"),
        ("<LineString/>", "LINESTRING EMPTY"),
    ],
)  # fmt: skip
def test_geometries_come_out_as_drawn_in_two_dimensions(read, geometry, expected):
    raw = read(document(placemark(geometry)))
    (found,) = raw.geometries
    assert shapely.to_wkt(found, trim=True) == shapely.to_wkt(shapely.from_wkt(expected), trim=True)
    assert raw.notes == ()
    assert raw.crs_wkt.startswith('GEOGCRS["WGS 84"')


def test_placemarks_at_any_depth_run_in_step_with_their_geometries(read):
    raw = read(document(placemark("<name>a</name>"), folder("x", folder("y", placemark("<name>b</name>", SQUARE)))))
    assert raw.values("name") == ["a", "b"]
    assert [geometry is None for geometry in raw.geometries] == [True, False]
    assert (raw.title, raw.fields, raw.styles) == ("map", ("name", "folder"), ())


def test_collapsed_rings_are_left_out_and_counted(read):
    gone = f"<MultiGeometry>{polygon('1,1 2,2 1,1')}{SQUARE}<Polygon/></MultiGeometry>"
    raw = read(document(placemark(polygon(RING, "1,1 2,2 1,1", "")), placemark(gone), placemark(polygon(""))))
    assert [geometry.area for geometry in raw.geometries] == [16, 16, 0]
    assert kinds(raw) == {"collapsed_rings": (5, ())}


def test_what_else_a_file_shows_is_counted(read):
    link = "<NetworkLink><Link><href>https://example.org/a.kml</href></Link></NetworkLink>"
    track = "<gx:Track><when>2025</when><gx:coord>1 2 3</gx:coord></gx:Track>"
    overlay = "<GroundOverlay><Icon><href>a.png</href></Icon></GroundOverlay>"
    raw = read(document(folder("x", link, overlay, SQUARE), placemark(track), placemark(SQUARE), link))
    names = ("GroundOverlay", "NetworkLink", "Polygon", "gx:Track")  # the polygon has no placemark
    assert kinds(raw) == {"parts_unread": (5, names)}
    assert len(raw.geometries) == 2


# Text


@pytest.mark.parametrize(
    "root",
    [
        "<kml>",
        f"<kml {NAMESPACE}>",
        '<kml xmlns="http://earth.google.com/kml/2.1">',
        '<kml xmlns="x" xmlns:gx="y">',
        '<!DOCTYPE kml><?xml-stylesheet href="a"?><kml>',
    ],
)
@pytest.mark.parametrize("prefix", ["", "kml:"])
def test_namespaces_and_prefixes_do_not_matter(read, root, prefix):
    text = document(folder("x", placemark("<name>a</name>", SQUARE))).replace(f"<kml {NAMESPACE}>", root)
    if prefix:  # which nobody declares
        text = text.replace("<Pl", "<kml:Pl").replace("</Pl", "</kml:Pl").replace("Polygon>", "POLYGON>")
    raw = read(text)
    assert raw.attributes == [{"name": "a", "folder": "x"}]
    assert raw.geometries[0].area == 16


NAMED = document(placemark("<name>Крим\xa0 &amp;\n край</name>", SQUARE))
DECLARATION = '<?xml version="1.0" encoding="{}"?>\n'


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "utf-8"),
        ("UTF-8", "utf-8"),
        ("UTF-8", "utf-8-sig"),
        ("", "utf-16"),
        ("UTF-16", "utf-16"),
        ("UTF-8", "utf-16"),
        ("UTF-16", "utf-8"),
        ("UTF-16", "utf-16-le"),
        ("", "utf-16-be"),
        ("UTF-8", "utf-32"),
        ("windows-1251", "cp1251"),
        ("windows-1251", "utf-8"),
        ("KOI8-R", "koi8-r"),
        ("no-such", "utf-8"),
    ],
)
def test_every_encoding_is_read(read, declared, encoding):
    text = DECLARATION.format(declared) + NAMED if declared else f"\n {NAMED}"
    raw = read((text if encoding != "koi8-r" else text.replace("\xa0", " ")).replace("Крим", "Крым").encode(encoding))
    assert raw.values("name") == ["Крым & край"]
    assert raw.notes == ()


@pytest.mark.parametrize("declared", ["", "UTF-8", "no-such"])
def test_an_encoding_that_is_assumed_is_noted(read, declared):
    raw = read((DECLARATION.format(declared) if declared else "").encode() + NAMED.encode("cp1251"))
    assert raw.values("name") == ["Крим & край"]
    assert kinds(raw) == {"encoding_assumed": (1, ("CP1251",))}


def test_entities_of_html_and_letters_that_xml_forbids_do_not_stop_a_file(read):
    raw = read(document(placemark("<name>a&nbsp;b\x0b &copy; &nobody;</name>", SQUARE)))
    assert raw.values("name") == ["a b © &nobody;"]


def test_attributes(read):
    content = (
        "<name> Зона\xa01 </name><description><![CDATA[<b>held</b><br>&amp; more]]></description>"
        '<ExtendedData><Data name="side"><displayName>x</displayName><value> ru </value></Data>'
        '<Data name="name"><value>second</value></Data><Data name="empty"><value/></Data>'
        '<SchemaData schemaUrl="#s"><SimpleData name="id">7</SimpleData><SimpleData name="km2">1.5</SimpleData>'
        '<SimpleData name="odd">?</SimpleData></SchemaData><camp:sites>14</camp:sites></ExtendedData>'
    )
    fields = "".join(
        f'<SimpleField name="{name}" type="{kind}"/>'
        for name, kind in (("id", "int"), ("km2", "float"), ("odd", "int"))
    )
    raw = read(document(f'<Schema id="s">{fields}</Schema>', placemark(content, SQUARE)))
    expected = {"name": "Зона 1", "description": "held & more", "folder": "map", "side": "ru", "data_name": "second"}
    assert raw.attributes == [{**expected, "empty": None, "id": 7, "km2": 1.5, "odd": "?", "sites": "14"}]


def test_folders_tell_the_layers_of_google_my_maps(read):
    raw = read(
        document(
            folder("ЗС РФ", placemark(SQUARE), folder("north", placemark(SQUARE))), folder("ЗСУ", placemark(SQUARE))
        )
    )
    assert raw.values("folder") == ["ЗС РФ", "ЗС РФ / north", "ЗСУ"]


# Styles


def styled(identifier, content):
    return f'<Style id="{identifier}">{content}</Style>'


def filled(colour):
    return f"<PolyStyle><color>{colour}</color></PolyStyle>"


SHARED = (
    styled("ru", filled("230000ff"))
    + styled("ua", filled("23FF0000"))
    + styled("edge", "<LineStyle><color>ff00ff00</color></LineStyle><PolyStyle><fill>0</fill></PolyStyle>")
    + styled("icons", "<IconStyle><color>ff112233</color></IconStyle>")
    + styled("any", "<PolyStyle><color>ffffffff</color><colorMode>random</colorMode></PolyStyle>")
    + '<StyleMap id="pair"><Pair><key>highlight</key><styleUrl>#ua</styleUrl></Pair>'
    "<Pair><key>normal</key><styleUrl>#ru</styleUrl></Pair></StyleMap>"
    f'<StyleMap id="own"><Pair><key>normal</key><Style>{filled("ff563412")}</Style></Pair></StyleMap>'
    '<StyleMap id="loop"><Pair><key>normal</key><styleUrl>#loop</styleUrl></Pair></StyleMap>'
    f'<gx:CascadingStyle kml:id="managed"><Style>{filled("ff030201")}</Style></gx:CascadingStyle>'
)  # fmt: skip


@pytest.mark.parametrize(
    ("content", "style", "fill", "text"),
    [
        ("<styleUrl>#ru</styleUrl>", "ru", "#ff0000", "#ff0000"),
        ("<styleUrl> #ua\n</styleUrl>", "ua", "#0000ff", "#0000ff"),
        ("<styleUrl>#pair</styleUrl>", "pair", "#ff0000", "#ff0000"),
        ("<styleUrl>#own</styleUrl>", "own", "#123456", "#123456"),
        ("<styleUrl>#managed</styleUrl>", "managed", "#010203", "#010203"),
        ("<styleUrl>#edge</styleUrl>", "edge", None, "outline #00ff00"),
        ("<styleUrl>#icons</styleUrl>", "icons", None, "icons"),
        ("<styleUrl>#any</styleUrl>", "any", None, "any"),
        ("<styleUrl>#loop</styleUrl>", "loop", None, "loop"),
        ("<styleUrl>other.kml#there</styleUrl>", "there", None, "there"),
        (
            "<styleUrl>#poly-FF5252-1200-77-nodesc</styleUrl>",
            *("poly-FF5252-1200-77-nodesc", "#ff5252", "#ff5252"),
        ),
        (f"<Style>{filled('ff0a0b0c')}</Style>", None, "#0c0b0a", "#0c0b0a"),
        (f"<styleUrl>#ru</styleUrl><Style>{filled('ff0a0b0c')}</Style>", "ru", "#0c0b0a", "#0c0b0a"),
        ("<styleUrl>#ru</styleUrl><Style><PolyStyle><fill>0</fill></PolyStyle></Style>", "ru", None, "outline"),
        ("<Style><PolyStyle><color>red</color></PolyStyle></Style>", None, None, ""),
    ],
)
def test_a_style_is_told_by_its_colour_or_its_id(read, content, style, fill, text):
    for shared_first in (True, False):
        parts = (SHARED, placemark(content, SQUARE)) if shared_first else (placemark(content, SQUARE), SHARED)
        raw = read(document(*parts))
        (attributes,) = raw.attributes
        assert (attributes.get("style"), attributes.get("fill"), raw.styles) == (style, fill, (text,) if text else ())


# Time


def span(begin="", end=""):
    begin, end = f"<begin>{begin}</begin>" if begin else "", f"<end>{end}</end>" if end else ""
    return f"<TimeSpan>{begin}{end}</TimeSpan>"


def stamp(when):
    return f"<TimeStamp><when>{when}</when></TimeStamp>"


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (stamp("2025-06-01"), ("2025-06-01", None)),
        (stamp("2025-06-01T10:00:00+03:00"), ("2025-06-01T10:00:00+03:00", None)),
        (stamp("2025-06"), ("2025-06-01", None)),
        (stamp("1914"), ("1914-01-01", None)),
        (span("2025-06-01", "2025-06-30"), ("2025-06-01", "2025-06-30")),
        (span("2025-06", "2025-06"), ("2025-06-01", "2025-06-30")),
        (span("2024", "2024-02"), ("2024-01-01", "2024-02-29")),
        (span("2025-06", "0000-13"), ("2025-06-01", "0000-13-31")),
        (span("", "2025"), (None, "2025-12-31")),
        (span(), (None, None)),
        (stamp("June"), ("June", None)),
        (f"<LookAt><gx:TimeSpan><begin>2001</begin></gx:TimeSpan></LookAt>{stamp('2025')}", ("2025-01-01", None)),
        ("<Camera><gx:TimeStamp><when>2001</when></gx:TimeStamp></Camera>", (None, None)),
    ],
)
def test_times_are_dates(read, time, expected):
    for content in (placemark(time, SQUARE), folder("x", time, folder("y", placemark(SQUARE)))):
        (attributes,) = read(document(content)).attributes
        assert (attributes.get("date"), attributes.get("end")) == expected


def test_the_nearest_time_counts(read):
    inner = folder("in", stamp("2025-06-02"), placemark(SQUARE), placemark(stamp("2025-06-03"), SQUARE))
    raw = read(document(stamp("2025-06-01"), placemark(SQUARE), inner))
    assert raw.values("date") == ["2025-06-01", "2025-06-02", "2025-06-03"]


@pytest.mark.parametrize(
    ("spans", "count"),
    [
        ([("2025-06", "2025-06"), ("2025-07", "2025-07")], 0),
        ([("2025-06-01", "2025-07-01"), ("2025-07-01", "")], 0),  # one ends when the next begins
        ([("2025-06-01", "2025-07-02"), ("2025-07-01", "2025-08-01")], 1),
        ([("2022", "2025"), ("2023", "2025"), ("2024", "2025")], 2),
        ([("June", "July"), ("2025", "2026")], 0),
    ],
)
def test_a_time_that_goes_on_into_the_next_map_is_noted(read, spans, count):
    """Only the map in which its time begins has the feature: without a note the later ones would look complete."""
    raw = read(document(*(placemark(span(*times), SQUARE) for times in spans)))
    assert kinds(raw) == ({"spans_overlap": (count, ())} if count else {})


def test_extended_data_called_date_is_the_date(read):
    data = '<ExtendedData><Data name="date"><value>2025-06-05</value></Data></ExtendedData>'
    assert read(document(placemark(stamp("2020"), data, SQUARE))).values("date") == ["2025-06-05"]


@pytest.mark.parametrize(
    ("names", "file", "expected"),
    [
        (("2025-06-01", "2025-07-01"), "map.kml", ["2025-06-01", "2025-07-01"]),
        (("2025-06-01", "2025-07-01"), "map_2025-08-01.kml", ["2025-06-01", "2025-07-01"]),  # the day of the export
        (("1 June 2025", "Front 1 July 2025, 18:00"), "map.kml", ["2025-06-01", "2025-07-01"]),
        (("2025-06-01", "cities"), "map.kml", ["2025-06-01", None]),
        (("2025-06-01", "2025-06-01"), "map.kml", ["2025-06-01", "2025-06-01"]),
        (("2025-06-01", "2025-06-01"), "map_2025-08-01.kml", [None, None]),
        (("north", "south"), "map.kml", [None, None]),
        (("03/04/2025", "13/04/2025"), "map.kml", ["2025-04-03", "2025-04-13"]),  # one shows the order of both
        (("03/04/2025", "05/04/2025"), "map.kml", ["03/04/2025", "05/04/2025"]),
    ],
)
def test_folders_called_by_dates_are_dates(read, names, file, expected):
    raw = read(document(*(folder(name, placemark(SQUARE)) for name in names)), file)
    assert raw.values("date") == expected


def test_a_document_called_by_an_older_date_does_not_overrule_the_file(read):
    named = document(placemark(SQUARE), name="since 24.02.2022")
    assert read(named, "front_2025-06-01.kml").fields == ("folder",)
    assert read(named, "front.kml").values("date") == ["2022-02-24"]


# KMZ


def test_all_files_in_an_archive_are_read_with_doc_first(read):
    link = "<NetworkLink><Link><href>days/2025-06-02.kml</href></Link></NetworkLink>"
    inner = kmz(**{"doc.kml": document(placemark("<name>c</name>", SQUARE))})
    content = kmz(
        **{
            "__MACOSX/._doc.kml": b"\0\5\26\7",
            "days/2025-06-02.kml": document(placemark("<name>b</name>", SQUARE)),
            "doc.kml": document(link, placemark("<name>a</name>", SQUARE)),
            "more/2025-06-03.KMZ": inner,
            "icon.png": b"\x89PNG",
        }
    )
    raw = read(content, "map.kmz")
    assert raw.values("name") == ["a", "b", "c"]
    assert raw.values("folder") == ["doc / map", "2025-06-02 / map", "doc / map"]
    assert raw.notes == ()  # the linked file was read


@pytest.mark.parametrize("member", ["doc.kml", "files/Мапа.kml"])
@pytest.mark.parametrize("name", ["250601_1200.kmz", "renamed.kml"])
def test_an_archive_of_one_file_is_that_file(read, member, name):
    raw = read(kmz(**{member: document(folder("x", placemark(SQUARE)))}), name)
    assert (raw.title, raw.attributes) == (Path(name).stem, [{"folder": "x"}])
    assert read(document(folder("x", placemark(SQUARE))), "renamed.kmz").attributes == [{"folder": "x"}]


# Folders as GDAL shows them

LAYERS = document(
    placemark("<name>top</name>", SQUARE),
    folder("A", placemark("<name>1</name>", SQUARE), folder("in", placemark("<name>2</name>", SQUARE))),
    folder("A", placemark("<name>3</name>", SQUARE)),
    f"<Folder>{placemark('<name>4</name>', SQUARE)}</Folder>",
)


@pytest.mark.parametrize(
    ("layer", "names"), [("map", ["top"]), ("A", ["1"]), ("in", ["2"]), ("A (#2)", ["3"]), ("Layer4", ["4"])]
)
def test_one_folder_of_a_file(read, layer, names):
    assert read(LAYERS, folder=layer).values("name") == names
    assert set(read(LAYERS, without=[layer]).values("name")) == {"top", "1", "2", "3", "4"} - set(names)


def test_a_folder_that_is_not_there_is_named(read):
    with pytest.raises(NoFolderError, match=r"“map\.kml” has no folder “B”"):
        read(LAYERS, folder="B")


# Refused


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "“map.kml” is empty"),
        (document(placemark(SQUARE))[:-20], "ends in the middle"),
        ("<kml><Document>", "ends in the middle"),
        (b'<?xml version="1.0"?>', "ends in the middle"),
        ("<kml><Document></kml>", r"is not KML \(line 1, column 18: mismatched tag\)"),
        ("{}", "is not KML"),
        (bytes(range(256)) * 9, "is not KML"),
        ("<html><body/></html>", "is not KML but “html”"),
        (document(placemark(polygon("0,0 4,0 NaN,4"))), "placemark 1 has coordinates that are not finite"),
        (document(placemark(SQUARE), placemark("<name>Крим\n край</name>", polygon("0,0 inf,0 4,4"))),
         "placemark 2 .“Крим край”. has coordinates that are not finite"),
        (document(placemark(polygon("0,0 1e999,0 4,4"))), "not finite"),
        (document(placemark(polygon("0,0 four,0 4,4"))), "not numbers"),
        (document(placemark(polygon("0,0 1_0,0 4,4"))), "not numbers"),
        (document(placemark(polygon("0,0 4,0 ,4,4"))), "not pairs"),
        (document(placemark(polygon("0 0 4 0 4 4"))), "not pairs"),
        (document(placemark(polygon("0,0,0,4,0,0,4,4,0"))), "not pairs"),
        (document(placemark(polygon("0,0, 4,0, 4,4, 0,4"))), "not pairs"),
        (document("<Folder>" * 5000 + placemark(SQUARE) + "</Folder>" * 5000), "nested too deeply"),
        (document(placemark("<MultiGeometry>" * 5000 + SQUARE + "</MultiGeometry>" * 5000)), "nested too deeply"),
        (document("<NetworkLink><Link><href>https://example.org/m?id=1</href></Link></NetworkLink>"),
         r"only links to another map \(https://example.org/m\?id=1\)"),
        (b"PK\3\4" + bytes(50), "is an archive that cannot be unpacked"),
        (kmz(**{"a.txt": "x"}), "is an archive without KML"),
        (kmz(**{"doc.kml": " "}), "is an archive without KML"),
        (kmz(**{"a.kmz": kmz(**{"a.kmz": kmz(**{"a.kmz": kmz(**{"a.kmz": kmz(**{"a.kml": LAYERS})})})})}),
         "archives in archives"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(read, content, message):
    with pytest.raises(InputError, match=message):
        read(content)


LAUGHS = "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 10))


@pytest.mark.parametrize(
    "declared",
    [
        f'<!ENTITY e0 "ha">{LAUGHS}',
        '<!ENTITY e9 SYSTEM "{secret}">',
        '<!ENTITY % e9 SYSTEM "{secret}"> %e9;',
        '<!ENTITY e9 "harmless">',
    ],
)
def test_entities_are_refused_and_never_opened(read, tmp_path, declared):
    secret = tmp_path / "secret"
    secret.write_text("found", encoding="utf-8")
    text = document(placemark("<name>&e9;</name>", SQUARE))
    with pytest.raises(InputError, match="declares entities of XML"):
        read(f"<!DOCTYPE kml [{declared.replace('{secret}', secret.as_uri())}]>{text}")


def test_an_external_document_type_is_never_opened(read, tmp_path):
    types = tmp_path / "kml.dtd"
    types.write_text('<!ENTITY e "opened">', encoding="utf-8")
    raw = read(f'<!DOCTYPE kml SYSTEM "{types.as_uri()}">' + document(placemark("<name>&e;</name>", SQUARE)))
    assert raw.values("name") == ["&e;"]


def test_an_archive_that_would_fill_the_memory_is_refused(read, monkeypatch):
    monkeypatch.setattr(archive, "UNPACKED_AT_MOST_BYTES", 5000)
    big = document(placemark(SQUARE), " " * 3000)
    assert len(read(kmz(**{"doc.kml": big}), "map.kmz").geometries) == 1
    for content in (kmz(**{"doc.kml": big, "b.kml": big}), kmz(**{"a.kmz": kmz(**{"a.kml": big, "b.kml": big})})):
        with pytest.raises(InputError, match="would unpack to more than"):
            read(content, "map.kmz")


def test_an_archive_with_a_password_is_refused(read):
    content = bytearray(kmz(**{"doc.kml": LAYERS}))
    for header, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(header) + offset] |= 1
    with pytest.raises(InputError, match=r"is an archive that cannot be unpacked.*password"):
        read(bytes(content), "map.kmz")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match=r"nowhere\.kml” cannot be opened"):
        read_kml(tmp_path / "nowhere.kml")


# As maps


def test_labels_beside_polygons_are_counted_and_lose_nothing(tmp_path):
    """What broke: a polygon in one collection with its label was dropped, and the map refused for its points."""
    path = tmp_path / "zone_2025-06-01.kml"
    mixed = placemark(f"<MultiGeometry>{polygon('37,48 37.5,48 37.5,48.5 37,48.5')}{POINT}</MultiGeometry>")
    plain = placemark(polygon("38,48 38.1,48 38.1,48.5 38,48.5"))
    path.write_text(document(folder("zone", mixed, plain, placemark(POINT), placemark(LINE))), encoding="utf-8")
    with pytest.warns(core.MapWarning, match=r"lines \(1\)"):
        found = core.read_map(path)
    assert found.geometries["held"].area == pytest.approx(0.3)
    assert found.date.isoformat() == "2025-06-01T00:00:00+00:00"
    assert [(note.kind, note.count) for note in found.notes] == [("points", 2), ("lines", 1)]


def test_each_folder_of_a_day_is_a_map(tmp_path):
    path = tmp_path / "front.kml"
    days = (("2025-06-01", 37.5), ("2025-07-01", 37.6))
    folders = (folder(day, placemark(polygon(f"37,48 {x},48 {x},48.5 37,48.5"))) for day, x in days)
    path.write_text(document(*folders), encoding="utf-8")
    found = core.read_maps(path)
    assert [(one.date.date().isoformat(), round(one.geometries["held"].area, 6)) for one in found] == [
        ("2025-06-01", 0.25),
        ("2025-07-01", 0.3),
    ]


def test_the_name_of_the_file_is_handed_on(tmp_path):
    path = tmp_path / "Control_25_06_13.kml"
    path.write_text(document(placemark(SQUARE)), encoding="utf-8")
    assert read_file(path).names == ("Control_25_06_13",)


# Damaged


def test_damaged_files_are_refused_or_lose_nothing(tmp_path):
    """FUZZ_FACTOR=25 in the environment reads 5,000 of them."""
    outcomes, wrong = {"read": 0, "refused": 0}, []
    for number in range(FUZZED):
        rng = np.random.default_rng((SEED, number))
        suffix, draw = ("kmz", kml_files.kmz) if number % 3 == 0 else ("kml", kml_files.kml)
        content = kml_files.mutated(rng, draw(rng))
        path = tmp_path / f"2025-06-01.{suffix}"
        path.write_bytes(content)
        try:
            raw = read_kml(path)
        except InputError as error:
            outcomes["refused"] += 1
            wrong += [f"{number}: {error}"] if "Traceback" in str(error) or "None" in str(error) else []
            continue
        outcomes["read"] += 1
        wrong += [f"{number}: {text}" for text in lost(raw, kml_files.polygons(content))]
    assert wrong == []
    assert min(outcomes.values()) > FUZZED / 10


def lost(raw, placemarks):
    """What is in a file by a second reading of it, and neither in the map nor reported."""
    if placemarks is None:
        return
    if len(placemarks) != len(raw.attributes):
        yield f"{len(placemarks)} placemarks, {len(raw.attributes)} read"
    drawn = sum(corners(rings) >= 3 for found in placemarks for rings in found or ())
    parts = shapely.get_parts(shapely.get_parts(raw.geometries))
    kept = int(((shapely.get_type_id(parts) == 3) & ~shapely.is_empty(parts)).sum())
    reported = sum(note.count for note in raw.notes if note.kind in ("collapsed_rings", "parts_unread"))
    if drawn > kept + reported:
        yield f"{drawn} polygons, {kept} read, {reported} reported"


def corners(rings):
    shell = rings[0] if rings else []
    return len(shell) - (len(shell) > 1 and shell[0] == shell[-1])
