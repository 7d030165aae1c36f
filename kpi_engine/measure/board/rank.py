"""Who stands where: by attainment, among enough others, and shown to whom it may be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.calendar.period import Period
from kpi_engine.measure.board.league import leagues
from kpi_engine.measure.board.progress import counting, improvement, is_best, on_target, reported
from kpi_engine.measure.exact import rounded
from kpi_engine.model.board_rules import BoardRules
from kpi_engine.model.name import Language
from kpi_engine.model.ranking import Board, Entrant, Improved, Leaderboard, Place, Unranked
from kpi_engine.model.score import Subject


def standings(entrants: Sequence[Entrant], language: Language, least: int) -> tuple[Place, ...]:
    """Everybody's place: by league and rank, equals in alphabetical order, then those without a rank.

    Ranked is who is not excused and has a result that counts, if there are at least `least` of those; by the score as
    it is shown, so that equal scores on the screen are equal ranks.
    """
    now = _ranked(entrants, least)
    before = _ranked([replace(each, results=each.results[:-1]) for each in entrants if len(each.results) > 1], least)
    few = not now
    places = [_place(each, now, before, few=few) for each in entrants]
    return tuple(sorted(places, key=lambda place: _order(place, language)))


def seen_by(
    places: Sequence[Place], own: Collection[Subject], board: Board, period: Period, rules: BoardRules
) -> Leaderboard:
    """What a reader sees whose own subjects those are: the first places, and their own."""
    return Leaderboard(
        board,
        period,
        leagues=len({place.league for place in places if place.league}),
        top=tuple(place for place in places if _is_public(place, places, rules.top)),
        own=tuple(place for place in places if place.subject in own),
        most_improved=_most_improved(places),
        least=rules.least,
        unranked=_unranked(places),
    )


@dataclass(frozen=True, slots=True)
class _Standing:
    rank: int
    league: int
    among: frozenset[Subject]


Standings: TypeAlias = Mapping[Subject, _Standing]


def _ranked(entrants: Sequence[Entrant], least: int) -> Standings:
    able = [each for each in entrants if each.excuse is None and counting(each.results[-1]) is not None]
    if len(able) < least:
        return {}
    return {
        each.subject: _Standing(_rank(each, league), number, frozenset(other.subject for other in league))
        for number, league in enumerate(leagues(able, least), start=1)
        for each in league
    }


def _rank(entrant: Entrant, league: Sequence[Entrant]) -> int:
    """One more than are better."""
    return 1 + sum(_shown(other) > _shown(entrant) for other in league)


def _shown(entrant: Entrant) -> Decimal:
    return rounded(counting(entrant.results[-1]) or Decimal(0))


def _place(entrant: Entrant, now: Standings, before: Standings, *, few: bool) -> Place:
    results = entrant.results
    place = Place(
        entrant.subject,
        entrant.name,
        results[-1],
        improvement(results),
        is_best(results),
        on_target(results),
        reported(results),
        unranked=_why_not(entrant, few=few),
    )
    stands, stood = now.get(entrant.subject), before.get(entrant.subject)
    if stands is None:
        return place
    same = stood is not None and stood.among == stands.among
    change = stood.rank - stands.rank if stood and same else None
    return replace(place, rank=stands.rank, league=stands.league, of=len(stands.among), change=change)


def _why_not(entrant: Entrant, *, few: bool) -> Unranked | None:
    if entrant.excuse is not None:
        return entrant.excuse
    if counting(entrant.results[-1]) is None:
        return Unranked.NOT_ENOUGH
    return Unranked.FEW if few else None


def _unranked(places: Sequence[Place]) -> tuple[tuple[Unranked, int], ...]:
    """Numbers only, as nobody is named for having no rank; those who could be compared first."""
    reasons = Counter(place.unranked for place in places)
    return tuple((reason, reasons[reason]) for reason in reversed(Unranked) if reasons[reason])


def _order(place: Place, language: Language) -> tuple[bool, int, int, bytes, int]:
    return (
        place.rank is None,
        place.league or 0,
        place.rank or 0,
        _alphabetical(place.name.text(language)),
        place.subject.id,
    )


def _alphabetical(text: str) -> bytes:
    """In this encoding the usual Chinese characters stand in the order of their sounds, and behind Latin letters."""
    return text.casefold().encode("gb18030", errors="replace")


def _is_public(place: Place, places: Sequence[Place], top: int) -> bool:
    """Among the first, but never the last of a league."""
    if place.rank is None or place.rank > top:
        return False
    return place.rank == 1 or place.rank < max(other.rank or 0 for other in places if other.league == place.league)


def _most_improved(places: Sequence[Place]) -> Improved | None:
    """Of those who are ranked and gained something that can be seen; of equals the first in order."""
    ranked = [place for place in places if place.rank is not None and place.improvement is not None]
    best = max(ranked, key=lambda place: place.improvement or Decimal(0), default=None)
    if best is None or best.improvement is None or rounded(best.improvement) <= 0:
        return None
    return Improved(best.subject, best.name, best.improvement)
