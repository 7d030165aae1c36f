"""The workspaces that have installed the app, in the bot's own database: their tokens are sealed."""

from __future__ import annotations

import json
import logging
from datetime import datetime
from typing import Any

from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore

from adapters.ports import InThread, Kept, OtherKey

log = logging.getLogger(__name__)


class Installations(AsyncInstallationStore):
    """One for each workspace, or for a whole organisation; only the bot's tokens, as nobody else's are asked for."""

    def __init__(self, sealed: Kept, in_thread: InThread) -> None:
        self._sealed = sealed
        self._in_thread = in_thread

    @property
    def logger(self) -> logging.Logger:
        """Where Bolt writes what goes wrong with it."""
        return log

    async def async_save(self, installation: Installation) -> None:
        """Keeps what a workspace that has installed the app gave us."""
        await self.async_save_bot(installation.to_bot())

    async def async_save_bot(self, bot: Bot) -> None:
        """Keeps the tokens, in the place of those that were there."""
        place = _place(bot.enterprise_id, bot.team_id, org=bot.is_enterprise_install)
        text = json.dumps(bot.to_dict_for_copying(), default=datetime.isoformat)
        await self._in_thread(lambda: self._sealed.put(place, text))

    async def async_find_bot(
        self, *, enterprise_id: str | None, team_id: str | None, is_enterprise_install: bool | None = False
    ) -> Bot | None:
        """The tokens; None where the app is not installed any more."""
        place = _place(enterprise_id, team_id, org=bool(is_enterprise_install))
        try:
            text = await self._in_thread(lambda: self._sealed.get(place))
        except OtherKey:
            log.error("KPI_BOT_SECRET_KEY does not open the token of workspace %s: install the app there again", place)
            return None
        return Bot(**_read(text)) if text else None

    async def async_delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Forgets the tokens."""
        await self._in_thread(lambda: self._sealed.drop(_place(enterprise_id, team_id, org=False)))

    async def async_delete_installation(
        self, *, enterprise_id: str | None, team_id: str | None, user_id: str | None = None
    ) -> None:
        """Of users nothing is kept."""


def _place(enterprise_id: str | None, team_id: str | None, *, org: bool) -> str:
    return str((enterprise_id if org else team_id) or enterprise_id or "")


def _read(kept: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(kept)
    expires = found["bot_token_expires_at"]
    when = datetime.fromisoformat(expires).timestamp() if expires else None
    return {**found, "bot_token_expires_at": int(when) if when else None, "bot_scopes": found["bot_scopes"] or ""}
