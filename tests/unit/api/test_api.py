# SPDX-License-Identifier: GPL-2.0-or-later
"""The public interface of core in plain Python: files by their conventions, shapes of hand-known area, refusals."""

import inspect
import json
import math
import subprocess
import sys
from datetime import datetime, timezone
from decimal import Decimal

import numpy as np
import pytest
from checkout import ROOT
from equal_area import EQUAL_AREA, EQUAL_AREA_MEMBER, box, write_geojson
from frontline_change import core
from frontline_change.core.errors import InputError
from frontline_change.core.libraries import shapely

PUBLIC = json.loads((ROOT / "tests" / "unit" / "public_names.json").read_text(encoding="utf-8"))


def dated(date, *held, **others):
    geometries = {"held": shapely.union_all(held)} if held else {}
    return core.DatedMap(date, {**geometries, **others}, crs=EQUAL_AREA)


def instant(*numbers):
    return datetime(*numbers, tzinfo=timezone.utc)


WEST = core.Sectors(["West"], [box(-50, -50, 0, 50)], crs=EQUAL_AREA)


@pytest.fixture
def write(tmp_path):
    """Write features of the given properties and geometries as a GeoJSON file."""

    return lambda name, *features, **members: write_geojson(tmp_path / name, *features, **members)


def in_degrees(west, south, east, north):
    return shapely.box(west, south, east, north)


# Importing


