"""What the operator sets for Slack, and whether that is a whole."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import SecretStr

from adapters.settings import Misconfigured, PlatformSettings, Secret, WebAddress, shaped, together

BotToken: TypeAlias = Annotated[SecretStr, shaped(r"xoxb-\S+", "has to begin with xoxb-")]
AppToken: TypeAlias = Annotated[SecretStr, shaped(r"xapp-\S+", "has to begin with xapp-")]


class SlackSettings(PlatformSettings):
    """For one workspace by its token, or for all that install the app."""

    slack_bot_token: BotToken | None = None
    slack_app_token: AppToken | None = None
    slack_signing_secret: Secret | None = None
    slack_client_id: str | None = None
    slack_client_secret: Secret | None = None
    slack_api_url: WebAddress = "https://slack.com/api/"


def is_whole(settings: SlackSettings) -> bool:
    """Socket Mode with a bot's and an app's token; or HTTP, signed, for one workspace or for all that install it."""
    installs = settings.slack_client_id, settings.slack_client_secret
    if settings.slack_app_token and settings.slack_signing_secret:
        raise Misconfigured(
            "SLACK_APP_TOKEN, SLACK_SIGNING_SECRET: give the first for Socket Mode or the second for HTTP"
        )
    if settings.slack_app_token:
        together(settings, "slack_app_token", "slack_bot_token")
    if any(installs):
        together(settings, "slack_client_id", "slack_client_secret", "slack_signing_secret", "kpi_bot_secret_key")
    elif settings.slack_signing_secret:
        together(settings, "slack_signing_secret", "slack_bot_token")
    elif settings.slack_bot_token and not settings.slack_app_token:
        raise Misconfigured("SLACK_BOT_TOKEN: needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)")
    return bool(settings.slack_bot_token or any(installs))
