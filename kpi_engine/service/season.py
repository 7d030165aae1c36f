"""A year of targets at once, where the values follow the seasons."""

from __future__ import annotations

from typing import Any

from kpi_engine.calendar.period import Period
from kpi_engine.commands import SetSeason
from kpi_engine.design.outcome import PeriodTargetChange
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.change import SetPeriodTarget
from kpi_engine.model.done import SeasonSet
from kpi_engine.model.kpi import Target
from kpi_engine.rights import Facts, Place, check
from kpi_engine.service import log
from kpi_engine.service.change import planned
from kpi_engine.service.period_target import restore_target, target_changed, write_target
from kpi_engine.service.scoring import rescore_since
from kpi_engine.store import load
from kpi_engine.store.plain import from_plain, to_plain
from kpi_engine.store.tables import KpiRow
from kpi_engine.store.work import Work


def set_season(command: SetSeason, work: Work) -> SeasonSet:
    """All of them or none; what is agreed for a cycle already stays. Refusals: nothing_changed(kpi) where all are,
    those of `change.planned`, and not_allowed(by).
    """
    version = load.versions_of(work.scope, command.kpi_id)[-1]
    department_id = version.kpi.department_id
    check(work.actor, command, Facts((Place(department_id),), people=load.people(work.scope)))
    work.scope.hold(KpiRow, [command.kpi_id])
    targets = _planned(command, work)
    if not targets:
        raise Refusal("nothing_changed", kpi=version.definition.name)
    for one in targets:
        write_target(work, command.kpi_id, one.cycle, one.after)
    rescore_since(work, {command.kpi_id: min(one.cycle.start for one in targets)})
    undo = {"kpi": command.kpi_id, "targets": [_kept(one) for one in targets]}
    changes = [change for one in targets for change in target_changed(one, command.reason)]
    subject = version.definition.name.text(work.actor.person.language)
    log.record(work, Deed.SET_SEASON, subject, undo, changes=changes, departments=[department_id])
    return SeasonSet(version, tuple((one.cycle, one.after or version.definition.target) for one in targets))


def restore_season(kept: dict[str, Any], work: Work) -> None:
    """Refusals: changed_since(what), period_closed(period, by)."""
    for one in kept["targets"]:
        before, after = (one[key] and from_plain(Target, one[key]) for key in ("before", "after"))
        restore_target(work, kept["kpi"], from_plain(Period, one["cycle"]), before, after)


def _planned(command: SetSeason, work: Work) -> list[PeriodTargetChange]:
    standing = load.period_targets(work.scope, [command.kpi_id]).get(command.kpi_id, ())
    agreed = {each.cycle: each.target for each in standing}
    wanted = [(cycle, target) for cycle, target in command.targets if agreed.get(cycle) != target]
    changes = (SetPeriodTarget(command.kpi_id, cycle, target, command.reason) for cycle, target in wanted)
    found = (planned(change, work).outcome.target for change in changes)
    return [one for one in found if one]


def _kept(one: PeriodTargetChange) -> dict[str, Any]:
    return {key: to_plain(getattr(one, key)) for key in ("cycle", "before", "after")}
