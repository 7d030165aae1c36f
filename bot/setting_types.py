"""Settings that nobody but the platform may see, and addresses: what each has to look like."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, TypeAlias
from urllib.parse import urlsplit

from pydantic import AfterValidator, SecretStr


def _shaped(pattern: str, why: str) -> AfterValidator:
    whole = re.compile(pattern)

    def check(secret: SecretStr) -> SecretStr:
        if not whole.fullmatch(secret.get_secret_value()):
            raise ValueError(why)
        return secret

    return AfterValidator(check)


def _address(*schemes: str) -> Callable[[str], str]:
    def check(url: str) -> str:
        try:
            found = urlsplit(url)
        except ValueError:
            found = urlsplit("")
        if found.scheme not in schemes or not found.hostname:
            raise ValueError(f"has to be an address that begins with {' or '.join(f'{each}://' for each in schemes)}")
        return url

    return check


Secret: TypeAlias = Annotated[SecretStr, _shaped(r"\S+", "has a space in it")]
SlackBotToken: TypeAlias = Annotated[SecretStr, _shaped(r"xoxb-\S+", "has to begin with xoxb-")]
SlackAppToken: TypeAlias = Annotated[SecretStr, _shaped(r"xapp-\S+", "has to begin with xapp-")]
TelegramToken: TypeAlias = Annotated[
    SecretStr, _shaped(r"\d+:[\w-]+", "has to be as BotFather gives it: digits, a colon, letters")
]
WebhookSecret: TypeAlias = Annotated[
    SecretStr, _shaped(r"[A-Za-z0-9_-]{16,256}", "has to be 16 to 256 letters, digits, _ or -")
]
SecretKey: TypeAlias = Annotated[
    SecretStr, _shaped(r"\S{32,}", "has to be at least 32 characters, such as openssl rand -hex 32 prints")
]
WebAddress: TypeAlias = Annotated[str, AfterValidator(_address("http", "https"))]
SecureAddress: TypeAlias = Annotated[str, AfterValidator(_address("https"))]


def plain(setting: SecretStr | None) -> str:
    """The secret itself, for who needs it; empty where it is not set."""
    return setting.get_secret_value() if setting else ""
