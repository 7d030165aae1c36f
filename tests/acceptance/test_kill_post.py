"""`kpi-bot run` is killed with -9 while it sends: nothing is lost, nothing is doubled. bench/killing.py does it 200 times."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.acceptance.carrier import Carrier
from tests.acceptance.killing import Killing

KILLS = 3


@pytest.mark.parametrize(("database", "replicas"), [("sqlite", 1), ("postgresql", 2)])
def test_killed_while_it_sends(request: pytest.FixtureRequest, tmp_path: Path, database: str, replicas: int) -> None:
    url = request.getfixturevalue(f"{database}_database")
    with Carrier().serving() as carrier:
        killing = Killing(url, tmp_path, carrier, Random(database))
        processes = [killing.start() for _ in range(replicas)]
        for _ in range(KILLS):
            killing.owe(2)
            killing.kill(processes, 1.5)
        killing.finish(processes)
        found = killing.outcome()
        killing.close()

    assert found.owed == KILLS * 2 * 20
    assert (found.lost, found.doubled) == (0, 0)
