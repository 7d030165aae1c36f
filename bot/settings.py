"""What the bot is told by the environment, an `.env` file or `kpi-bot.toml`; a wrong setting is refused by its name."""

from __future__ import annotations

from tomllib import TOMLDecodeError

from pydantic import ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.setting_types import (
    Secret,
    SecretKey,
    SecureAddress,
    SlackAppToken,
    SlackBotToken,
    TelegramToken,
    WebAddress,
    WebhookSecret,
)

ENV_FILE = ".env"
TOML_FILE = "kpi-bot.toml"


class Misconfigured(Exception):
    """A setting that can't be used; the message is the one line for the operator."""


class Settings(BaseSettings):
    """Frozen; every name is the one of the environment variable, in small letters."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE, toml_file=TOML_FILE, frozen=True, extra="forbid", env_ignore_empty=True
    )

    database_url: str = "sqlite:///kpi-bot.db"
    kpi_bot_host: str = "127.0.0.1"
    kpi_bot_port: int = 8000
    kpi_bot_log: str = "WARNING"
    kpi_bot_secret_key: SecretKey | None = None
    """Encrypts tokens that are kept, and signs links."""

    slack_bot_token: SlackBotToken | None = None
    slack_app_token: SlackAppToken | None = None
    slack_signing_secret: Secret | None = None
    slack_client_id: str | None = None
    slack_client_secret: Secret | None = None
    slack_api_url: WebAddress = "https://slack.com/api/"

    telegram_bot_token: TelegramToken | None = None
    """As BotFather has it, without the @: invitations then have a link, and a code to be read by a camera."""
    telegram_api_url: WebAddress = "https://api.telegram.org"
    telegram_webhook_url: SecureAddress | None = None
    telegram_webhook_secret: WebhookSecret | None = None

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


def read_settings() -> Settings:
    """The settings as they stand; Misconfigured names the first that is wrong, never its value."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]).upper()
        why = "is not a setting" if first["type"] == "extra_forbidden" else first["msg"].removeprefix("Value error, ")
        raise Misconfigured(f"{name}: {why}") from None
    except TOMLDecodeError as error:
        raise Misconfigured(f"{TOML_FILE}: {error}") from None
    except UnicodeDecodeError:
        raise Misconfigured(f"{ENV_FILE} or {TOML_FILE}: is no text in UTF-8") from None


_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
