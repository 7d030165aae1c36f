"""Does every KPI serve a goal, and has every line of the SWOT its KPI?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from kpi_engine.commands import MuteFinding
from kpi_engine.design.catalogue import kinds_of, kpis
from kpi_engine.design.check.finding import Finding, Fix, Option, Question, Topic
from kpi_engine.design.check.formulas import drivers
from kpi_engine.design.check.mend import choose, latest, of_company, of_department, of_kpi, publish, revise, weights_of
from kpi_engine.design.check.model import Model
from kpi_engine.design.check.record import KpiRecord
from kpi_engine.design.check.series import paired
from kpi_engine.design.correlation import ranked
from kpi_engine.design.known import CatalogueKpi
from kpi_engine.design.relevance import (
    Certainty,
    Confirmed,
    Evidence,
    Feeds,
    MovesWith,
    concepts_of_kpi,
    concepts_of_text,
    relevance,
)
from kpi_engine.model.check import RuleId
from kpi_engine.model.strategy import Goal, SwotEntry

SUGGESTED = 3
"""KPIs that are offered for one line of the SWOT."""
OTHERS = 2
"""Goals that are offered in place of one that a KPI hardly serves."""


def goal_missing(model: Model) -> Iterator[Finding]:
    """A KPI serves a goal of its department, or of the company."""
    for record in model.kpis:
        if model.goal(record.definition.goal_id) is None:
            yield of_kpi(RuleId.GOAL_MISSING, record, _link(model, record))


def goal_chain_broken(model: Model) -> Iterator[Finding]:
    """A department's goal serves one of the company."""
    company = {goal.id for goal in model.goals_of(None)}
    for department in model.departments:
        for goal in model.goals_of(department.id):
            if goal.serves not in company:
                fix = _serve(model, goal)
                yield of_department(RuleId.GOAL_CHAIN_BROKEN, department, fix, goal=goal.name)


def unrelated(model: Model) -> Iterator[Finding]:
    """Something ties a KPI to its goal: its owner's word, a formula, what both are about, or custom.

    Where it is not known what one of them is about, nothing is said.
    """
    for record in model.kpis:
        goals = chain(model, record)
        department = model.department(record.version.kpi.department_id)
        names = [goal.name for goal in goals]
        found = relevance(record.definition, names, department.name, tuple(_known(model, record, goals)))
        if goals and found.certainty is Certainty.NONE:
            yield of_kpi(RuleId.UNRELATED, record, _serves_or_links(model, record, goals[0]), goal=goals[0].name)


def swot_unanswered(model: Model) -> Iterator[Finding]:
    """Every strength is used, every weakness repaired, every opportunity seized, every threat met by a KPI."""
    covered = frozenset(concept for record in model.kpis for concept in concepts_of_kpi(record.definition))
    for entry in model.swot:
        wanted = concepts_of_text(entry.text)
        if not wanted & covered:
            offers = tuple(kpi.name for kpi in _answers(model, entry, wanted))
            fix = Question(Topic.NEW_KPI, offers)
            yield of_company(RuleId.SWOT_UNANSWERED, model, fix, kind=entry.kind, line=entry.text, offers=offers)


def chain(model: Model, record: KpiRecord) -> tuple[Goal, ...]:
    """The goal that a KPI serves, and the company's goal above it."""
    goal = model.goal(record.definition.goal_id)
    above = model.goal(goal.serves) if goal and goal.department_id is not None else None
    return tuple(each for each in (goal, above) if each)


def _link(model: Model, record: KpiRecord) -> Fix:
    goals = model.goals_of(record.version.kpi.department_id) or model.goals_of(None)
    return choose(Topic.GOAL, (_to(model, record, goal) for goal in goals))


def _serves_or_links(model: Model, record: KpiRecord, goal: Goal) -> Fix:
    """Somebody says that it does serve the goal, and it is left alone; or it serves another one."""
    goals = (*model.goals_of(record.version.kpi.department_id), *model.goals_of(None))
    links = (_to(model, record, each) for each in goals if each.id != goal.id)
    serves = Option(goal.name, MuteFinding(RuleId.UNRELATED, record.id, ""))
    return choose(Topic.GOAL, (serves, *islice(links, OTHERS)))


def _to(model: Model, record: KpiRecord, goal: Goal) -> Option:
    return Option(goal.name, revise(model, record, replace(latest(record).definition, goal_id=goal.id)))


def _serve(model: Model, goal: Goal) -> Fix:
    sets = (each for each in model.sets() if each.department.id == goal.department_id and each.person is None)
    options = (
        Option(above.name, publish(model, each.department.id, replace(goal, serves=above.id), weights_of(each)))
        for each in sets
        for above in model.goals_of(None)
    )
    return choose(Topic.GOAL, options)


def _known(model: Model, record: KpiRecord, goals: tuple[Goal, ...]) -> Iterator[Evidence]:
    if record.link_confirmed:
        yield Confirmed()
    for other in model.kpis:
        if record.id in drivers(model, other) and set(chain(model, other)) & set(goals):
            yield Feeds(other.definition.name)
    for other in _measuring(model, goals):
        if other.id != record.id and (found := ranked(*paired(model, record, other))) and found.is_sure:
            yield MovesWith(other.definition.name, found)


def _measuring(model: Model, goals: tuple[Goal, ...]) -> tuple[KpiRecord, ...]:
    measures = {kpi_id for goal_id, kpi_id in model.goal_kpis if goal_id in {goal.id for goal in goals}}
    return tuple(record for record in model.kpis if record.id in measures)


def _answers(model: Model, entry: SwotEntry, wanted: frozenset[str]) -> list[CatalogueKpi]:
    """Those of the kinds of department that there are come first."""
    here = {kind.id for department in model.departments for kind in kinds_of(department.name)}
    fitting = [kpi for kpi in kpis() if entry.kind in kpi.swot and wanted & kpi.concepts]
    fitting.sort(key=lambda kpi: (kpi.department not in here, -len(wanted & kpi.concepts), -kpi.small))
    return fitting[:SUGGESTED]
