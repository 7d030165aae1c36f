"""What the made-up company is made of: everything that does not depend on the day."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.demo.seasons import Holidays
from bot.demo.series import Shape
from kpi_engine.model.company import Role
from kpi_engine.model.kpi import Definition, Target
from kpi_engine.model.name import Language, Name
from kpi_engine.model.strategy import SwotKind


@dataclass(frozen=True, slots=True)
class Hat:
    """A job in a department, for a share of somebody's time."""

    department: str
    title: Name
    share: Decimal


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person; a persona is somebody to try the bot as."""

    name: Name
    role: Role
    language: Language
    hats: tuple[Hat, ...]
    persona: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A department, and what it adds to a goal of the company."""

    id: str
    name: Name
    goal: Name
    serves: str


@dataclass(frozen=True, slots=True)
class Revision:
    """Another target, from the first of a month on."""

    months_ago: int
    target: Target
    reason: str


@dataclass(frozen=True, slots=True)
class Correction:
    """The value of so many entries ago was first said as `factor` times what is right, and corrected by somebody."""

    ago: int
    factor: Decimal
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What was noted with the value of so many entries ago."""

    ago: int
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """An action; its days count from today."""

    text: str
    person: str
    due: int
    done: int | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A KPI and its past. `definition` has no owner and no goal yet: those have ids only in a database."""

    department: str
    person: str | None
    owner: str
    definition: Definition
    shape: Shape
    revisions: tuple[Revision, ...]
    corrections: tuple[Correction, ...]
    remarks: tuple[Remark, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The company. Departments and goals go by their ids, people by their English names."""

    name: Name
    language: Language
    time_zone: str
    currency: str
    holidays: Holidays
    goals: dict[str, Name]
    swot: tuple[tuple[SwotKind, str], ...]
    departments: tuple[Part, ...]
    people: tuple[Somebody, ...]
    measures: tuple[Measure, ...]
