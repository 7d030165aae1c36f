"""What findings have in common: whom they concern, and the commands that mend them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from kpi_engine.commands import PublishKpis, ReviseKpi
from kpi_engine.design.check.finding import Apply, Choose, Finding, Fix, Layer, Option, Question, Subject, Topic
from kpi_engine.design.check.model import KpiSet, Model
from kpi_engine.design.check.record import KpiRecord
from kpi_engine.measure.curve.direction import target_problem
from kpi_engine.measure.curve.problems import scoring_problems
from kpi_engine.model.check import RuleId
from kpi_engine.model.company import Department, Person
from kpi_engine.model.kpi import Definition, KpiVersion
from kpi_engine.model.strategy import Goal


def of_kpi(rule: RuleId, record: KpiRecord, fix: Fix, **params: object) -> Finding:
    """Something about one KPI, which its sentence names as `kpi`."""
    subject = Subject(Layer.KPI, record.id, frozenset({record.version.kpi.department_id}))
    return Finding(rule, subject, {"kpi": record.definition.name, **params}, fix)


def of_department(rule: RuleId, department: Department, fix: Fix, **params: object) -> Finding:
    """Something about a department, named as `department`."""
    subject = Subject(Layer.DEPARTMENT, department.id, frozenset({department.id}))
    return Finding(rule, subject, {"department": department.name, **params}, fix)


def of_person(rule: RuleId, person: Person, fix: Fix, **params: object) -> Finding:
    """Something about somebody, named as `person`; it concerns every department that they work in."""
    return Finding(
        rule, Subject(Layer.PERSON, person.id, person.department_ids), {"person": person.name, **params}, fix
    )


def of_set(rule: RuleId, kpi_set: KpiSet, fix: Fix, **params: object) -> Finding:
    """Something about a set: `department`, and `person`, which is None where the set is the department's own."""
    department, person = kpi_set.department, kpi_set.person
    params = {"department": department.name, "person": person and person.name, **params}
    here = frozenset({department.id})
    subject = Subject(Layer.PERSON, person.id, here) if person else Subject(Layer.DEPARTMENT, department.id, here)
    return Finding(rule, subject, params, fix)


def of_company(rule: RuleId, model: Model, fix: Fix, **params: object) -> Finding:
    """Something about the company as a whole."""
    return Finding(rule, Subject(Layer.COMPANY, model.company.id), params, fix)


def latest(record: KpiRecord) -> KpiVersion:
    """The version after which none is planned: what a change begins from."""
    return max(record.versions, key=lambda version: (version.in_force, version.number))


def revise(model: Model, record: KpiRecord, definition: Definition) -> ReviseKpi:
    """A change of the KPI from the open cycle on."""
    begins = model.company.calendar.holding(model.today, latest(record).definition.cycle).start
    return ReviseKpi(record.id, definition, max(begins, latest(record).in_force), reason="")


def apply_or_ask(model: Model, record: KpiRecord, definition: Definition, topic: Topic) -> Fix:
    """One button where a curve can be made of the changed definition; else somebody has to say it."""
    direction, target = definition.direction, definition.target
    if target_problem(direction, target) or scoring_problems(direction, target, definition.scoring):
        return Question(topic)
    return Apply(revise(model, record, definition))


def reweigh(model: Model, kpi_set: KpiSet, weights: Mapping[int, Decimal], retire: Iterable[int] = ()) -> Fix:
    """A set in force with these weights; a question where its department has no goal to be published with."""
    for goal in model.goals_of(kpi_set.department.id):
        return Apply(publish(model, kpi_set.department.id, goal, weights, retire))
    return Question(Topic.WEIGHTS)


def publish(
    model: Model, department_id: int, goal: Goal, weights: Mapping[int, Decimal], retire: Iterable[int] = ()
) -> PublishKpis:
    """The set of these KPIs, with that goal of the department."""
    company = {each.id for each in model.goals_of(None)}
    serves = goal.serves if goal.serves in company else None
    keep = tuple(weights.items())
    return PublishKpis(department_id, goal.name.en, serves, (), keep=keep, retire=tuple(retire))


def weights_of(kpi_set: KpiSet) -> dict[int, Decimal]:
    """The weights as they are, without KPIs whose end is agreed already."""
    now = {record.id: latest(record) for record in kpi_set.kpis}
    return {id: version.definition.weight for id, version in now.items() if not version.retired}


def choose(topic: Topic, options: Iterable[Option]) -> Fix:
    """A button each; a question where there is nothing to choose from."""
    found = tuple(options)
    return Choose(topic, found) if found else Question(topic)
