"""A leaderboard: who stands where among whom, and how each gets on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kpi_engine.calendar.period import Period
from kpi_engine.model.name import Name
from kpi_engine.model.score import Subject


class Board(StrEnum):
    """Who is ranked."""

    PEOPLE = "people"
    TEAMS = "teams"
    """Departments."""


class Unranked(StrEnum):
    """Why somebody has no rank."""

    OPTED_OUT = "opted_out"
    TEAM_ONLY = "team_only"
    """No KPI of one's own: the score is the department's."""
    NOT_ENOUGH = "not_enough"
    """Too little of the weight has a score."""
    FEW = "few"
    """So few are to be ranked that each would be pointed at."""


@dataclass(frozen=True, slots=True)
class Result:
    """What somebody reached in one period."""

    score: Decimal | None
    coverage: Decimal = Decimal(0)
    entered: int = 0
    """Values entered, out of `due`."""
    due: int = 0
    shrunk: bool = False
    """A rate of few cases was drawn towards everybody's."""


@dataclass(frozen=True, slots=True)
class Entrant:
    """Somebody who may be ranked, with the results of periods in a row, oldest first; the last is the one asked for."""

    subject: Subject
    name: Name
    results: tuple[Result, ...]
    excuse: Unranked | None = None
    """Why they are not to be ranked, whatever they reached."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stands, or only how they get on: the present result and what became of the earlier ones."""

    subject: Subject
    name: Name
    result: Result
    improvement: Decimal | None
    """Points above their own mean of three periods before; None until there are three."""
    is_best: bool
    """Better than ever in the periods known."""
    on_target: int
    """Periods on target in a row, up to this one; periods without a result pause it."""
    reported: int
    """Periods in a row with every value that was due; periods in which none was pause it."""
    unranked: Unranked | None = None
    rank: int | None = None
    """1 is first; equals share the better place, and the next one is as far behind as if they did not (1, 2, 2, 4)."""
    league: int | None = None
    """1 is the highest."""
    of: int | None = None
    """How many are ranked in the league."""
    change: int | None = None
    """Places gained since the period before; None unless just the same were ranked then."""


@dataclass(frozen=True, slots=True)
class Improved:
    """Who gained most on their own mean; the score is not told."""

    subject: Subject
    name: Name
    improvement: Decimal


@dataclass(frozen=True, slots=True)
class Leaderboard:
    """A board as one reader may see it."""

    board: Board
    period: Period
    leagues: int
    """0 where nobody is ranked."""
    top: tuple[Place, ...]
    """The first places of each league, for everybody to see; never the last one."""
    own: tuple[Place, ...]
    """The reader's own, ranked or not: for the reader alone. Of teams as many as the reader has hats in."""
    most_improved: Improved | None
    least: int
    """So many it takes for anybody to be ranked."""
    unranked: tuple[tuple[Unranked, int], ...] = ()
    """How many have no rank, by the reason why."""
