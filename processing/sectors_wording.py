# SPDX-License-Identifier: GPL-2.0-or-later
"""Sentences about sectors in the making: what had to be settled, in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication, QLocale

if TYPE_CHECKING:
    from ..core.sectors.making import Finding

NAMED_AT_MOST = 5


def finding_text(finding: Finding) -> str:
    """Return what a finding says."""
    tr = QCoreApplication.translate
    texts = {
        "unnamed": tr("FrontlineChange", "Sectors without a name: {count}, now called {names}."),
        "repeated": tr("FrontlineChange", "Features of one name became one sector: {names}."),
        "renamed": tr("FrontlineChange", "Names that result tables need themselves were changed: {names}."),
        "overlap": tr(
            "FrontlineChange", "{names} overlapped by {area} km²; each place now belongs to one of them only."
        ),
        "filled": tr("FrontlineChange", "Gaps given to the nearest sector: {count}, {area} km² in all."),
        "empty": tr("FrontlineChange", "Sectors without ground left, not among the results: {count} ({names})."),
        "no_place": tr("FrontlineChange", "Places without a point left out: {count} ({names})."),
        "outside": tr("FrontlineChange", "Places outside the theatre, without a sector: {count} ({names})."),
        "same_spot": tr(
            "FrontlineChange", "Places on the spot of an earlier one, without a sector: {count} ({names})."
        ),
        "short_front": tr(
            "FrontlineChange",
            "{count} stretches of front, {length} km in all, are too short for sectors of their own; those near others "
            "lie in theirs.",
        ),
    }
    return texts[finding.kind].format(
        count=finding.count,
        names=", ".join(finding.names[:NAMED_AT_MOST]) + (", …" if len(finding.names) > NAMED_AT_MOST else ""),
        area=QLocale().toString(finding.amount / 1e6, "f", 3),
        length=QLocale().toString(finding.amount / 1e3, "f", 1),
    )
