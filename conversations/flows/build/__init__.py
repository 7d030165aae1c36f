"""`build`: the KPIs of a department, or of one person in it, by guided questions, in five steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from conversations.ask import Ask, Do
from conversations.cards.draft import DraftPage, draft_table
from conversations.fields import Rejected
from conversations.flows.build.hints import Hint, hints
from conversations.flows.build.kpis import chosen_kpis
from conversations.flows.build.plan import planned
from conversations.flows.build.proof import Proven, all_proven, keepers
from conversations.flows.build.scope import Aim, Whose, chosen_aim, chosen_whose
from conversations.flows.build.sharing import has_readers, shared, what_was_said
from conversations.flows.build.targets import targets
from conversations.flows.build.weights import weights
from conversations.flows.size import is_small_company
from conversations.forms import form, yesno
from kpi_engine.commands import NewKpi, PlannedAction, PublishKpis
from kpi_engine.design.level import Level
from kpi_engine.design.targets import Suggestion
from kpi_engine.errors import Refusal
from kpi_engine.model.kpi import KpiVersion, Target
from kpi_engine.model.name import Name

STEPS = 5


@form
class Confirm:
    """Whether the draft is put in force."""

    publish: bool = yesno()


def build(ask: Ask) -> Do:
    """Department, its goal, KPIs, targets and weights, actions; then the summary, and the set is put in force."""
    ask.step(1, of=STEPS)
    whose = chosen_whose(ask)
    ask.step(2, of=STEPS)
    aim = chosen_aim(ask, whose)
    ask.step(3, of=STEPS)
    drafts, kept, ended = chosen_kpis(ask, whose, aim.goal)
    ask.step(4, of=STEPS)
    found = all_proven(ask, drafts)
    if not found and not kept:
        raise Refusal("all_parked")
    hinted = hints(ask, found)
    aims = targets(ask, found, hinted, at_once=is_small_company(ask))
    owners = keepers(ask, whose, [one.draft for one in found])
    names = {one.draft.key: one.draft.name for one in found}
    shares = weights(ask, names | {f"kpi{version.kpi.id}": version.definition.name for version in kept})
    ask.step(5, of=STEPS)
    plans = planned(ask, whose.department, [(one.draft, target) for one, target in zip(found, aims, strict=True)])
    kpis = [_new_kpi(ask, whose, *each, plans) for each in zip(found, aims, owners, shares[: len(found)], strict=True)]
    draft = DraftPage(
        whose.name,
        aim.goal,
        kpis,
        past={one.draft.name: one.past for one in found},
        levels=_levels(found, aims, hinted),
        keep=list(zip(kept, shares[len(kpis) :], strict=True)),
        parked=[draft.name for draft in drafts if draft not in [one.draft for one in found]],
        retired=[version.definition.name for version in ended],
    )
    summary, department = draft_table(ask.texts, draft), whose.department
    intro, check = [*summary, *what_was_said(ask, department)], None if has_readers(ask, department) else _confirmed
    confirmed = ask(Confirm, intro=intro, check=check).publish
    command = _publish(department.id, draft, aim, ended)
    return Do(command) if confirmed else shared(ask, department, command)


def _new_kpi(
    ask: Ask,
    whose: Whose,
    found: Proven,
    target: Target,
    owner_id: int,
    weight: Decimal,
    plans: Mapping[str, tuple[PlannedAction, ...]],
) -> NewKpi:
    definition = found.draft.definition(target, weight, owner_id)
    past = found.by_period(ask.today, ask.know.company().calendar)
    person_id = whose.person.id if whose.person else None
    return NewKpi(definition, person_id, past=past, actions=plans.get(found.draft.key, ()))


def _levels(found: Sequence[Proven], aims: Sequence[Target], hinted: Mapping[str, Hint]) -> dict[Name, Level]:
    each = [(one.draft, target, hinted[one.draft.key].suggestion) for one, target in zip(found, aims, strict=True)]
    return {draft.name: its.level(target) for draft, target, its in each if isinstance(its, Suggestion)}


def _publish(department_id: int, draft: DraftPage, aim: Aim, ended: Sequence[KpiVersion]) -> PublishKpis:
    return PublishKpis(
        department_id=department_id,
        goal=aim.goal,
        serves=aim.serves,
        company_goal=aim.company_goal,
        kpis=tuple(draft.kpis),
        keep=tuple((version.kpi.id, weight) for version, weight in draft.keep),
        retire=tuple(version.kpi.id for version in ended),
    )


def _confirmed(given: Confirm) -> Rejected | None:
    return None if given.publish else Rejected("not_yet")
