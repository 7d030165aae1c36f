"""How a company counts and works: its clock, its money, its days, its year."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any, TypeAlias
from zoneinfo import available_timezones

from sqlalchemy import update

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.working import Before, Calendar, known_countries
from kpi_engine.commands import ChangeSettings
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.done import SettingsChanged
from kpi_engine.model.kpi import UnitKind
from kpi_engine.rights import Facts, check
from kpi_engine.service import log
from kpi_engine.service.ranking import check_board
from kpi_engine.service.reminders import check_reminding
from kpi_engine.service.scoring import rescore_since
from kpi_engine.store import load, values
from kpi_engine.store.plain import from_plain, to_plain
from kpi_engine.store.tables import CompanyRow, PersonRow
from kpi_engine.store.work import Work

Plain: TypeAlias = dict[str, Any]
"""The settings as JSON keeps them."""

FIELDS = ("time_zone", "currency", "calendar", "small", "reminding", "board")
"""What the audit log tells of them."""
_CURRENCY = re.compile("[A-Z]{3}")
_MONTHS = range(1, 13)


def change_settings(command: ChangeSettings, work: Work) -> SettingsChanged:
    """Refusals: unknown_time_zone, unknown_currency, unknown_country(name), year_start_range, no_working_day,
    currency_in_use(currency), year_start_in_use, and those of `check_reminding` and `check_board`.
    """
    check(work.actor, command, Facts(people=load.people(work.scope)))
    row = work.scope.company()
    before, kept = values.company(row), _plain(row)
    check_settings(command, work)
    write_settings(command, work)
    after = values.company(row)
    if after != before:
        undo = {"before": kept, "after": _plain(row)}
        changes = log.changed("company", row.name, before, after, FIELDS)
        log.record(work, Deed.CHANGE_SETTINGS, row.name.text(work.actor.person.language), undo, changes=changes)
    return SettingsChanged(before, after, work.today)


def check_settings(command: ChangeSettings, work: Work) -> None:
    """Values are kept without their currency, and quarters by their first day: they would say something else."""
    company = work.scope.company()
    _check_known(command)
    every = [version.definition for versions in load.versions(work.scope).values() for version in versions]
    currency, begins = command.currency or company.currency, command.year_start or company.year_start
    if currency != company.currency and any(each.unit.kind is UnitKind.MONEY for each in every):
        raise Refusal("currency_in_use", currency=company.currency)
    if begins != company.year_start and any(each.cycle.rank > PeriodKind.MONTH.rank for each in every):
        raise Refusal("year_start_in_use")


def restore_settings(kept: Plain, work: Work) -> None:
    """Refusals: changed_since(what), currency_in_use(currency), year_start_in_use."""
    company = work.scope.company()
    if _plain(company) != kept["after"]:
        raise Refusal("changed_since", what=company.name)
    command = from_plain(ChangeSettings, kept["before"])
    check_settings(command, work)
    before = values.calendar(company)
    _write(command, work)
    company.earlier = from_plain(tuple[Before, ...], kept["before"]["earlier"])
    _rescore(work, before)


def _check_known(command: ChangeSettings) -> None:
    if command.time_zone is not None and command.time_zone not in available_timezones():
        raise Refusal("unknown_time_zone", name=command.time_zone)
    if command.currency is not None and not _CURRENCY.fullmatch(command.currency):
        raise Refusal("unknown_currency", name=command.currency)
    if command.country and command.country not in known_countries():
        raise Refusal("unknown_country", name=command.country)
    if command.year_start is not None and command.year_start not in _MONTHS:
        raise Refusal("year_start_range")
    if command.working_days is not None and not command.working_days:
        raise Refusal("no_working_day")
    if command.reminding is not None:
        check_reminding(command.reminding)
    if command.board is not None:
        check_board(command.board)


def write_settings(command: ChangeSettings, work: Work) -> None:
    """Another calendar holds from today on, as grades do: days before keep theirs, once anything is measured."""
    company = work.scope.company()
    before = values.calendar(company)
    _write(command, work)
    days = before.weekdays, before.country
    if (company.working_days, company.country) != days and load.versions(work.scope):
        company.earlier = before.until(work.today)
    _rescore(work, before)


def _write(command: ChangeSettings, work: Work) -> None:
    company = work.scope.company()
    if command.time_zone is not None:
        _move_people(work, company.time_zone, command.time_zone)
    for field in fields(command):
        value = getattr(command, field.name)
        if value is not None:
            setattr(company, field.name, value)
    work.session.flush()


def _rescore(work: Work, before: Calendar) -> None:
    """Since the first day on which others are worked."""
    work.session.flush()
    now = values.calendar(work.scope.company())
    if now != before:
        since = min((each.until for each in {*now.earlier} ^ {*before.earlier}), default=work.today)
        rescore_since(work, dict.fromkeys(load.versions(work.scope), since))


def _move_people(work: Work, before: str, after: str) -> None:
    """Who lived by the company's clock goes on doing so."""
    theirs = PersonRow.company_id == work.actor.company_id, PersonRow.time_zone == before
    work.session.execute(update(PersonRow).where(*theirs).values(time_zone=after))


def _plain(row: CompanyRow) -> Plain:
    return {
        "time_zone": row.time_zone,
        "currency": row.currency,
        "country": row.country,
        "earlier": to_plain(row.earlier),
        "year_start": row.year_start,
        "working_days": sorted(row.working_days),
        "small": str(row.small),
        "reminding": to_plain(row.reminding),
        "board": to_plain(row.board),
    }
