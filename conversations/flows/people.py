"""People and departments as options to choose from."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.choice_fields import record_value
from conversations.view import Option
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Department


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
    return [Option(record_value(person.id), ask.texts.name(person.name)) for person in inside]
