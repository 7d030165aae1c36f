"""A leaderboard: the first places for everybody, one's own for oneself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from conversations.cards.marks import mark, score_bar
from conversations.cards.say import run_button
from conversations.texts import Texts
from conversations.view import Block, Button, Cell, Marked, Message, Table, Text
from kpi_engine.calendar.words import write_period
from kpi_engine.commands import RankPeople
from kpi_engine.measure.score.status import status_of
from kpi_engine.model.company import Company, Person
from kpi_engine.model.ranking import Board, Leaderboard, Place
from kpi_engine.rights import may, may_see_board


def public_card(texts: Texts, boards: Sequence[Leaderboard], sizes: Mapping[Board, int]) -> Message:
    """Who is first, and who gained most; with nobody's place who is not. `sizes` are how many there are at all.

    Whoever presses *why* there sees why their own score is what it is.
    """
    blocks = [block for board in boards for block in _board(texts, board, sizes[board.board])]
    before = write_period(boards[0].period.previous())
    only = "" if len(boards) > 1 else f"{texts.label(f'leaderboard.{boards[0].board}')} "
    why = [run_button(texts, "why", f"why {write_period(boards[0].period)}")] if boards[0].leagues else []
    return Message(tuple(blocks), (*why, run_button(texts, "previous_period", f"leaderboard {only}{before}")))


def own_card(texts: Texts, boards: Sequence[Leaderboard], company: Company, me: Person) -> Message | None:
    """One's own place and how one gets on, for oneself alone, with what one may decide; None where that is nothing."""
    places = [(board, place) for board in boards for place in board.own]
    blocks = tuple(Text(_own(texts, board, place)) for board, place in places)
    buttons = tuple(_choices(texts, company, me))
    if not blocks and not buttons:
        return None
    ranked = Text(texts.say("leaderboard.who_is_ranked", people=company.ranks_people))
    return Message(blocks or (ranked,), buttons, only_you=True)


def _board(texts: Texts, board: Leaderboard, size: int) -> Iterator[Block]:
    yield Text(texts.say("leaderboard.head", board=board, few=size < board.least))
    for league in range(1, board.leagues + 1):
        top = [place for place in board.top if place.league == league]
        caption = texts.plain("leaderboard.league", league=league) if board.leagues > 1 else ""
        yield _table(texts, top, caption)
    if board.most_improved:
        yield Text(texts.say("leaderboard.most_improved", improved=board.most_improved))


def _table(texts: Texts, places: Sequence[Place], caption: str) -> Table:
    keys = ("rank", "name", "score", "bar", "moved", "improvement", "in_a_row")
    rows = tuple(_row(texts, place) for place in places)
    return Table(tuple(texts.label(f"columns.{key}") for key in keys), rows, "rlrlrrr", caption)


def _row(texts: Texts, place: Place) -> tuple[Cell, ...]:
    score = place.result.score
    assert score is not None
    assert place.rank is not None
    standing = status_of(score)
    return (
        str(place.rank),
        Marked(mark(standing), texts.name(place.name)),
        texts.format.points(score),
        score_bar(score, standing),
        _moved(texts, place.change),
        "" if place.improvement is None else texts.format.change(place.improvement),
        texts.plain("leaderboard.in_a_row", periods=place.on_target) if place.on_target else "",
    )


def _moved(texts: Texts, change: int | None) -> str:
    """Places gained or lost since the period before; nothing where others were ranked then."""
    if not change:
        return "" if change is None else texts.label("leaderboard.same")
    return f"{'↑' if change > 0 else '↓'} {abs(change)}"


def _own(texts: Texts, board: Leaderboard, place: Place) -> str:
    name = texts.name(place.name) if board.board is Board.TEAMS else ""
    return texts.say("leaderboard.own", name=name, place=place, board=board)


def _choices(texts: Texts, company: Company, me: Person) -> Iterator[Button]:
    if company.ranks_people and may_see_board(me):
        key, word = ("leave_board", "leave") if me.ranked else ("join_board", "join")
        yield run_button(texts, key, f"leaderboard {word}")
    if may(me, RankPeople):
        key, word = ("people_off", "off") if company.ranks_people else ("people_on", "on")
        yield run_button(texts, key, f"leaderboard people {word}")
