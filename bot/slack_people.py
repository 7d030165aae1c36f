"""What the records know of people in Slack: how they are called, what they read, whether they have been here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Engine, Select, select
from sqlalchemy.orm import Session

from adapters.base import Who
from adapters.slack.people import PLATFORM
from adapters.slack.words import Prompt, SlackWords
from bot.people import language_of
from bot.tables import AccountRow, RunRow, WorkspaceRow
from conversations.texts import texts_for
from kpi_engine.model.name import Language
from kpi_engine.store.database import reading
from kpi_engine.store.tables import PersonRow

PROMPTS = ("", "actual", "report", "help")
"""The commands that are offered in the chat with the bot; the first is /kpi alone."""


class SlackPeople:
    """Reads the records; its methods are called in threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def words(self, who: Who) -> SlackWords:
        """The adapter's words in the language that the person has chosen, or else that of their client."""
        with Session(reading(self._engine)) as session:
            known = session.scalars(_people(who.workspace, (who.user,))).first()
        return words_in(known.language if known else language_of(who))

    def names(self, workspace: str, users: Sequence[str]) -> Mapping[str, str]:
        """What those with these ids are called in their company."""
        with Session(reading(self._engine)) as session:
            found = session.execute(_people(workspace, users).add_columns(AccountRow.external_id))
            return {id: person.name.en for person, id in found}

    def stands(self, who: Who, run: str, turn: int) -> bool:
        """Whether the dialog is theirs, and still at that turn."""
        mine = _people(who.workspace, (who.user,)).with_only_columns(PersonRow.id)
        with Session(reading(self._engine)) as session:
            state = session.scalar(select(RunRow.state).where(RunRow.id == run, RunRow.person_id.in_(mine)))
            return state is not None and state["turn"] == turn

    def knows(self, who: Who) -> bool:
        """Whether the person has been heard before."""
        with Session(reading(self._engine)) as session:
            come = _people(who.workspace, (who.user,)).where(PersonRow.came_at.is_not(None))
            return session.scalars(come).first() is not None


def words_in(language: Language) -> SlackWords:
    """The words of the adapter."""
    texts = texts_for(language, "")
    said = {key: texts.label(f"slack.{key}") for key in texts.names_in("slack")}
    titles = {name: said.pop(f"prompt_{name or 'day'}") for name in PROMPTS}
    command = {name: texts.label(f"commands.{name}") if name else "" for name in PROMPTS}
    prompts = tuple(Prompt(titles[name], f"/kpi {command[name]}".strip()) for name in PROMPTS)
    return SlackWords(prompts=prompts, **said)


def _people(workspace: str, users: Sequence[str]) -> Select[PersonRow]:
    place = WorkspaceRow.platform == PLATFORM, WorkspaceRow.external_id == workspace
    accounts = select(PersonRow).join(AccountRow, AccountRow.person_id == PersonRow.id).join(WorkspaceRow)
    return accounts.where(*place, AccountRow.external_id.in_(users))
