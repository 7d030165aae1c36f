"""What the records know of people on a platform: how they are called, what they read, whether they have been here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, Select, select
from sqlalchemy.orm import Session

from adapters.base import Who
from bot.people import language_of
from bot.tables import AccountRow, RunRow, WorkspaceRow
from kpi_engine.model.name import Language
from kpi_engine.store.database import reading
from kpi_engine.store.tables import PersonRow


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """Reads the records of one platform's people; each call blocks."""

    engine: Engine
    platform: str

    def reads(self, who: Who) -> Language:
        """The language that the person has chosen, or else that of their client."""
        with Session(reading(self.engine)) as session:
            known = session.scalars(self._people(who.workspace, (who.user,))).first()
            return known.language if known else language_of(who)

    def names(self, workspace: str, users: Sequence[str]) -> Mapping[str, str]:
        """What those with these ids are called in their company."""
        with Session(reading(self.engine)) as session:
            found = session.execute(self._people(workspace, users).add_columns(AccountRow.external_id))
            return {id: person.name.en for person, id in found}

    def stands(self, who: Who, run: str, turn: int) -> bool:
        """Whether the dialog is theirs, and still at that turn."""
        mine = self._people(who.workspace, (who.user,)).with_only_columns(PersonRow.id)
        with Session(reading(self.engine)) as session:
            state = session.scalar(select(RunRow.state).where(RunRow.id == run, RunRow.person_id.in_(mine)))
            return state is not None and state["turn"] == turn

    def knows(self, who: Who) -> bool:
        """Whether the person has been heard before."""
        with Session(reading(self.engine)) as session:
            come = self._people(who.workspace, (who.user,)).where(PersonRow.came_at.is_not(None))
            return session.scalars(come).first() is not None

    def _people(self, workspace: str, users: Sequence[str]) -> Select[PersonRow]:
        place = WorkspaceRow.platform == self.platform, WorkspaceRow.external_id == workspace
        accounts = select(PersonRow).join(AccountRow, AccountRow.person_id == PersonRow.id).join(WorkspaceRow)
        return accounts.where(*place, AccountRow.external_id.in_(users))
