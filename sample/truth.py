# SPDX-License-Identifier: GPL-2.0-or-later
"""What an honest measurement of the sample must find, taken from the drawing and from nothing else.

Fronts share their rungs, so the ground between two of them is bounded by their own vertices: its area
follows from the ring, its kind from its width, its sector from the rungs it hangs on.
"""

from __future__ import annotations

from typing import NamedTuple

from . import drawing, story
from .ellipsoid import Point, distance_m, length_m, nearest_on_line, ring_area_m2

NOISE_WIDTH_M = 700.0
OUTSIDE = "outside all sectors"
WHOLE = "all"
ROWS = (*story.SECTORS, OUTSIDE, WHOLE)

TOLERANCES = {
    "area_km2": 0.001,
    "held_km2": 0.02,
    "distance_km": 0.01,
    "why": (
        "Areas here are exact for edges straight in longitude and latitude, up to 1 cm of rounding in each "
        "vertex. A measurement that lets edges be straight in another projection differs: by less than "
        "0.001 km² in changes and 0.02 km² in whole held areas. Distances run from a drawn vertex; a "
        "measurement refined to within 10 m may differ by that."
    ),
}


class Piece(NamedTuple):
    """Ground between two fronts within one strip of the land."""

    strip: int
    part: int  # pieces cut apart by a sector border share their part
    outline: list[Point]
    gained: bool

    @property
    def area_m2(self) -> float:
        """Area in m²."""
        return abs(ring_area_m2(self.outline))

    @property
    def width_m(self) -> float:
        """Mean width in metres: twice the area by the perimeter."""
        return 2 * self.area_m2 / length_m([*self.outline, self.outline[0]])


def truth() -> dict:
    """Everything known about the sample, ready to be written as JSON."""
    steps = [_period(index, index + 1) for index in range(len(story.DATES) - 1)]
    return {
        "about": "Known by construction; areas in km² on WGS 84, distances in km along geodesics.",
        "tolerances": TOLERANCES,
        "noise_width_m": NOISE_WIDTH_M,
        "missing_date": story.MISSING_DATE,
        "invalid_date": story.INVALID_DATE,
        "lodgement": _lodgement(),
        "maps": [_map(index) for index in range(len(story.DATES))],
        "pairs": steps,
        "first_to_last": _period(0, len(story.DATES) - 1),
    }


def places() -> list[tuple[str, Point]]:
    """Names and positions of the places."""
    beside = [(name, drawing.on_rung(drawing.rung_near(east), south)) for name, east, south in story.PLACES_AT_FRONT]
    return beside + [(name, drawing.to_degrees(east, north)) for name, east, north in story.PLACES_ELSEWHERE]


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
    rows = {
        name: _row_of_areas()
        for name in ("gained_km2", "lost_km2", "noise_gained_km2", "noise_lost_km2", "lodgement_km2")
    }
    pieces = _pieces(drawing.front(before), drawing.front(after))
    for piece in pieces:
        sign = "gained" if piece.gained else "lost"
        rows[f"{sign}_km2"][ROWS[piece.strip]] += piece.area_m2
        if piece.width_m < NOISE_WIDTH_M:
            rows[f"noise_{sign}_km2"][ROWS[piece.strip]] += piece.area_m2
    if has_landed(after) and not has_landed(before):
        area_m2 = ring_area_m2(drawing.landing())
        rows["gained_km2"][ROWS[0]] += area_m2
        rows["lodgement_km2"][ROWS[0]] += area_m2
    table = {name: _with_whole(row) for name, row in rows.items()}
    table["net_km2"] = {row: round(table["gained_km2"][row] - table["lost_km2"][row], 6) for row in ROWS}
    return {
        "before": story.DATES[before],
        "after": story.DATES[after],
        **{name: {row: table[name][row] for row in ROWS} for name in sorted(table)},
        "advance": _deepest(before, after, forward=True),
        "retreat": _deepest(before, after, forward=False),
        "places_gained": _places_changed(before, after),
        "places_lost": _places_changed(after, before),
        "parts": [
            {
                "sector": ROWS[piece.strip],
                "change": "gained" if piece.gained else "lost",
                "kind": "noise" if piece.width_m < NOISE_WIDTH_M else "ground",
                "area_km2": _km2(piece.area_m2),
                "width_m": round(piece.width_m, 1),
            }
            for piece in pieces
        ],
    }


