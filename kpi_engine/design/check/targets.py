"""Is there a target, can it be reached, and does it ask for anything?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from kpi_engine.design.check.finding import Apply, Finding, Fix, Question, Topic
from kpi_engine.design.check.mend import apply_or_ask, latest, of_kpi
from kpi_engine.design.check.model import Model
from kpi_engine.design.check.record import KpiRecord, Part
from kpi_engine.design.check.series import chance, count_of_values
from kpi_engine.design.check.young import is_young
from kpi_engine.design.words import fold
from kpi_engine.measure.curve.direction import target_problem
from kpi_engine.measure.curve.scoring import is_in_parts
from kpi_engine.model.check import RuleId
from kpi_engine.model.kpi import Definition, Direction, Target

HARD, EASY = Decimal("0.2"), Decimal("0.9")
"""A chance below is a fantasy, above a gift."""
HISTORY = 6
"""Values on which a target can be based."""
_KEPT = {Direction.HIGHER: Direction.AT_LEAST, Direction.LOWER: Direction.AT_MOST}
"""What each becomes where nothing is to change."""


def target_missing(model: Model) -> Iterator[Finding]:
    """There is a target."""
    for record in model.kpis:
        if Part.TARGET in record.unsaid and not record.target_text:
            yield of_kpi(RuleId.TARGET_MISSING, record, Question(Topic.TARGET))


def target_words(model: Model) -> Iterator[Finding]:
    """The target is a number, and a rise is one from somewhere."""
    for record in model.kpis:
        text = record.target_text or record.definition.name.en
        relative = next((rise for each in (text, record.definition.name.zh) if (rise := _rise(each))), "")
        unnumbered = bool(record.target_text) and not re.search(r"\d", fold(record.target_text))
        if unnumbered or (relative and record.baseline is None):
            said = record.target_text if unnumbered else relative
            yield of_kpi(RuleId.TARGET_WORDS, record, Question(Topic.TARGET), text=said, relative=not unnumbered)


def target_chance(model: Model) -> Iterator[Finding]:
    """The chance of reaching the target is from 20 to 90 %.

    What is to be kept may be as sure as can be, and of what must not happen nobody sets a more likely number.
    """
    for record in _with_target(model):
        direction = record.definition.direction
        easy = Decimal(1) if direction in _KEPT.values() else EASY
        found = None if direction is Direction.ZERO else chance(model, record)
        if found is not None and not HARD <= found <= easy:
            params = {"chance": found, "hard": found < HARD, "count": count_of_values(model, record)}
            yield of_kpi(RuleId.TARGET_CHANCE, record, Question(Topic.TARGET), **params)


def target_basis(model: Model) -> Iterator[Finding]:
    """The target is derived from something: history, the market, or a demand that somebody stands for.

    A new KPI cannot have a history yet.
    """
    for record in _with_target(model):
        count = count_of_values(model, record)
        if record.basis is None and count < HISTORY and not is_young(model, record):
            yield of_kpi(RuleId.TARGET_BASIS, record, Question(Topic.TARGET), count=count)


def target_order(model: Model) -> Iterator[Finding]:
    """Threshold, target and stretch get better in this order."""
    for record in _with_target(model):
        if target_problem(record.definition.direction, record.definition.target):
            yield of_kpi(RuleId.TARGET_ORDER, record, _ordered(model, record), **_levels(record))


def target_is_baseline(model: Model) -> Iterator[Finding]:
    """A target asks for more than there is; what is to be kept is a matter of being met or not."""
    for record in _with_target(model):
        definition = record.definition
        if definition.direction in _KEPT and record.baseline == definition.target.value:
            yield of_kpi(RuleId.TARGET_IS_BASELINE, record, _kept(model, record), **_levels(record))


def target_zero(model: Model) -> Iterator[Finding]:
    """What is scored in proportion to its target has one above zero."""
    for record in _with_target(model):
        if record.definition.target.value <= 0 and _is_proportional(record.definition):
            fix = _none_at_all(model, record)
            yield of_kpi(RuleId.TARGET_ZERO, record, fix, **_levels(record), zero=isinstance(fix, Apply))


def _with_target(model: Model) -> Iterator[KpiRecord]:
    return (record for record in model.kpis if Part.TARGET not in record.unsaid)


def _levels(record: KpiRecord) -> dict[str, object]:
    return {"target": record.definition.target, "unit": record.definition.unit}


def _rise(text: str) -> str:
    """ "+20 %", "by 20 %", "提升20%": a change, without saying from where."""
    found = _RISE.search(fold(text))
    return found[0].strip() if found else ""


_RISE = re.compile(r"(?:\+ ?|\bby |提升|提高|增长|增加|上升|降低|下降|减少)\d+(?:\.\d+)? ?%")


def _ordered(model: Model, record: KpiRecord) -> Fix:
    """The same numbers in the first order that makes a curve."""
    definition = latest(record).definition
    for target in _orders(definition.target):
        if target_problem(definition.direction, target) is None:
            return apply_or_ask(model, record, replace(definition, target=target), Topic.LEVELS)
    return Question(Topic.LEVELS)


def _orders(target: Target) -> Iterator[Target]:
    names = [name for name in ("value", "upper", "threshold", "stretch") if getattr(target, name) is not None]
    for numbers in permutations(getattr(target, name) for name in names):
        yield replace(target, **dict(zip(names, numbers, strict=True)))


def _is_proportional(definition: Definition) -> bool:
    """Whether its score is a part of its target."""
    if definition.scoring.method is not None:
        return is_in_parts(definition.scoring.method)
    return definition.direction in _KEPT and definition.target.threshold is None


def _kept(model: Model, record: KpiRecord) -> Fix:
    """A matter of being kept or not."""
    direction = latest(record).definition.direction
    return _met_or_not(model, record, _KEPT.get(direction, direction))


def _none_at_all(model: Model, record: KpiRecord) -> Fix:
    """Where less is better, nothing is the target of what must not happen."""
    definition = latest(record).definition
    if definition.direction is not Direction.LOWER or definition.target.value:
        return Question(Topic.LEVELS)
    return _met_or_not(model, record, Direction.ZERO)


def _met_or_not(model: Model, record: KpiRecord, direction: Direction) -> Fix:
    definition = latest(record).definition
    target, scoring = Target(definition.target.value), replace(definition.scoring, method=None)
    changed = replace(definition, direction=direction, target=target, scoring=scoring)
    return apply_or_ask(model, record, changed, Topic.LEVELS)
