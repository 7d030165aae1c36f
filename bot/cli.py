"""`kpi-bot`: the commands that run it. What an operator got wrong is one line on standard error, and exit status 2."""

from __future__ import annotations

import logging
import os
import sys
from typing import Annotated

import typer
from sqlalchemy.exc import SQLAlchemyError

from adapters.base import LOCAL, Who
from adapters.terminal import app as terminal
from bot import bootstrap
from bot.loop import Bot
from bot.settings import Misconfigured, Settings, read_settings

WRONG = 2
"""Exit status for what the operator can mend."""

cli = typer.Typer(help="The assistant for your company's KPIs.", no_args_is_help=True, add_completion=False)


@cli.command()
def chat(
    name: Annotated[str, typer.Option("--as", help="Who is typing: a member's name.")],
    json: Annotated[bool, typer.Option("--json", help="Print each answer as one JSON object per line.")] = False,
) -> None:
    """Chat in the terminal on the configured database; piped lines run as a script."""
    _chat(bootstrap.build(_settings().database_url), name, json=json)


@cli.command()
def migrate() -> None:
    """Bring the configured database to the schema of this version."""
    bootstrap.build(_settings().database_url)


@cli.command()
def demo(
    in_terminal: Annotated[bool, typer.Option("--terminal", help="Chat in the terminal, without a browser.")] = False,
    name: Annotated[str, typer.Option("--as", help="Who is typing in the terminal.")] = "",
    json: Annotated[bool, typer.Option("--json", help="In the terminal: one JSON object per line.")] = False,
    port: Annotated[int, typer.Option(help="Port of the playground; 0 takes any that is free.")] = 0,
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

            serve(bot, settings.kpi_bot_host, port or settings.kpi_bot_port, open_browser=not no_browser)


def main() -> None:
    """The console script."""
    try:
        cli(standalone_mode=True)
    except (Misconfigured, SQLAlchemyError, OSError) as error:
        sys.exit(_line(error))


def _chat(bot: Bot, name: str, *, json: bool) -> None:
    language = os.environ.get("LANG", "")
    who = Who(LOCAL, "", name, name, language if language.startswith("zh") else "")
    stranger = bot.stranger(who)
    if stranger:
        raise Misconfigured(stranger)
    terminal.run(bot.hear, who, json=json)


def _settings() -> Settings:
    settings = read_settings()
    logging.basicConfig(level=settings.kpi_bot_log, format="%(levelname)s %(name)s: %(message)s")
    return settings


def _line(error: Exception) -> int:
    print(f"kpi-bot: {str(error).splitlines()[0]}", file=sys.stderr)
    return WRONG
