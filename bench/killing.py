"""What is lost or doubled when the bot is killed with -9 while it sends: `python -m bench.killing --kills 200`."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from sqlalchemy import make_url

from bot.migrate import migrate
from kpi_engine.store.database import connect
from tests.acceptance.carrier import Carrier
from tests.acceptance.killing import Killing
from tests.postgres import postgres

RUNS = (
    *(("sqlite", processes, True) for processes in (1, 2, 4)),
    *(("postgresql", processes, True) for processes in (1, 2, 4)),
    ("postgresql", 2, False),
)
"""Database, processes, and whether the platform can be asked for a message."""


def main() -> None:
    """Prints a line for each kind of run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    kills = -(-parser.parse_args().kills // len(RUNS))
    for database, processes, can_be_asked in RUNS:
        with tempfile.TemporaryDirectory() as folder, migrated(database, Path(folder)) as url:
            owed, lost, doubled, unexplained = run(url, Path(folder), processes, kills, can_be_asked)
        asked = "can be asked" if can_be_asked else "can't be asked"
        print(
            f"{database}, {processes} processes, {kills} kills, {asked}: "
            f"{owed} messages, {lost} lost, {doubled} doubled, {unexplained} of these without a doubt",
            flush=True,
        )


def run(url: str, folder: Path, processes: int, kills: int, can_be_asked: bool) -> tuple[int, int, int, int]:
    """Messages owed, lost, doubled, and doubled without anybody's having been in doubt of them."""
    with Carrier(can_be_asked=can_be_asked).serving() as carrier:
        killing = Killing(url, folder, carrier, Random(kills))
        running = [killing.start() for _ in range(processes)]
        for _ in range(kills):
            killing.owe(1)
            killing.kill(running, 1.5)
        killing.finish(running)
        found = killing.outcome()
        killing.close()
    return found


@contextmanager
def migrated(database: str, folder: Path) -> Iterator[str]:
    """The URL of an empty database of that kind."""
    if database == "sqlite":
        url = f"sqlite:///{folder}/kpi.db"
        prepare(url)
        yield url
        return
    with postgres() as server:
        url = make_url(server).render_as_string(hide_password=False)
        prepare(url)
        yield url


def prepare(url: str) -> None:
    """The present schema."""
    engine = connect(url)
    migrate(engine)
    engine.dispose()


if __name__ == "__main__":
    main()
