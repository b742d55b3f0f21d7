# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the checkout is, and the public names that must stay."""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PUBLIC = json.loads((ROOT / "tests" / "unit" / "public_names.json").read_text(encoding="utf-8"))  # by algorithm
MODELS = json.loads((ROOT / "tests" / "unit" / "public_models.json").read_text(encoding="utf-8"))  # by model
WITH_LAYERS = [name for name, names in PUBLIC.items() if names["layers"]]  # those that run in a task; others draw pages
