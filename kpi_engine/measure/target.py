"""The target of any period, made of what was agreed for the cycles that it touches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from kpi_engine.calendar.due import entry_periods
from kpi_engine.calendar.period import Period
from kpi_engine.measure.exact import divide
from kpi_engine.measure.force import Slot
from kpi_engine.model.kpi import Aggregation, KpiVersion, PeriodTarget, Target
from kpi_engine.model.score import TargetShare


def target_shares(
    slots: Sequence[Slot], period_targets: Sequence[PeriodTarget], working_days: frozenset[int]
) -> tuple[TargetShare, ...]:
    """One share for each version and cycle: how many of the cycle's entry periods are among the slots."""
    agreed = {target.period_start: target.target for target in period_targets}
    return tuple(
        _share(version, cycle, len(tuple(group)), agreed, working_days)
        for (version, cycle), group in groupby(slots, key=_version_and_cycle)
    )


def combined_target(how: Aggregation, shares: Sequence[TargetShare]) -> Target | None:
    """The target that the shares make together; None of none.

    What is summed up has a target in proportion: sum of target x counted / of. Other values have the mean of
    the cycles' targets by what was counted in each; where the last value stands for all, its target does too.
    """
    if not shares:
        return None
    match how:
        case Aggregation.SUM:
            return _by_level(shares, _in_proportion)
        case Aggregation.LAST:
            return shares[-1].target
        case Aggregation.AVERAGE | Aggregation.RATIO:
            return _by_level(shares, _mean)


def entry_target(version: KpiVersion, entry: Period, working_days: frozenset[int]) -> Target | None:
    """What the version's target says of one entry period: of a sum its part, of anything else the target itself.

    None where no value is expected in the whole cycle.
    """
    cycle = Period.holding(entry.middle, version.definition.cycle)
    share = _share(version, cycle, 1, {}, working_days)
    return combined_target(version.definition.aggregation, (share,)) if share.of else None


def _version_and_cycle(slot: Slot) -> tuple[KpiVersion, Period]:
    return slot.version, Period.holding(slot.period.middle, slot.version.definition.cycle)


def _share(
    version: KpiVersion,
    cycle: Period,
    counted: int,
    agreed: dict[date, Target],
    working_days: frozenset[int],
) -> TargetShare:
    whole = entry_periods(version.definition.frequency, cycle, working_days)
    target = agreed.get(cycle.start, version.definition.target)
    return TargetShare(version, cycle, target, counted=counted, of=len(whole))


Levels = Sequence[tuple[TargetShare, Decimal]]


def _by_level(shares: Sequence[TargetShare], combine: Callable[[Levels], Decimal]) -> Target:
    """Each level on its own; one that is not agreed everywhere is not agreed for the whole."""

    def level(of: Callable[[Target], Decimal | None]) -> Decimal | None:
        levels = [(share, value) for share in shares if (value := of(share.target)) is not None]
        return combine(levels) if len(levels) == len(shares) else None

    return Target(
        combine([(share, share.target.value) for share in shares]),
        upper=level(lambda target: target.upper),
        threshold=level(lambda target: target.threshold),
        stretch=level(lambda target: target.stretch),
    )


def _in_proportion(levels: Levels) -> Decimal:
    return sum((_part(level, share.counted, share.of) for share, level in levels), Decimal(0))


def _part(level: Decimal, counted: int, of: int) -> Decimal:
    return level if counted == of else divide(level * counted, Decimal(of))


def _mean(levels: Levels) -> Decimal:
    if len({level for _, level in levels}) == 1:
        return levels[0][1]
    counted = sum(share.counted for share, _ in levels)
    return divide(sum((level * share.counted for share, level in levels), Decimal(0)), Decimal(counted))
