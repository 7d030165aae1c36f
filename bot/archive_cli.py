"""The commands that move whole companies: `kpi-bot export`, `import`, `backup`, `restore`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot import archive, clock
from bot.opening import opened, told_of

commands = typer.Typer()


@commands.command()
def export(
    file: Annotated[Path, typer.Argument(help="The JSON file to write (docs/export.md); it must not be there yet.")],
    company: Annotated[str, typer.Option(help="Which company, where the database has several.")] = "",
) -> None:
    """Write a whole company to a file."""
    with told_of(file):
        archive.export_company(opened(), file, company, clock.now())


@commands.command()
def backup(file: Annotated[Path, typer.Argument(help="The JSON file to write; it must not be there yet.")]) -> None:
    """Write all that the database holds, of every company, to a file."""
    with told_of(file):
        archive.backup(opened(), file, clock.now())


@commands.command("import")
@commands.command("restore")
def import_(file: Annotated[Path, typer.Argument(help="What `export` or `backup` wrote.")]) -> None:
    """Put a file into an empty database: all of it, or nothing."""
    with told_of(file):
        print(f"{archive.import_file(opened(), file)} rows, and every scorecard scores as before.")
