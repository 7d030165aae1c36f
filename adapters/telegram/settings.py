"""What the operator sets for Telegram, and whether that is a whole."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import SecretStr

from adapters.settings import PlatformSettings, SecureAddress, WebAddress, shaped, together

BotToken: TypeAlias = Annotated[
    SecretStr, shaped(r"\d+:[\w-]+", "has to be as BotFather gives it: digits, a colon, letters")
]
WebhookSecret: TypeAlias = Annotated[
    SecretStr, shaped(r"[A-Za-z0-9_-]{16,256}", "has to be 16 to 256 letters, digits, _ or -")
]


class TelegramSettings(PlatformSettings):
    """For one bot, which asks for updates, or is posted them by a webhook."""

    telegram_bot_token: BotToken | None = None
    """As BotFather gives it. Invitations then have a link, and a code to be read by a camera."""
    telegram_api_url: WebAddress = "https://api.telegram.org"
    telegram_webhook_url: SecureAddress | None = None
    telegram_webhook_secret: WebhookSecret | None = None


def is_whole(settings: TelegramSettings) -> bool:
    """A token; for a webhook its address and secret as well."""
    if settings.telegram_webhook_url or settings.telegram_webhook_secret:
        together(settings, "telegram_webhook_url", "telegram_webhook_secret", "telegram_bot_token")
    return settings.telegram_bot_token is not None
