"""`leaderboard`: who stands where in a period; whether one stands there oneself, and whether people do at all."""

from __future__ import annotations

from conversations.ask import Ask, Do
from conversations.cards.day import newcomer_card
from conversations.cards.leaderboard import own_card, public_card
from conversations.cards.pictured import pictured
from conversations.flows.picture import without_file
from conversations.view import Message
from conversations.words import first_word
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.words import read_period
from kpi_engine.commands import ChooseRanking, RankPeople
from kpi_engine.errors import Refusal
from kpi_engine.model.board_rules import Covers
from kpi_engine.model.ranking import Board, Leaderboard
from kpi_engine.rights import may_see_board

CHOICES = {
    **dict.fromkeys(("leave", "quit", "opt out", "退出", "不参加"), False),
    **dict.fromkeys(("join", "rejoin", "opt in", "加入", "参加", "重新加入"), True),
}
"""Whether one stands on the board of people."""
SWITCHES = {"on": True, "开启": True, "off": False, "关闭": False}
"""Whether there is one."""
BOARDS = {
    "people": Board.PEOPLE,
    "个人": Board.PEOPLE,
    "departments": Board.TEAMS,
    "teams": Board.TEAMS,
    "部门": Board.TEAMS,
}


def leaderboard(ask: Ask) -> Do | Message | tuple[Message, ...]:
    """Asks nothing: without words the departments and, where the company ranks them, the people; now."""
    words = ask.take_words()
    if not ask.know.departments():
        return newcomer_card(ask.texts, ask.me)
    if words.casefold() in CHOICES:
        return Do(ChooseRanking(CHOICES[words.casefold()]))
    words, as_file = without_file(ask, words)
    first, rest = first_word(words)
    only = BOARDS.get(first.casefold())
    if only is Board.PEOPLE and rest.casefold() in SWITCHES:
        return Do(RankPeople(SWITCHES[rest.casefold()]))
    boards = _boards(ask, only, rest if only else words)
    sizes = {Board.TEAMS: len(ask.know.departments()), Board.PEOPLE: len(ask.know.people())}
    public = public_card(ask.texts, boards, sizes)
    own = own_card(ask.texts, boards, ask.know.company(), ask.me)
    if as_file:
        public = pictured(ask.texts, public, ask.texts.label("leaderboard.title"), boards[0].period)
    return (public, *([own] if own else []))


def public_board(ask: Ask) -> Message | None:
    """What a channel is shown: nobody's own place; None where nobody is ranked."""
    boards = _boards(ask, None, "")
    sizes = {Board.TEAMS: len(ask.know.departments()), Board.PEOPLE: len(ask.know.people())}
    return public_card(ask.texts, boards, sizes) if any(board.leagues for board in boards) else None


def _boards(ask: Ask, only: Board | None, words: str) -> list[Leaderboard]:
    period = _period(ask, words)
    both = ask.know.company().ranks_people and may_see_board(ask.me)
    wanted = [only] if only else [Board.TEAMS, *([Board.PEOPLE] if both else [])]
    first = _board(ask, wanted[0], period)
    return [first, *(ask.know.leaderboard(board, first.period) for board in wanted[1:])]


def _board(ask: Ask, board: Board, period: Period | None) -> Leaderboard:
    """Of the period named; else of what the company has settled, and of the one before while nobody is ranked."""
    if period:
        return ask.know.leaderboard(board, period)
    company = ask.know.company()
    covers = company.board.covers
    now = company.calendar.holding(ask.today, PeriodKind.QUARTER if covers is Covers.QUARTER else PeriodKind.MONTH)
    if covers is Covers.LAST_MONTH:
        return ask.know.leaderboard(board, now.previous())
    found = ask.know.leaderboard(board, now)
    if found.leagues:
        return found
    before = ask.know.leaderboard(board, now.previous())
    return before if before.leagues else found


def _period(ask: Ask, words: str) -> Period | None:
    if not words:
        return None
    period = read_period(words, ask.today, ask.know.company().calendar.year_start)
    if period is None:
        raise Refusal("no_period", words=words)
    return period
