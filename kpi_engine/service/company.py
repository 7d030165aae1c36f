"""The company, its departments and its people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from zoneinfo import available_timezones

from sqlalchemy import delete, update

from kpi_engine.commands import AddMember, ChooseLanguage, Hat, SetUpCompany
from kpi_engine.design.match import alike
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed, FieldChange
from kpi_engine.model.company import Person, Position, Role
from kpi_engine.model.done import CompanySetUp, LanguageChosen, MemberAdded
from kpi_engine.model.kpi import UnitKind
from kpi_engine.model.name import Name
from kpi_engine.rights import Facts, Place, check
from kpi_engine.service import log, tidy
from kpi_engine.store import load, values
from kpi_engine.store.plain import to_plain
from kpi_engine.store.tables import DepartmentRow, PersonRow, PositionRow
from kpi_engine.store.work import Work

_CURRENCY = re.compile("[A-Z]{3}")


def set_up_company(command: SetUpCompany, work: Work) -> CompanySetUp:
    """Refusals: unknown_time_zone, unknown_currency, currency_in_use(currency), and those of names."""
    check(work.actor, command, Facts(people=load.people(work.scope)))
    company = work.scope.company()
    _check_settings(command)
    _check_money(command, company.currency, work)
    before = CompanySetUp(values.company(company), load.departments(work.scope))
    _move_people(work, company.time_zone, command.time_zone)
    company.name = _renamed(company.name, tidy.name(command.name))
    company.time_zone = command.time_zone
    company.currency = command.currency
    _add_departments(work, command.departments)
    after = CompanySetUp(values.company(company), load.departments(work.scope))
    log.record(work, Deed.SET_UP, company.name.en, changes=_set_up_changes(before, after))
    return after


def add_member(command: AddMember, work: Work) -> MemberAdded:
    """Refusals: several_called(name), unknown_department, share_range, share_over(total), last_owner, those of tidy."""
    people = load.people(work.scope)
    name = tidy.names(command.name)
    known = _called(name, people)
    check(work.actor, command, _facts(command, known, people))
    _check_hats(command, work)
    _check_owner_remains(command, known, people)
    person = _write_member(command, work, name, known)
    is_new = known is None or not known.active
    undo = {
        "person": person.id,
        "new": is_new,
        "before": to_plain(known or person),
        "after": to_plain(person),
    }
    changes = log.changed("person", person.name, None if is_new else known, person, ("role", "positions", "active"))
    touched = person.department_ids | (known.department_ids if known else frozenset())
    subject = name.text(work.actor.person.language)
    log.record(work, Deed.ADD_MEMBER, subject, undo, changes=changes, departments=touched)
    return MemberAdded(person, is_new)


def choose_language(command: ChooseLanguage, work: Work) -> LanguageChosen:
    """The actor's own language."""
    check(work.actor, command, Facts())
    me = work.scope.find(PersonRow, work.actor.person.id, "unknown_person")
    undo = {"before": str(me.language)}
    change = FieldChange(me.name, "person.language", me.language, command.language)
    me.language = command.language
    log.record(work, Deed.CHOOSE_LANGUAGE, str(command.language), undo, changes=[change])
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


def _check_settings(command: SetUpCompany) -> None:
    if command.time_zone not in available_timezones():
        raise Refusal("unknown_time_zone", name=command.time_zone)
    if not _CURRENCY.fullmatch(command.currency):
        raise Refusal("unknown_currency", name=command.currency)


def _check_money(command: SetUpCompany, present: str, work: Work) -> None:
    """Values and targets are kept without their currency: in another one they would say something else."""
    every = (version for versions in load.versions(work.scope).values() for version in versions)
    counts_money = any(version.definition.unit.kind is UnitKind.MONEY for version in every)
    if command.currency != present and counts_money:
        raise Refusal("currency_in_use", currency=present)


def _set_up_changes(before: CompanySetUp, after: CompanySetUp) -> Iterator[FieldChange]:
    name = after.company.name
    yield from log.changed("company", name, before.company, after.company, ("name", "time_zone", "currency"))
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


def _check_owner_remains(command: AddMember, known: Person | None, people: tuple[Person, ...]) -> None:
    owners = [person for person in people if person.role is Role.OWNER and person.active]
    if known is not None and owners == [known] and command.role is not Role.OWNER:
        raise Refusal("last_owner", person=known.name)


def _write_member(command: AddMember, work: Work, name: Name, known: Person | None) -> Person:
    row = work.scope.find(PersonRow, known.id, "unknown_person") if known else _new_person(work, name)
    row.role = command.role
    row.active = True
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
    )
