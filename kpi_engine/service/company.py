"""The company, its departments and its people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from zoneinfo import available_timezones

from sqlalchemy import delete, update

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.presence import ALWAYS, Presence
from kpi_engine.calendar.working import known_countries
from kpi_engine.commands import AddMember, ChooseLanguage, Hat, SetUpCompany
from kpi_engine.design.match import alike
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.company import Person, Position, Role
from kpi_engine.model.done import CompanySetUp, LanguageChosen, MemberAdded
from kpi_engine.model.kpi import UnitKind
from kpi_engine.model.name import Name
from kpi_engine.rights import Facts, Place, check
from kpi_engine.service import log, tidy
from kpi_engine.service.scoring import rescore_since
from kpi_engine.store import load, values
from kpi_engine.store.plain import to_plain
from kpi_engine.store.tables import CompanyRow, DepartmentRow, KpiRow, PersonRow, PositionRow
from kpi_engine.store.work import Work

_CURRENCY = re.compile("[A-Z]{3}")
_MONTHS = range(1, 13)
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
    _move_people(work, company.time_zone, command.time_zone)
    company.name = _renamed(company.name, tidy.name(command.name))
    company.country = _country(command, company)
    company.year_start = command.year_start or company.year_start
    company.time_zone = command.time_zone
    company.currency = command.currency
    _add_departments(work, command.departments)
    log.record(work, Deed.SET_UP, company.name.en)
    return CompanySetUp(values.company(company), load.departments(work.scope))


def add_member(command: AddMember, work: Work) -> MemberAdded:
    """Refusals: several_called(name), unknown_department, share_range, share_over(total), last_owner,
    presence_backwards, and those of tidy.
    """
    people = load.people(work.scope)
    name = tidy.names(command.name)
    known = _called(name, people)
    check(work.actor, command, _facts(command, known, people))
    _check_hats(command, work)
    _check_owner_remains(command, known, people)
    _check_presence(command)
    person = _write_member(command, work, name, known)
    rescore_presence(work, person, known.presence if known else ALWAYS)
    is_new = known is None or not known.active
    undo = {
        "person": person.id,
        "new": is_new,
        "before": to_plain(known or person),
        "after": to_plain(person),
    }
    log.record(work, Deed.ADD_MEMBER, name.text(work.actor.person.language), undo)
    return MemberAdded(person, is_new, person if known is None or is_new else known, load.departments(work.scope))


def choose_language(command: ChooseLanguage, work: Work) -> LanguageChosen:
    """The actor's own language."""
    check(work.actor, command, Facts())
    me = work.scope.find(PersonRow, work.actor.person.id, "unknown_person")
    undo = {"before": str(me.language)}
    me.language = command.language
    log.record(work, Deed.CHOOSE_LANGUAGE, str(command.language), undo)
    return LanguageChosen(command.language)


def wear(work: Work, person_id: int, hats: Iterable[Hat | Position]) -> None:
    """Replaces the hats of a person."""
    work.session.execute(delete(PositionRow).where(PositionRow.person_id == person_id))
    work.session.add_all(
        PositionRow(
            company_id=work.actor.company_id,
            person_id=person_id,
            department_id=hat.department_id,
            title=hat.title,
            share=hat.share,
        )
        for hat in hats
    )
    work.session.flush()


def rescore_presence(work: Work, person: Person, before: Presence) -> None:
    """What is measured of the person is scored anew where they are there at other times than before."""
    if person.presence != before:
        versions = load.versions(work.scope, KpiRow.person_id == person.id)
        rescore_since(work, {id: min(each.in_force for each in own) for id, own in versions.items()})


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


def _called(name: Name, people: Iterable[Person]) -> Person | None:
    found = [person for person in people if alike(person.name, name)]
    if len(found) > 1:
        raise Refusal("several_called", name=name.en)
    return next(iter(found), None)


def _facts(command: AddMember, known: Person | None, people: tuple[Person, ...]) -> Facts:
    touched = [hat.department_id for hat in command.hats] + sorted(known.department_ids if known else ())
    places = tuple(Place(department_id=id) for id in touched) or (Place(),)
    return Facts(places, frozenset({command.role} | ({known.role} if known else set())), people)


def _check_hats(command: AddMember, work: Work) -> None:
    for hat in command.hats:
        work.scope.find(DepartmentRow, hat.department_id, "unknown_department")
        if not hat.share.is_finite() or not 0 < hat.share <= 1:
            raise Refusal("share_range", share=hat.share)
    total = sum(hat.share for hat in command.hats)
    if total > 1:
        raise Refusal("share_over", total=total)


def _check_presence(command: AddMember) -> None:
    presence = command.presence or ALWAYS
    spans = [(away.start, away.end) for away in presence.leave]
    if presence.joined and presence.left:
        spans.append((presence.joined, presence.left))
    if any(start >= end for start, end in spans):
        raise Refusal("presence_backwards")


def _check_owner_remains(command: AddMember, known: Person | None, people: tuple[Person, ...]) -> None:
    owners = [person for person in people if person.role is Role.OWNER and person.active]
    if known is not None and owners == [known] and command.role is not Role.OWNER:
        raise Refusal("last_owner", person=known.name)


def _write_member(command: AddMember, work: Work, name: Name, known: Person | None) -> Person:
    row = work.scope.find(PersonRow, known.id, "unknown_person") if known else _new_person(work, name)
    back = known is not None and not known.active
    row.role = command.role
    row.active = True
    row.presence = command.presence or (replace(row.presence, left=None) if back else row.presence)
    work.session.add(row)
    work.session.flush()
    hats = [Hat(hat.department_id, tidy.remarks(hat.title), hat.share) for hat in command.hats]
    wear(work, row.id, hats)
    return load.person(work.scope, row.id)


def _new_person(work: Work, name: Name) -> PersonRow:
    company = work.scope.company()
    return PersonRow(
        company_id=company.id,
        name=name,
        language=company.language,
        time_zone=company.time_zone,
        ranked=True,
        presence=ALWAYS,
    )
