"""What a reminder costs a process: the round that finds it, the claim with its words, and its end.

`python -m bench.wording`: a company in which everybody owes a value, on both databases.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path
from statistics import median
from time import process_time
from typing import ParamSpec, TypeVar

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from bench.killing import migrated
from bench.planning import BEFORE, DUE, fill
from bot.people import settle
from bot.post import letters
from bot.post.office import Office
from bot.tables import AccountRow
from bot.wake.tick import begin, tick
from kpi_engine.store.database import connect
from kpi_engine.store.tables import PersonRow

P = ParamSpec("P")
T = TypeVar("T")

PEOPLE = (20, 200, 2_000)
MESSAGES = 200
"""That are sent, at most."""


def main() -> None:
    """Prints a line for each database and size of company."""
    for database in ("sqlite", "postgresql"):
        for people in PEOPLE:
            with tempfile.TemporaryDirectory() as folder, migrated(database, Path(folder)) as url:
                took = measured(connect(url), people)
            told = ", ".join(f"{what} {median(each) * 1000:.1f} ms" for what, each in took.items())
            print(f"{database}, {people} people: {told} of the processor", flush=True)


def measured(engine: Engine, people: int) -> Mapping[str, Sequence[float]]:
    """Seconds of the processor for each step of each message."""
    _furnish(engine, people)
    marks, took = count(), defaultdict[str, list[float]](list)
    office = Office(engine, lambda: DUE, lambda: str(next(marks)), "bench")

    def timed(what: str, do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        began = process_time()
        done = do(*args, **kwargs)
        took[what].append(process_time() - began)
        return done

    (lane,) = office.lanes(["counted"])
    while len(took["settle"]) < MESSAGES and (found := timed("round", office.round, lane)):
        for each in found.waiting:
            letter = timed("take", office.take, lane, each.id)
            if letter:
                timed("settle", office.do, letters.sent, letter.claim, "1", DUE)
    engine.dispose()
    return took


def _furnish(engine: Engine, people: int) -> None:
    """Everybody has an account, and is owed a reminder."""
    fill(engine, people)
    with Session(engine) as session, session.begin():
        company = session.scalars(select(PersonRow.company_id)).first() or 0
        place = settle(session, "counted", "T1", company).id
        same = {"company_id": company, "platform": "counted", "workspace_id": place, "heard_at": BEFORE}
        ids = session.scalars(select(PersonRow.id)).all()
        session.add_all(AccountRow(person_id=id, external_id=str(id), **same) for id in ids)
    begin(engine, BEFORE)
    tick(engine, BEFORE)
    tick(engine, DUE)


if __name__ == "__main__":
    main()
