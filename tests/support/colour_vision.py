# SPDX-License-Identifier: GPL-2.0-or-later
"""How colours look, from published formulas: contrast, distance, lightness, and what the colour-blind see."""

DARK_MAP, LIGHT_MAP = "#1d2125", "#f2efe9"

# Machado, Oliveira and Fernandes 2009, severity 1: what is seen of linear red, green and blue.
BLINDNESS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(name):
    parts = (int(name[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(name):
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear(name)))


def contrast(one, other):
    """The contrast of WCAG 2, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(rgb):
    """CIE L*a*b* of linear sRGB under D65."""
    rows = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
    white = (0.95047, 1.0, 1.08883)
    xyz = [sum(a * b for a, b in zip(row, rgb)) / w for row, w in zip(rows, white)]
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one, other, blindness="none"):
    """CIE76 distance of two colours as somebody sees them; 2.3 is just noticeable."""
    seen = []
    for name in (one, other):
        rgb = linear(name)
        seen.append(lab([min(1, max(0, sum(a * b for a, b in zip(row, rgb)))) for row in BLINDNESS[blindness]]))
    return sum((a - b) ** 2 for a, b in zip(*seen)) ** 0.5
