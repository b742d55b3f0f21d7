# SPDX-License-Identifier: GPL-2.0-or-later
"""docs/how-to/printed.md: twenty kinds of figures, and every output and field that the page names is there."""

import re

from checkout import PUBLIC, ROOT
from page_tables import tables_of

PAGE = ROOT / "docs" / "how-to" / "printed.md"
NOT_YET = {"16"}
ALGORITHMS = ("changeseries", "projection", "placestatus")


def places(cell):
    """The outputs of a cell, each with the fields named after it."""
    for part in cell.split(";"):
        output, colon, fields = part.partition(":")
        if colon:
            yield output.strip(), re.findall(r"`(\w+)`", fields)


def test_each_of_twenty_figures_has_a_command_and_a_place():
    (rows,) = tables_of(PAGE)
    assert [row[""] for row in rows] == [str(number) for number in range(1, 21)]
    assert {row[""] for row in rows if not row["where"]} == NOT_YET
    letters = re.findall(r"^## ([A-Z])\. ", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    for row in rows:
        command = row["command"]
        assert command[0] in letters or "](" in command or row[""] in NOT_YET, command


def test_the_outputs_have_the_fields():
    (rows,) = tables_of(PAGE)
    outputs = {
        name: fields for key in ALGORITHMS for name, fields in PUBLIC[f"frontline:{key}"]["layers"].items()
    }  # their names differ
    named = [each for row in rows for each in places(row["where"])]
    assert len(named) >= 18
    assert [(output, field) for output, fields in named for field in fields if field not in outputs[output]] == []
