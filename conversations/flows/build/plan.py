"""Step 5 of building: what will be done about each KPI, by whom and until when."""

from __future__ import annotations

from datetime import date

from conversations.ask import Ask
from conversations.choice_fields import record_id
from conversations.flows.build.targets import Proven
from conversations.flows.people import person_options
from conversations.forms import choice, day, form, text
from conversations.view import Text
from kpi_engine.commands import PlannedAction
from kpi_engine.model.company import Department


@form
class Plan:
    """What will be done."""

    what: str | None = text(optional=True)


@form
class PlanWho:
    """By whom, and until when."""

    who: str = choice()
    until: date = day()


def planned(ask: Ask, found: Proven, department: Department) -> tuple[PlannedAction, ...]:
    """The action for a KPI, if there is to be one."""
    key, intro = found.draft.key, Text(ask.texts.say("build.plan", draft=found.draft, target=found.target))
    what = ask(Plan, f"plan:{key}", intro=[intro]).what
    if what is None:
        return ()
    people = person_options(ask, department)
    given = ask(PlanWho, f"plan_who:{key}", options={"who": people}, initial={"who": people[0].value})
    return (PlannedAction(what, int(record_id(given.who)), given.until),)