def _pieces(before: tuple[float, ...], after: tuple[float, ...]) -> list[Piece]:
    """Cut the ground between two fronts where they meet, and at the divides between strips."""
    moved = [b - a for a, b in zip(before, after)]
    pieces, new_line, old_line, part = [], [], [], 0
    for rung in range(story.RUNGS - 1):
        start, end = moved[rung], moved[rung + 1]
        if not new_line and start:  # the piece begins at a divide
            side = drawing.along_rung(rung, after[rung], before[rung])
            new_line, old_line = side[:1], side
        elif not new_line and end:
            new_line, old_line = [drawing.on_rung(rung, after[rung])], [drawing.on_rung(rung, before[rung])]
        if not (start or end):
            continue
        gained = (start or end) > 0
        divided = rung + 1 in story.DIVIDES
        if start * end < 0:
            meet = _crossing(rung, before, after)
            pieces.append(_piece(rung, part, [*new_line, meet], [*old_line, meet], gained))
            part, gained = part + 1, end > 0
            new_line, old_line = [meet], [meet]
        new_line.append(drawing.on_rung(rung + 1, after[rung + 1]))
        old_line.append(drawing.on_rung(rung + 1, before[rung + 1]))
        if divided or end == 0:
            old_line += drawing.along_rung(rung + 1, before[rung + 1], after[rung + 1])
            pieces.append(_piece(rung, part, new_line, old_line, gained))
            part += end == 0
            new_line, old_line = [], []
    return pieces


def _piece(rung: int, part: int, new_line: list[Point], old_line: list[Point], gained: bool) -> Piece:
    strip = ROWS.index(_rows_at(rung)[-1])
    return Piece(strip, part, drawing.ring([*new_line, *reversed(old_line)]), gained)


def _crossing(rung: int, before: tuple[float, ...], after: tuple[float, ...]) -> Point:
    """Where the old and the new front cross between two rungs."""
    (ax, ay), (bx, by) = (drawing.on_rung(r, before[r]) for r in (rung, rung + 1))
    (cx, cy), (dx, dy) = (drawing.on_rung(r, after[r]) for r in (rung, rung + 1))
    across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    share = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across
    return ax + share * (bx - ax), ay + share * (by - ay)


def _deepest(before: int, after: int, forward: bool) -> dict:
    """Depth of the ground gained (forward) or lost, in each row the deepest vertex of the line that moved.

    Ground gained is measured from the front before, ground lost from the front after, or from home beyond
    the eastern border where that is nearer. Null where nothing moved that way.
    """
    tip_map, base_map = (after, before) if forward else (before, after)
    tips, bases = drawing.front(tip_map), drawing.front(base_map)
    base_line = drawing.front_line(base_map) + drawing.divide_line(len(story.DIVIDES) - 1)
    depths: dict[str, tuple[float, Point, Point]] = {}
    for rung in range(story.RUNGS):
        if tips[rung] <= bases[rung]:
            continue
        tip = drawing.on_rung(rung, tips[rung])
        foot = nearest_on_line(tip, base_line)
        reading = (round(distance_m(foot, tip) / 1000, 4), foot, tip)
        for row in (WHOLE, *_rows_at(rung)):
            depths[row] = max(depths.get(row, reading), reading)
    foot, tip = depths[WHOLE][1:] if depths else (None, None)
    return {
        "max_km": {row: depths[row][0] if row in depths else None for row in ROWS},
        "from": foot and [round(value, 7) for value in foot],
        "to": tip and list(tip),
    }


def _rows_at(rung: int) -> list[str]:
    """The row a rung lies in, or both rows that it divides."""
    edges = list(zip(story.DIVIDES, story.DIVIDES[1:]))
    return [ROWS[strip] for strip, (first, last) in enumerate(edges) if first <= rung <= last]


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
    """Whether a ring goes around a point: a ray to the east crosses it an odd number of times."""
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
