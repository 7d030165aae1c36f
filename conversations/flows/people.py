"""People and departments as options to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.ask import Ask
from conversations.choice_fields import record_value
from conversations.flows.finding import department_called, find_kpi
from conversations.offers import Offering
from conversations.view import Option
from kpi_engine.design.match import is_called, is_first_called, nearest
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Department, Person

ME = ("me", "myself", "i", "我", "我自己", "本人")
"""How people call themselves."""


def department_options(ask: Ask) -> list[Option]:
    """Every department; Refusal where there is none yet."""
    departments = ask.know.departments()
    if not departments:
        raise Refusal("no_departments")
    return [Option(record_value(found.id), ask.texts.name(found.name)) for found in departments]


def person_options(ask: Ask, department: Department) -> list[Option]:
    """The people of the department, who asks first; everybody where the department has nobody yet."""
    people = sorted(ask.know.people(), key=lambda person: person.id != ask.me.id)
    inside = [person for person in people if department.id in person.department_ids or person.id == ask.me.id]
    return [person_option(ask, person) for person in inside]


def person_option(ask: Ask, person: Person) -> Option:
    """The person; who asks may say `me` as well."""
    return Option(record_value(person.id), ask.texts.name(person.name), also=ME if person.id == ask.me.id else ())


def people_called(ask: Ask, name: str) -> list[Person]:
    """Who is called so: `Thomas Berger`, or by a first name alone: `Thomas`, `志远`.

    Without an @ a first name is none where a department or a KPI is called so.
    """
    bare = name.removeprefix("@")
    found = namesakes(ask, bare)
    if found or (bare == name and (department_called(ask, name) or find_kpi(ask, name))):
        return found
    return [person for person in ask.know.people() if is_first_called(bare, person.name)]


def namesakes(ask: Ask, name: str) -> list[Person]:
    """Who has that name in full: where somebody may be new, a first name alone may be theirs."""
    return [person for person in ask.know.people() if is_called(name, person.name)]


def known_person(ask: Ask, name: str) -> Person | None:
    """Who is called so; Refusal("called_alike") or ("several_called") where one can't tell."""
    return the_only(name, people_called(ask, name))


def known_namesake(ask: Ask, name: str) -> Person | None:
    """Who has that name in full, or is called so behind an @."""
    return known_person(ask, name) if name.startswith("@") else the_only(name, namesakes(ask, name))


def somebody(ask: Ask, name: str, command: str) -> Person:
    """Who is called so; Refusal("nobody_called", name, nearest) else, with the command for each who comes nearest."""
    person = known_person(ask, name)
    if person is None:
        near = nearest(name, [text for one in ask.know.people() for text in (one.name.en, one.name.zh)], 3)
        raise Offering(Refusal("nobody_called", name=name, nearest=near), [(one, f"{command} {one}") for one in near])
    return person


def the_only(name: str, found: Sequence[Person]) -> Person | None:
    """The one who was found; Refusal("called_alike", name, names) of several, or ("several_called", name)."""
    names = tuple(dict.fromkeys(person.name for person in found))
    if len(names) > 1:
        raise Refusal("called_alike", name=name, names=names)
    if len(found) > 1:
        raise Refusal("several_called", name=name)
    return next(iter(found), None)
