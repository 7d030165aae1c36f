"""The target of any period, put together from the shares that count in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from kpi_engine.calendar.due import entry_periods
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.curve.extent import WHOLE_CYCLE, Extent
from kpi_engine.measure.exact import divide
from kpi_engine.model.kpi import Aggregation, KpiVersion, Target
from kpi_engine.model.score import TargetShare


def combined_target(how: Aggregation, shares: Sequence[TargetShare]) -> Target | None:
    """The target that the shares make together; None of none.

    What adds up has a target in proportion: sum of target x counted / of. Other values have the mean of
    the targets by what was counted of each.
    """
    if not shares:
        return None
    targets = [share.target for share in shares]
    return by_level(targets, lambda levels: (_in_proportion if how.adds_up else _mean)(shares, levels))


def extent_of(how: Aggregation, shares: Sequence[TargetShare]) -> Extent:
    """How much of how many cycles a sum or a count is of; anything else is of one."""
    if not how.adds_up or not shares:
        return WHOLE_CYCLE
    part = sum((_part(Decimal(1), share.counted, share.of) for share in shares), Decimal(0))
    return Extent(part, len({share.cycle for share in shares}))


def by_level(targets: Sequence[Target], combine: Callable[[Sequence[Decimal]], Decimal]) -> Target:
    """Each level on its own; one that is not agreed everywhere is not agreed for the whole."""

    def level(of: Callable[[Target], Decimal | None]) -> Decimal | None:
        levels = [value for target in targets if (value := of(target)) is not None]
        return combine(levels) if len(levels) == len(targets) else None

    return Target(
        combine([target.value for target in targets]),
        upper=level(lambda target: target.upper),
        threshold=level(lambda target: target.threshold),
        stretch=level(lambda target: target.stretch),
    )


def entry_target(version: KpiVersion, entry: Period, calendar: Calendar) -> Target | None:
    """What the version's target says of one entry period: of a sum its part, of anything else the target itself.

    None where no value is expected in the whole cycle.
    """
    definition = version.definition
    of = len(entry_periods(definition.frequency, calendar.holding(entry.middle, definition.cycle), calendar))
    if not of or not definition.aggregation.adds_up:
        return definition.target if of else None
    return by_level([definition.target], lambda levels: _part(levels[0], Decimal(1), of))


def _in_proportion(shares: Sequence[TargetShare], levels: Sequence[Decimal]) -> Decimal:
    parts = (_part(level, share.counted, share.of) for share, level in zip(shares, levels, strict=True))
    return sum(parts, Decimal(0))


def _part(level: Decimal, counted: Decimal, of: int) -> Decimal:
    return level if counted == of else divide(level * counted, Decimal(of))


def _mean(shares: Sequence[TargetShare], levels: Sequence[Decimal]) -> Decimal:
    if len(set(levels)) == 1:
        return levels[0]
    counted = sum((share.counted for share in shares), Decimal(0))
    summed = sum((level * share.counted for share, level in zip(shares, levels, strict=True)), Decimal(0))
    return divide(summed, counted)
