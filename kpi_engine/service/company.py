"""The company, its departments, and the language in which one reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kpi_engine.commands import ChangeSettings, ChooseLanguage, SetUpCompany
from kpi_engine.design.match import alike
from kpi_engine.model.audit import Deed, FieldChange
from kpi_engine.model.done import CompanySetUp, LanguageChosen
from kpi_engine.model.name import Name
from kpi_engine.rights import Facts, check
from kpi_engine.service import log, tidy
from kpi_engine.service.settings import check_settings, write_settings
from kpi_engine.store import load, values
from kpi_engine.store.tables import CompanyRow, DepartmentRow, PersonRow
from kpi_engine.store.work import Work

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
    settings = ChangeSettings(command.time_zone, command.currency, _country(command, company), command.year_start)
    check_settings(settings, work)
    before = CompanySetUp(values.company(company), load.departments(work.scope))
    company.name = _renamed(company.name, tidy.name(command.name))
    write_settings(settings, work)
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


def _add_departments(work: Work, names: Iterable[Name]) -> None:
    known = [department.name for department in load.departments(work.scope)]
    for name in map(tidy.names, names):
        if not any(alike(name, other) for other in known):
            known.append(name)
            work.session.add(DepartmentRow(company_id=work.actor.company_id, name=name))
            work.session.flush()
