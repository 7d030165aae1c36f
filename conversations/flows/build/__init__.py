"""`build`: a department's KPIs by guided questions, in five steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from conversations.ask import Ask, Do
from conversations.cards.draft import draft_table
from conversations.fields import Rejected
from conversations.flows.build.kpis import chosen_kpis
from conversations.flows.build.plan import planned
from conversations.flows.build.scope import Aim, chosen_aim, chosen_department
from conversations.flows.build.sharing import has_readers, shared, what_was_said
from conversations.flows.build.targets import Proven, keepers, proven, weights
from conversations.forms import form, yesno
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.commands import NewKpi, PlannedAction, PublishKpis
from kpi_engine.errors import Refusal
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import KpiVersion

STEPS = 5


@form
class Confirm:
    """Whether the draft is put in force."""

    publish: bool = yesno()


def build(ask: Ask) -> Do:
    """Department, its goal, KPIs, targets and weights, actions; then the summary, and the set is put in force."""
    ask.step(1, of=STEPS)
    department = chosen_department(ask)
    ask.step(2, of=STEPS)
    aim = chosen_aim(ask, department)
    ask.step(3, of=STEPS)
    drafts, kept, ended = chosen_kpis(ask, department, aim.goal)
    ask.step(4, of=STEPS)
    found = [one for draft in drafts if (one := proven(ask, draft))]
    if not found and not kept:
        raise Refusal("all_parked")
    owners = keepers(ask, department, [one.draft for one in found])
    names = {one.draft.key: one.draft.name for one in found}
    shares = weights(ask, names | {f"kpi{version.kpi.id}": version.definition.name for version in kept})
    ask.step(5, of=STEPS)
    plans = [planned(ask, one, department) for one in found]
    kpis = [_new_kpi(ask, *each) for each in zip(found, owners, shares[: len(found)], plans, strict=True)]
    past = {one.draft.name: one.past for one in found}
    keep = list(zip(kept, shares[len(kpis) :], strict=True))
    parked = [draft.name for draft in drafts if draft not in [one.draft for one in found]]
    retired = [version.definition.name for version in ended]
    summary = draft_table(ask.texts, department, aim.goal, kpis, past, keep, parked, retired)
    intro, check = [*summary, *what_was_said(ask, department)], None if has_readers(ask, department) else _confirmed
    confirmed = ask(Confirm, intro=intro, check=check).publish
    command = _publish(department.id, aim, kpis, keep, ended)
    return Do(command) if confirmed else shared(ask, department, command)


def _new_kpi(ask: Ask, found: Proven, owner_id: int, weight: Decimal, actions: tuple[PlannedAction, ...]) -> NewKpi:
    definition = found.draft.definition(found.target, weight, owner_id)
    past = (
        _last_periods(ask.today, definition.frequency, found.past) if found.draft.proof is definition.frequency else ()
    )
    return NewKpi(definition, past=past, actions=actions)


def _last_periods(today: date, kind: PeriodKind, values: Sequence[Decimal]) -> tuple[tuple[Period, Reading], ...]:
    """The values, oldest first, for the periods up to the one before today's."""
    past: list[tuple[Period, Reading]] = []
    period = Period.holding(today, kind)
    for value in reversed(values):
        period = period.previous()
        past.insert(0, (period, Reading(value)))
    return tuple(past)


def _publish(
    department_id: int,
    aim: Aim,
    kpis: list[NewKpi],
    keep: list[tuple[KpiVersion, Decimal]],
    ended: list[KpiVersion],
) -> PublishKpis:
    return PublishKpis(
        department_id=department_id,
        goal=aim.goal,
        serves=aim.serves,
        company_goal=aim.company_goal,
        kpis=tuple(kpis),
        keep=tuple((version.kpi.id, weight) for version, weight in keep),
        retire=tuple(version.kpi.id for version in ended),
    )


def _confirmed(given: Confirm) -> Rejected | None:
    return None if given.publish else Rejected("not_yet")
