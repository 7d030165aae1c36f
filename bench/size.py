"""What reports cost in a large company, beside the same sums as one raw SQL statement, and as the history grows."""

from __future__ import annotations

import json
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from math import isclose
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from bench.company import Size, fill
from bench.once import Run
from bench.questions import QUESTIONS
from bot.migrate import migrate
from kpi_engine.store.database import connect
from tests.postgres import postgres

FULL = Size(departments=200, people=5000, kpis=20_000, days=250)
_HEAD = """| question | engine, ms | raw SQL, ms | engine, busy ms | raw SQL, busy ms | ratio | peak, MB |
| --- | --- | --- | --- | --- | --- | --- |"""
GROWTH = 10
"""A history so many times as long, of a company of a tenth of the people."""


def main() -> None:
    """Prints a table for each database."""
    size, databases = _chosen()
    for database in databases:
        _measure(database, "all", size, tuple(QUESTIONS))
        small = Size(size.departments // GROWTH, size.people // GROWTH, size.kpis // GROWTH, size.days)
        for days in (size.days, size.days * GROWTH):
            _measure(database, "growth", replace(small, days=days), tuple(QUESTIONS))


def _chosen() -> tuple[Size, list[str]]:
    options = ArgumentParser(description=__doc__)
    options.add_argument("--departments", type=int, default=FULL.departments)
    options.add_argument("--people", type=int, default=FULL.people)
    options.add_argument("--kpis", type=int, default=FULL.kpis)
    options.add_argument("--databases", nargs="+", choices=_DATABASES, default=list(_DATABASES))
    given = options.parse_args()
    return Size(given.departments, given.people, given.kpis, FULL.days), given.databases


def _measure(database: str, title: str, size: Size, names: tuple[str, ...]) -> None:
    print(
        f"\n{database}: {size.departments} departments, {size.people:,} people, {size.kpis:,} KPIs,"
        f" {size.actuals:,} actuals in {size.days} days each"
    )
    with _DATABASES[database]() as url:
        begun = perf_counter()
        _make(url, size)
        print(f"made in {perf_counter() - begun:.0f} s\n")
        print(_HEAD)
        for name in names:
            print(_row(name, _asked(url, name)), flush=True)


def _make(url: str, size: Size) -> None:
    engine = connect(url)
    migrate(engine)
    fill(engine, size)
    engine.dispose()


def _asked(url: str, name: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.once", url, name]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _row(name: str, found: dict[str, Any]) -> str:
    engine, raw = Run(*found["engine"]), Run(*found["raw"])
    if not isclose(engine.answer, raw.answer, rel_tol=1e-9):
        raise SystemExit(f"{name}: the engine says {engine.answer}, the statement {raw.answer}")
    cells = (
        QUESTIONS[name].title,
        *(f"{seconds * 1000:.1f}" for seconds in (engine.seconds, raw.seconds, engine.busy, raw.busy)),
        f"{engine.busy / raw.busy:.1f}",
        str(found["peak"]),
    )
    return f"| {' | '.join(cells)} |"


@contextmanager
def _sqlite() -> Iterator[str]:
    with TemporaryDirectory() as folder:
        yield f"sqlite:///{Path(folder) / 'size.db'}"


_DATABASES = {"sqlite": _sqlite, "postgresql": postgres}

if __name__ == "__main__":
    main()
