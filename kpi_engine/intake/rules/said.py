"""One way to read one rule: its clauses, of which KPI they are, and how they are meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from kpi_engine.intake.rules.distance import Steps
from kpi_engine.intake.rules.meaning import Meaning, level_of
from kpi_engine.intake.rules.parts import At, Between, Beyond, Clause, Lines, Rest
from kpi_engine.intake.rules.quantity import Kind
from kpi_engine.model.kpi import Direction, Unit, UnitKind
from kpi_engine.model.scoring import Basis

T = TypeVar("T")

CONTRADICTION, INCOMPLETE, UNIT = "rule_contradiction", "rule_incomplete", "rule_unit"
TWO_BASES, OTHER_DIRECTION, OTHER_TARGET = "rule_two_bases", "rule_other_direction", "rule_other_target"


class Unmade(Exception):
    """Why no scoring can be made of a rule, by key."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is said, and of what."""

    clauses: Sequence[Clause]
    unit: Unit
    direction: Direction
    meaning: Meaning

    def all(self, kind: type[T]) -> list[T]:
        """The clauses of that kind."""
        return [clause for clause in self.clauses if isinstance(clause, kind)]

    def has(self, *kinds: type[object]) -> bool:
        """Whether there is a clause of any of these kinds."""
        return any(isinstance(clause, kinds) for clause in self.clauses)

    def one(self, kind: type[T]) -> T | None:
        """The one clause of that kind; two that differ contradict each other."""
        found = list(dict.fromkeys(self.all(kind)))
        if len(found) > 1:
            raise Unmade(CONTRADICTION)
        return found[0] if found else None

    def is_table(self) -> bool:
        """Whether the comparisons are rows of a table, and not single limits."""
        return self.has(Between, Rest) or len(self.compared()) > 1

    def compared(self) -> list[Beyond]:
        """The comparisons of values."""
        return [one for one in self.all(Beyond) if not self.is_hurdle(one)]

    def is_hurdle(self, one: Beyond) -> bool:
        """Whether it is points that are compared."""
        if one.quantity.kind is not Kind.SCORE:
            return False
        return one.of_score or self.unit.kind is not UnitKind.SCORE or self.meaning.of_score is True

    def linear(self) -> bool:
        """Whether points between values lie on a line."""
        lines = self.one(Lines)
        return lines.linear if lines else self.meaning.linear is True

    def level(self, one: Steps | Beyond | At) -> tuple[Decimal, Basis]:
        """The level of a clause, and what it is counted in."""
        level = level_of(one.quantity, self.unit, self.meaning)
        if level is None:
            raise Unmade(UNIT)
        return level
