"""Values of one message: all of them, or none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kpi_engine.calendar.late import is_late
from kpi_engine.calendar.period import Period
from kpi_engine.commands import EnterActuals, Entry
from kpi_engine.design.sets import standing
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed, FieldChange
from kpi_engine.model.done import Entered, EnteredItem
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.reader.reds import reds_of
from kpi_engine.rights import Facts, Place, check
from kpi_engine.service import entries, log
from kpi_engine.service.lines import Appended, append
from kpi_engine.service.remarks import remarked
from kpi_engine.service.scoring import rescore_entries
from kpi_engine.store import load
from kpi_engine.store.load import Versions
from kpi_engine.store.work import Work


def enter_actuals(command: EnterActuals, work: Work) -> Entered:
    """Refusals: no_entries, unknown_kpi, entered_twice(kpi), nothing_entered, and those of entries."""
    versions = _versions(command.entries, work)
    check(work.actor, command, Facts(_places(versions), people=load.everybody(work.scope)))
    entries.check_once(command.entries, versions)
    read_by = [entries.version_for(versions[entry.kpi_id], entry.period, work.calendar) for entry in command.entries]
    checked = [
        entries.checked(entry, version.definition, work)
        for entry, version in zip(command.entries, read_by, strict=True)
    ]
    appended = append(work, checked, command.channel)
    items = remarked(work, entered_items(work, read_by, appended))
    rescore(work, items)
    _log(work, items, appended)
    changed = {item.version.kpi.id for item in items if item.changed}
    return Entered(items, reds_of(work.scope, work.actor.person, work.today, changed))


def entered_items(work: Work, versions: Sequence[KpiVersion], appended: Sequence[Appended]) -> tuple[EnteredItem, ...]:
    """What was recorded, in the words of the model."""
    return tuple(
        EnteredItem(
            version,
            line.now.period,
            line.now,
            line.replaced,
            late=_is_late(version, line.now.period, work),
            changed=line.changed,
        )
        for version, line in zip(versions, appended, strict=True)
    )


def rescore(work: Work, items: Sequence[EnteredItem]) -> None:
    """Scores what the items touched."""
    touched: dict[int, set[Period]] = defaultdict(set)
    for item in items:
        touched[item.version.kpi.id].add(item.period)
    rescore_entries(work, touched)


def _versions(given: Sequence[Entry], work: Work) -> Versions:
    if not given:
        raise Refusal("no_entries")
    ids = {entry.kpi_id for entry in given}
    found = load.versions_with(work.scope, ids)
    for unknown in ids - found.keys():
        raise Refusal("unknown_kpi", id=unknown)
    return found


def _places(versions: Versions) -> tuple[Place, ...]:
    now = map(standing, versions.values())
    return tuple(Place(version.kpi.department_id, version.definition.owner_id) for version in now)


def _is_late(version: KpiVersion, period: Period, work: Work) -> bool:
    """Nobody owed a value of a time before the KPI."""
    return period.middle >= version.in_force and is_late(period, work.today, work.calendar)


def _log(work: Work, items: Sequence[EnteredItem], appended: Sequence[Appended]) -> None:
    changed = [(line.now.id, line.before and line.before.id) for line in appended if line.changed]
    if changed:
        told = [item for item in items if item.changed]
        subject = log.listed((item.version.definition.name for item in told), work.actor.person.language)
        departments = {item.version.kpi.department_id for item in told}
        undo = {"lines": changed}
        log.record(work, Deed.ENTER, subject, undo, changes=_changes(told), departments=departments)


def _changes(items: Iterable[EnteredItem]) -> Iterator[FieldChange]:
    for item in items:
        fields = ("state", "reading", "note", "evidence", "reason")
        yield from log.changed("actual", item.version.definition.name, item.previous, item.actual, fields, item.period)
