"""What runs: what is set up, whole; what is half set up, or named and not there, is refused in one line."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from adapters.settings import Misconfigured
from bot.bootstrap import PLATFORMS
from bot.parts import to_run
from bot.settings import composed, read_settings

NOTHING = (
    "nothing is set up to run: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN for Slack, or TELEGRAM_BOT_TOKEN for Telegram"
)
SOCKET = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
HTTP = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "5ecret"}
INSTALLED = {
    "SLACK_SIGNING_SECRET": "5ecret",
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "5ecret",
    "KPI_BOT_SECRET_KEY": "k" * 32,
}
POLLING = {"TELEGRAM_BOT_TOKEN": "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"}
WEBHOOK = {
    **POLLING,
    "TELEGRAM_WEBHOOK_URL": "https://kpi.example.org/telegram/webhook",
    "TELEGRAM_WEBHOOK_SECRET": "w" * 16,
}


@pytest.fixture(autouse=True)
def nothing_set(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting from outside."""
    for name in composed(PLATFORMS).model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(str(tmp_path))


def parts(monkeypatch: pytest.MonkeyPatch, environment: Mapping[str, str], only: str = "") -> str:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return " ".join(to_run(read_settings(PLATFORMS), only))


@pytest.mark.parametrize(
    ("environment", "run"),
    [
        (SOCKET, "slack web scheduler"),
        (HTTP, "slack web scheduler"),
        (INSTALLED, "slack web scheduler"),
        (POLLING, "telegram web scheduler"),
        (WEBHOOK, "telegram web scheduler"),
        ({**HTTP, **POLLING}, "slack telegram web scheduler"),
    ],
)
def test_what_is_set_up_runs(monkeypatch: pytest.MonkeyPatch, environment: Mapping[str, str], run: str) -> None:
    assert parts(monkeypatch, environment) == run


@pytest.mark.parametrize(
    ("environment", "only", "run"),
    [
        ({**SOCKET, **POLLING}, "slack", "slack"),
        ({**SOCKET, **POLLING}, "telegram, scheduler,telegram", "telegram scheduler"),
        ({}, "web,scheduler", "web scheduler"),
    ],
)
def test_only_what_is_named_runs(
    monkeypatch: pytest.MonkeyPatch, environment: Mapping[str, str], only: str, run: str
) -> None:
    assert parts(monkeypatch, environment, only) == run


@pytest.mark.parametrize(
    ("environment", "only", "told"),
    [
        ({}, "", NOTHING),
        ({"KPI_BOT_SECRET_KEY": "k" * 32}, "", NOTHING),
        ({}, "slack", "--only: slack is not set up: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN"),
        (SOCKET, "web,telegram", "--only: telegram is not set up: set TELEGRAM_BOT_TOKEN"),
        (SOCKET, "fax", "--only: fax is none of slack, telegram, web, scheduler"),
        (SOCKET, "slack,", "--only:  is none of slack, telegram, web, scheduler"),
        (
            {"SLACK_BOT_TOKEN": "xoxb-1"},
            "",
            "SLACK_BOT_TOKEN: needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)",
        ),
        ({"SLACK_APP_TOKEN": "xapp-1"}, "", "SLACK_BOT_TOKEN: needed beside SLACK_APP_TOKEN"),
        ({"SLACK_SIGNING_SECRET": "5ecret"}, "", "SLACK_BOT_TOKEN: needed beside SLACK_SIGNING_SECRET"),
        (
            {**SOCKET, **HTTP},
            "",
            "SLACK_APP_TOKEN, SLACK_SIGNING_SECRET: give the first for Socket Mode or the second for HTTP",
        ),
        (
            {**HTTP, "SLACK_CLIENT_ID": "1.2"},
            "",
            "SLACK_CLIENT_SECRET, KPI_BOT_SECRET_KEY: needed beside SLACK_CLIENT_ID, SLACK_SIGNING_SECRET",
        ),
        (
            {**POLLING, "TELEGRAM_WEBHOOK_SECRET": "w" * 16},
            "",
            "TELEGRAM_WEBHOOK_URL: needed beside TELEGRAM_WEBHOOK_SECRET, TELEGRAM_BOT_TOKEN",
        ),
        (
            {"TELEGRAM_WEBHOOK_URL": "https://kpi.example.org"},
            "scheduler",
            "TELEGRAM_WEBHOOK_SECRET, TELEGRAM_BOT_TOKEN: needed beside TELEGRAM_WEBHOOK_URL",
        ),
    ],
)
def test_what_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, environment: Mapping[str, str], only: str, told: str
) -> None:
    with pytest.raises(Misconfigured) as refused:
        parts(monkeypatch, environment, only)

    assert str(refused.value) == told
