"""`kpi-bot`: the commands that run it. What an operator got wrong is one line on standard error, and exit status 2."""

from __future__ import annotations

import logging
import os
import signal
import sys
from types import FrameType
from typing import Annotated, NoReturn

import typer
from sqlalchemy.exc import DBAPIError

from adapters.base import LOCAL, Who
from adapters.terminal import app as terminal
from bot import bootstrap
from bot.loop import Bot
from bot.settings import Misconfigured, Settings, read_settings
from conversations.words import printable

WRONG = 2
"""Exit status for what the operator can mend."""

cli = typer.Typer(
    help="The assistant for your company's KPIs.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@cli.command()
def chat(
    name: Annotated[str, typer.Option("--as", help="Who is typing: a member's name.")],
    json: Annotated[bool, typer.Option("--json", help="Print each answer as one JSON object per line.")] = False,
) -> None:
    """Chat in the terminal on the configured database; piped lines run as a script."""
    _chat(_bot(), name, json=json)


@cli.command()
def migrate() -> None:
    """Bring the configured database to the schema of this version."""
    _bot()


@cli.command()
def demo(
    in_terminal: Annotated[bool, typer.Option("--terminal", help="Chat in the terminal, without a browser.")] = False,
    name: Annotated[str, typer.Option("--as", help="Who is typing in the terminal.")] = "",
    json: Annotated[bool, typer.Option("--json", help="In the terminal: one JSON object per line.")] = False,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port of the playground; 0 takes any that is free.")
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Don't open the browser.")] = False,
) -> None:
    """A made-up trading company with a year of data, in a throw-away database."""
    from bot.demo.company import personas  # noqa: PLC0415  (only the demo pays for it)
    from bot.demo.start import demo_bot  # noqa: PLC0415

    settings = _settings()
    with demo_bot() as bot:
        if in_terminal:
            _chat(bot, name or personas()[0].en, json=json)
        else:
            from bot.playground import serve  # noqa: PLC0415  (the terminal starts without a web server)

            free = settings.kpi_bot_port if port is None else port
            serve(bot, settings.kpi_bot_host, free, open_browser=not no_browser)


def main() -> None:
    """The console script. Whatever ends it but -9, the demo's folder is cleared away."""
    for ended in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ended, _leave)
    try:
        cli(standalone_mode=True)
    except DBAPIError as error:
        _end(f"DATABASE_URL: {str(error.orig).strip()}")
    except (Misconfigured, OSError) as error:
        _end(str(error))


def _end(why: str) -> NoReturn:
    print(f"kpi-bot: {why.splitlines()[0]}", file=sys.stderr)
    sys.exit(WRONG)


def _chat(bot: Bot, name: str, *, json: bool) -> None:
    language = os.environ.get("LANG", "")
    name = printable(name)
    who = Who(LOCAL, "", name, name, language if language.startswith("zh") else "")
    stranger = bot.stranger(who)
    if stranger:
        raise Misconfigured(stranger)
    terminal.run(bot.hear, who, json=json)


def _settings() -> Settings:
    settings = read_settings()
    logging.basicConfig(level=settings.kpi_bot_log, format="%(levelname)s %(name)s: %(message)s")
    return settings


def _bot() -> Bot:
    return bootstrap.build(_settings().database_url)


def _leave(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
