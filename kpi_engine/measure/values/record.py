"""What stands in a KPI's record: the line that holds for each period, corrections and withdrawals seen to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kpi_engine.calendar.period import Period
from kpi_engine.measure.values.slots import Slot
from kpi_engine.model.actual import ActualState, Reading, Standing


def known_actuals(actuals: Sequence[Standing]) -> dict[Period, Standing]:
    """What stands for each period, a reason for no value among it."""
    return {actual.period: actual for actual in actuals if actual.current and actual.state is not ActualState.WITHDRAWN}


def readings_in(slots: Sequence[Slot], known: Mapping[Period, Standing]) -> list[Reading]:
    """What was measured in the slots, oldest first."""
    found = (known[slot.period] for slot in slots if slot.period in known)
    return [actual.reading for actual in found if actual.state is ActualState.OK and actual.reading]
