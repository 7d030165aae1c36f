"""A new KPI is proposed: where, what, its target, its weight, and who enters the values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from conversations.ask import Ask
from conversations.cards.reasons import reason_words
from conversations.choice_fields import record_value
from conversations.flows.build.hints import hints
from conversations.flows.build.kpis import drafted
from conversations.flows.build.proof import all_proven, keepers
from conversations.flows.build.scope import Whose
from conversations.flows.build.targets import targets
from conversations.flows.finding import department_called
from conversations.flows.people import department_options
from conversations.flows.propose.parts import NewWeight
from conversations.flows.size import is_small_company
from conversations.forms import choice, form
from conversations.view import Option
from kpi_engine.design.candidates import candidates
from kpi_engine.design.reasons import Candidate
from kpi_engine.design.weights import WHOLE
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Department, Role
from kpi_engine.model.kpi import Definition, KpiVersion

_COMMA = re.compile(r"\s*[,，]\s*")
OFFERED = 8
"""Candidates shown."""


@form
class ProposedPlace:
    """The department that is to have the KPI."""

    department: str = choice()


@form
class ProposedNew:
    """What is to be measured, from the catalogue or in own words."""

    pick: str = choice(own=True)


def named_place(ask: Ask, words: str) -> tuple[str, Department | None]:
    """What is to be measured, and the department where one stands behind it: `on-time deliveries, Purchasing`."""
    *before, last = _COMMA.split(words)
    by_id = (each for each in ask.know.departments() if record_value(each.id) == last)
    found = next(by_id, None) or (department_called(ask, last) if before else None)
    return (words[: len(words) - len(last)].rstrip(" ,，"), found) if found else (words, None)


def place_of_new(ask: Ask, named: Department | None) -> Department:
    """The one named; else one's own department, where there is but one; an owner may mean any, their own ones first."""
    departments = {record_value(each.id): each for each in ask.know.departments()}
    every = department_options(ask)
    own = [option for option in every if departments[option.value].id in ask.me.department_ids]
    if len(own) == 1 and ask.me.role is not Role.OWNER and named in (None, departments[own[0].value]):
        return departments[own[0].value]
    others = [option for option in every if option not in own]
    offered = [*own, *others] if ask.me.role is Role.OWNER or not own else own
    given = {"department": record_value(named.id)} if named else {}
    return departments[ask(ProposedPlace, options={"department": offered}, given=given).department]


def new_definition(ask: Ask, department: Department, words: str, others: Sequence[KpiVersion]) -> Definition:
    """The KPI with its target and weight; one of which nobody knows a value is no KPI yet."""
    offered = {"pick": _offered(ask, department, others)}
    picked = ask(ProposedNew, options=offered, given={"pick": words} if words else {}).pick
    found = all_proven(ask, [drafted(ask, department, picked, ())])
    if not found:
        raise Refusal("all_parked")
    (target,) = targets(ask, found, hints(ask, found), at_once=False)
    (owner,) = keepers(ask, Whose(department), [found[0].draft])
    return found[0].draft.definition(target, _weight(ask, others), owner)


def _offered(ask: Ask, department: Department, others: Sequence[KpiVersion]) -> list[Option]:
    goals = [goal.name for goal in ask.know.goals()]
    present = [each.definition for each in others]
    small, company = is_small_company(ask), ask.know.company().name
    found = candidates(department.name, goals, ask.know.swot(), present, OFFERED, small=small, company=company)
    return [Option(record_value(each.kpi.id), ask.texts.name(each.kpi.name), _why(ask, each)) for each in found]


def _why(ask: Ask, candidate: Candidate) -> str:
    return ask.texts.label("build.and").join(reason_words(reason, ask.texts) for reason in candidate.reasons[:2])


def _weight(ask: Ask, others: Sequence[KpiVersion]) -> Decimal:
    if not others:
        return WHOLE
    even = int(WHOLE / (len(others) + 1))
    return ask(NewWeight, initial={"weight": str(even)}).weight
