# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs an algorithm that needs far more memory than it may have, and prints how it ends; a program of its own."""

import resource
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / part) for part in ("support", "")]

import conftest  # noqa: E402, F401 (registers the plugin as a package)
from frontline_change.core.depth import arrows  # noqa: E402, F401 (loads the libraries before memory is short)
from frontline_change.processing import environment  # noqa: E402
from frontline_change.processing.provider import FrontlineProvider  # noqa: E402
from layers import box, maps  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

FREE_BYTES = 400_000_000
PAGES = Path("/proc/self/statm")


def main(output):
    """Ask for arrows at 50 metres over half a continent."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("frontline:advancearrows")
    snapshots = maps(("2025-01-01", box(28, 40, 30, 52)), ("2025-02-01", box(28, 40, 40, 52)))
    parameters = {"SNAPSHOTS": snapshots, "PERIOD": "all", "SPACING": 50, "ARROWS": output}
    used = int(PAGES.read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + FREE_BYTES, resource.RLIM_INFINITY))
    try:
        algorithm.run(parameters, QgsProcessingContext(), QgsProcessingFeedback(False), {}, False)
    except QgsProcessingException as error:
        print(error)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    environment.prepare()
    provider = FrontlineProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    main(sys.argv[1])
