"""People and departments as options to choose from."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.choice_fields import record_value
from conversations.view import Option
from kpi_engine.design.match import is_called
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
    """Who is called so: `Thomas Berger`, `@Thomas Berger`, and behind an @ by the first name alone."""
    people, bare = ask.know.people(), name.removeprefix("@")
    found = [person for person in people if is_called(bare, person.name)]
    if found or not name.startswith("@"):
        return found
    return [person for person in people if person.name.en.casefold().split()[0] == bare.casefold()]


def known_person(ask: Ask, name: str) -> Person | None:
    """Who is called so; Refusal("several_called", name) where one can't tell."""
    found = people_called(ask, name)
    if len(found) > 1:
        raise Refusal("several_called", name=name)
    return next(iter(found), None)
