"""The questions for targets: one with its levels, the targets of a whole set, what is expected of the market."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from conversations.choice_fields import find_option
from conversations.fields import Field, Rejected, Taken
from conversations.kpi_fields import read_all, split_at
from conversations.view import QuestionKind
from kpi_engine.design.market import Growth
from kpi_engine.intake.number import plain
from kpi_engine.intake.typed import tidy
from kpi_engine.measure.curve.direction import target_problem
from kpi_engine.model.kpi import GRADED, Direction, Target, Unit, UnitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetField(Field):
    """A target (`50`), one with threshold and stretch (`40 / 50 / 60`), or a range (`98 - 102`): a `Target`."""

    kind = QuestionKind.TEXT

    unit: Unit
    direction: Direction
    currency: str

    def read(self, raw: str, today: date) -> Taken | Rejected:
        pieces = split_at(tidy(raw), _BETWEEN if self.direction is Direction.RANGE else _SLASH)
        values = read_all(pieces, self.unit, self.currency)
        if isinstance(values, Rejected):
            return values
        counted = self.unit.kind in (UnitKind.COUNT, UnitKind.DURATION) and self.direction is not Direction.RANGE
        if counted and min(values) < 0:
            return Rejected("number_small", {"least": Decimal(0), "unit": self.unit})
        target = _target(values, self.direction)
        if target is None:
            return Rejected("target_shape", {"raw": raw.strip(), "direction": self.direction})
        problem = target_problem(self.direction, target)
        if problem:
            return Rejected("target_order", {"problem": problem, "direction": self.direction})
        return Taken(self.written(target), target)

    def written(self, target: Target) -> str:
        """The target as this field reads it."""
        levels = (target.threshold, target.value, target.upper, target.stretch)
        return " / ".join(plain(level, self.unit) for level in levels if level is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SureTargetField(TargetField):
    """The question whether a target is meant so: one of the options, by its number too, or another target."""

    kind = QuestionKind.CHOICE

    def read(self, raw: str, today: date) -> Taken | Rejected:
        found = find_option(" ".join(raw.split()), self.options)
        return super(SureTargetField, self).read(found.value if found else raw, today)

    def again(self, text: str, today: date) -> Taken | Rejected:
        return super(SureTargetField, self).read(text, today)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetsField(Field):
    """A target for each of several KPIs, in their order: an option, or a tuple of `Target`."""

    kind = QuestionKind.CHOICE

    targets: tuple[TargetField, ...]
    names: tuple[str, ...]

    def read(self, raw: str, today: date) -> Taken | Rejected:
        found = find_option(" ".join(raw.split()), self.options)
        return Taken(found.value, found.value) if found else self._typed(raw, today)

    def again(self, text: str, today: date) -> Taken | Rejected:
        known = any(option.value == text for option in self.options)
        return Taken(text, text) if known else self._typed(text, today)

    def _typed(self, raw: str, today: date) -> Taken | Rejected:
        pieces = _one_each(raw)
        if len(pieces) != len(self.targets):
            return Rejected("targets_count", {"count": len(pieces), "names": self.names})
        read = [field.read(piece, today) for field, piece in zip(self.targets, pieces, strict=True)]
        wrong = next((found for found in read if isinstance(found, Rejected)), None)
        taken = [found for found in read if isinstance(found, Taken)]
        return wrong or Taken("; ".join(found.text for found in taken), tuple(found.value for found in taken))


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthField(Field):
    """What is expected of the market, `5% - 10%` or `8%`: a `Growth`."""

    kind = QuestionKind.TEXT

    def read(self, raw: str, today: date) -> Taken | Rejected:
        pieces = [piece if piece.endswith("%") else f"{piece}%" for piece in split_at(tidy(raw), _BETWEEN)]
        values = read_all(pieces, Unit(UnitKind.PERCENT), "")
        if isinstance(values, Rejected):
            return values
        low, high = (values[0] - ABOUT, values[0] + ABOUT) if len(values) == 1 else (min(values), max(values))
        if len(values) > 2 or low == high or low <= -1:
            return Rejected("growth_unread", {"raw": raw.strip()})
        return Taken(" / ".join(plain(value, Unit(UnitKind.PERCENT)) for value in (low, high)), Growth(low, high))


ABOUT = Decimal("0.02")
"""How far a single figure is taken to be off, on either side."""
_SLASH = re.compile(r"[/;]|\s\s+")
_BETWEEN = re.compile(r"[/;~—到至]|\bto\b|(?<=[\w%])\s*-\s*|\s-\s")
_LEVELS = re.compile(r"\s*[/／]\s*|\s+[-−–~]\s+")
_EACH = re.compile(r"[;；、，]|,(?!\d{3}(?!\d))|,(?=\s)")


def _one_each(typed: str) -> Sequence[str]:
    """What is typed for each: between commas, or where there are none between blanks. Levels stay together."""
    together = _LEVELS.sub(lambda found: "/" if found[0].strip() in "/／" else "~", typed)
    return split_at(together, _EACH) if _EACH.search(together) else together.split()


def _target(values: list[Decimal], direction: Direction) -> Target | None:
    match direction, values:
        case Direction.RANGE, [low, high]:
            return Target(low, upper=high)
        case (
            (
                Direction.HIGHER
                | Direction.LOWER
                | Direction.NEAREST
                | Direction.AT_LEAST
                | Direction.AT_MOST
                | Direction.ZERO
                | Direction.MILESTONE
                | Direction.LEVELS
            ),
            [value],
        ):
            return Target(value)
        case _, [threshold, value, stretch] if direction in GRADED:
            return Target(value, threshold=threshold, stretch=stretch)
        case _:
            return None
