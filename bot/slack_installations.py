"""The workspaces that have installed the app, in the bot's own database: their tokens are sealed."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bot.pool import Pool
from bot.seal import OtherKey, Seal
from bot.tables import SlackInstallationRow
from kpi_engine.store.database import reading

log = logging.getLogger(__name__)


class Installations(AsyncInstallationStore):
    """One for each workspace, or for a whole organisation; only the bot's tokens, as nobody else's are asked for."""

    def __init__(self, engine: Engine, pool: Pool, seal: Seal, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._pool = pool
        self._seal = seal
        self._now = now

    @property
    def logger(self) -> logging.Logger:
        """Where Bolt writes what goes wrong with it."""
        return log

    async def async_save(self, installation: Installation) -> None:
        """Keeps what a workspace that has installed the app gave us."""
        await self.async_save_bot(installation.to_bot())

    async def async_save_bot(self, bot: Bot) -> None:
        """Keeps the tokens, in the place of those that were there."""
        await self._pool.call(self._save, bot)

    async def async_find_bot(
        self, *, enterprise_id: str | None, team_id: str | None, is_enterprise_install: bool | None = False
    ) -> Bot | None:
        """The tokens; None where the app is not installed any more."""
        return await self._pool.call(self._find, _place(enterprise_id, team_id, org=bool(is_enterprise_install)))

    async def async_delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Forgets the tokens."""
        await self._pool.call(self._delete, _place(enterprise_id, team_id, org=False))

    async def async_delete_installation(
        self, *, enterprise_id: str | None, team_id: str | None, user_id: str | None = None
    ) -> None:
        """Of users nothing is kept."""

    def _save(self, bot: Bot) -> None:
        place = _place(bot.enterprise_id, bot.team_id, org=bot.is_enterprise_install)
        sealed = self._seal.close(json.dumps(bot.to_dict_for_copying(), default=datetime.isoformat))
        with Session(self._engine) as session, session.begin():
            session.merge(SlackInstallationRow(id=place, sealed=sealed, installed_at=self._now()))

    def _find(self, place: str) -> Bot | None:
        with Session(reading(self._engine)) as session:
            row = session.get(SlackInstallationRow, place)
        try:
            return Bot(**_read(self._seal.open(row.sealed))) if row else None
        except OtherKey:
            log.error("KPI_BOT_SECRET_KEY does not open the token of workspace %s: install the app there again", place)
            return None

    def _delete(self, place: str) -> None:
        with Session(self._engine) as session, session.begin():
            row = session.get(SlackInstallationRow, place)
            if row:
                session.delete(row)


def _place(enterprise_id: str | None, team_id: str | None, *, org: bool) -> str:
    return str((enterprise_id if org else team_id) or enterprise_id or "")


def _read(kept: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(kept)
    expires = found["bot_token_expires_at"]
    when = datetime.fromisoformat(expires).timestamp() if expires else None
    return {**found, "bot_token_expires_at": int(when) if when else None, "bot_scopes": found["bot_scopes"] or ""}
