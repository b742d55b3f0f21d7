# SPDX-License-Identifier: GPL-2.0-or-later
"""The true figures of the sample, computed from its construction alone."""

from __future__ import annotations

from . import drawing, movement, story
from .ellipsoid import Point, distance_m, length_m, nearest_on_line, ring_area_m2
from .movement import ROWS, WHOLE

TOLERANCES = {
    "area_km2": 0.001,
    "held_km2": 0.02,
    "depth_km": 0.02,
    "why": (
        "Areas here are those of the rings in the files with edges straight in longitude and latitude; where "
        "a front crosses a sector border its vertex lies within 1 cm of it. A measurement whose edges are "
        "straight in another projection differs: by less than area_km2 in what changed, held_km2 in what is "
        "held. Depths leave noise out, were searched along the moved line to 5 m, and are "
        "measured from held ground or home."
    ),
}


def truth() -> dict:
    """All true figures of the sample, as data for JSON."""
    steps = [_period(index, index + 1) for index in range(len(story.DATES) - 1)]
    return {
        "about": (
            "Known by construction for class held with sectors.geojson and home.geojson. Areas are in km² on the "
            "WGS 84 ellipsoid, depths in km along geodesics."
        ),
        "tolerances": TOLERANCES,
        "noise_width_m": movement.NOISE_WIDTH_M,
        "missing_date": story.MISSING_DATE,
        "invalid_date": story.INVALID_DATE,
        "lodgement": _lodgement(),
        "maps": [_map(index) for index in range(len(story.DATES))],
        "pairs": steps,
        "first_to_last": _period(0, len(story.DATES) - 1),
    }


def places() -> list[tuple[str, Point]]:
    """Names and positions of the places."""
    found = []
    for name, east_km, south_km in story.PLACES_AT_FRONT:
        found.append((name, drawing.on_rung(drawing.rung_near(east_km), south_km)))
    for name, east_km, north_km in story.PLACES_ELSEWHERE:
        found.append((name, drawing.to_degrees(east_km, north_km)))
    return found


def has_landed(map_index: int) -> bool:
    """Whether a map shows the lodgement."""
    return story.DATES[map_index] >= story.LODGEMENT_DATE


def _map(index: int) -> dict:
    held = _row_of_areas()
    for part, row in enumerate(ROWS[:-1]):
        held[row] += ring_area_m2(drawing.held_strip(index, part))
    held[ROWS[0]] += sum(ring_area_m2(islet) for islet in drawing.islets())
    if has_landed(index):
        held[ROWS[0]] += ring_area_m2(drawing.landing())
    contested_m2 = sum(ring_area_m2(grey) for grey in drawing.contested(index))
    return {
        "date": story.DATES[index],
        "held_km2": _with_whole(held),
        "contested_km2": _km2(contested_m2),
        "front_drawn_km": round(length_m(drawing.front_line(index)) / 1000, 3),
    }


def _period(before: int, after: int) -> dict:
    columns = ("gained_km2", "lost_km2", "noise_gained_km2", "noise_lost_km2", "lodgement_km2")
    table = {column: _row_of_areas() for column in columns}
    parts = movement.parts(drawing.front(before), drawing.front(after))
    for part in parts:
        for row, area_m2 in part.area_m2.items():
            table["gained_km2" if part.gained else "lost_km2"][row] += area_m2
            if part.is_noise:
                table["noise_gained_km2" if part.gained else "noise_lost_km2"][row] += area_m2
    if has_landed(after) and not has_landed(before):
        table["gained_km2"][ROWS[0]] += ring_area_m2(drawing.landing())
        table["lodgement_km2"][ROWS[0]] += ring_area_m2(drawing.landing())
    table["net_km2"] = {row: table["gained_km2"][row] - table["lost_km2"][row] for row in ROWS[:-1]}
    return {
        "before": story.DATES[before],
        "after": story.DATES[after],
        **{column: _with_whole(row) for column, row in table.items()},
        "advance": movement.deepest([part for part in parts if part.gained], after, before),
        "retreat": movement.deepest([part for part in parts if not part.gained], before, after),
        "places_gained": _places_changed(before, after),
        "places_lost": _places_changed(after, before),
        "parts": [_part(part) for part in parts],
    }


def _part(part: movement.Part) -> dict:
    return {
        "change": "gained" if part.gained else "lost",
        "kind": "noise" if part.is_noise else "ground",
        "width_m": round(part.width_m, 1),
        "area_km2": {row: _km2(area_m2) for row, area_m2 in part.area_m2.items()},
    }


def _lodgement() -> dict:
    front = drawing.front_line(story.DATES.index(story.LODGEMENT_DATE))
    ring = drawing.landing()
    nearest_km = min(distance_m(point, nearest_on_line(point, front)) for point in ring) / 1000
    return {
        "first_date": story.LODGEMENT_DATE,
        "sector": ROWS[0],
        "area_km2": _km2(ring_area_m2(ring)),
        "from_front_km": round(nearest_km, 3),
    }


def _places_changed(before: int, after: int) -> list[str]:
    """Places held in the second map and not in the first."""
    return [name for name, point in places() if _holds(after, point) and not _holds(before, point)]


def _holds(map_index: int, point: Point) -> bool:
    rings = [drawing.held_land(map_index), *drawing.islets()]
    if has_landed(map_index):
        rings.append(drawing.landing())
    return any(_inside(point, ring) for ring in rings)


def _inside(point: Point, ring: list[Point]) -> bool:
    """Whether a point lies inside a ring: a ray to the east crosses the ring an odd number of times."""
    inside = False
    for (lon1, lat1), (lon2, lat2) in zip(ring, ring[1:] + ring[:1]):
        if (lat1 > point[1]) != (lat2 > point[1]):
            inside ^= point[0] < lon1 + (point[1] - lat1) / (lat2 - lat1) * (lon2 - lon1)
    return inside


def _row_of_areas() -> dict[str, float]:
    return dict.fromkeys(ROWS[:-1], 0.0)


def _with_whole(areas_m2: dict[str, float]) -> dict[str, float]:
    rows = {row: _km2(area_m2) for row, area_m2 in areas_m2.items()}
    return {**rows, WHOLE: _km2(sum(areas_m2.values()))}


def _km2(area_m2: float) -> float:
    return round(area_m2 / 1e6, 6)
