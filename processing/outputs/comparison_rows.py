# SPDX-License-Identifier: GPL-2.0-or-later
"""Each period of a series beside the previous one, the one a year before, and its rank, as rows of COMPARISONS."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.reference_areas import KM2_PER_SQUARE_MILE
from ..conversion import qdatetime
from .reference_rows import reference_columns
from .series_rows import PeriodTable, plain_values
from .shares import Shares

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.comparisons import Comparison, Ranks

FIGURES = ("held_after_km2", "gained_km2", "lost_km2", "net_km2", "net_se_km2", "significant")
NAMED_PERIODS = 3
FEWEST_IN_WORDS = 3  # every other period is larger or smaller than the one before


@dataclass(frozen=True)
class PeriodsCompared:
    """The periods of a series (n,) with the reason why each must not be compared (empty: it may), and the results."""

    tables: Sequence[PeriodTable]
    reasons: Sequence[str]
    previous: Comparison
    year_before: Comparison
    ranks: Ranks
    shares: Shares

    @classmethod
    def of(cls, tables: Sequence[PeriodTable], kind: str, offset_days: float, shares: Shares) -> PeriodsCompared:
        """Compare the periods of one kind."""
        from ...core.change import comparisons

        periods = [table.period for table in tables]
        maps_days = [table.dates.days if table.dates else None for table in tables]
        reasons = comparisons.reasons_against(periods, maps_days, kind)
        is_compared = _flags(reasons)
        nets = [_matrix(tables, name, len(shares.sector_km2)) for name in ("net_km2", "net_se_km2")]
        previous = comparisons.previous_periods(periods)
        year_before = comparisons.periods_a_year_before(periods, kind, offset_days)
        return cls(
            tables,
            reasons,
            comparisons.compared(previous, is_compared, *nets, shares_map=True),
            comparisons.compared(year_before, is_compared, *nets, shares_map=False),
            comparisons.ranks(nets[0], is_compared),
            shares,
        )

    def rows(self, sectors: Sequence[str], fields: Sequence[str]) -> Iterator[list[Any]]:
        """Yield rows of COMPARISONS, values in the order of `fields`, period by period and sector by sector."""
        for at, table in enumerate(self.tables):
            columns: dict[str, Sequence[Any]] = {"sector": sectors}
            same: dict[str, Any] = {"period": table.period.name, "complete": table.period.complete}
            if table.numbers and table.dates:
                same["date_before"], same["date_after"] = qdatetime(table.dates.before), qdatetime(table.dates.after)
                same["days"] = table.dates.days
                columns |= {name: plain_values(table.numbers[name]) for name in FIGURES}
                columns |= {name: plain_values(values) for name, values in self.shares.columns(table).items()}
                same |= self.shares.named(table)
                columns |= _in_other_words(table.numbers["net_km2"].tolist())
            if not self.reasons[at]:
                for prefix, comparison in (("previous", self.previous), ("year_before", self.year_before)):
                    same[f"{prefix}_period"] = self._name(comparison.index[at])
                    columns |= {f"{prefix}_{name}": plain_values(own) for name, own in _figures(comparison, at).items()}
                columns |= self._rank_columns(at)
                same["ranked_periods"] = self.ranks.count
            same["remark"], same["warning"] = self._remark(at) or None, self._warning(at) or None
            for name in fields:
                columns.setdefault(name, [same.get(name)] * len(sectors))
            yield from map(list, zip(*(columns[name] for name in fields)))

    def _name(self, index: int) -> str | None:
        from ...core.arrays import NO_INDEX

        return None if index == NO_INDEX else self.tables[index].period.name

    def _rank_columns(self, at: int) -> dict[str, list[Any]]:
        ranks, rows = self.ranks, range(self.ranks.largest.shape[1])
        return {
            "rank_largest": ranks.largest[at].tolist(),
            "rank_smallest": ranks.smallest[at].tolist(),
            "largest_since": [self._name(index) for index in ranks.as_large[at]],
            "smallest_since": [self._name(index) for index in ranks.as_small[at]],
            "rank_text": [self._rank_text(at, row) or None for row in rows],
        }

    def _rank_text(self, at: int, row: int) -> str:
        """How far back no period was as large, or as small, whichever is farther; empty where that is this one alone.

        Both ways to say it are given: the last period that was as large, and the first of those that were not. There
        are no words for a net that is printed as 0.
        """
        from ...core.arrays import NO_INDEX

        if abs(self.tables[at].numbers["net_km2"][row]) < formatting.NOTHING_BELOW:
            return ""
        tr, tables = QCoreApplication.translate, self.tables
        large, small = int(self.ranks.as_large[at, row]), int(self.ranks.as_small[at, row])
        number = self.ranks.number
        runs = [int(number[at] - (number[earlier] if earlier != NO_INDEX else 0)) for earlier in (large, small)]
        count = max(runs)
        if count < FEWEST_IN_WORDS:
            return ""
        is_largest = runs[0] >= runs[1]
        since = large if is_largest else small
        if since == NO_INDEX:
            text = (
                tr("FrontlineChange", "largest net of all {count} periods from {first} on")
                if is_largest
                else tr("FrontlineChange", "smallest net of all {count} periods from {first} on")
            )
        else:
            text = (
                tr("FrontlineChange", "largest net since {period} ({net}), the largest of {count} from {first} on")
                if is_largest
                else tr(
                    "FrontlineChange", "smallest net since {period} ({net}), the smallest of {count} from {first} on"
                )
            )
        first = self._compared[int(number[at]) - count]
        found = text.format(
            count=count,
            first=self._title(first),
            period="" if since == NO_INDEX else self._title(since),
            net="" if since == NO_INDEX else formatting.area_text(tables[since].numbers["net_km2"][row], signed=True),
        )
        begin = first if since == NO_INDEX else since
        left_out = self._left_out[bisect_left(self._left_out, begin) : bisect_left(self._left_out, at)]
        if left_out:
            titles = [self._title(index) for index in left_out[:NAMED_PERIODS]]
            named = ", ".join([*titles, "…"] if len(left_out) > NAMED_PERIODS else titles)
            found += "; " + tr("FrontlineChange", "not counted: {periods}").format(periods=named)
        return found

    @cached_property
    def _compared(self) -> list[int]:
        """The indices of the periods that are compared."""
        return [index for index, reason in enumerate(self.reasons) if not reason]

    @cached_property
    def _left_out(self) -> list[int]:
        """The indices of the periods that are not."""
        return [index for index, reason in enumerate(self.reasons) if reason]

    @cached_property
    def _titles(self) -> list[str]:
        return [formatting.period_title(table.period.name) for table in self.tables]

    def _title(self, index: int) -> str:
        return self._titles[index]

    def _remark(self, at: int) -> str:
        """Why the period is not compared, or not with a neighbour that exists."""
        from ...core.arrays import NO_INDEX

        tr = QCoreApplication.translate
        if self.reasons[at]:
            return tr("FrontlineChange", "not compared: {reason}").format(reason=self._reason(at))
        text = tr("FrontlineChange", "no comparison with {period}: {reason}")
        return "; ".join(
            text.format(period=self._title(other), reason=self._reason(other))
            for other in (self.previous.wanted[at], self.year_before.wanted[at])
            if other != NO_INDEX and self.reasons[other]
        )

    def _reason(self, at: int) -> str:
        """The reason against comparing a period, as a clause."""
        from ...core.change.comparisons import INCOMPLETE, LENGTH_DIFFERS, MAPS_DIFFER, NO_MAP

        tr, table = QCoreApplication.translate, self.tables[at]
        text = {
            NO_MAP: tr("FrontlineChange", "no map came within it"),
            INCOMPLETE: tr("FrontlineChange", "the maps do not span it"),
            MAPS_DIFFER: tr("FrontlineChange", "it has {length}, and its maps are {days} apart"),
            LENGTH_DIFFERS: tr("FrontlineChange", "it has {length}, unlike most of the periods"),
        }[self.reasons[at]]
        days = table.dates.days if table.dates else 0.0
        return text.format(length=formatting.days_text(table.period.days), days=formatting.days_text(days))

    def _warning(self, at: int) -> str:
        """The warnings about the period, and those about the periods that it is compared with under their names."""
        from ...core.arrays import NO_INDEX

        others = [] if self.reasons[at] else [self.previous.index[at], self.year_before.index[at]]
        found = [self.tables[at].warning]
        found += [
            f"{self._title(one)}: {self.tables[one].warning}"
            for one in others
            if one != NO_INDEX and self.tables[one].warning
        ]
        return "; ".join(filter(None, found))


def _figures(comparison: Comparison, at: int) -> Mapping[str, np.ndarray]:
    """The figures of one period's comparison by the ends of their names."""
    return {
        "net_km2": comparison.net_km2[at],
        "net_se_km2": comparison.net_se_km2[at],
        "difference_km2": comparison.difference_km2[at],
        "difference_se_km2": comparison.difference_se_km2[at],
        "change_pct": comparison.change_pct[at],
    }


def _in_other_words(nets_km2: Sequence[float]) -> dict[str, list[Any]]:
    """Nets (rows,) in square miles, and beside areas that readers know."""
    known = [reference_columns(net_km2) for net_km2 in nets_km2]
    return {
        "net_sqmi": [net_km2 / KM2_PER_SQUARE_MILE for net_km2 in nets_km2],
        **{name: [each[name] for each in known] for name in known[0]},
    }


def _flags(reasons: Sequence[str]) -> np.ndarray:
    import numpy as np

    return np.array([not reason for reason in reasons], dtype=bool)


def _matrix(tables: Sequence[PeriodTable], name: str, rows: int) -> np.ndarray:
    """A field of all periods (periods, rows), NaN for those without data."""
    import numpy as np

    return np.array([table.numbers[name] if table.numbers else np.full(rows, np.nan) for table in tables], dtype=float)
