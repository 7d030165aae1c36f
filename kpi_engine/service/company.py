"""The company, its departments, and the language in which one reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from zoneinfo import available_timezones

from sqlalchemy import update

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.working import known_countries
from kpi_engine.commands import ChooseLanguage, SetUpCompany
from kpi_engine.design.match import alike
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed, FieldChange
from kpi_engine.model.done import CompanySetUp, LanguageChosen
from kpi_engine.model.kpi import UnitKind
from kpi_engine.model.name import Name
from kpi_engine.rights import Facts, check
from kpi_engine.service import log, tidy
from kpi_engine.store import load, values
from kpi_engine.store.tables import CompanyRow, DepartmentRow, PersonRow
from kpi_engine.store.work import Work

_CURRENCY = re.compile("[A-Z]{3}")
_MONTHS = range(1, 13)
_FIELDS = ("name", "time_zone", "currency", "calendar")
"""What the audit log tells of a company."""
_COUNTRIES = {"Asia/Shanghai": "CN"}
"""Whose holidays are kept where nothing is said: everybody in China works by one calendar, few others do."""


def set_up_company(command: SetUpCompany, work: Work) -> CompanySetUp:
    """Refusals: unknown_time_zone, unknown_currency, unknown_country(name), year_start_range,
    currency_in_use(currency), year_start_in_use, and those of names.
    """
    check(work.actor, command, Facts(people=load.people(work.scope)))
    company = work.scope.company()
    _check_settings(command)
    _check_in_use(command, company, work)
    before = CompanySetUp(values.company(company), load.departments(work.scope))
    _move_people(work, company.time_zone, command.time_zone)
    company.name = _renamed(company.name, tidy.name(command.name))
    company.country = _country(command, company)
    company.year_start = command.year_start or company.year_start
    company.time_zone = command.time_zone
    company.currency = command.currency
    _add_departments(work, command.departments)
    after = CompanySetUp(values.company(company), load.departments(work.scope))
    log.record(work, Deed.SET_UP, company.name.en, changes=_set_up_changes(before, after))
    return after


def choose_language(command: ChooseLanguage, work: Work) -> LanguageChosen:
    """The actor's own language."""
    check(work.actor, command, Facts())
    me = work.scope.find(PersonRow, work.actor.person.id, "unknown_person")
    undo = {"before": str(me.language)}
    change = FieldChange(me.name, "person.language", me.language, command.language)
    me.language = command.language
    log.record(work, Deed.CHOOSE_LANGUAGE, str(command.language), undo, changes=[change])
    return LanguageChosen(command.language)


def _check_settings(command: SetUpCompany) -> None:
    if command.time_zone not in available_timezones():
        raise Refusal("unknown_time_zone", name=command.time_zone)
    if not _CURRENCY.fullmatch(command.currency):
        raise Refusal("unknown_currency", name=command.currency)
    if command.country and command.country not in known_countries():
        raise Refusal("unknown_country", name=command.country)
    if command.year_start is not None and command.year_start not in _MONTHS:
        raise Refusal("year_start_range")


def _check_in_use(command: SetUpCompany, company: CompanyRow, work: Work) -> None:
    """Values are kept without their currency, and quarters by their first day: they would say something else."""
    every = [version.definition for versions in load.versions(work.scope).values() for version in versions]
    if command.currency != company.currency and any(each.unit.kind is UnitKind.MONEY for each in every):
        raise Refusal("currency_in_use", currency=company.currency)
    begins = command.year_start or company.year_start
    if begins != company.year_start and any(each.cycle.rank > PeriodKind.MONTH.rank for each in every):
        raise Refusal("year_start_in_use")


def _country(command: SetUpCompany, company: CompanyRow) -> str:
    if command.country is not None:
        return command.country
    if command.time_zone == company.time_zone:
        return company.country
    return _COUNTRIES.get(command.time_zone, "")


def _set_up_changes(before: CompanySetUp, after: CompanySetUp) -> Iterator[FieldChange]:
    name = after.company.name
    yield from log.changed("company", name, before.company, after.company, _FIELDS)
    for department in after.departments[len(before.departments) :]:
        yield from log.changed("department", department.name, None, department, ("name",))


def _renamed(present: Name, name: str) -> Name:
    """A name said again in one language keeps what it is called in the other."""
    return present if name in (present.en, present.zh) else Name.same(name)


def _move_people(work: Work, before: str, after: str) -> None:
    """Who lived by the company's clock goes on doing so."""
    theirs = PersonRow.company_id == work.actor.company_id, PersonRow.time_zone == before
    work.session.execute(update(PersonRow).where(*theirs).values(time_zone=after))


def _add_departments(work: Work, names: Iterable[Name]) -> None:
    known = [department.name for department in load.departments(work.scope)]
    for name in map(tidy.names, names):
        if not any(alike(name, other) for other in known):
            known.append(name)
            work.session.add(DepartmentRow(company_id=work.actor.company_id, name=name))
            work.session.flush()
