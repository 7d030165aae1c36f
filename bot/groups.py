"""The groups of people in a workspace, as the company sees them; who comes with one has their account from then on."""

from __future__ import annotations

from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from adapters.base import GroupsWanted, NoGroups, PeopleGroup, Standing, Who
from bot.people import add_account, language_of, workspace_of, zone_of
from bot.tables import AccountRow
from conversations.world import Groups
from kpi_engine.errors import Refusal
from kpi_engine.model.done import GroupsTaken
from kpi_engine.model.groups import Group, GroupMember
from kpi_engine.model.name import NAME_LIMIT
from kpi_engine.store.work import Work


def groups_of(session: Session, who: Who) -> Groups | None:
    """Where there may be groups, what tells of them: GroupsWanted, or Refusal("groups_hidden") or ("groups_silent")."""
    return None if who.groups is NoGroups.NONE else partial(_told, session, who)


def link_newcomers(work: Work, who: Who, done: GroupsTaken) -> None:
    """Their accounts are where the one is of whoever took the groups."""
    workspace = workspace_of(work.session, who)
    assert workspace is not None
    for newcomer in done.newcomers:
        add_account(work.session, workspace, newcomer.account, newcomer.person, work.now)


def _told(session: Session, who: Who) -> tuple[Group, ...]:
    match who.groups:
        case NoGroups.NOT_ASKED:
            raise GroupsWanted
        case NoGroups.HIDDEN:
            raise Refusal("groups_hidden")
        case NoGroups.SILENT:
            raise Refusal("groups_silent")
        case NoGroups.NONE:
            return ()
        case groups:
            owners = _owners(session, who)
            return tuple(_group(group, owners) for group in groups)


def _owners(session: Session, who: Who) -> dict[str, int]:
    """Whose each account of the workspace is."""
    workspace = workspace_of(session, who)
    assert workspace is not None
    mine = select(AccountRow.external_id, AccountRow.person_id).where(AccountRow.workspace_id == workspace.id)
    return {row.external_id: row.person_id for row in session.execute(mine)}


def _group(group: PeopleGroup, owners: dict[str, int]) -> Group:
    """Without guests and people of other companies: these are invited one by one."""
    members = (one for one in group.people if one.standing is Standing.MEMBER)
    return Group(group.id, group.name[:NAME_LIMIT], tuple(_member(one, owners.get(one.user)) for one in members))


def _member(who: Who, person_id: int | None) -> GroupMember:
    return GroupMember(who.user, who.name[:NAME_LIMIT], language_of(who), zone_of(who), person_id)
