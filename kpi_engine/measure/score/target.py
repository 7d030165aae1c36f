"""The target of any period, made of what was agreed for the cycles that it touches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kpi_engine.calendar.due import entry_periods
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.presence import ALWAYS, Presence
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.curve.extent import WHOLE_CYCLE, Extent
from kpi_engine.measure.exact import decimal_of, divide
from kpi_engine.measure.values.slots import Slot
from kpi_engine.measure.values.source import Source
from kpi_engine.model.kpi import Aggregation, KpiVersion, Target
from kpi_engine.model.score import TargetShare


def target_shares(source: Source, slots: Sequence[Slot], calendar: Calendar) -> tuple[TargetShare, ...]:
    """One share for each version and cycle: how many of the cycle's entry periods are among the slots.

    An entry period in which somebody is there for some of the working days counts as that part of one.
    """
    agreed = {target.cycle: target.target for target in source.targets}
    return tuple(
        _share(group[0].version, cycle, _counted(group, calendar, source.presence), agreed, calendar)
        for cycle, group in _by_cycle(slots, calendar)
    )


def combined_target(how: Aggregation, shares: Sequence[TargetShare]) -> Target | None:
    """The target that the shares make together; None of none.

    What adds up has a target in proportion: sum of target x counted / of. Other values have the mean of
    the cycles' targets by what was counted in each; where the last value stands for all, its target does too.
    """
    if not shares:
        return None
    targets = [share.target for share in shares]
    match how:
        case Aggregation.SUM | Aggregation.COUNT:
            return by_level(targets, lambda levels: _in_proportion(shares, levels))
        case Aggregation.LAST:
            return shares[-1].target
        case Aggregation.AVERAGE | Aggregation.WEIGHTED | Aggregation.RATIO | Aggregation.MIN | Aggregation.MAX:
            return by_level(targets, lambda levels: _mean(shares, levels))


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
    cycle = calendar.holding(entry.middle, version.definition.cycle)
    share = _share(version, cycle, Decimal(1), {}, calendar)
    return combined_target(version.definition.aggregation, (share,)) if share.of else None


def _by_cycle(slots: Iterable[Slot], calendar: Calendar) -> list[tuple[Period, list[Slot]]]:
    """Slots of one version and cycle that follow each other."""
    groups: list[tuple[Period, list[Slot]]] = []
    last, end = None, date.min
    for slot in slots:
        middle = slot.period.middle
        if slot.version is not last or middle >= end:
            cycle = calendar.holding(middle, slot.version.definition.cycle)
            groups.append((cycle, []))
            last, end = slot.version, cycle.end
        groups[-1][1].append(slot)
    return groups


def _counted(slots: Sequence[Slot], calendar: Calendar, presence: Presence) -> Decimal:
    if presence == ALWAYS:
        return Decimal(len(slots))
    return decimal_of(sum((presence.part(slot.period, calendar) for slot in slots), Fraction(0)))


def _share(
    version: KpiVersion,
    cycle: Period,
    counted: Decimal,
    agreed: dict[Period, Target],
    calendar: Calendar,
) -> TargetShare:
    whole = entry_periods(version.definition.frequency, cycle, calendar)
    target = agreed.get(cycle, version.definition.target)
    return TargetShare(version, cycle, target, counted=counted, of=len(whole))


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
