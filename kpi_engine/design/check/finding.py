"""What a rule has found, and what mends it: data, worded elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from kpi_engine.commands import Command
from kpi_engine.model.check import Mute, RuleId
from kpi_engine.model.name import Name


class Layer(StrEnum):
    """What a finding can be about, and so what a rule looks at."""

    COMPANY = "company"
    DEPARTMENT = "department"
    PERSON = "person"
    KPI = "kpi"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about. `department_ids` are the departments that it concerns; none: the whole company."""

    kind: Layer
    id: int
    department_ids: frozenset[int] = frozenset()


class Topic(StrEnum):
    """What has to be asked where no button can know the answer."""

    MEASURE = "measure"
    """What is to be measured instead."""
    NEW_KPI = "new_kpi"
    """Which KPI is to be added."""
    FEWER = "fewer"
    """Which KPIs can go."""
    GOAL = "goal"
    UNIT = "unit"
    DIRECTION = "direction"
    PERIOD = "period"
    SOURCE = "source"
    TARGET = "target"
    LEVELS = "levels"
    FORMULA = "formula"
    WEIGHTS = "weights"
    CONSENT = "consent"
    VALUE = "value"
    OWNER = "owner"
    PEOPLE = "people"
    ACTION = "action"
    REVIEW = "review"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Apply:
    """One button mends it. The reason of a `ReviseKpi` is left empty: whoever words the button says why."""

    command: Command


@dataclass(frozen=True, slots=True)
class Option:
    """One of several ways to mend it."""

    name: Name
    command: Command


@dataclass(frozen=True, slots=True)
class Choose:
    """A button for each option, every one of which mends it."""

    topic: Topic
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Somebody has to say it; `offers` are answers to begin with, the best first."""

    topic: Topic
    offers: tuple[Name, ...] = ()


Fix: TypeAlias = Apply | Choose | Question


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that does not hold. `params` fill the sentences that are called like the rule."""

    rule: RuleId
    subject: Subject
    params: Mapping[str, object]
    fix: Fix
    muted: Mute | None = None
    """Who wants it left alone, and why; None while it stands."""
