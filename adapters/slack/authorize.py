"""By which token what comes from a workspace is answered: that of its installation.

Bolt's own way asks `auth.test` about each event, and where that fails it tells people to install the app again; and it
asks slack.com for new tokens, whichever Slack the workspace is in.
"""

from __future__ import annotations

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.async_context import AsyncBoltContext

from adapters.slack.tokens import Tokens


class ByInstallation(AsyncAuthorize):
    """Nobody where the app is not installed."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    async def __call__(
        self, *, context: AsyncBoltContext, enterprise_id: str | None, team_id: str | None, **others: object
    ) -> AuthorizeResult | None:
        """As whom it is answered."""
        bot = await self._tokens.bot(enterprise_id, team_id, of_org=bool(context.is_enterprise_install))
        if bot is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_user_id=bot.bot_user_id,
            bot_id=bot.bot_id,
            bot_token=bot.bot_token,
        )
