"""Has every KPI somebody who can move it, and everybody something to move?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from kpi_engine.design.check.finding import Apply, Finding, Fix, Option, Question, Topic
from kpi_engine.design.check.lexicon import spoken
from kpi_engine.design.check.mend import choose, latest, of_company, of_department, of_kpi, of_person, revise
from kpi_engine.design.check.model import Culture, Model
from kpi_engine.design.check.record import KpiRecord, Part
from kpi_engine.model.check import RuleId
from kpi_engine.model.company import Person, Role
from kpi_engine.model.kpi import Definition

TO_ANSWER = timedelta(days=14)
"""How long one may think about a KPI."""
LEAST_TEAM_SHARE = Decimal("0.3")
_MEASURED = (Role.HEAD, Role.MEMBER)


def owner_wrong(model: Model) -> Iterator[Finding]:
    """Exactly one person of the company owns a KPI."""
    for record in model.kpis:
        owner = model.person(record.definition.owner_id)
        nobody = Part.OWNER in record.unsaid or owner is None or not owner.active
        if nobody or record.co_owners:
            people = () if owner is None or Part.OWNER in record.unsaid else (owner,)
            people = (*people, *(each for id in sorted(record.co_owners) if (each := model.person(id))))
            names = tuple(person.name for person in people)
            yield of_kpi(RuleId.OWNER_WRONG, record, _owner(model, record, people), people=names, several=not nobody)


def not_confirmed(model: Model) -> Iterator[Finding]:
    """Who owns a KPI that somebody else laid down has agreed to it within two weeks."""
    for record in model.kpis:
        owner = model.person(record.definition.owner_id)
        if owner is None or not owner.active:
            continue
        word = record.word_of(owner.id)
        overdue = record.settled_on is not None and record.settled_on + TO_ANSWER <= model.today
        if not word.agrees if word else overdue:
            params = {"person": owner.name, "word": word.word if word else ""}
            yield of_kpi(RuleId.NOT_CONFIRMED, record, Question(Topic.OWNER, (owner.name,)), **params)


def out_of_control(model: Model) -> Iterator[Finding]:
    """Who is measured by a KPI can move it."""
    for record in model.kpis:
        person = model.person(record.version.kpi.person_id or 0)
        word = spoken(record.definition.name, "beyond")
        if not word and person is not None and person.role is Role.MEMBER:
            word = spoken(record.definition.name, "company_wide")
        if word:
            params = {"word": word, "person": person and person.name}
            yield of_kpi(RuleId.OUT_OF_CONTROL, record, Question(Topic.MEASURE), **params)


def not_cascaded(model: Model) -> Iterator[Finding]:
    """A department's KPIs go down to its people, where there are several."""
    for department in model.departments:
        here = [record.version.kpi for record in model.kpis if record.version.kpi.department_id == department.id]
        people = tuple(each for each in model.in_department(department.id) if each.role in _MEASURED)
        if here and len(people) > 1 and all(kpi.person_id is None for kpi in here):
            names = tuple(person.name for person in people)
            yield of_department(RuleId.NOT_CASCADED, department, Question(Topic.PEOPLE, names), people=names)


def person_without_kpi(model: Model) -> Iterator[Finding]:
    """Who works in a department with KPIs has one of their own, or enters one."""
    measured = {record.version.kpi.department_id for record in model.kpis}
    busy = {id for record in model.kpis for id in (record.version.kpi.person_id, record.definition.owner_id)}
    for person in model.staff:
        if person.role in _MEASURED and person.id not in busy and person.department_ids & measured:
            yield of_person(RuleId.PERSON_WITHOUT_KPI, person, Question(Topic.PEOPLE))


def time_over(model: Model) -> Iterator[Finding]:
    """Nobody works more than all of their time."""
    for person in model.staff:
        total = sum((position.share for position in person.positions), Decimal(0))
        if total > 1:
            yield of_person(RuleId.TIME_OVER, person, Question(Topic.PEOPLE), total=total)


def team_share(model: Model) -> Iterator[Finding]:
    """Where the team comes first, so does it in the score."""
    share = model.team_share
    if model.culture is Culture.TEAM and share is not None and share < LEAST_TEAM_SHARE:
        yield of_company(RuleId.TEAM_SHARE, model, Question(Topic.TEAM), share=share, least=LEAST_TEAM_SHARE)


def _owner(model: Model, record: KpiRecord, named: tuple[Person, ...]) -> Fix:
    """The person whose KPI it is, or a choice of those who were named or work there, the head first."""
    definition = latest(record).definition
    person = model.person(record.version.kpi.person_id or 0)
    if person is not None and person.active and not record.co_owners:
        return Apply(revise(model, record, replace(definition, owner_id=person.id)))
    possible = [each for each in named if each.active] or sorted(
        (each for each in model.in_department(record.version.kpi.department_id) if each.role is not Role.VIEWER),
        key=lambda each: each.role is not Role.HEAD,
    )
    return choose(Topic.OWNER, (_option(model, record, definition, each) for each in possible))


def _option(model: Model, record: KpiRecord, definition: Definition, person: Person) -> Option:
    return Option(person.name, revise(model, record, replace(definition, owner_id=person.id)))
