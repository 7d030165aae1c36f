"""The parts of a running bot: which there are, which of them are set up, and which of these are to run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.settings import Misconfigured, Settings

SLACK, TELEGRAM, WEB, SCHEDULER = "slack", "telegram", "web", "scheduler"
MESSENGERS = (SLACK, TELEGRAM)
PARTS = (*MESSENGERS, WEB, SCHEDULER)

NOTHING = (
    "nothing is set up to run: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN for Slack, or TELEGRAM_BOT_TOKEN for Telegram"
)


def to_run(settings: Settings, only: str = "") -> Sequence[str]:
    """The parts that run: all that are set up, or those of `only` ("slack,web").

    Misconfigured names what is half set up or missing, or a word in `only` that is no part.
    """
    found = tuple(ready(settings))
    if only:
        return tuple(_wanted(only, found))
    if not {*MESSENGERS} & {*found}:
        raise Misconfigured(NOTHING)
    return found


def ready(settings: Settings) -> Iterator[str]:
    """All that are set up; Misconfigured names what is half set up."""
    if _slack_is_whole(settings):
        yield SLACK
    if _telegram_is_whole(settings):
        yield TELEGRAM
    yield from (WEB, SCHEDULER)


def _wanted(only: str, ready: Sequence[str]) -> Iterator[str]:
    for name in dict.fromkeys(each.strip() for each in only.split(",")):
        if name not in PARTS:
            raise Misconfigured(f"--only: {name} is none of {', '.join(PARTS)}")
        if name not in ready:
            raise Misconfigured(f"--only: {name} is not set up: {_NEEDS[name]}")
        yield name


_NEEDS = {SLACK: "set SLACK_BOT_TOKEN and SLACK_APP_TOKEN", TELEGRAM: "set TELEGRAM_BOT_TOKEN"}


def _slack_is_whole(settings: Settings) -> bool:
    """Socket Mode with a bot's and an app's token; or HTTP, signed, for one workspace or for all that install it."""
    installs = settings.slack_client_id, settings.slack_client_secret
    if settings.slack_app_token and settings.slack_signing_secret:
        raise Misconfigured(
            "SLACK_APP_TOKEN, SLACK_SIGNING_SECRET: give the first for Socket Mode or the second for HTTP"
        )
    if settings.slack_app_token:
        _together(settings, "slack_app_token", "slack_bot_token")
    if any(installs):
        _together(settings, "slack_client_id", "slack_client_secret", "slack_signing_secret", "kpi_bot_secret_key")
    elif settings.slack_signing_secret:
        _together(settings, "slack_signing_secret", "slack_bot_token")
    elif settings.slack_bot_token and not settings.slack_app_token:
        raise Misconfigured("SLACK_BOT_TOKEN: needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)")
    return bool(settings.slack_bot_token or any(installs))


def _telegram_is_whole(settings: Settings) -> bool:
    if settings.telegram_webhook_url or settings.telegram_webhook_secret:
        _together(settings, "telegram_webhook_url", "telegram_webhook_secret", "telegram_bot_token")
    return settings.telegram_bot_token is not None


def _together(settings: Settings, *names: str) -> None:
    """Misconfigured where one of them is missing: who gives one means all."""
    missing = [name.upper() for name in names if getattr(settings, name) is None]
    given = [name.upper() for name in names if getattr(settings, name) is not None]
    if missing:
        raise Misconfigured(f"{', '.join(missing)}: needed beside {', '.join(given)}")