def test_importing_core_loads_no_library(tmp_path):
    (tmp_path / "frontline_change").symlink_to(ROOT)
    code = (
        "import sys\nfrom frontline_change import core\n"
        "print(sorted({'numpy', 'shapely', 'pyproj', 'qgis'} & set(sys.modules)), 'measure_change' in dir(core))\n"
        "core.DatedMap\nprint('shapely' in sys.modules, 'qgis' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == ["[] True", "True False"], done.stderr


def test_every_public_name_is_there_and_nothing_else_is_made_up():
    assert [name for name in core.__all__ if getattr(core, name, None) is None] == []
    with pytest.raises(AttributeError, match="measure_everything"):
        core.measure_everything  # noqa: B018


# Two maps


def test_a_strip_of_known_area_and_depth():
    before, after = dated("2031-05-01", box(-20, -10, 0, 10)), dated("2031-06-01", box(-20, -10, 8, 10))
    change = core.measure_change(before, after)
    assert change.gained_km2 == pytest.approx(160, rel=1e-5)
    assert (change.lost_km2, change.net_km2) == (0, change.gained_km2)
    assert change.held_before_km2 == pytest.approx(400, rel=1e-5)
    assert change.held_after_km2 == pytest.approx(560, rel=1e-5)
    assert change.advance_max_km == pytest.approx(8, abs=0.002)
    assert (change.retreat_max_km, change.front_before_km, change.net_low_km2) == (None, None, None)
    assert (change.date_before, change.date_after, change.days) == (instant(2031, 5, 1), instant(2031, 6, 1), 31)
    assert change.net_km2_day == pytest.approx(160 / 31, rel=1e-5)
    assert (change.sector, change.sectors) == ("all", {})
    assert change.churn_km2 == change.gained_sum_km2 == change.gained_km2


def test_the_standard_error_follows_the_stated_tolerances():
    """Moved perimeter 2 · (20 + 8) km, less nothing: the smaller of σ·√(P·ℓ) and σ·P."""
    before, after = dated("2031-05-01", box(-20, -10, 0, 10)), dated("2031-06-01", box(-20, -10, 8, 10))
    change = core.measure_change(before, after, position_error_m=100, correlation_length_m=1000)
    assert change.net_se_km2 == pytest.approx(0.1 * 56**0.5, rel=1e-3)


def test_sectors_add_up_and_the_whole_is_measured_as_without_them():
    before, after = dated("2031-05-01", box(-20, -10, -5, 10)), dated("2031-06-01", box(-20, -10, 3, 10))
    change = core.measure_change(before, after, WEST)
    assert list(change.sectors) == ["West", "outside all sectors"]
    west, outside = change.sectors.values()
    assert (west.gained_km2, outside.gained_km2) == pytest.approx((100, 60), rel=1e-4)
    assert west.advance_max_km == pytest.approx(5, abs=0.002)
    alone = core.measure_change(before, after)
    assert {name: value for name, value in vars(change).items() if name != "sectors"} == {
        name: value for name, value in vars(alone).items() if name != "sectors"
    }


def test_theatre_and_home_as_geometry_area_or_file(write):
    before, after = dated("2031-05-01", box(-20, -10, 0, 10)), dated("2031-06-01", box(-20, -10, 8, 10))
    theatre = core.Area(box(-20, -10, 40, 10), crs=EQUAL_AREA)
    lonlat = core.measure_change(before, after, theatre=theatre, edge_tolerance_m=1000)
    assert lonlat.front_before_km == pytest.approx(18, rel=1e-2)
    assert lonlat.front_after_km == pytest.approx(18, rel=1e-2)
    land = in_degrees(9.5, 51.9, 10.5, 52.1)
    file = write("land.geojson", ({}, land))
    given = [core.measure_change(before, after, theatre=one) for one in (land, core.Area(land), file, str(file))]
    assert len({one.front_after_km for one in given}) == 1
    island = dated("2031-06-01", box(-20, -10, 0, 10), box(30, -5, 40, 5))
    assert core.measure_change(before, island).lodgement_km2 == pytest.approx(100, rel=1e-4)
    home = core.Area(box(40, -50, 90, 50), crs=EQUAL_AREA)
    reached = core.measure_change(before, island, home=home)
    assert reached.lodgement_km2 == 0
    assert reached.advance_max_km == pytest.approx(10, abs=0.01)


def test_classes_that_count_and_the_bounds_of_net():
    grey = {"contested": box(0, -10, 4, 10)}, {"contested": box(8, -10, 14, 10)}
    before = dated("2031-05-01", box(-20, -10, 0, 10), **grey[0])
    after = dated("2031-06-01", box(-20, -10, 8, 10), **grey[1])
    held = core.measure_change(before, after)
    assert (held.net_km2, held.net_low_km2, held.net_high_km2) == pytest.approx((160, 160, 200), rel=1e-4)
    both = core.measure_change(before, after, classes=("held", "contested"))
    assert (both.net_km2, both.net_low_km2, both.net_high_km2) == pytest.approx((200, 160, 200), rel=1e-4)


def test_area_alone_leaves_depth_and_front_unread():
    before, after = dated("2031-05-01", box(-20, -10, 0, 10)), dated("2031-06-01", box(-20, -10, 8, 10))
    change = core.measure_change(before, after, measures=("area",))
    assert change.advance_max_km is None
    assert change.gained_km2 == pytest.approx(160, rel=1e-5)


def test_results_have_the_fields_of_the_table():
    fields = [name for name in PUBLIC["frontline:sectorchange"]["layers"]["CHANGE"] if not name.startswith("places_")]
    assert sorted(core.SectorChange.__dataclass_fields__) == sorted([*fields, "gained_sum_km2", "lost_sum_km2"])
    capture = PUBLIC["frontline:capturedate"]["layers"]["CAPTURE"]
    assert sorted(core.CapturedGround.__dataclass_fields__) == sorted([*capture, "geometry"])
    with pytest.raises(AttributeError):
        core.measure_change(dated("2031-05-01", box(0, 0, 9, 9)), dated("2031-06-01", box(0, 0, 9, 9))).net_km2 = 1


# A series


def months():
    """Maps of the first of five months, April missing; the width held grows by 2, 0, 3 km, and then shrinks by 1."""
    return [
        dated(f"2031-{month:02d}-01", box(-20, -10, east, 10))
        for month, east in ((1, 0), (2, 2), (3, 2), (5, 5), (6, 4))
    ]


def test_months_of_known_area_in_time_order_whatever_the_order_of_the_maps():
    periods = list(core.measure_series(reversed(months())))
    assert [one.period for one in periods] == ["2031-01", "2031-02", "2031-03", "2031-04", "2031-05"]
    nets = [one.change.net_km2 if one.change else None for one in periods]
    assert [nets[at] for at in (0, 1, 3, 4)] == pytest.approx([40, 0, 60, -20], rel=1e-4)
    assert nets[2] is None  # the map of 1 March stands for both of its ends
    assert periods[0].maps == (instant(2031, 1, 1), instant(2031, 2, 1))
    assert periods[4].change.lost_km2 == pytest.approx(20, rel=1e-4)


def test_gross_change_is_summed_from_map_to_map_and_by_sector():
    whole, *rest = core.measure_series(months(), period="all", sectors=WEST)
    assert rest == []
    assert whole.change.net_km2 == pytest.approx(80, rel=1e-4)
    assert whole.change.gained_sum_km2 == pytest.approx(100, rel=1e-4)
    assert whole.change.lost_sum_km2 == pytest.approx(20, rel=1e-4)
    outside = whole.change.sectors["outside all sectors"]
    assert (outside.gained_sum_km2, outside.net_km2) == pytest.approx((100, 80), rel=1e-4)
    assert whole.change.sectors["West"].gained_sum_km2 == 0


def test_an_offset_moves_the_boundaries():
    maps = [dated(f"2031-{month:02d}-02", box(-20, -10, month, 10)) for month in (1, 2, 3)]
    moved = {one.period: one.complete for one in core.measure_series(maps, offset_days=1)}
    assert moved == {"2031-01": True, "2031-02": True}
    assert next(core.measure_series(maps)).complete is False


def test_a_series_is_checked_when_it_is_asked_for_and_measured_when_it_is_iterated():
    with pytest.raises(core.InputError, match="at least two dates"):
        core.measure_series(months()[:1])
    with pytest.raises(core.InputError, match="both maps of 2031-01-01"):
        core.measure_series([months()[0], *months()])
    with pytest.raises(core.InputError, match="“fortnight” is no period"):
        core.measure_series(months(), period="fortnight")
    assert next(core.measure_series(months())).change.net_km2 == pytest.approx(40, rel=1e-4)


# Dates of capture


def test_ground_by_date_of_capture():
    pieces = core.capture_dates(months())
    assert [one.change for one in pieces] == ["gained", "gained", "gained and lost"]
    assert [one.area_km2 for one in pieces] == pytest.approx([40, 40, 20], rel=1e-4)
    first, second, lost = pieces
    assert (first.last_capture, second.last_capture) == (instant(2031, 2, 1), instant(2031, 5, 1))
    assert (first.days_held, lost.days_held) == (120, 31)
    assert (lost.last_change, lost.holder, lost.times_changed) == (instant(2031, 6, 1), "other", 2)
    west, south, east, north = first.geometry.bounds
    assert 9.99 < west < east < 10.1
    assert 51.8 < south < 52 < north < 52.2


def test_dates_of_capture_by_month_and_sector():
    (piece,) = core.capture_dates(
        months()[:3], core.Sectors(["East"], [box(0, -50, 50, 50)], EQUAL_AREA), period="month"
    )
    assert (piece.sector, piece.period) == ("East", "2031-01")
    with pytest.raises(core.InputError, match="No period holds two maps"):
        core.capture_dates(months()[:3], period="custom", starts=["2031-04-01", "2031-05-01"])


# Reading


def test_a_file_of_nobody_known(write):
    path = write("front 2031-05-01.geojson", ({"class": "held"}, in_degrees(10, 50, 11, 51)))
    found = core.read_map(path)
    assert (found.date, found.source, found.crs) == (instant(2031, 5, 1), "generic", "EPSG:4326")
    assert list(found.geometries) == ["held"]
    assert found.geometries["held"].area == pytest.approx(1)
    assert "2031-05-01 00:00 UTC, held, front 2031-05-01.geojson" in repr(found)
    undated = write("front.geojson", ({}, in_degrees(10, 50, 11, 51)))
    assert core.read_map(undated, "2031-07-01").date == instant(2031, 7, 1)
    with pytest.raises(core.InputError, match=r"No date is found in the name of “front”"):
        core.read_map(undated)


def test_the_crs_of_a_file_is_kept(write):
    before = write("2031-05-01.geojson", ({}, box(-20, -10, 0, 10)), crs=EQUAL_AREA_MEMBER)
    after = write("2031-06-01.geojson", ({}, box(-20, -10, 8, 10)), crs=EQUAL_AREA_MEMBER)
    maps = [core.read_map(path) for path in (before, after)]
    assert {one.crs for one in maps} == {EQUAL_AREA}
    assert core.measure_change(*maps).gained_km2 == pytest.approx(160, rel=1e-5)


def test_a_publisher_is_read_by_its_own_conventions(write):
    features = [
        ({"name": f"x /// X /// geoJSON.{key}", "fill": "#a52714", "styleUrl": "#p"}, in_degrees(*corners))
        for key, corners in (
            ("status.occupied", (37, 47, 38, 48)),
            ("territories.crimea", (33, 45, 35, 46)),
            ("status.unknown", (38, 47, 38.1, 48)),
        )
    ]
    point = ({"name": "a marker", "fill": "#000000", "styleUrl": "#q"}, shapely.Point(37, 47))
    found = core.read_map(write("1751314076.geojson", *features, point))
    assert (found.source, found.date) == ("deepstate", instant(2025, 6, 30, 20, 7, 56))
    assert found.geometries["held"].area == pytest.approx(3)
    assert [note.kind for note in found.notes] == ["points"]


def test_a_file_with_many_dates_is_read_whole_or_as_of_a_date(write):
    path = write(
        "series.geojson",
        *(
            ({"date": f"2031-{month:02d}-01", "class": "held"}, in_degrees(10, 50, 10 + month / 10, 51))
            for month in (2, 1, 3)
        ),
    )
    assert [one.date.month for one in core.read_maps(path)] == [1, 2, 3]
    assert core.read_map(path, "2031-02-20").date == instant(2031, 2, 1)
    with pytest.raises(core.InputError, match="maps of 3 dates, from 2031-01-01 to 2031-03-01"):
        core.read_map(path)
    with pytest.raises(core.InputError, match="There is no map from 2030-12-31"):
        core.read_map(path, "2030-12-31")


def test_sectors_from_a_file(write):
    path = write("regions.geojson", ({"region": "North"}, in_degrees(9, 52, 11, 53)), ({}, in_degrees(9, 51, 11, 52)))
    sectors = core.read_sectors(path, name="region")
    before, after = dated("2031-05-01", box(-20, -10, 0, 10)), dated("2031-06-01", box(-20, -10, 8, 10))
    with pytest.warns(core.MapWarning, match=r"regions\.geojson.*without a name, now called sector 2"):
        change = core.measure_change(before, after, sectors)
    assert list(change.sectors) == ["North", "sector 2", "outside all sectors"]
    with pytest.raises(core.InputError, match=r"no property “name”\. Its properties are: region"):
        core.read_sectors(path)


# Warnings and refusals


def test_what_changes_a_figure_is_warned_of(write):
    odd = write("front 2031-05-01.geojson", ({"class": "ours"}, in_degrees(10, 50, 11, 51)))
    with pytest.warns(core.MapWarning, match=r"front 2031-05-01\.geojson.*unknown class \(1\) ours"):
        core.read_map(odd, class_field="class")
    bow_tie = shapely.Polygon([(10, 50), (11, 51), (11, 50), (10, 51)])
    before = core.DatedMap("2031-05-01", {"held": bow_tie}, origin="drawn by hand")
    after = core.DatedMap("2031-06-01", {"held": in_degrees(10, 50, 11, 51)})
    with pytest.warns(core.MapWarning, match="“drawn by hand”: invalid polygons repaired: 1.*Self-intersection at"):
        core.measure_change(before, after)
    with pytest.warns(core.MapWarning, match="“drawn by hand”: invalid polygons repaired"):
        list(core.measure_series([before, after], period="all"))
    others = [
        core.DatedMap(f"2031-0{month}-01", {"held": in_degrees(10, 50, 11, 51)}, source=source)
        for month, source in ((5, "isw"), (6, "deepstate"))
    ]
    with pytest.warns(core.MapWarning, match="maps by DeepState and Institute"):
        core.measure_change(*others)
    nothing = core.DatedMap("2031-07-01", {"contested": in_degrees(10, 50, 11, 51)})
    with pytest.warns(core.MapWarning, match="“map of 2031-07-01” has no polygons of the classes held"):
        assert core.measure_change(after, nothing).held_after_km2 == 0


@pytest.mark.parametrize(
    ("make", "refusal"),
    [
        (lambda: core.DatedMap("03/04/2031", {}), "03/04/2031"),
        (lambda: dated("2031-05-01", occupied=box(0, 0, 1, 1)), "“occupied” is no control class"),
        (lambda: core.DatedMap("2031-05-01", {"held": [(0, 0)]}), "no shapely geometry"),
        (lambda: core.DatedMap("2031-05-01", {"held": shapely.Point(0, 0)}), "a Point where polygons are needed"),
        (lambda: core.Sectors(["a"], []), "1 names for 0 geometries"),
        (lambda: core.read_map("absent.geojson"), "cannot be opened"),
        (lambda: measured(swap=True), "is not later than"),
        (lambda: measured(classes="held"), "“h” is no control class"),
        (lambda: measured(classes=("claimed",)), "No map has polygons of the classes claimed; there are: held"),
        (lambda: measured(measures=("volume",)), "“volume” is no measure. Choose among: area, depth, front"),
        (lambda: measured(theatre=shapely.Polygon()), "The theatre “theatre” has no polygons"),
        (lambda: measured(home=shapely.LineString([(0, 0), (1, 1)])), "“home” has a LineString where polygons"),
        (lambda: measured(crs="EPSG:999999"), "coordinate system of layer “map of 2031-05-01” cannot be used"),
        (lambda: measured(crs="EPSG:4326"), "nowhere on Earth"),
    ],
)
def test_what_cannot_be_measured_is_refused_with_the_reason(make, refusal):
    with pytest.raises(core.InputError, match=refusal):
        make()


def measured(swap=False, crs=EQUAL_AREA, **options):
    maps = [core.DatedMap(f"2031-0{month}-01", {"held": box(-20, -10, month, 10)}, crs=crs) for month in (5, 6)]
    return core.measure_change(*(reversed(maps) if swap else maps), **options)


# Numbers

NUMBERS = [
    (function, name)
    for function in ("measure_change", "measure_series", "capture_dates")
    for name, parameter in inspect.signature(getattr(core, function)).parameters.items()
    if isinstance(parameter.default, float)
]


def test_there_are_numbers_to_refuse():
    assert len(NUMBERS) == 11


@pytest.mark.parametrize(("function", "name"), NUMBERS)
@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf, np.float64("nan"), np.float32("inf"), Decimal("NaN")])
def test_every_number_of_the_interface_must_be_finite(function, name, bad):
    maps = [dated("2031-05-01", box(-20, -10, 0, 10)), dated("2031-06-01", box(-20, -10, 8, 10))]
    arguments = maps if function == "measure_change" else [maps]
    with pytest.raises(InputError, match=rf"^{name} is .*It must be a finite number\.$"):
        getattr(core, function)(*arguments, **{name: bad})


def test_a_table_is_read_in_its_coordinate_system(tmp_path):
    """A square of 100 km² in a UTM zone, whose areas are 0.08 % too small at its central meridian."""
    path = tmp_path / "front_2025-06-01.csv"
    corners = "500000 5500000, 510000 5500000, 510000 5510000, 500000 5510000, 500000 5500000"
    path.write_text(f'id;межа\n1;"POLYGON (({corners}))"\n', encoding="utf-8")
    with pytest.raises(InputError, match="Give it in crs"):
        core.read_map(path)
    found = core.read_map(path, crs="EPSG:32637")
    assert (found.date.isoformat()[:10], found.crs) == ("2025-06-01", "EPSG:32637")
    assert list(found.geometries) == ["held"]
