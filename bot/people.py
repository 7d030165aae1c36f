"""Which person stands behind an account of a platform."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import available_timezones

from sqlalchemy import select
from sqlalchemy.orm import Session

from adapters.base import LOCAL, Standing, Who
from bot.post.reach import is_back
from bot.tables import AccountRow, WorkspaceRow
from kpi_engine.design.match import is_called, nearest
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Actor, Person
from kpi_engine.model.name import Language
from kpi_engine.service.founding import found_company, is_any_founded
from kpi_engine.service.joining import mark_come
from kpi_engine.store import load
from kpi_engine.store.scope import Scope


def arrive(session: Session, who: Who, now: datetime, *, founding: bool = False) -> Actor:
    """The actor behind the account; the first of all founds a company and owns it.

    So does, in a workspace that is no company's yet, the first member who says that theirs is new (`founding`);
    Refusal("nobodys_yet") where they have not said so. ("nobody_called") where the workspace has a company and nobody
    in it is known by the account, or on a platform ("not_invited"); ("who_untold") where there is none yet and the
    platform does not tell who they are; ("you_left") for who has left it.
    """
    workspace, row = workspace_of(session, who), None
    if workspace is None:
        _check_founder(who)
        if not founding and is_any_founded(session):
            raise Refusal("nobodys_yet", name=who.name)
        actor = found_company(session, who.name, language_of(who), now, zone_of(who) or "UTC")
        workspace = settle(session, who.platform, who.workspace, actor.company_id)
    else:
        row = _account_row(session, who, workspace)
        actor = _whose(session, row) if row else _named(session, who, workspace.company_id)
    if not actor.person.active:
        raise Refusal("you_left", person=actor.person.name)
    _remember(session, row or add_account(session, workspace, who.user, actor.person, now), now)
    return actor


def _check_founder(who: Who) -> None:
    if who.standing is Standing.UNTOLD:
        raise Refusal("who_untold")
    if who.standing is not Standing.MEMBER:
        raise Refusal("not_invited", name=who.name)


def settle(session: Session, platform: str, external_id: str, company_id: int) -> WorkspaceRow:
    """Writes down that the workspace is the company's."""
    workspace = WorkspaceRow(platform=platform, external_id=external_id, company_id=company_id)
    session.add(workspace)
    session.flush()
    return workspace


def is_known(session: Session, who: Who) -> bool:
    """Whether the account is somebody's already, on this machine also by its name."""
    workspace = workspace_of(session, who)
    try:
        return workspace is not None and bool(
            _known(session, who, workspace) or _named(session, who, workspace.company_id)
        )
    except Refusal:
        return False


def company_of(session: Session, who: Who) -> int | None:
    """The company that the workspace is; None where it is none's yet."""
    workspace = workspace_of(session, who)
    return workspace.company_id if workspace else None


def link(session: Session, who: Who, actor: Actor, now: datetime) -> None:
    """The account is the actor's from now on, and a workspace that was nobody's is their company's."""
    workspace = workspace_of(session, who) or settle(session, who.platform, who.workspace, actor.company_id)
    row = _account_row(session, who, workspace) or add_account(session, workspace, who.user, actor.person, now)
    _remember(session, row, now)


def add_account(session: Session, workspace: WorkspaceRow, id: str, person: Person, now: datetime) -> AccountRow:
    """The account with that id in the workspace is the person's from now on."""
    row = AccountRow(
        platform=workspace.platform,
        workspace_id=workspace.id,
        external_id=id,
        person_id=person.id,
        company_id=workspace.company_id,
        heard_at=now,
    )
    session.add(row)
    return row


def workspace_of(session: Session, who: Who) -> WorkspaceRow | None:
    """Where they speak, as far as that is a company's."""
    same_place = WorkspaceRow.platform == who.platform, WorkspaceRow.external_id == who.workspace
    return session.scalars(select(WorkspaceRow).where(*same_place)).first()


def person_called(people: Sequence[Person], name: str) -> Person:
    """The person of that name in either language.

    Refusal("nobody_called") with the nearest names, or ("several_called").
    """
    found = [person for person in people if is_called(name, person.name)]
    if not found:
        names = [text for person in people for text in (person.name.en, person.name.zh)]
        raise Refusal("nobody_called", name=name, nearest=nearest(name, names, 3))
    if len(found) > 1:
        raise Refusal("several_called", name=name)
    return found[0]


def language_of(who: Who) -> Language:
    """Chinese for every kind of `zh`, and for a name in Chinese characters where the platform tells no language."""
    chinese = any("\u4e00" <= character <= "\u9fff" for character in who.name)
    hint = who.language_hint.lower() or ("zh" if chinese else "en")
    return Language.ZH if hint.startswith("zh") else Language.EN


def zone_of(who: Who) -> str:
    """Where the platform says that they are, as far as that is a time zone; else empty."""
    return who.time_zone if who.time_zone in available_timezones() else ""


def _known(session: Session, who: Who, workspace: WorkspaceRow) -> Actor | None:
    row = _account_row(session, who, workspace)
    return _whose(session, row) if row else None


def _whose(session: Session, row: AccountRow) -> Actor:
    return Actor(row.company_id, load.person(Scope(session, row.company_id), row.person_id))


def _named(session: Session, who: Who, company_id: int) -> Actor:
    """By name only on this machine: on a platform everybody chooses what they are called."""
    if who.platform != LOCAL:
        raise Refusal("not_invited", name=who.name)
    people = [person for person in load.people(Scope(session, company_id)) if person.active]
    return Actor(company_id, person_called(people, who.name))


def _remember(session: Session, row: AccountRow, now: datetime) -> None:
    mark_come(session, row.person_id, now)
    row.heard_at = now
    if row.unreachable_since:
        is_back(session, row, now)


def _account_row(session: Session, who: Who, workspace: WorkspaceRow) -> AccountRow | None:
    same = AccountRow.workspace_id == workspace.id, AccountRow.external_id == who.user
    return session.scalars(select(AccountRow).where(*same)).first()
