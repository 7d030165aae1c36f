"""A new hat beside those there are."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.flows.hats import kept_role, with_room
from kpi_engine.commands import Hat
from kpi_engine.model.company import Position, Role
from kpi_engine.model.name import Name

NONE = Name.same("")


def worn(*percents: int) -> list[Position]:
    """Hats in departments 1, 2, 3 and so on."""
    return [Position(place, NONE, Decimal(percent) / 100) for place, percent in enumerate(percents, 1)]


def shares(hats: tuple[Hat, ...]) -> list[tuple[int, int]]:
    return [(hat.department_id, int(hat.share * 100)) for hat in hats]


@pytest.mark.parametrize(
    ("before", "department", "percent", "after"),
    [
        ((), 1, 100, [(1, 100)]),
        ((100,), 2, 30, [(1, 70), (2, 30)]),
        ((60,), 2, 30, [(1, 60), (2, 30)]),
        ((70, 30), 3, 20, [(1, 56), (2, 24), (3, 20)]),
        ((50, 50), 1, 80, [(1, 80), (2, 20)]),
        ((33, 33, 33), 4, 50, [(1, 18), (2, 16), (3, 16), (4, 50)]),
        ((100,), 1, 40, [(1, 40)]),
    ],
)
def test_others_give_way_only_where_it_would_be_too_much(
    before: tuple[int, ...], department: int, percent: int, after: list[tuple[int, int]]
) -> None:
    assert shares(with_room(worn(*before), Hat(department, NONE, Decimal(percent) / 100))) == after


@given(
    before=st.lists(st.integers(5, 100), max_size=4).filter(lambda percents: sum(percents) <= 100),
    percent=st.integers(1, 90),
)
def test_nobody_works_more_than_all_of_their_time(before: list[int], percent: int) -> None:
    hats = with_room(worn(*before), Hat(9, NONE, Decimal(percent) / 100))
    assert len(hats) == len(before) + 1
    assert sum(hat.share for hat in hats) == min(Decimal(sum(before) + percent) / 100, Decimal(1))


@pytest.mark.parametrize(
    ("present", "said", "kept"),
    [
        (Role.HEAD, Role.MEMBER, Role.HEAD),
        (Role.OWNER, Role.HEAD, Role.OWNER),
        (Role.MEMBER, Role.HEAD, Role.HEAD),
        (Role.VIEWER, Role.MEMBER, Role.MEMBER),
        (Role.MEMBER, None, Role.MEMBER),
    ],
)
def test_a_hat_more_is_no_right_less(present: Role, said: Role | None, kept: Role) -> None:
    assert kept_role(present, said) is kept
