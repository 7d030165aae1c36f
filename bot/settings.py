"""What the bot is told by the environment, an `.env` file or `kpi-bot.toml`; a wrong setting is refused by its name."""

from __future__ import annotations

from functools import cache
from tomllib import TOMLDecodeError
from typing import Any, ClassVar

from pydantic import ValidationError, create_model, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from adapters.platform import Platforms
from adapters.settings import Misconfigured, PlatformSettings

ENV_FILE = ".env"
TOML_FILE = "kpi-bot.toml"


class Settings(BaseSettings, PlatformSettings):
    """Frozen; every name is the one of the environment variable, in small letters. `composed` adds the platforms'."""

    platforms: ClassVar[Platforms] = ()
    """Whose settings these are as well."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE, toml_file=TOML_FILE, frozen=True, extra="forbid", env_ignore_empty=True
    )

    database_url: str = "sqlite:///kpi-bot.db"
    kpi_bot_host: str = "127.0.0.1"
    kpi_bot_port: int = 8000
    kpi_bot_log: str = "WARNING"

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        try:
            backend = make_url(url).get_backend_name()
        except ArgumentError:
            raise ValueError("is no database URL, such as sqlite:///kpi-bot.db") from None
        if backend not in ("sqlite", "postgresql"):
            raise ValueError("has to begin with sqlite: or postgresql:")
        return url

    @field_validator("kpi_bot_port")
    @classmethod
    def _a_port(cls, port: int) -> int:
        if not 0 <= port < 65536:
            raise ValueError("has to be a port, from 0 to 65535")
        return port

    @field_validator("kpi_bot_log")
    @classmethod
    def _a_level(cls, level: str) -> str:
        if level.upper() not in _LEVELS:
            raise ValueError(f"has to be one of {', '.join(_LEVELS)}")
        return level.upper()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment wins over `.env`, and that over the TOML file."""
        return init_settings, env_settings, dotenv_settings, TomlConfigSettingsSource(settings_cls)


@cache
def composed(platforms: Platforms) -> type[Settings]:
    """The settings of the bot and of these platforms as one, so that what is a setting of none of them is refused."""
    # Fields are in the order of the bases from behind, and so what is wrong with the bot's own is told first.
    bases: tuple[type[Any], ...] = (*(each.settings for each in reversed(platforms)), Settings)
    whole: type[Settings] = create_model("Settings", __base__=bases)
    whole.platforms = platforms
    return whole


def read_settings(platforms: Platforms) -> Settings:
    """The settings as they stand; Misconfigured names the first that is wrong, never its value."""
    try:
        return composed(platforms)()
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]).upper()
        why = _WHY.get(first["type"], first["msg"].removeprefix("Value error, "))
        raise Misconfigured(f"{name}: {why}") from None
    except TOMLDecodeError as error:
        raise Misconfigured(f"{TOML_FILE}: {error}") from None
    except UnicodeDecodeError:
        raise Misconfigured(f"{ENV_FILE} or {TOML_FILE}: is no text in UTF-8") from None


_WHY = {
    "extra_forbidden": "is not a setting",
    **dict.fromkeys(("int_parsing", "int_parsing_size", "int_from_float", "int_type"), "is no whole number"),
    "string_type": "is no text",
}
"""What is said of a value that is none of its kind, by pydantic's name of that."""
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
