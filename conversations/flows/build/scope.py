"""Steps 1 and 2 of building: for which department, or whom in it, and what it is there for."""

from __future__ import annotations

from dataclasses import dataclass

from conversations.ask import Ask
from conversations.cards.groups import TAKE
from conversations.cards.say import run_button
from conversations.choice_fields import record_value
from conversations.flows.finding import department_called
from conversations.flows.goals import full_goal
from conversations.flows.groups import can_take
from conversations.flows.people import ME, department_options, known_person
from conversations.flows.rights import check_may
from conversations.forms import choice, form, text
from conversations.view import Button, Option, Text
from kpi_engine.commands import PublishKpis
from kpi_engine.design.match import name_among
from kpi_engine.design.strategy import templates
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Department, Person
from kpi_engine.model.name import Name
from kpi_engine.rights import Place

FEW = 3
"""Departments of a company that may have more of them."""


@form
class Scope:
    """For which department."""

    department: str = choice()


@form
class Purpose:
    """Which company goal the department serves, and what it adds to it."""

    serves: str = choice(own=True)
    goal: str = text(worded=True)


@dataclass(frozen=True, slots=True)
class Aim:
    """The department's goal, and the company goal behind it: one written down (`serves`) or the first one."""

    goal: str
    serves: int | None = None
    company_goal: Name | None = None


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose KPIs are built: the department's, or one person's in it."""

    department: Department
    person: Person | None = None

    @property
    def name(self) -> Name:
        """What they are called."""
        return self.person.name if self.person else self.department.name


def chosen_whose(ask: Ask) -> Whose:
    """A department, or by name one person, that whoever asks may build for."""
    check_may(ask, PublishKpis)
    words, departments = ask.take_words(), ask.know.departments()
    person = None if department_called(ask, words) else _person(ask, words)
    if person is None and not words and len(departments) == 1:
        found = departments[0]
    elif person is None:
        options, (hint, instead) = {"department": department_options(ask)}, _groups(ask)
        chosen = ask(Scope, options=options, intro=hint, instead=instead, words=words).department
        found = next(each for each in departments if record_value(each.id) == chosen)
    elif person.home_id is None:
        raise Refusal("no_department", name=person.name)
    else:
        found = next(each for each in departments if each.id == person.home_id)
    check_may(ask, PublishKpis, Place(found.id))
    return Whose(found, person)


def _groups(ask: Ask) -> tuple[list[Text], list[Button]]:
    """Where the company may not have all its departments yet: the messenger's groups may become some."""
    if len(ask.know.departments()) > FEW or not can_take(ask):
        return [], []
    return [Text(ask.texts.say("groups.instead"))], [run_button(ask.texts, "groups", TAKE)]


def _person(ask: Ask, name: str) -> Person | None:
    return ask.me if name.removeprefix("@").casefold() in ME else known_person(ask, name) if name else None


def chosen_aim(ask: Ask, whose: Whose) -> Aim:
    """What the department adds to which goal of the company; where none is written down yet, one is chosen now.

    A person works for the department's goal, where it has one.
    """
    department = whose.department
    present = [goal for goal in ask.know.goals() if goal.department_id == department.id]
    if whose.person and present:
        return Aim(ask.texts.name(present[-1].name), serves=present[-1].serves)
    goals = [goal for goal in ask.know.goals() if goal.department_id is None]
    suggested = [] if goals else [goal for found in templates() for goal in found.goals]
    options = [Option(record_value(goal.id), ask.texts.name(goal.name)) for goal in goals]
    options += [Option(ask.texts.name(goal), ask.texts.name(goal)) for goal in suggested]
    hint, instead = _groups(ask) if len(ask.know.departments()) == 1 else ([], [])
    given = ask(
        Purpose,
        options={"serves": options},
        initial={"goal": ask.texts.name(present[-1].name)} if present else {},
        intro=[Text(ask.texts.say("build.purpose", name=department.name)), *hint],
        instead=instead,
    )
    known = next((goal for goal in goals if record_value(goal.id) == given.serves), None)
    above = None if known else name_among(full_goal(ask, given.serves), suggested)
    return Aim(full_goal(ask, given.goal), serves=known.id if known else None, company_goal=above)
