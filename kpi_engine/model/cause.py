"""Why a KPI was red in a period, what was done about it, and whether it helped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kpi_engine.calendar.period import Period
from kpi_engine.model.action import Action
from kpi_engine.model.name import Name
from kpi_engine.model.score import KpiScore


class Verdict(StrEnum):
    """Whether what was done has helped."""

    HELPED = "helped"
    NOT_YET = "not_yet"
    OTHER = "other"
    """Something else has to be done."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What somebody says of a KPI's cycle in which it was red; there is one for a KPI and cycle."""

    kpi_id: int
    period: Period
    cause: Name
    """In both languages where it was one of the common ones."""
    author_id: int
    said_on: date
    action_id: int | None = None
    verdict: Verdict | None = None
    """What was said of it in the next cycle."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A cause with what is done about it."""

    cause: Cause
    action: Action | None


@dataclass(frozen=True, slots=True)
class LookBack:
    """What was said of one cycle, and where the KPI stands in a later one."""

    explained: Explained
    now: KpiScore


@dataclass(frozen=True, slots=True)
class Reds:
    """What somebody is asked about the KPIs that they answer for: of each KPI one thing at a time."""

    why: tuple[KpiScore, ...] = ()
    """Red, and nobody has said why, nor put it off."""
    again: tuple[LookBack, ...] = ()
    """Explained in an earlier cycle; now it shows whether it helped."""


NOTHING_RED = Reds()
