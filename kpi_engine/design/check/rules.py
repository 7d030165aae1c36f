"""All rules of the check, and what becomes of their findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from kpi_engine.design.check import (
    balance,
    counting,
    curves,
    data,
    formulas,
    goals,
    naming,
    people,
    signals,
    targets,
    upkeep,
    weights,
)
from kpi_engine.design.check.finding import Finding, Layer
from kpi_engine.design.check.model import Model
from kpi_engine.model.check import RuleId


class Severity(StrEnum):
    """How bad it is, the worst first."""

    ERROR = "error"
    """The KPI cannot be measured, scored or held against anybody as it is."""
    WARNING = "warning"
    """It will mislead."""
    INFO = "info"
    """It could be better."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What ought to hold of a model; `find` gives what does not."""

    id: RuleId
    severity: Severity
    looks_at: Layer
    """What most of its findings are about."""
    find: Callable[[Model], Iterator[Finding]]


_ERROR, _WARNING, _INFO = Severity
_COMPANY, _DEPARTMENT, _PERSON, _KPI = Layer

RULES: tuple[Rule, ...] = (
    Rule(RuleId.GOAL_MISSING, _ERROR, _KPI, goals.goal_missing),
    Rule(RuleId.GOAL_CHAIN_BROKEN, _WARNING, _DEPARTMENT, goals.goal_chain_broken),
    Rule(RuleId.UNRELATED, _WARNING, _KPI, goals.unrelated),
    Rule(RuleId.SWOT_UNANSWERED, _INFO, _COMPANY, goals.swot_unanswered),
    Rule(RuleId.VAGUE_WORD, _ERROR, _KPI, naming.vague_word),
    Rule(RuleId.COMPOUND, _WARNING, _KPI, naming.compound),
    Rule(RuleId.ACTIVITY, _INFO, _KPI, naming.activity),
    Rule(RuleId.DUPLICATE, _WARNING, _KPI, naming.duplicate),
    Rule(RuleId.UNIT_WRONG, _ERROR, _KPI, counting.unit_wrong),
    Rule(RuleId.DIRECTION_WRONG, _ERROR, _KPI, counting.direction_wrong),
    Rule(RuleId.AGGREGATION_WRONG, _ERROR, _KPI, counting.aggregation_wrong),
    Rule(RuleId.FORMULA_WRONG, _ERROR, _KPI, formulas.formula_wrong),
    Rule(RuleId.PERIOD_MISSING, _ERROR, _KPI, upkeep.period_missing),
    Rule(RuleId.SOURCE_MISSING, _ERROR, _KPI, data.source_missing),
    Rule(RuleId.INTRUSIVE, _ERROR, _KPI, data.intrusive),
    Rule(RuleId.PERSONAL_DATA, _ERROR, _KPI, data.personal_data),
    Rule(RuleId.TOO_SELDOM, _WARNING, _KPI, data.too_seldom),
    Rule(RuleId.STALE, _WARNING, _KPI, signals.stale),
    Rule(RuleId.NO_SIGNAL, _WARNING, _KPI, signals.no_signal),
    Rule(RuleId.SMALL_NUMBERS, _INFO, _KPI, signals.small_numbers),
    Rule(RuleId.MOVES_TOGETHER, _INFO, _KPI, signals.moves_together),
    Rule(RuleId.TARGET_MISSING, _ERROR, _KPI, targets.target_missing),
    Rule(RuleId.TARGET_WORDS, _ERROR, _KPI, targets.target_words),
    Rule(RuleId.TARGET_ORDER, _ERROR, _KPI, targets.target_order),
    Rule(RuleId.TARGET_ZERO, _ERROR, _KPI, targets.target_zero),
    Rule(RuleId.TARGET_CHANCE, _WARNING, _KPI, targets.target_chance),
    Rule(RuleId.TARGET_IS_BASELINE, _WARNING, _KPI, targets.target_is_baseline),
    Rule(RuleId.TARGET_BASIS, _INFO, _KPI, targets.target_basis),
    Rule(RuleId.BANDS_WRONG, _ERROR, _KPI, curves.bands_wrong),
    Rule(RuleId.CAP_MISSING, _WARNING, _KPI, curves.cap_missing),
    Rule(RuleId.WEIGHTS_SUM, _ERROR, _DEPARTMENT, weights.weights_sum),
    Rule(RuleId.WEIGHT_RANGE, _WARNING, _KPI, weights.weight_range),
    Rule(RuleId.KPI_COUNT, _WARNING, _DEPARTMENT, balance.kpi_count),
    Rule(RuleId.SMALL_COMPANY, _WARNING, _DEPARTMENT, balance.small_company),
    Rule(RuleId.PERSPECTIVE_MISSING, _WARNING, _DEPARTMENT, balance.perspective_missing),
    Rule(RuleId.ONLY_LAGGING, _WARNING, _DEPARTMENT, balance.only_lagging),
    Rule(RuleId.NO_COUNTER, _WARNING, _KPI, balance.no_counter),
    Rule(RuleId.OWNER_WRONG, _ERROR, _KPI, people.owner_wrong),
    Rule(RuleId.TIME_OVER, _ERROR, _PERSON, people.time_over),
    Rule(RuleId.NOT_CONFIRMED, _WARNING, _KPI, people.not_confirmed),
    Rule(RuleId.OUT_OF_CONTROL, _WARNING, _KPI, people.out_of_control),
    Rule(RuleId.PERSON_WITHOUT_KPI, _WARNING, _PERSON, people.person_without_kpi),
    Rule(RuleId.NOT_CASCADED, _INFO, _DEPARTMENT, people.not_cascaded),
    Rule(RuleId.TEAM_SHARE, _INFO, _COMPANY, people.team_share),
    Rule(RuleId.NO_ACTION, _WARNING, _KPI, upkeep.no_action),
    Rule(RuleId.NOT_REVIEWED, _WARNING, _KPI, upkeep.not_reviewed),
    Rule(RuleId.CHANGED_INSIDE, _WARNING, _KPI, upkeep.changed_inside),
)
"""By topic; of each topic the worst first."""


def check(model: Model) -> tuple[Finding, ...]:
    """Everything that does not hold, errors first, in the order of the rules; what is muted says so."""
    rules = sorted(RULES, key=lambda rule: list(Severity).index(rule.severity))
    return tuple(_muted(model, finding) for rule in rules for finding in rule.find(model))


def of_department(findings: Iterable[Finding], department_id: int) -> tuple[Finding, ...]:
    """Those that concern the department."""
    return tuple(finding for finding in findings if department_id in finding.subject.department_ids)


def rule(id: RuleId) -> Rule:
    """The rule of that id."""
    return next(each for each in RULES if each.id is id)


def _muted(model: Model, finding: Finding) -> Finding:
    of_this = (mute for mute in model.mutes if mute.rule is finding.rule and mute.kpi_id == finding.subject.id)
    return replace(finding, muted=next(of_this, None)) if finding.subject.kind is Layer.KPI else finding
