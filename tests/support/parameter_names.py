# SPDX-License-Identifier: GPL-2.0-or-later
"""Which parameters a message names: each must be one of the algorithm that gave the message."""

import re

from checkout import PUBLIC

NAMES = {f"frontline:{name.split(':')[-1]}": {*entry["inputs"], *entry["layers"]} for name, entry in PUBLIC.items()}
EVERY = set().union(*NAMES.values())
_RESULT = re.compile(r"a result of an earlier measurement \([^)]*\)")  # names an output of any algorithm
_WORD = re.compile(r"(?<![\w“])[A-Z][A-Z_]{2,}(?![\w”])")


def named_elsewhere(algorithm: str, text: str) -> list[str]:
    """The parameters in a message that only other algorithms have. `algorithm` is the id without the provider."""
    return sorted(set(_WORD.findall(_RESULT.sub("", text))) & EVERY - NAMES[f"frontline:{algorithm}"])
