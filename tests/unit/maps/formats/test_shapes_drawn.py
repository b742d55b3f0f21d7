# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps drawn at random in each form of file; and the same files cut off or with changed bytes: read or refused."""

import numpy as np
import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.formats import read_file
from map_shapes import SHAPES

DRAWN = 20
DAMAGED = 60


@pytest.mark.parametrize("form", SHAPES)
def test_every_feature_of_a_drawn_map_is_read(form, tmp_path):
    path = tmp_path / f"map{SHAPES[form].suffix}"
    for seed in range(DRAWN):
        rng = np.random.default_rng(seed)
        count = int(rng.integers(1, 7))
        path.write_bytes(SHAPES[form].draw(rng, count))
        raw = read_file(path)
        west, south, east, north = shapely.total_bounds(raw.geometries)
        assert (len(raw.attributes), len(raw.geometries)) == (count, count)
        assert (shapely.area(raw.geometries) > 0).all()
        assert 29 <= west < east <= 39
        assert 44 <= south < north <= 53


@pytest.mark.parametrize("form", SHAPES)
def test_damaged_files_are_read_or_refused_in_a_sentence(form, tmp_path):
    path = tmp_path / f"map{SHAPES[form].suffix}"
    for seed in range(DAMAGED):
        rng = np.random.default_rng(seed)
        content = bytearray(SHAPES[form].draw(rng, 3))
        for at in rng.integers(len(content), size=3).tolist():
            content[at] = int(rng.integers(256))
        path.write_bytes(content[: int(rng.integers(len(content) // 2, len(content) + 1))])
        try:
            raw = read_file(path)
        except InputError as error:
            assert len(str(error)) > 20
        else:
            assert len(raw.attributes) == len(raw.geometries)
