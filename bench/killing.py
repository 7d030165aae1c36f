"""What is lost or doubled when the bot is killed with -9 while it sends: `python -m bench.killing --kills 200`."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from sqlalchemy import make_url

from bot.migrate import migrate
from kpi_engine.store.database import connect
from tests.acceptance.carrier import Carrier
from tests.acceptance.killing import Killing
from tests.acceptance.outcome import Outcome
from tests.postgres import postgres


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of run."""

    database: str
    processes: int
    can_be_asked: bool = True
    """Whether the platform can be asked for a message."""


KINDS = {
    **{f"{database}-{n}": Kind(database, n) for database in ("sqlite", "postgresql") for n in (1, 2, 4)},
    "sqlite-1-mute": Kind("sqlite", 1, can_be_asked=False),
    "postgresql-2-mute": Kind("postgresql", 2, can_be_asked=False),
}


def main() -> None:
    """Prints a line for each kind of run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=KINDS, default=list(KINDS), metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--kills", type=int, default=200, help="in all; %(default)s")
    asked = parser.parse_args()
    kills = -(-asked.kills // len(asked.only))
    for kind in asked.only:
        began, found = time.monotonic(), run(KINDS[kind], kills)
        print(
            f"{kind}: {kills} kills, {found.owed} messages; on their way {sum(found.left)}, at most {max(found.left)}; "
            f"lost {found.lost}; doubled {found.doubled}, at most {max(found.doubled_by)} by one kill, "
            f"{found.unexplained} by none; {time.monotonic() - began:.0f} s",
            flush=True,
        )


def run(kind: Kind, kills: int) -> Outcome:
    """Kills processes of that kind, so many times, while they send."""
    with (
        tempfile.TemporaryDirectory() as folder,
        migrated(kind.database, Path(folder)) as url,
        Carrier(can_be_asked=kind.can_be_asked).serving() as carrier,
    ):
        killing = Killing(url, Path(folder), carrier, Random())
        running = [killing.start() for _ in range(kind.processes)]
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
