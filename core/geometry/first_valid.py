# SPDX-License-Identifier: GPL-2.0-or-later
"""Results of GEOS are checked: of several methods for one result, the first that passes the check is used."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from ..errors import GeosError
from ..libraries import shapely

Result = TypeVar("Result")


def first_right(methods: Iterable[Callable[[], Result]], check: Callable[[Result], None]) -> Result:
    """Return the first result that passes the check, which raises GeosError for a wrong one.

    The methods are tried in order. Raises GeosError with the message of the last check, or of GEOS, when none passes.
    """
    fault: GeosError | None = None
    for method in methods:
        try:
            result = method()
            check(result)
        except GeosError as error:  # noqa: PERF203 - two methods, not thousands
            fault = error
        except shapely.GEOSException as error:
            fault = GeosError("GEOS stopped: {error}.", error=str(error).rstrip("."))
        else:
            return result
    raise GeosError(
        "{fault} No method gives a right result here, so there is none. Please report this with your data and the "
        "version of GEOS ({version}).",
        fault=fault,
        version=shapely.geos_version_string,
    )
