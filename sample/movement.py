# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground moved between two fronts, and its depth, from the ladder on which the fronts were constructed.

Fronts share their rungs, so the ground between two of them is bounded by their own vertices: its area
follows from the ring, its kind from its width, its sector from its rungs.
"""

from __future__ import annotations

from typing import NamedTuple

from . import drawing, story
from .ellipsoid import Point, distance_m, length_m, nearest_on_line, ring_area_m2

NOISE_WIDTH_M = 700.0
OUTSIDE = "outside all sectors"
WHOLE = "all"
ROWS = (*story.SECTORS, OUTSIDE, WHOLE)


class Fragment(NamedTuple):
    """Ground between two fronts, of one part and within one strip of the land."""

    part: int  # fragments divided by a sector border share their part
    gained: bool
    rungs: range  # it lies between each of these rungs and the next
    outline: list[Point]

    @property
    def row(self) -> str:
        """Its sector, or the row of ground outside all sectors."""
        return _row_east_of(self.rungs[0])

    @property
    def area_m2(self) -> float:
        """Area in m²."""
        return abs(ring_area_m2(self.outline))


class Part(NamedTuple):
    """A connected area of ground gained or lost, and its area in each row."""

    gained: bool
    rungs: range
    width_m: float  # mean width: twice the area by the perimeter
    area_m2: dict[str, float]

    @property
    def is_noise(self) -> bool:
        """Whether it is narrower than a map can show."""
        return self.width_m < NOISE_WIDTH_M


class Reading(NamedTuple):
    """The distance of a point from a line, and the nearest point of the line."""

    depth_m: float
    foot: Point
    tip: Point


def parts(before: tuple[float, ...], after: tuple[float, ...]) -> list[Part]:
    """Parts of ground moved between two fronts. The width is the width of the whole part across sector borders."""
    ends = (story.DIVIDES[0], story.DIVIDES[-1])
    found = []
    for whole in _fragments(before, after, ends):
        width_m = 2 * whole.area_m2 / length_m([*whole.outline, whole.outline[0]])
        found.append(Part(whole.gained, whole.rungs, width_m, {}))
    for fragment in _fragments(before, after, story.DIVIDES):
        found[fragment.part].area_m2[fragment.row] = fragment.area_m2
    return found


def _fragments(before: tuple[float, ...], after: tuple[float, ...], divides: tuple[int, ...]) -> list[Fragment]:
    """Cut the ground between two fronts into parts where the fronts meet, and into fragments at the divides."""
    fragments: list[Fragment] = []
    part, first, new_line, old_line = 0, 0, [], []

    def finish(gained: bool) -> None:
        outline = drawing.ring([*new_line, *reversed(old_line)])
        fragments.append(Fragment(part, gained, range(first, rung + 1), outline))

    for rung in range(story.RUNGS - 1):
        start, end = after[rung] - before[rung], after[rung + 1] - before[rung + 1]
        if not (start or end):
            continue
        if not new_line:  # from the new front along the rung to the old one; they may meet here
            side = drawing.along_rung(rung, after[rung], before[rung])
            first, new_line, old_line = rung, side[:1], side
        if start * end < 0:
            meet = _crossing(rung, before, after)
            new_line, old_line = [*new_line, meet], [*old_line, meet]
            finish(start > 0)
            part, first, new_line, old_line = part + 1, rung, [meet], [meet]
        side = drawing.along_rung(rung + 1, before[rung + 1], after[rung + 1])
        if end == 0 or rung + 1 in divides:
            new_line, old_line = [*new_line, side[-1]], [*old_line, *side]
            finish((end or start) > 0)
            part, new_line, old_line = part + (end == 0), [], []
        else:
            new_line, old_line = [*new_line, side[-1]], [*old_line, side[0]]
    return fragments


def _crossing(rung: int, before: tuple[float, ...], after: tuple[float, ...]) -> Point:
    """The point where the old and the new front cross between two rungs."""
    (ax, ay), (bx, by) = (drawing.on_rung(r, before[r]) for r in (rung, rung + 1))
    (cx, cy), (dx, dy) = (drawing.on_rung(r, after[r]) for r in (rung, rung + 1))
    across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    share = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across
    return ax + share * (bx - ax), ay + share * (by - ay)


def deepest(moved: list[Part], tip_map: int, base_map: int) -> dict:
    """Depth of the given parts: in each row the deepest point of the line that moved.

    Depth of gained ground is measured from the front before, of lost ground from the front after, or from home beyond
    the eastern border if that is nearer. Noise is left out. Null where nothing else moved.
    """
    tips, bases = drawing.front(tip_map), drawing.front(base_map)
    base_line = drawing.front_line(base_map) + drawing.divide_line(len(story.DIVIDES) - 1)
    best: dict[str, Reading] = {}
    for rung in (rung for part in moved if not part.is_noise for rung in part.rungs):
        ends = [drawing.on_rung(end, tips[end]) for end in (rung, rung + 1) if tips[end] >= bases[end]]
        if len(ends) == 1:
            ends.append(_crossing(rung, bases, tips))
        start, end = (_reading(point, base_line) for point in ends)
        row = _row_east_of(rung)
        best[row] = _deeper(start, end, base_line, best.get(row, start))
    found = max(best.values(), default=None)
    return {
        "max_km": {
            **{row: round(best[row].depth_m / 1000, 3) if row in best else None for row in ROWS[:-1]},
            WHOLE: found and round(found.depth_m / 1000, 3),
        },
        "from": found and [round(value, 7) for value in found.foot],
        "to": found and [round(value, 7) for value in found.tip],
    }


def _reading(tip: Point, base_line: list[Point]) -> Reading:
    foot = nearest_on_line(tip, base_line)
    return Reading(distance_m(foot, tip), foot, tip)


def _deeper(start: Reading, end: Reading, base_line: list[Point], best: Reading) -> Reading:
    """The deepest point of an edge, to 5 m, if it is deeper than the best so far.

    Depth changes by at most a metre per metre along the edge, so edges that cannot exceed the best are skipped.
    """
    best = max(best, start, end)
    if (start.depth_m + end.depth_m + distance_m(start.tip, end.tip)) / 2 <= best.depth_m + 5:
        return best
    halfway = ((start.tip[0] + end.tip[0]) / 2, (start.tip[1] + end.tip[1]) / 2)
    middle = _reading(halfway, base_line)
    return _deeper(middle, end, base_line, _deeper(start, middle, base_line, best))


def _row_east_of(rung: int) -> str:
    """The row that contains the ground between a rung and the next."""
    return ROWS[sum(divide <= rung for divide in story.DIVIDES) - 1]
