"""How the bot writes to somebody by itself, and who steps in for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from kpi_engine.calendar.asking import asked_at
from kpi_engine.calendar.hours import moment
from kpi_engine.commands import SetDeputy, SetReminders, SnoozeReminders
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.company import Company, Person
from kpi_engine.model.done import DeputySet, RemindersSet
from kpi_engine.model.reminders import MOST_A_WEEK, MOST_MISSES, Reminders, Reminding, Snooze
from kpi_engine.model.wishes import reminded_at, wishes
from kpi_engine.rights import Facts, Place, check, leave_place, steps_in
from kpi_engine.service import log
from kpi_engine.store import load, values
from kpi_engine.store.plain import from_plain, to_plain
from kpi_engine.store.tables import PersonRow
from kpi_engine.store.work import Work

ReminderCommand: TypeAlias = SetReminders | SnoozeReminders
Kept: TypeAlias = dict[str, Any]

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def set_reminders(command: ReminderCommand, work: Work) -> RemindersSet:
    """Refusals: budget_range(most), hours_backwards, hour_outside(hours)."""
    me, company = work.actor.person, values.company(work.scope.company())
    check(work.actor, command, Facts((Place(person_id=me.id),)))
    wanted = command.reminders if isinstance(command, SetReminders) else _snoozed(command, company, work)
    check_reminding(_as_it_holds(company.reminding, wanted, me.reminders))
    row = work.scope.find(PersonRow, me.id, "unknown_person")
    row.reminders = wanted
    work.session.flush()
    undo = {"person": me.id, "before": to_plain(me.reminders), "after": to_plain(wanted)}
    after = load.person(work.scope, me.id)
    changes = log.changed("person", me.name, me, after, ("reminders",))
    log.record(work, Deed.SET_REMINDERS, me.name.text(me.language), undo, changes=changes)
    return RemindersSet(company, after, me.reminders, steps_in(after, load.people(work.scope)))


def set_deputy(command: SetDeputy, work: Work) -> DeputySet:
    """Refusals: unknown_person, person_inactive(person), deputy_self(person)."""
    person, people = load.person(work.scope, command.person_id), load.people(work.scope)
    check(work.actor, command, Facts((leave_place(person, people),), people=people))
    deputy = None if command.deputy_id is None else load.person(work.scope, command.deputy_id)
    for one in filter(None, (person, deputy)):
        if not one.active:
            raise Refusal("person_inactive", person=one.name)
    if deputy == person:
        raise Refusal("deputy_self", name=person.name)
    row = work.scope.find(PersonRow, person.id, "unknown_person")
    row.deputy_id = command.deputy_id
    work.session.flush()
    undo = {"person": person.id, "before": person.deputy_id, "after": command.deputy_id}
    after = load.person(work.scope, person.id)
    changes = log.changed("person", person.name, person, after, ("deputy_id",))
    subject = person.name.text(work.actor.person.language)
    log.record(work, Deed.SET_DEPUTY, subject, undo, changes=changes, departments=person.department_ids)
    return DeputySet(after, deputy)


def restore_reminders(kept: Kept, work: Work) -> None:
    """What was wanted before."""
    work.scope.find(PersonRow, kept["person"], "unknown_person").reminders = from_plain(Reminders, kept["before"])


def restore_deputy(kept: Kept, work: Work) -> None:
    """Refusal("changed_since", what) where somebody else steps in by now."""
    row = work.scope.find(PersonRow, kept["person"], "unknown_person")
    if row.deputy_id != kept["after"]:
        raise Refusal("changed_since", what=row.name)
    row.deputy_id = kept["before"]


def check_reminding(reminding: Reminding) -> None:
    """Refusals: budget_range(most), misses_range(most), hours_backwards, hour_outside(hours)."""
    if not 0 <= reminding.budget <= MOST_A_WEEK:
        raise Refusal("budget_range", most=MOST_A_WEEK)
    if not 0 <= reminding.misses <= MOST_MISSES:
        raise Refusal("misses_range", most=MOST_MISSES)
    if not reminding.hours.sound:
        raise Refusal("hours_backwards")
    if not reminding.hours.start <= reminding.at < reminding.hours.end:
        raise Refusal("hour_outside", hours=reminding.hours)


def _as_it_holds(usual: Reminding, mine: Reminders, before: Reminders) -> Reminding:
    """Only a time that is newly said must lie within the hours; an older one gives way to them (`reminded_at`)."""
    budget, hours = usual.budget if mine.budget is None else mine.budget, mine.hours or usual.hours
    at = mine.at if mine.at and mine.at != before.at else hours.nearest(mine.at or usual.at)
    return replace(usual, hours=hours, at=at, budget=budget)


def _snoozed(command: SnoozeReminders, company: Company, work: Work) -> Reminders:
    return replace(work.actor.person.reminders, snoozed_until=_until(command.until, company, work))


def _until(snooze: Snooze, company: Company, work: Work) -> datetime | None:
    me: Person = work.actor.person
    at, tomorrow = reminded_at(company, me), work.today + _DAY
    match snooze:
        case Snooze.HOUR:
            return work.now + _HOUR
        case Snooze.TOMORROW:
            return moment(tomorrow, at, me.time_zone)
        case Snooze.WORKING_DAY:
            awake = replace(wishes(company, me), snoozed_until=None)
            return asked_at(tomorrow, at, awake, company.calendar)
