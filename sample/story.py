# SPDX-License-Identifier: GPL-2.0-or-later
"""The story of Aldmark as data: the shape of the land, its places, and the movements of each month.

Aldmark lies in the open Atlantic, where there is no land and no war. Positions are sketch kilometres (east,
north) from ORIGIN; positions near the front are given as (east, south), the second counted from TOP_KM.
"""

from __future__ import annotations

from typing import NamedTuple

ORIGIN = (-28.9, 45.0)  # longitude and latitude of the sketch's zero
KM_PER_DEGREE = (78.85, 111.13)  # accurate enough at 45° north for a sketch; areas are computed on the ellipsoid

# Thirteen nominal months, twelve maps: nothing was published on MISSING_DATE.
DATES = (
    "2018-01-01", "2018-02-01", "2018-03-01", "2018-04-01", "2018-05-01", "2018-06-01",
    "2018-07-01", "2018-09-01", "2018-10-01", "2018-11-01", "2018-12-01", "2019-01-01",
)  # fmt: skip
MISSING_DATE = "2018-08-01"
INVALID_DATE = "2018-06-01"  # the map whose islets are one ring crossing itself
LODGEMENT_DATE = "2018-06-01"  # the first map that shows the landing across the bay

# The ladder: rungs run south across the front; on each, a front is one number, the kilometres south of TOP_KM.
WEST_KM, RUNG_STEP_KM, RUNGS = -66.0, 0.34, 401
TOP_KM = 30.0
KNOT_KM = 0.5  # a rung is a line with a vertex at every half kilometre

# Lines from north to south that divide the land: the coast, five borders of sectors, the state border.
DIVIDES = (0, 68, 150, 238, 303, 353, 400)  # rung of each
RUNG_ENDS_KM = (36, 44, 60, 60, 60, 60, 60)  # the divide follows its rung down to here
SECTORS = ("Sarnholt", "Ellmoor", "Corvane", "Tarrowdale", "Wendrath")

# The state border in the north and the coast in the south, each from divide to divide.
NORTH = (
    [(-74, 52), (-66, 57), (-57, 52), (-48, 46)],
    [(-48, 46), (-38, 40), (-27, 43), (-18, 51)],
    [(-18, 51), (-8, 58), (3, 57), (15, 46)],
    [(15, 46), (23, 44), (28, 45), (34, 41)],
    [(34, 41), (42, 46), (50, 43), (56, 38)],
    [(56, 38), (64, 39)],
)
SOUTH = (
    [(-60, -8), (-55, -7), (-51, -10), (-51, -14), (-56, -17), (-62, -15), (-67, -17), (-73, -15), (-79, -22),
     (-73, -30), (-64, -32), (-57, -40), (-48, -39), (-40, -46)],
    [(-40, -46), (-31, -51), (-22, -50)],
    [(-22, -50), (-15, -57), (-6, -66), (3, -63), (9, -53), (18, -56), (25, -60)],
    [(25, -60), (30, -58), (36, -68), (43, -66)],
    [(43, -66), (49, -59), (55, -65), (62, -66)],
    [(62, -66), (70, -67), (76, -60)],
)  # fmt: skip
HOME_FRAME = [(80, -59), (97, -50), (102, -10), (98, 40), (88, 70), (40, 80), (-20, 84), (-60, 80), (-76, 66)]
RIVER = (
    (23, 44), (19, 36), (24, 24), (15, 14), (19, 2), (9, -8), (2, -20), (6, -32), (-2, -42), (3, -52), (3, -63),
)  # fmt: skip

# The landing: the shore between these two of the first SOUTH line, and the line inland.
LANDING_SHORE = ((-62, -15), (-67, -17))
LANDING_INLAND = [(-67, -17), (-66.6, -19.3), (-64.3, -19.9), (-61.7, -18.4), (-62, -15)]

# Two islets joined by a causeway at ISLETS_MEET; the second repeats the ends of the first, mirrored.
ISLETS_MEET = (-83.0, 24.0)
WEST_ISLET = (
    (-83.5, 24.5), (-85.0, 25.2), (-86.7, 24.7), (-87.3, 23.5), (-86.1, 22.8), (-84.4, 23.0), (-83.4, 23.5),
)  # fmt: skip
EAST_ISLET = (
    (-82.6, 24.5), (-81.6, 25.4), (-80.1, 25.3), (-79.6, 24.1), (-80.4, 23.1), (-81.7, 22.9), (-82.5, 23.5),
)  # fmt: skip


# The front of the first map drawn by hand (east, south); `drawing` adds the small bends.
FIRST_FRONT = (
    (-80, 31), (-66, 30), (-52, 31), (-41, 21), (-30, 19), (-18, 27), (-7, 30), (4, 21), (15, 25), (24, 33),
    (36, 27), (46, 17), (57, 20), (66, 26), (80, 24),
)  # fmt: skip


