"""A rule for points as people write it: understood, asked back if it can mean two things, never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.intake.rules.make import make
from kpi_engine.intake.rules.meaning import Doubt, Meaning, doubts, meanings
from kpi_engine.intake.rules.pattern import FULL_MARKS
from kpi_engine.intake.rules.scale import of_hundred
from kpi_engine.intake.rules.scan import scan
from kpi_engine.measure.curve.problems import scoring_problems
from kpi_engine.model.kpi import Direction, Target, Unit
from kpi_engine.model.scoring import Scoring

LONGEST = 500
"""Characters of a rule."""


@dataclass(frozen=True, slots=True)
class Understood:
    """All of the text can mean only this."""

    scoring: Scoring


@dataclass(frozen=True, slots=True)
class Choice:
    """One way in which the text can be meant."""

    meaning: Meaning
    scoring: Scoring


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """It can be meant in any of these ways; the doubts say what to ask."""

    doubts: tuple[Doubt, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Unclear:
    """It is no rule that could be kept: the key of why, and the pieces of the text that mean nothing known."""

    why: str
    left: tuple[str, ...] = ()


RuleRead: TypeAlias = Understood | Ambiguous | Unclear
_ANY = Meaning()


def read_rule(
    text: str, unit: Unit, direction: Direction, target: Target, meant: Meaning = _ANY, full: Decimal = FULL_MARKS
) -> RuleRead:
    """The scoring of a KPI by the text, as far as `meant` settles what it leaves open; its points are of `full`.

    A way to mean it that could not be put in force (a part of a target of 0) is none. Keys of `Unclear`: rule_empty,
    rule_too_long, rule_words (`left` has them), those of `rules.make.make` and of `scoring_problems`.
    """
    if not text.strip() or len(text) > LONGEST:
        return Unclear("rule_too_long" if text.strip() else "rule_empty")
    scanned = scan(text)
    if scanned.left or not scanned.clauses:
        return Unclear("rule_words", scanned.left or (text.strip(),))
    clauses = of_hundred(scanned.clauses, full)
    open_doubts = doubts(clauses, unit)
    choices: dict[Scoring, Choice] = {}
    why: list[str] = []
    for meaning in meanings(open_doubts, meant):
        scoring = make(clauses, unit, direction, target, meaning)
        problems = (scoring,) if isinstance(scoring, str) else scoring_problems(direction, target, scoring)
        if isinstance(scoring, Scoring) and not problems:
            choices.setdefault(scoring, Choice(meaning, scoring))
        why += problems
    return _settled(tuple(choices.values()), open_doubts, why)


def _settled(choices: tuple[Choice, ...], open_doubts: tuple[Doubt, ...], why: list[str]) -> RuleRead:
    if not choices:
        return Unclear(why[0])
    if len(choices) == 1:
        return Understood(choices[0].scoring)
    differing = (doubt for doubt in open_doubts if len({getattr(one.meaning, doubt.value) for one in choices}) > 1)
    return Ambiguous(tuple(differing), choices)
