"""The settings of a platform: what secrets and addresses look like, and what is said where one is missing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, TypeAlias
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, SecretStr


class Misconfigured(Exception):
    """A setting that can't be used; the message is the one line for the operator."""


def shaped(pattern: str, why: str) -> AfterValidator:
    """A secret that looks so; ValueError says `why` it is none."""
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


Secret: TypeAlias = Annotated[SecretStr, shaped(r"\S+", "has a space in it")]
SecretKey: TypeAlias = Annotated[
    SecretStr, shaped(r"\S{32,}", "has to be at least 32 characters, such as openssl rand -hex 32 prints")
]
WebAddress: TypeAlias = Annotated[str, AfterValidator(_address("http", "https"))]
SecureAddress: TypeAlias = Annotated[str, AfterValidator(_address("https"))]


class PlatformSettings(BaseModel):
    """What every platform may use.

    A platform adds fields of its own: each has a default, and the name of its environment variable in small letters.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    kpi_bot_secret_key: SecretKey | None = None
    """Encrypts tokens that are kept, and signs links."""


def plain(setting: SecretStr | None) -> str:
    """The secret itself, for who needs it; empty where it is not set."""
    return setting.get_secret_value() if setting else ""


def together(settings: PlatformSettings, *names: str) -> None:
    """Misconfigured where one of them is missing: who gives one means all."""
    missing = [name.upper() for name in names if getattr(settings, name) is None]
    given = [name.upper() for name in names if getattr(settings, name) is not None]
    if missing:
        raise Misconfigured(f"{', '.join(missing)}: needed beside {', '.join(given)}")
