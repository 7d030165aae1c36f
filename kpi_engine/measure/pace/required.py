"""What the values to come have to be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from kpi_engine.measure.exact import divide
from kpi_engine.measure.values.aggregate import aggregate
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Aggregation

_CLOSE = Decimal("1e-9")
_ONE = Decimal(1)


def required(
    how: Aggregation, known: Sequence[Reading], to_come: int, level: Decimal, as_reading: Callable[[Decimal], Reading]
) -> Decimal | None:
    """What each value to come must be, all alike, so that the period has that level; None where none would do it.

    Every way of putting values together that we have answers a common change of some values in proportion, so
    two trials are enough; a third one proves it.
    """

    def whole(value: Decimal) -> Decimal:
        found = aggregate(how, [*known, *[as_reading(value)] * to_come])
        return found.value if found else Decimal(0)

    start = whole(Decimal(0))
    rise = whole(_ONE) - start
    if not to_come or not rise:
        return None
    value = divide(level - start, rise)
    return value if abs(whole(value) - level) <= _CLOSE * max(abs(level), _ONE) else None
