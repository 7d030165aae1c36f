"""Steps 1 and 2 of building: for which department, and what it is there for."""

from __future__ import annotations

from dataclasses import dataclass

from conversations.ask import Ask
from conversations.choice_fields import record_value
from conversations.flows.people import department_options
from conversations.flows.rights import check_may
from conversations.forms import choice, form, text
from conversations.view import Option, Text
from kpi_engine.commands import PublishKpis
from kpi_engine.design.match import name_among
from kpi_engine.design.strategy import templates
from kpi_engine.model.company import Department
from kpi_engine.model.name import Name
from kpi_engine.rights import Place


@form
class Scope:
    """For which department."""

    department: str = choice()


@form
class Purpose:
    """Which company goal the department serves, and what it adds to it."""

    serves: str = choice(own=True)
    goal: str = text()


@dataclass(frozen=True, slots=True)
class Aim:
    """The department's goal, and the company goal behind it: one written down (`serves`) or the first one."""

    goal: str
    serves: int | None = None
    company_goal: Name | None = None


def chosen_department(ask: Ask) -> Department:
    """The department, one that the person may build for."""
    check_may(ask, PublishKpis)
    departments = ask.know.departments()
    chosen = ask(Scope, options={"department": department_options(ask)}).department
    department = next(found for found in departments if record_value(found.id) == chosen)
    check_may(ask, PublishKpis, Place(department.id))
    return department


def chosen_aim(ask: Ask, department: Department) -> Aim:
    """What the department adds to which goal of the company; where none is written down yet, one is chosen now."""
    goals = [goal for goal in ask.know.goals() if goal.department_id is None]
    suggested = [] if goals else [goal for found in templates() for goal in found.goals]
    options = [Option(record_value(goal.id), ask.texts.name(goal.name)) for goal in goals]
    options += [Option(ask.texts.name(goal), ask.texts.name(goal)) for goal in suggested]
    present = [goal.name for goal in ask.know.goals() if goal.department_id == department.id]
    given = ask(
        Purpose,
        options={"serves": options},
        initial={"goal": ask.texts.name(present[-1])} if present else {},
        intro=[Text(ask.texts.say("build.purpose", name=department.name))],
    )
    known = next((goal for goal in goals if record_value(goal.id) == given.serves), None)
    if known:
        return Aim(given.goal, serves=known.id)
    return Aim(given.goal, company_goal=name_among(given.serves, suggested))
