"""A new version takes the place of one that runs: what is on its way is finished, and the rest goes on at once."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.tables import PostRow
from kpi_engine.store.database import connect
from tests.acceptance.carrier import Carrier
from tests.acceptance.killing import Killing

TIMES = 2


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_replaced_while_it_sends(request: pytest.FixtureRequest, tmp_path: Path, database: str) -> None:
    """Each new process begins before the old one is told to end by SIGTERM; nothing is left in doubt."""
    url = request.getfixturevalue(f"{database}_database")
    with Carrier().serving() as carrier:
        killing = Killing(url, tmp_path, carrier, Random(database))
        running = [killing.start()]
        for _ in range(TIMES):
            killing.owe(2)
            running.append(killing.start())
            old = running.pop(0)
            old.terminate()
            old.communicate()
            assert old.returncode == 0
        killing.finish(running)
        found = killing.outcome()
        attempts = tries(url)
        killing.close()

    assert found.owed == TIMES * 2 * 20
    assert (found.lost, found.doubled) == (0, 0)
    assert attempts == {1}


def tries(url: str) -> set[int]:
    """How often messages had to be tried."""
    engine = connect(url)
    with Session(engine) as session:
        found = set(session.scalars(select(PostRow.attempts)))
    engine.dispose()
    return found
