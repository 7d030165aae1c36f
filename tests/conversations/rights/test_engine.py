"""The table of `engine_table.py`, held against the engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from kpi_engine.commands import Command
from kpi_engine.errors import Refusal
from kpi_engine.reader.reader import Reader
from kpi_engine.service.execute import execute
from kpi_engine.store.work import Work
from tests.conversations.rights.acme import ACME, DECEMBER, WHO, Place, stage_of
from tests.conversations.rights.deeds import DEEDS
from tests.conversations.rights.engine_table import REFUSALS, TABLE
from tests.factories import who_may
from tests.stage import RealStage

HEAD, *ROWS = (line.split() for line in TABLE.splitlines() if line)
WORDS = {key: word for word, keys in REFUSALS.items() for key in keys}


@pytest.fixture(scope="module")
def stages(companies: tuple[Path, Mapping[str, Place]]) -> Iterator[dict[str, RealStage]]:
    """By who speaks there."""
    acme, other = (stage_of(companies[0], who) for who in ("Anna", "Xia"))
    yield {who: acme if who in ACME else other for who in WHO.values()}
    acme.close()
    other.close()


def test_every_command_stands_in_the_table(companies: tuple[Path, Mapping[str, Place]]) -> None:
    judged = {type(made(companies[1]["here"])).__name__ for made in DEEDS.values()}
    assert {row[0] for row in ROWS} == set(DEEDS)
    assert judged == {command.__name__ for command in get_args(Command)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(row[: -len(HEAD)]))
def test_who_may(stages: dict[str, RealStage], companies: tuple[Path, Mapping[str, Place]], row: list[str]) -> None:
    (deed, *where), written = row[: -len(HEAD)], dict(zip(HEAD, row[-len(HEAD) :], strict=True))
    command = DEEDS[deed](companies[1][where[0] if where else "here"])
    allowed = {WHO[role] for role, word in written.items() if word in ("yes", "calm")}

    found = {role: _tried(stages, WHO[role], command, allowed) for role in HEAD}
    assert found == {role: "yes" if word == "self" else word for role, word in written.items()}


@pytest.mark.parametrize("deed", [row[0] for row in ROWS if "here" in row])
def test_nothing_of_another_company_is_there(
    stages: dict[str, RealStage], companies: tuple[Path, Mapping[str, Place]], deed: str
) -> None:
    command = DEEDS[deed](companies[1]["elsewhere"])
    found = {role: _tried(stages, who, command, set()) for role, who in WHO.items() if who in ACME}

    assert found == {role: "gone" if role == "left" else "none" for role in found}


def _tried(stages: dict[str, RealStage], who: str, command: Command, allowed: set[str]) -> str:
    """What comes of it, in a word; nothing of it stays."""
    with stages[who].reader("Xia" if who == "Xia" else "Anna") as reader:
        try:
            execute(command, _work(reader, who))
        except Refusal as refusal:
            named = set(who_may(refusal)) if refusal.key == "not_allowed" else set()
            assert {name for name in named if name in WHO.values()} == (allowed - {"Xia"} if named else set())
            return WORDS[refusal.key]
        finally:
            reader.session.rollback()
    return "yes"


def _work(reader: Reader, who: str) -> Work:
    person = next(each for each in reader.everybody() if each.name.en == who)
    return Work(reader.session, replace(reader.actor, person=person), DECEMBER, DECEMBER.date())
