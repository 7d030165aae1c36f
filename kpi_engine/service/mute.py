"""Findings of the check that are to be left alone, for a reason."""

from __future__ import annotations

from sqlalchemy import select

from kpi_engine.commands import MuteCommand, MuteFinding, UnmuteFinding
from kpi_engine.design.sets import standing
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.check import Mute, RuleId
from kpi_engine.model.done import Muted, Unmuted
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.rights import Facts, Place, check
from kpi_engine.service import log, tidy
from kpi_engine.store import load, values
from kpi_engine.store.plain import to_plain
from kpi_engine.store.tables import MuteRow
from kpi_engine.store.work import Work


def change_mute(command: MuteCommand, work: Work) -> Muted | Unmuted:
    """The refusals are unknown_kpi, kpi_retired(kpi), and those below."""
    match command:
        case MuteFinding():
            return _mute(command, work)
        case UnmuteFinding():
            return _unmute(command, work)


def present(work: Work, rule: RuleId, kpi_id: int) -> Mute | None:
    """What stands for that rule and KPI."""
    row = _row(work, rule, kpi_id)
    return values.mute(row) if row else None


def put(work: Work, before: Mute | None, after: Mute | None) -> None:
    """What stands from now on in place of what stood."""
    for mute in (before,) if before else ():
        if row := _row(work, mute.rule, mute.kpi_id):
            work.session.delete(row)
            work.session.flush()
    if after:
        work.session.add(
            MuteRow(
                company_id=work.actor.company_id,
                kpi_id=after.kpi_id,
                rule=after.rule.value,
                reason=after.reason,
                author_id=after.by,
                muted_on=after.on,
            )
        )
    work.session.flush()


def _mute(command: MuteFinding, work: Work) -> Muted:
    """Said again, it has the new reason; Refusal("reason_missing")."""
    version = _checked(command, work)
    reason = tidy.remark(command.reason)
    if not reason:
        raise Refusal("reason_missing")
    before = present(work, command.rule, command.kpi_id)
    mute = Mute(command.rule, command.kpi_id, reason, work.actor.person.id, work.today)
    put(work, before, mute)
    _record(work, Deed.MUTE, version, before, mute)
    return Muted(version, mute)


def _unmute(command: UnmuteFinding, work: Work) -> Unmuted:
    """Refusal("not_muted", kpi) where there is nothing to take back."""
    version = _checked(command, work)
    before = present(work, command.rule, command.kpi_id)
    if before is None:
        raise Refusal("not_muted", kpi=version.definition.name)
    put(work, before, None)
    _record(work, Deed.UNMUTE, version, before, None)
    return Unmuted(version, command.rule)


def _checked(command: MuteCommand, work: Work) -> KpiVersion:
    version = standing(load.versions_of(work.scope, command.kpi_id))
    place = Place(version.kpi.department_id)
    check(work.actor, command, Facts((place,), people=load.people(work.scope)))
    if version.retired:
        raise Refusal("kpi_retired", kpi=version.definition.name)
    return version


def _row(work: Work, rule: RuleId, kpi_id: int) -> MuteRow | None:
    these = select(MuteRow).where(MuteRow.rule == rule.value, MuteRow.kpi_id == kpi_id)
    return next(iter(work.scope.all(these)), None)


def _record(work: Work, deed: Deed, version: KpiVersion, before: Mute | None, after: Mute | None) -> None:
    kept = {"before": to_plain(before), "after": to_plain(after), "department": version.kpi.department_id}
    name = version.definition.name
    changes = log.changed("mute", name, before, after, ("rule", "reason"))
    subject = name.text(work.actor.person.language)
    log.record(work, deed, subject, kept, changes=changes, departments=[version.kpi.department_id])
