# SPDX-License-Identifier: GPL-2.0-or-later
"""Sectors as headline and layer: SECTORS."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeature, QgsGeometry, QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ..inputs.sector_methods import REGIONS, ConstructedSectors
from .change_rows import KM2
from .features import FrameGeometries, qgs_feature, qgs_fields
from .fields.sectors import SECTORS
from .results import Output

if TYPE_CHECKING:
    from ...core.sectors.construct import Check

LARGEST_ROUNDING_M2 = 1.0  # each border point is rounded to the millimetre


def headline(sectors: ConstructedSectors, found: Check) -> str:
    """Return the result in one sentence."""
    tr = QCoreApplication.translate
    if found.overlap_m2 > LARGEST_ROUNDING_M2:
        verdict, wrong_m2 = tr("FrontlineChange", "no partition, they overlap by {area} km²"), found.overlap_m2
    elif found.gaps:
        verdict = tr("FrontlineChange", "a partition (no overlaps) around {gaps} gaps of {area} km²")
        wrong_m2 = found.gaps_m2
    else:
        verdict, wrong_m2 = tr("FrontlineChange", "a partition (no overlaps, no gaps enclosed)"), 0.0
    return tr("FrontlineChange", "Sectors: {count}, with {area} in all; {verdict}.").format(
        count=len(sectors.names),
        area=formatting.area_text(found.area_m2 / KM2),
        verdict=verdict.format(gaps=found.gaps, area=formatting.significant(wrong_m2 / KM2, 3)),
    )


def output(sectors: ConstructedSectors, method: str, geometries: FrameGeometries) -> Output:
    """Return SECTORS: a multipolygon for each sector."""
    title = QCoreApplication.translate("FrontlineChange", "Sectors ({method})").format(method=method)
    features = _features(sectors, method, geometries)
    return Output("SECTORS", SECTORS, QgsWkbTypes.Type.MultiPolygon, title, "sectors", features)


def _features(sectors: ConstructedSectors, method: str, geometries: FrameGeometries) -> Iterator[QgsFeature]:
    from ...core.libraries import shapely

    layout, areas_m2 = qgs_fields(SECTORS), shapely.area(sectors.geometries)
    for name, area_m2, shape in zip(sectors.names, areas_m2.tolist(), geometries(sectors.geometries)):
        values: dict[str, Any] = {
            "sector": name,
            "code": sectors.codes.get(name),
            "area_km2": area_m2 / KM2,
            "method": method,
            "coarse": method == REGIONS,
        }
        yield qgs_feature(layout, values, _valid(shape))


def _valid(shape: QgsGeometry) -> QgsGeometry:
    """A multipolygon that is valid in the CRS of the output: a straight edge of the frame is not straight there."""
    if shape.isGeosValid():
        return shape
    repaired = shape.makeValid()
    repaired.convertGeometryCollectionToSubclass(QgsWkbTypes.GeometryType.PolygonGeometry)
    repaired.convertToMultiType()
    return repaired
