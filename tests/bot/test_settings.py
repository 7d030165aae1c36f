"""Settings: from the environment, `.env` and `kpi-bot.toml`, in this order; what is wrong is named, never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.settings import Misconfigured
from bot.bootstrap import PLATFORMS
from bot.settings import Settings, composed, read_settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of its own, and no setting from outside."""
    for name in composed(PLATFORMS).model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings_now() -> Settings:
    return read_settings(PLATFORMS)


def test_nothing_needs_to_be_set() -> None:
    assert settings_now().database_url == "sqlite:///kpi-bot.db"
    assert (settings_now().kpi_bot_host, settings_now().kpi_bot_port) == ("127.0.0.1", 8000)


def test_the_environment_wins_over_env_and_that_over_toml(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "kpi-bot.toml").write_text('kpi_bot_port = 1\nkpi_bot_host = "toml"\nkpi_bot_log = "debug"\n')
    (folder / ".env").write_text("KPI_BOT_PORT=2\nKPI_BOT_HOST=env-file\n")
    monkeypatch.setenv("KPI_BOT_PORT", "3")

    settings = settings_now()
    assert (settings.kpi_bot_port, settings.kpi_bot_host, settings.kpi_bot_log) == (3, "env-file", "DEBUG")


def test_an_empty_variable_sets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_BOT_PORT", "")

    assert settings_now().kpi_bot_port == 8000


def test_settings_do_not_change_while_the_bot_runs() -> None:
    with pytest.raises(ValueError, match="frozen"):
        settings_now().kpi_bot_port = 1


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("DATABASE_URL", "mysql://secret@host/db", "DATABASE_URL: has to begin with sqlite: or postgresql:"),
        ("DATABASE_URL", "secret", "DATABASE_URL: is no database URL, such as sqlite:///kpi-bot.db"),
        ("KPI_BOT_PORT", "65536", "KPI_BOT_PORT: has to be a port, from 0 to 65535"),
        ("KPI_BOT_PORT", "-1", "KPI_BOT_PORT: has to be a port, from 0 to 65535"),
        ("KPI_BOT_PORT", "secret", "KPI_BOT_PORT: is no whole number"),
        ("KPI_BOT_LOG", "secret", "KPI_BOT_LOG: has to be one of DEBUG, INFO, WARNING, ERROR"),
        ("KPI_BOT_SECRET_KEY", "secret", "KPI_BOT_SECRET_KEY: has to be at least 32 characters, such as openssl rand"),
        ("SLACK_BOT_TOKEN", "xoxp-secret", "SLACK_BOT_TOKEN: has to begin with xoxb-"),
        ("SLACK_APP_TOKEN", "xoxb-secret", "SLACK_APP_TOKEN: has to begin with xapp-"),
        ("SLACK_SIGNING_SECRET", "my secret", "SLACK_SIGNING_SECRET: has a space in it"),
        (
            "SLACK_API_URL",
            "slack.com/secret",
            "SLACK_API_URL: has to be an address that begins with http:// or https://",
        ),
        ("SLACK_API_URL", "http://[secret", "SLACK_API_URL: has to be an address"),
        (
            "TELEGRAM_BOT_TOKEN",
            "secret",
            "TELEGRAM_BOT_TOKEN: has to be as BotFather gives it: digits, a colon, letters",
        ),
        (
            "TELEGRAM_WEBHOOK_URL",
            "http://x/secret",
            "TELEGRAM_WEBHOOK_URL: has to be an address that begins with https://",
        ),
        ("TELEGRAM_WEBHOOK_SECRET", "secret", "TELEGRAM_WEBHOOK_SECRET: has to be 16 to 256 letters, digits, _ or -"),
    ],
)
def test_a_wrong_setting_is_named_and_its_value_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(Misconfigured) as wrong:
        settings_now()

    assert str(wrong.value).startswith(told)
    assert "secret" not in str(wrong.value)
    assert "\n" not in str(wrong.value)


def test_a_secret_is_not_shown_with_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("SLACK_BOT_TOKEN", "xoxb-hidden"),
        ("SLACK_APP_TOKEN", "xapp-hidden"),
        ("SLACK_CLIENT_SECRET", "hidden"),
        ("SLACK_SIGNING_SECRET", "hidden"),
        ("TELEGRAM_BOT_TOKEN", "1:hidden"),
        ("TELEGRAM_WEBHOOK_SECRET", "hidden" * 3),
        ("KPI_BOT_SECRET_KEY", "hidden" * 6),
    ):
        monkeypatch.setenv(name, value)

    assert "hidden" not in f"{settings_now()!r} {settings_now()}"


@pytest.mark.parametrize(
    ("file", "text"), [(".env", "KPI_BOT_COLOR=red\n"), ("kpi-bot.toml", 'kpi_bot_color = "red"\n')]
)
def test_a_setting_that_is_none_is_named(folder: Path, file: str, text: str) -> None:
    (folder / file).write_text(text)

    with pytest.raises(Misconfigured, match="KPI_BOT_COLOR: is not a setting"):
        settings_now()


@pytest.mark.parametrize(
    ("file", "text"),
    [("kpi-bot.toml", b"kpi_bot_port = "), (".env", b"KPI_BOT_HOST=\xff\n"), ("kpi-bot.toml", b"\xff")],
)
def test_a_file_that_cannot_be_read_is_named(folder: Path, file: str, text: bytes) -> None:
    (folder / file).write_bytes(text)

    with pytest.raises(Misconfigured, match=file.replace(".", r"\.")):
        settings_now()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kpi_bot_port = 8000.5", "KPI_BOT_PORT: is no whole number"),
        ("kpi_bot_port = [1]", "KPI_BOT_PORT: is no whole number"),
        ("kpi_bot_host = 1", "KPI_BOT_HOST: is no text"),
        ("slack_bot_token = 1", "SLACK_BOT_TOKEN: is no text"),
    ],
)
def test_a_value_of_another_kind_is_named_in_words(folder: Path, text: str, told: str) -> None:
    (folder / "kpi-bot.toml").write_text(text)
    with pytest.raises(Misconfigured) as wrong:
        settings_now()
    assert str(wrong.value) == told