class Move(NamedTuple):
    """One push of the front: forward if `depth_km` is positive, back if it is negative."""

    map_index: int  # the first map that shows it
    east_km: float  # where it is deepest
    left_km: float  # extent to the west
    right_km: float  # extent to the east
    depth_km: float


class Redraw(NamedTuple):
    """Part of the front redrawn without movement: the line varies about the old one."""

    map_index: int
    from_km: float
    to_km: float
    waver_km: float


class Grey(NamedTuple):
    """A strip of contested ground before the front, in the maps from `first` to `last`."""

    first: int
    last: int
    from_km: float
    to_km: float
    width_km: float


# The movements, map by map. The deepest pushes are towards Corvane, in May and in December.
MOVES = (
    Move(1, -28.0, 6.0, 6.0, 3.1), Move(1, 47.0, 5.0, 5.0, 2.5),
    Move(2, 3.0, 7.0, 7.0, 4.6), Move(2, -33.5, 5.5, 5.0, 2.9),
    Move(3, 5.5, 6.0, 7.0, 4.4), Move(3, 30.5, 5.0, 6.5, 3.6), Move(3, 64.0, 5.5, 6.0, 3.4),
    Move(4, 1.5, 7.5, 8.0, 8.4), Move(4, -24.0, 6.0, 5.5, 3.4), Move(4, 33.5, 5.5, 5.0, 2.9),
    Move(5, 32.5, 5.5, 7.5, 5.2), Move(5, -5.5, 5.0, 4.0, 3.0),
    Move(6, -30.5, 6.5, 6.0, 4.6), Move(6, 7.5, 5.0, 6.0, -4.6), Move(6, 49.5, 6.0, 5.5, 3.6),
    Move(7, 25.0, 6.5, 7.5, 6.2), Move(7, -20.5, 6.0, 6.5, 5.0), Move(7, 65.0, 4.5, 5.0, 3.2),
    Move(8, -47.0, 5.0, 5.5, 3.3), Move(8, 46.5, 5.0, 5.0, 3.1),
    Move(9, 36.0, 4.5, 6.5, 4.6), Move(9, -8.5, 5.0, 4.0, 3.4),
    Move(10, 3.0, 7.0, 6.0, 6.9), Move(10, -34.0, 6.0, 6.0, 3.8), Move(10, 51.0, 5.0, 4.5, 3.3),
    Move(11, 9.0, 5.0, 7.0, 6.2), Move(11, 27.5, 5.0, 5.5, 3.6),
)  # fmt: skip
REDRAWS = (
    Redraw(3, -60.0, -54.0, 0.09), Redraw(5, -45.0, -41.0, 0.3), Redraw(6, -63.0, -54.0, 0.06),
    Redraw(8, 38.5, 41.0, 0.6), Redraw(8, -15.0, -13.0, 0.05), Redraw(10, -62.0, -54.0, 0.7),
)  # fmt: skip
GREYS = (
    Grey(0, 2, -4.0, 10.0, 2.2), Grey(0, 11, -58.0, -42.0, 1.2), Grey(0, 6, 22.0, 36.0, 1.8),
    Grey(1, 11, -31.0, -17.0, 1.6), Grey(3, 5, -8.0, 14.0, 3.0), Grey(6, 9, -4.5, 17.0, 5.2),
    Grey(7, 11, 24.0, 40.0, 2.4), Grey(4, 11, 43.0, 55.0, 1.5), Grey(10, 11, -6.0, 11.0, 2.8),
)  # fmt: skip

# Places beside the front by (east, south), the others by (east, north).
PLACES_AT_FRONT = (
    ("Pellwick", -47.5, 28.2), ("Dunmarrow", -28.0, 26.8), ("Kestrow", -21.5, 30.2), ("Osterlane", 1.0, 31.0),
    ("Corvane", 3.0, 40.5), ("Yarrowby", 6.0, 32.3), ("Lannet", 29.5, 35.2), ("Tarrow", 28.5, 41.8),
    ("Wendrath", 49.0, 30.0), ("Quillford", 64.5, 30.0),
)  # fmt: skip
PLACES_ELSEWHERE = (
    ("Sarn", -60.0, 20.0), ("Ostermead", -30.0, 35.0), ("Hallow", 44.0, 28.0), ("Twinhaven", -84.8, 24.2),
    ("Ness", -64.6, -18.2), ("Sedgemere", -32.0, -36.0), ("Ulverne", 28.0, -48.0), ("Lennmouth", 4.8, -59.5),
)  # fmt: skip
