"""What entering values has done, and taking a deed back."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.calendar.period import Period
from kpi_engine.model.actual import Actual, Remark
from kpi_engine.model.audit import Deed, FieldChange
from kpi_engine.model.cause import NOTHING_RED, Reds
from kpi_engine.model.kpi import KpiVersion


@dataclass(frozen=True, slots=True)
class EnteredItem:
    """One value of a message, as it stands in the record now."""

    version: KpiVersion
    period: Period
    actual: Actual
    previous: Actual | None
    """What stood before; None if nothing did."""
    late: bool
    """Whether it comes after the days of grace."""
    changed: bool
    """False where the same value stood there already: then nothing was written."""
    remark: Remark | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """The values of a message, in its order."""

    items: tuple[EnteredItem, ...]
    reds: Reds = NOTHING_RED
    """What whoever entered them is asked about these KPIs."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back; of values, what stands now (`actual`) and what was taken back (`previous`)."""

    what: Deed
    subject: str
    """As in the audit log."""
    items: tuple[EnteredItem, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    """What the deed had changed."""
    own: bool = False
    """Whether it was about the person who takes it back."""
