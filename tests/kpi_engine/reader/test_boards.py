"""Leaderboards from the records: of teams for everybody, of people where the company has them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import Engine

from kpi_engine.calendar.period import Period
from kpi_engine.commands import (
    AddMember,
    ChangeSettings,
    ChooseRanking,
    ClosePeriod,
    NewKpi,
    PublishKpis,
    RankPeople,
    SetGates,
    SetTeamShare,
    SetUpCompany,
    StartReview,
    Undo,
)
from kpi_engine.errors import Refusal
from kpi_engine.model.board_rules import BoardRules
from kpi_engine.model.company import Role
from kpi_engine.model.name import Name
from kpi_engine.model.ranking import Board, Place, Unranked
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.model.total import Adjustment, CappedUntilMet, Gating
from tests.databases import counted
from tests.factories import Office, definition, entry, hat, month, who_may

STATEMENTS = 11
"""However many people, KPIs and periods: people and hats twice, company, departments, versions, targets, values, what was
agreed and what is closed."""


@pytest.fixture
def sellers(office: Office) -> dict[str, int]:
    """Six who sell, each with calls of their own since July, besides the department's revenue; the board is on."""
    names = {name: office.hire(name, Role.MEMBER, hat(office.sales)) for name in ("Ada", "Ben", "Cy", "Dan", "Eli")}
    ids = {"Sam": office.sam} | names
    own = tuple(NewKpi(definition(f"Calls {name}", owner_id=id), person_id=id) for name, id in ids.items())
    sales = NewKpi(definition("Revenue"))
    command = PublishKpis(office.sales, "Sell", None, (sales, *own), in_force=month(7).start)
    office.do(command)
    office.do(RankPeople(on=True))
    return ids


def enter(office: Office, ids: dict[str, int], period: Period, *values: int) -> None:
    """The calls of each, in their order."""
    for id, value in zip(ids.values(), values, strict=True):
        (kpi,) = office.reader().kpis(person_id=id)
        office.enter(entry(kpi.kpi.id, period, value))


def names(places: tuple[Place, ...]) -> list[tuple[str, int | None]]:
    return [(place.name.en, place.rank) for place in places]


def test_people_see_the_first_and_themselves(office: Office, sellers: dict[str, int]) -> None:
    enter(office, sellers, month(10), 50, 90, 80, 70, 60, 40)
    board = office.reader(office.sam).leaderboard(Board.PEOPLE, month(10))

    assert names(board.top) == [("Ada", 1), ("Ben", 2), ("Cy", 3)]
    assert names(board.own) == [("Sam", 5)]
    assert (board.leagues, board.own[0].of) == (1, 6)


def test_the_board_obeys_what_the_company_has_settled(office: Office, sellers: dict[str, int]) -> None:
    enter(office, sellers, month(10), 50, 90, 80, 70, 60, 40)
    office.do(ChangeSettings(board=BoardRules(least=6, top=1)))
    assert names(office.reader(office.sam).leaderboard(Board.PEOPLE, month(10)).top) == [("Ada", 1)]

    office.do(ChangeSettings(board=BoardRules(least=7)))
    (sam,) = office.reader(office.sam).leaderboard(Board.PEOPLE, month(10)).own
    assert (sam.rank, sam.unranked) == (None, Unranked.FEW)

    office.do(Undo())
    assert names(office.reader(office.sam).leaderboard(Board.PEOPLE, month(10)).top) == [("Ada", 1)]


def test_who_has_no_kpi_of_their_own_is_not_ranked_by_the_teams(office: Office, sellers: dict[str, int]) -> None:
    enter(office, sellers, month(10), 50, 90, 80, 70, 60, 40)
    (hal,) = office.reader(office.hal).leaderboard(Board.PEOPLE, month(10)).own
    assert (hal.rank, hal.unranked) == (None, Unranked.TEAM_ONLY)


def test_who_opts_out_is_not_counted_and_goes_on_seeing_themselves(office: Office, sellers: dict[str, int]) -> None:
    enter(office, sellers, month(10), 50, 90, 80, 70, 60, 40)
    office.do(ChooseRanking(ranked=False), by=sellers["Ada"])

    board = office.reader(sellers["Ada"]).leaderboard(Board.PEOPLE, month(10))
    assert names(board.top)[0] == ("Ben", 1)
    assert (board.own[0].unranked, board.own[0].result.score) == (Unranked.OPTED_OUT, Decimal(90))

    office.do(ChooseRanking(ranked=False), by=sellers["Ben"])
    board = office.reader(office.sam).leaderboard(Board.PEOPLE, month(10))
    assert (board.top, board.own[0].unranked) == ((), Unranked.FEW)


