"""`kpi-bot`: the commands that run it. What an operator got wrong is one line on standard error, and exit status 2."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn

import typer
from sqlalchemy.exc import DBAPIError

from adapters.base import LOCAL, Who
from adapters.settings import Misconfigured
from adapters.terminal import app as terminal
from adapters.terminal.clean import clean
from bot import archive_cli, bootstrap, clock, setup_cli
from bot.loop import Bot
from bot.opening import configured, opened, told_of
from conversations.commands import IMPORT
from conversations.words import printable
from kpi_engine.model.name import Language

WRONG = 2
"""Exit status for what the operator can mend."""

cli = typer.Typer(
    help="The assistant for your company's KPIs.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
cli.add_typer(archive_cli.commands)
cli.add_typer(setup_cli.commands)


@cli.command()
def chat(
    name: Annotated[str, typer.Option("--as", help="Who is typing: a member's name.")],
    json: Annotated[bool, typer.Option("--json", help="Print each answer as one JSON object per line.")] = False,
) -> None:
    """Chat in the terminal on the configured database; piped lines run as a script."""
    _chat(_bot(), name, json=json)


@cli.command(help=f"Run all that is set up: {', '.join(each.title for each in bootstrap.PLATFORMS)}, web, scheduler.")
def run(
    only: Annotated[str, typer.Option(help="Parts to run, such as web,scheduler; without it all that is set up.")] = "",
) -> None:
    """Runs what is set up, or what is named, until the process is told to end."""
    from bot.run import run_configured  # noqa: PLC0415  (only this command runs a server)

    run_configured(configured(), only)


@cli.command()
def tick(
    at: Annotated[str, typer.Option(help="A moment such as 2026-11-30T16:00+08:00, on a test database.")] = "",
) -> None:
    """Do once what is due now: for cron, and where nothing runs all the time."""
    from bot.once import once  # noqa: PLC0415  (only this command ticks by itself)

    once(at)


@cli.command()
def doctor() -> None:
    """Try out what is set up; what is wrong is said with what mends it."""
    from bot.doctor import examine  # noqa: PLC0415  (only this command asks platforms for themselves)

    found = list(examine(configured(), clock.now()))
    for one in found:
        print(f"{'!!' if one.mends else 'ok'}  {one.about}: {one.said}{f' - {one.mends}' if one.mends else ''}")
    raise typer.Exit(WRONG if any(one.mends for one in found) else 0)


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

    settings = configured()
    with demo_bot() as bot:
        if in_terminal:
            _chat(bot, name or personas()[0].en, json=json)
        else:
            from bot.playground import serve  # noqa: PLC0415  (the terminal starts without a web server)

            free = settings.kpi_bot_port if port is None else port
            serve(bot, settings.kpi_bot_host, free, open_browser=not no_browser)


@cli.command()
def score(
    file: Annotated[Path, typer.Argument(help="A scorecard: CSV, XLSX or JSON (docs/score.md).")],
    why: Annotated[bool, typer.Option("--why", help="Show how each score came about.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a table.")] = False,
    language: Annotated[
        Language | None, typer.Option(help="Of the answer; without it, that of the heads in the file.")
    ] = None,
) -> None:
    """Score a scorecard sheet, without any database."""
    from bot.score import Unscored, score_file, views  # noqa: PLC0415  (only this command reads files)
    from bot.scored_json import as_json  # noqa: PLC0415

    try:
        with told_of(file):
            scored = score_file(file, language, _own_language() or Language.EN, clock.now().date())
    except Unscored as error:
        for line in error.lines:
            print(f"kpi-bot: {clean(line)}", file=sys.stderr)
        raise typer.Exit(WRONG) from None
    if json:
        terminal.write(as_json(scored, why=why))
    else:
        terminal.show(tuple(views(scored, why=why)))


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
    name = printable(name)
    who = Who(LOCAL, "", name, name, _own_language() or "")
    stranger = bot.stranger(who)
    if stranger:
        raise Misconfigured(stranger)
    terminal.run(bot.hear, who, json=json, importing=IMPORT.names)


def _own_language() -> Language | None:
    """What the operator reads, as far as their shell says it."""
    return Language.ZH if os.environ.get("LANG", "").startswith("zh") else None


def _bot() -> Bot:
    """The bot on the configured database."""
    return bootstrap.build(opened(), join_link=bootstrap.join_link(configured()))


def _leave(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
