"""By which token what comes from a workspace is answered: that of its installation, made new before it ends.

Bolt's own way asks `auth.test` about each event, and where that fails it tells people to install the app again; and it
asks slack.com for new tokens, whichever Slack the workspace is in.
"""

from __future__ import annotations

import logging

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.errors import SlackTokenRotationError
from slack_sdk.oauth.installation_store import Bot
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator

from adapters.slack.errors import NO_ANSWER

log = logging.getLogger(__name__)

OLD = 120
"""Minutes before its end at which a token is changed for a new one."""


class ByInstallation(AsyncAuthorize):
    """Looks into the store; where Slack gives no new token the one that is there is used as long as it is good."""

    def __init__(self, store: AsyncInstallationStore, rotator: AsyncTokenRotator) -> None:
        self._store = store
        self._rotator = rotator

    async def __call__(
        self, *, context: AsyncBoltContext, enterprise_id: str | None, team_id: str | None, **others: object
    ) -> AuthorizeResult | None:
        """None where the app is not installed."""
        bot = await self._store.async_find_bot(
            enterprise_id=enterprise_id, team_id=team_id, is_enterprise_install=context.is_enterprise_install
        )
        if bot is None:
            return None
        bot = await self._renewed(bot) or bot
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_user_id=bot.bot_user_id,
            bot_id=bot.bot_id,
            bot_token=bot.bot_token,
        )

    async def _renewed(self, bot: Bot) -> Bot | None:
        try:
            newer = await self._rotator.perform_bot_token_rotation(bot=bot, minutes_before_expiration=OLD)
        except (SlackTokenRotationError, *NO_ANSWER) as error:
            log.error("no new token for workspace %s: %s", bot.team_id or bot.enterprise_id, error)
            return None
        if newer:
            await self._store.async_save_bot(newer)
        return newer
