"""Why a KPI is red, what is done about it, and whether it has helped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from kpi_engine.calendar.period import Period
from kpi_engine.commands import CauseCommand, ExplainRed, LookAgain, PlannedAction, PutOffRed
from kpi_engine.design.sets import standing
from kpi_engine.errors import Refusal
from kpi_engine.model.action import Action
from kpi_engine.model.audit import Deed
from kpi_engine.model.cause import Cause, Explained, Verdict
from kpi_engine.model.done import RedExplained, RedPutOff
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.reader.cards import line
from kpi_engine.rights import Facts, Place, check
from kpi_engine.service import log, tidy
from kpi_engine.service.actions import checked_action, restore_action, write_action
from kpi_engine.store import load, values
from kpi_engine.store.causes import cause_of, put_off, row_of
from kpi_engine.store.plain import from_plain, to_plain
from kpi_engine.store.tables import CauseRow, PutOffRow
from kpi_engine.store.work import Work
from kpi_engine.upkeep.red import is_red

Change: TypeAlias = tuple[Cause | None, Cause]
"""What was said of a cycle before and after."""


def explain_red(command: ExplainRed, work: Work) -> RedExplained:
    """Refusals: unknown_kpi, not_allowed(by), cause_told(kpi, period), not_red(kpi, period), and those of actions."""
    version = _unexplained(command, work)
    action = _planned(command.action, version, work)
    cause = Cause(
        command.kpi_id,
        command.period,
        tidy.names(command.cause),
        work.actor.person.id,
        work.today,
        action.id if action else None,
    )
    return _recorded(work, Deed.EXPLAIN_RED, version, [(None, cause)], action)


def put_off_red(command: PutOffRed, work: Work) -> RedPutOff:
    """Refusals: unknown_kpi, not_allowed(by), cause_told(kpi, period), not_red(kpi, period)."""
    version = _unexplained(command, work)
    if (command.kpi_id, command.period) not in put_off(work.scope, [command.kpi_id]):
        company, period = work.actor.company_id, command.period
        work.session.add(
            PutOffRow(company_id=company, kpi_id=command.kpi_id, kind=period.kind, period_start=period.start)
        )
        work.session.flush()
    return RedPutOff(version, command.period)


def look_again(command: LookAgain, work: Work) -> RedExplained:
    """Refusals: unknown_kpi, not_allowed(by), cause_unknown(kpi, period), and those of actions."""
    version = _checked(command, work)
    before = cause_of(work.scope, command.kpi_id, command.period)
    if before is None or before.verdict is not None:
        raise Refusal("cause_unknown", kpi=version.definition.name, period=command.period)
    action = _planned(command.action, version, work)
    changes: list[Change] = [(before, replace(before, verdict=command.verdict))]
    goes_on = command.verdict is not Verdict.HELPED and _red(work, version, command.now)
    if goes_on and cause_of(work.scope, command.kpi_id, command.now) is None:
        done = action.id if action else before.action_id
        me = work.actor.person.id
        changes.append((None, Cause(command.kpi_id, command.now, before.cause, me, work.today, done)))
    return _recorded(work, Deed.LOOK_AGAIN, version, changes, action)


def take_back_cause(kept: dict[str, Any], work: Work) -> None:
    """What was said before stands again, and the action that came with it is gone; Refusal("changed_since", what)."""
    for old, new in reversed(kept["causes"]):
        before, after = (each and from_plain(Cause, each) for each in (old, new))
        if cause_of(work.scope, after.kpi_id, after.period) != after:
            raise Refusal("changed_since", what=standing(load.versions_of(work.scope, after.kpi_id)).definition.name)
        _put(work, before, after)
    if kept["action"]:
        restore_action(None, from_plain(Action, kept["action"]), work)


def _unexplained(command: ExplainRed | PutOffRed, work: Work) -> KpiVersion:
    """The KPI that is red in that cycle without a word on why."""
    version = _checked(command, work)
    if cause_of(work.scope, command.kpi_id, command.period):
        raise Refusal("cause_told", kpi=version.definition.name, period=command.period)
    if not _red(work, version, command.period):
        raise Refusal("not_red", kpi=version.definition.name, period=command.period)
    return version


def _checked(command: CauseCommand, work: Work) -> KpiVersion:
    version = standing(load.versions_of(work.scope, command.kpi_id))
    place = Place(version.kpi.department_id, version.definition.owner_id)
    check(work.actor, command, Facts((place,), people=load.people(work.scope)))
    return version


def _red(work: Work, version: KpiVersion, period: Period) -> bool:
    if period.kind is not version.definition.cycle:
        return False
    versions = load.versions_of(work.scope, version.kpi.id)
    found = line(work.scope, versions, period, work.today)
    return found is not None and is_red(found)


def _planned(action: PlannedAction | None, version: KpiVersion, work: Work) -> Action | None:
    if action is None:
        return None
    row = write_action(work, checked_action(action, work), version.kpi.department_id, version.kpi.id)
    return values.action(row)


def _put(work: Work, now: Cause | None, instead_of: Cause) -> None:
    row = row_of(work.scope, instead_of.kpi_id, instead_of.period)
    if row and now is None:
        work.session.delete(row)
    elif row and now:
        row.verdict = now.verdict
    work.session.flush()


def _recorded(
    work: Work, deed: Deed, version: KpiVersion, changes: Sequence[Change], action: Action | None
) -> RedExplained:
    for before, after in changes:
        if before:
            _put(work, after, before)
        else:
            work.session.add(_row(work, after))
    work.session.flush()
    name = version.definition.name
    kept = {
        "causes": [[to_plain(before), to_plain(after)] for before, after in changes],
        "action": to_plain(action),
        "department": version.kpi.department_id,
        "owner": version.definition.owner_id,
    }
    told = [each for old, now in changes for each in log.changed("cause", name, old, now, _FIELDS, now.period)]
    subject = name.text(work.actor.person.language)
    log.record(work, deed, subject, kept, changes=told, departments=[version.kpi.department_id])
    return RedExplained(deed, version, Explained(changes[0][1], action))


_FIELDS = ("cause", "verdict")


def _row(work: Work, cause: Cause) -> CauseRow:
    return CauseRow(
        company_id=work.actor.company_id,
        kpi_id=cause.kpi_id,
        kind=cause.period.kind,
        period_start=cause.period.start,
        cause=cause.cause,
        author_id=cause.author_id,
        said_on=cause.said_on,
        action_id=cause.action_id,
        verdict=cause.verdict,
    )
