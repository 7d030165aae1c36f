"""Companies as a file, and from a file into an empty database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import BaseModel, ValidationError
from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from adapters.settings import Misconfigured
from kpi_engine.design.match import is_called
from kpi_engine.model.archive import FORMAT, SCHEMA, Archive, Scores
from kpi_engine.model.name import Name
from kpi_engine.reader.archive import scores
from kpi_engine.store.archive import put_back, taken_out
from kpi_engine.store.references import Unfit
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import CompanyRow

Counts: TypeAlias = dict[str, int]
"""How many rows of each table went into a file, or came out of it."""


class Content(BaseModel):
    """What a file holds; what stands in a row is judged by its table."""

    taken_on: date
    counts: Counts
    scores: dict[str, str | None]
    tables: dict[str, list[dict[str, Any]]]


def export_company(engine: Engine, file: Path, name: str, now: datetime) -> Counts:
    """Writes the company of that name, which need not be said where there is one alone; over no other file."""
    with _snapshot(engine) as session:
        return _written(session, file, _company_called(session, name), now)


def backup(engine: Engine, file: Path, now: datetime) -> Counts:
    """Writes all that the database holds, of every company, as of one moment."""
    with _snapshot(engine) as session:
        return _written(session, file, None, now)


def import_file(engine: Engine, file: Path) -> Counts:
    """Puts a company or a backup into a database that has no company, all or nothing.

    It is kept only if every table has as many rows as the file says, and every scorecard the score that it had.
    """
    content = _read(file)
    with Session(engine) as session, session.begin():
        if session.scalars(select(CompanyRow.id)).first() is not None:
            raise Misconfigured("DATABASE_URL: there is a company already; a file goes into an empty database")
        try:
            put_back(session, content.tables)
        except Unfit as unfit:
            raise Misconfigured(f"{file}: {unfit}") from None
        except DBAPIError as error:
            raise Misconfigured(f"{file}: {str(error.orig).strip().splitlines()[0]}") from None
        session.expire_all()
        _check(session, file, content)
    return content.counts


@contextmanager
def _snapshot(engine: Engine) -> Iterator[Session]:
    """Reads as of one moment, whoever writes meanwhile."""
    with Session(engine.execution_options(isolation_level="SERIALIZABLE")) as session:
        yield session


def _check(session: Session, file: Path, content: Content) -> None:
    counts = {name: len(rows) for name, rows in taken_out(session, None).items()}
    if counts != content.counts:
        wrong = next(name for name in counts if counts[name] != content.counts.get(name))
        raise Misconfigured(f"{file}: {wrong} has {counts[wrong]} rows, not {content.counts.get(wrong)}")
    found, said = _scores(session, None, content.taken_on), content.scores
    if found != said:
        wrong = next(key for key in {**said, **found} if found.get(key, "") != said.get(key, ""))
        raise Misconfigured(f"{file}: {wrong} scores {found.get(wrong)}, not {said.get(wrong)}")


def _scores(session: Session, company_id: int | None, today: date) -> Scores:
    every = session.scalars(select(CompanyRow.id).order_by(CompanyRow.id)).all()
    return {
        key: score
        for id in (every if company_id is None else [company_id])
        for key, score in scores(Scope(session, id), today).items()
    }


def _company_called(session: Session, name: str) -> int:
    names: dict[int, Name] = {row.id: row.name for row in session.scalars(select(CompanyRow))}
    found = [id for id, called in names.items() if not name or is_called(name, called)]
    if not names:
        raise Misconfigured("DATABASE_URL: there is no company")
    if len(found) != 1:
        known = ", ".join(called.en or "(no name yet)" for called in names.values())
        raise Misconfigured(f"--company: {'which one' if found else 'none is called so'}: {known}")
    return found[0]


def _written(session: Session, file: Path, company_id: int | None, now: datetime) -> Counts:
    archive = Archive(now.date(), _scores(session, company_id, now.date()), taken_out(session, company_id))
    with file.open("x", encoding="utf-8") as out:
        out.write(archive.text())
    return archive.counts


def _read(file: Path) -> Content:
    """Misconfigured names what is wrong with the file; OSError where there is none."""
    try:
        content = json.loads(file.read_bytes())
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise Misconfigured(f"{file}: is no JSON") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise Misconfigured(f"{file}: is no export of kpi-bot")
    if content.get("schema") != SCHEMA:
        raise Misconfigured(f"{file}: is of schema {content.get('schema')!s:.20}, and this version has {SCHEMA}")
    try:
        return Content.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        raise Misconfigured(f"{file}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