def test_how_somebody_gets_on(office: Office, sellers: dict[str, int]) -> None:
    for number, value in ((7, 60), (8, 70), (9, 80)):
        enter(office, sellers, month(number), value, 90, 80, 70, 60, 40)
    enter(office, sellers, month(10), 100, 90, 80, 70, 60, 40)
    board = office.reader(office.sam).leaderboard(Board.PEOPLE, month(10))

    (sam,) = board.own
    assert (sam.rank, sam.change, sam.improvement) == (1, 1, Decimal(30))
    assert (sam.is_best, sam.on_target, sam.reported) == (True, 1, 4)
    assert board.most_improved is not None
    assert (board.most_improved.name.en, board.most_improved.improvement) == ("Sam", Decimal(30))


def test_what_is_closed_stands_as_it_was_closed(office: Office, sellers: dict[str, int]) -> None:
    """With the points given by hand, and whatever hats people wear later."""
    enter(office, sellers, month(10), 50, 90, 80, 70, 60, 40)
    ben, bonus = Subject(SubjectKind.PERSON, sellers["Ben"]), (Adjustment(Decimal(15), "helped service"),)
    office.do(StartReview((ben,), month(10)))
    office.do(ClosePeriod(ben, month(10), bonus))
    office.do(AddMember(Name.same("Ben"), Role.MEMBER, (hat(office.service),)))
    office.do(SetTeamShare(Decimal(1), month(11).start, "one team"))
    for reader in (office.reader(sellers["Ben"]), office.reader(sellers["Ben"], month(11).end)):
        board = reader.leaderboard(Board.PEOPLE, month(10))
        assert names(board.top) == [("Ben", 1), ("Ada", 2), ("Cy", 3)]
        assert (board.own[0].result.score, board.own[0].reported) == (Decimal(95), 1)


def test_a_team_is_ranked_by_its_total(office: Office, sellers: dict[str, int]) -> None:
    """A gate that is shut costs places."""
    (revenue,) = (one.kpi.id for one in office.reader().kpis(office.sales) if one.kpi.person_id is None)
    office.enter(entry(revenue, month(10), 90))
    gates = SetGates(office.sales, Gating((CappedUntilMet(revenue, Decimal(60)),)), month(7).start, "revenue first")
    office.do(gates)
    (own,) = office.reader(office.hal).leaderboard(Board.TEAMS, month(10)).own
    assert own.result.score == 60


def test_who_works_in_no_department_is_on_no_board(office: Office, sellers: dict[str, int]) -> None:
    enter(office, sellers, month(10), 50, 90, 80, 70, 60, 40)
    office.do(AddMember(Name.same("Ada"), Role.MEMBER, ()))
    board = office.reader(office.sam).leaderboard(Board.PEOPLE, month(10))
    assert names(board.top)[0] == ("Ben", 1)


def test_who_only_looks_on_sees_no_board_of_people(office: Office, sellers: dict[str, int]) -> None:
    with pytest.raises(Refusal, match="not_allowed") as caught:
        office.reader(office.eve).leaderboard(Board.PEOPLE, month(10))
    every = office.reader().people()
    assert {*who_may(caught.value)} == {who.name.en for who in every if who.id != office.eve}
    assert office.reader(office.eve).leaderboard(Board.TEAMS, month(10)).own == ()


def test_there_is_no_board_of_people_unless_the_company_has_one(office: Office) -> None:
    with pytest.raises(Refusal, match="people_not_ranked"):
        office.reader().leaderboard(Board.PEOPLE, month(10))


def test_teams_are_ranked_from_five_on(office: Office) -> None:
    five = tuple(Name.same(name) for name in ("A", "B", "C", "D", "E"))
    office.do(SetUpCompany("Acme", "UTC", five))
    departments = [each.id for each in office.reader().departments() if each.name in five]
    for number, id in enumerate(departments):
        kpi = NewKpi(definition(f"K{number}"))
        office.do(PublishKpis(id, "Work", None, (kpi,), in_force=month(10).start))
        if number < 4:
            (version,) = office.reader().kpis(id)
            office.enter(entry(version.kpi.id, month(10), 100 - number))
    assert office.reader().leaderboard(Board.TEAMS, month(10)).top == ()

    (version,) = office.reader().kpis(departments[4])
    office.enter(entry(version.kpi.id, month(10), 99))
    office.do(AddMember(Name.same("Mia"), Role.MEMBER, (hat(departments[3], "0.5"), hat(departments[0], "0.5"))))
    board = office.reader(office.mia).leaderboard(Board.TEAMS, month(10))
    assert names(board.top) == [("A", 1), ("B", 2), ("E", 2)]
    assert names(board.own) == [("A", 1), ("D", 5)]


def test_a_board_takes_few_statements(office: Office, sellers: dict[str, int], engine: Engine) -> None:
    enter(office, sellers, month(10), 50, 90, 80, 70, 60, 40)
    office.session.flush()
    for board in Board:
        with counted(engine) as statements:
            office.reader().leaderboard(board, month(10))
        assert len(statements) <= STATEMENTS
