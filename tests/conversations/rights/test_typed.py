"""The table of `typed_table.py`, typed at the bot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot import loop
from bot.turn import chat, hearing
from conversations.commands import COMMANDS, MY_DAY, Command, read_command
from conversations.hearing import commanded
from conversations.view import Form
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from tests.conversations.rights.acme import OTHER, STRANGER, WHO, Place
from tests.conversations.rights.both import Companies
from tests.conversations.rights.typed_table import LOST, REFUSALS, TABLE
from tests.factories import who_may
from tests.stage import RealStage

HEAD, *LINES = (line for line in TABLE.splitlines() if line)
ROLES = HEAD.split()
PEOPLE = WHO | {"stranger": STRANGER}


ELSEWHERE = {
    *(Deed.SET_UP, Deed.SET_STRATEGY, Deed.PUBLISH, Deed.SHARE_DRAFT, Deed.MUTE, Deed.UNMUTE, Deed.UNDO, Deed.JOIN),
    *(Deed.PROPOSE, Deed.SET_TARGET, Deed.SET_WEIGHTS, Deed.ADD_KPI, Deed.RETIRE, Deed.SET_SEASON),
    *(Deed.EXPLAIN_RED, Deed.LOOK_AGAIN),
    *(Deed.SET_GRADES, Deed.SET_GATES, Deed.SET_TEAM_SHARE),
    *(Deed.SET_BULLETIN, Deed.STOP_BULLETIN, Deed.TAKE_GROUPS),
}
"""What takes longer dialogs, which the table only begins, or no dialog does: `test_engine.py` has them for everybody."""


@dataclass(frozen=True, slots=True)
class Row:
    """What is typed, what is done by it, and what comes of it for whom."""

    typed: str
    deeds: tuple[str, ...]
    written: Mapping[str, str]


def _row(line: str) -> Row:
    words = line.split()
    typed, _, deeds = " ".join(words[: -len(ROLES)]).partition(" = ")
    return Row(typed, tuple(deeds.split()), dict(zip(ROLES, words[-len(ROLES) :], strict=True)))


ROWS = [_row(line) for line in LINES]


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> list[Refusal]:
    """What people are told as refusals, before it is worded."""
    seen: list[Refusal] = []

    def spied(say: Callable[..., Any]) -> Callable[..., Any]:
        def said(texts: object, refusal: Refusal | str, *others: object) -> object:
            seen.append(refusal if isinstance(refusal, Refusal) else Refusal(LOST))
            return say(texts, refusal, *others)

        return said

    for module, name in ((chat, "refused"), (loop, "refused"), (hearing, "lost_card")):
        monkeypatch.setattr(module, name, spied(getattr(module, name)))
    return seen


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.typed)
def test_what_comes_of_it(
    both: Companies, companies: tuple[Path, Mapping[str, Place]], refused: list[Refusal], row: Row
) -> None:
    here = companies[1]["here"]
    typed = row.typed.replace("SALES_ACTION", f"#action:{here.action}").replace("SALES", str(here.proposal))
    lines = typed.split(" > ")
    said = {role: _said(both, PEOPLE[role], lines, refused, row) for role in ROLES}

    assert said == row.written


def test_every_command_stands_in_the_table() -> None:
    assert {_command(row.typed.split(" > ")[0]) for row in ROWS} >= {MY_DAY, *COMMANDS}


def test_every_deed_is_done_by_something_in_the_table() -> None:
    assert {deed for row in ROWS for deed in row.deeds} | ELSEWHERE == set(Deed)


def _command(line: str) -> Command | None:
    words = commanded(line)
    found = read_command(words) if words else None
    return found[0] if found else MY_DAY if words == "" else None


def _said(both: Companies, who: str, lines: list[str], refused: list[Refusal], row: Row) -> str:
    """What comes of it, in a word of the table; what was done is undone."""
    owner = "Xia" if who in OTHER else "Anna"
    both.restore()
    before = {each: both.deeds(each) for each in both.stages}
    refused.clear()
    for line in lines:
        if not refused:
            both.stages[owner].type(who, line)
    word = _word(both.stages[owner], who, refused, row)
    done = [deed for _, deed in both.deeds(owner)[: -len(before[owner])]]
    assert both.deeds("Anna" if owner == "Xia" else "Xia") == before["Anna" if owner == "Xia" else "Xia"]
    assert sorted(done) == sorted(row.deeds if word == "yes" else ()), (who, word)
    return word


def _word(stage: RealStage, who: str, refused: list[Refusal], row: Row) -> str:
    if not refused:
        form = stage.shown[who][-1]
        asked = isinstance(form, Form) and (row.deeds or any(one.error for one in form.questions))
        return "ask" if asked else "yes"
    assert not isinstance(stage.shown[who][-1], Form), (who, "is refused, and asked")
    expected = next(row.written[role] for role, name in PEOPLE.items() if name == who)
    if expected == "no":
        _check_named(refused[0], row)
    return expected if refused[0].key in REFUSALS.get(expected, ()) else refused[0].key


def _check_named(refusal: Refusal, row: Row) -> None:
    """Whoever a refusal names as those who may, may."""
    named = set(who_may(refusal)) if refusal.key in REFUSALS["no"] else set()
    allowed = {name for role, name in WHO.items() if row.written[role] != "no" and name not in OTHER}
    assert not named or {name for name in named if name in WHO.values()} <= allowed
