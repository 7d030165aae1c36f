"""Who is ranked, where, and who sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.measure.board.rank import seen_by
from kpi_engine.measure.board.rank import standings as standings_of
from kpi_engine.measure.exact import rounded
from kpi_engine.model.board_rules import USUAL_BOARD, BoardRules
from kpi_engine.model.name import Language, Name
from kpi_engine.model.ranking import Board, Entrant, Leaderboard, Place, Result, Unranked
from tests.kpi_engine.measure.board.entrants import EN, entrant, entrants, subject
from tests.kpi_engine.measure.build import period

scores = st.lists(
    st.tuples(st.decimals(0, 120, places=2), st.sampled_from([Decimal(1), Decimal("0.6"), Decimal("0.5")])), max_size=45
)


def ranks(places: Sequence[Place]) -> list[tuple[int, int | None]]:
    return [(place.subject.id, place.rank) for place in places]


def standings(given_entrants: Sequence[Entrant], language: Language) -> tuple[Place, ...]:
    return standings_of(given_entrants, language, USUAL_BOARD.least)


def board(given_entrants: Sequence[Entrant], *own: int, rules: BoardRules = USUAL_BOARD) -> Leaderboard:
    places = standings_of(given_entrants, EN, rules.least)
    return seen_by(places, {subject(number) for number in own}, Board.PEOPLE, period("2026-10"), rules)


@pytest.mark.parametrize(
    ("rules", "shown"),
    [(BoardRules(6), []), (BoardRules(5, 1), [1]), (BoardRules(5, 3), [1, 2, 3]), (BoardRules(5, 9), [1, 2, 3, 4])],
)
def test_the_company_says_from_how_many_on_and_how_many_places_are_shown(rules: BoardRules, shown: list[int]) -> None:
    found = board(entrants("90", "80", "70", "60", "50"), rules=rules)
    assert [place.rank for place in found.top] == shown
    assert found.least == rules.least


def test_equals_share_a_rank_and_the_next_is_as_far_behind() -> None:
    assert ranks(standings(entrants("90", "100", "80", "90", "70"), EN)) == [(2, 1), (1, 2), (4, 2), (3, 4), (5, 5)]


def test_what_looks_equal_is_equal() -> None:
    assert ranks(standings(entrants("90.04", "89.95", "89.94", "50", "50"), EN))[:3] == [(1, 1), (2, 1), (3, 3)]


@pytest.mark.parametrize(
    ("names", "language", "order"),
    [
        ("bob Ann carl dora Emil", Language.EN, [2, 1, 3, 4, 5]),
        ("王芳 李娜 张伟 Tom 陈静", Language.ZH, [4, 5, 2, 1, 3]),
    ],
)
def test_equals_stand_in_alphabetical_order(names: str, language: Language, order: list[int]) -> None:
    """Chinese names by their sound: chén, lǐ, wáng, zhāng."""
    same = [entrant(number, "80", name) for number, name in enumerate(names.split(), start=1)]
    assert [place.subject.id for place in standings(same, language)] == order


def test_namesakes_stand_in_the_order_in_which_they_came() -> None:
    same = [entrant(number, "80", "Ann") for number in (5, 3, 1, 2, 4)]
    assert [place.subject.id for place in standings(same, EN)] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("scores", "excuse", "why"),
    [
        ("90", Unranked.OPTED_OUT, Unranked.OPTED_OUT),
        ("90", Unranked.TEAM_ONLY, Unranked.TEAM_ONLY),
        ("90@0.59", None, Unranked.NOT_ENOUGH),
        ("-", None, Unranked.NOT_ENOUGH),
    ],
)
def test_who_is_not_ranked_is_not_counted(scores: str, excuse: Unranked | None, why: Unranked) -> None:
    others = entrants("80", "70", "60", "50", "40")
    places = standings([*others, entrant(6, scores, excuse=excuse)], EN)

    assert ranks(places) == [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, None)]
    assert (places[0].of, places[-1].of, places[-1].unranked) == (5, None, why)


def test_four_are_not_ranked_and_see_how_they_get_on() -> None:
    shown = board([*entrants("80 90 100 95", "70", "60", "50"), entrant(5, "90", excuse=Unranked.OPTED_OUT)], 1)

    assert (shown.leagues, shown.top, shown.most_improved) == (0, (), None)
    (own,) = shown.own
    assert (own.rank, own.unranked, own.improvement) == (None, Unranked.FEW, Decimal(5))


def test_a_board_without_ranks_counts_the_reasons_and_names_nobody() -> None:
    shown = board(
        [
            *entrants("90", "80", "70@0.59", "-"),
            entrant(5, "90", excuse=Unranked.OPTED_OUT),
            entrant(6, "90", excuse=Unranked.TEAM_ONLY),
        ]
    )

    assert shown.unranked == (
        (Unranked.FEW, 2),
        (Unranked.NOT_ENOUGH, 2),
        (Unranked.TEAM_ONLY, 1),
        (Unranked.OPTED_OUT, 1),
    )


def test_everybody_sees_the_first_and_each_their_own() -> None:
    shown = board(entrants("90", "80", "70", "60", "50", "40"), 5)

    assert ranks(shown.top) == [(1, 1), (2, 2), (3, 3)]
    assert ranks(shown.own) == [(5, 5)]


def test_nobody_is_shown_as_the_last() -> None:
    assert ranks(board(entrants("90", "80", "70", "70", "70")).top) == [(1, 1), (2, 2)]
    assert len(board(entrants("90", "90", "90", "90", "90")).top) == 5


def test_the_change_of_rank() -> None:
    places = standings(entrants("90 60", "80 80", "70 70", "60 90", "50 50"), EN)
    assert {place.subject.id: place.change for place in places} == {1: -3, 2: 0, 3: 0, 4: 3, 5: 0}


@pytest.mark.parametrize("before", ["", "90@0.5 ", "- "])
def test_no_change_of_rank_where_others_were_ranked(before: str) -> None:
    places = standings(entrants("90 60", "80 80", "70 70", "60 90", "55 50", f"{before}50"), EN)
    assert {place.change for place in places} == {None}


def test_who_improved_most_is_told_without_the_score() -> None:
    steady, risen, first = "80 80 80 81", "30 30 30 42.5", "100"
    shown = board(entrants(steady, risen, first, "60", "50"))

    assert shown.most_improved is not None
    assert (shown.most_improved.name, shown.most_improved.improvement) == (Name.same("P02"), Decimal("12.5"))


def test_nobody_improved() -> None:
    assert board(entrants("80 80 80 70", "80 80 80 80.04", "100", "60", "50")).most_improved is None


def test_who_is_not_ranked_is_not_most_improved() -> None:
    out = entrant(6, "10 10 10 100", excuse=Unranked.OPTED_OUT)
    assert board([*entrants("90", "80", "70", "60", "50"), out]).most_improved is None


def test_nineteen_are_one_league_and_twenty_are_two() -> None:
    nineteen = entrants(*(str(100 - number) for number in range(19)))
    assert {place.league for place in standings(nineteen, EN)} == {1}

    twenty = standings([*nineteen, entrant(20, "0")], EN)
    assert [(place.league, place.rank, place.of) for place in twenty[:11:10]] == [(1, 1, 10), (2, 1, 10)]
    assert board([*nineteen, entrant(20, "0")]).leagues == 2
    assert [place.subject.id for place in board([*nineteen, entrant(20, "0")]).top] == [1, 2, 3, 11, 12, 13]


def test_the_league_is_by_the_level_before_not_by_one_good_period() -> None:
    strong, weak = ["100 100 100 90"] * 10, ["50 50 50 60"] * 9
    places = standings(entrants(*strong, *weak, "50 50 50 120"), EN)

    assert [(place.league, place.rank) for place in places if place.subject.id == 20] == [(2, 1)]


def test_equals_are_in_one_league() -> None:
    places = standings(entrants(*["90"] * 12, *["80"] * 8), EN)
    assert [place.of for place in places] == [12] * 12 + [8] * 8


def test_a_league_too_small_joins_the_one_above() -> None:
    places = standings(entrants(*["90"] * 17, *["80"] * 3), EN)
    assert {(place.league, place.of) for place in places} == {(1, 20)}


def test_nobody_is_there() -> None:
    assert board([]).own == ()


@given(scores)
def test_whoever_is_ranked_has_a_better_rank_than_whoever_is_worse(given_scores: list[tuple[Decimal, Decimal]]) -> None:
    people = [
        replace(entrant(number, "-"), results=(Result(score, coverage),))
        for number, (score, coverage) in enumerate(given_scores, start=1)
    ]
    places = standings(people, EN)
    ranked = [place for place in places if place.rank is not None]

    assert len(places) == len(people)
    assert len({place.subject for place in places}) == len(people)
    assert all((place.rank is None) is (place.unranked is not None) for place in places)
    for place in ranked:
        league = [other for other in ranked if other.league == place.league]
        assert place.of == len(league) >= USUAL_BOARD.least
        assert place.rank == 1 + sum(shown(other) > shown(place) for other in league)
    for place in seen_by(places, (), Board.PEOPLE, period("2026-10"), USUAL_BOARD).top:
        assert place.rank is not None
        assert place.rank <= USUAL_BOARD.top


def shown(place: Place) -> Decimal:
    assert place.result.score is not None
    return rounded(place.result.score)
