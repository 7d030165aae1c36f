"""Step 5 of building: what will be done about which KPI, by whom and until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from conversations.ask import Ask
from conversations.choice_fields import record_id, record_value
from conversations.flows.build.draft import Draft
from conversations.flows.people import person_options
from conversations.forms import choice, day, form, many, text
from conversations.view import Option, Text
from kpi_engine.commands import PlannedAction
from kpi_engine.model.company import Department
from kpi_engine.model.kpi import Target

MOST_PLANS = 8


@form
class Plans:
    """For which KPIs something will be done."""

    kpis: tuple[str, ...] = many(most=MOST_PLANS, optional=True)


@form
class Plan:
    """What will be done."""

    what: str | None = text(optional=True)


@form
class PlanWho:
    """By whom, and until when."""

    who: str = choice()
    until: date = day()


def planned(
    ask: Ask, department: Department, agreed: Sequence[tuple[Draft, Target]]
) -> Mapping[str, tuple[PlannedAction, ...]]:
    """The action for each KPI that is to have one, by the draft's key."""
    if not agreed:
        return {}
    options = [
        Option(
            record_value(draft.key),
            ask.texts.name(draft.name),
            ask.texts.plain("build.plan_note", draft=draft, target=target),
        )
        for draft, target in agreed
    ]
    wanted = {record_id(value) for value in ask(Plans, options={"kpis": options}).kpis}
    return {draft.key: _planned(ask, draft, target, department) for draft, target in agreed if draft.key in wanted}


def _planned(ask: Ask, draft: Draft, target: Target, department: Department) -> tuple[PlannedAction, ...]:
    key, intro = draft.key, Text(ask.texts.say("build.plan", draft=draft, target=target))
    what = ask(Plan, f"plan:{key}", intro=[intro]).what
    if what is None:
        return ()
    people = person_options(ask, department)
    given = ask(PlanWho, f"plan_who:{key}", options={"who": people}, initial={"who": people[0].value})
    return (PlannedAction(what, int(record_id(given.who)), given.until),)
