"""The commands that move whole companies: `kpi-bot export`, `import`, `backup`, `restore`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot import archive, clock
from bot.counted import counted
from bot.opening import opened, told_of

commands = typer.Typer()


@commands.command()
def export(
    file: Annotated[Path, typer.Argument(help="The JSON file to write (docs/export.md); it must not be there yet.")],
    company: Annotated[str, typer.Option(help="Which company, where the database has several.")] = "",
) -> None:
    """Write a whole company to a file."""
    with told_of(file):
        print(f"{file}: {_told(archive.export_company(opened(), file, company, clock.now()))}")


@commands.command()
def backup(file: Annotated[Path, typer.Argument(help="The JSON file to write; it must not be there yet.")]) -> None:
    """Write all that the database holds, of every company, to a file."""
    with told_of(file):
        print(f"{file}: {_told(archive.backup(opened(), file, clock.now()))}")


@commands.command("import")
@commands.command("restore")
def import_(file: Annotated[Path, typer.Argument(help="What `export` or `backup` wrote.")]) -> None:
    """Put a file into an empty database: all of it, or nothing."""
    with told_of(file):
        print(f"{file}: {_told(archive.import_file(opened(), file))} Every scorecard scores as before.")


_KNOWN = (
    ("company", "company", "companies"),
    ("person", "person", "people"),
    ("kpi", "KPI", "KPIs"),
    ("actual", "value", "values"),
)
"""The tables of which people know how much should be in them: one row is called so, and several."""


def _told(counts: archive.Counts) -> str:
    """How much of what people know there is, and how many rows that makes with all the rest."""
    pieces = [counted(counts[table], one, more) for table, one, more in _KNOWN]
    return f"{', '.join(pieces)}; {counted(sum(counts.values()), 'row', 'rows')} in all."
