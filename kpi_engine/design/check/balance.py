"""Is a set of KPIs small enough to keep in mind, and does it see all sides?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kpi_engine.design.candidates import candidates
from kpi_engine.design.catalogue import find
from kpi_engine.design.check.finding import Finding, Question, Topic
from kpi_engine.design.check.lexicon import first, gameable
from kpi_engine.design.check.mend import of_company, of_department, of_kpi, of_person, of_set
from kpi_engine.design.check.model import KpiSet, Model
from kpi_engine.design.check.record import KpiRecord
from kpi_engine.design.reasons import Candidate
from kpi_engine.design.relevance import known
from kpi_engine.design.size import FEW
from kpi_engine.model.check import RuleId
from kpi_engine.model.kpi import FALLING, RISING, Definition, Perspective, UnitKind
from kpi_engine.model.name import Name

MOST_OF_A_DEPARTMENT, MOST_OF_A_PERSON = 10, 8
LEAST_OF_A_DEPARTMENT = 3
_LOOKED_AT = 60
"""Candidates among which those of a missing perspective are sought."""
_OFFERED = 3
_VOLUMES = frozenset({UnitKind.COUNT, UnitKind.MONEY, UnitKind.RATIO})


def kpi_count(model: Model) -> Iterator[Finding]:
    """A department has 3 to 10 KPIs, a person at most 8."""
    for kpi_set in model.sets():
        most = MOST_OF_A_PERSON if kpi_set.person else MOST_OF_A_DEPARTMENT
        least = 0 if kpi_set.person else LEAST_OF_A_DEPARTMENT
        count = len(kpi_set.kpis)
        if not least <= count <= most:
            fix = Question(Topic.FEWER if count > most else Topic.NEW_KPI)
            yield of_set(RuleId.KPI_COUNT, kpi_set, fix, count=count, least=least, most=most)


def small_company(model: Model) -> Iterator[Finding]:
    """In a small company a set has 5 KPIs at most, and who wears several hats is measured in each of them."""
    if not model.is_small:
        return
    for kpi_set in model.sets():
        if len(kpi_set.kpis) > FEW:
            params = {"person": kpi_set.person and kpi_set.person.name, "count": len(kpi_set.kpis), "most": FEW}
            fix = Question(Topic.FEWER)
            yield of_department(RuleId.SMALL_COMPANY, kpi_set.department, fix, **params, uncovered=False)
    measured = {record.version.kpi.department_id for record in model.kpis}
    for person in model.staff:
        for id in sorted(person.department_ids - measured) if person.department_ids & measured else ():
            params = {"department": model.department(id).name, "count": 0, "most": FEW}
            yield of_person(RuleId.SMALL_COMPANY, person, Question(Topic.NEW_KPI), **params, uncovered=True)


def perspective_missing(model: Model) -> Iterator[Finding]:
    """The company sees all four perspectives, and so does every department with KPIs enough for it.

    Where there is one department, it is told of that alone.
    """
    told = list(_one_sided(model))
    shown = {record.definition.perspective for record in model.kpis}
    if model.kpis and (missing := _missing(shown)) and not (told and len(list(_departments(model))) == 1):
        yield of_company(
            RuleId.PERSPECTIVE_MISSING, model, Question(Topic.NEW_KPI), department=None, missing=missing, offers=()
        )
    yield from told


def only_lagging(model: Model) -> Iterator[Finding]:
    """Of a department's KPIs one at least moves before the result does, where there are more than a small company's."""
    for kpi_set in _departments(model):
        if model.is_small and len(kpi_set.kpis) <= FEW:
            continue
        if not any(_leads(record) for record in kpi_set.kpis):
            offers = tuple(each.kpi.name for each in _ranked(model, kpi_set) if each.kpi.leading)[:_OFFERED]
            fix = Question(Topic.NEW_KPI, offers)
            yield of_department(RuleId.ONLY_LAGGING, kpi_set.department, fix, offers=offers)


def no_counter(model: Model) -> Iterator[Finding]:
    """What is easily bought at the cost of something else has a KPI beside it that shows that."""
    for record in model.kpis:
        here = [each for each in model.kpis if each.version.kpi.department_id == record.version.kpi.department_id]
        offers = _not_shown(record, here)
        if offers:
            yield of_kpi(RuleId.NO_COUNTER, record, Question(Topic.NEW_KPI, offers), offers=offers)


def _one_sided(model: Model) -> Iterator[Finding]:
    for kpi_set in _departments(model):
        missing = _missing({record.definition.perspective for record in kpi_set.kpis})
        if missing and len(kpi_set.kpis) >= len(Perspective):
            offers = _of_perspectives(model, kpi_set, missing)
            fix = Question(Topic.NEW_KPI, offers)
            yield of_department(RuleId.PERSPECTIVE_MISSING, kpi_set.department, fix, missing=missing, offers=offers)


def _departments(model: Model) -> Iterator[KpiSet]:
    return (kpi_set for kpi_set in model.sets() if kpi_set.person is None)


def _missing(shown: set[Perspective]) -> tuple[Perspective, ...]:
    return tuple(perspective for perspective in Perspective if perspective not in shown)


def _of_perspectives(model: Model, kpi_set: KpiSet, missing: tuple[Perspective, ...]) -> tuple[Name, ...]:
    ranked = _ranked(model, kpi_set)
    return tuple(each.kpi.name for each in ranked if each.kpi.perspective in missing)[:_OFFERED]


def _ranked(model: Model, kpi_set: KpiSet) -> tuple[Candidate, ...]:
    department = kpi_set.department
    goals = [goal.name for goal in (*model.goals_of(department.id), *model.goals_of(None))]
    taken = [record.definition for record in kpi_set.kpis]
    return candidates(department.name, goals, model.swot, taken, _LOOKED_AT, company=model.company.name)


def _leads(record: KpiRecord) -> bool:
    """What is not in the catalogue leads if it is about learning: skills come before results."""
    found = known(record.definition)
    return found.leading if found else record.definition.perspective is Perspective.LEARNING


def _not_shown(record: KpiRecord, here: list[KpiRecord]) -> tuple[Name, ...]:
    """KPIs of which one is missing; none where it can't be gamed, or is watched."""
    others = [each for each in here if each.id != record.id]
    if found := known(record.definition):
        counter = find(found.counter) if found.counter and _is_pushed(record.definition) else None
        watched = counter and any((like := known(each.definition)) and like.id == counter.id for each in others)
        return (counter.name,) if counter and not watched else ()
    return _not_shown_by_words(record, others)


def _is_pushed(definition: Definition) -> bool:
    """Volume and speed can be had at any price; of a share or a score that is rare."""
    volume = definition.unit.kind in _VOLUMES and definition.direction in RISING
    return volume or (definition.unit.kind is UnitKind.DURATION and definition.direction in FALLING)


def _not_shown_by_words(record: KpiRecord, others: list[KpiRecord]) -> tuple[Name, ...]:
    for pair in gameable():
        shown = any(_speaks_of(each, pair["shown_by"]) for each in (record, *others))
        if not shown and _speaks_of(record, pair["words"]):
            return tuple(kpi.name for id in pair["instead"] if (kpi := find(id)))
    return ()


def _speaks_of(record: KpiRecord, words: Sequence[str]) -> bool:
    name = record.definition.name
    return any(first(text, words) for text in (name.en, name.zh))
