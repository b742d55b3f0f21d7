# SPDX-License-Identifier: GPL-2.0-or-later
"""The colours for a side's own colour: legible, in its hue, told apart from lost ground; judged by CIE L*a*b*."""

import colorsys
from itertools import product

import pytest
from colour_vision import BLINDNESS, DARK_MAP, LIGHT_MAP, contrast, distance, lab, linear
from frontline_change.styles import palette, variants
from rules import every

SIDES = (
    "#d62828", "#005bbb", "#2166ac", "#ffd700", "#1a9850", "#762a83", "#ff7f00",
    "#00a0a0", "#8b4513", "#000000", "#ffffff", "#808080",
)  # fmt: skip
HUED = [name for name in SIDES if name not in ("#000000", "#ffffff", "#808080")]
BOTH = ("standard", "dark map")


def hue_deg(name):
    return 360 * colorsys.rgb_to_hsv(*(int(name[start : start + 2], 16) / 255 for start in (1, 3, 5)))[0]


@every("side", [name for name in HUED if name != "#ffd700"])
def test_the_sides_own_colour_fills_its_gains_where_it_is_legible(side):
    assert variants.colour(palette.GAINED, "standard", side) == side


@every("side, variant", product(SIDES, BOTH))
def test_lost_ground_differs_for_those_who_see_all_colours(side, variant):
    gained, lost = (variants.colour(name, variant, side) for name in (palette.GAINED, palette.LOST))
    assert distance(gained, lost) > 35


@every("side", ["#005bbb", "#2166ac", "#762a83", "#00a0a0"])
def test_a_side_near_blue_gives_its_losses_the_red_of_the_palette(side):
    assert variants.colour(palette.LOST, "standard", side) == palette.GAINED
    assert variants.colour(palette.LOST_DARK, "standard", side) == palette.GAINED_DARK
    losses = [variants.colour(name, "standard", side) for name in palette.NET_RAMP[:3]]
    assert losses == list(reversed(palette.NET_RAMP[4:]))


@every("side", ["#d62828", "#ffd700", "#1a9850", "#ff7f00", "#000000"])
def test_other_sides_leave_lost_ground_blue(side):
    for name in (palette.LOST, palette.LOST_DARK, *palette.NET_RAMP[:4]):
        assert variants.colour(name, "standard", side) == name


@every("side, blindness", product(["#d62828", "#005bbb", "#ffd700", "#762a83"], BLINDNESS))
def test_frequent_sides_differ_from_lost_ground_for_the_colour_blind_too(side, blindness):
    gained, lost = (variants.colour(name, "standard", side) for name in (palette.GAINED, palette.LOST))
    assert distance(gained, lost, blindness) > 25


@every("side", SIDES)
def test_lines_stand_out_on_light_and_on_dark_maps(side):
    assert contrast(variants.colour(palette.GAINED_DARK, "standard", side), LIGHT_MAP) > 4.5
    assert contrast(variants.colour(palette.GAINED_DARK, "dark map", side), DARK_MAP) > 4.5
    assert contrast(variants.colour(palette.GAINED, "dark map", side), DARK_MAP) > 4.5


@every("side, variant", product(SIDES, BOTH))
def test_classes_of_net_change_and_of_dates_stay_as_light_as_in_the_palette(side, variant):
    for name in (*palette.NET_RAMP[4:], *palette.DATE_RAMP):
        usual, own = (lab(linear(variants.colour(name, variant, colour)))[0] for colour in ("", side))
        assert own == pytest.approx(usual, abs=5), name


@every("side", HUED)
def test_dates_of_capture_have_the_hue_of_the_side(side):
    for name in palette.DATE_RAMP[1:5]:
        away = abs(hue_deg(variants.colour(name, "standard", side)) - hue_deg(side)) % 360
        assert min(away, 360 - away) < 30, name


@every("side, variant", product(SIDES, ["colour-blind", "print"]))
def test_variants_that_are_chosen_for_their_colours_keep_them(side, variant):
    for name in (palette.GAINED, palette.LOST, *palette.NET_RAMP, *palette.DATE_RAMP):
        assert variants.colour(name, variant, side) == variants.colour(name, variant)


def test_other_colours_stay():
    for name in (palette.INK, palette.PAPER, palette.HELD, palette.AGAIN, "#123456"):
        assert variants.colour(name, "standard", "#1a9850") == name
