"""One more action, in one line or asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from conversations.ask import Ask, Do
from conversations.cards.names import kpi_words, subject_words
from conversations.choice_fields import record_id, record_value
from conversations.flows.finding import begun_kpi, department_called, find_kpi
from conversations.flows.people import ME, known_person, person_option, person_options
from conversations.flows.rights import check_may
from conversations.forms import choice, day, form, text
from conversations.view import Option
from kpi_engine.calendar.dates import read_deadline
from kpi_engine.commands import PlanAction, PlannedAction
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Department, Person
from kpi_engine.model.kpi import Kpi, KpiVersion
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.rights import Place, may

_BETWEEN = re.compile(r"\s*[,，;；]\s*")


@form
class NewAction:
    """What will be done, and what for."""

    what: str = text()
    about: str = choice()


@form
class ActionWho:
    """By whom, and until when."""

    who: str = choice()
    until: date = day()


@dataclass(frozen=True, slots=True)
class _Said:
    """What a line says of an action: what is no KPI, department, name or day is what will be done."""

    what: str = ""
    about: KpiVersion | Department | None = None
    who: Person | None = None
    until: date | None = None


def added(ask: Ask, words: str) -> Do:
    """`new brochure, revenue, Tom, 15 Dec`; what is missing is asked."""
    check_may(ask, PlanAction)
    said = _read(ask, words)
    about = _about_words(said.about) if said.about else ""
    given = {key: value for key, value in (("what", said.what), ("about", about)) if value}
    options = _abouts(ask, said.about)
    found = ask(NewAction, options={"about": options}, initial=_own(ask, options), given=given)
    kpi, department = _meant(ask, found.about)
    action = planned(ask, found.what, department, who=said.who, until=said.until)
    return Do(PlanAction(action, department.id, kpi.id if kpi else None))


def planned(
    ask: Ask, what: str, department: Department, *, who: Person | None = None, until: date | None = None, key: str = ""
) -> PlannedAction:
    """The action, with who does it and until when as they were said, or else asked for."""
    people = person_options(ask, department)
    if who and record_value(who.id) not in [option.value for option in people]:
        people.append(person_option(ask, who))
    said = (("who", record_value(who.id) if who else ""), ("until", until.isoformat() if until else ""))
    given = {name: value for name, value in said if value}
    initial = {"who": people[0].value}
    found = ask(ActionWho, key, options={"who": people}, initial=initial, given=given)
    return PlannedAction(what, int(record_id(found.who)), found.until)


def _read(ask: Ask, words: str) -> _Said:
    first, *others = _BETWEEN.split(words)
    said = _Said(first)
    for part in others:
        said = _with(ask, said, part)
    return said


def _with(ask: Ask, said: _Said, part: str) -> _Said:
    if said.until is None and (until := read_deadline(part, ask.today)):
        return replace(said, until=until)
    if said.about is None and (about := department_called(ask, part) or find_kpi(ask, part) or begun_kpi(ask, part)):
        return replace(said, about=about)
    who = ask.me if part.casefold() in ME else known_person(ask, part)
    return replace(said, who=who) if who and not said.who else replace(said, what=f"{said.what}, {part}")


def _abouts(ask: Ask, named: KpiVersion | Department | None) -> list[Option]:
    """The departments in which one may plan, and their KPIs; what was named is refused by the engine if one may not."""
    departments = [each for each in ask.know.departments() if may(ask.me, PlanAction, Place(each.id))]
    ids = {each.id for each in departments}
    kpis = [each for each in ask.know.kpis() if each.kpi.department_id in ids]
    found: list[KpiVersion | Department] = [*kpis, *departments]
    if not found:
        raise Refusal("no_departments")
    return [_option(ask, each) for each in (found if named is None or named in found else [*found, named])]


def _option(ask: Ask, about: KpiVersion | Department) -> Option:
    name = about.name if isinstance(about, Department) else about.definition.name
    return Option(_about_words(about), ask.texts.name(name))


def _own(ask: Ask, options: Sequence[Option]) -> dict[str, str]:
    """One's own department is suggested."""
    mine = [subject_words(Subject(SubjectKind.DEPARTMENT, one.department_id)) for one in ask.me.positions]
    values = {option.value for option in options}
    return {"about": found} if (found := next((one for one in mine if one in values), "")) else {}


def _about_words(about: KpiVersion | Department) -> str:
    return (
        subject_words(Subject(SubjectKind.DEPARTMENT, about.id)) if isinstance(about, Department) else kpi_words(about)
    )


def _meant(ask: Ask, value: str) -> tuple[Kpi | None, Department]:
    kpi = next((each.kpi for each in ask.know.kpis() if kpi_words(each) == value), None)
    departments = ask.know.departments()
    if kpi:
        return kpi, next(each for each in departments if each.id == kpi.department_id)
    return None, next(each for each in departments if _about_words(each) == value)
