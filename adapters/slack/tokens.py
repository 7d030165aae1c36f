"""The tokens of the workspaces that have installed the app, each made new before it ends."""

from __future__ import annotations

import logging

from slack_sdk.errors import SlackTokenRotationError
from slack_sdk.oauth.installation_store import Bot
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator

from adapters.slack.errors import NO_ANSWER

log = logging.getLogger(__name__)

OLD = 120
"""Minutes before its end at which a token is changed for a new one."""


class Tokens:
    """Where Slack gives no new token, the one that is there is used as long as it is good."""

    def __init__(self, store: AsyncInstallationStore, rotator: AsyncTokenRotator) -> None:
        self._store = store
        self._rotator = rotator

    async def bot(self, enterprise_id: str | None, team_id: str | None, *, of_org: bool = False) -> Bot | None:
        """What is installed in the workspace, or in all of an organisation; None where nothing is."""
        found = await self._store.async_find_bot(
            enterprise_id=enterprise_id, team_id=team_id, is_enterprise_install=of_org
        )
        return found and (await self._renewed(found) or found)

    async def _renewed(self, bot: Bot) -> Bot | None:
        try:
            newer = await self._rotator.perform_bot_token_rotation(bot=bot, minutes_before_expiration=OLD)
        except (SlackTokenRotationError, *NO_ANSWER) as error:
            log.error("no new token for workspace %s: %s", bot.team_id or bot.enterprise_id, error)
            return None
        if newer:
            await self._store.async_save_bot(newer)
        return newer
