"""The questions for how leaderboards are made."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from conversations.ask import Ask
from conversations.cards.setting import OfBoard, Setting
from conversations.fields import Rejected
from conversations.forms import choice, count, form
from kpi_engine.model.board_rules import FEWEST, MOST, MOST_SHOWN, BoardRules, Covers


@form
class NewBoardLeast:
    """From how many on there are ranks."""

    least: Decimal = count(least=FEWEST, most=MOST)


@form
class NewBoardTop:
    """How many places everybody sees."""

    top: Decimal = count(least=1, most=MOST_SHOWN)


@form
class NewBoardPeriod:
    """Which period a board is of, where none is named."""

    covers: Covers = choice(of=Covers)


def board(ask: Ask, setting: OfBoard, value: str) -> BoardRules:
    """Asks for the new value, unless it was typed; the others stay as they are."""
    now = ask.know.company().board
    match setting:
        case Setting.BOARD_LEAST:
            given = {"least": value} if value else {}
            return _with_least(now, ask(NewBoardLeast, given=given, check=lambda one: _open(_with_least(now, one))))
        case Setting.BOARD_TOP:
            given = {"top": value} if value else {}
            return _with_top(now, ask(NewBoardTop, given=given, check=lambda one: _open(_with_top(now, one))))
        case Setting.BOARD_PERIOD:
            return replace(now, covers=ask(NewBoardPeriod, given={"covers": value} if value else {}).covers)


def _with_least(now: BoardRules, said: NewBoardLeast) -> BoardRules:
    return replace(now, least=int(said.least))


def _with_top(now: BoardRules, said: NewBoardTop) -> BoardRules:
    return replace(now, top=int(said.top))


def _open(rules: BoardRules) -> Rejected | None:
    """Two at least stay behind the places that are shown."""
    if rules.top <= rules.most_shown:
        return None
    return Rejected("board_top", {"least": rules.least, "most": rules.most_shown})
