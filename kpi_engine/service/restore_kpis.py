"""Taking back what was done to KPIs: versions, targets of cycles, and what was said of them."""

from __future__ import annotations

from sqlalchemy import select

from kpi_engine.calendar.period import Period
from kpi_engine.design.sets import standing
from kpi_engine.errors import Refusal
from kpi_engine.model.check import Mute
from kpi_engine.model.consent import Consent
from kpi_engine.model.kpi import Target
from kpi_engine.service.consent import put as put_consent
from kpi_engine.service.log import Kept
from kpi_engine.service.mute import present, put
from kpi_engine.service.period_target import restore_target
from kpi_engine.service.strategy import company_goals, department_goals, goals_with, stand
from kpi_engine.service.versions import withdraw
from kpi_engine.store import load
from kpi_engine.store.plain import from_plain
from kpi_engine.store.tables import ActualRow, KpiVersionRow
from kpi_engine.store.work import Work


def restore_set(kept: Kept, work: Work) -> None:
    """A department's KPIs and goals are what they were before it published. Refusals: as for versions."""
    restore_versions(kept, work)
    departments, companys = kept["goals"]
    stand(department_goals(work, kept["department"]), goals_with(work, departments))
    stand(company_goals(work.scope), goals_with(work, companys))


def restore_versions(kept: Kept, work: Work) -> None:
    """The versions are withdrawn. Refusals: changed_since(what), period_closed(period, by), those of formulas."""
    _check_no_values_of_others(kept, work)
    withdraw(work, kept["versions"])


def restore_cycle(kept: Kept, work: Work) -> None:
    """The target of a cycle is what it was. Refusals: changed_since(what), period_closed(period, by)."""
    before, after = (kept[key] and from_plain(Target, kept[key]) for key in ("before", "after"))
    restore_target(work, kept["kpi"], from_plain(Period, kept["cycle"]), before, after)


def restore_consent(kept: Kept, work: Work) -> None:
    """What somebody said of a KPI is what they said before."""
    before, after = (kept[key] and from_plain(Consent, kept[key]) for key in ("before", "after"))
    put_consent(work, after, before)


def restore_mute(kept: Kept, work: Work) -> None:
    """A finding is told again, or left alone again; Refusal("changed_since", what)."""
    before, after = (kept[key] and from_plain(Mute, kept[key]) for key in ("before", "after"))
    some = before or after
    if present(work, some.rule, some.kpi_id) != after:
        raise Refusal("changed_since", what=standing(load.versions_of(work.scope, some.kpi_id)).definition.name)
    put(work, after, before)


def _check_no_values_of_others(kept: Kept, work: Work) -> None:
    """What somebody entered for a KPI that began with this would be lost to sight."""
    begun = select(KpiVersionRow.kpi_id).where(KpiVersionRow.id.in_(kept["versions"]), KpiVersionRow.number == 1)
    theirs = select(ActualRow.kpi_id).where(ActualRow.kpi_id.in_(begun), ActualRow.author_id != work.actor.person.id)
    for kpi_id in work.scope.all(theirs.limit(1)):
        raise Refusal("changed_since", what=load.versions_of(work.scope, kpi_id)[-1].definition.name)
