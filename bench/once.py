"""One question in a process of its own: what the engine and the raw statement take for it, and the memory.

`python -m bench.once URL QUESTION` prints them, with both answers, as JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from bench.questions import QUESTIONS, reader
from kpi_engine.store.database import connect

RUNS = 9
"""At most; the best counts."""
SECONDS = 20
"""No new run after so long."""


class Run(NamedTuple):
    """One answer: on the clock, and of a processor."""

    answer: float
    seconds: float
    busy: float


def main(url: str, name: str) -> None:
    """Asks both in turn, so that what else the machine does hits both; memory is taken after the first pair."""
    question, database = QUESTIONS[name], connect(url)
    backend = backend_of(database)

    def ask() -> float:
        with Session(database) as session:
            return question.engine(reader(session))

    def ask_raw() -> float:
        with database.connect() as connection:
            return question.raw(connection)

    begun = perf_counter()
    runs = [(_timed(ask, backend), _timed(ask_raw, backend))]
    peak = _peak()
    while len(runs) < RUNS and perf_counter() - begun < SECONDS:
        runs.append((_timed(ask, backend), _timed(ask_raw, backend)))
    engine, raw = zip(*runs, strict=True)
    print(json.dumps({"engine": _best(engine), "raw": _best(raw), "peak": peak}))


def _timed(ask: Callable[[], float], backend: int | None) -> Run:
    begun, before = perf_counter(), busy(backend)
    answer = ask()
    return Run(answer, perf_counter() - begun, busy(backend) - before)


def _best(runs: tuple[Run, ...]) -> Run:
    return Run(runs[0].answer, min(run.seconds for run in runs), min(run.busy for run in runs))


def backend_of(database: Engine) -> int | None:
    """The process of PostgreSQL that serves the one connection of the pool."""
    if database.dialect.name != "postgresql":
        return None
    with database.connect() as connection:
        return int(connection.execute(text("SELECT pg_backend_pid()")).scalar_one())


def busy(backend: int | None) -> float:
    """Seconds of a processor that this process and the backend have taken."""
    served = Path(f"/proc/{backend}/schedstat").read_text(encoding="ascii").split()[0] if backend else 0
    return process_time() + int(served) / 1e9


def _peak() -> int:
    """The most memory that this process has had, in MB (Linux tells it)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
