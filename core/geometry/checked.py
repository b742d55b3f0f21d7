# SPDX-License-Identifier: GPL-2.0-or-later
"""What GEOS returns, checked: of several methods for one result the first whose result passes is taken, or an error."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Optional, TypeVar

from ..errors import CheckError
from ..libraries import shapely

Result = TypeVar("Result")


def first_right(methods: Iterable[Callable[[], Result]], check: Callable[[Result], None]) -> Result:
    """Return the result of the first method that passes a check, which raises CheckError for a wrong one.

    Raises CheckError, with what the last check or GEOS itself reported, when no result passes.
    """
    fault: Optional[CheckError] = None
    for method in methods:
        try:
            result = method()
            check(result)
            return result
        except CheckError as error:  # noqa: PERF203 (there are two methods)
            fault = error
        except shapely.GEOSException as error:
            fault = CheckError("GEOS stopped: {error}.", error=str(error).rstrip("."))
    raise CheckError(
        "{fault} No method gives a right result here, so there is none. Please report this with your data and the "
        "version of GEOS ({version}).",
        fault=fault,
        version=shapely.geos_version_string,
    )
